/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a compound is split is decided by its parts alone, the middle first: a split by meaning
 * needs a list of every compound. The dictionary must know the left side in the genitive and the
 * right side as it stands; else only the parts are shown.
 */
#include "language/rewrite_word.h"

#include "language/rewrite_clause.h"
#include "language/rewrite_cut.h"
#include "language/rewrite_stem.h"

#define EXPLAINED_BYTES_MAX 200

/* The reading with the fewest parts: how the dictionary most likely means it. */
static const struct word_reading *simplest(const struct token *token)
{
    const struct word_reading *best = NULL;
    for (size_t i = 0; i < token->readings.count; i++) {
        const struct word_reading *reading = &token->readings.at[i];
        if (!best || reading->part_count < best->part_count)
            best = reading;
    }
    return best;
}

/* A capital at the start of a sentence says nothing; small letters have as many bytes. */
static struct str part_of(const struct token *token, const struct word_reading *reading,
                          unsigned from, unsigned to)
{
    bool start_of_sentence =
        token->flags & TOKEN_SENTENCE_START && token->lower.bytes >= token->stem.bytes;
    struct str word = start_of_sentence ? token->lower : token->stem;
    size_t start = reading->seams[from];
    size_t end = to < reading->part_count ? reading->seams[to] : token->stem.bytes;
    return str_slice(word, start, end > start ? end - start : 0);
}

static struct str without_hyphen(struct str part)
{
    return str_ends(part, "-") ? stem_without(part, 1) : part;
}

static struct str parts_shown(const struct rewriter *rewriter, const struct token *token,
                              const struct word_reading *reading)
{
    struct text text = text_new(rewriter->arena, token->stem.bytes * 4 + 1);
    for (unsigned i = 0; i < reading->part_count; i++) {
        text_add_c(&text, i > 0 ? " + " : "");
        text_add(&text, without_hyphen(part_of(token, reading, i, i + 1)));
    }
    return text_str(&text);
}

static bool is_known(const struct rewriter *rewriter, struct str word)
{
    return morphology_read(rewriter->morphology, rewriter->arena, word).count > 0;
}

static bool is_genitive(const struct rewriter *rewriter, struct str word)
{
    struct readings readings = morphology_read(rewriter->morphology, rewriter->arena, word);
    for (size_t i = 0; i < readings.count; i++)
        if (readings.at[i].word_case == CASE_GENITIVE)
            return true;
    return false;
}

/* "kuljetuspalvelu" → "kuljetuspalvelun". What is one already stays ("lääkärin"), and what has
 * lost its end in a compound gets it back: "kuntoutumis", "omais" → "kuntoutumisen", "omaisen". */
static struct str owner_of(const struct rewriter *rewriter, struct str left)
{
    struct str owner = rewrite_noun(rewriter, left, NOUN_OF);
    if (owner.bytes > 0)
        return owner;
    owner = str_ends(left, "s") ? str_join(rewriter->arena, left, STR("en")) : left;
    return is_genitive(rewriter, owner) ? owner : (struct str){ 0 };
}

/* The word in two, split before a part: "kuljetuspalvelun hakemuslomake"; empty when unsound. */
static struct str split_at(const struct rewriter *rewriter, const struct token *token,
                           const struct word_reading *reading, unsigned part)
{
    struct arena *arena = rewriter->arena;
    struct str left = part_of(token, reading, 0, part);
    struct str right = part_of(token, reading, part, reading->part_count);
    struct str owner = owner_of(rewriter, without_hyphen(left));
    if (owner.bytes == 0 || !is_known(rewriter, right))
        return (struct str){ 0 };
    return str_format(arena, "%.*s %.*s", STR_ARG(owner), STR_ARG(right));
}

static struct str split_somewhere(const struct rewriter *rewriter, const struct token *token,
                                  const struct word_reading *reading)
{
    unsigned middle = (reading->part_count + 1u) / 2u;
    struct str split = split_at(rewriter, token, reading, middle);
    for (unsigned part = reading->part_count - 1; part > 0 && split.bytes == 0; part--)
        split = split_at(rewriter, token, reading, part);
    return split;
}

struct str rewrite_compound(const struct rewriter *rewriter, const struct token *token)
{
    const struct word_reading *reading = simplest(token);
    if (!rewriter->morphology || !reading || reading->part_count < 2)
        return (struct str){ 0 };
    struct str parts = parts_shown(rewriter, token, reading);
    struct str split = split_somewhere(rewriter, token, reading);
    return split.bytes == 0 ? parts : rewrite_arrow(rewriter->arena, parts, split);
}

/* "lääkäri" and "ajat" as one word; a hyphen between two equal vowels. */
static struct str glue(const struct rewriter *rewriter, struct str head, struct str tail)
{
    struct str last = str_slice(head, head.bytes - stem_last_letter(head), head.bytes);
    bool same = stem_ends_in_vowel(head) && str_starts(tail, str_c(rewriter->arena, last));
    return str_format(rewriter->arena, "%.*s%s%.*s", STR_ARG(head), same ? "-" : "", STR_ARG(tail));
}

struct str rewrite_elided(const struct rewriter *rewriter, const struct analysis *analysis,
                          size_t token)
{
    const struct token *short_word = &analysis->tokens[token];
    if (!rewriter->morphology || token + 2 >= analysis->token_count ||
        short_word[2].sentence != short_word->sentence || !str_ends(short_word->form, "-"))
        return (struct str){ 0 };
    const struct token *joint = &short_word[1], *whole = &short_word[2];
    const struct word_reading *reading = simplest(whole);
    if (!reading || reading->part_count < 2 || !token_counts(joint))
        return (struct str){ 0 };
    struct str tail = part_of(whole, reading, reading->part_count - 1, reading->part_count);
    struct str made = glue(rewriter, without_hyphen(short_word->form), tail);
    if (!is_known(rewriter, made))
        return (struct str){ 0 };
    struct arena *arena = rewriter->arena;
    return rewrite_arrow(arena, rewrite_quote(arena, analysis, token, token + 2),
                         str_format(arena, "%.*s %.*s %.*s", STR_ARG(made), STR_ARG(joint->form),
                                    STR_ARG(whole->form)));
}

struct str rewrite_case(const struct rewriter *rewriter, const struct analysis *analysis,
                        size_t token, struct str *ret_word)
{
    const struct token *word = &analysis->tokens[token];
    const struct word_reading *without =
        rewrite_reading(word, (struct trait){ .cases = ONE_OF(CASE_ABESSIVE) });
    const struct word_reading *with =
        rewrite_reading(word, (struct trait){ .cases = ONE_OF(CASE_COMITATIVE) });
    struct arena *arena = rewriter->arena;
    struct str noun = { 0 }, better = { 0 };
    *ret_word = without ? STR("ilman") : STR("kanssa");
    if (without) {
        noun = rewrite_noun(rewriter, without->base, NOUN_SOME);
        better = str_format(arena, "ilman %.*s", STR_ARG(noun));
    } else if (with) {
        noun = rewrite_noun(rewriter, with->base, NOUN_OF_MANY);
        better = str_format(arena, "%.*s kanssa", STR_ARG(noun));
    }
    if (noun.bytes == 0)
        return noun;
    return rewrite_arrow(arena, str_copy(arena, word->form), better);
}

/* What is explained is a thing: "perusteisiin" is of peruste, not of perusteinen. */
static struct str name_of(const struct token *word)
{
    const struct word_reading *noun =
        rewrite_reading(word, (struct trait){ .classes = ONE_OF(CLASS_NOUN) });
    return noun ? noun->base : token_lemma(word);
}

struct str rewrite_explain(const struct rewriter *rewriter, const struct analysis *analysis,
                           size_t token)
{
    static const char *const means[LANGUAGE_COUNT] = {
        [LANGUAGE_FI] = " tarkoittaa, että …",
        [LANGUAGE_SV] = " betyder att …",
        [LANGUAGE_EN] = " means that …",
    };
    const struct token *word = &analysis->tokens[token];
    const char *start = means[analysis->language];
    struct text text = text_new(rewriter->arena, EXPLAINED_BYTES_MAX);
    if (!start)
        return (struct str){ 0 };
    text_add(&text, rewrite_capital(rewriter->arena, name_of(word)));
    text_add_c(&text, start);
    return text_str(&text);
}
