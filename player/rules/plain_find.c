/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See plain_find.h. */
#include "rules/plain_find.h"

#define SLASH_LETTERS_LEAST 3 /* of one side: km/h is a unit */

static const struct token *at(const struct plain *plain, size_t token)
{
    return &plain->analysis->tokens[token];
}

/* A word that a rule judges at all. */
static bool is_judged(const struct plain *plain, size_t token)
{
    return at(plain, token)->kind == TOKEN_WORD && !plain_is_exempt(plain, token);
}

static bool word_follows(const struct plain *plain, size_t token)
{
    return token + 1 < plain->analysis->token_count &&
           at(plain, token + 1)->sentence == at(plain, token)->sentence &&
           at(plain, token + 1)->kind == TOKEN_WORD;
}

#define MODIFIERS                                                                                  \
    (ONE_OF(PARTICIPLE_PRESENT_ACTIVE) | ONE_OF(PARTICIPLE_PRESENT_PASSIVE) |                      \
     ONE_OF(PARTICIPLE_PAST_ACTIVE) | ONE_OF(PARTICIPLE_PAST_PASSIVE))

/* What it modifies stands near and agrees; else it is a noun ("ikääntyneiden") or an adverb. */
#define MODIFIED_WITHIN 3

static bool modifies(const struct plain *plain, size_t token)
{
    const struct word_reading *reading = &at(plain, token)->readings.at[0];
    struct trait same = { .cases = ONE_OF(reading->word_case), .numbers = ONE_OF(reading->number) };
    for (size_t i = token; i < token + MODIFIED_WITHIN && word_follows(plain, i); i++)
        if (token_any(at(plain, i + 1), same))
            return true;
    return false;
}

bool plain_is_participle(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token);
    return is_judged(plain, token) && token_all(word, (struct trait){ .participles = MODIFIERS }) &&
           modifies(plain, token) &&
           !token_any(word, (struct trait){ .cases = ONE_OF(CASE_NOMINATIVE) }) &&
           !token_any(word, (struct trait){ .cases = ONE_OF(CASE_PARTITIVE),
                                            .possessives = ~ONE_OF(POSSESSIVE_NONE) });
}

/* "alentuma", "kertymä": what came about, a noun by now; a modifier has its noun behind it. */
static bool is_result(const struct plain *plain, size_t token)
{
    const struct word_reading *reading = &at(plain, token)->readings.at[0];
    bool ending = str_ends(reading->base, "uma") || str_ends(reading->base, "ymä");
    return ending &&
           !(word_follows(plain, token) &&
             token_any(at(plain, token + 1), (struct trait){ .classes = ONE_OF(CLASS_NOUN),
                                                             .cases = ONE_OF(reading->word_case),
                                                             .numbers = ONE_OF(reading->number) }));
}

bool plain_is_agent(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) &&
           token_all(at(plain, token), (struct trait){ .participles = ONE_OF(PARTICIPLE_AGENT) }) &&
           !is_result(plain, token);
}

bool plain_is_e_infinitive(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) &&
           token_all(at(plain, token), (struct trait){ .moods = ONE_OF(MOOD_E_INFINITIVE) });
}

bool plain_is_tehtyaan(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) &&
           token_all(at(plain, token),
                     (struct trait){ .participles = ONE_OF(PARTICIPLE_PAST_PASSIVE),
                                     .cases = ONE_OF(CASE_PARTITIVE),
                                     .possessives = ~ONE_OF(POSSESSIVE_NONE) });
}

bool plain_is_potential(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) &&
           token_all(at(plain, token), (struct trait){ .moods = ONE_OF(MOOD_POTENTIAL) });
}

bool plain_is_minen(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) &&
           token_all(at(plain, token), (struct trait){ .moods = ONE_OF(MOOD_MINEN_INFINITIVE) });
}

/* "5 mm" is a measure and not "muun muassa". */
static bool is_measure(const struct plain *plain, size_t token)
{
    static const char *const units[] = { "mm", "cm", "m", "g", "kg", "l", "s", "min", "h" };
    bool unit = false;
    for (size_t i = 0; i < ARRAY_LEN(units); i++)
        unit = unit || str_is(at(plain, token)->lower, units[i]);
    return unit && token > 0 && at(plain, token - 1)->kind == TOKEN_NUMBER &&
           at(plain, token - 1)->sentence == at(plain, token)->sentence;
}

static bool is_short_form(const struct plain *plain, size_t token)
{
    const struct word_list *list =
        kit_list(plain->analysis->kit, rule_info(RULE_ABBREVIATION)->id, plain->analysis->language);
    if (token >= plain->analysis->token_count || !(at(plain, token)->flags & TOKEN_ABBREVIATION) ||
        is_measure(plain, token))
        return false;
    const struct word_row *row = analysis_find(plain->analysis, list, token, NULL);
    return row && row->answer.bytes > 0;
}

static bool is_dash(const struct token *token)
{
    return token->kind == TOKEN_PUNCTUATION &&
           (str_is(token->form, "–") || str_is(token->form, "-"));
}

/* Is this "–to" behind another one? */
static bool ends_span(const struct plain *plain, size_t token)
{
    return token >= 2 && is_dash(at(plain, token - 1)) && is_short_form(plain, token - 2) &&
           at(plain, token - 2)->sentence == at(plain, token)->sentence;
}

bool plain_is_abbreviation(const struct plain *plain, size_t token)
{
    return is_short_form(plain, token) && !ends_span(plain, token);
}

size_t plain_abbreviation_last(const struct plain *plain, size_t token)
{
    bool span = is_short_form(plain, token + 2) && ends_span(plain, token + 2);
    return span ? token + 2 : token;
}

static bool is_mark(const struct token *token, const char *mark)
{
    return token->kind == TOKEN_PUNCTUATION && str_is(token->form, mark);
}

/*
 * A word on both sides, right beside the mark. Short ones are units (km/h), and two that the
 * dictionary does not have are the path of a file.
 */
bool plain_is_slash(const struct plain *plain, size_t token)
{
    if (!is_mark(at(plain, token), "/") || token == 0 || token + 1 >= plain->analysis->token_count)
        return false;
    const struct token *mark = at(plain, token), *before = mark - 1, *behind = mark + 1;
    bool words = before->kind == TOKEN_WORD && behind->kind == TOKEN_WORD;
    bool touch = before->part == mark->part && behind->part == mark->part &&
                 before->from + before->bytes == mark->from &&
                 mark->from + mark->bytes == behind->from;
    bool path = before->flags & TOKEN_UNKNOWN && behind->flags & TOKEN_UNKNOWN;
    bool unit = (before->letters < SLASH_LETTERS_LEAST && behind->letters < SLASH_LETTERS_LEAST) ||
                behind->letters < 2;
    return words && touch && !path && !unit;
}

bool plain_is_semicolon(const struct plain *plain, size_t token)
{
    return is_mark(at(plain, token), ";");
}
