/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Slices and growing texts. Nothing here asks the locale: what a number looks like in a file must
 * not depend on who started the program.
 */
#include "base/str.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

#define NUMBER_DIGITS_MAX 9   /* fits an int of 32 bits */
#define DECIMAL_DIGITS_MAX 15 /* a double holds any 15 digits (DBL_DIG) */
#define TEXT_ROOM_MIN 64

struct str str_of(const char *text)
{
    return (struct str){ text, text ? strlen(text) : 0 };
}

char *str_c(struct arena *arena, struct str text)
{
    char *copy = arena_alloc(arena, text.bytes + 1, 1);
    if (text.bytes > 0)
        memcpy(copy, text.at, text.bytes);
    return copy;
}

struct str str_copy(struct arena *arena, struct str text)
{
    return (struct str){ str_c(arena, text), text.bytes };
}

/* The length that printf would give; a format that cannot be printed is a mistake of ours. */
PRINTF_LIKE(1, 0) static size_t printed_length(const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(length >= 0);
    return length < 0 ? 0 : (size_t)length;
}

PRINTF_LIKE(2, 0)
static struct str str_vformat(struct arena *arena, const char *format, va_list args)
{
    size_t bytes = printed_length(format, args);
    char *text = arena_alloc(arena, bytes + 1, 1);
    vsnprintf(text, bytes + 1, format, args);
    return (struct str){ text, bytes };
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    struct str text = str_vformat(arena, format, args);
    va_end(args);
    return text;
}

struct str str_join(struct arena *arena, struct str a, struct str b)
{
    char *both = arena_alloc(arena, a.bytes + b.bytes + 1, 1);
    if (a.bytes > 0)
        memcpy(both, a.at, a.bytes);
    if (b.bytes > 0)
        memcpy(both + a.bytes, b.at, b.bytes);
    return (struct str){ both, a.bytes + b.bytes };
}

bool str_equal(struct str a, struct str b)
{
    return a.bytes == b.bytes && (a.bytes == 0 || memcmp(a.at, b.at, a.bytes) == 0);
}

bool str_is(struct str a, const char *literal)
{
    return str_equal(a, str_of(literal));
}

bool str_starts(struct str text, const char *prefix)
{
    size_t bytes = strlen(prefix);
    return text.bytes >= bytes && (bytes == 0 || memcmp(text.at, prefix, bytes) == 0);
}

bool str_ends(struct str text, const char *suffix)
{
    size_t bytes = strlen(suffix);
    return text.bytes >= bytes &&
           (bytes == 0 || memcmp(text.at + text.bytes - bytes, suffix, bytes) == 0);
}

int str_compare(struct str a, struct str b)
{
    size_t bytes = a.bytes < b.bytes ? a.bytes : b.bytes;
    int order = bytes ? memcmp(a.at, b.at, bytes) : 0;
    if (order != 0)
        return order;
    return (a.bytes > b.bytes) - (a.bytes < b.bytes);
}

int str_order(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

bool str_is_one_of(struct str text, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (str_is(text, words[i]))
            return true;
    }
    return false;
}

bool str_list_has(struct str list, struct str word)
{
    struct str one;
    while (str_next(&list, ',', &one)) {
        if (str_equal(one, word))
            return true;
    }
    return false;
}

bool str_is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

struct str str_trim(struct str text)
{
    while (text.bytes > 0 && str_is_blank(text.at[0])) {
        text.at++;
        text.bytes--;
    }
    while (text.bytes > 0 && str_is_blank(text.at[text.bytes - 1]))
        text.bytes--;
    return text;
}

struct str str_slice(struct str text, size_t from, size_t bytes)
{
    if (text.bytes == 0)
        return text;
    if (from > text.bytes)
        from = text.bytes;
    size_t left = text.bytes - from;
    return (struct str){ text.at + from, bytes < left ? bytes : left };
}

ptrdiff_t str_find_byte(struct str text, char byte)
{
    const char *found = text.bytes ? memchr(text.at, byte, text.bytes) : NULL;
    return found ? found - text.at : -1;
}

ptrdiff_t str_find(struct str text, struct str what)
{
    if (what.bytes == 0)
        return 0;
    if (text.bytes == 0)
        return -1;
    const char *found = memmem(text.at, text.bytes, what.at, what.bytes);
    return found ? found - text.at : -1;
}

bool str_next(struct str *rest, char separator, struct str *ret_part)
{
    if (rest->bytes == 0)
        return false;
    ptrdiff_t place = str_find_byte(*rest, separator);
    if (place < 0) {
        *ret_part = *rest;
        *rest = str_slice(*rest, rest->bytes, 0);
        return true;
    }
    *ret_part = str_slice(*rest, 0, (size_t)place);
    *rest = str_slice(*rest, (size_t)place + 1, rest->bytes);
    return true;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool str_to_number(struct str text, int *ret_number)
{
    if (text.bytes == 0 || text.bytes > NUMBER_DIGITS_MAX)
        return false;
    int number = 0;
    for (size_t i = 0; i < text.bytes; i++) {
        if (!is_digit(text.at[i]))
            return false;
        number = number * 10 + (text.at[i] - '0');
    }
    *ret_number = number;
    return true;
}

/* Takes digits off the front into *number, at most *room significant ones; answers how many. */
static size_t take_digits(struct str *rest, double *number, int *room, double *scale)
{
    size_t count = 0;
    for (; count < rest->bytes && is_digit(rest->at[count]); count++) {
        if (*room == 0)
            continue;
        *number = *number * 10 + (rest->at[count] - '0');
        *scale *= 10;
        *room -= *number > 0;
    }
    *rest = str_slice(*rest, count, rest->bytes);
    return count;
}

bool str_to_decimal(struct str text, double *ret_number)
{
    bool is_negative = str_starts(text, "-");
    struct str rest = str_slice(text, is_negative, text.bytes);
    double number = 0, whole_scale = 1, scale = 1;
    int room = DECIMAL_DIGITS_MAX;
    size_t digits = take_digits(&rest, &number, &room, &whole_scale);
    if (digits == 0 || digits > DECIMAL_DIGITS_MAX)
        return false;
    if (str_starts(rest, ".")) {
        rest = str_slice(rest, 1, rest.bytes);
        if (take_digits(&rest, &number, &room, &scale) == 0)
            return false;
    }
    if (rest.bytes > 0)
        return false;
    number /= scale; /* both are whole and, up to 1e22, exact: the quotient is the nearest double */
    *ret_number = is_negative ? -number : number;
    return true;
}

struct str str_hex(struct arena *arena, const uint8_t *data, size_t bytes)
{
    static const char digits[] = "0123456789abcdef";
    char *text = arena_alloc(arena, 2 * bytes + 1, 1);
    for (size_t i = 0; i < bytes; i++) {
        text[2 * i] = digits[data[i] >> 4];
        text[2 * i + 1] = digits[data[i] & 15];
    }
    return (struct str){ text, 2 * bytes };
}

/* The value of a hexadecimal digit, or -1. */
static int hex_value(char byte)
{
    if (is_digit(byte))
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return -1;
}

bool str_unhex(struct str text, uint8_t *ret_data, size_t bytes)
{
    if (text.bytes % 2 != 0 || text.bytes / 2 != bytes)
        return false;
    for (size_t i = 0; i < text.bytes; i++)
        if (hex_value(text.at[i]) < 0)
            return false;
    for (size_t i = 0; i < bytes; i++)
        ret_data[i] = (uint8_t)(hex_value(text.at[2 * i]) * 16 + hex_value(text.at[2 * i + 1]));
    return true;
}

struct text text_new(struct arena *arena, size_t bytes_max)
{
    assert(bytes_max < SIZE_MAX / 2);
    return (struct text){ .arena = arena, .bytes_max = bytes_max };
}

/* Room for so many bytes more and the zero byte; the caller has looked at bytes_max. */
static void text_reserve(struct text *text, size_t more)
{
    size_t wanted = text->bytes + more + 1;
    if (wanted <= text->room)
        return;
    size_t room = text->room ? 2 * text->room : TEXT_ROOM_MIN;
    if (room > text->bytes_max + 1)
        room = text->bytes_max + 1;
    if (room < wanted)
        room = wanted;
    char *grown = arena_alloc(text->arena, room, 1);
    if (text->bytes > 0)
        memcpy(grown, text->at, text->bytes);
    text->at = grown;
    text->room = room;
}

/* The bytes of a slice that fit into `room` when it is cut between characters. */
static size_t bytes_that_fit(struct str more, size_t room)
{
    if (more.bytes <= room)
        return more.bytes;
    while (room > 0 && ((uint8_t)more.at[room] & 0xC0) == 0x80)
        room--;
    return room;
}

void text_add(struct text *text, struct str more)
{
    /* Once something is left out nothing follows: a text with a hole would say something else. */
    if (text->too_big || more.bytes == 0)
        return;
    size_t bytes = bytes_that_fit(more, text->bytes_max - text->bytes);
    text->too_big = bytes < more.bytes;
    text_reserve(text, bytes);
    memcpy(text->at + text->bytes, more.at, bytes);
    text->bytes += bytes;
    text->at[text->bytes] = '\0';
}

void text_add_c(struct text *text, const char *more)
{
    text_add(text, str_of(more));
}

void text_format(struct text *text, const char *format, ...)
{
    if (text->too_big)
        return;
    va_list args;
    va_start(args, format);
    size_t bytes = printed_length(format, args);
    if (bytes <= text->bytes_max - text->bytes) {
        text_reserve(text, bytes);
        vsnprintf(text->at + text->bytes, bytes + 1, format, args);
        text->bytes += bytes;
    } else {
        text_add(text, str_vformat(text->arena, format, args));
    }
    va_end(args);
}

struct str text_str(struct text *text)
{
    text_reserve(text, 0);
    text->at[text->bytes] = '\0';
    return (struct str){ text->at, text->bytes };
}
