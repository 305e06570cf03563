/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * overall-score: the text as a whole. A number alone helps nobody, so the finding names the three
 * largest parts and the words that made them. It never says that a text is easy language: that is
 * for people to say.
 */
#include "language/score.h"
#include "rules/rule_set.h"

#define PARTS_SHOWN 3
#define WORDS_SHOWN 5
#define SENTENCE_WORDS_SHOWN 6
#define MET_SHARE 0.5               /* a part below it counts as met */
#define WORDS_TEXT_BYTES 600        /* of the words in one finding */
#define SCORE_BYTES_MAX (32u << 20) /* many times what measuring the longest text takes */

/* What is said of each part, and with which numbers. */
static const struct part_text {
    enum finding_code code;
    bool value; /* its value is told, first */
    bool words; /* the words that made it are, behind it; of "explaining" more would be better */
} part_texts[FEATURE_COUNT] = {
    [FEATURE_MEAN_SENTENCE] = { FINDING_SCORE_MEAN, true, false },
    [FEATURE_LONGEST_SENTENCE] = { FINDING_SCORE_LONGEST, true, true },
    [FEATURE_RARE_WORDS] = { FINDING_SCORE_RARE, false, true },
    [FEATURE_LONG_WORDS] = { FINDING_SCORE_LONG_WORDS, false, true },
    [FEATURE_PARTICIPLES] = { FINDING_SCORE_PARTICIPLES, false, true },
    [FEATURE_FINITE_VERBS] = { FINDING_SCORE_VERBS, false, false },
    [FEATURE_OFFICIALESE] = { FINDING_SCORE_OFFICIAL, false, true },
    [FEATURE_EXPLAINING] = { FINDING_SCORE_EXPLAINING, false, false },
    [FEATURE_NOUN_RUN] = { FINDING_SCORE_NOUN_RUN, false, true },
    [FEATURE_GENITIVE_RUNS] = { FINDING_SCORE_GENITIVE, false, true },
    [FEATURE_CLAUSE_SUBSTITUTES] = { FINDING_SCORE_CLAUSE, false, true },
    [FEATURE_LIX] = { FINDING_SCORE_LIX, false, false },
    [FEATURE_PASSIVES] = { FINDING_SCORE_PASSIVES, false, true },
    [FEATURE_ABSTRACT_WORDS] = { FINDING_SCORE_ABSTRACT, false, true },
    [FEATURE_COMMAS] = { FINDING_SCORE_COMMAS, false, false },
};

/* The words as the sender wrote them; a sentence by its first words. */
static void add_words(struct text *to, const struct analysis *analysis, size_t token, size_t length)
{
    const struct token *first = &analysis->tokens[token];
    size_t shown = length > SENTENCE_WORDS_SHOWN ? SENTENCE_WORDS_SHOWN : length;
    const struct token *last = first + (shown > 0 ? shown - 1 : 0);
    struct str text = analysis->parts[first->part].text;
    text_add(to, str_slice(text, first->from, last->from + last->bytes - first->from));
    if (shown < length)
        text_add_c(to, " …");
}

static struct str words_of(struct arena *arena, const struct analysis *analysis,
                           const struct measure_of *measure)
{
    struct text text = text_new(arena, WORDS_TEXT_BYTES);
    size_t shown = measure->token_count < WORDS_SHOWN ? measure->token_count : WORDS_SHOWN;
    for (size_t i = 0; i < shown; i++) {
        text_add_c(&text, i > 0 ? ", " : "");
        add_words(&text, analysis, measure->tokens[i], measure->lengths[i]);
    }
    text_add_c(&text, shown < measure->token_count ? " …" : "");
    return text_str(&text);
}

/* A finding about some tokens that stand in one part. */
static struct finding *add_at(const struct rule_input *input, enum finding_code code, size_t token,
                              size_t length, struct report *report)
{
    const struct token *first = &input->analysis->tokens[token];
    const struct token *last = first + (length > 0 ? length - 1 : 0);
    const struct part *part = &input->analysis->parts[first->part];
    size_t bytes = length > 0 ? last->from + last->bytes - first->from : 0;
    return rule_add(input, &input->texts[part->source], first->from, bytes, code, report);
}

/* The first token of lead or body: where a finding about the whole text stands. */
static size_t first_scored(const struct analysis *analysis)
{
    size_t at = 0;
    while (at + 1 < analysis->token_count &&
           !part_is_scored(analysis->parts[analysis->tokens[at].part].kind))
        at++;
    return at;
}

static void tell_part(const struct rule_input *input, const struct score_part *part,
                      struct report *report)
{
    const struct part_text *text = &part_texts[part->feature];
    const struct measure_of *measure = part->measure;
    bool places = text->words && measure->token_count > 0;
    size_t token = places ? measure->tokens[0] : first_scored(input->analysis);
    struct finding *finding =
        add_at(input, text->code, token, places ? measure->lengths[0] : 0, report);
    struct str value = str_format(report->arena, "%.0f", measure->value);
    if (text->value)
        finding_arg(report, finding, value);
    if (text->words)
        finding_arg(report, finding, words_of(report->arena, input->analysis, measure));
}

static size_t parts_met(const struct score *score)
{
    size_t met = 0;
    for (size_t i = 0; i < score->part_count; i++)
        met += score->parts[i].share < MET_SHARE;
    return met;
}

static void tell_score(const struct rule_input *input, const struct score *score,
                       struct report *report)
{
    bool blocks = score->level == SCORE_BLOCK;
    struct finding *finding = add_at(input, blocks ? FINDING_SCORE_TOO_HARD : FINDING_SCORE_HARD,
                                     first_scored(input->analysis), 0, report);
    finding->found = str_format(report->arena, "%.0f", score->value);
    finding->limit = str_format(report->arena, "%.0f", blocks ? score->block : score->warn);
    finding_arg(report, finding, finding->found);
    finding_arg(report, finding, finding->limit);
    finding_number(report, finding, (long)parts_met(score));
    finding_number(report, finding, (long)score->part_count);
    for (size_t i = 0; i < PARTS_SHOWN && i < score->part_count; i++) {
        if (score->parts[i].share > 0)
            tell_part(input, &score->parts[i], report);
    }
}

static void tell_language(const struct rule_input *input, struct report *report)
{
    enum language looks = input->analysis->looks_like, says = input->analysis->language;
    struct finding *finding =
        add_at(input, FINDING_SCORE_OTHER_LANGUAGE, first_scored(input->analysis), 0, report);
    finding_arg(report, finding, str_of(language_own_name(looks)));
    finding_arg(report, finding, str_of(language_own_name(says)));
    finding_arg(report, finding, str_of(language_tag(looks)));
}

static bool can_run(const struct rule_input *input, struct report *report)
{
    enum lack lack = LACK_NONE;
    if (!input->language)
        lack = LACK_WORD_LISTS;
    else if (input->analysis->language == LANGUAGE_FI && !input->analysis->morphology)
        lack = LACK_VOIKKO;
    if (lack != LACK_NONE)
        report_skip(report, RULE_OVERALL_SCORE, lack);
    return lack == LACK_NONE;
}

void rule_overall_score(const struct rule_input *input, struct report *report)
{
    const struct analysis *analysis = input->analysis;
    if (!analysis)
        return;
    report->words = (int)analysis->words;
    if (!can_run(input, report))
        return;
    if (analysis->looks_like != analysis->language) {
        tell_language(input, report);
        return;
    }
    struct arena *scratch = arena_new(SCORE_BYTES_MAX);
    struct score score = score_make(analysis, features_make(scratch, analysis));
    if (score.level != SCORE_NONE)
        report->score = score.value;
    if (score.level == SCORE_WARN || score.level == SCORE_BLOCK)
        tell_score(input, &score, report);
    arena_free(scratch);
}
