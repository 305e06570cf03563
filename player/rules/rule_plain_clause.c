/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finnish forms of verbs that stand for a clause, or hide who does what. What is advised is what
 * people say aloud.
 */
#include "language/rewrite_action.h"
#include "language/rewrite_clause.h"
#include "language/rewrite_word.h"
#include "rules/plain_find.h"

typedef bool find_fn(const struct plain *plain, size_t token);
typedef struct str example_fn(const struct rewriter *rewriter, const struct analysis *analysis,
                              size_t token);

/* A rule that looks for a form of a word and shows another one. */
struct form_rule {
    enum rule rule;
    enum finding_code code;
    find_fn *find;
    example_fn *example;
};

static void check_forms(const struct rule_input *input, struct report *report,
                        const struct form_rule *rule)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, rule->rule, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!rule->find(&plain, i))
            continue;
        struct plain_hit *hit = plain_note(&plain, &hits, rule->code, i, i);
        plain_arg_words(&plain, hit);
        plain_arg_example(&plain, hit, rule->example(&plain.rewriter, plain.analysis, i));
    }
    plain_tell(&plain, &hits);
}

/* "tullen" is how something is done, "tullessa" is when. */
static bool is_how(const struct plain *plain, size_t token)
{
    return str_ends(plain->analysis->tokens[token].lower, "en");
}

void rule_time_clause_e(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_TIME_CLAUSE_E, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!plain_is_e_infinitive(&plain, i))
            continue;
        bool how = is_how(&plain, i);
        struct plain_hit *hit =
            plain_note(&plain, &hits, how ? FINDING_MANNER_E : FINDING_TIME_E, i, i);
        plain_arg_words(&plain, hit);
        if (how)
            plain_arg(hit, STR("Tulimme juosten. → Tulimme. Me juoksimme."));
        else
            plain_arg_example(&plain, hit, rewrite_when(&plain.rewriter, plain.analysis, i));
    }
    plain_tell(&plain, &hits);
}

void rule_time_clause_tehtyaan(const struct rule_input *input, struct report *report)
{
    static const struct form_rule rule = { RULE_TIME_CLAUSE_TEHTYAAN, FINDING_TIME_TEHTYAAN,
                                           plain_is_tehtyaan, rewrite_after };
    check_forms(input, report, &rule);
}

static bool is_judged(const struct plain *plain, size_t token)
{
    return plain->analysis->tokens[token].kind == TOKEN_WORD && !plain_is_exempt(plain, token);
}

static bool is_purpose(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) &&
           token_any(&plain->analysis->tokens[token],
                     (struct trait){ .moods = ONE_OF(MOOD_A_INFINITIVE),
                                     .possessives = ~ONE_OF(POSSESSIVE_NONE) });
}

void rule_purpose_clause(const struct rule_input *input, struct report *report)
{
    static const struct form_rule rule = { RULE_PURPOSE_CLAUSE, FINDING_PURPOSE, is_purpose,
                                           rewrite_purpose };
    check_forms(input, report, &rule);
}

/* "ottamalla yhteyttä" has its plain words in the list of officialese. */
static bool is_official(const struct plain *plain, size_t token)
{
    const struct analysis *analysis = plain->analysis;
    const struct word_list *list =
        kit_list(analysis->kit, rule_info(RULE_OFFICIALESE)->id, analysis->language);
    return analysis_find(analysis, list, token, NULL) != NULL;
}

static bool is_manner(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) && !is_official(plain, token) &&
           token_any(&plain->analysis->tokens[token],
                     (struct trait){ .moods = ONE_OF(MOOD_MA_INFINITIVE),
                                     .cases = ONE_OF(CASE_ADESSIVE) | ONE_OF(CASE_ABESSIVE) });
}

void rule_manner_tekemalla(const struct rule_input *input, struct report *report)
{
    static const struct form_rule rule = { RULE_MANNER_TEKEMALLA, FINDING_MANNER, is_manner,
                                           rewrite_manner };
    check_forms(input, report, &rule);
}

void rule_potential_mood(const struct rule_input *input, struct report *report)
{
    static const struct form_rule rule = { RULE_POTENTIAL_MOOD, FINDING_POTENTIAL,
                                           plain_is_potential, rewrite_mood };
    check_forms(input, report, &rule);
}

static bool is_conditional(const struct plain *plain, size_t token)
{
    return is_judged(plain, token) &&
           token_all(&plain->analysis->tokens[token],
                     (struct trait){ .moods = ONE_OF(MOOD_CONDITIONAL) });
}

void rule_conditional_mood(const struct rule_input *input, struct report *report)
{
    static const struct form_rule rule = { RULE_CONDITIONAL_MOOD, FINDING_CONDITIONAL,
                                           is_conditional, rewrite_mood };
    check_forms(input, report, &rule);
}

/* The words of a sentence in -minen; one is a hint, several warn. */
static void note_minen(const struct plain *plain, const struct sentence *sentence,
                       struct plain_hits *hits)
{
    size_t *tokens = NULL, count = 0;
    for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++) {
        if (plain_is_minen(plain, i))
            *ARENA_PUSH(plain->arena, tokens, count) = i;
    }
    if (count == 0)
        return;
    bool many = (double)count >= report_limit(plain->report, plain->rule);
    struct plain_hit *hit = plain_note(plain, hits, many ? FINDING_MINEN_MANY : FINDING_MINEN,
                                       tokens[0], tokens[many ? count - 1 : 0]);
    plain_arg(hit, plain_words(plain, tokens, count));
    plain_arg_example(plain, hit, rewrite_minen(&plain->rewriter, plain->analysis, tokens[0]));
}

void rule_nominalisation_minen(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    if (!plain_begin(input, report, RULE_NOMINALISATION, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->sentence_count; i++)
        note_minen(&plain, &plain.analysis->sentences[i], &hits);
    plain_tell(&plain, &hits);
}

static bool is_rare_case(const struct plain *plain, size_t token)
{
    struct trait rare = { .classes = ONE_OF(CLASS_NOUN) | ONE_OF(CLASS_NOUN_ADJECTIVE),
                          .cases = ONE_OF(CASE_ABESSIVE) | ONE_OF(CASE_COMITATIVE),
                          .moods = ONE_OF(MOOD_NONE),
                          .participles = ONE_OF(PARTICIPLE_NONE) };
    return is_judged(plain, token) && token_all(&plain->analysis->tokens[token], rare);
}

void rule_rare_case(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    struct str word;
    if (!plain_begin(input, report, RULE_RARE_CASE, PLAIN_FI | PLAIN_MORPHOLOGY, &plain))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++) {
        if (!is_rare_case(&plain, i))
            continue;
        struct str made = rewrite_case(&plain.rewriter, plain.analysis, i, &word);
        struct plain_hit *hit = plain_note(&plain, &hits, FINDING_CASE_RARE, i, i);
        plain_arg_words(&plain, hit);
        plain_arg(hit, word);
        plain_arg_example(&plain, hit, made);
    }
    plain_tell(&plain, &hits);
}
