/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies beside the feed of a site for people without a screen before them: a page of all
 * announcements and one for each number, for a phone; posters of A4 for the paper board, handouts
 * of A5 for the desk, strips that say "cancelled"; a letter to the staff. The same input gives the
 * same bytes. Players read none of it.
 */
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

/* Called with each file: its name in the site ("poster/12.html") and its bytes. */
typedef void pages_taker(void *context, const char *name, struct str bytes);

/*
 * Makes every file, in the language of the program (i18n_start). False when memory fails; then what
 * has been taken is not all.
 */
bool pages_make(const struct pages *pages, pages_taker *take, void *context) NODISCARD;

/* Is it the name of a file that pages_make gives for some number? What is left over is removed. */
bool pages_is_name(struct str name);
