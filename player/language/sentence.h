/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where sentences end. Our own splitter: abbreviations, ordinals, dates, times, page and phone
 * numbers have full stops that end nothing. Pure.
 */
#pragma once

#include "base/str.h"

/*
 * Takes the next sentence off the front of *rest, trimmed; false when nothing is left. An empty
 * line ends a sentence. A new line does not (a soft line break is layout), unless the line before
 * it ends in a colon, or the next begins with a bullet, a quotation dash or, when no comma stands
 * before it, with a capital.
 */
bool sentence_next(struct str *rest, struct str *ret_sentence);

/* Sentences in a text. */
size_t sentence_count(struct str text);
