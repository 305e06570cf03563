/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every text that a sender has written, in the order of the announcement. */
#pragma once

#include "model/announcement.h"

enum sender_kind {
    SENDER_TEXT,    /* sentences and names */
    SENDER_ALT,     /* what is in the picture */
    SENDER_TEL,     /* a telephone number */
    SENDER_EMAIL,   /* a mail address */
    SENDER_ADDRESS, /* a web address */
    SENDER_FILE,    /* the name of a file that came along */
    SENDER_SEEN,    /* a line that a machine read in the picture */
};

struct sender_text {
    enum sender_kind kind;
    const char *element; /* "title", "it:where name" … */
    struct str text;
    unsigned line, column; /* where it stands, else where the announcement starts */
};

/*
 * The texts of an announcement that are not empty; how many. The list is in the arena and points
 * into the announcement.
 */
size_t scan_texts(const struct announcement *announcement, struct arena *arena,
                  struct sender_text **ret_texts);
