/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files that mean harm or are broken. Small ones lie in tests/cases/feed; here are those that are
 * made: large, deep, cut off at every byte.
 */
#include "base/utf8.h"
#include "feed_tests.h"

#include <time.h>

#define ATOM_HEAD                                                                                  \
    "<entry xmlns=\"http://www.w3.org/2005/Atom\" xmlns:it=\"urn:x-infotaulu:1\" xml:lang=\"fi\">"

/* STR for a static table. */
#define STR_INIT(literal)                                                                          \
    {                                                                                              \
        (literal), sizeof(literal) - 1                                                             \
    }

/* Reads bytes as an entry, which must fail with just one finding; answers it. */
static struct finding refused(struct arena *arena, struct str bytes, const char *code)
{
    struct announcement announcement = { .number = 77 };
    struct report report = report_new(arena);
    assert_false(entry_read(arena, bytes, STR("a.xml"), &report, &announcement));
    assert_findings(&report, code);
    assert_int_equal(announcement.number, 77); /* untouched */
    return report.findings[0];
}

static void repeat(struct text *text, const char *what, size_t times)
{
    for (size_t i = 0; i < times; i++)
        text_add_c(text, what);
}

static void bytes_that_are_no_xml_are_named_for_what_they_are(void **state)
{
    static const struct {
        struct str bytes;
        const char *code;
        unsigned line, column;
    } cases[] = {
        { STR_INIT(""), "XML_EMPTY", 0, 0 },
        { STR_INIT(" \n\t "), "XML_EMPTY", 0, 0 },
        { STR_INIT("\xEF\xBB\xBF"), "XML_EMPTY", 0, 0 },
        { STR_INIT("Hei, tässä on ilmoitus."), "XML_BROKEN", 1, 1 },
        { STR_INIT("\xFF\xFE<\0e\0n\0t\0r\0y\0/\0>\0"), "XML_NOT_UTF8", 1, 1 },
        { STR_INIT("\xFE\xFF\0<\0e\0/\0>"), "XML_NOT_UTF8", 1, 1 },
        { STR_INIT("<\0a\0/\0>\0"), "XML_NOT_UTF8", 1, 2 },
        { STR_INIT("<a>\n x\0y</a>"), "XML_NOT_UTF8", 2, 3 },
        { STR_INIT("<a>\n\xE4iti</a>"), "XML_NOT_UTF8", 2, 1 },
        { STR_INIT("<a>\xEF\xBF\xBD\xED\xA0\x80</a>"), "XML_NOT_UTF8", 1, 5 },
        { STR_INIT("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>"), "XML_NOT_UTF8", 1, 1 },
        { STR_INIT("<?xml version='1.0' encoding = 'UTF-16'?><a/>"), "XML_NOT_UTF8", 1, 1 },
        { STR_INIT("<html><body>Kirjaudu verkkoon</body></html>"), "XML_NOT_ANNOUNCEMENT", 1, 1 },
        { STR_INIT("<!doctype html><html></html>"), "XML_DOCTYPE", 1, 1 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct finding finding = refused(*state, cases[i].bytes, cases[i].code);
        assert_int_equal(finding.where.line, cases[i].line);
        assert_int_equal(finding.where.column, cases[i].column);
        assert_str(finding.where.file, "a.xml");
    }
}

static void a_file_over_its_limit_is_not_looked_into(void **state)
{
    struct text text = text_new(*state, 1 << 20);
    text_add_c(&text, ATOM_HEAD);
    repeat(&text, "          ", ENTRY_BYTES_MAX / 10 + 1);
    struct finding finding = refused(*state, text_str(&text), "XML_TOO_BIG");
    assert_str(finding.args[0], "262144");
}

static void entities_that_multiply_are_refused_with_their_doctype(void **state)
{
    refused(*state,
            STR("<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">"
                "<!ENTITY c \"&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>\n"
                "<a>&c;&f;</a>"),
            "XML_DOCTYPE");
}

static void ten_thousand_levels_end_at_the_sixty_fifth(void **state)
{
    static const size_t levels = 10000;
    struct text text = text_new(*state, 1 << 20);
    text_add_c(&text, "<a>\n");
    repeat(&text, "<a>", levels);
    repeat(&text, "</a>", levels + 1);
    struct finding finding = refused(*state, text_str(&text), "XML_TOO_DEEP");
    assert_int_equal(finding.where.line, 2);
    assert_int_equal(finding.where.column, 63 * 3 + 4 - 3); /* 63 stand before it */
    assert_str(finding.args[0], "64");
}

static void sixty_four_levels_are_read(void **state)
{
    struct announcement announcement;
    struct report report = report_new(*state);
    struct text text = text_new(*state, 1 << 20);
    text_add_c(&text, ATOM_HEAD "<id>a</id><title>b</title><updated>2026-11-19T10:00:00Z</updated>"
                                "<author><name>c</name></author>");
    repeat(&text, "<x>", 63);
    repeat(&text, "</x>", 63);
    text_add_c(&text, "</entry>");
    assert_true(entry_read(*state, text_str(&text), STR("a.xml"), &report, &announcement));
    assert_findings(&report, "");
}

static struct str tag_with_attributes(struct arena *arena, int count)
{
    struct text text = text_new(arena, 8 << 20);
    text_add_c(&text, "<a>\n <b");
    for (int i = 0; i < count; i++)
        text_format(&text, " a%d = '>'", i);
    text_add_c(&text, "/></a>");
    return text_str(&text);
}

static void a_tag_may_have_sixty_four_attributes(void **state)
{
    refused(*state, tag_with_attributes(*state, 64), "XML_NOT_ANNOUNCEMENT");
    struct finding finding = refused(*state, tag_with_attributes(*state, 65), "XML_ATTRIBUTES");
    assert_int_equal(finding.where.line, 2);
    assert_int_equal(finding.where.column, 2);
}

/* They cost libxml2 more than a minute; a profile may be large enough to hold that many. */
static void a_hundred_thousand_attributes_are_refused_at_once(void **state)
{
    struct profile profile;
    struct report report = report_new(*state);
    struct timespec start, end;
    struct str bytes = tag_with_attributes(*state, 80000);
    assert_in_range(bytes.bytes, 800000, PROFILE_BYTES_MAX);
    clock_gettime(CLOCK_MONOTONIC, &start);
    assert_false(profile_read(*state, bytes, STR("centre.xml"), &report, &profile));
    clock_gettime(CLOCK_MONOTONIC, &end);
    assert_findings(&report, "XML_ATTRIBUTES");
    assert_true(end.tv_sec - start.tv_sec <= 5);
}

static void attributes_in_comments_and_cdata_are_only_text(void **state)
{
    struct report report;
    struct text text = text_new(*state, 1 << 20);
    text_add_c(&text, "<!-- ");
    repeat(&text, "a='b' ", 100);
    text_add_c(&text, "--><it:audience><![CDATA[");
    repeat(&text, "a='b' <x> ", 100);
    text_add_c(&text, "]]></it:audience>");
    struct announcement read = read_entry_with(*state, &report, text_str(&text).at);
    assert_findings(&report, "");
    assert_int_equal(read.audience.bytes, 100 * 10 - 1);
}

static void quotes_in_a_text_are_no_attributes(void **state)
{
    struct report report;
    struct text text = text_new(*state, 1 << 20);
    text_add_c(&text, "<it:audience title='>'>");
    repeat(&text, "a=\"b\" ", 100);
    text_add_c(&text, "</it:audience>");
    struct announcement read = read_entry_with(*state, &report, text_str(&text).at);
    assert_findings(&report, "ATOM_VALUE"); /* of title */
    assert_int_equal(read.audience.bytes, 100 * 6 - 1);
}

/* Each way to end a tag early that only one of guard and parser might believe in. */
static void no_broken_tag_hides_attributes_from_the_guard(void **state)
{
    static const char *const starts[] = { "<a b='<!--' ", "<a b=\"'>\" ",
                                          "<a b='\">' ",  "<a b='<![CDATA[' ",
                                          "<a b='<?' ",   "<a b = '>' c= \">\" ",
                                          "<a\n>b='",     "<a b=\"&lt;\"\t" };
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        struct profile profile;
        struct report report = report_new(*state);
        struct timespec start, end;
        struct text text = text_new(*state, PROFILE_BYTES_MAX);
        text_add_c(&text, starts[i]);
        for (int j = 0; j < 60000; j++)
            text_format(&text, "a%d='' ", j);
        text_add_c(&text, "/>");
        clock_gettime(CLOCK_MONOTONIC, &start);
        assert_false(profile_read(*state, text_str(&text), STR("centre.xml"), &report, &profile));
        clock_gettime(CLOCK_MONOTONIC, &end);
        assert_true(end.tv_sec - start.tv_sec <= 5);
        assert_int_equal(report.count, 1);
    }
}

static void too_many_elements_end_a_document(void **state)
{
    struct profile profile;
    struct report report = report_new(*state);
    struct text text = text_new(*state, 2 << 20);
    text_add_c(&text, "<a>");
    repeat(&text, "<b/>", 250000);
    text_add_c(&text, "</a>");
    assert_true(text.bytes < PROFILE_BYTES_MAX);
    assert_false(profile_read(*state, text_str(&text), STR("centre.xml"), &report, &profile));
    assert_findings(&report, "XML_BROKEN");
}

static bool is_blank(struct str text)
{
    return str_trim(text).bytes == 0;
}

/* Cut anywhere, a document is refused; where only the last line end is missing it is whole. */
static void a_cut_file_is_never_a_shorter_announcement(void **state)
{
    struct str whole = repository_file(*state, "tests/cases/feed/good-full.xml");
    for (size_t bytes = 0; bytes < whole.bytes; bytes++) {
        struct arena *arena = arena_new(TEST_ARENA_BYTES);
        struct report report = report_new(arena);
        struct announcement announcement;
        bool is_read =
            entry_read(arena, str_slice(whole, 0, bytes), STR("a.xml"), &report, &announcement);
        assert_int_equal(is_read, is_blank(str_slice(whole, bytes, whole.bytes)));
        assert_int_equal(report.count, is_read ? 0 : 1);
        arena_free(arena);
    }
}

static void a_cut_feed_or_profile_is_never_a_shorter_one(void **state)
{
    static const char *const paths[] = { "tests/cases/feed/good-feed.xml",
                                         "content-schema/centre-example.xml",
                                         "content-schema/hide-example.xml" };
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        struct str whole = repository_file(*state, paths[i]);
        for (size_t bytes = 0; bytes < str_trim(whole).bytes; bytes += 1) {
            struct arena *arena = arena_new(TEST_ARENA_BYTES);
            struct report report = report_new(arena);
            struct str cut = str_slice(whole, 0, bytes);
            struct feed feed;
            struct profile profile;
            struct hide hide;
            assert_false(i == 0   ? feed_read(arena, cut, STR("a"), &report, &feed)
                         : i == 1 ? profile_read(arena, cut, STR("a"), &report, &profile)
                                  : hide_read(arena, cut, STR("a"), &report, &hide));
            assert_int_equal(report.count, 1);
            arena_free(arena);
        }
    }
}

/* Any byte may be any other: what is read then is fit to be used, and nothing crashes. */
static void a_changed_byte_never_crashes_a_reader(void **state)
{
    struct str whole = repository_file(*state, "tests/cases/feed/good-full.xml");
    char *bytes = str_c(*state, whole);
    static const char others[] = { '<', '>', '"', '&', '\0', ' ', '/', (char)0xFF };
    for (size_t i = 0; i < whole.bytes; i++) {
        struct arena *arena = arena_new(TEST_ARENA_BYTES);
        struct report report = report_new(arena);
        struct announcement announcement;
        bytes[i] = others[i % sizeof others];
        struct str changed = { bytes, whole.bytes };
        if (entry_read(arena, changed, STR("a.xml"), &report, &announcement))
            for (size_t block = 0; block < announcement.block_count; block++)
                assert_true(utf8_is_valid(announcement.blocks[block].text));
        else
            assert_true(report_has(&report, SEVERITY_BLOCK));
        bytes[i] = whole.at[i];
        arena_free(arena);
    }
}

static void the_place_of_an_error_is_true_in_one_long_line(void **state)
{
    struct report report;
    read_entry_with(*state, &report,
                    "<!-- äöå --><it:where\nmode='x'/>\r\n<it:cost free='maybe'>€</it:cost>"
                    "<it:show\n\n until='tomorrow'/>");
    static const unsigned places[][2] = { { 2, 13 }, { 4, 1 }, { 4, 34 } };
    assert_int_equal(report.count, ARRAY_LEN(places));
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        assert_int_equal(report.findings[i].where.line, places[i][0]);
        assert_int_equal(report.findings[i].where.column, places[i][1]);
    }
}

static void the_root_is_named_without_reading_the_rest(void **state)
{
    static const struct {
        const char *bytes, *name;
    } cases[] = {
        { "<feed/>", "feed" },
        { "<feed", "feed" },
        { "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <a> --><x:entry xmlns:x='y'>", "entry" },
        { "<!DOCTYPE html [<!-- <b> -->]><html>", "html" },
        { "<centre\nid='a'><broken", "centre" },
        { "nothing", "" },
        { "</a>", "" },
        { "<!-- never ends <a>", "" },
        { "", "" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_str(feed_root_name(*state, str_of(cases[i].bytes)), cases[i].name);
}

int run_harden_tests(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(bytes_that_are_no_xml_are_named_for_what_they_are),
        TEST(a_file_over_its_limit_is_not_looked_into),
        TEST(entities_that_multiply_are_refused_with_their_doctype),
        TEST(ten_thousand_levels_end_at_the_sixty_fifth),
        TEST(sixty_four_levels_are_read),
        TEST(a_tag_may_have_sixty_four_attributes),
        TEST(a_hundred_thousand_attributes_are_refused_at_once),
        TEST(attributes_in_comments_and_cdata_are_only_text),
        TEST(quotes_in_a_text_are_no_attributes),
        TEST(no_broken_tag_hides_attributes_from_the_guard),
        TEST(too_many_elements_end_a_document),
        TEST(a_cut_file_is_never_a_shorter_announcement),
        TEST(a_cut_feed_or_profile_is_never_a_shorter_one),
        TEST(a_changed_byte_never_crashes_a_reader),
        TEST(the_place_of_an_error_is_true_in_one_long_line),
        TEST(the_root_is_named_without_reading_the_rest),
    };
    return cmocka_run_group_tests_name("harden", tests, NULL, NULL);
}
