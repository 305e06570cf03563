/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See sight.h. The memory is an arena that is thrown away whole when it has grown too large. */
#include "sight/sight.h"

#include "base/log.h"
#include "base/memory.h"
#include "sight/grey.h"
#include "sight/read_codes.h"
#include "sight/read_text.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define LOG_MODULE "sight"

#define READER_NAME "tesseract"
#define REMEMBERED_BYTES ((size_t)32 << 20) /* hundreds of slides; then it begins anew */
#define LOOK_BYTES_MAX ((size_t)64 << 20)   /* what one look may add, grey pixels apart */

struct memory_of {
    struct hash picture;
    struct seen seen;
};

struct sight {
    char *reader; /* NULL: none */
    struct arena *arena;
    struct memory_of *memories;
    size_t count;
};

/* The program of a name as a shell finds it, but only in absolute folders; NULL for none. */
static char *find_in_path(const char *name)
{
    struct str path = str_of(getenv("PATH")), folder;
    while (str_next(&path, ':', &folder)) {
        char whole[PATH_MAX];
        int length = snprintf(whole, sizeof whole, "%.*s/%s", STR_ARG(folder), name);
        if (str_starts(folder, "/") && length > 0 && (size_t)length < sizeof whole &&
            access(whole, X_OK) == 0)
            return strdup(whole);
    }
    return NULL;
}

struct sight *sight_open(const char *reader)
{
    struct sight *sight = memory_new(1, sizeof *sight);
    sight->arena = arena_new(REMEMBERED_BYTES + LOOK_BYTES_MAX);
    sight->reader = reader ? strdup(reader) : find_in_path(READER_NAME);
    if (sight->reader && !read_text_is_there(sight->reader)) {
        free(sight->reader);
        sight->reader = NULL;
    }
    return sight;
}

void sight_close(struct sight *sight)
{
    if (!sight)
        return;
    arena_free(sight->arena);
    free(sight->reader);
    free(sight);
}

bool sight_can_read(const struct sight *sight)
{
    return sight->reader != NULL;
}

static const struct seen *remember(const struct sight *sight, const struct pixels *pixels,
                                   const struct hash *picture)
{
    for (size_t i = 0; i < sight->count; i++) {
        const struct seen *seen = &sight->memories[i].seen;
        if (seen->width == pixels->width && seen->height == pixels->height &&
            hash_equal(&sight->memories[i].picture, picture))
            return seen;
    }
    return NULL;
}

static void make_room(struct sight *sight)
{
    if (arena_bytes(sight->arena) < REMEMBERED_BYTES)
        return;
    arena_free(sight->arena);
    sight->arena = arena_new(REMEMBERED_BYTES + LOOK_BYTES_MAX);
    sight->memories = NULL;
    sight->count = 0;
}

static struct seen look(struct sight *sight, const struct pixels *pixels)
{
    struct seen seen = { .width = pixels->width, .height = pixels->height };
    size_t bytes = (size_t)pixels->width * (size_t)pixels->height;
    struct arena *scratch = arena_new(2 * bytes + 65536);
    const uint8_t *grey = grey_of(scratch, pixels);
    seen.codes_were_read = read_codes(sight->arena, grey, &seen) == CHILD_DONE;
    if (sight->reader)
        seen.text_was_read = read_text(sight->arena, sight->reader, grey, &seen) == CHILD_DONE;
    log_debug("%d × %d px: %zu words in %zu lines, %zu codes", seen.width, seen.height,
              seen.word_count, seen.line_count, seen.code_count);
    arena_free(scratch);
    return seen;
}

const struct seen *sight_look(struct sight *sight, const struct pixels *pixels,
                              const struct hash *picture)
{
    const struct seen *before = remember(sight, pixels, picture);
    if (before)
        return before;
    make_room(sight);
    struct memory_of memory = { .picture = *picture };
    memory.seen = look(sight, pixels);
    struct memory_of *added = ARENA_PUSH(sight->arena, sight->memories, sight->count);
    *added = memory;
    return &added->seen;
}
