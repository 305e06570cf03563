/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day with a clock time: what a calendar on the wall and a clock beside it say. */
#pragma once

#include "calendar/date.h"

/* A day and a time of it, in some zone that the context names. */
struct civil {
    struct date date;
    int hour, minute, second; /* 0–23, 0–59, 0–59 */
};

int civil_compare(struct civil a, struct civil b); /* <0, 0, >0; both of one zone */

#define DAY_SECONDS INT64_C(86400)

/* Seconds since 1970-01-01T00:00 of the same zone, as if it had no switches. */
int64_t civil_to_seconds(struct civil civil);

/* And back, cut to CIVIL_DAYS_MOST as above. */
struct civil civil_of_seconds(int64_t seconds);
