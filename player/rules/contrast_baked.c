/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Otsu's threshold parts the luminances of a word's box into two heaps. The heap that is nearer to
 * a ring just outside the box is the ground, measured at its middle; the other is the letters,
 * measured at their 90th percentile away from the ground, because pixels at the edges of letters
 * are mixtures. Percentiles of the ground were tried and told lies for the same reason.
 *
 * Luminances fall into 256 bins of the square root of light, which are near equal steps to the eye;
 * the colours that are answered are means of the pixels in the chosen bin.
 */
#include "rules/contrast_baked.h"

#include "rules/contrast.h"

#include <math.h>
#include <stdlib.h>

#define BINS 256
#define RING_PX 4
#define TEXT_PERCENTILE 90 /* away from the ground */
#define FLAT_SPREAD 4 /* bins between the heaps' middles: under that there is no second colour */

struct bin {
    long count;
    long red, green, blue; /* sums */
};

struct heaps {
    struct bin bins[BINS];
    long count;
};

static struct colour colour_of(uint32_t pixel)
{
    return (struct colour){ (uint8_t)(pixel >> 16), (uint8_t)(pixel >> 8), (uint8_t)pixel };
}

static void add_pixel(struct heaps *heaps, const struct light_table *table, uint32_t pixel)
{
    struct colour colour = colour_of(pixel);
    struct bin *bin = &heaps->bins[lround(sqrt(contrast_pixel(table, pixel)) * (BINS - 1))];
    bin->count++;
    bin->red += colour.red;
    bin->green += colour.green;
    bin->blue += colour.blue;
    heaps->count++;
}

static bool is_inside(const struct box *box, int x, int y)
{
    return x >= box->x && y >= box->y && x < box->x + box->width && y < box->y + box->height;
}

/* The pixels of a box, or of the ring of RING_PX round it. */
static void gather(const struct pixels *picture, const struct light_table *table,
                   const struct box *word, bool ring, struct heaps *heaps)
{
    int more = ring ? RING_PX : 0;
    for (int y = word->y - more; y < word->y + word->height + more; y++) {
        for (int x = word->x - more; x < word->x + word->width + more; x++) {
            if (x < 0 || y < 0 || x >= picture->width || y >= picture->height ||
                (ring && is_inside(word, x, y)))
                continue;
            add_pixel(heaps, table, picture->at[(size_t)y * (size_t)picture->width + (size_t)x]);
        }
    }
}

/* Otsu: the last bin of the darker heap, where the variance between the heaps is greatest. */
static int threshold_of(const struct heaps *heaps)
{
    double sum = 0, below_sum = 0, best = -1;
    long below = 0;
    int threshold = 0;
    for (int i = 0; i < BINS; i++)
        sum += (double)i * (double)heaps->bins[i].count;
    for (int i = 0; i < BINS - 1; i++) {
        below += heaps->bins[i].count;
        below_sum += (double)i * (double)heaps->bins[i].count;
        long above = heaps->count - below;
        if (below == 0 || above == 0)
            continue;
        double apart = below_sum / (double)below - (sum - below_sum) / (double)above;
        double variance = (double)below * (double)above * apart * apart;
        if (variance > best) {
            best = variance;
            threshold = i;
        }
    }
    return threshold;
}

/* The bin below which `percent` of the bins from..until lie; -1 when they are empty. */
static int percentile(const struct heaps *heaps, int from, int until, int percent)
{
    long count = 0, seen = 0;
    for (int i = from; i <= until; i++)
        count += heaps->bins[i].count;
    for (int i = from; i <= until; i++) {
        seen += heaps->bins[i].count;
        if (count > 0 && seen * 100 >= count * percent)
            return i;
    }
    return -1;
}

static struct colour mean_of(const struct bin *bin)
{
    return (struct colour){ (uint8_t)((bin->red + bin->count / 2) / bin->count),
                            (uint8_t)((bin->green + bin->count / 2) / bin->count),
                            (uint8_t)((bin->blue + bin->count / 2) / bin->count) };
}

static struct baked_word measure_word(const struct pixels *picture, const struct light_table *table,
                                      const struct box *word)
{
    struct heaps inside = { 0 }, ring = { 0 };
    struct baked_word measured = { 0 };
    gather(picture, table, word, false, &inside);
    gather(picture, table, word, true, &ring);
    if (inside.count == 0)
        return measured;
    int threshold = threshold_of(&inside);
    int dark = percentile(&inside, 0, threshold, 50);
    int light = percentile(&inside, threshold + 1, BINS - 1, 50);
    if (dark < 0 || light < 0 || light - dark < FLAT_SPREAD)
        return measured;
    int around = percentile(ring.count > 0 ? &ring : &inside, 0, BINS - 1, 50);
    bool dark_ground = abs(around - dark) < abs(around - light);
    int ground = dark_ground ? dark : light;
    int text = dark_ground ? percentile(&inside, threshold + 1, BINS - 1, TEXT_PERCENTILE)
                           : percentile(&inside, 0, threshold, 100 - TEXT_PERCENTILE);
    measured.ground = mean_of(&inside.bins[ground]);
    measured.text = mean_of(&inside.bins[text]);
    measured.ratio = contrast_ratio(measured.text, measured.ground);
    return measured;
}

static int compare_ratios(const void *first, const void *second)
{
    double a = *(const double *)first, b = *(const double *)second;
    return (a > b) - (a < b);
}

struct baked_contrast contrast_baked(struct arena *arena, const struct pixels *picture,
                                     const struct box *words, size_t count)
{
    struct light_table table;
    contrast_table(&table);
    struct baked_contrast baked = { .words = ARENA_ARRAY(arena, struct baked_word, count) };
    double *ratios = ARENA_ARRAY(arena, double, count);
    for (size_t i = 0; i < count; i++) {
        baked.words[i] = measure_word(picture, &table, &words[i]);
        double ratio = baked.words[i].ratio;
        if (ratio <= 0)
            continue;
        if (baked.judged == 0 || ratio < baked.lowest) {
            baked.lowest = ratio;
            baked.lowest_at = i;
        }
        ratios[baked.judged++] = ratio;
    }
    if (baked.judged == 0)
        return baked;
    qsort(ratios, baked.judged, sizeof *ratios, compare_ratios);
    size_t middle = baked.judged / 2;
    baked.median = baked.judged % 2 ? ratios[middle] : (ratios[middle - 1] + ratios[middle]) / 2;
    return baked;
}
