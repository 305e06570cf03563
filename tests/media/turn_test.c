/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The eight turns, on a grid small enough to be read. */
#include "media/turn.h"
#include "media_tests.h"

/*
 * Stored: 1 2 3
 *         4 5 6
 * and what is seen, row by row. The names of EXIF say where the stored first row and column lie.
 */
static const struct {
    int turn, width;
    uint32_t seen[6];
} cases[] = {
    { 1, 3, { 1, 2, 3, 4, 5, 6 } }, /* top, left */
    { 2, 3, { 3, 2, 1, 6, 5, 4 } }, /* top, right */
    { 3, 3, { 6, 5, 4, 3, 2, 1 } }, /* bottom, right */
    { 4, 3, { 4, 5, 6, 1, 2, 3 } }, /* bottom, left */
    { 5, 2, { 1, 4, 2, 5, 3, 6 } }, /* left, top */
    { 6, 2, { 4, 1, 5, 2, 6, 3 } }, /* right, top: the usual upright phone */
    { 7, 2, { 6, 3, 5, 2, 4, 1 } }, /* right, bottom */
    { 8, 2, { 3, 6, 2, 5, 1, 4 } }, /* left, bottom */
};

static const uint32_t stored[6] = { 1, 2, 3, 4, 5, 6 };

static void every_turn_puts_the_picture_upright(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint32_t seen[6] = { 0 };
        turn_rows((struct turn){ cases[i].turn, 3, 2 }, stored, 0, 2, seen);
        assert_memory_equal(seen, cases[i].seen, sizeof seen);
        assert_int_equal(turn_is_sideways(cases[i].turn), cases[i].width == 2);
    }
}

static void rows_may_come_one_by_one(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint32_t seen[6] = { 0 };
        struct turn turn = { cases[i].turn, 3, 2 };
        turn_rows(turn, stored + 3, 1, 1, seen);
        turn_rows(turn, stored, 0, 1, seen);
        assert_memory_equal(seen, cases[i].seen, sizeof seen);
    }
}

int turn_tests(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_turn_puts_the_picture_upright),
        cmocka_unit_test(rows_may_come_one_by_one),
    };
    return cmocka_run_group_tests_name("turn", tests, NULL, NULL);
}
