/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two slides of one centre have ground, header and margins in common, often two thirds of the
 * screen: tiles that are alike are found once, and a frame costs only what differs. Blending is
 * one pass over bytes in plain C, which compilers turn into vector code by themselves (measured:
 * faster than SDL's two blits, and than any GL without a GPU).
 */
#include "paint/fade.h"

#include "base/int.h"

#include <assert.h>

#define SHARE_FULL 256

static bool tile_differs(const struct pixels *from, const struct pixels *to, const struct box *tile)
{
    for (int y = tile->y; y < tile->y + tile->height; y++) {
        size_t at = (size_t)y * (size_t)from->width + (size_t)tile->x;
        if (memcmp(from->at + at, to->at + at, (size_t)tile->width * sizeof *from->at) != 0)
            return true;
    }
    return false;
}

/* Adds a row's run of tiles, or makes the run just above it higher. */
static void add_run(struct arena *arena, struct fade *fade, const struct box *run)
{
    for (size_t i = fade->count; i > 0; i--) {
        struct box *above = &fade->boxes[i - 1];
        if (above->x == run->x && above->width == run->width &&
            above->y + above->height == run->y) {
            above->height += run->height;
            return;
        }
    }
    *ARENA_PUSH(arena, fade->boxes, fade->count) = *run;
}

static void compare_row(struct arena *arena, struct fade *fade, int y)
{
    const struct pixels *from = fade->from;
    struct box run = { .y = y, .height = int_lesser(FADE_TILE, from->height - y) };
    for (int x = 0; x < from->width; x += FADE_TILE) {
        struct box tile = { x, y, int_lesser(FADE_TILE, from->width - x), run.height };
        if (tile_differs(from, fade->to, &tile)) {
            run.x = run.width ? run.x : x;
            run.width += tile.width;
        } else if (run.width) {
            add_run(arena, fade, &run);
            run.width = 0;
        }
    }
    if (run.width)
        add_run(arena, fade, &run);
}

struct fade fade_start(struct arena *arena, const struct pixels *from, const struct pixels *to)
{
    struct fade fade = { .from = from, .to = to };
    assert(from->width == to->width && from->height == to->height);
    for (int y = 0; y < from->height; y += FADE_TILE)
        compare_row(arena, &fade, y);
    return fade;
}

/* Rounded; 0 and 256 give the bytes of one side just as they are. */
static void blend(uint8_t *restrict to, const uint8_t *restrict a, const uint8_t *restrict b,
                  size_t bytes, unsigned share)
{
    for (size_t i = 0; i < bytes; i++)
        to[i] = (uint8_t)((a[i] * (SHARE_FULL - share) + b[i] * share + 128) >> 8);
}

void fade_draw(const struct fade *fade, unsigned share, void *target, int stride_bytes)
{
    assert(share <= SHARE_FULL);
    for (size_t i = 0; i < fade->count; i++) {
        const struct box *box = &fade->boxes[i];
        size_t bytes = (size_t)box->width * sizeof *fade->from->at;
        for (int y = box->y; y < box->y + box->height; y++) {
            size_t at = (size_t)y * (size_t)fade->from->width + (size_t)box->x;
            uint8_t *row = (uint8_t *)target + (ptrdiff_t)y * stride_bytes +
                           (size_t)box->x * sizeof *fade->from->at;
            if (share == SHARE_FULL)
                memcpy(row, fade->to->at + at, bytes);
            else
                blend(row, (const uint8_t *)(fade->from->at + at),
                      (const uint8_t *)(fade->to->at + at), bytes, share);
        }
    }
}
