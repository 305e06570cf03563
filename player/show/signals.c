/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See signals.h. The signals are blocked before any other thread starts, so that all of them
 * inherit the block and only the waiting thread gets one.
 */
#include "show/signals.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

#define SIGNAL_STOP SIGRTMIN /* ends our thread; nobody else sends it */

struct signals {
    pthread_t thread;
    struct mailbox *to_drawing;
    sigset_t set, mask_before;
    struct sigaction pipe_before;
};

static void *run(void *context)
{
    struct signals *signals = context;
    for (;;) {
        int number = 0;
        if (sigwait(&signals->set, &number) != 0)
            continue;
        if (number == SIGNAL_STOP)
            return NULL;
        const struct mail mail = { .kind = number == SIGCHLD ? MAIL_CHILD : MAIL_QUIT };
        mailbox_send(signals->to_drawing, &mail);
    }
}

struct signals *signals_start(struct mailbox *to_drawing)
{
    struct signals *signals = memory_new(1, sizeof *signals);
    const struct sigaction ignore = { .sa_handler = SIG_IGN };
    signals->to_drawing = to_drawing;
    sigemptyset(&signals->set);
    sigaddset(&signals->set, SIGTERM);
    sigaddset(&signals->set, SIGINT);
    sigaddset(&signals->set, SIGCHLD);
    sigaddset(&signals->set, SIGNAL_STOP);
    pthread_sigmask(SIG_BLOCK, &signals->set, &signals->mask_before);
    sigaction(SIGPIPE, &ignore, &signals->pipe_before);
    if (pthread_create(&signals->thread, NULL, run, signals) == 0)
        return signals;
    pthread_sigmask(SIG_SETMASK, &signals->mask_before, NULL);
    sigaction(SIGPIPE, &signals->pipe_before, NULL);
    free(signals);
    return NULL;
}

void signals_stop(struct signals *signals)
{
    if (!signals)
        return;
    pthread_kill(signals->thread, SIGNAL_STOP);
    pthread_join(signals->thread, NULL);
    sigaction(SIGPIPE, &signals->pipe_before, NULL);
    pthread_sigmask(SIG_SETMASK, &signals->mask_before, NULL);
    free(signals);
}
