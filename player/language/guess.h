/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is a text written in the language that it says? Only for the .c files of this folder. */
#pragma once

#include "language/analysis.h"

/*
 * The language of some tokens: the one that was said, unless they are clearly Finnish, Swedish or
 * English and not that one. A mixed text keeps what was said.
 */
enum language guess_language(enum language said, const struct token *tokens, size_t count);
