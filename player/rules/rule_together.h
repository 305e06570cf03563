/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What only shows when announcements are looked at together: two groups in one room at one time,
 * versions of one announcement that say other things. Pure, and asked by whoever has them all.
 */
#pragma once

#include "model/announcement.h"

/* One announcement of many, with the report that its findings go to. */
struct together {
    const struct announcement *announcement;
    struct report *report;
};

/*
 * room-clash: both get a finding with the other's title and time; a question where neither has
 * named a room of the house. Versions of one group and
 * announcements without a time and a place are no clash. Each gets the first clash alone; `more`
 * of the finding counts further dates with another one. Sorts dates and walks over them once, so
 * time grows as n log n with the dates of the days looked at (the rule's limit).
 *
 * zone  the centre's; now: days are counted from here.
 */
void together_rooms(const struct together *items, size_t count, const struct zone *zone,
                    int64_t now);

/*
 * versions-agree: every version of a group is held against the first one (the Finnish one, where
 * there is one): times from now on, place, price and telephone, as far as both say them. Only what
 * no translation changes is compared: figures, not names.
 */
void together_versions(const struct together *items, size_t count, const struct zone *zone,
                       int64_t now);

/* Both of them. */
void together_check(const struct together *items, size_t count, const struct zone *zone,
                    int64_t now);
