/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a display shows the picture of an announcement. Only for the .c files of this folder. */
#pragma once

#include "rules/input.h"

struct picture_view {
    const struct display *display;
    struct box box;  /* that the picture fills, px of the display */
    double scale;    /* px of the display a pixel of rule_picture.pixels */
    double enlarged; /* px of the display a pixel of the file */
};

/* False when this display (0 to display_count - 1) shows no picture. */
bool picture_view_of(const struct rule_input *input, size_t display, struct picture_view *ret_view);

/* Something shows through the picture. */
bool picture_is_clear(const struct rule_picture *picture);

/* The announcement is a ready-made slide, and the picture is at hand. */
bool picture_is_slide(const struct rule_input *input);

/* Adds a finding about the whole picture: its place is that of its <img>. */
struct finding *picture_add(const struct rule_input *input, enum finding_code code,
                            struct report *report);
