/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lightness contrast Lc of APCA (constants 0.0.98G-4g), a second opinion beside WCAG 2, which
 * is too kind to dark colours on black. Only told, never a limit.
 */
#pragma once

#include "model/profile.h"

/*
 * Lc of text on a ground: 0 to about 106 for dark text on light, 0 to about -108 for light text on
 * dark. Text to be read in sentences wants 75 or more either way.
 */
double apca_lightness(struct colour text, struct colour ground);
