/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See colour_vision.h. The matrices are made for light, not for the values of sRGB. */
#include "rules/colour_vision.h"

#include "rules/contrast.h"

#include <assert.h>
#include <math.h>

/* Machado 2009, severity 1.0: each row gives one channel of what is seen. */
static const double matrices[VISION_COUNT][3][3] = {
    [VISION_FULL] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
    [VISION_PROTAN] = { { 0.152286, 1.052583, -0.204868 },
                        { 0.114503, 0.786281, 0.099216 },
                        { -0.003882, -0.048116, 1.051998 } },
    [VISION_DEUTAN] = { { 0.367322, 0.860646, -0.227968 },
                        { 0.280085, 0.672501, 0.047413 },
                        { -0.011820, 0.042940, 0.968881 } },
    [VISION_TRITAN] = { { 1.255528, -0.076749, -0.178779 },
                        { -0.078411, 0.930809, 0.147602 },
                        { 0.004733, 0.691367, 0.303900 } },
};

void colour_vision_light(enum colour_vision vision, const double light[3], double ret_light[3])
{
    assert((unsigned)vision < VISION_COUNT);
    for (int row = 0; row < 3; row++) {
        const double *share = matrices[vision][row];
        double value = share[0] * light[0] + share[1] * light[1] + share[2] * light[2];
        ret_light[row] = fmin(fmax(value, 0), 1);
    }
}

double colour_vision_luminance(enum colour_vision vision, struct colour colour)
{
    double seen[3];
    const double light[3] = { contrast_light(colour.red), contrast_light(colour.green),
                              contrast_light(colour.blue) };
    colour_vision_light(vision, light, seen);
    return contrast_sum(seen[0], seen[1], seen[2]);
}

double colour_vision_ratio(enum colour_vision vision, struct colour a, struct colour b)
{
    return contrast_of_lights(colour_vision_luminance(vision, a),
                              colour_vision_luminance(vision, b));
}
