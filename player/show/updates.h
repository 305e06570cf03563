/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Updates run in a child process of their own: its memory, its libraries and its crashes go with
 * it. Here is when one starts, and its end.
 */
#pragma once

#include "show/poll_plan.h"

#include <sys/types.h>

/* player/README.md wants every update over within 60 s; what takes this long hangs. */
#define UPDATE_SECONDS_MAX 90

struct updates {
    struct poll_plan plan;
    char *const *argv;           /* NULL: no updates */
    pid_t child;                 /* also its process group; 0: none runs */
    int64_t started_at, next_at; /* monotonic ns */
    unsigned failures;           /* of all, since the player began */
};

/* The first update is due at once. */
struct updates updates_new(char *const *argv, double interval_s);

/* Another interval, from the next update on. */
void updates_set_interval(struct updates *updates, double interval_s);

/*
 * Starts an update that is due and ends one that hangs. Answers the monotonic moment (ns) at which
 * it wants to be called again at the latest.
 */
int64_t updates_tick(struct updates *updates, int64_t now);

/* To be called when some child has ended; true when it was the update. Plans the next one. */
bool updates_reap(struct updates *updates, int64_t now);

/* Ends an update that runs; it may be at any point, that is what keep/ is made for. */
void updates_stop(struct updates *updates);
