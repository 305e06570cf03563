/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A row at a time would write one pixel into every row of a sideways picture; with a band of rows
 * the pixels of one column lie together in what is written.
 */
#include "media/turn.h"

#include <assert.h>
#include <stddef.h>

/* What happens to a stored pixel, in this order: mirrored across, mirrored down, x and y swapped.
 */
static const struct {
    bool across, down, swapped;
} turns[] = {
    [1] = { false, false, false }, [2] = { true, false, false }, [3] = { true, true, false },
    [4] = { false, true, false },  [5] = { false, false, true }, [6] = { false, true, true },
    [7] = { true, true, true },    [8] = { true, false, true },
};

bool turn_is_sideways(int how)
{
    assert(how >= 1 && how <= 8);
    return turns[how].swapped;
}

void turn_rows(struct turn turn, const uint32_t *rows, int first, int count, uint32_t *to)
{
    int width = turn.width, height = turn.height;
    assert(turn.how >= 1 && turn.how <= 8 && first >= 0 && count >= 0 && first + count <= height);
    bool swapped = turns[turn.how].swapped;
    /* Steps in `to` for one pixel to the right and one row down, and where (0, 0) lands. */
    ptrdiff_t right = swapped ? height : 1, below = swapped ? 1 : width, start = 0;
    if (turns[turn.how].across) {
        start += right * (width - 1);
        right = -right;
    }
    if (turns[turn.how].down) {
        start += below * (height - 1);
        below = -below;
    }
    /* The inner loop goes where the steps in `to` are short. */
    int outer_count = swapped ? width : count, inner_count = swapped ? count : width;
    ptrdiff_t outer_to = swapped ? right : below, inner_to = swapped ? below : right;
    ptrdiff_t outer_from = swapped ? 1 : width, inner_from = swapped ? width : 1;
    start += below * first;
    for (ptrdiff_t outer = 0; outer < outer_count; outer++)
        for (ptrdiff_t inner = 0; inner < inner_count; inner++)
            to[start + outer * outer_to + inner * inner_to] =
                rows[outer * outer_from + inner * inner_from];
}
