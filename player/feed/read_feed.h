/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The feed of a site: which entry files are shown now. */
#pragma once

#include "model/announcement.h"

/* One entry of a feed, as far as the player needs it before it has the entry file. */
struct feed_entry {
    struct str id;
    struct str href;     /* "entries/7b1c….xml" */
    struct hash hash;    /* of the entry file; none when the feed does not say (then a finding) */
    struct hash picture; /* of the enclosure in the feed's copy, none for none */
    struct str title, language_tag;
    int number;
    struct place where;
};

/* A withdrawn announcement (RFC 6721), kept as a log and for its number. */
struct feed_tombstone {
    struct str id;
    struct stamp when;
    int number;
};

struct feed {
    struct str id, title;
    struct stamp updated, valid_until; /* valid_until STAMP_NONE: not said */
    bool complete;                     /* fh:complete */
    struct feed_entry *entries;
    size_t entry_count;
    struct feed_tombstone *tombstones;
    size_t tombstone_count;
};

/*
 * Reads a feed, one entry at a time, so that memory follows the largest entry and not the feed.
 * A bad entry is left out with a finding; the rest lives. Of entries with the same id the first
 * one stays.
 *
 * False: nothing of this feed can be used (it is none, has no `updated`, is too large).
 */
bool feed_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
               struct feed *ret_feed) NODISCARD;

/* Who takes the announcements of a feed, one by one, each with its own report. */
struct feed_taker {
    void (*take)(void *context, const struct announcement *announcement, struct report *report);
    void *context;
    const struct rule_setting *settings; /* of those reports; NULL: the defaults */
};

/*
 * Reads the whole announcements inside a feed (for `check` of a feed file; a player draws only
 * from entry files). The taker is called once an entry with the entry's own report, which lives in
 * the arena like the announcement; findings of the feed itself go to `report`. Language and
 * authors of the feed count for entries that have none. Ids and languages that stand twice are for
 * the caller to find: they may also stand in two files.
 *
 * False: it is no feed; then the taker has not been called, unless memory ran out on the way.
 */
bool feed_read_announcements(struct arena *arena, struct str bytes, struct str file,
                             const struct feed_taker *taker, struct report *report) NODISCARD;

/*
 * "feed", "entry", "centre", "hide" or another root element's name, without reading the rest; empty
 * when there is no element. In the arena.
 */
struct str feed_root_name(struct arena *arena, struct str bytes);
