/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A submission from anybody. What is read must be sound in itself (texts, places), survive being
 * packed, and be the same announcement after a picture is pinned and inside a written feed.
 */
#include "base/utf8.h"
#include "feed/read_entry.h"
#include "feed/write_site.h"
#include "model/pack.h"

#include <stdlib.h>

#define ARENA_BYTES ((size_t)512 << 20)

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_blocks(const struct announcement *read)
{
    for (size_t i = 0; i < read->block_count; i++) {
        const struct block *block = &read->blocks[i];
        CHECK(block->text.bytes > 0 && utf8_is_valid(block->text));
        CHECK(block->line > 0 && block->column > 0);
        for (size_t j = 0; j < block->strong_count; j++) {
            const struct strong *strong = &block->strong[j];
            CHECK(strong->bytes > 0 && strong->start + strong->bytes <= block->text.bytes);
            CHECK(utf8_is_valid(str_slice(block->text, strong->start, strong->bytes)));
        }
    }
}

static void check_findings(const struct report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        CHECK((finding->where.line == 0) == (finding->where.column == 0));
        for (size_t j = 0; j < finding->arg_count; j++)
            CHECK(utf8_is_valid(finding->args[j]));
    }
}

static void check_packing(struct arena *arena, const struct announcement *read)
{
    struct item item = { .announcement = *read };
    struct edition edition = { .items = &item, .item_count = 1 }, again;
    profile_reference(arena, &edition.profile);
    struct str packed = pack_edition(arena, &edition);
    CHECK(packed.bytes > 0 && unpack_edition(arena, packed, &again));
    CHECK(str_equal(pack_edition(arena, &again), packed));
}

/* Pinning changes nothing but the picture, and does so once. */
static void check_pinning(struct arena *arena, struct str bytes, const struct announcement *read)
{
    struct report report = report_new(arena);
    const struct entry_media media = { "image/png", 1234, hash_of(bytes) };
    struct str pinned, again;
    struct announcement after;
    if (!entry_pin_media(arena, bytes, &media, &report, &pinned) || pinned.bytes > ENTRY_BYTES_MAX)
        return;
    CHECK(entry_read(arena, pinned, STR("pinned"), &report, &after));
    CHECK(str_equal(after.title, read->title) && str_equal(after.id, read->id));
    CHECK(after.block_count == read->block_count && after.when_count == read->when_count);
    CHECK(entry_pin_media(arena, pinned, &media, &report, &again));
    CHECK(str_equal(pinned, again));
}

/* What may be approved may be published: the feed is read, with the entry in it. */
static void check_feed(struct arena *arena, struct str bytes, bool is_sound)
{
    struct report report = report_new(arena);
    struct feed_item item = { .bytes = bytes, .hash = hash_of(bytes), .number = 7 };
    struct feed_head head = { .id = STR("urn:f"),
                              .title = STR("F"),
                              .updated = STR("2026-11-20T09:00:00Z"),
                              .items = &item,
                              .item_count = 1 };
    struct feed feed;
    struct str written = feed_write(arena, &head);
    CHECK(written.bytes > 0);
    CHECK(feed_read(arena, written, STR("feed"), &report, &feed));
    CHECK(feed.entry_count == 1 || !is_sound);
    if (feed.entry_count == 1)
        CHECK(hash_equal(&feed.entries[0].hash, &item.hash) && feed.entries[0].number == 7);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    char *copy = arena_alloc(arena, size, 1);
    if (size > 0)
        memcpy(copy, data, size);
    struct str bytes = { copy, size };
    struct report report = report_new(arena);
    struct announcement read;
    bool is_read = entry_read(arena, bytes, STR("a.xml"), &report, &read);
    check_findings(&report);
    CHECK(is_read || report_has(&report, SEVERITY_BLOCK));
    if (is_read) {
        check_blocks(&read);
        check_packing(arena, &read);
        check_pinning(arena, bytes, &read);
        check_feed(arena, bytes, !report_has(&report, SEVERITY_BLOCK));
    }
    arena_free(arena);
    return 0;
}
