/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See rewrite_number.h. People speak of shares in a dozen ways; the nearest one is taken. */
#include "language/rewrite_number.h"

#define DIGITS_KEPT 2 /* of a large number: 12 345 → 12 000 */
#define ROMAN_MAX 39  /* centuries, grades, floors; beyond them capitals are names */
#define NUMBER_BYTES_MAX 32

#define SHARE_EXACT 0.5 /* per cent; nearer ones need no "about" */

static const struct share {
    double per_cent;
    const char *words[3]; /* fi, sv, en */
} shares[] = {
    { 1, { "yksi sadasta", "en av hundra", "one in a hundred" } },
    { 5, { "yksi kahdestakymmenestä", "en av tjugo", "one in twenty" } },
    { 10, { "yksi kymmenestä", "en av tio", "one in ten" } },
    { 20, { "yksi viidestä", "en av fem", "one in five" } },
    { 25, { "yksi neljästä", "en av fyra", "one in four" } },
    { 33, { "yksi kolmesta", "en av tre", "one in three" } },
    { 40, { "kaksi viidestä", "två av fem", "two in five" } },
    { 50, { "puolet", "hälften", "half" } },
    { 60, { "kolme viidestä", "tre av fem", "three in five" } },
    { 67, { "kaksi kolmesta", "två av tre", "two in three" } },
    { 75, { "kolme neljästä", "tre av fyra", "three in four" } },
    { 80, { "neljä viidestä", "fyra av fem", "four in five" } },
    { 90, { "yhdeksän kymmenestä", "nio av tio", "nine in ten" } },
};

#define ALMOST_ALL 95
static const char *const almost_all[] = { "melkein kaikki", "nästan alla", "almost all" };
static const char *const about[] = { "noin", "ungefär", "about" };

/* Which column of the tables; false for a language that has none. */
static bool column_of(enum language language, size_t *ret_column)
{
    static const enum language columns[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_EN };
    for (size_t i = 0; i < ARRAY_LEN(columns); i++) {
        if (columns[i] == language) {
            *ret_column = i;
            return true;
        }
    }
    return false;
}

/* "37,4", "12 345" as a number: spaces fall away, a comma is a decimal sign, so is a stop. */
static bool value_of(struct arena *arena, struct str number, double *ret_value)
{
    struct text text = text_new(arena, NUMBER_BYTES_MAX);
    for (size_t i = 0; i < number.bytes; i++) {
        char byte = number.at[i];
        if (byte >= '0' && byte <= '9')
            text_add(&text, str_slice(number, i, 1));
        else if (byte == ',' || byte == '.')
            text_add_c(&text, ".");
    }
    return str_to_decimal(text_str(&text), ret_value);
}

struct str rewrite_percent(struct arena *arena, struct str number, enum language language)
{
    double value;
    size_t column;
    const struct share *best = &shares[0];
    if (!column_of(language, &column) || !value_of(arena, number, &value) || value >= 100)
        return (struct str){ 0 };
    for (size_t i = 1; i < ARRAY_LEN(shares); i++) {
        double off = shares[i].per_cent - value, best_off = best->per_cent - value;
        if (off * off < best_off * best_off)
            best = &shares[i];
    }
    if (value > ALMOST_ALL)
        return str_of(almost_all[column]);
    double off = value - best->per_cent;
    bool exact = off < SHARE_EXACT && off > -SHARE_EXACT;
    return str_format(arena, "%s%s%s", exact ? "" : about[column], exact ? "" : " ",
                      best->words[column]);
}

/* Thousands apart, as people write them. */
static struct str with_spaces(struct arena *arena, long value)
{
    if (value < 10000)
        return str_format(arena, "%ld", value);
    if (value < 1000000)
        return str_format(arena, "%ld %03ld", value / 1000, value % 1000);
    return str_format(arena, "%ld %03ld %03ld", value / 1000000, value / 1000 % 1000, value % 1000);
}

struct str rewrite_rounded(struct arena *arena, struct str number, enum language language)
{
    double value;
    size_t column;
    if (!column_of(language, &column) || !value_of(arena, number, &value) || value > 1e9)
        return (struct str){ 0 };
    long whole = (long)(value + 0.5), step = 1, most = 1;
    for (int i = 0; i < DIGITS_KEPT; i++)
        most *= 10;
    while (whole / step >= most)
        step *= 10;
    whole = (whole + step / 2) / step * step;
    return str_format(arena, "%s %.*s", about[column], STR_ARG(with_spaces(arena, whole)));
}

struct str rewrite_roman(struct arena *arena, struct str number)
{
    static const char *const tens[] = { "", "X", "XX", "XXX" };
    static const char *const ones[] = {
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"
    };
    for (int value = 1; value <= ROMAN_MAX; value++) {
        struct str roman = str_format(arena, "%s%s", tens[value / 10], ones[value % 10]);
        if (str_equal(roman, number))
            return str_format(arena, "%d", value);
    }
    return (struct str){ 0 };
}
