/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language kit: morphology and word lists, opened once and asked by every analysis. One kit
 * belongs to one thread.
 */
#pragma once

#include "language/word_list.h"

/*
 * The lists, each a file of content-schema/words/. X(CODE, file, columns besides term and lang)
 *
 * COMMON_*      what everybody knows. Made by a script; never shown and never suggested from: it
 *               holds swear words. Finnish has base forms, Swedish and English have forms.
 * DOMAIN        words that everybody in a health centre knows: no nagging about them. A centre adds
 *               its own in its profile. They still count as rare in the score.
 * REPLACEMENTS  hard words with plain ones. kind: "officialese" (the score counts it and the rule
 *               `officialese` warns), "health", "ngo" or "word" (helps to rewrite a hard word).
 *               replacement: the plain word or words; note: when to use it, for the reader.
 * ABBREVIATIONS "esim." with "esimerkiksi"; replacement empty: allowed as it is (klo, ry, kg).
 * ACRONYMS      letters that everybody knows (EU, WC), or with `expansion` what they stand for.
 * IDIOMS        figures of speech with plain words.
 * SYNONYMS      `group`: rows of one group name the same thing; `preferred`: "yes" for the one to
 * use. EXEMPT        words that a rule leaves alone (tietty, hyvinvointialue). rule: the rule's id.
 */
#define KIT_LIST_LIST(X)                                                                           \
    X(COMMON_FI, "common-fi.tsv", "")                                                              \
    X(COMMON_SV, "common-sv.tsv", "")                                                              \
    X(COMMON_EN, "common-en.tsv", "")                                                              \
    X(DOMAIN, "domain.tsv", "note")                                                                \
    X(REPLACEMENTS, "replacements.tsv", "kind replacement note")                                   \
    X(ABBREVIATIONS, "abbreviations.tsv", "replacement note")                                      \
    X(ACRONYMS, "acronyms.tsv", "expansion")                                                       \
    X(IDIOMS, "idioms.tsv", "replacement note")                                                    \
    X(SYNONYMS, "synonyms.tsv", "group preferred")                                                 \
    X(EXEMPT, "exempt.tsv", "rule note")

#define X(code, ...) KIT_##code,
enum kit_list { KIT_LIST_LIST(X) KIT_LIST_COUNT };
#undef X

struct language_kit {
    struct morphology *morphology; /* NULL: the package voikko-fi is missing (LACK_VOIKKO) */
    struct word_list
        *lists[KIT_LIST_COUNT]; /* a list that is not there is NULL and matches nothing */
};

/*
 * Opens the lists of a folder, in the arena, and the morphology.
 *
 * folder         content-schema/words or its installed copy.
 * voikko_folder  NULL: where the package put the dictionary; "": do without it.
 *
 * NULL when the folder holds none of the lists: LACK_WORD_LISTS. Closed by kit_close.
 */
struct language_kit *kit_open(struct arena *arena, const char *folder,
                              const char *voikko_folder) NODISCARD;

/* Closes the morphology; NULL is fine. The rest is the arena's. */
void kit_close(struct language_kit *kit);

/* The file name of a list. */
const char *kit_list_file(enum kit_list list);

/* The list of everyday words of a language; NULL for none. */
const struct word_list *kit_common(const struct language_kit *kit, enum language language);
