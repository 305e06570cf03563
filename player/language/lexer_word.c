/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words and addresses. An address is looked for in the run of letters without white space, within
 * a bound, so that a text without any space costs no more than another.
 */
#include "base/utf8.h"
#include "language/letters.h"
#include "language/lexer.h"

#define ADDRESS_BYTES_MAX 512
#define SUFFIX_LETTERS_MAX 5 /* ":lle", ":ssakin" */
#define BEFORE_SUFFIX_BYTES_MAX                                                                    \
    12                           /* "THL:n", "ry:n"; longer words before a colon are just words    \
                                  */
#define INNER_STOP_LETTERS_MAX 3 /* "t.ex", "bl.a", "e.g" */

uint32_t lexer_point(struct str text, size_t at, size_t *ret_bytes)
{
    uint32_t point = 0;
    struct str rest = str_slice(text, at, text.bytes);
    size_t before = rest.bytes;
    if (!utf8_next(&rest, &point))
        point = 0;
    if (ret_bytes)
        *ret_bytes = before - rest.bytes;
    return point;
}

static bool is_hyphen(uint32_t point)
{
    return point == '-' || point == 0x2010 || point == 0x2011;
}

static bool is_apostrophe(uint32_t point)
{
    return point == '\'' || point == 0x2019 || point == 0x2BC;
}

/* What a word is made of besides joints. */
static bool is_of_word(uint32_t point)
{
    return utf8_is_letter(point) || utf8_is_digit(point) || letters_is_accent(point) ||
           letters_is_invisible(point);
}

/* Letters from a byte on, at most one more than asked for. */
static size_t letters_from(struct str text, size_t at, size_t most)
{
    size_t count = 0, bytes;
    while (count <= most && utf8_is_letter(lexer_point(text, at, &bytes))) {
        at += bytes;
        count++;
    }
    return count;
}

/* ":n" behind a short word. */
static bool is_suffix_at(struct str text, size_t at)
{
    uint32_t after = lexer_point(text, at + 1, NULL);
    if (text.at[at] != ':' || at > BEFORE_SUFFIX_BYTES_MAX || !utf8_is_letter(after) ||
        utf8_is_upper(after))
        return false;
    return letters_from(text, at + 1, SUFFIX_LETTERS_MAX) <= SUFFIX_LETTERS_MAX;
}

/* The stop within "t.ex." and "bl.a.": short parts, nothing but letters on both sides. */
static bool is_inner_stop(struct str text, size_t at, size_t part_start)
{
    if (text.at[at] != '.' || at - part_start > INNER_STOP_LETTERS_MAX)
        return false;
    size_t letters = letters_from(text, at + 1, INNER_STOP_LETTERS_MAX), bytes, next = at + 1;
    uint32_t after = lexer_point(text, at + 1, NULL);
    if (letters == 0 || letters > INNER_STOP_LETTERS_MAX || utf8_is_upper(after))
        return false;
    while (utf8_is_letter(lexer_point(text, next, &bytes)))
        next += bytes;
    after = lexer_point(text, next, NULL);
    return after == '.' || after == 0 || utf8_is_space(after);
}

/* Bytes of a joint within a word: a hyphen, an apostrophe, a colon or a stop; 0: the word ends. */
static size_t joint_at(struct str text, size_t at, size_t part_start)
{
    size_t bytes;
    uint32_t point = lexer_point(text, at, &bytes), after = lexer_point(text, at + bytes, NULL);
    if (is_hyphen(point))
        return bytes; /* also the one at the end of "sosiaali-" */
    if (is_apostrophe(point) && utf8_is_letter(after))
        return bytes;
    if (point == ':' && is_suffix_at(text, at))
        return bytes;
    return point == '.' && is_inner_stop(text, at, part_start) ? bytes : 0;
}

size_t lexer_word(struct str text)
{
    size_t at = 0, bytes, part_start = 0;
    uint32_t point = lexer_point(text, 0, &bytes);
    if (is_hyphen(point) && utf8_is_letter(lexer_point(text, bytes, NULL)))
        at = part_start = bytes; /* "-palvelut" */
    else if (!utf8_is_letter(point))
        return 0;
    while (at < text.bytes) {
        point = lexer_point(text, at, &bytes);
        if (is_of_word(point)) {
            at += bytes;
            continue;
        }
        size_t joint = joint_at(text, at, part_start);
        if (joint == 0)
            break;
        at += joint;
        part_start = at;
        if (is_hyphen(point) && !is_of_word(lexer_point(text, at, NULL)))
            break;
    }
    return at;
}

/* Endings of web addresses that people write without "www." */
static bool is_top_domain(struct str label)
{
    static const char *const names[] = { "fi",  "com", "org", "net",  "eu",      "se", "ax",
                                         "edu", "gov", "app", "info", "example", "io" };
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (str_is(label, names[i]))
            return true;
    }
    return false;
}

/* "yhdistys.fi", "palvelu.yhdistys.fi": the bytes of the host name; 0 when it is none. */
static size_t host_bytes(struct str text)
{
    size_t at = 0, label = 0, bytes, good = 0;
    while (at < text.bytes) {
        uint32_t point = lexer_point(text, at, &bytes);
        if (point == '.' && at > label) {
            label = at + 1;
        } else if (!utf8_is_digit(point) && point != '-' &&
                   (!utf8_is_letter(point) || utf8_is_upper(point))) {
            break;
        }
        at += bytes;
    }
    if (label > 0 && is_top_domain(str_slice(text, label, at - label)))
        good = at;
    return good;
}

static bool begins_with(struct str text, const char *lower)
{
    for (size_t i = 0; lower[i]; i++) {
        if (i >= text.bytes || utf8_lower((uint8_t)text.at[i]) != (uint8_t)lower[i])
            return false;
    }
    return true;
}

/* The run that an address may take: up to white space, brackets or quotes, without end marks. */
static struct str address_run(struct str text)
{
    size_t at = 0, bytes;
    while (at < text.bytes && at < ADDRESS_BYTES_MAX) {
        uint32_t point = lexer_point(text, at, &bytes);
        if (utf8_is_space(point) || point == '"' || point == '<' || point == '>' || point == ')' ||
            point == '(' || (point >= 0x201C && point <= 0x201E) || point == 0xBB)
            break;
        at += bytes;
    }
    while (at > 0 && strchr(".,;:!?'", text.at[at - 1]))
        at--;
    return str_slice(text, 0, at);
}

size_t lexer_address(struct str text, enum token_kind *ret_kind)
{
    struct str run = address_run(text);
    ptrdiff_t sign = str_find_byte(run, '@');
    if (sign > 0 && str_find_byte(str_slice(run, (size_t)sign, run.bytes), '.') > 1) {
        *ret_kind = TOKEN_EMAIL;
        return run.bytes;
    }
    bool named = begins_with(run, "http://") || begins_with(run, "https://") ||
                 (begins_with(run, "www.") && run.bytes > strlen("www."));
    size_t host = named ? run.bytes : host_bytes(run);
    if (host == 0 || (host < run.bytes && run.at[host] != '/' && run.at[host] != ':'))
        return 0;
    *ret_kind = TOKEN_URL;
    return run.bytes;
}
