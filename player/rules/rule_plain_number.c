/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number-format: shares, exact and large numbers, Roman ones, many in a sentence. Prices, phone
 * numbers, dates, times, years and post codes are what they must be.
 */
#include "language/rewrite_clause.h"
#include "language/rewrite_number.h"
#include "rules/plain.h"

#define DECIMALS_MAX 1
#define DIGITS_MAX 4  /* a year has as many */
#define NAME_DIGITS 7 /* in one piece: a phone number, a number of an account or a member */

static const struct token *at(const struct plain *plain, size_t token)
{
    return &plain->analysis->tokens[token];
}

static bool is_next(const struct plain *plain, size_t token, const char *form)
{
    return token + 1 < plain->analysis->token_count &&
           at(plain, token + 1)->sentence == at(plain, token)->sentence &&
           str_is(at(plain, token + 1)->form, form);
}

/* Words of money that may stand behind an amount. */
static bool is_price(const struct plain *plain, size_t token)
{
    static const char *const money[] = { "euroa", "euro", "euros", "€", "e", "senttiä", "cent" };
    for (size_t i = 0; i < ARRAY_LEN(money); i++)
        if (is_next(plain, token, money[i]))
            return true;
    return false;
}

static size_t digits_of(struct str form)
{
    size_t count = 0;
    for (size_t i = 0; i < form.bytes; i++)
        count += form.at[i] >= '0' && form.at[i] <= '9';
    return count;
}

static size_t decimals_of(struct str form)
{
    ptrdiff_t comma = str_find_byte(form, ',');
    return comma < 0 ? 0 : digits_of(str_slice(form, (size_t)comma, form.bytes));
}

/* Five digits before a name are a post code. */
static bool is_post_code(const struct plain *plain, size_t token)
{
    bool name_follows =
        token + 1 < plain->analysis->token_count && at(plain, token + 1)->flags & TOKEN_CAPITAL;
    return at(plain, token)->bytes == 5 && name_follows;
}

static bool is_roman(struct str form)
{
    for (size_t i = 0; i < form.bytes; i++)
        if (form.at[i] != 'I' && form.at[i] != 'V' && form.at[i] != 'X')
            return false;
    return form.bytes >= 2;
}

/* "2026–2028" is two numbers. */
static bool is_span(struct str form)
{
    return str_find(form, STR("–")) >= 0 || str_find_byte(form, '-') >= 0;
}

/* "FI21 1234 5600", "1234567": a number that names something is copied, not understood. */
static bool is_name(const struct plain *plain, size_t token)
{
    const struct token *here = at(plain, token);
    bool behind = token + 1 < plain->analysis->token_count &&
                  at(plain, token + 1)->kind == TOKEN_NUMBER &&
                  at(plain, token + 1)->sentence == here->sentence;
    bool before = token > 0 && at(plain, token - 1)->kind == TOKEN_NUMBER &&
                  at(plain, token - 1)->sentence == here->sentence;
    return behind || before || (here->bytes >= NAME_DIGITS && digits_of(here->form) == here->bytes);
}

/* What is hard in a number, and how it is said more easily; false for nothing. */
static bool judge_number(const struct plain *plain, size_t token, enum finding_code *ret_code,
                         struct str *ret_better)
{
    struct str form = at(plain, token)->form;
    enum language language = plain->analysis->language;
    if (str_find_byte(form, '%') >= 0 || is_next(plain, token, "%")) {
        *ret_code = FINDING_PERCENT;
        *ret_better = rewrite_percent(plain->arena, form, language);
    } else if (is_roman(form)) {
        *ret_code = FINDING_ROMAN;
        *ret_better = rewrite_roman(plain->arena, form);
    } else if (is_span(form) || is_price(plain, token) || is_post_code(plain, token) ||
               is_name(plain, token)) {
        return false;
    } else if (decimals_of(form) > DECIMALS_MAX) {
        *ret_code = FINDING_DECIMALS;
        *ret_better = rewrite_rounded(plain->arena, form, language);
    } else if (digits_of(form) - decimals_of(form) > DIGITS_MAX) {
        *ret_code = FINDING_LARGE_NUMBER;
        *ret_better = rewrite_rounded(plain->arena, form, language);
    } else {
        return false;
    }
    return true;
}

static void note_single(const struct plain *plain, struct plain_hits *hits)
{
    enum finding_code code;
    struct str better;
    for (size_t i = 0; i < plain->analysis->token_count; i++) {
        const struct token *token = at(plain, i);
        bool number =
            token->kind == TOKEN_NUMBER || (token->kind == TOKEN_WORD && is_roman(token->form));
        if (!number || !judge_number(plain, i, &code, &better))
            continue;
        struct plain_hit *hit = plain_note(plain, hits, code, i, i);
        plain_arg_words(plain, hit);
        plain_arg(hit, rewrite_arrow(plain->arena, token->form, better));
    }
}

/* Phone numbers stand on a line of their own; all other numbers have to be kept in mind. */
static bool is_to_remember(const struct token *token)
{
    return token->kind == TOKEN_NUMBER || token->kind == TOKEN_PRICE || token->kind == TOKEN_DATE ||
           token->kind == TOKEN_TIME;
}

static void note_many(const struct plain *plain, struct plain_hits *hits)
{
    for (size_t s = 0; s < plain->analysis->sentence_count; s++) {
        const struct sentence *sentence = &plain->analysis->sentences[s];
        size_t *tokens = NULL, count = 0;
        for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++) {
            if (is_to_remember(at(plain, i)))
                *ARENA_PUSH(plain->arena, tokens, count) = i;
        }
        if ((double)count <= report_limit(plain->report, plain->rule))
            continue;
        struct plain_hit *hit =
            plain_note(plain, hits, FINDING_NUMBERS_MANY, tokens[0], tokens[count - 1]);
        plain_arg_count(plain, hit, count);
        plain_arg(hit, plain_words(plain, tokens, count));
    }
}

void rule_number_format(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_NUMBER_FORMAT, PLAIN_ALL, &plain))
        return;
    note_single(&plain, &hits);
    note_many(&plain, &hits);
    plain_tell(&plain, &hits);
}
