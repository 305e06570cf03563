/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Letters as people see them: a Mac may send "a" and U+0308 where others send "ä", and a soft
 * hyphen is not seen at all. Only for the .c files of this folder.
 */
#pragma once

#include "base/str.h"

/*
 * Takes one letter off the front of *rest, with its marks composed and signs that nobody sees
 * passed over. False when nothing is left.
 */
bool fold_next(struct str *rest, uint32_t *ret_point);

/*
 * The whole text so, never longer than before when it is UTF-8. The text itself when nothing in it
 * can be folded, else a copy in the arena.
 */
struct str fold_text(struct arena *arena, struct str text) NODISCARD;

/* A mark that fold_next found no letter for: U+0300 to U+036F. */
bool fold_is_mark(uint32_t point);
