/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A paragraph into lines: breaks where UAX #14 (libunibreak) allows one and a Finnish reader
 * expects one. Never inside a word (but at a soft hyphen or hyphen that the author typed), a phone
 * number, "klo 17.30", "2. kerros" or "9–15". As few lines as possible, then even ones.
 */
#pragma once

#include "model/announcement.h"
#include "text/measure.h"

struct wrapped_line {
    struct str text;  /* a slice of the paragraph, without the spaces at its ends */
    bool soft_hyphen; /* broken at U+00AD: a hyphen is drawn behind it */
    double width;     /* px */
};

struct wrapped {
    struct wrapped_line *lines;
    size_t count;
    double width;         /* of the widest line, px */
    struct str wide_word; /* the first piece that is wider than the room; empty when all fit */
};

struct wrap_style {
    enum weight weight;
    double size;  /* em, px */
    double width; /* room, px */
    enum language language;
};

/* Breaks one paragraph; '\n' in it always ends a line. Lines are slices of `text`. */
struct wrapped wrap_text(struct arena *arena, struct measure *measure, struct str text,
                         const struct strong *strong, size_t strong_count,
                         const struct wrap_style *style);
