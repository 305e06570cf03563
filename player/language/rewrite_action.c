/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same word may be the reader's (ilmoittautua) or the sender's (järjestää), and nothing in the
 * grammar tells which; and "sairastuminen" must never become a request. Hence the list.
 */
#include "language/rewrite_action.h"

#include "language/rewrite_clause.h"

enum who { WHO_ANYBODY, WHO_READER, WHO_SENDER };

static enum who who_does(const struct analysis *analysis, size_t token)
{
    const struct word_list *list = kit_list(analysis->kit, REWRITE_WHO_LIST, LANGUAGE_FI);
    size_t count;
    const struct word_row *row = analysis_find(analysis, list, token, &count);
    if (!row || count != 1)
        return WHO_ANYBODY;
    return str_is(row->answer, "sinä") ? WHO_READER : WHO_SENDER;
}

static struct str word_of(const struct rewriter *rewriter, const struct analysis *analysis,
                          size_t token)
{
    return str_copy(rewriter->arena, analysis->tokens[token].form);
}

static struct str request(const struct rewriter *rewriter, struct str verb)
{
    return rewrite_capital(rewriter->arena, rewrite_verb(rewriter, verb, VERB_DO));
}

/* "hakemuksen saapuminen": of a verb in -ua the genitive is who does it; of others, what is done.
 */
static struct str what_happens(const struct rewriter *rewriter, const struct analysis *analysis,
                               size_t token, struct str verb)
{
    struct trait owner = { .classes = ONE_OF(CLASS_NOUN), .cases = ONE_OF(CASE_GENITIVE) };
    bool happens = str_ends(verb, "ua") || str_ends(verb, "yä") || str_is(verb, "tulla");
    if (!happens || token == 0 ||
        analysis->tokens[token - 1].sentence != analysis->tokens[token].sentence)
        return (struct str){ 0 };
    const struct word_reading *doer = rewrite_reading(&analysis->tokens[token - 1], owner);
    if (!doer || doer->possessive != POSSESSIVE_NONE)
        return (struct str){ 0 };
    bool many = doer->number == NUMBER_PLURAL;
    struct str who = many ? rewrite_noun(rewriter, doer->base, NOUN_MANY) : doer->base;
    struct str does = rewrite_verb(rewriter, verb, many ? VERB_THEY : VERB_IT);
    if (who.bytes == 0 || does.bytes == 0)
        return (struct str){ 0 };
    struct str was =
        str_format(rewriter->arena, "%.*s %.*s", STR_ARG(analysis->tokens[token - 1].form),
                   STR_ARG(analysis->tokens[token].form));
    return rewrite_arrow(rewriter->arena, was,
                         str_format(rewriter->arena, "kun %.*s %.*s", STR_ARG(who), STR_ARG(does)));
}

struct str rewrite_minen(const struct rewriter *rewriter, const struct analysis *analysis,
                         size_t token)
{
    const struct word_reading *reading = rewrite_reading(
        &analysis->tokens[token], (struct trait){ .moods = ONE_OF(MOOD_MINEN_INFINITIVE) });
    struct str better = { 0 };
    if (!reading)
        return better;
    struct str event = what_happens(rewriter, analysis, token, reading->base);
    if (event.bytes > 0)
        return event;
    switch (who_does(analysis, token)) {
    case WHO_READER:
        better = request(rewriter, reading->base);
        break;
    case WHO_SENDER:
        better = rewrite_verb(rewriter, reading->base, VERB_WE);
        break;
    case WHO_ANYBODY:
        better = rewrite_verb(rewriter, reading->base, VERB_IT);
        if (better.bytes > 0)
            better = str_format(rewriter->arena, "kun joku %.*s", STR_ARG(better));
        break;
    }
    return rewrite_arrow(rewriter->arena, word_of(rewriter, analysis, token), better);
}

struct str rewrite_manner(const struct rewriter *rewriter, const struct analysis *analysis,
                          size_t token)
{
    const struct word_reading *reading = rewrite_reading(
        &analysis->tokens[token],
        (struct trait){ .moods = ONE_OF(MOOD_MA_INFINITIVE), .cases = ONE_OF(CASE_ADESSIVE) });
    if (!reading || who_does(analysis, token) != WHO_READER)
        return (struct str){ 0 };
    return rewrite_arrow(rewriter->arena, word_of(rewriter, analysis, token),
                         request(rewriter, reading->base));
}

/* What the sender or the reader does not do: "emme järjestä", "älä palauta". */
static struct str denied(const struct rewriter *rewriter, struct str verb, bool reader)
{
    struct str form = rewrite_verb(rewriter, verb, VERB_DO);
    if (form.bytes == 0)
        return form;
    return str_format(rewriter->arena, "%s %.*s", reader ? "älä" : "emme", STR_ARG(form));
}

struct str rewrite_passive(const struct rewriter *rewriter, const struct analysis *analysis,
                           size_t token)
{
    const struct token *word = &analysis->tokens[token];
    const struct word_reading *reading =
        rewrite_reading(word, (struct trait){ .persons = ONE_OF(PERSON_PASSIVE),
                                              .moods = ONE_OF(MOOD_INDICATIVE),
                                              .tenses = ONE_OF(TENSE_PRESENT) });
    enum who who = reading ? who_does(analysis, token) : WHO_ANYBODY;
    struct str was = word_of(rewriter, analysis, token), better;
    if (who == WHO_ANYBODY)
        return (struct str){ 0 };
    if (token > 0 && word[-1].sentence == word->sentence && token_has_base(word - 1, "ei")) {
        was = str_format(rewriter->arena, "ei %.*s", STR_ARG(word->form));
        better = denied(rewriter, reading->base, who == WHO_READER);
    } else if (who == WHO_READER) {
        better = request(rewriter, reading->base);
    } else {
        better = rewrite_verb(rewriter, reading->base, VERB_WE);
    }
    return rewrite_arrow(rewriter->arena, was, better);
}

/* The ordinary form with the person and number of a reading. */
static enum verb_form form_of(const struct word_reading *reading)
{
    bool many = reading->number == NUMBER_PLURAL;
    switch (reading->person) {
    case PERSON_FIRST:
        return many ? VERB_WE : VERB_I;
    case PERSON_SECOND:
        return many ? VERB_YOU_ALL : VERB_YOU;
    case PERSON_PASSIVE:
        return VERB_IS_DONE;
    default:
        return many ? VERB_THEY : VERB_IT;
    }
}

struct str rewrite_mood(const struct rewriter *rewriter, const struct analysis *analysis,
                        size_t token)
{
    const struct word_reading *reading = rewrite_reading(
        &analysis->tokens[token],
        (struct trait){ .moods = ONE_OF(MOOD_POTENTIAL) | ONE_OF(MOOD_CONDITIONAL) });
    if (!reading)
        return (struct str){ 0 };
    struct str plain = rewrite_verb(rewriter, reading->base, form_of(reading));
    if (plain.bytes > 0 && reading->mood == MOOD_POTENTIAL)
        plain = str_join(rewriter->arena, plain, STR(" ehkä"));
    return rewrite_arrow(rewriter->arena, word_of(rewriter, analysis, token), plain);
}
