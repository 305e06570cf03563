/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of slides, one .c each. Only for the .c files of this folder. */
#pragma once

#include "layout/facts.h"
#include "layout/side.h"
#include "model/agenda.h"

#define CARDS_PER_PAGE 4 /* player/README.md, "Looks" */

struct scene *slide_notice(struct arena *arena, const struct layout_context *context,
                           const struct item *item);
struct scene *slide_joint(struct arena *arena, const struct layout_context *context,
                          const struct item *item, int page);
int slide_joint_pages(const struct announcement *announcement);
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
struct scene *slide_alert(struct arena *arena, const struct layout_context *context,
                          const struct item *item);
struct scene *slide_agenda(struct arena *arena, const struct layout_context *context,
                           enum language language, const struct agenda_line *lines, size_t count,
                           int page);
struct scene *slide_idle(struct arena *arena, const struct layout_context *context);

/* "Niemelän Tuki ry, Toinen yhdistys ry" */
struct str slide_organisations(struct frame *frame, const struct announcement *announcement);

/* Sets letter size, word and characters that do not fit from what was laid out. */
void slide_note_fit(struct frame *frame, double size, int over_px, const struct flow *text,
                    const struct flow *facts);
