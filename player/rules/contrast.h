/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well two colours are told apart: WCAG 2, player/README.md, F1. */
#pragma once

#include "model/profile.h"

/* Relative luminance of an sRGB colour, 0 (black) to 1 (white). */
double contrast_luminance(struct colour colour);

/* 1 (the same) to 21 (black and white), in either order. Compare it unrounded: 4.499 fails 4.5. */
double contrast_ratio(struct colour a, struct colour b);

/* Linear light of one channel of an sRGB colour, 0 to 1. */
double contrast_light(uint8_t value);

/* Relative luminance of linear light in the three channels. */
static inline double contrast_sum(double red, double green, double blue)
{
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/* The light of each 8-bit value of a channel, for those who measure many pixels. */
struct light_table {
    double of[256];
};

/* Fills all 256 values, with a power for each: once a picture, not once a pixel. */
void contrast_table(struct light_table *ret_table);

/* Relative luminance of a pixel, ARGB8888; alpha is not looked at. */
static inline double contrast_pixel(const struct light_table *table, uint32_t pixel)
{
    return contrast_sum(table->of[pixel >> 16 & 255], table->of[pixel >> 8 & 255],
                        table->of[pixel & 255]);
}

/* The ratio of two luminances, in either order. */
double contrast_of_lights(double a, double b);
