/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a long sentence can be cut. In all languages; better with the morphology. */
#pragma once

#include "language/analysis.h"

/* Stands where a sentence can be cut; the texts of the findings name it. */
#define REWRITE_CUT_MARK "//"

/*
 * The sentence on one line with the mark at each place where a new sentence can begin; very long
 * ones are shown to REWRITE_CUT_CHARACTERS. Empty when there is no such place. In the arena.
 */
#define REWRITE_CUT_CHARACTERS 400
struct str rewrite_cut(struct arena *arena, const struct analysis *analysis,
                       size_t sentence) NODISCARD;

/* The first words of a sentence, "…" behind them when it goes on; in the arena. */
struct str rewrite_head(struct arena *arena, const struct analysis *analysis, size_t sentence,
                        size_t words) NODISCARD;

/* The sender's words from one token to another one, on one line; in the arena. */
struct str rewrite_quote(struct arena *arena, const struct analysis *analysis, size_t first,
                         size_t last) NODISCARD;
