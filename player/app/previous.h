/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items of the edition before, found by hash: an update of 10,000 looks each of them up. */
#pragma once

#include "model/edition.h"

struct previous {
    const struct item **by_entry;  /* sorted by the hash of the entry file */
    const struct item **by_medium; /* those with a picture, sorted by the medium's hash */
    size_t count, medium_count;
};

/* Indexes an edition, which must outlive the index. In the arena. */
struct previous previous_index(struct arena *arena, const struct edition *edition);

/* The item with this entry file; NULL for none. */
const struct item *previous_entry(const struct previous *previous, const struct hash *entry);

/* One that shows this medium; NULL for none. */
const struct item *previous_medium(const struct previous *previous, const struct hash *medium);
