/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers on the slides ("Nro 12"), by which people on the phone name a notice. All language
 * versions of a notice have one number; it keeps it while it is shown, and nobody else gets it
 * within 30 days after. Pure: the feed before and the notices of now go in, numbers and the log of
 * withdrawals come out.
 */
#pragma once

#include "feed/read_feed.h"

#define NUMBER_REST_DAYS 30 /* content-schema/README.md: then a number is free again */
#define TOMBSTONE_DAYS 60   /* the log is for readers of the feed who look in once a month or two */

/* One announcement: its id, its group, and its number. */
struct numbered {
    struct str id, group;
    int number; /* 0: none yet */
};

/* What the feed before said. */
struct numbers_before {
    const struct numbered *items;
    size_t item_count;
    const struct feed_tombstone *tombstones;
    size_t tombstone_count;
};

/* The log of withdrawals. */
struct numbers_log {
    struct feed_tombstone *tombstones; /* in the arena */
    size_t count;
};

/*
 * Gives each item its number: that of its group before, also of one that was withdrawn less than
 * NUMBER_REST_DAYS ago, else the least free one, in the order of the items.
 *
 * now   seconds since 1970 UTC, the time of the new withdrawals.
 * zone  in which that time is written.
 *
 * Answers the log of before without what is shown again or older than
 * TOMBSTONE_DAYS, and what has been withdrawn now.
 */
struct numbers_log numbers_assign(struct arena *arena, const struct numbers_before *before,
                                  int64_t now, const struct zone *zone, struct numbered *items,
                                  size_t item_count);
