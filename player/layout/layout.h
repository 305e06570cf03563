/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From an announcement to a scene: which facts stand where and how large, for any size of display,
 * upright or lying, left to right or mirrored. Pure: no window, no files, no clock of its own.
 */
#pragma once

#include "layout/context.h"
#include "model/agenda.h"

/* Number of slides (pages) that an announcement makes: 1, for joint material perhaps more. */
int layout_pages(struct arena *arena, const struct layout_context *context,
                 const struct announcement *announcement);

/*
 * Lays out one page of an announcement: a cancelled next date gives the "cancelled" slide, a
 * picture slide its picture, joint material its cards, an alert its full screen, anything else
 * text, facts, picture and QR.
 *
 * picture_width, picture_height  of the prepared picture, px; 0 when there is none to show.
 *
 * Never fails: what does not fit is noted in the scene, at the smallest letters allowed.
 */
struct scene *layout_announcement(struct arena *arena, const struct layout_context *context,
                                  const struct item *item, int page);

/* "Ei ilmoituksia juuri nyt", the centre's name and clock. */
struct scene *layout_idle(struct arena *arena, const struct layout_context *context);

/* One page of the agenda, "today and tomorrow", in a language. page counts from 0. */
struct scene *layout_agenda(struct arena *arena, const struct layout_context *context,
                            enum language language, const struct agenda_line *lines, size_t count,
                            int page);

/*
 * Seconds that one slide stays: reading time (player/README.md, F4) of what is on it, within the
 * profile's limits; the sender's wish counts when it is longer.
 */
int layout_seconds(const struct layout_context *context, const struct announcement *announcement,
                   const struct scene *scene);
