/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of progress on a terminal, none in a pipe. */
#pragma once

#include <stddef.h>

/*
 * "pictures 3/16", written over the line before on standard error when that is a
 * terminal. With all 0 the line is cleared.
 */
void terminal_progress(const char *what, size_t done, size_t all);
