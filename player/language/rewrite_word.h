/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Long, shortened and rare Finnish words, said with shorter ones. Each answers the sender's word,
 * an arrow and the plain words, in the arena; empty when not sure.
 */
#pragma once

#include "language/analysis.h"
#include "language/rewrite_form.h"

/*
 * kuljetuspalveluhakemuslomake: its parts "kuljetus + palvelu + hakemus + lomake", and behind an
 * arrow two words where the dictionary knows both: "kuljetuspalvelun hakemuslomake". Empty for a
 * word of one part.
 */
struct str rewrite_compound(const struct rewriter *rewriter, const struct token *token);

/* lääkäri- ja hoitaja-ajat: both words in full. */
struct str rewrite_elided(const struct rewriter *rewriter, const struct analysis *analysis,
                          size_t token);

/* rahatta → ilman rahaa; lapsineen → lasten kanssa. ret_word: the little word, set always. */
struct str rewrite_case(const struct rewriter *rewriter, const struct analysis *analysis,
                        size_t token, struct str *ret_word);

/* "Omaishoitaja tarkoittaa, että …": a start that the sender goes on with. */
struct str rewrite_explain(const struct rewriter *rewriter, const struct analysis *analysis,
                           size_t token);
