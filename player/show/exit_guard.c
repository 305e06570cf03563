/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See exit_guard.h. on_exit and not atexit: the guard is its argument, and no global is needed. */
#include "show/exit_guard.h"

#include "base/arena.h"
#include "base/log.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#define LOG_MODULE "show"

#define EXIT_COULD_NOT_RUN 2

/* Other threads still run, so nothing is freed and no other handler is waited for. */
static void at_exit(int code, void *context)
{
    struct exit_guard *guard = context;
    (void)code;
    if (!atomic_load(&guard->is_armed)) {
        free(guard);
        return;
    }
    int child = atomic_load(&guard->child);
    if (child > 0)
        kill(-child, SIGKILL);
    if (!atomic_load(&guard->is_known) && pthread_equal(guard->drawing, pthread_self()))
        log_error("the display is gone");
    _exit(EXIT_COULD_NOT_RUN);
}

struct exit_guard *exit_guard_arm(void)
{
    struct exit_guard *guard = memory_new(1, sizeof *guard);
    guard->drawing = pthread_self();
    atomic_store(&guard->is_armed, 1);
    if (on_exit(at_exit, guard) == 0)
        return guard;
    free(guard);
    return NULL;
}

void exit_guard_disarm(struct exit_guard *guard)
{
    if (guard)
        atomic_store(&guard->is_armed, 0);
}

void exit_guard_give_up(struct exit_guard *guard)
{
    if (guard)
        atomic_store(&guard->is_known, 1);
}

void exit_guard_set_child(struct exit_guard *guard, int child)
{
    if (guard)
        atomic_store(&guard->child, child);
}
