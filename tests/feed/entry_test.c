/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an announcement says when it is read: each field, the text, the defaults. */
#include "feed_tests.h"

#include <stdlib.h>

static void assert_stamp(const struct stamp *stamp, enum stamp_kind kind, int day, int hour)
{
    assert_int_equal(stamp->kind, kind);
    assert_int_equal(stamp->civil.date.day, day);
    assert_int_equal(stamp->civil.hour, hour);
}

static struct announcement read_full(struct arena *arena)
{
    struct announcement read;
    struct report report = report_new(arena);
    struct str bytes = repository_file(arena, "tests/cases/feed/good-full.xml");
    assert_true(entry_read(arena, bytes, STR("full.xml"), &report, &read));
    assert_findings(&report, "");
    return read;
}

static void the_full_example_says_what_it_is(void **state)
{
    struct announcement read = read_full(*state);
    assert_str(read.id, "urn:uuid:4b1d2a68-6a0c-4f0e-9f6e-2b7f0d1c5a02");
    assert_str(read.group, "urn:uuid:4b1d2a68-6a0c-4f0e-9f6e-2b7f0d1c5a00");
    assert_str(read.language_tag, "fi-simple");
    assert_int_equal(read.language, LANGUAGE_FI);
    assert_true(read.simple);
    assert_str(read.title, "Perhekahvila maanantaisin");
    assert_str(read.summary, "Tule kahville ja tapaa muita perheitä.");
    assert_stamp(&read.updated, STAMP_MOMENT, 19, 10);
    assert_stamp(&read.published, STAMP_MOMENT, 18, 9);
    assert_int_equal(read.kind, KIND_GROUP);
    assert_int_equal(read.author_count, 2);
    assert_str(read.authors[0].name, "Niemelän Perheyhdistys ry");
    assert_str(read.authors[0].uri, "https://perheyhdistys.example.fi");
    assert_str(read.authors[0].email, "toimisto@perheyhdistys.example.fi");
    assert_str(read.authors[1].name, "Niemelän seurakunta");
    assert_str(read.link, "https://perheyhdistys.example.fi/kahvila");
    assert_str(read.rights, "Kuva: Niemelän Perheyhdistys ry");
    assert_int_equal(read.centre_count, 1);
    assert_str(read.centres[0], "niemela");
    assert_int_equal(read.audience_term_count, 1);
    assert_str(read.audience_terms[0], "p13050");
    assert_int_equal(read.number, 0);
    assert_str(read.where.file, "full.xml");
    assert_int_equal(read.where.line, 2);
    assert_int_equal(read.where.column, 1);
}

static void the_full_example_says_when_where_and_how(void **state)
{
    struct announcement read = read_full(*state);
    assert_int_equal(read.when_count, 2);
    assert_stamp(&read.whens[0].start, STAMP_MOMENT, 23, 10);
    assert_stamp(&read.whens[0].end, STAMP_MOMENT, 23, 12);
    assert_str(read.whens[0].zone_name, "Europe/Helsinki");
    assert_non_null(read.whens[0].zone);
    assert_int_equal(read.whens[0].repeat.frequency, REPEAT_WEEKLY);
    assert_int_equal(read.whens[0].exdate_count, 1);
    assert_int_equal(read.whens[0].exdates[0].day, 28);
    assert_false(read.whens[0].cancelled);
    assert_true(read.whens[1].cancelled);
    assert_null(read.whens[1].zone);
    assert_int_equal(read.venue_count, 1);
    assert_int_equal(read.venues[0].mode, PLACE_ON_SITE);
    assert_str(read.venues[0].name, "Asukastupa");
    assert_str(read.venues[0].extra, "Ovi on pihan puolella");
    assert_int_equal(read.venues[0].access, ACCESS_WHEELCHAIR | ACCESS_TOILET);
    assert_str(read.spoken, "fi so");
    assert_int_equal(read.contact_count, 1);
    assert_str(read.contacts[0].role, "ohjaaja");
    assert_str(read.contacts[0].tel, "040 000 0000");
    assert_str(read.audience, "Perheille, joissa on pieniä lapsia");
    assert_true(read.has_cost && read.cost_free);
    assert_str(read.cost, "Kahvi ei maksa mitään.");
    assert_true(read.has_signup);
    assert_false(read.signup_required);
    assert_stamp(&read.show.from, STAMP_DATE, 20, 0);
    assert_stamp(&read.show.until, STAMP_DATE, 31, 0);
    assert_int_equal(read.show.priority, PRIORITY_NORMAL);
    assert_int_equal(read.show.seconds, 20);
}

static void the_full_example_has_its_text_and_its_picture(void **state)
{
    struct announcement read = read_full(*state);
    assert_int_equal(read.block_count, 4);
    assert_str(read.blocks[0].text, "Kahvila on auki joka maanantai.\nLapset voivat leikkiä.");
    assert_int_equal(read.blocks[0].line, 22);
    assert_int_equal(read.blocks[0].column, 7);
    assert_int_equal(read.blocks[2].kind, BLOCK_BULLET);
    assert_int_equal(read.blocks[3].strong_count, 1);
    assert_int_equal(read.blocks[3].strong[0].start, 0);
    assert_int_equal(read.blocks[3].strong[0].bytes, strlen("lounas"));
    assert_true(read.has_picture);
    assert_str(read.picture.href, "kahvila.jpg");
    assert_str(read.picture.alt, "Äiti ja lapsi juovat kaakaota pöydän ääressä.");
    assert_str(read.picture.type, "image/jpeg");
    assert_int_equal(read.picture.line, 28);
}

static void what_is_left_out_has_its_default(void **state)
{
    struct report report;
    struct announcement read = read_entry_with(*state, &report, "");
    assert_findings(&report, "");
    assert_int_equal(read.kind, KIND_NOTICE);
    assert_str(read.group, "urn:a");
    assert_int_equal(read.show.priority, PRIORITY_NORMAL);
    assert_int_equal(read.show.until.kind, STAMP_NONE);
    assert_int_equal(read.published.kind, STAMP_NONE);
    assert_false(read.simple || read.has_cost || read.has_signup || read.has_picture);

    read = read_entry_with(*state, &report,
                           "<it:where name='Tupa'/><it:cost>5 euroa</it:cost><it:signup/>"
                           "<it:when start='2026-12-01'/>");
    assert_findings(&report, "");
    assert_int_equal(read.venues[0].mode, PLACE_ON_SITE);
    assert_false(read.cost_free);
    assert_true(read.signup_required);
    assert_int_equal(read.whens[0].end.kind, STAMP_NONE);
}

/* Joins the blocks: "kind text|kind text"; strong parts in *…*. */
static struct str blocks_as_text(struct arena *arena, const struct announcement *read)
{
    static const char marks[] = {
        [BLOCK_PARAGRAPH] = 'p', [BLOCK_BULLET] = '-', [BLOCK_NUMBERED] = '#'
    };
    struct text text = text_new(arena, 1 << 16);
    for (size_t i = 0; i < read->block_count; i++) {
        const struct block *block = &read->blocks[i];
        size_t done = 0;
        text_format(&text, "%s%c ", i > 0 ? "|" : "", marks[block->kind]);
        for (size_t j = 0; j < block->strong_count; j++) {
            const struct strong *strong = &block->strong[j];
            text_add(&text, str_slice(block->text, done, strong->start - done));
            text_format(&text, "*%.*s*",
                        STR_ARG(str_slice(block->text, strong->start, strong->bytes)));
            done = strong->start + strong->bytes;
        }
        text_add(&text, str_slice(block->text, done, block->text.bytes));
    }
    return text_str(&text);
}

static void white_space_is_what_a_browser_makes_of_it(void **state)
{
    static const struct {
        const char *xhtml, *text;
    } cases[] = {
        { "<p>a</p>", "p a" },
        { "<p>  a \n\t b  </p>\n  <p>c</p>", "p a b|p c" },
        { "<p>a<br/>b</p>", "p a\nb" },
        { "<p> a <br/> \n b <br/></p>", "p a\nb" },
        { "<p><br/>a<br/><br/>b</p>", "p a\n\nb" },
        { "<p>a&#160;b&#xAD;c &#160; d</p>", "p a\u00A0b\u00ADc \u00A0 d" },
        { "<p>a &amp; b &lt;c&gt; <![CDATA[<d> &amp;]]></p>", "p a & b <c> <d> &amp;" },
        { "<p>a<!-- not shown -->b<?php not shown ?>c</p>", "p abc" },
        { "<p></p><p> </p><p>&#160;</p><p><br/></p>", "p \u00A0" },
        { "a <p>b</p> c", "p a|p b|p c" },
        { "<p>&#228;&#xE4;ä</p>", "p äää" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report;
        struct str entry = str_format(*state,
                                      "<content type='xhtml'><div "
                                      "xmlns='http://www.w3.org/1999/xhtml'>%s</div></content>",
                                      cases[i].xhtml);
        struct announcement read = read_entry_with(*state, &report, entry.at);
        assert_str(blocks_as_text(*state, &read), cases[i].text);
        assert_findings(&report, "");
    }
}

static void strong_words_and_lists_keep_their_place(void **state)
{
    static const struct {
        const char *xhtml, *text, *finding;
    } cases[] = {
        { "<p>a <strong>b c</strong> d</p>", "p a *b c* d", "" },
        { "<p>a<strong> b </strong>c</p>", "p a *b* c", "" },
        { "<p><strong>a</strong><strong>b</strong></p>", "p *a**b*", "" },
        { "<p><strong> </strong>a</p>", "p a", "" },
        { "<p><strong>a<br/>b</strong></p>", "p *a\nb*", "" },
        { "<p>ä<strong>ö</strong></p>", "p ä*ö*", "" },
        { "<ul><li>a</li><li>b<br/>c</li></ul>", "- a|- b\nc", "" },
        { "<ol><li>a</li></ol><ul><li><strong>b</strong></li></ul>", "# a|- *b*", "" },
        { "<ul><li><p>a</p><p>b</p></li></ul>", "- a\nb", "" },
        { "<ul><li>a<ol><li>b</li><li>c</li></ol>d</li></ul>", "- a\nb\nc\nd", "MARKUP_UNKNOWN" },
        { "<h1>a</h1><p>b</p>", "p a|p b", "MARKUP_UNKNOWN" },
        { "<p>a <em>b</em> c</p>", "p a b c", "MARKUP_UNKNOWN" },
        { "<blockquote><p>a</p><p>b</p></blockquote>c", "p a|p b|p c", "MARKUP_UNKNOWN" },
        { "<ul><li>a<div>b</div>c</li></ul>", "- a\nb\nc", "MARKUP_UNKNOWN" },
        { "<p>a<x xmlns='urn:x'>b</x></p>", "p ab", "MARKUP_UNKNOWN" },
        { "<p>a<script>alert(1)</script>b</p>", "p ab", "MARKUP_FORBIDDEN" },
        { "<svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg>", "", "MARKUP_FORBIDDEN" },
        { "<p onclick='x()'>a</p>", "p a", "MARKUP_FORBIDDEN" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report;
        struct str entry = str_format(*state,
                                      "<content type='xhtml'><div "
                                      "xmlns='http://www.w3.org/1999/xhtml'>%s</div></content>",
                                      cases[i].xhtml);
        struct announcement read = read_entry_with(*state, &report, entry.at);
        assert_str(blocks_as_text(*state, &read), cases[i].text);
        assert_findings(&report, cases[i].finding);
    }
}

#define HASH_1 "0f34000000000000000000000000000000000000000000000000000000000001"

static void a_picture_finds_its_enclosure(void **state)
{
    static const struct {
        const char *image, *links, *href, *type, *finding;
    } cases[] = {
        { "<img src='a.jpg' alt='b'/>", "", "a.jpg", "", "" },
        { "<img src='a.jpg' alt='b'/>", "<link rel='enclosure' type='image/png' href='x.png'/>",
          "a.jpg", "image/png", "" },
        { "<img src='a.jpg' alt='b'/>",
          "<link rel='enclosure' type='image/png' href='x.png'/>"
          "<link rel='enclosure' type='image/jpeg' href='a.jpg'/>",
          "a.jpg", "image/jpeg", "" },
        { "<img src='a.jpg' alt='b'/>",
          "<link rel='enclosure' href='x.png'/><link rel='enclosure' href='y.jpg'/>", "a.jpg", "",
          "ATOM_TWICE" },
        { "", "<link rel='enclosure' type='image/png' href='slide.png'/>", "slide.png", "image/png",
          "" },
        { "<img src='a.jpg' alt='b'/><img src='c.jpg' alt='d'/>", "", "a.jpg", "", "ATOM_TWICE" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report;
        struct str entry = str_format(
            *state,
            "%s<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>%s</p></div>"
            "</content>",
            cases[i].links, cases[i].image);
        struct announcement read = read_entry_with(*state, &report, entry.at);
        assert_true(read.has_picture);
        assert_str(read.picture.href, cases[i].href);
        assert_str(read.picture.type, cases[i].type);
        assert_findings(&report, cases[i].finding);
    }
}

static void an_enclosure_tells_length_and_hash(void **state)
{
    struct report report;
    struct hash hash;
    struct announcement read = read_entry_with(*state, &report,
                                               "<link rel='enclosure' href='a' length='9999999999' "
                                               "it:sha256='" HASH_1 "'/>");
    assert_findings(&report, "");
    assert_true(read.picture.length == INT64_C(9999999999));
    assert_true(hash_parse(STR(HASH_1), &hash));
    assert_true(hash_equal(&hash, &read.picture.hash));
}

static void only_a_page_for_people_makes_the_code(void **state)
{
    struct report report;
    struct announcement read = read_entry_with(
        *state, &report,
        "<link rel='alternate' type='application/atom+xml' href='https://a.example'/>"
        "<link rel='related' href='b.xml'/><link rel='license' href='l'/>"
        "<link type='text/html' href='https://c.example/d?e=f&amp;g'/>");
    assert_findings(&report, "");
    assert_str(read.link, "https://c.example/d?e=f&g");
}

static void an_address_is_whole_or_a_finding(void **state)
{
    static const struct {
        const char *href, *finding;
    } cases[] = {
        { "https://a.example", "" },           { "http://a.example/b", "" },
        { "https://ä.example.fi/ö", "" },      { "www.a.example", "ATOM_LINK" },
        { "https://", "ATOM_LINK" },           { "https:///b", "ATOM_LINK" },
        { "https://a b", "ATOM_LINK" },        { "javascript:alert(1)", "ATOM_LINK" },
        { "mailto:a@a.example", "ATOM_LINK" }, { "", "ATOM_MISSING" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report;
        struct str link = str_format(*state, "<link href='%s'/>", cases[i].href);
        struct announcement read = read_entry_with(*state, &report, link.at);
        assert_findings(&report, cases[i].finding);
        assert_int_equal(read.link.bytes > 0, cases[i].finding[0] == '\0');
    }
}

static struct str long_text(struct arena *arena, const char *letter, size_t count)
{
    struct text text = text_new(arena, 1 << 20);
    for (size_t i = 0; i < count; i++)
        text_add_c(&text, letter);
    return text_str(&text);
}

static struct report report_of_title(struct arena *arena, size_t characters)
{
    struct report report = report_new(arena);
    struct announcement read;
    struct str bytes = str_format(
        arena,
        "<entry xmlns='http://www.w3.org/2005/Atom' xml:lang='fi'><id>a</id><title>%.*s</title>"
        "<updated>2026-11-19T10:00:00Z</updated><author><name>c</name></author></entry>",
        STR_ARG(long_text(arena, "ä", characters)));
    assert_true(entry_read(arena, bytes, STR("a.xml"), &report, &read));
    assert_int_equal(read.title.bytes, 2 * characters); /* never cut */
    return report;
}

static void a_title_may_have_two_hundred_characters(void **state)
{
    struct report report = report_of_title(*state, TITLE_CHARACTERS_MAX);
    assert_findings(&report, "");
    report = report_of_title(*state, TITLE_CHARACTERS_MAX + 1);
    assert_findings(&report, "ATOM_TOO_LONG");
    assert_str(report.findings[0].args[0], "title");
    assert_str(report.findings[0].args[1], "201");
    assert_str(report.findings[0].args[2], "200");
}

static struct report report_of_text(struct arena *arena, size_t characters)
{
    struct report report;
    struct str entry =
        str_format(arena,
                   "<summary>1234567890</summary><content type='xhtml'><div "
                   "xmlns='http://www.w3.org/1999/xhtml'><p>%.*s</p></div></content>",
                   STR_ARG(long_text(arena, "ä", characters)));
    struct announcement read = read_entry_with(arena, &report, entry.at);
    assert_int_equal(read.blocks[0].text.bytes, 2 * characters);
    return report;
}

static void all_text_may_have_four_thousand_characters(void **state)
{
    size_t author = strlen("Esimerkki ry"), summary = 10;
    struct report report = report_of_text(*state, TEXT_CHARACTERS_MAX - author - summary);
    assert_findings(&report, "");
    report = report_of_text(*state, TEXT_CHARACTERS_MAX - author - summary + 1);
    assert_findings(&report, "ATOM_TOO_LONG");
}

static void more_times_than_the_calendar_takes_are_a_finding(void **state)
{
    struct report report;
    struct str when = STR("<it:when start='2026-12-01'/>");
    struct announcement read =
        read_entry_with(*state, &report, long_text(*state, when.at, WHEN_COUNT_MAX).at);
    assert_findings(&report, "");
    assert_int_equal(read.when_count, WHEN_COUNT_MAX);
    read = read_entry_with(*state, &report, long_text(*state, when.at, WHEN_COUNT_MAX + 1).at);
    assert_findings(&report, "ATOM_VALUE");
    assert_int_equal(read.when_count, WHEN_COUNT_MAX);

    struct str days = long_text(*state, "2026-12-01 ", EXDATE_COUNT_MAX + 1);
    struct str entry =
        str_format(*state, "<it:when start='2026-12-01' exdate='%.*s'/>", STR_ARG(days));
    read = read_entry_with(*state, &report, entry.at);
    assert_findings(&report, "ATOM_VALUE");
    assert_int_equal(read.whens[0].exdate_count, EXDATE_COUNT_MAX);
}

static void days_left_out_stand_between_spaces_or_commas(void **state)
{
    struct report report;
    struct announcement read =
        read_entry_with(*state, &report,
                        "<it:when start='2026-12-01' exdate=' 2026-12-08,2026-12-15  "
                        "2026-12-22T10:00:00+02:00,'/>");
    assert_findings(&report, "");
    assert_int_equal(read.whens[0].exdate_count, 3);
    assert_int_equal(read.whens[0].exdates[2].day, 22);
}

static void an_end_before_its_start_is_a_finding(void **state)
{
    static const struct {
        const char *start, *end, *finding;
    } cases[] = {
        { "2026-12-01", "2026-12-01", "" },
        { "2026-12-02", "2026-12-01", "ATOM_ORDER" },
        { "2026-12-01T10:00", "2026-12-01T10:00", "" },
        { "2026-12-01T10:00", "2026-12-01T09:59", "ATOM_ORDER" },
        { "2026-12-01T10:00:00+02:00", "2026-12-01T09:00:00+00:00", "" },
        { "2026-12-01T10:00:00+02:00", "2026-12-01T10:30:00+03:00", "ATOM_ORDER" },
        { "2026-12-01T10:00:00+02:00", "2026-12-01", "" },
        { "2026-12-01T10:00:00+02:00", "2026-11-30", "ATOM_ORDER" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report;
        struct str when =
            str_format(*state, "<it:when start='%s' end='%s'/>", cases[i].start, cases[i].end);
        struct str show =
            str_format(*state, "<it:show from='%s' until='%s'/>", cases[i].start, cases[i].end);
        read_entry_with(*state, &report, when.at);
        assert_findings(&report, cases[i].finding);
        read_entry_with(*state, &report, show.at);
        assert_findings(&report, cases[i].finding);
    }
}

static void nobody_is_told_more_than_a_thousand_things(void **state)
{
    struct report report;
    struct announcement read = read_entry_with(
        *state, &report, long_text(*state, "<it:cost free='x'/><it:unknown/>", 3000).at);
    assert_true(read.has_cost);
    assert_int_equal(report.count, 1000);
    assert_true(report_is_final(&report));
}

static void warnings_never_crowd_a_block_out(void **state)
{
    struct report report;
    struct str entry =
        str_format(*state,
                   "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>%.*s<script/>"
                   "</div></content>",
                   STR_ARG(long_text(*state, "<em>a</em>", 2000)));
    read_entry_with(*state, &report, entry.at);
    assert_true(report_has_code(&report, FINDING_MARKUP_FORBIDDEN));
    assert_in_range(report.count, 2, 100);
}

/* All that was read lives in the arena: nothing points into the bytes or into libxml2. */
static void nothing_of_the_bytes_is_kept(void **state)
{
    struct str bytes = repository_file(*state, "tests/cases/feed/good-full.xml");
    char *own = memory_new(bytes.bytes, 1);
    struct report report = report_new(*state);
    struct announcement read;
    memcpy(own, bytes.at, bytes.bytes);
    struct str moved = { own, bytes.bytes };
    assert_true(entry_read(*state, moved, STR("a.xml"), &report, &read));
    memset(own, 'x', bytes.bytes);
    free(own);
    assert_str(read.title, "Perhekahvila maanantaisin");
    assert_str(read.venues[0].name, "Asukastupa");
    assert_str(read.blocks[2].text, "kahvia ja teetä");
}

int run_entry_tests(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_full_example_says_what_it_is),
        TEST(the_full_example_says_when_where_and_how),
        TEST(the_full_example_has_its_text_and_its_picture),
        TEST(what_is_left_out_has_its_default),
        TEST(white_space_is_what_a_browser_makes_of_it),
        TEST(strong_words_and_lists_keep_their_place),
        TEST(a_picture_finds_its_enclosure),
        TEST(an_enclosure_tells_length_and_hash),
        TEST(only_a_page_for_people_makes_the_code),
        TEST(an_address_is_whole_or_a_finding),
        TEST(a_title_may_have_two_hundred_characters),
        TEST(all_text_may_have_four_thousand_characters),
        TEST(more_times_than_the_calendar_takes_are_a_finding),
        TEST(days_left_out_stand_between_spaces_or_commas),
        TEST(an_end_before_its_start_is_a_finding),
        TEST(nobody_is_told_more_than_a_thousand_things),
        TEST(warnings_never_crowd_a_block_out),
        TEST(nothing_of_the_bytes_is_kept),
    };
    return cmocka_run_group_tests_name("entry", tests, NULL, NULL);
}
