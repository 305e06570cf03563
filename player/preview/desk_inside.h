/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What desk.c and desk_work.c share. Only for the .c files of this folder. */
#pragma once

#include "preview/desk.h"

#define DESK_LOOK_AHEAD 1 /* neighbours whose slides are kept ready */

/* Adds a row of which no more is known; its texts are copied. */
void desk_add(struct desk *desk, const struct desk_known *known);

/* A copy that lives as long as the desk. */
struct desk_known desk_known_copy(const struct desk *desk, const struct desk_known *known);

/* Was it made for the display, sight and minute of now? NULL: no. */
bool desk_is_fresh(const struct desk *desk, const struct desk_look *look);

/* Does it show this page, as far as there is anything to show? */
bool desk_shows_page(const struct desk_look *look, int page);

/* May this verdict be given on the announcement of a row? */
bool desk_row_can(const struct desk *desk, size_t row, enum desk_verdict verdict);

/* How many rows lie between two. */
size_t desk_distance(size_t a, size_t b);

/* Gives back the slides that are far from the current one: they are 8 MiB each. */
void desk_forget_far_slides(struct desk *desk);

/* Makes a row the current one; does nothing when there is no such row. */
void desk_go_to(struct desk *desk, size_t row);

/* From now on announcements change by hand. */
void desk_stop_rotation(struct desk *desk);
