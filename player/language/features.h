/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is measured of a whole text for its score: lead and body, without title and facts. Each
 * measure names the tokens that made it.
 */
#pragma once

#include "language/analysis.h"

/*
 * X(CODE, name in tables)
 *
 * The first eleven are Finnish; Swedish and English use some of them. Rates are per 100 words;
 * "distinct" counts a base form once, because easy texts repeat and explain a hard word.
 */
#define FEATURE_LIST(X)                                                                               \
    X(MEAN_SENTENCE, "mean-sentence")       /* words */                                               \
    X(LONGEST_SENTENCE, "longest-sentence") /* words */                                               \
    X(RARE_WORDS, "rare-words")             /* distinct, not among the everyday words */              \
    X(LONG_WORDS, "long-words")             /* distinct, of many letters */                           \
    X(PARTICIPLES, "participles")           /* participle modifiers */                                \
    X(FINITE_VERBS, "finite-verbs")         /* fewer are harder */                                    \
    X(OFFICIALESE, "officialese")           /* words of offices */                                    \
    X(EXPLAINING, "explaining")       /* tarkoittaa, eli, esimerkiksi …: fewer are harder */        \
    X(NOUN_RUN, "noun-run")           /* mean of each sentence's longest run of nouns */              \
    X(GENITIVE_RUNS, "genitive-runs") /* two or more genitives in a row */                            \
    X(CLAUSE_SUBSTITUTES, "clause-substitutes") /* tehdessä, tehtyään, tehdäkseen, tekemällä */ \
    X(LIX, "lix") /* words a sentence + share of words over 6 letters */                              \
    X(COMMAS, "commas")                                                                               \
    X(PASSIVES, "passives")             /* Swedish and English, by the shape of the words */          \
    X(ABSTRACT_WORDS, "abstract-words") /* distinct; Swedish and English, by their endings */

#define X(code, name) FEATURE_##code,
enum feature { FEATURE_LIST(X) FEATURE_COUNT };
#undef X

struct measure_of {
    double value;
    size_t
        *tokens; /* that made it, in the order of the text; a sentence is told by its first word */
    size_t token_count;
    size_t *lengths; /* how many tokens each of them spans (a run, a sentence, a phrase) */
};

struct features {
    size_t words, sentences; /* of lead and body */
    struct measure_of of[FEATURE_COUNT];
};

/* Measures; everything is in the arena. Zeroes for an empty text. */
const struct features *features_make(struct arena *arena,
                                     const struct analysis *analysis) NODISCARD;

/* "mean-sentence" … */
const char *feature_name(enum feature feature);
