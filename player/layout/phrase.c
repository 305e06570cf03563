/* SPDX-License-Identifier: GPL-3.0-or-later */
/* glibc's fi_FI writes 05.03.2026; Finnish writes 5.3.2026: all of this is done by hand. */
#include "layout/phrase.h"

#define EN_DASH "\xE2\x80\x93"
#define NO_BREAK_SPACE "\xC2\xA0"
#define YEAR_SHOWN_DAYS 183 /* year-present: an event more than six months away */
#define EVENING_SECONDS_MAX (18 * 3600)

static const char *const english_months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                              "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

struct str phrase_clock(struct arena *arena, struct civil time)
{
    return str_format(arena, "%d.%02d", time.hour, time.minute);
}

static struct str bare_date(struct arena *arena, enum date_style style, struct date day,
                            bool with_year)
{
    if (style == DATE_MONTH_NAME) {
        const char *month = english_months[day.month - 1];
        const char *gap = NO_BREAK_SPACE;
        return with_year ? str_format(arena, "%d%s%s%s%d", day.day, gap, month, gap, day.year)
                         : str_format(arena, "%d%s%s", day.day, gap, month);
    }
    if (style == DATE_SLASH)
        return with_year ? str_format(arena, "%d/%d/%d", day.day, day.month, day.year)
                         : str_format(arena, "%d/%d", day.day, day.month);
    if (with_year)
        return date_text(arena, day);
    return str_format(arena, "%d.%d%s", day.day, day.month, style == DATE_STOPS ? "." : "");
}

static bool needs_year(struct date day, struct date today)
{
    if (today.year == 0)
        return false;
    int64_t away = date_to_days(day) - date_to_days(today);
    return away > YEAR_SHOWN_DAYS || away < -YEAR_SHOWN_DAYS;
}

struct str phrase_day(struct arena *arena, const struct wording *wording, struct date day,
                      struct date today)
{
    struct str date = bare_date(arena, wording->date_style, day, needs_year(day, today));
    return str_format(arena, "%s" NO_BREAK_SPACE "%.*s", wording->weekday_short[date_weekday(day)],
                      STR_ARG(date));
}

struct str phrase_day_relative(struct arena *arena, const struct wording *wording, struct date day,
                               struct date today)
{
    if (today.year != 0 && date_compare(day, today) == 0)
        return str_of(wording->today);
    if (today.year != 0 && date_compare(day, date_add(today, 1)) == 0)
        return str_of(wording->tomorrow);
    return phrase_day(arena, wording, day, today);
}

/* Days since the Monday of a day's week. */
static int64_t monday_of(struct date day)
{
    return date_to_days(day) - (int64_t)date_weekday(day);
}

struct str phrase_day_spelled(struct arena *arena, const struct wording *wording, struct date day,
                              struct date today)
{
    struct str relative = phrase_day_relative(arena, wording, day, today);
    const char *name = wording->day_name[date_weekday(day)];
    if (today.year == 0 || !name || date_to_days(day) < date_to_days(today) + 2)
        return relative;
    int64_t weeks = (monday_of(day) - monday_of(today)) / WEEKDAY_COUNT;
    if (weeks > 1)
        return relative;
    const char *before = weeks == 0 ? wording->this_week : wording->next_week;
    struct str date = bare_date(arena, wording->date_style, day, false);
    return str_format(arena, "%s%s%s" NO_BREAK_SPACE "%.*s", before,
                      before[0] ? NO_BREAK_SPACE : "", name, STR_ARG(date));
}

static struct str hour_text(struct arena *arena, const struct wording *wording, struct civil time)
{
    if (wording->whole_hours_bare && time.minute == 0)
        return str_format(arena, "%d", time.hour);
    return phrase_clock(arena, time);
}

struct str phrase_hours(struct arena *arena, const struct wording *wording, struct civil start,
                        struct civil end, bool has_end)
{
    struct str from = hour_text(arena, wording, start);
    const char *clock = wording->clock, *gap = clock[0] ? NO_BREAK_SPACE : "";
    if (!has_end)
        return str_format(arena, "%s%s%.*s", clock, gap, STR_ARG(from));
    if (end.hour == 0 && end.minute == 0)
        end.hour = 24;
    struct str until = hour_text(arena, wording, end);
    return str_format(arena, "%s%s%.*s" EN_DASH "%.*s", clock, gap, STR_ARG(from), STR_ARG(until));
}

/* "ma–pe" for days in a row, else "ma, ke, pe"; empty when the rule names weekdays by number. */
static struct str weekdays_phrase(struct arena *arena, const struct wording *wording,
                                  const struct repeat *repeat)
{
    bool days[WEEKDAY_COUNT] = { false };
    int first = WEEKDAY_COUNT, last = 0;
    for (int i = 0; i < repeat->byday_count; i++) {
        if (repeat->byday[i].nth != 0)
            return (struct str){ 0 };
        days[repeat->byday[i].weekday] = true;
    }
    for (int day = 0; day < WEEKDAY_COUNT; day++) {
        first = days[day] && day < first ? day : first;
        last = days[day] ? day : last;
    }
    if (last - first + 1 == repeat->byday_count && repeat->byday_count > 2)
        return str_format(arena, "%s" EN_DASH "%s", wording->weekday_short[first],
                          wording->weekday_short[last]);
    struct str text = { 0 };
    for (int day = first; day <= last; day++) {
        if (days[day])
            text = str_format(arena, "%.*s%s%s", STR_ARG(text), text.bytes ? ", " : "",
                              wording->weekday_short[day]);
    }
    return text;
}

struct str phrase_repeat(struct arena *arena, const struct wording *wording,
                         const struct when *when)
{
    const struct repeat *repeat = &when->repeat;
    if (repeat->frequency == REPEAT_DAILY && repeat->interval == 1 && repeat->byday_count == 0)
        return str_of(wording->every_day);
    if (repeat->frequency == REPEAT_MONTHLY && repeat->interval == 1)
        return str_of(wording->every_month);
    if (repeat->frequency != REPEAT_WEEKLY || repeat->interval > 2)
        return (struct str){ 0 };
    if (repeat->interval == 2)
        return str_of(wording->every_other);
    if (repeat->byday_count == 0)
        return str_of(wording->every[date_weekday(when->start.civil.date)]);
    if (repeat->byday_count == 1)
        return str_of(wording->every[repeat->byday[0].weekday]);
    return weekdays_phrase(arena, wording, repeat);
}

static struct str days_phrase(struct arena *arena, const struct wording *wording, struct date first,
                              struct date last, struct date today)
{
    struct str from = phrase_day_relative(arena, wording, first, today);
    if (date_compare(first, last) >= 0)
        return from;
    struct str until = phrase_day(arena, wording, last, today);
    return str_format(arena, "%.*s" EN_DASH "%.*s", STR_ARG(from), STR_ARG(until));
}

/* "pe 27.11. klo 18 – su 29.11. klo 15" */
static struct str hours_over_days(struct arena *arena, const struct wording *wording,
                                  struct str first_day, struct civil start, struct civil end,
                                  struct date today)
{
    struct str last_day = phrase_day(arena, wording, end.date, today);
    struct str from = phrase_hours(arena, wording, start, start, false);
    struct str until = phrase_hours(arena, wording, end, end, false);
    return str_format(arena, "%.*s %.*s " EN_DASH " %.*s %.*s", STR_ARG(first_day), STR_ARG(from),
                      STR_ARG(last_day), STR_ARG(until));
}

typedef struct str day_fn(struct arena *arena, const struct wording *wording, struct date day,
                          struct date today);

static struct str occurrence_by(day_fn *name_day, struct arena *arena,
                                const struct wording *wording, const struct occurrence *occurrence,
                                const struct zone *zone, struct date today)
{
    struct civil start = zone_local(zone, occurrence->start);
    struct civil end = zone_local(zone, occurrence->end);
    struct civil last_second = zone_local(zone, occurrence->end - 1);
    if (occurrence->all_day)
        return days_phrase(arena, wording, start.date, last_second.date, today);
    struct str day = name_day(arena, wording, start.date, today);
    /* A night that ends on the next morning is still one evening to people. */
    if (occurrence->end - occurrence->start > EVENING_SECONDS_MAX)
        return hours_over_days(arena, wording, day, start, end, today);
    struct str hours =
        phrase_hours(arena, wording, start, end, occurrence->end > occurrence->start);
    return str_format(arena, "%.*s %.*s", STR_ARG(day), STR_ARG(hours));
}

struct str phrase_occurrence(struct arena *arena, const struct wording *wording,
                             const struct occurrence *occurrence, const struct zone *zone,
                             struct date today)
{
    return occurrence_by(phrase_day_relative, arena, wording, occurrence, zone, today);
}

struct str phrase_occurrence_spelled(struct arena *arena, const struct wording *wording,
                                     const struct occurrence *occurrence, const struct zone *zone,
                                     struct date today)
{
    return occurrence_by(phrase_day_spelled, arena, wording, occurrence, zone, today);
}

/* Length of the first group: "040", "09", "0800", "+358 40" is written as "040". */
static size_t first_group(struct str digits)
{
    if (str_starts(digits, "0800") || str_starts(digits, "0600") || str_starts(digits, "0700"))
        return 4;
    bool mobile = str_starts(digits, "04") || str_starts(digits, "050");
    if (mobile)
        return 3;
    /* Numbers of the whole country; 02 and 03 alone are areas. */
    if (str_starts(digits, "020") || str_starts(digits, "029") || str_starts(digits, "030"))
        return 3;
    bool two = str_starts(digits, "09") || str_starts(digits, "02") || str_starts(digits, "03") ||
               str_starts(digits, "05") || str_starts(digits, "06") || str_starts(digits, "08");
    return two ? 2 : 3;
}

/* Bytes of the next group of what is left: threes, the last one of up to four. */
static size_t next_group(size_t left)
{
    if (left <= 4)
        return left;
    return 3;
}

struct str phrase_phone(struct arena *arena, struct str tel)
{
    struct text digits = text_new(arena, 32), out = text_new(arena, 64);
    bool plus = false;
    for (size_t i = 0; i < tel.bytes; i++) {
        plus = plus || tel.at[i] == '+';
        if (tel.at[i] >= '0' && tel.at[i] <= '9')
            text_add(&digits, str_slice(tel, i, 1));
    }
    struct str number = text_str(&digits);
    bool abroad = plus && !str_starts(number, "358");
    if (plus && !abroad)
        number = str_format(arena, "0%.*s", STR_ARG(str_slice(number, 3, number.bytes)));
    if (number.bytes < 6 || abroad)
        return tel;
    size_t group = first_group(number);
    while (number.bytes > 0) {
        text_add(&out, str_slice(number, 0, group));
        number = str_slice(number, group, number.bytes);
        if (number.bytes > 0)
            text_add(&out, STR(NO_BREAK_SPACE));
        group = next_group(number.bytes);
    }
    return text_str(&out);
}

struct str phrase_address(struct str url)
{
    static const char *const starts[] = { "https://", "http://", "www." };
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        if (str_starts(url, starts[i]))
            url = str_slice(url, strlen(starts[i]), url.bytes);
    }
    while (str_ends(url, "/"))
        url = str_slice(url, 0, url.bytes - 1);
    return url;
}
