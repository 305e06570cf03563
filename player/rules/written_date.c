/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading dates as a careful reader does: "3.5." is a day, but not in front of "kerros" or behind
 * "§", not in "klo 3.05", and not inside a longer number. In doubt it is no date: a finding that
 * is wrong costs more trust than one that is missed.
 */
#include "rules/written_date.h"

#include "base/utf8.h"

/* Years that a loosely attached number may mean: "5.3. 2026", but not "5.3. 2000 kävijää". */
#define LOOSE_YEAR_LEAST 2020
#define LOOSE_YEAR_MOST 2059
#define YEAR_LEAST 1800
#define YEAR_MOST 2199
/* How far "26" may lie from the year in which the text is read. */
#define SHORT_YEARS_BACK 1
#define SHORT_YEARS_AHEAD 3

struct reading {
    const struct search_text *text;
    enum language language;
    struct date from;
    const struct written_time *times;
    size_t time_count;
    struct arena *arena;
    struct written_date *dates;
    size_t count;
};

/* Beside "3.5." these say that it is a floor, a part of a law or a price. */
static const char not_behind[] =
    "kerros krs kohta kohdan kohdassa momentti mom luku luvun pykälä artikla euroa kilometriä km "
    "våning vån kap kapitlet punkt moment stycket floor chapter section kilometer корпус этаж "
    "korrus "
    "prosenttia metriä litraa tuntia pistettä";
static const char not_before[] =
    "laki lain pykälä pykälän kohta kohdat kohdan luku luvun versio hinta maksaa noin lag lagen "
    "paragraf punkt kapitel version pris chapter section item pykälässä asetus asetuksen n";

/* --- one date ------------------------------------------------------------------------------- */

static bool is_bound_before(const struct search_text *text, size_t at)
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
    const struct search_text *text = reading->text;
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
    int century = reading->from.year / 100 * 100, year = digits == 2 ? century + number : number;
    bool is_short = digits == 2 && year >= reading->from.year - SHORT_YEARS_BACK &&
                    year <= reading->from.year + SHORT_YEARS_AHEAD;
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
    const struct search_text *text = reading->text;
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
    if (search_point(text, date->end) == '.') {
        if (!read_year(reading, date->end + 1, date))
            return false;
    } else if (!is_bound_after(text, date->end) || !clock_follows(text, date->end)) {
        return false;
    }
    if (date->year != YEAR_NONE)
        return true;
    return !date->spaced && may_be_day_of_month(date->date) &&
           !is_other_number(text, date->start, date->end);
}

/* 1/12/2026 and 1-12-2026. In English the month may stand first. */
static bool read_slashes(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->text;
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
    date->unclear = reading->language == LANGUAGE_EN && may_be_day_of_month(turned);
    if (date->unclear && !may_be_day_of_month(date->date))
        date->date = turned;
    return may_be_day_of_month(date->date) && date->date.year >= YEAR_LEAST &&
           date->date.year <= YEAR_MOST;
}

/* 2026-12-01, also with a time behind it. */
static bool read_iso(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->text;
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
    if (search_point(text, at) == '.')
        at++;
    else if (search_point(text, at) == ':' && search_is_one(text, at + 1, at + 2, "a e"))
        at += 2;
    else if (search_is_one(text, at, search_word_end(text, at), "st nd rd th"))
        at += 2;
    size_t word = search_skip_spaces(text, at), end = search_word_end(text, word);
    return search_is_one(text, word, end, "of") ? search_skip_spaces(text, end) : word;
}

/* English "may" and "march" are words of their own without a capital letter. */
static int read_month_word(const struct reading *reading, size_t start, size_t *ret_end)
{
    const struct search_text *text = reading->text;
    size_t end = search_word_end(text, start);
    int month = written_month(reading->language, text, start, end);
    if (month && reading->language == LANGUAGE_EN && !utf8_is_upper(search_point(text, start)))
        return 0;
    *ret_end = end;
    return month;
}

/* 1. joulukuuta 2026, 1 December 2026 */
static bool read_day_and_word(const struct reading *reading, size_t at, struct written_date *date)
{
    const struct search_text *text = reading->text;
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
    const struct search_text *text = reading->text;
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

/* --- all of them ---------------------------------------------------------------------------- */

static const struct written_time *time_at(const struct reading *reading, size_t at)
{
    for (size_t i = 0; i < reading->time_count; i++) {
        if (at >= reading->times[i].start && at < reading->times[i].end)
            return &reading->times[i];
    }
    return NULL;
}

static void push(struct reading *reading, const struct written_date *date)
{
    *ARENA_PUSH(reading->arena, reading->dates, reading->count) = *date;
}

/* Takes along the "1." of "1.–3.12.2026", which stands before a date. */
static void push_day_before(struct reading *reading, const struct written_date *date)
{
    const struct search_text *text = reading->text;
    size_t least = reading->count > 0 ? reading->dates[reading->count - 1].end : 0;
    size_t dash = search_skip_spaces_back(text, date->start);
    if (dash <= least || !search_is_dash(search_point(text, dash - 1)))
        return;
    size_t end = search_skip_spaces_back(text, dash - 1), start = end;
    start -= start > least && search_point(text, start - 1) == '.';
    size_t digits_end = start;
    while (start > least && search_is_digit(text, start - 1))
        start--;
    struct written_date day = { .start = start,
                                .end = end,
                                .form = DATE_DAY,
                                .date.month = date->date.month,
                                .link = LINK_RANGE };
    if (digits_end - start > 2 || search_number(text, start, 2, &day.date.day) == 0 ||
        !is_bound_before(text, start) || search_is_dash(search_point(text, start - 1)) ||
        time_at(reading, start) || day.date.day < 1 || day.date.day >= date->date.day)
        return;
    push(reading, &day);
}

static bool read_one(const struct reading *reading, size_t at, struct written_date *ret_date)
{
    static read_fn *const forms[] = { read_iso, read_dots, read_slashes, read_day_and_word };
    const struct search_text *text = reading->text;
    if (search_is_letter(text, at) && !search_is_letter(text, at - 1) &&
        written_month_may_lead(reading->language)) {
        *ret_date = (struct written_date){ .start = at };
        return read_word_and_day(reading, at, ret_date);
    }
    if (!search_is_digit(text, at) || !is_bound_before(text, at))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(forms); i++) {
        *ret_date = (struct written_date){ .start = at };
        if (forms[i](reading, at, ret_date))
            return true;
    }
    return false;
}

static void find_dates(struct reading *reading)
{
    for (size_t at = 0; at < reading->text->count;) {
        const struct written_time *time = time_at(reading, at);
        struct written_date date;
        if (time) {
            at = time->end;
        } else if (read_one(reading, at, &date)) {
            push_day_before(reading, &date);
            push(reading, &date);
            at = date.end;
        } else {
            at++;
        }
    }
}

/* --- weekdays ------------------------------------------------------------------------------- */

static bool is_conjunction(const struct search_text *text, size_t start, size_t end)
{
    return search_is_one(text, start, end, "ja sekä tai och samt eller and or ja или и ning või");
}

/* The weekday word that ends at `end`; behind a short one a full stop is allowed. */
static bool weekday_before(const struct reading *reading, size_t end, struct weekday_word *ret_word,
                           size_t *ret_start)
{
    const struct search_text *text = reading->text;
    bool stop = end > 0 && search_point(text, end - 1) == '.';
    size_t start = search_word_start(text, end - stop);
    if (search_is_digit(text, start - 1) ||
        !written_weekday(reading->language, text, start, end - stop, ret_word) ||
        (stop && ret_word->form != WEEKDAY_SHORT))
        return false;
    *ret_start = start;
    return true;
}

/* Back over "den" and a comma that may stand between a weekday and its date. */
static size_t back_to_weekday(const struct reading *reading, size_t start)
{
    const struct search_text *text = reading->text;
    size_t end = search_skip_spaces_back(text, start), word = search_word_start(text, end);
    if (search_is_one(text, word, end, "den the"))
        end = search_skip_spaces_back(text, word);
    if (end > 0 && search_point(text, end - 1) == ',' && written_comma_may_part(reading->language))
        end--;
    return end;
}

struct weekday_group {
    struct weekday_word word, other; /* other: the one before, of a range or a list */
    size_t start, end, other_start;
    bool in_range, in_list;
};

/* "tiistaina", "ti–to", "maanantaina ja tiistaina" before a date. */
static bool group_before(const struct reading *reading, size_t start, struct weekday_group *group)
{
    const struct search_text *text = reading->text;
    group->end = back_to_weekday(reading, start);
    if (group->end == start || !weekday_before(reading, group->end, &group->word, &group->start))
        return false;
    size_t before = search_skip_spaces_back(text, group->start);
    uint32_t sign = search_point(text, before - 1);
    size_t word = search_word_start(text, before);
    bool range = search_is_dash(sign), list = sign == ',' || sign == '/' || sign == '&';
    if (range || list)
        before--;
    else if (is_conjunction(text, word, before))
        before = word;
    else
        return true;
    bool other = weekday_before(reading, search_skip_spaces_back(text, before), &group->other,
                                &group->other_start);
    group->in_range = other && range;
    group->in_list = other && !range;
    return true;
}

static struct written_weekday bound(enum weekday weekday, size_t start, size_t end)
{
    return (struct written_weekday){ true, weekday, start, end };
}

/* Binds the weekdays before date number i to it, or to it and the next one. */
static void bind_before(struct reading *reading, size_t i)
{
    struct written_date *date = &reading->dates[i];
    struct weekday_group group = { 0 };
    if (!group_before(reading, date->start, &group) || group.in_list)
        return;
    bool recurring = group.word.form == WEEKDAY_RECURRING;
    if (recurring && !group.in_range) {
        date->recurring = bound(group.word.weekday, group.start, group.end);
    } else if (!recurring && !group.in_range) {
        date->weekday = bound(group.word.weekday, group.start, group.end);
    } else if (!recurring && date->link == LINK_RANGE && i + 1 < reading->count) {
        date->weekday = bound(group.other.weekday, group.other_start, group.end);
        date[1].weekday = bound(group.word.weekday, group.start, group.end);
    }
}

/* "1.12.2026 (ti)", "1.12.2026 tiistaina", where no other date claims the weekday. */
static void bind_behind(struct reading *reading, size_t i)
{
    const struct search_text *text = reading->text;
    struct written_date *date = &reading->dates[i];
    size_t start = search_skip_spaces(text, date->end);
    bool in_brackets = search_point(text, start) == '(';
    start += in_brackets;
    size_t end = search_word_end(text, start);
    struct weekday_word word;
    if (start == date->end || !written_weekday(reading->language, text, start, end, &word))
        return;
    if (in_brackets && search_point(text, end + (search_point(text, end) == '.')) != ')')
        return;
    bool claimed = i + 1 < reading->count &&
                   back_to_weekday(reading, reading->dates[i + 1].start) >= end &&
                   back_to_weekday(reading, reading->dates[i + 1].start) <= end + 1;
    bool new_sentence = date->month_stop && utf8_is_upper(search_point(text, start));
    bool fits = in_brackets ? word.form != WEEKDAY_RECURRING : word.form == WEEKDAY_BASE;
    if (fits && (in_brackets || (!claimed && !new_sentence)))
        date->weekday = bound(word.weekday, start, end);
}

/* "tiistaisin klo 17–18, 1.9.–15.12.2026": over a time and commas back to the weekday. */
static void bind_over_time(struct reading *reading, size_t i)
{
    const struct search_text *text = reading->text;
    struct written_date *date = &reading->dates[i];
    size_t end = date->start;
    for (size_t t = reading->time_count; t > 0; t--) {
        const struct written_time *time = &reading->times[t - 1];
        size_t back = search_skip_spaces_back(text, date->start);
        back -= back > 0 && search_point(text, back - 1) == ',';
        if (time->end == back)
            end = search_skip_spaces_back(text, time->start);
    }
    struct weekday_group group = { 0 };
    if (end == date->start || !group_before(reading, end + 1, &group) || group.in_list ||
        group.in_range || group.word.form != WEEKDAY_RECURRING)
        return;
    date->recurring = bound(group.word.weekday, group.start, group.end);
}

static void bind_weekdays(struct reading *reading)
{
    for (size_t i = 0; i < reading->count; i++) {
        struct written_date *date = &reading->dates[i];
        bind_before(reading, i);
        if (!date->weekday.there && !date->recurring.there && date->form != DATE_DAY)
            bind_behind(reading, i);
        if (!date->weekday.there && !date->recurring.there && date->link == LINK_RANGE)
            bind_over_time(reading, i);
    }
}

/* --- years ---------------------------------------------------------------------------------- */

static size_t skip_time(const struct reading *reading, size_t at)
{
    const struct written_time *time = time_at(reading, search_skip_spaces(reading->text, at));
    return time ? time->end : at;
}

/* Past a weekday word, with its full stop, and "den". */
static size_t skip_weekday(const struct reading *reading, size_t at)
{
    const struct search_text *text = reading->text;
    size_t end = search_word_end(text, at);
    struct weekday_word word;
    if (!written_weekday(reading->language, text, at, end, &word))
        return at;
    bool stop = word.form == WEEKDAY_SHORT && search_point(text, end) == '.';
    at = search_skip_spaces(text, end + stop);
    end = search_word_end(text, at);
    return search_is_one(text, at, end, "den the") ? search_skip_spaces(text, end) : at;
}

/* What stands between a date and the next one makes them a range, a list, or strangers. */
static enum date_link link_between(const struct reading *reading, const struct written_date *date,
                                   const struct written_date *next)
{
    const struct search_text *text = reading->text;
    size_t at = search_skip_spaces(text, skip_time(reading, date->end)), start = at;
    enum date_link link = LINK_LIST;
    if (search_is_dash(search_point(text, at))) {
        link = LINK_RANGE;
        at++;
    } else {
        at = search_skip_spaces(text, at + (search_point(text, at) == ','));
        size_t end = search_word_end(text, at);
        if (is_conjunction(text, at, end))
            at = end;
        else if (at == start)
            return LINK_NONE;
    }
    at = skip_weekday(reading, search_skip_spaces(text, at));
    return at == next->start ? link : LINK_NONE;
}

static void link_dates(struct reading *reading)
{
    for (size_t i = 0; i + 1 < reading->count; i++) {
        struct written_date *date = &reading->dates[i];
        if (date->form != DATE_DAY)
            date->link = link_between(reading, date, date + 1);
    }
}

/* The first such day from a day on; 29.2. waits for a leap year. */
static int year_from(struct date date, struct date from)
{
    date.year =
        from.year + (date.month < from.month || (date.month == from.month && date.day < from.day));
    while (date.month == 2 && date.day == 29 && !date_is_leap_year(date.year))
        date.year++;
    return date.year;
}

/* From the last date to the first, so that a date can lean on the one behind it. */
static void fill_years(struct reading *reading)
{
    for (size_t i = reading->count; i > 0; i--) {
        struct written_date *date = &reading->dates[i - 1];
        const struct written_date *next = date + 1;
        if (date->year == YEAR_NONE && date->link != LINK_NONE) {
            bool later = date->date.month > next->date.month ||
                         (date->date.month == next->date.month && date->date.day > next->date.day);
            date->date.year = next->date.year - later;
            date->year = next->year == YEAR_NONE ? YEAR_NONE : YEAR_BORROWED;
        } else if (date->year == YEAR_NONE) {
            date->date.year = year_from(date->date, reading->from);
        }
        date->exists = date_is_valid(date->date);
    }
}

size_t written_dates(struct arena *arena, const struct search_text *text, enum language language,
                     const struct written_time *times, size_t time_count, struct date from,
                     struct written_date **ret_dates)
{
    struct reading reading = { .text = text,
                               .language = language,
                               .from = from,
                               .times = times,
                               .time_count = time_count,
                               .arena = arena };
    find_dates(&reading);
    link_dates(&reading);
    bind_weekdays(&reading);
    fill_years(&reading);
    *ret_dates = reading.dates;
    return reading.count;
}
