/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slices of UTF-8 text: length in bytes, cut only between characters, not ended by a zero byte. */
#pragma once

#include "base/arena.h"
#include "base/attrs.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Text that someone else owns. The empty text is { NULL or any, 0 }. */
struct str {
    const char *at;
    size_t bytes;
};

/* A literal, and the two arguments that "%.*s" wants. */
#define STR(literal) ((struct str){ (literal), sizeof(literal) - 1 })
#define STR_ARG(s) (int)(s).bytes, (s).bytes ? (s).at : ""

/* The slice of a C string; NULL gives the empty text. Points into it. */
struct str str_of(const char *text);

/* A copy in the arena, ended by a zero byte that is not counted. */
struct str str_copy(struct arena *arena, struct str text) NODISCARD;

/* The same as a C string, for a library's door. */
char *str_c(struct arena *arena, struct str text) NODISCARD;

/* Text made as printf makes it, in the arena. */
struct str str_format(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3) NODISCARD;

/* a followed by b, in the arena. */
struct str str_join(struct arena *arena, struct str a, struct str b) NODISCARD;

bool str_equal(struct str a, struct str b);           /* byte for byte */
bool str_is(struct str a, const char *literal);       /* the same, with a C string */
bool str_starts(struct str text, const char *prefix); /* any text starts with "" */
bool str_ends(struct str text, const char *suffix);   /* any text ends with "" */
int str_compare(struct str a, struct str b);          /* by bytes, as strcmp orders */
int str_order(const void *a, const void *b);          /* of two struct str, for qsort and bsearch */
bool str_is_one_of(struct str text, const char *const *words, size_t count);
bool str_list_has(struct str list, struct str word); /* "a,b,c", with no blanks between */

bool str_is_blank(char byte); /* space, tab, CR, LF: also what XML calls white space */

/* Without white space at both ends. */
struct str str_trim(struct str text);

/* The text from byte `from`, at most `bytes` long; both are cut to what is there. */
struct str str_slice(struct str text, size_t from, size_t bytes);

/* Where the first such byte stands, counted in bytes; -1 when there is none. */
ptrdiff_t str_find_byte(struct str text, char byte);

/* The same for a text; an empty one is found at 0. */
ptrdiff_t str_find(struct str text, struct str what);

/*
 * Takes the part before the next separator off the front of *rest; the separator is dropped.
 * False when nothing is left. "a,,b" gives "a", "" and "b"; "a," gives "a" alone.
 */
bool str_next(struct str *rest, char separator, struct str *ret_part);

/* A whole non-negative decimal number of at most nine digits; false for anything else. */
bool str_to_number(struct str text, int *ret_number);

/*
 * A decimal number with a full stop, whatever the locale: "-12.50". A digit stands on both sides
 * of the stop; 15 significant digits count. False for anything else, also "+1", "1e3" and ".5".
 */
bool str_to_decimal(struct str text, double *ret_number);

/* Lower-case hexadecimal of bytes, in the arena. */
struct str str_hex(struct arena *arena, const uint8_t *data, size_t bytes) NODISCARD;

/* And back, from digits of either case; false unless the text is exactly `bytes` bytes. */
bool str_unhex(struct str text, uint8_t *ret_data, size_t bytes);

/* Text that grows, with a limit where it is made. Its memory is the arena's. */
struct text {
    struct arena *arena;
    char *at;
    size_t bytes, room, bytes_max;
    bool too_big; /* something was left out because of bytes_max */
};

/*
 * An empty text that may hold at most bytes_max bytes. What goes beyond is cut off between two
 * characters and noted; nothing can be added after that.
 */
struct text text_new(struct arena *arena, size_t bytes_max);

/* Adds a copy of a text. */
void text_add(struct text *text, struct str more);

/* The same from a C string, which is not NULL. */
void text_add_c(struct text *text, const char *more);

/* Adds what printf makes of its arguments. */
void text_format(struct text *text, const char *format, ...) PRINTF_LIKE(2, 3);

/* What has been gathered; valid until the next addition. Ended by a zero byte. */
struct str text_str(struct text *text);
