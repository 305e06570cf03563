/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds for all formats: types, names, limits. */
#include "make_picture.h"
#include "media_tests.h"

static void foreign_files_are_named(void **state)
{
    static const struct {
        struct str bytes;
        const char *name;
        enum finding_code code;
    } cases[] = {
        { { "GIF89a\1\0\1\0", 10 }, "GIF", FINDING_PICTURE_TYPE },
        { { "\0\0\0\x18"
            "ftypheic\0\0\0\0mif1heic",
            24 },
          "HEIC",
          FINDING_PICTURE_PHONE },
        { { "\0\0\0\x18"
            "ftypmif1\0\0\0\0mif1heic",
            24 },
          "HEIC",
          FINDING_PICTURE_PHONE },
        { { "\0\0\0\x18"
            "ftypmif1\0\0\0\0mif1miaf",
            24 },
          "HEIF",
          FINDING_PICTURE_PHONE },
        { { "\0\0\0\x1c"
            "ftypavif\0\0\0\0mif1miafavif",
            28 },
          "AVIF",
          FINDING_PICTURE_PHONE },
        { { "\0\0\0\x14"
            "ftypisom\0\0\0\0mp41",
            20 },
          "MP4",
          FINDING_PICTURE_FILM },
        { { "II*\0\x08\0\0\0", 8 }, "TIFF", FINDING_PICTURE_TYPE },
        { { "MM\0*\0\0\0\x08", 8 }, "TIFF", FINDING_PICTURE_TYPE },
        { { "BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", 18 }, "BMP", FINDING_PICTURE_TYPE },
        { { "<svg xmlns='http://www.w3.org/2000/svg'/>", 41 }, "SVG", FINDING_PICTURE_DRAWING },
        { { "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- a drawing --><svg/>", 50 },
          "SVG",
          FINDING_PICTURE_DRAWING },
        { { "<!DOCTYPE html><title>Log in</title>", 36 }, "HTML", FINDING_PICTURE_DOCUMENT },
        { { "%PDF-1.7\n", 9 }, "PDF", FINDING_PICTURE_DOCUMENT },
        { { "\0\0\1\0\1\0\x10\x10", 8 }, "ICO", FINDING_PICTURE_TYPE },
        { { "\xff\x0a\xfa\x1f", 4 }, "JPEG XL", FINDING_PICTURE_TYPE },
        { { "\0\0\0\x0cJXL \r\n\x87\n", 12 }, "JPEG XL", FINDING_PICTURE_TYPE },
        { { "\0\0\0\x0cjP  \r\n\x87\n", 12 }, "JPEG 2000", FINDING_PICTURE_TYPE },
        { { "8BPS\0\1", 6 }, "Photoshop", FINDING_PICTURE_DRAWING },
        { { "PK\3\4\x14\0\6\0......[Content_Types].xml......word/document.xml", 54 },
          "Word",
          FINDING_PICTURE_DOCUMENT },
        { { "PK\3\4\x14\0mimetypeapplication/vnd.oasis.opendocument.textPK", 55 },
          "OpenDocument (ODT)",
          FINDING_PICTURE_DOCUMENT },
        { { "PK\3\4\x14\0\0\0holiday.jpg", 19 }, "ZIP", FINDING_PICTURE_PACKED },
        { { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", 10 },
          "Word, PowerPoint or Excel",
          FINDING_PICTURE_DOCUMENT },
        { { "RIFF\x10\0\0\0AVI LIST", 16 }, "AVI", FINDING_PICTURE_FILM },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report = report_new(*state);
        struct probe probe;
        assert_false(
            probe_picture(cases[i].bytes, STR("a.png"), PICTURE_FILE_BYTES_MAX, &report, &probe));
        assert_int_equal(report.count, 1);
        assert_int_equal(report.findings[0].code, cases[i].code);
        assert_true(str_is(report.findings[0].args[0], "a.png"));
        assert_string_equal(str_c(*state, report.findings[0].args[1]), cases[i].name);
    }
}

static void what_nobody_knows_is_no_picture(void **state)
{
    static const struct str cases[] = { { "hello", 5 },
                                        { "\0\0\0\0\0\0\0\0", 8 },
                                        { "BM is not always a bitmap", 25 },
                                        { "<note>not a picture</note>", 26 } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_refused(*state, cases[i], FINDING_PICTURE_UNKNOWN);
}

static void first_bytes_alone_are_a_cut_picture(void **state)
{
    static const struct str cases[] = {
        { "", 0 },     { "\x89", 1 }, { "\x89PNG", 4 },      { "\x89PNG\r\n\x1a", 7 },
        { "\xff", 1 }, { "RI", 2 },   { "\xff\xd8\xff", 3 }, { "RIFF\1\0\0", 7 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_refused(*state, cases[i], FINDING_PICTURE_CUT);
}

static void a_name_that_does_not_fit_is_a_hint(void **state)
{
    struct str jpeg = make_jpeg(*state, 8, 8, (struct jpeg_kind){ .components = 3 });
    struct str png = make_png(*state, 8, 8, 8, 2);
    const struct {
        struct str bytes;
        const char *name;
        bool fits;
    } cases[] = {
        { jpeg, "talo.jpg", true },   { jpeg, "talo.JPEG", true },  { jpeg, "talo.jfif", true },
        { jpeg, "talo.png", false },  { jpeg, "talo.heic", false }, { jpeg, "3f2a", true },
        { png, "kuvat/b.Png", true }, { png, "b.jpg", false },      { png, "b.jpg.png", true },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report = report_new(*state);
        struct probe probe;
        assert_true(probe_picture(cases[i].bytes, str_of(cases[i].name), PICTURE_FILE_BYTES_MAX,
                                  &report, &probe));
        assert_int_equal(report.count, cases[i].fits ? 0 : 1);
        if (!cases[i].fits)
            assert_int_equal(report.findings[0].code, FINDING_PICTURE_NAME);
    }
}

static void a_file_over_the_limit_is_refused(void **state)
{
    struct str png = make_png(*state, 8, 8, 8, 2);
    struct report report = report_new(*state);
    struct probe probe;
    assert_false(probe_picture(png, STR("a.png"), png.bytes - 1, &report, &probe));
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, FINDING_PICTURE_BYTES);
    assert_int_equal(report.findings[0].arg_count, 3);
    assert_true(probe_picture(png, STR("a.png"), png.bytes, &report, &probe));
    assert_int_equal(report.count, 1);
}

static void a_centre_may_soften_its_own_limit_only(void **state)
{
    struct rule_setting settings[RULE_COUNT] = { 0 };
    settings[RULE_FILE_SIZE] =
        (struct rule_setting){ .has_severity = true, .severity = SEVERITY_ADVISE };
    struct report report = report_new(*state);
    report.settings = settings;
    struct probe probe;
    struct str png = make_png(*state, 8, 8, 8, 2);
    assert_true(probe_picture(png, STR("a.png"), 10, &report, &probe));
    assert_true(report_has_code(&report, FINDING_PICTURE_BYTES));

    /* The same picture with so much behind its end that the player's cap is passed. */
    char *long_file = arena_alloc(*state, PICTURE_FILE_BYTES_MAX + 1, 1);
    memcpy(long_file, png.at, png.bytes);
    struct str bytes = { long_file, PICTURE_FILE_BYTES_MAX + 1 };
    assert_false(probe_picture(bytes, STR("a.png"), SIZE_MAX, &report, &probe));
    bytes.bytes--;
    assert_true(probe_picture(bytes, STR("a.png"), SIZE_MAX, &report, &probe));
}

static void sides_are_limited_before_anything_else(void **state)
{
    static const struct {
        uint32_t width, height;
        bool passes;
    } cases[] = {
        { 60000, 60000, false }, { 8193, 1, false },    { 1, 8193, false },
        { 8192, 8192, false },   { 8192, 4883, false }, { 0x7fffffff, 1, false },
        { 8192, 4882, true },    { 1, 1, true },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct text png = png_start(*state);
        png_header(&png, cases[i].width, cases[i].height, 8, 6);
        png_rows(&png, (const uint8_t *)"", 0, 1);
        png_chunk(&png, "IEND", STR(""));
        if (cases[i].passes)
            assert_passes(*state, text_str(&png));
        else
            assert_refused(*state, text_str(&png), FINDING_PICTURE_SIDES);
    }
}

static void names_of_types_go_together(void **state)
{
    (void)state;
    assert_string_equal(picture_type_name(PICTURE_WEBP), "WebP");
    assert_string_equal(picture_media_type(PICTURE_JPEG), "image/jpeg");
    assert_string_equal(picture_ending(PICTURE_PNG), "png");
}

static void sideways_pictures_are_seen_with_sides_changed(void **state)
{
    (void)state;
    for (int turn = 1; turn <= 8; turn++) {
        struct probe probe = { .width = 40, .height = 30, .turn = turn };
        assert_int_equal(probe_seen_width(&probe), turn >= 5 ? 30 : 40);
        assert_int_equal(probe_seen_height(&probe), turn >= 5 ? 40 : 30);
    }
}

/* Each of the eight, in both byte orders and in each format. */
static void orientation_is_read_in_every_format(void **state)
{
    uint32_t pixels[16] = { 0xff102030 };
    struct str webp = make_webp(*state, pixels, 4, 4, true);
    for (int turn = 0; turn <= 9; turn++) {
        int want = turn >= 1 && turn <= 8 ? turn : 1;
        for (int is_little = 0; is_little <= 1; is_little++) {
            struct str exif = make_exif(*state, turn, is_little != 0, false);
            struct str files[] = {
                make_png_of(*state, pixels, 4, 4, exif),
                make_jpeg(*state, 4, 4, (struct jpeg_kind){ .components = 3, .exif = exif }),
                make_webp_extended(*state, webp, 0x08, STR(""), webp_chunk(*state, "EXIF", exif)),
            };
            for (size_t i = 0; i < ARRAY_LEN(files); i++)
                assert_int_equal(assert_passes(*state, files[i]).turn, want);
            struct probe probe = assert_passes(*state, files[0]);
            assert_int_equal(probe.turn_is_odd, turn == 9);
        }
    }
}

static void a_place_in_exif_is_private(void **state)
{
    for (int has_place = 0; has_place <= 1; has_place++) {
        struct jpeg_kind kind = { .components = 3,
                                  .exif = make_exif(*state, 6, false, has_place != 0) };
        struct probe probe = assert_passes(*state, make_jpeg(*state, 8, 8, kind));
        assert_int_equal(probe.has_private, has_place);
        assert_int_equal(probe.turn, 6);
    }
}

/* A JPEG with an XMP packet behind its start. */
static struct str with_xmp(struct arena *arena, const char *names)
{
    struct str jpeg = make_jpeg(arena, 8, 8, (struct jpeg_kind){ .components = 3 });
    struct str head = str_format(arena, "http://ns.adobe.com/xap/1.0/%c<rdf %s/>", 0, names);
    size_t length = head.bytes + 2;
    char mark[] = { (char)0xff, (char)0xe1, (char)(length >> 8), (char)length };
    struct str segment = str_join(arena, (struct str){ mark, sizeof mark }, head);
    return str_join(arena, str_slice(jpeg, 0, 2),
                    str_join(arena, segment, str_slice(jpeg, 2, jpeg.bytes)));
}

static void a_name_beside_a_face_is_private(void **state)
{
    static const struct {
        const char *names;
        bool is_private;
    } cases[] = {
        { "xmp:CreatorTool='Camera'", false },       { "mwg-rs:Regions='...'", true },
        { "MPReg:PersonDisplayName='Matti'", true }, { "exif:GPSLatitude='65,1N'", true },
        { "aux:SerialNumber='12'", true },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(assert_passes(*state, with_xmp(*state, cases[i].names)).has_private,
                         cases[i].is_private);
    uint32_t pixels[1] = { 0xff000000 };
    struct str xmp = STR("<rdf mwg-rs:Regions=''/>"), webp = make_webp(*state, pixels, 1, 1, true);
    struct str extended =
        make_webp_extended(*state, webp, 0x04, STR(""), webp_chunk(*state, "XMP ", xmp));
    assert_true(assert_passes(*state, extended).has_private);
}

/* Wherever it is cut or wrong, nothing is read that is not there (the sanitizers look on). */
static void broken_exif_does_not_spoil_a_picture(void **state)
{
    uint32_t pixels[1] = { 0 };
    struct str exif = make_exif(*state, 6, true, true);
    for (size_t cut = 1; cut < exif.bytes; cut++)
        assert_passes(*state, make_png_of(*state, pixels, 1, 1, str_slice(exif, 0, cut)));
    for (size_t at = 0; at < exif.bytes; at++) {
        struct str wrong = str_copy(*state, exif);
        ((char *)(uintptr_t)wrong.at)[at] = (char)0xff;
        assert_passes(*state, make_png_of(*state, pixels, 1, 1, wrong));
    }
}

static void only_foreign_colours_are_noticed(void **state)
{
    static const struct {
        const char *space;
        const int32_t *colourants;
        bool is_foreign;
    } cases[] = {
        { "RGB ", srgb_colourants, false },
        { "RGB ", adobe_colourants, true },
        { "GRAY", adobe_colourants, false },
        { "Lab ", srgb_colourants, true },
    };
    uint32_t pixels[16] = { 0 };
    struct str webp = make_webp(*state, pixels, 4, 4, true);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str icc = make_icc(*state, cases[i].space, cases[i].colourants);
        struct jpeg_kind kind = { .components = 3, .icc = icc };
        struct probe jpeg = assert_passes(*state, make_jpeg(*state, 8, 8, kind));
        assert_int_equal(jpeg.foreign_profile, cases[i].is_foreign);
        struct probe extended =
            assert_passes(*state, make_webp_extended(*state, webp, 0x20,
                                                     webp_chunk(*state, "ICCP", icc), STR("")));
        assert_int_equal(extended.foreign_profile, cases[i].is_foreign);
    }
}

int probe_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(foreign_files_are_named, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(what_nobody_knows_is_no_picture, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(first_bytes_alone_are_a_cut_picture, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_name_that_does_not_fit_is_a_hint, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_file_over_the_limit_is_refused, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_centre_may_soften_its_own_limit_only, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(sides_are_limited_before_anything_else, give_arena,
                                        take_arena),
        cmocka_unit_test(names_of_types_go_together),
        cmocka_unit_test(sideways_pictures_are_seen_with_sides_changed),
        cmocka_unit_test_setup_teardown(orientation_is_read_in_every_format, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(a_place_in_exif_is_private, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_name_beside_a_face_is_private, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(broken_exif_does_not_spoil_a_picture, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(only_foreign_colours_are_noticed, give_arena, take_arena),
    };
    return cmocka_run_group_tests_name("probe", tests, NULL, NULL);
}
