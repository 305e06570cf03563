/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One edition in memory with all that a slide of it needs. Belongs to the preparing thread. */
#pragma once

#include "keep/keep.h"
#include "model/edition.h"
#include "show/daily.h"

struct generation {
    struct arena *arena;
    struct edition edition;
    const struct zone *zone;
    bool zone_is_right;     /* false: another one stands in, no time may be shown by it */
    struct display display; /* the chosen one */
    bool is_reference;      /* nothing has been accepted yet */
};

/*
 * Reads the kept edition.
 *
 * which    the current or the previous one.
 * display  name of the display to choose; NULL: the first. One that the profile does not have is
 *          said in the log, and the first is taken: a screen that is renamed must not go dark.
 *
 * NULL when there is none that is whole; the log says why, once a day, unless it is simply not
 * there.
 */
struct generation *generation_read(struct keep *keep, enum keep_generation which,
                                   const char *display, struct daily *complaint) NODISCARD;

/* The idle screen of a player that has never seen an edition; NULL without any zone file. */
struct generation *generation_reference(void) NODISCARD;

/* NULL is fine. */
void generation_free(struct generation *generation);
