/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sentence is a chain of pieces that begin behind a comma or at a joining word. A piece is worth
 * a sentence of its own when it has a verb; where verbs cannot be seen (no dictionary, Swedish,
 * English), when it has a few words. Taking sentences apart by grammar was weighed: it needs a
 * parser, and the sender cuts better once the places are seen.
 */
#include "language/rewrite_cut.h"

#include "base/utf8.h"

#define PIECE_WORDS_LEAST 4 /* without a verb to be seen: shorter pieces are lists */

#define PAIR_WORDS 2 /* "ja teetä" goes with the word before it, verb or not */

enum joint { JOINT_NONE, JOINT_COMMA, JOINT_WEAK, JOINT_STRONG };

/* Words that begin a clause, and words that join clauses as well as single words. */
struct joiners {
    const char *strong, *weak; /* separated by commas */
};

static struct joiners joiners_of(enum language language)
{
    switch (language) {
    case LANGUAGE_FI:
        return (struct joiners){ "että,jotta,koska,kun,jos,vaikka,mutta,vaan,sillä,jolloin,joten,"
                                 "joka,jotka,jonka,joiden,jota,joita,jossa,joissa,josta,joista,"
                                 "johon,joihin,jolla,joilla,jolle,joille,mikä,mitä,missä,mikäli",
                                 "ja,sekä,tai,eli,eikä" };
    case LANGUAGE_SV:
        return (struct joiners){ "som,att,eftersom,när,om,men,där,vilket,medan,innan,så",
                                 "och,samt,"
                                 "eller" };
    case LANGUAGE_EN:
        return (struct joiners){
            "that,which,who,because,when,if,but,where,while,before,so,although", "and,or"
        };
    default:
        return (struct joiners){ "", "" };
    }
}

static bool is_mark(const struct analysis *analysis, size_t at, const char *mark)
{
    return analysis->tokens[at].kind == TOKEN_PUNCTUATION &&
           str_is(analysis->tokens[at].form, mark);
}

/* What kind of new piece begins at a token, which is not the first of its sentence. */
static enum joint joint_at(const struct analysis *analysis, size_t at)
{
    const struct token *token = &analysis->tokens[at];
    struct joiners joiners = joiners_of(analysis->language);
    bool after_comma = is_mark(analysis, at - 1, ",") || is_mark(analysis, at - 1, ";");
    if (!token_counts(token))
        return JOINT_NONE;
    if (str_list_has(str_of(joiners.strong), token->lower) || token_is_subordinator(token))
        return JOINT_STRONG;
    bool alone = token_counts(&analysis->tokens[at - 1]) || after_comma; /* not in "and/or" */
    if (str_list_has(str_of(joiners.weak), token->lower) && alone)
        return JOINT_WEAK;
    return after_comma ? JOINT_COMMA : JOINT_NONE;
}

struct cutter {
    const struct analysis *analysis;
    size_t first, end; /* tokens of the sentence */
    size_t last_cut;   /* token where the piece under way began */
};

static size_t words_between(const struct cutter *cutter, size_t from, size_t to)
{
    size_t words = 0;
    for (size_t i = from; i < to; i++)
        words += token_counts(&cutter->analysis->tokens[i]);
    return words;
}

static bool has_verb(const struct cutter *cutter, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (token_is_finite(&cutter->analysis->tokens[i]))
            return true;
    return false;
}

/* Where the piece that begins at a token ends: before the next joint. */
static size_t piece_end(const struct cutter *cutter, size_t from)
{
    size_t at = from + 1;
    while (at < cutter->end && (joint_at(cutter->analysis, at) == JOINT_NONE ||
                                joint_at(cutter->analysis, at - 1) != JOINT_NONE))
        at++;
    return at;
}

/* Is what lies between two tokens enough for a sentence? */
static bool is_enough(const struct cutter *cutter, size_t from, size_t to)
{
    if (cutter->analysis->morphology)
        return has_verb(cutter, from, to);
    return words_between(cutter, from, to) >= PIECE_WORDS_LEAST;
}

/* "ja johon": the cut stands before the weak word, and not again before the strong one. */
static bool follows_cut_joint(const struct cutter *cutter, size_t at)
{
    return cutter->last_cut + 1 == at && cutter->last_cut > cutter->first;
}

static bool is_cut(const struct cutter *cutter, size_t at)
{
    enum joint joint = joint_at(cutter->analysis, at);
    bool strong = joint == JOINT_STRONG;
    if (joint == JOINT_NONE || follows_cut_joint(cutter, at))
        return false;
    if (joint == JOINT_WEAK && at + 1 < cutter->end)
        strong = joint_at(cutter->analysis, at + 1) == JOINT_STRONG;
    if (words_between(cutter, at, cutter->end) < 2)
        return false;
    bool comma = is_mark(cutter->analysis, at - 1, ",");
    if (strong && (comma || cutter->analysis->language == LANGUAGE_FI))
        return true;
    if (strong)
        return words_between(cutter, cutter->last_cut, at) >= PIECE_WORDS_LEAST;
    size_t end = piece_end(cutter, at);
    return is_enough(cutter, at, end) && words_between(cutter, at, end) > PAIR_WORDS &&
           (comma || is_enough(cutter, cutter->last_cut, at));
}

/* Adds some bytes of a text with each white space as one space. */
static void add_flat(struct text *text, struct str from)
{
    for (size_t i = 0; i < from.bytes;) {
        size_t word = i, blank;
        while (word < from.bytes && !str_is_blank(from.at[word]))
            word++;
        for (blank = word; blank < from.bytes && str_is_blank(from.at[blank]);)
            blank++;
        text_add(text, str_slice(from, i, word - i));
        text_add_c(text, blank > word ? " " : "");
        i = blank;
    }
}

static struct str shortened(struct arena *arena, struct str text)
{
    struct str head = utf8_head(text, REWRITE_CUT_CHARACTERS);
    return head.bytes == text.bytes ? text : str_join(arena, str_trim(head), STR(" …"));
}

struct str rewrite_cut(struct arena *arena, const struct analysis *analysis, size_t sentence)
{
    const struct sentence *of = &analysis->sentences[sentence];
    struct str whole = analysis->parts[of->part].text;
    struct text text = text_new(arena, of->bytes * 4 + sizeof REWRITE_CUT_MARK);
    struct cutter cutter = { analysis, of->first, of->first + of->count, of->first };
    size_t done = of->from, cuts = 0;
    for (size_t i = of->first + 1; i < cutter.end; i++) {
        if (!is_cut(&cutter, i))
            continue;
        size_t from = analysis->tokens[i].from;
        add_flat(&text, str_slice(whole, done, from - done));
        text_add_c(&text, REWRITE_CUT_MARK " ");
        done = from;
        cutter.last_cut = i;
        cuts++;
    }
    if (cuts == 0)
        return (struct str){ 0 };
    add_flat(&text, str_slice(whole, done, of->from + of->bytes - done));
    return shortened(arena, text_str(&text));
}

struct str rewrite_quote(struct arena *arena, const struct analysis *analysis, size_t first,
                         size_t last)
{
    const struct token *from = &analysis->tokens[first], *to = &analysis->tokens[last];
    bool together = to->part == from->part && to->from >= from->from;
    size_t bytes = together ? to->from + to->bytes - from->from : from->bytes;
    struct text text = text_new(arena, bytes + 1);
    add_flat(&text, str_slice(analysis->parts[from->part].text, from->from, bytes));
    return shortened(arena, text_str(&text));
}

struct str rewrite_head(struct arena *arena, const struct analysis *analysis, size_t sentence,
                        size_t words)
{
    const struct sentence *of = &analysis->sentences[sentence];
    size_t last = of->first, count = 0;
    for (size_t i = of->first; i < of->first + of->count && count < words; i++) {
        count += token_counts(&analysis->tokens[i]);
        last = i;
    }
    struct str quote = rewrite_quote(arena, analysis, of->first, last);
    return of->words > words ? str_join(arena, quote, STR(" …")) : quote;
}
