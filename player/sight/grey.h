/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture in grey, one byte a pixel: all that readers of text and codes want. Only for the .c
 * files of this folder. */
#pragma once

#include "base/arena.h"
#include "media/pixels.h"

/* Rows from the top without gaps, in the arena. What is transparent lies on white. */
uint8_t *grey_of(struct arena *arena, const struct pixels *pixels) NODISCARD;
