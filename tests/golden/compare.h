/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two pictures, pixel by pixel. */
#pragma once

#include "media/decode.h"

/*
 * What may differ. Another FreeType or HarfBuzz rounds the coverage of an edge a little differently
 * here and there: a few levels on few pixels. A letter that moves by one pixel, a line that breaks
 * elsewhere or another colour changes whole edges by far more than 8 levels.
 */
#define COMPARE_LEVELS_MAX 8    /* of 255, any channel of any pixel */
#define COMPARE_LEVELS_FREE 2   /* so little is not counted … */
#define COMPARE_SHARE_MAX 0.001 /* … and of more than that only so many pixels may be */

struct pixel_difference {
    bool same_size;
    int levels;  /* the largest, of any channel */
    long pixels; /* that differ by more than COMPARE_LEVELS_FREE */
    double share;
    bool passes;
};

struct pixel_difference compare_pixels(const struct pixels *a, const struct pixels *b);

/* Where and how much they differ, black for alike; the pictures must be of one size. */
bool compare_draw(const struct pixels *a, const struct pixels *b, struct pixels *ret_pixels);

/* A picture file; false when it is not there or cannot be read. pixels_free gives it back. */
bool compare_load(const char *path, struct pixels *ret_pixels);
