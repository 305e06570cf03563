/* SPDX-License-Identifier: GPL-3.0-or-later */
/* EXIF's eight ways to hold a camera, put right. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct turn {
    int how;           /* EXIF orientation, 1 to 8 */
    int width, height; /* of the picture as stored, px */
};

/* True for the orientations that change width and height for each other. */
bool turn_is_sideways(int how);

/*
 * Puts some rows of a stored picture where they are seen.
 *
 * rows  `count` rows of pixels without gaps, the first of them row `first` of the picture.
 * to    the whole picture as seen: height × width pixels when it was sideways.
 */
void turn_rows(struct turn turn, const uint32_t *rows, int first, int count, uint32_t *to);
