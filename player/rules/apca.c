/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See apca.h. */
#include "rules/apca.h"

#include <math.h>

#define GAMMA 2.4
#define RED 0.2126729
#define GREEN 0.7151522
#define BLUE 0.0721750
#define BLACK 0.022 /* darker light is lifted: stray light hides it */
#define BLACK_POWER 1.414
#define LEAST_DIFFERENCE 0.0005
#define SCALE 1.14
#define LEAST_LC 0.1
#define OFFSET 0.027

/* Powers of ground and text: dark on light, light on dark. */
#define GROUND_LIGHT 0.56
#define TEXT_DARK 0.57
#define GROUND_DARK 0.65
#define TEXT_LIGHT 0.62

static double light_of(struct colour colour)
{
    double light = RED * pow(colour.red / 255.0, GAMMA) + GREEN * pow(colour.green / 255.0, GAMMA) +
                   BLUE * pow(colour.blue / 255.0, GAMMA);
    return light < BLACK ? light + pow(BLACK - light, BLACK_POWER) : light;
}

double apca_lightness(struct colour text, struct colour ground)
{
    double letters = light_of(text), behind = light_of(ground), contrast;
    if (fabs(letters - behind) < LEAST_DIFFERENCE)
        return 0;
    if (behind > letters) {
        contrast = SCALE * (pow(behind, GROUND_LIGHT) - pow(letters, TEXT_DARK));
        return contrast < LEAST_LC ? 0 : 100 * (contrast - OFFSET);
    }
    contrast = SCALE * (pow(behind, GROUND_DARK) - pow(letters, TEXT_LIGHT));
    return contrast > -LEAST_LC ? 0 : 100 * (contrast + OFFSET);
}
