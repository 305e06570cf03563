/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One report in the order in which a sender meets it: at most three things first, the rest folded
 * under them, questions by themselves, and what was right.
 */
#pragma once

#include "output/checked.h"

#define DIGEST_FIRST 3 /* more than three things at once nobody mends */

struct findings {
    const struct finding **at;
    size_t count;
};

struct digest {
    struct findings first;     /* the worst, at most DIGEST_FIRST; no questions */
    struct findings rest;      /* the others, likewise */
    struct findings questions; /* what only the sender can know */
    const char **right;        /* "dates and weekdays" …, in the reader's language */
    size_t right_count;
};

/* Sorts the report of an item. The lists are in the arena and point into that report. */
struct digest digest_of(struct arena *arena, struct checked_item *item);

/* What it comes to, in one plain sentence or two in the reader's language, in the arena. */
struct str digest_verdict(struct arena *arena, const struct checked_item *item) NODISCARD;

/*
 * What was right of an item: names of groups of rules that ran and found nothing, in the reader's
 * language. A group of which a rule could not run, or which has nothing to look at (no picture, no
 * link), is not named.
 */
size_t digest_right(struct arena *arena, const struct checked_item *item, const char ***ret_names);
