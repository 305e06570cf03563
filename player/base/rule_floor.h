/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a centre can make of a rule: the range of its limit, and whether it can be switched off.
 * Beyond that nobody can read the notice, whatever a profile says. A rule with a limit has a row; one
 * without a row cannot be switched off. How mild a severity may be is one rule for all: what blocks
 * can become a warning and no less, unless nobody can override it.
 *
 * X(CODE, least limit, most limit, switch)
 *
 * The range is in the unit of the rule's row in rule_list.h; 0, 0: it has none. Switch: KEPT, it is
 * always on; ON, a profile may say severity="off"; OFF, it is off until a profile gives a severity.
 */
#pragma once

/* clang-format off */
#define FLOOR_LIST(X)                                                                              \
    X(CONTRAST_TEXT, 4.5, 7, KEPT)                                                                 \
    X(CONTRAST_LARGE, 3, 4.5, KEPT)                                                                \
    X(CONTRAST_ENHANCED, 4.5, 21, KEPT)                                                            \
    X(CONTRAST_PICTURE, 0, 10, KEPT)                                                               \
    X(CONTRAST_NONTEXT, 3, 7, KEPT)                                                                \
    X(COLOUR_ALONE, 3, 7, KEPT)                                                                    \
    X(CVD_PREVIEW, 3, 7, ON)                                                                       \
    X(GLARE_WHITE, 20, 100, OFF)                                                                   \
    X(APCA_NOTE, 45, 108, OFF)                                                                     \
    X(LOW_VISION_FACTOR, 1, 3.5, KEPT)                                                             \
    X(LINE_LENGTH, 37, 80, KEPT)                                                                   \
    X(SAFE_AREA, 2, 10, KEPT)                                                                      \
    X(AUTO_ADVANCE, 0, 60, ON)                                                                     \
    X(FLASH_GENERAL, 0, 0.5, KEPT)                                                                 \
    X(FLASH_RED, 0, 0.5, KEPT)                                                                     \
    X(FLASH_EXTENDED, 1, 4, KEPT)                                                                  \
    X(PATTERN, 5, 25, ON)                                                                          \
    X(FILE_HEADER_FIRST, 320, 8192, KEPT)                                                          \
    X(FILE_SIZE, 65536, 20 << 20, KEPT)                                                            \
    X(PICTURE_UPSCALE, 1, 2, KEPT)                                                                 \
    X(PICTURE_ASPECT, 0, 0.01, KEPT)                                                               \
    X(PICTURE_CROP, 0.05, 0.15, KEPT)                                                              \
    X(PICTURE_BLUR, 5, 500, ON)                                                                    \
    X(PICTURE_TEXT, 3, 20, ON)                                                                     \
    X(SLIDE_TEXT_MATCH, 60, 100, ON)                                                               \
    X(BAKED_LETTER_HEIGHT, 100, 200, ON)                                                           \
    X(CONTRAST_BAKED, 4.5, 7, ON)                                                                  \
    X(ALT_LENGTH, 60, 250, KEPT)                                                                   \
    X(PERSON_PICTURE, 0, 0, ON)                                                                    \
    X(QR_SIZE, 5, 10, KEPT)                                                                        \
    X(QR_MODULE, 4, 10, KEPT)                                                                      \
    X(QR_QUIET, 4, 8, KEPT)                                                                        \
    X(QR_COLOUR, 4.5, 21, KEPT)                                                                    \
    X(LETTER_HEIGHT_MIN, 100, 200, KEPT)                                                           \
    X(LETTER_HEIGHT_TITLE, 0.4, 1, KEPT)                                                           \
    X(TITLE_LENGTH, 20, 70, KEPT)                                                                  \
    X(TEXT_LENGTH, 60, 456, KEPT)                                                                  \
    X(MESSAGE_LEVELS, 2, 8, KEPT)                                                                  \
    X(ALL_CAPS, 0, 4, KEPT)                                                                        \
    X(VALIDITY_ORDER, 1, 12, KEPT)                                                                 \
    X(YEAR_PRESENT, 1, 12, KEPT)                                                                   \
    X(QR_PAYLOAD, 26, 122, KEPT)                                                                   \
    X(EVENT_PAST, 0, 120, KEPT)                                                                    \
    X(LINK_VISIBLE, 20, 40, KEPT)                                                                  \
    X(ROOM_CLASH, 1, 365, ON)                                                                      \
    X(SECOND_CONTACT, 0, 0, ON)                                                                    \
    X(PLACE_ACCESS, 0, 0, ON)                                                                      \
    X(SENTENCE_TOO_LONG, 8, 20, KEPT)                                                              \
    X(MEAN_SENTENCE_LENGTH, 6, 15, KEPT)                                                           \
    X(MANY_CLAUSES, 2, 4, KEPT)                                                                    \
    X(LONG_VERBLESS_RUN, 5, 12, KEPT)                                                              \
    X(LONG_NOUN_PHRASE, 4, 10, KEPT)                                                               \
    X(GENITIVE_CHAIN, 2, 5, KEPT)                                                                  \
    X(NOMINALISATION, 1, 5, KEPT)                                                                  \
    X(PASSIVE, 10, 100, KEPT)                                                                      \
    X(NEGATION_DOUBLE, 1, 3, KEPT)                                                                 \
    X(NO_DIRECT_ADDRESS, 10, 60, KEPT)                                                             \
    X(RARE_WORD, 5, 40, KEPT)                                                                      \
    X(HARD_WORD_UNEXPLAINED, 10, 20, KEPT)                                                         \
    X(COMPOUND_TOO_LONG, 3, 5, KEPT)                                                               \
    X(WORD_TOO_LONG, 14, 25, KEPT)                                                                 \
    X(ACRONYM_UNEXPLAINED, 2, 4, KEPT)                                                             \
    X(PARENTHESIS, 0, 3, KEPT)                                                                     \
    X(NUMBER_FORMAT, 1, 5, KEPT)                                                                   \
    X(HARD_STRUCTURES, 1, 5, KEPT)                                                                 \
    X(LAHELLA_LINK, 0, 0, ON)
/* clang-format on */
