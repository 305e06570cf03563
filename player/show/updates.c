/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See updates.h. Exit code 2 is "no update" and backs off; 0 and 1 are an edition that is kept.
 * The child has a process group of its own, so that what it starts (the decoder) ends with it.
 */
#include "show/updates.h"

#include "base/clock.h"
#include "base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define LOG_MODULE "updates"

#define STOP_MS 1000 /* from SIGTERM to SIGKILL */
#define STOP_STEP_MS 5

extern char **environ;

struct updates updates_new(char *const *argv, double interval_s)
{
    int64_t now = clock_mono_ns();
    return (struct updates){
        .plan = poll_plan_new(interval_s, (uint64_t)now ^ (uint64_t)getpid() << 40),
        .argv = argv,
        .next_at = now,
    };
}

void updates_set_interval(struct updates *updates, double interval_s)
{
    updates->plan.interval_s = interval_s;
}

static void plan_next(struct updates *updates, int64_t now, bool went_well)
{
    double wait = poll_plan_next(&updates->plan, went_well);
    updates->next_at = now + (int64_t)(wait * (double)CLOCK_SECOND_NS);
}

/* Signals that we block or ignore are as usual in the child, and it reads nothing. */
static int spawn(struct updates *updates)
{
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t actions;
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                              POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    int error = posix_spawnp(&updates->child, updates->argv[0], &actions, &attributes,
                             updates->argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return error;
}

static void start(struct updates *updates, int64_t now)
{
    int error = spawn(updates);
    if (error != 0) {
        updates->child = 0;
        log_warning("%s: %s", updates->argv[0], strerror(error));
        plan_next(updates, now, false);
        return;
    }
    updates->started_at = now;
}

int64_t updates_tick(struct updates *updates, int64_t now)
{
    if (!updates->argv)
        return INT64_MAX;
    if (updates->child == 0 && now >= updates->next_at)
        start(updates, now);
    if (updates->child == 0)
        return updates->next_at;
    int64_t over = updates->started_at + UPDATE_SECONDS_MAX * CLOCK_SECOND_NS;
    if (now < over)
        return over;
    log_warning("an update did not end in %d s: it is killed", UPDATE_SECONDS_MAX);
    kill(-updates->child, SIGKILL);
    updates->started_at = now; /* its end comes as SIGCHLD */
    return now + CLOCK_SECOND_NS;
}

bool updates_reap(struct updates *updates, int64_t now)
{
    int status = 0;
    if (updates->child == 0 || waitpid(updates->child, &status, WNOHANG) != updates->child)
        return false;
    kill(-updates->child, SIGKILL); /* what it may have left behind */
    updates->child = 0;
    bool went_well = WIFEXITED(status) && WEXITSTATUS(status) <= 1;
    updates->failures += !went_well;
    plan_next(updates, now, went_well);
    return true;
}

void updates_stop(struct updates *updates)
{
    const struct timespec step = { .tv_nsec = STOP_STEP_MS * CLOCK_MS_NS };
    int status;
    if (updates->child == 0)
        return;
    kill(-updates->child, SIGTERM);
    for (int waited = 0; waited < STOP_MS; waited += STOP_STEP_MS) {
        if (waitpid(updates->child, &status, WNOHANG) == updates->child)
            break;
        nanosleep(&step, NULL);
    }
    kill(-updates->child, SIGKILL);
    while (waitpid(updates->child, &status, 0) < 0 && errno == EINTR)
        continue;
    updates->child = 0;
}
