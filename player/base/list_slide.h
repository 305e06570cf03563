/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the laid-out slide shows: letters, contrast, amount of text, time.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_SLIDE(X) \
    X(MISSING_GLYPH, "missing-glyph", TECHNICAL, BLOCK, true, 0, "", "fonts/") \
    X(OVERFLOW, "overflow", TECHNICAL, BLOCK, true, 0, "px", "layout")

#define FINDINGS_SLIDE(X) \
    X(GLYPH_MISSING, MISSING_GLYPH, BLOCK, \
      N_("The screen cannot draw this character: {0}"), \
      N_("People would see an empty box."), \
      N_("Use another character or a word."), "") \
    X(OVERFLOW_TEXT, OVERFLOW, BLOCK, \
      N_("The text does not fit on the display {0}."), \
      N_("Even the smallest letters that can be read from afar are too large."), \
      N_("Remove about {1} characters."), "") \
    X(OVERFLOW_WORD, OVERFLOW, BLOCK, \
      N_("The word {0} does not fit on one line of the display {1}."), \
      N_("The screen does not break words by itself."), \
      N_("Use a shorter word, or put a soft hyphen at the place where the word may break."), "")
/* clang-format on */
