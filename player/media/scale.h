/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Our own scaler: an area average (box filter) in whole numbers, so that a picture has the same
 * pixels on every machine and no moiré. Alpha is weighed in.
 */
#pragma once

#include "media/decode.h"

/* Part of a picture, px. */
struct crop {
    int x, y, width, height;
};

/*
 * Draws the part `crop` of a picture into width × height pixels at `to`, whose rows are `stride`
 * pixels apart. Down by area, up by the nearest pixel's area (bilinear is not needed: over 1.5 ×
 * is a finding).
 */
void scale_into(const struct pixels *from, struct crop crop, uint32_t *to, int width, int height,
                int stride);

/*
 * The largest size with the picture's own ratio that fits into a box, never larger than the
 * picture.
 *
 * into_width, into_height  the box, px; the size comes back in them.
 */
void scale_fit(int width, int height, int *into_width, int *into_height);

/*
 * The part of a picture that fills a box of the ratio width : height, cut from both sides alike;
 * for an upright cut the upper part is kept a little more, where faces are (share: 2 : 3).
 */
struct crop scale_crop(int picture_width, int picture_height, int width, int height);
