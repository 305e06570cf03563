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
    X(OVERFLOW, "overflow", TECHNICAL, BLOCK, true, 0, "px", "layout") \
    X(LETTER_HEIGHT_MIN, "letter-height-min", TECHNICAL, BLOCK, true, 155, \
      "of the distance, 1:n", "ASR A6") \
    X(LETTER_HEIGHT_TITLE, "letter-height-title", TECHNICAL, ADVISE, true, 0.7, "degrees", \
      "EN 301 549") \
    X(TITLE_LENGTH, "title-length", TECHNICAL, BLOCK, true, 40, "characters", "layout") \
    X(TEXT_LENGTH, "text-length", TECHNICAL, BLOCK, true, 216, "characters", "reading time") \
    X(MESSAGE_LEVELS, "message-levels", TECHNICAL, ADVISE, true, 5, "list items", "layout") \
    X(DURATION_MIN_FOR_TEXT, "duration-min-for-text", TECHNICAL, BLOCK, true, 0, "s", \
      "reading time") \
    X(ALL_CAPS, "all-caps", TECHNICAL, WARN, true, 2, "words", "Selkokeskus")

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
      N_("This word does not fit on one line of the display {1}: {0}"), \
      N_("The screen does not break words by itself."), \
      N_("Use a shorter word, or put a soft hyphen at the place where the word may break."), "") \
    X(LETTERS_SMALL, LETTER_HEIGHT_MIN, WARN, \
      N_("The text has small letters on the display {0}."), \
      N_("Capitals are {1} mm high. To be read from afar they need {2} mm."), \
      N_("Shorten the text. Then the screen makes the letters larger."), "") \
    X(TITLE_SMALL, LETTER_HEIGHT_TITLE, ADVISE, \
      N_("The title has small letters on the display {0}."), \
      N_("Capitals are {1} mm high. A title of {2} mm is seen across the lobby."), \
      N_("Shorten the title. Then the screen makes its letters larger."), "") \
    X(TITLE_TOO_LONG, TITLE_LENGTH, BLOCK, \
      N_("The title has {0} characters. At most {1} are allowed."), \
      N_("People read the title in passing."), \
      N_("Leave in the title only what people can do or get. Write the rest in the text."), \
      N_("Come and read with us")) \
    X(TITLE_LONG, TITLE_LENGTH, WARN, \
      N_("The title is long: {0} characters."), \
      N_("People read the title in passing."), \
      N_("Write at most {1} characters. The rest can stand in the text."), \
      N_("Come and read with us")) \
    X(TITLE_LINES, TITLE_LENGTH, WARN, \
      N_("The title takes {0} lines on the display {2}."), \
      N_("A long title leaves little room for the text."), \
      N_("Use fewer or shorter words, so that {1} lines are enough."), "") \
    X(TEXT_TOO_LONG, TEXT_LENGTH, BLOCK, \
      N_("The text has {0} characters. At most {1} are allowed."), \
      N_("People cannot read all of it before the slide changes."), \
      N_("Remove at least {2} characters. More can be told on the page behind the link."), "") \
    X(SLIDE_TOO_LONG, TEXT_LENGTH, WARN, \
      N_("It takes {0} seconds to read the whole slide. It stays for {1} seconds at most."), \
      N_("People cannot read all of it before the slide changes."), \
      N_("Remove about {2} characters."), "") \
    X(TEXT_LONG, TEXT_LENGTH, WARN, \
      N_("The text is long: {0} characters."), \
      N_("Many people do not begin to read a long text."), \
      N_("Write at most {1} characters. Remove {2} characters."), "") \
    X(LIST_LONG, MESSAGE_LEVELS, ADVISE, \
      N_("The list has {0} items."), \
      N_("People remember a few things from a slide."), \
      N_("Keep the {1} most important ones. The rest can stand on the page behind the link."), "") \
    X(SECONDS_SHORT, DURATION_MIN_FOR_TEXT, BLOCK, \
      N_("You ask the screen to show the slide for {0} seconds. Reading it takes {1} seconds."), \
      N_("Slow readers do not get to the end."), \
      N_("Ask for at least {1} seconds, or leave the time out. Then the screen counts it."), "") \
    X(CAPITALS, ALL_CAPS, WARN, \
      N_("This is written in capitals: {0}"), \
      N_("Words in capitals are hard to read."), \
      N_("Write with small letters. Use a capital only at the start and in names."), "")
/* clang-format on */
