/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See ui_paint.h. Round corners are 4 × 4 samples a pixel, as the slides' symbols are; everything
 * else is whole pixels. Pixels are copied as they are: the slide in the window is the slide.
 */
#include "preview/ui_paint.h"

#include "base/int.h"
#include "media/scale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SAMPLES 4
#define OPAQUE 0xFF000000u

static uint32_t value_of(struct colour colour)
{
    return OPAQUE | (uint32_t)colour.red << 16 | (uint32_t)colour.green << 8 | colour.blue;
}

static uint32_t mix(uint32_t over, uint32_t under, uint32_t share, unsigned shift)
{
    uint32_t a = over >> shift & 255, b = under >> shift & 255;
    return (a * share + b * (255 - share) + 127) / 255 << shift;
}

static uint32_t blend(uint32_t over, uint32_t under, uint32_t share)
{
    return OPAQUE | mix(over, under, share, 16) | mix(over, under, share, 8) |
           mix(over, under, share, 0);
}

/* What of a box lies in the window and in the part's clip. */
static struct box visible(const struct ui_part *part, struct box box, const struct pixels *to)
{
    int left = int_greater(box.x, 0), top = int_greater(box.y, 0);
    int right = int_lesser(box.x + box.width, to->width);
    int bottom = int_lesser(box.y + box.height, to->height);
    if (part->clip.width > 0) {
        left = int_greater(left, part->clip.x);
        top = int_greater(top, part->clip.y);
        right = int_lesser(right, part->clip.x + part->clip.width);
        bottom = int_lesser(bottom, part->clip.y + part->clip.height);
    }
    return (struct box){ left, top, int_greater(right - left, 0), int_greater(bottom - top, 0) };
}

/* ---- boxes --------------------------------------------------------------------------------- */

/* Samples of a pixel that lie within a box with round corners, 0 to SAMPLES². */
static int covered(struct box box, int radius, int x, int y)
{
    int hits = 0;
    for (int i = 0; i < SAMPLES * SAMPLES; i++) {
        /* In half samples, from the box's corner. */
        int at_x = (x - box.x) * 2 * SAMPLES + 2 * (i % SAMPLES) + 1;
        int at_y = (y - box.y) * 2 * SAMPLES + 2 * (i / SAMPLES) + 1;
        int width = box.width * 2 * SAMPLES, height = box.height * 2 * SAMPLES;
        int round = radius * 2 * SAMPLES;
        if (at_x < 0 || at_y < 0 || at_x > width || at_y > height)
            continue;
        int dx = int_greater(int_greater(round - at_x, at_x - (width - round)), 0);
        int dy = int_greater(int_greater(round - at_y, at_y - (height - round)), 0);
        hits += dx * dx + dy * dy <= round * round;
    }
    return hits;
}

static bool is_plain_inside(struct box box, int radius, int x, int y)
{
    bool column = x >= box.x + radius && x < box.x + box.width - radius;
    bool row = y >= box.y + radius && y < box.y + box.height - radius;
    return (column && y >= box.y && y < box.y + box.height) ||
           (row && x >= box.x && x < box.x + box.width);
}

static int cover(struct box box, int radius, int x, int y)
{
    if (box.width <= 0 || box.height <= 0)
        return 0;
    return is_plain_inside(box, radius, x, y) ? SAMPLES * SAMPLES : covered(box, radius, x, y);
}

static void draw_box(const struct ui_part *part, struct pixels *to)
{
    struct box seen = visible(part, part->box, to), hole = { 0 };
    uint32_t value = value_of(part->colour);
    if (part->kind == UI_FRAME)
        hole = ui_inside(part->box, part->thickness);
    for (int y = seen.y; y < seen.y + seen.height; y++) {
        uint32_t *row = to->at + (size_t)y * (size_t)to->width;
        for (int x = seen.x; x < seen.x + seen.width; x++) {
            int share = cover(part->box, part->radius, x, y) -
                        cover(hole, int_greater(part->radius - part->thickness, 0), x, y);
            if (part->veil > 0)
                row[x] = blend(value, row[x], (uint32_t)part->veil);
            else if (share == SAMPLES * SAMPLES)
                row[x] = value;
            else if (share > 0)
                row[x] = blend(value, row[x], (uint32_t)(share * 255 / (SAMPLES * SAMPLES)));
        }
    }
}

/* ---- text and pixels ----------------------------------------------------------------------- */

static int ink_left(const struct ui_part *part, const struct ink *ink)
{
    int room = part->box.width - ink->advance;
    if (part->align == ALIGN_CENTRE)
        return part->box.x + room / 2;
    return part->box.x + (part->align == ALIGN_END ? room : ink->left);
}

/* Capitals stand in the middle of the box. */
static void draw_text(struct fonts *fonts, const struct ui_part *part, struct pixels *to)
{
    struct ink ink;
    if (!fonts_ink(fonts, &part->line, &ink))
        return;
    double capital = part->line.size * CAP_HEIGHT;
    int top = part->box.y + (int)lround((part->box.height + capital) / 2) - ink.baseline;
    int left = ink_left(part, &ink);
    struct box seen = visible(part, (struct box){ left, top, ink.width, ink.height }, to);
    uint32_t value = value_of(part->colour);
    for (int y = seen.y; y < seen.y + seen.height; y++) {
        const uint8_t *share = ink.at + (size_t)(y - top) * (size_t)ink.width;
        uint32_t *row = to->at + (size_t)y * (size_t)to->width;
        for (int x = seen.x; x < seen.x + seen.width; x++)
            if (share[x - left])
                row[x] = blend(value, row[x], share[x - left]);
    }
    ink_free(&ink);
}

static void copy_pixels(const struct ui_part *part, const struct pixels *from, struct pixels *to)
{
    struct box seen = visible(part, part->box, to);
    for (int y = seen.y; y < seen.y + seen.height; y++) {
        const uint32_t *row = from->at + (size_t)(y - part->box.y) * (size_t)from->width;
        memcpy(to->at + (size_t)y * (size_t)to->width + seen.x, row + (seen.x - part->box.x),
               (size_t)seen.width * sizeof *row);
    }
}

/* ---- scaled pixels ------------------------------------------------------------------------- */

#define CACHE_SLOTS 64 /* a slide, and what an overview shows at once */

struct cache_slot {
    unsigned serial; /* 0: free */
    unsigned used;   /* when */
    struct pixels pixels;
};

struct ui_cache {
    struct cache_slot slots[CACHE_SLOTS];
    unsigned clock;
};

struct ui_cache *ui_cache_new(void)
{
    return memory_new(1, sizeof(struct ui_cache));
}

void ui_cache_free(struct ui_cache *cache)
{
    for (size_t i = 0; cache && i < CACHE_SLOTS; i++)
        pixels_free(&cache->slots[i].pixels);
    free(cache);
}

static bool scale(const struct pixels *from, int width, int height, struct pixels *ret_pixels)
{
    struct crop whole = { 0, 0, from->width, from->height };
    if (width <= 0 || height <= 0 || !pixels_new(width, height, ret_pixels))
        return false;
    scale_into(from, whole, ret_pixels->at, width, height, width);
    return true;
}

static bool is_slot_of(const struct cache_slot *slot, const struct ui_part *part)
{
    return slot->serial == part->serial && slot->pixels.width == part->box.width &&
           slot->pixels.height == part->box.height;
}

/* The slot that has them, or the one that was not used for the longest time. */
static struct cache_slot *find_slot(struct ui_cache *cache, const struct ui_part *part)
{
    struct cache_slot *oldest = &cache->slots[0];
    for (size_t i = 0; i < CACHE_SLOTS; i++) {
        if (is_slot_of(&cache->slots[i], part))
            return &cache->slots[i];
        if (cache->slots[i].used < oldest->used)
            oldest = &cache->slots[i];
    }
    return oldest;
}

static void draw_cached(struct ui_cache *cache, const struct ui_part *part, struct pixels *to)
{
    struct cache_slot *slot = find_slot(cache, part);
    if (!is_slot_of(slot, part)) {
        pixels_free(&slot->pixels);
        slot->serial = 0;
        if (!scale(part->pixels, part->box.width, part->box.height, &slot->pixels))
            return;
        slot->serial = part->serial;
    }
    slot->used = ++cache->clock;
    copy_pixels(part, &slot->pixels, to);
}

static void draw_pixels(struct ui_cache *cache, const struct ui_part *part, struct pixels *to)
{
    struct pixels scaled;
    bool fits = part->pixels->width == part->box.width && part->pixels->height == part->box.height;
    if (fits) {
        copy_pixels(part, part->pixels, to);
    } else if (cache && part->serial != 0) {
        draw_cached(cache, part, to);
    } else if (scale(part->pixels, part->box.width, part->box.height, &scaled)) {
        copy_pixels(part, &scaled, to);
        pixels_free(&scaled);
    }
}

void ui_paint(struct fonts *fonts, struct ui_cache *cache, const struct ui *ui, struct pixels *to)
{
    for (size_t i = 0; i < ui->part_count; i++) {
        const struct ui_part *part = &ui->parts[i];
        if (part->kind == UI_TEXT)
            draw_text(fonts, part, to);
        else if (part->kind == UI_PIXELS)
            draw_pixels(cache, part, to);
        else
            draw_box(part, to);
    }
}
