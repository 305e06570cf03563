/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A weekday belongs to the date that it touches: the one behind it, or the one before it when no
 * other claims it. Of a list ("maanantaina ja tiistaina 30.11. ja 1.12.") nobody can tell which
 * day is whose, so nothing is bound.
 */
#include "base/utf8.h"
#include "rules/date_reading.h"

bool date_weekday_joins(const struct search_text *text, size_t start, size_t end)
{
    return search_is_one(text, start, end, "ja sekä tai och samt eller and or ja или и ning või");
}

/* The weekday word that ends at `end`; behind a short one a full stop is allowed. */
static bool weekday_before(const struct reading *reading, size_t end, struct weekday_word *ret_word,
                           size_t *ret_start)
{
    const struct search_text *text = reading->in->text;
    bool stop = end > 0 && search_point(text, end - 1) == '.';
    size_t start = search_word_start(text, end - stop);
    if (search_is_digit(text, start - 1) ||
        !written_weekday(reading->in->language, text, start, end - stop, ret_word) ||
        (stop && ret_word->form != WEEKDAY_SHORT))
        return false;
    *ret_start = start;
    return true;
}

/* Back over "den" and a comma that may stand between a weekday and its date. */
static size_t back_to_weekday(const struct reading *reading, size_t start)
{
    const struct search_text *text = reading->in->text;
    size_t end = search_skip_spaces_back(text, start), word = search_word_start(text, end);
    if (search_is_one(text, word, end, "den the"))
        end = search_skip_spaces_back(text, word);
    if (end > 0 && search_point(text, end - 1) == ',' &&
        written_comma_may_part(reading->in->language))
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
    const struct search_text *text = reading->in->text;
    group->end = back_to_weekday(reading, start);
    if (group->end == start || !weekday_before(reading, group->end, &group->word, &group->start))
        return false;
    size_t before = search_skip_spaces_back(text, group->start);
    uint32_t sign = search_point(text, before - 1);
    size_t word = search_word_start(text, before);
    bool range = search_is_dash(sign), list = sign == ',' || sign == '/' || sign == '&';
    if (range || list)
        before--;
    else if (date_weekday_joins(text, word, before))
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
    if (!group.in_range) {
        struct written_weekday *of_date = recurring ? &date->recurring : &date->weekday;
        *of_date = bound(group.word.weekday, group.start, group.end);
    } else if (!recurring && date->link == LINK_RANGE && i + 1 < reading->count) {
        date->weekday = bound(group.other.weekday, group.other_start, group.end);
        date[1].weekday = bound(group.word.weekday, group.start, group.end);
    }
}

/* "1.12.2026 (ti)", "1.12.2026 tiistaina", where no other date claims the weekday. */
static void bind_behind(struct reading *reading, size_t i)
{
    const struct search_text *text = reading->in->text;
    struct written_date *date = &reading->dates[i];
    size_t start = search_skip_spaces(text, date->end);
    bool in_brackets = search_point(text, start) == '(';
    start += in_brackets;
    size_t end = search_word_end(text, start);
    struct weekday_word word;
    if (start == date->end || !written_weekday(reading->in->language, text, start, end, &word))
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
    const struct search_text *text = reading->in->text;
    struct written_date *date = &reading->dates[i];
    size_t back = search_skip_spaces_back(text, date->start);
    back -= back > 0 && search_point(text, back - 1) == ',';
    const struct written_time *time = written_date_time_at(reading, back - 1);
    if (!time || time->end != back)
        return;
    size_t end = search_skip_spaces_back(text, time->start);
    struct weekday_group group = { 0 };
    if (!group_before(reading, end + 1, &group) || group.in_list || group.in_range ||
        group.word.form != WEEKDAY_RECURRING)
        return;
    date->recurring = bound(group.word.weekday, group.start, group.end);
}

void date_weekday_bind(struct reading *reading)
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

/* Past a weekday word, with its full stop, and "den". */
size_t date_weekday_skip(const struct reading *reading, size_t at)
{
    const struct search_text *text = reading->in->text;
    size_t end = search_word_end(text, at);
    struct weekday_word word;
    if (!written_weekday(reading->in->language, text, at, end, &word))
        return at;
    bool stop = word.form == WEEKDAY_SHORT && search_point(text, end) == '.';
    at = search_skip_spaces(text, end + stop);
    end = search_word_end(text, at);
    return search_is_one(text, at, end, "den the") ? search_skip_spaces(text, end) : at;
}
