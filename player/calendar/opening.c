/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each day's hours are taken to moments of the zone, and "open" means within one of them that
 * began today or yesterday. A change is an edge of some day's hours at which the answer turns, so
 * that hours that touch (9 to 12, 12 to 15) make none, and switches of the clock need no case.
 */
#include "calendar/opening.h"

#define DAY_MINUTES 1440
#define SEARCH_DAYS 400 /* longer than a year's closed season */
#define NOTHING_COVERS INT64_MAX

/* What holds on one day: the week, or the exceptions of a certain length. */
struct plan {
    struct date date;
    int64_t exception_days; /* NOTHING_COVERS: the week holds */
    size_t row_count;       /* rows to ask with plan_hours; 0 on a closed day */
};

/* From one moment until another, which is not in it any more. */
struct span {
    int64_t from, until;
};

/* The length of an exception, or NOTHING_COVERS when it is not about this day. */
static int64_t days_over(const struct opening_exception *exception, struct date date)
{
    if (date_compare(date, exception->from) < 0 || date_compare(date, exception->until) > 0)
        return NOTHING_COVERS;
    return date_to_days(exception->until) - date_to_days(exception->from);
}

static int64_t shortest_over(const struct opening *opening, struct date date)
{
    int64_t shortest = NOTHING_COVERS;
    for (size_t i = 0; i < opening->exception_count; i++) {
        int64_t days = days_over(&opening->exceptions[i], date);
        if (days < shortest)
            shortest = days;
    }
    return shortest;
}

static bool is_closed_by(const struct opening *opening, struct date date, int64_t days)
{
    for (size_t i = 0; i < opening->exception_count; i++)
        if (opening->exceptions[i].closed && days_over(&opening->exceptions[i], date) == days)
            return true;
    return false;
}

static struct plan plan_of(const struct opening *opening, struct date date)
{
    struct plan plan = { .date = date, .exception_days = shortest_over(opening, date) };
    if (plan.exception_days == NOTHING_COVERS)
        plan.row_count = opening->span_count ? opening->span_count : 1;
    else if (!is_closed_by(opening, date, plan.exception_days))
        plan.row_count = opening->exception_count;
    return plan;
}

/* Minutes after a day's midnight on the clock, as a moment. */
static int64_t moment_at(const struct zone *zone, struct date date, int minutes)
{
    int64_t midnight = date_to_days(date) * DAY_SECONDS;
    return zone_moment(zone, civil_of_seconds(midnight + (int64_t)minutes * 60));
}

/* The hours of one row of a plan; false when the row has none on this day. */
static bool plan_hours(const struct opening *opening, const struct plan *plan, size_t row,
                       const struct zone *zone, struct span *ret_span)
{
    struct hours hours = { 0, DAY_MINUTES };
    if (plan->exception_days != NOTHING_COVERS) {
        const struct opening_exception *exception = &opening->exceptions[row];
        if (days_over(exception, plan->date) != plan->exception_days)
            return false;
        hours = exception->hours;
    } else if (opening->span_count > 0) {
        if (!opening->spans[row].days[date_weekday(plan->date)])
            return false;
        hours = opening->spans[row].hours;
    }
    ret_span->from = moment_at(zone, plan->date, hours.from);
    ret_span->until = moment_at(zone, plan->date, hours.until);
    return true;
}

static bool is_open_from(const struct opening *opening, const struct zone *zone, struct date date,
                         int64_t moment)
{
    struct plan plan = plan_of(opening, date);
    for (size_t row = 0; row < plan.row_count; row++) {
        struct span span;
        if (plan_hours(opening, &plan, row, zone, &span) && span.from <= moment &&
            moment < span.until)
            return true;
    }
    return false;
}

bool opening_is_open(const struct opening *opening, const struct zone *zone, int64_t moment)
{
    struct date today = zone_local(zone, moment).date;
    return is_open_from(opening, zone, today, moment) ||
           is_open_from(opening, zone, date_add(today, -1), moment);
}

/* The first change after a moment at an edge of the hours that begin on one day. */
static int64_t change_on(const struct opening *opening, const struct zone *zone, struct date date,
                         int64_t moment)
{
    bool is_open = opening_is_open(opening, zone, moment);
    int64_t first = INT64_MAX;
    struct plan plan = plan_of(opening, date);
    for (size_t row = 0; row < plan.row_count; row++) {
        struct span span;
        if (!plan_hours(opening, &plan, row, zone, &span))
            continue;
        const int64_t edges[] = { span.from, span.until };
        for (size_t i = 0; i < ARRAY_LEN(edges); i++)
            if (edges[i] > moment && edges[i] < first &&
                opening_is_open(opening, zone, edges[i]) != is_open)
                first = edges[i];
    }
    return first;
}

int64_t opening_next_change(const struct opening *opening, const struct zone *zone, int64_t moment)
{
    struct date today = zone_local(zone, moment).date;
    int64_t first = INT64_MAX;
    for (int i = -1; i <= SEARCH_DAYS; i++) {
        struct date date = date_add(today, i);
        /* No hours that begin on this day or later can be before an edge already found. */
        if (moment_at(zone, date, 0) >= first)
            break;
        int64_t change = change_on(opening, zone, date, moment);
        if (change < first)
            first = change;
    }
    return first;
}
