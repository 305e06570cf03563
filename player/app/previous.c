/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See previous.h. Two sorted rows of pointers. */
#include "app/previous.h"

#include <stdlib.h>

static int compare_entries(const void *a, const void *b)
{
    const struct item *const *left = a, *const *right = b;
    return hash_compare(&(*left)->entry, &(*right)->entry);
}

static int compare_media(const void *a, const void *b)
{
    const struct item *const *left = a, *const *right = b;
    return hash_compare(&(*left)->picture.source, &(*right)->picture.source);
}

struct previous previous_index(struct arena *arena, const struct edition *edition)
{
    struct previous previous = {
        .by_entry = ARENA_ARRAY(arena, const struct item *, edition->item_count + 1),
        .by_medium = ARENA_ARRAY(arena, const struct item *, edition->item_count + 1),
    };
    for (size_t i = 0; i < edition->item_count; i++) {
        const struct item *item = &edition->items[i];
        previous.by_entry[previous.count++] = item;
        if (item->picture.width > 0)
            previous.by_medium[previous.medium_count++] = item;
    }
    qsort(previous.by_entry, previous.count, sizeof *previous.by_entry, compare_entries);
    qsort(previous.by_medium, previous.medium_count, sizeof *previous.by_medium, compare_media);
    return previous;
}

const struct item *previous_entry(const struct previous *previous, const struct hash *entry)
{
    struct item wanted = { .entry = *entry };
    const struct item *key = &wanted;
    const struct item **found = bsearch(&key, previous->by_entry, previous->count,
                                        sizeof *previous->by_entry, compare_entries);
    return found ? *found : NULL;
}

const struct item *previous_medium(const struct previous *previous, const struct hash *medium)
{
    struct item wanted = { .picture.source = *medium };
    const struct item *key = &wanted;
    const struct item **found = bsearch(&key, previous->by_medium, previous->medium_count,
                                        sizeof *previous->by_medium, compare_media);
    return found ? *found : NULL;
}
