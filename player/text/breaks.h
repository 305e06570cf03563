/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a paragraph may be broken. Only for the .c files of this folder. */
#pragma once

#include "model/language.h"

/* A piece of a paragraph between two places where a line may end. */
struct piece {
    struct str text;  /* without spaces at its end */
    bool must_break;  /* a line ends behind it */
    bool soft_hyphen; /* broken here, a hyphen is drawn */
    bool space;       /* a space stands behind it when the line goes on */
    double penalty;   /* how much a reader dislikes a line's end here; 0 is fine, <0 is good */
};

/* Cuts a paragraph into pieces, in the arena; answers how many. */
size_t breaks_find(struct arena *arena, struct str text, enum language language,
                   struct piece **ret_pieces);
