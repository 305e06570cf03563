/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line that an approver signs. */
#include "approve/chain.h"
#include "approve_tests.h"

#define AT "2026-11-19T09:30:00+02:00"

static struct approval an_approval(void)
{
    return (struct approval){
        .by = STR("Niemelän sote-keskuksen järjestöyhdyshenkilö"),
        .at = STR(AT),
        .rules = 3,
        .overrides = STR("overflow,event-facts"),
    };
}

static void an_approval_is_written_as_one_line(void **state)
{
    struct approval approval = an_approval();
    assert_str(approval_format(*state, &approval),
               STR("at=" AT " rules=3 overrides=overflow,event-facts "
                   "by=Niemelän sote-keskuksen järjestöyhdyshenkilö"));
    approval.overrides = STR("");
    approval.by = STR("by=at= rules=9");
    assert_str(approval_format(*state, &approval),
               STR("at=" AT " rules=3 overrides= by=by=at= rules=9"));
}

static void an_approval_comes_back_as_it_was(void **state)
{
    struct approval approval = an_approval(), again = { .rules = 9 };
    struct str line = approval_format(*state, &approval);
    assert_true(approval_parse(line, &again));
    assert_str(again.by, approval.by);
    assert_str(again.at, approval.at);
    assert_str(again.overrides, approval.overrides);
    assert_int_equal(again.rules, 3);
    assert_null(again.key);
    assert_true(again.by.at > line.at && again.by.at < line.at + line.bytes);
}

static void what_is_no_approval_is_refused(void **state)
{
    static const char *const bad[] = {
        "",
        "timestamp:1700000000\tfile:a.xml\thashed",
        "at=" AT,
        "at=" AT " rules=1",
        "at=" AT " rules=1 overrides=",
        "at=" AT " rules=1 overrides= ",
        "at=" AT " rules=1 overrides= by=",
        "at=" AT " rules=1 overrides= by= ",
        "at=" AT " rules=1 overrides= by= A",
        "at=" AT " rules=1 overrides= by=A ",
        "at=" AT " rules=1 overrides= By=A",
        "at=" AT " rules=1  overrides= by=A",
        " at=" AT " rules=1 overrides= by=A",
        "at=" AT "  rules=1 overrides= by=A",
        "at=" AT "\trules=1 overrides= by=A",
        "rules=1 at=" AT " overrides= by=A",
        "at=" AT " overrides= rules=1 by=A",
        "at=" AT " rules=1 by=A overrides=",
        "at=" AT " rules=1 by=A",
        "at=" AT " rules=1 overrides= more=1 by=A",
        "at=" AT " rules=0 overrides= by=A",
        "at=" AT " rules=01 overrides= by=A",
        "at=" AT " rules= overrides= by=A",
        "at=" AT " rules=-1 overrides= by=A",
        "at=" AT " rules=+1 overrides= by=A",
        "at=" AT " rules=1x overrides= by=A",
        "at=" AT " rules=9999999999 overrides= by=A",
        "at= rules=1 overrides= by=A",
        "at=2026-11-19 rules=1 overrides= by=A",
        "at=2026-11-19T09:30:00 rules=1 overrides= by=A",
        "at=2026-11-19T09:30:00.5 rules=1 overrides= by=A",
        "at=2026-11-19T09:30+02:00 rules=1 overrides= by=A",
        "at=2026-02-30T09:30:00+02:00 rules=1 overrides= by=A",
        "at=2026-11-19T25:30:00+02:00 rules=1 overrides= by=A",
        "at=" AT " rules=1 overrides=, by=A",
        "at=" AT " rules=1 overrides=a, by=A",
        "at=" AT " rules=1 overrides=,a by=A",
        "at=" AT " rules=1 overrides=a,,b by=A",
        "at=" AT " rules=1 overrides=a, b by=A",
        "at=" AT " rules=1 overrides=A by=A",
        "at=" AT " rules=1 overrides=a_b by=A",
        "at=" AT " rules=1 overrides= by=A\nB",
        "at=" AT " rules=1 overrides= by=A\rB",
        "at=" AT " rules=1 overrides= by=A\tB",
        "at=" AT " rules=1 overrides= by=A\x1B[2JB",
        "at=" AT " rules=1 overrides= by=A\x7F",
        "at=" AT " rules=1 overrides= by=A\xC2\x85",
        "at=" AT " rules=1 overrides= by=A\xE2\x80\xA8",
        "at=" AT " rules=1 overrides= by=A\xE2\x80\xAE",
        "at=" AT " rules=1 overrides= by=A\xE2\x81\xA6",
        "at=" AT " rules=1 overrides= by=A\xFF",
        "at=" AT " rules=1 overrides= by=A\xC0\x80",
    };
    struct approval approval = { .rules = 77 };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        if (approval_parse(str_of(bad[i]), &approval))
            fail_msg("\"%s\"", bad[i]);
    assert_int_equal(approval.rules, 77);
    (void)state;
}

static void spellings_of_the_time_that_rfc_3339_knows_are_read(void **state)
{
    static const char *const good[] = {
        "2026-11-19T09:30:00+02:00",
        "2026-11-19T07:30:00Z",
        "2026-11-19T07:30:00.25Z",
    };
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        struct approval approval;
        struct str line = str_format(*state, "at=%s rules=1 overrides= by=A", good[i]);
        assert_true(approval_parse(line, &approval));
        assert_str(approval.at, str_of(good[i]));
    }
}

static void a_role_is_cleaned_so_that_it_stays_one_line(void **state)
{
    static const struct {
        const char *by, *written;
    } cases[] = {
        { " Rooli\n", "Rooli" },
        { "Rooli\nat=1970-01-01T00:00:00Z", "Rooli at=1970-01-01T00:00:00Z" },
        { "a\tb\x1B"
          "c\x7F",
          "a b c" },
        { "a\xE2\x80\xA8"
          "b\xC2\x85"
          "c\xE2\x80\xAE"
          "d",
          "a b c d" },
        { "a\xFF"
          "b",
          "a\xEF\xBF\xBD"
          "b" },
        { "دائرة الصحة", "دائرة الصحة" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct approval approval = an_approval(), again;
        approval.by = str_of(cases[i].by);
        assert_true(approval_parse(approval_format(*state, &approval), &again));
        assert_str(again.by, str_of(cases[i].written));
    }
}

static void a_long_role_is_cut_between_characters(void **state)
{
    struct approval approval = an_approval(), again;
    approval.by = STR("x");
    while (approval.by.bytes < (size_t)2 * APPROVAL_BY_BYTES_MAX)
        approval.by = str_join(*state, approval.by, STR("ä"));
    assert_true(approval_parse(approval_format(*state, &approval), &again));
    assert_int_equal(again.by.bytes, APPROVAL_BY_BYTES_MAX - 1);
    struct str longer = str_join(*state, approval_format(*state, &approval), STR("öö"));
    assert_false(approval_parse(longer, &again));
}

static void an_approval_that_cannot_be_said_is_not_written(void **state)
{
    struct approval cases[9];
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        cases[i] = an_approval();
    cases[0].by = STR("");
    cases[1].by = STR(" \n\t");
    cases[2].at = STR("2026-11-19");
    cases[3].at = STR("2026-11-19T09:30:00+02:00 rules=1");
    cases[4].rules = 0;
    cases[5].rules = -1;
    cases[6].overrides = STR("a b");
    cases[7].overrides = STR("a,");
    while (cases[8].overrides.bytes < TRUSTED_COMMENT_BYTES_MAX)
        cases[8].overrides = str_join(*state, cases[8].overrides, STR(",rule"));
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (approval_format(*state, &cases[i]).bytes > 0)
            fail_msg("case %zu", i);
}

static void an_approval_that_is_too_long_is_not_cut(void **state)
{
    struct approval approval = an_approval(), again;
    size_t bytes = approval_format(*state, &approval).bytes;
    for (; bytes < TRUSTED_COMMENT_BYTES_MAX; bytes++)
        approval.overrides = str_join(*state, approval.overrides, STR("x"));
    struct str longest = approval_format(*state, &approval);
    assert_int_equal(longest.bytes, TRUSTED_COMMENT_BYTES_MAX);
    assert_true(approval_parse(longest, &again));
    assert_str(again.by, approval.by);
    approval.overrides = str_join(*state, approval.overrides, STR("x"));
    assert_int_equal(approval_format(*state, &approval).bytes, 0);
}

static void a_rule_is_overridden_only_by_its_whole_name(void **state)
{
    struct approval approval = an_approval();
    assert_true(approval_overrides(&approval, "overflow"));
    assert_true(approval_overrides(&approval, "event-facts"));
    assert_false(approval_overrides(&approval, "event"));
    assert_false(approval_overrides(&approval, "facts"));
    assert_false(approval_overrides(&approval, "overflow,event-facts"));
    assert_false(approval_overrides(&approval, ""));
    approval.overrides = STR("");
    assert_false(approval_overrides(&approval, "overflow"));
    assert_false(approval_overrides(&approval, ""));
    (void)state;
}

int approval_tests(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(an_approval_is_written_as_one_line),
        ARENA_TEST(an_approval_comes_back_as_it_was),
        cmocka_unit_test(what_is_no_approval_is_refused),
        ARENA_TEST(spellings_of_the_time_that_rfc_3339_knows_are_read),
        ARENA_TEST(a_role_is_cleaned_so_that_it_stays_one_line),
        ARENA_TEST(a_long_role_is_cut_between_characters),
        ARENA_TEST(an_approval_that_cannot_be_said_is_not_written),
        ARENA_TEST(an_approval_that_is_too_long_is_not_cut),
        cmocka_unit_test(a_rule_is_overridden_only_by_its_whole_name),
    };
    return cmocka_run_group_tests_name("approval", tests, NULL, NULL);
}
