/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See hiding.h. */
#include "app/hiding.h"

static bool is_meant(const struct hide_item *hidden, const struct announcement *announcement)
{
    return str_equal(hidden->ref, announcement->id) || str_equal(hidden->ref, announcement->group);
}

void hiding_apply(struct arena *arena, const struct hide *hide, struct item *item)
{
    for (size_t i = 0; i < hide->count; i++) {
        const struct hide_item *hidden = &hide->items[i];
        if (!is_meant(hidden, &item->announcement))
            continue;
        item->hidden = item->hidden || hidden->whole;
        for (size_t j = 0; j < hidden->date_count; j++)
            *ARENA_PUSH(arena, item->hidden_dates, item->hidden_date_count) = hidden->dates[j];
    }
}
