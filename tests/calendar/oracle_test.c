/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Random rules of our subset, the same in every run, held against libical: whole lists over ten
 * years, as moments, with days left out, dates called off and ends behind midnight. libical works
 * the dates out, and libc takes them to moments of Helsinki. Some start where it is hard: on a leap
 * day, or in the hours that a switch of the clock doubles or skips.
 *
 * ORACLE_RULES=20000 judges more of them: oracle_long.sh.
 */
#include "written.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define RULE_COUNT 600 /* in the suite */
#define EXDATES_MAX 6
#define CALLED_OFF_MAX 3
#define YEARS INT64_C(10)
#define LIST_MAX (YEARS * 366 + 1)
#define RULE_BYTES 256

enum { DRAW_DAILY, DRAW_WEEKLY, DRAW_MONTHLY };

struct drawn {
    char rule[RULE_BYTES];
    bool is_until_day; /* ends with a bare UNTIL */
    struct civil start;
    int minutes; /* that it lasts on the clock; 0: no end is written */
};

/* A rule as it is being written. */
static void rule_add(struct drawn *drawn, const char *separator, const char *more)
{
    size_t used = strlen(drawn->rule);
    int written = snprintf(drawn->rule + used, sizeof drawn->rule - used, "%s%s", separator, more);
    assert_in_range(written, 0, (int)(sizeof drawn->rule - used) - 1);
}

/*
 * A weekly rule names its start's weekday first: RFC 5545 leaves open what another start means, and
 * libical then begins some weeks on Sunday. Daily and monthly rules may start on any day.
 */
static void draw_bydays(uint64_t *seed, int frequency, struct drawn *drawn)
{
    static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
    bool is_numbered = frequency == DRAW_MONTHLY;
    int count = (int)written_random(seed, 1, 4);
    bool is_drawn[11][WEEKDAY_COUNT] = { { false } }; /* libical repeats what stands twice */
    for (int i = 0; i < count; i++) {
        int nth = is_numbered ? (int)written_random(seed, -5, 5) : 0;
        int64_t weekday = written_random(seed, MONDAY, SUNDAY);
        if (frequency == DRAW_WEEKLY && i == 0)
            weekday = date_weekday(drawn->start.date);
        if (is_drawn[nth + 5][weekday])
            continue;
        is_drawn[nth + 5][weekday] = true;
        char number[8] = "";
        if (nth != 0)
            (void)snprintf(number, sizeof number, "%d", nth);
        rule_add(drawn, i ? "," : ";BYDAY=", number);
        rule_add(drawn, "", days[weekday]);
    }
}

static void draw_end(uint64_t *seed, struct drawn *drawn)
{
    char end[64];
    int year = drawn->start.date.year + (int)written_random(seed, 0, YEARS - 1);
    int month = (int)written_random(seed, 1, 12), day = (int)written_random(seed, 1, 28);
    switch (written_random(seed, 0, 3)) {
    case 0:
        (void)snprintf(end, sizeof end, "%d", (int)written_random(seed, 1, 200));
        rule_add(drawn, ";COUNT=", end);
        break;
    case 1:
        (void)snprintf(end, sizeof end, "%04d%02d%02d", year, month, day);
        rule_add(drawn, ";UNTIL=", end);
        drawn->is_until_day = true;
        break;
    case 2:
        (void)snprintf(end, sizeof end, "%04d%02d%02dT%02d%02d00", year, month, day,
                       (int)written_random(seed, 0, 23), (int)written_random(seed, 0, 59));
        rule_add(drawn, ";UNTIL=", end);
        break;
    default:
        break;
    }
}

/* Every fifth one starts where calendars go wrong. */
static void draw_hard_start(uint64_t *seed, struct civil *start)
{
    static const struct civil hard[] = {
        { { 2024, 2, 29 }, 12, 0, 0 },   { { 2024, 1, 31 }, 23, 59, 0 },
        { { 2024, 3, 31 }, 3, 30, 0 },   { { 2024, 10, 27 }, 3, 30, 0 },
        { { 2025, 3, 30 }, 2, 59, 0 },   { { 2025, 10, 26 }, 4, 0, 0 },
        { { 2025, 12, 31 }, 22, 30, 0 }, { { 2026, 2, 28 }, 0, 0, 0 },
    };
    if (written_random(seed, 0, 4) == 0)
        *start = hard[written_random(seed, 0, ARRAY_LEN(hard) - 1)];
}

static void draw(uint64_t *seed, struct drawn *drawn)
{
    static const char *const names[] = { "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY" };
    *drawn = (struct drawn){ 0 };
    int64_t from = date_to_days((struct date){ 2024, 1, 1 });
    drawn->start.date = date_of_days(from + written_random(seed, 0, 1095));
    drawn->start.hour = (int)written_random(seed, 0, 23);
    drawn->start.minute = (int)written_random(seed, 0, 59);
    draw_hard_start(seed, &drawn->start);
    if (written_random(seed, 0, 3) > 0)
        drawn->minutes = (int)written_random(seed, 5, 30 * 60);
    int frequency = (int)written_random(seed, DRAW_DAILY, DRAW_MONTHLY);
    rule_add(drawn, "", names[frequency]);
    if (written_random(seed, 0, 1)) {
        char interval[16];
        (void)snprintf(interval, sizeof interval, "%d", (int)written_random(seed, 1, 13));
        rule_add(drawn, ";INTERVAL=", interval);
    }
    if (written_random(seed, 0, 2))
        draw_bydays(seed, frequency, drawn);
    draw_end(seed, drawn);
}

/* libc's moment of a local time; of the two in October the first. */
static int64_t libc_moment(struct icaltimetype at)
{
    struct tm summer = { .tm_year = at.year - 1900,
                         .tm_mon = at.month - 1,
                         .tm_mday = at.day,
                         .tm_hour = at.hour,
                         .tm_min = at.minute,
                         .tm_sec = at.second,
                         .tm_isdst = 1 };
    struct tm winter = summer;
    winter.tm_isdst = 0;
    time_t early = mktime(&summer), late = mktime(&winter);
    bool is_summer = summer.tm_isdst == 1 && summer.tm_hour == at.hour;
    return is_summer ? early : late; /* skipped: by the offset before, as winter has it */
}

static size_t judge_list(const struct drawn *drawn, int64_t until, int64_t *list)
{
    struct icaltimetype start = icaltime_null_time();
    start.year = drawn->start.date.year;
    start.month = drawn->start.date.month;
    start.day = drawn->start.date.day;
    start.hour = drawn->start.hour;
    start.minute = drawn->start.minute;
    /* A bare UNTIL with a time in the start is inclusive here; libical ends at its midnight. */
    struct drawn judged = *drawn;
    if (judged.is_until_day)
        rule_add(&judged, "T", "235959");
    struct icalrecurrencetype rule = icalrecurrencetype_from_string(judged.rule);
    if (rule.freq == ICAL_NO_RECURRENCE)
        fail_msg("libical does not read %s", drawn->rule);
    icalrecur_iterator *iterator = icalrecur_iterator_new(rule, start);
    assert_non_null(iterator);
    size_t count = 0;
    for (struct icaltimetype at = icalrecur_iterator_next(iterator); !icaltime_is_null_time(at);
         at = icalrecur_iterator_next(iterator)) {
        int64_t moment = libc_moment(at);
        if (moment >= until)
            break;
        assert_true(count < LIST_MAX);
        list[count++] = moment;
    }
    icalrecur_iterator_free(iterator);
    return count;
}

/* What the clock on the wall says at the end. */
static struct civil end_of(struct civil start, const struct drawn *drawn)
{
    return civil_of_seconds(civil_to_seconds(start) + (int64_t)drawn->minutes * 60);
}

static struct icaltimetype ical_of(struct civil civil)
{
    struct icaltimetype at = icaltime_null_time();
    at.year = civil.date.year;
    at.month = civil.date.month;
    at.day = civil.date.day;
    at.hour = civil.hour;
    at.minute = civil.minute;
    return at;
}

/* A date lasts as long on the clock as the first one was written, over midnight and switches. */
static void check_ends(const struct drawn *drawn, const struct zone *zone,
                       const struct occurrence *list, size_t count)
{
    for (size_t i = 1; drawn->minutes > 0 && i < count; i++) {
        struct civil start = zone_local(zone, list[i].start);
        if (start.hour != drawn->start.hour || start.minute != drawn->start.minute)
            continue; /* in the hour that a switch skips: moved, and its end with it */
        int64_t end = libc_moment(ical_of(end_of(start, drawn)));
        if (list[i].end != end && end > list[i].start)
            fail_msg("%s: date %zu ends at %lld, by the clock at %lld", drawn->rule, i,
                     (long long)list[i].end, (long long)end);
    }
}

/* Days left out are gone, dates called off are marked, and all the others stay as they were. */
static void check_exceptions(uint64_t *seed, const struct when *when, const struct zone *zone,
                             const struct occurrence *list, size_t count)
{
    struct when whens[1 + CALLED_OFF_MAX] = { *when };
    struct date exdates[EXDATES_MAX];
    bool *is_out = calloc(count + 1, sizeof *is_out), *is_off = calloc(count + 1, sizeof *is_off);
    size_t when_count = 1, at = 0, found = 0;
    for (int i = 0; i < EXDATES_MAX; i++) {
        size_t out = (size_t)written_random(seed, 0, (int64_t)count - 1);
        exdates[whens[0].exdate_count++] = zone_local(zone, list[out].start).date;
        is_out[out] = true;
    }
    whens[0].exdates = exdates;
    for (int i = 0; i < CALLED_OFF_MAX; i++) {
        size_t off = (size_t)written_random(seed, 0, (int64_t)count - 1);
        if (is_out[off] || is_off[off])
            continue;
        is_off[off] = true;
        whens[when_count++] = (struct when){
            .start = { STAMP_LOCAL, zone_local(zone, list[off].start), 0 },
            .end = { STAMP_LOCAL, zone_local(zone, list[off].end), 0 },
            .cancelled = true,
        };
    }
    struct occurrence next = { .end = INT64_MIN };
    for (; at < count && found < count; at++) {
        if (is_out[at])
            continue;
        int64_t after = list[at].end - 1;
        if (!when_next(whens, when_count, zone, after, &next) ||
            (next.start != list[at].start && next.start > list[at].start))
            fail_msg("date %zu is not found among exceptions", at);
        if (next.start == list[at].start && next.cancelled != is_off[at])
            fail_msg("date %zu: called off %d, found %d", at, is_off[at], next.cancelled);
        found++;
    }
    free(is_out);
    free(is_off);
}

static size_t our_list(const struct drawn *drawn, const struct zone *zone, int64_t until,
                       struct occurrence *list, size_t room, struct when *ret_when)
{
    struct when when = { .start = { .kind = STAMP_LOCAL, .civil = drawn->start } };
    if (drawn->minutes > 0)
        when.end = (struct stamp){ .kind = STAMP_LOCAL, .civil = end_of(drawn->start, drawn) };
    if (!repeat_parse(str_of(drawn->rule), &when.repeat))
        fail_msg("%s is not read", drawn->rule);
    *ret_when = when;
    size_t count = when_list(&when, 1, zone, INT64_MIN, list, room);
    while (count > 0 && list[count - 1].start >= until)
        count--;
    return count;
}

/* The same from the middle, and the end, by the whole list. */
static void check_the_rest(const struct drawn *drawn, const struct when *when,
                           const struct zone *zone, const struct occurrence *list, size_t count)
{
    struct occurrence next;
    for (size_t i = count / 2; i < count; i += count / 4 + 1)
        if (!when_next(when, 1, zone, list[i].end - 1, &next) || next.start != list[i].start)
            fail_msg("%s: date %zu is not found from just before", drawn->rule, i);
    bool is_ended = when->repeat.count > 0 || when->repeat.until.kind != STAMP_NONE;
    int64_t end;
    bool is_endless;
    if (!is_ended || count == 0 || count >= LIST_MAX)
        return;
    if (when_next(when, 1, zone, list[count - 1].end, &next))
        return; /* goes on after the ten years */
    assert_true(when_last_end(when, 1, zone, &end, &is_endless));
    assert_false(is_endless);
    if (end != list[count - 1].end)
        fail_msg("%s: the last end differs", drawn->rule);
}

static void random_rules_agree_with_libical(void **state)
{
    struct arena *arena = *state;
    const struct zone *zone = written_zone(arena, "Europe/Helsinki");
    struct occurrence *ours = ARENA_ARRAY(arena, struct occurrence, LIST_MAX + 1);
    int64_t *judged = ARENA_ARRAY(arena, int64_t, LIST_MAX);
    (void)setenv("TZ", "Europe/Helsinki", 1);
    tzset();
    uint64_t seed = 5545;
    size_t dates = 0;
    const char *more = getenv("ORACLE_RULES");
    int rules = more && atoi(more) > 0 ? atoi(more) : RULE_COUNT;
    for (int n = 0; n < rules; n++) {
        struct drawn drawn;
        struct when when;
        draw(&seed, &drawn);
        struct civil end = drawn.start;
        end.date = date_add(end.date, YEARS * 365);
        int64_t until = zone_moment(zone, end);
        size_t judged_count = judge_list(&drawn, until, judged);
        size_t count = our_list(&drawn, zone, until, ours, judged_count + 1, &when);
        for (size_t i = 0; i < count && i < judged_count; i++)
            if (ours[i].start != judged[i])
                fail_msg("%s from %d-%d-%d: date %zu is %lld, libical's %lld", drawn.rule,
                         drawn.start.date.year, drawn.start.date.month, drawn.start.date.day, i,
                         (long long)ours[i].start, (long long)judged[i]);
        if (count != judged_count)
            fail_msg("%s from %d-%d-%d: %zu dates, libical's %zu", drawn.rule,
                     drawn.start.date.year, drawn.start.date.month, drawn.start.date.day, count,
                     judged_count);
        check_the_rest(&drawn, &when, zone, ours, count);
        check_ends(&drawn, zone, ours, count);
        if (count > EXDATES_MAX)
            check_exceptions(&seed, &when, zone, ours, count);
        dates += count;
    }
    print_message("%d rules, %zu dates\n", rules, dates);
    assert_true(dates > 50 * (size_t)rules); /* not all of them empty */
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(random_rules_agree_with_libical) };
    return cmocka_run_group_tests_name("oracle", tests, written_setup, written_teardown);
}
