/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of progress on a terminal, none in a pipe. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/*
 * "pictures 3/16", written over the line before on standard error when that is a
 * terminal. With all 0 the line is cleared.
 */
void terminal_progress(const char *what, size_t done, size_t all);

/*
 * The same with the time that is left, once it can be told: "announcements 300/1000, 12 s left".
 *
 * started_ns  when the work began, by clock_mono_ns.
 */
void terminal_progress_since(const char *what, size_t done, size_t all, int64_t started_ns);
