/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See eyes.h. The Gaussian is three box blurs of the widths that Wells (1986) gives, each a
 * running sum, so that its cost does not grow with its width. Light is 12 bits a channel: sRGB's
 * darkest steps stay apart.
 */
#include "preview/eyes.h"

#include "base/memory.h"
#include "rules/colour_vision.h"

#include <math.h>
#include <stdlib.h>

#define LIGHT_MOST 4095
#define PASSES 3
/* Full width of a Gaussian at half of its height, in standard deviations. */
#define HALF_WIDTHS 2.3548
#define MINUTE_OF_ARC (3.14159265358979 / 180 / 60)
#define MM_PER_M 1000

/* From sRGB to light and back. */
struct light {
    uint16_t of[256];
    uint8_t back[LIGHT_MOST + 1];
};

/* The rules that judge colours see with the same eyes. */
static const enum colour_vision visions[EYES_COUNT] = {
    [EYES_PLAIN] = VISION_FULL,    [EYES_POOR] = VISION_FULL,     [EYES_PROTAN] = VISION_PROTAN,
    [EYES_DEUTAN] = VISION_DEUTAN, [EYES_TRITAN] = VISION_TRITAN,
};

static struct light *light_new(void)
{
    struct light *light = memory_new(1, sizeof *light);
    for (int i = 0; i < 256; i++) {
        double value = i / 255.0;
        value = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
        light->of[i] = (uint16_t)lround(value * LIGHT_MOST);
    }
    for (int i = 0; i <= LIGHT_MOST; i++) {
        double value = (double)i / LIGHT_MOST;
        value = value <= 0.0031308 ? value * 12.92 : 1.055 * pow(value, 1 / 2.4) - 0.055;
        light->back[i] = (uint8_t)lround(value * 255);
    }
    return light;
}

static uint32_t seen_as(const struct light *light, enum colour_vision vision, uint32_t pixel)
{
    double seen[3];
    const double in[3] = { (double)light->of[pixel >> 16 & 255] / LIGHT_MOST,
                           (double)light->of[pixel >> 8 & 255] / LIGHT_MOST,
                           (double)light->of[pixel & 255] / LIGHT_MOST };
    uint32_t out = 0xFF;
    colour_vision_light(vision, in, seen);
    for (int channel = 0; channel < 3; channel++)
        out = out << 8 | light->back[(int)lround(seen[channel] * LIGHT_MOST)];
    return out;
}

/* Slides are large areas of one colour: each run of it is worked out once. */
static void change_colours(const struct light *light, enum colour_vision vision,
                           struct pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    uint32_t last = 0, seen = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t pixel = pixels->at[i];
        if (i == 0 || pixel != last)
            seen = seen_as(light, vision, pixel);
        last = pixel;
        pixels->at[i] = seen;
    }
}

/* ---- poor sight ---------------------------------------------------------------------------- */

double eyes_blur_px(double px_per_mm, double distance_m, double acuity)
{
    double minute_px = px_per_mm * distance_m * MM_PER_M * tan(MINUTE_OF_ARC);
    return minute_px / acuity / HALF_WIDTHS;
}

/* Half widths of the boxes that together come nearest to a Gaussian. */
static void box_halves(double deviation, int halves[PASSES])
{
    double ideal = sqrt(12 * deviation * deviation / PASSES + 1);
    int lower = (int)floor(ideal);
    if (lower % 2 == 0)
        lower--;
    double narrow =
        (12 * deviation * deviation - PASSES * lower * lower - 4 * PASSES * lower - 3 * PASSES) /
        (-4.0 * lower - 4);
    for (int pass = 0; pass < PASSES; pass++)
        halves[pass] = (pass < (int)lround(narrow) ? lower : lower + 2) / 2;
}

static int within(int at, int count)
{
    return at < 0 ? 0 : at >= count ? count - 1 : at;
}

/* One box over one line of values that stand `step` apart; edges go on as they are. */
static void blur_line(uint16_t *line, int count, size_t step, int half, uint16_t *scratch)
{
    uint32_t sum = 0, width = 2 * (uint32_t)half + 1;
    for (int i = 0; i < count; i++)
        scratch[i] = line[(size_t)i * step];
    for (int i = -half; i <= half; i++)
        sum += scratch[within(i, count)];
    for (int i = 0; i < count; i++) {
        line[(size_t)i * step] = (uint16_t)((sum + width / 2) / width);
        sum += scratch[within(i + half + 1, count)];
        sum -= scratch[within(i - half, count)];
    }
}

static void blur_plane(uint16_t *plane, int width, int height, const int halves[PASSES],
                       uint16_t *scratch)
{
    for (int pass = 0; pass < PASSES; pass++) {
        for (int y = 0; y < height; y++)
            blur_line(plane + (size_t)y * (size_t)width, width, 1, halves[pass], scratch);
        for (int x = 0; x < width; x++)
            blur_line(plane + x, height, (size_t)width, halves[pass], scratch);
    }
}

static void blur_channel(const struct light *light, struct pixels *pixels, unsigned shift,
                         const int halves[PASSES], uint16_t *plane, uint16_t *scratch)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    for (size_t i = 0; i < count; i++)
        plane[i] = light->of[pixels->at[i] >> shift & 255];
    blur_plane(plane, pixels->width, pixels->height, halves, scratch);
    for (size_t i = 0; i < count; i++) {
        double grey = light->of[128];
        double value = grey + (plane[i] - grey) * EYES_CONTRAST;
        uint32_t back = light->back[(int)lround(value)];
        pixels->at[i] = (pixels->at[i] & ~(0xFFu << shift)) | back << shift;
    }
}

static bool see_poorly(const struct light *light, double deviation, struct pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    size_t longer = (size_t)(pixels->width > pixels->height ? pixels->width : pixels->height);
    uint16_t *plane = malloc(count * sizeof *plane);
    uint16_t *scratch = malloc(longer * sizeof *scratch);
    int halves[PASSES];
    box_halves(deviation, halves);
    for (unsigned shift = 0; plane && scratch && shift <= 16; shift += 8)
        blur_channel(light, pixels, shift, halves, plane, scratch);
    bool done = plane && scratch;
    free(plane);
    free(scratch);
    return done;
}

bool eyes_apply(enum eyes eyes, double px_per_mm, double distance_m, struct pixels *pixels)
{
    bool done = true;
    if (eyes == EYES_PLAIN || !pixels->at)
        return true;
    struct light *light = light_new();
    if (eyes == EYES_POOR)
        done = see_poorly(light, eyes_blur_px(px_per_mm, distance_m, EYES_ACUITY), pixels);
    else
        change_colours(light, visions[eyes], pixels);
    free(light);
    return done;
}
