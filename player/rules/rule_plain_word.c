/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Hard words. One word may be long, rare, unexplained and of offices at once; it is told once, by
 * the rule whose advice helps most: an easier word, an explanation, a split, a shorter word.
 */
#include "base/utf8.h"
#include "language/rewrite_clause.h"
#include "language/rewrite_word.h"
#include "rules/plain_find.h"

/* word-too-long: letters that warn (the rule's limit in Finnish, 20) and that are a hint. */
#define WORD_HINT_UNDER 2 /* Finnish: from 18 on */
#define WORD_HINT_SV 16
#define WORD_HINT_EN 13
#define COMPOUND_HINT_UNDER 1 /* compound-too-long warns at 4 parts, hints at 3 */
#define UNEXPLAINED_PARTS 3   /* hard-word-unexplained: so many parts, or the rule's letters */
#define RARE_WORDS_LEAST 25   /* the shortest texts that the share was measured of */

/* foreign-word: a known word of so many letters behind a piece of so many is a new compound. */
#define TAIL_LETTERS 5
#define PIECE_LETTERS 3

static const struct token *at(const struct plain *plain, size_t token)
{
    return &plain->analysis->tokens[token];
}

/* "13–17-vuotiaille" is read as numbers with a word behind them. */
static bool has_digit(struct str form)
{
    for (size_t i = 0; i < form.bytes; i++)
        if (form.at[i] >= '0' && form.at[i] <= '9')
            return true;
    return false;
}

/* A word that may be too hard: no name, no word that everybody in a health centre knows. */
static bool may_be_hard(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token);
    return word->kind == TOKEN_WORD && !has_digit(word->form) &&
           !(word->flags & (TOKEN_EXEMPT | TOKEN_NAME | TOKEN_DOMAIN));
}

static bool is_exempt_from(const struct plain *plain, size_t token, enum rule rule)
{
    return analysis_is_exempt(plain->analysis, token, rule_info(rule)->id);
}

static const struct word_row *row_of(const struct plain *plain, size_t token, const char *list,
                                     size_t *ret_tokens)
{
    const struct analysis *analysis = plain->analysis;
    return analysis_find(analysis, kit_list(analysis->kit, list, analysis->language), token,
                         ret_tokens);
}

static const struct word_row *official_row(const struct plain *plain, size_t token,
                                           size_t *ret_tokens)
{
    bool judged = !(at(plain, token)->flags & (TOKEN_NAME | TOKEN_QUOTED)) &&
                  !is_exempt_from(plain, token, RULE_OFFICIALESE);
    const char *id = rule_info(RULE_OFFICIALESE)->id;
    return judged ? row_of(plain, token, id, ret_tokens) : NULL;
}

static bool is_rare(const struct plain *plain, size_t token)
{
    return may_be_hard(plain, token) &&
           !(at(plain, token)->flags & (TOKEN_COMMON | TOKEN_UNKNOWN | TOKEN_FOREIGN)) &&
           kit_list(plain->analysis->kit, "everyday", plain->analysis->language) &&
           !is_exempt_from(plain, token, RULE_RARE_WORD);
}

/* Words that explain another one, and what they look like in three languages. */
static const char *explainers_of(enum language language)
{
    switch (language) {
    case LANGUAGE_FI:
        return "tarkoittaa,eli,esimerkiksi";
    case LANGUAGE_SV:
        return "betyder,alltså,exempel,kallas";
    default:
        return "means,called,example,mean";
    }
}

static bool explains(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token);
    struct str rest = str_of(explainers_of(plain->analysis->language)), item;
    if (word->kind == TOKEN_PUNCTUATION && str_is(word->form, "("))
        return true;
    while (word->kind == TOKEN_WORD && str_next(&rest, ',', &item)) {
        if (str_equal(item, word->lower) || str_equal(item, token_lemma(word)))
            return true;
    }
    return false;
}

/* "Omaishoitaja on ihminen, joka …": the word first, then what it is. */
static bool is_defined(const struct plain *plain, size_t token)
{
    static const char *const copulas[] = { "on", "ovat", "är", "is", "are" };
    const struct sentence *sentence = &plain->analysis->sentences[at(plain, token)->sentence];
    if (token != sentence->first || sentence->count < 3)
        return false;
    for (size_t i = 0; i < ARRAY_LEN(copulas); i++)
        if (str_is(at(plain, token + 1)->lower, copulas[i]))
            return true;
    return false;
}

/* In its sentence or the next one of the same text. */
static bool is_explained_here(const struct plain *plain, size_t token)
{
    const struct analysis *analysis = plain->analysis;
    size_t own = at(plain, token)->sentence;
    for (size_t s = own; s <= own + 1 && s < analysis->sentence_count; s++) {
        const struct sentence *sentence = &analysis->sentences[s];
        if (sentence->part != at(plain, token)->part)
            break;
        for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++)
            if (explains(plain, i))
                return true;
    }
    return is_defined(plain, token);
}

/* Explained once is explained, wherever the word stands. */
static bool is_explained(const struct plain *plain, size_t token)
{
    struct str lemma = token_lemma(at(plain, token));
    for (size_t i = 0; i < plain->analysis->token_count; i++)
        if (at(plain, i)->kind == TOKEN_WORD && str_equal(token_lemma(at(plain, i)), lemma) &&
            is_explained_here(plain, i))
            return true;
    return false;
}

static bool is_unexplained(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token);
    double letters = report_limit(plain->report, RULE_HARD_WORD_UNEXPLAINED);
    double own = (double)utf8_length(token_lemma(word)); /* an ending is not what is hard */
    bool large = token_parts(word) >= UNEXPLAINED_PARTS || own >= letters;
    return large && is_rare(plain, token) &&
           !is_exempt_from(plain, token, RULE_HARD_WORD_UNEXPLAINED) && !is_explained(plain, token);
}

static bool is_compound(const struct plain *plain, size_t token)
{
    double limit = report_limit(plain->report, RULE_COMPOUND_TOO_LONG);
    return may_be_hard(plain, token) &&
           (double)token_parts(at(plain, token)) >= limit - COMPOUND_HINT_UNDER &&
           !is_exempt_from(plain, token, RULE_COMPOUND_TOO_LONG);
}

/* Letters from which on a word is a hint, and those that warn (0: never). */
static void word_limits(const struct plain *plain, double *ret_hint, double *ret_warn)
{
    double limit = report_limit(plain->report, RULE_WORD_TOO_LONG);
    enum language language = plain->analysis->language;
    *ret_warn = language == LANGUAGE_EN ? 0 : limit;
    *ret_hint = language == LANGUAGE_FI   ? limit - WORD_HINT_UNDER
                : language == LANGUAGE_SV ? WORD_HINT_SV
                                          : WORD_HINT_EN;
}

static bool is_long(const struct plain *plain, size_t token)
{
    double hint, warn;
    word_limits(plain, &hint, &warn);
    return may_be_hard(plain, token) && (double)at(plain, token)->letters >= hint &&
           !is_exempt_from(plain, token, RULE_WORD_TOO_LONG);
}

/* The one rule that tells of a word; false for a word that is easy enough. */
static bool owner_of(const struct plain *plain, size_t token, enum rule *ret_rule)
{
    static const struct {
        enum rule rule;
        bool (*applies)(const struct plain *plain, size_t token);
    } order[] = {
        { RULE_HARD_WORD_UNEXPLAINED, is_unexplained },
        { RULE_COMPOUND_TOO_LONG, is_compound },
        { RULE_WORD_TOO_LONG, is_long },
        { RULE_RARE_WORD, is_rare },
    };
    if (official_row(plain, token, NULL)) {
        *ret_rule = RULE_OFFICIALESE;
        return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        if (report_is_off(plain->report, order[i].rule) || !order[i].applies(plain, token))
            continue;
        *ret_rule = order[i].rule;
        return true;
    }
    return false;
}

static bool is_owned(const struct plain *plain, size_t token)
{
    enum rule owner;
    return owner_of(plain, token, &owner) && owner == plain->rule;
}

/* "soittaa|kirjoittaa" as a reader wants it. */
static struct str choices(const struct plain *plain, struct str answer)
{
    struct text text = text_new(plain->arena, answer.bytes * 2 + 1);
    struct str rest = answer, one;
    while (str_next(&rest, '|', &one)) {
        text_add_c(&text, text.bytes > 0 ? ", " : "");
        text_add(&text, str_trim(one));
    }
    return text_str(&text);
}

/* The note of a row when it is a sentence and shows how the word is used. */
static struct str example_of(const struct word_row *row)
{
    bool is = str_ends(row->note, ".") || str_ends(row->note, "!") || str_ends(row->note, "?") ||
              str_find(row->note, STR("→")) >= 0;
    return is ? row->note : (struct str){ 0 };
}

void rule_officialese(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_OFFICIALESE, PLAIN_ALL | PLAIN_LISTS, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        size_t count = 1;
        const struct word_row *row = official_row(&plain, i, &count);
        if (!row)
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_OFFICIAL_WORD, i, i + count - 1);
        plain_arg_words(&plain, hit);
        plain_arg(hit, choices(&plain, row->answer));
        plain_arg(hit, example_of(row));
        i += count - 1;
    }
    plain_tell(&plain, &hits);
}

/* The word and easier ones of the lists; empty when they have none. */
static struct str easy_word_of(const struct plain *plain, size_t token)
{
    const struct word_row *row = row_of(plain, token, "easier-word", NULL);
    if (!row || row->answer.bytes == 0)
        return (struct str){ 0 };
    return rewrite_arrow(plain->arena, token_lemma(at(plain, token)), choices(plain, row->answer));
}

/* An easier word of the lists, what the word is made of, or the start of an explanation. */
static struct str easier(const struct plain *plain, size_t token, bool explain)
{
    struct arena *arena = plain->arena;
    struct str easy_word = easy_word_of(plain, token);
    if (easy_word.bytes > 0)
        return easy_word;
    struct str split = rewrite_compound(&plain->rewriter, at(plain, token));
    struct str start = rewrite_explain(&plain->rewriter, plain->analysis, token);
    if (!explain)
        return split;
    if (str_find(split, STR("→")) < 0) /* its parts alone explain nothing */
        return start;
    return str_format(arena, "%.*s. Tai: %.*s", STR_ARG(split), STR_ARG(start));
}

void rule_hard_word_unexplained(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    unsigned needs = PLAIN_ALL | PLAIN_LISTS | PLAIN_MORPHOLOGY;
    if (!plain_begin(input, report, RULE_HARD_WORD_UNEXPLAINED, needs, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!is_owned(&plain, i))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_WORD_UNEXPLAINED, i, i);
        plain_arg_words(&plain, hit);
        plain_arg_example(&plain, hit, easier(&plain, i, true));
    }
    plain_tell(&plain, &hits);
}

void rule_compound_too_long(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    unsigned needs = PLAIN_FI | PLAIN_MORPHOLOGY;
    if (!plain_begin(input, report, RULE_COMPOUND_TOO_LONG, needs, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!is_owned(&plain, i))
            continue;
        unsigned parts = token_parts(at(&plain, i));
        bool warns = (double)parts >= report_limit(report, plain.rule);
        struct plain_hit *hit = plain_note(
            &plain, &hits, warns ? FINDING_COMPOUND_VERY_LONG : FINDING_COMPOUND_LONG, i, i);
        plain_arg_words(&plain, hit);
        plain_arg_count(&plain, hit, parts);
        plain_arg_example(&plain, hit, easier(&plain, i, false));
    }
    plain_tell(&plain, &hits);
}

void rule_word_too_long(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    double hint, warn;
    if (!plain_begin(input, report, RULE_WORD_TOO_LONG, PLAIN_ALL, &plain))
        return;
    word_limits(&plain, &hint, &warn);
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!is_owned(&plain, i))
            continue;
        size_t letters = at(&plain, i)->letters;
        bool warns = warn > 0 && (double)letters >= warn;
        struct plain_hit *hit =
            plain_note(&plain, &hits, warns ? FINDING_WORD_VERY_LONG : FINDING_WORD_LONG, i, i);
        plain_arg_words(&plain, hit);
        plain_arg_count(&plain, hit, letters);
        plain_arg_example(&plain, hit, easier(&plain, i, false));
    }
    plain_tell(&plain, &hits);
}

/* The rare words of lead and body, each once. */
static size_t rare_words(const struct plain *plain, size_t **ret_tokens)
{
    size_t *tokens = NULL, count = 0;
    for (size_t i = 0; i < plain->analysis->token_count; i++) {
        bool again =
            !part_is_scored(plain->analysis->parts[at(plain, i)->part].kind) || !is_rare(plain, i);
        for (size_t j = 0; j < count && !again; j++)
            again = str_equal(token_lemma(at(plain, tokens[j])), token_lemma(at(plain, i)));
        if (!again)
            *ARENA_PUSH(plain->arena, tokens, count) = i;
    }
    *ret_tokens = tokens;
    return count;
}

/* Points at the words that no other rule tells of; those that have an easier one come first. */
static void note_rare(const struct plain *plain, const size_t *tokens, size_t count,
                      struct plain_hits *hits)
{
    for (int easy = 1; easy >= 0; easy--) {
        for (size_t i = 0; i < count; i++) {
            struct str easy_word = easy_word_of(plain, tokens[i]);
            if ((easy_word.bytes > 0) != easy || !is_owned(plain, tokens[i]))
                continue;
            struct plain_hit *hit =
                plain_note(plain, hits, FINDING_WORD_RARE, tokens[i], tokens[i]);
            plain_arg_words(plain, hit);
            plain_arg(hit, easy_word);
        }
    }
}

void rule_rare_word(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    size_t *tokens;
    unsigned needs = PLAIN_ALL | PLAIN_LISTS | PLAIN_MORPHOLOGY;
    if (!plain_begin(input, report, RULE_RARE_WORD, needs, &plain))
        return;
    size_t count = rare_words(&plain, &tokens), words = plain.analysis->words;
    double limit = report_limit(report, plain.rule);
    if (words < RARE_WORDS_LEAST || (double)count * 100 <= limit * (double)words)
        return;
    struct plain_hit *hit = plain_note(&plain, &hits, FINDING_WORDS_RARE, PLAIN_WHOLE, PLAIN_WHOLE);
    hit->found = str_format(plain.arena, "%zu", (count * 100 + words / 2) / words);
    hit->limit = str_format(plain.arena, "%.12g", limit);
    plain_arg(hit, plain_words(&plain, tokens, count));
    plain_arg(hit, hit->found);
    plain_arg(hit, hit->limit);
    plain_arg_example(&plain, hit, (struct str){ 0 });
    note_rare(&plain, tokens, count, &hits);
    plain_tell(&plain, &hits);
}

/*
 * "neuroryhmä", "somekahvila": a word that everybody knows behind a piece that the dictionary does
 * not have. Such words are made every day; they are no typing mistakes.
 */
static bool ends_in_known_word(const struct plain *plain, struct str lower)
{
    const struct word_list *everyday =
        kit_list(plain->analysis->kit, "everyday", plain->analysis->language);
    for (size_t i = PIECE_LETTERS; i + TAIL_LETTERS <= lower.bytes; i++) {
        struct str tail = str_slice(lower, i, lower.bytes);
        if (((unsigned char)tail.at[0] & 0xC0) == 0x80) /* inside a letter */
            continue;
        struct list_word word = { tail,
                                  morphology_read(plain->rewriter.morphology, plain->arena, tail),
                                  false };
        if (word_list_find(everyday, &word, 1, NULL))
            return true;
    }
    return false;
}

static bool is_foreign(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token);
    bool unknown = word->flags & TOKEN_UNKNOWN && !(word->flags & TOKEN_CAPITAL);
    return unknown && may_be_hard(plain, token) && !plain_is_exempt(plain, token) &&
           !ends_in_known_word(plain, word->lower);
}

void rule_foreign_word(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_FOREIGN_WORD, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!is_foreign(&plain, i))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_FOREIGN, i, i);
        plain_arg_words(&plain, hit);
    }
    plain_tell(&plain, &hits);
}
