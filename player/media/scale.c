/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The area of a source pixel that lies in a target pixel is a fraction; multiplied by the sizes of
 * both pictures it is a whole number. Measured in such units, a source pixel is `width of the
 * target` units wide and a target pixel `width of the part` units, so every weight and every sum is
 * exact and the only rounding is the last one, to the nearest.
 *
 * First the rows: each source row is summed into the columns of the target, two channels to a
 * 64-bit word, since the middle of a target pixel is pixels of one weight that can be added up
 * before they are multiplied. Then the columns: rows are weighed into the sums of the target row.
 *
 * Weighed: SDL's own scaler (differs between processors, shows moiré at a sixth of the size) and a
 * fixed-point filter kernel (rounds twice). Colours are averaged as they are stored, not as light:
 * that is what people expect from every other program.
 */
#include "media/scale.h"

#include <assert.h>
#include <stdlib.h>

/* A row sum of alpha × colour × weight must fit 32 bits: width × 255 × 255. */
#define PART_WIDTH_MAX 66051

#define OPAQUE 0xff000000u

/* Cut above : below = 2 : 3. */
#define CROP_SHARE_ABOVE 2
#define CROP_SHARE_ALL 5

/* The source pixels under one target pixel, along one side. */
struct cover {
    int first, last;
    uint32_t first_weight, last_weight; /* those between weigh one whole source pixel each */
};

/* Sums of one target pixel. */
struct sums {
    uint64_t red, green, blue, alpha;
};

struct job {
    const uint32_t *from; /* the upper left pixel of the part */
    size_t from_stride;
    int from_width, from_height, width, height;
    bool is_opaque;
    struct cover *columns; /* one for each target column */
    uint64_t *row;         /* two words a target column: red | blue, alpha | green */
    struct sums *sums;     /* one for each target column */
};

static struct cover cover_of(int target, int target_size, int source_size)
{
    /* From and to in units; a source pixel is target_size of them. */
    int64_t from = (int64_t)target * source_size, to = from + source_size;
    struct cover cover = { .first = (int)(from / target_size),
                           .last = (int)((to - 1) / target_size) };
    int64_t first_end = ((int64_t)cover.first + 1) * target_size;
    cover.first_weight = (uint32_t)((first_end < to ? first_end : to) - from);
    cover.last_weight =
        cover.last == cover.first ? 0 : (uint32_t)(to - (int64_t)cover.last * target_size);
    return cover;
}

/* Two channels of a pixel, 32 bits apart. */
static uint64_t spread_red_blue(uint32_t pixel)
{
    return (uint64_t)(pixel >> 16 & 0xff) << 32 | (pixel & 0xff);
}

/* The same with colours weighed by alpha. */
static uint64_t weigh_red_blue(uint32_t pixel)
{
    return spread_red_blue(pixel) * (pixel >> 24);
}

static uint64_t weigh_alpha_green(uint32_t pixel)
{
    return ((uint64_t)(pixel >> 24) << 32) | (uint64_t)(pixel >> 8 & 0xff) * (pixel >> 24);
}

static void sum_opaque_row(const struct job *job, const uint32_t *from)
{
    for (int x = 0; x < job->width; x++) {
        struct cover cover = job->columns[x];
        uint64_t *to = &job->row[2 * (size_t)x];
        uint64_t red_blue = 0, green = 0;
        for (int i = cover.first + 1; i < cover.last; i++) {
            red_blue += spread_red_blue(from[i]);
            green += from[i] >> 8 & 0xff;
        }
        uint32_t first = from[cover.first], last = from[cover.last];
        to[0] = red_blue * (uint32_t)job->width + spread_red_blue(first) * cover.first_weight +
                spread_red_blue(last) * cover.last_weight;
        to[1] = green * (uint32_t)job->width + (uint64_t)(first >> 8 & 0xff) * cover.first_weight +
                (uint64_t)(last >> 8 & 0xff) * cover.last_weight;
    }
}

static void sum_row(const struct job *job, const uint32_t *from)
{
    for (int x = 0; x < job->width; x++) {
        struct cover cover = job->columns[x];
        uint64_t *to = &job->row[2 * (size_t)x];
        uint64_t red_blue = 0, alpha_green = 0;
        for (int i = cover.first + 1; i < cover.last; i++) {
            red_blue += weigh_red_blue(from[i]);
            alpha_green += weigh_alpha_green(from[i]);
        }
        uint32_t first = from[cover.first], last = from[cover.last];
        to[0] = red_blue * (uint32_t)job->width + weigh_red_blue(first) * cover.first_weight +
                weigh_red_blue(last) * cover.last_weight;
        to[1] = alpha_green * (uint32_t)job->width + weigh_alpha_green(first) * cover.first_weight +
                weigh_alpha_green(last) * cover.last_weight;
    }
}

/* Adds the row just summed to the sums of the target row. */
static void add_row(const struct job *job, uint32_t weight)
{
    for (int x = 0; x < job->width; x++) {
        uint64_t red_blue = job->row[2 * (size_t)x], alpha_green = job->row[2 * (size_t)x + 1];
        job->sums[x].red += (red_blue >> 32) * weight;
        job->sums[x].blue += (red_blue & 0xffffffff) * weight;
        job->sums[x].alpha += (alpha_green >> 32) * weight;
        job->sums[x].green += (alpha_green & 0xffffffff) * weight;
    }
}

static uint32_t nearest(uint64_t sum, uint64_t whole)
{
    return (uint32_t)((sum + whole / 2) / whole);
}

/* `area` is the weight of a whole target pixel. */
static uint32_t pixel_of(const struct sums *sums, uint64_t area, bool is_opaque)
{
    uint64_t whole = is_opaque ? area : sums->alpha;
    if (whole == 0)
        return 0;
    uint32_t alpha = is_opaque ? OPAQUE : nearest(sums->alpha, area) << 24;
    return alpha | nearest(sums->red, whole) << 16 | nearest(sums->green, whole) << 8 |
           nearest(sums->blue, whole);
}

static void scale_row(const struct job *job, int y, uint32_t *to)
{
    struct cover cover = cover_of(y, job->height, job->from_height);
    memset(job->sums, 0, (size_t)job->width * sizeof *job->sums);
    for (int i = cover.first; i <= cover.last; i++) {
        const uint32_t *from = job->from + (size_t)i * job->from_stride;
        if (job->is_opaque)
            sum_opaque_row(job, from);
        else
            sum_row(job, from);
        add_row(job, i == cover.first  ? cover.first_weight
                     : i == cover.last ? cover.last_weight
                                       : (uint32_t)job->height);
    }
    uint64_t area = (uint64_t)job->from_width * (uint64_t)job->from_height;
    for (int x = 0; x < job->width; x++)
        to[x] = pixel_of(&job->sums[x], area, job->is_opaque);
}

static bool is_opaque(const struct job *job)
{
    uint32_t all = OPAQUE;
    for (int y = 0; y < job->from_height && all == OPAQUE; y++)
        for (int x = 0; x < job->from_width; x++)
            all &= job->from[(size_t)y * job->from_stride + (size_t)x];
    return all == OPAQUE;
}

void scale_into(const struct pixels *from, struct crop crop, uint32_t *to, int width, int height,
                int stride)
{
    assert(crop.x >= 0 && crop.y >= 0 && crop.width > 0 && crop.height > 0);
    assert(crop.x + crop.width <= from->width && crop.y + crop.height <= from->height);
    assert(crop.width <= PART_WIDTH_MAX && width > 0 && height > 0 && stride >= width);
    struct job job = {
        .from = from->at + (size_t)crop.y * (size_t)from->width + (size_t)crop.x,
        .from_stride = (size_t)from->width,
        .from_width = crop.width,
        .from_height = crop.height,
        .width = width,
        .height = height,
        .columns = memory_new((size_t)width, sizeof *job.columns),
        .row = memory_new(2 * (size_t)width, sizeof *job.row),
        .sums = memory_new((size_t)width, sizeof *job.sums),
    };
    for (int x = 0; x < width; x++)
        job.columns[x] = cover_of(x, width, crop.width);
    job.is_opaque = is_opaque(&job);
    for (int y = 0; y < height; y++)
        scale_row(&job, y, to + (size_t)y * (size_t)stride);
    free(job.columns);
    free(job.row);
    free(job.sums);
}

/* a × b / c, to the nearest and at least 1. */
static int share(int64_t a, int64_t b, int64_t c)
{
    int64_t result = (2 * a * b + c) / (2 * c);
    return result < 1 ? 1 : (int)result;
}

void scale_fit(int width, int height, int *into_width, int *into_height)
{
    assert(width > 0 && height > 0 && *into_width > 0 && *into_height > 0);
    int box_width = *into_width, box_height = *into_height;
    *into_width = width;
    *into_height = height;
    if (width <= box_width && height <= box_height)
        return;
    if ((int64_t)width * box_height >= (int64_t)height * box_width) {
        *into_width = box_width;
        *into_height = share(height, box_width, width);
    } else {
        *into_height = box_height;
        *into_width = share(width, box_height, height);
    }
}

struct crop scale_crop(int picture_width, int picture_height, int width, int height)
{
    assert(picture_width > 0 && picture_height > 0 && width > 0 && height > 0);
    struct crop crop = { 0, 0, picture_width, picture_height };
    if ((int64_t)picture_width * height > (int64_t)picture_height * width) {
        crop.width = share(picture_height, width, height);
        if (crop.width > picture_width)
            crop.width = picture_width;
        crop.x = (picture_width - crop.width) / 2;
    } else {
        crop.height = share(picture_width, height, width);
        if (crop.height > picture_height)
            crop.height = picture_height;
        crop.y = (picture_height - crop.height) * CROP_SHARE_ABOVE / CROP_SHARE_ALL;
    }
    return crop;
}
