/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening hours of a centre: a week and the days that differ. */
#pragma once

#include "base/str.h"
#include "calendar/zone.h"

/* Minutes from midnight; until may be over 1440 when it ends on the next day. */
struct hours {
    int from, until;
};

struct opening_span {
    struct hours hours;
    bool days[WEEKDAY_COUNT];
};

/*
 * One day or a row of days that differ from the week. The shortest row that covers a day counts
 * (one day within the summer's hours); of rows equally short a closed one wins, else their hours
 * add up (morning and afternoon). A night belongs to the day on which it began.
 */
struct opening_exception {
    struct date from, until; /* inclusive */
    bool closed;
    struct hours hours; /* unless closed */
};

struct opening {
    struct opening_span *spans; /* none: day and night, but for the exceptions */
    size_t span_count;
    struct opening_exception *exceptions;
    size_t exception_count;
};

/* Is it open at a moment (seconds since 1970 UTC)? Ends are exclusive. */
bool opening_is_open(const struct opening *opening, const struct zone *zone, int64_t moment);

/*
 * The next moment after `moment` at which open turns to closed or back; INT64_MAX when it never
 * does within 400 days.
 */
int64_t opening_next_change(const struct opening *opening, const struct zone *zone, int64_t moment);
