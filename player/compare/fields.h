/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an announcement holds beyond what its slide says: the fourth date, the second contact, the
 * end of a series. Only for the .c files of this folder.
 */
#pragma once

#include "compare/differences.h"
#include "layout/wording.h"

struct field_writer {
    struct arena *arena;
    const struct difference_context *context;
    const struct wording *wording; /* of the reader */
    const struct announcement *announcement;
    bool is_told; /* the slides differ in this thing already: leave out what they say of it */
    struct text *to;
};

struct field {
    const char *label; /* for i18n; NULL: the slide's own word, slide_label */
    enum label slide_label;
    const char *element; /* what marks are looked for in */

    /*
     * Writes the field, a line for each of several; nothing when there is nothing of it. Two
     * announcements write the same when they mean the same.
     */
    void (*write)(struct field_writer *writer);
};

/* In the order of a slide; a later one of an element counts only where the earlier are the same. */
extern const struct field fields[];
extern const size_t field_count;

/* "ti 24.11.2026", "ti 24.11.2026 klo 16" for a stamp with a time. */
struct str field_stamp(struct arena *arena, const struct wording *wording,
                       const struct stamp *stamp, const struct zone *zone) NODISCARD;
