/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See contrast.h. */
#include "rules/contrast.h"

#include <math.h>

/* sRGB: a straight line near black, a power above. Older texts say 0.03928; no 8-bit value differs.
 */
#define LINE_END 0.04045
#define LINE_SLOPE 12.92

/* Stray light that falls on any screen. */
#define STRAY 0.05

double contrast_light(uint8_t value)
{
    double share = value / 255.0;
    return share <= LINE_END ? share / LINE_SLOPE : pow((share + 0.055) / 1.055, 2.4);
}

double contrast_luminance(struct colour colour)
{
    return contrast_sum(contrast_light(colour.red), contrast_light(colour.green),
                        contrast_light(colour.blue));
}

double contrast_of_lights(double a, double b)
{
    return (fmax(a, b) + STRAY) / (fmin(a, b) + STRAY);
}

double contrast_ratio(struct colour a, struct colour b)
{
    return contrast_of_lights(contrast_luminance(a), contrast_luminance(b));
}

void contrast_table(struct light_table *ret_table)
{
    for (int i = 0; i < 256; i++)
        ret_table->of[i] = contrast_light((uint8_t)i);
}
