/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where sentences end. Our own splitter: abbreviations, ordinals, dates, times, page and phone
 * numbers have full stops that end nothing. Pure.
 */
#pragma once

#include "base/str.h"

/*
 * Takes the next sentence off the front of *rest, trimmed; false when nothing is left. A newline
 * does not end a sentence (a soft line break is layout), an empty line does.
 */
bool sentence_next(struct str *rest, struct str *ret_sentence);

/* Sentences in a text. */
size_t sentence_count(struct str text);
