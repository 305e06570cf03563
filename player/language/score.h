/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One number for how hard a text is, 0 (as easy as easy news) to 100, with the parts it is made
 * of. Each part is a measure between the median and the 99th percentile of genuine easy texts; the
 * score is their mean, each with its weight (score.c).
 *
 * It measures the form of the language. A text that is unkind, wrong or incomplete has a low score
 * too; a person approves.
 */
#pragma once

#include "language/features.h"

/* Under this many words the mean of anything jumps: single rules only. */
#define SCORE_WORDS_MIN 15

#define SCORE_PARTS_MAX 12

/* One part of a score. */
struct score_part {
    enum feature feature;
    double share;                     /* 0 to 1 */
    double weight;                    /* in the mean */
    const struct measure_of *measure; /* its value and words */
    double easy, hard;                /* where the share is 0 and 1 */
};

enum score_level { SCORE_NONE, SCORE_FINE, SCORE_WARN, SCORE_BLOCK };

struct score {
    enum score_level level; /* NONE: too short, or a language without limits */
    double value;           /* 0 to 100 */
    double warn, block;     /* limits for a text of this length: over them it warns, blocks */
    size_t words;
    struct score_part parts[SCORE_PARTS_MAX]; /* those that add most to it first */
    size_t part_count;
};

/* Scores; points into the features. */
struct score score_make(const struct analysis *analysis, const struct features *features);
