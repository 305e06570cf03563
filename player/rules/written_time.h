/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of day in running text: "klo 17.30–19", "17:30", "5 pm". Only for this folder's .c files.
 */
#pragma once

#include "rules/search_text.h"

enum clock_word {
    CLOCK_NONE,
    CLOCK_KLO, /* klo */
    CLOCK_KL,  /* kl */
    CLOCK_LONG /* kello, klockan … */
};

struct written_hour {
    int hour, minute;
    bool has_minute, colon, half_day; /* half_day: with am or pm, hour already of 24 */
};

struct written_time {
    size_t start, end; /* points; with the clock word */
    enum clock_word clock;
    bool clock_stop; /* a full stop behind the clock word */
    struct written_hour from, until;
    bool has_until, hyphen; /* hyphen: where a dash belongs */
    bool doubtful;          /* "9.10–11.10" may be days as well */
};

/* The times of a text in their order; how many. */
size_t written_times(struct arena *arena, const struct search_text *text,
                     struct written_time **ret_times);
