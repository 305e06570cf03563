/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A QR code in a picture, measured: its squares, its colours, its light border. Only for the .c
 * files of this folder.
 */
#pragma once

#include "media/pixels.h"
#include "model/profile.h"
#include "sight/seen.h"

struct code_view {
    double module_px; /* a side of its squares, px of the picture; 0: not known */
    int modules;      /* a side */
    struct colour dark, light;
    bool is_quiet; /* the border of 4 modules is light on all sides */
    bool is_weak;  /* it was made at error correction L, the least of four */
};

/*
 * Is the level L? Two bits of it, masked, stand at the start of row 8 (ISO/IEC 18004, 7.9).
 *
 * first, second  the modules of that row at columns 0 and 1; 1 is dark.
 */
bool code_is_weak(unsigned first, unsigned second);

/*
 * Measures a code that stands upright: turned ones are not measured. False for a code that has not
 * two colours.
 */
bool code_view_of(const struct pixels *pixels, const struct seen_code *code,
                  struct code_view *ret_view);
