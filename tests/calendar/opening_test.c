/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening hours of a made-up centre in Helsinki's time. */
#include "calendar/opening.h"
#include "written.h"

#define WORKING_DAYS                                                                               \
    {                                                                                              \
        true, true, true, true, true, false, false                                                 \
    }

/* Working days 8 to 16, Tuesdays also 17 to 19, Saturdays from 22 until 2 in the night. */
static struct opening_span week[] = {
    { { 8 * 60, 16 * 60 }, WORKING_DAYS },
    { { 17 * 60, 19 * 60 }, { [TUESDAY] = true } },
    { { 22 * 60, 26 * 60 }, { [SATURDAY] = true } },
};

static struct opening_exception exceptions[] = {
    { { 2026, 12, 6 }, { 2026, 12, 6 }, true, { 0, 0 } },
    { { 2026, 12, 21 }, { 2027, 1, 6 }, true, { 0, 0 } },
    { { 2026, 12, 29 }, { 2026, 12, 29 }, false, { 9 * 60, 12 * 60 } },
    { { 2026, 12, 29 }, { 2026, 12, 29 }, false, { 13 * 60, 14 * 60 } },
    { { 2027, 6, 1 }, { 2027, 8, 31 }, false, { 9 * 60, 15 * 60 } },
    { { 2027, 6, 25 }, { 2027, 6, 25 }, true, { 0, 0 } },
    { { 2027, 3, 1 }, { 2027, 3, 1 }, false, { 9 * 60, 10 * 60 } },
    { { 2027, 3, 1 }, { 2027, 3, 1 }, true, { 0, 0 } },
};

static const struct opening centre = { week, ARRAY_LEN(week), exceptions, ARRAY_LEN(exceptions) };

static void the_door_is_open_when_it_says_so(void **state)
{
    static const struct {
        const char *at;
        bool is_open;
        const char *change;
    } cases[] = {
        { "2026-11-23T07:59:59", false, "2026-11-23T08:00:00" },
        { "2026-11-23T08:00:00", true, "2026-11-23T16:00:00" },
        { "2026-11-23T15:59:59", true, "2026-11-23T16:00:00" },
        { "2026-11-23T16:00:00", false, "2026-11-24T08:00:00" },
        { "2026-11-24T16:30:00", false, "2026-11-24T17:00:00" },
        { "2026-11-24T18:00:00", true, "2026-11-24T19:00:00" },
        { "2026-11-27T20:00:00", false, "2026-11-28T22:00:00" },
        { "2026-11-28T23:59:59", true, "2026-11-29T02:00:00" },
        { "2026-11-29T01:00:00", true, "2026-11-29T02:00:00" },
        { "2026-11-29T02:00:00", false, "2026-11-30T08:00:00" },
        /* the night before a closed day goes on into it */
        { "2026-12-06T01:30:00", true, "2026-12-06T02:00:00" },
        { "2026-12-06T12:00:00", false, "2026-12-07T08:00:00" },
        /* a day within a closed row, with two pieces of hours */
        { "2026-12-19T23:00:00", true, "2026-12-20T02:00:00" },
        { "2026-12-20T12:00:00", false, "2026-12-29T09:00:00" },
        { "2026-12-29T11:00:00", true, "2026-12-29T12:00:00" },
        { "2026-12-29T12:30:00", false, "2026-12-29T13:00:00" },
        { "2026-12-29T14:00:00", false, "2027-01-07T08:00:00" },
        /* a closed day within the summer's hours, which also hold on Saturday */
        { "2027-06-24T14:00:00", true, "2027-06-24T15:00:00" },
        { "2027-06-24T15:00:00", false, "2027-06-26T09:00:00" },
        /* closed and hours for the same day: closed */
        { "2027-03-01T09:30:00", false, "2027-03-02T08:00:00" },
        /* the nights of the switches: 22 to 2 is over before them, in March and in October */
        { "2027-03-27T23:00:00", true, "2027-03-28T02:00:00" },
        { "2027-10-30T23:00:00", true, "2027-10-31T02:00:00" },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int64_t at = written_moment(zone, cases[i].at);
        if (opening_is_open(&centre, zone, at) != cases[i].is_open)
            fail_msg("%s", cases[i].at);
        int64_t change = opening_next_change(&centre, zone, at);
        if (change != written_moment(zone, cases[i].change))
            fail_msg("after %s: %s", cases[i].at, stamp_format(*state, change, zone).at);
    }
}

static void each_change_turns_open_to_closed_or_back(void **state)
{
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    int64_t at = written_moment(zone, "2026-09-01"), until = written_moment(zone, "2028-01-01");
    bool is_open = opening_is_open(&centre, zone, at);
    int changes = 0;
    while (at < until) {
        int64_t next = opening_next_change(&centre, zone, at);
        assert_true(next > at);
        for (int64_t between = at; between < next; between += 599)
            assert_int_equal(opening_is_open(&centre, zone, between), is_open);
        assert_int_equal(opening_is_open(&centre, zone, next - 1), is_open);
        is_open = !is_open;
        assert_int_equal(opening_is_open(&centre, zone, next), is_open);
        at = next;
        changes++;
    }
    assert_in_range(changes, 600, 1200);
}

static void hours_over_a_switch_follow_the_clock(void **state)
{
    static struct opening_span nights[] = { { { 20 * 60, 28 * 60 },
                                              { true, true, true, true, true, true, true } } };
    static const struct opening night = { nights, 1, NULL, 0 };
    static const struct {
        const char *from, *until;
    } cases[] = {
        { "2026-10-24T20:00:00+03:00", "2026-10-25T04:00:00+02:00" },
        { "2027-03-27T20:00:00+02:00", "2027-03-28T04:00:00+03:00" },
        { "2027-10-30T20:00:00+03:00", "2027-10-31T04:00:00+02:00" },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int64_t from = written_moment(zone, cases[i].from);
        int64_t until = written_moment(zone, cases[i].until);
        assert_false(opening_is_open(&night, zone, from - 1));
        assert_true(opening_is_open(&night, zone, from));
        assert_int_equal(opening_next_change(&night, zone, from), until);
    }
}

static void a_centre_without_hours_is_always_open(void **state)
{
    static const struct opening always = { NULL, 0, NULL, 0 };
    static struct opening_exception day_off[] = {
        { { 2026, 12, 6 }, { 2026, 12, 6 }, true, { 0, 0 } },
    };
    static const struct opening but_for_a_day = { NULL, 0, day_off, 1 };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    int64_t at = written_moment(zone, "2026-12-01T03:00");
    assert_true(opening_is_open(&always, zone, at));
    assert_int_equal(opening_next_change(&always, zone, at), INT64_MAX);
    assert_int_equal(opening_next_change(&but_for_a_day, zone, at),
                     written_moment(zone, "2026-12-06"));
    assert_false(opening_is_open(&but_for_a_day, zone, written_moment(zone, "2026-12-06")));
    assert_true(opening_is_open(&but_for_a_day, zone, written_moment(zone, "2026-12-07")));
}

static void hours_that_touch_make_no_change(void **state)
{
    static struct opening_span spans[] = {
        { { 9 * 60, 12 * 60 }, WORKING_DAYS },
        { { 12 * 60, 15 * 60 }, WORKING_DAYS },
        { { 11 * 60, 13 * 60 }, WORKING_DAYS },
    };
    static const struct opening opening = { spans, ARRAY_LEN(spans), NULL, 0 };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    int64_t at = written_moment(zone, "2026-11-23T09:30");
    assert_int_equal(opening_next_change(&opening, zone, at),
                     written_moment(zone, "2026-11-23T15:00"));
}

static void a_centre_that_never_opens_has_no_change(void **state)
{
    static struct opening_span spans[] = { { { 9 * 60, 12 * 60 }, { false } } };
    static const struct opening opening = { spans, 1, NULL, 0 };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    assert_false(opening_is_open(&opening, zone, 0));
    assert_int_equal(opening_next_change(&opening, zone, 0), INT64_MAX);
    assert_int_equal(opening_next_change(&centre, zone, INT64_MAX), INT64_MAX);
}

static void an_opening_after_a_long_pause_is_found(void **state)
{
    static struct opening_span spans[] = { { { 9 * 60, 12 * 60 }, { false } } };
    static struct opening_exception once[] = {
        { { 2028, 1, 4 }, { 2028, 1, 4 }, false, { 9 * 60, 10 * 60 } },
    };
    static const struct opening opening = { spans, 1, once, 1 };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    assert_int_equal(opening_next_change(&opening, zone, written_moment(zone, "2026-12-01")),
                     written_moment(zone, "2028-01-04T09:00"));
    assert_int_equal(opening_next_change(&opening, zone, written_moment(zone, "2026-11-29")),
                     INT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_door_is_open_when_it_says_so),
        cmocka_unit_test(each_change_turns_open_to_closed_or_back),
        cmocka_unit_test(hours_over_a_switch_follow_the_clock),
        cmocka_unit_test(a_centre_without_hours_is_always_open),
        cmocka_unit_test(hours_that_touch_make_no_change),
        cmocka_unit_test(a_centre_that_never_opens_has_no_change),
        cmocka_unit_test(an_opening_after_a_long_pause_is_found),
    };
    return cmocka_run_group_tests_name("opening", tests, written_setup, written_teardown);
}
