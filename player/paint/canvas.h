/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blending onto pixels, rounded to nearest. Only for the .c files of this folder. */
#pragma once

#include "layout/scene.h"
#include "media/decode.h"

/* ARGB8888, opaque. */
static inline uint32_t canvas_colour(struct colour colour)
{
    return 0xFF000000u | (uint32_t)colour.red << 16 | (uint32_t)colour.green << 8 | colour.blue;
}

/* Source over destination for one channel: (s·a + d·(255−a)) / 255, rounded. */
static inline uint32_t canvas_mix(uint32_t source, uint32_t destination, uint32_t alpha)
{
    uint32_t value = source * alpha + destination * (255 - alpha) + 128;
    return (value + (value >> 8)) >> 8;
}

/* Source over an opaque destination. */
static inline uint32_t canvas_over(uint32_t source, uint32_t destination, uint32_t alpha)
{
    uint32_t red = canvas_mix(source >> 16 & 255, destination >> 16 & 255, alpha);
    uint32_t green = canvas_mix(source >> 8 & 255, destination >> 8 & 255, alpha);
    uint32_t blue = canvas_mix(source & 255, destination & 255, alpha);
    return 0xFF000000u | red << 16 | green << 8 | blue;
}

/* Fills what lies of a box within the pixels. */
void canvas_fill(struct pixels *to, struct box box, struct colour colour);

/* Draws a symbol in its box, smooth at the edges. */
void canvas_symbol(struct pixels *to, struct box box, enum scene_symbol symbol, struct colour ink);
