/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rule is a row of periods (days, weeks or months, INTERVAL apart) numbered from the start, and
 * in each period a set of days, kept as bits. The period of any day is found by division, so a
 * search begins there and not at the start. Only COUNT has to be counted out from the start.
 *
 * A date is worked out in local time and then taken to a moment of its zone: adding weeks of
 * seconds would move a group by an hour in winter.
 *
 * Weighed and left: a general reader of RFC 5545. One impossible rule kept a well-known library
 * busy for over a minute; it serves as the judge in the tests.
 */
#include "calendar/series.h"

#include <assert.h>

#define MONTHS_IN_YEAR 12

/*
 * How far a search goes on without finding a date, in days. A yearly rule (MONTHLY;INTERVAL=12) for
 * a fifth Monday of February has 28 years between dates, and 40 over the year 2100, which has no
 * leap day. A rule with no date in 40 years has none that a health centre would announce.
 */
#define SEARCH_DAYS (INT64_C(40) * 366)

/* A local day may begin this much before or after the day of UTC (offsets are under 26 hours). */
#define ZONE_SLACK_DAYS 2

#define OPEN_END_S 3600

#define PERIOD_DAYS_MAX 31 /* a month's */

/* Candidate days: first_day + i for each bit i that is set. */
struct period {
    int64_t first_day;
    uint32_t days;
};

static int64_t day_of_local(struct civil local)
{
    return date_to_days(local.date);
}

/* A written time on the clock of a zone. */
static struct civil stamp_local(const struct stamp *stamp, const struct zone *zone)
{
    if (stamp->kind == STAMP_MOMENT)
        return zone_local(zone, stamp_moment(stamp, zone));
    return stamp->civil;
}

/* How long it lasts on the clock. */
static int64_t length_of(const struct when *when, const struct zone *zone)
{
    bool is_all_day = when->start.kind == STAMP_DATE;
    if (when->end.kind == STAMP_NONE)
        return is_all_day ? DAY_SECONDS : OPEN_END_S;
    int64_t length = civil_to_seconds(stamp_local(&when->end, zone)) -
                     civil_to_seconds(stamp_local(&when->start, zone));
    if (when->end.kind == STAMP_DATE)
        length += DAY_SECONDS;
    /* Within the doubled hour the clock may show an end that is not after the start. */
    if (length <= 0)
        length = stamp_end(&when->end, zone) - stamp_moment(&when->start, zone);
    return length > 0 ? length : 0;
}

static unsigned weekday_bits(const struct repeat *repeat)
{
    unsigned bits = 0;
    for (int i = 0; i < repeat->byday_count; i++)
        bits |= 1U << repeat->byday[i].weekday;
    return bits;
}

static enum weekday weekday_of(int64_t day)
{
    return date_weekday(date_of_days(day));
}

/* Months since the year 0. */
static int64_t month_of(int64_t day)
{
    struct date date = date_of_days(day);
    return (int64_t)date.year * MONTHS_IN_YEAR + date.month - 1;
}

static bool byday_has(const struct byday *byday, enum weekday weekday, int day, int month_days)
{
    int from_start = (day - 1) / WEEKDAY_COUNT + 1;
    int from_end = -((month_days - day) / WEEKDAY_COUNT + 1);
    return byday->weekday == weekday &&
           (byday->nth == 0 || byday->nth == from_start || byday->nth == from_end);
}

/* The days of one month that BYDAY names; without it the start's day, if the month has it. */
static uint32_t month_bits(const struct series *series, int year, int month)
{
    const struct repeat *repeat = &series->when->repeat;
    int month_days = date_days_in_month(year, month);
    int start_day = date_of_days(series->first_day).day;
    if (repeat->byday_count == 0)
        return start_day <= month_days ? UINT32_C(1) << (start_day - 1) : 0;
    unsigned first = date_weekday((struct date){ year, month, 1 });
    uint32_t bits = 0;
    for (int day = 1; day <= month_days; day++) {
        enum weekday weekday = (enum weekday)((first + (unsigned)day - 1) % WEEKDAY_COUNT);
        for (int i = 0; i < repeat->byday_count; i++)
            if (byday_has(&repeat->byday[i], weekday, day, month_days))
                bits |= UINT32_C(1) << (day - 1);
    }
    return bits;
}

static struct period month_period(const struct series *series, int64_t index)
{
    int64_t month = month_of(series->first_day) + index * series->when->repeat.interval;
    struct date first = { (int)(month / MONTHS_IN_YEAR), (int)(month % MONTHS_IN_YEAR) + 1, 1 };
    return (struct period){ date_to_days(first), month_bits(series, first.year, first.month) };
}

static struct period week_period(const struct series *series, int64_t index)
{
    unsigned start = weekday_of(series->first_day);
    int64_t monday = series->first_day - start;
    return (struct period){
        .first_day = monday + index * series->when->repeat.interval * WEEKDAY_COUNT,
        .days = series->weekdays ? series->weekdays : 1U << start,
    };
}

static struct period day_period(const struct series *series, int64_t index)
{
    int64_t day = series->first_day + index * series->when->repeat.interval;
    bool fits = series->weekdays == 0 || (series->weekdays >> weekday_of(day) & 1) != 0;
    return (struct period){ .first_day = day, .days = fits };
}

/* Without a rule: the start's day alone. */
static struct period only_period(const struct series *series, int64_t index)
{
    return (struct period){ .first_day = series->first_day + index, .days = index == 0 };
}

typedef struct period period_fn(const struct series *series, int64_t index);

/* The period of a number, without days before the start. */
static struct period period_at(const struct series *series, int64_t index)
{
    static period_fn *const make[] = {
        [REPEAT_NONE] = only_period,
        [REPEAT_DAILY] = day_period,
        [REPEAT_WEEKLY] = week_period,
        [REPEAT_MONTHLY] = month_period,
    };
    struct period period = make[series->when->repeat.frequency](series, index);
    if (period.first_day < series->first_day)
        period.days &= UINT32_MAX << (series->first_day - period.first_day);
    return period;
}

/* The number of the last period that begins on or before a day; 0 for days before the start. */
static int64_t period_of(const struct series *series, int64_t day)
{
    const struct repeat *repeat = &series->when->repeat;
    if (day <= series->first_day)
        return 0;
    switch (repeat->frequency) {
    case REPEAT_NONE:
        break;
    case REPEAT_DAILY:
        return (day - series->first_day) / repeat->interval;
    case REPEAT_WEEKLY:
        return (day - period_at(series, 0).first_day) / WEEKDAY_COUNT / repeat->interval;
    case REPEAT_MONTHLY:
        return (month_of(day) - month_of(series->first_day)) / repeat->interval;
    }
    return 0;
}

/* The day of the last date that COUNT allows; the day before the start when there is none. */
static int64_t day_of_count(const struct series *series)
{
    int left = series->when->repeat.count;
    int64_t last = series->first_day - 1;
    for (int64_t index = 0;; index++) {
        struct period period = period_at(series, index);
        if (period.first_day > last + SEARCH_DAYS)
            return last;
        for (int64_t day = period.first_day; period.days; day++, period.days >>= 1) {
            if (!(period.days & 1))
                continue;
            last = day;
            if (--left == 0)
                return last;
        }
    }
}

static int64_t last_day_of(const struct series *series)
{
    const struct repeat *repeat = &series->when->repeat;
    if (repeat->frequency == REPEAT_NONE)
        return series->first_day;
    if (repeat->count > 0)
        return day_of_count(series);
    if (repeat->until.kind != STAMP_NONE)
        return day_of_local(stamp_local(&repeat->until, series->zone));
    return SERIES_ENDLESS;
}

struct series series_of(const struct when *when, const struct zone *zone)
{
    assert(when->start.kind != STAMP_NONE);
    assert(when->repeat.frequency == REPEAT_NONE || when->repeat.interval >= 1);
    struct series series = { .when = when, .zone = when->zone ? when->zone : zone };
    struct civil start = stamp_local(&when->start, series.zone);
    series.first_day = day_of_local(start);
    series.day_seconds = civil_to_seconds(start) - series.first_day * DAY_SECONDS;
    series.length = length_of(when, series.zone);
    series.weekdays = weekday_bits(&when->repeat);
    series.last_day = last_day_of(&series);
    return series;
}

static struct occurrence first_as_written(const struct series *series)
{
    const struct when *when = series->when;
    int64_t start = stamp_moment(&when->start, series->zone), end = start + series->length;
    if (when->end.kind != STAMP_NONE)
        end = stamp_end(&when->end, series->zone);
    else if (when->start.kind == STAMP_DATE)
        end = stamp_end(&when->start, series->zone);
    return (struct occurrence){ .start = start, .end = end > start ? end : start };
}

static struct occurrence later_by_clock(const struct series *series, int64_t day)
{
    int64_t local = day * DAY_SECONDS + series->day_seconds;
    int64_t start = zone_moment(series->zone, civil_of_seconds(local));
    int64_t end = zone_moment(series->zone, civil_of_seconds(local + series->length));
    bool is_open = series->when->end.kind == STAMP_NONE && series->when->start.kind != STAMP_DATE;
    /* An open end is an hour by any clock. A start that the spring switch moved on may have
     * passed its end: it keeps its length. */
    if (is_open || end < start)
        end = start + series->length;
    return (struct occurrence){ .start = start, .end = end };
}

static struct occurrence occurrence_on(const struct series *series, int64_t day)
{
    const struct when *when = series->when;
    struct occurrence found =
        day == series->first_day ? first_as_written(series) : later_by_clock(series, day);
    found.all_day = when->start.kind == STAMP_DATE &&
                    (when->end.kind == STAMP_NONE || when->end.kind == STAMP_DATE);
    found.cancelled = when->cancelled;
    return found;
}

/* Whether a candidate day is a date: not past UNTIL, not left out. */
static bool is_date(const struct series *series, int64_t day, int64_t start)
{
    const struct when *when = series->when;
    const struct stamp *until = &when->repeat.until;
    if (day > series->last_day)
        return false;
    if (until->kind == STAMP_MOMENT && start > stamp_moment(until, series->zone))
        return false;
    if (until->kind == STAMP_LOCAL &&
        day * DAY_SECONDS + series->day_seconds > civil_to_seconds(until->civil))
        return false;
    struct date date = date_of_days(day);
    for (size_t i = 0; i < when->exdate_count; i++)
        if (date_compare(when->exdates[i], date) == 0)
            return false;
    return true;
}

/* The first date of a period that ends after `after` and starts at `from` or later. */
static bool period_next(const struct series *series, struct period period, int64_t after,
                        int64_t from, struct occurrence *ret_next)
{
    for (int64_t day = period.first_day; period.days; day++, period.days >>= 1) {
        if (!(period.days & 1))
            continue;
        struct occurrence found = occurrence_on(series, day);
        if (found.end > after && found.start >= from && is_date(series, day, found.start)) {
            *ret_next = found;
            return true;
        }
    }
    return false;
}

bool series_next(const struct series *series, int64_t after, int64_t from,
                 struct occurrence *ret_next)
{
    int64_t least = after - series->length > from ? after - series->length : from;
    int64_t day = day_of_local(civil_of_seconds(least)) - ZONE_SLACK_DAYS;
    if (day < series->first_day)
        day = series->first_day;
    int64_t last = day + SEARCH_DAYS < series->last_day ? day + SEARCH_DAYS : series->last_day;
    for (int64_t index = period_of(series, day);; index++) {
        struct period period = period_at(series, index);
        if (period.first_day > last)
            return false;
        if (period_next(series, period, after, from, ret_next))
            return true;
    }
}

bool series_last_end(const struct series *series, int64_t *ret_end)
{
    for (int64_t index = period_of(series, series->last_day); index >= 0; index--) {
        struct period period = period_at(series, index);
        for (int bit = PERIOD_DAYS_MAX - 1; bit >= 0; bit--) {
            int64_t day = period.first_day + bit;
            if (!(period.days >> bit & 1))
                continue;
            struct occurrence found = occurrence_on(series, day);
            if (is_date(series, day, found.start)) {
                *ret_end = found.end;
                return true;
            }
        }
        if (period.first_day < series->last_day - SEARCH_DAYS)
            return false;
    }
    return false;
}

struct occurrence series_first(const struct series *series)
{
    return occurrence_on(series, series->first_day);
}
