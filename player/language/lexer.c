/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text into tokens: at each place the first thing that stands there is taken. */
#include "language/lexer.h"

#include "base/utf8.h"
#include "language/letters.h"

/* Marks that a reader sees as punctuation, besides those of ASCII. */
static bool is_mark(uint32_t point)
{
    static const uint32_t marks[] = { 0xAB,   0xBB,   0xB7,   0xA1,   0xBF,   0x2010,
                                      0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2018,
                                      0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022,
                                      0x2026, 0x2039, 0x203A, 0x060C, 0x061B, 0x061F };
    if (point < 0x80)
        return point != 0 && strchr("!\"#%&'()*,-./:;?@[\\]_{}", (int)point) != NULL;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        if (marks[i] == point)
            return true;
    }
    return false;
}

/* A run of the same mark: "...", "!!", "––". */
static size_t marks_at(struct str text, uint32_t mark)
{
    size_t at = 0, bytes;
    while (lexer_point(text, at, &bytes) == mark && bytes > 0)
        at += bytes;
    return at;
}

/* A run of signs that are neither letters nor digits, marks nor spaces: emoji with their joiners.
 */
static size_t signs_at(struct str text)
{
    size_t at = 0, bytes;
    for (;;) {
        uint32_t point = lexer_point(text, at, &bytes);
        if (bytes == 0 || utf8_is_letter(point) || utf8_is_digit(point) || utf8_is_space(point) ||
            is_mark(point))
            return at;
        at += bytes;
    }
}

static size_t skip_spaces(struct str text, size_t at)
{
    size_t bytes;
    for (;;) {
        uint32_t point = lexer_point(text, at, &bytes);
        if (bytes == 0 || (!utf8_is_space(point) && !letters_is_invisible(point)))
            return at;
        at += bytes;
    }
}

bool lexer_token(struct str text, size_t *at, struct token *ret_token)
{
    size_t from = skip_spaces(text, *at);
    struct str rest = str_slice(text, from, text.bytes);
    if (rest.bytes == 0)
        return false;
    enum token_kind kind = TOKEN_WORD;
    uint32_t point = lexer_point(rest, 0, NULL);
    size_t bytes = lexer_address(rest, &kind);
    if (bytes == 0)
        bytes = lexer_number(rest, &kind);
    if (bytes == 0) {
        kind = TOKEN_WORD;
        bytes = lexer_word(rest);
    }
    if (bytes == 0) {
        kind = is_mark(point) ? TOKEN_PUNCTUATION : TOKEN_SYMBOL;
        bytes = is_mark(point) ? marks_at(rest, point) : signs_at(rest);
    }
    *ret_token = (struct token){ .kind = kind, .from = from, .bytes = bytes };
    *at = from + bytes;
    return true;
}
