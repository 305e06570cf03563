/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names to numbers: 0 for the first name that comes, 1 for the next new one. Grows with them. */
#pragma once

#include "base/str.h"

struct name_slot;

struct name_index {
    struct arena *arena;
    struct name_slot *slots;
    size_t slot_count; /* a power of two */
    size_t count;      /* names so far */
};

/* An empty index; its memory is the arena's. */
struct name_index name_index_new(struct arena *arena);

/* The number of a name; a new one is copied and gets the next. */
size_t name_index_put(struct name_index *index, struct str name);
