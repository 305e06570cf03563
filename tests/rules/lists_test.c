/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every row of every word list: its form, its words, and whether its plain words are plain. */
#include "base/file.h"
#include "base/utf8.h"
#include "language/analysis.h"
#include "written_notice.h"

#include <stdlib.h>

#define LIST_BYTES_MAX (1u << 20)
#define SAID_UNKNOWN "not in the dictionary"

struct lists {
    struct written_notice *notice;
    struct arena *arena;
    const struct language_kit *kit;
    size_t wrong; /* rows, all of which are told before the test fails */
};

/* One row of a file, and where it stands. */
struct row {
    const char *file, *name; /* "officialese.fi.tsv", "officialese" */
    enum language language;
    unsigned line;
    struct str term, answer, note;
};

typedef void row_fn(struct lists *lists, const struct row *row);

static int open_lists(void **state)
{
    void *notice;
    written_notice_open(&notice);
    struct lists *lists = memory_new(1, sizeof *lists);
    lists->notice = notice;
    lists->arena = lists->notice->arena;
    lists->kit = kit_open(lists->arena, WORDS_FOLDER, NULL, NULL);
    lists->notice->language = lists->kit;
    *state = lists;
    return lists->kit && lists->kit->morphology ? 0 : -1;
}

static int close_lists(void **state)
{
    struct lists *lists = *state;
    void *notice = lists->notice;
    kit_close((struct language_kit *)lists->kit);
    free(lists);
    return written_notice_close(&notice);
}

/* Says what is wrong with a row. */
static void blame(struct lists *lists, const struct row *row, struct str what, const char *why)
{
    print_error("%s:%u: %.*s: %s\n", row->file, row->line, STR_ARG(what), why);
    lists->wrong++;
}

static void each_row_of(struct lists *lists, const char *file, row_fn *look)
{
    struct str bytes, line, name = str_of(file), tag;
    struct row row = { .file = file };
    size_t rows = 0;
    str_next(&name, '.', &tag);
    row.name = str_c(lists->arena, tag);
    str_next(&name, '.', &tag);
    assert_true(language_of_tag(tag, &row.language, NULL));
    assert_int_equal(file_read(lists->arena, file_join(lists->arena, WORDS_FOLDER, file),
                               LIST_BYTES_MAX, &bytes),
                     FILE_OK);
    while (str_next(&bytes, '\n', &line)) {
        row.line++;
        if (line.bytes == 0 || line.at[0] == '#')
            continue;
        row.term = row.answer = row.note = (struct str){ 0 };
        str_next(&line, '\t', &row.term);
        str_next(&line, '\t', &row.answer);
        str_next(&line, '\t', &row.note);
        if (line.bytes > 0)
            fail_msg("%s:%u has more than three columns", file, row.line);
        look(lists, &row);
        rows++;
    }
    size_t read = word_list_rows(kit_list(lists->kit, row.name, row.language));
    if (read != rows)
        blame(lists, &row, str_of(file), "a row stands twice or cannot be read");
}

static void each_row(void **state, row_fn *look)
{
    struct lists *lists = *state;
    struct str *names;
    size_t count, files = 0;
    lists->wrong = 0;
    assert_int_equal(file_list(lists->arena, WORDS_FOLDER, &names, &count), FILE_OK);
    for (size_t i = 0; i < count; i++) {
        if (!str_is(file_ending_of(names[i]), ".tsv"))
            continue;
        each_row_of(lists, str_c(lists->arena, names[i]), look);
        files++;
    }
    assert_true(files > 40);
    assert_int_equal(lists->wrong, 0);
}

/* ---- form ---------------------------------------------------------------------------------- */

static bool is_form_sound(struct str text, bool lower)
{
    uint32_t point;
    struct str rest = text;
    if (!utf8_is_valid(text) || str_trim(text).bytes != text.bytes ||
        str_find(text, STR("  ")) >= 0)
        return false;
    while (utf8_next(&rest, &point)) {
        bool part = point >= 0x300 && point <= 0x36F; /* a letter in two parts: not NFC */
        if (part || point == 0xAD || (lower && utf8_lower(point) != point))
            return false;
    }
    return true;
}

static void look_at_form(struct lists *lists, const struct row *row)
{
    if (row->term.bytes == 0 || !is_form_sound(row->term, true) ||
        !is_form_sound(row->answer, false) || !is_form_sound(row->note, false))
        blame(lists, row, row->term, "its form");
}

static void every_row_is_composed_lower_case_and_has_three_columns(void **state)
{
    each_row(state, look_at_form);
}

static struct str bare(struct str word)
{
    return str_starts(word, "=") || str_starts(word, "+") ? str_slice(word, 1, word.bytes) : word;
}

static void count_row(struct lists *lists, const struct row *row)
{
    (void)lists;
    (void)row;
}

/* each_row_of holds the rows of a file against those of its list. */
static void no_row_is_unread_or_stands_twice(void **state)
{
    each_row(state, count_row);
}

/* ---- words --------------------------------------------------------------------------------- */

static bool is_known(struct lists *lists, struct str word)
{
    return morphology_read(lists->kit->morphology, lists->arena, word).count > 0;
}

static void look_up(struct lists *lists, const struct row *row)
{
    bool letters = strcmp(row->name, "abbreviation") == 0 ||
                   strcmp(row->name, "acronym-unexplained") == 0 ||
                   strcmp(row->name, "everyday") == 0 || str_is(row->note, SAID_UNKNOWN);
    struct str terms = row->term, term, word;
    if (row->language != LANGUAGE_FI || letters)
        return;
    while (str_next(&terms, '|', &term))
        while (str_next(&term, ' ', &word))
            if (!str_ends(word, "-") && !is_known(lists, bare(word)))
                blame(lists, row, word, "not in the dictionary");
}

static void finnish_words_are_in_the_dictionary_or_said_not_to_be(void **state)
{
    each_row(state, look_up);
}

/* ---- plain words --------------------------------------------------------------------------- */

static bool is_plain_list(const char *name)
{
    static const char *const lists[] = { "officialese",      "easier-word",  "idiom",
                                         "respectful-words", "person-first", "abbreviation" };
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        if (strcmp(name, lists[i]) == 0)
            return true;
    return false;
}

/* A word of the answer that some list finds hard itself; empty for none. */
static struct str hard_word_of(struct lists *lists, const struct row *row, struct str answer)
{
    static const char *const hard[] = { "officialese", "easier-word", "respectful-words" };
    struct part part = { .kind = PART_FACT, .text = answer };
    const struct analysis_input input = { .language = row->language,
                                          .parts = &part,
                                          .part_count = 1 };
    const struct analysis *analysis = analysis_make(lists->arena, lists->kit, &input);
    for (size_t token = 0; token < analysis->token_count; token++)
        for (size_t i = 0; i < ARRAY_LEN(hard); i++)
            if (token_counts(&analysis->tokens[token]) &&
                analysis_find(analysis, kit_list(lists->kit, hard[i], row->language), token, NULL))
                return analysis->tokens[token].form;
    return (struct str){ 0 };
}

static void look_for_hard_words(struct lists *lists, const struct row *row)
{
    struct str answers = row->answer, answer;
    if (!is_plain_list(row->name))
        return;
    while (str_next(&answers, '|', &answer)) {
        struct str hard = hard_word_of(lists, row, answer);
        if (hard.bytes > 0)
            blame(lists, row, answer, str_c(lists->arena, hard));
    }
}

static void plain_words_are_not_hard_words_of_another_row(void **state)
{
    each_row(state, look_for_hard_words);
}

#define X(code, id, ...) RULE_##code,
static const enum rule plain_rules[] = { RULES_PLAIN(X) };
#undef X

static bool is_rule_of_plain_language(enum rule rule)
{
    for (size_t i = 0; i < ARRAY_LEN(plain_rules); i++)
        if (plain_rules[i] == rule)
            return true;
    return false;
}

/* As the sentence of a notice: what warns of plain language must not be advised. */
static void check_as_a_sentence(struct lists *lists, const struct row *row)
{
    struct written_notice *notice = lists->notice;
    struct str answers = row->answer, answer;
    if (!is_plain_list(row->name))
        return;
    while (str_next(&answers, '|', &answer)) {
        notice->block.text = str_format(lists->arena, "%.*s.", STR_ARG(answer));
        notice->announcement.language = row->language;
        written_check(notice);
        for (size_t i = 0; i < notice->report.count; i++) {
            const struct finding *finding = &notice->report.findings[i];
            enum rule rule = finding_info(finding->code)->rule;
            if (finding->severity >= SEVERITY_WARN && is_rule_of_plain_language(rule) &&
                str_is(finding->where.element, "content"))
                blame(lists, row, answer, rule_info(rule)->id);
        }
    }
}

static void plain_words_pass_the_rules_of_plain_language(void **state)
{
    each_row(state, check_as_a_sentence);
}

/* ---- how many ------------------------------------------------------------------------------ */

static void there_are_enough_words(void **state)
{
    static const struct {
        const char *names[2];
        enum language language;
        size_t rows;
    } cases[] = {
        { { "officialese", "easier-word" }, LANGUAGE_FI, 450 },
        { { "officialese", "easier-word" }, LANGUAGE_SV, 120 },
        { { "officialese", "easier-word" }, LANGUAGE_EN, 120 },
        { { "rare-word", NULL }, LANGUAGE_FI, 300 },
        { { "rare-word", NULL }, LANGUAGE_SV, 120 },
        { { "rare-word", NULL }, LANGUAGE_EN, 120 },
    };
    struct lists *lists = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t rows = 0;
        for (size_t name = 0; name < 2 && cases[i].names[name]; name++)
            rows += word_list_rows(kit_list(lists->kit, cases[i].names[name], cases[i].language));
        assert_true(rows >= cases[i].rows);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_is_composed_lower_case_and_has_three_columns),
        cmocka_unit_test(no_row_is_unread_or_stands_twice),
        cmocka_unit_test(finnish_words_are_in_the_dictionary_or_said_not_to_be),
        cmocka_unit_test(plain_words_are_not_hard_words_of_another_row),
        cmocka_unit_test(plain_words_pass_the_rules_of_plain_language),
        cmocka_unit_test(there_are_enough_words),
    };
    return cmocka_run_group_tests(tests, open_lists, close_lists);
}
