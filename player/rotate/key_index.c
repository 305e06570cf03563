/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See key_index.h. Open addressing, at most half full, so that a search is a step or two. */
#include "rotate/key_index.h"

#include <assert.h>

struct key_slot {
    struct str key;
    size_t number;
    bool used;
};

/* FNV-1a. Nobody gains by collisions here: the texts are approved, and 10,000 are searched. */
static uint64_t hash_of_key(struct str key)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < key.bytes; i++)
        hash = (hash ^ (uint8_t)key.at[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 32;
}

struct key_index key_index_new(struct arena *arena, size_t keys)
{
    struct key_index index = { .slot_count = 16 };
    while (index.slot_count < 2 * keys)
        index.slot_count *= 2;
    index.slots = ARENA_ARRAY(arena, struct key_slot, index.slot_count);
    return index;
}

/* The slot of a text, or the free one where it would be. */
static struct key_slot *slot_of(const struct key_index *index, struct str key)
{
    size_t at = (size_t)hash_of_key(key) & (index->slot_count - 1);
    while (index->slots[at].used && !str_equal(index->slots[at].key, key))
        at = (at + 1) & (index->slot_count - 1);
    return &index->slots[at];
}

size_t key_index_put(struct key_index *index, struct str key)
{
    struct key_slot *slot = slot_of(index, key);
    if (!slot->used) {
        assert(2 * index->used < index->slot_count);
        *slot = (struct key_slot){ .key = key, .number = index->used++, .used = true };
    }
    return slot->number;
}

bool key_index_get(const struct key_index *index, struct str key, size_t *ret_number)
{
    const struct key_slot *slot = slot_of(index, key);
    if (slot->used)
        *ret_number = slot->number;
    return slot->used;
}
