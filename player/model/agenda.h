/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Today and tomorrow": the lines of the agenda slide as data. rotate/ finds them, layout/ draws.
 */
#pragma once

#include "model/edition.h"

#define AGENDA_ROWS_MAX 6 /* on one page: what is read while one walks past */

struct agenda_line {
    const struct item *item; /* the version in the slide's language where there is one */
    struct occurrence date;
    bool is_here; /* in the centre's own house */
};

/* How many pages so many lines take; 0 for none. */
static inline int agenda_pages(size_t lines)
{
    return (int)((lines + AGENDA_ROWS_MAX - 1) / AGENDA_ROWS_MAX);
}

/* The first line of a page, the pages alike in length; that of page `pages` is the end. */
static inline size_t agenda_first(size_t lines, int page)
{
    int pages = agenda_pages(lines);
    if (pages == 0)
        return 0;
    size_t each = (lines + (size_t)pages - 1) / (size_t)pages;
    size_t first = each * (size_t)page;
    return first < lines ? first : lines;
}
