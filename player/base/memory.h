/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory outside an arena that is there or ends the process; nobody has to ask. */
#pragma once

#include "base/attrs.h"

#include <stddef.h>

/* Zeroed memory for what lives outside an arena; never NULL, freed with free(). */
void *memory_new(size_t count, size_t size) NODISCARD;

/*
 * The same memory (NULL: none yet), perhaps moved, with room for `bytes` bytes in all. What is
 * added is not zeroed, because nobody knows here where the old part ended.
 */
void *memory_grow(void *old, size_t bytes) NODISCARD;

/*
 * Says "out of memory" on standard error and ends the process with exit code 2 ("could not run").
 * In the showing process the service starts it again with the last good edition; in an update the
 * last good edition simply stays. A signal would be a bug, a shortened document a lie.
 */
void memory_out(size_t bytes) NORETURN;
