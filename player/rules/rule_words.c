/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Selling, parties, collections, cures and respect, by the lists of content-schema/words/. A word
 * is found by its base form, never as a piece of another: "tarjoamme tukea" is no "tarjous". The
 * second column of a list says what else must be so (README.md there).
 */
#include "rules/money.h"
#include "rules/plain.h"
#include "rules/search_text.h"
#include "rules/words.h"

/* One walk over a text with one list. */
struct walk {
    struct plain plain;
    const struct word_list *list;
    struct plain_hits hits;
};

typedef void word_fn(struct walk *walk, const struct word_row *row, size_t first, size_t last);

/* Is this one of the words of a row's second column? */
static bool says(const struct word_row *row, const char *word)
{
    struct str rest = row->answer, one;
    while (str_next(&rest, ' ', &one))
        if (str_is(one, word))
            return true;
    return false;
}

/* The rule's own list; false when there is nothing to do. Notes what could not be looked for. */
static bool walk_begin(const struct rule_input *input, struct report *report, enum rule rule,
                       struct walk *ret_walk)
{
    struct walk walk = { .hits = { 0 } };
    if (!plain_begin(input, report, rule, PLAIN_ALL | PLAIN_LISTS, &walk.plain))
        return false;
    if (walk.plain.analysis->language == LANGUAGE_FI && !walk.plain.analysis->morphology)
        report_skip(report, rule, LACK_VOIKKO); /* forms that stand in the list are still found */
    walk.list = plain_list(&walk.plain);
    *ret_walk = walk;
    return true;
}

/* Calls `take` for every row that is found; what a row took is not looked at again. */
static void walk_words(struct walk *walk, const struct analysis *analysis, word_fn *take)
{
    for (size_t at = 0; at < analysis->token_count;) {
        size_t count = 1;
        const struct word_row *row = NULL;
        if (token_counts(&analysis->tokens[at]))
            row = analysis_find(analysis, walk->list, at, &count);
        bool starts = analysis->tokens[at].flags & TOKEN_SENTENCE_START;
        if (row && !says(row, "allowed") && (starts || !says(row, "first")))
            take(walk, row, at, at + count - 1);
        at += row ? count : 1;
    }
}

/* The same words of the list stand in this sentence, as `kind` in the second column. */
static bool sentence_says(const struct walk *walk, size_t token, const char *kind)
{
    const struct analysis *analysis = walk->plain.analysis;
    const struct sentence *sentence = &analysis->sentences[analysis->tokens[token].sentence];
    for (size_t i = sentence->first; i < plain_sentence_end(sentence); i++) {
        const struct word_row *row = analysis_find(analysis, walk->list, i, NULL);
        if (row && says(row, kind))
            return true;
    }
    return false;
}

static void note(struct walk *walk, enum finding_code code, size_t first, size_t last)
{
    plain_arg_words(&walk->plain, plain_note(&walk->plain, &walk->hits, code, first, last));
}

bool words_say(const struct rule_input *input, struct arena *arena, struct str text,
               const char *name, const char *kind)
{
    enum language language = input->announcement->language;
    const struct word_list *list = kit_list(input->language, name, language);
    struct part part = { .kind = PART_FACT, .text = text };
    const struct analysis_input one = { .language = language, .parts = &part, .part_count = 1 };
    if (!list || text.bytes == 0)
        return false;
    const struct analysis *analysis = analysis_make(arena, input->language, &one);
    for (size_t at = 0; at < analysis->token_count; at++) {
        const struct word_row *row = analysis_find(analysis, list, at, NULL);
        if (row && says(row, kind))
            return true;
    }
    return false;
}

/* ---- selling ------------------------------------------------------------------------------- */

static void take_selling(struct walk *walk, const struct word_row *row, size_t first, size_t last)
{
    (void)row;
    note(walk, FINDING_WORDS_SELL, first, last);
}

/* "-20 %", but not "10–20 %": the end behind the sign, or 0. */
static size_t cut_end(const struct search_text *text, size_t at)
{
    int number;
    size_t before = search_skip_spaces_back(text, at), next = at + 1;
    bool range =
        before > 0 && (search_is_digit(text, before - 1) || text->points[before - 1] == '%');
    bool inside = at > 0 && search_is_letter(text, at - 1);
    size_t digits = search_number(text, next, 3, &number);
    next = search_skip_spaces(text, next + digits);
    bool percent = search_point(text, next) == '%';
    return search_is_dash(search_point(text, at)) && !range && !inside && digits > 0 && percent
               ? next + 1
               : 0;
}

static void find_cuts(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++) {
        if (input->texts[i].kind != SENDER_TEXT && input->texts[i].kind != SENDER_ALT)
            continue;
        struct search_text text = search_text_of(report->arena, &input->texts[i]);
        for (size_t at = 0; at < text.count; at++) {
            size_t end = cut_end(&text, at);
            if (end == 0)
                continue;
            struct finding *finding =
                rule_add(input, &input->texts[i], text.bytes[at], text.bytes[end] - text.bytes[at],
                         FINDING_PRICE_CUT, report);
            finding_arg(report, finding, finding->span);
            return; /* one is enough */
        }
    }
}

void rule_commercial_words(const struct rule_input *input, struct report *report)
{
    struct walk walk;
    find_cuts(input, report);
    if (!walk_begin(input, report, RULE_COMMERCIAL_WORDS, &walk))
        return;
    walk_words(&walk, input->analysis, take_selling);
    plain_tell(&walk.plain, &walk.hits);
}

/* ---- parties ------------------------------------------------------------------------------- */

static void take_party(struct walk *walk, const struct word_row *row, size_t first, size_t last)
{
    static const struct {
        const char *kind;
        enum finding_code code;
    } kinds[] = {
        { "party", FINDING_PARTY_NAMED },
        { "election", FINDING_VOTE_ASKED },
        { "named", FINDING_ELECTION_NAMED },
    };
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (says(row, kinds[i].kind))
            note(walk, kinds[i].code, first, last);
}

/* A party as the organiser: names of organisations are not among the judged texts. */
static void find_organisers(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    const char *list = rule_info(RULE_PARTY_POLITICAL)->id;
    for (size_t i = 0; i < announcement->author_count; i++) {
        struct str name = announcement->authors[i].name;
        if (!words_say(input, report->arena, name, list, "party"))
            continue;
        struct place place = rule_place(input, "author name");
        finding_arg(report, report_add(report, FINDING_PARTY_NAMED, place), name);
        return;
    }
}

void rule_party_political(const struct rule_input *input, struct report *report)
{
    struct walk walk;
    if (!walk_begin(input, report, RULE_PARTY_POLITICAL, &walk))
        return;
    walk_words(&walk, input->analysis, take_party);
    plain_tell(&walk.plain, &walk.hits);
    find_organisers(input, report);
}

/* ---- collections --------------------------------------------------------------------------- */

/* "Lahjoita lelu" asks for no money. */
static void take_money(struct walk *walk, const struct word_row *row, size_t first, size_t last)
{
    if (says(row, "money") && !sentence_says(walk, first, "goods"))
        note(walk, FINDING_MONEY_ASKED, first, last);
}

void rule_fundraising_words(const struct rule_input *input, struct report *report)
{
    struct walk walk;
    bool found = report_has_code(report, FINDING_MONEY_ACCOUNT) ||
                 report_has_code(report, FINDING_MONEY_MOBILEPAY);
    if (found || money_has_permission(input) || !walk_begin(input, report, RULE_FUNDRAISING, &walk))
        return;
    walk_words(&walk, input->analysis, take_money);
    plain_tell(&walk.plain, &walk.hits);
}

/* ---- cures --------------------------------------------------------------------------------- */

static void take_cure(struct walk *walk, const struct word_row *row, size_t first, size_t last)
{
    if (says(row, "claim") || (says(row, "cure") && sentence_says(walk, first, "illness")))
        note(walk, FINDING_CURE_PROMISED, first, last);
}

/* "500 mg": only of a medicine does anybody tell so small a weight. */
static size_t dose_end(const struct search_text *text, size_t at)
{
    int number;
    bool starts = at == 0 || (!search_is_digit(text, at - 1) && !search_is_letter(text, at - 1));
    size_t digits = starts ? search_number(text, at, 5, &number) : 0;
    size_t word = search_skip_spaces(text, at + digits), end = search_word_end(text, word);
    return digits > 0 && search_is_one(text, word, end, "mg µg mikrog mikrogrammaa milligrammaa")
               ? end
               : 0;
}

static void find_doses(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++) {
        if (input->texts[i].kind != SENDER_TEXT)
            continue;
        struct search_text text = search_text_of(report->arena, &input->texts[i]);
        for (size_t at = 0; at < text.count; at++) {
            size_t end = dose_end(&text, at);
            if (end == 0)
                continue;
            struct finding *finding =
                rule_add(input, &input->texts[i], text.bytes[at], text.bytes[end] - text.bytes[at],
                         FINDING_MEDICINE_DOSE, report);
            finding_arg(report, finding, finding->span);
            return;
        }
    }
}

void rule_medical_claim(const struct rule_input *input, struct report *report)
{
    struct walk walk;
    find_doses(input, report);
    if (!walk_begin(input, report, RULE_MEDICAL_CLAIM, &walk))
        return;
    walk_words(&walk, input->analysis, take_cure);
    plain_tell(&walk.plain, &walk.hits);
}

/* ---- respect ------------------------------------------------------------------------------- */

/* The example of the row, which has the sender's sentence in it, else the better words. */
static void note_better(struct walk *walk, const struct word_row *row, enum finding_code code,
                        size_t first, size_t last)
{
    const struct plain *plain = &walk->plain;
    struct plain_hit *hit = plain_note(plain, &walk->hits, code, first, last);
    plain_arg_words(plain, hit);
    plain_arg(hit, str_find(row->note, STR("→")) >= 0 ? row->note : row->answer);
}

static void take_hurting(struct walk *walk, const struct word_row *row, size_t first, size_t last)
{
    note_better(walk, row, FINDING_WORD_HURTS, first, last);
}

static void take_hiding(struct walk *walk, const struct word_row *row, size_t first, size_t last)
{
    note_better(walk, row, FINDING_PERSON_FIRST, first, last);
}

#define PERSON_FIRST_LIST "person-first"

void rule_respectful_words(const struct rule_input *input, struct report *report)
{
    struct walk walk;
    if (!walk_begin(input, report, RULE_RESPECTFUL_WORDS, &walk))
        return;
    walk_words(&walk, input->analysis, take_hurting);
    walk.list = kit_list(input->analysis->kit, PERSON_FIRST_LIST, input->analysis->language);
    walk_words(&walk, input->analysis, take_hiding);
    plain_tell(&walk.plain, &walk.hits);
}
