/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the rules of plain language share: when one can run, and how it tells what it found. Only
 * for the .c files of this folder.
 */
#pragma once

#include "language/analysis.h"
#include "language/rewrite_form.h"
#include "rules/rule_set.h"

/* What a rule is for and what it needs: bits. */
enum plain_needs {
    PLAIN_FI = 1,
    PLAIN_SV = 2,
    PLAIN_EN = 4,
    PLAIN_ALL = PLAIN_FI | PLAIN_SV | PLAIN_EN,
    PLAIN_MORPHOLOGY = 8, /* of Finnish; other languages do without */
    PLAIN_LISTS = 16,     /* the word lists */
};

/* One rule at work on one notice. */
struct plain {
    const struct rule_input *input;
    const struct analysis *analysis;
    struct report *report;
    struct arena *arena; /* the report's */
    struct rewriter rewriter;
    enum rule rule;
};

/*
 * Begins a rule; false when it has nothing to do: another language, switched off, or something is
 * missing on this computer, which is then noted in the report.
 */
bool plain_begin(const struct rule_input *input, struct report *report, enum rule rule,
                 unsigned needs, struct plain *ret_plain);

/* The words list of this rule, of the notice's language; NULL for none. */
const struct word_list *plain_list(const struct plain *plain);

/* Is this word left in peace: by the list "exempt", as a name or as what a centre calls its own? */
bool plain_is_exempt(const struct plain *plain, size_t token);

#define PLAIN_SHOWN_MAX 3 /* findings a rule may have in a notice; who sees more, reads none */
#define PLAIN_HINTS_MAX 1 /* … and of those, hints */

/* One place where a rule was broken. */
struct plain_hit {
    enum finding_code code;
    size_t first, last; /* tokens; PLAIN_WHOLE for the whole text */
    struct str args[FINDING_ARGS_MAX];
    size_t arg_count;
    struct str found, limit;
};

#define PLAIN_WHOLE SIZE_MAX

struct plain_hits {
    struct plain_hit *at;
    size_t count;
};

/* Notes a place; valid until the next one is noted. */
struct plain_hit *plain_note(const struct plain *plain, struct plain_hits *hits,
                             enum finding_code code, size_t first, size_t last);

/* The same about a whole sentence. */
struct plain_hit *plain_note_sentence(const struct plain *plain, struct plain_hits *hits,
                                      enum finding_code code, size_t sentence);

/* Adds an argument ({0}, {1} … in turn), an empty one too. */
void plain_arg(struct plain_hit *hit, struct str value);

/* The words of the hit, as an argument. */
void plain_arg_words(const struct plain *plain, struct plain_hit *hit);

/* The example: what was made of the sender's words, else the model sentence of the rule. */
void plain_arg_example(const struct plain *plain, struct plain_hit *hit, struct str made);

/* A number as an argument, and as what was found. */
void plain_arg_count(const struct plain *plain, struct plain_hit *hit, size_t count);

/*
 * Makes findings of the places: each word once, the worst first, at most PLAIN_SHOWN_MAX of them
 * and PLAIN_HINTS_MAX hints; the last one tells how many there are beside them.
 */
void plain_tell(const struct plain *plain, const struct plain_hits *all);

/* A model sentence of a rule in a language, "" for none: plain_model.c. */
struct str plain_model(enum rule rule, enum language language);

#define PLAIN_LISTED_MAX 5

/* The words of some tokens with commas between, each once, at most PLAIN_LISTED_MAX. */
struct str plain_words(const struct plain *plain, const size_t *tokens, size_t count);

/* The tokens of sentences that are to be judged. */
static inline size_t plain_sentence_end(const struct sentence *sentence)
{
    return sentence->first + sentence->count;
}
