/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The hard structures of Finnish, each as a question about a token or a sentence. Rules ask, and
 * hard-structures asks the same questions again. Only for the .c files of this folder.
 *
 * "All readings" or "any reading" is what was measured to be right more often; the numbers are in
 * the sources of the rules.
 */
#pragma once

#include "rules/plain.h"

/* sairastavalle, järjestettävään: before another word, not in the nominative. */
bool plain_is_participle(const struct plain *plain, size_t token);

/* yhdistyksen järjestämä */
bool plain_is_agent(const struct plain *plain, size_t token);

/* tullessa, tullen */
bool plain_is_e_infinitive(const struct plain *plain, size_t token);

/* täytettyäsi */
bool plain_is_tehtyaan(const struct plain *plain, size_t token);

/* alkanee */
bool plain_is_potential(const struct plain *plain, size_t token);

/* ilmoittautuminen */
bool plain_is_minen(const struct plain *plain, size_t token);

/* An abbreviation that must be written in full; of "ma–to" the first one. */
bool plain_is_abbreviation(const struct plain *plain, size_t token);

/* The last token of an abbreviation: "to" of "ma–to", else itself. */
size_t plain_abbreviation_last(const struct plain *plain, size_t token);

/* "ja/tai": the slash between two words. */
bool plain_is_slash(const struct plain *plain, size_t token);

/* ; */
bool plain_is_semicolon(const struct plain *plain, size_t token);
