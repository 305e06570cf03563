/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SIGTERM, SIGINT and SIGCHLD as letters: a thread of its own waits for them, so that no signal
 * can fall between a test of a flag and a sleep.
 */
#pragma once

#include "show/mailbox.h"

struct signals;

/*
 * Blocks the signals for this thread and those it starts later, and sends QUIT and CHILD to a
 * mailbox from now on. SIGPIPE is ignored. NULL when no thread can be had.
 */
struct signals *signals_start(struct mailbox *to_drawing) NODISCARD;

/* Everything as before. */
void signals_stop(struct signals *signals);
