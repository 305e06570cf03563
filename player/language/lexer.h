/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands at the start of a text: each function answers how many bytes belong to it, 0 when it
 * does not stand there. Only for the .c files of this folder.
 */
#pragma once

#include "language/analysis.h"

/*
 * Takes the next token of a text from *at on, white space skipped: sets its kind, from and bytes.
 * False when nothing is left. The time grows with the bytes of the text.
 */
bool lexer_token(struct str text, size_t *at, struct token *ret_token);

/* A web or mail address, without the mark of a sentence behind it. */
size_t lexer_address(struct str text, enum token_kind *ret_kind);

/* Digits with what belongs to them: dates, times, prices, phone numbers; "3-vuotias" is a word. */
size_t lexer_number(struct str text, enum token_kind *ret_kind);

/* A word, with hyphens, apostrophes, ":n" and the inner stops of "t.ex". */
size_t lexer_word(struct str text);

/* The point at a byte, 0 at the end; *ret_bytes (may be NULL) is its length. */
uint32_t lexer_point(struct str text, size_t at, size_t *ret_bytes);
