/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates that repeat, in Helsinki unless a case says otherwise. Cases are written as in a feed. */
#include "written.h"

#include <stdio.h>

#define WHENS_MAX 4
#define LIST_MAX 12

static void a_rule_is_read(void **state)
{
    static const struct {
        const char *text;
        struct repeat expected;
    } cases[] = {
        { "FREQ=DAILY", { .frequency = REPEAT_DAILY, .interval = 1 } },
        { "INTERVAL=3;FREQ=DAILY", { .frequency = REPEAT_DAILY, .interval = 3 } },
        { "FREQ=WEEKLY;BYDAY=TU",
          { .frequency = REPEAT_WEEKLY,
            .interval = 1,
            .byday = { { 0, TUESDAY } },
            .byday_count = 1 } },
        { "FREQ=WEEKLY;COUNT=10;BYDAY=MO,SU,MO",
          { .frequency = REPEAT_WEEKLY,
            .interval = 1,
            .count = 10,
            .byday = { { 0, MONDAY }, { 0, SUNDAY } },
            .byday_count = 2 } },
        { "FREQ=MONTHLY;BYDAY=2TU,-1FR,+3WE,04TH,SA",
          { .frequency = REPEAT_MONTHLY,
            .interval = 1,
            .byday = { { 2, TUESDAY },
                       { -1, FRIDAY },
                       { 3, WEDNESDAY },
                       { 4, THURSDAY },
                       { 0, SATURDAY } },
            .byday_count = 5 } },
        { "FREQ=DAILY;COUNT=10000", { .frequency = REPEAT_DAILY, .interval = 1, .count = 10000 } },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct repeat *expected = &cases[i].expected;
        struct repeat repeat;
        if (!repeat_parse(str_of(cases[i].text), &repeat))
            fail_msg("%s is not read", cases[i].text);
        assert_int_equal(repeat.frequency, expected->frequency);
        assert_int_equal(repeat.interval, expected->interval);
        assert_int_equal(repeat.count, expected->count);
        assert_int_equal(repeat.byday_count, expected->byday_count);
        assert_int_equal(repeat.until.kind, STAMP_NONE);
        for (int n = 0; n < repeat.byday_count; n++) {
            assert_int_equal(repeat.byday[n].nth, expected->byday[n].nth);
            assert_int_equal(repeat.byday[n].weekday, expected->byday[n].weekday);
        }
    }
}

static void until_is_read_in_all_its_forms(void **state)
{
    static const struct {
        const char *text;
        enum stamp_kind kind;
        const char *moment;
    } cases[] = {
        { "FREQ=DAILY;UNTIL=20270531", STAMP_DATE, "2027-05-31T00:00:00+03:00" },
        { "FREQ=DAILY;UNTIL=2027-05-31", STAMP_DATE, "2027-05-31T00:00:00+03:00" },
        { "FREQ=DAILY;UNTIL=20270531T210000Z", STAMP_MOMENT, "2027-06-01T00:00:00+03:00" },
        { "FREQ=DAILY;UNTIL=2027-05-31T21:00:00Z", STAMP_MOMENT, "2027-06-01T00:00:00+03:00" },
        { "FREQ=DAILY;UNTIL=2027-05-31T21:00+03:00", STAMP_MOMENT, "2027-05-31T21:00:00+03:00" },
        { "FREQ=DAILY;UNTIL=20270531T210000", STAMP_LOCAL, "2027-05-31T21:00:00+03:00" },
        { "FREQ=DAILY;UNTIL=2027-05-31T21:00:00", STAMP_LOCAL, "2027-05-31T21:00:00+03:00" },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct repeat repeat;
        if (!repeat_parse(str_of(cases[i].text), &repeat))
            fail_msg("%s is not read", cases[i].text);
        assert_int_equal(repeat.until.kind, cases[i].kind);
        assert_int_equal(stamp_moment(&repeat.until, zone), written_moment(zone, cases[i].moment));
    }
}

static void a_rule_that_is_not_understood_is_not_read(void **state)
{
    static const char *const cases[] = {
        "",
        ";",
        "FREQ",
        "FREQ=",
        "FREQ=YEARLY",
        "FREQ=HOURLY",
        "FREQ=SECONDLY",
        "freq=daily",
        "FREQ=daily",
        "RRULE:FREQ=DAILY",
        "INTERVAL=2",
        "FREQ=DAILY;",
        ";FREQ=DAILY",
        "FREQ=DAILY;;INTERVAL=2",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=x",
        "FREQ=DAILY;INTERVAL=",
        "FREQ=DAILY;INTERVAL=1.5",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=10001",
        "FREQ=DAILY;COUNT=3;UNTIL=20270531",
        "FREQ=DAILY;UNTIL=",
        "FREQ=DAILY;UNTIL=20270229",
        "FREQ=DAILY;UNTIL=20270531T21",
        "FREQ=DAILY;UNTIL=20270531Z",
        "FREQ=DAILY;UNTIL=20270531T210000z",
        "FREQ=DAILY;UNTIL=2027053a",
        "FREQ=DAILY;UNTIL=20270531T2100000",
        "FREQ=DAILY;UNTIL=31.5.2027",
        "FREQ=DAILY;BYDAY=",
        "FREQ=DAILY;BYDAY=TI",
        "FREQ=DAILY;BYDAY=MO,",
        "FREQ=DAILY;BYDAY=,MO",
        "FREQ=DAILY;BYDAY=1MO",
        "FREQ=WEEKLY;BYDAY=-1MO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=MONTHLY;BYDAY=-6MO",
        "FREQ=MONTHLY;BYDAY=+MO",
        "FREQ=MONTHLY;BYDAY=--1MO",
        "FREQ=MONTHLY;BYDAY=2",
        "FREQ=MONTHLY;BYMONTHDAY=13",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1",
        "FREQ=WEEKLY;WKST=SU",
        "FREQ=DAILY;X=1",
        "FREQ=DAILY INTERVAL=2",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct repeat repeat = { .interval = 4711 };
        if (repeat_parse(str_of(cases[i]), &repeat))
            fail_msg("\"%s\" is read", cases[i]);
        assert_int_equal(repeat.interval, 4711);
    }
}

static void more_weekdays_than_can_differ_are_not_read(void **state)
{
    static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    struct text text = text_new(*state, 4096);
    struct repeat repeat;
    text_add_c(&text, "FREQ=MONTHLY;BYDAY=1MO");
    for (int i = 1; i < BYDAY_MAX; i++)
        text_format(&text, ",%d%s", i % 5 + 1, days[i % 7]);
    assert_true(repeat_parse(text_str(&text), &repeat));
    assert_int_equal(repeat.byday_count, BYDAY_MAX);
    text_add_c(&text, ",1MO"); /* is there already */
    assert_true(repeat_parse(text_str(&text), &repeat));
    text_add_c(&text, ",-1MO");
    assert_false(repeat_parse(text_str(&text), &repeat));
}

struct list_case {
    const char *name;
    struct written_when whens[WHENS_MAX]; /* up to the first without a start */
    const char *after;
    size_t room;
    const char *expected;
};

static size_t whens_of(struct arena *arena, const struct written_when *written,
                       struct when whens[WHENS_MAX])
{
    size_t count = 0;
    while (count < WHENS_MAX && written[count].start) {
        whens[count] = written_to_when(arena, &written[count]);
        count++;
    }
    return count;
}

/* The list is as expected, and its first line is what when_next answers. */
static void check_lists(struct arena *arena, const struct list_case *cases, size_t count)
{
    const struct zone *zone = written_zone(arena, "Europe/Helsinki");
    for (size_t i = 0; i < count; i++) {
        struct when whens[WHENS_MAX];
        size_t when_count = whens_of(arena, cases[i].whens, whens);
        struct occurrence list[LIST_MAX], next;
        int64_t after = written_moment(zone, cases[i].after);
        size_t used = when_list(whens, when_count, zone, after, list, cases[i].room);
        struct str text = written_list(arena, zone, list, used);
        if (!str_equal(text, str_of(cases[i].expected)))
            fail_msg("%s:\n%.*s", cases[i].name, STR_ARG(text));
        bool is_there = when_next(whens, when_count, zone, after, &next);
        assert_int_equal(is_there, used > 0);
        if (is_there)
            assert_memory_equal(&next.start, &list[0].start, 2 * sizeof next.start);
    }
}

static void single_dates_come_in_order(void **state)
{
    static const struct list_case cases[] = {
        { "a bare date is a whole day",
          { { .start = "2026-12-06" } },
          "2026-12-01",
          2,
          "2026-12-06T00:00:00+02:00 2026-12-07T00:00:00+02:00 day\n" },
        { "bare dates are inclusive, also over the year's end",
          { { .start = "2026-12-30", .end = "2027-01-02" } },
          "2026-12-01",
          2,
          "2026-12-30T00:00:00+02:00 2027-01-03T00:00:00+02:00 day\n" },
        { "an open end is an hour",
          { { .start = "2026-12-06T12:00" } },
          "2026-12-01",
          2,
          "2026-12-06T12:00:00+02:00 2026-12-06T13:00:00+02:00\n" },
        { "over midnight, still on in the night",
          { { .start = "2026-12-06T22:00:00+02:00", .end = "2026-12-07T02:00:00+02:00" } },
          "2026-12-07T01:59:59+02:00",
          2,
          "2026-12-06T22:00:00+02:00 2026-12-07T02:00:00+02:00\n" },
        { "the end is not in it any more",
          { { .start = "2026-12-06T22:00:00+02:00", .end = "2026-12-07T02:00:00+02:00" } },
          "2026-12-07T02:00:00+02:00",
          2,
          "" },
        { "by start, whatever the order of the lines",
          { { .start = "2026-12-08T10:00", .end = "2026-12-08T11:00" },
            { .start = "2026-12-01T10:00", .end = "2026-12-24T11:00" },
            { .start = "2026-12-08T10:00", .end = "2026-12-08T12:00" } },
          "2026-12-05",
          4,
          "2026-12-01T10:00:00+02:00 2026-12-24T11:00:00+02:00\n"
          "2026-12-08T10:00:00+02:00 2026-12-08T11:00:00+02:00\n"
          "2026-12-08T10:00:00+02:00 2026-12-08T12:00:00+02:00\n" },
        { "what two lines say alike comes once",
          { { .start = "2026-12-08T10:00", .end = "2026-12-08T11:00" },
            { .start = "2026-12-08T10:00:00+02:00", .end = "2026-12-08T09:00:00Z" } },
          "2026-12-05",
          4,
          "2026-12-08T10:00:00+02:00 2026-12-08T11:00:00+02:00\n" },
        { "both times in the doubled hour, as written",
          { { .start = "2026-10-25T03:30:00+03:00", .end = "2026-10-25T03:30:00+02:00" },
            { .start = "2026-10-25T03:30:00+02:00", .end = "2026-10-25T04:00:00+02:00" } },
          "2026-10-20",
          4,
          "2026-10-25T03:30:00+03:00 2026-10-25T03:30:00+02:00\n"
          "2026-10-25T03:30:00+02:00 2026-10-25T04:00:00+02:00\n" },
        { "an end before the start makes no negative time, repeated neither",
          { { .start = "2026-12-08T10:00", .end = "2026-12-08T09:00", .rrule = "FREQ=DAILY" } },
          "2026-12-05",
          2,
          "2026-12-08T10:00:00+02:00 2026-12-08T10:00:00+02:00\n"
          "2026-12-09T10:00:00+02:00 2026-12-09T10:00:00+02:00\n" },
        { "an end before the start makes no negative time",
          { { .start = "2026-12-08T10:00", .end = "2026-12-08T09:00" } },
          "2026-12-05",
          4,
          "2026-12-08T10:00:00+02:00 2026-12-08T10:00:00+02:00\n" },
        { "from the beginning of a day to an hour is no whole day",
          { { .start = "2026-12-08", .end = "2026-12-08T15:00" } },
          "2026-12-05",
          4,
          "2026-12-08T00:00:00+02:00 2026-12-08T15:00:00+02:00\n" },
    };
    check_lists(*state, cases, ARRAY_LEN(cases));
}

static void clock_time_is_kept_over_switches(void **state)
{
    static const struct list_case cases[] = {
        { "a weekly group into winter",
          { { .start = "2026-10-20T17:00:00+03:00",
              .end = "2026-10-20T18:30:00+03:00",
              .rrule = "FREQ=WEEKLY;BYDAY=TU" } },
          "2026-10-20",
          2,
          "2026-10-20T17:00:00+03:00 2026-10-20T18:30:00+03:00\n"
          "2026-10-27T17:00:00+02:00 2026-10-27T18:30:00+02:00\n" },
        { "and into summer",
          { { .start = "2026-10-20T17:00:00+03:00",
              .end = "2026-10-20T18:30:00+03:00",
              .rrule = "FREQ=WEEKLY;BYDAY=TU" } },
          "2027-03-25",
          1,
          "2027-03-30T17:00:00+03:00 2027-03-30T18:30:00+03:00\n" },
        { "03:30 of the doubled hour is the first one",
          { { .start = "2026-10-24T03:30", .end = "2026-10-24T04:00", .rrule = "FREQ=DAILY" } },
          "2026-10-24",
          3,
          "2026-10-24T03:30:00+03:00 2026-10-24T04:00:00+03:00\n"
          "2026-10-25T03:30:00+03:00 2026-10-25T04:00:00+02:00\n"
          "2026-10-26T03:30:00+02:00 2026-10-26T04:00:00+02:00\n" },
        { "03:30 of the skipped hour moves on and keeps its length",
          { { .start = "2027-03-27T03:30", .end = "2027-03-27T04:00", .rrule = "FREQ=DAILY" } },
          "2027-03-27",
          3,
          "2027-03-27T03:30:00+02:00 2027-03-27T04:00:00+02:00\n"
          "2027-03-28T04:30:00+03:00 2027-03-28T05:00:00+03:00\n"
          "2027-03-29T03:30:00+03:00 2027-03-29T04:00:00+03:00\n" },
        { "a start in the skipped hour keeps its clock time afterwards",
          { { .start = "2027-03-28T03:30", .end = "2027-03-28T05:00", .rrule = "FREQ=WEEKLY" } },
          "2027-03-27",
          2,
          "2027-03-28T04:30:00+03:00 2027-03-28T05:00:00+03:00\n"
          "2027-04-04T03:30:00+03:00 2027-04-04T05:00:00+03:00\n" },
        { "31.10.2027 too",
          { { .start = "2027-10-30T20:00", .end = "2027-10-31T08:00", .rrule = "FREQ=DAILY" } },
          "2027-10-30",
          2,
          "2027-10-30T20:00:00+03:00 2027-10-31T08:00:00+02:00\n"
          "2027-10-31T20:00:00+02:00 2027-11-01T08:00:00+02:00\n" },
        { "an open end is an hour by any clock",
          { { .start = "2026-10-24T03:30", .rrule = "FREQ=DAILY" } },
          "2026-10-25",
          1,
          "2026-10-25T03:30:00+03:00 2026-10-25T03:30:00+02:00\n" },
        { "an hour within the doubled hour stays an hour",
          { { .start = "2026-10-25T03:30:00+03:00",
              .end = "2026-10-25T03:30:00+02:00",
              .rrule = "FREQ=WEEKLY" } },
          "2026-10-25",
          2,
          "2026-10-25T03:30:00+03:00 2026-10-25T03:30:00+02:00\n"
          "2026-11-01T03:30:00+02:00 2026-11-01T04:30:00+02:00\n" },
        { "several whole days, repeated",
          { { .start = "2026-10-23", .end = "2026-10-25", .rrule = "FREQ=WEEKLY" } },
          "2026-10-25T23:59",
          2,
          "2026-10-23T00:00:00+03:00 2026-10-26T00:00:00+02:00 day\n"
          "2026-10-30T00:00:00+02:00 2026-11-02T00:00:00+02:00 day\n" },
        { "whole days of 25 and 23 hours",
          { { .start = "2026-10-25", .rrule = "FREQ=DAILY;INTERVAL=154" } },
          "2026-10-25",
          2,
          "2026-10-25T00:00:00+03:00 2026-10-26T00:00:00+02:00 day\n"
          "2027-03-28T00:00:00+02:00 2027-03-29T00:00:00+03:00 day\n" },
    };
    check_lists(*state, cases, ARRAY_LEN(cases));
}

static void a_line_follows_the_zone_of_its_own(void **state)
{
    static const struct list_case cases[] = {
        { "an evening when Greenwich has the next day",
          { { .start = "2026-11-03T20:00",
              .end = "2026-11-03T21:00",
              .rrule = "FREQ=DAILY",
              .zone = "America/New_York" } },
          "2026-11-18T01:30:00Z",
          1,
          "2026-11-18T03:00:00+02:00 2026-11-18T04:00:00+02:00\n" },
        { "a morning when Greenwich has the day before",
          { { .start = "2026-11-04T01:00",
              .end = "2026-11-04T02:00",
              .rrule = "FREQ=DAILY;UNTIL=20261118",
              .zone = "Pacific/Kiritimati" } },
          "2026-11-17T11:30:00Z",
          2,
          "2026-11-17T13:00:00+02:00 2026-11-17T14:00:00+02:00\n" },
        { "a line with a zone of its own",
          { { .start = "2026-10-20T17:00:00+02:00",
              .end = "2026-10-20T18:00:00+02:00",
              .rrule = "FREQ=WEEKLY;COUNT=2",
              .exdate = "2026-10-20",
              .zone = "Europe/Stockholm" },
            { .start = "2026-10-20", .zone = "America/New_York" } },
          "2026-10-01",
          4,
          "2026-10-20T07:00:00+03:00 2026-10-21T07:00:00+03:00 day\n"
          "2026-10-27T18:00:00+02:00 2026-10-27T19:00:00+02:00\n" },
    };
    check_lists(*state, cases, ARRAY_LEN(cases));
}

static void rules_name_the_right_days(void **state)
{
    static const struct list_case cases[] = {
        { "every second week, the week begins on Monday",
          { { .start = "2026-11-24T10:00",
              .end = "2026-11-24T11:00",
              .rrule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU,MO" } },
          "2026-11-01",
          4,
          "2026-11-24T10:00:00+02:00 2026-11-24T11:00:00+02:00\n"
          "2026-11-29T10:00:00+02:00 2026-11-29T11:00:00+02:00\n"
          "2026-12-07T10:00:00+02:00 2026-12-07T11:00:00+02:00\n"
          "2026-12-08T10:00:00+02:00 2026-12-08T11:00:00+02:00\n" },
        { "the 31st only where there is one",
          { { .start = "2026-12-31", .rrule = "FREQ=MONTHLY" } },
          "2026-12-01",
          4,
          "2026-12-31T00:00:00+02:00 2027-01-01T00:00:00+02:00 day\n"
          "2027-01-31T00:00:00+02:00 2027-02-01T00:00:00+02:00 day\n"
          "2027-03-31T00:00:00+03:00 2027-04-01T00:00:00+03:00 day\n"
          "2027-05-31T00:00:00+03:00 2027-06-01T00:00:00+03:00 day\n" },
        { "the leap day every four years",
          { { .start = "2028-02-29", .rrule = "FREQ=MONTHLY;INTERVAL=12" } },
          "2028-01-01",
          2,
          "2028-02-29T00:00:00+02:00 2028-03-01T00:00:00+02:00 day\n"
          "2032-02-29T00:00:00+02:00 2032-03-01T00:00:00+02:00 day\n" },
        { "first and last weekday of a month",
          { { .start = "2026-12-01T18:00",
              .end = "2026-12-01T19:00",
              .rrule = "FREQ=MONTHLY;BYDAY=1TU,-1FR" } },
          "2026-12-01",
          4,
          "2026-12-01T18:00:00+02:00 2026-12-01T19:00:00+02:00\n"
          "2026-12-25T18:00:00+02:00 2026-12-25T19:00:00+02:00\n"
          "2027-01-05T18:00:00+02:00 2027-01-05T19:00:00+02:00\n"
          "2027-01-29T18:00:00+02:00 2027-01-29T19:00:00+02:00\n" },
        { "a fifth Monday skips most months",
          { { .start = "2026-11-30", .rrule = "FREQ=MONTHLY;BYDAY=5MO" } },
          "2026-11-01",
          3,
          "2026-11-30T00:00:00+02:00 2026-12-01T00:00:00+02:00 day\n"
          "2027-03-29T00:00:00+03:00 2027-03-30T00:00:00+03:00 day\n"
          "2027-05-31T00:00:00+03:00 2027-06-01T00:00:00+03:00 day\n" },
        { "working days",
          { { .start = "2026-12-31", .rrule = "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR" } },
          "2026-12-31",
          3,
          "2026-12-31T00:00:00+02:00 2027-01-01T00:00:00+02:00 day\n"
          "2027-01-01T00:00:00+02:00 2027-01-02T00:00:00+02:00 day\n"
          "2027-01-04T00:00:00+02:00 2027-01-05T00:00:00+02:00 day\n" },
    };
    check_lists(*state, cases, ARRAY_LEN(cases));
}

static void rules_end_where_they_say(void **state)
{
    static const struct list_case cases[] = {
        { "a bare UNTIL is inclusive",
          { { .start = "2026-12-01T17:00", .rrule = "FREQ=WEEKLY;UNTIL=20261215" } },
          "2026-12-07",
          4,
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00\n"
          "2026-12-15T17:00:00+02:00 2026-12-15T18:00:00+02:00\n" },
        { "UNTIL to the second",
          { { .start = "2026-12-01T17:00", .rrule = "FREQ=DAILY;UNTIL=20261203T150000Z" },
            { .start = "2026-12-01T17:30", .rrule = "FREQ=DAILY;UNTIL=20261203T172959" } },
          "2026-12-02T18:00",
          4,
          "2026-12-02T17:30:00+02:00 2026-12-02T18:30:00+02:00\n"
          "2026-12-03T17:00:00+02:00 2026-12-03T18:00:00+02:00\n" },
        { "UNTIL before the start",
          { { .start = "2026-12-01T17:00", .rrule = "FREQ=DAILY;UNTIL=20261130" } },
          "2026-11-01",
          4,
          "" },
        { "COUNT counts the days left out",
          { { .start = "2026-12-01",
              .rrule = "FREQ=WEEKLY;COUNT=3",
              .exdate = "2026-12-08 2026-12-15" } },
          "2026-11-01",
          4,
          "2026-12-01T00:00:00+02:00 2026-12-02T00:00:00+02:00 day\n" },
        { "a start that the rule does not name is none",
          { { .start = "2026-12-01", .rrule = "FREQ=WEEKLY;BYDAY=MO;COUNT=2" } },
          "2026-11-01",
          4,
          "2026-12-07T00:00:00+02:00 2026-12-08T00:00:00+02:00 day\n"
          "2026-12-14T00:00:00+02:00 2026-12-15T00:00:00+02:00 day\n" },
        { "far from the start",
          { { .start = "1999-01-04T10:00", .rrule = "FREQ=WEEKLY;INTERVAL=2" } },
          "2026-12-01",
          1,
          "2026-12-14T10:00:00+02:00 2026-12-14T11:00:00+02:00\n" },
        { "long ones lie over each other",
          { { .start = "2026-12-01T10:00",
              .end = "2026-12-03T12:00",
              .rrule = "FREQ=DAILY;COUNT=5" } },
          "2026-12-04T11:00",
          2,
          "2026-12-02T10:00:00+02:00 2026-12-04T12:00:00+02:00\n"
          "2026-12-03T10:00:00+02:00 2026-12-05T12:00:00+02:00\n" },
    };
    check_lists(*state, cases, ARRAY_LEN(cases));
}

static void a_cancelled_date_overrides_the_repeating_one(void **state)
{
    static const struct list_case cases[] = {
        { "by the same start",
          { { .start = "2026-12-01T17:00", .end = "2026-12-01T18:00", .rrule = "FREQ=WEEKLY" },
            { .start = "2026-12-08T17:00:00+02:00", .cancelled = true } },
          "2026-12-01",
          3,
          "2026-12-01T17:00:00+02:00 2026-12-01T18:00:00+02:00\n"
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00 cancelled\n"
          "2026-12-15T17:00:00+02:00 2026-12-15T18:00:00+02:00\n" },
        { "by the day",
          { { .start = "2026-12-08", .cancelled = true },
            { .start = "2026-12-01T17:00", .end = "2026-12-01T18:00", .rrule = "FREQ=WEEKLY" } },
          "2026-12-05",
          2,
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00 cancelled\n"
          "2026-12-15T17:00:00+02:00 2026-12-15T18:00:00+02:00\n" },
        { "by a row of days",
          { { .start = "2026-12-20", .end = "2027-01-06", .cancelled = true },
            { .start = "2026-12-01T17:00", .end = "2026-12-01T18:00", .rrule = "FREQ=WEEKLY" } },
          "2026-12-20",
          4,
          "2026-12-22T17:00:00+02:00 2026-12-22T18:00:00+02:00 cancelled\n"
          "2026-12-29T17:00:00+02:00 2026-12-29T18:00:00+02:00 cancelled\n"
          "2027-01-05T17:00:00+02:00 2027-01-05T18:00:00+02:00 cancelled\n"
          "2027-01-12T17:00:00+02:00 2027-01-12T18:00:00+02:00\n" },
        { "a longer end of the cancelled line does not bring it back",
          { { .start = "2026-12-01T17:00", .end = "2026-12-01T18:00", .rrule = "FREQ=WEEKLY" },
            { .start = "2026-12-08T17:00", .end = "2026-12-08T20:00", .cancelled = true } },
          "2026-12-08T19:00",
          1,
          "2026-12-15T17:00:00+02:00 2026-12-15T18:00:00+02:00\n" },
        { "another hour of the day is another thing",
          { { .start = "2026-12-01T17:00", .end = "2026-12-01T18:00", .rrule = "FREQ=WEEKLY" },
            { .start = "2026-12-08T10:00", .cancelled = true } },
          "2026-12-05",
          2,
          "2026-12-08T10:00:00+02:00 2026-12-08T11:00:00+02:00 cancelled\n"
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00\n" },
        { "a single one too",
          { { .start = "2026-12-08T17:00", .end = "2026-12-08T18:00" },
            { .start = "2026-12-08T17:00", .cancelled = true } },
          "2026-12-05",
          2,
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00 cancelled\n" },
        { "by itself it is a cancelled date",
          { { .start = "2026-12-08T17:00", .end = "2026-12-08T18:00", .cancelled = true } },
          "2026-12-05",
          2,
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00 cancelled\n" },
        { "a day left out cannot be cancelled, the line stands by itself",
          { { .start = "2026-12-01T17:00", .rrule = "FREQ=WEEKLY", .exdate = "2026-12-08" },
            { .start = "2026-12-08T17:00", .cancelled = true } },
          "2026-12-05",
          2,
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00 cancelled\n"
          "2026-12-15T17:00:00+02:00 2026-12-15T18:00:00+02:00\n" },
        { "a cancelled rule cancels all its dates",
          { { .start = "2026-12-01T17:00", .rrule = "FREQ=WEEKLY;COUNT=2", .cancelled = true } },
          "2026-12-01",
          3,
          "2026-12-01T17:00:00+02:00 2026-12-01T18:00:00+02:00 cancelled\n"
          "2026-12-08T17:00:00+02:00 2026-12-08T18:00:00+02:00 cancelled\n" },
        { "whole days by a day",
          { { .start = "2026-12-01", .rrule = "FREQ=DAILY" },
            { .start = "2026-12-02", .cancelled = true } },
          "2026-12-02",
          2,
          "2026-12-02T00:00:00+02:00 2026-12-03T00:00:00+02:00 day cancelled\n"
          "2026-12-03T00:00:00+02:00 2026-12-04T00:00:00+02:00 day\n" },
    };
    check_lists(*state, cases, ARRAY_LEN(cases));
}

static void the_last_end_is_known(void **state)
{
    static const struct {
        struct written_when whens[WHENS_MAX];
        const char *end; /* NULL: there is none; "": endless */
    } cases[] = {
        { { { .start = "2026-12-06T12:00" } }, "2026-12-06T13:00" },
        { { { .start = "2026-12-06" } }, "2026-12-07" },
        { { { .start = "2026-12-06T12:00", .exdate = "2026-12-06" } }, NULL },
        { { { .start = "2026-12-06T12:00", .end = "2027-01-10T12:00" },
            { .start = "2026-12-24T12:00" } },
          "2027-01-10T12:00" },
        { { { .start = "2026-12-01T17:00", .rrule = "FREQ=WEEKLY" } }, "" },
        { { { .start = "2026-12-06T12:00" },
            { .start = "2026-12-01T17:00", .rrule = "FREQ=WEEKLY" } },
          "" },
        { { { .start = "2026-12-01T17:00", .rrule = "FREQ=WEEKLY;COUNT=3" } }, "2026-12-15T18:00" },
        { { { .start = "2026-12-01T17:00",
              .rrule = "FREQ=WEEKLY;COUNT=3",
              .exdate = "2026-12-15 2026-12-08" } },
          "2026-12-01T18:00" },
        { { { .start = "2026-12-01T17:00",
              .rrule = "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270531T210000Z" } },
          "2027-05-25T18:00" },
        { { { .start = "2026-12-01T17:00", .rrule = "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270531" } },
          "2027-05-04T18:00" },
        { { { .start = "2026-12-01T17:00", .rrule = "FREQ=DAILY;UNTIL=20261231T165959" } },
          "2026-12-30T18:00" },
        { { { .start = "2026-12-01T17:00", .rrule = "FREQ=DAILY;UNTIL=20261130" } }, NULL },
        { { { .start = "2026-12-01T17:00", .rrule = "FREQ=WEEKLY;COUNT=2" },
            { .start = "2026-12-08", .cancelled = true } },
          "2026-12-08T18:00" },
        { { { .start = "2026-11-30", .rrule = "FREQ=DAILY;INTERVAL=7;BYDAY=TU" } }, NULL },
        { { { .start = "2026-11-30", .rrule = "FREQ=DAILY;INTERVAL=7;BYDAY=TU;COUNT=9" } }, NULL },
        { { { .start = "2026-11-30", .rrule = "FREQ=DAILY;INTERVAL=7;BYDAY=TU;UNTIL=99991231" } },
          NULL },
        { { { NULL } }, NULL },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct when whens[WHENS_MAX];
        size_t count = whens_of(*state, cases[i].whens, whens);
        int64_t end = 4711;
        bool is_endless = false;
        bool is_there = when_last_end(whens, count, zone, &end, &is_endless);
        if (is_there != (cases[i].end != NULL))
            fail_msg("case %zu: %d", i, is_there);
        if (!is_there || is_endless)
            assert_int_equal(end, 4711);
        if (!cases[i].end)
            continue;
        assert_int_equal(is_endless, cases[i].end[0] == '\0');
        if (!is_endless)
            assert_int_equal(end, written_moment(zone, cases[i].end));
    }
}

/* Each has a bound of its own; without one this test would run into the runner's time limit. */
static void an_impossible_rule_ends_quickly(void **state)
{
    static const struct written_when cases[] = {
        { .start = "2026-11-30", .rrule = "FREQ=DAILY;INTERVAL=7;BYDAY=TU" },
        { .start = "2026-11-30", .rrule = "FREQ=DAILY;INTERVAL=999999999;BYDAY=TU" },
        { .start = "2027-02-01", .rrule = "FREQ=MONTHLY;INTERVAL=24;BYDAY=5MO" },
        { .start = "2027-02-01", .rrule = "FREQ=MONTHLY;INTERVAL=24;BYDAY=-5MO;COUNT=10000" },
        { .start = "2027-02-01", .rrule = "FREQ=MONTHLY;INTERVAL=24;BYDAY=5MO;UNTIL=99991231" },
        { .start = "0001-01-01", .rrule = "FREQ=DAILY;UNTIL=00010101", .exdate = "0001-01-01" },
        { .start = "9999-12-31", .rrule = "FREQ=MONTHLY;INTERVAL=999999999;BYDAY=5MO" },
    };
    const struct zone *zone = written_zone(*state, "Europe/Helsinki");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct when when = written_to_when(*state, &cases[i]);
        int64_t end;
        bool is_endless;
        for (int n = 0; n < 10; n++) {
            struct occurrence next;
            assert_false(when_next(&when, 1, zone, INT64_MIN, &next));
            assert_false(when_next(&when, 1, zone, 0, &next));
            assert_false(when_next(&when, 1, zone, INT64_MAX, &next));
            assert_false(when_last_end(&when, 1, zone, &end, &is_endless));
        }
    }
}

static void a_rare_date_is_found(void **state)
{
    static const struct list_case cases[] = {
        { "29 February on a Monday, 28 years apart, and 40 over the year 2100",
          { { .start = "2044-02-29", .rrule = "FREQ=MONTHLY;INTERVAL=12;BYDAY=5MO" } },
          "2044-03-02",
          3,
          "2072-02-29T00:00:00+02:00 2072-03-01T00:00:00+02:00 day\n"
          "2112-02-29T00:00:00+02:00 2112-03-01T00:00:00+02:00 day\n"
          "2140-02-29T00:00:00+02:00 2140-03-01T00:00:00+02:00 day\n" },
        { "the leap day over the year 2100",
          { { .start = "2028-02-29", .rrule = "FREQ=MONTHLY;INTERVAL=12" } },
          "2096-03-01",
          1,
          "2104-02-29T00:00:00+02:00 2104-03-01T00:00:00+02:00 day\n" },
    };
    check_lists(*state, cases, ARRAY_LEN(cases));
}

/* Each end answers for the moment just before it and not for itself. */
static void asking_at_any_moment_agrees_with_the_list(void **state)
{
    static const char *const rules[] = { "FREQ=DAILY", "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA",
                                         "FREQ=MONTHLY;BYDAY=2TU", "FREQ=DAILY;COUNT=400" };
    struct arena *arena = *state;
    const struct zone *zone = written_zone(arena, "Europe/Helsinki");
    struct occurrence *list = ARENA_ARRAY(arena, struct occurrence, 200);
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        struct written_when written = {
            "2026-09-29T23:00", "2026-09-30T03:30", rules[i], "2026-10-25", false, NULL
        };
        struct when when = written_to_when(arena, &written);
        size_t count = when_list(&when, 1, zone, 0, list, 200);
        assert_int_equal(count, 200);
        for (size_t n = 1; n < count; n++) {
            struct occurrence next;
            assert_true(list[n].start > list[n - 1].start);
            assert_true(when_next(&when, 1, zone, list[n].end - 1, &next));
            assert_int_equal(next.start, list[n].start);
            assert_true(when_next(&when, 1, zone, list[n - 1].end, &next));
            assert_int_equal(next.start, list[n].start);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_is_read),
        cmocka_unit_test(until_is_read_in_all_its_forms),
        cmocka_unit_test(a_rule_that_is_not_understood_is_not_read),
        cmocka_unit_test(more_weekdays_than_can_differ_are_not_read),
        cmocka_unit_test(single_dates_come_in_order),
        cmocka_unit_test(clock_time_is_kept_over_switches),
        cmocka_unit_test(a_line_follows_the_zone_of_its_own),
        cmocka_unit_test(rules_name_the_right_days),
        cmocka_unit_test(rules_end_where_they_say),
        cmocka_unit_test(a_cancelled_date_overrides_the_repeating_one),
        cmocka_unit_test(the_last_end_is_known),
        cmocka_unit_test(an_impossible_rule_ends_quickly),
        cmocka_unit_test(a_rare_date_is_found),
        cmocka_unit_test(asking_at_any_moment_agrees_with_the_list),
    };
    return cmocka_run_group_tests_name("recurrence", tests, written_setup, written_teardown);
}
