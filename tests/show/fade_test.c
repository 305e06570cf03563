/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paint/fade.h: which tiles differ, and what every share of a change looks like. */
#include "paint/fade.h"
#include "show_tests.h"

#include <stdlib.h>

#define ARENA_BYTES ((size_t)16 << 20)

/* Pixels that repeat from run to run. */
static uint32_t pixel_of(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed | 0xFF000000u;
}

struct pair {
    struct pixels from, to;
    struct arena *arena;
};

/* Two slides that are alike. */
static struct pair make_pair(int width, int height)
{
    struct pair pair = { .arena = arena_new(ARENA_BYTES) };
    uint32_t seed = 7;
    assert_true(pixels_new(width, height, &pair.from) && pixels_new(width, height, &pair.to));
    for (int i = 0; i < width * height; i++)
        pair.from.at[i] = pair.to.at[i] = pixel_of(&seed);
    return pair;
}

static void free_pair(struct pair *pair)
{
    pixels_free(&pair->from);
    pixels_free(&pair->to);
    arena_free(pair->arena);
}

static void change(struct pair *pair, int x, int y)
{
    pair->to.at[y * pair->to.width + x] ^= 0x00010000u;
}

static void slides_that_are_alike_have_no_boxes(void **state)
{
    struct pair pair = make_pair(200, 130);
    (void)state;
    assert_int_equal(fade_start(pair.arena, &pair.from, &pair.to).count, 0);
    free_pair(&pair);
}

static void a_single_pixel_is_one_tile(void **state)
{
    static const struct {
        int x, y;
        struct box box;
    } cases[] = {
        { 0, 0, { 0, 0, 64, 64 } },
        { 63, 63, { 0, 0, 64, 64 } },
        { 64, 10, { 64, 0, 64, 64 } },
        { 199, 129, { 192, 128, 8, 2 } },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct pair pair = make_pair(200, 130);
        change(&pair, cases[i].x, cases[i].y);
        struct fade fade = fade_start(pair.arena, &pair.from, &pair.to);
        assert_int_equal(fade.count, 1);
        assert_memory_equal(&fade.boxes[0], &cases[i].box, sizeof cases[i].box);
        free_pair(&pair);
    }
}

static void tiles_side_by_side_and_under_one_another_are_one_box(void **state)
{
    struct pair pair = make_pair(400, 400);
    (void)state;
    for (int y = 70; y < 300; y += 10) {
        for (int x = 130; x < 260; x += 10)
            change(&pair, x, y);
    }
    change(&pair, 399, 399);
    struct fade fade = fade_start(pair.arena, &pair.from, &pair.to);
    static const struct box want[] = { { 128, 64, 128, 256 }, { 384, 384, 16, 16 } };
    assert_int_equal(fade.count, 2);
    assert_memory_equal(fade.boxes, want, sizeof want);
    free_pair(&pair);
}

/* Each pixel of the target, by arithmetic written another way. */
static void every_share_is_what_it_should_be(void **state)
{
    enum { WIDTH = 150, HEIGHT = 90, STRIDE = WIDTH + 11 };
    static const unsigned shares[] = { 0, 1, 100, 128, 255, 256 };
    struct pair pair = make_pair(WIDTH, HEIGHT);
    uint32_t seed = 99, *target = memory_new(STRIDE * HEIGHT, sizeof *target);
    (void)state;
    for (int y = 20; y < 70; y++) {
        for (int x = 100; x < WIDTH; x++)
            pair.to.at[y * WIDTH + x] = pixel_of(&seed);
    }
    struct fade fade = fade_start(pair.arena, &pair.from, &pair.to);
    for (size_t i = 0; i < ARRAY_LEN(shares); i++) {
        for (int y = 0; y < HEIGHT; y++)
            memcpy(target + y * STRIDE, pair.from.at + y * WIDTH, WIDTH * sizeof *target);
        fade_draw(&fade, shares[i], target, STRIDE * (int)sizeof *target);
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            uint32_t got = target[at / WIDTH * STRIDE + at % WIDTH];
            for (int shift = 0; shift < 32; shift += 8) {
                double a = pair.from.at[at] >> shift & 255, b = pair.to.at[at] >> shift & 255;
                double want = a + (b - a) * shares[i] / 256;
                assert_true((got >> shift & 255) >= want - 0.5 &&
                            (got >> shift & 255) <= want + 0.5);
            }
        }
    }
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = WIDTH; x < STRIDE; x++)
            assert_int_equal(target[y * STRIDE + x], 0);
    }
    free(target);
    free_pair(&pair);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slides_that_are_alike_have_no_boxes),
        cmocka_unit_test(a_single_pixel_is_one_tile),
        cmocka_unit_test(tiles_side_by_side_and_under_one_another_are_one_box),
        cmocka_unit_test(every_share_is_what_it_should_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
