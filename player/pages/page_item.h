/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pages are made of. Whoever calls fills it in; everything points to the caller's own. */
#pragma once

#include "model/edition.h"

/* One announcement of the feed. */
struct page_item {
    struct item item; /* with its hidden dates */
    int number;       /* "Nro 12"; the language versions of a notice have the same */
    struct str media; /* "media/HASH.jpg"; empty for none */
};

struct pages {
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;                   /* of the feed: which dates are still to come */
    const struct page_item *items; /* by number, then in the order of the centre's languages */
    size_t count;
};
