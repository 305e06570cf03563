/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Signs that go with words: "cancelled" (a ring with a bar) and "warning" (a triangle with a mark).
 * Each is a function from a point to "inside or not"; 4 × 4 samples a pixel make smooth edges, and
 * whole-number coordinates make them the same everywhere.
 */
#include "paint/canvas.h"

#define SAMPLES 4
#define GRID 1024 /* a symbol's side in its own units */

typedef bool inside_fn(int x, int y);

static int64_t square(int64_t value)
{
    return value * value;
}

static bool inside_cancelled(int x, int y)
{
    enum { CENTRE = GRID / 2, OUTER = 505, INNER = 385, HALF_BAR = 58 };
    int64_t distance = square(x - CENTRE) + square(y - CENTRE);
    if (distance > square(OUTER))
        return false;
    if (distance >= square(INNER))
        return true;
    /* The bar rises to the right: |x + y − GRID| / √2 is the distance from it. */
    return square(x + y - GRID) <= 2 * square(HALF_BAR);
}

static bool inside_warning(int x, int y)
{
    enum { TOP = 40, BOTTOM = 950, CENTRE = GRID / 2, HALF_BASE = 505 };
    if (y < TOP || y > BOTTOM)
        return false;
    int64_t half = (int64_t)HALF_BASE * (y - TOP) / (BOTTOM - TOP);
    if (x < CENTRE - half || x > CENTRE + half)
        return false;
    bool stroke = y > 340 && y < 640 && x > CENTRE - 52 && x < CENTRE + 52;
    bool dot = square(x - CENTRE) + square(y - 780) < square(66);
    return !stroke && !dot;
}

/* A sample's place in the symbol's units; rounded towards the middle, so that both halves match. */
static int place_of(int sample, int samples)
{
    return GRID / 2 + (int)((2 * (int64_t)sample + 1 - samples) * GRID / (2 * (int64_t)samples));
}

static unsigned coverage(inside_fn *inside, int column, int row, struct box box)
{
    unsigned hits = 0;
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
        int x = place_of(column * SAMPLES + i % SAMPLES, SAMPLES * box.width);
        int y = place_of(row * SAMPLES + i / SAMPLES, SAMPLES * box.height);
        hits += inside(x, y);
    }
    return hits * 255 / (SAMPLES * SAMPLES);
}

void canvas_symbol(struct pixels *to, struct box box, enum scene_symbol symbol, struct colour ink)
{
    inside_fn *inside = symbol == SYMBOL_CANCELLED ? inside_cancelled : inside_warning;
    uint32_t colour = canvas_colour(ink);
    for (int row = 0; row < box.height; row++) {
        for (int column = 0; column < box.width; column++) {
            int x = box.x + column, y = box.y + row;
            if (x < 0 || y < 0 || x >= to->width || y >= to->height)
                continue;
            uint32_t *at = &to->at[(size_t)y * (size_t)to->width + (size_t)x];
            *at = canvas_over(colour, *at, coverage(inside, column, row, box));
        }
    }
}
