/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The change from one slide to the next: a cross-fade in one pass over the tiles that differ.
 * Pure; the window gives the target.
 */
#pragma once

#include "layout/scene.h"
#include "media/decode.h"

#define FADE_TILE 64 /* px; tiles that are alike in both slides are never touched */

struct fade {
    const struct pixels *from, *to;
    struct box *boxes; /* runs of tiles that differ */
    size_t count;
};

/* Compares the two slides, which must be of one size. Boxes belong to the arena. */
struct fade fade_start(struct arena *arena, const struct pixels *from, const struct pixels *to);

/*
 * Draws the boxes into a target of the same size at a share 0 to 256 of the new slide.
 *
 * stride_bytes  between the target's rows; its pixels are XRGB8888.
 */
void fade_draw(const struct fade *fade, unsigned share, void *target, int stride_bytes);
