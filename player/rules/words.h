/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking a word list about any text. Only for the .c files of this folder. */
#pragma once

#include "rules/input.h"

/*
 * True when some word of a text, in the announcement's language, is found in the list `name` with
 * this word in the second column. False too where there is no such list. The arena is worked in.
 */
bool words_say(const struct rule_input *input, struct arena *arena, struct str text,
               const char *name, const char *kind);
