/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JPEG: segments, scans and the end mark. */
#include "make_picture.h"
#include "media_tests.h"

/* The place of the marker's n-th segment (from 0), where its 0xff stands. */
static size_t find_marker(struct str jpeg, uint8_t marker)
{
    char want[2] = { (char)0xff, (char)marker };
    ptrdiff_t at = str_find(jpeg, (struct str){ want, 2 });
    assert_true(at >= 0);
    return (size_t)at;
}

/* A copy with other bytes in place of some. */
static struct str splice(struct arena *arena, struct str bytes, size_t at, size_t gone,
                         struct str instead)
{
    struct str head = str_join(arena, str_slice(bytes, 0, at), instead);
    return str_join(arena, head, str_slice(bytes, at + gone, bytes.bytes));
}

static struct str colour_jpeg(struct arena *arena)
{
    return make_jpeg(arena, 50, 40, (struct jpeg_kind){ .components = 3 });
}

static void usual_jpegs_are_read(void **state)
{
    static const struct jpeg_kind kinds[] = {
        { .components = 1 },
        { .components = 3 },
        { .components = 3, .is_progressive = true },
        { .components = 1, .is_progressive = true },
        { .components = 3, .restart_rows = 1 },
    };
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        struct probe probe = assert_passes(*state, make_jpeg(*state, 300, 200, kinds[i]));
        assert_int_equal(probe.type, PICTURE_JPEG);
        assert_int_equal(probe.width, 300);
        assert_int_equal(probe.height, 200);
        assert_int_equal(probe.components, kinds[i].components);
        assert_int_equal(probe.turn, 1);
        assert_false(probe.has_alpha);
    }
}

static void a_jpeg_cut_anywhere_is_refused(void **state)
{
    for (int is_progressive = 0; is_progressive <= 1; is_progressive++) {
        struct str jpeg =
            make_jpeg(*state, 60, 60,
                      (struct jpeg_kind){ .components = 3,
                                          .is_progressive = is_progressive != 0,
                                          .exif = make_exif(*state, 1, true, false) });
        for (size_t bytes = 0; bytes < jpeg.bytes; bytes++)
            assert_refused(*state, str_slice(jpeg, 0, bytes), FINDING_PICTURE_CUT);
    }
}

static void what_phones_put_behind_the_end_is_let_pass(void **state)
{
    struct str jpeg = colour_jpeg(*state);
    assert_passes(*state, str_join(*state, jpeg, STR("\0\0\0\0")));
    assert_passes(*state, str_join(*state, jpeg,
                                   STR("\0\0\0\x18"
                                       "ftypmp42")));
    assert_passes(*state, str_join(*state, jpeg, jpeg));
}

static void four_colours_are_for_printing(void **state)
{
    struct str jpeg = make_jpeg(*state, 16, 16, (struct jpeg_kind){ .components = 4 });
    assert_refused(*state, jpeg, FINDING_PICTURE_CMYK);
}

static void sides_of_a_jpeg_are_limited(void **state)
{
    struct str jpeg = colour_jpeg(*state);
    size_t frame = find_marker(jpeg, 0xc0);
    static const struct {
        struct str sides; /* height, width */
        enum finding_code code;
    } cases[] = {
        { { "\xff\xff\xff\xff", 4 }, FINDING_PICTURE_SIDES },
        { { "\x20\x01\x00\x10", 4 }, FINDING_PICTURE_SIDES },
        { { "\x20\x00\x20\x00", 4 }, FINDING_PICTURE_SIDES },
        { { "\x00\x00\x00\x10", 4 }, FINDING_PICTURE_DAMAGED },
        { { "\x00\x10\x00\x00", 4 }, FINDING_PICTURE_DAMAGED },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_refused(*state, splice(*state, jpeg, frame + 5, 4, cases[i].sides), cases[i].code);
}

static void unusual_frames_are_refused(void **state)
{
    struct str jpeg = colour_jpeg(*state);
    size_t frame = find_marker(jpeg, 0xc0);
    /* Place behind the frame's 0xff, what stands there then. */
    static const struct {
        size_t at;
        uint8_t byte;
    } cases[] = {
        { 1, 0xc3 },  { 1, 0xc5 },  { 1, 0xc9 },
        { 1, 0xcf },                              /* lossless, hierarchical, arithmetic */
        { 4, 12 },    { 4, 1 },                   /* bits */
        { 9, 2 },     { 9, 5 },     { 9, 0 },     /* components */
        { 11, 0x00 }, { 11, 0x51 }, { 11, 0x15 }, /* sampling */
        { 12, 4 },                                /* table */
        { 13, 1 },                                /* the same component twice */
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str byte = { (const char *)&cases[i].byte, 1 };
        assert_refused(*state, splice(*state, jpeg, frame + cases[i].at, 1, byte),
                       FINDING_PICTURE_DAMAGED);
    }
    struct str segment = str_slice(jpeg, frame, 19);
    assert_refused(*state, splice(*state, jpeg, frame, 0, segment), FINDING_PICTURE_DAMAGED);
}

static void scans_are_counted(void **state)
{
    struct str jpeg =
        make_jpeg(*state, 8, 8, (struct jpeg_kind){ .components = 1, .is_progressive = true });
    size_t end = jpeg.bytes - 2;
    struct str scan = STR("\xff\xda\0\x08\1\1\0\0\0\0\x3f");
    unsigned own = 0;
    for (size_t at = 0; at + 1 < jpeg.bytes; at++)
        own += (uint8_t)jpeg.at[at] == 0xff && (uint8_t)jpeg.at[at + 1] == 0xda;
    struct str more = STR("");
    for (unsigned count = own; count <= 101; count++) {
        struct str longer = splice(*state, jpeg, end, 0, more);
        if (count <= 100)
            assert_passes(*state, longer);
        else
            assert_refused(*state, longer, FINDING_PICTURE_DAMAGED);
        more = str_join(*state, more, scan);
    }
}

static void scans_are_of_this_picture(void **state)
{
    struct str jpeg = colour_jpeg(*state);
    size_t scan = find_marker(jpeg, 0xda), frame = find_marker(jpeg, 0xc0);
    assert_refused(*state, splice(*state, jpeg, scan + 5, 1, STR("\x09")),
                   FINDING_PICTURE_DAMAGED); /* a component that is not there */
    assert_refused(*state, splice(*state, jpeg, scan + 4, 1, STR("\x04")), FINDING_PICTURE_DAMAGED);
    assert_refused(*state, splice(*state, jpeg, frame, 19, STR("")),
                   FINDING_PICTURE_DAMAGED); /* no frame at all */
    /* The first colour alone, then the end. */
    struct str one = STR("\xff\xda\0\x08\1\1\0\0\x3f\0\x55\xff\xd9");
    assert_refused(*state, splice(*state, jpeg, scan, jpeg.bytes, one), FINDING_PICTURE_DAMAGED);
}

static void restart_markers_count_up(void **state)
{
    struct str jpeg =
        make_jpeg(*state, 64, 64, (struct jpeg_kind){ .components = 3, .restart_rows = 1 });
    assert_passes(*state, jpeg);
    size_t first = find_marker(jpeg, 0xd0);
    assert_refused(*state, splice(*state, jpeg, first, 2, STR("\xff\xd3")),
                   FINDING_PICTURE_DAMAGED);
    assert_refused(*state, splice(*state, jpeg, first, 2, STR("\xff\xdc")),
                   FINDING_PICTURE_DAMAGED);
}

static void nothing_stands_between_segments(void **state)
{
    struct str jpeg = colour_jpeg(*state);
    size_t frame = find_marker(jpeg, 0xc0);
    assert_passes(*state, splice(*state, jpeg, frame, 0, STR("\xff\xff\xff")));
    assert_refused(*state, splice(*state, jpeg, frame, 0, STR("abc")), FINDING_PICTURE_DAMAGED);
    assert_refused(*state, splice(*state, jpeg, frame, 0, STR("\xff\xd8")),
                   FINDING_PICTURE_DAMAGED);
    assert_refused(*state, splice(*state, jpeg, frame, 0, STR("\xff\xfe\0\1")),
                   FINDING_PICTURE_DAMAGED);
    assert_refused(*state, STR("\xff\xd8\xff\xd9"), FINDING_PICTURE_DAMAGED);
}

/* Nothing but the walk over the file: whatever the bytes say, it ends, and the sanitizers look on.
 */
static void any_wrong_byte_leaves_the_probe_alive(void **state)
{
    struct str jpeg = make_jpeg(*state, 24, 24,
                                (struct jpeg_kind){ .components = 3,
                                                    .is_progressive = true,
                                                    .exif = make_exif(*state, 6, true, true) });
    struct str wrong = str_copy(*state, jpeg);
    for (size_t at = 0; at < jpeg.bytes; at++) {
        for (int byte = 0; byte < 256; byte += 15) {
            struct report report = report_new(*state);
            struct probe probe;
            ((char *)(uintptr_t)wrong.at)[at] = (char)byte;
            bool passes = probe_picture(wrong, STR(""), PICTURE_FILE_BYTES_MAX, &report, &probe);
            assert_true(passes || report.count > 0);
            if (passes)
                assert_true(probe.width > 0 && probe.height > 0 && probe.turn >= 1);
        }
        ((char *)(uintptr_t)wrong.at)[at] = jpeg.at[at];
    }
}

int probe_jpeg_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(usual_jpegs_are_read, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_jpeg_cut_anywhere_is_refused, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(what_phones_put_behind_the_end_is_let_pass, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(four_colours_are_for_printing, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(sides_of_a_jpeg_are_limited, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(unusual_frames_are_refused, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(scans_are_counted, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(scans_are_of_this_picture, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(restart_markers_count_up, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(nothing_stands_between_segments, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(any_wrong_byte_leaves_the_probe_alive, give_arena,
                                        take_arena),
    };
    return cmocka_run_group_tests_name("probe_jpeg", tests, NULL, NULL);
}
