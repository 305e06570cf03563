/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of text before it is drawn: what fonts.h and runs.h both speak of. */
#pragma once

#include "model/announcement.h"
#include "text/measure.h"

/* A line as it is drawn: its text with the parts that are bold. */
struct line {
    struct str text;
    const struct strong *strong; /* ranges within `text`; none when the weight is bold anyway */
    size_t strong_count;
    enum weight weight;
    double size;        /* em, px */
    bool right_to_left; /* base direction */
};
