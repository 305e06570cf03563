/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture as pixels: plain data, so that rules may look at it without a decoder. */
#pragma once

#include "base/attrs.h"

#include <stdbool.h>
#include <stdint.h>

/* ARGB8888, rows from the top without gaps, alpha not multiplied in. Mapped memory of its own. */
struct pixels {
    uint32_t *at;
    int width, height;
};

/* Room for width × height pixels; false without memory. */
bool pixels_new(int width, int height, struct pixels *ret_pixels) NODISCARD;

/* Gives them back; what has none (at NULL) is fine. */
void pixels_free(struct pixels *pixels);
