/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lines of text stacked from y = 0, measured before anyone decides where they go. Only for the .c
 * files of this folder.
 */
#pragma once

#include "layout/frame.h"

struct flow {
    struct scene_text *texts; /* boxes relative to the flow's top left */
    size_t count;
    int height; /* px */
    int lines;
    double width;         /* of the widest line, px */
    struct str wide_word; /* wider than the room; empty when all fit */
};

struct flow_style {
    enum scene_role role;
    struct str source; /* element of the announcement */
    enum weight weight;
    double size;  /* em, px */
    double pitch; /* line distance / em */
    int width;    /* px */
    int indent;   /* px, of every line */
    struct colour colour;
    bool sentences; /* each sentence starts a line */
    bool address;   /* runs from left to right in every script */
};

/* Adds a paragraph at the bottom of a flow. */
void flow_add(struct frame *frame, struct flow *flow, struct str text, const struct strong *strong,
              size_t strong_count, const struct flow_style *style);

/* Adds empty height. */
void flow_gap(struct flow *flow, int height);

/* Draws a flow with its top left at x, y; answers the y under it. */
int flow_place(struct frame *frame, const struct flow *flow, int x, int y);

/* The title: at most two lines where that can be, smaller (down to `least` px) for long words. */
struct flow flow_title(struct frame *frame, struct str title, double size, double least, int width);

/*
 * Lead and body of an announcement at an em of `size` px.
 *
 * sentences  each starts a line; false lets short ones share one.
 */
struct flow flow_body(struct frame *frame, const struct announcement *announcement, double size,
                      int width, bool sentences);
