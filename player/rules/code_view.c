/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Three corners of a code hold a finder: a dark frame of 7 × 7 modules. The longest dark run from
 * the side along the outermost rows is 7 modules at three corners; the middle of the four runs is
 * one of these, whichever corner has none. The number of modules is then 17 + 4 × version.
 */
#include "rules/code_view.h"

#include "base/attrs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FINDER_MODULES 7
#define MODULES_LEAST 21 /* ISO/IEC 18004: version 1 … */
#define MODULES_MOST 177 /* … to 40 */
#define OUTER_SHARE 42   /* of the side: within the finder in codes of every version */
#define QUIET_MODULES 4
#define FORMAT_ROW 8
#define LEVEL_MASK 2u
#define LEVEL_L 1u
#define QUIET_DARK_MAX 0.01 /* share of the border that may be dark: blocks of a JPEG */
#define TONES 256
#define SPREAD_MIN 30 /* tones between dark and light; less is no code */

struct tones {
    long count[TONES];
    long red[TONES], green[TONES], blue[TONES];
    long all;
};

struct look {
    const struct pixels *pixels;
    struct seen_box box;
    unsigned threshold; /* darker is dark */
};

static uint32_t pixel_at(const struct pixels *pixels, int x, int y)
{
    return pixels->at[(size_t)y * (size_t)pixels->width + (size_t)x];
}

static unsigned tone_of(uint32_t pixel)
{
    return (299 * (pixel >> 16 & 255) + 587 * (pixel >> 8 & 255) + 114 * (pixel & 255) + 500) /
           1000;
}

static void gather(const struct pixels *pixels, const struct seen_box *box, struct tones *tones)
{
    for (int y = box->y; y < box->y + box->height; y++) {
        for (int x = box->x; x < box->x + box->width; x++) {
            uint32_t pixel = pixel_at(pixels, x, y);
            unsigned tone = tone_of(pixel);
            tones->count[tone]++;
            tones->red[tone] += pixel >> 16 & 255;
            tones->green[tone] += pixel >> 8 & 255;
            tones->blue[tone] += pixel & 255;
            tones->all++;
        }
    }
}

/* The tone below which this share of the pixels from `from` to `to` lies. */
static unsigned percentile(const struct tones *tones, unsigned from, unsigned to, double share)
{
    long all = 0, sum = 0;
    for (unsigned i = from; i < to; i++)
        all += tones->count[i];
    for (unsigned i = from; i < to; i++) {
        sum += tones->count[i];
        if (sum > 0 && (double)sum >= share * (double)all)
            return i;
    }
    return from;
}

static struct colour colour_of(const struct tones *tones, unsigned tone)
{
    long count = tones->count[tone] > 0 ? tones->count[tone] : 1;
    return (struct colour){ (uint8_t)(tones->red[tone] / count),
                            (uint8_t)(tones->green[tone] / count),
                            (uint8_t)(tones->blue[tone] / count) };
}

static bool is_dark(const struct look *look, int x, int y)
{
    return tone_of(pixel_at(look->pixels, x, y)) < look->threshold;
}

/* How far it is dark from a side inwards along a row, once it is dark. */
static int dark_run_at(const struct look *look, int y, bool right)
{
    const struct seen_box *box = &look->box;
    int x = right ? box->x + box->width - 1 : box->x, step = right ? -1 : 1;
    int run = 0, gap = 0, gap_max = box->width / OUTER_SHARE + 2;
    /* The reader's corner may lie a pixel or two outside. */
    while (gap <= gap_max && !is_dark(look, x, y)) {
        x += step;
        gap++;
    }
    while (x >= box->x && x < box->x + box->width && is_dark(look, x, y)) {
        x += step;
        run++;
    }
    return run;
}

/* The longest of the rows at a corner: the side of the finder's frame. */
static int dark_run(const struct look *look, bool right, bool bottom)
{
    const struct seen_box *box = &look->box;
    int longest = 0;
    for (int inset = 0; inset <= box->height / OUTER_SHARE; inset++) {
        int run =
            dark_run_at(look, bottom ? box->y + box->height - 1 - inset : box->y + inset, right);
        longest = run > longest ? run : longest;
    }
    return longest;
}

static int compare_ints(const void *a, const void *b)
{
    const int *left = a, *right = b;
    return (*left > *right) - (*left < *right);
}

static void measure_modules(const struct look *look, struct code_view *view)
{
    int runs[4];
    for (size_t i = 0; i < ARRAY_LEN(runs); i++)
        runs[i] = dark_run(look, (i & 1) != 0, (i & 2) != 0);
    qsort(runs, ARRAY_LEN(runs), sizeof *runs, compare_ints);
    /* Of three alike and one other the two in the middle are alike, or one of them is. */
    double module = (runs[1] + runs[2]) / 2.0 / FINDER_MODULES, side = look->box.width;
    if (runs[2] - runs[1] > 2 + runs[1] / 10)
        module = runs[1] - runs[0] < runs[3] - runs[2] ? runs[1] / (double)FINDER_MODULES
                                                       : runs[2] / (double)FINDER_MODULES;
    if (module <= 0)
        return;
    long version = lround((side / module - 17) / 4);
    long modules = 17 + 4 * version;
    if (modules < MODULES_LEAST || modules > MODULES_MOST)
        return;
    view->modules = (int)modules;
    view->module_px = side / (double)modules;
}

/* ---- the level ----------------------------------------------------------------------------- */

/* The module of a row and column, in a code that is turned by quarters, clockwise. */
static bool module_at(const struct look *look, const struct code_view *view, int row, int column,
                      int quarters)
{
    for (int i = 0; i < quarters; i++) {
        int turned = view->modules - 1 - row;
        row = column;
        column = turned;
    }
    return is_dark(look, look->box.x + (int)((column + 0.5) * view->module_px),
                   look->box.y + (int)((row + 0.5) * view->module_px));
}

/* The frame, the ring and the core of a finder, along its middle row and column. */
static bool is_finder(const struct look *look, const struct code_view *view, int row, int column,
                      int quarters)
{
    static const bool dark[FINDER_MODULES] = { true, false, true, true, true, false, true };
    for (int i = 0; i < FINDER_MODULES; i++)
        if (module_at(look, view, row + FINDER_MODULES / 2, column + i, quarters) != dark[i] ||
            module_at(look, view, row + i, column + FINDER_MODULES / 2, quarters) != dark[i])
            return false;
    return true;
}

/* Upright is the turn in which three corners have a finder and the last one has none. */
static bool is_weak(const struct look *look, const struct code_view *view)
{
    int last = view->modules - FINDER_MODULES;
    for (int quarters = 0; quarters < 4; quarters++)
        if (is_finder(look, view, 0, 0, quarters) && is_finder(look, view, 0, last, quarters) &&
            is_finder(look, view, last, 0, quarters))
            return code_is_weak(module_at(look, view, FORMAT_ROW, 0, quarters),
                                module_at(look, view, FORMAT_ROW, 1, quarters));
    return false; /* not known */
}

bool code_is_weak(unsigned first, unsigned second)
{
    return ((first << 1 | second) ^ LEVEL_MASK) == LEVEL_L;
}

/* ---- all of it ----------------------------------------------------------------------------- */

static bool is_quiet(const struct look *look, double module)
{
    const struct seen_box *box = &look->box;
    int skip = (int)ceil(module / 2), wide = (int)floor(module * QUIET_MODULES - module / 4);
    long dark = 0, all = 0;
    for (int y = box->y - wide; y < box->y + box->height + wide; y++) {
        for (int x = box->x - wide; x < box->x + box->width + wide; x++) {
            bool inside = x >= box->x - skip && x < box->x + box->width + skip &&
                          y >= box->y - skip && y < box->y + box->height + skip;
            if (inside)
                continue;
            bool beyond = x < 0 || y < 0 || x >= look->pixels->width || y >= look->pixels->height;
            all++;
            dark += beyond || is_dark(look, x, y);
        }
    }
    return (double)dark <= QUIET_DARK_MAX * (double)all;
}

bool code_view_of(const struct pixels *pixels, const struct seen_code *code,
                  struct code_view *ret_view)
{
    struct tones tones;
    struct code_view view = { .is_quiet = true };
    if (!code->is_upright)
        return false;
    memset(&tones, 0, sizeof tones);
    gather(pixels, &code->box, &tones);
    unsigned darkest = percentile(&tones, 0, TONES, 0.05);
    unsigned lightest = percentile(&tones, 0, TONES, 0.95);
    struct look look = { pixels, code->box, (darkest + lightest) / 2 };
    if (lightest - darkest < SPREAD_MIN)
        return false;
    view.dark = colour_of(&tones, percentile(&tones, 0, look.threshold, 0.5));
    view.light = colour_of(&tones, percentile(&tones, look.threshold, TONES, 0.5));
    if (!code->is_inverted) {
        measure_modules(&look, &view);
        view.is_quiet = view.module_px <= 0 || is_quiet(&look, view.module_px);
        view.is_weak = view.module_px > 0 && is_weak(&look, &view);
    }
    *ret_view = view;
    return true;
}
