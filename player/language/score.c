/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the Finnish score and its limits were drawn from 2,632 sections of easy news
 * (21,733 sentences): a part is 0 at their median and 1 at their 99th percentile, a limit is what
 * one easy text of a hundred (block) or of twenty (warn) goes over at that length. Weights learnt
 * from texts were weighed: they fitted their own texts a little better and others worse.
 */
#include "language/score.h"

#include <stdlib.h>

/* Where a part's share is 0 and 1. */
struct part_limits {
    enum feature feature;
    double easy, hard;
    bool needs_list; /* left out without the list of everyday words */
};

static const struct part_limits finnish_parts[] = {
    { FEATURE_MEAN_SENTENCE, 7.6, 11.8, false },   { FEATURE_LONGEST_SENTENCE, 12, 21, false },
    { FEATURE_RARE_WORDS, 18.1, 35.6, true },      { FEATURE_LONG_WORDS, 6.4, 18.2, false },
    { FEATURE_PARTICIPLES, 0, 4.5, false },        { FEATURE_FINITE_VERBS, 22.2, 13.7, false },
    { FEATURE_OFFICIALESE, 0, 2.7, false },        { FEATURE_EXPLAINING, 1.35, 0, false },
    { FEATURE_NOUN_RUN, 2.2, 3.3, false },         { FEATURE_GENITIVE_RUNS, 1.1, 8.2, false },
    { FEATURE_CLAUSE_SUBSTITUTES, 0, 2.2, false },
};

/*
 * Swedish and English: 0 where easy texts of public bodies have their median (a dozen and a half
 * texts each, so that these stand less firm), 1 well over what standard ones have. No readings
 * here, so the endings of words stand in for what morphology tells of Finnish.
 */
static const struct part_limits swedish_parts[] = {
    { FEATURE_MEAN_SENTENCE, 10.4, 18, false },
    { FEATURE_LONGEST_SENTENCE, 16, 30, false },
    { FEATURE_LIX, 34, 56, false },
    { FEATURE_LONG_WORDS, 3, 12, false },
    { FEATURE_COMMAS, 3, 9, false },
    { FEATURE_OFFICIALESE, 0, 2.5, false },
    { FEATURE_PASSIVES, 0.5, 4, false },
    { FEATURE_ABSTRACT_WORDS, 2.5, 11, false },
};

static const struct part_limits english_parts[] = {
    { FEATURE_MEAN_SENTENCE, 11.4, 21, false },
    { FEATURE_LONGEST_SENTENCE, 17, 33, false },
    { FEATURE_LIX, 27, 50, false },
    { FEATURE_LONG_WORDS, 5, 18, false },
    { FEATURE_COMMAS, 2, 8, false },
    { FEATURE_RARE_WORDS, 10, 32, true },
    { FEATURE_OFFICIALESE, 0, 3, false },
    { FEATURE_PASSIVES, 0.5, 4, false },
    { FEATURE_ABSTRACT_WORDS, 2.5, 11, false },
};

/* Limits at a length in words; between two lengths they are interpolated. */
struct limit_at {
    double words, block, warn;
};

static const struct limit_at finnish_limits[] = {
    { 17, 53, 44 }, { 25, 52, 41 }, { 34, 48, 38 }, { 49, 45, 35 }, { 63, 41, 32 },
};

static const struct limit_at without_list_limits[] = {
    { 17, 50, 42 }, { 25, 51, 40 }, { 34, 50, 38 }, { 49, 46, 36 }, { 63, 42, 33 },
};

/* Swedish and English: drawn from few texts, so that they stand wide. */
static const struct limit_at other_limits[] = {
    { 17, 60, 48 }, { 25, 58, 46 }, { 34, 55, 43 }, { 49, 52, 40 }, { 63, 50, 38 },
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
    if (left->share != right->share)
        return left->share > right->share ? -1 : 1;
    return left->feature < right->feature ? -1 : left->feature > right->feature;
}

static void add_parts(struct score *score, const struct scale *scale,
                      const struct features *features, bool has_list)
{
    double sum = 0;
    for (size_t i = 0; i < scale->part_count; i++) {
        const struct part_limits *limits = &scale->parts[i];
        const struct measure_of *measure = &features->of[limits->feature];
        if (limits->needs_list && !has_list)
            continue;
        double share = share_of(measure->value, limits->easy, limits->hard);
        sum += share;
        score->parts[score->part_count++] = (struct score_part){
            limits->feature, share, measure, limits->easy, limits->hard,
        };
    }
    score->value = score->part_count ? 100 * sum / (double)score->part_count : 0;
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
