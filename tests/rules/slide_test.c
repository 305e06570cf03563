/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How large the letters are and how much there is to read: the vectors of player/README.md, F1, F2
 * and F4, and every limit from both sides. The scenes are made by hand, a line or two each.
 */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "layout/reading.h"
#include "rules/contrast.h"
#include "rules/rule_set.h"
#include "rules/size.h"
#include "square.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TEST_BYTES_MAX (16u << 20)
#define TITLE_PARTS_MAX 3
#define BLOCKS_MAX 8
#define NO_FINDING FINDING_COUNT

struct slide {
    struct scene scene;
    struct scene_part parts[TITLE_PARTS_MAX];
};

struct rig {
    struct arena *arena;
    struct measure measure;
    struct profile profile;
    struct announcement announcement;
    struct block blocks[BLOCKS_MAX];
    struct display upright;
    struct slide slides[2];
    const struct scene *scenes[2];
    const struct display *displays[2];
    struct sender_text text;
    struct rule_input input;
};

static void set_title_lines(struct slide *slide, size_t lines)
{
    for (size_t i = 0; i < lines; i++) {
        struct scene_part *part = &slide->parts[i];
        part->kind = SCENE_TEXT;
        part->text.role = SCENE_TITLE;
        part->text.line.size = 104;
        part->text.box.width = 1000;
    }
    slide->scene.parts = slide->parts;
    slide->scene.count = lines;
    slide->scene.letter_size = 60;
    slide->scene.pages = 1;
}

static int open_rig(void **state)
{
    struct rig *rig = memory_new(1, sizeof *rig);
    rig->arena = arena_new(TEST_BYTES_MAX);
    rig->measure = square_measure();
    profile_reference(rig->arena, &rig->profile);
    rig->upright = rig->profile.displays[0];
    rig->upright.name = STR("kaytava");
    rig->announcement = (struct announcement){ .title = STR("Lue kirja kanssamme"),
                                               .blocks = rig->blocks,
                                               .block_count = 1 };
    rig->displays[0] = &rig->profile.displays[0];
    rig->displays[1] = &rig->upright;
    for (size_t i = 0; i < 2; i++) {
        set_title_lines(&rig->slides[i], 1);
        rig->scenes[i] = &rig->slides[i].scene;
    }
    rig->input = (struct rule_input){ .announcement = &rig->announcement,
                                      .profile = &rig->profile,
                                      .measure = &rig->measure,
                                      .scenes = rig->scenes,
                                      .displays = rig->displays,
                                      .display_count = 2,
                                      .texts = &rig->text };
    *state = rig;
    return 0;
}

static int close_rig(void **state)
{
    struct rig *rig = *state;
    arena_free(rig->arena);
    free(rig);
    return 0;
}

/* Just this finding, or none for NO_FINDING. */
static struct finding expect(struct rig *rig, rule_fn *rule, enum finding_code code)
{
    struct report report = report_new(rig->arena);
    report.settings = rig->profile.rules;
    rule(&rig->input, &report);
    if (code == NO_FINDING && report.count > 0)
        fail_msg("%s", finding_info(report.findings[0].code)->message);
    if (code == NO_FINDING)
        return (struct finding){ 0 };
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, code);
    return report.findings[0];
}

static void expect_arg(const struct finding *finding, size_t arg, const char *value)
{
    assert_true(arg < finding->arg_count);
    if (!str_is(finding->args[arg], value))
        fail_msg("argument %zu is %.*s, not %s", arg, STR_ARG(finding->args[arg]), value);
}

/* So many letters. */
static struct str letters(struct rig *rig, size_t count)
{
    char *text = ARENA_ARRAY(rig->arena, char, count + 1);
    memset(text, 'a', count);
    return (struct str){ text, count };
}

static void set_limit(struct rig *rig, enum rule rule, double limit)
{
    rig->profile.rules[rule].has_limit = true;
    rig->profile.rules[rule].limit = limit;
}

/* cmocka's own compares as float, which is too coarse. */
static void expect_near(double is, double expected, double within)
{
    if (!(fabs(is - expected) <= within))
        fail_msg("%.5f, not %.5f", is, expected);
}

/* ---- F1: contrast -------------------------------------------------------------------------- */

static struct colour colour_of(unsigned rgb)
{
    return (struct colour){ (uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb };
}

static void ratios_are_those_of_wcag(void **state)
{
    static const struct {
        unsigned a, b;
        double ratio;
    } cases[] = {
        { 0x000000, 0xFFFFFF, 21.0000 }, { 0x767676, 0xFFFFFF, 4.5422 },
        { 0x777777, 0xFFFFFF, 4.4781 },  { 0x595959, 0xFFFFFF, 7.0047 },
        { 0x5A5A5A, 0xFFFFFF, 6.8969 },  { 0x949494, 0xFFFFFF, 3.0335 },
        { 0x959595, 0xFFFFFF, 2.9953 },  { 0xAAAAAA, 0xFFFFFF, 2.3231 },
        { 0xFF0000, 0xFFFFFF, 3.9985 },  { 0xFF0000, 0x000000, 5.2520 },
        { 0x0000FF, 0xFFFFFF, 8.5925 },  { 0x0000FF, 0x000000, 2.4440 },
        { 0xFFFF00, 0xFFFFFF, 1.0738 },  { 0x008000, 0xFFFFFF, 5.1374 },
        { 0xFF0000, 0x008000, 1.2848 },  { 0xFFFFFF, 0x0A3C6E, 11.1441 },
        { 0x003580, 0xFFFFFF, 11.5325 }, { 0x808080, 0x000000, 5.3172 },
        { 0x123456, 0x123456, 1.0000 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct colour a = colour_of(cases[i].a), b = colour_of(cases[i].b);
        expect_near(contrast_ratio(a, b), cases[i].ratio, 0.00005);
        expect_near(contrast_ratio(b, a), cases[i].ratio, 0.00005);
    }
    expect_near(contrast_luminance(colour_of(0x000000)), 0, 1e-12);
    expect_near(contrast_luminance(colour_of(0xFFFFFF)), 1, 1e-12);
}

static struct colour grey(double value)
{
    uint8_t level = (uint8_t)floor(value);
    return (struct colour){ level, level, level };
}

/* Black or white laid over the worst pixel, mixed as SDL does. */
static void a_scrim_makes_any_picture_safe(void **state)
{
    struct colour white = colour_of(0xFFFFFF), black = colour_of(0x000000);
    (void)state;
    assert_true(contrast_ratio(white, grey(255 * (1 - 0.538))) >= 4.5);
    assert_true(contrast_ratio(white, grey(255 * (1 - 0.530))) < 4.5);
    assert_true(contrast_ratio(white, grey(255 * (1 - 0.651))) >= 7);
    assert_true(contrast_ratio(white, grey(255 * (1 - 0.643))) < 7);
    assert_true(contrast_ratio(black, grey(ceil(255 * 0.459 - 0.5))) >= 4.5);
    assert_true(contrast_ratio(black, grey(255 * 0.455)) < 4.5);
    assert_true(contrast_ratio(black, grey(255 * 0.585)) >= 7);
    assert_true(contrast_ratio(black, grey(255 * 0.580)) < 7);
    assert_true(contrast_luminance(grey(0x76)) <= 0.18333);
    assert_true(contrast_luminance(grey(0x77)) > 0.18333);
    assert_true(contrast_luminance(grey(0x75)) >= 0.175);
    assert_true(contrast_luminance(grey(0x74)) < 0.175);
}

/* ---- F2: letter height --------------------------------------------------------------------- */

static const double distances[] = { 2, 3, 5, 8 };

/* 1:200, 1:155 and 0.7 degrees at each distance, px. */
static void capitals_are_as_high_as_the_distance_asks(void **state)
{
    static const struct {
        double inches;
        int height;
        double px[4][3];
    } cases[] = {
        { 43,
          1080,
          { { 20.2, 26.0, 49.3 },
            { 30.3, 39.0, 73.9 },
            { 50.4, 65.1, 123.2 },
            { 80.7, 104.1, 197.1 } } },
        { 55,
          1080,
          { { 15.8, 20.3, 38.5 },
            { 23.7, 30.5, 57.8 },
            { 39.4, 50.9, 96.3 },
            { 63.1, 81.4, 154.1 } } },
        { 65,
          1080,
          { { 13.3, 17.2, 32.6 },
            { 20.0, 25.8, 48.9 },
            { 33.4, 43.0, 81.5 },
            { 53.4, 68.9, 130.4 } } },
        { 43,
          2160,
          { { 40.3, 52.1, 98.6 },
            { 60.5, 78.1, 147.9 },
            { 100.8, 130.1, 246.4 },
            { 161.4, 208.2, 394.3 } } },
        { 55,
          2160,
          { { 31.5, 40.7, 77.1 },
            { 47.3, 61.0, 115.6 },
            { 78.8, 101.7, 192.7 },
            { 126.2, 162.8, 308.2 } } },
        { 65,
          2160,
          { { 26.7, 34.4, 65.2 },
            { 40.0, 51.6, 97.8 },
            { 66.7, 86.1, 163.0 },
            { 106.7, 137.7, 260.8 } } },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        for (size_t j = 0; j < ARRAY_LEN(distances); j++) {
            struct display display = { .diagonal_in = cases[i].inches,
                                       .width = cases[i].height * 16 / 9,
                                       .height = cases[i].height,
                                       .distance_m = distances[j] };
            const double *px = cases[i].px[j];
            expect_near(size_of_ratio(&display, 200), px[0], 0.0501);
            expect_near(size_of_ratio(&display, 155), px[1], 0.0501);
            expect_near(size_of_angle(&display, 0.7), px[2], 0.0501);
        }
    }
}

static void heights_on_the_glass_depend_on_the_distance_alone(void **state)
{
    static const double mm[4][3] = {
        { 10.0, 12.90, 24.43 },
        { 15.0, 19.35, 36.65 },
        { 25.0, 32.26, 61.09 },
        { 40.0, 51.61, 97.74 },
    };
    static const double minutes16[] = { 9.31, 13.96, 23.27, 37.23 };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(distances); i++) {
        struct display display = {
            .diagonal_in = 32, .width = 1366, .height = 768, .distance_m = distances[i]
        };
        double px_per_mm = display_px_per_mm(&display);
        expect_near(size_of_ratio(&display, 200) / px_per_mm, mm[i][0], 0.005);
        expect_near(size_of_ratio(&display, 155) / px_per_mm, mm[i][1], 0.0051);
        expect_near(size_of_angle(&display, 0.7) / px_per_mm, mm[i][2], 0.0051);
        expect_near(size_of_angle(&display, 16.0 / 60) / px_per_mm, minutes16[i], 0.0051);
    }
}

/* 1:155 on the reference display is 39.04 px: an em of 54.7. */
static void letters_under_the_limit_are_told_for_each_display(void **state)
{
    struct rig *rig = *state;
    rig->slides[0].scene.letter_size = 55;
    expect(rig, rule_letter_height_min, NO_FINDING);
    rig->slides[1].scene.letter_size = 54;
    struct finding finding = expect(rig, rule_letter_height_min, FINDING_LETTERS_SMALL);
    assert_int_equal(finding.severity, SEVERITY_WARN);
    expect_arg(&finding, 0, "kaytava");
    expect_arg(&finding, 1, "19");
    expect_arg(&finding, 2, "20");
    assert_true(str_is(finding.limit, "19.4 mm"));
    set_limit(rig, RULE_LETTER_HEIGHT_MIN, 200);
    expect(rig, rule_letter_height_min, NO_FINDING);
}

static void letters_that_are_not_ours_or_do_not_fit_are_not_measured(void **state)
{
    struct rig *rig = *state;
    rig->slides[0].scene.letter_size = rig->slides[1].scene.letter_size = 43;
    rig->slides[0].scene.count = 0;
    rig->slides[1].scene.characters_over = 1;
    expect(rig, rule_letter_height_min, NO_FINDING);
    rig->slides[1].scene.characters_over = 0;
    rig->slides[1].scene.wide_word = STR("kokoontumispaikanvarausvuorolista");
    expect(rig, rule_letter_height_min, NO_FINDING);
    rig->slides[1].scene.wide_word = (struct str){ 0 };
    expect(rig, rule_letter_height_min, FINDING_LETTERS_SMALL);
}

/* 0.7 degrees is an em of 103.5 px there; 32 bold letters of it fill two lines of 1,000 px. */
static void a_title_too_long_for_large_letters_is_told(void **state)
{
    struct rig *rig = *state;
    rig->input.display_count = 1;
    rig->announcement.title = letters(rig, 33);
    expect(rig, rule_letter_height_title, NO_FINDING);
    rig->slides[0].parts[0].text.line.size = 103;
    struct finding finding = expect(rig, rule_letter_height_title, FINDING_TITLE_SMALL);
    assert_int_equal(finding.severity, SEVERITY_ADVISE);
    expect_arg(&finding, 2, "37");
    set_limit(rig, RULE_LETTER_HEIGHT_TITLE, 0.4);
    expect(rig, rule_letter_height_title, NO_FINDING);
    set_limit(rig, RULE_LETTER_HEIGHT_TITLE, 0.7);
    rig->announcement.title = letters(rig, 32);
    expect(rig, rule_letter_height_title, NO_FINDING);
}

static void the_title_of_joint_material_makes_room_for_its_cards(void **state)
{
    struct rig *rig = *state;
    rig->announcement.title = letters(rig, 60);
    rig->slides[0].parts[0].text.line.size = rig->slides[1].parts[0].text.line.size = 70;
    rig->announcement.kind = KIND_JOINT;
    expect(rig, rule_letter_height_title, NO_FINDING);
}

/* ---- title-length -------------------------------------------------------------------------- */

static void a_title_is_short(void **state)
{
    static const struct {
        size_t length;
        enum finding_code code;
    } cases[] = {
        { 40, NO_FINDING },
        { 41, FINDING_TITLE_LONG },
        { 70, FINDING_TITLE_LONG },
        { 71, FINDING_TITLE_TOO_LONG },
    };
    struct rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        rig->announcement.title = letters(rig, cases[i].length);
        expect(rig, rule_title_length, cases[i].code);
    }
    assert_int_equal(finding_info(FINDING_TITLE_LONG)->severity, SEVERITY_WARN);
    assert_int_equal(finding_info(FINDING_TITLE_TOO_LONG)->severity, SEVERITY_BLOCK);
    set_limit(rig, RULE_TITLE_LENGTH, 50);
    rig->announcement.title = letters(rig, 50);
    expect(rig, rule_title_length, NO_FINDING);
}

static void a_soft_hyphen_is_no_character(void **state)
{
    struct rig *rig = *state;
    rig->announcement.title = str_join(rig->arena, letters(rig, 40), STR("\xC2\xAD\xC2\xAD"));
    expect(rig, rule_title_length, NO_FINDING);
    rig->announcement.title = STR("ääääääääääääääääääääääääääääääääääääääää"); /* 40 of them */
    expect(rig, rule_title_length, NO_FINDING);
}

static void a_title_takes_two_lines_on_every_display(void **state)
{
    struct rig *rig = *state;
    set_title_lines(&rig->slides[1], 2);
    expect(rig, rule_title_length, NO_FINDING);
    set_title_lines(&rig->slides[1], 3);
    struct finding finding = expect(rig, rule_title_length, FINDING_TITLE_LINES);
    expect_arg(&finding, 0, "3");
    expect_arg(&finding, 2, "kaytava");
}

/* ---- F4: reading time, text-length --------------------------------------------------------- */

static void reading_takes_its_time(void **state)
{
    static const struct {
        int characters;
        double at_12, at_8, at_6;
    } cases[] = {
        { 74, 9.17, 12.25, 15.33 },
        { 120, 13, 18, 23 },
        { 216, 21, 30, 39 },
        { 456, 41, 60, 79 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        expect_near(reading_seconds(cases[i].characters, 0, 12), cases[i].at_12, 0.0051);
        expect_near(reading_seconds(cases[i].characters, 0, 8), cases[i].at_8, 0.0051);
        expect_near(reading_seconds(cases[i].characters, 0, 6), cases[i].at_6, 0.0051);
    }
    expect_near(reading_seconds(120, 4, 8), 26, 1e-9);
    assert_int_equal(reading_characters(30, 8), 216);
    assert_int_equal(reading_characters(60, 8), 456);
    assert_int_equal(reading_characters(60, 12), 684);
    assert_int_equal(reading_characters(2, 8), 0);
}

static void a_text_is_short(void **state)
{
    static const struct {
        size_t lead, body;
        enum finding_code code;
    } cases[] = {
        { 0, 216, NO_FINDING },        { 16, 200, NO_FINDING },
        { 0, 217, FINDING_TEXT_LONG }, { 17, 200, FINDING_TEXT_LONG },
        { 0, 456, FINDING_TEXT_LONG }, { 0, 457, FINDING_TEXT_TOO_LONG },
    };
    struct rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        rig->announcement.summary = letters(rig, cases[i].lead);
        rig->blocks[0].text = letters(rig, cases[i].body);
        expect(rig, rule_text_length, cases[i].code);
    }
    struct finding finding = expect(rig, rule_text_length, FINDING_TEXT_TOO_LONG);
    assert_int_equal(finding.severity, SEVERITY_BLOCK);
    expect_arg(&finding, 0, "457");
    expect_arg(&finding, 1, "456");
    expect_arg(&finding, 2, "1");
}

static void the_limit_follows_how_fast_the_centres_readers_read(void **state)
{
    struct rig *rig = *state;
    rig->profile.reading_cps = 6; /* 162 and 342 */
    rig->blocks[0].text = letters(rig, 162);
    expect(rig, rule_text_length, NO_FINDING);
    rig->blocks[0].text = letters(rig, 163);
    expect(rig, rule_text_length, FINDING_TEXT_LONG);
    rig->blocks[0].text = letters(rig, 343);
    expect(rig, rule_text_length, FINDING_TEXT_TOO_LONG);
    rig->profile.reading_cps = 8;
    set_limit(rig, RULE_TEXT_LENGTH, 342);
    rig->blocks[0].text = letters(rig, 342);
    expect(rig, rule_text_length, NO_FINDING);
    rig->blocks[0].text = letters(rig, 343);
    expect(rig, rule_text_length, FINDING_TEXT_LONG);
}

/* 216 characters and 15 lines of facts take just 60 s. */
static void a_whole_slide_is_read_while_it_stays(void **state)
{
    struct rig *rig = *state;
    rig->blocks[0].text = letters(rig, 200);
    rig->slides[1].scene.text_characters = 216;
    rig->slides[1].scene.fact_lines = 15;
    expect(rig, rule_text_length, NO_FINDING);
    rig->slides[1].scene.text_characters = 217;
    struct finding finding = expect(rig, rule_text_length, FINDING_SLIDE_TOO_LONG);
    assert_int_equal(finding.severity, SEVERITY_WARN);
    expect_arg(&finding, 0, "61");
    expect_arg(&finding, 1, "60");
    expect_arg(&finding, 2, "1");
    rig->slides[1].scene.fact_lines = 17;
    finding = expect(rig, rule_text_length, FINDING_SLIDE_TOO_LONG);
    expect_arg(&finding, 2, "33");
    rig->slides[1].scene.pages = 2; /* each is read for its part */
    expect(rig, rule_text_length, NO_FINDING);
}

static void cards_are_looked_up(void **state)
{
    struct rig *rig = *state;
    rig->blocks[0] = (struct block){ .kind = BLOCK_BULLET, .text = letters(rig, 300) };
    expect(rig, rule_text_length, FINDING_TEXT_LONG);
    rig->announcement.kind = KIND_JOINT;
    expect(rig, rule_text_length, NO_FINDING);
}

/* ---- duration-min-for-text ----------------------------------------------------------------- */

static void nobody_asks_for_less_than_the_reading_time(void **state)
{
    static const struct {
        int wished, characters;
        enum finding_code code;
    } cases[] = {
        { 0, 400, NO_FINDING },  /* no wish */
        { 18, 120, NO_FINDING }, /* 18.0 s */
        { 17, 120, FINDING_SECONDS_SHORT },
        { 18, 121, FINDING_SECONDS_SHORT }, /* 18.1 s */
        { 60, 600, NO_FINDING },            /* 78 s, but no slide stays longer than 60 */
        { 59, 600, FINDING_SECONDS_SHORT },
        { 5, 16, NO_FINDING }, /* the player keeps it for 10 s */
    };
    struct rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        rig->announcement.show.seconds = cases[i].wished;
        rig->slides[0].scene.text_characters = cases[i].characters;
        expect(rig, rule_duration_min_for_text, cases[i].code);
    }
    rig->announcement.show.seconds = 17;
    rig->slides[0].scene.text_characters = 121;
    struct finding finding = expect(rig, rule_duration_min_for_text, FINDING_SECONDS_SHORT);
    assert_int_equal(finding.severity, SEVERITY_BLOCK);
    expect_arg(&finding, 1, "19");
}

/* ---- message-levels ------------------------------------------------------------------------ */

static void a_list_has_few_items(void **state)
{
    struct rig *rig = *state;
    rig->announcement.block_count = 7;
    for (size_t i = 1; i < 6; i++)
        rig->blocks[i].kind = i % 2 ? BLOCK_BULLET : BLOCK_NUMBERED;
    expect(rig, rule_message_levels, NO_FINDING); /* five, and two paragraphs */
    rig->blocks[6].kind = BLOCK_BULLET;
    struct finding finding = expect(rig, rule_message_levels, FINDING_LIST_LONG);
    assert_int_equal(finding.severity, SEVERITY_ADVISE);
    expect_arg(&finding, 0, "6");
    rig->announcement.kind = KIND_JOINT;
    expect(rig, rule_message_levels, NO_FINDING);
}

/* ---- all-caps ------------------------------------------------------------------------------ */

static void expect_caps(struct rig *rig, const char *element, const char *text, const char *shouted)
{
    rig->text =
        (struct sender_text){ .kind = SENDER_TEXT, .element = element, .text = str_of(text) };
    rig->input.text_count = 1;
    struct report report = report_new(rig->arena);
    rule_all_caps(&rig->input, &report);
    if (report.count != (shouted != NULL))
        fail_msg("%s", text);
    if (shouted && !str_is(report.findings[0].span, shouted))
        fail_msg("%s: %.*s", text, STR_ARG(report.findings[0].span));
}

static void words_are_not_written_in_capitals(void **state)
{
    static const struct {
        const char *text, *shouted; /* NULL: passes */
    } cases[] = {
        { "Tule mukaan kerhoon.", NULL },
        { "TULKAA MUKAAN kerhoon.", NULL },
        { "TERVETULOA MUKAAN kerhoon.", "TERVETULOA MUKAAN" }, /* 16 letters */
        { "TERVETULOA MEIDÄN KERHOON huomenna.", "TERVETULOA MEIDÄN KERHOON" },
        { "Nyt: TERVETULOA IHAN KAIKKI MEIDÄN kerhoon", "TERVETULOA IHAN KAIKKI MEIDÄN" },
        { "TULE NYT HETI TÄNNE KLO 17", NULL }, /* up to four letters */
        { "TERVETULOA klo 17 MEIDÄN KERHOON", NULL },
        { "TERVETULOA 17.30 MEIDÄN KERHOON", "TERVETULOA 17.30 MEIDÄN KERHOON" },
        { "HYVINVOINTIALUE", NULL },                /* 15 letters */
        { "HYVINVOINTIALUEE", "HYVINVOINTIALUEE" }, /* 16 */
        { "VERTAISTUKI PERHEILLE", "VERTAISTUKI PERHEILLE" },
        { "UNICEF, UNESCO, SOSTE ja HLBTIQ", NULL },
        { "UNICEF:N, SOSTE:N JA MIELI:N", NULL },
        { "SPR:LLE HUS:IIN KELA:STA ADHD:STA", NULL },
        { "Kela, HUS, SPR, THL ja ADHD", NULL },
        { "ПРИХОДИТЕ НА НАШУ ВСТРЕЧУ СЕГОДНЯ", "ПРИХОДИТЕ НА НАШУ ВСТРЕЧУ СЕГОДНЯ" },
        { "مقهى اللغة مفتوح للجميع كل يوم", NULL },
        { "12345 67890 12345", NULL },
        { "", NULL },
    };
    struct rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        expect_caps(rig, "content", cases[i].text, cases[i].shouted);
    expect_caps(rig, "title", "TERVETULOA MEIDÄN KERHOON", "TERVETULOA MEIDÄN KERHOON");
    expect_caps(rig, "author name", "NIEMELÄN KYLÄTUPA YHDISTYS", NULL);
}

static void a_centre_has_acronyms_of_its_own(void **state)
{
    static struct str words[] = { { "POHDE", 5 }, { "lukupiiri", 9 } };
    struct rig *rig = *state;
    rig->profile.words = words;
    rig->profile.word_count = ARRAY_LEN(words);
    expect_caps(rig, "content", "POHDE JÄRJESTÄÄ KERHON", NULL);
    expect_caps(rig, "content", "LUKUPIIRI ALKAA MAANANTAINA", "LUKUPIIRI ALKAA MAANANTAINA");
}

/* ---- all of them --------------------------------------------------------------------------- */

static void what_is_not_laid_out_is_not_measured(void **state)
{
    static rule_fn *const rules[] = { rule_letter_height_min, rule_letter_height_title,
                                      rule_title_length, rule_text_length,
                                      rule_duration_min_for_text };
    struct rig *rig = *state;
    rig->input.display_count = 0;
    rig->announcement.title = letters(rig, 300);
    rig->announcement.show.seconds = 1;
    rig->blocks[0].text = letters(rig, 5000);
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        expect(rig, rules[i], NO_FINDING);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_rig, close_rig)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_are_those_of_wcag),
        cmocka_unit_test(a_scrim_makes_any_picture_safe),
        cmocka_unit_test(capitals_are_as_high_as_the_distance_asks),
        cmocka_unit_test(heights_on_the_glass_depend_on_the_distance_alone),
        CASE(letters_under_the_limit_are_told_for_each_display),
        CASE(letters_that_are_not_ours_or_do_not_fit_are_not_measured),
        CASE(a_title_too_long_for_large_letters_is_told),
        CASE(the_title_of_joint_material_makes_room_for_its_cards),
        CASE(a_title_is_short),
        CASE(a_soft_hyphen_is_no_character),
        CASE(a_title_takes_two_lines_on_every_display),
        cmocka_unit_test(reading_takes_its_time),
        CASE(a_text_is_short),
        CASE(the_limit_follows_how_fast_the_centres_readers_read),
        CASE(a_whole_slide_is_read_while_it_stays),
        CASE(cards_are_looked_up),
        CASE(nobody_asks_for_less_than_the_reading_time),
        CASE(a_list_has_few_items),
        CASE(words_are_not_written_in_capitals),
        CASE(a_centre_has_acronyms_of_its_own),
        CASE(what_is_not_laid_out_is_not_measured),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
