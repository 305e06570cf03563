/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time-format-fi, time-format-sv, time-format-en: how people of the language write a time. */
#include "rules/written.h"

#define EN_DASH "\xE2\x80\x93"

struct time_style {
    enum finding_code code;
    const char *clock; /* the clock word before a time; NULL: none */
};

static struct str hour_text(struct report *report, const struct written_hour *hour)
{
    bool minutes = hour->has_minute || hour->half_day;
    return minutes ? str_format(report->arena, "%d.%02d", hour->hour, hour->minute)
                   : str_format(report->arena, "%d", hour->hour);
}

/* The same time as it should be written: "klo 17.30–19". */
static struct str better_text(struct report *report, const struct time_style *style,
                              const struct written_time *time, struct str clock)
{
    bool own_word = time->clock == CLOCK_KLO || time->clock == CLOCK_KL;
    struct str word = own_word ? str_of(style->clock ? style->clock : "") : clock;
    const char *gap = word.bytes > 0 ? " " : "";
    struct str from = hour_text(report, &time->from), until = { 0 };
    if (time->has_until)
        until = hour_text(report, &time->until);
    return str_format(report->arena, "%.*s%s%.*s%s%.*s", STR_ARG(word), gap, STR_ARG(from),
                      time->has_until ? EN_DASH : "", STR_ARG(until));
}

/* "kello" and its kin are fine in their languages and stay. */
static struct str long_clock_word(const struct written *written, const struct written_time *time)
{
    if (time->clock != CLOCK_LONG)
        return (struct str){ 0 };
    return written_words(written, time->start, search_word_end(&written->text, time->start));
}

static void say_time(const struct written *written, const struct time_style *style,
                     const struct written_time *time, struct report *report)
{
    struct str words = written_words(written, time->start, time->end);
    struct str better = better_text(report, style, time, long_clock_word(written, time));
    struct finding *finding = written_add(written, time->start, time->end, style->code, report);
    finding_arg(report, finding, words);
    finding_arg(report, finding, better);
    finding->found = finding->span;
    finding->limit = finding->args[1];
}

static bool has_colon(const struct written_time *time)
{
    return time->from.colon || (time->has_until && time->until.colon);
}

static bool has_half_day(const struct written_time *time)
{
    return time->from.half_day || (time->has_until && time->until.half_day);
}

static bool is_wrong_fi(const struct written_time *time)
{
    return has_colon(time) || time->hyphen || (time->clock == CLOCK_KLO && time->clock_stop);
}

static bool is_wrong_sv(const struct written_time *time)
{
    return has_colon(time) || time->hyphen || time->clock == CLOCK_KLO ||
           (time->clock == CLOCK_KL && !time->clock_stop);
}

static bool is_wrong_en(const struct written_time *time)
{
    return has_half_day(time) || time->clock == CLOCK_KLO || time->clock == CLOCK_KL;
}

static void check_times(const struct written *written, const struct time_style *style,
                        bool (*is_wrong)(const struct written_time *time), struct report *report)
{
    for (size_t i = 0; i < written->time_count; i++) {
        const struct written_time *time = &written->times[i];
        if (!time->doubtful && is_wrong(time))
            say_time(written, style, time, report);
    }
}

static void check_fi(const struct written *written, struct report *report)
{
    static const struct time_style style = { FINDING_TIME_FORM_FI, "klo" };
    check_times(written, &style, is_wrong_fi, report);
}

static void check_sv(const struct written *written, struct report *report)
{
    static const struct time_style style = { FINDING_TIME_FORM_SV, "kl." };
    check_times(written, &style, is_wrong_sv, report);
}

static void check_en(const struct written *written, struct report *report)
{
    static const struct time_style style = { FINDING_TIME_FORM_EN, NULL };
    check_times(written, &style, is_wrong_en, report);
}

void rule_time_format_fi(const struct rule_input *input, struct report *report)
{
    if (input->announcement->language == LANGUAGE_FI)
        written_each(input, report, check_fi);
}

void rule_time_format_sv(const struct rule_input *input, struct report *report)
{
    if (input->announcement->language == LANGUAGE_SV)
        written_each(input, report, check_sv);
}

void rule_time_format_en(const struct rule_input *input, struct report *report)
{
    if (input->announcement->language == LANGUAGE_EN)
        written_each(input, report, check_en);
}
