/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PNG: chunks, their order, lengths and CRCs. */
#include "make_picture.h"
#include "media_tests.h"

#include <zlib.h>

static void every_kind_of_colour_is_read(void **state)
{
    static const struct {
        uint8_t depth, colour, components;
        bool has_alpha;
    } cases[] = {
        { 1, 0, 1, false },  { 2, 0, 1, false }, { 4, 0, 1, false },  { 8, 0, 1, false },
        { 16, 0, 1, false }, { 8, 2, 3, false }, { 16, 2, 3, false }, { 1, 3, 3, false },
        { 2, 3, 3, false },  { 4, 3, 3, false }, { 8, 3, 3, false },  { 8, 4, 2, true },
        { 16, 4, 2, true },  { 8, 6, 4, true },  { 16, 6, 4, true },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct probe probe =
            assert_passes(*state, make_png(*state, 7, 5, cases[i].depth, cases[i].colour));
        assert_int_equal(probe.type, PICTURE_PNG);
        assert_int_equal(probe.width, 7);
        assert_int_equal(probe.height, 5);
        assert_int_equal(probe.turn, 1);
        assert_int_equal(probe.components, cases[i].components);
        assert_int_equal(probe.has_alpha, cases[i].has_alpha);
    }
}

static void a_png_cut_anywhere_is_refused(void **state)
{
    struct str png = make_png(*state, 30, 20, 8, 6);
    for (size_t bytes = 0; bytes < png.bytes; bytes++)
        assert_refused(*state, str_slice(png, 0, bytes), FINDING_PICTURE_CUT);
}

static void a_single_wrong_bit_in_a_png_is_refused(void **state)
{
    struct str png = make_png(*state, 3, 3, 8, 6);
    for (size_t bit = 0; bit < 8 * png.bytes; bit++) {
        struct report report = report_new(*state);
        struct probe probe;
        struct str wrong = str_copy(*state, png);
        ((char *)(uintptr_t)wrong.at)[bit / 8] ^= (char)(1 << bit % 8);
        assert_false(probe_picture(wrong, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe));
        assert_int_equal(report.count, 1);
    }
}

static void a_png_mended_by_a_text_transfer_is_damaged(void **state)
{
    assert_refused(*state, STR("\x89PNG\n\x1a\n\0\0\0\rIHDR"), FINDING_PICTURE_DAMAGED);
}

/* Places of a chunk under test in an otherwise right palette PNG. */
enum place_in_png { BEFORE_PALETTE, AFTER_PALETTE, AFTER_DATA, AFTER_END };

static struct str png_with(struct arena *arena, enum place_in_png place, const char *type,
                           struct str data)
{
    struct text png = png_start(arena);
    png_header(&png, 2, 2, 8, 3);
    for (int at = BEFORE_PALETTE; at <= AFTER_END; at++) {
        if (at == AFTER_PALETTE)
            png_chunk(&png, "PLTE", STR("\0\0\0\xff\xff\xff"));
        if (at == AFTER_DATA)
            png_rows(&png, (const uint8_t *)"\0\1\1\0", 2, 2);
        if (at == AFTER_END)
            png_chunk(&png, "IEND", STR(""));
        if (at == (int)place)
            png_chunk(&png, type, data);
    }
    return text_str(&png);
}

static void chunks_have_their_place_and_length(void **state)
{
    static const char zeros[40];
    const struct {
        enum place_in_png place;
        char type[5];
        uint8_t bytes;
        bool passes;
    } cases[] = {
        { BEFORE_PALETTE, "gAMA", 4, true },   { BEFORE_PALETTE, "gAMA", 5, false },
        { BEFORE_PALETTE, "pHYs", 9, true },   { BEFORE_PALETTE, "pHYs", 0, false },
        { BEFORE_PALETTE, "cHRM", 32, true },  { BEFORE_PALETTE, "cHRM", 31, false },
        { AFTER_PALETTE, "bKGD", 1, true },    { AFTER_PALETTE, "bKGD", 7, false },
        { AFTER_PALETTE, "tRNS", 2, true },    { AFTER_DATA, "tRNS", 2, false },
        { AFTER_PALETTE, "PLTE", 6, false },   { AFTER_DATA, "PLTE", 6, false },
        { BEFORE_PALETTE, "PLTE", 5, false },  { BEFORE_PALETTE, "IDAT", 9, false },
        { AFTER_PALETTE, "IHDR", 13, false },  { AFTER_DATA, "IDAT", 9, true },
        { AFTER_DATA, "tIME", 7, true },       { AFTER_DATA, "tEXt", 40, true },
        { BEFORE_PALETTE, "prIv", 40, true },  { BEFORE_PALETTE, "CgBI", 4, false },
        { AFTER_DATA, "IEND", 1, false },      { AFTER_END, "IDAT", 9, true },
        { BEFORE_PALETTE, "a\1bc", 4, false }, { AFTER_PALETTE, "IEND", 0, false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str data = { zeros, cases[i].bytes };
        struct str png = png_with(*state, cases[i].place, cases[i].type, data);
        if (cases[i].passes)
            assert_passes(*state, png);
        else
            assert_refused(*state, png, FINDING_PICTURE_DAMAGED);
    }
}

static void pixels_stand_in_one_piece(void **state)
{
    struct text png = png_start(*state);
    png_header(&png, 2, 2, 8, 0);
    png_rows(&png, (const uint8_t *)"\0\1\1\0", 2, 2);
    png_chunk(&png, "tIME", STR("\7\xea\1\1\0\0\0"));
    png_chunk(&png, "IDAT", STR(""));
    png_chunk(&png, "IEND", STR(""));
    assert_refused(*state, text_str(&png), FINDING_PICTURE_DAMAGED);
}

static void what_belongs_to_no_pixel_stays_small(void **state)
{
    size_t bytes_max = (size_t)1 << 20;
    char *zeros = arena_alloc(*state, bytes_max + 1, 1);
    struct str fits = { zeros, bytes_max }, too_long = { zeros, bytes_max + 1 };
    assert_passes(*state, png_with(*state, BEFORE_PALETTE, "prIv", fits));
    assert_refused(*state, png_with(*state, BEFORE_PALETTE, "prIv", too_long),
                   FINDING_PICTURE_DAMAGED);
    assert_refused(*state, png_with(*state, AFTER_PALETTE, "bKGD", fits), FINDING_PICTURE_DAMAGED);
}

/* 57 bytes that kept a decoder busy for minutes: the length is a claim, the bytes are not there. */
static void a_background_that_claims_much_is_refused(void **state)
{
    struct text png = png_start(*state);
    png_header(&png, 1, 1, 8, 2);
    add_be32(&png, 0x7fffffff);
    text_add(&png, STR("bKGD\0\0\0\0\0\0\0\0\0\0\0\0"));
    assert_refused(*state, text_str(&png), FINDING_PICTURE_DAMAGED);
}

static void there_are_not_too_many_chunks(void **state)
{
    for (int count = 1000; count <= 1001; count++) {
        struct text png = png_start(*state);
        png_header(&png, 1, 1, 8, 0);
        for (int i = 0; i < count; i++)
            png_chunk(&png, "tEXt", STR("a\0b"));
        png_rows(&png, (const uint8_t *)"", 1, 1);
        png_chunk(&png, "IEND", STR(""));
        if (count == 1000)
            assert_passes(*state, text_str(&png));
        else
            assert_refused(*state, text_str(&png), FINDING_PICTURE_DAMAGED);
    }
}

static void headers_are_sane(void **state)
{
    /* width 0, depth 3, RGB of 4 bits, palette of 16 bits, unknown colours, odd methods */
    static const uint8_t headers[][13] = {
        { 0, 0, 0, 0, 0, 0, 0, 1, 8, 2, 0, 0, 0 },    { 0, 0, 0, 1, 0, 0, 0, 0, 8, 2, 0, 0, 0 },
        { 0, 0, 0, 1, 0, 0, 0, 1, 3, 0, 0, 0, 0 },    { 0, 0, 0, 1, 0, 0, 0, 1, 4, 2, 0, 0, 0 },
        { 0, 0, 0, 1, 0, 0, 0, 1, 16, 3, 0, 0, 0 },   { 0, 0, 0, 1, 0, 0, 0, 1, 8, 1, 0, 0, 0 },
        { 0, 0, 0, 1, 0, 0, 0, 1, 8, 7, 0, 0, 0 },    { 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 1, 0, 0 },
        { 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 1, 0 },    { 0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 2 },
        { 0x80, 0, 0, 0, 0, 0, 0, 1, 8, 2, 0, 0, 0 }, { 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0 },
    };
    for (size_t i = 0; i < ARRAY_LEN(headers); i++) {
        struct text png = png_start(*state);
        png_chunk(&png, "IHDR", (struct str){ (const char *)headers[i], 13 });
        assert_refused(*state, text_str(&png), FINDING_PICTURE_DAMAGED);
    }
}

static void a_moving_png_shows_its_first_picture(void **state)
{
    struct report report = report_new(*state);
    struct probe probe;
    struct str png = png_with(*state, BEFORE_PALETTE, "acTL", STR("\0\0\0\2\0\0\0\0"));
    assert_true(probe_picture(png, STR("a.png"), PICTURE_FILE_BYTES_MAX, &report, &probe));
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, FINDING_PICTURE_MOVES_FIRST);
    assert_passes(*state, png_with(*state, BEFORE_PALETTE, "acTL", STR("\0\0\0\1\0\0\0\0")));
}

static void transparency_without_a_channel_counts(void **state)
{
    struct str png = png_with(*state, AFTER_PALETTE, "tRNS", STR("\0"));
    assert_true(assert_passes(*state, png).has_alpha);
    png = png_with(*state, BEFORE_PALETTE, "gAMA", STR("\0\0\xb1\x8f"));
    assert_false(assert_passes(*state, png).has_alpha);
}

static void profiles_are_unpacked_within_bounds(void **state)
{
    const struct {
        const int32_t *colourants;
        size_t room;
        bool is_foreign;
    } cases[] = {
        { srgb_colourants, 0, false },
        { adobe_colourants, 0, true },
        { adobe_colourants, (size_t)50 << 20, true }, /* a profile that unpacks to 50 MiB */
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str icc = make_icc(*state, "RGB ", cases[i].colourants);
        char *plain = arena_alloc(*state, icc.bytes + cases[i].room, 1);
        memcpy(plain, icc.at, icc.bytes);
        uLongf bytes = compressBound(icc.bytes + cases[i].room);
        char *chunk = arena_alloc(*state, bytes + 4, 1);
        memcpy(chunk, "icc\0", 5);
        assert_int_equal(
            compress((Bytef *)chunk + 5, &bytes, (const Bytef *)plain, icc.bytes + cases[i].room),
            Z_OK);
        struct str png = png_with(*state, BEFORE_PALETTE, "iCCP", (struct str){ chunk, bytes + 5 });
        assert_int_equal(assert_passes(*state, png).foreign_profile, cases[i].is_foreign);
    }
    static const struct str broken[] = { { "icc\0\0not packed", 15 }, { "no end", 6 }, { "", 0 } };
    for (size_t i = 0; i < ARRAY_LEN(broken); i++)
        assert_false(assert_passes(*state, png_with(*state, BEFORE_PALETTE, "iCCP", broken[i]))
                         .foreign_profile);
}

int probe_png_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_kind_of_colour_is_read, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_png_cut_anywhere_is_refused, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_single_wrong_bit_in_a_png_is_refused, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_png_mended_by_a_text_transfer_is_damaged, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(chunks_have_their_place_and_length, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(pixels_stand_in_one_piece, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(what_belongs_to_no_pixel_stays_small, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_background_that_claims_much_is_refused, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(there_are_not_too_many_chunks, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(headers_are_sane, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_moving_png_shows_its_first_picture, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(transparency_without_a_channel_counts, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(profiles_are_unpacked_within_bounds, give_arena,
                                        take_arena),
    };
    return cmocka_run_group_tests_name("probe_png", tests, NULL, NULL);
}
