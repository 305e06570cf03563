/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Regular stripes, which dazzle and may cause a seizure even when they stand still; the class
 * "pattern" of IRIS. Pure.
 */
#pragma once

#include "media/pixels.h"

struct stripes {
    int count;    /* light bars of the longest regular row of them */
    double share; /* of the picture that such rows cover, 0 to 1 */
};

#define STRIPES_LEAST 6 /* light bars, with a dark one beside each */

/* Looks along lines across and down; slanting stripes are found by both. */
struct stripes pattern_stripes(const struct pixels *pixels);
