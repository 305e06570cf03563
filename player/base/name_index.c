/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Open addressing with linear steps, FNV-1a, at most half full. The old slots of a grown table stay
 * in the arena: all of them together are smaller than the new one.
 */
#include "base/name_index.h"

#define SLOTS_FIRST 64
#define FNV_START UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

struct name_slot {
    struct str name; /* at is NULL in an empty slot */
    size_t number;
};

static uint64_t hash(struct str name)
{
    uint64_t value = FNV_START;
    for (size_t i = 0; i < name.bytes; i++)
        value = (value ^ (unsigned char)name.at[i]) * FNV_PRIME;
    return value ^ (value >> 32);
}

static struct name_slot *find(const struct name_index *index, struct str name)
{
    size_t at = (size_t)hash(name) & (index->slot_count - 1);
    while (index->slots[at].name.at && !str_equal(index->slots[at].name, name))
        at = (at + 1) & (index->slot_count - 1);
    return &index->slots[at];
}

static void grow(struct name_index *index)
{
    struct name_index old = *index;
    index->slot_count = 2 * old.slot_count;
    index->slots = ARENA_ARRAY(index->arena, struct name_slot, index->slot_count);
    for (size_t i = 0; i < old.slot_count; i++) {
        if (old.slots[i].name.at)
            *find(index, old.slots[i].name) = old.slots[i];
    }
}

struct name_index name_index_new(struct arena *arena)
{
    return (struct name_index){
        .arena = arena,
        .slots = ARENA_ARRAY(arena, struct name_slot, SLOTS_FIRST),
        .slot_count = SLOTS_FIRST,
    };
}

size_t name_index_put(struct name_index *index, struct str name)
{
    struct name_slot *slot = find(index, name);
    if (slot->name.at)
        return slot->number;
    *slot = (struct name_slot){ str_copy(index->arena, name), index->count++ };
    size_t number = slot->number;
    if (2 * index->count > index->slot_count)
        grow(index);
    return number;
}
