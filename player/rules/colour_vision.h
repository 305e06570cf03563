/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Colours as people see them who lack one kind of cone: Machado, Oliveira and Fernandes 2009,
 * severity 1, on linear light. Pure.
 */
#pragma once

#include "model/profile.h"

enum colour_vision {
    VISION_FULL,
    VISION_PROTAN, /* red is missing */
    VISION_DEUTAN, /* green */
    VISION_TRITAN, /* blue */
    VISION_COUNT,
};

/* Linear light of the three channels, 0 to 1, as such an eye sees it; kept within 0 to 1. */
void colour_vision_light(enum colour_vision vision, const double light[3], double ret_light[3]);

/* Relative luminance, as such an eye sees a colour. */
double colour_vision_luminance(enum colour_vision vision, struct colour colour);

/* How well such an eye tells two colours apart: 1 to 21, as contrast_ratio. */
double colour_vision_ratio(enum colour_vision vision, struct colour a, struct colour b);
