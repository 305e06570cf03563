/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of an announcement whose language is judged. Only for the .c files of this folder. */
#pragma once

#include "rules/input.h"

/*
 * Title, lead, body and the sender's own words in facts, analysed; names of people, places and the
 * organisation are not judged and known as names in the rest. A part's `source` is its index in
 * input->texts. In the arena.
 *
 * NULL for a language that has no rules of plain language: other than fi, sv and en.
 */
const struct analysis *judged_text(struct arena *arena, const struct rule_input *input) NODISCARD;
