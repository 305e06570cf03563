/* SPDX-License-Identifier: GPL-3.0-or-later */
/* XML that the signing side writes: an entry with its media pinned, and the feed. */
#pragma once

#include "feed/read_feed.h"

/* A picture by what pins it. */
struct entry_media {
    const char *type; /* "image/jpeg" … */
    int64_t bytes;    /* more than 0 */
    struct hash hash;
};

/*
 * The entry as an approver signs it: the submission's own bytes with an enclosure link (type,
 * length, SHA-256) for its picture added or corrected. When all is there already the bytes come
 * back unchanged.
 *
 * media  its picture as it will be delivered; NULL when there is none.
 *
 * False, with a finding, when the entry cannot be read or has no picture to pin.
 */
bool entry_pin_media(struct arena *arena, struct str bytes, const struct entry_media *media,
                     struct report *report, struct str *ret_bytes) NODISCARD;

/*
 * The entry without its pictures: no <img> and no enclosure link, all else as its sender wrote it.
 * False, with a finding, when it cannot be read.
 */
bool entry_drop_media(struct arena *arena, struct str bytes, struct report *report,
                      struct str *ret_bytes) NODISCARD;

/*
 * The entry as a new version of another one: with that one's id, and in its group, all else as its
 * sender wrote it. False, with a finding, when it cannot be read.
 *
 * group  the id itself: it is in a group of its own.
 */
bool entry_take_identity(struct arena *arena, struct str bytes, struct str id, struct str group,
                         struct report *report, struct str *ret_bytes) NODISCARD;

/* One entry of the feed to be written. */
struct feed_item {
    struct str bytes;      /* the approved entry file */
    struct hash hash;      /* of those bytes */
    struct str media_href; /* "media/HASH.jpg" for ordinary readers; empty for none */
    int number;
    struct str approved_by, approved_at;
    int rules;
};

struct feed_head {
    struct str id, title, language_tag;
    struct str updated, valid_until; /* RFC 3339 */
    const struct feed_item *items;
    size_t item_count;
    const struct feed_tombstone *tombstones;
    size_t tombstone_count;
};

/*
 * The bytes of feed.atom: each entry in full with link rel="self" it:sha256, it:number and
 * it:approved. The same input always gives the same bytes. Empty when an item is no announcement
 * or the feed would be larger than FEED_BYTES_MAX.
 */
struct str feed_write(struct arena *arena, const struct feed_head *head) NODISCARD;

struct hide;

/* The bytes of hide.xml; empty when it would be larger than HIDE_BYTES_MAX. */
struct str hide_write(struct arena *arena, const struct hide *hide) NODISCARD;
