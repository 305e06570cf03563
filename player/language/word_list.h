/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Word lists: the TSV files of content-schema/words/, whose README.md describes them for people.
 * Read once, asked for each word of a text.
 *
 *   # a line that begins with # is a comment; empty lines are skipped
 *   mikäli<TAB>jos<TAB>a note
 *   matalan kynnyksen paikka<TAB>paikka, johon on helppo tulla
 *   enligt|enl.<TAB>som
 *   +tarjous
 *
 * Column 1 is what is looked for: one term, or several that share the row, separated by `|`. A
 * term is at most WORD_TERM_WORDS words with single spaces between. Each word of it
 *   mikäli    matches the form as it stands and, where there are readings, every form whose base
 *             it is, or whose verb it is behind a participle; case is ignored
 *   +tarjous  the same, and compounds that end in it at a seam of the dictionary
 *   =muassa   matches just this form
 * A full stop at the end of a word ("esim.") must stand in the text too.
 */
#pragma once

#include "language/morphology.h"

#define WORD_LIST_BYTES_MAX (1u << 20) /* our longest has under 100 kB */
#define WORD_COLUMNS 3
#define WORD_TERM_WORDS 6

struct word_list;

/* One row. Its texts live as long as the list. */
struct word_row {
    struct str term;   /* column 1 as it stands, with its | and + */
    struct str answer; /* column 2: plain words, a full name, a rule …; may be empty */
    struct str note;   /* column 3, likewise */
    unsigned line;     /* in its file, from 1 */
};

/* One word of a text as the look-up wants it; analysis.h makes them of tokens. */
struct list_word {
    struct str lower; /* the form in lower case, NFC, without its full stop */
    struct readings readings;
    bool stop_follows; /* a full stop stands right behind it */
};

/*
 * A new, empty list. Everything is in the arena.
 */
struct word_list *word_list_new(struct arena *arena) NODISCARD;

/*
 * Adds the rows of a file; `bytes` is copied. A row whose column 1 is that of an earlier row takes
 * its place; with "-" in column 2 the earlier row is taken away. Rows that cannot be understood
 * (no term, no UTF-8, too many words) are left out and counted: word_list_bad_rows.
 *
 * False, and nothing is added, when the file is larger than WORD_LIST_BYTES_MAX.
 */
bool word_list_add(struct word_list *list, struct str bytes) NODISCARD;

size_t word_list_rows(const struct word_list *list);     /* rows that can match; NULL: 0 */
size_t word_list_bad_rows(const struct word_list *list); /* rows that were left out */

/* Row i of word_list_rows, in the order of the file: for tests, tables and groups of synonyms. */
const struct word_row *word_list_row(const struct word_list *list, size_t i);

/*
 * The row with a term that begins at the first of some words: the longest term wins, then the
 * earlier row. The time does not depend on the length of the list.
 *
 * list       NULL: nothing matches.
 * words      words that follow each other in a sentence, `count` of them; WORD_TERM_WORDS do.
 * ret_words  how many of them the term takes; may be NULL, set only when a row is found.
 */
const struct word_row *word_list_find(const struct word_list *list, const struct list_word *words,
                                      size_t count, size_t *ret_words);

/* The same for one word as it stands, without readings. */
const struct word_row *word_list_find_form(const struct word_list *list, struct str lower);
