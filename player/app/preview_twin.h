/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The announcement that one of `preview` repeats or changes: an approved one before one of the same
 * folder, the likest before the others. Only for preview_*.c.
 */
#pragma once

#include "app/preview_approved.h"
#include "app/submission.h"
#include "preview/desk_item.h"

struct preview_twin {
    struct arena *arena; /* owned; NULL: nobody has looked for one yet */
    enum relation relation;
    bool is_approved, is_same;
    struct str name;
    struct submission submission; /* the twin itself; nobody looked into its picture */
    struct differences differences;
    struct desk_other *others; /* approved ones that may be replaced, the likest first; their texts
                                * lie in the arena */
    size_t other_count;
    const struct display *judged_for; /* display, hour and serial of this search */
    int64_t hour;
    unsigned serial;
};

struct preview_entry;

/* Among what it is looked for. */
struct preview_search {
    const struct judge *judge;
    enum language language; /* of the reader */
    const struct preview_approved *approved;
    unsigned serial;                     /* another one than at the last search: search again */
    const struct preview_entry *entries; /* of the same folder, the one in question among them */
    size_t count;
};

/* Looks for the twin of an entry that has been judged, unless that was done already. */
void preview_twin_find(const struct preview_search *search, struct preview_entry *entry);

/* Frees what was found; it can be looked for again. */
void preview_twin_free(struct preview_twin *twin);
