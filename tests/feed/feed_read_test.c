/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds: what a player takes from them, what a check reads in full, and their limits. */
#include "feed_tests.h"

#define FEED_HEAD                                                                                  \
    "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:fh='http://purl.org/syndication/history/1.0'" \
    " xmlns:it='urn:x-infotaulu:1' xml:lang='fi'><id>urn:f</id><title>F</title>"                   \
    "<updated>2026-11-20T09:00:00+02:00</updated><fh:complete/>\n"
#define HASH_64 "000000000000000000000000000000000000000000000000000000000000%04x"
#define HASH_7 "0000000000000000000000000000000000000000000000000000000000000007"
#define ENTRY                                                                                      \
    "<entry><id>urn:%d</id><title>T %d</title><updated>2026-11-19T10:00:00Z</updated>"             \
    "<author><name>A</name></author><link rel='self' href='entries/%d.xml' it:sha256='" HASH_64    \
    "'/></entry>\n"

static struct str good_feed(struct arena *arena)
{
    return repository_file(arena, "tests/cases/feed/good-feed.xml");
}

static void a_feed_names_its_entry_files(void **state)
{
    struct feed feed;
    struct report report = report_new(*state);
    assert_true(feed_read(*state, good_feed(*state), STR("feed.atom"), &report, &feed));
    assert_findings(&report, "");
    assert_str(feed.id, "urn:uuid:6d0f5a52-0c1b-4f37-9f0e-0d9f7a3b6c11");
    assert_str(feed.title, "Niemelän sote-keskus: hyväksytyt ilmoitukset");
    assert_true(feed.complete);
    assert_int_equal(feed.updated.kind, STAMP_MOMENT);
    assert_int_equal(feed.valid_until.civil.date.month, 12);
    assert_int_equal(feed.entry_count, 2);
    const struct feed_entry *entry = &feed.entries[0];
    assert_str(entry->id, "urn:one");
    assert_str(entry->title, "Perhekahvila & lounas");
    assert_str(entry->href, "entries/7b1c.xml");
    assert_str(hash_str(*state, &entry->hash),
               "7b1c000000000000000000000000000000000000000000000000000000000001");
    assert_str(hash_str(*state, &entry->picture),
               "0f34000000000000000000000000000000000000000000000000000000000001");
    assert_int_equal(entry->number, 12);
    assert_str(entry->language_tag, "fi");
    assert_int_equal(entry->where.line, 13);
    assert_int_equal(entry->where.column, 3);
    assert_str(feed.entries[1].language_tag, "sv-simple");
    assert_true(hash_is_none(&feed.entries[1].picture));
    assert_int_equal(feed.tombstone_count, 1);
    assert_str(feed.tombstones[0].id, "urn:gone");
    assert_int_equal(feed.tombstones[0].number, 11);
}

struct gathered {
    struct announcement items[4];
    size_t findings[4], count;
};

static void gather(void *context, const struct announcement *announcement, struct report *report)
{
    struct gathered *gathered = context;
    assert_true(gathered->count < ARRAY_LEN(gathered->items));
    gathered->items[gathered->count] = *announcement;
    gathered->findings[gathered->count++] = report->count;
}

static void entries_inherit_language_and_authors(void **state)
{
    struct gathered gathered = { .count = 0 };
    struct report report = report_new(*state);
    assert_true(feed_read_announcements(
        *state, good_feed(*state), STR("feed.atom"),
        &(struct feed_taker){ .take = gather, .context = &gathered }, &report));
    assert_findings(&report, "");
    assert_int_equal(gathered.count, 2);
    assert_int_equal(gathered.findings[0] + gathered.findings[1], 0);
    assert_int_equal(gathered.items[0].language, LANGUAGE_FI);
    assert_str(gathered.items[0].authors[0].name, "Niemelän seurakunta"); /* stands at the end */
    assert_str(gathered.items[0].title, "Perhekahvila & lounas");
    assert_int_equal(gathered.items[0].when_count, 1);
    assert_int_equal(gathered.items[0].number, 12);
    assert_int_equal(gathered.items[1].language, LANGUAGE_SV);
    assert_str(gathered.items[1].authors[0].name, "Exempel rf");
}

static void keep_severity(void *context, const struct announcement *announcement,
                          struct report *report)
{
    (void)announcement;
    assert_findings(report, "MARKUP_UNKNOWN");
    *(enum severity *)context = report->findings[0].severity;
}

static void settings_of_the_centre_reach_each_entry(void **state)
{
    static const struct rule_setting settings[RULE_COUNT] = {
        [RULE_CONTENT_MARKUP] = { .has_severity = true, .severity = SEVERITY_ADVISE },
    };
    struct str bytes =
        STR(FEED_HEAD "<entry><id>urn:a</id><title>T</title>"
                      "<updated>2026-11-19T10:00:00Z</updated><author><name>A</name></author>"
                      "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
                      "<p><em>a</em></p></div></content></entry></feed>");
    struct report report = report_new(*state);
    enum severity severity = SEVERITY_ASK;
    assert_true(feed_read_announcements(
        *state, bytes, STR("f"),
        &(struct feed_taker){ .take = keep_severity, .context = &severity }, &report));
    assert_int_equal(severity, SEVERITY_WARN);
    assert_true(feed_read_announcements(
        *state, bytes, STR("f"),
        &(struct feed_taker){ .take = keep_severity, .context = &severity, .settings = settings },
        &report));
    assert_int_equal(severity, SEVERITY_ADVISE);
}

static struct feed read_feed(struct arena *arena, struct report *report, const char *inside)
{
    struct feed feed;
    *report = report_new(arena);
    struct str bytes = str_format(arena, FEED_HEAD "%s</feed>", inside);
    if (!feed_read(arena, bytes, STR("feed.atom"), report, &feed)) {
        assert_findings(report, "");
        fail_msg("no feed");
    }
    return feed;
}

static void one_bad_entry_leaves_the_rest(void **state)
{
    static const struct {
        const char *entry, *finding;
    } cases[] = {
        { "<entry/>", "ATOM_MISSING" },
        { "<entry><id>a</id><link rel='self' href='entries/a.xml'/></entry>",
          "ATOM_NO_ENTRY_FILE" },
        { "<entry><id>a</id><link rel='self' href='entries/a.xml' it:sha256='12'/></entry>",
          "ATOM_VALUE" },
        { "<entry><link rel='self' href='entries/a.xml' it:sha256='" HASH_7 "'/></entry>",
          "ATOM_MISSING" },
        { "<entry><id>a</id><link rel='self' href='../a.xml' it:sha256='" HASH_7 "'/></entry>",
          "ATOM_NO_ENTRY_FILE" },
        { "<entry><id>a</id><link rel='self' href='/a.xml' it:sha256='" HASH_7 "'/></entry>",
          "ATOM_NO_ENTRY_FILE" },
        { "<entry><id>a</id><link rel='self' href='https://b.example/a.xml' it:sha256='" HASH_7
          "'/></entry>",
          "ATOM_NO_ENTRY_FILE" },
        { "<entry><id>urn:2</id><link rel='self' href='entries/a.xml' it:sha256='" HASH_7
          "'/></entry>",
          "ID_TWICE" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report;
        struct text text = text_new(*state, 1 << 16);
        text_format(&text, ENTRY, 1, 1, 1, 1);
        text_format(&text, ENTRY, 2, 2, 2, 2);
        text_add_c(&text, cases[i].entry);
        text_format(&text, ENTRY, 3, 3, 3, 3);
        struct feed feed = read_feed(*state, &report, text_str(&text).at);
        assert_int_equal(feed.entry_count, 3);
        assert_str(feed.entries[2].id, "urn:3");
        assert_findings(&report, cases[i].finding);
        assert_int_equal(report.findings[0].where.line, 4);
    }
}

static void a_broken_head_is_a_finding_or_the_end(void **state)
{
    static const struct {
        const char *from, *to, *finding;
        bool is_read;
    } cases[] = {
        { "<fh:complete/>", "", "FEED_INCOMPLETE", true },
        { "<id>urn:f</id>", "", "ATOM_MISSING", true },
        { "<title>F</title>", "<title>F</title><title>G</title>", "ATOM_TWICE", true },
        { "<updated>2026-11-20T09:00:00+02:00</updated>", "", "ATOM_MISSING", false },
        { "2026-11-20T09:00:00+02:00", "2026-11-20", "ATOM_DATE", false },
        { "2026-11-20T09:00:00+02:00", "eilen", "ATOM_DATE", false },
        { "<fh:complete/>", "<fh:complete/><it:valid-until>x</it:valid-until>", "ATOM_DATE", true },
        { "xmlns='http://www.w3.org/2005/Atom'", "xmlns='http://purl.org/atom/ns#'",
          "XML_NOT_ANNOUNCEMENT", false },
    };
    struct str head = STR(FEED_HEAD "</feed>");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct feed feed;
        struct report report = report_new(*state);
        struct str from = str_of(cases[i].from);
        ptrdiff_t place = str_find(head, from);
        assert_true(place >= 0);
        struct str bytes = str_format(
            *state, "%.*s%s%.*s", STR_ARG(str_slice(head, 0, (size_t)place)), cases[i].to,
            STR_ARG(str_slice(head, (size_t)place + from.bytes, head.bytes)));
        assert_int_equal(feed_read(*state, bytes, STR("feed.atom"), &report, &feed),
                         cases[i].is_read);
        assert_findings(&report, cases[i].finding);
    }
}

static struct str feed_of(struct arena *arena, int count)
{
    struct text text = text_new(arena, FEED_BYTES_MAX);
    text_add_c(&text, FEED_HEAD);
    for (int i = 0; i < count; i++)
        text_format(&text, ENTRY, i, i, i, (unsigned)i + 1);
    text_add_c(&text, "</feed>");
    assert_false(text.too_big);
    return text_str(&text);
}

static void ten_thousand_entries_are_read_and_not_one_more(void **state)
{
    struct feed feed;
    struct report report = report_new(*state);
    assert_true(feed_read(*state, feed_of(*state, FEED_ENTRIES_MAX), STR("f"), &report, &feed));
    assert_findings(&report, "");
    assert_int_equal(feed.entry_count, FEED_ENTRIES_MAX);
    assert_str(feed.entries[FEED_ENTRIES_MAX - 1].id, "urn:9999");
    assert_int_equal(feed.entries[FEED_ENTRIES_MAX - 1].where.line, 2 + FEED_ENTRIES_MAX - 1);

    struct str more = feed_of(*state, FEED_ENTRIES_MAX + 1);
    assert_false(feed_read(*state, more, STR("f"), &report, &feed));
    assert_findings(&report, "ATOM_ENTRIES");
}

static void never(void *context, const struct announcement *announcement, struct report *report)
{
    (void)context;
    (void)announcement;
    (void)report;
    fail_msg("an entry of a broken feed was handed out");
}

static void a_feed_that_breaks_at_its_end_hands_nothing_out(void **state)
{
    struct report report = report_new(*state);
    struct str whole = feed_of(*state, 3);
    struct str cut = str_slice(whole, 0, whole.bytes - 2);
    assert_false(feed_read_announcements(
        *state, cut, STR("f"), &(struct feed_taker){ .take = never, .context = NULL }, &report));
    assert_findings(&report, "XML_BROKEN");
}

/* What stands between entries is dropped, in whatever pieces the parser hands it over. */
static void text_between_entries_is_no_harm(void **state)
{
    struct text text = text_new(*state, 1 << 20);
    struct report report;
    for (int i = 0; i < 20; i++) {
        text_format(&text, ENTRY, i, i, i, (unsigned)i + 1);
        for (int j = 0; j < 50 * i; j++)
            text_add_c(&text, j % 3 ? "&#228; text " : "<![CDATA[ ]]>\n");
        text_add_c(&text, "<!-- c --><?p i?>");
    }
    struct feed feed = read_feed(*state, &report, text_str(&text).at);
    assert_findings(&report, "");
    assert_int_equal(feed.entry_count, 20);
}

/* libxml2 keeps a table of the elements with an xml:id; those that are freed must leave it. */
static void names_of_elements_may_repeat_between_entries(void **state)
{
    struct report report;
    struct text text = text_new(*state, 1 << 20);
    for (int i = 0; i < 20; i++)
        text_format(&text,
                    "<entry xml:id='a'><id xml:id='b%d'>urn:%d</id><x xml:id=''/>"
                    "<link rel='self' href='entries/a.xml' it:sha256='" HASH_7 "'/></entry>",
                    i % 3, i);
    struct feed feed = read_feed(*state, &report, text_str(&text).at);
    assert_findings(&report, "");
    assert_int_equal(feed.entry_count, 20);
}

int run_feed_read_tests(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(a_feed_names_its_entry_files),
        TEST(entries_inherit_language_and_authors),
        TEST(settings_of_the_centre_reach_each_entry),
        TEST(one_bad_entry_leaves_the_rest),
        TEST(a_broken_head_is_a_finding_or_the_end),
        TEST(ten_thousand_entries_are_read_and_not_one_more),
        TEST(a_feed_that_breaks_at_its_end_hands_nothing_out),
        TEST(text_between_entries_is_no_harm),
        TEST(names_of_elements_may_repeat_between_entries),
    };
    return cmocka_run_group_tests_name("feed", tests, NULL, NULL);
}
