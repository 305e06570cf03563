/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts to numbers, quickly: 10,000 items find their groups in it. Only for this folder. */
#pragma once

#include "base/str.h"

struct key_slot;

struct key_index {
    struct key_slot *slots;
    size_t slot_count, used;
};

/* An index for at most `keys` different texts, in the arena. */
struct key_index key_index_new(struct arena *arena, size_t keys);

/* The number of a text: 0 for the first one ever asked for, 1 for the next new one … */
size_t key_index_put(struct key_index *index, struct str key);

/* The number of a text that has been put; false for another. */
bool key_index_get(const struct key_index *index, struct str key, size_t *ret_number);
