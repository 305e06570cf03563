/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which item may be shown when, and the moments at which that changes. */
#include "made.h"

static struct timetable timetable_at(struct arena *arena, const struct edition *edition,
                                     const char *moment)
{
    return (struct timetable){ edition, made_zone(arena), made_moment(arena, moment), true };
}

static void each_reason_has_its_moment(void **state)
{
    static const struct {
        struct made_item item;
        const char *now;
        enum reason reason;
    } cases[] = {
        { { .from = "2026-11-20", .until = "2026-11-30" }, "2026-11-19T23:59:59", REASON_NOT_YET },
        { { .from = "2026-11-20", .until = "2026-11-30" }, "2026-11-20", REASON_SHOWN },
        { { .from = "2026-11-20", .until = "2026-11-30" }, "2026-11-30T23:59:59", REASON_SHOWN },
        { { .from = "2026-11-20", .until = "2026-11-30" }, "2026-12-01", REASON_EXPIRED },
        /* without a period: from the update on, 90 days */
        { { 0 }, "2026-10-31T23:59:59", REASON_NOT_YET },
        { { 0 }, "2027-01-29T23:59:59", REASON_SHOWN },
        { { 0 }, "2027-01-30", REASON_EXPIRED },
        /* the last date is over, though the period goes on */
        { { .start = "2026-11-24T17:00", .end = "2026-11-24T18:30", .until = "2026-12-31" },
          "2026-11-24T18:29:59",
          REASON_SHOWN },
        { { .start = "2026-11-24T17:00", .end = "2026-11-24T18:30", .until = "2026-12-31" },
          "2026-11-24T18:30:00",
          REASON_EXPIRED },
        { { .start = "2026-11-24T17:00",
            .end = "2026-11-24T18:30",
            .rrule = "FREQ=WEEKLY;COUNT=3",
            .until = "2026-12-31" },
          "2026-12-08T18:00:00",
          REASON_SHOWN },
        { { .start = "2026-11-24T17:00",
            .end = "2026-11-24T18:30",
            .rrule = "FREQ=WEEKLY;COUNT=3",
            .until = "2026-12-31" },
          "2026-12-08T19:00:00",
          REASON_EXPIRED },
        /* a date called off says so until it would have been over */
        { { .start = "2026-11-24T17:00", .end = "2026-11-24T18:30", .cancelled = true },
          "2026-11-24T18:00:00",
          REASON_SHOWN },
        { { .start = "2026-11-24T17:00", .end = "2026-11-24T18:30", .cancelled = true },
          "2026-11-24T18:30:00",
          REASON_EXPIRED },
        { { .centre = "niemela" }, "2026-11-24", REASON_SHOWN },
        { { .centre = "kylpyla" }, "2026-11-24", REASON_OTHER_CENTRE },
        { { .hidden = true }, "2026-11-24", REASON_WITHDRAWN },
        { { .refused = REASON_BAD_SIGNATURE, .hidden = true }, "2026-11-24", REASON_BAD_SIGNATURE },
        { { .hidden = true, .centre = "kylpyla" }, "2026-11-24", REASON_WITHDRAWN },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct made_item made = cases[i].item;
        made.id = "a";
        made.authors = "Esimerkki ry";
        const struct edition *edition = MADE_EDITION(*state, made);
        struct timetable timetable = timetable_at(*state, edition, cases[i].now);
        enum reason reason = timetable_reason(&timetable, &edition->items[0]);
        if (reason != cases[i].reason)
            fail_msg("case %zu, %s: %s", i, cases[i].now, reason_word(reason));
    }
}

static void a_closed_centre_shows_nothing(void **state)
{
    static struct opening_span day = { { 8 * 60, 16 * 60 },
                                       { true, true, true, true, true, false, false } };
    struct edition *edition =
        MADE_EDITION(*state, { .id = "a", .authors = "Esimerkki ry", .until = "2027-01-31" });
    edition->profile.opening = (struct opening){ .spans = &day, .span_count = 1 };
    struct timetable timetable = timetable_at(*state, edition, "2026-11-24T07:59:00");
    assert_false(timetable_is_open(&timetable));
    assert_int_equal(timetable_reason(&timetable, &edition->items[0]), REASON_OUTSIDE_HOURS);
    assert_int_equal(timetable_next_change(&timetable), made_moment(*state, "2026-11-24T08:00"));
    timetable.now = timetable_next_change(&timetable);
    assert_int_equal(timetable_reason(&timetable, &edition->items[0]), REASON_SHOWN);
    /* nobody knows the hour: what needs no clock is shown */
    timetable.clock_is_real = false;
    timetable.now = 0;
    assert_true(timetable_is_open(&timetable));
}

static void without_a_clock_only_what_is_always_right_is_shown(void **state)
{
    static const struct {
        struct made_item item;
        enum reason reason;
    } cases[] = {
        { { 0 }, REASON_SHOWN },
        { { .from = "2026-11-20" }, REASON_SHOWN },
        { { .from = "2026-11-21" }, REASON_CLOCK_UNKNOWN },
        { { .until = "2027-05-31" }, REASON_CLOCK_UNKNOWN },
        { { .from = "2026-11-20", .until = "2099-12-31" }, REASON_SHOWN },
        { { .start = "2026-11-24T17:00" }, REASON_CLOCK_UNKNOWN },
        { { .start = "2026-11-24T17:00", .rrule = "FREQ=WEEKLY" }, REASON_CLOCK_UNKNOWN },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct made_item made = cases[i].item;
        made.id = "a";
        made.authors = "Esimerkki ry";
        const struct edition *edition = MADE_EDITION(*state, made);
        static const char *const moments[] = { "1970-01-01", "2026-11-24T12:00", "2050-01-01" };
        for (size_t k = 0; k < ARRAY_LEN(moments); k++) {
            struct timetable timetable = timetable_at(*state, edition, moments[k]);
            timetable.clock_is_real = false;
            assert_int_equal(timetable_reason(&timetable, &edition->items[0]), cases[i].reason);
            assert_true(timetable_next_change(&timetable) == INT64_MAX);
        }
    }
}

static void the_next_change_is_the_earliest(void **state)
{
    static const struct {
        struct made_item item;
        const char *now, *change;
    } cases[] = {
        { { .from = "2026-12-01", .until = "2026-12-10" }, "2026-11-24T10:00", "2026-12-01" },
        { { .from = "2026-12-01", .until = "2026-12-10" }, "2026-12-01", "2026-12-11" },
        /* dated things change with the day, and when a date is over */
        { { .start = "2026-11-24T17:00", .end = "2026-11-24T18:30" },
          "2026-11-24T10:00",
          "2026-11-24T18:30" },
        { { .start = "2026-11-24T17:00", .end = "2026-11-24T18:30" },
          "2026-11-23T10:00",
          "2026-11-24" },
        { { .start = "2026-10-26T17:00", .end = "2026-10-26T18:30", .from = "2026-10-01" },
          "2026-10-24T23:59",
          "2026-10-25" },
        { { .signup_until = "2026-12-01", .until = "2026-12-10" },
          "2026-11-23T10:00",
          "2026-11-24" },
        /* what never shows changes never */
        { { .hidden = true }, "2026-11-24", NULL },
        { { .until = "2026-11-20" }, "2026-11-24", NULL },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct made_item made = cases[i].item;
        made.id = "a";
        made.authors = "Esimerkki ry";
        const struct edition *edition = MADE_EDITION(*state, made);
        struct timetable timetable = timetable_at(*state, edition, cases[i].now);
        int64_t change = timetable_next_change(&timetable);
        int64_t want = cases[i].change ? made_moment(*state, cases[i].change) : INT64_MAX;
        if (change != want)
            fail_msg("case %zu: %s", i, stamp_format(*state, change, made_zone(*state)).at);
    }
}

/* Every half hour of two months: nothing changes but at a moment that was foretold. */
static void no_reason_changes_unforetold(void **state)
{
    static struct opening_span day = { { 8 * 60, 15 * 60 + 30 },
                                       { true, true, true, true, true, false, false } };
    struct edition *edition = MADE_EDITION(
        *state, { .id = "a", .authors = "A ry", .from = "2026-10-20", .until = "2026-11-05" },
        { .id = "b",
          .authors = "B ry",
          .from = "2026-10-23",
          .start = "2026-10-25T02:30",
          .end = "2026-10-25T04:00",
          .rrule = "FREQ=WEEKLY;COUNT=4" },
        { .id = "c", .authors = "C ry", .start = "2026-11-10", .end = "2026-11-12" });
    edition->profile.opening = (struct opening){ .spans = &day, .span_count = 1 };
    struct timetable timetable = timetable_at(*state, edition, "2026-10-15");
    int64_t until = made_moment(*state, "2026-12-15"), change = 0;
    enum reason before[3] = { 0 };
    for (; timetable.now < until; timetable.now += 1800) {
        for (size_t i = 0; i < 3; i++) {
            enum reason reason = timetable_reason(&timetable, &edition->items[i]);
            assert_true(reason == before[i] || timetable.now >= change);
            before[i] = reason;
        }
        change = timetable_next_change(&timetable);
        assert_true(change > timetable.now);
    }
}

static void a_clock_is_real_when_somebody_vouches_and_it_is_not_behind(void **state)
{
    int64_t updated = made_moment(*state, "2036-11-20"), later = made_moment(*state, "2036-11-24");
    assert_true(timetable_clock_is_real(later, true, false, updated));
    assert_true(timetable_clock_is_real(later, false, true, updated));
    assert_false(timetable_clock_is_real(later, false, false, updated));
    assert_false(timetable_clock_is_real(updated - 1, true, true, updated));
    assert_false(timetable_clock_is_real(0, true, true, 0)); /* before this was built */
    assert_false(timetable_clock_is_real(made_moment(*state, "2026-01-01"), true, true, 0));
}

int timetable_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_reason_has_its_moment),
        cmocka_unit_test(a_closed_centre_shows_nothing),
        cmocka_unit_test(without_a_clock_only_what_is_always_right_is_shown),
        cmocka_unit_test(the_next_change_is_the_earliest),
        cmocka_unit_test(no_reason_changes_unforetold),
        cmocka_unit_test(a_clock_is_real_when_somebody_vouches_and_it_is_not_behind),
    };
    struct CMUnitTest set_up[ARRAY_LEN(tests)];
    for (size_t i = 0; i < ARRAY_LEN(tests); i++) {
        set_up[i] = tests[i];
        set_up[i].setup_func = made_setup;
        set_up[i].teardown_func = made_teardown;
    }
    return cmocka_run_group_tests(set_up, NULL, NULL);
}
