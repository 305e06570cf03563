/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Room: F2's capacities, letters against the distance of every display, margins, long lines and
 * broken words, and what nobody can read in peace. Slides are made by hand.
 */
#include "made_scene.h"
#include "rules/line_length.h"
#include "rules/size.h"

#include <math.h>
#include <stdlib.h>

static void expect_near(double is, double wanted, double within)
{
    if (fabs(is - wanted) > within)
        fail_msg("%.6f is not %.6f ± %g", is, wanted, within);
}

/* ---- F2 ------------------------------------------------------------------------------------ */

static void angles_are_millimetres_at_a_distance(void **state)
{
    static const double metres[] = { 2, 3, 5, 8 };
    static const struct {
        double arcmin, mm[4];
    } cases[] = {
        { 16, { 9.31, 13.96, 23.27, 37.23 } },
        { 20, { 11.64, 17.45, 29.09, 46.54 } },
        { 22, { 12.80, 19.20, 32.00, 51.20 } },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        for (size_t j = 0; j < ARRAY_LEN(metres); j++)
            expect_near(size_mm_of_arcmin(cases[i].arcmin, metres[j]), cases[i].mm[j], 0.0051);
    expect_near(size_mm_of_arcmin(1, 1), 0.2909, 0.00005);
}

static void ratios_are_angles(void **state)
{
    static const struct {
        double arcmin, ratio, within;
    } cases[] = {
        { 14.3, 240, 0.6 }, { 17.2, 200, 0.6 },  { 22.2, 155, 0.4 },
        { 28.6, 120, 0.3 }, { 31.3, 110, 0.25 }, { 42, 81.9, 0.06 },
        { 11.5, 300, 1.5 }, { 52, 66.1, 0.1 },   { 69, 49.8, 0.1 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        expect_near(size_ratio_of_arcmin(cases[i].arcmin), cases[i].ratio, cases[i].within);
    expect_near(size_degrees(10, 3000), 0.191, 0.0005); /* in degrees, not in minutes */
}

static void an_angle_of_pixels_is_that_of_its_millimetres(void **state)
{
    struct made_scene *made = *state;
    const struct display *display = made->displays[0];
    expect_near(size_arcmin(display, size_of_ratio(display, 155)), 22.18, 0.005);
    expect_near(size_arcmin(display, size_of_angle(display, 0.7)), 42, 1e-9);
}

static void each_display_holds_so_much(void **state)
{
    static const struct {
        double inches, metres;
        int columns, lines;
    } cases[] = {
        { 43, 3, 61, 11 }, { 43, 5, 36, 7 }, { 43, 8, 23, 4 },  { 55, 3, 78, 15 },
        { 55, 5, 47, 9 },  { 55, 8, 29, 5 }, { 65, 5, 55, 10 }, { 65, 8, 34, 6 },
    };
    struct made_scene *made = *state;
    struct display display = *made->displays[0];
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        display.diagonal_in = cases[i].inches;
        display.distance_m = cases[i].metres;
        struct size_capacity capacity = size_capacity(&display, SIZE_SETTING_USUAL);
        assert_int_equal(capacity.columns, cases[i].columns);
        assert_int_equal(capacity.lines, cases[i].lines);
    }
}

/* What senders are told before the centre's profile is known. */
static void the_reference_is_39_px_of_capitals(void **state)
{
    struct made_scene *made = *state;
    double cap = size_of_ratio(made->displays[0], 155);
    expect_near(cap, 39.04, 0.005);
    expect_near(cap / CAP_HEIGHT, 55, 0.5);
    expect_near(cap / CAP_HEIGHT / 1080 * 100, 5.1, 0.05);
}

/* ---- letter-height-min, low-vision-factor -------------------------------------------------- */

/* At 3 m on 43 inches capitals of 30.25 px (em 42.4) block and of 39.04 px (em 54.7) warn. */
static void letters_block_and_warn_on_each_display(void **state)
{
    static const struct {
        double size, distance;
        enum finding_code code;
    } cases[] = {
        { 42, 3, FINDING_LETTERS_TOO_SMALL },
        { 43, 3, FINDING_LETTERS_SMALL },
        { 54, 3, FINDING_LETTERS_SMALL },
        { 55, 3, NO_FINDING },
        { 55, 5, FINDING_LETTERS_TOO_SMALL },
        { 71, 5, FINDING_LETTERS_SMALL },
        { 92, 5, NO_FINDING },
        { 28, 2, FINDING_LETTERS_TOO_SMALL },
        { 29, 2, FINDING_LETTERS_SMALL },
        { 37, 2, NO_FINDING },
    };
    struct made_scene *made = *state;
    made_text(made, SCENE_TITLE, 100, 100, "Tule", 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        made->scene.letter_size = cases[i].size;
        made->profile.displays[0].distance_m = cases[i].distance;
        made_expect(made, rule_letter_height_min, cases[i].code);
    }
}

static void every_display_of_a_centre_is_looked_at(void **state)
{
    struct made_scene *made = *state;
    struct display displays[3] = { *made->displays[0], *made->displays[0], *made->displays[0] };
    const struct display *list[] = { &displays[0], &displays[1], &displays[2] };
    const struct scene *scenes[] = { &made->scene, &made->scene, &made->scene };
    made_text(made, SCENE_TITLE, 100, 100, "Tule", 0);
    made->scene.letter_size = 60;
    displays[1].name = STR("kaukana");
    displays[1].distance_m = 5;
    displays[2].name = STR("keskellä");
    displays[2].distance_m = 4;
    made->input.displays = list;
    made->input.scenes = scenes;
    made->input.display_count = 3;
    struct report report = report_new(made->arena);
    rule_letter_height_min(&made->input, &report);
    assert_int_equal(report.count, 2);
    assert_int_equal(report.findings[0].code, FINDING_LETTERS_TOO_SMALL);
    assert_int_equal(report.findings[0].severity, SEVERITY_BLOCK);
    assert_true(str_is(report.findings[0].args[0], "kaukana"));
    assert_int_equal(report.findings[1].code, FINDING_LETTERS_SMALL);
    assert_int_equal(report.findings[1].severity, SEVERITY_WARN);
    assert_true(str_is(report.findings[1].args[0], "keskellä"));
}

/* 1.4 for an acuity of 0.5: 43 inches at 3 m then want 59.3 px and 76.6 px. */
static void poor_sight_multiplies_both(void **state)
{
    static const struct {
        double size;
        enum finding_code code;
    } cases[] = { { 42, FINDING_LETTERS_TOO_SMALL },
                  { 59, FINDING_LETTERS_FOR_POOR_SIGHT },
                  { 60, FINDING_LETTERS_SMALL },
                  { 76, FINDING_LETTERS_SMALL },
                  { 77, NO_FINDING } };
    struct made_scene *made = *state;
    made_text(made, SCENE_TITLE, 100, 100, "Tule", 0);
    made->profile.rules[RULE_LOW_VISION_FACTOR] =
        (struct rule_setting){ .has_limit = true, .limit = 1.4 };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        made->scene.letter_size = cases[i].size;
        made_expect(made, rule_letter_height_min, cases[i].code);
    }
}

/* ---- safe-area ----------------------------------------------------------------------------- */

/* Letters of 60 px are 30 px wide here; their line starts 96 px from the edge at 1080p. */
static void letters_keep_from_the_edge(void **state)
{
    static const struct {
        int x, y;
        enum finding_code code;
    } cases[] = {
        { 96, 300, NO_FINDING },   { 95, 300, FINDING_NEAR_EDGE },
        { 96, 36, NO_FINDING },    { 96, 30, FINDING_NEAR_EDGE },
        { 96, 964, NO_FINDING },   { 96, 970, FINDING_NEAR_EDGE },
        { 1704, 300, NO_FINDING }, { 1705, 300, FINDING_NEAR_EDGE },
    };
    struct made_scene *made = *state;
    struct scene_text *text = made_text(made, SCENE_BODY, 96, 300, "Tule", 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        text->box.x = cases[i].x;
        text->box.y = cases[i].y;
        made_expect(made, rule_safe_area, cases[i].code);
    }
}

static void the_margin_is_the_centres(void **state)
{
    struct made_scene *made = *state;
    made_text(made, SCENE_BODY, 50, 300, "Tule", 0);
    const struct finding *finding = made_expect(made, rule_safe_area, FINDING_NEAR_EDGE);
    assert_true(str_is(finding->args[2], "5"));
    made->profile.rules[RULE_SAFE_AREA] = (struct rule_setting){ .has_limit = true, .limit = 2 };
    made_expect(made, rule_safe_area, NO_FINDING);
}

static void a_code_keeps_from_the_edge_but_not_its_quiet_zone(void **state)
{
    struct made_scene *made = *state;
    struct scene_part *part = &made->parts[made->scene.count++];
    part->kind = SCENE_QR;
    part->qr.modules = 25;
    part->qr.module_px = 10;
    part->qr.box = (struct box){ 56, 300, 330, 330 };
    made_expect(made, rule_safe_area, NO_FINDING);
    part->qr.box.x = 55;
    made_expect(made, rule_safe_area, FINDING_NEAR_EDGE);
}

static void pictures_and_fills_may_reach_the_edge(void **state)
{
    struct made_scene *made = *state;
    made_fill(made, (struct box){ 0, 0, 1920, 100 }, 0);
    struct scene_part *part = &made->parts[made->scene.count++];
    part->kind = SCENE_PICTURE;
    part->picture.box = (struct box){ 1400, 0, 520, 1080 };
    made_expect(made, rule_safe_area, NO_FINDING);
}

/* ---- capacity ------------------------------------------------------------------------------ */

/* At 8 m the least letters of a 43-inch display leave room for 35 × 6 characters. */
static void the_worst_display_tells_what_it_holds(void **state)
{
    struct made_scene *made = *state;
    struct display far = *made->displays[0], farther = far;
    const struct display *displays[] = { made->displays[0], &far, &farther };
    const struct scene *scenes[] = { &made->scene, &made->scene, &made->scene };
    far.distance_m = 8;
    farther.distance_m = 9;
    farther.name = STR("halli");
    made->input.displays = displays;
    made->input.scenes = scenes;
    made->input.display_count = 2;
    made->scene.text_characters = 210;
    made->scene.characters_over = 90;
    made_expect(made, rule_capacity, NO_FINDING);
    made->scene.text_characters = 211;
    made->input.display_count = 3;
    const struct finding *finding = made_expect(made, rule_capacity, FINDING_NO_ROOM);
    assert_true(str_is(finding->args[0], "halli"));
    assert_true(str_is(finding->args[1], "155")); /* 31 × 5 */
    assert_true(str_is(finding->args[2], "211"));
    assert_true(str_is(finding->args[3], "56"));
}

static void capacity_and_overflow_do_not_both_speak(void **state)
{
    struct made_scene *made = *state;
    made->profile.displays[0].distance_m = 8;
    made->scene.characters_over = 90;
    made->scene.text_characters = 210;
    made_expect(made, rule_overflow, FINDING_OVERFLOW_TEXT);
    made->scene.text_characters = 211;
    made_expect(made, rule_overflow, NO_FINDING);
    made_expect(made, rule_capacity, FINDING_NO_ROOM);
}

/* ---- line-length --------------------------------------------------------------------------- */

static void long_lines_are_judged_in_three_steps(void **state)
{
    static const struct {
        long characters, limit;
        enum line_verdict verdict;
    } cases[] = {
        { 50, 60, LINE_FINE },  { 51, 60, LINE_ADVISE }, { 60, 60, LINE_ADVISE },
        { 61, 60, LINE_WARN },  { 80, 60, LINE_WARN },   { 81, 60, LINE_BLOCK },
        { 37, 37, LINE_FINE },  { 38, 37, LINE_WARN },   { 80, 80, LINE_ADVISE },
        { 81, 80, LINE_BLOCK },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(line_length_verdict(cases[i].characters, cases[i].limit),
                         cases[i].verdict);
}

static void lines_of_a_picture_slide_are_counted(void **state)
{
    static const char long_line[] =
        "Tervetuloa keskiviikkona kahville ja juttelemaan muiden kanssa"; /* 62 */
    struct made_scene *made = *state;
    struct seen_word words[] = { { .text = STR("Tule"), .confidence = 90 },
                                 { .text = str_of(long_line), .confidence = 90 },
                                 { .text = STR("mukaan"), .confidence = 90 } };
    struct seen_line lines[] = { { .first_word = 0, .word_count = 1 },
                                 { .first_word = 1, .word_count = 1 } };
    struct seen seen = {
        .text_was_read = true, .words = words, .word_count = 3, .lines = lines, .line_count = 2
    };
    struct rule_picture picture = { .seen = &seen };
    made->input.picture = &picture;
    made_expect(made, rule_line_length, NO_FINDING); /* not a picture slide */
    made->announcement.kind = KIND_PICTURE_SLIDE;
    const struct finding *finding = made_expect(made, rule_line_length, FINDING_LINE_LONG);
    assert_true(str_is(finding->args[0], "62"));
    lines[1].word_count = 2;
    finding = made_expect(made, rule_line_length, FINDING_LINE_LONG);
    assert_true(str_is(finding->args[0], "69"));
    words[1].confidence = 40; /* a ghost */
    made_expect(made, rule_line_length, NO_FINDING);
}

/* ---- auto-hyphen --------------------------------------------------------------------------- */

static void words_are_never_broken_by_the_screen(void **state)
{
    static const struct {
        const char *text;
        size_t first, second; /* bytes: the first line ends, the second begins */
        enum finding_code code;
    } cases[] = {
        { "lukupiiri alkaa", 9, 10, NO_FINDING },
        { "lukupiiri alkaa", 4, 4, FINDING_WORD_BROKEN },
        { "työpaja-ilta", 9, 9, NO_FINDING }, /* behind a hyphen of the sender's */
        { "9–15 ja", 4, 4, NO_FINDING },
    };
    struct made_scene *made = *state;
    struct scene_text *above = made_text(made, SCENE_BODY, 100, 300, "", 0);
    struct scene_text *below = made_text(made, SCENE_BODY, 100, 380, "", 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str text = str_of(cases[i].text);
        above->line.text = str_slice(text, 0, cases[i].first);
        below->line.text = str_slice(text, cases[i].second, text.bytes);
        made_expect(made, rule_auto_hyphen, cases[i].code);
    }
}

/* ---- auto-advance -------------------------------------------------------------------------- */

/* 3 s + 208 / 8 + 3 × 2 s = 35 s. */
static void a_long_slide_wants_a_link(void **state)
{
    struct made_scene *made = *state;
    made->scene.text_characters = 208;
    made->scene.fact_lines = 3;
    made_expect(made, rule_auto_advance, NO_FINDING);
    made->scene.text_characters = 209;
    const struct finding *finding = made_expect(made, rule_auto_advance, FINDING_CANNOT_PAUSE);
    assert_int_equal(finding->severity, SEVERITY_ADVISE);
    assert_true(str_is(finding->args[0], "36"));
    made->profile.rules[RULE_AUTO_ADVANCE].is_off = true; /* there is a button on site */
    made_expect(made, rule_auto_advance, NO_FINDING);
    made->profile.rules[RULE_AUTO_ADVANCE].is_off = false;
    made->announcement.link = STR("https://yhdistys.example.fi/");
    made_expect(made, rule_auto_advance, NO_FINDING);
}

#define TEST(name) cmocka_unit_test(name)
#define MADE(name) cmocka_unit_test_setup_teardown(name, made_scene_open, made_scene_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(angles_are_millimetres_at_a_distance),
        TEST(ratios_are_angles),
        MADE(an_angle_of_pixels_is_that_of_its_millimetres),
        MADE(each_display_holds_so_much),
        MADE(the_reference_is_39_px_of_capitals),
        MADE(letters_block_and_warn_on_each_display),
        MADE(every_display_of_a_centre_is_looked_at),
        MADE(poor_sight_multiplies_both),
        MADE(letters_keep_from_the_edge),
        MADE(the_margin_is_the_centres),
        MADE(a_code_keeps_from_the_edge_but_not_its_quiet_zone),
        MADE(pictures_and_fills_may_reach_the_edge),
        MADE(the_worst_display_tells_what_it_holds),
        MADE(capacity_and_overflow_do_not_both_speak),
        TEST(long_lines_are_judged_in_three_steps),
        MADE(lines_of_a_picture_slide_are_counted),
        MADE(words_are_never_broken_by_the_screen),
        MADE(a_long_slide_wants_a_link),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
