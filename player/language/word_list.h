/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Word lists: TSV files of content-schema/words/, read once and asked for each word of a text.
 *
 * A file is UTF-8 with one row a line, columns separated by one tab.
 *
 *   # A line that begins with # is a comment; empty lines are skipped.
 *   term<TAB>lang<TAB>replacement<TAB>note      the first other line names the columns
 *   mikäli<TAB>fi<TAB>jos<TAB>
 *
 * `term` must be there and is what is looked for; `lang` ("fi", "sv", "en"; empty or no such
 * column: every language) says in which texts; what the other columns mean is the asker's business
 * (kit.h names them for each list). Missing cells at the end of a row are empty.
 *
 * A term is one word, or several separated by single spaces (at most WORD_TERM_WORDS). Each word
 *   mikäli            matches every form of it: the word itself or, in Finnish, a reading whose
 *                     base form it is, or whose verb it is behind a participle; case is ignored
 *   =muassa           matches just this form
 *   avse|avser|avsåg  matches any of these (with = or not): how Swedish and English give forms
 *   ilmoittau*        matches every form that begins so
 *   *                 alone: any one word (inside a term of several words)
 * A full stop may belong to a word ("esim."): it then has to be in the text too.
 */
#pragma once

#include "language/morphology.h"
#include "model/language.h"

#define WORD_LIST_BYTES_MAX (1u << 20) /* our longest has under 100 kB */
#define WORD_LIST_COLUMNS_MAX 8
#define WORD_TERM_WORDS 6

struct word_list;

/* One row that matched. Its texts live as long as the list. */
struct word_row {
    const struct word_list *list;
    struct str cells[WORD_LIST_COLUMNS_MAX]; /* in the order of the file */
    enum language language;                  /* LANGUAGE_COUNT: every one */
    unsigned line;                           /* in the file, from 1 */
};

/* One word of a text as the look-up wants it: what tokens are made of (analysis.h). */
struct list_word {
    struct str lower; /* the form in lower case, NFC */
    struct readings readings;
    bool stop_follows; /* a full stop stands right behind it */
};

/*
 * Reads a list. `bytes` is copied; everything is in the arena.
 * NULL when there is no column `term` or the file is larger than WORD_LIST_BYTES_MAX. A row that
 * cannot be understood (no term, unknown language, a term of too many words) is left out and
 * counted: word_list_bad_rows.
 */
struct word_list *word_list_read(struct arena *arena, struct str bytes) NODISCARD;

size_t word_list_rows(const struct word_list *list);     /* rows that can match */
size_t word_list_bad_rows(const struct word_list *list); /* rows that were left out */

/* Row i of word_list_rows, in the order of the file, for tests and tables. */
const struct word_row *word_list_row(const struct word_list *list, size_t i);

/* A row's cell by the column's name; empty when there is none. */
struct str word_row_get(const struct word_row *row, const char *column);

/*
 * The row whose term begins at the first of some words: the longest term wins, then the earlier
 * row. Bounded by the words of a term, not by the length of the list.
 *
 * words      the words that follow each other in a sentence, `count` of them (1 is enough for
 *            terms of one word). list may be NULL: nothing matches.
 * ret_words  how many of them the term takes (may be NULL).
 */
const struct word_row *word_list_find(const struct word_list *list, enum language language,
                                      const struct list_word *words, size_t count,
                                      size_t *ret_words);
