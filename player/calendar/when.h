/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates that repeat, as data: a line of "when" with its rule, and one date that it comes to. */
#pragma once

#include "calendar/stamp.h"

enum rule_frequency { REPEAT_NONE, REPEAT_DAILY, REPEAT_WEEKLY, REPEAT_MONTHLY };

#define BYDAY_MAX 35 /* seven weekdays, each 1st to 5th; more cannot differ */

struct byday {
    int nth; /* 0: every; 1 to 5; -1 to -5 from the month's end */
    enum weekday weekday;
};

struct repeat {
    enum rule_frequency frequency;
    int interval; /* 1 or more */
    struct byday byday[BYDAY_MAX];
    int byday_count;
    struct stamp until; /* STAMP_NONE: none. A bare date is inclusive */
    int count;          /* 0: none. Days left out by exdate are counted too */
};

/*
 * Most lines of "when" in one announcement and most days left out of one line: a weekly group has
 * 52 a year, so these are years of them. Readers check them, because every line is held against
 * every other and every date against the days left out.
 */
#define WHEN_COUNT_MAX 400
#define EXDATE_COUNT_MAX 400

/*
 * One line of "when": it happens from start to end, perhaps repeatedly.
 *
 * A repeating one keeps its local clock time over the switches of its zone, and lasts as long on
 * the clock as from start to end as written; only the first date is taken to the second as
 * written. The dates are those that the rule names from the start on: a start that its own rule
 * does not name is none.
 */
struct when {
    struct stamp start, end; /* end STAMP_NONE: an hour, or to the end of the day for bare dates */
    struct str zone_name;    /* empty: the centre's */
    const struct zone *zone; /* of zone_name, opened by the reader; NULL: the one passed below */
    struct repeat repeat;
    struct date *exdates; /* days, in its zone, on which it does not happen */
    size_t exdate_count;
    bool cancelled; /* this date, or all dates of the rule, are called off */
};

/* One date of a when, resolved. */
struct occurrence {
    int64_t start, end; /* seconds since 1970 UTC; end is exclusive */
    bool all_day;       /* written as bare dates */
    bool cancelled;
};
