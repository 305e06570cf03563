/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which plays have been counted already: 16 bytes a play at most. Only for this folder. */
#pragma once

#include "record/play_row.h"

struct seen_plays {
    struct arena *arena;
    uint64_t *marks; /* 0: empty */
    size_t slot_count, count;
};

/* Nothing seen yet. */
struct seen_plays seen_plays_new(struct arena *arena);

/* Notes a play by its display, announcement and moment; false when it was noted before. */
bool seen_plays_note(struct seen_plays *seen, const struct play_row *row);
