/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finnish words for doing, said straight: "ilmoittautuminen → Ilmoittaudu", "järjestetään →
 * järjestämme", "voisit → voit". Who does it stands in the list "who-does": the reader ("sinä") or
 * the sender ("me"); of what is not in the list nobody says that the reader should do it.
 *
 * Each answers the sender's word, an arrow and the plain word, in the arena; empty when not sure.
 */
#pragma once

#include "language/analysis.h"
#include "language/rewrite_form.h"

#define REWRITE_WHO_LIST "who-does"

/* ilmoittautuminen: a request, what we do, or what happens. */
struct str rewrite_minen(const struct rewriter *rewriter, const struct analysis *analysis,
                         size_t token);

/* ilmoittautumalla: a request. */
struct str rewrite_manner(const struct rewriter *rewriter, const struct analysis *analysis,
                          size_t token);

/* palautetaan, ei järjestetä: a request, or what we do. */
struct str rewrite_passive(const struct rewriter *rewriter, const struct analysis *analysis,
                           size_t token);

/* alkanee, voisit: the ordinary form; behind the first "ehkä". */
struct str rewrite_mood(const struct rewriter *rewriter, const struct analysis *analysis,
                        size_t token);
