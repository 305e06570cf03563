/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An atom:entry of a parsed tree, alone or inside a feed. Only for this folder. */
#pragma once

#include "feed/reader.h"
#include "model/announcement.h"

/* Largest number of a slide ("Nro 12"). */
#define NUMBER_MAX 999999999

/* What a feed says for all its entries. */
struct entry_inherits {
    struct organisation *authors; /* in the arena that outlives the announcements */
    size_t author_count;
};

/* Everything that an entry says; findings go to the reader's report. */
void entry_node_read(struct reader *reader, const xmlNode *entry,
                     const struct entry_inherits *inherits, struct announcement *ret_announcement);

/* The finding of a document that is neither an entry nor a feed. */
void entry_node_say_root(struct reader *reader, const xmlNode *root);

/* One atom:author. */
bool entry_node_author(struct reader *reader, const xmlNode *author,
                       struct organisation *ret_organisation) NODISCARD;

/* The `rel` of an atom:link; "alternate" when it says none. */
struct str entry_node_rel(const struct reader *reader, const xmlNode *link) NODISCARD;

/*
 * The enclosure link of an entry's picture: the one with this href, else the only one there is;
 * NULL for none. *ret_count (may be NULL): how many enclosures there are.
 */
const xmlNode *entry_node_enclosure(const struct reader *reader, const xmlNode *entry,
                                    struct str href, size_t *ret_count);

/* The first picture in the text of an entry; NULL for none. */
const xmlNode *entry_node_picture(const xmlNode *entry);
