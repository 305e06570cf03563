/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: how terms match, and how a centre's own rows change the program's. */
#include "base/file.h"
#include "made.h"

#include <stdlib.h>
#include <unistd.h>

static const char list_text[] = "# a comment\n"
                                "mikäli\tjos\ta note\n"
                                "=muassa\tesimerkiksi\n"
                                "edellyttää\tvaatia\n"
                                "matalan kynnyksen paikka\tpaikka, johon on helppo tulla\n"
                                "matala\tei korkea\n"
                                "enligt|enl.\tsom\n"
                                "+tarjous\n"
                                "\n"
                                "esim.\tesimerkiksi\r\n";

static struct word_list *read_list(struct arena *arena)
{
    struct word_list *list = word_list_new(arena);
    assert_true(word_list_add(list, str_of(list_text)));
    return list;
}

static void terms_match_as_they_are_written(void **state)
{
    static const struct {
        enum language language;
        const char *text, *answer; /* of the first token; NULL: no row */
        size_t tokens;
    } cases[] = {
        { LANGUAGE_FI, "Mikäli tulet", "jos", 1 },
        { LANGUAGE_FI, "muassa", "esimerkiksi", 1 },
        { LANGUAGE_FI, "muassani", NULL, 0 },
        { LANGUAGE_FI, "edellytämme sitä", "vaatia", 1 },
        { LANGUAGE_FI, "edellyttävän työn", "vaatia", 1 },
        { LANGUAGE_FI, "matalan kynnyksen paikkaan", "paikka, johon on helppo tulla", 3 },
        { LANGUAGE_FI, "matalan kynnyksen, paikka", "ei korkea", 1 },
        { LANGUAGE_FI, "matalassa", "ei korkea", 1 },
        { LANGUAGE_SV, "enligt lag", "som", 1 },
        { LANGUAGE_SV, "enl. lag", "som", 1 },
        { LANGUAGE_SV, "enl lag", NULL, 0 },
        { LANGUAGE_FI, "joulutarjouksen", "", 1 },
        { LANGUAGE_FI, "tarjoukset", "", 1 },
        { LANGUAGE_FI, "tarjoilu", NULL, 0 },
        { LANGUAGE_FI, "esim. kahvia", "esimerkiksi", 1 },
        { LANGUAGE_FI, "esim kahvia", NULL, 0 },
    };
    struct made *made = *state;
    const struct word_list *list = read_list(made->arena);
    assert_int_equal(word_list_rows(list), 8);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct analysis *analysis =
            made_bytes(made, made->kit, cases[i].language, str_of(cases[i].text));
        size_t tokens = 0;
        const struct word_row *row = analysis_find(analysis, list, 0, &tokens);
        if (!row != !cases[i].answer || (row && !str_is(row->answer, cases[i].answer)))
            fail_msg("%s: %.*s", cases[i].text, row ? (int)row->answer.bytes : 4,
                     row ? row->answer.at : "none");
        assert_int_equal(tokens, cases[i].tokens);
    }
}

static void a_row_of_ones_own_adds_replaces_and_takes_away(void **state)
{
    struct made *made = *state;
    struct word_list *list = read_list(made->arena);
    assert_true(word_list_add(list, STR("mikäli\tkun\nmatala\t-\nkahvitella\tjuoda kahvia")));
    assert_int_equal(word_list_rows(list), 8);
    assert_true(str_is(word_list_find_form(list, STR("mikäli"))->answer, "kun"));
    assert_null(word_list_find_form(list, STR("matala")));
    assert_true(str_is(word_list_find_form(list, STR("kahvitella"))->answer, "juoda kahvia"));
    assert_null(word_list_row(list, 8));
    assert_non_null(word_list_row(list, 7));
}

static void rows_that_cannot_be_understood_are_left_out(void **state)
{
    struct made *made = *state;
    struct word_list *list = word_list_new(made->arena);
    assert_true(word_list_add(list, STR("\xEF\xBB\xBFhyvä\tok\n\tno term\nyksi kaksi kolme neljä "
                                        "viisi kuusi seitsemän\n\xFF\xFE\tbroken\nviimeinen")));
    assert_int_equal(word_list_rows(list), 2);
    assert_int_equal(word_list_bad_rows(list), 3);
    assert_non_null(word_list_find_form(list, STR("hyvä")));
    assert_non_null(word_list_find_form(list, STR("viimeinen")));
    static char large[WORD_LIST_BYTES_MAX + 1];
    assert_false(word_list_add(list, (struct str){ large, sizeof large }));
    assert_null(word_list_find(NULL, NULL, 0, NULL));
}

static void the_lists_of_the_program_are_sound(void **state)
{
    static const char *const names[] = { "everyday",     "rare-word", "overall-score",
                                         "abbreviation", "exempt",    "officialese" };
    const struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const struct word_list *list = kit_list(made->kit, names[i], LANGUAGE_FI);
        assert_non_null(list);
        assert_true(word_list_rows(list) > 0);
        assert_int_equal(word_list_bad_rows(list), 0);
    }
    assert_int_equal(word_list_rows(kit_list(made->kit, "everyday", LANGUAGE_FI)), 2000);
    assert_null(kit_list(made->kit, "everyday", LANGUAGE_RU));
    assert_null(kit_list(made->kit, "no-such-list", LANGUAGE_FI));
    assert_null(kit_list(NULL, "everyday", LANGUAGE_FI));
}

static void a_centre_adds_lists_in_a_folder(void **state)
{
    struct made *made = *state;
    char folder[] = "/tmp/words-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *path = file_join(made->arena, folder, "officialese.fi.tsv");
    assert_int_equal(file_write(path, STR("kahvitella\tjuoda kahvia\n"), 0644), FILE_OK);
    struct language_kit *kit =
        kit_open(made->arena, SOURCE_DIR "/content-schema/words", folder, "");
    const struct word_list *list = kit_list(kit, "officialese", LANGUAGE_FI);
    assert_non_null(word_list_find_form(list, STR("kahvitella")));
    assert_non_null(word_list_find_form(list, STR("mikäli")));
    assert_null(kit->morphology);
    assert_null(kit_open(made->arena, "/no/such/folder", NULL, ""));
    kit_close(kit);
    unlink(path);
    rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(terms_match_as_they_are_written),
        cmocka_unit_test(a_row_of_ones_own_adds_replaces_and_takes_away),
        cmocka_unit_test(rows_that_cannot_be_understood_are_left_out),
        cmocka_unit_test(the_lists_of_the_program_are_sound),
        cmocka_unit_test(a_centre_adds_lists_in_a_folder),
    };
    return cmocka_run_group_tests(tests, made_open, made_close);
}
