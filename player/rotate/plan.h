/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rotation played in the head: what a screen that is left alone will show. It is the player's
 * own rotation, asked moment by moment as the player asks it.
 */
#pragma once

#include "rotate/rotation.h"

struct plan_slot {
    struct slot slot;
    int64_t start, end;        /* seconds since 1970 UTC */
    struct str *organisations; /* as the register writes them; none of the agenda and of alerts */
    size_t organisation_count;
};

/* What one organisation gets. */
struct plan_share {
    struct str organisation;
    double seconds;
    double share; /* of the time of all organisations, 0 to 1 */
};

struct plan {
    struct plan_slot *slots; /* without idle ones: then the screen rests */
    size_t slot_count;
    struct plan_share *shares; /* in the order of the feed */
    size_t share_count;
    int64_t idle_seconds, agenda_seconds, alert_seconds;
    int64_t all_seen; /* seconds until every notice shown at the beginning has been; 0: they never
                         all were */
};

/* Plays a rotation from a moment on until a slide would begin at `until`. In the arena. */
void plan_make(struct rotation *rotation, const struct edition *edition, const struct zone *zone,
               int64_t from, int64_t until, struct arena *arena, struct plan *ret_plan);

/* How long a round is: every slide that may be shown at a moment, once. */
struct plan_round {
    int64_t seconds;
    int64_t one_more; /* seconds that one more notice adds: as much as one takes on the average */
    size_t slides, notices, organisations;
};

struct plan_round plan_round_of(const struct edition *edition, const struct zone *zone, int64_t now,
                                bool clock_is_real);
