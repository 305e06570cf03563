/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * picture-alpha, picture-blur: what the pixels say.
 *
 * Blur is the variance of a four-neighbour Laplacian on grey of eight bits, at the size in which
 * the display shows the picture: one that is blurred at 4000 px is sharp at 600. Measured on a
 * photo: 2209; blurred by a sigma of 1 px: 59, of 2 px: 5.6. Noise hides blur, and flat art has no
 * edges to measure, so this only ever gives a hint.
 */
#include "rules/picture_view.h"
#include "rules/rule_set.h"

#include <math.h>

#define FLAT_DEVIATION 8 /* of 255, standard deviation: flat art and plain grounds */
#define LEAST_SIDE 16    /* px; less has no inside to measure */

struct grey {
    uint8_t *at;
    int width, height;
};

/* A picture beside text lies on the slide's own ground, which is known; a slide lies on nothing. */
void rule_picture_alpha(const struct rule_input *input, struct report *report)
{
    if (picture_is_slide(input) && picture_is_clear(input->picture))
        picture_add(input, FINDING_PICTURE_CLEAR, report);
}

static uint32_t grey_of(uint32_t pixel)
{
    return (299 * (pixel >> 16 & 255) + 587 * (pixel >> 8 & 255) + 114 * (pixel & 255) + 500) /
           1000;
}

/* The mean of the pixels that one pixel of the display stands for. */
static uint8_t mean_of(const struct pixels *from, int left, int top, int right, int bottom)
{
    uint64_t sum = 0;
    for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
            sum += grey_of(from->at[(size_t)y * (size_t)from->width + (size_t)x]);
    return (uint8_t)(sum / ((uint64_t)(right - left) * (uint64_t)(bottom - top)));
}

/* In grey, made smaller as the display does it, never larger. */
static struct grey shown_grey(struct arena *arena, const struct pixels *from, double scale)
{
    double step = scale < 1 ? 1 / scale : 1;
    struct grey grey = { .width = (int)(from->width / step), .height = (int)(from->height / step) };
    if (grey.width < LEAST_SIDE || grey.height < LEAST_SIDE)
        return (struct grey){ 0 };
    grey.at = ARENA_ARRAY(arena, uint8_t, (size_t)grey.width * (size_t)grey.height);
    for (int y = 0; y < grey.height; y++)
        for (int x = 0; x < grey.width; x++)
            grey.at[(size_t)y * (size_t)grey.width + (size_t)x] =
                mean_of(from, (int)(x * step), (int)(y * step), (int)((x + 1) * step),
                        (int)((y + 1) * step));
    return grey;
}

static double deviation_of(const struct grey *grey)
{
    double sum = 0, squares = 0, count = (double)grey->width * grey->height;
    for (size_t i = 0; i < (size_t)count; i++) {
        sum += grey->at[i];
        squares += (double)grey->at[i] * grey->at[i];
    }
    return sqrt(fmax(squares / count - (sum / count) * (sum / count), 0));
}

static double laplacian_variance(const struct grey *grey)
{
    double sum = 0, squares = 0, count = (double)(grey->width - 2) * (grey->height - 2);
    for (int y = 1; y < grey->height - 1; y++) {
        for (int x = 1; x < grey->width - 1; x++) {
            const uint8_t *at = grey->at + (size_t)y * (size_t)grey->width + (size_t)x;
            int value = at[-1] + at[1] + at[-grey->width] + at[grey->width] - 4 * at[0];
            sum += value;
            squares += (double)value * value;
        }
    }
    return squares / count - (sum / count) * (sum / count);
}

/* On the first display that shows it. */
void rule_picture_blur(const struct rule_input *input, struct report *report)
{
    struct picture_view view;
    size_t i = 0;
    while (i < input->display_count && !picture_view_of(input, i, &view))
        i++;
    if (i == input->display_count)
        return;
    struct arena *scratch = arena_new((size_t)PICTURE_PIXELS_MAX + 65536);
    struct grey grey = shown_grey(scratch, &input->picture->pixels, view.scale);
    if (grey.at && deviation_of(&grey) >= FLAT_DEVIATION) {
        double sharpness = laplacian_variance(&grey),
               limit = report_limit(report, RULE_PICTURE_BLUR);
        if (sharpness < limit) {
            struct finding *finding = picture_add(input, FINDING_PICTURE_BLURRED, report);
            finding->found = str_format(report->arena, "%.1f", sharpness);
            finding->limit = str_format(report->arena, "%.0f", limit);
        }
    }
    arena_free(scratch);
}
