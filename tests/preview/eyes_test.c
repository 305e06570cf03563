/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slides as other eyes see them. */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "base/memory.h"
#include "preview/eyes.h"
#include "preview_tests.h"

#include <math.h>
#include <stdlib.h>

#define PX_PER_MM 2.017 /* 43" of 1920 × 1080 */
#define DISTANCE_M 3.0
#define SIDE 64

static struct pixels halves(uint32_t left, uint32_t right)
{
    struct pixels pixels;
    assert_true(pixels_new(SIDE, SIDE, &pixels));
    for (int i = 0; i < SIDE * SIDE; i++)
        pixels.at[i] = i % SIDE < SIDE / 2 ? left : right;
    return pixels;
}

static int channel(uint32_t pixel, unsigned shift)
{
    return (int)(pixel >> shift & 255);
}

static void the_blur_follows_the_formula(void **state)
{
    static const struct {
        double acuity, px;
    } cases[] = { { 1.0, 0.748 }, { 0.3, 2.492 }, { 0.1, 7.476 } };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_true(fabs(eyes_blur_px(PX_PER_MM, DISTANCE_M, cases[i].acuity) - cases[i].px) <
                    0.005);
}

static void sound_eyes_change_nothing(void **state)
{
    struct pixels pixels = halves(0xFF123456, 0xFFFEDCBA);
    (void)state;
    assert_true(eyes_apply(EYES_PLAIN, PX_PER_MM, DISTANCE_M, &pixels));
    assert_int_equal(pixels.at[0], 0xFF123456);
    assert_int_equal(pixels.at[SIDE - 1], 0xFFFEDCBA);
    pixels_free(&pixels);
}

static void poor_eyes_see_softer_edges_and_half_the_contrast(void **state)
{
    struct pixels pixels = halves(0xFF000000, 0xFFFFFFFF);
    (void)state;
    assert_true(eyes_apply(EYES_POOR, PX_PER_MM, DISTANCE_M, &pixels));
    const uint32_t *row = pixels.at + SIDE * SIDE / 2;
    int dark = channel(row[2], 0), bright = channel(row[SIDE - 3], 0);
    assert_true(dark > 80 && dark < 100);      /* half way from black to middle grey, as light */
    assert_true(bright > 195 && bright < 210); /* likewise from white */
    for (int x = 1; x < SIDE; x++)
        assert_true(channel(row[x], 0) >= channel(row[x - 1], 0));
    assert_true(channel(row[SIDE / 2 - 3], 0) > dark + 5);
    assert_int_equal(row[0] >> 24, 255);
    pixels_free(&pixels);
}

static void greys_are_grey_for_every_kind_of_colour_vision(void **state)
{
    (void)state;
    for (enum eyes eyes = EYES_PROTAN; eyes < EYES_COUNT; eyes++) {
        for (int level = 0; level < 256; level += 15) {
            uint32_t grey = 0xFF000000u | (uint32_t)level * 0x010101u;
            struct pixels pixels = halves(grey, grey);
            assert_true(eyes_apply(eyes, PX_PER_MM, DISTANCE_M, &pixels));
            for (unsigned shift = 0; shift <= 16; shift += 8)
                assert_true(abs(channel(pixels.at[0], shift) - level) <= 1);
            pixels_free(&pixels);
        }
    }
}

/* Colours that such eyes take for one another come out alike; those of other kinds do not. */
static void colours_that_are_taken_for_one_another_come_near(void **state)
{
    static const struct {
        enum eyes eyes;
        uint32_t one, other;
    } cases[] = {
        { EYES_PROTAN, 0xFF8B0000, 0xFF333300 }, /* dark red and dark olive */
        { EYES_DEUTAN, 0xFFB36B6B, 0xFF8A8A6B }, /* dull red and dull green */
        { EYES_TRITAN, 0xFF0060A0, 0xFF006C6C }, /* blue and green */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pixels pixels = halves(cases[i].one, cases[i].other);
        int before = 0, after = 0;
        for (unsigned shift = 0; shift <= 16; shift += 8)
            before += abs(channel(cases[i].one, shift) - channel(cases[i].other, shift));
        assert_true(eyes_apply(cases[i].eyes, PX_PER_MM, DISTANCE_M, &pixels));
        for (unsigned shift = 0; shift <= 16; shift += 8)
            after += abs(channel(pixels.at[0], shift) - channel(pixels.at[SIDE - 1], shift));
        assert_true(2 * after < before);
        pixels_free(&pixels);
    }
}

int eyes_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_blur_follows_the_formula),
        cmocka_unit_test(sound_eyes_change_nothing),
        cmocka_unit_test(poor_eyes_see_softer_edges_and_half_the_contrast),
        cmocka_unit_test(greys_are_grey_for_every_kind_of_colour_vision),
        cmocka_unit_test(colours_that_are_taken_for_one_another_come_near),
    };
    return cmocka_run_group_tests_name("eyes", tests, NULL, NULL);
}
