/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One function a measure, each over the sentences of lead and body. What a measure is was fixed
 * when its limits were drawn (score.c): a change here moves the score of every text.
 */
#include "language/features.h"

#include "language/letters.h"
#include "language/shapes.h"

#define LONG_LETTERS 13 /* Finnish; measured: 6 such words of 100 in easy texts, 14 in others */
#define LONG_LETTERS_SV 13
#define LONG_LETTERS_EN 10
#define LIX_LETTERS 7    /* Björnsson's LIX: words over six letters */
#define LONG_SENTENCE 12 /* shown as words that made a high mean */

/* Measures while they are made. */
struct measuring {
    struct arena *arena;
    const struct analysis *analysis;
    struct features *features;
    const struct word_list *officialese;
    struct str *seen; /* a set of lemmas: open addressing */
    size_t seen_slots;
};

/* A sentence of lead or body that is no heading. */
static const struct sentence *next_sentence(const struct analysis *analysis, size_t *at)
{
    while (*at < analysis->sentence_count) {
        const struct sentence *sentence = &analysis->sentences[(*at)++];
        enum part_kind kind = analysis->parts[sentence->part].kind;
        if (part_is_scored(kind) && kind != PART_HEADING && sentence->words > 0)
            return sentence;
    }
    return NULL;
}

/* Notes tokens that made a measure. */
static void note(struct measuring *measuring, enum feature feature, size_t token, size_t length)
{
    struct measure_of *of = &measuring->features->of[feature];
    size_t lengths = of->token_count;
    *ARENA_PUSH(measuring->arena, of->lengths, lengths) = length;
    *ARENA_PUSH(measuring->arena, of->tokens, of->token_count) = token;
}

static double per_hundred(const struct measuring *measuring, size_t count)
{
    size_t words = measuring->features->words;
    return words ? 100.0 * (double)count / (double)words : 0;
}

/* The notes of a measure, per 100 words. */
static void set_rate(struct measuring *measuring, enum feature feature)
{
    struct measure_of *of = &measuring->features->of[feature];
    of->value = per_hundred(measuring, of->token_count);
}

static void forget_seen(struct measuring *measuring)
{
    memset(measuring->seen, 0, measuring->seen_slots * sizeof *measuring->seen);
}

/* True the first time that a lemma comes. */
static bool is_new(struct measuring *measuring, const struct token *token)
{
    struct str lemma = letters_lower(measuring->arena, token_lemma(token));
    uint32_t sum = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < lemma.bytes; i++)
        sum = (sum ^ (uint8_t)lemma.at[i]) * 16777619u;
    size_t at = sum & (measuring->seen_slots - 1);
    while (measuring->seen[at].at) {
        if (str_equal(measuring->seen[at], lemma))
            return false;
        at = (at + 1) & (measuring->seen_slots - 1);
    }
    measuring->seen[at] = lemma;
    return lemma.bytes > 0;
}

static void measure_sentences(struct measuring *measuring)
{
    const struct analysis *analysis = measuring->analysis;
    struct features *features = measuring->features;
    const struct sentence *sentence, *longest = NULL;
    size_t words = 0;
    for (size_t at = 0; (sentence = next_sentence(analysis, &at)) != NULL;) {
        features->sentences++;
        words += sentence->words;
        if (!longest || sentence->words > longest->words)
            longest = sentence;
        if (sentence->words > LONG_SENTENCE)
            note(measuring, FEATURE_MEAN_SENTENCE, sentence->first, sentence->count);
    }
    if (!longest)
        return;
    note(measuring, FEATURE_LONGEST_SENTENCE, longest->first, longest->count);
    features->of[FEATURE_LONGEST_SENTENCE].value = (double)longest->words;
    features->of[FEATURE_MEAN_SENTENCE].value = (double)words / (double)features->sentences;
}

static bool is_rare(const struct measuring *measuring, const struct token *token)
{
    if (token->kind != TOKEN_WORD || (token->flags & (TOKEN_EXEMPT | TOKEN_COMMON)))
        return false;
    return !measuring->analysis->morphology || token->readings.count > 0;
}

static size_t long_letters(const struct analysis *analysis)
{
    if (analysis->language == LANGUAGE_EN)
        return LONG_LETTERS_EN;
    return analysis->language == LANGUAGE_SV ? LONG_LETTERS_SV : LONG_LETTERS;
}

static bool is_abstract(const struct measuring *measuring, const struct token *token)
{
    return shapes_is_abstract(measuring->analysis, (size_t)(token - measuring->analysis->tokens));
}

static bool is_long(const struct measuring *measuring, const struct token *token)
{
    return token->kind == TOKEN_WORD && !(token->flags & (TOKEN_NAME | TOKEN_ACRONYM)) &&
           token->letters >= long_letters(measuring->analysis);
}

typedef bool token_test(const struct measuring *measuring, const struct token *token);

/* Distinct words that pass a test. */
static void measure_distinct(struct measuring *measuring, enum feature feature, token_test *test)
{
    const struct analysis *analysis = measuring->analysis;
    forget_seen(measuring);
    for (size_t i = 0; i < analysis->token_count; i++) {
        const struct token *token = &analysis->tokens[i];
        if (part_is_scored(analysis->parts[token->part].kind) && test(measuring, token) &&
            is_new(measuring, token))
            note(measuring, feature, i, 1);
    }
    set_rate(measuring, feature);
}

static bool is_participle_modifier(const struct token *token)
{
    struct trait modifier = { .participles = ONE_OF(PARTICIPLE_PRESENT_ACTIVE) |
                                             ONE_OF(PARTICIPLE_PRESENT_PASSIVE) |
                                             ONE_OF(PARTICIPLE_PAST_ACTIVE) |
                                             ONE_OF(PARTICIPLE_PAST_PASSIVE) |
                                             ONE_OF(PARTICIPLE_AGENT) };
    struct trait nominative = { .cases = ONE_OF(CASE_NOMINATIVE) | ONE_OF(CASE_NONE) };
    return token_all(token, modifier) && !token_any(token, nominative);
}

/* tehdessä, tehtyään, tehdäkseen, tekemällä and tekemättä. */
static bool is_clause_substitute(const struct token *token)
{
    static const char *const fixed[] = { "johtuen", "koskien", "liittyen", "riippuen", "alkaen" };
    struct trait e_infinitive = { .moods = ONE_OF(MOOD_E_INFINITIVE) };
    struct trait any_possessive = { .possessives = ~ONE_OF(POSSESSIVE_NONE) };
    struct trait after = any_possessive, purpose = any_possessive;
    struct trait manner = { .moods = ONE_OF(MOOD_MA_INFINITIVE),
                            .cases = ONE_OF(CASE_ADESSIVE) | ONE_OF(CASE_ABESSIVE) };
    after.participles = ONE_OF(PARTICIPLE_PAST_PASSIVE);
    after.cases = ONE_OF(CASE_PARTITIVE);
    purpose.moods = ONE_OF(MOOD_A_INFINITIVE);
    if (token_all(token, e_infinitive))
        return !str_is_one_of(token->lower, fixed, ARRAY_LEN(fixed));
    return token_all(token, after) || token_any(token, purpose) || token_any(token, manner);
}

static bool is_explaining(const struct token *token)
{
    static const char *const forms[] = { "eli",     "esimerkiksi", "siksi",  "koska",
                                         "betyder", "exempelvis",  "därför", "eftersom",
                                         "means",   "because",     "example" };
    return str_is_one_of(token->lower, forms, ARRAY_LEN(forms)) ||
           token_has_base(token, "tarkoittaa");
}

/* Runs of tokens of one sentence that pass a test; answers the longest. */
static size_t note_runs(struct measuring *measuring, const struct sentence *sentence,
                        bool (*test)(const struct token *), size_t least, enum feature feature)
{
    size_t longest = 0, run = 0, end = sentence->first + sentence->count;
    for (size_t i = sentence->first; i <= end; i++) {
        if (i < end && test(&measuring->analysis->tokens[i])) {
            run++;
            continue;
        }
        if (run >= least)
            note(measuring, feature, i - run, run);
        longest = run > longest ? run : longest;
        run = 0;
    }
    return longest;
}

#define NOUN_RUN_NOTED 3 /* two nouns in a row are in every text */
#define GENITIVE_RUN 2

static void measure_runs(struct measuring *measuring)
{
    const struct sentence *sentence;
    struct features *features = measuring->features;
    size_t sum = 0;
    for (size_t at = 0; (sentence = next_sentence(measuring->analysis, &at)) != NULL;) {
        sum += note_runs(measuring, sentence, token_is_nominal, NOUN_RUN_NOTED, FEATURE_NOUN_RUN);
        note_runs(measuring, sentence, token_is_genitive, GENITIVE_RUN, FEATURE_GENITIVE_RUNS);
    }
    set_rate(measuring, FEATURE_GENITIVE_RUNS);
    if (features->sentences > 0)
        features->of[FEATURE_NOUN_RUN].value = (double)sum / (double)features->sentences;
}

static void measure_word(struct measuring *measuring, const struct sentence *sentence, size_t at)
{
    const struct token *token = &measuring->analysis->tokens[at];
    bool last = at + 1 >= sentence->first + sentence->count ||
                (at + 2 == sentence->first + sentence->count && token[1].kind == TOKEN_PUNCTUATION);
    if (!last && is_participle_modifier(token))
        note(measuring, FEATURE_PARTICIPLES, at, 1);
    if (token_is_finite(token))
        note(measuring, FEATURE_FINITE_VERBS, at, 1);
    if (is_explaining(token))
        note(measuring, FEATURE_EXPLAINING, at, 1);
    if (shapes_is_passive(measuring->analysis, at))
        note(measuring, FEATURE_PASSIVES, at, 1);
    if (is_clause_substitute(token))
        note(measuring, FEATURE_CLAUSE_SUBSTITUTES, at, 1);
}

static void measure_words(struct measuring *measuring)
{
    const struct analysis *analysis = measuring->analysis;
    const struct sentence *sentence;
    for (size_t s = 0; (sentence = next_sentence(analysis, &s)) != NULL;) {
        for (size_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            size_t length = 0;
            if (analysis->tokens[i].kind == TOKEN_PUNCTUATION &&
                str_is(analysis->tokens[i].form, ","))
                note(measuring, FEATURE_COMMAS, i, 1);
            if (analysis->tokens[i].kind != TOKEN_WORD)
                continue;
            measure_word(measuring, sentence, i);
            if (analysis_find(analysis, measuring->officialese, i, &length))
                note(measuring, FEATURE_OFFICIALESE, i, length);
        }
    }
    static const enum feature rates[] = {
        FEATURE_PARTICIPLES,        FEATURE_FINITE_VERBS, FEATURE_OFFICIALESE, FEATURE_EXPLAINING,
        FEATURE_CLAUSE_SUBSTITUTES, FEATURE_COMMAS,       FEATURE_PASSIVES
    };
    for (size_t i = 0; i < ARRAY_LEN(rates); i++)
        set_rate(measuring, rates[i]);
}

static void measure_lix(struct measuring *measuring)
{
    const struct analysis *analysis = measuring->analysis;
    struct features *features = measuring->features;
    for (size_t i = 0; i < analysis->token_count; i++) {
        const struct token *token = &analysis->tokens[i];
        if (part_is_scored(analysis->parts[token->part].kind) && token->kind == TOKEN_WORD &&
            token->letters >= LIX_LETTERS)
            note(measuring, FEATURE_LIX, i, 1);
    }
    features->of[FEATURE_LIX].value = features->of[FEATURE_MEAN_SENTENCE].value +
                                      per_hundred(measuring, features->of[FEATURE_LIX].token_count);
}

const struct features *features_make(struct arena *arena, const struct analysis *analysis)
{
    struct measuring measuring = { .arena = arena,
                                   .analysis = analysis,
                                   .features = ARENA_NEW(arena, struct features),
                                   .seen_slots = 4 };
    measuring.officialese = kit_list(analysis->kit, "overall-score", analysis->language);
    measuring.features->words = analysis->words;
    while (measuring.seen_slots < 2 * analysis->token_count)
        measuring.seen_slots *= 2;
    measuring.seen = ARENA_ARRAY(arena, struct str, measuring.seen_slots);
    measure_sentences(&measuring);
    measure_distinct(&measuring, FEATURE_RARE_WORDS, is_rare);
    measure_distinct(&measuring, FEATURE_LONG_WORDS, is_long);
    measure_distinct(&measuring, FEATURE_ABSTRACT_WORDS, is_abstract);
    measure_words(&measuring);
    measure_runs(&measuring);
    measure_lix(&measuring);
    return measuring.features;
}

const char *feature_name(enum feature feature)
{
#define X(code, name) name,
    static const char *const names[] = { FEATURE_LIST(X) };
#undef X
    return names[feature];
}
