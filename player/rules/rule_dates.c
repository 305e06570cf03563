/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * date-valid, weekday-agrees, weekday-recurring, year-present, date-format-fi, date-format-sv:
 * what the sender's own words say about days, held against the calendar by arithmetic.
 */
#include "base/utf8.h"
#include "calendar/months.h"
#include "rules/written.h"

/*
 * A date without a year is the next one, but a notice may also tell what was a short while ago:
 * "Aloitimme ma 2.11." shown from the 9th on.
 */
#define LOOK_BACK_DAYS 90

static bool has_own_year(const struct written_date *date)
{
    return date->year != YEAR_NONE;
}

/* --- date-valid ----------------------------------------------------------------------------- */

static void check_valid(const struct written *written, struct report *report)
{
    for (size_t i = 0; i < written->date_count; i++) {
        const struct written_date *date = &written->dates[i];
        if (date->exists)
            continue;
        struct str words = written_words(written, date->start, date->end);
        struct finding *finding =
            written_add(written, date->start, date->end, FINDING_DATE_NOT_THERE, report);
        finding_arg(report, finding, words);
        finding->found = finding->span;
    }
}

void rule_date_valid(const struct rule_input *input, struct report *report)
{
    written_each(input, report, check_valid);
}

/* --- weekday-agrees, weekday-recurring ------------------------------------------------------ */

static bool agrees(const struct written *written, const struct written_date *date,
                   enum weekday weekday)
{
    if (date_weekday(date->date) == weekday)
        return true;
    struct date before = { date->date.year - 1, date->date.month, date->date.day };
    if (has_own_year(date) || !date_is_valid(before))
        return false;
    int64_t ago = date_to_days(written->from) - date_to_days(before);
    return ago <= LOOK_BACK_DAYS && date_weekday(before) == weekday;
}

/* The sender reads the right word in the language of the announcement. */
static void say_weekday(const struct written *written, const struct written_date *date,
                        const struct written_weekday *said, enum finding_code code,
                        struct report *report)
{
    size_t start = said->start < date->start ? said->start : date->start;
    size_t end = said->end > date->end ? said->end : date->end;
    struct str is = written_weekday_name(written->language, date_weekday(date->date));
    struct finding *finding = written_add(written, start, end, code, report);
    finding_arg(report, finding, date_text(report->arena, date->date));
    finding_arg(report, finding, is);
    finding_arg(report, finding, written_weekday_name(written->language, said->weekday));
    finding->found = finding->args[2];
    finding->limit = finding->args[1];
}

static void check_weekday(const struct written *written, struct report *report)
{
    for (size_t i = 0; i < written->date_count; i++) {
        const struct written_date *date = &written->dates[i];
        if (date->weekday.there && date->exists && !date->unclear &&
            !agrees(written, date, date->weekday.weekday))
            say_weekday(written, date, &date->weekday, FINDING_WEEKDAY_WRONG, report);
    }
}

void rule_weekday_agrees(const struct rule_input *input, struct report *report)
{
    written_each(input, report, check_weekday);
}

static void check_recurring(const struct written *written, struct report *report)
{
    for (size_t i = 0; i + 1 < written->date_count; i++) {
        const struct written_date *first = &written->dates[i];
        const struct written_weekday *said = &first->recurring;
        if (!said->there || first->link != LINK_RANGE)
            continue;
        for (const struct written_date *date = first; date <= first + 1; date++) {
            if (date->exists && date_weekday(date->date) != said->weekday)
                say_weekday(written, date, said, FINDING_WEEKDAY_NOT_IN_RANGE, report);
        }
    }
}

void rule_weekday_recurring(const struct rule_input *input, struct report *report)
{
    written_each(input, report, check_recurring);
}

/* --- year-present --------------------------------------------------------------------------- */

static void check_year(const struct written *written, struct report *report)
{
    struct date last = written_last_day(written->input);
    struct date far = months_after(written->from, (int)report_limit(report, RULE_YEAR_PRESENT));
    for (size_t i = 0; i < written->date_count; i++) {
        const struct written_date *date = &written->dates[i];
        bool misread = last.year > written->from.year || date_compare(date->date, far) > 0;
        if (has_own_year(date) || date->form == DATE_DAY || !date->exists || !misread)
            continue;
        struct str words = written_words(written, date->start, date->end);
        struct finding *finding =
            written_add(written, date->start, date->end, FINDING_YEAR_MISSING, report);
        finding_arg(report, finding, words);
        finding_arg(report, finding, date_text(report->arena, date->date));
        finding->found = finding->span;
        finding->limit = finding->args[1];
    }
}

void rule_year_present(const struct rule_input *input, struct report *report)
{
    written_each(input, report, check_year);
}

/* --- date-format-fi, date-format-sv --------------------------------------------------------- */

static bool is_plain(const struct written_date *date)
{
    bool form = date->form == DATE_DOTS || date->form == DATE_WORDS || date->form == DATE_DAY;
    return form && !date->padded && !date->spaced && date->year != YEAR_SHORT;
}

static void say_form(const struct written *written, const struct written_date *date,
                     enum finding_code code, const char *stop, struct report *report)
{
    struct date day = date->date;
    struct str words = written_words(written, date->start, date->end);
    struct str better = date->year == YEAR_FULL || date->year == YEAR_SHORT
                            ? date_text(report->arena, day)
                            : str_format(report->arena, "%d.%d%s", day.day, day.month, stop);
    struct finding *finding = written_add(written, date->start, date->end, code, report);
    finding_arg(report, finding, words);
    finding_arg(report, finding, better);
    finding->found = finding->span;
    finding->limit = finding->args[1];
}

static void check_form_fi(const struct written *written, struct report *report)
{
    for (size_t i = 0; i < written->date_count; i++) {
        const struct written_date *date = &written->dates[i];
        if (date->exists && !is_plain(date))
            say_form(written, date, FINDING_DATE_FORM_FI, ".", report);
    }
}

void rule_date_format_fi(const struct rule_input *input, struct report *report)
{
    if (input->announcement->language == LANGUAGE_FI)
        written_each(input, report, check_form_fi);
}

/* "1.12. kl. 17", but not the full stop at the end of a sentence. */
static bool has_stop_within(const struct written *written, const struct written_date *date)
{
    const struct search_text *text = &written->text;
    size_t next = search_skip_spaces(text, date->end);
    bool goes_on = search_is_digit(text, next) ||
                   (search_is_letter(text, next) && !utf8_is_upper(search_point(text, next))) ||
                   search_is_dash(search_point(text, next));
    return date->month_stop && date->form == DATE_DOTS && goes_on;
}

static void check_form_sv(const struct written *written, struct report *report)
{
    for (size_t i = 0; i < written->date_count; i++) {
        const struct written_date *date = &written->dates[i];
        if (date->exists && (!is_plain(date) || has_stop_within(written, date)))
            say_form(written, date, FINDING_DATE_FORM_SV, "", report);
    }
}

void rule_date_format_sv(const struct rule_input *input, struct report *report)
{
    if (input->announcement->language == LANGUAGE_SV)
        written_each(input, report, check_form_sv);
}
