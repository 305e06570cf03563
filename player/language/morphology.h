/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a Finnish word may be: its base form, case, mood and so on, by libvoikko with the package
 * voikko-fi. Plain data comes out; libvoikko's own types stay in morphology.c.
 *
 * A word often has several readings ("voit": of `voida`, twice, and of `voi`), and nothing here
 * chooses between them. Rules ask whether all readings or any reading has a trait: analysis.h.
 */
#pragma once

#include "base/str.h"

/* X(CODE, libvoikko's value of CLASS) */
#define WORD_CLASS_LIST(X)                                                                         \
    X(NOUN, "nimisana")                                                                            \
    X(ADJECTIVE, "laatusana")                                                                      \
    X(NOUN_ADJECTIVE, "nimisana_laatusana")                                                        \
    X(VERB, "teonsana")                                                                            \
    X(NEGATION, "kieltosana")                                                                      \
    X(CONJUNCTION, "sidesana")                                                                     \
    X(ADVERB, "seikkasana")                                                                        \
    X(PRONOUN, "asemosana")                                                                        \
    X(NUMERAL, "lukusana")                                                                         \
    X(ADPOSITION, "suhdesana")                                                                     \
    X(INTERJECTION, "huudahdussana")                                                               \
    X(PREFIX, "etuliite")                                                                          \
    X(ABBREVIATION, "lyhenne")                                                                     \
    X(NAME, "nimi")                                                                                \
    X(FIRST_NAME, "etunimi")                                                                       \
    X(LAST_NAME, "sukunimi")                                                                       \
    X(PLACE_NAME, "paikannimi")

/* X(CODE, SIJAMUOTO) */
#define WORD_CASE_LIST(X)                                                                          \
    X(NOMINATIVE, "nimento")                                                                       \
    X(GENITIVE, "omanto")                                                                          \
    X(PARTITIVE, "osanto")                                                                         \
    X(ACCUSATIVE, "kohdanto")                                                                      \
    X(ESSIVE, "olento")                                                                            \
    X(TRANSLATIVE, "tulento")                                                                      \
    X(INESSIVE, "sisaolento")                                                                      \
    X(ELATIVE, "sisaeronto")                                                                       \
    X(ILLATIVE, "sisatulento")                                                                     \
    X(ADESSIVE, "ulkoolento")                                                                      \
    X(ABLATIVE, "ulkoeronto")                                                                      \
    X(ALLATIVE, "ulkotulento")                                                                     \
    X(ABESSIVE, "vajanto")                                                                         \
    X(COMITATIVE, "seuranto")                                                                      \
    X(INSTRUCTIVE, "keinonto")                                                                     \
    X(ADVERBIAL, "kerrontosti") /* "nopeasti" */

/* X(CODE, MOOD) */
#define WORD_MOOD_LIST(X)                                                                          \
    X(INDICATIVE, "indicative")                                                                    \
    X(CONDITIONAL, "conditional")                                                                  \
    X(POTENTIAL, "potential")                                                                      \
    X(IMPERATIVE, "imperative")                                                                    \
    X(A_INFINITIVE, "A-infinitive")                                                                \
    X(E_INFINITIVE, "E-infinitive")                                                                \
    X(MA_INFINITIVE, "MA-infinitive")                                                              \
    X(MINEN_INFINITIVE, "MINEN-infinitive")                                                        \
    X(MAINEN_INFINITIVE, "MAINEN-infinitive")

/* X(CODE, PARTICIPLE) */
#define WORD_PARTICIPLE_LIST(X)                                                                    \
    X(PRESENT_ACTIVE, "present_active")   /* tekevä */                                            \
    X(PRESENT_PASSIVE, "present_passive") /* tehtävä */                                          \
    X(PAST_ACTIVE, "past_active")         /* tehnyt */                                             \
    X(PAST_PASSIVE, "past_passive")       /* tehty */                                              \
    X(AGENT, "agent")                     /* tekemä */                                            \
    X(NEGATION, "negation")               /* tekemätön */

/* X(CODE, POSSESSIVE) */
#define WORD_POSSESSIVE_LIST(X)                                                                    \
    X(FIRST, "1s")                                                                                 \
    X(SECOND, "2s")                                                                                \
    X(OUR, "1p")                                                                                   \
    X(YOUR_PLURAL, "2p")                                                                           \
    X(THIRD, "3")

/* X(CODE, PERSON); the fourth is the passive */
#define WORD_PERSON_LIST(X)                                                                        \
    X(FIRST, "1")                                                                                  \
    X(SECOND, "2")                                                                                 \
    X(THIRD, "3")                                                                                  \
    X(PASSIVE, "4")

/* X(CODE, NUMBER) */
#define WORD_NUMBER_LIST(X)                                                                        \
    X(SINGULAR, "singular")                                                                        \
    X(PLURAL, "plural")

/* X(CODE, COMPARISON) */
#define WORD_COMPARISON_LIST(X)                                                                    \
    X(POSITIVE, "positive")                                                                        \
    X(COMPARATIVE, "comparative")                                                                  \
    X(SUPERLATIVE, "superlative")

/* X(CODE, NEGATIVE): may the form stand behind a negation? "lue": both, "luen": false */
#define WORD_NEGATIVE_LIST(X)                                                                      \
    X(FALSE, "false")                                                                              \
    X(TRUE, "true")                                                                                \
    X(BOTH, "both")

/* X(CODE, TENSE) */
#define WORD_TENSE_LIST(X)                                                                         \
    X(PRESENT, "present_simple")                                                                   \
    X(PAST, "past_imperfective")

/* Each enum begins with NONE: the reading has no such trait, or a value that is not known here. */
#define X(code, value) CLASS_##code,
enum word_class { CLASS_NONE, WORD_CLASS_LIST(X) CLASS_COUNT };
#undef X
#define X(code, value) CASE_##code,
enum word_case { CASE_NONE, WORD_CASE_LIST(X) CASE_COUNT };
#undef X
#define X(code, value) MOOD_##code,
enum word_mood { MOOD_NONE, WORD_MOOD_LIST(X) MOOD_COUNT };
#undef X
#define X(code, value) PARTICIPLE_##code,
enum word_participle { PARTICIPLE_NONE, WORD_PARTICIPLE_LIST(X) PARTICIPLE_COUNT };
#undef X
#define X(code, value) POSSESSIVE_##code,
enum word_possessive { POSSESSIVE_NONE, WORD_POSSESSIVE_LIST(X) POSSESSIVE_COUNT };
#undef X
#define X(code, value) PERSON_##code,
enum word_person { PERSON_NONE, WORD_PERSON_LIST(X) PERSON_COUNT };
#undef X
#define X(code, value) NUMBER_##code,
enum word_number { NUMBER_NONE, WORD_NUMBER_LIST(X) NUMBER_COUNT };
#undef X
#define X(code, value) COMPARISON_##code,
enum word_comparison { COMPARISON_NONE, WORD_COMPARISON_LIST(X) COMPARISON_COUNT };
#undef X
#define X(code, value) NEGATIVE_##code,
enum word_negative { NEGATIVE_NONE, WORD_NEGATIVE_LIST(X) NEGATIVE_COUNT };
#undef X
#define X(code, value) TENSE_##code,
enum word_tense { TENSE_NONE, WORD_TENSE_LIST(X) TENSE_COUNT };
#undef X

#define WORD_PARTS_MAX 12 /* parts of a compound that are noted; the longest real ones have 7 */
#define WORD_READINGS_MAX                                                                          \
    12                         /* readings of a word that are kept; more than 8 have not been seen \
                                */
#define WORD_CHARACTERS_MAX 64 /* longer ones have no readings: no Finnish word is that long */

/* One way to read a word. */
struct word_reading {
    uint8_t word_class; /* enum word_class */
    uint8_t word_case;  /* enum word_case */
    uint8_t mood;       /* enum word_mood */
    uint8_t participle; /* enum word_participle */
    uint8_t possessive; /* enum word_possessive */
    uint8_t person;     /* enum word_person */
    uint8_t number;     /* enum word_number */
    uint8_t comparison; /* enum word_comparison */
    uint8_t negative;   /* enum word_negative */
    uint8_t tense;      /* enum word_tense */
    bool question;      /* ends in -ko */
    bool focus;         /* ends in -kin or -kaan */
    struct str base;    /* BASEFORM: "omaishoitaja"; of a -minen word its verb; may have capitals */
    struct str
        bases; /* WORDBASES as libvoikko writes them: "+omais(omainen)+hoita(hoitaa)+ja(+ja)" */
    struct str verb; /* the verb behind a participle ("järjestää" of "järjestämä"), else empty */
    /* Compound parts: part i is the bytes [seams[i], seams[i + 1]) of the word that was asked for,
     * the last one goes to its end; seams[0] is 0. A hyphen belongs to the part before it. */
    uint8_t part_count; /* 1 for a simple word */
    uint8_t seams[WORD_PARTS_MAX];
};

struct readings {
    const struct word_reading *at;
    size_t count; /* 0: libvoikko does not know the word */
};

struct morphology;

/*
 * Opens the Finnish dictionary. One handle belongs to one thread: libvoikko aborts otherwise.
 *
 * folder  where a dictionary lies ("FOLDER/5/mor-standard"); NULL: where the package put it.
 *
 * NULL when there is none. Freed by morphology_free.
 */
struct morphology *morphology_open(const char *folder) NODISCARD;

/* Closes it; NULL is fine. */
void morphology_free(struct morphology *morphology);

/*
 * The readings of a word, in the arena; the texts in them too. What has been read is kept, within
 * a bound, so that words that come again cost a look-up. Upper and lower case are told apart as
 * libvoikko does ("kela" has a reading, "Kela" the same one; "helsinki" has none).
 *
 * word  UTF-8 in NFC without soft hyphens: a token's `form`. No readings for what is not UTF-8.
 */
struct readings morphology_read(struct morphology *morphology, struct arena *arena,
                                struct str word) NODISCARD;

/* True when the spelling is right by libvoikko's checker, which is stricter on capitals. */
bool morphology_spells(struct morphology *morphology, struct str word);

/* Bytes that the handle keeps of its own for words read before (libvoikko's memory not counted). */
size_t morphology_bytes(const struct morphology *morphology);

/* The fewest compound parts over all readings; 0 when there is no reading. */
unsigned readings_parts(struct readings readings);
