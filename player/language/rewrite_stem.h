/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stems that a Finnish word may have. Only for the .c files of this folder. */
#pragma once

#include "base/str.h"

/* More than a word can have: three endings, each with itself and two or three grades. */
#define STEMS_MAX 40

/* Candidates, likely ones first; some do not exist, and the dictionary tells. */
struct stems {
    struct arena *arena;
    struct str at[STEMS_MAX];
    size_t count;
};

/* Stems of a verb before a personal ending: tulla → tule; antaa → anna, anta. */
struct stems stems_of_verb(struct arena *arena, struct str verb) NODISCARD;

/* What a noun has before -n and -t: ilta → illa; ihminen → ihmise; asiakas → asiakkaa. */
struct stems stems_of_noun(struct arena *arena, struct str noun) NODISCARD;

/* The text without its last `bytes` bytes. */
struct str stem_without(struct str text, size_t bytes);

/* Bytes of the last letter; 0 for the empty text. */
size_t stem_last_letter(struct str text);

/* Does it end in a vowel? */
bool stem_ends_in_vowel(struct str text);

/* Has the word back vowels at its end, so that its endings have a, o, u (not ä, ö, y)? */
bool stem_is_back(struct str text);
