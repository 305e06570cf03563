/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages, posters and the letter to the staff, of announcements made here. */
#include "layout/told.h"
#include "pages/pages.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define ARENA_BYTES ((size_t)256 << 20)
#define FILES_MAX 32
#define NB "\xc2\xa0" /* a no-break space */

struct rig {
    struct arena *arena;
    struct profile profile;
    const struct zone *zone;
    struct page_item items[3];
    struct pages pages;
    struct {
        struct str name, bytes;
    } files[FILES_MAX];
    size_t file_count;
};

static struct stamp stamp(const char *text)
{
    struct stamp stamp;
    assert_true(stamp_parse(str_of(text), &stamp));
    return stamp;
}

static struct page_item item(struct rig *rig, enum language language, int number, const char *title)
{
    struct page_item item = { .number = number };
    struct announcement *announcement = &item.item.announcement;
    announcement->language = language;
    announcement->language_tag = str_of(language_tag(language));
    announcement->title = str_of(title);
    announcement->kind = KIND_GROUP;
    announcement->summary = STR("Tule <mukaan> & juttele.");
    *ARENA_PUSH(rig->arena, announcement->authors, announcement->author_count) =
        (struct organisation){ .name = STR("Kukkulan \"järjestö\" ry") };
    announcement->link = STR("https://kukkula.example.fi/ryhma?a=1&b=\"2\"");
    struct when *when = ARENA_PUSH(rig->arena, announcement->whens, announcement->when_count);
    *when = (struct when){ .start = stamp("2026-11-24T17:00"), .end = stamp("2026-11-24T18:30") };
    when->repeat = (struct repeat){ .frequency = REPEAT_WEEKLY, .interval = 1 };
    return item;
}

static void add_block(struct rig *rig, struct page_item *item, enum block_kind kind,
                      const char *text)
{
    struct announcement *announcement = &item->item.announcement;
    *ARENA_PUSH(rig->arena, announcement->blocks, announcement->block_count) =
        (struct block){ .kind = kind, .text = str_of(text) };
}

static int set_up(void **state)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct rig *rig = ARENA_NEW(arena, struct rig);
    struct stamp now = stamp("2026-11-24T10:00:00+02:00");
    rig->arena = arena;
    i18n_start("en");
    profile_reference(arena, &rig->profile);
    rig->zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    rig->items[0] = item(rig, LANGUAGE_FI, 7, "Ryhmä <b>aikuisille</b>");
    rig->items[1] = item(rig, LANGUAGE_SV, 7, "Grupp för vuxna");
    rig->items[2] = item(rig, LANGUAGE_AR, 12, "مجموعة");
    rig->pages = (struct pages){ .profile = &rig->profile,
                                 .zone = rig->zone,
                                 .now = stamp_moment(&now, rig->zone),
                                 .items = rig->items,
                                 .count = 3 };
    *state = rig;
    return 0;
}

static int tear_down(void **state)
{
    struct rig *rig = *state;
    arena_free(rig->arena);
    return 0;
}

static void take(void *context, const char *name, struct str bytes)
{
    struct rig *rig = context;
    assert_true(rig->file_count < FILES_MAX);
    rig->files[rig->file_count].name = str_copy(rig->arena, str_of(name));
    rig->files[rig->file_count++].bytes = str_copy(rig->arena, bytes);
}

static void make(struct rig *rig)
{
    rig->file_count = 0;
    assert_true(pages_make(&rig->pages, take, rig));
}

static struct str file(const struct rig *rig, const char *name)
{
    for (size_t i = 0; i < rig->file_count; i++) {
        if (str_is(rig->files[i].name, name))
            return rig->files[i].bytes;
    }
    fail_msg("no file %s", name);
    return (struct str){ 0 };
}

static void assert_has(struct str page, const char *text)
{
    if (str_find(page, str_of(text)) < 0)
        fail_msg("\"%s\" is not in it:\n%.*s", text, STR_ARG(page));
}

static void assert_lacks(struct str page, const char *text)
{
    if (str_find(page, str_of(text)) >= 0)
        fail_msg("\"%s\" is in it", text);
}

static void every_number_has_a_page_a_poster_and_a_handout(void **state)
{
    struct rig *rig = *state;
    static const char *const names[] = { "index.html", "digest.eml",     "poster/peruttu.html",
                                         "7.html",     "poster/7.html",  "poster/7-a5.html",
                                         "12.html",    "poster/12.html", "poster/12-a5.html" };
    make(rig);
    assert_int_equal(rig->file_count, ARRAY_LEN(names));
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        assert_true(file(rig, names[i]).bytes > 0);
}

static void what_a_sender_wrote_is_never_markup(void **state)
{
    struct rig *rig = *state;
    make(rig);
    for (size_t i = 0; i < rig->file_count; i++) {
        if (str_ends(rig->files[i].name, ".eml"))
            continue;
        assert_lacks(rig->files[i].bytes, "<b>");
        assert_lacks(rig->files[i].bytes, "<mukaan>");
        assert_lacks(rig->files[i].bytes, "b=\"2\"");
    }
    assert_has(file(rig, "7.html"), "Ryhmä &lt;b&gt;aikuisille&lt;/b&gt;");
}

static void the_languages_of_a_notice_stand_on_one_page(void **state)
{
    struct rig *rig = *state;
    make(rig);
    struct str page = file(rig, "7.html");
    assert_has(page, "<article class=\"card\" id=\"fi\" lang=\"fi\">");
    assert_has(page, "<article class=\"card\" id=\"sv\" lang=\"sv\">");
    assert_has(page, "Joka tiistai");
    assert_has(page, "Varje tisdag");
    assert_has(file(rig, "12.html"), "lang=\"ar\" dir=\"rtl\"");
    assert_has(file(rig, "index.html"), "href=\"7.html#sv\"");
}

static void lists_and_paragraphs_keep_their_order(void **state)
{
    struct rig *rig = *state;
    add_block(rig, &rig->items[0], BLOCK_PARAGRAPH, "Ota mukaan:");
    add_block(rig, &rig->items[0], BLOCK_BULLET, "kynä");
    add_block(rig, &rig->items[0], BLOCK_BULLET, "paperi");
    add_block(rig, &rig->items[0], BLOCK_NUMBERED, "Tule\nsisään.");
    make(rig);
    assert_has(file(rig, "7.html"), "<p>Ota mukaan:</p>\n<ul>\n<li>kynä</li>\n<li>paperi</li>\n"
                                    "</ul>\n<ol>\n<li>Tule<br>sisään.</li>\n</ol>\n");
}

static void strong_words_stay_strong(void **state)
{
    struct rig *rig = *state;
    struct strong strong = { .start = 0, .bytes = 4 };
    add_block(rig, &rig->items[0], BLOCK_PARAGRAPH, "Kuka tahansa & kaikki");
    rig->items[0].item.announcement.blocks[0].strong = &strong;
    rig->items[0].item.announcement.blocks[0].strong_count = 1;
    make(rig);
    assert_has(file(rig, "7.html"), "<p><strong>Kuka</strong> tahansa &amp; kaikki</p>");
}

static void a_date_that_is_off_is_told_everywhere(void **state)
{
    struct rig *rig = *state;
    struct date day = { 2026, 12, 1 };
    rig->items[0].item.hidden_dates = &day;
    rig->items[0].item.hidden_date_count = 1;
    make(rig);
    assert_has(file(rig, "7.html"), "Peruttu: ti" NB "1.12. klo" NB "17–18.30");
    assert_has(file(rig, "poster/peruttu.html"), "<p>ti" NB "1.12. klo" NB "17–18.30</p>");
}

static void the_same_announcements_give_the_same_bytes(void **state)
{
    struct rig *rig = *state;
    struct str first[FILES_MAX];
    make(rig);
    size_t count = rig->file_count;
    for (size_t i = 0; i < count; i++)
        first[i] = rig->files[i].bytes;
    make(rig);
    assert_int_equal(rig->file_count, count);
    for (size_t i = 0; i < count; i++)
        assert_true(str_equal(rig->files[i].bytes, first[i]));
}

static void no_announcements_make_a_page_that_says_so(void **state)
{
    struct rig *rig = *state;
    rig->pages.count = 0;
    make(rig);
    assert_has(file(rig, "index.html"), "There are no announcements just now.");
}

static void the_letter_is_a_mail_that_waits_to_be_sent(void **state)
{
    struct rig *rig = *state;
    struct str term = STR("http://www.yso.fi/onto/yso/p2433");
    rig->items[0].item.announcement.audience_terms = &term;
    rig->items[0].item.announcement.audience_term_count = 1;
    make(rig);
    struct str letter = file(rig, "digest.eml");
    assert_has(letter, "X-Unsent: 1\r\n");
    assert_has(letter, "\r\nolder people\r\n- Nro 7: Ryhmä");
    assert_has(letter, "\r\nfor everybody\r\n");
}

static void names_of_pages_are_known_again(void **state)
{
    static const struct {
        const char *name;
        bool is_page;
    } cases[] = {
        { "7.html", true },
        { "poster/7.html", true },
        { "poster/7-a5.html", true },
        { "index.html", false },
        { "poster/peruttu.html", false },
        { "7.htm", false },
        { "feed.atom", false },
        { ".html", false },
        { "poster/.html", false },
        { "poster/x7.html", false },
        { "media/7.html", false },
        { "-7.html", false },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(pages_is_name(str_of(cases[i].name)), cases[i].is_page);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_number_has_a_page_a_poster_and_a_handout),
        TEST(what_a_sender_wrote_is_never_markup),
        TEST(the_languages_of_a_notice_stand_on_one_page),
        TEST(lists_and_paragraphs_keep_their_order),
        TEST(strong_words_stay_strong),
        TEST(a_date_that_is_off_is_told_everywhere),
        TEST(the_same_announcements_give_the_same_bytes),
        TEST(no_announcements_make_a_page_that_says_so),
        TEST(the_letter_is_a_mail_that_waits_to_be_sent),
        TEST(names_of_pages_are_known_again),
    };
    return cmocka_run_group_tests_name("pages", tests, NULL, NULL);
}
