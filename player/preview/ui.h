/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The small kit that the liaison's window is made of: panels, texts, pixels, and the places that a
 * mouse or a finger may press. Plain data in an arena; ui_paint.h turns it into pixels, tests look
 * at the boxes.
 *
 * A unit is a pixel of a window of 1600 × 900; ui.unit says how many pixels that is here.
 */
#pragma once

#include "layout/scene.h"
#include "preview/act.h"

/* Least side of what can be pressed, px: WCAG 2.2, success criterion 2.5.5. */
#define UI_TARGET_MIN 44

enum ui_kind { UI_FILL, UI_FRAME, UI_TEXT, UI_PIXELS };

/* One thing to draw, in order. */
struct ui_part {
    enum ui_kind kind;
    struct box box;
    struct box clip;      /* nothing is drawn outside; no width: everywhere */
    struct colour colour; /* of fill, frame or text */
    struct colour ground; /* of a text: what it stands on, for the contrast's test */
    int radius;           /* of a fill's or frame's corners, px */
    int thickness;        /* of a frame, px; it lies within the box */
    struct line line;
    enum align align;
    int veil;                    /* of a fill: 1 to 255 lets shine through what is below; 0: not */
    const struct pixels *pixels; /* drawn as large as the box */
    unsigned serial;             /* names the pixels for the cache of scaled ones; 0: none */
};

/* What can be pressed. */
struct ui_hit {
    struct box box;
    struct act act;
    struct str name; /* what it does, for tests and for those who listen */
};

struct ui {
    struct arena *arena;
    struct measure *measure;
    int width, height; /* px */
    double unit;
    enum language language; /* of the texts, for their line breaks */
    struct box clip;        /* of the parts that are added now */
    struct ui_part *parts;
    size_t part_count;
    struct ui_hit *hits;
    size_t hit_count;
    int pointer_x, pointer_y; /* px; -1: nowhere */
};

/* Colours of the window; ui.c says what each stands on and with which contrast. */
struct ui_colours {
    struct colour edge, ground, side, card, card_chosen, key, text, soft, focus;
    struct colour severity[SEVERITY_BLOCK + 1], good;
};
extern const struct ui_colours ui_colours;

/* An empty window of a size in px. */
struct ui ui_new(struct arena *arena, struct measure *measure, enum language language, int width,
                 int height);

/* Units in px, rounded. */
int ui_px(const struct ui *ui, double units);

/* Everything of the window. */
struct box ui_box(const struct ui *ui);

void ui_fill(struct ui *ui, struct box box, int radius, struct colour colour);
void ui_frame(struct ui *ui, struct box box, int radius, int thickness, struct colour colour);

/* The same, with what lies below shining through; veil 1 to 255. */
void ui_veil(struct ui *ui, struct box box, struct colour colour, int veil);

/* Pixels, scaled to the box. They must live until the window is painted. */
void ui_pixels(struct ui *ui, struct box box, const struct pixels *pixels, unsigned serial);

/* The largest box of the ratio width : height within a box, in its middle; never larger than it. */
struct box ui_fit(struct box box, int width, int height);

/* How a text is set. */
struct ui_style {
    double size; /* em, units */
    enum weight weight;
    struct colour colour, ground;
    enum align align;
};

/* One line in a box, cut with "…" where it is too long; answers its width in px. */
int ui_line(struct ui *ui, struct box box, struct str text, const struct ui_style *style);

/* Width of a text on one line, px. */
int ui_width(const struct ui *ui, struct str text, const struct ui_style *style);

/*
 * A paragraph from the top of a box on; answers its height in px, which may go beyond the box. With
 * `dry` nothing is drawn.
 */
int ui_text(struct ui *ui, struct box box, struct str text, const struct ui_style *style, bool dry);

/* Words of a paragraph that are to be seen at once, in bytes of its text. */
struct ui_span {
    size_t start, bytes;
};

struct ui_spans {
    const struct ui_span *at;
    size_t count;
    struct colour frame; /* round each, on a ground of its own */
};

/* The same paragraph with its spans marked. */
int ui_marked_text(struct ui *ui, struct box box, struct str text, const struct ui_spans *spans,
                   const struct ui_style *style, bool dry);

/* A place to press, never smaller than UI_TARGET_MIN: it grows round its middle. */
void ui_hit(struct ui *ui, struct box box, struct act act, struct str name);

/* Does the mouse stand in a box? */
bool ui_hovers(const struct ui *ui, struct box box);

/* What is pressed at a point; the last one laid there. An act of ACT_NONE for nothing. */
struct act ui_press(const struct ui *ui, int x, int y);

/* A box within a box. */
struct box ui_inside(struct box box, int margin);
