/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words of a picture beside the words of the announcement. Both are folded: small letters without
 * dots and digits alone, so that what a reader of pictures takes for each other (dashes, capitals,
 * å and ä, I and l) makes no difference. Only for the .c files of this folder.
 */
#pragma once

#include "rules/input.h"
#include "rules/picture_view.h"

#define SEEN_CONFIDENCE_MIN 60 /* of 100; what is read into a textless photo stays below */
#define SEEN_LETTERS_MIN 3     /* of a word that proves text */

/* Small letters without dots, and digits, of a text; in the arena. */
struct str seen_fold(struct arena *arena, struct str text) NODISCARD;

/* Digits alone. */
struct str seen_digits(struct arena *arena, struct str text) NODISCARD;

/* True when the word was read with confidence and has letters enough to be one. */
bool seen_is_sure(const struct seen_word *word);

/*
 * Adds to the texts of an announcement the lines and codes that were read in its picture, so that
 * no rule about dangerous texts overlooks them.
 *
 * texts  `count` of them, in the arena; moved when there are more. Answers how many there are now.
 */
size_t seen_texts(const struct rule_input *input, struct arena *arena, size_t count,
                  struct sender_text **texts);

/* Every word that the announcement holds. */
struct declared {
    struct str *words; /* folded */
    size_t count;
    struct str digits; /* of telephone numbers, in both ways to write them, and of the texts */
    struct str all;    /* the words without spaces between them */
};

/* Of all texts of the sender but the description of the picture and what was read in it. All in the
 * arena. */
struct declared declared_of(struct arena *arena, const struct rule_input *input) NODISCARD;

/* True when a folded word of the picture is one of them, part of a longer one, or off by one
 * letter, as readers are. */
bool declared_has(const struct declared *declared, struct str word);
