/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the picture shows and how it was made; codes to scan.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_PICTURES(X) \
    X(PICTURE_UPSCALE, "picture-upscale", TECHNICAL, BLOCK, true, 1.5, "times", "layout") \
    X(PICTURE_ASPECT, "picture-aspect", TECHNICAL, BLOCK, true, 0.01, "", "layout") \
    X(PICTURE_CROP, "picture-crop", TECHNICAL, WARN, true, 0.15, "", "layout") \
    X(PICTURE_ALPHA, "picture-alpha", TECHNICAL, BLOCK, true, 0, "", "layout") \
    X(PICTURE_BLUR, "picture-blur", TECHNICAL, ADVISE, true, 60, "", "layout") \
    X(PICTURE_TEXT, "picture-text", TECHNICAL, WARN, true, 5, "words", "WCAG 2.2") \
    X(SLIDE_TEXT_MATCH, "slide-text-match", TECHNICAL, BLOCK, true, 90, "%", "content-schema") \
    X(BAKED_LETTER_HEIGHT, "baked-letter-height", TECHNICAL, WARN, true, 155, \
      "of the distance, 1:n", "ASR A6") \
    X(CONTRAST_BAKED, "contrast-baked", TECHNICAL, WARN, true, 4.5, ": 1", "WCAG 2.2") \
    X(ALT_PRESENT, "alt-present", TECHNICAL, WARN, true, 0, "", "WCAG 2.2") \
    X(ALT_LENGTH, "alt-length", TECHNICAL, WARN, true, 125, "characters", "Papunet") \
    X(ALT_FORM, "alt-form", TECHNICAL, ADVISE, true, 0, "", "Papunet") \
    X(PERSON_PICTURE, "person-picture", SAFETY, ASK, true, 0, "", "content-schema") \
    X(QR_SIZE, "qr-size", TECHNICAL, BLOCK, true, 10, "of the distance, 1:n", "layout") \
    X(QR_MODULE, "qr-module", TECHNICAL, BLOCK, true, 4, "px", "layout") \
    X(QR_QUIET, "qr-quiet", TECHNICAL, BLOCK, true, 4, "squares", "ISO/IEC 18004") \
    X(QR_COLOUR, "qr-colour", TECHNICAL, BLOCK, true, 4.5, ": 1", "ISO/IEC 18004") \
    X(QR_LEVEL, "qr-level", TECHNICAL, ADVISE, true, 0, "", "ISO/IEC 18004") \
    X(QR_DECODES, "qr-decodes", TECHNICAL, BLOCK, true, 0, "", "content-schema")

#define FINDINGS_PICTURES(X) \
    X(PICTURE_SMALL, PICTURE_UPSCALE, WARN, \
      N_("The picture is small. The display {0} shows it {1} times larger."), \
      N_("A picture that is enlarged looks soft."), \
      N_("Send a larger picture: at least {2} × {3} pixels."), "") \
    X(PICTURE_TOO_SMALL, PICTURE_UPSCALE, BLOCK, \
      N_("The picture is too small. The display {0} would show it {1} times larger."), \
      N_("A picture that is enlarged so much cannot be made out."), \
      N_("Send a larger picture: at least {2} × {3} pixels."), "") \
    X(PICTURE_SHAPE, PICTURE_ASPECT, BLOCK, \
      N_("The slide is {0} × {1} pixels. The display has another shape."), \
      N_("The screen neither cuts nor stretches a ready-made slide."), \
      N_("Make a slide of {2} × {3} pixels."), "") \
    X(PICTURE_PAPER, PICTURE_ASPECT, BLOCK, \
      N_("The slide has the shape of a sheet of paper: {0} × {1} pixels."), \
      N_("Posters on paper do not fit the shape of the display, and their letters are small."), \
      N_("Make a slide of {2} × {3} pixels. Or write the announcement as text."), "") \
    X(PICTURE_CROPPED, PICTURE_CROP, WARN, \
      N_("The display {0} cuts {1} % of the picture away."), \
      N_("What matters in the picture may be cut away."), \
      N_("Send a picture of another shape. 4 : 3 is good."), "") \
    X(PICTURE_STRIP, PICTURE_CROP, WARN, \
      N_("The picture is long and narrow. On the display {0} it is a strip of {1} mm."), \
      N_("Nobody can see from afar what is in it."), \
      N_("Send a picture whose long side is at most three times its short side."), "") \
    X(PICTURE_CLEAR, PICTURE_ALPHA, BLOCK, \
      N_("A part of the slide is transparent."), \
      N_("Another colour comes through there. The text may be hard to read."), \
      N_("Fill the ground of the slide with a colour, and save it again."), "") \
    X(PICTURE_BLURRED, PICTURE_BLUR, ADVISE, \
      N_("The picture may be blurred."), \
      N_("A sharp picture is easier to make out from afar."), \
      N_("Look at the picture. If it is blurred, send a sharper one."), "") \
    X(TEXT_IN_PICTURE, PICTURE_TEXT, WARN, \
      N_("There is text in the picture: {0}"), \
      N_("It is small on the display, and it is not read out to people who do not see."), \
      N_("Write the text in the announcement. Send a picture without text."), "") \
    X(SLIDE_WORDS, SLIDE_TEXT_MATCH, WARN, \
      N_("These words stand on the slide but not in the announcement: {0}"), \
      N_("People who do not see the slide get the text of the announcement."), \
      N_("Write in the announcement everything that stands on the slide."), "") \
    X(SLIDE_OTHER, SLIDE_TEXT_MATCH, BLOCK, \
      N_("The slide and the text of the announcement differ. Missing in the text: {0}"), \
      N_("People who do not see the slide get the text of the announcement."), \
      N_("Write in the announcement everything that stands on the slide."), "") \
    X(SLIDE_FACT, SLIDE_TEXT_MATCH, WARN, \
      N_("This stands in the announcement, but it was not found on the slide: {0}"), \
      N_("Times and numbers must be the same in both."), \
      N_("Compare the slide and the text. Mend the one that is wrong."), "") \
    X(LETTERS_BAKED, BAKED_LETTER_HEIGHT, WARN, \
      N_("The slide has small letters: {0}"), \
      N_("On the display {1} the letter x is {2} mm high. To be read from afar it needs {3} mm."), \
      N_("Make the letters of the slide larger. Leave something out if need be."), "") \
    X(COLOURS_BAKED, CONTRAST_BAKED, WARN, \
      N_("The colours of text and ground are too close on the slide: {0}"), \
      N_("The contrast is {1} : 1. It should be at least {2} : 1."), \
      N_("Use darker letters on a light ground, or lighter letters on a dark one."), "") \
    X(ALT_MISSING, ALT_PRESENT, ASK, \
      N_("What is in the picture?"), \
      N_("People who do not see the picture get your description of it."), \
      N_("Write one sentence: what should people know of the picture?"), \
      N_("<img src=\"picture.jpg\" alt=\"Two people walk in the forest.\"/>")) \
    X(ALT_TITLE, ALT_PRESENT, ASK, \
      N_("The description of the picture is the same as the title. What is in the picture?"), \
      N_("People who do not see the picture hear the same thing twice."), \
      N_("Write one sentence: what should people know of the picture?"), \
      N_("<img src=\"picture.jpg\" alt=\"Two people walk in the forest.\"/>")) \
    X(ALT_WORD, ALT_PRESENT, WARN, \
      N_("The description does not tell what is in the picture: {0}"), \
      N_("People who do not see the picture get your description of it."), \
      N_("Write one sentence: what should people know of the picture?"), \
      N_("<img src=\"picture.jpg\" alt=\"Two people walk in the forest.\"/>")) \
    X(ALT_LONG, ALT_LENGTH, ADVISE, \
      N_("The description of the picture has {0} characters. At most {1} are good."), \
      N_("A long description is tiring to listen to."), \
      N_("Tell what matters in one or two sentences."), "") \
    X(ALT_TOO_LONG, ALT_LENGTH, WARN, \
      N_("The description of the picture is very long: {0} characters."), \
      N_("A long description is tiring to listen to."), \
      N_("Tell what matters in one or two sentences. At most {1} characters are good."), "") \
    X(ALT_STARTS, ALT_FORM, ADVISE, \
      N_("The description of the picture starts: {0}"), \
      N_("People hear already from their device that it is a picture."), \
      N_("Tell at once what is in the picture."), \
      N_("Two people walk in the forest.")) \
    X(ALT_STOP, ALT_FORM, ADVISE, \
      N_("There is no full stop at the end of the description of the picture."), \
      N_("A device that reads aloud makes a pause at a full stop."), \
      N_("Write a full stop at the end."), N_("Two people walk in the forest.")) \
    X(PERSON_ASKED, PERSON_PICTURE, ASK, \
      N_("Have the people in the picture agreed to be shown in the lobby?"), \
      N_("Everyone decides about pictures of themselves."), \
      N_("Ask each of them. If they agree, say so in the announcement."), \
      N_("<rights>The people in the picture have agreed to be shown.</rights>")) \
    X(PERSON_UNKNOWN, PERSON_PICTURE, ASK, \
      N_("Are there people in the picture? Have they agreed to be shown in the lobby?"), \
      N_("Everyone decides about pictures of themselves."), \
      N_("Ask each of them. If they agree, say so in the announcement."), \
      N_("<rights>The people in the picture have agreed to be shown.</rights>")) \
    X(CODE_SMALL, QR_SIZE, BLOCK, \
      N_("The QR code is {0} mm wide on the display {1}. It must be {2} mm wide."), \
      N_("Phones do not read a smaller code from {3} metres."), \
      N_("Make the code larger. Or leave it out and give a link: the screen draws the code."), "") \
    X(CODE_FINE, QR_MODULE, BLOCK, \
      N_("The squares of the QR code are {0} pixels wide on the display {1}."), \
      N_("Phones do not read squares of less than {2} pixels."), \
      N_("Make the code larger. Or leave it out and give a link: the screen draws the code."), "") \
    X(CODE_CROWDED, QR_QUIET, BLOCK, \
      N_("There is too little empty space round the QR code."), \
      N_("Phones find a code by its light border. It must be {0} squares wide on every side."), \
      N_("Leave a light border. Or leave the code out and give a link: the screen draws the " \
         "code."), "") \
    X(CODE_FAINT, QR_COLOUR, BLOCK, \
      N_("The colours of the QR code are too close. The contrast is {0} : 1."), \
      N_("Phones need a contrast of {1} : 1."), \
      N_("Make the code black on white. Or leave it out and give a link: the screen draws the " \
         "code."), "") \
    X(CODE_INVERTED, QR_COLOUR, BLOCK, \
      N_("The QR code is light on a dark ground."), \
      N_("Many phones read only dark codes on a light ground."), \
      N_("Make the code black on white. Or leave it out and give a link: the screen draws the " \
         "code."), "") \
    X(CODE_WEAK, QR_LEVEL, ADVISE, \
      N_("A small stain makes the QR code unreadable."), \
      N_("It was made with the least protection against damage (L)."), \
      N_("Make the code again with protection M or Q."), "") \
    X(CODE_OTHER, QR_DECODES, BLOCK, \
      N_("The QR code in the picture leads elsewhere than the link: {0}"), \
      N_("The link of the announcement is {1}"), \
      N_("Put the same address in both."), "") \
    X(CODE_UNDECLARED, QR_DECODES, BLOCK, \
      N_("The QR code in the picture leads to {0}"), \
      N_("The announcement does not give this address, so nobody can type it or check it."), \
      N_("Give the same address as the link of the announcement."), "")
/* clang-format on */
