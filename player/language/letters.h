/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters made ready for looking up. Only for the .c files of this folder.
 */
#pragma once

#include "base/utf8.h"

/*
 * The text with letters composed ("a" + U+0308 becomes "ä"), ligatures taken apart, without soft
 * hyphens and other signs that nobody sees; every hyphen is "-" and every apostrophe "'". What is
 * not UTF-8 becomes U+FFFD. The text itself when nothing changes, else a copy in the arena.
 */
struct str letters_clean(struct arena *arena, struct str text) NODISCARD;

/* The text in lower case, likewise. */
struct str letters_lower(struct arena *arena, struct str text) NODISCARD;

/* Lower case, at once for ASCII: nearly every letter that is asked for is. */
static inline uint32_t letters_small(uint32_t point)
{
    if (point < 0x80)
        return point >= 'A' && point <= 'Z' ? point + 0x20 : point;
    return utf8_lower(point);
}

/* A combining accent: U+0300 to U+036F. */
bool letters_is_accent(uint32_t point);

/* A sign that nobody sees and that may stand within a word: soft hyphen, zero-width signs. */
bool letters_is_invisible(uint32_t point);
