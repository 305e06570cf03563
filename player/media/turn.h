/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EXIF's eight ways to hold a camera, put right. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

/* True for the turns that change width and height for each other. */
bool turn_is_sideways(int turn);

/*
 * Puts some rows of a stored picture where they are seen.
 *
 * rows    `count` rows of `width` pixels without gaps, the first of them row `first` of the
 * picture. width, height  of the picture as stored, px. turn    EXIF orientation, 1 to 8. to the
 * whole picture as seen: height × width pixels for the sideways turns.
 */
void turn_rows(const uint32_t *rows, int first, int count, int width, int height, int turn,
               uint32_t *to);
