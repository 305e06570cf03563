/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Endings and a few fixed words. A list of all verbs was weighed: it would have to be written or
 * licensed, and the measures only have to tell texts apart, not words.
 */
#include "language/shapes.h"

#define SHAPE_LETTERS_MIN 5
#define ABSTRACT_LETTERS_MIN 8
#define PARTICIPLE_WITHIN 2 /* words between "is" and "informed": "is not always informed" */

static bool ends_in_one_of(struct str lower, const char *const *endings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_ends(lower, endings[i]))
            return true;
    }
    return false;
}

/* -as but not the genitives in -nas; consonant and -s, but no genitive is so common. */
static bool is_swedish_passive(const struct token *token)
{
    static const char *const endings[] = { "as", "ds", "ls", "vs", "js", "gs", "ks" };
    static const char *const genitives[] = { "nas", "ngs", "ings", "lands", "stads", "mans" };
    /* Other words, and verbs that end so without being passive: "vi träffas". */
    static const char *const others[] = {
        "finns",   "dags",   "också",   "tills",  "någons", "sveriges", "finlands",
        "träffas", "hoppas", "trivs",   "lyckas", "andas",  "behövs",   "känns",
        "syns",    "hörs",   "skäms",   "låtsas", "minns",  "tycks",    "samlas",
        "möts",    "slåss",  "svettas", "kräks",  "umgås",
    };
    return token->letters >= SHAPE_LETTERS_MIN && !(token->flags & TOKEN_NAME) &&
           ends_in_one_of(token->lower, endings, ARRAY_LEN(endings)) &&
           !ends_in_one_of(token->lower, genitives, ARRAY_LEN(genitives)) &&
           !str_is_one_of(token->lower, others, ARRAY_LEN(others));
}

static bool is_english_participle(const struct token *token)
{
    static const char *const irregular[] = {
        "held",  "made",   "given", "taken", "done",    "sent",   "paid",   "found",
        "kept",  "known",  "shown", "seen",  "written", "chosen", "built",  "brought",
        "begun", "met",    "sold",  "told",  "led",     "set",    "run",    "put",
        "drawn", "driven", "bound", "left",  "borne",   "sought", "taught", "understood",
    };
    return token->kind == TOKEN_WORD &&
           ((str_ends(token->lower, "ed") && token->letters >= SHAPE_LETTERS_MIN) ||
            str_is_one_of(token->lower, irregular, ARRAY_LEN(irregular)));
}

/* A form of "be" with a participle close behind it in the same sentence. */
static bool is_english_passive(const struct analysis *analysis, size_t token)
{
    static const char *const be[] = { "is", "are", "was", "were", "be", "been", "being" };
    const struct token *first = &analysis->tokens[token];
    if (!str_is_one_of(first->lower, be, ARRAY_LEN(be)))
        return false;
    for (size_t i = token + 1; i <= token + 1 + PARTICIPLE_WITHIN; i++) {
        if (i >= analysis->token_count || analysis->tokens[i].kind != TOKEN_WORD ||
            analysis->tokens[i].sentence != first->sentence)
            return false;
        if (is_english_participle(&analysis->tokens[i]))
            return true;
    }
    return false;
}

bool shapes_is_passive(const struct analysis *analysis, size_t token)
{
    const struct token *word = &analysis->tokens[token];
    if (word->kind != TOKEN_WORD)
        return false;
    if (analysis->language == LANGUAGE_SV)
        return is_swedish_passive(word);
    return analysis->language == LANGUAGE_EN && is_english_passive(analysis, token);
}

bool shapes_is_abstract(const struct analysis *analysis, size_t token)
{
    static const char *const swedish[] = {
        "ning", "ningen", "ningar", "ningarna", "het",   "heten",   "heter",  "heterna",
        "else", "elsen",  "elser",  "elserna",  "tion",  "tionen",  "tioner", "tionerna",
        "itet", "iteten", "skap",   "skapet",   "ering", "eringen", "ande",   "andet",
    };
    static const char *const english[] = {
        "tion", "tions", "sion",  "sions", "ment",  "ments", "ity",  "ities",
        "ness", "ance",  "ances", "ence",  "ences", "ancy",  "ency", "ism",
    };
    const struct token *word = &analysis->tokens[token];
    if (word->kind != TOKEN_WORD || word->letters < ABSTRACT_LETTERS_MIN ||
        (word->flags & TOKEN_NAME))
        return false;
    if (analysis->language == LANGUAGE_SV)
        return ends_in_one_of(word->lower, swedish, ARRAY_LEN(swedish));
    return analysis->language == LANGUAGE_EN &&
           ends_in_one_of(word->lower, english, ARRAY_LEN(english));
}
