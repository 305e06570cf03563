/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From a scene to pixels in memory: our own blend and scaler, so that they are the same bytes on
 * every machine, in the lobby, in `render` and in the preview.
 */
#pragma once

#include "layout/scene.h"
#include "media/scale.h"

/*
 * Draws a scene.
 *
 * fonts    of this thread.
 * picture  the prepared picture for SCENE_PICTURE parts; NULL: those parts are left as ground.
 * to       width × height pixels of the scene, ARGB8888, opaque afterwards.
 */
void paint_scene(struct fonts *fonts, const struct scene *scene, const struct pixels *picture,
                 struct pixels *to);

/* Turns pixels by 90, 180 or 270 degrees clockwise for a panel that hangs turned. */
void paint_turn(const struct pixels *from, int degrees, struct pixels *to);

/* SHA-256 of the pixels (ARGB8888, little-endian rows without gaps). */
struct hash paint_hash(const struct pixels *pixels);
