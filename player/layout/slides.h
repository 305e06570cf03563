/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of slides, one .c each. Only for the .c files of this folder. */
#pragma once

#include "layout/facts.h"
#include "layout/side.h"
#include "model/agenda.h"

#define CARDS_PER_PAGE 4 /* player/README.md, "Looks" */

/*
 * All of them: the scene and what it holds are in the arena, px of the context's display, mirrored
 * where the language asks for it; never NULL but where that is said. What finds no room is noted in
 * the scene (see slide_note_fit), for the rules to tell.
 */

/* One announcement with its texts, facts, picture and code. */
struct scene *slide_notice(struct arena *arena, const struct layout_context *context,
                           const struct item *item);

/* A page of a joint announcement, `page` from 0: CARDS_PER_PAGE events at most. */
struct scene *slide_joint(struct arena *arena, const struct layout_context *context,
                          const struct item *item, int page);

/* How many pages its events make; at least 1. */
int slide_joint_pages(const struct announcement *announcement);

/* That one of its dates is cancelled, in place of the announcement itself. */
struct scene *slide_cancelled(struct arena *arena, const struct layout_context *context,
                              const struct item *item, const struct occurrence *cancelled);

/* NULL when the picture's ratio does not suit the display: then its text is shown as a notice. */
struct scene *slide_picture(struct arena *arena, const struct layout_context *context,
                            const struct item *item);

/*
 * The item as a notice of the words that are on its picture: title and organiser have places of
 * their own, everything else is in the declared text.
 */
struct item slide_picture_text(struct arena *arena, const struct item *item);

/* What an emergency asks of people, over the whole display. */
struct scene *slide_alert(struct arena *arena, const struct layout_context *context,
                          const struct item *item);

/*
 * A page of the list of coming events.
 *
 * lines  all `count` of them; those of `page` (from 0) are taken out of them here.
 */
struct scene *slide_agenda(struct arena *arena, const struct layout_context *context,
                           enum language language, const struct agenda_line *lines, size_t count,
                           int page);

/* That nothing is on just now, in up to three languages of the centre, under its name and clock. */
struct scene *slide_idle(struct arena *arena, const struct layout_context *context);

/* "Niemelän Tuki ry, Toinen yhdistys ry" */
struct str slide_organisations(struct frame *frame, const struct announcement *announcement);

/* Sets letter size, word and characters that do not fit from what was laid out. */
void slide_note_fit(struct frame *frame, double size, int over_px, const struct flow *text,
                    const struct flow *facts);
