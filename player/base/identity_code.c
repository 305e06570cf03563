/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The text is read as signs: what nobody sees is passed over and letters of other widths are taken
 * for the plain ones, so that a soft hyphen or a full-width digit hides nothing. Date and check
 * character decide; business ids, bank accounts and telephone numbers have neither.
 *
 * Form and published examples: Digital and Population Data Services Agency, the reform of the
 * personal identity code (2023).
 */
#include "base/identity_code.h"

#include "base/utf8.h"

#define CHECK_SIGNS "0123456789ABCDEFHJKLMNPRSTUVWXY"
#define CHECK_MODULUS 31
#define INDIVIDUAL_LEAST 2 /* 002–899 are people, 900–999 temporary and fictitious */
#define DATE_SIGNS 6
#define SPACES_MAX 3 /* round the sign of the century */

/* One visible character, as its plain form. */
struct sign {
    uint32_t point; /* capital, dashes as '-' */
    const char *start, *end;
};

static bool is_between(uint32_t point, uint32_t first, uint32_t last)
{
    return point >= first && point <= last;
}

/* Soft hyphens, zero-width and direction marks, joiners, accents on their own, tags. */
static bool is_unseen(uint32_t point)
{
    static const struct {
        uint32_t first, last;
    } unseen[] = {
        { 0xAD, 0xAD },     { 0x300, 0x36F },     { 0x61C, 0x61C },   { 0x180E, 0x180E },
        { 0x200B, 0x200F }, { 0x202A, 0x202E },   { 0x2060, 0x206F }, { 0xFE00, 0xFE0F },
        { 0xFEFF, 0xFEFF }, { 0xE0000, 0xE01EF },
    };
    for (size_t i = 0; i < ARRAY_LEN(unseen); i++)
        if (is_between(point, unseen[i].first, unseen[i].last))
            return true;
    return false;
}

static uint32_t plain_digit(uint32_t point)
{
    static const uint32_t zeros[] = { 0x660, 0x6F0, 0xFF10 }; /* Arabic, Persian, full width */
    for (size_t i = 0; i < ARRAY_LEN(zeros); i++)
        if (is_between(point, zeros[i], zeros[i] + 9))
            return '0' + point - zeros[i];
    if (is_between(point, 0x1D7CE, 0x1D7FF)) /* bold, double-struck … of mathematics */
        return '0' + (point - 0x1D7CE) % 10;
    return point;
}

static uint32_t plain_letter(uint32_t point)
{
    if (is_between(point, 0xFF21, 0xFF3A) || is_between(point, 0xFF41, 0xFF5A))
        point -= 0xFEE0;                     /* full width */
    if (is_between(point, 0x1D400, 0x1D6A3)) /* alphabets of mathematics, 26 + 26 letters each */
        point = 'A' + (point - 0x1D400) % 52 % 26;
    return is_between(point, 'a', 'z') ? point - 'a' + 'A' : point;
}

static uint32_t plain(uint32_t point)
{
    bool dash = is_between(point, 0x2010, 0x2015) || point == 0x2212 || point == 0xFE58 ||
                point == 0xFE63 || point == 0xFF0D;
    return dash ? '-' : plain_letter(plain_digit(point));
}

static bool take_sign(struct str *rest, struct sign *ret_sign)
{
    struct str at = *rest;
    uint32_t point;
    while (utf8_next(rest, &point)) {
        if (!is_unseen(point)) {
            *ret_sign = (struct sign){ plain(point), at.at, rest->at };
            return true;
        }
        at = *rest;
    }
    return false;
}

static bool is_word(uint32_t point)
{
    return utf8_is_digit(point) || utf8_is_letter(point);
}

static bool take_digits(struct str *rest, size_t count, int *ret_number)
{
    struct sign sign;
    *ret_number = 0;
    for (size_t i = 0; i < count; i++) {
        if (!take_sign(rest, &sign) || !utf8_is_digit(sign.point))
            return false;
        *ret_number = *ret_number * 10 + (int)(sign.point - '0');
    }
    return true;
}

static void skip_spaces(struct str *rest)
{
    struct str next = *rest;
    struct sign sign;
    for (int i = 0; i < SPACES_MAX && take_sign(&next, &sign) && utf8_is_space(sign.point); i++)
        *rest = next;
}

/* The first year of the century that a sign stands for, or 0. */
static int century_of(uint32_t sign)
{
    static const struct {
        const char *signs;
        int century;
    } centuries[] = { { "+", 1800 }, { "-YXWVU", 1900 }, { "ABCDEF", 2000 } };
    for (size_t i = 0; i < ARRAY_LEN(centuries); i++)
        if (sign > 0 && sign < 0x80 && strchr(centuries[i].signs, (int)sign))
            return centuries[i].century;
    return 0;
}

static bool is_day(int day, int month, int year)
{
    static const int days[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    if (month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return false;
    return month != 2 || day < 29 || leap;
}

/* "011226-1300": what stands behind the date is an hour, in steps of five minutes. */
static bool is_hour(uint32_t century_sign, int individual, uint32_t check)
{
    int minute = individual % 10 * 10 + (int)(check - '0');
    return century_sign == '-' && utf8_is_digit(check) && individual / 10 <= 24 && minute < 60 &&
           minute % 5 == 0;
}

/* Does a code begin here? *ret_end: where it ends. */
static bool is_code(struct str rest, const char **ret_end, bool *ret_is_exact)
{
    int date, individual;
    struct sign century, check, next;
    if (!take_digits(&rest, DATE_SIGNS, &date))
        return false;
    skip_spaces(&rest);
    if (!take_sign(&rest, &century) || century_of(century.point) == 0)
        return false;
    skip_spaces(&rest);
    if (!take_digits(&rest, 3, &individual) || individual < INDIVIDUAL_LEAST ||
        !take_sign(&rest, &check) || check.point >= 0x80 || check.point == 0 ||
        !strchr(CHECK_SIGNS, (int)check.point))
        return false;
    if (take_sign(&rest, &next) && is_word(next.point))
        return false;
    if (!is_day(date / 10000, date / 100 % 100, century_of(century.point) + date % 100))
        return false;
    bool is_exact = CHECK_SIGNS[(date * 1000L + individual) % CHECK_MODULUS] == (char)check.point;
    if (!is_exact && is_hour(century.point, individual, check.point))
        return false;
    *ret_end = check.end;
    *ret_is_exact = is_exact;
    return true;
}

bool identity_code_find(struct str text, size_t from, struct identity_code *ret_code)
{
    struct str rest = str_slice(text, from, text.bytes), here = rest;
    struct sign sign;
    bool behind_word = from > 0;
    while (take_sign(&rest, &sign)) {
        const char *end;
        bool is_exact;
        if (!behind_word && utf8_is_digit(sign.point) && is_code(here, &end, &is_exact)) {
            *ret_code = (struct identity_code){ (size_t)(sign.start - text.at),
                                                (size_t)(end - sign.start), is_exact };
            return true;
        }
        behind_word = is_word(sign.point);
        here = rest;
    }
    return false;
}

/* Stars for all that identifies, a plain dash for the century; spaces and what is unseen stay. */
static void add_masked(struct text *out, struct str code)
{
    size_t signs = 0;
    uint32_t point;
    struct str rest = code;
    for (struct str at = rest; utf8_next(&rest, &point); at = rest) {
        if (is_unseen(point) || utf8_is_space(point))
            text_add(out, str_slice(at, 0, at.bytes - rest.bytes));
        else
            text_add(out, ++signs == DATE_SIGNS + 1 ? STR("-") : STR("*"));
    }
}

struct str identity_code_mask(struct arena *arena, struct str text)
{
    struct identity_code code;
    size_t from = 0;
    if (!identity_code_find(text, 0, &code))
        return str_copy(arena, text);
    struct text out = text_new(arena, text.bytes);
    do {
        text_add(&out, str_slice(text, from, code.start - from));
        add_masked(&out, str_slice(text, code.start, code.bytes));
        from = code.start + code.bytes;
    } while (identity_code_find(text, from, &code));
    text_add(&out, str_slice(text, from, text.bytes));
    return text_str(&out);
}
