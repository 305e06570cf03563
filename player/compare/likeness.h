/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Is this announcement one that is there already, or a new version of it? Senders seldom keep the
 * id: they write the notice anew, or send it a second time to be sure. Pure.
 *
 * Words are what letters and digits stand together, in any case. Scripts that put no blanks
 * between words (Chinese, Thai) have no likeness that is worth the name: a whole sentence is one
 * word there, and two notices are alike only in the sentences that are the same.
 */
#pragma once

#include "model/announcement.h"

/*
 * Share of words in common from which a notice of the same organisation counts as alike, and one of
 * another organisation. Two different sample announcements have at most 0.32 (tests/compare).
 */
#define LIKENESS_SAME_SENDER 0.6
#define LIKENESS_OTHER_SENDER 0.85

/*
 * So many words of title, lead and text count, the first ones: what TEXT_CHARACTERS_MAX can hold
 * of one letter and a space. An entry of ENTRY_BYTES_MAX could have sixty times as many.
 */
#define LIKENESS_WORDS_MAX 2000

/*
 * The words of one announcement, for whoever holds it against many others: 8 bytes a word.
 * Measured with -O2: to make one takes 4 µs for a sample and 0.3 ms for 2000 words, to compare two
 * 1 µs and 7 µs; two announcements without bags 9 µs, nearly all of it for making them.
 */
struct likeness_bag {
    const struct announcement *announcement; /* the caller's; it outlives the bag */
    const uint64_t *words;                   /* what stands for each, in order; the arena's */
    size_t count;                            /* at most LIKENESS_WORDS_MAX */
};

struct likeness_bag likeness_bag_of(struct arena *arena, const struct announcement *announcement);

/* Words that both have, as a share of all of theirs, 0 to 1; 0 when neither has any. */
double likeness_of_bags(const struct likeness_bag *a, const struct likeness_bag *b);

/* The same of two announcements. */
double likeness_of(const struct announcement *a, const struct announcement *b);

enum relation {
    RELATION_NONE,
    RELATION_ALIKE,   /* the words are: perhaps the same notice, written anew */
    RELATION_VERSION, /* the same id: it would take the other's place */
};

/*
 * What a submission is to an announcement that is there already. Versions of a notice in other
 * languages, or in plain language beside the usual one, are none of each other.
 *
 * ret_likeness  0 to 1, 1 for the same id, 0 for versions in other languages; NULL when nobody
 *               asks.
 */
enum relation relation_of_bags(const struct likeness_bag *there,
                               const struct likeness_bag *submitted, double *ret_likeness);

/* The same of two announcements; against many, bags are cheaper. */
enum relation relation_of(const struct announcement *there, const struct announcement *submitted,
                          double *ret_likeness);
