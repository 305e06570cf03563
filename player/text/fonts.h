/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The font stack: which font files draw which letters, and lines of text as ink. The only user of
 * SDL2_ttf and FriBidi. One stack belongs to one thread.
 */
#pragma once

#include "text/line.h"
#include "text/measure.h"

struct fonts;

/*
 * Opens the fonts that a stack file names (fonts/stack; each line: regular file, bold file).
 *
 * NULL when none can be opened; *ret_why is then a static half sentence.
 */
struct fonts *fonts_open(const char *stack_file, const char **ret_why) NODISCARD;

/* Closes them; NULL is fine. Their measure must not be used any more. */
void fonts_close(struct fonts *fonts);

/* The measure of these fonts; lives as long as they do. */
struct measure *fonts_measure(struct fonts *fonts);

/* The ink of one line: how much of each pixel is covered, 0 to 255. */
struct ink {
    uint8_t *at; /* width × height, rows from the top */
    int width, height;
    int baseline; /* px below the top */
    int left;     /* px from the start of the line to the ink's first column; below 0 for a "j" */
    int advance;  /* px from the start of the line to where more text would go */
};

/* Draws a line; false without memory or when it is empty. */
bool fonts_ink(struct fonts *fonts, const struct line *line, struct ink *ret_ink) NODISCARD;

/* Gives the ink back. */
void ink_free(struct ink *ink);
