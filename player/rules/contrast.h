/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well two colours are told apart: WCAG 2, player/README.md, F1. */
#pragma once

#include "model/profile.h"

/* Relative luminance of an sRGB colour, 0 (black) to 1 (white). */
double contrast_luminance(struct colour colour);

/* 1 (the same) to 21 (black and white), in either order. Compare it unrounded: 4.499 fails 4.5. */
double contrast_ratio(struct colour a, struct colour b);
