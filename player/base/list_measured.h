/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is measured on the drawn slide: contrast, glare, lines, flashes.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 *
 * Colours are the centre's and not the sender's, so those sentences send the reader to the liaison.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_MEASURED(X) \
    X(CONTRAST_TEXT, "contrast-text", TECHNICAL, BLOCK, true, 4.5, ": 1", "WCAG 2.2, 1.4.3") \
    X(CONTRAST_LARGE, "contrast-large", TECHNICAL, BLOCK, true, 3, ": 1", "WCAG 2.2, 1.4.3") \
    X(CONTRAST_ENHANCED, "contrast-enhanced", TECHNICAL, ADVISE, true, 7, ": 1", \
      "WCAG 2.2, 1.4.6") \
    X(CONTRAST_PICTURE, "contrast-picture", TECHNICAL, BLOCK, true, 5, "%", "WCAG 2.2, G18") \
    X(CONTRAST_NONTEXT, "contrast-nontext", TECHNICAL, WARN, true, 3, ": 1", "WCAG 2.2, 1.4.11") \
    X(COLOUR_ALONE, "colour-alone", TECHNICAL, WARN, true, 3, ": 1", "WCAG 2.2, 1.4.1") \
    X(CVD_PREVIEW, "cvd-preview", TECHNICAL, ADVISE, true, 3, ": 1", "Machado 2009") \
    X(GLARE_WHITE, "glare-white", TECHNICAL, ADVISE, true, 60, "%", "Invalidiliitto") \
    X(APCA_NOTE, "apca-note", TECHNICAL, ADVISE, true, 75, "Lc", "APCA") \
    X(LOW_VISION_FACTOR, "low-vision-factor", TECHNICAL, BLOCK, true, 1, \
      "times the height of letters", "DIN 1450") \
    X(FONT_ALLOWED, "font-allowed", TECHNICAL, BLOCK, true, 0, "", "Selkokeskus") \
    X(LINE_LENGTH, "line-length", TECHNICAL, BLOCK, true, 60, "characters", "Selkokeskus") \
    X(AUTO_HYPHEN, "auto-hyphen", TECHNICAL, WARN, true, 0, "", "Selkokeskus") \
    X(SAFE_AREA, "safe-area", TECHNICAL, BLOCK, true, 5, "%", "EBU R95") \
    X(CAPACITY, "capacity", TECHNICAL, BLOCK, true, 0, "", "EN 301 549") \
    X(AUTO_ADVANCE, "auto-advance", TECHNICAL, ADVISE, true, 35, "s", "WCAG 2.2, 2.2.2") \
    X(TICKER, "ticker", TECHNICAL, BLOCK, true, 0, "", "WCAG 2.2, 2.2.2") \
    X(FLASH_GENERAL, "flash-general", TECHNICAL, BLOCK, false, 0.5, "% of the screen", \
      "WCAG 2.2, 2.3.1") \
    X(FLASH_RED, "flash-red", TECHNICAL, BLOCK, false, 0.5, "% of the screen", \
      "WCAG 2.2, 2.3.1") \
    X(FLASH_EXTENDED, "flash-extended", TECHNICAL, WARN, true, 4, "s", "IRIS") \
    X(PATTERN, "pattern", TECHNICAL, WARN, true, 25, "% of the screen", "IRIS")

#define FINDINGS_MEASURED(X) \
    X(TEXT_FAINT, CONTRAST_TEXT, BLOCK, \
      N_("These letters are hard to see on the display {0}: {1}"), \
      N_("The contrast of letters and ground is {2} : 1. It must be {3} : 1."), \
      N_("The colours are the centre's. Tell the liaison, who can change them."), "") \
    X(TITLE_FAINT, CONTRAST_LARGE, BLOCK, \
      N_("The large letters are hard to see on the display {0}: {1}"), \
      N_("The contrast of letters and ground is {2} : 1. It must be {3} : 1."), \
      N_("The colours are the centre's. Tell the liaison, who can change them."), "") \
    X(FACT_FAINT, CONTRAST_ENHANCED, ADVISE, \
      N_("This fact could be easier to see on the display {0}: {1}"), \
      N_("The contrast of letters and ground is {2} : 1. Important facts need {3} : 1."), \
      N_("The colours are the centre's. Tell the liaison, who can change them."), "") \
    X(THEME_FAINT, CONTRAST_TEXT, BLOCK, \
      N_("The colours of the theme {0} cannot be read: {1} have a contrast of {2} : 1."), \
      N_("Nobody could read the slides. The screen stays with its last good colours."), \
      N_("Choose colours with a contrast of {3} : 1 or more."), \
      "<theme name=\"light\" ground=\"#FBFAF6\" ink=\"#14212B\"/>") \
    X(THEME_WEAK, CONTRAST_ENHANCED, ADVISE, \
      N_("The colours of the theme {0} could be clearer: {1} have a contrast of {2} : 1."), \
      N_("Times, places and phone numbers are easy to see from {3} : 1 on."), \
      N_("Choose darker letters on a light ground, or lighter ones on a dark ground."), "") \
    X(TEXT_OVER_PICTURE, CONTRAST_PICTURE, BLOCK, \
      N_("A picture hides these letters on the display {0}: {1}"), \
      N_("Where it is worst, their contrast is {2} : 1. It must be {3} : 1."), \
      N_("Use a calmer picture, or put the text beside the picture."), "") \
    X(SIGN_FAINT, CONTRAST_NONTEXT, WARN, \
      N_("A sign or a line is hard to see on the display {0}."), \
      N_("Its contrast is {1} : 1. It must be {2} : 1."), \
      N_("The colours are the centre's. Tell the liaison, who can change them."), "") \
    X(ONLY_COLOUR, COLOUR_ALONE, WARN, \
      N_("Only the colour tells these apart on the display {0}: {1} · {2}"), \
      N_("Many people do not see the difference between two colours."), \
      N_("Say the difference in words, too."), "") \
    X(COLOUR_BLIND, CVD_PREVIEW, ADVISE, \
      N_("People who see colours differently may not see this on the display {0}: {1}"), \
      N_("To them the contrast is {2} : 1. It should be {3} : 1."), \
      N_("The colours are the centre's. Tell the liaison, who can change them."), "") \
    X(WHITE_GLARE, GLARE_WHITE, ADVISE, \
      N_("The picture is very bright: {0} % of it is nearly white."), \
      N_("A bright screen dazzles, above all those with poor sight."), \
      N_("Use a darker ground with light letters, or let {1} % be white at most."), "") \
    X(APCA_FIGURE, APCA_NOTE, ADVISE, \
      N_("The faintest letters on the display {0} have a contrast of Lc {1}: {2}"), \
      N_("This is a second way to measure contrast. It only informs."), \
      N_("Lc {3} or more is good for reading."), "") \
    X(LETTERS_TOO_SMALL, LETTER_HEIGHT_MIN, BLOCK, \
      N_("The letters are too small on the display {0}."), \
      N_("Capitals are {1} mm high. They cannot be read from afar under {2} mm."), \
      N_("Shorten the text. Then the screen makes the letters larger."), "") \
    X(LETTERS_FOR_POOR_SIGHT, LOW_VISION_FACTOR, BLOCK, \
      N_("The letters are too small for those who see poorly, on the display {0}."), \
      N_("Capitals are {1} mm high. This centre asks for {2} mm."), \
      N_("Shorten the text. Then the screen makes the letters larger."), "") \
    X(FONT_OTHER, FONT_ALLOWED, BLOCK, \
      N_("The announcement chooses its own letters with {0}."), \
      N_("The screen has letters that are easy to read. It uses no others."), \
      N_("Remove {0}."), "") \
    X(LINE_TOO_LONG, LINE_LENGTH, BLOCK, \
      N_("A line has {0} characters: {1}"), \
      N_("The eyes do not find the way back to the next line."), \
      N_("Break the line. At most {2} characters read well."), "") \
    X(LINE_LONG, LINE_LENGTH, WARN, \
      N_("A line is long, {0} characters: {1}"), \
      N_("The eyes easily miss the next line."), \
      N_("Break the line. At most {2} characters read well."), "") \
    X(LINE_RATHER_LONG, LINE_LENGTH, ADVISE, \
      N_("A line is rather long, {0} characters: {1}"), \
      N_("Short lines are easier to read."), \
      N_("At most {2} characters read well."), "") \
    X(WORD_BROKEN, AUTO_HYPHEN, WARN, \
      N_("A word is broken at the end of a line on the display {0}: {1}"), \
      N_("A broken word is hard to read."), \
      N_("Use a shorter word, or put a soft hyphen where it may break."), "") \
    X(NEAR_EDGE, SAFE_AREA, BLOCK, \
      N_("This is too near to the edge of the display {0}: {1}"), \
      N_("A frame may hide what stands at the edge."), \
      N_("Leave {2} % free on each side."), "") \
    X(NO_ROOM, CAPACITY, BLOCK, \
      N_("The display {0} has room for about {1} characters. The slide has {2}."), \
      N_("It is seen from afar, so its letters must be large."), \
      N_("Remove about {3} characters."), "") \
    X(CANNOT_PAUSE, AUTO_ADVANCE, ADVISE, \
      N_("Reading the slide takes {0} seconds, and there is no link."), \
      N_("Nobody can stop the slide. Slow readers want to read on in peace."), \
      N_("Add a link to a page with the same text."), \
      "<link rel=\"alternate\" href=\"https://yhdistys.example.fi/ryhma\"/>") \
    X(TEXT_MOVES, TICKER, BLOCK, \
      N_("{0} makes the text move."), \
      N_("Moving text is hard to read, and some people feel sick from it."), \
      N_("Remove it. The text stays."), "") \
    X(FLASHES, FLASH_GENERAL, BLOCK, \
      N_("The picture flashes: {0} changes a second on {1} % of the screen."), \
      N_("More than three flashes in a second can cause a seizure."), \
      N_("Use a picture that does not flash."), "") \
    X(FLASHES_RED, FLASH_RED, BLOCK, \
      N_("The picture flashes red: {0} changes a second on {1} % of the screen."), \
      N_("Red flashes can cause a seizure."), \
      N_("Use a picture that does not flash."), "") \
    X(FLASHES_LONG, FLASH_EXTENDED, WARN, \
      N_("The picture flickers for {0} seconds."), \
      N_("A long flicker tires, and it can cause a seizure."), \
      N_("Use a calmer picture."), "") \
    X(STRIPES, PATTERN, WARN, \
      N_("The picture has {0} stripes on {1} % of the screen."), \
      N_("Strong stripes dazzle and can cause a seizure."), \
      N_("Use another picture, or make the stripes fainter or smaller."), "")
/* clang-format on */
