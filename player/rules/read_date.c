/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a date as a careful reader does: "3.5." is a day, but not in front of "kerros" or behind
 * "§", not in "klo 3.05", and not inside a longer number. In doubt it is no date: a finding that
 * is wrong costs more trust than one that is missed.
 */
#include "base/utf8.h"
#include "rules/date_reading.h"

/* Years that a loosely attached number may mean: "5.3. 2026", but not "5.3. 2000 kävijää". */
#define LOOSE_YEAR_LEAST 2020
#define LOOSE_YEAR_MOST 2059
#define YEAR_LEAST 1800
#define YEAR_MOST 2199
/* How far "26" may lie from the year in which the text is read. */
#define SHORT_YEARS_BACK 1
#define SHORT_YEARS_AHEAD 3

/* Beside "3.5." these say that it is a floor, a part of a law or a price. */
static const char not_behind[] =
    "kerros krs kohta kohdan kohdassa momentti mom luku luvun pykälä artikla euroa kilometriä km "
    "våning vån kap kapitlet punkt moment stycket floor chapter section kilometer корпус этаж "
    "korrus "
    "prosenttia metriä litraa tuntia pistettä";
static const char not_before[] =
    "laki lain pykälä pykälän kohta kohdat kohdan luku luvun versio hinta maksaa noin lag lagen "
    "paragraf punkt kapitel version pris chapter section item pykälässä asetus asetuksen n";

bool read_date_may_start(const struct search_text *text, size_t at)
{
    uint32_t before = search_point(text, at - 1);
    if (before == 0)
        return true;
    if (search_is_letter(text, at - 1) || search_is_digit(text, at - 1) || before == SEARCH_BLANK ||
        before == 0xA7 || before == '+')
        return false;
    bool joins = before == '.' || before == ',' || before == ':' || before == '/';
    return !joins || !search_is_digit(text, at - 2);
}

static bool is_bound_after(const struct search_text *text, size_t at)
{
    if (search_is_letter(text, at) || search_is_digit(text, at))
        return false;
    uint32_t sign = search_point(text, at);
    bool joins = sign == '.' || sign == ',' || sign == '/' || sign == ':';
    return !joins || !search_is_digit(text, at + 1);
}

static bool is_behind_section_sign(const struct search_text *text, size_t at)
{
    at = search_skip_spaces_back(text, at);
    return search_point(text, at - 1) == 0xA7;
}

/* "3.5. kerros", "lain 3.5. kohta", "3.5. §" */
static bool is_other_number(const struct search_text *text, size_t start, size_t end)
{
    size_t word = search_skip_spaces(text, end), before = search_skip_spaces_back(text, start);
    uint32_t sign = search_point(text, word);
    if (sign == 0xA7 || sign == '%' || sign == 0x20AC || is_behind_section_sign(text, start))
        return true;
    before -= before > 0 && search_point(text, before - 1) == '.';
    return search_is_one(text, word, search_word_end(text, word), not_behind) ||
           search_is_one(text, search_word_start(text, before), before, not_before);
}

static bool is_padded(const struct search_text *text, size_t at)
{
    return search_point(text, at) == '0' && search_is_digit(text, at + 1);
}

/* The year behind "1.12.", which ends at `at`. False when what follows makes it no date. */
static bool read_year(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->in->text;
    int number = 0;
    size_t start = search_skip_spaces(text, at), digits = search_number(text, start, 4, &number);
    date->end = at;
    date->month_stop = true;
    if (start > at && (digits != 4 || number < LOOSE_YEAR_LEAST || number > LOOSE_YEAR_MOST))
        return true;
    if (digits == 0)
        return start > at || is_bound_after(text, at);
    if (!is_bound_after(text, start + digits))
        return start > at;
    int century = reading->in->from.year / 100 * 100,
        year = digits == 2 ? century + number : number;
    bool is_short = digits == 2 && year >= reading->in->from.year - SHORT_YEARS_BACK &&
                    year <= reading->in->from.year + SHORT_YEARS_AHEAD;
    bool is_full = digits == 4 && year >= YEAR_LEAST && year <= YEAR_MOST;
    if (!is_short && !is_full)
        return false;
    date->date.year = year;
    date->year = is_short ? YEAR_SHORT : YEAR_FULL;
    date->spaced = date->spaced || start > at;
    date->end = start + digits;
    date->month_stop = false;
    return true;
}

static bool may_be_day_of_month(struct date date)
{
    return date.day >= 1 && date.day <= 31 && date.month >= 1 && date.month <= 12;
}

/* Without a stop behind the month only "klo" or "kl" behind it makes "5.3" a day. */
static bool clock_follows(const struct search_text *text, size_t at)
{
    size_t start = search_skip_spaces(text, at);
    return start > at && search_is_one(text, start, search_word_end(text, start), "klo kl");
}

/* 1.12.2026, 1. 12. 2026, 1.12.26, 1.12. */
static bool read_dots(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->in->text;
    size_t digits = search_number(text, at, 2, &date->date.day), month = at + digits + 1;
    if (digits == 0 || search_point(text, month - 1) != '.')
        return false;
    date->form = DATE_DOTS;
    date->padded = is_padded(text, at);
    date->spaced = search_point(text, month) == ' ';
    month = search_skip_spaces(text, month);
    digits = search_number(text, month, 2, &date->date.month);
    if (digits == 0)
        return false;
    date->padded = date->padded || is_padded(text, month);
    date->end = month + digits;
    bool stop = search_point(text, date->end) == '.';
    if (stop ? !read_year(reading, date->end + 1, date) : !clock_follows(text, date->end))
        return false;
    if (date->year != YEAR_NONE)
        return true;
    return !date->spaced && may_be_day_of_month(date->date) &&
           !is_other_number(text, date->start, date->end);
}

/* 1/12/2026 and 1-12-2026. In English the month may stand first. */
static bool read_slashes(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->in->text;
    size_t digits = search_number(text, at, 2, &date->date.day), month = at + digits + 1;
    uint32_t sign = search_point(text, month - 1);
    if (digits == 0 || (sign != '/' && sign != '-'))
        return false;
    digits = search_number(text, month, 2, &date->date.month);
    size_t year = month + digits + 1;
    if (digits == 0 || search_point(text, year - 1) != sign ||
        search_number(text, year, 4, &date->date.year) != 4 || !is_bound_after(text, year + 4))
        return false;
    date->form = sign == '/' ? DATE_SLASHES : DATE_DASHES;
    date->year = YEAR_FULL;
    date->padded = is_padded(text, at) || is_padded(text, month);
    date->end = year + 4;
    struct date turned = { date->date.year, date->date.day, date->date.month };
    date->unclear = reading->in->language == LANGUAGE_EN && may_be_day_of_month(turned);
    if (date->unclear && !may_be_day_of_month(date->date))
        date->date = turned;
    return may_be_day_of_month(date->date) && date->date.year >= YEAR_LEAST &&
           date->date.year <= YEAR_MOST;
}

/* 2026-12-01, also with a time behind it. */
static bool read_iso(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->in->text;
    if (search_number(text, at, 4, &date->date.year) != 4 || search_point(text, at + 4) != '-' ||
        search_number(text, at + 5, 2, &date->date.month) != 2 ||
        search_point(text, at + 7) != '-' || search_number(text, at + 8, 2, &date->date.day) != 2)
        return false;
    bool time_follows = search_is_one(text, at + 10, at + 11, "t");
    date->form = DATE_ISO;
    date->year = YEAR_FULL;
    date->end = at + 10;
    return (time_follows || is_bound_after(text, at + 10)) && date->date.year >= YEAR_LEAST &&
           date->date.year <= YEAR_MOST;
}

/* The year behind "1. joulukuuta" or "December 1,". */
static void read_word_year(const struct search_text *text, size_t at, struct written_date *date)
{
    int year = 0;
    size_t start = search_skip_spaces(text, at + (search_point(text, at) == ','));
    date->end = at;
    if (start == at || search_number(text, start, 4, &year) != 4 || year < YEAR_LEAST ||
        year > YEAR_MOST || !is_bound_after(text, start + 4))
        return;
    date->date.year = year;
    date->year = YEAR_FULL;
    date->end = start + 4;
}

/* Past "st", ":a", "." and "of" between a day and its month. */
static size_t skip_ordinal(const struct search_text *text, size_t at)
{
    bool colon = search_point(text, at) == ':' && search_is_one(text, at + 1, at + 2, "a e");
    if (colon || search_is_one(text, at, search_word_end(text, at), "st nd rd th"))
        at += 2;
    else if (search_point(text, at) == '.')
        at++;
    size_t word = search_skip_spaces(text, at), end = search_word_end(text, word);
    return search_is_one(text, word, end, "of") ? search_skip_spaces(text, end) : word;
}

/* English "may" and "march" are words of their own without a capital letter. */
static int read_month_word(const struct reading *reading, size_t start, size_t *ret_end)
{
    const struct search_text *text = reading->in->text;
    size_t end = search_word_end(text, start);
    int month = written_month(reading->in->language, text, start, end);
    if (month && reading->in->language == LANGUAGE_EN && !utf8_is_upper(search_point(text, start)))
        return 0;
    *ret_end = end;
    return month;
}

/* 1. joulukuuta 2026, 1 December 2026 */
static bool read_day_and_word(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->in->text;
    size_t digits = search_number(text, at, 2, &date->date.day);
    size_t word = skip_ordinal(text, at + digits), end;
    if (digits == 0 || date->date.day < 1 || date->date.day > 31 || word == at + digits)
        return false;
    date->date.month = read_month_word(reading, word, &end);
    if (date->date.month == 0)
        return false;
    date->form = DATE_WORDS;
    date->padded = is_padded(text, at);
    read_word_year(text, end, date);
    return true;
}

/* December 1, 2026; juovlamánu 1. */
static bool read_word_and_day(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->in->text;
    size_t end;
    date->date.month = read_month_word(reading, at, &end);
    if (date->date.month == 0)
        return false;
    size_t day = search_skip_spaces(text, end),
           digits = search_number(text, day, 2, &date->date.day);
    if (digits == 0 || day == end || date->date.day < 1 || date->date.day > 31)
        return false;
    end = day + digits;
    if (search_point(text, end) == ':' || search_point(text, end) == '%')
        return false;
    end += search_is_one(text, end, search_word_end(text, end), "st nd rd th") ? 2 : 0;
    if (search_is_letter(text, end) ||
        (search_point(text, end) == '.' && search_is_digit(text, end + 1)))
        return false;
    date->form = DATE_WORDS;
    read_word_year(text, end, date);
    return true;
}

typedef bool read_fn(const struct reading *reading, size_t at, struct written_date *date);

bool read_date_at(const struct reading *reading, size_t at, struct written_date *ret_date)
{
    static read_fn *const forms[] = { read_iso, read_dots, read_slashes, read_day_and_word };
    const struct search_text *text = reading->in->text;
    if (search_is_letter(text, at) && !search_is_letter(text, at - 1) &&
        written_month_may_lead(reading->in->language)) {
        *ret_date = (struct written_date){ .start = at };
        return read_word_and_day(reading, at, ret_date);
    }
    if (!search_is_digit(text, at) || !read_date_may_start(text, at))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
        *ret_date = (struct written_date){ .start = at };
        if (forms[i](reading, at, ret_date))
            return true;
    }
    return false;
}
