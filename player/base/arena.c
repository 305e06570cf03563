/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chunks in a list, each twice as large as the one before up to CHUNK_BYTES_MAX; a large object
 * gets a chunk of its own, so that the open chunk is not thrown away half used. Chunks come from
 * calloc: memory that nobody has touched is zero already.
 *
 * One chunk of bytes_max was weighed: simpler, but most generations of a feed are a hundredth of
 * their limit, and AddressSanitizer would see one object. With it, everything that has not been
 * handed out is poisoned and a gap is kept between two objects, so that a write past the end is
 * caught as it is with malloc.
 */
#include "base/arena.h"

#include <assert.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#endif

#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define GAP_BYTES ALIGN_BYTES
#else
#define ASAN_POISON_MEMORY_REGION(at, bytes) ((void)(at), (void)(bytes))
#define ASAN_UNPOISON_MEMORY_REGION(at, bytes) ((void)(at), (void)(bytes))
#define GAP_BYTES 0
#endif

#define ALIGN_BYTES _Alignof(max_align_t)
#define CHUNK_BYTES_MIN ((size_t)4 << 10) /* a page: a small report fits */
#define CHUNK_BYTES_MAX ((size_t)1 << 20) /* beyond this doubling saves no time, only wastes */
#define COUNT_MIN 4                       /* first room of an array, see arena_grow */

struct chunk {
    struct chunk *next;
    size_t room, used;
    max_align_t data[];
};

struct arena {
    size_t bytes_max, bytes;
    size_t chunk_bytes;  /* size of the next chunk */
    struct chunk *first; /* the open one; the full ones and the large objects follow */
};

struct arena *arena_new(size_t bytes_max)
{
    struct arena *arena = memory_new(1, sizeof *arena);
    arena->bytes_max = bytes_max;
    arena->chunk_bytes = CHUNK_BYTES_MIN;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct chunk *chunk = arena->first; chunk;) {
        struct chunk *next = chunk->next;
        ASAN_UNPOISON_MEMORY_REGION(chunk->data, chunk->room);
        free(chunk);
        chunk = next;
    }
    free(arena);
}

static struct chunk *chunk_new(size_t room)
{
    size_t bytes;
    if (__builtin_add_overflow(room, sizeof(struct chunk), &bytes))
        memory_out(SIZE_MAX);
    struct chunk *chunk = memory_new(1, bytes);
    chunk->room = room;
    ASAN_POISON_MEMORY_REGION(chunk->data, room);
    return chunk;
}

/* The chunk that has room for the given bytes; made when there is none. */
static struct chunk *chunk_for(struct arena *arena, size_t bytes)
{
    struct chunk *first = arena->first;
    if (first && first->room - first->used >= bytes)
        return first;
    bool is_large = bytes > arena->chunk_bytes / 4;
    struct chunk *chunk = chunk_new(is_large ? bytes : arena->chunk_bytes);
    if (is_large && first) {
        chunk->next = first->next;
        first->next = chunk;
        return chunk;
    }
    chunk->next = first;
    arena->first = chunk;
    if (!is_large && arena->chunk_bytes < CHUNK_BYTES_MAX)
        arena->chunk_bytes *= 2;
    return chunk;
}

void *arena_alloc(struct arena *arena, size_t count, size_t size)
{
    assert(arena);
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2)
        memory_out(SIZE_MAX);
    if (bytes > arena->bytes_max - arena->bytes)
        memory_out(bytes);
    size_t room = (bytes + GAP_BYTES + ALIGN_BYTES - 1) / ALIGN_BYTES * ALIGN_BYTES;
    if (room == 0)
        room = ALIGN_BYTES; /* two empty objects still have two addresses */
    struct chunk *chunk = chunk_for(arena, room);
    void *memory = (char *)chunk->data + chunk->used;
    chunk->used += room;
    arena->bytes += bytes;
    ASAN_UNPOISON_MEMORY_REGION(memory, bytes);
    return memory;
}

static bool is_power_of_two(size_t number)
{
    return (number & (number - 1)) == 0;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t size)
{
    assert(array || count == 0);
    bool is_full = !array || (count >= COUNT_MIN && is_power_of_two(count));
    if (is_full) {
        size_t room = count < COUNT_MIN ? COUNT_MIN : count;
        if (count >= COUNT_MIN && __builtin_mul_overflow(count, (size_t)2, &room))
            memory_out(SIZE_MAX);
        void *grown = arena_alloc(arena, room, size);
        if (count > 0)
            memcpy(grown, array, count * size);
        return grown;
    }
    /* The element may have been in use before its owner lowered the count. */
    memset((char *)array + count * size, 0, size);
    return array;
}

size_t arena_bytes(const struct arena *arena)
{
    return arena->bytes;
}
