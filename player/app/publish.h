/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A publication on its way: what cmd_publish.c has done step by step, a .c for each of them. They
 * are called in the order in which they stand here. Only for these files.
 */
#pragma once

#include "app/approved.h"
#include "app/numbers.h"
#include "app/options.h"
#include "app/site_writer.h"
#include "approve/secret_key.h"
#include "feed/read_profile.h"
#include "feed/write_site.h"
#include "pages/page_item.h"

/* One of the signed documents that are handed on as they are. */
struct publish_document {
    struct str bytes, signature;
    bool is_there;
};

struct publishing {
    const struct options *options;
    struct arena *arena;
    const char *folder, *site;
    int64_t now;
    int valid_days;

    struct publish_document centre, hide;
    struct hide hidden; /* what it says */
    struct profile profile;
    const struct zone *zone;
    struct secret_key *key;
    struct site_writer writer;

    bool has_before; /* a feed lies there that can be read */
    struct str bytes_before;
    struct feed before;
    struct numbered *numbered_before;
    size_t numbered_before_count;

    struct approved_folder approved;
    size_t fine_count, over_count, bad_count, picture_count;
    struct feed_item *items;
    struct page_item *pages; /* the same for people, without what is taken off */
    size_t page_count;
    int64_t updated; /* of the feed */
    struct feed_head head;
    struct str feed, signature;
    bool is_changed;
};

/*
 * Reads centre.xml, checks its signature and opens its time zone; fills centre, profile and zone.
 * False with a message.
 */
bool publish_open_centre(struct publishing *publishing) NODISCARD;

/*
 * Opens the key and asks whether players would take a feed that it signs now. False with a message;
 * `key` is the caller's to free in any case.
 */
bool publish_open_key(struct publishing *publishing) NODISCARD;

/* Reads hide.xml, if there is one. One that players would not take is left out, with a message. */
void publish_open_hide(struct publishing *publishing);

/*
 * Reads the feed that lies in the site for its times and numbers: has_before, before, …. One that
 * cannot be understood counts as none, with a warning; false with a message when it cannot be read.
 */
bool publish_open_before(struct publishing *publishing) NODISCARD;

/*
 * Reads, checks and numbers the announcements; fills items, pages and the counts, and gives the
 * head its tombstones. False with a message when the folder cannot be read.
 */
bool publish_gather(struct publishing *publishing) NODISCARD;

/* Makes head and bytes of the feed, and says in is_changed if they are new. False with a message.
 */
bool publish_feed_make(struct publishing *publishing) NODISCARD;

/* Signs the feed: `signature`. */
void publish_feed_sign(struct publishing *publishing);

/*
 * Writes the site: feed, what it names, pages. False with a message when the feed was not written;
 * then the one before stays. Pages that fail are only said.
 */
bool publish_write(struct publishing *publishing) NODISCARD;
