/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who speaks to whom: passives that hide the doer, a text that never says "you". Both are advice
 * only: they do not tell easy texts from hard ones.
 */
#include "language/rewrite_action.h"
#include "rules/plain_find.h"

#define VERBS_LEAST 3    /* of fewer, a share says nothing */
#define PASSIVES_LEAST 2 /* Swedish and English: by the shape of words, so one may be none */

static const struct token *at(const struct plain *plain, size_t token)
{
    return &plain->analysis->tokens[token];
}

/* The passive verbs of a Finnish text, when they are more than the rule's share of all verbs. */
static size_t finnish_passives(const struct plain *plain, size_t **ret_tokens)
{
    size_t *tokens = NULL, count = 0, verbs = 0;
    for (size_t i = 0; i < plain->analysis->token_count; i++) {
        verbs += token_is_finite(at(plain, i));
        if (token_is_passive(at(plain, i)) && !plain_is_exempt(plain, i))
            *ARENA_PUSH(plain->arena, tokens, count) = i;
    }
    double share = report_limit(plain->report, plain->rule) / 100;
    *ret_tokens = tokens;
    return verbs >= VERBS_LEAST && (double)count > share * (double)verbs ? count : 0;
}

static bool ends_in_one_of(struct str word, const char *endings)
{
    struct str rest = str_of(endings), ending;
    while (str_next(&rest, ',', &ending)) {
        if (word.bytes > ending.bytes + 1 &&
            str_equal(str_slice(word, word.bytes - ending.bytes, ending.bytes), ending))
            return true;
    }
    return false;
}

/* "betalas", "anordnades": a guess by the last letters. */
static bool is_swedish_passive(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token);
    return word->kind == TOKEN_WORD && word->letters > 4 &&
           !(word->flags & (TOKEN_NAME | TOKEN_CAPITAL)) &&
           ends_in_one_of(word->lower, "as,ades,ats,äljs,öljs,örs,ivs,åls,etts,ills");
}

#define BE_WORDS "is,are,was,were,be,been,being"
#define DONE_WORDS                                                                                 \
    "made,given,held,paid,taken,sent,done,run,led,told,kept,found,written,shown,built,brought,"    \
    "chosen,known,meant,put,set,seen,sold,taught,understood,spoken,offered"

/* A form of be and, at most a word behind it, what was done. */
static bool is_english_passive(const struct plain *plain, size_t token)
{
    const struct token *word = at(plain, token);
    if (word->kind != TOKEN_WORD ||
        !(ends_in_one_of(word->lower, "ed") || str_list_has(str_of(DONE_WORDS), word->lower)))
        return false;
    for (size_t back = 1; back <= 2 && back <= token; back++) {
        const struct token *be = at(plain, token - back);
        if (be->sentence == word->sentence && str_list_has(str_of(BE_WORDS), be->lower))
            return true;
    }
    return false;
}

static size_t other_passives(const struct plain *plain, size_t **ret_tokens)
{
    bool swedish = plain->analysis->language == LANGUAGE_SV;
    size_t *tokens = NULL, count = 0;
    for (size_t i = 0; i < plain->analysis->token_count; i++) {
        bool passive = swedish ? is_swedish_passive(plain, i) : is_english_passive(plain, i);
        if (passive && !plain_is_exempt(plain, i))
            *ARENA_PUSH(plain->arena, tokens, count) = i;
    }
    *ret_tokens = tokens;
    return count >= PASSIVES_LEAST ? count : 0;
}

void rule_passive(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    size_t *tokens;
    if (!plain_begin(input, report, RULE_PASSIVE, PLAIN_ALL | PLAIN_MORPHOLOGY, &plain))
        return;
    bool finnish = plain.analysis->language == LANGUAGE_FI;
    size_t count = finnish ? finnish_passives(&plain, &tokens) : other_passives(&plain, &tokens);
    if (count == 0)
        return;
    struct str made = { 0 };
    for (size_t i = 0; finnish && i < count && made.bytes == 0; i++)
        made = rewrite_passive(&plain.rewriter, plain.analysis, tokens[i]);
    struct plain_hit *hit = plain_note(&plain, &hits, FINDING_PASSIVE_MANY, tokens[0], tokens[0]);
    hit->found = str_format(plain.arena, "%zu", count);
    plain_arg(hit, plain_words(&plain, tokens, count));
    plain_arg_example(&plain, hit, made);
    plain_tell(&plain, &hits);
}

/* A verb or an ending that can only mean the reader. */
static bool is_second_person(const struct token *token)
{
    struct trait verb = { .moods = ONE_OF(MOOD_INDICATIVE) | ONE_OF(MOOD_CONDITIONAL),
                          .persons = ONE_OF(PERSON_SECOND) };
    struct trait request = { .moods = ONE_OF(MOOD_IMPERATIVE), .persons = ONE_OF(PERSON_SECOND) };
    struct trait yours = { .possessives =
                               ONE_OF(POSSESSIVE_SECOND) | ONE_OF(POSSESSIVE_YOUR_PLURAL) };
    bool first = token->flags & TOKEN_SENTENCE_START;
    return token_all(token, verb) || token_any(token, yours) ||
           (first && token_any(token, request));
}

/* Words that say "you", and requests where no dictionary tells: the list of the rule. */
static bool speaks_to_reader(const struct plain *plain, size_t token)
{
    return is_second_person(at(plain, token)) ||
           analysis_find(plain->analysis, plain_list(plain), token, NULL) != NULL;
}

/* Something that a reader may do: sign up, call, come. */
static bool has_call(const struct announcement *announcement)
{
    return announcement->has_signup || announcement->contact_count > 0 ||
           announcement_is_occasion(announcement);
}

void rule_no_direct_address(const struct rule_input *input, struct report *report)
{
    struct plain plain;
    struct plain_hits hits = { 0 };
    unsigned needs = PLAIN_ALL | PLAIN_LISTS | PLAIN_MORPHOLOGY;
    if (!plain_begin(input, report, RULE_NO_DIRECT_ADDRESS, needs, &plain))
        return;
    if ((double)plain.analysis->words <= report_limit(report, plain.rule) ||
        !has_call(input->announcement))
        return;
    for (size_t i = 0; i < plain.analysis->token_count; i++)
        if (speaks_to_reader(&plain, i))
            return;
    struct plain_hit *hit =
        plain_note(&plain, &hits, FINDING_ADDRESS_NONE, PLAIN_WHOLE, PLAIN_WHOLE);
    plain_arg_example(&plain, hit, (struct str){ 0 });
    plain_tell(&plain, &hits);
}
