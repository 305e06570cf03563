/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finnish words bent for an example: "järjestää" → "järjestämme", "ilta" → "illan".
 *
 * Candidates are put together by the few patterns of stems and of changing consonants, and only
 * one that the dictionary reads as just that form of just that word is handed out. So a wrong
 * pattern costs an example, and never shows a word that does not exist.
 */
#pragma once

#include "language/morphology.h"

/* What forms are made with; morphology may be NULL, and then nothing is made. */
struct rewriter {
    struct morphology *morphology;
    struct arena *arena;
};

enum verb_form {
    VERB_DO,       /* tule */
    VERB_YOU,      /* tulet */
    VERB_WE,       /* tulemme */
    VERB_IT,       /* tulee */
    VERB_THEY,     /* tulevat */
    VERB_IS_DONE,  /* tullaan */
    VERB_HAS_DONE, /* tullut */
    VERB_I,        /* tulen */
    VERB_YOU_ALL,  /* tulette */
    VERB_FORM_COUNT
};

enum noun_form {
    NOUN_OF,      /* illan */
    NOUN_MANY,    /* illat */
    NOUN_SOME,    /* iltaa */
    NOUN_OF_MANY, /* iltojen */
    NOUN_FORM_COUNT
};

/*
 * A form of a verb, in the arena; empty when none is sure.
 *
 * verb  as in a dictionary: "tulla", in lower case.
 */
struct str rewrite_verb(const struct rewriter *rewriter, struct str verb, enum verb_form form);

/* A form of a noun or an adjective that is given in the singular: "ilta", "maksuton". */
struct str rewrite_noun(const struct rewriter *rewriter, struct str noun, enum noun_form form);

/* True when the participle ("järjestämä", in base form) can be of this verb. */
bool rewrite_is_of_verb(const struct rewriter *rewriter, struct str participle, struct str verb);

/* The text with a capital at its start, in the arena. */
struct str rewrite_capital(struct arena *arena, struct str text) NODISCARD;
