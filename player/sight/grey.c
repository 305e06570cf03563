/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The weights of ITU-R BT.601, as the readers' own libraries take them. */
#include "sight/grey.h"

static uint32_t on_white(uint32_t channel, uint32_t alpha)
{
    return (channel * alpha + 255 * (255 - alpha) + 127) / 255;
}

uint8_t *grey_of(struct arena *arena, const struct pixels *pixels)
{
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    uint8_t *grey = ARENA_ARRAY(arena, uint8_t, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t pixel = pixels->at[i], alpha = pixel >> 24;
        uint32_t sum = 299 * on_white(pixel >> 16 & 255, alpha) +
                       587 * on_white(pixel >> 8 & 255, alpha) + 114 * on_white(pixel & 255, alpha);
        grey[i] = (uint8_t)((sum + 500) / 1000);
    }
    return grey;
}
