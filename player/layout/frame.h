/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A slide while it is being laid out: its units, colours and words, and what all slides share
 * (header, footer, accent bar). Coordinates are those of a left-to-right slide; frame_finish
 * mirrors them for scripts that run the other way. Only for the .c files of this folder.
 *
 * A "unit" is a pixel of the reference display (43" 1080p at 3 m). On another display it grows with
 * the viewing distance, so that 43 units are always the least letters that can be read (1:200).
 */
#pragma once

#include "layout/context.h"
#include "layout/wording.h"

/* Sizes, in units: player/README.md, "Looks". */
#define UNITS_LETTER_MIN 43
#define UNITS_LETTER_WARN 55
#define UNITS_BODY 60
#define UNITS_BODY_MAX 88
#define UNITS_HEADER 44
#define UNITS_FOOTER 48
#define UNITS_BAR 24
#define PITCH_BODY 1.35
#define PITCH_FACTS 1.3
#define PITCH_TITLE 1.1
#define PITCH_EDGE 1.2 /* header and footer: single lines */

/*
 * Against burn-in everything moves by a few pixels with the hour of the clock. The steps go inwards
 * from the margin, so that no text ever leaves the safe area.
 */
#define SHIFT_STEPS 4
#define SHIFT_STEP_PX 2
#define SHIFT_ROOM_PX ((SHIFT_STEPS - 1) * SHIFT_STEP_PX)

#define CROP_SHARE_MAX 0.145 /* 15 % less rounding */

struct frame {
    struct arena *arena;
    const struct layout_context *context;
    const struct wording *wording;
    const struct theme *theme;
    enum language language;
    bool right_to_left;
    double unit; /* px */
    struct scene *scene;
    struct box safe; /* where text may stand, px; of the same size in every hour */
    int shift_x;     /* px that it has moved to the right, 0 to SHIFT_ROOM_PX */
    struct civil now;
    struct date today; /* year 0 while the clock is not real */
};

/*
 * Begins an empty slide on the ground of its theme: units, safe area and day from the context,
 * wording and direction from the language. The scene is in the arena; the context must outlive it.
 */
struct frame frame_start(struct arena *arena, const struct layout_context *context,
                         enum language language);

/* Mirrors when the language wants it, and gives the scene. */
struct scene *frame_finish(struct frame *frame);

/* True for a slide that is higher than wide; a square one is not. */
bool frame_is_upright(const struct frame *frame);

/* Units in px, rounded. */
int frame_px(const struct frame *frame, double units);

/* Of one line of text, px; size: of the em, px. */
double frame_width_of(const struct frame *frame, struct str text, enum weight weight, double size);

/* Of a side that text leaves free: the limit of the rule safe-area in the profile. */
double frame_margin(const struct frame *frame);

/* Adds an empty part over those before it; the pointer is valid until the next one is added. */
struct scene_part *frame_part(struct frame *frame, enum scene_kind kind);

/* A box of one colour, px. */
void frame_fill(struct frame *frame, struct box box, struct colour colour);

/* How one line of text looks, and what it is for; see struct scene_text. */
struct line_look {
    enum scene_role role;
    enum weight weight;
    double size; /* of the em, px */
    struct colour colour;
    enum align align;
};

/* One line of text in a box; nothing for an empty one. */
void frame_line(struct frame *frame, struct box box, struct str text, const struct line_look *look);

/* The narrow bar at the edge. */
void frame_bar(struct frame *frame);

/* Centre, date and time between the left margin and `right`; answers the y under it. */
int frame_header(struct frame *frame, int right);

/*
 * Organisations, the strip of languages and the number, at the bottom up to `right`; answers the y
 * above it.
 */
int frame_footer(struct frame *frame, int right, struct str left, int number);

/* The same ink at two thirds: for header and footer. */
struct colour frame_soft_ink(const struct frame *frame);
