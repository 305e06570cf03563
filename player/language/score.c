/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the Finnish score were drawn from 2,632 sections of easy news (21,733 sentences): a
 * part is 0 at their median and 1 at their 99th percentile. A part weighs as much as it told easy
 * texts from others when it was measured alone: its AUC less the half that chance gives. Equal
 * weights were weighed and told texts of 20 to 30 words apart a little less well (AUC 0.95 and
 * 0.96); weights learnt together from texts fitted their own texts and harmed others.
 *
 * A limit is what one easy text of a hundred (block) or of twenty (warn) goes over at that length.
 * They were measured with equal weights; an easy text near a limit scores 1 point more with these
 * at 63 words and 4 more at 17, and the limits were moved as much. Blocking then was set 2 points
 * lower (3 under 35 words): none of 84 easy texts that nobody had tuned on goes over that, and one
 * standard text more of twenty does.
 */
#include "language/score.h"

#include <stdlib.h>

/* Where a part's share is 0 and 1. */
struct part_limits {
    enum feature feature;
    double easy, hard, weight;
    bool needs_list; /* left out without the list of everyday words */
};

static const struct part_limits finnish_parts[] = {
    { FEATURE_MEAN_SENTENCE, 7.6, 11.8, 0.353, false },
    { FEATURE_LONGEST_SENTENCE, 12, 21, 0.314, false },
    { FEATURE_RARE_WORDS, 18.1, 35.6, 0.428, true },
    { FEATURE_LONG_WORDS, 6.4, 18.2, 0.359, false },
    { FEATURE_PARTICIPLES, 0, 4.5, 0.277, false },
    { FEATURE_FINITE_VERBS, 22.2, 13.7, 0.297, false },
    { FEATURE_OFFICIALESE, 0, 2.7, 0.227, false },
    { FEATURE_EXPLAINING, 1.35, 0, 0.262, false },
    { FEATURE_NOUN_RUN, 2.2, 3.3, 0.351, false },
    { FEATURE_GENITIVE_RUNS, 1.1, 8.2, 0.174, false },
    { FEATURE_CLAUSE_SUBSTITUTES, 0, 2.2, 0.136, false },
};

/*
 * Swedish and English: 0 where easy texts of public bodies have their median (a dozen and a half
 * texts each, so that these stand less firm), 1 well over what standard ones have. No readings
 * here, so the endings of words stand in for what morphology tells of Finnish.
 */
static const struct part_limits swedish_parts[] = {
    { FEATURE_MEAN_SENTENCE, 10.4, 18, 1, false },
    { FEATURE_LONGEST_SENTENCE, 16, 30, 1, false },
    { FEATURE_LIX, 34, 56, 1, false },
    { FEATURE_LONG_WORDS, 3, 12, 1, false },
    { FEATURE_COMMAS, 3, 9, 1, false },
    { FEATURE_OFFICIALESE, 0, 2.5, 1, false },
    { FEATURE_PASSIVES, 0.5, 4, 1, false },
    { FEATURE_ABSTRACT_WORDS, 2.5, 11, 1, false },
};

static const struct part_limits english_parts[] = {
    { FEATURE_MEAN_SENTENCE, 11.4, 21, 1, false },
    { FEATURE_LONGEST_SENTENCE, 17, 33, 1, false },
    { FEATURE_LIX, 27, 50, 1, false },
    { FEATURE_LONG_WORDS, 5, 18, 1, false },
    { FEATURE_COMMAS, 2, 8, 1, false },
    { FEATURE_RARE_WORDS, 10, 32, 1, true },
    { FEATURE_OFFICIALESE, 0, 3, 1, false },
    { FEATURE_PASSIVES, 0.5, 4, 1, false },
    { FEATURE_ABSTRACT_WORDS, 2.5, 11, 1, false },
};

/* Limits at a length in words; between two lengths they are interpolated. */
struct limit_at {
    double words, block, warn;
};

static const struct limit_at finnish_limits[] = {
    { 17, 54, 46 }, { 25, 53, 44 }, { 34, 48.5, 40 }, { 49, 44.5, 36 }, { 63, 40, 33 },
};

static const struct limit_at without_list_limits[] = {
    { 17, 51, 44 }, { 25, 52, 43 }, { 34, 50.5, 41 }, { 49, 45.5, 37 }, { 63, 41, 34 },
};

/* Swedish and English: drawn from few texts, so that they warn early and block late. */
static const struct limit_at other_limits[] = {
    { 17, 52, 40 }, { 25, 50, 37 }, { 34, 47, 34 }, { 49, 44, 31 }, { 63, 42, 30 },
};

/* What a language is scored by. */
struct scale {
    const struct part_limits *parts;
    size_t part_count;
    const struct limit_at *limits;
    size_t limit_count;
};

static struct scale scale_of(const struct analysis *analysis, bool has_list)
{
#define SCALE(parts, limits)                                                                       \
    (struct scale)                                                                                 \
    {                                                                                              \
        parts, ARRAY_LEN(parts), limits, ARRAY_LEN(limits)                                         \
    }
    if (analysis->language == LANGUAGE_FI && analysis->morphology)
        return has_list ? SCALE(finnish_parts, finnish_limits)
                        : SCALE(finnish_parts, without_list_limits);
    if (analysis->language == LANGUAGE_SV)
        return SCALE(swedish_parts, other_limits);
    if (analysis->language == LANGUAGE_EN)
        return SCALE(english_parts, other_limits);
    return (struct scale){ 0 };
#undef SCALE
}

static double share_of(double value, double easy, double hard)
{
    double share = (value - easy) / (hard - easy);
    if (share < 0)
        return 0;
    return share > 1 ? 1 : share;
}

static double between(double at, double from, double to, double low, double high)
{
    return low + (high - low) * (at - from) / (to - from);
}

static void find_limits(const struct scale *scale, double words, double *ret_warn,
                        double *ret_block)
{
    const struct limit_at *limits = scale->limits;
    size_t i = 0;
    while (i + 1 < scale->limit_count && limits[i + 1].words <= words)
        i++;
    *ret_warn = limits[i].warn;
    *ret_block = limits[i].block;
    if (words <= limits[i].words || i + 1 == scale->limit_count)
        return;
    const struct limit_at *low = &limits[i], *high = &limits[i + 1];
    *ret_warn = between(words, low->words, high->words, low->warn, high->warn);
    *ret_block = between(words, low->words, high->words, low->block, high->block);
}

static int compare_shares(const void *a, const void *b)
{
    const struct score_part *left = a, *right = b;
    double a_points = left->share * left->weight, b_points = right->share * right->weight;
    if (a_points != b_points)
        return a_points > b_points ? -1 : 1;
    return left->feature < right->feature ? -1 : left->feature > right->feature;
}

static void add_parts(struct score *score, const struct scale *scale,
                      const struct features *features, bool has_list)
{
    double sum = 0, weights = 0;
    for (size_t i = 0; i < scale->part_count; i++) {
        const struct part_limits *limits = &scale->parts[i];
        const struct measure_of *measure = &features->of[limits->feature];
        if (limits->needs_list && !has_list)
            continue;
        double share = share_of(measure->value, limits->easy, limits->hard);
        sum += share * limits->weight;
        weights += limits->weight;
        score->parts[score->part_count++] = (struct score_part){
            limits->feature, share, limits->weight, measure, limits->easy, limits->hard,
        };
    }
    score->value = weights > 0 ? 100 * sum / weights : 0;
    qsort(score->parts, score->part_count, sizeof *score->parts, compare_shares);
}

struct score score_make(const struct analysis *analysis, const struct features *features)
{
    struct score score = { .words = features->words };
    bool has_list = kit_list(analysis->kit, "everyday", analysis->language) != NULL;
    struct scale scale = scale_of(analysis, has_list);
    if (scale.part_count == 0 || features->words < SCORE_WORDS_MIN || features->sentences == 0)
        return score;
    add_parts(&score, &scale, features, has_list);
    find_limits(&scale, (double)features->words, &score.warn, &score.block);
    score.level = SCORE_FINE;
    if (score.value > score.block)
        score.level = SCORE_BLOCK;
    else if (score.value > score.warn)
        score.level = SCORE_WARN;
    return score;
}
