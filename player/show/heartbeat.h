/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file whose time says that the drawing loop turns. Touched by that loop and nobody else: a
 * player that hangs must not look alive.
 */
#pragma once

#include "show/daily.h"

#include <limits.h>

struct heartbeat {
    char path[PATH_MAX];
    int file; /* descriptor, -1: none */
    struct daily complaint;
};

/*
 * A heartbeat in a file; where it cannot be made, in `fallback` (NULL: none). Never fails: without
 * a file there is one line a day in the log.
 */
struct heartbeat heartbeat_new(const char *path, const char *fallback);

/* Sets the time of the file to now; makes it again when somebody removed it. */
void heartbeat_touch(struct heartbeat *heartbeat);

/* Leaves the file, with the time of the last sign. */
void heartbeat_close(struct heartbeat *heartbeat);
