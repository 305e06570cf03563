/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language kit: morphology and word lists, opened once and asked by every analysis. One kit
 * belongs to one thread.
 *
 * Lists are files NAME.LANGUAGE.tsv ("officialese.fi.tsv"); NAME is mostly the id of the rule that
 * asks. The engine itself asks for
 *   everyday        what everybody knows; made by a script. Finnish has base forms, the others have
 *                   forms. It holds swear words: never show it, never suggest from it
 *   rare-word       what everybody in a health centre knows: no nagging, but the score counts it
 *   overall-score   the words of offices that the score counts
 *   abbreviation    "esim." is one token with its full stop and ends no sentence
 *   exempt          words that a rule leaves in peace; the answer has ids of rules, or several
 */
#pragma once

#include "language/word_list.h"
#include "model/language.h"

struct kit_list; /* a list with its name and language */

struct language_kit {
    struct morphology *morphology; /* NULL: the package voikko-fi is missing (LACK_VOIKKO) */
    const struct kit_list *lists;
    size_t list_count;
};

/*
 * Opens every list of a folder, in the arena, and the morphology.
 *
 * folder         content-schema/words or its installed copy.
 * own_folder     the centre's own lists, read after those of the same names: their rows add to the
 *                program's, replace them or take them away; NULL or a folder that is not there:
 * none. voikko_folder  NULL: where the package put the dictionary; "": do without it.
 *
 * NULL when `folder` holds no list: LACK_WORD_LISTS. Closed by kit_close.
 */
struct language_kit *kit_open(struct arena *arena, const char *folder, const char *own_folder,
                              const char *voikko_folder) NODISCARD;

/* Closes the morphology; NULL is fine. The rest is the arena's. */
void kit_close(struct language_kit *kit);

/* The list of a name ("officialese", a rule's id) and language; NULL for none, or without a kit. */
const struct word_list *kit_list(const struct language_kit *kit, const char *name,
                                 enum language language);
