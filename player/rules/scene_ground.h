/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What lies under a text of a scene. Where it is one flat colour, that is known without painting;
 * else the ground is painted and measured. Only for the .c files of this folder.
 */
#pragma once

#include "layout/scene.h"

#define TEXT_AROUND 0.09 /* em that are looked at round letters; see contrast_over.c */

/* How far the letters of one line reach, with what contrast_over.h looks at round them, px. */
struct box scene_text_box(struct measure *measure, const struct scene_text *text);

enum ground_kind { GROUND_FLAT, GROUND_MIXED };

/*
 * The ground of the part at `index`, within a box.
 *
 * ret_colour  set with GROUND_FLAT.
 */
enum ground_kind scene_ground(const struct scene *scene, size_t index, struct box box,
                              struct colour *ret_colour);

/* Where a part of a scene stands, whatever it is, px. */
struct box scene_part_box(const struct scene_part *part);

/* Does no pixel of the inner box lie outside the other? */
bool box_inside(struct box inner, struct box outer);

bool box_touches(struct box a, struct box b); /* do they share a pixel? */
