/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finnish words that stand for a whole clause, as a clause: "yhdistyksen järjestämä ilta →
 * Yhdistys järjestää illan." Each function looks at the token of the hard word and answers the
 * sender's words, an arrow and the clause, in the arena; empty when it is not sure of every word.
 */
#pragma once

#include "language/analysis.h"
#include "language/rewrite_form.h"

/* järjestämä, järjestämämme: who does it, what they do, what it is done to. */
struct str rewrite_agent(const struct rewriter *rewriter, const struct analysis *analysis,
                         size_t token);

/* sairastavalle, järjestettävään, tarkoitettuun: the noun first, then "joka …". */
struct str rewrite_participle(const struct rewriter *rewriter, const struct analysis *analysis,
                              size_t token);

/* tullessasi, ryhmän kokoontuessa, järjestettäessä: "kun …". */
struct str rewrite_when(const struct rewriter *rewriter, const struct analysis *analysis,
                        size_t token);

/* täytettyäsi: "kun olet täyttänyt". */
struct str rewrite_after(const struct rewriter *rewriter, const struct analysis *analysis,
                         size_t token);

/* saadaksesi: "jos haluat saada". */
struct str rewrite_purpose(const struct rewriter *rewriter, const struct analysis *analysis,
                           size_t token);

/* The reading of a token with a trait, or NULL: of several, the first. */
const struct word_reading *rewrite_reading(const struct token *token, struct trait trait);

/* "was → is", in the arena; empty when one of them is. */
struct str rewrite_arrow(struct arena *arena, struct str was, struct str is) NODISCARD;
