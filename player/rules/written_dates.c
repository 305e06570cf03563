/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All dates of a text. What stands between two of them makes them a range or a list, and then the
 * year of the last one is everybody's: people write it once.
 */
#include "rules/written_dates.h"

#include "rules/date_reading.h"

/* The times are in order, so a text full of them is still read in no time. */
const struct written_time *written_date_time_at(const struct reading *reading, size_t at)
{
    size_t least = 0, most = reading->in->time_count;
    while (least < most) {
        size_t middle = (least + most) / 2;
        const struct written_time *time = &reading->in->times[middle];
        if (at >= time->start && at < time->end)
            return time;
        if (at < time->start)
            most = middle;
        else
            least = middle + 1;
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
    const struct search_text *text = reading->in->text;
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
        !read_date_may_start(text, start) || search_is_dash(search_point(text, start - 1)) ||
        written_date_time_at(reading, start) || day.date.day < 1 || day.date.day >= date->date.day)
        return;
    push(reading, &day);
}

static void find_dates(struct reading *reading)
{
    for (size_t at = 0; at < reading->in->text->count;) {
        const struct written_time *time = written_date_time_at(reading, at);
        struct written_date date;
        if (time) {
            at = time->end;
        } else if (read_date_at(reading, at, &date)) {
            push_day_before(reading, &date);
            push(reading, &date);
            at = date.end;
        } else {
            at++;
        }
    }
}

static size_t skip_time(const struct reading *reading, size_t at)
{
    const struct written_time *time =
        written_date_time_at(reading, search_skip_spaces(reading->in->text, at));
    return time ? time->end : at;
}

/* What stands between a date and the next one makes them a range, a list, or strangers. */
static enum date_link link_between(const struct reading *reading, const struct written_date *date,
                                   const struct written_date *next)
{
    const struct search_text *text = reading->in->text;
    size_t at = search_skip_spaces(text, skip_time(reading, date->end)), start = at;
    enum date_link link = LINK_LIST;
    if (search_is_dash(search_point(text, at))) {
        link = LINK_RANGE;
        at++;
    } else {
        at = search_skip_spaces(text, at + (search_point(text, at) == ','));
        size_t end = search_word_end(text, at);
        at = date_weekday_joins(text, at, end) ? end : at;
    }
    if (at == start)
        return LINK_NONE;
    at = date_weekday_skip(reading, search_skip_spaces(text, at));
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

/* "31.12.–7.1.2027" starts a year earlier; "15.12. ja 1.12.2026" is only out of order. */
static int year_before(const struct reading *reading, const struct written_date *date,
                       const struct written_date *next)
{
    struct date same = { next->date.year, date->date.month, date->date.day };
    struct date earlier = { same.year - 1, same.month, same.day };
    bool listed = date->link == LINK_LIST && date_compare(earlier, reading->in->from) < 0;
    return date_compare(same, next->date) > 0 && !listed ? earlier.year : same.year;
}

/* From the last date to the first, so that a date can lean on the one behind it. */
static void fill_years(struct reading *reading)
{
    for (size_t i = reading->count; i > 0; i--) {
        struct written_date *date = &reading->dates[i - 1];
        const struct written_date *next = date + 1;
        if (date->year == YEAR_NONE && date->link != LINK_NONE) {
            date->date.year = year_before(reading, date, next);
            date->year = next->year == YEAR_NONE ? YEAR_NONE : YEAR_BORROWED;
        } else if (date->year == YEAR_NONE) {
            date->date.year = year_from(date->date, reading->in->from);
        }
        date->exists = date_is_valid(date->date);
    }
}

size_t written_dates(struct arena *arena, const struct date_context *context,
                     struct written_date **ret_dates)
{
    struct reading reading = { .in = context, .arena = arena };
    find_dates(&reading);
    link_dates(&reading);
    date_weekday_bind(&reading);
    fill_years(&reading);
    *ret_dates = reading.dates;
    return reading.count;
}
