/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the desk's announcements come from: a table of functions that app/ fills in over a folder,
 * a file or a site, and a test over nothing. Only the worker's thread calls look and round.
 */
#pragma once

#include "preview/desk_item.h"
#include "preview/eyes.h"
#include "preview/verdict_port.h"

enum desk_work { WORK_NONE, WORK_LOOK, WORK_ROUND, WORK_VERDICT };

/* One piece of work, small enough that nobody waits for it. */
struct desk_job {
    enum desk_work work;
    size_t item;
    int page;
    size_t display;
    int64_t now; /* seconds since 1970 UTC */
    enum eyes eyes;
    unsigned stamp;
};

/* What comes of WORK_ROUND. */
struct desk_turns {
    struct arena *arena;       /* owned */
    struct desk_round *rounds; /* one for each announcement */
    struct desk_slot *slots;   /* of one round, in the order of the screens */
    size_t slot_count;
    unsigned stamp;
};

struct desk_source;

struct desk_source_ops {
    /* Reads, judges, lays out and paints one announcement; false without memory. */
    bool (*look)(struct desk_source *source, const struct desk_job *job,
                 struct desk_look *ret_look);
    /*
     * The round at the job's moment, of all that has been looked at. False when it is not known:
     * then *ret_more says whether another call, which goes a step further, may know it.
     */
    bool (*turns)(struct desk_source *source, const struct desk_job *job, bool *ret_more,
                  struct desk_turns *ret_turns);
};

struct desk_source {
    const struct desk_source_ops *ops;
};
