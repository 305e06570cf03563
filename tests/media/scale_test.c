/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scaler, on grids small enough to be counted by hand, and against a slow one. */
#include "media/scale.h"
#include "media_tests.h"

#define GREY(value) (0xff000000u | (uint32_t)(value)*0x010101u)

/* From one row or grid of greys to another. */
static const struct {
    int width, height, to_width, to_height;
    uint8_t from[9], to[9];
} greys[] = {
    { 3, 1, 3, 1, { 0, 100, 255 }, { 0, 100, 255 } },     /* one to one */
    { 4, 1, 2, 1, { 0, 100, 200, 255 }, { 50, 228 } },    /* 227.5 goes up */
    { 3, 1, 2, 1, { 0, 90, 240 }, { 30, 190 } },          /* the middle one is shared */
    { 2, 1, 3, 1, { 0, 100 }, { 0, 50, 100 } },           /* up */
    { 1, 1, 2, 2, { 77 }, { 77, 77, 77, 77 } },           /* up */
    { 2, 2, 1, 1, { 0, 0, 0, 255 }, { 64 } },             /* 63.75 */
    { 3, 3, 1, 1, { 0, 0, 0, 0, 9, 0, 0, 0, 0 }, { 1 } }, /* all nine weigh the same */
    { 3, 3, 2, 2, { 0, 0, 0, 0, 90, 0, 0, 0, 0 }, { 10, 10, 10, 10 } },
    { 5, 1, 1, 1, { 1, 2, 3, 4, 5 }, { 3 } },
};

static void every_pixel_weighs_by_its_area(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(greys); i++) {
        uint32_t from[9], to[9];
        for (int p = 0; p < greys[i].width * greys[i].height; p++)
            from[p] = GREY(greys[i].from[p]);
        struct pixels pixels = { from, greys[i].width, greys[i].height };
        scale_into(&pixels, (struct crop){ 0, 0, greys[i].width, greys[i].height }, to,
                   greys[i].to_width, greys[i].to_height, greys[i].to_width);
        for (int p = 0; p < greys[i].to_width * greys[i].to_height; p++)
            assert_int_equal(to[p], GREY(greys[i].to[p]));
    }
}

static void what_is_not_seen_has_no_colour(void **state)
{
    (void)state;
    static const struct {
        uint32_t from[2], to;
    } cases[] = {
        { { 0xffff0000, 0x0000ff00 }, 0x80ff0000 }, /* clear green does not tint the red */
        { { 0x00ffffff, 0x00ffffff }, 0x00000000 },
        { { 0xff000000, 0x80ffffff }, 0xc0555555 }, /* (255 × 0 + 128 × 255) / 383 = 85.2 */
        { { 0x01ff0000, 0x00000000 }, 0x01ff0000 }, /* 0.5 goes up */
        { { 0xff0000ff, 0xffff0000 }, 0xff800080 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint32_t from[2] = { cases[i].from[0], cases[i].from[1] }, to = 0;
        scale_into(&(struct pixels){ from, 2, 1 }, (struct crop){ 0, 0, 2, 1 }, &to, 1, 1, 1);
        assert_int_equal(to, cases[i].to);
    }
}

static void only_the_part_is_drawn_and_only_into_its_place(void **state)
{
    (void)state;
    uint32_t from[16], to[12];
    for (uint32_t i = 0; i < 16; i++)
        from[i] = GREY(i * 10);
    for (size_t i = 0; i < ARRAY_LEN(to); i++)
        to[i] = 7;
    scale_into(&(struct pixels){ from, 4, 4 }, (struct crop){ 1, 1, 2, 2 }, to, 2, 2, 4);
    uint32_t want[12] = { GREY(50), GREY(60), 7, 7, GREY(90), GREY(100), 7, 7, 7, 7, 7, 7 };
    assert_memory_equal(to, want, sizeof want);
}

/* What two pixels share along one side, in units: a source pixel is `to` of them, a target `from`.
 */
static int64_t shared(int source, int target, int from, int to)
{
    int64_t source_start = (int64_t)source * to, target_start = (int64_t)target * from;
    int64_t start = source_start > target_start ? source_start : target_start;
    int64_t source_end = source_start + to, target_end = target_start + from;
    int64_t end = source_end < target_end ? source_end : target_end;
    return end > start ? end - start : 0;
}

/* Each channel by its definition, in one pass over all source pixels. */
static uint32_t slow_pixel(const struct pixels *from, int x, int y, int width, int height)
{
    uint64_t sums[4] = { 0 };
    for (int i = 0; i < from->width * from->height; i++) {
        uint32_t pixel = from->at[i];
        int64_t share = shared(i % from->width, x, from->width, width) *
                        shared(i / from->width, y, from->height, height);
        uint64_t weight = (uint64_t)share * (pixel >> 24);
        for (int c = 0; c < 3; c++)
            sums[c] += weight * (pixel >> 8 * c & 0xff);
        sums[3] += weight;
    }
    if (sums[3] == 0)
        return 0;
    uint64_t area = (uint64_t)from->width * (uint64_t)from->height;
    uint32_t pixel = (uint32_t)((sums[3] + area / 2) / area) << 24;
    for (int c = 0; c < 3; c++)
        pixel |= (uint32_t)((sums[c] + sums[3] / 2) / sums[3]) << 8 * c;
    return pixel;
}

static void the_fast_way_gives_what_the_slow_way_gives(void **state)
{
    (void)state;
    uint32_t random = 1;
    for (int round = 0; round < 200; round++) {
        uint32_t from[23 * 17], to[23 * 17];
        int sizes[4]; /* from width and height, to width and height */
        for (int i = 0; i < 4; i++) {
            random = random * 1664525 + 1013904223;
            sizes[i] = 1 + (int)((random >> 8) % (i % 2 ? 17 : 23));
        }
        for (int i = 0; i < sizes[0] * sizes[1]; i++) {
            random = random * 1664525 + 1013904223;
            from[i] = round % 2 ? random : random | 0xff000000; /* half of them without alpha */
        }
        struct pixels pixels = { from, sizes[0], sizes[1] };
        scale_into(&pixels, (struct crop){ 0, 0, sizes[0], sizes[1] }, to, sizes[2], sizes[3],
                   sizes[2]);
        for (int y = 0; y < sizes[3]; y++)
            for (int x = 0; x < sizes[2]; x++)
                assert_int_equal(to[y * sizes[2] + x],
                                 slow_pixel(&pixels, x, y, sizes[2], sizes[3]));
    }
}

/* The largest sums there are: nothing may run over. */
static void a_white_picture_stays_white(void **state)
{
    (void)state;
    static const struct {
        int width, height;
    } cases[] = { { PICTURE_SIDE_MAX, 60 }, { 60, PICTURE_SIDE_MAX } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct pixels white;
        assert_true(pixels_new(cases[i].width, cases[i].height, &white));
        memset(white.at, 0xff, sizeof(uint32_t) * (size_t)(cases[i].width * cases[i].height));
        white.at[0] = 0xfeffffff; /* takes the way of pictures with alpha */
        uint32_t to[4];
        scale_into(&white, (struct crop){ 0, 0, white.width, white.height }, to, 2, 2, 2);
        for (int p = 0; p < 4; p++)
            assert_int_equal(to[p], 0xffffffff);
        pixels_free(&white);
        pixels_free(&white);
    }
}

static void a_picture_fits_its_box(void **state)
{
    (void)state;
    static const struct {
        int width, height, box_width, box_height, want_width, want_height;
    } cases[] = {
        { 4000, 3000, 1200, 1200, 1200, 900 }, { 3000, 4000, 1200, 1200, 900, 1200 },
        { 100, 50, 1200, 900, 100, 50 },       { 1920, 1080, 1920, 1080, 1920, 1080 },
        { 8000, 1, 100, 100, 100, 1 },         { 3, 1000, 50, 10, 1, 10 },
        { 1000, 667, 500, 500, 500, 334 },     { 1000, 500, 400, 900, 400, 200 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int width = cases[i].box_width, height = cases[i].box_height;
        scale_fit(cases[i].width, cases[i].height, &width, &height);
        assert_int_equal(width, cases[i].want_width);
        assert_int_equal(height, cases[i].want_height);
    }
}

static void a_picture_fills_its_box(void **state)
{
    (void)state;
    static const struct {
        int picture_width, picture_height, width, height;
        struct crop want;
    } cases[] = {
        { 400, 300, 4, 3, { 0, 0, 400, 300 } },       { 400, 300, 1, 1, { 50, 0, 300, 300 } },
        { 300, 400, 1, 1, { 0, 40, 300, 300 } },      { 401, 300, 1, 1, { 50, 0, 300, 300 } },
        { 10, 1, 1, 1000, { 4, 0, 1, 1 } },           { 1, 10, 1000, 1, { 0, 3, 1, 1 } },
        { 1920, 1080, 9, 16, { 656, 0, 608, 1080 } },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct crop got = scale_crop(cases[i].picture_width, cases[i].picture_height,
                                     cases[i].width, cases[i].height);
        assert_int_equal(got.x, cases[i].want.x);
        assert_int_equal(got.y, cases[i].want.y);
        assert_int_equal(got.width, cases[i].want.width);
        assert_int_equal(got.height, cases[i].want.height);
    }
}

int scale_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pixel_weighs_by_its_area),
        cmocka_unit_test(what_is_not_seen_has_no_colour),
        cmocka_unit_test(only_the_part_is_drawn_and_only_into_its_place),
        cmocka_unit_test(the_fast_way_gives_what_the_slow_way_gives),
        cmocka_unit_test(a_white_picture_stays_white),
        cmocka_unit_test(a_picture_fits_its_box),
        cmocka_unit_test(a_picture_fills_its_box),
    };
    return cmocka_run_group_tests_name("scale", tests, NULL, NULL);
}
