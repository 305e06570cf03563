/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An edition for the length of one command: of a site (verified as `play` does), of a folder of
 * unsigned announcements, of one file, or of what a player's cache holds.
 */
#pragma once

#include "app/update.h"

enum site_kind { SITE_SIGNED, SITE_UNSIGNED, SITE_LONE_FILE };

struct site_edition {
    struct arena *arena;
    struct keep *keep;
    struct update update;
    enum site_kind kind;
    char *folder;  /* temporary; NULL for a player's cache */
    bool is_empty; /* nothing has been fetched into the cache yet */
    struct update_options how;
};

struct options;

/*
 * Opens what a path or URL names. Answers EXIT_FINE or EXIT_FINDINGS (items were left out), else
 * EXIT_COULD_NOT with findings and a message on standard error. site_edition_close ends it.
 */
int site_edition_open(const struct options *options, const char *path,
                      struct site_edition *ret_edition);

/* What --cache and --state hold, verified without touching the network. */
int site_edition_open_kept(const struct options *options, struct site_edition *ret_edition);

/* Ends it and removes its temporary folder. */
void site_edition_close(struct site_edition *edition);

struct timetable;

/* The moment of an edition for the timetable. */
struct timetable site_timetable(const struct site_edition *edition);

/* Is the system's clock synchronised, or --now given? */
bool site_clock_is_real(const struct options *options);
