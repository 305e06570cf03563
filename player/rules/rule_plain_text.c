/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One word for one thing, no figures of speech, sekä, and where the sender breaks lines. */
#include "language/rewrite_cut.h"
#include "rules/plain.h"

static const struct token *at(const struct plain *plain, size_t token)
{
    return &plain->analysis->tokens[token];
}

void rule_idiom(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_IDIOM, PLAIN_ALL | PLAIN_LISTS, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        size_t count = 1;
        const struct word_row *row = analysis_find(plain.analysis, plain_list(&plain), i, &count);
        if (!row || plain_is_exempt(&plain, i))
            continue;
        struct plain_hit *hit =
            plain_note(&plain, &hits, FINDING_FIGURE_OF_SPEECH, i, i + count - 1);
        plain_arg_words(&plain, hit);
        plain_arg(hit, row->answer);
        i += count - 1;
    }
    plain_tell(&plain, &hits);
}

/* A word of a group of words that mean the same. */
struct term {
    size_t token;
    const struct word_row *row;
};

/* The first term before another one that means the same and is another word. */
static const struct term *same_thing(const struct plain *plain, const struct term *terms,
                                     size_t count, const struct term *term)
{
    for (size_t i = 0; i < count; i++) {
        bool group = str_equal(terms[i].row->answer, term->row->answer);
        if (group && terms[i].row != term->row &&
            !str_equal(token_lemma(at(plain, terms[i].token)), token_lemma(at(plain, term->token))))
            return &terms[i];
    }
    return NULL;
}

void rule_inconsistent_term(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    struct term *terms = NULL;
    size_t count = 0;
    if (!plain_begin(input, report, RULE_INCONSISTENT_TERM, PLAIN_ALL | PLAIN_LISTS, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        struct term term = { i, analysis_find(plain.analysis, plain_list(&plain), i, NULL) };
        if (!term.row || term.row->answer.bytes == 0 || at(&plain, i)->flags & TOKEN_NAME)
            continue;
        const struct term *other = same_thing(&plain, terms, count, &term);
        *ARENA_PUSH(plain.arena, terms, count) = term;
        if (!other)
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_TERMS_DIFFER, i, i);
        plain_arg(hit, at(&plain, other->token)->form);
        plain_arg_words(&plain, hit);
        plain_arg(hit, term.row->answer);
    }
    plain_tell(&plain, &hits);
}

/* "sekä … että" is one joint of two parts. */
static bool has_etta(const struct plain *plain, size_t token)
{
    const struct sentence *sentence = &plain->analysis->sentences[at(plain, token)->sentence];
    for (size_t i = token + 1; i < plain_sentence_end(sentence); i++)
        if (str_is(at(plain, i)->lower, "että"))
            return true;
    return false;
}

void rule_seka_conjunction(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_SEKA_CONJUNCTION, PLAIN_FI, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!str_is(at(&plain, i)->lower, "sekä") || has_etta(&plain, i))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_SEKA, i, i);
        plain_arg_example(&plain, hit, (struct str){ 0 });
    }
    plain_tell(&plain, &hits);
}

/* Little words that must not end a line: they belong to what follows. */
static const char *leaders_of(enum language language)
{
    switch (language) {
    case LANGUAGE_FI:
        return "ja,sekä,tai,että,jos,kun,koska,mutta,klo,kello,ennen,ilman,noin,yli,alle,joka";
    case LANGUAGE_SV:
        return "och,samt,eller,att,om,när,men,på,i,till,från,med,för,av,hos,vid,kl,utan,en,ett";
    default:
        return "and,or,that,if,when,but,on,in,at,to,from,with,for,of,by,the,a,an,without,your";
    }
}

static bool is_leader(const struct plain *plain, size_t token)
{
    struct str rest = str_of(leaders_of(plain->analysis->language)), word;
    while (str_next(&rest, ',', &word)) {
        if (str_equal(word, at(plain, token)->lower))
            return true;
    }
    return false;
}

/* A genitive or an adjective before its noun: "Niemelän / kirjasto", "uudet / ohjaajat". */
static bool is_modifier(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token), *next = at(plain, token + 1);
    if (!token_is_nominal(next) || next->flags & TOKEN_SENTENCE_START)
        return false;
    return token_is_genitive(word) ||
           token_all(word, (struct trait){ .classes = ONE_OF(CLASS_ADJECTIVE) });
}

/* Does the sender's line end between a token and the next one of its sentence? */
static bool breaks_after(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token), *next = word + 1;
    if (token + 1 >= plain->analysis->token_count || word->sentence != next->sentence ||
        word->part != next->part)
        return false;
    size_t from = word->from + word->bytes;
    struct str gap = str_slice(plain->analysis->parts[word->part].text, from, next->from - from);
    return str_find_byte(gap, '\n') >= 0;
}

void rule_line_break_in_phrase(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_LINE_BREAK_IN_PHRASE, PLAIN_ALL, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        bool hyphen = str_ends(at(&plain, i)->form, "-");
        if (!breaks_after(&plain, i) || !(hyphen || is_leader(&plain, i) || is_modifier(&plain, i)))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_BREAK_IN_PHRASE, i, i + 1);
        plain_arg(hit, str_format(plain.arena, "%.*s / %.*s", STR_ARG(at(&plain, i)->form),
                                  STR_ARG(at(&plain, i + 1)->form)));
        plain_arg_words(&plain, hit);
    }
    plain_tell(&plain, &hits);
}
