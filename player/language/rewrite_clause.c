/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Only the nearest words are used: the doer right before, the noun right behind. What stands
 * farther off is left to the sender ("…"), because nothing here knows to what it belongs.
 */
#include "language/rewrite_clause.h"

#include "language/rewrite_cut.h"
#include "language/rewrite_stem.h"

const struct word_reading *rewrite_reading(const struct token *token, struct trait trait)
{
    for (size_t i = 0; i < token->readings.count; i++)
        if (reading_has(&token->readings.at[i], trait))
            return &token->readings.at[i];
    return NULL;
}

struct str rewrite_arrow(struct arena *arena, struct str was, struct str is)
{
    if (was.bytes == 0 || is.bytes == 0)
        return (struct str){ 0 };
    return str_format(arena, "%.*s → %.*s", STR_ARG(was), STR_ARG(is));
}

/* Two words with a space; empty when the second one is not sure. */
static struct str phrase(const struct rewriter *rewriter, const char *first, struct str second)
{
    if (second.bytes == 0)
        return second;
    return str_format(rewriter->arena, "%s %.*s", first, STR_ARG(second));
}

/* The verb of a participle. What derives from a verb (ilmoittautua) is told by the word before
 * its ending: the dictionary names the verb that it derives from (ilmoittaa). */
static struct str verb_of(const struct rewriter *rewriter, const struct word_reading *reading)
{
    static const char *const endings[] = { "ma", "mä", "va", "vä", "nut", "nyt" };
    if (rewrite_is_of_verb(rewriter, reading->base, reading->verb))
        return reading->verb;
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        if (!str_ends(reading->base, endings[i]))
            continue;
        struct str stem = stem_without(reading->base, strlen(endings[i]));
        struct str verb = str_join(rewriter->arena, stem, stem_is_back(stem) ? STR("a") : STR("ä"));
        struct readings readings = morphology_read(rewriter->morphology, rewriter->arena, verb);
        for (size_t j = 0; j < readings.count; j++)
            if (readings.at[j].mood == MOOD_A_INFINITIVE && str_equal(readings.at[j].base, verb))
                return verb;
    }
    bool past = reading->participle == PARTICIPLE_PAST_ACTIVE;
    struct str done = rewrite_verb(rewriter, reading->verb, VERB_HAS_DONE);
    return past && str_equal(done, reading->base) ? reading->verb : (struct str){ 0 };
}

#define NOUNS                                                                                      \
    (ONE_OF(CLASS_NOUN) | ONE_OF(CLASS_NOUN_ADJECTIVE) | ONE_OF(CLASS_NAME) |                      \
     ONE_OF(CLASS_PLACE_NAME) | ONE_OF(CLASS_FIRST_NAME) | ONE_OF(CLASS_LAST_NAME))

/*
 * The noun that a modifier in this case and number belongs to: the next word, or the one behind
 * adjectives. False when it is not clear.
 */
static bool find_noun(const struct analysis *analysis, size_t token,
                      const struct word_reading *modifier, size_t *ret_noun)
{
    const struct sentence *sentence = &analysis->sentences[analysis->tokens[token].sentence];
    struct trait same = { .cases = ONE_OF(modifier->word_case),
                          .numbers = ONE_OF(modifier->number) };
    for (size_t i = token + 1; i < sentence->first + sentence->count; i++) {
        const struct token *at = &analysis->tokens[i];
        struct trait noun = same;
        noun.classes = NOUNS;
        if (at->kind != TOKEN_WORD || !token_any(at, same))
            return false;
        if (token_any(at, noun)) {
            *ret_noun = i;
            return true;
        }
    }
    return false;
}

/* The noun and what stands between it and the modifier, as what is done to. */
static struct str as_object(const struct rewriter *rewriter, const struct analysis *analysis,
                            size_t first, size_t noun, const struct word_reading *modifier)
{
    struct text text = text_new(rewriter->arena, 1024);
    for (size_t i = first; i <= noun; i++) {
        const struct word_reading *reading =
            rewrite_reading(&analysis->tokens[i], (struct trait){
                                                      .cases = ONE_OF(modifier->word_case),
                                                      .numbers = ONE_OF(modifier->number),
                                                  });
        bool many = modifier->number == NUMBER_PLURAL;
        struct str form = rewrite_noun(rewriter, reading->base, many ? NOUN_MANY : NOUN_OF);
        if (form.bytes == 0)
            return form;
        text_add_c(&text, i > first ? " " : "");
        text_add(&text, form);
    }
    return text_str(&text);
}

/* "järjestämä omaishoitajille suunnattu ryhmä": the noun behind another modifier with its own
 * words. That modifier must agree, and no verb or comma may stand between. */
#define WORDS_PASSED_MAX 3

static bool find_far_noun(const struct analysis *analysis, size_t token,
                          const struct word_reading *modifier, size_t *ret_noun)
{
    struct trait same = { .cases = ONE_OF(modifier->word_case),
                          .numbers = ONE_OF(modifier->number) };
    const struct sentence *sentence = &analysis->sentences[analysis->tokens[token].sentence];
    size_t end = sentence->first + sentence->count;
    for (size_t i = token + 1; i < end && i <= token + WORDS_PASSED_MAX; i++) {
        const struct token *at = &analysis->tokens[i];
        if (at->kind != TOKEN_WORD || token_is_finite(at))
            return false;
        if (token_any(at, same) && find_noun(analysis, i, modifier, ret_noun))
            return !token_any(at, (struct trait){ .classes = NOUNS });
    }
    return false;
}

static bool is_in_sentence(const struct analysis *analysis, size_t token, size_t other)
{
    return other < analysis->token_count &&
           analysis->tokens[other].sentence == analysis->tokens[token].sentence;
}

/* The doer in the genitive right before a token, as a subject: "yhdistys"; empty for none. */
static struct str doer_before(const struct rewriter *rewriter, const struct analysis *analysis,
                              size_t token, bool *ret_many)
{
    struct trait owner = { .classes = NOUNS, .cases = ONE_OF(CASE_GENITIVE) };
    if (token == 0 || !is_in_sentence(analysis, token, token - 1))
        return (struct str){ 0 };
    const struct token *before = &analysis->tokens[token - 1];
    bool chain = token > 1 && is_in_sentence(analysis, token, token - 2) &&
                 token_is_genitive(&analysis->tokens[token - 2]);
    const struct word_reading *reading = rewrite_reading(before, owner);
    if (!reading || chain || reading->possessive != POSSESSIVE_NONE)
        return (struct str){ 0 };
    *ret_many = reading->number == NUMBER_PLURAL;
    return *ret_many ? rewrite_noun(rewriter, reading->base, NOUN_MANY) : reading->base;
}

/* järjestämämme: the person is in the word itself. */
static bool person_of(enum word_possessive possessive, enum verb_form *ret_form)
{
    static const enum verb_form forms[POSSESSIVE_COUNT] = {
        [POSSESSIVE_FIRST] = VERB_I,
        [POSSESSIVE_SECOND] = VERB_YOU,
        [POSSESSIVE_OUR] = VERB_WE,
        [POSSESSIVE_YOUR_PLURAL] = VERB_YOU_ALL,
    };
    if (possessive == POSSESSIVE_NONE || possessive == POSSESSIVE_THIRD)
        return false;
    *ret_form = forms[possessive];
    return true;
}

/* "Yhdistys järjestää" or "Järjestämme"; *first goes back to the doer. */
static struct str who_does(const struct rewriter *rewriter, const struct analysis *analysis,
                           size_t token, const struct word_reading *reading, size_t *first)
{
    enum verb_form form;
    bool many = false;
    struct str verb = verb_of(rewriter, reading);
    if (person_of(reading->possessive, &form))
        return rewrite_capital(rewriter->arena, rewrite_verb(rewriter, verb, form));
    struct str doer = doer_before(rewriter, analysis, token, &many);
    struct str does = rewrite_verb(rewriter, verb, many ? VERB_THEY : VERB_IT);
    if (doer.bytes == 0 || does.bytes == 0)
        return (struct str){ 0 };
    *first = token - 1;
    struct str clause = str_format(rewriter->arena, "%.*s %.*s", STR_ARG(doer), STR_ARG(does));
    return rewrite_capital(rewriter->arena, clause);
}

struct str rewrite_agent(const struct rewriter *rewriter, const struct analysis *analysis,
                         size_t token)
{
    size_t noun, first = token;
    const struct word_reading *reading = rewrite_reading(
        &analysis->tokens[token], (struct trait){ .participles = ONE_OF(PARTICIPLE_AGENT) });
    if (!rewriter->morphology || !reading)
        return (struct str){ 0 };
    bool near = find_noun(analysis, token, reading, &noun);
    if (!near && !find_far_noun(analysis, token, reading, &noun))
        return (struct str){ 0 };
    struct str clause = who_does(rewriter, analysis, token, reading, &first);
    struct str object = as_object(rewriter, analysis, near ? token + 1 : noun, noun, reading);
    if (clause.bytes == 0 || object.bytes == 0)
        return (struct str){ 0 };
    struct str sentence =
        str_format(rewriter->arena, "%.*s %.*s.", STR_ARG(clause), STR_ARG(object));
    return rewrite_arrow(rewriter->arena, rewrite_quote(rewriter->arena, analysis, first, noun),
                         sentence);
}

/* sairastunut → joka on sairastunut, jotka ovat sairastuneet */
static struct str past_clause(const struct rewriter *rewriter, const struct word_reading *reading)
{
    bool many = reading->number == NUMBER_PLURAL;
    struct arena *arena = rewriter->arena;
    if (reading->participle == PARTICIPLE_PAST_PASSIVE)
        return str_format(arena, "%s on %.*s", many ? "jotka" : "joka", STR_ARG(reading->base));
    if (!many)
        return str_format(arena, "joka on %.*s", STR_ARG(reading->base));
    struct str stem = stem_without(reading->base, 2); /* sairastun|ut */
    return str_format(arena, "jotka ovat %.*seet", STR_ARG(stem));
}

static struct str joka_clause(const struct rewriter *rewriter, const struct word_reading *reading)
{
    bool many = reading->number == NUMBER_PLURAL;
    const char *joka = many ? "jotka" : "joka";
    struct str verb = verb_of(rewriter, reading);
    if (verb.bytes == 0 && reading->participle != PARTICIPLE_PAST_PASSIVE)
        return verb;
    switch (reading->participle) {
    case PARTICIPLE_PRESENT_ACTIVE:
        return phrase(rewriter, joka, rewrite_verb(rewriter, verb, many ? VERB_THEY : VERB_IT));
    case PARTICIPLE_PRESENT_PASSIVE:
        return phrase(rewriter, joka, rewrite_verb(rewriter, verb, VERB_IS_DONE));
    case PARTICIPLE_PAST_ACTIVE:
    case PARTICIPLE_PAST_PASSIVE:
        return past_clause(rewriter, reading);
    default:
        return (struct str){ 0 };
    }
}

/* Does a word before the participle seem to belong to it ("ryhmään kuuluvalle")? */
static bool has_more(const struct analysis *analysis, size_t token,
                     const struct word_reading *reading)
{
    if (token == 0 || !is_in_sentence(analysis, token, token - 1))
        return false;
    const struct token *before = &analysis->tokens[token - 1];
    bool agrees = token_any(before, (struct trait){ .cases = ONE_OF(reading->word_case),
                                                    .numbers = ONE_OF(reading->number) });
    bool binds = token_any(before, (struct trait){ .classes = ONE_OF(CLASS_CONJUNCTION) });
    return token_counts(before) && !agrees && !binds && !token_is_finite(before);
}

struct str rewrite_participle(const struct rewriter *rewriter, const struct analysis *analysis,
                              size_t token)
{
    size_t noun;
    struct trait participle = { .participles = ONE_OF(PARTICIPLE_PRESENT_ACTIVE) |
                                               ONE_OF(PARTICIPLE_PRESENT_PASSIVE) |
                                               ONE_OF(PARTICIPLE_PAST_ACTIVE) |
                                               ONE_OF(PARTICIPLE_PAST_PASSIVE) };
    struct arena *arena = rewriter->arena;
    const struct word_reading *reading = rewrite_reading(&analysis->tokens[token], participle);
    if (!rewriter->morphology || !reading || reading->possessive != POSSESSIVE_NONE ||
        !find_noun(analysis, token, reading, &noun))
        return (struct str){ 0 };
    struct str clause = joka_clause(rewriter, reading);
    if (clause.bytes == 0)
        return clause;
    struct str better =
        str_format(arena, "%.*s, %.*s%s", STR_ARG(rewrite_quote(arena, analysis, token + 1, noun)),
                   STR_ARG(clause), has_more(analysis, token, reading) ? " …" : "");
    return rewrite_arrow(arena, rewrite_quote(arena, analysis, token, noun), better);
}

/* tullessa, lukiessa: is this the form of a doer, and not of the passive (luettaessa)? */
static bool is_active_when(const struct rewriter *rewriter, struct str lower, struct str verb)
{
    struct str stem = stem_without(verb, stem_last_letter(verb));
    const char *ending = stem_is_back(verb) ? "essa" : "essä";
    struct str plain = str_format(rewriter->arena, "%.*s%s", STR_ARG(stem), ending);
    if (str_ends(stem, "e"))
        plain = str_format(rewriter->arena, "%.*si%s", STR_ARG(stem_without(stem, 1)), ending);
    return str_starts(lower, str_c(rewriter->arena, plain));
}

struct str rewrite_when(const struct rewriter *rewriter, const struct analysis *analysis,
                        size_t token)
{
    const struct token *word = &analysis->tokens[token];
    const struct word_reading *reading =
        rewrite_reading(word, (struct trait){ .moods = ONE_OF(MOOD_E_INFINITIVE) });
    enum verb_form form;
    bool many = false;
    if (!rewriter->morphology || !reading)
        return (struct str){ 0 };
    struct arena *arena = rewriter->arena;
    struct str quote = rewrite_quote(arena, analysis, token, token), clause = { 0 };
    bool capital = word->flags & TOKEN_CAPITAL;
    if (!is_active_when(rewriter, word->lower, reading->base)) {
        clause = phrase(rewriter, "kun", rewrite_verb(rewriter, reading->base, VERB_IS_DONE));
    } else if (person_of(reading->possessive, &form)) {
        clause = phrase(rewriter, "kun", rewrite_verb(rewriter, reading->base, form));
    } else if (reading->possessive == POSSESSIVE_THIRD) {
        clause = phrase(rewriter, "kun hän", rewrite_verb(rewriter, reading->base, VERB_IT));
    } else {
        struct str doer = doer_before(rewriter, analysis, token, &many);
        struct str verb = rewrite_verb(rewriter, reading->base, many ? VERB_THEY : VERB_IT);
        quote = rewrite_quote(arena, analysis, token - (token > 0), token);
        if (doer.bytes > 0 && verb.bytes > 0)
            clause = str_format(arena, "kun %.*s %.*s", STR_ARG(doer), STR_ARG(verb));
    }
    return rewrite_arrow(arena, quote, capital ? rewrite_capital(arena, clause) : clause);
}

/* Is this token a noun of the same sentence that can be what is done to? */
static bool is_done_to(const struct analysis *analysis, size_t token, size_t other)
{
    return is_in_sentence(analysis, token, other) &&
           token_any(&analysis->tokens[other],
                     (struct trait){ .classes = NOUNS,
                                     .cases = ONE_OF(CASE_GENITIVE) | ONE_OF(CASE_PARTITIVE) |
                                              ONE_OF(CASE_NOMINATIVE) });
}

/* The clause with what it is done to, before the form ("rokotteen saatuaan") or behind it, and
 * with a capital where the sender's words have one. */
static struct str with_noun(const struct rewriter *rewriter, const struct analysis *analysis,
                            size_t token, struct str clause)
{
    struct arena *arena = rewriter->arena;
    bool before = token > 0 && is_done_to(analysis, token, token - 1);
    bool behind = !before && is_done_to(analysis, token, token + 1);
    size_t first = token - before, last = token + behind;
    if (clause.bytes == 0)
        return clause;
    const struct token *noun = &analysis->tokens[before ? first : last];
    bool starts = noun->flags & TOKEN_SENTENCE_START;
    if (analysis->tokens[first].flags & TOKEN_CAPITAL)
        clause = rewrite_capital(arena, clause);
    if (before || behind)
        clause = str_format(arena, "%.*s %.*s", STR_ARG(clause),
                            STR_ARG(starts ? noun->lower : noun->form));
    return rewrite_arrow(arena, rewrite_quote(arena, analysis, first, last), clause);
}

struct str rewrite_after(const struct rewriter *rewriter, const struct analysis *analysis,
                         size_t token)
{
    static const char *const starts[POSSESSIVE_COUNT] = {
        [POSSESSIVE_FIRST] = "kun olen",
        [POSSESSIVE_SECOND] = "kun olet",
        [POSSESSIVE_THIRD] = "kun hän on",
    };
    const struct word_reading *reading = rewrite_reading(
        &analysis->tokens[token], (struct trait){ .participles = ONE_OF(PARTICIPLE_PAST_PASSIVE) });
    if (!rewriter->morphology || !reading || !starts[reading->possessive])
        return (struct str){ 0 };
    struct str done = rewrite_verb(rewriter, reading->verb, VERB_HAS_DONE);
    return with_noun(rewriter, analysis, token,
                     phrase(rewriter, starts[reading->possessive], done));
}

struct str rewrite_purpose(const struct rewriter *rewriter, const struct analysis *analysis,
                           size_t token)
{
    static const char *const starts[POSSESSIVE_COUNT] = {
        [POSSESSIVE_SECOND] = "jos haluat",
        [POSSESSIVE_YOUR_PLURAL] = "jos haluatte",
        [POSSESSIVE_THIRD] = "jos hän haluaa",
    };
    const struct word_reading *reading = rewrite_reading(
        &analysis->tokens[token], (struct trait){ .moods = ONE_OF(MOOD_A_INFINITIVE) });
    if (!reading || !starts[reading->possessive])
        return (struct str){ 0 };
    return with_noun(rewriter, analysis, token,
                     phrase(rewriter, starts[reading->possessive], reading->base));
}
