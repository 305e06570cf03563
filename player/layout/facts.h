/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When, where, for whom, how much, whom to call: in two columns. Only for this folder. */
#pragma once

#include "layout/flow.h"

struct fact {
    struct str label, value; /* '\n' in the value starts a line */
    struct str source;       /* "it:when" … */
};

#define FACTS_MAX 10

struct facts {
    struct fact fact[FACTS_MAX];
    size_t count;
};

/*
 * The facts of an announcement as a lobby reads them at the frame's moment.
 *
 * compact  repeating dates take one line ("Joka tiistai klo 17") instead of two with the next date
 *          before it ("Tänään klo 17"): for slides that are short of room. Where the next date is
 *          over a week away, or the rule does not name its days, that line is the date.
 */
struct facts facts_of(struct frame *frame, const struct item *item, bool compact);

/* Those of a cancelled date: which one, the next that holds, where, whom to call. */
struct facts facts_of_cancelled(struct frame *frame, const struct item *item,
                                const struct occurrence *cancelled);

/* Where it is in two words, for a row: the floor in this house, the name of another. */
struct str facts_short_place(struct frame *frame, const struct announcement *announcement,
                             bool is_here);

/* The facts as a flow at an em of `size` px; the label column is as wide as its widest label. */
struct flow flow_facts(struct frame *frame, const struct facts *facts, double size, int width);

/*
 * The next occurrence of an item, with the dates that hide.xml takes off counted as cancelled.
 * False when there is none.
 */
bool facts_next(const struct item *item, const struct zone *zone, int64_t after,
                struct occurrence *ret_next);
