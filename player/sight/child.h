/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Work in a child process with a limit on everything: what looks at a stranger's picture may crash
 * or run for ever, and only the child is lost. Only for the .c files of this folder.
 */
#pragma once

#include "base/str.h"

struct child_work {
    /*
     * Runs in the child; what it writes to `out` is the answer, and its return value the exit
     * status (0: done). It may start another program in its place.
     */
    int (*run)(const void *context, int out);
    const void *context;
    int seconds;       /* of the clock, and of the processor */
    size_t memory_max; /* address space in bytes; 0: no limit */
    size_t answer_max; /* bytes; a longer answer is nonsense and ends the child */
};

enum child_outcome {
    CHILD_DONE,
    CHILD_REFUSED, /* it ended with another status than 0 */
    CHILD_LOST,    /* it crashed, ran into a limit or talked too much */
    CHILD_FAILED,  /* our side: it could not be started */
};

/*
 * Runs the work and waits for its end; nothing of the child is left afterwards, whatever it did.
 *
 * ret_answer  in the arena, set only with CHILD_DONE.
 */
enum child_outcome child_run(struct arena *arena, const struct child_work *work,
                             struct str *ret_answer) NODISCARD;
