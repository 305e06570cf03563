/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is approved already beside the inbox, read anew only when something in its folder is other
 * than before. Only for preview_*.c.
 */
#pragma once

#include "app/shown.h"
#include "base/hash.h"
#include "compare/likeness.h"

struct preview_approved {
    const char *folder;  /* "approved" beside the inbox, there or not; NULL: no inbox */
    struct arena *arena; /* of the list; owned */
    struct hash stamp;   /* of names, sizes and times of its files */
    struct shown_list list;
    struct likeness_bag *bags; /* the words of each of the list */
};

/* Looks at the folder; true when it was read anew. */
bool preview_approved_refresh(struct preview_approved *approved);

/* Frees the list. */
void preview_approved_free(struct preview_approved *approved);
