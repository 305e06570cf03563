/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Scenes into pixels, on grids small enough to be read: a letter is a colour, "." the ground.
 */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "paint/canvas.h"
#include "paint/paint.h"

#include <math.h>
#include <stdlib.h>

static const struct colour white = { 255, 255, 255 }, black = { 0, 0, 0 };
static const struct colour red = { 255, 0, 0 }, blue = { 0, 0, 255 };

static struct pixels pixels_of(int width, int height, struct colour colour)
{
    struct pixels pixels;
    assert_true(pixels_new(width, height, &pixels));
    canvas_fill(&pixels, (struct box){ 0, 0, width, height }, colour);
    return pixels;
}

static char letter_of(uint32_t pixel)
{
    switch (pixel) {
    case 0xFFFFFFFF:
        return '.';
    case 0xFF000000:
        return '#';
    case 0xFFFF0000:
        return 'r';
    case 0xFF0000FF:
        return 'b';
    default:
        return '?';
    }
}

/* rows: the letters of all rows, one after the other. */
static void check_grid(const struct pixels *pixels, const char *rows)
{
    char got[257];
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    assert_true(count < sizeof got);
    for (size_t i = 0; i < count; i++)
        got[i] = letter_of(pixels->at[i]);
    got[count] = '\0';
    assert_string_equal(got, rows);
}

static struct pixels paint(const struct scene *scene, const struct pixels *picture)
{
    struct pixels to;
    assert_true(pixels_new(scene->width, scene->height, &to));
    paint_scene(NULL, scene, picture, &to);
    return to;
}

/* ---- blending ------------------------------------------------------------------------------ */

static void a_blend_is_rounded_to_the_nearest_value(void **state)
{
    static const uint32_t covers[] = { 0, 1, 2, 63, 127, 128, 129, 191, 253, 254, 255 };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(covers); i++) {
        for (uint32_t from = 0; from < 256; from++) {
            for (uint32_t to = 0; to < 256; to++) {
                uint32_t sum = from * covers[i] + to * (255 - covers[i]);
                assert_int_equal(canvas_mix(from, to, covers[i]), (2 * sum + 255) / 510);
            }
        }
    }
}

static void a_blend_is_opaque_and_mixes_each_channel(void **state)
{
    static const struct {
        uint32_t from, to, cover, mixed;
    } cases[] = {
        { 0x00FF0000, 0xFF0000FF, 0, 0xFF0000FF },   { 0x00FF0000, 0xFF0000FF, 255, 0xFFFF0000 },
        { 0xFFFF0000, 0xFF0000FF, 128, 0xFF80007F }, { 0xFF102030, 0xFFFFFFFF, 64, 0xFFC3C7CB },
        { 0xFF000000, 0xFFFFFFFF, 1, 0xFFFEFEFE },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_int_equal(canvas_over(cases[i].from, cases[i].to, cases[i].cover), cases[i].mixed);
}

/* ---- fills --------------------------------------------------------------------------------- */

static void a_fill_stays_within_the_slide(void **state)
{
    static const struct {
        struct box box;
        const char *rows;
    } cases[] = {
        { { 1, 1, 2, 1 }, ".....##....." },     { { 0, 0, 4, 3 }, "############" },
        { { -5, -5, 20, 20 }, "############" }, { { -2, 1, 3, 9 }, "....#...#..." },
        { { 3, -1, 9, 2 }, "...#........" },    { { 4, 0, 2, 3 }, "............" },
        { { 0, 3, 4, 1 }, "............" },     { { 1, 1, 0, 1 }, "............" },
        { { 2, 2, -1, -1 }, "............" },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct pixels pixels = pixels_of(4, 3, white);
        canvas_fill(&pixels, cases[i].box, black);
        check_grid(&pixels, cases[i].rows);
        pixels_free(&pixels);
    }
}

static void later_parts_lie_over_earlier_ones(void **state)
{
    struct scene_part parts[] = {
        { .kind = SCENE_FILL, .fill = { { 0, 0, 3, 2 }, red } },
        { .kind = SCENE_FILL, .fill = { { 1, 1, 3, 2 }, blue } },
    };
    struct scene scene = { .width = 4, .height = 3, .ground = white, .parts = parts, .count = 2 };
    (void)state;
    struct pixels pixels = paint(&scene, NULL);
    check_grid(&pixels, "rrr."
                        "rbbb"
                        ".bbb");
    pixels_free(&pixels);
}

/* ---- pictures ------------------------------------------------------------------------------ */

static struct scene picture_scene(struct scene_part *part, struct box box)
{
    *part = (struct scene_part){ .kind = SCENE_PICTURE, .picture = { box } };
    return (struct scene){ .width = 4, .height = 3, .ground = white, .parts = part, .count = 1 };
}

static void a_picture_is_cropped_to_its_box_round_its_middle(void **state)
{
    uint32_t at[] = { 0xFFFF0000, 0xFF000000, 0xFF0000FF, 0xFFFF0000,   /* r # b r */
                      0xFFFF0000, 0xFF0000FF, 0xFF000000, 0xFFFF0000 }; /* r b # r */
    struct pixels picture = { at, 4, 2 };
    struct scene_part part;
    (void)state;
    struct scene scene = picture_scene(&part, (struct box){ 1, 1, 2, 2 });
    struct pixels pixels = paint(&scene, &picture);
    check_grid(&pixels, "...."
                        ".#b."
                        ".b#.");
    pixels_free(&pixels);
    scene = picture_scene(&part, (struct box){ 0, 0, 4, 2 });
    pixels = paint(&scene, &picture);
    check_grid(&pixels, "r#br"
                        "rb#r"
                        "....");
    pixels_free(&pixels);
}

static void a_picture_beyond_the_edge_is_cut_there(void **state)
{
    uint32_t at[] = { 0xFFFF0000, 0xFF0000FF, 0xFF000000, 0xFFFF0000 };
    struct pixels picture = { at, 2, 2 };
    struct scene_part part;
    (void)state;
    struct scene scene = picture_scene(&part, (struct box){ -1, -1, 2, 2 });
    struct pixels pixels = paint(&scene, &picture);
    check_grid(&pixels, "r..."
                        "...."
                        "....");
    pixels_free(&pixels);
    scene = picture_scene(&part, (struct box){ 3, 2, 2, 2 });
    pixels = paint(&scene, &picture);
    check_grid(&pixels, "...."
                        "...."
                        "...r");
    pixels_free(&pixels);
    scene = picture_scene(&part, (struct box){ 0, 0, 0, 2 });
    pixels = paint(&scene, &picture);
    check_grid(&pixels, "............");
    pixels_free(&pixels);
}

static void what_is_clear_in_a_picture_shows_the_ground(void **state)
{
    uint32_t at[] = { 0x00FF0000, 0x80000000, 0xFF0000FF, 0x01000000 };
    struct pixels picture = { at, 2, 2 };
    struct scene_part part;
    struct scene scene = picture_scene(&part, (struct box){ 0, 0, 2, 2 });
    (void)state;
    struct pixels pixels = paint(&scene, &picture);
    assert_int_equal(pixels.at[0], 0xFFFFFFFF);
    assert_int_equal(pixels.at[1], 0xFF7F7F7F);
    assert_int_equal(pixels.at[4], 0xFF0000FF);
    assert_int_equal(pixels.at[5], 0xFFFEFEFE);
    pixels_free(&pixels);
    pixels = paint(&scene, NULL); /* no picture: the ground */
    check_grid(&pixels, "............");
    pixels_free(&pixels);
}

/* ---- codes --------------------------------------------------------------------------------- */

static void a_code_is_black_on_white_with_its_border(void **state)
{
    static const uint8_t cells[] = { 1, 0, 0, 1 };
    struct scene_part part = {
        .kind = SCENE_QR,
        .qr = { .box = { 1, 0, 12, 12 }, .modules = 2, .module_px = 2, .cells = cells }
    };
    struct scene scene = { .width = 14, .height = 12, .ground = red, .parts = &part, .count = 1 };
    (void)state;
    struct pixels pixels = paint(&scene, NULL);
    check_grid(&pixels, "r............r"
                        "r............r"
                        "r............r"
                        "r............r"
                        "r....##......r"
                        "r....##......r"
                        "r......##....r"
                        "r......##....r"
                        "r............r"
                        "r............r"
                        "r............r"
                        "r............r");
    pixels_free(&pixels);
}

/* ---- signs --------------------------------------------------------------------------------- */

#define SIGN 60

static struct pixels sign(enum scene_symbol symbol)
{
    struct pixels pixels = pixels_of(SIGN, SIGN, white);
    canvas_symbol(&pixels, (struct box){ 0, 0, SIGN, SIGN }, symbol, black);
    return pixels;
}

static int grey(const struct pixels *pixels, int x, int y)
{
    return (int)(pixels->at[y * pixels->width + x] & 255);
}

static void the_sign_of_cancelled_is_the_same_from_both_sides(void **state)
{
    struct pixels pixels = sign(SYMBOL_CANCELLED);
    (void)state;
    for (int y = 0; y < SIGN; y++) {
        for (int x = 0; x < SIGN; x++) {
            assert_int_equal(grey(&pixels, x, y), grey(&pixels, y, x));
            assert_int_equal(grey(&pixels, x, y), grey(&pixels, SIGN - 1 - x, SIGN - 1 - y));
        }
    }
    assert_int_equal(grey(&pixels, SIGN / 2, SIGN / 2), 0);   /* the bar */
    assert_int_equal(grey(&pixels, 0, 0), 255);               /* beside the ring */
    assert_int_equal(grey(&pixels, SIGN / 2, SIGN / 4), 255); /* within it */
    assert_int_equal(grey(&pixels, SIGN / 2, 3), 0);          /* the ring */
    assert_int_equal(grey(&pixels, SIGN - 13, 12), 0);        /* the bar's upper right end */
    pixels_free(&pixels);
}

static void the_warning_is_a_triangle_with_a_mark(void **state)
{
    struct pixels pixels = sign(SYMBOL_WARNING);
    (void)state;
    for (int y = 0; y < SIGN; y++) {
        for (int x = 0; x < SIGN / 2; x++)
            assert_int_equal(grey(&pixels, x, y), grey(&pixels, SIGN - 1 - x, y));
    }
    assert_int_equal(grey(&pixels, 2, 4), 255);                      /* beside the tip */
    assert_int_equal(grey(&pixels, SIGN / 2, SIGN - 7), 0);          /* the base */
    assert_int_equal(grey(&pixels, SIGN / 2, SIGN / 2), 255);        /* the stroke */
    assert_int_equal(grey(&pixels, SIGN / 2, SIGN * 78 / 100), 255); /* the dot */
    pixels_free(&pixels);
}

static void signs_have_smooth_edges_and_stay_within_the_slide(void **state)
{
    struct pixels pixels = sign(SYMBOL_CANCELLED);
    int between = 0;
    (void)state;
    for (int i = 0; i < SIGN * SIGN; i++)
        between += (pixels.at[i] & 255) > 20 && (pixels.at[i] & 255) < 235;
    assert_true(between > SIGN);
    pixels_free(&pixels);
    pixels = pixels_of(4, 4, white);
    canvas_symbol(&pixels, (struct box){ -30, -30, SIGN, SIGN }, SYMBOL_WARNING, black);
    canvas_symbol(&pixels, (struct box){ 3, 3, SIGN, SIGN }, SYMBOL_WARNING, black);
    canvas_symbol(&pixels, (struct box){ 9, 9, SIGN, SIGN }, SYMBOL_WARNING, black);
    pixels_free(&pixels);
}

/* ---- text ---------------------------------------------------------------------------------- */

static int open_fonts(void **state)
{
    const char *why = NULL;
    *state = fonts_open(SOURCE_DIR "/fonts/stack", &why);
    if (!*state)
        print_error("fonts/stack: %s (package fonts-noto-core)\n", why);
    return *state ? 0 : -1;
}

static int close_fonts(void **state)
{
    fonts_close(*state);
    return 0;
}

#define TEXT_SIZE 40.0

static struct scene text_scene(struct scene_part *part, const char *text, enum align align,
                               bool right_to_left)
{
    *part = (struct scene_part){ .kind = SCENE_TEXT,
                                 .text = { .box = { 20, 10, 200, 60 },
                                           .line = { .text = str_of(text),
                                                     .size = TEXT_SIZE,
                                                     .right_to_left = right_to_left },
                                           .colour = blue,
                                           .align = align } };
    return (struct scene){ .width = 240, .height = 80, .ground = white, .parts = part, .count = 1 };
}

/* The box round what is not ground. */
static struct box ink_of(const struct pixels *pixels)
{
    struct box box = { pixels->width, pixels->height, 0, 0 };
    int right = -1, bottom = -1;
    for (int y = 0; y < pixels->height; y++) {
        for (int x = 0; x < pixels->width; x++) {
            if ((pixels->at[y * pixels->width + x] & 0xFF0000) > 0x800000)
                continue;
            box.x = x < box.x ? x : box.x;
            box.y = y < box.y ? y : box.y;
            right = x > right ? x : right;
            bottom = y > bottom ? y : bottom;
        }
    }
    box.width = right - box.x + 1;
    box.height = bottom - box.y + 1;
    return box;
}

static struct box ink_of_text(struct fonts *fonts, const char *text, enum align align,
                              bool right_to_left)
{
    struct scene_part part;
    struct scene scene = text_scene(&part, text, align, right_to_left);
    struct pixels pixels;
    assert_true(pixels_new(scene.width, scene.height, &pixels));
    paint_scene(fonts, &scene, NULL, &pixels);
    struct box box = ink_of(&pixels);
    pixels_free(&pixels);
    return box;
}

static void text_starts_where_its_script_starts(void **state)
{
    struct box start = ink_of_text(*state, "HIH", ALIGN_START, false);
    struct box end = ink_of_text(*state, "HIH", ALIGN_END, false);
    struct box middle = ink_of_text(*state, "HIH", ALIGN_CENTRE, false);
    assert_in_range(start.x, 20, 25);
    assert_in_range(end.x + end.width, 215, 220);
    assert_in_range(abs(2 * middle.x + middle.width - 240), 0, 2);
    struct box arabic = ink_of_text(*state, "مقهى", ALIGN_START, true);
    assert_in_range(arabic.x + arabic.width, 213, 221);
    arabic = ink_of_text(*state, "مقهى", ALIGN_END, true);
    assert_in_range(arabic.x, 19, 26);
}

static void capitals_stand_in_the_middle_of_their_line(void **state)
{
    struct box box = ink_of_text(*state, "HIH", ALIGN_START, false);
    assert_in_range(box.height, lround(TEXT_SIZE * CAP_HEIGHT) - 1,
                    lround(TEXT_SIZE * CAP_HEIGHT) + 1);
    int above = box.y - 10, below = 70 - box.y - box.height;
    assert_in_range(abs(above - below), 0, 2);
    /* Letters of other heights stand on the same line. */
    struct box small = ink_of_text(*state, "nnn", ALIGN_START, false);
    assert_in_range(abs(small.y + small.height - box.y - box.height), 0, 1);
}

static void a_j_begins_at_the_same_edge_as_other_letters(void **state)
{
    struct box other = ink_of_text(*state, "nono", ALIGN_START, false);
    struct scene_part part;
    struct scene scene = text_scene(&part, "jono", ALIGN_START, false);
    struct pixels pixels;
    assert_true(pixels_new(scene.width, scene.height, &pixels));
    paint_scene(*state, &scene, NULL, &pixels);
    /* Its stem, not its hook: looked for at half the height of small letters. */
    int row = other.y + other.height / 2, x = 0;
    while ((pixels.at[row * pixels.width + x] & 0xFF0000) > 0x800000)
        x++;
    assert_in_range(abs(x - other.x), 0, 2);
    pixels_free(&pixels);
}

static void text_has_its_colour_and_leaves_an_opaque_slide(void **state)
{
    struct scene_part part;
    struct scene scene = text_scene(&part, "HIH", ALIGN_START, false);
    struct pixels pixels;
    bool full = false;
    assert_true(pixels_new(scene.width, scene.height, &pixels));
    paint_scene(*state, &scene, NULL, &pixels);
    for (int i = 0; i < pixels.width * pixels.height; i++) {
        assert_int_equal(pixels.at[i] >> 24, 255);
        assert_int_equal(pixels.at[i] & 255, 255); /* blue on white: blue is always full */
        full = full || pixels.at[i] == 0xFF0000FF;
    }
    assert_true(full);
    pixels_free(&pixels);
}

static void text_beyond_the_edge_is_cut_there(void **state)
{
    static const struct box boxes[] = {
        { -30, -30, 200, 60 }, { 200, 60, 200, 60 }, { -300, 0, 200, 60 }, { 0, 200, 200, 60 }
    };
    for (size_t i = 0; i < ARRAY_LEN(boxes); i++) {
        struct scene_part part;
        struct scene scene = text_scene(&part, "Sururyhmä", ALIGN_START, false);
        struct pixels pixels;
        part.text.box = boxes[i];
        assert_true(pixels_new(scene.width, scene.height, &pixels));
        paint_scene(*state, &scene, NULL, &pixels); /* the sanitizer looks on */
        pixels_free(&pixels);
    }
}

/* ---- the whole ----------------------------------------------------------------------------- */

static struct hash hash_of_text(struct fonts *fonts, const char *text)
{
    struct scene_part part;
    struct scene scene = text_scene(&part, text, ALIGN_START, false);
    struct pixels pixels;
    assert_true(pixels_new(scene.width, scene.height, &pixels));
    memset(pixels.at, 0x5A, 4 * 240 * 80); /* whatever was there before */
    paint_scene(fonts, &scene, NULL, &pixels);
    struct hash hash = paint_hash(&pixels);
    pixels_free(&pixels);
    return hash;
}

static void the_same_scene_gives_the_same_pixels(void **state)
{
    struct hash first = hash_of_text(*state, "Sururyhmä");
    struct hash other = hash_of_text(*state, "Sururyhma");
    struct hash again = hash_of_text(*state, "Sururyhmä");
    assert_true(hash_equal(&first, &again));
    assert_false(hash_equal(&first, &other));
}

static void a_slide_turns_with_its_panel(void **state)
{
    static const struct {
        int degrees, width, height;
        const char *rows;
    } cases[] = {
        { 0, 3, 2,
          "rb."
          "..#" },
        { 90, 2, 3,
          ".r"
          ".b"
          "#." },
        { 180, 3, 2,
          "#.."
          ".br" },
        { 270, 2, 3,
          ".#"
          "b."
          "r." },
    };
    uint32_t at[] = { 0xFFFF0000, 0xFF0000FF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF000000 };
    struct pixels from = { at, 3, 2 };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct pixels to = pixels_of(cases[i].width, cases[i].height, black);
        paint_turn(&from, cases[i].degrees, &to);
        check_grid(&to, cases[i].rows);
        pixels_free(&to);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_blend_is_rounded_to_the_nearest_value),
        cmocka_unit_test(a_blend_is_opaque_and_mixes_each_channel),
        cmocka_unit_test(a_fill_stays_within_the_slide),
        cmocka_unit_test(later_parts_lie_over_earlier_ones),
        cmocka_unit_test(a_picture_is_cropped_to_its_box_round_its_middle),
        cmocka_unit_test(a_picture_beyond_the_edge_is_cut_there),
        cmocka_unit_test(what_is_clear_in_a_picture_shows_the_ground),
        cmocka_unit_test(a_code_is_black_on_white_with_its_border),
        cmocka_unit_test(the_sign_of_cancelled_is_the_same_from_both_sides),
        cmocka_unit_test(the_warning_is_a_triangle_with_a_mark),
        cmocka_unit_test(signs_have_smooth_edges_and_stay_within_the_slide),
        cmocka_unit_test(text_starts_where_its_script_starts),
        cmocka_unit_test(capitals_stand_in_the_middle_of_their_line),
        cmocka_unit_test(a_j_begins_at_the_same_edge_as_other_letters),
        cmocka_unit_test(text_has_its_colour_and_leaves_an_opaque_slide),
        cmocka_unit_test(text_beyond_the_edge_is_cut_there),
        cmocka_unit_test(the_same_scene_gives_the_same_pixels),
        cmocka_unit_test(a_slide_turns_with_its_panel),
    };
    return cmocka_run_group_tests_name("paint", tests, open_fonts, close_fonts);
}
