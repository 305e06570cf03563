/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See context.h. */
#include "layout/context.h"

#include <math.h>

double layout_letter_min(const struct display *display)
{
    double cap_mm = display->distance_m * 1000 / 200; /* EN 301 549, 1:200 */
    return ceil(cap_mm * display_px_per_mm(display) / CAP_HEIGHT);
}
