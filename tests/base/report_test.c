/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings: the two lists hold together, a profile's severities, order and sentences. */
#include "base/report.h"
#include "base/utf8.h"
#include "base_tests.h"

#include <stdio.h>

static struct place at(const char *file, unsigned line, unsigned column)
{
    return (struct place){ .file = str_of(file), .line = line, .column = column };
}

static void every_rule_has_an_id_of_its_own(void **state)
{
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *info = rule_info((enum rule)i);
        enum rule found;
        assert_true(rule_find(str_of(info->id), &found));
        assert_int_equal(found, i); /* the first of two equal ids would be found */
        assert_int_equal(strspn(info->id, "abcdefghijklmnopqrstuvwxyz0123456789-"),
                         strlen(info->id));
        assert_true(info->source[0] != '\0');
        assert_true(info->limit >= 0);
    }
    enum rule unknown = RULE_OVERFLOW;
    assert_false(rule_find(STR("no-such-rule"), &unknown));
    assert_false(rule_find(STR(""), &unknown));
    assert_int_equal(unknown, RULE_OVERFLOW);
}

static void a_rules_severity_is_the_worst_of_its_findings(void **state)
{
    (void)state;
    for (int rule = 0; rule < RULE_COUNT; rule++) {
        int worst = -1;
        for (int code = 0; code < FINDING_COUNT; code++) {
            const struct finding_info *info = finding_info((enum finding_code)code);
            if ((int)info->rule == rule && (int)info->severity > worst)
                worst = (int)info->severity;
        }
        if (worst != (int)rule_info((enum rule)rule)->severity)
            fail_msg("%s", rule_info((enum rule)rule)->id);
    }
}

/* The table of base/rule_floor.h: a limit without a range could be set to anything. */
static void every_limit_lies_within_its_range(void **state)
{
    (void)state;
    for (int i = 0; i < RULE_COUNT; i++) {
        const struct rule_info *info = rule_info((enum rule)i);
        const struct rule_range *range = rule_range((enum rule)i);
        if (info->limit > 0 && range->most <= 0)
            fail_msg("%s has a limit and no row in base/rule_floor.h", info->id);
        if (range->most > 0 && (info->limit < range->least || info->limit > range->most))
            fail_msg("%s: %g is not within %g and %g", info->id, info->limit, range->least,
                     range->most);
    }
}

static void how_mild_a_rule_can_be_depends_on_its_worst(void **state)
{
    (void)state;
    assert_int_equal(rule_least_severity(RULE_PERSONAL_ID), SEVERITY_BLOCK);
    assert_int_equal(rule_least_severity(RULE_EVENT_FACTS), SEVERITY_WARN);
    assert_int_equal(rule_least_severity(RULE_ALL_CAPS), SEVERITY_ADVISE);
}

/* Off by default, on by a severity; on by default, off by "off". */
static void a_rule_that_is_off_keeps_no_finding(void **state)
{
    static const struct {
        enum finding_code code;
        struct rule_setting setting;
        bool is_off;
    } cases[] = {
        { FINDING_APCA_FIGURE, { 0 }, true },
        { FINDING_APCA_FIGURE, { .has_severity = true, .severity = SEVERITY_WARN }, false },
        { FINDING_APCA_FIGURE, { .has_limit = true, .limit = 60 }, true },
        { FINDING_STRIPES, { 0 }, false },
        { FINDING_STRIPES, { .is_off = true }, true },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct arena *arena = arena_new(1u << 20);
        struct rule_setting settings[RULE_COUNT] = { 0 };
        struct report report = report_new(arena);
        enum rule rule = finding_info(cases[i].code)->rule;
        settings[rule] = cases[i].setting;
        report.settings = settings;
        struct finding *finding = report_add(&report, cases[i].code, (struct place){ 0 });
        finding_number(&report, finding, 1); /* the caller need not know */
        assert_int_equal(report.count, cases[i].is_off ? 0 : 1);
        assert_int_equal(report_is_off(&report, rule), cases[i].is_off);
        arena_free(arena);
    }
}

/* How many places a sentence has; they must be numbered from 0 without a gap. */
static int count_places(const char *text)
{
    int count = 0;
    char place[8];
    for (int i = 0; i < 10; i++) {
        snprintf(place, sizeof place, "{%d}", i);
        if (!strstr(text, place))
            continue;
        assert_int_equal(count, i);
        count++;
    }
    return count;
}

static void every_finding_says_what_why_and_how_to_mend_it(void **state)
{
    (void)state;
    for (int code = 0; code < FINDING_COUNT; code++) {
        const struct finding_info *info = finding_info((enum finding_code)code);
        const char *const sentences[] = { info->message, info->why, info->fix };
        for (size_t i = 0; i < ARRAY_LEN(sentences); i++) {
            assert_true(sentences[i][0] != '\0');
            assert_true(utf8_is_valid(str_of(sentences[i])));
        }
        assert_true(strchr(info->message, '\n') == NULL);
        assert_non_null(info->example);
        /* Arguments may also be used by the sentences that say why and how to mend it. */
        struct arena *arena = arena_new(10000);
        struct str joined = str_join(arena, str_of(info->message), str_of(info->why));
        joined = str_join(arena, joined, str_of(info->fix));
        assert_true(count_places(joined.at) <= FINDING_ARGS_MAX);
        arena_free(arena);
    }
}

static void words_of_the_json_are_stable(void **state)
{
    (void)state;
    assert_string_equal(severity_name(SEVERITY_ADVISE), "advise");
    assert_string_equal(severity_name(SEVERITY_ASK), "ask");
    assert_string_equal(severity_name(SEVERITY_WARN), "warn");
    assert_string_equal(severity_name(SEVERITY_BLOCK), "block");
    assert_string_equal(rule_group_name(GROUP_PLAIN_LANGUAGE), "plain-language");
    assert_string_equal(rule_group_name(GROUP_TECHNICAL), "technical");
    assert_string_equal(rule_group_name(GROUP_CONTENT), "content");
    assert_string_equal(rule_group_name(GROUP_SAFETY), "safety");
}

static void a_profile_replaces_the_worst_severity_of_a_rule(void **state)
{
    static const struct {
        enum finding_code code;
        bool has_severity;
        enum severity chosen, want;
    } cases[] = {
        /* no setting: the list's */
        { FINDING_FACT_WHEN, false, SEVERITY_ADVISE, SEVERITY_BLOCK },
        { FINDING_FACT_COST, false, SEVERITY_BLOCK, SEVERITY_WARN },
        /* as severe as its rule: the profile's */
        { FINDING_FACT_WHEN, true, SEVERITY_BLOCK, SEVERITY_BLOCK },
        { FINDING_FACT_WHEN, true, SEVERITY_WARN, SEVERITY_WARN },
        { FINDING_FACT_WHEN, true, SEVERITY_ADVISE, SEVERITY_ADVISE },
        { FINDING_PICTURE_NAME, true, SEVERITY_BLOCK, SEVERITY_BLOCK },
        { FINDING_FEED_IS_STALE, true, SEVERITY_BLOCK, SEVERITY_BLOCK },
        /* milder than its rule: its own, at most the profile's */
        { FINDING_FACT_COST, true, SEVERITY_BLOCK, SEVERITY_WARN },
        { FINDING_FACT_COST, true, SEVERITY_WARN, SEVERITY_WARN },
        { FINDING_FACT_COST, true, SEVERITY_ASK, SEVERITY_ASK },
        { FINDING_PICTURE_MOVES_FIRST, true, SEVERITY_ADVISE, SEVERITY_ADVISE },
        /* no approver may override the rule: the list's */
        { FINDING_SIGNATURE_WRONG, true, SEVERITY_ADVISE, SEVERITY_BLOCK },
        { FINDING_PROFILE_RULE, true, SEVERITY_BLOCK, SEVERITY_WARN },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct rule_setting settings[RULE_COUNT] = { 0 };
        settings[finding_info(cases[i].code)->rule] =
            (struct rule_setting){ .has_severity = cases[i].has_severity,
                                   .severity = cases[i].chosen };
        struct report report = report_new(*state);
        report.settings = settings;
        struct finding *finding = report_add(&report, cases[i].code, (struct place){ 0 });
        if (finding->severity != cases[i].want)
            fail_msg("case %zu gave %s", i, severity_name(finding->severity));
    }
}

static void a_report_without_settings_takes_the_lists(void **state)
{
    struct report report = report_new(*state);
    assert_int_equal(report_add(&report, FINDING_FACT_COST, at("a", 0, 0))->severity,
                     SEVERITY_WARN);
    assert_true(report_limit(&report, RULE_FILE_SIZE) == 10000000);
    struct rule_setting settings[RULE_COUNT] = { 0 };
    report.settings = settings;
    assert_true(report_limit(&report, RULE_FILE_SIZE) == 10000000);
    settings[RULE_FILE_SIZE] = (struct rule_setting){ .has_limit = true, .limit = 2.5 };
    assert_true(report_limit(&report, RULE_FILE_SIZE) == 2.5);
}

static void a_report_answers_what_is_in_it(void **state)
{
    struct report report = report_new(*state);
    assert_false(report_has(&report, SEVERITY_ADVISE));
    report_sort(&report);
    report_add(&report, FINDING_PICTURE_NAME, at("a", 0, 0));
    assert_true(report_has(&report, SEVERITY_ADVISE));
    assert_false(report_has(&report, SEVERITY_WARN));
    report_add(&report, FINDING_FACT_WHEN, at("a", 0, 0));
    assert_true(report_has(&report, SEVERITY_BLOCK));
    assert_false(report_is_final(&report)); /* an approver may let it pass */
    report_add(&report, FINDING_PROFILE_RULE, at("a", 0, 0));
    assert_false(report_is_final(&report)); /* it only warns */
    report_add(&report, FINDING_APPROVAL_MISSING, at("a", 0, 0));
    assert_true(report_is_final(&report));
    assert_true(report_has_code(&report, FINDING_FACT_WHEN));
    assert_false(report_has_code(&report, FINDING_FACT_WHERE));
    assert_int_equal(report.count, 4);
}

static void findings_are_sorted_by_severity_and_place_and_stay_in_order(void **state)
{
    static const struct {
        enum finding_code code;
        const char *file;
        unsigned line, column;
        const char *number; /* where it belongs */
    } cases[] = {
        { FINDING_PICTURE_NAME, "a.xml", 1, 1, "8" }, { FINDING_FACT_COST, "b.xml", 1, 1, "7" },
        { FINDING_FACT_WHEN, "b.xml", 9, 1, "4" },    { FINDING_FACT_WHERE, "b.xml", 10, 1, "5" },
        { FINDING_FACT_WHEN, "a.xml", 2, 2, "2" },    { FINDING_FACT_WHERE, "a.xml", 2, 2, "3" },
        { FINDING_FACT_WHEN, "a.xml", 2, 1, "1" },    { FINDING_FACT_COST, "a.xml", 99, 1, "6" },
        { FINDING_FACT_WHEN, "a.xml", 0, 0, "0" },    { FINDING_PICTURE_NAME, "a.xml", 1, 1, "9" },
    };
    struct report report = report_new(*state);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct place where = at(cases[i].file, cases[i].line, cases[i].column);
        struct finding *finding = report_add(&report, cases[i].code, where);
        finding_arg(&report, finding, str_of(cases[i].number));
    }
    report_sort(&report);
    for (size_t i = 0; i < report.count; i++)
        assert_int_equal(report.findings[i].args[0].at[0], '0' + (int)i);
}

static void a_finding_owns_what_it_was_given(void **state)
{
    struct report report = report_new(*state);
    char file[] = "a.xml", element[] = "title", word[] = "word";
    struct place where = { str_of(file), 3, 4, str_of(element) };
    struct finding *finding = report_add(&report, FINDING_ATOM_TOO_LONG, where);
    finding_arg(&report, finding, str_of(word));
    finding_number(&report, finding, -123);
    finding_number(&report, finding, 100);
    memset(file, 'x', 5);
    memset(element, 'x', 5);
    memset(word, 'x', 4);
    assert_str(finding->where.file, "a.xml");
    assert_str(finding->where.element, "title");
    assert_int_equal(finding->where.line, 3);
    assert_int_equal(finding->where.column, 4);
    assert_int_equal(finding->arg_count, 3);
    assert_str(finding_message(*state, finding),
               "<word> has -123 characters. At most 100 are allowed.");
}

static void sentences_are_in_the_readers_language(void **state)
{
    struct report report = report_new(*state);
    struct finding *finding = report_add(&report, FINDING_ATOM_DATE, at("a.xml", 1, 1));
    finding_arg(&report, finding, STR("published"));
    finding_arg(&report, finding, STR("1.12.{0}"));
    assert_str(finding_message(*state, finding),
               "\"1.12.{0}\" in published is not a date or a time.");
    assert_str(finding_fix(*state, finding), "Write the year first, then the month and the day.");
    assert_str(finding_example(*state, finding), "2026-12-01 or 2026-12-01T17:00:00+02:00");
    i18n_start("fi");
    assert_str(finding_message(*state, finding),
               "Kohdassa published on \"1.12.{0}\". Se ei ole päivä.");
    i18n_start("en");
    struct finding *other = report_add(&report, FINDING_XML_EMPTY, at("a.xml", 0, 0));
    assert_str(finding_why(*state, other), "There is nothing to show.");
    assert_str(finding_example(*state, other), ""); /* and not gettext's own header */
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, give_arena, take_arena)

int report_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_rule_has_an_id_of_its_own),
        cmocka_unit_test(a_rules_severity_is_the_worst_of_its_findings),
        cmocka_unit_test(every_limit_lies_within_its_range),
        cmocka_unit_test(how_mild_a_rule_can_be_depends_on_its_worst),
        cmocka_unit_test(a_rule_that_is_off_keeps_no_finding),
        cmocka_unit_test(every_finding_says_what_why_and_how_to_mend_it),
        cmocka_unit_test(words_of_the_json_are_stable),
        WITH_ARENA(a_profile_replaces_the_worst_severity_of_a_rule),
        WITH_ARENA(a_report_without_settings_takes_the_lists),
        WITH_ARENA(a_report_answers_what_is_in_it),
        WITH_ARENA(findings_are_sorted_by_severity_and_place_and_stay_in_order),
        WITH_ARENA(a_finding_owns_what_it_was_given),
        WITH_ARENA(sentences_are_in_the_readers_language),
    };
    return cmocka_run_group_tests_name("report", tests, NULL, NULL);
}
