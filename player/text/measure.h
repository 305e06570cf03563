/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How wide a text is. An interface, so that layout can be tested with letters of a known width;
 * the real one is fonts.h.
 */
#pragma once

#include "base/str.h"

enum weight { WEIGHT_REGULAR, WEIGHT_BOLD, WEIGHT_COUNT };

struct measure;

struct measure_ops {
    /* Width in px of a text on one line at an em of `size` px. Soft hyphens are not drawn. */
    double (*width)(struct measure *measure, struct str text, enum weight weight, double size);
    /* Does some font of the stack have this code point? */
    bool (*has_glyph)(struct measure *measure, uint32_t point);
};

struct measure {
    const struct measure_ops *ops;
};

/* Height of a capital letter, as a share of the em: Noto Sans, measured (player/README.md, F2). */
#define CAP_HEIGHT 0.714
