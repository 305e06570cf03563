/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Xlib ends the process by exit(1) when its server goes away, and offers no other way without
 * linking it. The exit code would say "findings that block"; the guard makes it 2, "could not run",
 * which the service takes for a reason to start again, and ends the update child.
 */
#pragma once

#include <pthread.h>
#include <stdatomic.h>

struct exit_guard {
    atomic_int is_armed;
    atomic_int child;    /* process group to be killed; 0: none */
    atomic_int is_known; /* the log already says why it ends */
    pthread_t drawing;   /* the thread that Xlib ends; others have said why themselves */
};

/*
 * Arms a guard for the rest of the process or until it is disarmed. It lives until the process
 * ends, since the C library keeps a pointer to it. NULL when none can be had: then there is none.
 */
struct exit_guard *exit_guard_arm(void);

/* From now on an exit is an exit; NULL is fine. */
void exit_guard_disarm(struct exit_guard *guard);

/*
 * A thread hangs: the guard stays armed, so that the process ends without waiting for it. The log
 * has been told why.
 */
void exit_guard_give_up(struct exit_guard *guard);

/* Remembers the update that runs. */
void exit_guard_set_child(struct exit_guard *guard, int child);
