/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Contrast of text that is part of a picture, one box a word as a reader of pictures gives them;
 * player/README.md, F3b. Pure: pixels in, figures out.
 */
#pragma once

#include "layout/scene.h"
#include "media/decode.h"

struct baked_word {
    double ratio;               /* 1 to 21; 0: nothing but one colour in the box, not judged */
    struct colour text, ground; /* as they are in the picture */
};

struct baked_contrast {
    struct baked_word *words; /* one a box, in their order; in the arena */
    size_t judged;            /* words with a ratio; 0: the figures below mean nothing */
    double median, lowest;    /* of the ratios */
    size_t lowest_at;         /* the word of the lowest */
};

/*
 * Measures each word. Boxes are in px of the picture and may touch its edges or lie beyond them;
 * what has transparency is taken as it is stored, so lay it over its ground first.
 */
struct baked_contrast contrast_baked(struct arena *arena, const struct pixels *picture,
                                     const struct box *words, size_t count);
