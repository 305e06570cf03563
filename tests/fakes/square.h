/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A measure with letters of a known width, so that lines can be counted by hand: every letter,
 * space and sign is half an em wide, in bold six tenths. Soft hyphens and marks that combine take
 * no room. It has every glyph but those from U+E000 on.
 */
#pragma once

#include "text/measure.h"

#define SQUARE_REGULAR 0.5 /* em */
#define SQUARE_BOLD 0.6

/* Needs no end. */
struct measure square_measure(void);
