/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window is put together from. Only for the .c files of this folder. */
#pragma once

#include "preview/view.h"

/* Sizes in units. */
#define UNITS_TEXT 22
#define UNITS_SMALL 18
#define UNITS_HEADING 26
#define UNITS_MARGIN 28
#define UNITS_GAP 14
#define UNITS_RADIUS 5
#define UNITS_RING 3 /* focus */

/* The slide of a twin has the serial of its look with this bit: looks count from 1. */
#define VIEW_TWIN_SERIAL (1u << 31)

/* A style of the window's own. */
struct ui_style view_style(double size, enum weight weight, struct colour colour,
                           struct colour ground);

/* The slide, what is marked on it, the facts below and the findings beside. */
void view_slide(struct ui *ui, const struct desk *desk, struct box box);

/* All announcements as small pictures. */
void view_overview(struct ui *ui, const struct desk *desk, struct box box);

/* A form over everything. */
void view_form(struct ui *ui, const struct desk *desk);

/* A slide with its ground while it is not there yet. */
void view_picture(struct ui *ui, const struct pixels *pixels, unsigned serial, struct box box,
                  const char *instead);

/* The slide of another one beside it, with what differs. */
void view_compare(struct ui *ui, const struct desk *desk, struct box box);

/* Frames round places of a slide, which stands scaled in a box of the window. */
void view_marks(struct ui *ui, const struct box *marks, size_t count, const struct pixels *slide,
                struct box at, struct colour colour);

/* A button with words; answers its width in px. The left upper corner is given. */
int view_button(struct ui *ui, int x, int y, struct str words, struct act act, bool has_focus);

/* Height of a button, px. */
int view_button_height(const struct ui *ui);
