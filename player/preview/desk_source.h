/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the desk's announcements come from: a table of functions that app/ fills in over a folder,
 * a file or a site, and a test over nothing. Only the worker's thread calls its functions; what
 * they answer is the desk's, and what it points to beside its arena is valid until the next call.
 */
#pragma once

#include "preview/desk_item.h"
#include "preview/eyes.h"
#include "preview/verdict_port.h"

enum desk_work { WORK_NONE, WORK_LOOK, WORK_ROUND, WORK_VERDICT, WORK_SCAN };

/* One piece of work, small enough that nobody waits for it. */
struct desk_job {
    enum desk_work work;
    size_t item;
    int page;
    size_t display;
    int64_t now; /* seconds since 1970 UTC */
    enum eyes eyes;
    bool with_twin; /* WORK_LOOK: the slide of its twin, too */
    unsigned stamp;
};

enum desk_change { CHANGE_WRITTEN, CHANGE_GONE, CHANGE_BACK };

/* One announcement that is another thing than before. */
struct desk_news {
    size_t item;
    enum desk_change change;
    struct desk_known known; /* CHANGE_WRITTEN, CHANGE_BACK; the source's own texts */
};

/* What came of WORK_SCAN: how the folder differs from what the desk knows. */
struct desk_scan {
    struct arena *arena;   /* owned */
    struct str trouble;    /* why it could not be looked at; then the rest is empty */
    bool approved_changed; /* twins are others now, and so is the round */
    struct desk_news *news;
    size_t news_count;
    struct desk_known *come; /* announcements that follow the last one so far; texts as above */
    size_t come_count;
};

/* What comes of WORK_ROUND. */
struct desk_turns {
    struct arena *arena;       /* owned */
    struct desk_round *rounds; /* one for each announcement that there was */
    size_t round_count;
    struct desk_slot *slots; /* of one round, in the order of the screens */
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
    /*
     * Looks at the folder again; only for a live centre. A file that is still being copied is none
     * yet: it counts when two looks find the same.
     */
    void (*scan)(struct desk_source *source, struct desk_scan *ret_scan);
};

struct desk_source {
    const struct desk_source_ops *ops;
};
