/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory with one owner: what belongs to one generation of the feed is allocated in one arena and
 * freed whole with it.
 */
#pragma once

#include "base/memory.h"

#include <stddef.h>

struct arena;

/*
 * A new, empty arena.
 *
 * bytes_max  the most it may hold; asking for more ends the process as memory_out() does, so that
 *            no outside size can eat the machine. Readers check their own, smaller limits first
 *            and report those as findings.
 */
struct arena *arena_new(size_t bytes_max) NODISCARD;

/* Frees the arena with everything in it. NULL is fine. */
void arena_free(struct arena *arena);

/* Zeroed memory for count objects of the given size, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t count, size_t size) NODISCARD;

/* One zeroed object, or count of them, of a type. */
#define ARENA_NEW(arena, type) ((type *)arena_alloc((arena), 1, sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_alloc((arena), (count), sizeof(type)))

/*
 * Makes room for one more element at the end of an array in the arena.
 *
 * array     the array so far, NULL when there is none.
 * count     elements in use; the capacity is always the next power of two, at least 4.
 *
 * Answers the array, moved when it had to grow; element `count` is zeroed and may be used.
 */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t size) NODISCARD;

#define ARENA_PUSH(arena, array, count)                                                            \
    ((array) = arena_grow((arena), (array), (count), sizeof *(array)), &(array)[(count)++])

/* Bytes handed out so far. */
size_t arena_bytes(const struct arena *arena);
