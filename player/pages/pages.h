/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies beside the feed of a site for people without a screen before them: a page of all
 * announcements and one for each number, for a phone; posters of A4 for the paper board, handouts
 * of A5 for the desk, strips that say "cancelled"; a letter to the staff. The same input gives the
 * same bytes. Players read none of it.
 */
#pragma once

#include "pages/page_item.h"

/* Called with each file: its name in the site ("poster/12.html") and its bytes. */
typedef void pages_taker(void *context, const char *name, struct str bytes);

/*
 * Makes every file, in the language of the program (i18n_start). False when memory fails; then what
 * has been taken is not all.
 */
bool pages_make(const struct pages *pages, pages_taker *take, void *context) NODISCARD;

/* Is it the name of a file that pages_make gives for some number? What is left over is removed. */
bool pages_is_name(struct str name);
