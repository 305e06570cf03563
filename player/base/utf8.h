/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Code points in and out of UTF-8, and the few classes of letters that the program asks for. */
#pragma once

#include "base/str.h"

/* True when the text is UTF-8 without overlong forms, surrogates or points over U+10FFFF. */
bool utf8_is_valid(struct str text);

/*
 * Takes one code point off the front of *rest.
 * False when nothing is left. A byte that is not UTF-8 gives U+FFFD and is taken alone.
 */
bool utf8_next(struct str *rest, uint32_t *ret_point);

/*
 * Writes a code point; answers how many of the four bytes were used. A surrogate and what lies
 * over U+10FFFF are written as U+FFFD.
 */
size_t utf8_put(uint32_t point, char ret_bytes[4]);

/* Code points in the text. */
size_t utf8_length(struct str text);

/* The longest start of the text that has at most `points` code points. */
struct str utf8_head(struct str text, size_t points);

/* Lower case of Latin, Greek and Cyrillic letters; other points come back as they are. */
uint32_t utf8_lower(uint32_t point);

/*
 * Letters of any script: exact for Latin, Greek, Cyrillic, Hebrew and Arabic, by ranges for the
 * others. Combining marks (U+0308 and such) are not letters. Upper case is told for the scripts
 * of utf8_lower; "Dž" and its kin count as upper case.
 */
bool utf8_is_letter(uint32_t point);
bool utf8_is_upper(uint32_t point); /* of a letter; false for all else */
bool utf8_is_digit(uint32_t point); /* 0 to 9 */
bool utf8_is_space(uint32_t point); /* with U+00A0, U+2007 and U+202F */
