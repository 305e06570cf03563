/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything that begins with a digit. One walk gathers the digits and the signs between them, its
 * shape then says what it is; a grammar for each kind was weighed, but rules ask only that a
 * number is one thing and one word.
 */
#include "base/utf8.h"
#include "language/lexer.h"

#define PHONE_DIGITS_MIN 7
#define PHONE_DIGITS_MAX 15 /* ITU-T E.164 */
#define GLUED_LETTERS_MAX 4 /* "30min", "5km" are numbers; "3-vuotias" is a word */
#define NUMBER_BYTES_MAX 64 /* of one number; what is longer goes on as the next */
#define DASH "\xE2\x80\x93" /* en dash */
#define NO_BREAK "\xC2\xA0" /* no-break space */

static bool is_digit_at(struct str text, size_t at)
{
    return at < text.bytes && text.at[at] >= '0' && text.at[at] <= '9';
}

static bool is_at(struct str text, size_t at, const char *what)
{
    return at <= text.bytes && str_starts(str_slice(text, at, text.bytes), what);
}

static size_t digits_at(struct str text, size_t at)
{
    size_t count = 0;
    while (count < NUMBER_BYTES_MAX && is_digit_at(text, at + count))
        count++;
    return count;
}

/* A space within a number: bytes, 0: none. */
static size_t space_at(struct str text, size_t at)
{
    if (is_at(text, at, " "))
        return 1;
    return is_at(text, at, NO_BREAK) ? strlen(NO_BREAK) : 0;
}

/* "040 123 4567", "09-1234567", "+358 40 123 4567". */
static size_t phone_at(struct str text)
{
    size_t at = is_at(text, 0, "+"), digits = 0, end = 0;
    if (!is_digit_at(text, at) || (at == 0 && text.at[0] != '0'))
        return 0;
    while (digits <= PHONE_DIGITS_MAX) {
        size_t group = digits_at(text, at);
        if (group == 0)
            break;
        digits += group;
        end = at += group;
        at += is_at(text, at, "-") ? 1 : space_at(text, at);
        if (at == end)
            break;
    }
    bool goes_on = is_at(text, end, ".") && is_digit_at(text, end + 1);
    return digits >= PHONE_DIGITS_MIN && digits <= PHONE_DIGITS_MAX && !goes_on ? end : 0;
}

/* "1 200", "12 000 000": groups of three behind one to three digits. */
static size_t thousands_at(struct str text)
{
    size_t first = digits_at(text, 0), end = first, groups = 0;
    while (end < NUMBER_BYTES_MAX) {
        size_t space = space_at(text, end);
        if (space == 0 || digits_at(text, end + space) != 3)
            break;
        end += space + 3;
        groups++;
    }
    return first <= 3 && text.at[0] != '0' && groups > 0 ? end : 0;
}

/* Bytes of the signs that join digits: . : , / - – and ".–"; 0 when no digit follows. */
static size_t joint_at(struct str text, size_t at)
{
    size_t end = at;
    if (is_at(text, end, ".") || is_at(text, end, ":") || is_at(text, end, ",") ||
        is_at(text, end, "/"))
        end++;
    if (is_at(text, end, DASH))
        end += strlen(DASH);
    else if (is_at(text, end, "-"))
        end++;
    return end > at && is_digit_at(text, end) ? end - at : 0;
}

/* The shape of digits and joints. */
struct shape {
    size_t bytes;
    size_t groups;        /* runs of digits */
    unsigned first, last; /* numbers of the first and the last group, at most 9999 */
    bool stop, colon, comma, dash, slash;
};

static unsigned number_at(struct str text, size_t at, size_t digits)
{
    unsigned number = 0;
    for (size_t i = 0; i < digits && number < 1000; i++)
        number = number * 10 + (unsigned)(text.at[at + i] - '0');
    return number;
}

static struct shape shape_of(struct str text)
{
    struct shape shape = { 0 };
    size_t at = 0;
    while (at < NUMBER_BYTES_MAX) {
        size_t digits = digits_at(text, at);
        shape.last = number_at(text, at, digits);
        shape.first = shape.groups == 0 ? shape.last : shape.first;
        shape.groups++;
        at += digits;
        size_t joint = joint_at(text, at);
        if (joint == 0)
            break;
        struct str sign = str_slice(text, at, joint);
        shape.stop |= str_find_byte(sign, '.') >= 0;
        shape.colon |= str_find_byte(sign, ':') >= 0;
        shape.comma |= str_find_byte(sign, ',') >= 0;
        shape.slash |= str_find_byte(sign, '/') >= 0;
        shape.dash |= str_find_byte(sign, '-') >= 0 || str_find(sign, STR(DASH)) >= 0;
        at += joint;
    }
    shape.bytes = at;
    return shape;
}

/* "1.12" before another stop: the stop belongs to the date; "17.30." ends a sentence. */
static bool is_date(struct str text, const struct shape *shape)
{
    if (shape->colon || shape->comma || !shape->stop)
        return false;
    return shape->groups >= 3 || (is_at(text, shape->bytes, ".") && shape->last <= 12 &&
                                  shape->first <= 31 && shape->last > 0);
}

static bool is_time(const struct shape *shape)
{
    if (shape->comma || shape->slash)
        return false;
    return shape->colon || (shape->stop && shape->last < 60 && shape->first <= 24) ||
           (shape->dash && shape->first <= 24 && shape->last <= 24);
}

/* A unit that belongs to the number before it: " €", " %", " e/kk". */
static size_t unit_at(struct str text, size_t at, enum token_kind *ret_kind)
{
    static const struct {
        const char *sign;
        enum token_kind kind;
        bool letter;
    } units[] = {
        { "€/", TOKEN_PRICE, false }, { "€", TOKEN_PRICE, false },  { "e/", TOKEN_PRICE, false },
        { "e", TOKEN_PRICE, true },   { "%", TOKEN_NUMBER, false }, { "°C", TOKEN_NUMBER, true },
        { "°", TOKEN_NUMBER, false },
    };
    size_t from = at + space_at(text, at);
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        size_t end = from + strlen(units[i].sign);
        if (!is_at(text, from, units[i].sign))
            continue;
        if (units[i].letter && utf8_is_letter(lexer_point(text, end, NULL)))
            continue;
        if (str_ends(str_of(units[i].sign), "/"))
            end += lexer_word(str_slice(text, end, text.bytes));
        *ret_kind = units[i].kind;
        return end - at;
    }
    return 0;
}

/* What letters glued to the digits make of them: "30min" and "10:een" too. */
static size_t glued_at(struct str text, size_t at, enum token_kind *ret_kind)
{
    size_t from = at, letters = 0, bytes;
    bool joined = is_at(text, at, "-") || is_at(text, at, ":");
    from += joined;
    while (letters <= GLUED_LETTERS_MAX && utf8_is_letter(lexer_point(text, from, &bytes))) {
        from += bytes;
        letters++;
    }
    if (letters == 0)
        return 0;
    *ret_kind = joined || letters > GLUED_LETTERS_MAX ? TOKEN_WORD : *ret_kind;
    return joined + lexer_word(str_slice(text, at + joined, text.bytes));
}

/* "3." before a small letter: the stop of an ordinal. */
static size_t ordinal_stop(struct str text, size_t at)
{
    size_t space = space_at(text, at + 1);
    uint32_t after = lexer_point(text, at + 1 + space, NULL);
    return is_at(text, at, ".") && space > 0 && utf8_is_letter(after) && !utf8_is_upper(after);
}

size_t lexer_number(struct str text, enum token_kind *ret_kind)
{
    size_t phone = phone_at(text);
    *ret_kind = TOKEN_PHONE;
    if (phone > 0)
        return phone;
    if (!is_digit_at(text, 0))
        return 0;
    struct shape shape = shape_of(text);
    size_t thousands = thousands_at(text), end = shape.bytes;
    *ret_kind = TOKEN_NUMBER;
    if (is_date(text, &shape)) {
        *ret_kind = TOKEN_DATE;
        return end + is_at(text, end, ".");
    }
    if (is_time(&shape))
        *ret_kind = TOKEN_TIME;
    else if (thousands > end)
        end = thousands;
    size_t unit = unit_at(text, end, ret_kind);
    if (unit > 0)
        return end + unit;
    size_t glued = glued_at(text, end, ret_kind);
    return end + (glued > 0 ? glued : ordinal_stop(text, end));
}
