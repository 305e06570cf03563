/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * libxml2 without memory: each of its allocations fails in turn, once alone and once with all
 * later ones. Whatever is read then is whole, or it is not read at all. Compared by packing: the
 * packed bytes hold every field.
 */
#include "feed_tests.h"
#include "model/pack.h"

#include <libxml/parser.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>

#define ROUNDS_MAX 20000 /* far more allocations than any of these documents needs */

/* libxml2's allocators have no context, so what they count must stand here. */
static struct {
    long left;     /* allocations that still succeed; -1: all */
    bool only_one; /* only the next one fails, not all later ones */
    bool failed;
} weak = { .left = -1 };

static bool fails_now(void)
{
    if (weak.left < 0)
        return false;
    if (weak.left-- > 0)
        return false;
    weak.failed = true;
    weak.left = weak.only_one ? -1 : 0;
    return true;
}

static void *weak_malloc(size_t bytes)
{
    return fails_now() ? NULL : malloc(bytes);
}

static void *weak_realloc(void *memory, size_t bytes)
{
    return fails_now() ? NULL : realloc(memory, bytes);
}

static char *weak_strdup(const char *text)
{
    return fails_now() ? NULL : strdup(text);
}

/* One of the readers or writers: its result as bytes, empty when it says that there is none. */
typedef struct str work_fn(struct arena *arena, struct str bytes);

static struct str pack_one(struct arena *arena, struct edition *edition)
{
    if (edition->profile.display_count == 0)
        profile_reference(arena, &edition->profile);
    struct str packed = pack_edition(arena, edition);
    assert_true(packed.bytes > 0);
    return packed;
}

static struct str read_one_entry(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct item item = { 0 };
    struct edition edition = { .items = &item, .item_count = 1 };
    if (!entry_read(arena, bytes, STR("a.xml"), &report, &item.announcement)) {
        assert_true(report_has(&report, SEVERITY_BLOCK));
        return (struct str){ "", 0 };
    }
    return pack_one(arena, &edition);
}

static struct str read_one_profile(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct edition edition = { 0 };
    if (!profile_read(arena, bytes, STR("centre.xml"), &report, &edition.profile)) {
        assert_true(report_has(&report, SEVERITY_BLOCK));
        return (struct str){ "", 0 };
    }
    return pack_one(arena, &edition);
}

static struct str read_one_feed(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct text text = text_new(arena, 1 << 20);
    struct feed feed;
    if (!feed_read(arena, bytes, STR("feed.atom"), &report, &feed))
        return (struct str){ "", 0 };
    text_format(&text, "%.*s|%.*s|%d|%zu", STR_ARG(feed.id), STR_ARG(feed.title), feed.complete,
                feed.tombstone_count);
    for (size_t i = 0; i < feed.entry_count; i++) {
        const struct feed_entry *entry = &feed.entries[i];
        text_format(&text, "|%.*s|%.*s|%.*s|%.*s|%d", STR_ARG(entry->id), STR_ARG(entry->href),
                    STR_ARG(entry->title), STR_ARG(entry->language_tag), entry->number);
        text_add(&text, hash_str(arena, &entry->hash));
        text_add(&text, hash_str(arena, &entry->picture));
    }
    return text_str(&text);
}

static void keep_announcement(void *context, const struct announcement *announcement,
                              struct report *report)
{
    struct edition *edition = context;
    (void)report;
    struct item *item = ARENA_PUSH(report->arena, edition->items, edition->item_count);
    item->announcement = *announcement;
}

static struct str read_all_of_feed(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct edition edition = { 0 };
    bool is_read = feed_read_announcements(
        arena, bytes, STR("feed.atom"),
        &(struct feed_taker){ .take = keep_announcement, .context = &edition }, &report);
    return is_read ? pack_one(arena, &edition) : (struct str){ "", 0 };
}

static struct str pin_one(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    const struct entry_media media = { "image/jpeg", 1234, hash_of(STR("a picture")) };
    struct str pinned;
    if (!entry_pin_media(arena, bytes, &media, &report, &pinned))
        return (struct str){ "", 0 };
    return pinned;
}

static struct str drop_media(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct str written;
    return entry_drop_media(arena, bytes, &report, &written) ? written : (struct str){ "", 0 };
}

static struct str take_identity(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct str written;
    return entry_take_identity(arena, bytes, STR("urn:x:old"), STR("urn:x:group"), &report,
                               &written)
               ? written
               : (struct str){ "", 0 };
}

static struct str write_one_feed(struct arena *arena, struct str bytes)
{
    struct feed_item item = { .bytes = bytes,
                              .hash = hash_of(bytes),
                              .media_href = STR("media/kahvila.jpg"),
                              .number = 12,
                              .approved_by = STR("Järjestöyhdyshenkilö"),
                              .approved_at = STR("2026-11-19T09:30:00+02:00"),
                              .rules = 1 };
    struct feed_head head = { .id = STR("urn:feed"),
                              .title = STR("Ilmoitukset"),
                              .language_tag = STR("fi"),
                              .updated = STR("2026-11-20T09:00:00+02:00"),
                              .items = &item,
                              .item_count = 1 };
    return feed_write(arena, &head);
}

/* Works once with the weak allocator; false when no allocation was left to fail. */
static bool try_round(work_fn *work, struct str bytes, struct str whole, long round, bool only_one)
{
    struct arena *arena = arena_new(TEST_ARENA_BYTES);
    weak.left = round;
    weak.only_one = only_one;
    weak.failed = false;
    struct str result = work(arena, bytes);
    weak.left = -1;
    if (result.bytes > 0 && !str_equal(result, whole))
        fail_msg("allocation %ld (%s): another result, and no error", round,
                 only_one ? "alone" : "and all later ones");
    if (!weak.failed)
        assert_true(str_equal(result, whole));
    arena_free(arena);
    return weak.failed;
}

static void fail_each_allocation(work_fn *work, const char *path)
{
    struct arena *arena = arena_new(TEST_ARENA_BYTES);
    struct str bytes = repository_file(arena, path);
    struct str whole = work(arena, bytes);
    assert_true(whole.bytes > 0);
    assert_int_equal(xmlMemSetup(free, weak_malloc, weak_realloc, weak_strdup), 0);
    for (int only_one = 0; only_one <= 1; only_one++) {
        long round = 0;
        while (round < ROUNDS_MAX && try_round(work, bytes, whole, round, only_one))
            round++;
        assert_in_range(round, 50, ROUNDS_MAX - 1);
    }
    assert_int_equal(xmlMemSetup(free, malloc, realloc, strdup), 0);
    arena_free(arena);
}

static void an_entry_is_never_read_shorter(void **state)
{
    (void)state;
    fail_each_allocation(read_one_entry, "tests/cases/feed/good-full.xml");
}

static void a_profile_is_never_read_shorter(void **state)
{
    (void)state;
    fail_each_allocation(read_one_profile, "content-schema/centre-example.xml");
}

static void a_feed_is_never_read_shorter(void **state)
{
    (void)state;
    fail_each_allocation(read_one_feed, "tests/cases/feed/good-feed.xml");
    fail_each_allocation(read_all_of_feed, "tests/cases/feed/good-feed.xml");
}

static void nothing_is_written_shorter(void **state)
{
    (void)state;
    fail_each_allocation(pin_one, "tests/cases/feed/good-full.xml");
    fail_each_allocation(drop_media, "tests/cases/feed/good-full.xml");
    fail_each_allocation(take_identity, "tests/cases/feed/good-full.xml");
    fail_each_allocation(write_one_feed, "tests/cases/feed/good-full.xml");
}

int run_memory_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_entry_is_never_read_shorter),
        cmocka_unit_test(a_profile_is_never_read_shorter),
        cmocka_unit_test(a_feed_is_never_read_shorter),
        cmocka_unit_test(nothing_is_written_shorter),
    };
    return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
