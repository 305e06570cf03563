/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A set of 64-bit marks, open addressing, at most half full. Two plays with one mark would count as
 * one: among ten million plays the odds for a single such pair are 1 to 400,000.
 */
#include "record/seen_plays.h"

#define SLOTS_FIRST 1024
#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

static uint64_t add(uint64_t mark, const void *bytes, size_t count)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < count; i++)
        mark = (mark ^ at[i]) * FNV_PRIME;
    return (mark ^ 0xff) * FNV_PRIME; /* "ab" + "c" is not "a" + "bc" */
}

static uint64_t mark_of(const struct play_row *row)
{
    uint64_t mark = add(FNV_START, &row->from, sizeof row->from);
    mark = add(mark, row->display.at, row->display.bytes);
    mark = add(mark, row->id.at, row->id.bytes);
    return mark ? mark : 1;
}

static uint64_t *find(const struct seen_plays *seen, uint64_t mark)
{
    size_t at = (size_t)(mark ^ (mark >> 32)) & (seen->slot_count - 1);
    while (seen->marks[at] && seen->marks[at] != mark)
        at = (at + 1) & (seen->slot_count - 1);
    return &seen->marks[at];
}

static void grow(struct seen_plays *seen)
{
    struct seen_plays old = *seen;
    seen->slot_count = 2 * old.slot_count;
    seen->marks = ARENA_ARRAY(seen->arena, uint64_t, seen->slot_count);
    for (size_t i = 0; i < old.slot_count; i++) {
        if (old.marks[i])
            *find(seen, old.marks[i]) = old.marks[i];
    }
}

struct seen_plays seen_plays_new(struct arena *arena)
{
    return (struct seen_plays){ .arena = arena,
                                .marks = ARENA_ARRAY(arena, uint64_t, SLOTS_FIRST),
                                .slot_count = SLOTS_FIRST };
}

bool seen_plays_note(struct seen_plays *seen, const struct play_row *row)
{
    uint64_t mark = mark_of(row), *slot = find(seen, mark);
    if (*slot)
        return false;
    *slot = mark;
    if (2 * ++seen->count > seen->slot_count)
        grow(seen);
    return true;
}
