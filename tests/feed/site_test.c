/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the signing side writes, and that readers read it back. */
#include "feed_tests.h"

#define PICTURE_HASH "35de0b3e30f2a4e8a0f0a7f0b0f5a6e1d2c3b4a5968778695a4b3c2d1e0f1122"

static struct hash picture_hash(void)
{
    struct hash hash;
    assert_true(hash_parse(STR(PICTURE_HASH), &hash));
    return hash;
}

static struct str pin(struct arena *arena, struct str bytes)
{
    const struct entry_media media = { "image/png", 4711, picture_hash() };
    struct report report = report_new(arena);
    struct str pinned = { NULL, 0 };
    assert_true(entry_pin_media(arena, bytes, &media, &report, &pinned));
    assert_findings(&report, "");
    return pinned;
}

static struct announcement read_back(struct arena *arena, struct str bytes)
{
    struct announcement read;
    struct report report = report_new(arena);
    assert_true(entry_read(arena, bytes, STR("a.xml"), &report, &read));
    assert_findings(&report, "");
    return read;
}

static void assert_pinned(const struct announcement *read, const char *href)
{
    struct hash hash = picture_hash();
    assert_true(read->has_picture);
    assert_str(read->picture.href, href);
    assert_str(read->picture.type, "image/png");
    assert_int_equal(read->picture.length, 4711);
    assert_true(hash_equal(&read->picture.hash, &hash));
}

#define IMAGE                                                                                      \
    "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>ä &amp; b "               \
    "<img src='a.png' alt='&lt;c&gt;'/></p></div></content>\n"

static void a_picture_is_pinned_wherever_it_is_named(void **state)
{
    static const struct {
        const char *inside, *href;
    } cases[] = {
        { IMAGE, "a.png" },
        { IMAGE "<link rel='enclosure' href='a.png'/>", "a.png" },
        { IMAGE "<link rel='enclosure' type='image/jpeg' length='1' href='a.png' it:sha256='12'/>",
          "a.png" },
        { "<link rel='enclosure' href='slide.png' xmlns:z='urn:x-infotaulu:1' z:sha256='12'/>",
          "slide.png" },
        { IMAGE "<link rel='enclosure' href='b.pdf'/><link rel='enclosure' href='c.pdf'/>",
          "a.png" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str pinned = pin(*state, entry_with(*state, cases[i].inside));
        struct announcement read = read_back(*state, pinned);
        assert_pinned(&read, cases[i].href);
        assert_true(str_starts(pinned, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"));
    }
}

static void the_senders_words_stay_as_they_are(void **state)
{
    struct str pinned = pin(*state, entry_with(*state, IMAGE));
    struct str words = STR("<p>ä &amp; b <img src=\"a.png\" alt=\"&lt;c&gt;\"/></p>");
    assert_true(str_find(pinned, words) >= 0);
    struct announcement before = read_back(*state, entry_with(*state, IMAGE));
    struct announcement after = read_back(*state, pinned);
    assert_int_equal(before.block_count, after.block_count);
    assert_true(str_equal(before.blocks[0].text, after.blocks[0].text));
    assert_true(str_equal(before.title, after.title));
}

static void what_is_pinned_already_stays_byte_for_byte(void **state)
{
    struct str once = pin(*state, entry_with(*state, IMAGE));
    struct str twice = pin(*state, once);
    assert_ptr_equal(once.at, twice.at);
    assert_int_equal(once.bytes, twice.bytes);

    struct report report = report_new(*state);
    struct str entry = entry_with(*state, ""), same;
    assert_true(entry_pin_media(*state, entry, NULL, &report, &same));
    assert_ptr_equal(entry.at, same.at);
}

static void pinning_declares_the_prefix_it_needs(void **state)
{
    static const char *const entries[] = {
        "<entry xmlns='http://www.w3.org/2005/Atom' xml:lang='fi'>%s</entry>",
        "<entry xmlns='http://www.w3.org/2005/Atom' xmlns:it='urn:other' xml:lang='fi'>%s</entry>",
        "<a:entry xmlns:a='http://www.w3.org/2005/Atom' xmlns='http://www.w3.org/2005/Atom' "
        "xml:lang='fi'>%s</a:entry>",
    };
    static const char inside[] = "<id>a</id><title>b</title><updated>2026-11-19T10:00:00Z</updated>"
                                 "<author><name>c</name></author>" IMAGE;
    for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
        struct str entry = str_of(entries[i]), mark = STR("%s");
        size_t place = (size_t)str_find(entry, mark);
        struct str bytes =
            str_format(*state, "%.*s%s%.*s", STR_ARG(str_slice(entry, 0, place)), inside,
                       STR_ARG(str_slice(entry, place + mark.bytes, entry.bytes)));
        struct announcement read = read_back(*state, pin(*state, bytes));
        assert_pinned(&read, "a.png");
    }
}

static void another_identity_is_taken_and_all_else_stays(void **state)
{
    static const char *const insides[] = { "", "<it:group ref='urn:own'/>", IMAGE };
    static const char *const groups[] = { "urn:x:a&b", "urn:x:a&b<1>" };
    for (size_t i = 0; i < ARRAY_LEN(insides); i++)
        for (size_t k = 0; k < ARRAY_LEN(groups); k++) {
            struct str bytes = entry_with(*state, insides[i]), written;
            struct report report = report_new(*state);
            assert_true(entry_take_identity(*state, bytes, STR("urn:x:a&b<1>"), str_of(groups[k]),
                                            &report, &written));
            struct announcement before = read_back(*state, bytes);
            struct announcement after = read_back(*state, written);
            assert_str(after.id, "urn:x:a&b<1>");
            assert_str(after.group, groups[k]);
            assert_true(str_equal(after.title, before.title));
            assert_int_equal(after.has_picture, before.has_picture);
            assert_int_equal(after.block_count, before.block_count);
        }
}

static void without_a_picture_nothing_can_be_pinned(void **state)
{
    const struct entry_media media = { "image/png", 1, picture_hash() };
    struct report report = report_new(*state);
    struct str pinned = STR("untouched");
    assert_false(entry_pin_media(*state, entry_with(*state, ""), &media, &report, &pinned));
    assert_findings(&report, "ATOM_MISSING");
    report = report_new(*state);
    assert_false(entry_pin_media(*state, STR("<a"), &media, &report, &pinned));
    assert_findings(&report, "XML_BROKEN");
    assert_str(pinned, "untouched");
}

/* Feeds */

static struct str write_feed(struct arena *arena, const struct feed_item *items, size_t count)
{
    static const struct feed_tombstone gone[] = {
        { { "urn:gone", 8 }, { STAMP_MOMENT, { { 2026, 11, 1 }, 8, 0, 0 }, 7200 }, 11 },
        { { "urn:old", 7 }, { STAMP_MOMENT, { { 2026, 10, 1 }, 8, 0, 0 }, -9000 }, 0 },
    };
    struct feed_head head = { .id = STR("urn:feed"),
                              .title = STR("Niemelä & \"muut\" <ilmoitukset>"),
                              .language_tag = STR("fi"),
                              .updated = STR("2026-11-20T09:00:00+02:00"),
                              .valid_until = STR("2026-12-20T00:00:00+02:00"),
                              .items = items,
                              .item_count = count,
                              .tombstones = gone,
                              .tombstone_count = ARRAY_LEN(gone) };
    return feed_write(arena, &head);
}

static struct feed_item full_item(struct arena *arena)
{
    struct str bytes = repository_file(arena, "tests/cases/feed/good-full.xml");
    return (struct feed_item){ .bytes = bytes,
                               .hash = hash_of(bytes),
                               .media_href = STR("media/35de.jpg"),
                               .number = 12,
                               .approved_by = STR("Niemelän \"järjestöyhdyshenkilö\" & muut"),
                               .approved_at = STR("2026-11-19T09:30:00+02:00"),
                               .rules = 1 };
}

static void a_written_feed_is_read_back(void **state)
{
    struct feed_item items[] = { full_item(*state), { .number = 0 } };
    items[1].bytes = repository_file(*state, "content-schema/example-minimal.xml");
    items[1].hash = hash_of(items[1].bytes);
    struct str bytes = write_feed(*state, items, ARRAY_LEN(items));
    struct feed feed;
    struct report report = report_new(*state);
    assert_true(feed_read(*state, bytes, STR("feed.atom"), &report, &feed));
    assert_findings(&report, "");
    assert_str(feed.title, "Niemelä & \"muut\" <ilmoitukset>");
    assert_true(feed.complete);
    assert_int_equal(feed.valid_until.civil.date.day, 20);
    assert_int_equal(feed.entry_count, 2);
    assert_true(hash_equal(&feed.entries[0].hash, &items[0].hash));
    struct str href =
        str_format(*state, "entries/%.*s.xml", STR_ARG(hash_str(*state, &items[0].hash)));
    assert_str(feed.entries[0].href, href.at);
    assert_int_equal(feed.entries[0].number, 12);
    assert_int_equal(feed.entries[1].number, 0);
    assert_int_equal(feed.tombstone_count, 2);
    assert_int_equal(feed.tombstones[0].number, 11);
    assert_int_equal(feed.tombstones[1].when.offset_s, -9000);
}

struct counted {
    size_t count;
    struct announcement first;
};

static void count_sound(void *context, const struct announcement *announcement,
                        struct report *report)
{
    struct counted *counted = context;
    assert_findings(report, "");
    if (counted->count++ == 0)
        counted->first = *announcement;
}

static void a_written_feed_holds_the_announcement_in_full(void **state)
{
    struct feed_item item = full_item(*state);
    struct str bytes = write_feed(*state, &item, 1);
    struct report report = report_new(*state);
    struct counted counted = { .count = 0 };
    assert_true(feed_read_announcements(
        *state, bytes, STR("feed.atom"),
        &(struct feed_taker){ .take = count_sound, .context = &counted }, &report));
    assert_int_equal(counted.count, 1);
    assert_str(counted.first.title, "Perhekahvila maanantaisin");
    assert_str(counted.first.picture.href, "media/35de.jpg");
    assert_int_equal(counted.first.when_count, 2);
    assert_true(
        str_find(bytes, STR("by=\"Niemelän &quot;järjestöyhdyshenkilö&quot; &amp; muut\"")) > 0);
    assert_true(str_find(bytes, STR("kahvila.jpg")) < 0);
    assert_true(str_find(bytes, STR("xml-stylesheet")) < 0);
}

static void the_same_input_gives_the_same_bytes(void **state)
{
    struct feed_item item = full_item(*state);
    struct str first = write_feed(*state, &item, 1), second = write_feed(*state, &item, 1);
    assert_true(first.bytes > 0);
    assert_true(str_equal(first, second));
}

/* A submission may claim a number, an approval and an entry file; only publish gives them. */
static void claims_of_the_sender_do_not_reach_the_feed(void **state)
{
    struct feed feed;
    struct report report = report_new(*state);
    struct str bytes = entry_with(
        *state,
        "<it:number>1</it:number>\n<it:approved by='me' at='2026-11-19T09:30:00+02:00' "
        "rules='1'/><link rel='self' href='entries/x.xml' it:sha256='" PICTURE_HASH "'/>\n");
    struct feed_item item = { .bytes = bytes, .hash = hash_of(bytes), .number = 2 };
    struct str written = write_feed(*state, &item, 1);
    assert_true(feed_read(*state, written, STR("feed.atom"), &report, &feed));
    assert_findings(&report, "");
    assert_int_equal(feed.entries[0].number, 2);
    assert_true(hash_equal(&feed.entries[0].hash, &item.hash));
    assert_true(str_find(written, STR("approved")) < 0);
}

/* Whatever may be approved may stand in a feed: one announcement must not take down the rest. */
static void an_entry_at_its_limits_does_not_break_the_feed(void **state)
{
    struct text deep = text_new(*state, 1 << 16), broad = text_new(*state, 1 << 16);
    struct text quotes = text_new(*state, 1 << 16);
    for (int i = 0; i < 63; i++)
        text_add_c(&deep, "<x>");
    for (int i = 0; i < 63; i++)
        text_add_c(&deep, "</x>");
    text_add_c(&broad, "<link rel='enclosure' href='a.png'");
    for (int i = 0; i < 58; i++)
        text_format(&broad, " a%d='b'", i);
    text_add_c(&broad, "/>");
    text_add_c(&quotes, "<it:audience><![CDATA[");
    for (int i = 0; i < 100; i++)
        text_format(&quotes, "<a b=\"%d\"> & ", i);
    text_add_c(&quotes, "]]></it:audience>");
    struct text *const texts[] = { &deep, &broad, &quotes };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct feed feed;
        struct report report = report_new(*state);
        struct str bytes = entry_with(*state, text_str(texts[i]).at);
        struct announcement read = read_back(*state, bytes);
        if (read.has_picture)
            bytes = pin(*state, bytes);
        struct feed_item item = { .bytes = bytes, .hash = hash_of(bytes), .number = 2 };
        struct str written = write_feed(*state, &item, 1);
        assert_true(feed_read(*state, written, STR("feed.atom"), &report, &feed));
        assert_findings(&report, "");
        assert_int_equal(feed.entry_count, 1);
    }
}

static void what_is_in_no_namespace_stays_in_none(void **state)
{
    struct str bytes = STR("<a:entry xmlns:a='http://www.w3.org/2005/Atom' xml:lang='fi'>"
                           "<a:id>urn:a</a:id><a:title>A</a:title><id>urn:b</id><title>B</title>"
                           "<a:updated>2026-11-19T10:00:00Z</a:updated>"
                           "<a:author><a:name>C</a:name></a:author></a:entry>");
    struct feed_item item = { .bytes = bytes, .hash = hash_of(bytes), .number = 2 };
    struct str written = write_feed(*state, &item, 1);
    struct report report = report_new(*state);
    struct counted counted = { .count = 0 };
    assert_true(feed_read_announcements(
        *state, written, STR("feed.atom"),
        &(struct feed_taker){ .take = count_sound, .context = &counted }, &report));
    assert_int_equal(counted.count, 1);
    assert_str(counted.first.title, "A");
}

static void what_is_no_entry_or_too_much_is_not_written(void **state)
{
    struct feed_item item = { .bytes = STR("<a/>") };
    assert_int_equal(write_feed(*state, &item, 1).bytes, 0);
    item.bytes = STR("broken");
    assert_int_equal(write_feed(*state, &item, 1).bytes, 0);

    enum { MANY = 3000 };
    struct feed_item *items = ARENA_ARRAY(*state, struct feed_item, MANY);
    for (size_t i = 0; i < MANY; i++)
        items[i] = full_item(*state);
    assert_int_equal(write_feed(*state, items, MANY).bytes, 0);
}

/* Hidden items */

static void a_list_of_hidden_items_is_read_back(void **state)
{
    struct date dates[] = { { 2026, 11, 24 }, { 2026, 12, 1 } };
    struct hide_item items[] = { { .ref = STR("urn:a & \"b\""), .whole = true },
                                 { .ref = STR("urn:c"), .dates = dates, .date_count = 2 } };
    struct hide hide = { .items = items, .count = ARRAY_LEN(items) }, read;
    struct report report = report_new(*state);
    assert_true(stamp_parse(STR("2026-11-23T08:15:30+02:00"), &hide.updated));
    struct str bytes = hide_write(*state, &hide);
    assert_true(hide_read(*state, bytes, STR("hide.xml"), &report, &read));
    assert_findings(&report, "");
    assert_memory_equal(&read.updated, &hide.updated, sizeof hide.updated);
    assert_int_equal(read.count, 2);
    assert_str(read.items[0].ref, "urn:a & \"b\"");
    assert_true(read.items[0].whole && !read.items[1].whole);
    assert_int_equal(read.items[1].date_count, 2);
    assert_memory_equal(read.items[1].dates, dates, sizeof dates);
}

int run_site_tests(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_picture_is_pinned_wherever_it_is_named),
        TEST(the_senders_words_stay_as_they_are),
        TEST(what_is_pinned_already_stays_byte_for_byte),
        TEST(pinning_declares_the_prefix_it_needs),
        TEST(another_identity_is_taken_and_all_else_stays),
        TEST(without_a_picture_nothing_can_be_pinned),
        TEST(a_written_feed_is_read_back),
        TEST(a_written_feed_holds_the_announcement_in_full),
        TEST(the_same_input_gives_the_same_bytes),
        TEST(claims_of_the_sender_do_not_reach_the_feed),
        TEST(an_entry_at_its_limits_does_not_break_the_feed),
        TEST(what_is_in_no_namespace_stays_in_none),
        TEST(what_is_no_entry_or_too_much_is_not_written),
        TEST(a_list_of_hidden_items_is_read_back),
    };
    return cmocka_run_group_tests_name("site", tests, NULL, NULL);
}
