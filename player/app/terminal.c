/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See terminal.h. */
#include "app/terminal.h"

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
