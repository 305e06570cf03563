/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads and judges all that `check` is given: files, folders, feeds, sites. */
#pragma once

#include "app/options.h"
#include "app/site_edition.h"
#include "app/submission.h"
#include "output/checked.h"
#include "output/view.h"

struct gathering {
    struct checked checked;
    struct judge judge;
    bool with_views; /* the form that is asked for shows the slides */
    struct view_maker maker;
    const char *folder; /* of the feed that is being read */
    struct str file;    /* its path */
    struct site_edition **sites;
    size_t site_count; /* their arenas hold texts of items: closed by gather_close */
};

/* The profile, the moment and what judging needs. False with a message. */
bool gather_open(const struct options *options, bool with_views, struct gathering *ret_gathering);

/* Adds what a path or URL names; EXIT_COULD_NOT with a message when something of it is not there.
 */
int gather_path(const struct options *options, const char *path, struct gathering *gathering);

/* When all is there: what only shows among many. */
void gather_end(struct gathering *gathering);

/* Gives all of it back but what lies in the arena of the options. */
void gather_close(struct gathering *gathering);
