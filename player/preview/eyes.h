/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slide as people see it whose eyes differ from the liaison's. Pure: pixels in, pixels out.
 *
 * Poor sight. Visual acuity V (decimal; 1.0 is full) means that details of 1/V minutes of arc are
 * just told apart. At p px per mm and a distance of d mm one minute of arc is p · d · tan(1′) px.
 * The image is blurred by a Gaussian whose full width at half maximum is the smallest detail that
 * such an eye tells apart, so σ = p · d · tan(1′) / V / 2.355. EYES_ACUITY is 0.3, where the World
 * Health Organization's moderate vision impairment begins (ICD-11, 9D90.2: worse than 6/18).
 * Contrast is drawn towards middle grey by EYES_CONTRAST: the loss of 0.3 log units (half) that
 * early cataract and ageing cost (Pelli and Robson 1988: 1.65 log units at 60, under 1.35 with
 * cataract). Both in linear light. An image for talking about, not a diagnosis.
 *
 * Colour vision: rules/colour_vision.h, with the same numbers as the rules that judge colours.
 */
#pragma once

#include "media/decode.h"

enum eyes {
    EYES_PLAIN,
    EYES_POOR,
    EYES_PROTAN, /* red is missing */
    EYES_DEUTAN, /* green */
    EYES_TRITAN, /* blue */
    EYES_COUNT,
};

#define EYES_ACUITY 0.3
#define EYES_CONTRAST 0.5

/* Standard deviation of the blur, px. */
double eyes_blur_px(double px_per_mm, double distance_m, double acuity);

/* Changes pixels into what such an eye sees of them; false without memory. */
bool eyes_apply(enum eyes eyes, double px_per_mm, double distance_m,
                struct pixels *pixels) NODISCARD;
