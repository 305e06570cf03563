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

static struct facing face(const struct made_notice *changed, bool is_other_picture)
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
    facing.before = made_item(facing.arena, &usual);
    facing.after = made_item(facing.arena, changed);
    facing.differences = differences_of(facing.arena, &context, &facing.before, &facing.after);
    return facing;
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

static void check(const struct made_notice *changed, const char *wanted)
{
    struct facing facing = face(changed, false);
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
        cmocka_unit_test(a_run_of_the_text_is_found_in_its_own_paragraph),
        cmocka_unit_test(blanks_before_the_first_words_move_no_run),
        cmocka_unit_test(many_changed_words_are_one_mark),
        cmocka_unit_test(another_picture_is_a_difference_though_its_words_are_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
