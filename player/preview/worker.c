/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See worker.h. */
#include "preview/worker.h"

#include "base/memory.h"
#include "preview/desk.h"

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

#define ANSWER_BYTES_MAX (8u << 20)

struct worker {
    struct desk_source *source;
    struct verdict_port *port;
    worker_wake_fn *wake;
    void *context;
    pthread_t thread;
    pthread_mutex_t lock; /* guards what follows */
    pthread_cond_t news;
    struct desk_job job; /* WORK_NONE: none to do */
    const struct verdict_order *order;
    struct worker_answer answer;
    bool has_answer, stops;
};

static void look(struct worker *worker, struct worker_answer *answer)
{
    struct desk_look *made = memory_new(1, sizeof *made);
    if (worker->source->ops->look(worker->source, &answer->job, made))
        answer->look = made;
    else
        free(made);
}

static void carry_out(struct worker *worker, const struct verdict_order *order,
                      struct worker_answer *answer)
{
    answer->arena = arena_new(ANSWER_BYTES_MAX);
    worker->port->ops->carry_out(worker->port, answer->arena, order, &answer->answer);
}

static struct worker_answer work(struct worker *worker, const struct desk_job *job,
                                 const struct verdict_order *order)
{
    struct worker_answer answer = { .job = *job };
    if (job->work == WORK_LOOK)
        look(worker, &answer);
    else if (job->work == WORK_ROUND)
        answer.has_turns =
            worker->source->ops->turns(worker->source, job, &answer.more_turns, &answer.turns);
    else if (job->work == WORK_SCAN)
        worker->source->ops->scan(worker->source, &answer.scan);
    else
        carry_out(worker, order, &answer);
    return answer;
}

static void *run(void *context)
{
    struct worker *worker = context;
    pthread_mutex_lock(&worker->lock);
    for (;;) {
        while (!worker->stops && worker->job.work == WORK_NONE)
            pthread_cond_wait(&worker->news, &worker->lock);
        if (worker->stops)
            break;
        struct desk_job job = worker->job;
        const struct verdict_order *order = worker->order;
        worker->job.work = WORK_NONE;
        pthread_mutex_unlock(&worker->lock);
        struct worker_answer answer = work(worker, &job, order);
        pthread_mutex_lock(&worker->lock);
        worker->answer = answer;
        worker->has_answer = true;
        worker->wake(worker->context);
    }
    pthread_mutex_unlock(&worker->lock);
    return NULL;
}

struct worker *worker_start(struct desk_source *source, struct verdict_port *port,
                            worker_wake_fn *wake, void *context)
{
    struct worker *worker = memory_new(1, sizeof *worker);
    worker->source = source;
    worker->port = port;
    worker->wake = wake;
    worker->context = context;
    pthread_mutex_init(&worker->lock, NULL);
    pthread_cond_init(&worker->news, NULL);
    if (pthread_create(&worker->thread, NULL, run, worker) == 0)
        return worker;
    free(worker);
    return NULL;
}

void worker_give(struct worker *worker, const struct desk_job *job,
                 const struct verdict_order *order)
{
    pthread_mutex_lock(&worker->lock);
    assert(worker->job.work == WORK_NONE && !worker->has_answer);
    worker->job = *job;
    worker->order = order;
    pthread_cond_signal(&worker->news);
    pthread_mutex_unlock(&worker->lock);
}

bool worker_take(struct worker *worker, struct worker_answer *ret_answer)
{
    pthread_mutex_lock(&worker->lock);
    bool has = worker->has_answer;
    if (has)
        *ret_answer = worker->answer;
    worker->has_answer = false;
    pthread_mutex_unlock(&worker->lock);
    return has;
}

void worker_stop(struct worker *worker)
{
    struct worker_answer left;
    if (!worker)
        return;
    pthread_mutex_lock(&worker->lock);
    worker->stops = true;
    pthread_cond_signal(&worker->news);
    pthread_mutex_unlock(&worker->lock);
    pthread_join(worker->thread, NULL);
    if (worker_take(worker, &left)) {
        desk_look_free(left.look);
        arena_free(left.turns.arena);
        arena_free(left.scan.arena);
        arena_free(left.arena);
    }
    pthread_cond_destroy(&worker->news);
    pthread_mutex_destroy(&worker->lock);
    free(worker);
}
