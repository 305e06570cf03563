/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dates of one when, for recurrence.c: it alone puts several together. */
#pragma once

#include "calendar/when.h"

#define SERIES_ENDLESS INT64_MAX

/* No date is earlier or later than this either side of 1970, in seconds. */
#define SERIES_MOMENT_MOST (CIVIL_DAYS_MOST * DAY_SECONDS)

/* A when, made ready for arithmetic. Days are counted from 1970. Points to the when. */
struct series {
    const struct when *when;
    const struct zone *zone;
    int64_t first_day, last_day; /* no date lies outside; last may be SERIES_ENDLESS */
    int64_t day_seconds;         /* from midnight to the start, on the clock */
    int64_t length;              /* seconds from start to end, on the clock */
    unsigned weekdays;           /* of DAILY and WEEKLY, as bits; 0: any */
};

/* Gets a when ready. zone stands where the when has none of its own. */
struct series series_of(const struct when *when, const struct zone *zone);

/* From start to end as written, rule or no rule. */
struct occurrence series_first(const struct series *series);

/*
 * The first date that ends after `after` and starts at `from` or later, both within
 * SERIES_MOMENT_MOST. False when there is none in 40 years.
 */
bool series_next(const struct series *series, int64_t after, int64_t from,
                 struct occurrence *ret_next);

/* The end of the last date of a series that is not endless; false when it has no date. */
bool series_last_end(const struct series *series, int64_t *ret_end);
