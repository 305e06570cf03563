/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a picture tells of its maker goes; its pixels, its turn and its colours stay. */
#include "make_picture.h"
#include "media/decode.h"
#include "media/strip.h"
#include "media_tests.h"

#define SIDE 16

static struct probe probe_of(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct probe probe;
    assert_true(probe_picture(bytes, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe));
    return probe;
}

static void assert_same_pixels(struct arena *arena, struct str before, struct str after)
{
    struct decoder *decoder = decoder_new(DECODER);
    struct probe first = probe_of(arena, before), second = probe_of(arena, after);
    struct pixels left, right;
    assert_int_equal(decoder_decode(decoder, before, &first, &left), DECODE_OK);
    assert_int_equal(decoder_decode(decoder, after, &second, &right), DECODE_OK);
    assert_int_equal(left.width, right.width);
    assert_int_equal(left.height, right.height);
    assert_memory_equal(left.at, right.at,
                        (size_t)left.width * (size_t)left.height * sizeof *left.at);
    pixels_free(&left);
    pixels_free(&right);
    decoder_free(decoder);
}

/* One picture in each format, with EXIF. */
static size_t make_all(struct arena *arena, struct str exif, struct str ret_files[3])
{
    uint32_t *pixels = ARENA_ARRAY(arena, uint32_t, SIDE * SIDE);
    for (uint32_t i = 0; i < SIDE * SIDE; i++)
        pixels[i] = 0xff000000 | i * 77777;
    struct str webp = make_webp(arena, pixels, SIDE, SIDE, true);
    struct jpeg_kind kind = { .components = 3,
                              .exif = exif,
                              .icc = make_icc(arena, "RGB ", adobe_colourants) };
    ret_files[0] = make_png_of(arena, pixels, SIDE, SIDE, exif);
    ret_files[1] = make_jpeg(arena, SIDE, SIDE, kind);
    ret_files[2] =
        make_webp_extended(arena, webp, 0x0C, STR(""),
                           str_join(arena, webp_chunk(arena, "EXIF", exif),
                                    webp_chunk(arena, "XMP ", STR("<x mwg-rs:Regions=''/>"))));
    return 3;
}

static void private_facts_go_and_the_picture_stays(void **state)
{
    for (int turn = 1; turn <= 8; turn++) {
        struct str files[3];
        size_t count = make_all(*state, make_exif(*state, turn, true, true), files);
        for (size_t i = 0; i < count; i++) {
            struct probe before = probe_of(*state, files[i]);
            assert_true(before.has_private);
            struct str stripped = picture_strip(*state, files[i], &before);
            struct probe after = probe_of(*state, stripped);
            assert_false(after.has_private);
            assert_int_equal(after.turn, turn);
            assert_int_equal(after.foreign_profile, before.foreign_profile);
            assert_int_equal(str_find(stripped, STR("mwg-rs")), -1);
            assert_same_pixels(*state, files[i], stripped);
            assert_ptr_equal(picture_strip(*state, stripped, &after).at, stripped.at);
        }
    }
}

static void what_tells_nothing_is_not_touched(void **state)
{
    struct str files[3];
    size_t count = make_all(*state, make_exif(*state, 6, false, false), files);
    for (size_t i = 0; i < count - 1; i++) { /* the WebP has names beside faces */
        struct probe probe = probe_of(*state, files[i]);
        assert_ptr_equal(picture_strip(*state, files[i], &probe).at, files[i].at);
    }
}

/* A comment, Photoshop's notes, and a second picture behind the end. */
static void everything_else_that_a_jpeg_tells_goes_as_well(void **state)
{
    struct str exif = make_exif(*state, 1, true, true);
    struct str jpeg = make_jpeg(*state, SIDE, SIDE, (struct jpeg_kind){ 3, false, 0, exif, { 0 } });
    static const char notes_bytes[] = "\xff\xfe\0\x0bSecret: 1"
                                      "\xff\xed\0\x09Secret2"
                                      "\xff\xe2\0\x0aMPF\0Secr";
    struct str notes = { notes_bytes, sizeof notes_bytes - 1 };
    struct str whole = str_join(*state, str_slice(jpeg, 0, 2),
                                str_join(*state, notes, str_slice(jpeg, 2, jpeg.bytes)));
    whole = str_join(*state, whole, STR("\xff\xd8Secret picture\xff\xd9"));
    struct probe probe = probe_of(*state, whole);
    struct str stripped = picture_strip(*state, whole, &probe);
    assert_int_equal(str_find(stripped, STR("Secr")), -1);
    assert_int_equal(str_find(stripped, STR("MPF")), -1);
    assert_true(str_ends(stripped, "\xff\xd9"));
    assert_same_pixels(*state, whole, stripped);
}

int strip_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(private_facts_go_and_the_picture_stays, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(what_tells_nothing_is_not_touched, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(everything_else_that_a_jpeg_tells_goes_as_well, give_arena,
                                        take_arena),
    };
    return cmocka_run_group_tests_name("strip", tests, NULL, NULL);
}
