/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "compare/differences.h"
#include "compare_tests.h"
#include "made.h"

#include <stdio.h>

#define NOW INT64_C(1795507200) /* Tuesday 2026-11-24 10:00 in Helsinki */

static const struct made_notice usual = { .id = "1" };

struct facing {
    struct arena *arena;
    struct item before, after;
    struct differences differences;
};

static struct facing face_both(const struct made_notice *before, const struct made_notice *changed,
                               bool is_other_picture)
{
    struct facing facing = { .arena = arena_new(MADE_BYTES_MAX) };
    struct profile profile;
    profile_reference(facing.arena, &profile);
    const struct difference_context context = {
        .profile = &profile,
        .zone = zone_open(facing.arena, NULL, STR("Europe/Helsinki")),
        .now = NOW,
        .language = LANGUAGE_FI,
        .is_other_picture = is_other_picture,
    };
    facing.before = made_item(facing.arena, before);
    facing.after = made_item(facing.arena, changed);
    facing.differences = differences_of(facing.arena, &context, &facing.before, &facing.after);
    return facing;
}

static struct facing face(const struct made_notice *changed, bool is_other_picture)
{
    return face_both(&usual, changed, is_other_picture);
}

/* As a test file can show it. */
static void make_spaces_plain(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (from[0] == '\xC2' && from[1] == '\xA0') {
            *to++ = ' ';
            from++;
        } else {
            *to++ = *from;
        }
    *to = '\0';
}

static void check_both(const struct made_notice *before, const struct made_notice *changed,
                       const char *wanted)
{
    struct facing facing = face_both(before, changed, false);
    struct text told = text_new(facing.arena, 4096);
    for (size_t i = 0; i < facing.differences.count; i++) {
        const struct difference *difference = &facing.differences.at[i];
        text_format(&told, "%.*s: %.*s -> %.*s\n", STR_ARG(difference->label),
                    STR_ARG(difference->before), STR_ARG(difference->after));
    }
    char *plain = str_c(facing.arena, text_str(&told));
    make_spaces_plain(plain);
    assert_string_equal(plain, wanted);
    arena_free(facing.arena);
}

static void check(const struct made_notice *changed, const char *wanted)
{
    check_both(&usual, changed, wanted);
}

static void the_same_notice_has_no_differences(void **state)
{
    (void)state;
    check(&usual, "");
}

static void each_thing_is_told_as_the_slide_tells_it(void **state)
{
    const struct made_notice title = { .title = "Tule teatteripiiriin" };
    const struct made_notice when = { .when = "<it:when start=\"2026-12-01T18:00:00+02:00\" "
                                              "end=\"2026-12-01T19:30:00+02:00\" "
                                              "tz=\"Europe/Helsinki\"/>" };
    const struct made_notice sender = { .sender = "Toinen yhdistys ry" };
    const struct made_notice summary = { .summary = "Luemme kirjoja." };
    const struct made_notice cost = { .more = "<it:cost free=\"true\">Ei maksa.</it:cost>" };
    (void)state;
    check(&title, "Title: Tule lukupiiriin -> Tule teatteripiiriin\n");
    check(&summary, "Lead: Luemme yhdessä kirjoja. -> Luemme kirjoja.\n");
    check(&sender, "Organisations: Esimerkki ry -> Toinen yhdistys ry\n");
    check(&cost, "Hinta:  -> Ei maksa\n");
    check(&when, "Milloin: ti 24.11. klo 17–18.30 -> ti 1.12. klo 18–19.30\n"
                 "On the screens: to 19.11. – ti 24.11. -> to 19.11. – ti 1.12.\n");
}

/* The same dates written otherwise: a rule that ends, and the date itself. */
static void another_way_to_write_the_same_is_no_difference(void **state)
{
    const struct made_notice rule = { .when = "<it:when start=\"2026-11-24T15:00:00Z\" "
                                              "end=\"2026-11-24T16:30:00Z\" "
                                              "tz=\"Europe/Helsinki\"/>" };
    (void)state;
    check(&rule, "");
}

static void another_blank_is_no_difference(void **state)
{
    const struct made_notice hard = { .title = "Tule\xC2\xA0lukupiiriin",
                                      .text = "<p>Et  tarvitse omaa\xC2\xA0kirjaa.</p>"
                                              "<p>Saat kahvia ja teetä.</p>" };
    (void)state;
    check(&hard, "");
}

static void the_same_letters_in_other_bytes_are_no_difference(void **state)
{
    const struct made_notice parts = { .summary = "Luemme yhdessa\xCC\x88 kir\xC2\xADjoja." };
    (void)state;
    check(&parts, "");
}

static void a_run_of_the_text_is_found_in_its_own_paragraph(void **state)
{
    const struct made_notice text = { .text = "<p>Et tarvitse omaa kirjaa.</p>"
                                              "<p>Saat mehua ja teetä.</p>" };
    struct facing facing = face(&text, false);
    (void)state;
    assert_int_equal(facing.differences.count, 1);
    const struct difference *difference = &facing.differences.at[0];
    assert_int_equal(difference->come.count, 1);
    struct finding finding = difference_finding(difference, &facing.after.announcement,
                                                difference->after, difference->come.at[0]);
    assert_true(str_is(finding.span, "mehua"));
    assert_int_equal(finding.span_start, 5);
    assert_int_equal(finding.span_length, 5);
    assert_int_equal(finding.where.column, facing.after.announcement.blocks[1].column);
    arena_free(facing.arena);
}

#define DATE(day, more)                                                                            \
    "<it:when start=\"" day "T17:00:00+02:00\" end=\"" day "T18:30:00+02:00\" "                    \
    "tz=\"Europe/Helsinki\"" more "/>"
#define FOUR_DATES                                                                                 \
    DATE("2026-11-24", "")                                                                         \
    DATE("2026-11-26", "") DATE("2026-12-01", "") DATE("2026-12-03", "")

static void a_date_that_no_slide_has_room_for_is_told(void **state)
{
    const struct made_notice four = { .when = FOUR_DATES };
    const struct made_notice five = { .when = FOUR_DATES DATE("2026-12-08", "") };
    const struct made_notice moved = { .when = FOUR_DATES DATE("2026-12-10", "") };
    const struct made_notice off = { .when =
                                         FOUR_DATES DATE("2026-12-08", " status=\"cancelled\"") };
    const struct made_notice open = { .when =
                                          FOUR_DATES "<it:when start=\"2026-12-08T17:00:00+02:00\" "
                                                     "tz=\"Europe/Helsinki\"/>" };
    (void)state;
    check_both(&four, &five,
               "On the screens: to 19.11. – to 3.12. -> to 19.11. – ti 8.12.\n"
               "Milloin:  -> ti 8.12.2026 klo 17–18.30\n");
    check_both(&five, &moved,
               "On the screens: to 19.11. – ti 8.12. -> to 19.11. – to 10.12.\n"
               "Milloin: ti 8.12.2026 klo 17–18.30 -> to 10.12.2026 klo 17–18.30\n");
    check_both(&five, &off,
               "Milloin: ti 8.12.2026 klo 17–18.30 -> ti 8.12.2026 klo 17–18.30 (cancelled)\n");
    check_both(&five, &open, "Milloin: ti 8.12.2026 klo 17–18.30 -> ti 8.12.2026 klo 17\n");
}

#define SERIES(rule, more)                                                                         \
    "<it:when start=\"2026-11-17T17:00:00+02:00\" end=\"2026-11-17T18:00:00+02:00\" "              \
    "tz=\"Europe/Helsinki\" rrule=\"FREQ=WEEKLY" rule "\"" more "/>"

static void the_end_of_a_series_and_its_gaps_are_told(void **state)
{
    const struct made_notice year = { .when = SERIES(";UNTIL=20270525", "") };
    const struct made_notice counted = { .when = SERIES(";COUNT=28", "") };
    const struct made_notice winter = { .when = SERIES(";UNTIL=20270202", "") };
    const struct made_notice endless = { .when = SERIES("", "") };
    const struct made_notice gap = { .when = SERIES(";UNTIL=20270525", " exdate=\"2027-02-09\"") };
    const struct made_notice endless_gap = { .when = SERIES("", " exdate=\"2027-02-09\"") };
    (void)state;
    check_both(&year, &winter,
               "On the screens: to 19.11. – ke 17.2. -> to 19.11. – ti 2.2.\n"
               "Milloin: joka tiistai, the last one ti 25.5.2027 -> "
               "joka tiistai, the last one ti 2.2.2027\n");
    check_both(&year, &endless,
               "Milloin: joka tiistai, the last one ti 25.5.2027 -> joka tiistai\n");
    check_both(&year, &counted, "");
    check_both(&year, &gap, "Milloin: ti 9.2.2027 klo 17–18 -> \n");
    check_both(&endless, &endless_gap, "Milloin: ti 9.2.2027 klo 17–18 -> \n");
}

static void of_many_dates_the_first_ten_that_differ_are_told(void **state)
{
    const struct made_notice day = { .when = SERIES(";BYDAY=TU,WE;UNTIL=20270525", "") };
    const struct made_notice gaps = {
        .when = SERIES(";BYDAY=TU,WE;UNTIL=20270525",
                       " exdate=\"2027-01-05 2027-01-06 2027-01-12 2027-01-13 2027-01-19 "
                       "2027-01-20 2027-01-26 2027-01-27 2027-02-02 2027-02-03 2027-02-09\"")
    };
    struct facing facing = face_both(&day, &gaps, false);
    (void)state;
    assert_int_equal(facing.differences.count, 1);
    assert_true(str_starts(facing.differences.at[0].before, "ti\xC2\xA0"
                                                            "5.1.2027"));
    assert_true(str_ends(facing.differences.at[0].before, "\n…"));
    assert_int_equal(facing.differences.at[0].after.bytes, 0);
    arena_free(facing.arena);
}

#define CENTRE(id) "<category scheme=\"urn:x-infotaulu:centre\" term=\"" id "\"/>"

/* Each stands behind the usual notice; the slide is the same. */
static void what_no_slide_says_is_told(void **state)
{
    static const struct {
        const char *before, *after, *wanted;
    } cases[] = {
        { "<it:show from=\"2026-11-20T08:00:00+02:00\" until=\"2026-12-01\"/>",
          "<it:show from=\"2026-11-20T12:30:00+02:00\" until=\"2026-12-01T16:00:00+02:00\"/>",
          "On the screens: pe 20.11. klo 8 – ti 1.12. -> pe 20.11. klo 12.30 – ti 1.12. klo 16\n" },
        { "<it:show from=\"2026-11-20T00:00:00+02:00\" until=\"2026-12-01\"/>",
          "<it:show from=\"2026-11-20\" until=\"2026-12-01T22:00:00Z\"/>", "" },
        { "<it:contact tel=\"0401234567\"/>",
          "<it:contact tel=\"0401234567\"/><it:contact name=\"Pekka\" email=\"p@y.example.fi\"/>",
          "Contacts:  -> Pekka, p@y.example.fi\n" },
        { "<it:contact tel=\"0401234567\"/>",
          "<it:contact tel=\"0407654321\"/><it:contact name=\"Pekka\" email=\"p@y.example.fi\"/>",
          "Soita: 040 123 4567 -> 040 765 4321\nContacts:  -> Pekka, p@y.example.fi\n" },
        { CENTRE("a") CENTRE("b"), CENTRE("b") CENTRE("a"), "" },
        { CENTRE("a"), CENTRE("a") CENTRE("b"), "Centres:  -> b\n" },
        { "<it:contact name=\"Maija\" tel=\"0401234567\"/>",
          "<it:contact name=\"Liisa\" tel=\"+358 40 123 4567\"/>",
          "Contacts: Maija, 040 123 4567 -> Liisa, 040 123 4567\n" },
        { "<it:signup required=\"false\" until=\"2026-11-23\">Tule vain.</it:signup>",
          "<it:signup required=\"false\" until=\"2026-11-24\">Tule vain.</it:signup>",
          "Ilmoittaudu: No sign-up is needed, viimeistään ma 23.11.2026, Tule vain. -> "
          "No sign-up is needed, viimeistään ti 24.11.2026, Tule vain.\n" },
        { "<it:where name=\"Kirjasto\"/>", "<it:where name=\"Uimahalli\"/>",
          "Missä: Kirjasto -> Uimahalli\n" },
        { "<it:cost free=\"false\">0 €</it:cost>", "<it:cost free=\"true\">0 €</it:cost>",
          "Hinta:  -> Ei maksa mitään\n" },
        { "<it:spoken langs=\"fi\"/>", "<it:spoken langs=\"fi so\"/>", "Kielet: fi -> fi so\n" },
        { "<rights>CC BY 4.0</rights>", "<rights>CC BY 4.0, Maija</rights>",
          "Rights: CC BY 4.0 -> CC BY 4.0, Maija\n" },
        { "", "<it:show priority=\"high\" seconds=\"20\"/>",
          "Importance: as usual -> important\nSlide time:  -> 20 s\n" },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct made_notice before = { .more = cases[i].before };
        const struct made_notice after = { .more = cases[i].after };
        check_both(&before, &after, cases[i].wanted);
    }
}

static void another_form_of_the_same_words_is_told(void **state)
{
    const struct made_notice list = { .text = "<p>Et tarvitse omaa kirjaa.</p>"
                                              "<ul><li>Saat kahvia ja teetä.</li></ul>" };
    const struct made_notice one = { .text =
                                         "<p>Et tarvitse omaa kirjaa. Saat kahvia ja teetä.</p>" };
    const struct made_notice strong = {
        .text = "<p>Et tarvitse <strong>omaa</strong> kirjaa.</p><p>Saat kahvia ja teetä.</p>"
    };
    (void)state;
    check(&list, "Text: ¶ Saat kahvia ja teetä. -> • Saat kahvia ja teetä.\n");
    check(&one, "Text: ¶ Et tarvitse omaa kirjaa.\n¶ Saat kahvia ja teetä. -> "
                "¶ Et tarvitse omaa kirjaa. Saat kahvia ja teetä.\n");
    check(&strong, "Text: ¶ Et tarvitse omaa kirjaa. -> ¶ Et tarvitse *omaa* kirjaa.\n");
}

/* The slide has no bullet that could be looked for: its text is marked. */
static void another_form_marks_the_whole_text(void **state)
{
    const struct made_notice list = { .text = "<ul><li>Et tarvitse omaa kirjaa.</li></ul>"
                                              "<p>Saat kahvia ja teetä.</p>" };
    struct facing facing = face(&list, false);
    struct finding findings[DIFFERENCE_MARKS_MAX];
    (void)state;
    assert_int_equal(facing.differences.count, 1);
    assert_int_equal(difference_findings(&facing.differences.at[0], &facing.after.announcement,
                                         SIDE_AFTER, findings),
                     1);
    assert_true(str_is(findings[0].where.element, "content"));
    assert_int_equal(findings[0].span.bytes, 0);
    arena_free(facing.arena);
}

/* XML never gives such a block; whoever makes an announcement otherwise might. */
static void blanks_before_the_first_words_move_no_run(void **state)
{
    struct block blocks[] = { { .text = STR(" \n"), .line = 1 },
                              { .text = STR("  Tule tänne."), .line = 2 },
                              { .text = STR("Saat mehua."), .line = 3 } };
    struct announcement announcement = { .blocks = blocks, .block_count = ARRAY_LEN(blocks) };
    const struct difference difference = { .element = STR("content"),
                                           .after = STR("Tule tänne.\nSaat mehua.") };
    struct finding first = difference_finding(&difference, &announcement, difference.after,
                                              (struct run){ 5, strlen("tänne.") });
    struct finding last = difference_finding(&difference, &announcement, difference.after,
                                             (struct run){ 18, strlen("mehua.") });
    (void)state;
    assert_int_equal(first.where.line, 2);
    assert_int_equal(first.span_start, 7);
    assert_true(str_is(last.span, "mehua."));
    assert_int_equal(last.where.line, 3);
    assert_int_equal(last.span_start, 5);
}

/* A text of 400 words of which every second one is another. */
static void many_changed_words_are_one_mark(void **state)
{
    struct arena *arena = arena_new(MADE_BYTES_MAX);
    struct finding findings[DIFFERENCE_MARKS_MAX];
    (void)state;
    for (size_t changed = 1; changed <= 200; changed += 13) {
        struct text before = text_new(arena, 4096), after = text_new(arena, 4096);
        struct difference difference = { .element = STR("summary") };
        for (size_t i = 0; i < 200; i++) {
            text_format(&before, "sana %s ", i < changed ? "vanha" : "sama");
            text_format(&after, "sana %s ", i < changed ? "uusi" : "sama");
        }
        difference.before = text_str(&before);
        difference.after = text_str(&after);
        words_compare(arena, difference.before, difference.after, &difference.gone,
                      &difference.come);
        size_t wanted = changed <= DIFFERENCE_MARKS_MAX ? changed : 1;
        const struct announcement none = { 0 };
        assert_int_equal(difference_findings(&difference, &none, SIDE_BEFORE, findings), wanted);
        assert_int_equal(difference_findings(&difference, &none, SIDE_AFTER, findings), wanted);
        assert_true(str_is(findings[0].where.element, "summary"));
        assert_true((findings[0].span.bytes == 0) == (changed > DIFFERENCE_MARKS_MAX));
    }
    arena_free(arena);
}

static void another_picture_is_a_difference_though_its_words_are_the_same(void **state)
{
    struct facing facing = face(&usual, true);
    (void)state;
    assert_int_equal(facing.differences.count, 1);
    assert_true(str_is(facing.differences.at[0].element, "img"));
    arena_free(facing.arena);
}

int differences_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_notice_has_no_differences),
        cmocka_unit_test(each_thing_is_told_as_the_slide_tells_it),
        cmocka_unit_test(another_way_to_write_the_same_is_no_difference),
        cmocka_unit_test(another_blank_is_no_difference),
        cmocka_unit_test(the_same_letters_in_other_bytes_are_no_difference),
        cmocka_unit_test(a_run_of_the_text_is_found_in_its_own_paragraph),
        cmocka_unit_test(a_date_that_no_slide_has_room_for_is_told),
        cmocka_unit_test(the_end_of_a_series_and_its_gaps_are_told),
        cmocka_unit_test(of_many_dates_the_first_ten_that_differ_are_told),
        cmocka_unit_test(what_no_slide_says_is_told),
        cmocka_unit_test(another_form_of_the_same_words_is_told),
        cmocka_unit_test(another_form_marks_the_whole_text),
        cmocka_unit_test(blanks_before_the_first_words_move_no_run),
        cmocka_unit_test(many_changed_words_are_one_mark),
        cmocka_unit_test(another_picture_is_a_difference_though_its_words_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
