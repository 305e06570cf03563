/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every file of tests/cases/feed is read as what its root says it is; NAME.findings lists what
 * must be found, in order, one line each: CODE line:column element. An empty list: the file is
 * fine, and then the schema must find it fine too (schema_test.c).
 */
#include "feed_tests.h"

#define CASES "tests/cases/feed"

static void add_findings(struct text *text, const struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        text_format(text, "%s %u:%u", code_name(finding->code), finding->where.line,
                    finding->where.column);
        if (finding->where.element.bytes > 0)
            text_format(text, " %.*s", STR_ARG(finding->where.element));
        text_add_c(text, "\n");
    }
}

static void add_entry(void *context, const struct announcement *announcement, struct report *report)
{
    (void)announcement;
    add_findings(context, report);
}

static void read_feed_case(struct arena *arena, struct str bytes, struct str name,
                           struct text *found)
{
    struct report report = report_new(arena);
    struct text inside = text_new(arena, 1 << 16);
    bool is_read = feed_read_announcements(
        arena, bytes, name, &(struct feed_taker){ .take = add_entry, .context = &inside }, &report);
    add_findings(found, &report);
    text_add(found, text_str(&inside));
    assert_true(is_read || report_has(&report, SEVERITY_BLOCK));
}

static void read_other_case(struct arena *arena, struct str bytes, struct str name,
                            struct text *found)
{
    struct report report = report_new(arena);
    struct str root = feed_root_name(arena, bytes);
    struct announcement announcement;
    struct profile profile;
    struct hide hide;
    bool is_read;
    if (str_is(root, "centre"))
        is_read = profile_read(arena, bytes, name, &report, &profile);
    else if (str_is(root, "hide"))
        is_read = hide_read(arena, bytes, name, &report, &hide);
    else
        is_read = entry_read(arena, bytes, name, &report, &announcement);
    add_findings(found, &report);
    assert_true(is_read || report_has(&report, SEVERITY_BLOCK));
}

static void each_case_has_its_findings(void **state)
{
    struct str *names;
    size_t count, cases = 0;
    int failed = 0;
    char *folder = file_join(*state, SOURCE_DIR, CASES);
    assert_int_equal(file_list(*state, folder, &names, &count), FILE_OK);
    for (size_t i = 0; i < count; i++) {
        if (!str_ends(names[i], ".xml"))
            continue;
        struct str stem = str_slice(names[i], 0, names[i].bytes - strlen(".xml"));
        struct str path = str_format(*state, CASES "/%.*s", STR_ARG(stem));
        struct str bytes =
            repository_file(*state, str_format(*state, "%.*s.xml", STR_ARG(path)).at);
        struct str wanted =
            repository_file(*state, str_format(*state, "%.*s.findings", STR_ARG(path)).at);
        struct text found = text_new(*state, 1 << 16);
        if (str_is(feed_root_name(*state, bytes), "feed"))
            read_feed_case(*state, bytes, names[i], &found);
        else
            read_other_case(*state, bytes, names[i], &found);
        cases++;
        if (str_equal(text_str(&found), wanted))
            continue;
        print_error("%.*s\nwanted:\n%.*sfound:\n%.*s", STR_ARG(names[i]), STR_ARG(wanted),
                    STR_ARG(text_str(&found)));
        failed++;
    }
    assert_int_equal(failed, 0);
    assert_in_range(cases, 40, 1000);
}

int run_cases_tests(void)
{
    static const struct CMUnitTest tests[] = { TEST(each_case_has_its_findings) };
    return cmocka_run_group_tests_name("cases", tests, NULL, NULL);
}
