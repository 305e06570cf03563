/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes in a picture: what is read, where it stands, and which ones nobody reads. */
#include "base/utf8.h"
#include "made_code.h"
#include "sight/grey.h"
#include "sight/read_codes.h"
#include "sight_tests.h"

#include <stdlib.h>

#define ADDRESS "https://kylatupa.example.fi/lukupiiri"
#define WIDTH 640
#define HEIGHT 480
#define BLACK 0xff000000u
#define WHITE 0xffffffffu

static struct seen look(struct arena *arena, const struct pixels *pixels)
{
    struct seen seen = { .width = pixels->width, .height = pixels->height };
    assert_int_equal(read_codes(arena, grey_of(arena, pixels), &seen), CHILD_DONE);
    return seen;
}

static struct seen look_at_code(struct arena *arena, const struct made_code *code, uint32_t ground)
{
    struct pixels pixels = made_picture(arena, WIDTH, HEIGHT, ground);
    made_code_draw(&pixels, code, WIDTH / 2, HEIGHT / 2);
    return look(arena, &pixels);
}

static void a_code_is_read_with_its_place(void **state)
{
    for (int module = 3; module <= 10; module++) {
        struct made_code code = { ADDRESS, module, 4, BLACK, WHITE, 0 };
        struct seen seen = look_at_code(*state, &code, WHITE);
        int side = made_code_modules(ADDRESS) * module;
        assert_int_equal(seen.code_count, 1);
        assert_true(str_is(seen.codes[0].payload, ADDRESS));
        assert_true(seen.codes[0].is_upright);
        assert_false(seen.codes[0].is_inverted);
        int off = abs(seen.codes[0].box.x - (WIDTH - side) / 2) +
                  abs(seen.codes[0].box.y - (HEIGHT - side) / 2) +
                  abs(seen.codes[0].box.width - side) + abs(seen.codes[0].box.height - side);
        if (off > 4 + module)
            fail_msg("module %d: box %d %d %d %d of side %d", module, seen.codes[0].box.x,
                     seen.codes[0].box.y, seen.codes[0].box.width, seen.codes[0].box.height, side);
    }
}

static void turned_and_inverted_codes_are_told(void **state)
{
    static const struct {
        struct made_code code;
        uint32_t ground;
        size_t count;
        bool is_upright, is_inverted;
    } cases[] = {
        { { ADDRESS, 6, 4, BLACK, WHITE, 0 }, 0xff406080, 1, true, false },
        { { ADDRESS, 6, 4, BLACK, WHITE, 90 }, WHITE, 1, true, false },
        { { ADDRESS, 6, 4, BLACK, WHITE, 180 }, WHITE, 1, true, false },
        { { ADDRESS, 6, 4, BLACK, WHITE, 20 }, WHITE, 1, false, false },
        { { ADDRESS, 6, 4, WHITE, BLACK, 0 }, BLACK, 1, true, true },
        { { ADDRESS, 6, 4, 0xff666666, 0xff999999, 0 }, 0xff999999, 1, true, false },
        { { ADDRESS, 6, 4, 0xff808080, 0xff808080, 0 }, 0xff808080, 0, false, false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct seen seen = look_at_code(*state, &cases[i].code, cases[i].ground);
        if (seen.code_count != cases[i].count)
            fail_msg("case %zu: %zu codes", i, seen.code_count);
        if (seen.code_count == 0)
            continue;
        assert_true(str_is(seen.codes[0].payload, ADDRESS));
        if (seen.codes[0].is_upright != cases[i].is_upright ||
            seen.codes[0].is_inverted != cases[i].is_inverted)
            fail_msg("case %zu: told wrongly", i);
    }
}

static void several_codes_are_read(void **state)
{
    struct pixels pixels = made_picture(*state, 900, 600, WHITE);
    made_code_draw(&pixels, &(struct made_code){ ADDRESS, 5, 4, BLACK, WHITE, 0 }, 200, 200);
    made_code_draw(&pixels, &(struct made_code){ "tel:0401234508", 5, 4, BLACK, WHITE, 0 }, 650,
                   350);
    struct seen seen = look(*state, &pixels);
    assert_int_equal(seen.code_count, 2);
    bool first = str_is(seen.codes[0].payload, ADDRESS);
    assert_true(str_is(seen.codes[first ? 1 : 0].payload, "tel:0401234508"));
}

static void an_empty_picture_has_none(void **state)
{
    static const int sides[] = { 1, 2, 7, 64 };
    for (size_t i = 0; i < ARRAY_LEN(sides); i++) {
        struct pixels pixels = made_picture(*state, sides[i], sides[i], WHITE);
        assert_int_equal(look(*state, &pixels).code_count, 0);
    }
}

/* A code may hold any bytes; what comes out is text. */
static void a_payload_is_characters(void **state)
{
    struct made_code code = { "a\xff\x1b[2Jb", 8, 4, BLACK, WHITE, 0 };
    struct seen seen = look_at_code(*state, &code, WHITE);
    assert_int_equal(seen.code_count, 1);
    assert_true(utf8_is_valid(seen.codes[0].payload));
    assert_int_equal(str_find_byte(seen.codes[0].payload, '\x1b'), -1);
}

/* What is transparent is white to a reader, as it lies on the slide's light ground. */
static void transparent_parts_are_light(void **state)
{
    struct made_code code = { ADDRESS, 6, 4, BLACK, 0x00000000, 0 };
    struct seen seen = look_at_code(*state, &code, 0x00000000);
    assert_int_equal(seen.code_count, 1);
    assert_false(seen.codes[0].is_inverted);
}

int codes_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_code_is_read_with_its_place, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(turned_and_inverted_codes_are_told, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(several_codes_are_read, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(an_empty_picture_has_none, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(a_payload_is_characters, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(transparent_parts_are_light, give_arena, take_arena),
    };
    return cmocka_run_group_tests_name("codes", tests, NULL, NULL);
}
