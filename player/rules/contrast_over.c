/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The region of a word is its ink, grown by a share of the height of small letters: WCAG measures
 * what is right beside a letter. A percentile forgives single pixels of a grainy photo; the largest
 * hole does not forgive them where they stand together and swallow half a letter.
 *
 * Words are found by gaps in the ink and not by spaces in the text: that holds for every script
 * and every direction.
 */
#include "rules/contrast_over.h"

#include "base/int.h"

#include <math.h>
#include <stdlib.h>

#define X_HEIGHT 0.536   /* of the em: Noto Sans, measured; README.md, F2 */
#define GROWN_SHARE 0.15 /* of the x-height … */
#define GROWN_LEAST 2    /* … and px at least */
#define OVER_GAP_EM 0.15
#define HOLE_SHARE 0.3 /* of the x-height, squared */

/* The ink grown, in px of the ground; and the ratio of each pixel in it. */
struct region {
    int left, top, width, height;
    uint8_t *inside; /* 1 in the region; 2 once a hole is counted */
    double *ratios;
};

static bool has_ink(const struct ink *ink, int column)
{
    for (int row = 0; row < ink->height; row++)
        if (ink->at[(size_t)row * (size_t)ink->width + (size_t)column])
            return true;
    return false;
}

/* The next word's columns from *column on; false when there is none. */
static bool next_word(const struct ink *ink, int gap, int *column, int *ret_from, int *ret_until)
{
    int from = *column, empty = 0;
    while (from < ink->width && !has_ink(ink, from))
        from++;
    if (from >= ink->width)
        return false;
    int until = from;
    for (int i = from; i < ink->width && empty <= gap; i++) {
        bool inked = has_ink(ink, i);
        until = inked ? i + 1 : until;
        empty = inked ? 0 : empty + 1;
    }
    *ret_from = from;
    *ret_until = until;
    *column = until;
    return true;
}

/* Marks the pixels within `grown` px (as a square) of one that has ink. */
static void grow(const struct ink *ink, int column, int row, int from, int grown,
                 struct region *region)
{
    if (!ink->at[(size_t)row * (size_t)ink->width + (size_t)column])
        return;
    for (int y = row; y <= row + 2 * grown; y++)
        for (int x = column - from; x <= column - from + 2 * grown; x++)
            region->inside[(size_t)y * (size_t)region->width + (size_t)x] = 1;
}

static struct region region_of(struct arena *arena, const struct over_text *text, int from,
                               int until, int grown)
{
    struct region region = {
        .left = text->left + from - grown,
        .top = text->top - grown,
        .width = until - from + 2 * grown,
        .height = text->ink->height + 2 * grown,
    };
    size_t size = (size_t)region.width * (size_t)region.height;
    region.inside = ARENA_ARRAY(arena, uint8_t, size);
    region.ratios = ARENA_ARRAY(arena, double, size);
    for (int row = 0; row < text->ink->height; row++)
        for (int column = from; column < until; column++)
            grow(text->ink, column, row, from, grown, &region);
    return region;
}

/* Fills in the ratios; answers how many there are, and them in rising order. */
static size_t measure(struct arena *arena, const struct pixels *ground, struct colour colour,
                      const struct light_table *table, struct region *region, double **ret_sorted)
{
    double text = contrast_luminance(colour);
    double *sorted = ARENA_ARRAY(arena, double, (size_t)region->width *(size_t)region->height);
    size_t count = 0;
    for (int y = 0; y < region->height; y++) {
        for (int x = 0; x < region->width; x++) {
            size_t at = (size_t)y * (size_t)region->width + (size_t)x;
            int px = region->left + x, py = region->top + y;
            bool beyond = px < 0 || py < 0 || px >= ground->width || py >= ground->height;
            region->inside[at] = region->inside[at] && !beyond;
            if (!region->inside[at])
                continue;
            uint32_t pixel = ground->at[(size_t)py * (size_t)ground->width + (size_t)px];
            region->ratios[at] = contrast_of_lights(text, contrast_pixel(table, pixel));
            sorted[count++] = region->ratios[at];
        }
    }
    *ret_sorted = sorted;
    return count;
}

static int rising(const void *first, const void *second)
{
    double a = *(const double *)first, b = *(const double *)second;
    return (a > b) - (a < b);
}

/* The size of the patch round a pixel that is under the limit; each is counted once. */
static int hole_at(struct region *region, double limit, size_t at, size_t *stack)
{
    size_t depth = 0, width = (size_t)region->width;
    size_t size = width * (size_t)region->height;
    int count = 0;
    if (region->inside[at] != 1 || region->ratios[at] >= limit)
        return 0;
    region->inside[at] = 2;
    stack[depth++] = at;
    while (depth > 0) {
        size_t here = stack[--depth];
        bool at_left = here % width == 0, at_right = here % width == width - 1;
        const size_t beside[] = { at_left ? here : here - 1, at_right ? here : here + 1,
                                  here < width ? here : here - width,
                                  here + width < size ? here + width : here };
        count++;
        for (size_t i = 0; i < ARRAY_LEN(beside); i++) {
            if (region->inside[beside[i]] != 1 || region->ratios[beside[i]] >= limit)
                continue;
            region->inside[beside[i]] = 2;
            stack[depth++] = beside[i];
        }
    }
    return count;
}

static int largest_hole(struct arena *arena, struct region *region, double limit)
{
    size_t size = (size_t)region->width * (size_t)region->height;
    size_t *stack = ARENA_ARRAY(arena, size_t, size);
    int largest = 0;
    for (size_t at = 0; at < size; at++)
        largest = int_greater(largest, hole_at(region, limit, at, stack));
    return largest;
}

#define WORD_BYTES_MAX (256u << 20)

static struct over_word measure_word(const struct over_text *text, const struct pixels *ground,
                                     const struct over_limit *limit,
                                     const struct light_table *table, int from, int until)
{
    struct arena *arena = arena_new(WORD_BYTES_MAX);
    double x_height = text->em * X_HEIGHT, *sorted;
    int grown = int_greater(GROWN_LEAST, (int)lround(x_height * GROWN_SHARE));
    struct region region = region_of(arena, text, from, until, grown);
    size_t count = measure(arena, ground, text->colour, table, &region, &sorted);
    struct over_word word = { .left = text->left + from, .right = text->left + until };
    if (count > 0) {
        qsort(sorted, count, sizeof *sorted, rising);
        size_t share = count * (size_t)limit->percentile / 100;
        word.percentile = sorted[int_lesser((int)share, (int)count - 1)];
        word.lowest = sorted[0];
        word.hole = largest_hole(arena, &region, limit->ratio);
    }
    double most = HOLE_SHARE * x_height * HOLE_SHARE * x_height;
    word.is_readable = count == 0 || (word.percentile >= limit->ratio && word.hole <= most);
    arena_free(arena);
    return word;
}

size_t contrast_over(struct arena *arena, const struct over_text *text, const struct pixels *ground,
                     const struct over_limit *limit, struct over_word **ret_words)
{
    struct light_table table;
    struct over_word *words = NULL;
    size_t count = 0;
    int column = 0, from, until, gap = (int)ceil(text->em * OVER_GAP_EM);
    contrast_table(&table);
    while (next_word(text->ink, gap, &column, &from, &until))
        *ARENA_PUSH(arena, words, count) = measure_word(text, ground, limit, &table, from, until);
    *ret_words = words;
    return count;
}
