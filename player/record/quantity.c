/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See quantity.h. Numbers keep together by no-break spaces (U+00A0). */
#include "record/quantity.h"

#include <math.h>

#define NO_BREAK "\xc2\xa0"
#define MINUTE 60.0
#define HOUR 3600.0

struct str quantity_fill(struct arena *arena, const char *text, struct str a, struct str b,
                         struct str c)
{
    const struct str args[] = { a, b, c };
    return i18n_fill(arena, text, args, ARRAY_LEN(args));
}

static struct str number(struct arena *arena, double value)
{
    return str_format(arena, "%.0f", value);
}

struct str quantity_time(struct arena *arena, double seconds)
{
    struct str none = { 0 };
    double minutes = floor((seconds + MINUTE / 2) / MINUTE);
    if (seconds < MINUTE)
        /* TRANSLATORS: seconds */
        return quantity_fill(arena, _("{0} s"), number(arena, seconds), none, none);
    if (minutes < HOUR / MINUTE)
        /* TRANSLATORS: minutes */
        return quantity_fill(arena, _("{0} min"), number(arena, minutes), none, none);
    struct str hours = quantity_count(arena, (size_t)(minutes / 60));
    /* TRANSLATORS: hours and minutes */
    return quantity_fill(arena, _("{0} h {1} min"), hours, number(arena, fmod(minutes, 60)), none);
}

struct str quantity_percent(struct arena *arena, double part)
{
    struct str none = { 0 };
    /* TRANSLATORS: a percentage, with the space that the language puts before the sign */
    return quantity_fill(arena, _("{0}%"), number(arena, part * 100), none, none);
}

struct str quantity_count(struct arena *arena, size_t count)
{
    struct str digits = str_format(arena, "%zu", count);
    struct text grouped = text_new(arena, 128);
    for (size_t i = 0; i < digits.bytes; i++) {
        if (i > 0 && (digits.bytes - i) % 3 == 0 && digits.bytes > 4)
            text_add_c(&grouped, NO_BREAK);
        text_add(&grouped, str_slice(digits, i, 1));
    }
    return text_str(&grouped);
}

struct str quantity_date(struct arena *arena, struct date date)
{
    return date_text(arena, date);
}

struct str quantity_decimal(struct arena *arena, double value)
{
    long tenths = lround(value * 10);
    struct str whole = str_format(arena, "%ld", tenths / 10);
    struct str rest = str_format(arena, "%ld", tenths % 10);
    /* TRANSLATORS: a number with one decimal */
    return tenths % 10 == 0 ? whole
                            : quantity_fill(arena, _("{0}.{1}"), whole, rest, (struct str){ 0 });
}
