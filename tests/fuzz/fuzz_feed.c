/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A feed from a server. The two ways of reading it agree whether it is one, every entry that comes
 * out names a file of the site with its hash, and no id comes out twice.
 */
#include "base/utf8.h"
#include "feed/read_feed.h"

#include <stdlib.h>

#define ARENA_BYTES ((size_t)1 << 30)
#define COMPARED_MAX 200 /* ids are held against each other */

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_feed(const struct feed *feed)
{
    CHECK(feed->updated.kind == STAMP_MOMENT);
    CHECK(feed->entry_count <= FEED_ENTRIES_MAX);
    for (size_t i = 0; i < feed->entry_count; i++) {
        const struct feed_entry *entry = &feed->entries[i];
        CHECK(entry->id.bytes > 0 && utf8_is_valid(entry->id));
        CHECK(!hash_is_none(&entry->hash));
        CHECK(entry->href.bytes > 0 && entry->href.at[0] != '/');
        CHECK(str_find(entry->href, STR("..")) != 0);
        CHECK(entry->where.line > 0 && entry->number >= 0);
        for (size_t j = 0; j < i && i < COMPARED_MAX; j++)
            CHECK(!str_equal(entry->id, feed->entries[j].id));
    }
}

static void count(void *context, const struct announcement *announcement, struct report *report)
{
    size_t *counted = context;
    CHECK(announcement->author_count > 0 || report_has(report, SEVERITY_BLOCK));
    CHECK(announcement->id.bytes > 0 || report_has(report, SEVERITY_BLOCK));
    (*counted)++;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    char *copy = arena_alloc(arena, size, 1);
    if (size > 0)
        memcpy(copy, data, size);
    struct str bytes = { copy, size };
    struct report report = report_new(arena), other = report_new(arena);
    struct feed feed;
    size_t counted = 0;
    bool is_read = feed_read(arena, bytes, STR("feed.atom"), &report, &feed);
    bool is_checked =
        feed_read_announcements(arena, bytes, STR("feed.atom"),
                                &(struct feed_taker){ .take = count, .context = &counted }, &other);
    CHECK(is_read == is_checked);
    CHECK(is_read || report_has(&report, SEVERITY_BLOCK));
    CHECK(utf8_is_valid(feed_root_name(arena, bytes)) || !is_read);
    if (is_read) {
        check_feed(&feed);
        CHECK(counted >= feed.entry_count);
        CHECK(str_is(feed_root_name(arena, bytes), "feed"));
    } else {
        CHECK(counted == 0 || report_has(&other, SEVERITY_BLOCK));
    }
    arena_free(arena);
    return 0;
}
