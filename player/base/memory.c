/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A machine without memory cannot be helped from within. Callers that could go on without (a
 * picture, a feed) have limits of their own and never come near this one.
 */
#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define EXIT_COULD_NOT_RUN 2

void memory_out(size_t bytes)
{
    char line[80];
    int length = snprintf(line, sizeof line, "infotaulu: out of memory (%zu bytes)\n", bytes);
    /* Nothing can be done about a standard error that is closed. */
    ssize_t written = write(STDERR_FILENO, line, (size_t)length);
    (void)written;
    _exit(EXIT_COULD_NOT_RUN);
}

void *memory_new(size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        memory_out(SIZE_MAX);
    void *memory = calloc(bytes ? bytes : 1, 1);
    if (!memory)
        memory_out(bytes);
    return memory;
}

void *memory_grow(void *old, size_t bytes)
{
    void *memory = realloc(old, bytes ? bytes : 1);
    if (!memory)
        memory_out(bytes);
    return memory;
}
