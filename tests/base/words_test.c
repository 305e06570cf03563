/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Languages: two tiny catalogues stand beside the test program (words_fi.po, words_sv.po). */
#include "base/i18n.h"
#include "base_tests.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static void forget_environment(void)
{
    unsetenv("LANGUAGE");
    unsetenv("LC_ALL");
    unsetenv("LC_MESSAGES");
    unsetenv("LANG");
}

static int start_without_environment(void **state)
{
    forget_environment();
    return give_arena(state);
}

static int back_to_english(void **state)
{
    forget_environment();
    i18n_start("en");
    return take_arena(state);
}

static void the_language_changes_as_often_as_it_is_asked_to(void **state)
{
    (void)state;
    static const struct {
        const char *language, *text;
    } cases[] = {
        { "fi", "vihreä ovi" }, { "sv", "grön dörr" },  { "en", "green door" },
        { "fi", "vihreä ovi" }, { "en", "green door" }, { "sv", "grön dörr" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_string_equal(i18n_start(cases[i].language), cases[i].language);
        assert_string_equal(_("green door"), cases[i].text);
    }
}

static void the_c_locale_of_who_starts_it_does_not_matter(void **state)
{
    (void)state;
    static const char *const locales[] = { "C", "POSIX", "fi_FI.UTF-8", "xx_YY", "" };
    for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
        setenv("LC_ALL", locales[i], 1);
        setenv("LANGUAGE", "de:fr", 1);
        setlocale(LC_ALL, "C");
        i18n_start("sv");
        assert_string_equal(_("green door"), "grön dörr");
    }
}

static void numbers_keep_their_full_stop(void **state)
{
    (void)state;
    setenv("LC_ALL", "fi_FI.UTF-8", 1);
    i18n_start("fi");
    assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
    assert_string_equal(localeconv()->decimal_point, ".");
}

static void a_text_without_translation_comes_back_as_it_is(void **state)
{
    (void)state;
    i18n_start("fi");
    const char *unknown = "nobody translated this";
    assert_string_equal(i18n_text(unknown), unknown);
    assert_string_equal(i18n_text(""), "");
}

static void a_number_chooses_its_form(void **state)
{
    (void)state;
    static const struct {
        const char *language, *one, *many;
    } cases[] = {
        { "fi", "yksi ikkuna näkyy", "monta ikkunaa näkyy" },
        { "sv", "ett fönster syns", "många fönster syns" },
        { "en", "one window", "many windows" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        i18n_start(cases[i].language);
        assert_string_equal(i18n_plural("one window", "many windows", 1), cases[i].one);
        assert_string_equal(i18n_plural("one window", "many windows", 0), cases[i].many);
        assert_string_equal(i18n_plural("one window", "many windows", 2), cases[i].many);
    }
}

static void the_environment_chooses_when_nobody_else_does(void **state)
{
    (void)state;
    static const struct {
        const char *all, *messages, *lang, *chosen;
    } cases[] = {
        { NULL, NULL, NULL, "fi" },
        { NULL, NULL, "sv_FI.UTF-8", "sv" },
        { NULL, "en_GB", "sv_FI.UTF-8", "en" },
        { "fi", "en_GB", "sv_FI.UTF-8", "fi" },
        { "", "", "sv", "sv" },
        { "C", NULL, "sv_FI.UTF-8", "fi" },
        { NULL, NULL, "C.UTF-8", "fi" },
        { NULL, NULL, "de_DE.UTF-8", "fi" },
        { NULL, NULL, "svx", "fi" },
        { NULL, NULL, "en@euro", "en" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const char *const values[] = { cases[i].all, cases[i].messages, cases[i].lang };
        static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
        for (size_t k = 0; k < ARRAY_LEN(names); k++) {
            unsetenv(names[k]);
            if (values[k])
                setenv(names[k], values[k], 1);
        }
        assert_string_equal(i18n_start(NULL), cases[i].chosen);
    }
}

static void a_language_may_have_more_behind_it(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "fi-simple", "fi" }, { "sv_SE", "sv" }, { "en", "en" }, { "de", "fi" }, { "", "fi" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_string_equal(i18n_start(cases[i][0]), cases[i][1]);
}

static void arguments_fill_their_places(void **state)
{
    static const struct str args[] = {
        { "ä", 2 }, { "{0}", 3 }, { NULL, 0 }, { "4.5", 3 }, { ".1.", 3 },
    };
    static const char *const cases[][2] = {
        { "", "" },
        { "no place", "no place" },
        { "{0}", "ä" },
        { "<{0}> {0}", "<ä> ä" },
        { "{1} before {0}", "{0} before ä" }, /* what comes from outside is not looked into */
        { "[{2}]", "[]" },
        { "{5} {9} {12}", "{5} {9} {12}" },
        { "{3} {3,} {4,} {0,}", "4.5 4,5 ,1, ä" }, /* a number as the language writes it */
        { "{2,} {,} {,0} {0,,} {12,}", " {,} {,0} {0,,} {12,}" },
        { "{} {x} {0 {{0}} {-1} {000}", "{} {x} {0 {ä} {-1} {000}" },
        { "{", "{" },
        { "end {0", "end {0" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_str(i18n_fill(*state, cases[i][0], args, ARRAY_LEN(args)), cases[i][1]);
    assert_str(i18n_fill(*state, "{0}", NULL, 0), "{0}");
}

#define WITH_LANGUAGES(test)                                                                       \
    cmocka_unit_test_setup_teardown(test, start_without_environment, back_to_english)

int words_tests(void)
{
    const struct CMUnitTest tests[] = {
        WITH_LANGUAGES(the_language_changes_as_often_as_it_is_asked_to),
        WITH_LANGUAGES(the_c_locale_of_who_starts_it_does_not_matter),
        WITH_LANGUAGES(numbers_keep_their_full_stop),
        WITH_LANGUAGES(a_text_without_translation_comes_back_as_it_is),
        WITH_LANGUAGES(a_number_chooses_its_form),
        WITH_LANGUAGES(the_environment_chooses_when_nobody_else_does),
        WITH_LANGUAGES(a_language_may_have_more_behind_it),
        WITH_LANGUAGES(arguments_fill_their_places),
    };
    return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
