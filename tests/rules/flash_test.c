/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * F5 of player/README.md: every sequence of its table, areas for displays and viewers, and stripes.
 * The player's own changes of slide are run through the same functions in tests/show.
 */
#include "made_scene.h"
#include "media/decode.h"
#include "rules/flash.h"
#include "rules/pattern.h"

#include <math.h>
#include <stdlib.h>

#define ARENA_BYTES_MAX (256u << 20)
#define UNTIL_MS 8000
#define STEPS_MAX 16

static void expect_near(double is, double wanted, double within)
{
    if (fabs(is - wanted) > within)
        fail_msg("%.6f is not %.6f ± %g", is, wanted, within);
}

/* ---- sequences ----------------------------------------------------------------------------- */

/* A whole frame of one colour, for so long. */
struct step {
    uint32_t rgb;
    int ms;
};

static void fill(struct pixels *pixels, struct box box, uint32_t rgb)
{
    for (int y = box.y; y < box.y + box.height; y++)
        for (int x = box.x; x < box.x + box.width; x++)
            pixels->at[y * pixels->width + x] = 0xFF000000u | rgb;
}

static struct flash_result measure(struct arena *arena, const struct step *steps, size_t count)
{
    static uint32_t at[FLASH_CELLS];
    struct pixels pixels = { at, FLASH_COLUMNS, FLASH_ROWS };
    struct flash_reel reel = { .arena = arena };
    int64_t now = 0;
    for (size_t i = 0; i < count; i++) {
        fill(&pixels, (struct box){ 0, 0, FLASH_COLUMNS, FLASH_ROWS }, steps[i].rgb);
        flash_add(&reel, &pixels, now);
        now += steps[i].ms;
    }
    flash_loop(&reel, now, UNTIL_MS);
    return flash_measure(&reel);
}

enum verdict { PASS, EXTENDED, FAIL };

static enum verdict verdict_of(struct arena *arena, const struct flash_result *result)
{
    struct report report = report_new(arena);
    flash_report(result, (struct place){ 0 }, &report);
    if (report_has(&report, SEVERITY_BLOCK))
        return FAIL;
    return report.count > 0 ? EXTENDED : PASS;
}

static void two_colours_in_turn(void **state)
{
    static const struct {
        uint32_t a, b;
        int ms, general, red;
        enum verdict verdict;
    } cases[] = {
        { 0x000000, 0xFFFFFF, 100, 10, 0, FAIL },    { 0x000000, 0xFFFFFF, 160, 7, 0, FAIL },
        { 0x000000, 0xFFFFFF, 166, 7, 0, FAIL },     { 0x000000, 0xFFFFFF, 167, 6, 0, EXTENDED },
        { 0x000000, 0xFFFFFF, 170, 6, 0, EXTENDED }, { 0x000000, 0xFFFFFF, 200, 5, 0, EXTENDED },
        { 0x000000, 0xFFFFFF, 250, 4, 0, EXTENDED }, { 0x000000, 0xFFFFFF, 500, 2, 0, PASS },
        { 0x000000, 0x595959, 100, 0, 0, PASS },     { 0x000000, 0x5A5A5A, 100, 10, 0, FAIL },
        { 0xFFFFFF, 0xE8E8E8, 100, 0, 0, PASS },     { 0xFFFFFF, 0xE7E7E7, 100, 10, 0, FAIL },
        { 0xFF0000, 0x7F7F7F, 100, 0, 10, FAIL },    { 0xFF0000, 0xFF8000, 100, 10, 0, FAIL },
    };
    struct arena *arena = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct step steps[] = { { cases[i].a, cases[i].ms }, { cases[i].b, cases[i].ms } };
        struct flash_result result = measure(arena, steps, ARRAY_LEN(steps));
        if (result.general.most != cases[i].general || result.red.most != cases[i].red)
            fail_msg("%06X/%06X each %d ms: %d changes, %d of red", cases[i].a, cases[i].b,
                     cases[i].ms, result.general.most, result.red.most);
        assert_int_equal(verdict_of(arena, &result), cases[i].verdict);
    }
}

/* Black and white `flashes` times at 80 ms, then black for two seconds. */
static struct flash_result bursts(struct arena *arena, size_t flashes)
{
    struct step steps[STEPS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < flashes; i++) {
        steps[count++] = (struct step){ 0xFFFFFF, 80 };
        steps[count++] = (struct step){ 0x000000, i + 1 < flashes ? 80 : 2000 };
    }
    return measure(arena, steps, count);
}

static void three_flashes_and_a_rest_pass(void **state)
{
    struct flash_result result = bursts(*state, 3);
    assert_int_equal(result.general.most, 6);
    assert_int_equal(verdict_of(*state, &result), PASS);
    result = bursts(*state, 4);
    assert_int_equal(result.general.most, 8);
    assert_int_equal(verdict_of(*state, &result), FAIL);
}

/* The light rises in ten steps of 30 ms, once in three seconds, and falls at the seam. */
static void a_ramp_is_one_change(void **state)
{
    struct step steps[STEPS_MAX];
    for (uint32_t i = 0; i <= 10; i++) {
        uint32_t level = i * 255 / 10;
        steps[i] = (struct step){ level << 16 | level << 8 | level, i < 10 ? 30 : 2700 };
    }
    struct flash_result result = measure(*state, steps, 11);
    assert_int_equal(result.general.most, 2);
    assert_int_equal(verdict_of(*state, &result), PASS);
}

/* 0.05 up and down round a level, twenty times a second: no change reaches 0.10. */
static void noise_is_no_change(void **state)
{
    const struct step steps[] = { { 0x808080, 50 }, { 0x8B8B8B, 50 } };
    struct flash_result result = measure(*state, steps, ARRAY_LEN(steps));
    assert_int_equal(result.general.most, 0);
}

/* The colours of the table, as the text reckons them. */
static void the_distances_are_those_of_the_text(void **state)
{
    const struct step nearly[] = { { 0xFF0000, 100 }, { 0xFF8000, 100 } };
    const struct step grey[] = { { 0xFF0000, 100 }, { 0x7F7F7F, 100 } };
    assert_int_equal(measure(*state, nearly, 2).red.most, 0); /* 0.1322 */
    assert_int_equal(measure(*state, grey, 2).red.most, 10);  /* 0.2587 */
}

static void two_halves_in_turn_are_seen(void **state)
{
    uint32_t at[FLASH_CELLS];
    struct pixels pixels = { at, FLASH_COLUMNS, FLASH_ROWS };
    struct flash_reel reel = { .arena = *state };
    for (int i = 0; i < 2; i++) {
        fill(&pixels, (struct box){ 0, 0, 48, FLASH_ROWS }, i ? 0xFFFFFF : 0);
        fill(&pixels, (struct box){ 48, 0, 48, FLASH_ROWS }, i ? 0 : 0xFFFFFF);
        flash_add(&reel, &pixels, i * 100);
    }
    flash_loop(&reel, 200, UNTIL_MS);
    struct flash_result result = flash_measure(&reel);
    assert_int_equal(result.general.most, 10);
    expect_near(result.general.area, 100, 1e-6);
}

/* 25 cells are 0.48 % of the screen, 26 are 0.50 %, 27 are 0.52 %. */
static void a_small_area_may_flash(void **state)
{
    static const struct {
        int cells;
        enum verdict verdict;
    } cases[] = { { 25, PASS }, { 27, FAIL } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint32_t at[FLASH_CELLS];
        struct pixels pixels = { at, FLASH_COLUMNS, FLASH_ROWS };
        struct flash_reel reel = { .arena = *state };
        fill(&pixels, (struct box){ 0, 0, FLASH_COLUMNS, FLASH_ROWS }, 0);
        flash_add(&reel, &pixels, 0);
        fill(&pixels, (struct box){ 10, 10, cases[i].cells, 1 }, 0xFFFFFF);
        flash_add(&reel, &pixels, 100);
        flash_loop(&reel, 200, UNTIL_MS);
        struct flash_result result = flash_measure(&reel);
        assert_int_equal(result.general.most, 10);
        assert_int_equal(verdict_of(*state, &result), cases[i].verdict);
    }
}

static void a_frame_of_any_size_is_reduced_to_its_cells(void **state)
{
    struct pixels pixels;
    struct flash_reel reel = { .arena = *state };
    assert_true(pixels_new(1080, 1920, &pixels));
    fill(&pixels, (struct box){ 0, 0, 540, 1920 }, 0xFFFFFF);
    flash_add(&reel, &pixels, 0);
    pixels_free(&pixels);
    expect_near((double)reel.frames[0]->light[0][1], 1, 1e-6);
    expect_near((double)reel.frames[0]->light[47][1], 1, 1e-6);
    expect_near((double)reel.frames[0]->light[48][1], 0, 1e-6);
    assert_true(pixels_new(2, 2, &pixels));
    fill(&pixels, (struct box){ 0, 0, 2, 2 }, 0xFFFFFF);
    flash_add(&reel, &pixels, 10);
    pixels_free(&pixels);
    for (size_t i = 0; i < FLASH_CELLS; i++)
        expect_near((double)reel.frames[1]->light[i][0], 1, 1e-6);
}

static void nothing_flashes_without_frames(void **state)
{
    struct flash_reel reel = { .arena = *state };
    struct flash_result result = flash_measure(&reel);
    assert_int_equal(result.general.most, 0);
    assert_int_equal(verdict_of(*state, &result), PASS);
}

static void the_area_grows_with_the_distance(void **state)
{
    static const struct {
        double inches, metres, px, percent;
    } cases[] = {
        { 43, 1, 23231, 1.1 }, { 55, 1, 14200, 0.7 }, { 65, 1, 10167, 0.5 },
        { 43, 2, 92923, 4.5 }, { 55, 2, 56798, 2.7 }, { 65, 2, 40666, 2.0 },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct display display = { .diagonal_in = cases[i].inches, .width = 1920, .height = 1080 };
        double px = flash_area_px(&display, cases[i].metres);
        expect_near(px, cases[i].px, 1.5);
        expect_near(100 * px / (1920.0 * 1080), cases[i].percent, 0.05);
    }
}

/* ---- stripes ------------------------------------------------------------------------------- */

#define PICTURE_WIDTH 960
#define PICTURE_HEIGHT 540

static void stripe(struct pixels *pixels, struct box box, int period, uint32_t a, uint32_t b)
{
    for (int x = box.x; x < box.x + box.width; x++) {
        bool is_light = (x - box.x) / (period / 2) % 2 == 0;
        fill(pixels, (struct box){ x, box.y, 1, box.height }, is_light ? a : b);
    }
}

static void stripes_are_counted_and_their_share_taken(void **state)
{
    static const struct {
        struct box box;
        int period;
        uint32_t light, dark;
        int least, most; /* stripes */
        double share;
    } cases[] = {
        { { 0, 0, 960, 540 }, 40, 0xFFFFFF, 0x000000, 23, 24, 1 },
        { { 0, 0, 480, 540 }, 40, 0xFFFFFF, 0x000000, 11, 12, 0.5 },
        { { 0, 0, 200, 540 }, 40, 0xFFFFFF, 0x000000, 0, 0, 0 },   /* five */
        { { 0, 0, 960, 540 }, 40, 0x8A8A8A, 0x000000, 23, 24, 1 }, /* L 0.254 */
        { { 0, 0, 960, 540 }, 40, 0x888888, 0x000000, 0, 0, 0 },   /* L 0.246: too dark */
        { { 0, 0, 960, 540 }, 40, 0xFFFFFF, 0xF4F4F4, 0, 0, 0 },   /* 0.095 apart */
        { { 0, 0, 960, 540 }, 2, 0xFFFFFF, 0x000000, 0, 0, 0 },    /* grey from afar */
    };
    struct pixels pixels;
    (void)state;
    assert_true(pixels_new(PICTURE_WIDTH, PICTURE_HEIGHT, &pixels));
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        fill(&pixels, (struct box){ 0, 0, PICTURE_WIDTH, PICTURE_HEIGHT }, 0x202020);
        stripe(&pixels, cases[i].box, cases[i].period, cases[i].light, cases[i].dark);
        struct stripes stripes = pattern_stripes(&pixels);
        assert_in_range(stripes.count, cases[i].least, cases[i].most);
        expect_near(stripes.share, cases[i].share, 0.03);
    }
    pixels_free(&pixels);
}

static void slanting_stripes_are_stripes(void **state)
{
    struct pixels pixels;
    (void)state;
    assert_true(pixels_new(PICTURE_WIDTH, PICTURE_HEIGHT, &pixels));
    for (int y = 0; y < PICTURE_HEIGHT; y++)
        for (int x = 0; x < PICTURE_WIDTH; x++)
            fill(&pixels, (struct box){ x, y, 1, 1 }, (x + y) / 20 % 2 ? 0xFFFFFF : 0);
    struct stripes stripes = pattern_stripes(&pixels);
    assert_true(stripes.count >= STRIPES_LEAST);
    assert_true(stripes.share > 0.9);
    pixels_free(&pixels);
}

/* Bars that differ in width by far more than a quarter. */
static void what_is_irregular_is_no_pattern(void **state)
{
    struct pixels pixels;
    (void)state;
    assert_true(pixels_new(PICTURE_WIDTH, PICTURE_HEIGHT, &pixels));
    fill(&pixels, (struct box){ 0, 0, PICTURE_WIDTH, PICTURE_HEIGHT }, 0);
    for (int x = 0, i = 0; x < PICTURE_WIDTH - 100; x += i++ % 2 ? 20 : 60)
        fill(&pixels, (struct box){ x, 0, 10, PICTURE_HEIGHT }, 0xFFFFFF);
    assert_true(pattern_stripes(&pixels).share < 0.01);
    pixels_free(&pixels);
}

static void a_quarter_of_the_screen_is_much(void **state)
{
    struct made_scene *made = *state;
    struct rule_picture picture = { 0 };
    assert_true(pixels_new(PICTURE_WIDTH, PICTURE_HEIGHT, &picture.pixels));
    stripe(&picture.pixels, (struct box){ 0, 0, PICTURE_WIDTH, PICTURE_HEIGHT }, 40, 0xFFFFFF, 0);
    struct scene_part *part = &made->parts[made->scene.count++];
    part->kind = SCENE_PICTURE;
    part->picture.box = (struct box){ 0, 0, 960, 540 };
    made_expect(made, rule_pattern, NO_FINDING); /* nobody looked at the picture */
    made->input.picture = &picture;
    const struct finding *finding = made_expect(made, rule_pattern, FINDING_STRIPES);
    assert_int_equal(finding->severity, SEVERITY_WARN);
    assert_true(str_is(finding->args[1], "25"));
    part->picture.box.height = 530;
    made_expect(made, rule_pattern, NO_FINDING);
    part->picture.box.height = 540;
    made->profile.rules[RULE_PATTERN].is_off = true;
    made_expect(made, rule_pattern, NO_FINDING);
    pixels_free(&picture.pixels);
}

static int open_arena(void **state)
{
    *state = arena_new(ARENA_BYTES_MAX);
    return 0;
}

static int close_arena(void **state)
{
    arena_free(*state);
    return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)
#define MADE(name) cmocka_unit_test_setup_teardown(name, made_scene_open, made_scene_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(two_colours_in_turn),
        TEST(three_flashes_and_a_rest_pass),
        TEST(a_ramp_is_one_change),
        TEST(noise_is_no_change),
        TEST(the_distances_are_those_of_the_text),
        TEST(two_halves_in_turn_are_seen),
        TEST(a_small_area_may_flash),
        TEST(a_frame_of_any_size_is_reduced_to_its_cells),
        TEST(nothing_flashes_without_frames),
        TEST(the_area_grows_with_the_distance),
        TEST(stripes_are_counted_and_their_share_taken),
        TEST(slanting_stripes_are_stripes),
        TEST(what_is_irregular_is_no_pattern),
        MADE(a_quarter_of_the_screen_is_much),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
