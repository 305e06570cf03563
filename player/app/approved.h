/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A folder of approved announcements as publish takes it up: each verified before it is read, its
 * picture held against what was approved. One that is not in order is left out with its findings
 * and never stops the rest.
 */
#pragma once

#include "approve/chain.h"
#include "model/announcement.h"

enum approved_state {
    APPROVED_FINE,
    APPROVED_OVER, /* its time is over: left out without a word of blame */
    APPROVED_BAD,  /* the report says why */
};

struct approved_item {
    enum approved_state state;
    struct str file;             /* path of the entry */
    struct str bytes, signature; /* empty when not there */
    struct hash hash;            /* of the bytes */
    struct announcement announcement;
    struct approval approval;
    const char *media_ending; /* "jpg"; NULL: no picture */
    struct report report;
};

struct approved_folder {
    struct arena *arena;
    const char *path;
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;
    struct approved_item *items; /* in the order of their files' names */
    size_t count;
};

/* Called once a file, for a line of progress; done of all, 0 of 0 at the end. */
typedef void approved_progress(const char *what, size_t done, size_t all);

/* Fills the items of folder->path; false with a message when the folder cannot be read. */
bool approved_read(struct approved_folder *folder, approved_progress *progress) NODISCARD;

/* Bytes of an item's picture; its hash is right. False, with a finding, when it is not there. */
bool approved_read_medium(const struct approved_folder *folder, struct arena *arena,
                          struct approved_item *item, struct str *ret_bytes) NODISCARD;

/* "media/HASH.jpg": what its picture is called in a site; empty for none. In the arena. */
struct str approved_media_href(struct arena *arena, const struct approved_item *item) NODISCARD;
