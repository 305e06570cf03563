/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line cut into runs that one font draws in one direction, in the order of the eye. SDL2_ttf
 * shapes with HarfBuzz but knows no bidi: left to itself it reverses Arabic and flips "17.30".
 * Only for the .c files of this folder.
 */
#pragma once

#include "text/font_stack.h"
#include "text/line.h"

#define RUNS_MAX 64
#define LINE_POINTS_MAX 2048 /* a line of a slide has under 200 */

struct run {
    size_t from, to; /* code points of the line */
    int level;       /* of the bidi algorithm: odd is right to left */
    int font;        /* of the stack */
    enum weight weight;
};

struct runs {
    uint32_t points[LINE_POINTS_MAX]; /* of the line, soft hyphens left out */
    size_t point_count;
    struct run run[RUNS_MAX];
    size_t count;
};

/* Cuts a line; what goes beyond the limits is left out. */
void runs_of_line(struct fonts *fonts, const struct line *line, struct runs *ret_runs);

/* The text of a run as a C string of at most 4 × LINE_POINTS_MAX bytes and a zero byte. */
void runs_text(const struct runs *runs, const struct run *run, char *ret_text);

/* Sets direction and script of a font for a run. */
void runs_set_up(TTF_Font *font, const struct runs *runs, const struct run *run);
