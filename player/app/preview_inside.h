/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The announcements of `preview`, from all sides. Only for preview_*.c. */
#pragma once

#include "app/preview_approved.h"
#include "app/preview_entry.h"
#include "app/preview_round.h"
#include "app/preview_source.h"

struct preview_source {
    struct desk_source desk; /* first, so that it can be turned back */
    const struct options *options;
    struct arena *arena;
    struct site_edition site;
    bool has_site;
    struct profile profile;
    struct judge judge;
    bool has_judge;
    struct display *displays; /* of the profile; the chosen one with the pixels of --size */
    size_t chosen;
    struct desk_centre centre;
    const char *folder; /* of the files; NULL: a lone file, or a site */
    struct preview_entry *entries;
    struct desk_known *known;
    size_t count;
    struct preview_approved approved;
    unsigned serial;             /* grows when a twin may be another one than before */
    struct arena *pending_arena; /* of what was new at the last look */
    struct preview_pending *pending;
    size_t pending_count;
    struct edition edition; /* what is known of all of them, for the languages of a notice */
    struct preview_round *round;
    unsigned clock;
};

/* Looks, the round, the folder again. */
extern const struct desk_source_ops preview_source_ops;

/* Adds a file as one more announcement, not read yet. */
void preview_source_add(struct preview_source *source, const char *path);

/*
 * Reads an announcement that has been added or written anew: its title, group and language, where
 * its picture should be, and whether somebody signed it.
 */
void preview_source_read(struct preview_source *source, size_t index);

/* desk_source_ops.scan of a folder. */
void preview_scan(struct desk_source *desk, struct desk_scan *ret_scan);
