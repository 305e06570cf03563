/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colours: the figures of player/README.md for those who see colours differently, F3 over made
 * pictures and F3b inside them, and each rule from both sides on slides made by hand.
 */
#include "made_scene.h"
#include "rules/apca.h"
#include "rules/colour_vision.h"
#include "rules/contrast_baked.h"
#include "rules/contrast_over.h"
#include "rules/theme.h"

#include <math.h>
#include <stdlib.h>

#define WHITE 0xFFFFFF
#define BLACK 0x000000

static void expect_near(double is, double wanted, double within)
{
    if (fabs(is - wanted) > within)
        fail_msg("%.6f is not %.6f ± %g", is, wanted, within);
}

/* ---- how others see ------------------------------------------------------------------------ */

static void colours_are_seen_as_machado_says(void **state)
{
    static const struct {
        enum colour_vision vision;
        uint32_t a, b;
        double ratio;
    } cases[] = {
        { VISION_FULL, 0xFF0000, BLACK, 5.25 },      { VISION_PROTAN, 0xFF0000, BLACK, 3.29 },
        { VISION_FULL, 0xFF0000, 0x008000, 1.28 },   { VISION_PROTAN, 0xFF0000, 0x008000, 1.34 },
        { VISION_DEUTAN, 0xFF0000, 0x008000, 1.69 }, { VISION_TRITAN, 0xFF0000, 0x008000, 1.29 },
        { VISION_PROTAN, WHITE, BLACK, 21 },         { VISION_DEUTAN, WHITE, BLACK, 21 },
        { VISION_TRITAN, WHITE, BLACK, 21 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        expect_near(
            colour_vision_ratio(cases[i].vision, made_colour(cases[i].a), made_colour(cases[i].b)),
            cases[i].ratio, 0.005);
}

static void grey_looks_the_same_to_everybody(void **state)
{
    (void)state;
    for (enum colour_vision vision = VISION_FULL; vision < VISION_COUNT; vision++) {
        for (int level = 0; level < 256; level++) {
            const double grey = contrast_light((uint8_t)level), light[3] = { grey, grey, grey };
            double seen[3];
            colour_vision_light(vision, light, seen);
            for (int i = 0; i < 3; i++)
                expect_near(seen[i], grey, 1e-5);
        }
    }
}

/* The vectors that its author publishes. */
static void apca_gives_its_known_figures(void **state)
{
    static const struct {
        uint32_t text, ground;
        double lightness;
    } cases[] = {
        { 0x888888, WHITE, 63.0565 },    { WHITE, 0x888888, -68.5415 },
        { BLACK, 0xAAAAAA, 58.1463 },    { 0xAAAAAA, BLACK, -56.2411 },
        { 0x112233, 0xDDEEFF, 91.6683 }, { 0xDDEEFF, 0x112233, -93.0677 },
        { 0x112233, 0x444444, 8.3233 },  { 0x444444, 0x112233, -7.5269 },
        { 0x777777, 0x777777, 0 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        expect_near(apca_lightness(made_colour(cases[i].text), made_colour(cases[i].ground)),
                    cases[i].lightness, 0.0001);
}

/* ---- F3: over a picture -------------------------------------------------------------------- */

#define INK_WIDTH 120
#define INK_HEIGHT 40
#define EM 40.0

struct over_rig {
    struct arena *arena;
    uint8_t cover[INK_WIDTH * INK_HEIGHT];
    struct ink ink;
    struct pixels ground;
    uint32_t pixels[200 * 100];
    struct over_text text;
    struct over_word *words;
};

static int open_over(void **state)
{
    struct over_rig *rig = memory_new(1, sizeof *rig);
    rig->arena = arena_new(64u << 20);
    rig->ink = (struct ink){ rig->cover, INK_WIDTH, INK_HEIGHT, 30, 0, INK_WIDTH };
    rig->ground = (struct pixels){ rig->pixels, 200, 100 };
    rig->text = (struct over_text){
        .ink = &rig->ink, .left = 20, .top = 20, .em = EM, .colour = made_colour(WHITE)
    };
    *state = rig;
    return 0;
}

static int close_over(void **state)
{
    struct over_rig *rig = *state;
    arena_free(rig->arena);
    free(rig);
    return 0;
}

static void paint(struct pixels *pixels, struct box box, uint32_t rgb)
{
    for (int y = box.y; y < box.y + box.height; y++)
        for (int x = box.x; x < box.x + box.width; x++)
            pixels->at[y * pixels->width + x] = 0xFF000000u | rgb;
}

static void ink_box(struct over_rig *rig, struct box box)
{
    for (int y = box.y; y < box.y + box.height; y++)
        for (int x = box.x; x < box.x + box.width; x++)
            rig->cover[y * INK_WIDTH + x] = 255;
}

static size_t measure_over(struct over_rig *rig)
{
    const struct over_limit limit = { 4.5, 5 };
    return contrast_over(rig->arena, &rig->text, &rig->ground, &limit, &rig->words);
}

static void each_word_is_measured_by_itself(void **state)
{
    struct over_rig *rig = *state;
    ink_box(rig, (struct box){ 0, 10, 30, 20 });
    ink_box(rig, (struct box){ 33, 10, 10, 20 }); /* a gap within a word */
    ink_box(rig, (struct box){ 60, 10, 30, 20 });
    paint(&rig->ground, (struct box){ 0, 0, 200, 100 }, BLACK);
    paint(&rig->ground, (struct box){ 70, 0, 130, 100 }, 0xAAAAAA);
    assert_int_equal(measure_over(rig), 2);
    assert_int_equal(rig->words[0].left, 20);
    assert_int_equal(rig->words[0].right, 63);
    assert_int_equal(rig->words[1].left, 80);
    expect_near(rig->words[0].percentile, 21, 0.0001);
    assert_true(rig->words[0].is_readable);
    expect_near(rig->words[1].percentile, 2.3231, 0.0001);
    assert_false(rig->words[1].is_readable);
}

/* 30 × 20 px of ink grown by 3 px are 36 × 26 = 936 px: 46 of them lie under 5 %. */
static void single_bright_pixels_are_forgiven(void **state)
{
    struct over_rig *rig = *state;
    ink_box(rig, (struct box){ 0, 10, 30, 20 });
    paint(&rig->ground, (struct box){ 0, 0, 200, 100 }, BLACK);
    for (int i = 0; i < 46; i++)
        paint(&rig->ground, (struct box){ 20 + i % 15 * 2, 30 + i / 15 * 2, 1, 1 }, WHITE);
    assert_int_equal(measure_over(rig), 1);
    expect_near(rig->words[0].percentile, 21, 0.0001);
    expect_near(rig->words[0].lowest, 1, 0.0001);
    assert_int_equal(rig->words[0].hole, 1);
    assert_true(rig->words[0].is_readable);
    paint(&rig->ground, (struct box){ 20 + 46 % 15 * 2, 30 + 46 / 15 * 2, 1, 1 }, WHITE);
    measure_over(rig);
    expect_near(rig->words[0].percentile, 1, 0.0001);
    assert_false(rig->words[0].is_readable);
}

/* (0.3 × 0.536 × 40)² = 41.4 px may hang together. */
static void a_hole_is_not_forgiven(void **state)
{
    static const struct {
        struct box hole;
        bool is_readable;
    } cases[] = {
        { { 25, 35, 41, 1 }, true },  /* of these 28 px lie in the region */
        { { 25, 35, 8, 5 }, true },   /* 40 */
        { { 25, 35, 7, 6 }, false },  /* 42 */
        { { 150, 10, 20, 20 }, true } /* beside the word */
    };
    struct over_rig *rig = *state;
    ink_box(rig, (struct box){ 0, 10, 30, 20 });
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        paint(&rig->ground, (struct box){ 0, 0, 200, 100 }, BLACK);
        paint(&rig->ground, cases[i].hole, 0xAAAAAA);
        assert_int_equal(measure_over(rig), 1);
        assert_int_equal(rig->words[0].is_readable, cases[i].is_readable);
    }
}

static void the_ground_right_beside_a_letter_counts(void **state)
{
    struct over_rig *rig = *state;
    ink_box(rig, (struct box){ 0, 10, 30, 20 });
    paint(&rig->ground, (struct box){ 0, 0, 200, 100 }, BLACK);
    paint(&rig->ground, (struct box){ 0, 0, 200, 29 }, WHITE); /* the last row 1 px above the ink */
    measure_over(rig);
    expect_near(rig->words[0].lowest, 1, 0.0001);
    paint(&rig->ground, (struct box){ 0, 27, 200, 2 }, BLACK); /* now 4 px above it */
    measure_over(rig);
    expect_near(rig->words[0].lowest, 21, 0.0001);
}

static void what_lies_beyond_the_slide_is_left_out(void **state)
{
    struct over_rig *rig = *state;
    ink_box(rig, (struct box){ 0, 10, 30, 20 });
    paint(&rig->ground, (struct box){ 0, 0, 200, 100 }, BLACK);
    rig->text.left = -15;
    assert_int_equal(measure_over(rig), 1);
    expect_near(rig->words[0].percentile, 21, 0.0001);
    rig->text.left = 400;
    assert_int_equal(measure_over(rig), 1);
    assert_true(rig->words[0].is_readable);
}

/* ---- F3b: inside a picture ----------------------------------------------------------------- */

#define BAKED_WIDTH 160
#define BAKED_HEIGHT 60

struct baked_rig {
    struct arena *arena;
    uint32_t at[BAKED_WIDTH * BAKED_HEIGHT];
    struct pixels picture;
};

static int open_baked(void **state)
{
    struct baked_rig *rig = memory_new(1, sizeof *rig);
    rig->arena = arena_new(16u << 20);
    rig->picture = (struct pixels){ rig->at, BAKED_WIDTH, BAKED_HEIGHT };
    *state = rig;
    return 0;
}

static int close_baked(void **state)
{
    struct baked_rig *rig = *state;
    arena_free(rig->arena);
    free(rig);
    return 0;
}

static uint32_t between(uint32_t a, uint32_t b)
{
    return (a >> 1 & 0x7F7F7F) + (b >> 1 & 0x7F7F7F);
}

/* Strokes of 4 px every 10 px, each with a mixed pixel at either side, as smooth letters have. */
static void write_word(struct pixels *to, struct box box, uint32_t text, uint32_t ground)
{
    paint(to, (struct box){ box.x - 4, box.y - 4, box.width + 8, box.height + 8 }, ground);
    for (int x = box.x + 1; x + 5 < box.x + box.width; x += 10) {
        paint(to, (struct box){ x - 1, box.y, 6, box.height }, between(text, ground));
        paint(to, (struct box){ x, box.y, 4, box.height }, text);
    }
}

static void baked_letters_are_measured_exactly(void **state)
{
    static const struct {
        uint32_t text, ground;
        double ratio;
    } cases[] = {
        { 0xAAAAAA, WHITE, 2.3231 },  { WHITE, 0x0A3C6E, 11.1441 }, { BLACK, WHITE, 21 },
        { 0x595959, WHITE, 7.0047 },  { 0x008000, WHITE, 5.1374 },  { 0xFFFF00, WHITE, 1.0738 },
        { WHITE, 0x003580, 11.5325 },
    };
    static const struct box word = { 20, 15, 100, 30 };
    struct baked_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        write_word(&rig->picture, word, cases[i].text, cases[i].ground);
        struct baked_contrast baked = contrast_baked(rig->arena, &rig->picture, &word, 1);
        assert_int_equal(baked.judged, 1);
        expect_near(baked.words[0].ratio, cases[i].ratio, 0.0001);
        expect_near(baked.median, cases[i].ratio, 0.0001);
    }
}

static void the_median_and_the_worst_word_are_told(void **state)
{
    static const struct box words[] = { { 10, 15, 30, 30 },
                                        { 60, 15, 30, 30 },
                                        { 110, 15, 30, 30 } };
    static const uint32_t texts[] = { 0x595959, 0xAAAAAA, BLACK };
    struct baked_rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        write_word(&rig->picture, words[i], texts[i], WHITE);
    struct baked_contrast baked = contrast_baked(rig->arena, &rig->picture, words, 3);
    expect_near(baked.median, 7.0047, 0.0001);
    expect_near(baked.lowest, 2.3231, 0.0001);
    assert_int_equal(baked.lowest_at, 1);
    baked = contrast_baked(rig->arena, &rig->picture, words, 2);
    expect_near(baked.median, (7.0047 + 2.3231) / 2, 0.0001);
}

static void a_box_of_one_colour_is_not_judged(void **state)
{
    static const struct box words[] = { { 10, 15, 100, 30 },
                                        { -50, -50, 20, 20 },
                                        { 150, 50, 40, 40 } };
    struct baked_rig *rig = *state;
    paint(&rig->picture, (struct box){ 0, 0, BAKED_WIDTH, BAKED_HEIGHT }, 0x123456);
    struct baked_contrast baked = contrast_baked(rig->arena, &rig->picture, words, 3);
    assert_int_equal(baked.judged, 0);
}

/* A box that is mostly letters: the ring tells which colour is the ground. */
static void the_ring_tells_ground_from_letters(void **state)
{
    static const struct box word = { 20, 15, 100, 30 };
    struct baked_rig *rig = *state;
    paint(&rig->picture, (struct box){ 0, 0, BAKED_WIDTH, BAKED_HEIGHT }, WHITE);
    paint(&rig->picture, word, BLACK);
    paint(&rig->picture, (struct box){ 60, 25, 20, 10 }, WHITE);
    struct baked_contrast baked = contrast_baked(rig->arena, &rig->picture, &word, 1);
    assert_int_equal(baked.words[0].ground.red, 255);
    assert_int_equal(baked.words[0].text.red, 0);
}

/* ---- contrast-text, contrast-large, contrast-enhanced -------------------------------------- */

static void text_must_reach_its_limit_unrounded(void **state)
{
    static const struct {
        uint32_t text;
        enum finding_code code;
    } cases[] = {
        { 0x767676, NO_FINDING },
        { 0x777777, FINDING_TEXT_FAINT },
        { 0xFFFF00, FINDING_TEXT_FAINT },
        { 0x000000, NO_FINDING },
    };
    struct made_scene *made = *state;
    struct scene_text *text = made_text(made, SCENE_BODY, 100, 300, "Tule mukaan", 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        text->colour = made_colour(cases[i].text);
        made_expect(made, rule_contrast_text, cases[i].code);
    }
}

static void the_finding_names_the_faintest_letters(void **state)
{
    struct made_scene *made = *state;
    made_text(made, SCENE_BODY, 100, 300, "Hyvin", 0);
    made_text(made, SCENE_BODY, 100, 400, "Huonosti", 0x777777);
    made_text(made, SCENE_BODY, 100, 500, "Huonoimmin", 0xAAAAAA);
    const struct finding *finding = made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
    assert_int_equal(finding->severity, SEVERITY_BLOCK);
    assert_true(str_is(finding->args[0], "aula"));
    assert_true(str_is(finding->args[1], "Huonoimmin"));
    assert_true(str_is(finding->args[2], "2.32"));
    assert_true(str_is(finding->args[3], "4.5"));
}

static void a_ratio_is_told_rounded_down(void **state)
{
    struct made_scene *made = *state;
    made_text(made, SCENE_BODY, 100, 300, "Tule", 0x777777); /* 4.4781 */
    const struct finding *finding = made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
    assert_true(str_is(finding->found, "4.47"));
}

static void the_ground_is_what_lies_under_the_letters(void **state)
{
    struct made_scene *made = *state;
    made_fill(made, (struct box){ 1400, 0, 520, 1080 }, BLACK);
    made_text(made, SCENE_BODY, 100, 300, "Musta", BLACK);
    made_expect(made, rule_contrast_text, NO_FINDING);
    made_text(made, SCENE_BODY, 1450, 300, "Musta", BLACK);
    made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
    made_fill(made, (struct box){ 1420, 250, 480, 200 }, WHITE);
    made_text(made, SCENE_BODY, 1450, 300, "Musta", BLACK);
    made->parts[2].text.colour = made_colour(WHITE);
    made_expect(made, rule_contrast_text, NO_FINDING);
}

/* A title of more than twice the text is large; one of 104 beside 60 is not. */
static void a_large_title_may_be_fainter(void **state)
{
    struct made_scene *made = *state;
    struct scene_text *title = made_text(made, SCENE_TITLE, 100, 100, "Iso", 0x949494);
    title->line.weight = WEIGHT_BOLD;
    title->line.size = 121;
    made_expect(made, rule_contrast_text, NO_FINDING);
    made_expect(made, rule_contrast_large, NO_FINDING);
    title->colour = made_colour(0x959595); /* 2.9953 */
    made_expect(made, rule_contrast_text, NO_FINDING);
    made_expect(made, rule_contrast_large, FINDING_TITLE_FAINT);
    title->line.size = 104;
    made_expect(made, rule_contrast_large, NO_FINDING);
    made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
    title->line.size = 121;
    title->role = SCENE_BODY;
    made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
}

/* Seen from 3 m on 43 inches, 23.8 minutes are 41.9 px and 30.7 minutes 54.1 px. */
static void large_is_an_angle_and_not_a_number_of_pixels(void **state)
{
    struct made_scene *made = *state;
    struct scene_text *title = made_text(made, SCENE_TITLE, 100, 100, "Iso", 0x949494);
    made->scene.letter_size = 20;
    title->line.size = 54;
    made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
    title->line.size = 55;
    made_expect(made, rule_contrast_text, NO_FINDING);
    title->line.weight = WEIGHT_BOLD;
    title->line.size = 42;
    made_expect(made, rule_contrast_text, NO_FINDING);
    title->line.size = 41;
    made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
}

static void facts_want_more(void **state)
{
    static const struct {
        enum scene_role role;
        uint32_t text;
        enum finding_code code;
    } cases[] = {
        { SCENE_FACT, 0x595959, NO_FINDING },
        { SCENE_FACT, 0x5A5A5A, FINDING_FACT_FAINT },
        { SCENE_ADDRESS, 0x5A5A5A, FINDING_FACT_FAINT },
        { SCENE_BODY, 0x5A5A5A, NO_FINDING },
        { SCENE_LABEL, 0x5A5A5A, NO_FINDING },
    };
    struct made_scene *made = *state;
    struct scene_text *text = made_text(made, SCENE_FACT, 100, 300, "klo 17", 0);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        text->role = cases[i].role;
        text->colour = made_colour(cases[i].text);
        made_expect(made, rule_contrast_enhanced, cases[i].code);
    }
}

static void a_centre_can_ask_for_more(void **state)
{
    struct made_scene *made = *state;
    made_text(made, SCENE_BODY, 100, 300, "Tule", 0x767676);
    made_expect(made, rule_contrast_text, NO_FINDING);
    made->profile.rules[RULE_CONTRAST_TEXT] =
        (struct rule_setting){ .has_limit = true, .limit = 7 };
    made_expect(made, rule_contrast_text, FINDING_TEXT_FAINT);
}

static void the_players_own_themes_are_fine(void **state)
{
    struct made_scene *made = *state;
    const struct theme *themes[] = { &made->profile.light, &made->profile.dark };
    for (size_t i = 0; i < ARRAY_LEN(themes); i++) {
        const struct theme *theme = themes[i];
        const struct colour colours[] = { theme->ink, theme->title, theme->accent };
        made->scene.count = 0;
        made->scene.ground = theme->ground;
        for (size_t j = 0; j < ARRAY_LEN(colours); j++) {
            made_text(made, SCENE_FACT, 100, 100 * (int)j + 100, "klo 17", 0)->colour = colours[j];
            made_expect(made, rule_contrast_text, NO_FINDING);
            made_expect(made, rule_contrast_enhanced, NO_FINDING);
            made_expect(made, rule_cvd_preview, NO_FINDING);
        }
    }
}

/* ---- cvd-preview, apca-note ---------------------------------------------------------------- */

static void colours_that_others_do_not_see_are_told(void **state)
{
    struct made_scene *made = *state;
    struct scene_text *text = made_text(made, SCENE_BODY, 100, 300, "Tule", 0xFF0000);
    made->scene.ground = made_colour(BLACK);
    made_expect(made, rule_cvd_preview, NO_FINDING); /* protan: 3.29 */
    text->colour = made_colour(0xE00000);            /* 4.26, protan 2.73 */
    const struct finding *finding = made_expect(made, rule_cvd_preview, FINDING_COLOUR_BLIND);
    assert_int_equal(finding->severity, SEVERITY_ADVISE);
    made->profile.rules[RULE_CVD_PREVIEW].is_off = true;
    made_expect(made, rule_cvd_preview, NO_FINDING);
}

static void apca_is_told_only_when_asked_for(void **state)
{
    struct made_scene *made = *state;
    made_text(made, SCENE_BODY, 100, 300, "Tule", 0x888888);
    made_expect(made, rule_apca_note, NO_FINDING);
    made->profile.rules[RULE_APCA_NOTE] =
        (struct rule_setting){ .has_severity = true, .severity = SEVERITY_ADVISE };
    const struct finding *finding = made_expect(made, rule_apca_note, FINDING_APCA_FIGURE);
    assert_true(str_is(finding->args[1], "63"));
    assert_true(str_is(finding->args[3], "75"));
}

/* ---- contrast-picture ---------------------------------------------------------------------- */

/* Letters half on white and half on a grey that they do not stand out from. */
static void letters_over_two_colours_are_measured_on_pixels(void **state)
{
    struct made_scene *made = *state;
    const char *why;
    struct fonts *fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why);
    assert_non_null(fonts);
    made->input.fonts = fonts;
    made->input.measure = fonts_measure(fonts);
    made_fill(made, (struct box){ 400, 0, 1520, 1080 }, 0x333333);
    made_text(made, SCENE_BODY, 100, 300, "Tervetuloa kahville", 0x222222);
    made_expect(made, rule_contrast_text, NO_FINDING);
    const struct finding *finding =
        made_expect(made, rule_contrast_picture, FINDING_TEXT_OVER_PICTURE);
    assert_int_equal(finding->severity, SEVERITY_BLOCK);
    assert_true(str_is(finding->args[1], "kahville"));
    made->parts[0].fill.colour = made_colour(0xEEEEEE);
    made_expect(made, rule_contrast_picture, NO_FINDING);
    fonts_close(fonts);
}

static void a_picture_that_is_not_there_is_said(void **state)
{
    struct made_scene *made = *state;
    const char *why;
    struct fonts *fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why);
    assert_non_null(fonts);
    made->input.fonts = fonts;
    struct scene_part *part = &made->parts[made->scene.count++];
    part->kind = SCENE_PICTURE;
    part->picture.box = (struct box){ 0, 0, 1920, 1080 };
    made_text(made, SCENE_BODY, 100, 300, "Tervetuloa", WHITE);
    made_expect(made, rule_contrast_picture, NO_FINDING);
    assert_int_equal(made->report.skipped[RULE_CONTRAST_PICTURE], LACK_PICTURE);
    fonts_close(fonts);
}

static void letters_over_a_picture_need_it_dark(void **state)
{
    static const struct {
        uint32_t left, right;
        enum finding_code code;
    } cases[] = {
        { 0x202020, 0x404040, NO_FINDING },
        { 0x202020, 0xDDDDDD, FINDING_TEXT_OVER_PICTURE },
        { 0x757575, 0x757575, NO_FINDING },
        { 0x777777, 0x777777, FINDING_TEXT_OVER_PICTURE },
    };
    struct made_scene *made = *state;
    const char *why;
    struct fonts *fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why);
    struct rule_picture picture = { .delivered_width = 192, .delivered_height = 108 };
    assert_non_null(fonts);
    assert_true(pixels_new(192, 108, &picture.pixels));
    made->input.fonts = fonts;
    made->input.measure = fonts_measure(fonts);
    made->input.picture = &picture;
    struct scene_part *part = &made->parts[made->scene.count++];
    part->kind = SCENE_PICTURE;
    part->picture.box = (struct box){ 0, 0, 1920, 1080 };
    made_text(made, SCENE_BODY, 700, 300, "Tervetuloa kahville", WHITE);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        paint(&picture.pixels, (struct box){ 0, 0, 96, 108 }, cases[i].left);
        paint(&picture.pixels, (struct box){ 96, 0, 96, 108 }, cases[i].right);
        made_expect(made, rule_contrast_text, NO_FINDING);
        made_expect(made, rule_contrast_picture, cases[i].code);
    }
    pixels_free(&picture.pixels);
    fonts_close(fonts);
}

static void a_white_picture_slide_dazzles_only_where_asked(void **state)
{
    struct made_scene *made = *state;
    struct rule_picture picture = { .delivered_width = 100, .delivered_height = 100 };
    assert_true(pixels_new(100, 100, &picture.pixels));
    paint(&picture.pixels, (struct box){ 0, 0, 100, 100 }, BLACK);
    paint(&picture.pixels, (struct box){ 0, 0, 100, 61 }, 0xF4F4F4); /* L 0.905 */
    made->announcement.kind = KIND_PICTURE_SLIDE;
    made->input.picture = &picture;
    made_expect(made, rule_glare_white, NO_FINDING);
    made->profile.rules[RULE_GLARE_WHITE] =
        (struct rule_setting){ .has_severity = true, .severity = SEVERITY_ADVISE };
    const struct finding *finding = made_expect(made, rule_glare_white, FINDING_WHITE_GLARE);
    assert_true(str_is(finding->found, "61"));
    paint(&picture.pixels, (struct box){ 0, 60, 100, 1 }, BLACK);
    made_expect(made, rule_glare_white, NO_FINDING);
    paint(&picture.pixels, (struct box){ 0, 0, 100, 100 }, 0xF3F3F3); /* L 0.896 */
    made_expect(made, rule_glare_white, NO_FINDING);
    made->input.picture = NULL;
    made_expect(made, rule_glare_white, NO_FINDING);
    assert_int_equal(made->report.skipped[RULE_GLARE_WHITE], LACK_PICTURE);
    pixels_free(&picture.pixels);
}

static void without_fonts_it_says_that_it_did_not_look(void **state)
{
    struct made_scene *made = *state;
    made_fill(made, (struct box){ 400, 0, 1520, 1080 }, 0x333333);
    made_text(made, SCENE_BODY, 100, 300, "Tervetuloa kahville", 0x222222);
    made_expect(made, rule_contrast_picture, NO_FINDING);
    assert_int_equal(made->report.skipped[RULE_CONTRAST_PICTURE], LACK_FONTS);
}

static void letters_on_one_colour_are_not_painted(void **state)
{
    struct made_scene *made = *state;
    made_fill(made, (struct box){ 0, 0, 1920, 1080 }, BLACK);
    made_text(made, SCENE_BODY, 100, 300, "Tervetuloa", WHITE);
    made_expect(made, rule_contrast_picture, NO_FINDING);
    assert_int_equal(made->report.skipped[RULE_CONTRAST_PICTURE], LACK_NONE);
}

/* ---- contrast-nontext, colour-alone -------------------------------------------------------- */

static void a_card_needs_a_border_that_is_seen(void **state)
{
    struct made_scene *made = *state;
    made_fill(made, (struct box){ 100, 300, 1000, 200 }, 0x949494);
    made_fill(made, (struct box){ 113, 303, 984, 194 }, WHITE);
    made_expect(made, rule_contrast_nontext, NO_FINDING);
    made->parts[0].fill.colour = made_colour(0x959595);
    const struct finding *finding = made_expect(made, rule_contrast_nontext, FINDING_SIGN_FAINT);
    assert_int_equal(finding->severity, SEVERITY_WARN);
    assert_true(str_is(finding->found, "2.99"));
}

static void a_line_under_a_language_must_be_seen(void **state)
{
    struct made_scene *made = *state;
    made_text(made, SCENE_STRIP, 100, 900, "Suomi", 0);
    made_fill(made, (struct box){ 100, 970, 200, 6 }, 0xAAAAAA);
    made_expect(made, rule_contrast_nontext, FINDING_SIGN_FAINT);
    made->parts[1].fill.colour = made_colour(0x333333);
    made_expect(made, rule_contrast_nontext, NO_FINDING);
}

static void a_panel_is_decoration(void **state)
{
    struct made_scene *made = *state;
    made_fill(made, (struct box){ 1400, 0, 520, 1080 }, 0xF0F0F0);
    made_expect(made, rule_contrast_nontext, NO_FINDING);
}

static void a_sign_must_be_seen(void **state)
{
    struct made_scene *made = *state;
    made_fill(made, (struct box){ 0, 0, 1920, 236 }, 0x7A1420);
    struct scene_part *part = &made->parts[made->scene.count++];
    part->kind = SCENE_SYMBOL;
    part->symbol.box = (struct box){ 96, 40, 142, 142 };
    part->symbol.ink = made_colour(WHITE);
    made_expect(made, rule_contrast_nontext, NO_FINDING);
    part->symbol.ink = made_colour(0xAA3344);
    made_expect(made, rule_contrast_nontext, FINDING_SIGN_FAINT);
}

static void two_states_need_more_than_a_colour(void **state)
{
    struct made_scene *made = *state;
    made_text(made, SCENE_FACT, 100, 300, "ti 1.12.", 0xC00000);
    struct scene_text *other = made_text(made, SCENE_FACT, 100, 400, "ti 8.12.", 0x006000);
    made_expect(made, rule_colour_alone, FINDING_ONLY_COLOUR);
    other->line.weight = WEIGHT_BOLD;
    made_expect(made, rule_colour_alone, NO_FINDING);
    other->line.weight = WEIGHT_REGULAR;
    other->role = SCENE_BODY; /* another kind of text, at another place */
    made_expect(made, rule_colour_alone, NO_FINDING);
    other->role = SCENE_FACT;
    made_text(made, SCENE_LABEL, 900, 400, "peruttu", 0); /* words say it */
    made_expect(made, rule_colour_alone, NO_FINDING);
    made->scene.count = 2;
    other->colour = made_colour(0x202020); /* 2.5 : 1 */
    made_expect(made, rule_colour_alone, FINDING_ONLY_COLOUR);
    made->parts[0].text.colour = made_colour(0xFF6060); /* lightness tells them apart */
    made_expect(made, rule_colour_alone, NO_FINDING);
}

/* ---- themes of a centre -------------------------------------------------------------------- */

static void a_theme_that_cannot_be_read_is_refused(void **state)
{
    static const struct {
        uint32_t ink, ground;
        size_t findings; /* of five pairs; ink stands on ground and tint */
        bool is_readable;
        enum finding_code code;
    } cases[] = {
        { 0x000000, 0xFFFFFF, 0, true, NO_FINDING },
        { 0x767676, 0xFFFFFF, 2, true, FINDING_THEME_WEAK },
        { 0x777777, 0xFFFFFF, 2, false, FINDING_THEME_FAINT },
        { 0x595959, 0xFFFFFF, 0, true, NO_FINDING },
        { 0x5A5A5A, 0xFFFFFF, 2, true, FINDING_THEME_WEAK },
    };
    struct made_scene *made = *state;
    struct theme *theme = &made->profile.light;
    theme->title = theme->accent = made_colour(BLACK);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report = report_new(made->arena);
        theme->ink = made_colour(cases[i].ink);
        theme->ground = theme->tint = made_colour(cases[i].ground);
        struct theme_verdict verdict = theme_check(&made->profile, (struct place){ 0 }, &report);
        assert_int_equal(verdict.light, cases[i].is_readable);
        assert_true(verdict.dark);
        assert_int_equal(report.count, cases[i].findings);
        if (report.count > 0)
            assert_int_equal(report.findings[0].code, cases[i].code);
        assert_int_equal(report_has(&report, SEVERITY_BLOCK), !cases[i].is_readable);
    }
}

static void the_players_own_themes_have_no_finding(void **state)
{
    struct made_scene *made = *state;
    struct report report = report_new(made->arena);
    struct theme_verdict verdict = theme_check(&made->profile, (struct place){ 0 }, &report);
    assert_true(verdict.light && verdict.dark);
    assert_int_equal(report.count, 0);
}

/* 7 : 1 for all text, where a centre asks for it: the light accent has 6.4 on the tint only. */
static void a_centre_can_ask_for_more_of_its_colours(void **state)
{
    struct made_scene *made = *state;
    struct report report = report_new(made->arena);
    made->profile.rules[RULE_CONTRAST_TEXT] =
        (struct rule_setting){ .has_limit = true, .limit = 7 };
    struct theme_verdict verdict = theme_check(&made->profile, (struct place){ 0 }, &report);
    assert_true(verdict.light && verdict.dark);
    made->profile.light.accent = made_colour(0x767676);
    assert_false(theme_check(&made->profile, (struct place){ 0 }, &report).light);
}

#define TEST(name) cmocka_unit_test(name)
#define OVER(name) cmocka_unit_test_setup_teardown(name, open_over, close_over)
#define BAKED(name) cmocka_unit_test_setup_teardown(name, open_baked, close_baked)
#define MADE(name) cmocka_unit_test_setup_teardown(name, made_scene_open, made_scene_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(colours_are_seen_as_machado_says),
        TEST(grey_looks_the_same_to_everybody),
        TEST(apca_gives_its_known_figures),
        OVER(each_word_is_measured_by_itself),
        OVER(single_bright_pixels_are_forgiven),
        OVER(a_hole_is_not_forgiven),
        OVER(the_ground_right_beside_a_letter_counts),
        OVER(what_lies_beyond_the_slide_is_left_out),
        BAKED(baked_letters_are_measured_exactly),
        BAKED(the_median_and_the_worst_word_are_told),
        BAKED(a_box_of_one_colour_is_not_judged),
        BAKED(the_ring_tells_ground_from_letters),
        MADE(text_must_reach_its_limit_unrounded),
        MADE(the_finding_names_the_faintest_letters),
        MADE(a_ratio_is_told_rounded_down),
        MADE(the_ground_is_what_lies_under_the_letters),
        MADE(a_large_title_may_be_fainter),
        MADE(large_is_an_angle_and_not_a_number_of_pixels),
        MADE(facts_want_more),
        MADE(a_centre_can_ask_for_more),
        MADE(the_players_own_themes_are_fine),
        MADE(colours_that_others_do_not_see_are_told),
        MADE(apca_is_told_only_when_asked_for),
        MADE(letters_over_two_colours_are_measured_on_pixels),
        MADE(a_picture_that_is_not_there_is_said),
        MADE(letters_over_a_picture_need_it_dark),
        MADE(a_white_picture_slide_dazzles_only_where_asked),
        MADE(without_fonts_it_says_that_it_did_not_look),
        MADE(letters_on_one_colour_are_not_painted),
        MADE(a_card_needs_a_border_that_is_seen),
        MADE(a_line_under_a_language_must_be_seen),
        MADE(a_panel_is_decoration),
        MADE(a_sign_must_be_seen),
        MADE(two_states_need_more_than_a_colour),
        MADE(a_theme_that_cannot_be_read_is_refused),
        MADE(the_players_own_themes_have_no_finding),
        MADE(a_centre_can_ask_for_more_of_its_colours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
