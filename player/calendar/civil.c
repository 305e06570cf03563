/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A clock time is a number of seconds on top of its day; the days are date.c's. */
#include "calendar/civil.h"

int civil_compare(struct civil a, struct civil b)
{
    int64_t left = civil_to_seconds(a), right = civil_to_seconds(b);
    return (left > right) - (left < right);
}

int64_t civil_to_seconds(struct civil civil)
{
    return date_to_days(civil.date) * DAY_SECONDS + civil.hour * INT64_C(3600) +
           civil.minute * INT64_C(60) + civil.second;
}

struct civil civil_of_seconds(int64_t seconds)
{
    /* Rounded down also before 1970; C rounds towards it. */
    int64_t days = seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0);
    int in_day = (int)(seconds - days * DAY_SECONDS);
    return (struct civil){
        .date = date_of_days(days),
        .hour = in_day / 3600,
        .minute = in_day / 60 % 60,
        .second = in_day % 60,
    };
}
