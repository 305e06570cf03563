/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A feed is read an entry at a time; what stands beside the entries (id, times, withdrawals) is
 * read from what is left of the tree. For a player an entry is little more than the name and hash
 * of its entry file: what is drawn comes from there, not from the feed's copy.
 */
#include "feed/read_feed.h"

#include "feed/entry_node.h"
#include "feed/xml_guard.h"

#include <stdlib.h>

struct feed_reader {
    struct reader reader;
    struct feed feed;
    struct entry_inherits inherits;
    size_t entry_count; /* also those that are left out */

    const struct feed_taker *taker; /* NULL for a player */
};

static bool count_entry(struct feed_reader *feed, const xmlNode *node)
{
    if (feed->entry_count++ < FEED_ENTRIES_MAX)
        return true;
    struct str most = str_format(feed->reader.arena, "%d", FEED_ENTRIES_MAX);
    reader_say(&feed->reader, FINDING_ATOM_ENTRIES, node, &most, 1);
    return false;
}

/* Entries, for a player */

/* A name inside the site: not another server, not another folder. */
static bool is_inside_site(struct str href)
{
    struct str rest = href, part;
    if (href.bytes == 0 || href.at[0] == '/' || str_find_byte(href, ':') >= 0 ||
        str_find_byte(href, '\\') >= 0)
        return false;
    while (str_next(&rest, '/', &part))
        if (part.bytes == 0 || str_is(part, ".") || str_is(part, ".."))
            return false;
    return true;
}

/* A link of the entry: its entry file, or its picture's hash. */
static void read_link(struct reader *reader, const xmlNode *node, struct feed_entry *entry)
{
    struct str rel = entry_node_rel(reader, node);
    bool is_self = str_is(rel, "self");
    if (!is_self && !str_is(rel, "enclosure"))
        return;
    struct hash hash;
    if (!reader_hash(reader, node, &hash))
        return;
    if (!is_self) {
        entry->picture = hash;
        return;
    }
    struct str href = reader_text(reader, node, "href");
    if (!is_inside_site(href))
        return;
    if (entry->href.bytes > 0)
        reader_say_twice(reader, node, STR("link rel=\"self\""));
    entry->href = href;
    entry->hash = hash;
}

static void read_entry_child(struct reader *reader, const xmlNode *node, struct feed_entry *entry)
{
    if (node_is(node, NS_ATOM, "id")) {
        if (entry->id.bytes > 0)
            reader_say_twice(reader, node, STR("id"));
        entry->id = reader_text(reader, node, NULL);
    } else if (node_is(node, NS_ATOM, "title")) {
        entry->title = reader_text(reader, node, NULL);
    } else if (node_is(node, NS_ATOM, "link")) {
        read_link(reader, node, entry);
    } else if (node_is(node, NS_INFOTAULU, "number")) {
        if (!reader_number(reader, node, NULL, 1, NUMBER_MAX, &entry->number))
            entry->number = 0;
    }
}

static bool read_feed_entry(void *context, const struct xml_doc *doc, const xmlNode *node)
{
    struct feed_reader *feed = context;
    struct reader *reader = &feed->reader;
    reader->doc = doc;
    if (!count_entry(feed, node))
        return false;
    struct place where = xml_place(doc, node);
    struct feed_entry entry = { .language_tag = node_language(reader->arena, node),
                                .where = where };
    entry.where.file = str_copy(reader->arena, where.file);
    entry.where.element = str_copy(reader->arena, where.element);
    reader->has_blocked = false;
    for (const xmlNode *child = node_first(node); child; child = node_next(child))
        read_entry_child(reader, child, &entry);
    if (entry.id.bytes == 0)
        reader_say_missing(reader, node, STR("id"));
    if (entry.href.bytes == 0 && !reader->has_blocked)
        reader_say(reader, FINDING_ATOM_NO_ENTRY_FILE, node, NULL, 0);
    if (!reader->has_blocked)
        *ARENA_PUSH(reader->arena, feed->feed.entries, feed->feed.entry_count) = entry;
    return true;
}

struct numbered_id {
    struct str id;
    size_t number; /* of the entry */
};

static int compare_ids(const void *first, const void *second)
{
    const struct numbered_id *a = first, *b = second;
    int order = str_compare(a->id, b->id);
    return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

/* Leaves out each entry whose id stood before. Sorted, because ten thousand are allowed. */
static void drop_repeated(struct feed_reader *feed)
{
    struct feed *out = &feed->feed;
    struct arena *arena = feed->reader.arena;
    struct numbered_id *ids = ARENA_ARRAY(arena, struct numbered_id, out->entry_count);
    bool *is_repeated = ARENA_ARRAY(arena, bool, out->entry_count);
    for (size_t i = 0; i < out->entry_count; i++)
        ids[i] = (struct numbered_id){ out->entries[i].id, i };
    qsort(ids, out->entry_count, sizeof *ids, compare_ids);
    for (size_t i = 1; i < out->entry_count; i++)
        if (str_equal(ids[i - 1].id, ids[i].id))
            is_repeated[ids[i].number] = true;
    size_t kept = 0;
    for (size_t i = 0; i < out->entry_count; i++) {
        if (is_repeated[i])
            report_add(feed->reader.report, FINDING_ID_TWICE, out->entries[i].where);
        else
            out->entries[kept++] = out->entries[i];
    }
    out->entry_count = kept;
}

/* What stands beside the entries */

static void read_tombstone(struct feed_reader *feed, const xmlNode *node)
{
    struct reader *reader = &feed->reader;
    struct feed_tombstone tombstone = { 0 };
    const xmlNode *number = node_find(node, NS_INFOTAULU, "number");
    bool is_sound = reader_need(reader, node, "ref", &tombstone.id) &&
                    reader_moment(reader, node, "when", &tombstone.when);
    if (number && !reader_number(reader, number, NULL, 1, NUMBER_MAX, &tombstone.number))
        tombstone.number = 0;
    if (is_sound)
        *ARENA_PUSH(reader->arena, feed->feed.tombstones, feed->feed.tombstone_count) = tombstone;
}

static void read_head_child(struct feed_reader *feed, const xmlNode *node)
{
    struct reader *reader = &feed->reader;
    struct feed *out = &feed->feed;
    struct organisation author;
    if (node_is(node, NS_ATOM, "id"))
        out->id = reader_text(reader, node, NULL);
    else if (node_is(node, NS_ATOM, "title"))
        out->title = reader_text(reader, node, NULL);
    else if (node_is(node, NS_HISTORY, "complete"))
        out->complete = true;
    else if (node_is(node, NS_TOMBSTONE, "deleted-entry"))
        read_tombstone(feed, node);
    else if (node_is(node, NS_ATOM, "author") && entry_node_author(reader, node, &author))
        *ARENA_PUSH(reader->arena, feed->inherits.authors, feed->inherits.author_count) = author;
}

/* The one element of a name that a feed must have and may have once. */
static const xmlNode *single(struct feed_reader *feed, const xmlNode *root, const char *name)
{
    const xmlNode *found = NULL;
    for (const xmlNode *node = node_first(root); node; node = node_next(node)) {
        if (!node_is(node, NS_ATOM, name))
            continue;
        if (found)
            reader_say_twice(&feed->reader, node, str_of(name));
        else
            found = node;
    }
    if (!found)
        reader_say_missing(&feed->reader, root, str_of(name));
    return found;
}

/* False without a time: then nobody can tell whether the feed is older than the last one. */
static bool read_head(struct feed_reader *feed, const xmlNode *root)
{
    struct reader *reader = &feed->reader;
    struct feed *out = &feed->feed;
    const xmlNode *valid_until = node_find(root, NS_INFOTAULU, "valid-until");
    const xmlNode *updated = single(feed, root, "updated");
    single(feed, root, "id");
    single(feed, root, "title");
    for (const xmlNode *node = node_first(root); node; node = node_next(node))
        read_head_child(feed, node);
    if (valid_until && !reader_moment(reader, valid_until, NULL, &out->valid_until))
        out->valid_until.kind = STAMP_NONE;
    if (!out->complete)
        reader_say(reader, FINDING_FEED_INCOMPLETE, root, NULL, 0);
    return updated && reader_moment(reader, updated, NULL, &out->updated);
}

/* Reads the whole feed with one function for its entries; false when it is none. */
static bool read_all(struct feed_reader *feed, struct str bytes, struct str file, xml_part_fn *each)
{
    const struct xml_parts parts = { NS_ATOM, "entry", each, feed };
    struct reader *reader = &feed->reader;
    struct xml_doc doc;
    if (!xml_parse(bytes, FEED_BYTES_MAX, file, &parts, reader->report, &doc))
        return false;
    reader->doc = &doc;
    const xmlNode *root = xmlDocGetRootElement(doc.tree);
    bool is_sound = node_is(root, NS_ATOM, "feed");
    if (is_sound)
        is_sound = read_head(feed, root);
    else
        entry_node_say_root(reader, root);
    xml_free(&doc);
    return is_sound;
}

bool feed_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
               struct feed *ret_feed)
{
    struct feed_reader feed = { .reader = { .arena = arena, .report = report } };
    if (!read_all(&feed, bytes, file, read_feed_entry))
        return false;
    drop_repeated(&feed);
    *ret_feed = feed.feed;
    return true;
}

/* Entries in full, for a check */

static bool skip_entry(void *context, const struct xml_doc *doc, const xmlNode *node)
{
    struct feed_reader *feed = context;
    feed->reader.doc = doc;
    return count_entry(feed, node);
}

static bool read_announcement(void *context, const struct xml_doc *doc, const xmlNode *node)
{
    struct feed_reader *feed = context;
    struct reader *outer = &feed->reader;
    struct report report = report_new(outer->arena);
    struct reader reader = { .arena = outer->arena,
                             .report = &report,
                             .doc = doc,
                             .zone_name = outer->zone_name,
                             .zone = outer->zone };
    struct announcement announcement;
    report.settings = feed->taker->settings;
    entry_node_read(&reader, node, &feed->inherits, &announcement);
    outer->zone_name = reader.zone_name;
    outer->zone = reader.zone;
    feed->taker->take(feed->taker->context, &announcement, &report);
    return true;
}

/*
 * Read twice: authors of the feed may stand behind its entries, and a feed that turns out to be
 * broken near its end should not have been half handed out by then.
 */
bool feed_read_announcements(struct arena *arena, struct str bytes, struct str file,
                             const struct feed_taker *taker, struct report *report)
{
    struct feed_reader feed = { .reader = { .arena = arena, .report = report }, .taker = taker };
    const struct xml_parts parts = { NS_ATOM, "entry", read_announcement, &feed };
    struct xml_doc doc;
    if (!read_all(&feed, bytes, file, skip_entry))
        return false;
    if (!xml_parse(bytes, FEED_BYTES_MAX, file, &parts, report, &doc))
        return false;
    xml_free(&doc);
    return true;
}

struct str feed_root_name(struct arena *arena, struct str bytes)
{
    return str_copy(arena, xml_root_name(bytes));
}
