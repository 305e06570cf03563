/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sender's text made ready for searching: code points, letters composed, what nobody sees left
 * out; web and mail addresses and identity codes blanked. Each point knows where it stands in the
 * text as written, so that a finding shows the sender's own words. Only for the .c files of this
 * folder.
 */
#pragma once

#include "rules/scan_text.h"

/*
 * The most of a text that is looked at: 4,000 characters are allowed, of up to four bytes. What is
 * longer has its finding already.
 */
#define SEARCH_BYTES_MAX ((size_t)TEXT_CHARACTERS_MAX * 4)

struct search_text {
    struct sender_text from; /* cut to SEARCH_BYTES_MAX */
    const uint32_t *points;
    const size_t *bytes; /* where each point starts in from.text; one more for the end */
    size_t count;
};

/* Stands for every character of what is blanked: neither letter nor digit nor space. */
#define SEARCH_BLANK 0xFFFCu

/* The arrays are in the arena; the sender's text must outlive them. */
struct search_text search_text_of(struct arena *arena, const struct sender_text *from) NODISCARD;

/* The point at a place, 0 outside the text (also at -1). */
uint32_t search_point(const struct search_text *text, size_t at);

/* A digit 0–9 stands there. */
bool search_is_digit(const struct search_text *text, size_t at);

/* A letter of any script stands there. */
bool search_is_letter(const struct search_text *text, size_t at);

/* Past the spaces that stand there, line breaks not among them. */
size_t search_skip_spaces(const struct search_text *text, size_t at);

/* Backwards over the spaces that end at `at`; never below 0. */
size_t search_skip_spaces_back(const struct search_text *text, size_t at);

/* Where the word that starts at `at` ends; `at` itself when no letter stands there. */
size_t search_word_end(const struct search_text *text, size_t at);

/* Where the word that ends before `at` starts. */
size_t search_word_start(const struct search_text *text, size_t at);

/*
 * True when just one of these words stands there: lower case, separated by spaces. The case in the
 * text does not matter.
 */
bool search_is_one(const struct search_text *text, size_t start, size_t end, const char *words);

/* Reads up to `digits_max` digits; how many, 0 when none or more stand there. */
size_t search_number(const struct search_text *text, size_t at, size_t digits_max, int *ret_number);

/* A hyphen or any dash; minus too. */
bool search_is_dash(uint32_t point);

/* The sender's words from one point to another. */
struct str search_slice(const struct search_text *text, size_t start, size_t end);
