/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * For tests and benches: a line for each frame that was presented, with tabs between monotonic
 * nanoseconds, the item's id or "idle", the page from 0, and the share of it from 0 to 256.
 */
#pragma once

#include "show/slide.h"

#include <stdio.h>

struct frame_log {
    FILE *file; /* NULL: none is wanted */
};

/* Opens a new file; NULL path: no log. False when it cannot be made. */
bool frame_log_open(struct frame_log *log, const char *path) NODISCARD;

/* Writes out what is left. Does nothing without a file. */
void frame_log_close(struct frame_log *log);

/* Notes a frame that is on the screen now. Kept in memory until frame_log_flush. */
void frame_log_add(struct frame_log *log, const struct slide *slide, unsigned share);

/* Writes out what has been noted: when there is time for a disk. */
void frame_log_flush(struct frame_log *log);
