/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What cannot be read aloud: abbreviations, letters that stand for a name, slashes, semicolons,
 * brackets, half words.
 */
#include "language/rewrite_cut.h"
#include "language/rewrite_word.h"
#include "rules/plain_find.h"

/* From a day to a day: Finnish bends both. */
static const struct day_name {
    const char *day, *from, *to;
} day_names[] = {
    { "maanantai", "maanantaista", "maanantaihin" },
    { "tiistai", "tiistaista", "tiistaihin" },
    { "keskiviikko", "keskiviikosta", "keskiviikkoon" },
    { "torstai", "torstaista", "torstaihin" },
    { "perjantai", "perjantaista", "perjantaihin" },
    { "lauantai", "lauantaista", "lauantaihin" },
    { "sunnuntai", "sunnuntaista", "sunnuntaihin" },
};

static const struct day_name *day_name_of(struct str day)
{
    for (size_t i = 0; i < ARRAY_LEN(day_names); i++)
        if (str_is(day, day_names[i].day))
            return &day_names[i];
    return NULL;
}

static struct str full_words(const struct plain *plain, size_t token)
{
    return analysis_find(plain->analysis, plain_list(plain), token, NULL)->answer;
}

/* "ma–to" → "maanantaista torstaihin", "Mon–Thu" → "Monday to Thursday". */
static struct str full_span(const struct plain *plain, size_t first, size_t last)
{
    static const char *const until[LANGUAGE_COUNT] = {
        [LANGUAGE_SV] = "till", [LANGUAGE_EN] = "to"
    };
    struct str from = full_words(plain, first), to = full_words(plain, last);
    const struct day_name *start = day_name_of(from), *end = day_name_of(to);
    const char *word = until[plain->analysis->language];
    if (start && end)
        return str_format(plain->arena, "%s %s", start->from, end->to);
    return str_format(plain->arena, "%.*s %s %.*s", STR_ARG(from), word ? word : "–", STR_ARG(to));
}

void rule_abbreviation(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_ABBREVIATION, PLAIN_ALL | PLAIN_LISTS, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!plain_is_abbreviation(&plain, i))
            continue;
        size_t last = plain_abbreviation_last(&plain, i);
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_ABBREVIATED, i, last);
        plain_arg_words(&plain, hit);
        plain_arg(hit, last > i ? full_span(&plain, i, last) : full_words(&plain, i));
    }
    plain_tell(&plain, &hits);
}

static const struct token *at(const struct plain *plain, size_t token)
{
    return &plain->analysis->tokens[token];
}

static bool is_mark(const struct plain *plain, size_t token, const char *mark)
{
    return token < plain->analysis->token_count && at(plain, token)->kind == TOKEN_PUNCTUATION &&
           str_is(at(plain, token)->form, mark);
}

/* "Terveyden ja hyvinvoinnin laitos (THL)", "THL (Terveyden …)": somewhere it is told. */
static bool is_spelled_out(const struct plain *plain, size_t token)
{
    for (size_t i = 0; i < plain->analysis->token_count; i++) {
        if (!str_equal(at(plain, i)->lower, at(plain, token)->lower))
            continue;
        bool inside = i > 0 && is_mark(plain, i - 1, "(");
        if (inside || is_mark(plain, i + 1, "("))
            return true;
    }
    return false;
}

/* "THL:n" without ":n". */
static struct str without_ending(struct str form)
{
    ptrdiff_t colon = str_find_byte(form, ':');
    return colon < 0 ? form : str_slice(form, 0, (size_t)colon);
}

void rule_acronym_unexplained(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_ACRONYM_UNEXPLAINED, PLAIN_ALL | PLAIN_LISTS, &plain))
        return;
    const struct word_list *list = plain_list(&plain);
    for (size_t i = 0; list && i < plain.analysis->token_count; i++) {
        const struct token *token = at(&plain, i);
        if (!(token->flags & TOKEN_ACRONYM) || is_spelled_out(&plain, i) ||
            analysis_is_exempt(plain.analysis, i, rule_info(plain.rule)->id))
            continue;
        const struct word_row *row = word_list_find_form(list, without_ending(token->lower));
        if (row && row->answer.bytes == 0)
            continue;
        struct str name = { 0 };
        if (row)
            name = str_format(plain.arena, "%.*s (%.*s)", STR_ARG(row->answer),
                              STR_ARG(without_ending(token->form)));
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_ACRONYM, i, i);
        plain_arg_words(&plain, hit);
        plain_arg_example(&plain, hit, name);
    }
    plain_tell(&plain, &hits);
}

/* What to write for a slash: "ja/tai" means tai; between other words it means or. */
static struct str without_slash(const struct plain *plain, size_t slash)
{
    static const char *const either[LANGUAGE_COUNT] = {
        [LANGUAGE_FI] = "tai", [LANGUAGE_SV] = "eller", [LANGUAGE_EN] = "or"
    };
    const struct token *before = at(plain, slash - 1), *behind = at(plain, slash + 1);
    const char *word = either[plain->analysis->language];
    if (str_is(behind->lower, word))
        return behind->lower;
    return str_format(plain->arena, "%.*s %s %.*s", STR_ARG(before->form), word,
                      STR_ARG(behind->form));
}

/* The words round a semicolon with a full stop between. */
static struct str with_stop(const struct plain *plain, size_t mark)
{
    struct arena *arena = plain->arena;
    struct str before = at(plain, mark - 1)->form, behind = at(plain, mark + 1)->form;
    struct str capital = rewrite_capital(arena, behind);
    return str_format(arena, "… %.*s. %.*s …", STR_ARG(before), STR_ARG(capital));
}

void rule_slash_or_semicolon(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_SLASH_OR_SEMICOLON, PLAIN_ALL, &plain))
        return;
    for (size_t i = 1; i + 1 < plain.analysis->token_count; i++) {
        bool slash = plain_is_slash(&plain, i);
        bool inside = at(&plain, i - 1)->part == at(&plain, i + 1)->part;
        if (!inside || !(slash || plain_is_semicolon(&plain, i)))
            continue;
        struct plain_hit *hit =
            plain_note(&plain, &hits, slash ? FINDING_SLASH : FINDING_SEMICOLON, i - 1, i + 1);
        plain_arg_words(&plain, hit);
        plain_arg(hit, slash ? without_slash(&plain, i) : with_stop(&plain, i));
    }
    plain_tell(&plain, &hits);
}

/* Brackets round a phone number, a time or the letters of a name are where readers expect them. */
static bool is_usual(const struct plain *plain, size_t token)
{
    const struct token *inside = at(plain, token + 1);
    return inside->kind == TOKEN_PHONE || inside->kind == TOKEN_TIME ||
           inside->kind == TOKEN_DATE || inside->flags & (TOKEN_ACRONYM | TOKEN_ABBREVIATION);
}

/* The words from one bracket to the other one. */
static size_t closing(const struct plain *plain, size_t token)
{
    size_t i = token + 1;
    while (i + 1 < plain->analysis->token_count && !is_mark(plain, i, ")") &&
           at(plain, i + 1)->part == at(plain, token)->part)
        i++;
    return i;
}

void rule_parenthesis(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    size_t count = 0, first = 0;
    if (!plain_begin(input, report, RULE_PARENTHESIS, PLAIN_ALL, &plain))
        return;
    for (size_t i = 0; i + 1 < plain.analysis->token_count; i++) {
        if (!is_mark(&plain, i, "(") || is_usual(&plain, i))
            continue;
        first = count++ == 0 ? i : first;
    }
    if ((double)count <= report_limit(report, plain.rule))
        return;
    struct plain_hit *hit =
        plain_note(&plain, &hits, FINDING_PARENTHESES, first, closing(&plain, first));
    plain_arg_count(&plain, hit, count);
    plain_arg_example(&plain, hit, (struct str){ 0 });
    plain_tell(&plain, &hits);
}

void rule_elided_hyphen(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_ELIDED_HYPHEN, PLAIN_FI | PLAIN_SV, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!(at(&plain, i)->flags & TOKEN_HYPHEN) || plain_is_exempt(&plain, i))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_ELIDED, i, i);
        plain_arg_words(&plain, hit);
        plain_arg_example(&plain, hit, rewrite_elided(&plain.rewriter, plain.analysis, i));
    }
    plain_tell(&plain, &hits);
}
