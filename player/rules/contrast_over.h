/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Contrast of text that lies over a picture, word by word; player/README.md, F3. The ground is
 * painted without the text, so that the smooth edges of letters are not measured. Pure: coverage
 * and pixels in, figures out.
 */
#pragma once

#include "media/decode.h"
#include "rules/contrast.h"
#include "text/fonts.h"

struct over_text {
    const struct ink *ink; /* of a line */
    int left, top;         /* where its first pixel lies on the ground */
    double em;             /* px */
    struct colour colour;
};

struct over_limit {
    double ratio;   /* the least that counts as readable */
    int percentile; /* of the pixels of a word that may lie under it, 0 to 10 */
};

struct over_word {
    int left, right;   /* px of the ground, right is beyond */
    double percentile; /* the ratio that all but that share of its pixels reach */
    double lowest;
    int hole; /* pixels of the largest patch that hangs together under the limit */
    bool is_readable;
};

/*
 * Measures the words of a line from left to right, as they stand; a gap of OVER_GAP_EM without ink
 * parts them. What lies beyond the ground is left out.
 *
 * ret_words  in the arena.
 */
size_t contrast_over(struct arena *arena, const struct over_text *text, const struct pixels *ground,
                     const struct over_limit *limit, struct over_word **ret_words);
