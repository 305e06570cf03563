/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small changes that the liaison makes to an announcement before signing it. */
#pragma once

#include "base/report.h"

struct amend {
    bool drop_picture;
    struct str words, text; /* the words that become another text; words empty: none do */
    struct str id, group;   /* that it gets; id empty: both stay as they are */
};

enum amend_outcome {
    AMEND_DONE,
    AMEND_NOT_THERE, /* the words stand nowhere in the text */
    AMEND_OFTEN,     /* they stand more than once, so it is not plain which are meant */
    AMEND_BROKEN,    /* the report says why */
};

/*
 * The bytes of an entry with the change made; everything else stays as its sender wrote it. Words
 * are looked for in text and in values of attributes, white space in them matching any white space.
 */
enum amend_outcome amend_entry(struct arena *arena, struct str bytes, const struct amend *amend,
                               struct report *report, struct str *ret_bytes);
