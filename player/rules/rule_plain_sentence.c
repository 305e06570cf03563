/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sentences: their length, their clauses, their denials. The limits are those that genuine easy
 * texts keep; a centre that moves the limit of a rule moves its milder and its harder step along.
 */
#include "language/rewrite_cut.h"
#include "rules/plain.h"

#include <math.h>

/* Steps round the limit of sentence-too-long, 15 words: over 12 a hint, over 25 a block. */
#define SENTENCE_HINT_UNDER 3
#define SENTENCE_BLOCK_OVER 10
#define HEAD_WORDS 5 /* of a sentence that is named in a message */

/* The mean: over 10 a hint, over 12 (the rule's limit) a warning; in the longer-winded languages
 * 3 words more. One or two sentences have no mean. */
#define MEAN_HINT_UNDER 2
#define MEAN_OTHERS_MORE 3
#define MEAN_WORDS_LEAST 40

static void add_cuts(const struct plain *plain, struct plain_hit *hit, size_t sentence)
{
    plain_arg_example(plain, hit, rewrite_cut(plain->arena, plain->analysis, sentence));
}

static bool length_code(size_t words, double limit, enum finding_code *ret_code)
{
    double over = (double)words - limit;
    if (over > SENTENCE_BLOCK_OVER)
        *ret_code = FINDING_SENTENCE_FAR_TOO_LONG;
    else if (over > 0)
        *ret_code = FINDING_SENTENCE_TOO_LONG;
    else if (over > -SENTENCE_HINT_UNDER)
        *ret_code = FINDING_SENTENCE_LONG;
    else
        return false;
    return true;
}

void rule_sentence_too_long(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    enum finding_code code;
    if (!plain_begin(input, report, RULE_SENTENCE_TOO_LONG, PLAIN_ALL, &plain))
        return;
    double limit = report_limit(report, plain.rule);
    for (size_t i = 0; i < plain.analysis->sentence_count; i++) {
        size_t words = plain.analysis->sentences[i].words;
        if (!length_code(words, limit, &code))
            continue;
        struct plain_hit *hit = plain_note_sentence(&plain, &hits, code, i);
        hit->limit = str_format(plain.arena, "%.12g", limit);
        plain_arg_count(&plain, hit, words);
        plain_arg(hit, rewrite_head(plain.arena, plain.analysis, i, HEAD_WORDS));
        add_cuts(&plain, hit, i);
    }
    plain_tell(&plain, &hits);
}

/* Words and sentences of lead and body; a label without an end mark is no sentence. */
static void count_sentences(const struct analysis *analysis, size_t *ret_words,
                            size_t *ret_sentences)
{
    size_t words = 0, sentences = 0;
    for (size_t i = 0; i < analysis->sentence_count; i++) {
        const struct sentence *sentence = &analysis->sentences[i];
        if (!part_is_scored(analysis->parts[sentence->part].kind) || sentence->label)
            continue;
        words += sentence->words;
        sentences += sentence->words > 0;
    }
    *ret_words = words;
    *ret_sentences = sentences;
}

void rule_mean_sentence_length(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    size_t words, sentences;
    if (!plain_begin(input, report, RULE_MEAN_SENTENCE_LENGTH, PLAIN_ALL, &plain))
        return;
    count_sentences(plain.analysis, &words, &sentences);
    if (words < MEAN_WORDS_LEAST)
        return;
    bool finnish = plain.analysis->language == LANGUAGE_FI;
    double limit = report_limit(report, plain.rule) + (finnish ? 0 : MEAN_OTHERS_MORE);
    double mean = (double)words / (double)sentences;
    bool warns = mean > limit;
    if (!warns && !(finnish && mean > limit - MEAN_HINT_UNDER))
        return;
    enum finding_code code = warns ? FINDING_MEAN_TOO_LONG : FINDING_MEAN_LONG;
    struct plain_hit *hit = plain_note(&plain, &hits, code, PLAIN_WHOLE, PLAIN_WHOLE);
    hit->found = str_format(plain.arena, "%.1f", mean);
    plain_arg(hit, str_format(plain.arena, "%.0f", round(mean)));
    plain_arg(hit, str_format(plain.arena, "%.12g", limit - MEAN_HINT_UNDER));
    plain_tell(&plain, &hits);
}

/* The tokens of a sentence that a test holds for, in the arena. */
typedef bool token_test_fn(const struct plain *plain, size_t token);

static size_t find_tokens(const struct plain *plain, const struct sentence *sentence,
                          token_test_fn *test, size_t **ret_tokens)
{
    size_t *tokens = NULL, count = 0;
    for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++) {
        if (test(plain, i))
            *ARENA_PUSH(plain->arena, tokens, count) = i;
    }
    *ret_tokens = tokens;
    return count;
}

/* The forms one after the other, each as often as it stands there. */
static struct str all_forms(const struct plain *plain, const size_t *tokens, size_t count)
{
    struct text text = text_new(plain->arena, 1024);
    for (size_t i = 0; i < count; i++) {
        text_add_c(&text, i > 0 ? ", " : "");
        text_add(&text, plain->analysis->tokens[tokens[i]].lower);
    }
    return text_str(&text);
}

static bool joins_clauses(const struct plain *plain, size_t token)
{
    return token_is_subordinator(&plain->analysis->tokens[token]);
}

void rule_many_clauses(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    size_t *tokens;
    if (!plain_begin(input, report, RULE_MANY_CLAUSES, PLAIN_FI, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->sentence_count; i++) {
        size_t count = find_tokens(&plain, &plain.analysis->sentences[i], joins_clauses, &tokens);
        if ((double)count < report_limit(report, plain.rule))
            continue;
        struct plain_hit *hit = plain_note_sentence(&plain, &hits, FINDING_CLAUSES_MANY, i);
        hit->found = str_format(plain.arena, "%zu", count);
        plain_arg(hit, all_forms(&plain, tokens, count));
        add_cuts(&plain, hit, i);
    }
    plain_tell(&plain, &hits);
}

/* Words that deny, where no dictionary tells. */
static const char *denials_of(enum language language)
{
    switch (language) {
    case LANGUAGE_FI:
        return "en,et,ei,emme,ette,eivät,älä,älkää,ettei,eikä,ellei,jollei";
    case LANGUAGE_SV:
        return "inte,ej,aldrig,ingen,inget,inga,icke";
    default:
        return "not,never,no,nobody,nothing,none,cannot,don't,doesn't,isn't,aren't,can't,won't";
    }
}

static bool denies(const struct plain *plain, size_t at)
{
    const struct token *token = &plain->analysis->tokens[at];
    if (token_all(token, (struct trait){ .classes = ONE_OF(CLASS_NEGATION) }))
        return true;
    struct str rest = str_of(denials_of(plain->analysis->language)), word;
    while (token->kind == TOKEN_WORD && str_next(&rest, ',', &word)) {
        if (str_equal(word, token->lower))
            return true;
    }
    return false;
}

void rule_negation_double(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    size_t *tokens;
    if (!plain_begin(input, report, RULE_NEGATION_DOUBLE, PLAIN_ALL, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->sentence_count; i++) {
        size_t count = find_tokens(&plain, &plain.analysis->sentences[i], denies, &tokens);
        if ((double)count < report_limit(report, plain.rule))
            continue;
        struct plain_hit *hit = plain_note_sentence(&plain, &hits, FINDING_NEGATIONS, i);
        hit->found = str_format(plain.arena, "%zu", count);
        plain_arg(hit, all_forms(&plain, tokens, count));
        plain_arg_example(&plain, hit, (struct str){ 0 });
    }
    plain_tell(&plain, &hits);
}
