/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See terminal.h. */
#include "app/terminal.h"

#include "base/clock.h"
#include "base/i18n.h"

#include <stdio.h>
#include <unistd.h>

void terminal_progress(const char *what, size_t done, size_t all)
{
    if (!isatty(STDERR_FILENO))
        return;
    if (all == 0)
        fputs("\r\033[K", stderr);
    else
        fprintf(stderr, "\r\033[K%s %zu/%zu", _(what), done, all);
    fflush(stderr);
}

#define SECOND_NS INT64_C(1000000000)
#define TELLING_AFTER (2 * SECOND_NS) /* before, a guess would jump about */

void terminal_progress_since(const char *what, size_t done, size_t all, int64_t started_ns)
{
    int64_t passed = clock_mono_ns() - started_ns;
    terminal_progress(what, done, all);
    if (!isatty(STDERR_FILENO) || done == 0 || passed < TELLING_AFTER)
        return;
    double left = (double)passed / (double)done * (double)(all - done) / (double)SECOND_NS;
    fprintf(stderr, _(", %.0f s left"), left + 0.5);
    fflush(stderr);
}
