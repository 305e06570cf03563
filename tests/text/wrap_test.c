/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paragraphs into lines, with letters of a known width: 10 px each, 12 in bold. */
#include "base/utf8.h"
#include "square.h"
#include "text/wrap.h"
#include "text_tests.h"

#define SIZE 20.0 /* em, px: a letter is 10 px wide */

/* Lines joined by "|", a drawn hyphen as "~". */
static struct str wrap_joined(struct arena *arena, const char *text, int letters,
                              struct wrapped *ret_wrapped)
{
    struct measure measure = square_measure();
    struct wrap_style style = { .weight = WEIGHT_REGULAR,
                                .size = SIZE,
                                .width = letters * SIZE * SQUARE_REGULAR,
                                .language = LANGUAGE_FI };
    struct wrapped wrapped = wrap_text(arena, &measure, str_of(text), NULL, 0, &style);
    struct text joined = text_new(arena, 4096);
    for (size_t i = 0; i < wrapped.count; i++) {
        text_add_c(&joined, i > 0 ? "|" : "");
        text_add(&joined, wrapped.lines[i].text);
        text_add_c(&joined, wrapped.lines[i].soft_hyphen ? "~" : "");
    }
    *ret_wrapped = wrapped;
    return text_str(&joined);
}

struct wrap_case {
    const char *text;
    int letters; /* a line holds */
    const char *lines;
};

static void check_cases(struct arena *arena, const struct wrap_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct wrapped wrapped;
        struct str lines = wrap_joined(arena, cases[i].text, cases[i].letters, &wrapped);
        if (!str_is(lines, cases[i].lines))
            fail_msg("\"%s\" in %d letters: \"%.*s\", not \"%s\"", cases[i].text, cases[i].letters,
                     STR_ARG(lines), cases[i].lines);
    }
}

static void a_paragraph_takes_as_few_lines_as_it_can(void **state)
{
    static const struct wrap_case cases[] = {
        { "", 10, "" },
        { "sana", 10, "sana" },
        { "aaaa bbbb cccc", 14, "aaaa bbbb cccc" },
        { "aaaa bbbb cccc", 13, "aaaa bbbb|cccc" },
        { "aaaa bbbb cccc dddd", 9, "aaaa bbbb|cccc dddd" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void lines_are_even_and_none_is_an_orphan(void **state)
{
    static const struct wrap_case cases[] = {
        /* The first line could hold three words: two and two read better. */
        { "aaaa bbbb cccc dddd", 16, "aaaa bbbb|cccc dddd" },
        { "aaaaaa bbbbbb cccccc dd", 21, "aaaaaa bbbbbb|cccccc dd" },
        { "aaaa bbbb cccc dddd eeee ff", 26, "aaaa bbbb cccc|dddd eeee ff" },
        { "Sururyhmä alkaa marraskuussa", 25, "Sururyhmä alkaa|marraskuussa" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void a_line_ends_behind_a_comma_rather_than_behind_a_small_word(void **state)
{
    static const struct wrap_case cases[] = {
        { "kahvia ja pullaa", 12, "kahvia|ja pullaa" },
        { "kahvi teetä ja mehu", 14, "kahvi teetä|ja mehu" },
        { "te, jotka olette", 12, "te, jotka|olette" },
        { "Tule, jos ehdit", 11, "Tule,|jos ehdit" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void what_belongs_together_stays_on_one_line(void **state)
{
    static const struct wrap_case cases[] = {
        { "Tavataan klo 17.30", 15, "Tavataan|klo 17.30" },
        { "Avoinna klo 9–15 aina", 12, "Avoinna|klo 9–15|aina" },
        { "Soita 040 123 4567", 14, "Soita|040 123 4567" },
        { "Soita puh. 09 123 4567", 16, "Soita|puh. 09 123 4567" },
        { "Talo, 2. kerros", 9, "Talo,|2. kerros" },
        { "Kahvi maksaa 2 €", 14, "Kahvi|maksaa 2 €" },
        { "Tule meille – tai soita", 13, "Tule meille –|tai soita" },
        { "avoinna 9–15", 10, "avoinna|9–15" },
        { "Träff kl. 17.30", 12, "Träff|kl. 17.30" },
        { "Ilmoitus nro 12", 13, "Ilmoitus|nro 12" },
        { "ti\xC2\xA0"
          "24.11. klo\xC2\xA0"
          "17",
          12,
          "ti\xC2\xA0"
          "24.11.|klo\xC2\xA0"
          "17" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void a_word_breaks_only_where_its_author_put_a_hyphen(void **state)
{
    static const struct wrap_case cases[] = {
        { "sosiaali- ja terveyskeskus", 17, "sosiaali-|ja terveyskeskus" },
        { "sote-keskus", 8, "sote-|keskus" },
        { "sote-keskus", 11, "sote-keskus" },
        { "vertais\xC2\xADryhmä", 9, "vertais\xC2\xAD~|ryhmä" },
        { "vertais\xC2\xADryhmä", 12, "vertais\xC2\xADryhmä" },
        { "-10 astetta", 4, "-10|astetta" },
        { "2-3 päivää", 3, "2-3|päivää" },
        { "yhdistys.example.fi/ryhma", 12, "yhdistys.example.fi/ryhma" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void a_word_is_left_whole_before_a_hyphen_is_used(void **state)
{
    static const struct wrap_case cases[] = {
        { "uusi vertais\xC2\xADryhmä", 14, "uusi|vertais\xC2\xADryhmä" },
        { "uusi sote-keskus avoinna", 12, "uusi|sote-keskus|avoinna" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void a_newline_always_ends_a_line(void **state)
{
    static const struct wrap_case cases[] = {
        { "yksi\nkaksi", 20, "yksi|kaksi" },
        { "yksi \n kaksi", 20, "yksi|kaksi" },
        { "yksi kaksi\n", 20, "yksi kaksi" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void spaces_at_the_ends_of_lines_take_no_room(void **state)
{
    struct wrapped wrapped;
    struct str lines = wrap_joined(*state, "  aaaa bbbb  ", 9, &wrapped);
    assert_true(str_is(lines, "aaaa bbbb"));
    assert_near(wrapped.width, 90);
}

static void a_word_wider_than_the_room_is_named_and_not_cut(void **state)
{
    struct wrapped wrapped;
    struct str lines =
        wrap_joined(*state, "uusi järjestötoiminta alkaa maailmanlaajuisesti", 9, &wrapped);
    assert_true(str_is(lines, "uusi|järjestötoiminta|alkaa|maailmanlaajuisesti"));
    assert_true(str_is(wrapped.wide_word, "järjestötoiminta"));
    assert_near(wrapped.width, 190);
    (void)wrap_joined(*state, "uusi", 9, &wrapped);
    assert_int_equal(wrapped.wide_word.bytes, 0);
}

static void a_drawn_hyphen_counts_in_the_width_of_its_line(void **state)
{
    struct wrapped wrapped;
    struct str lines = wrap_joined(*state, "vertais\xC2\xADryhmä", 8, &wrapped);
    assert_true(str_is(lines, "vertais\xC2\xAD~|ryhmä"));
    assert_near(wrapped.lines[0].width, 80);
    assert_false(wrapped.lines[1].soft_hyphen);
    lines = wrap_joined(*state, "vertais\xC2\xADryhmä", 7, &wrapped);
    assert_true(str_is(wrapped.wide_word, "vertais\xC2\xAD")); /* without room for its hyphen */
}

static void bold_words_are_measured_as_bold(void **state)
{
    struct measure measure = square_measure();
    struct wrap_style style = { .size = SIZE, .width = 100, .language = LANGUAGE_FI };
    static const struct strong strong[] = { { 5, 5 } }; /* "bbbbb" */
    struct str text = STR("aaaa bbbbb");
    struct wrapped plain = wrap_text(*state, &measure, text, NULL, 0, &style);
    struct wrapped bold = wrap_text(*state, &measure, text, strong, 1, &style);
    assert_int_equal(plain.count, 1);
    assert_int_equal(bold.count, 2); /* 40 + 10 + 60 px */
    assert_near(bold.lines[0].width, 40);
    assert_near(bold.lines[1].width, 60);
}

/* Whatever the width: the lines hold the whole text in order, and only a wide word is too wide. */
static void no_letter_is_lost_and_none_stands_beyond_the_room(void **state)
{
    static const char text[] =
        "Sururyhmä kokoontuu tiistaisin klo 17–18.30 Asukastuvassa, 2. kerros. Soita puh. 040 123 "
        "4567 tai tule sosiaali- ja terveys\xC2\xADkeskukseen. Kahvi maksaa 2 €, pulla 1,50 €.";
    struct wrapped wrapped;
    for (int letters = 1; letters < 180; letters++) {
        struct str lines = wrap_joined(*state, text, letters, &wrapped), rest = str_of(text);
        for (size_t i = 0; i < wrapped.count; i++) {
            ptrdiff_t at = str_find(rest, wrapped.lines[i].text);
            assert_true(at == 0 || (at == 1 && rest.at[0] == ' '));
            rest = str_slice(rest, (size_t)at + wrapped.lines[i].text.bytes, rest.bytes);
            if (wrapped.lines[i].width > letters * 10 + 0.001)
                assert_true(wrapped.wide_word.bytes > 0);
        }
        assert_int_equal(rest.bytes, 0);
        assert_true(lines.bytes > 0);
    }
}

/* libunibreak 1.1 aborts at the letters of flags. */
static void a_flag_is_a_sign_like_others(void **state)
{
    static const struct wrap_case cases[] = {
        { "Tule 🇫🇮 kerhoon", 9, "Tule 🇫🇮|kerhoon" },
        { "🇸🇪 Välkommen", 9, "🇸🇪|Välkommen" },
        { "a \xEF\xBF\xBF b", 10, "a \xEF\xBF\xBF b" },
    };
    check_cases(*state, cases, ARRAY_LEN(cases));
}

static void the_longest_text_allowed_is_broken_quickly(void **state)
{
    struct text text = text_new(*state, 2 * TEXT_CHARACTERS_MAX);
    struct wrapped wrapped;
    while (text.bytes + 8 <= TEXT_CHARACTERS_MAX)
        text_add_c(&text, "ab cd e ");
    struct str all = str_copy(*state, text_str(&text));
    wrap_joined(*state, all.at, 40, &wrapped);
    size_t bytes = 0;
    for (size_t i = 0; i < wrapped.count; i++)
        bytes += wrapped.lines[i].text.bytes + 1;
    assert_int_equal(bytes, all.bytes); /* every word of it, the space at the end left out */
}

int wrap_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_paragraph_takes_as_few_lines_as_it_can),
        cmocka_unit_test(lines_are_even_and_none_is_an_orphan),
        cmocka_unit_test(a_line_ends_behind_a_comma_rather_than_behind_a_small_word),
        cmocka_unit_test(what_belongs_together_stays_on_one_line),
        cmocka_unit_test(a_word_breaks_only_where_its_author_put_a_hyphen),
        cmocka_unit_test(a_word_is_left_whole_before_a_hyphen_is_used),
        cmocka_unit_test(a_newline_always_ends_a_line),
        cmocka_unit_test(spaces_at_the_ends_of_lines_take_no_room),
        cmocka_unit_test(a_word_wider_than_the_room_is_named_and_not_cut),
        cmocka_unit_test(a_drawn_hyphen_counts_in_the_width_of_its_line),
        cmocka_unit_test(bold_words_are_measured_as_bold),
        cmocka_unit_test(no_letter_is_lost_and_none_stands_beyond_the_room),
        cmocka_unit_test(a_flag_is_a_sign_like_others),
        cmocka_unit_test(the_longest_text_allowed_is_broken_quickly),
    };
    return cmocka_run_group_tests_name("wrap", tests, give_arena, take_arena);
}
