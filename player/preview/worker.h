/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The desk's second thread: it reads, judges, paints and signs, one job at a time, so that the
 * window never waits. A job goes in, its answer comes out, and nothing else is shared.
 */
#pragma once

#include "preview/desk_source.h"

struct worker;

/* What came of a job; all of it is the taker's. */
struct worker_answer {
    struct desk_job job;
    struct desk_look *look; /* WORK_LOOK; NULL: it could not be made */
    struct desk_turns turns;
    bool has_turns, more_turns; /* WORK_ROUND */
    struct desk_scan scan;      /* WORK_SCAN */
    struct arena *arena;        /* WORK_VERDICT: of the answer's texts */
    struct verdict_answer answer;
};

typedef void worker_wake_fn(void *context);

/*
 * Starts the thread. Source and port (may be NULL) must outlive it and are used by it alone.
 *
 * wake  is called in the thread when an answer is there.
 *
 * NULL when no thread can be had.
 */
struct worker *worker_start(struct desk_source *source, struct verdict_port *port,
                            worker_wake_fn *wake, void *context) NODISCARD;

/* Gives a job; the one before must have been answered. The order must live until then. */
void worker_give(struct worker *worker, const struct desk_job *job,
                 const struct verdict_order *order);

/* Takes an answer; false when there is none. */
bool worker_take(struct worker *worker, struct worker_answer *ret_answer);

/* Waits for the job at work and ends the thread; NULL is fine. */
void worker_stop(struct worker *worker);
