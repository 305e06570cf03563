/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is packed together in Finnish: words without a verb, nouns, genitives, participles.
 * Headings, list items and facts have no verb by nature and are not asked for one.
 */
#include "language/rewrite_clause.h"
#include "rules/plain_find.h"

#define NOUNS_HINT_UNDER 2 /* long-noun-phrase warns from 6 words on, and hints from 4 on */

/* A run of tokens in one sentence. */
struct run {
    size_t first, last, words;
};

/* Does a token belong to a run, is it passed over, or does it end it? */
enum link { LINK_ENDS, LINK_PASSED, LINK_BELONGS };
typedef enum link link_fn(const struct plain *plain, size_t token);

/* The longest run of a sentence; words is 0 for none. */
static struct run longest_run(const struct plain *plain, const struct sentence *sentence,
                              link_fn *link_of)
{
    struct run best = { 0 }, run = { 0 };
    for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++) {
        enum link link = link_of(plain, i);
        if (link == LINK_PASSED)
            continue;
        if (link == LINK_ENDS) {
            run.words = 0;
            continue;
        }
        run.first = run.words == 0 ? i : run.first;
        run.last = i;
        run.words++;
        best = run.words > best.words ? run : best;
    }
    return best;
}

/* Times, phone numbers and addresses are no words that wait for a verb. */
static enum link verbless(const struct plain *plain, size_t token)
{
    const struct token *word = &plain->analysis->tokens[token];
    if (word->kind != TOKEN_WORD || word->flags & TOKEN_ABBREVIATION)
        return LINK_PASSED;
    return token_is_finite(word) ? LINK_ENDS : LINK_BELONGS;
}

void rule_long_verbless_run(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_LONG_VERBLESS_RUN, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->sentence_count; i++) {
        const struct sentence *sentence = &plain.analysis->sentences[i];
        struct run run = longest_run(&plain, sentence, verbless);
        if (sentence->label || (double)run.words < report_limit(report, plain.rule))
            continue;
        struct plain_hit *hit =
            plain_note(&plain, &hits, FINDING_VERBLESS_RUN, run.first, run.last);
        plain_arg_count(&plain, hit, run.words);
        plain_arg_words(&plain, hit);
    }
    plain_tell(&plain, &hits);
}

static enum link nominal(const struct plain *plain, size_t token)
{
    const struct token *word = &plain->analysis->tokens[token];
    return word->kind == TOKEN_WORD && token_is_nominal(word) ? LINK_BELONGS : LINK_ENDS;
}

/* Names and titles in a row are what somebody is called. */
static bool is_mostly_names(const struct plain *plain, struct run run)
{
    size_t names = 0;
    for (size_t i = run.first; i <= run.last; i++)
        names += (plain->analysis->tokens[i].flags & TOKEN_NAME) != 0;
    return names * 2 >= run.words;
}

void rule_long_noun_phrase(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_LONG_NOUN_PHRASE, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    double limit = report_limit(report, plain.rule);
    for (size_t i = 0; i < plain.analysis->sentence_count; i++) {
        struct run run = longest_run(&plain, &plain.analysis->sentences[i], nominal);
        if ((double)run.words < limit - NOUNS_HINT_UNDER || is_mostly_names(&plain, run))
            continue;
        bool warns = (double)run.words >= limit;
        struct plain_hit *hit =
            plain_note(&plain, &hits, warns ? FINDING_NOUNS_TOO_LONG : FINDING_NOUNS_LONG,
                       run.first, run.last);
        hit->found = str_format(plain.arena, "%zu", run.words);
        plain_arg_words(&plain, hit);
    }
    plain_tell(&plain, &hits);
}

static bool is_genitive(const struct plain *plain, size_t token)
{
    const struct token *word = &plain->analysis->tokens[token];
    bool numeral = token_any(word, (struct trait){ .classes = ONE_OF(CLASS_NUMERAL) });
    return word->kind == TOKEN_WORD && token_is_genitive(word) && !numeral &&
           !plain_is_exempt(plain, token);
}

/* "läheisen tuen tarpeen": a word that can be a verb too is none between genitives. */
static bool stands_between(const struct plain *plain, size_t token)
{
    const struct token *tokens = plain->analysis->tokens;
    return token > 0 && token + 1 < plain->analysis->token_count &&
           tokens[token - 1].sentence == tokens[token + 1].sentence &&
           token_any(&tokens[token], (struct trait){ .cases = ONE_OF(CASE_GENITIVE) }) &&
           is_genitive(plain, token - 1) && is_genitive(plain, token + 1);
}

static enum link genitive(const struct plain *plain, size_t token)
{
    bool belongs = is_genitive(plain, token) || stands_between(plain, token);
    return belongs ? LINK_BELONGS : LINK_ENDS;
}

void rule_genitive_chain(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_GENITIVE_CHAIN, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->sentence_count; i++) {
        struct run run = longest_run(&plain, &plain.analysis->sentences[i], genitive);
        if ((double)run.words < report_limit(report, plain.rule))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_GENITIVES, run.first, run.last);
        hit->found = str_format(plain.arena, "%zu", run.words);
        plain_arg_words(&plain, hit);
    }
    plain_tell(&plain, &hits);
}

void rule_participle_modifier(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_PARTICIPLE_MODIFIER, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!plain_is_participle(&plain, i))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_PARTICIPLE, i, i);
        plain_arg_words(&plain, hit);
        plain_arg_example(&plain, hit, rewrite_participle(&plain.rewriter, plain.analysis, i));
    }
    plain_tell(&plain, &hits);
}

/* With the doer before it, so that the message shows both. */
static size_t doer_of(const struct plain *plain, size_t token)
{
    bool has =
        token > 0 && token_is_genitive(&plain->analysis->tokens[token - 1]) &&
        plain->analysis->tokens[token - 1].sentence == plain->analysis->tokens[token].sentence;
    return has ? token - 1 : token;
}

void rule_agent_participle(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_AGENT_PARTICIPLE, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!plain_is_agent(&plain, i))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_AGENT, doer_of(&plain, i), i);
        plain_arg_words(&plain, hit);
        plain_arg_example(&plain, hit, rewrite_agent(&plain.rewriter, plain.analysis, i));
    }
    plain_tell(&plain, &hits);
}
