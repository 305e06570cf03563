/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Soft hyphens, zero-width signs and letters in two parts (a + U+0308) hide words from a table,
 * a path such as /2026/12/01 is no date, and an identity code no phone number. Full normalisation
 * by a library was weighed: only the letters of the tables in written_words.c need to be composed.
 */
#include "rules/search_text.h"

#include "base/identity_code.h"
#include "base/utf8.h"

struct composed {
    uint32_t letter, mark, whole;
};

static const struct composed composed[] = {
    { 'a', 0x308, 0xE4 },    { 'o', 0x308, 0xF6 },    { 'u', 0x308, 0xFC },
    { 'a', 0x30A, 0xE5 },    { 'A', 0x308, 0xC4 },    { 'O', 0x308, 0xD6 },
    { 'U', 0x308, 0xDC },    { 'A', 0x30A, 0xC5 },    { 'o', 0x303, 0xF5 },
    { 'O', 0x303, 0xD5 },    { 'e', 0x301, 0xE9 },    { 'E', 0x301, 0xC9 },
    { 'a', 0x301, 0xE1 },    { 'A', 0x301, 0xC1 },    { 's', 0x30C, 0x161 },
    { 'S', 0x30C, 0x160 },   { 'z', 0x30C, 0x17E },   { 'Z', 0x30C, 0x17D },
    { 'c', 0x30C, 0x10D },   { 'C', 0x30C, 0x10C },   { 'n', 0x301, 0x144 },
    { 'N', 0x301, 0x143 },   { 0x438, 0x306, 0x439 }, { 0x418, 0x306, 0x419 },
    { 0x435, 0x308, 0x451 }, { 0x415, 0x308, 0x401 },
};

struct builder {
    uint32_t *points;
    size_t *bytes, count;
};

/* Soft hyphen, zero-width space, (non-)joiners, marks of direction, byte order mark. */
static bool is_unseen(uint32_t point)
{
    return point == 0xAD || (point >= 0x200B && point <= 0x200F) || point == 0x2060 ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) ||
           point == 0x61C || point == 0xFEFF;
}

static bool compose(uint32_t *last, uint32_t mark)
{
    for (size_t i = 0; i < ARRAY_LEN(composed); i++) {
        if (composed[i].letter == *last && composed[i].mark == mark) {
            *last = composed[i].whole;
            return true;
        }
    }
    return false;
}

static bool is_break(uint32_t point)
{
    return point == '\n' || point == '\r';
}

static void take_points(struct builder *out, struct str text)
{
    struct str rest = text;
    uint32_t point;
    for (;;) {
        size_t at = text.bytes - rest.bytes;
        if (!utf8_next(&rest, &point))
            break;
        if (is_unseen(point) || (out->count > 0 && compose(&out->points[out->count - 1], point)))
            continue;
        if (utf8_is_space(point) && !is_break(point))
            point = ' ';
        out->points[out->count] = point;
        out->bytes[out->count++] = at;
    }
    out->bytes[out->count] = text.bytes;
}

static bool looks_like_address(const uint32_t *points, size_t count)
{
    bool dotted = false;
    for (size_t i = 0; i < count; i++) {
        bool slashes =
            i + 2 < count && points[i] == ':' && points[i + 1] == '/' && points[i + 2] == '/';
        bool inner_dot = i > 0 && i + 1 < count && points[i] == '.' &&
                         utf8_is_letter(points[i - 1]) && utf8_is_letter(points[i + 1]);
        dotted = dotted || inner_dot;
        if (points[i] == '@' || slashes || (dotted && points[i] == '/'))
            return true;
    }
    return false;
}

static void blank_addresses(struct builder *out)
{
    for (size_t start = 0, end; start < out->count; start = end + 1) {
        for (end = start; end < out->count && !utf8_is_space(out->points[end]);)
            end++;
        if (!looks_like_address(out->points + start, end - start))
            continue;
        for (size_t i = start; i < end; i++)
            out->points[i] = SEARCH_BLANK;
    }
}

static void blank_identity_codes(struct builder *out, struct str text)
{
    struct identity_code code = { 0 };
    size_t i = 0, end = 0;
    for (; identity_code_find(text, end, &code); end = code.start + code.bytes) {
        while (i < out->count && out->bytes[i] < code.start)
            i++;
        while (i < out->count && out->bytes[i] < code.start + code.bytes)
            out->points[i++] = SEARCH_BLANK;
    }
}

struct search_text search_text_of(struct arena *arena, const struct sender_text *from)
{
    struct sender_text start = *from;
    start.text = str_slice(from->text, 0, SEARCH_BYTES_MAX);
    size_t room = start.text.bytes + 1;
    struct builder out = { .points = ARENA_ARRAY(arena, uint32_t, room),
                           .bytes = ARENA_ARRAY(arena, size_t, room) };
    take_points(&out, start.text);
    blank_addresses(&out);
    blank_identity_codes(&out, start.text);
    return (struct search_text){ start, out.points, out.bytes, out.count };
}

uint32_t search_point(const struct search_text *text, size_t at)
{
    return at < text->count ? text->points[at] : 0;
}

bool search_is_digit(const struct search_text *text, size_t at)
{
    return utf8_is_digit(search_point(text, at));
}

bool search_is_letter(const struct search_text *text, size_t at)
{
    return utf8_is_letter(search_point(text, at));
}

size_t search_skip_spaces(const struct search_text *text, size_t at)
{
    while (search_point(text, at) == ' ')
        at++;
    return at;
}

size_t search_skip_spaces_back(const struct search_text *text, size_t at)
{
    while (at > 0 && search_point(text, at - 1) == ' ')
        at--;
    return at;
}

size_t search_word_end(const struct search_text *text, size_t at)
{
    while (search_is_letter(text, at))
        at++;
    return at;
}

size_t search_word_start(const struct search_text *text, size_t at)
{
    while (at > 0 && search_is_letter(text, at - 1))
        at--;
    return at;
}

static bool is_word(const struct search_text *text, size_t start, size_t end, struct str word)
{
    uint32_t point;
    for (; start < end; start++) {
        if (!utf8_next(&word, &point) || utf8_lower(search_point(text, start)) != point)
            return false;
    }
    return word.bytes == 0;
}

bool search_is_one(const struct search_text *text, size_t start, size_t end, const char *words)
{
    struct str rest = str_of(words), word;
    while (start < end && str_next(&rest, ' ', &word)) {
        if (is_word(text, start, end, word))
            return true;
    }
    return false;
}

size_t search_number(const struct search_text *text, size_t at, size_t digits_max, int *ret_number)
{
    int number = 0;
    size_t digits = 0;
    while (search_is_digit(text, at + digits)) {
        if (digits == digits_max)
            return 0;
        number = number * 10 + (int)(search_point(text, at + digits) - '0');
        digits++;
    }
    if (digits > 0)
        *ret_number = number;
    return digits;
}

bool search_is_dash(uint32_t point)
{
    return point == '-' || (point >= 0x2010 && point <= 0x2015) || point == 0x2212;
}

struct str search_slice(const struct search_text *text, size_t start, size_t end)
{
    size_t from = text->bytes[start];
    return str_slice(text->from.text, from, text->bytes[end] - from);
}
