/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slides of an edition as pixels and PNG files: what the lobby shows, to the byte. */
#pragma once

#include "app/site_edition.h"

struct slot;
struct timetable;

/*
 * The scene of a slot as the lobby lays it out. Everything that shows slides asks here: that is why
 * they are the same.
 *
 * timetable  the moment; its edition says which other languages of a notice are shown then.
 */
struct scene *slides_scene(struct arena *arena, const struct judge *judge,
                           const struct display *display, const struct timetable *timetable,
                           const struct slot *slot);

/* Draws one page of an item, or with NULL the idle slide; see below. */
bool slides_paint(const struct site_edition *edition, const struct item *item, int page,
                  struct pixels *ret_pixels) NODISCARD;

/*
 * Draws a slot as the lobby does at the edition's moment. False when memory or its picture fails.
 * pixels_free gives the pixels back.
 */
bool slides_paint_slot(const struct site_edition *edition, const struct slot *slot,
                       struct pixels *ret_pixels) NODISCARD;

/* Writes pixels as PNG, beside and renamed; false with a message. */
bool slides_write_png(const struct pixels *pixels, const char *path);
