/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text as rules see it: parts, sentences, tokens. Every token knows its bytes in the text that
 * the sender wrote; what is looked up is a cleaned copy of it.
 */
#pragma once

#include "language/kit.h"

enum part_kind {
    PART_TITLE,
    PART_LEAD,
    PART_PARAGRAPH,
    PART_HEADING, /* within the body: also a short paragraph without an end mark before others */
    PART_BULLET,
    PART_FACT, /* the sender's own words in a fact: for whom, price, how to sign up … */
};

/* One text of the sender. */
struct part {
    enum part_kind kind;
    struct str text; /* as written */
    size_t source;   /* the caller's own number for it: rules use the index in rule_input's texts */
};

/* X(CODE): kinds of tokens. Those up to EMAIL count as one word of a sentence. */
enum token_kind {
    TOKEN_WORD,
    TOKEN_NUMBER,      /* 3, 1 200, 37,4, 4., 50 %, IV: with its sign */
    TOKEN_PHONE,       /* 040 123 4567 */
    TOKEN_PRICE,       /* 5 €, 12,50 euroa is two tokens: number and word */
    TOKEN_DATE,        /* 1.12., 24.12.2026, 2.–8.4. */
    TOKEN_TIME,        /* 17.30, 9–15, 17:30 */
    TOKEN_URL,         /* www.esim.fi/apu, https://… */
    TOKEN_EMAIL,       /* nimi@yhdistys.example.fi */
    TOKEN_PUNCTUATION, /* . , ; : ! ? ( ) / quotes and dashes: one mark a token, "..." is one */
    TOKEN_SYMBOL,      /* emoji and other signs: no words */
};

/* Flags of a token: bits. */
enum token_flag {
    TOKEN_SENTENCE_START = 1 << 0, /* first word of its sentence: its capital says nothing */
    TOKEN_CAPITAL = 1 << 1,        /* begins with a capital */
    TOKEN_ALL_CAPS = 1 << 2,       /* two letters at least, all capitals */
    TOKEN_ACRONYM = 1 << 3,        /* THL, THL:n, SPR: two to six capitals, perhaps with a suffix */
    TOKEN_NAME = 1 << 4, /* a name class, or a capital inside a sentence, or in the sender's name */
    TOKEN_COMMON = 1 << 5,  /* among the everyday words of its language (list "everyday") */
    TOKEN_DOMAIN = 1 << 6,  /* in the list "rare-word" or among the centre's own words */
    TOKEN_UNKNOWN = 1 << 7, /* Finnish word without a reading (also without its :suffix) */
    TOKEN_EXEMPT = 1 << 8, /* name, acronym, abbreviation, numeral: never rare and never too long */
    TOKEN_ABBREVIATION = 1 << 9,  /* of the list "abbreviation"; its stop is in `bytes` */
    TOKEN_HYPHEN = 1 << 10,       /* begins or ends with a hyphen: "sosiaali-" */
    TOKEN_QUOTED = 1 << 11,       /* inside quotation marks within its sentence */
    TOKEN_FOREIGN = 1 << 12,      /* letters of another script than its language's */
    TOKEN_STOP_FOLLOWS = 1 << 13, /* a full stop stands right behind it */
};

struct token {
    enum token_kind kind;
    unsigned flags;
    size_t part, sentence;    /* indexes into the analysis */
    size_t from, bytes;       /* in the part's text, as the sender wrote it */
    struct str form;          /* NFC, without soft hyphens and invisible signs; case as written */
    struct str lower;         /* the form in lower case; without ":n" of an acronym */
    struct str stem;          /* what was looked up: the form without ":n"; seams count in it */
    size_t letters;           /* letters and hyphens of the form, in code points */
    struct readings readings; /* Finnish words only; empty without morphology */
};

struct sentence {
    size_t part;
    size_t first, count; /* tokens */
    size_t words;        /* tokens that count as a word */
    size_t from, bytes;  /* in the part's text */
    bool label; /* heading, bullet or fact without an end mark: no verb is expected, skip verb rules
                 */
    bool complete; /* ends in . ! ? or … */
};

struct analysis {
    enum language language;
    enum language looks_like; /* the same, or another that it clearly is: rules have no business */
    bool morphology;          /* readings were looked for: Finnish, with the package */
    const struct language_kit *kit;
    const struct part
        *parts; /* headings found are told here: kinds may differ from what was given */
    size_t part_count;
    const struct sentence *sentences;
    size_t sentence_count;
    const struct token *tokens;
    size_t token_count;
    size_t words; /* of lead and body: what the score is of */
    bool broken;  /* something was no UTF-8 */
};

/* What is to be analysed. */
struct analysis_input {
    enum language language;
    const struct part *parts;
    size_t part_count;
    const struct str
        *names; /* of people, organisations and places: not judged, exempt in the text */
    size_t name_count;
    const struct str *own_words; /* the centre's: fine here, in base form */
    size_t own_word_count;
};

/*
 * Analyses a text; never fails. Everything is in the arena; the parts' texts are pointed into.
 *
 * kit  may be NULL: tokens and sentences alone. Time and memory grow with the bytes of the text.
 */
const struct analysis *analysis_make(struct arena *arena, const struct language_kit *kit,
                                     const struct analysis_input *input) NODISCARD;

/* True for what counts as a word in the length of a sentence: words, numbers, addresses. */
bool token_counts(const struct token *token);

/* True for lead and body, which the score is of (no title, no facts). */
bool part_is_scored(enum part_kind kind);

/*
 * A trait that readings have or not: sets of values, made with ONE_OF; 0: whatever. Several sets
 * must all hold. ONE_OF(MOOD_NONE) asks for readings without a mood.
 *
 *     token_all(token, (struct trait){ .moods = ONE_OF(MOOD_E_INFINITIVE) })
 *     token_any(token, (struct trait){ .moods = ONE_OF(MOOD_MA_INFINITIVE),
 *                                      .cases = ONE_OF(CASE_ADESSIVE) | ONE_OF(CASE_ABESSIVE) })
 */
struct trait {
    unsigned classes, cases, moods, participles, possessives, persons, numbers, comparisons;
    unsigned negatives, tenses;
};

#define ONE_OF(value) (1u << (value))

bool reading_has(const struct word_reading *reading, struct trait trait);

/* Some reading has it. */
bool token_any(const struct token *token, struct trait trait);

/* There are readings and all of them have it. */
bool token_all(const struct token *token, struct trait trait);

/* Some reading has this base form (lower case in both). */
bool token_has_base(const struct token *token, const char *base);

/* The base form of the first reading, else the lower-case form: one word, however it is bent. */
struct str token_lemma(const struct token *token);

/* Fewest compound parts; 1 without a reading. */
unsigned token_parts(const struct token *token);

/*
 * The tests of the catalogue, with its exceptions:
 * finite      any reading of a finite verb, but not `eli` and the subordinators
 * genitive    all readings
 * noun-like   all readings are nouns, adjectives, names or numerals: for runs of nouns
 * subordinator että jotta koska kun jos vaikka and every form of joka
 * passive     all finite readings have the fourth person
 */
bool token_is_finite(const struct token *token);
bool token_is_genitive(const struct token *token);
bool token_is_nominal(const struct token *token);
bool token_is_subordinator(const struct token *token);
bool token_is_passive(const struct token *token);

/*
 * The row of a list with a term that begins at a token; NULL for none. Ask for the list once:
 * kit_list(analysis->kit, rule_info(RULE_…)->id, analysis->language).
 *
 * ret_tokens: how many tokens from this one it takes (may be NULL).
 */
const struct word_row *analysis_find(const struct analysis *analysis, const struct word_list *list,
                                     size_t token, size_t *ret_tokens);

/* True when the list "exempt" names this word for the rule of that id (answers: ids, spaces
 * between). */
bool analysis_is_exempt(const struct analysis *analysis, size_t token, const char *rule_id);
