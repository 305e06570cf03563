/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that are easier to read, in the language of the text. In the arena; empty for none. */
#pragma once

#include "model/language.h"

/* "37,4" (per cent, without the sign) → "noin kolmasosa", "about a third". */
struct str rewrite_percent(struct arena *arena, struct str number, enum language language);

/* "3,14" → "noin 3"; "12 345" → "noin 12 000". */
struct str rewrite_rounded(struct arena *arena, struct str number, enum language language);

/* "IV" → "4"; empty for what is no Roman number of 1 to 39. */
struct str rewrite_roman(struct arena *arena, struct str number);
