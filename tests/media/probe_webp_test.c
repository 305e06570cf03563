/* SPDX-License-Identifier: GPL-3.0-or-later */
/* WebP: the RIFF around it and the two kinds of pictures within. */
#include "make_picture.h"
#include "media_tests.h"

#define SIDE 12

static struct str plain_webp(struct arena *arena, bool is_lossless, uint32_t alpha)
{
    uint32_t pixels[SIDE * SIDE];
    for (uint32_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = alpha << 24 | i * 0x010203;
    return make_webp(arena, pixels, SIDE, SIDE, is_lossless);
}

static struct str with_byte(struct arena *arena, struct str bytes, size_t at, uint8_t byte)
{
    struct str copy = str_copy(arena, bytes);
    ((char *)(uintptr_t)copy.at)[at] = (char)byte;
    return copy;
}

static void still_webps_are_read(void **state)
{
    static const struct {
        bool is_lossless;
        uint32_t alpha;
    } cases[] = { { false, 255 }, { false, 128 }, { true, 255 }, { true, 128 } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct probe probe =
            assert_passes(*state, plain_webp(*state, cases[i].is_lossless, cases[i].alpha));
        assert_int_equal(probe.type, PICTURE_WEBP);
        assert_int_equal(probe.width, SIDE);
        assert_int_equal(probe.height, SIDE);
        assert_int_equal(probe.has_alpha, cases[i].alpha < 255);
        assert_int_equal(probe.components, cases[i].alpha < 255 ? 4 : 3);
    }
}

static void a_webp_cut_anywhere_is_refused(void **state)
{
    for (int is_lossless = 0; is_lossless <= 1; is_lossless++) {
        struct str webp = plain_webp(*state, is_lossless != 0, 128);
        for (size_t bytes = 0; bytes < webp.bytes; bytes++)
            assert_refused(*state, str_slice(webp, 0, bytes), FINDING_PICTURE_CUT);
        assert_refused(*state, str_join(*state, webp, STR("xx")), FINDING_PICTURE_DAMAGED);
    }
}

static void moving_webps_are_refused(void **state)
{
    struct str webp = plain_webp(*state, true, 255);
    struct str loop = webp_chunk(*state, "ANIM", STR("\0\0\0\0\0\0"));
    assert_refused(*state, make_webp_extended(*state, webp, 0x02, STR(""), STR("")),
                   FINDING_PICTURE_MOVES);
    assert_refused(*state, make_webp_extended(*state, webp, 0, loop, STR("")),
                   FINDING_PICTURE_MOVES);
}

static void sides_of_a_webp_are_limited(void **state)
{
    struct str webp =
        make_webp_extended(*state, plain_webp(*state, true, 255), 0, STR(""), STR(""));
    assert_passes(*state, webp);
    assert_refused(*state, with_byte(*state, webp, 26, 0xff), FINDING_PICTURE_SIDES);
    /* A canvas that is not the picture's. */
    assert_refused(*state, with_byte(*state, webp, 24, SIDE), FINDING_PICTURE_DAMAGED);
}

static void chunks_fill_the_file(void **state)
{
    struct str webp = plain_webp(*state, true, 255);
    struct str twice = str_slice(webp, 12, webp.bytes);
    struct str strange = webp_chunk(*state, "ABCD", STR("odd"));
    assert_passes(*state, make_webp_extended(*state, webp, 0, strange, strange));
    assert_refused(*state, make_webp_extended(*state, webp, 0, STR(""), twice),
                   FINDING_PICTURE_DAMAGED);
    assert_refused(*state, make_webp_extended(*state, webp, 0, STR(""), STR("ABCD\1\0")),
                   FINDING_PICTURE_DAMAGED);
    assert_refused(*state, make_webp_extended(*state, webp, 0, STR(""), STR("ABCD\xff\0\0\0")),
                   FINDING_PICTURE_DAMAGED);
    assert_refused(*state, with_byte(*state, webp, 12, 'X'), FINDING_PICTURE_DAMAGED);
    assert_refused(*state, STR("RIFF\4\0\0\0WEBP"), FINDING_PICTURE_DAMAGED);
}

static void pictures_within_are_what_they_say(void **state)
{
    struct str lossy = plain_webp(*state, false, 255), lossless = plain_webp(*state, true, 255);
    const struct {
        struct str webp;
        size_t at;
        uint8_t byte;
    } cases[] = {
        { lossy, 20, (uint8_t)(lossy.at[20] | 1) },    /* not a key frame */
        { lossy, 20, (uint8_t)(lossy.at[20] & 0xef) }, /* not to be shown */
        { lossy, 22, 0xff },                           /* a first part longer than the file */
        { lossy, 23, 0x9c },                           /* start code */
        { lossless, 20, 0x2e },                        /* signature */
        { lossless, 24, 0xf0 },                        /* version */
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_refused(*state, with_byte(*state, cases[i].webp, cases[i].at, cases[i].byte),
                       FINDING_PICTURE_DAMAGED);
}

int probe_webp_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(still_webps_are_read, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_webp_cut_anywhere_is_refused, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(moving_webps_are_refused, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(sides_of_a_webp_are_limited, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(chunks_fill_the_file, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(pictures_within_are_what_they_say, give_arena, take_arena),
    };
    return cmocka_run_group_tests_name("probe_webp", tests, NULL, NULL);
}
