/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a machine sees in a picture: words and codes to scan, with their places in pixels of that
 * picture. Plain data. A machine that finds no text proves nothing: text on a busy photo and
 * turned text stay unseen.
 */
#pragma once

#include "base/str.h"

struct seen_box {
    int x, y, width, height;
};

struct seen_word {
    struct str text; /* as read, with its punctuation; UTF-8 without control characters */
    struct seen_box box;
    int confidence; /* 0 to 100; a textless photo gives words below 60 */
    size_t line;    /* which of the lines it stands in */
};

struct seen_line {
    struct seen_box box;
    double x_height; /* of small letters without strokes up or down, px; good to 2 px */
    size_t first_word, word_count;
};

struct seen_code {
    struct str payload;  /* likewise */
    struct seen_box box; /* without the quiet zone */
    bool is_upright;     /* its sides are parallel to the picture's: the box is the code */
    bool is_inverted;    /* light modules on dark; few readers take it */
};

struct seen {
    int width, height;             /* of the picture that was looked at, px */
    bool text_was_read;            /* false: words are not known */
    bool codes_were_read;          /* false: codes are not known */
    const struct seen_word *words; /* line by line */
    size_t word_count;
    const struct seen_line *lines;
    size_t line_count;
    const struct seen_code *codes;
    size_t code_count;
};
