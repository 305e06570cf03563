/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hard places that are too many together.
 *
 * This is a finding of its own, beside the warnings of each place. Making two of those
 * block was weighed: an approver would have to override several rules, and the sender would not
 * see that mending one is enough.
 */
#include "language/rewrite_cut.h"
#include "rules/plain_find.h"

#define SENTENCE_HARD_WORDS                                                                        \
    20 /* a longer sentence is a hard place: it blocks beside another one                          \
        */
#define COMPOUND_HARD_PARTS 4
#define MINEN_HARD 2 /* such words in one sentence */

/* X(rule, test): single words that are a hard place. */
static const struct {
    enum rule rule;
    bool (*is_hard)(const struct plain *plain, size_t token);
} hard_tokens[] = {
    { RULE_AGENT_PARTICIPLE, plain_is_agent },        { RULE_TIME_CLAUSE_E, plain_is_e_infinitive },
    { RULE_TIME_CLAUSE_TEHTYAAN, plain_is_tehtyaan }, { RULE_POTENTIAL_MOOD, plain_is_potential },
    { RULE_ABBREVIATION, plain_is_abbreviation },     { RULE_SLASH_OR_SEMICOLON, plain_is_slash },
    { RULE_SLASH_OR_SEMICOLON, plain_is_semicolon },
};

/* The same plain with another rule at work: its exemptions and its list. */
static struct plain as_rule(const struct plain *plain, enum rule rule)
{
    struct plain other = *plain;
    other.rule = rule;
    return other;
}

static bool is_long_compound(const struct plain *plain, size_t token)
{
    struct plain compound = as_rule(plain, RULE_COMPOUND_TOO_LONG);
    const struct token *word = &plain->analysis->tokens[token];
    return token_parts(word) >= COMPOUND_HARD_PARTS &&
           !(word->flags & (TOKEN_EXEMPT | TOKEN_DOMAIN)) && !plain_is_exempt(&compound, token);
}

static bool is_hard_token(const struct plain *plain, size_t token)
{
    for (size_t i = 0; i < ARRAY_LEN(hard_tokens); i++) {
        struct plain other = as_rule(plain, hard_tokens[i].rule);
        if (!report_is_off(plain->report, other.rule) && hard_tokens[i].is_hard(&other, token))
            return true;
    }
    return !report_is_off(plain->report, RULE_COMPOUND_TOO_LONG) && is_long_compound(plain, token);
}

static bool has_many_minen(const struct plain *plain, const struct sentence *sentence,
                           size_t *ret_first)
{
    struct plain minen = as_rule(plain, RULE_NOMINALISATION);
    size_t count = 0;
    for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++) {
        bool is = plain_is_minen(&minen, i);
        *ret_first = is && count == 0 ? i : *ret_first;
        count += is;
    }
    return count >= MINEN_HARD && !report_is_off(plain->report, minen.rule);
}

/* A hard place, and what it is called: the sender's words. */
static void note_place(const struct plain *plain, struct plain_hits *places, size_t first,
                       size_t last, struct str words)
{
    for (size_t i = 0; i < places->count; i++)
        if (str_equal(places->at[i].args[0], words))
            return;
    struct plain_hit *hit = plain_note(plain, places, FINDING_HARD_TOGETHER, first, last);
    plain_arg(hit, words);
}

/* As the sender sees it: a mark with the words round it, an abbreviation with its stop. */
static struct str words_of(const struct plain *plain, size_t token)
{
    const struct token *tokens = plain->analysis->tokens;
    bool mark = plain_is_slash(plain, token) || plain_is_semicolon(plain, token);
    bool before = mark && token > 0 && tokens[token - 1].part == tokens[token].part;
    bool behind = mark && token + 1 < plain->analysis->token_count &&
                  tokens[token + 1].part == tokens[token].part;
    size_t first = before ? token - 1 : token, last = behind ? token + 1 : token;
    if (plain_is_abbreviation(plain, token))
        last = plain_abbreviation_last(plain, token);
    return rewrite_quote(plain->arena, plain->analysis, first, last);
}

/*
 * The hard places of a notice, each word once: forms that stand for a clause, potentials, long
 * compounds, abbreviations, slashes and semicolons; sentences with several words in -minen, and
 * sentences that are longer than 20 words.
 */
static void find_places(const struct plain *plain, struct plain_hits *places)
{
    const struct analysis *analysis = plain->analysis;
    for (size_t s = 0; s < analysis->sentence_count; s++) {
        const struct sentence *sentence = &analysis->sentences[s];
        size_t minen = 0;
        bool is_long = sentence->words > SENTENCE_HARD_WORDS &&
                       !report_is_off(plain->report, RULE_SENTENCE_TOO_LONG);
        if (is_long)
            note_place(plain, places, sentence->first, plain_sentence_end(sentence) - 1,
                       rewrite_head(plain->arena, analysis, s, 3));
        if (has_many_minen(plain, sentence, &minen))
            note_place(plain, places, minen, minen, analysis->tokens[minen].form);
        for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++)
            if (is_hard_token(plain, i))
                note_place(plain, places, i, i, words_of(plain, i));
    }
}

/* A long sentence blocks only beside a hard place of another kind. */
static bool is_enough(const struct plain *plain, const struct plain_hits *places)
{
    bool other = false;
    for (size_t i = 0; i < places->count; i++)
        other = other || places->at[i].first == places->at[i].last;
    return other && (double)places->count >= report_limit(plain->report, plain->rule);
}

void rule_hard_structures(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits places = { 0 }, hits = { 0 };
    if (!plain_begin(input, report, RULE_HARD_STRUCTURES, PLAIN_ALL, &plain))
        return;
    find_places(&plain, &places);
    if (!is_enough(&plain, &places))
        return;
    struct text words = text_new(plain.arena, 2048);
    for (size_t i = 0; i < places.count && i < PLAIN_LISTED_MAX; i++) {
        text_add_c(&words, i > 0 ? " · " : "");
        text_add(&words, places.at[i].args[0]);
    }
    text_add_c(&words, places.count > PLAIN_LISTED_MAX ? " …" : "");
    struct plain_hit *hit =
        plain_note(&plain, &hits, FINDING_HARD_TOGETHER, places.at[0].first, places.at[0].last);
    plain_arg_count(&plain, hit, places.count);
    plain_arg(hit, text_str(&words));
    plain_tell(&plain, &hits);
}
