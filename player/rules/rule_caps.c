/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * all-caps: words in capitals have no shape by which a slow reader knows them. Names of
 * organisations and people are written as they are; so are short words, which may be
 * abbreviations, and the acronyms below. They neither count nor end a run.
 */
#include "base/utf8.h"
#include "rules/rule_set.h"
#include "rules/search_text.h"

#include <math.h>

#define CAPITAL_SHARE 0.8 /* of a word's letters; "VIIKOn" is still shouted */
#define SHORT_LETTERS 4
#define RUN_LETTERS_MAX 15

/* Longer acronyms that the text of an association may hold. */
static const char *const acronyms[] = {
    "COVID", "HLBTQ",  "HLBTIQ", "LHBTQ",  "LHBTQI", "LGBTQ",  "LGBTQI",
    "MIELI", "SOSPED", "SOSTE",  "UNESCO", "UNHCR",  "UNICEF",
};

enum caps_word { CAPS_NO, CAPS_NEUTRAL, CAPS_YES };

struct run {
    size_t start, end; /* points */
    long words, letters;
};

static bool is_acronym(const struct rule_input *input, struct str word)
{
    for (size_t i = 0; i < ARRAY_LEN(acronyms); i++)
        if (str_is(word, acronyms[i]))
            return true;
    for (size_t i = 0; i < input->profile->word_count; i++)
        if (str_equal(word, input->profile->words[i]))
            return true;
    return false;
}

/* The stem of "UNICEF:N", "(SOSTE)": what stands from the first letter to the first sign. */
static struct str stem_of(const struct search_text *text, size_t start, size_t end)
{
    while (start < end && !search_is_letter(text, start))
        start++;
    size_t stem_end = start;
    while (stem_end < end && search_is_letter(text, stem_end))
        stem_end++;
    return search_slice(text, start, stem_end);
}

static enum caps_word classify(const struct rule_input *input, const struct search_text *text,
                               size_t start, size_t end, long *ret_letters)
{
    long upper = 0, letters = 0;
    for (size_t i = start; i < end; i++) {
        upper += utf8_is_upper(text->points[i]);
        letters += search_is_letter(text, i);
    }
    *ret_letters = letters;
    if (letters == 0)
        return CAPS_NEUTRAL;
    if (!((double)upper > CAPITAL_SHARE * (double)letters))
        return CAPS_NO;
    struct str stem = stem_of(text, start, end);
    bool inflected = str_find_byte(search_slice(text, start, end), ':') >= 0;
    bool is_short = letters <= SHORT_LETTERS || (inflected && utf8_length(stem) <= SHORT_LETTERS);
    return is_short || is_acronym(input, stem) ? CAPS_NEUTRAL : CAPS_YES;
}

/* The next run from a point on; false when no more capitals come. */
static bool next_run(const struct rule_input *input, const struct search_text *text, size_t *at,
                     struct run *ret_run)
{
    struct run run = { 0 };
    while (*at < text->count) {
        size_t start = *at, end;
        if (utf8_is_space(text->points[start])) {
            (*at)++;
            continue;
        }
        for (end = start; end < text->count && !utf8_is_space(text->points[end]);)
            end++;
        long letters;
        enum caps_word word = classify(input, text, start, end, &letters);
        *at = end;
        if (word == CAPS_NO && run.words > 0)
            break;
        if (word != CAPS_YES)
            continue;
        if (run.words == 0)
            run.start = start;
        run.end = end;
        run.words++;
        run.letters += letters;
    }
    *ret_run = run;
    return run.words > 0;
}

/* The first run of a text that is too long; a text in capitals from end to end is one fault. */
static void check_text(const struct rule_input *input, const struct sender_text *sender,
                       struct report *report)
{
    long allowed = (long)report_limit(report, RULE_ALL_CAPS);
    struct search_text text = search_text_of(report->arena, sender);
    struct run run;
    for (size_t at = 0; next_run(input, &text, &at, &run);) {
        if (run.words <= allowed && run.letters <= RUN_LETTERS_MAX)
            continue;
        size_t from = text.bytes[run.start];
        struct finding *finding =
            rule_add(input, sender, from, text.bytes[run.end] - from, FINDING_CAPITALS, report);
        finding_arg(report, finding, search_slice(&text, run.start, run.end));
        finding->found = finding->span;
        return;
    }
}

/* Texts that stand on the slide and are not names. */
static const char *const judged[] = {
    "title", "summary", "content", "it:where extra", "it:audience", "it:cost", "it:signup",
};

void rule_all_caps(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->text_count; i++) {
        for (size_t j = 0; j < ARRAY_LEN(judged); j++)
            if (strcmp(input->texts[i].element, judged[j]) == 0)
                check_text(input, &input->texts[i], report);
    }
}
