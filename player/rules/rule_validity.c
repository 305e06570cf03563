/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * validity-order: the days on which it is shown come in the right order, end with the event, and
 * do not run on for years. Days are inclusive and local.
 */
#include "calendar/months.h"
#include "rules/rule_set.h"

static void say_days(const struct rule_input *input, enum finding_code code, struct date first,
                     struct date second, struct report *report)
{
    struct finding *finding = report_add(report, code, rule_place(input, "it:show"));
    finding_arg(report, finding, date_text(report->arena, first));
    finding_arg(report, finding, date_text(report->arena, second));
    finding->found = finding->args[0];
    finding->limit = finding->args[1];
}

static struct date day_of(const struct rule_input *input, int64_t moment)
{
    return zone_local(input->zone, moment).date;
}

/* The last day of the last event; false when there is none or it never ends. */
static bool last_event_day(const struct rule_input *input, struct date *ret_day)
{
    const struct announcement *announcement = input->announcement;
    int64_t end;
    bool endless = false;
    if (announcement->when_count == 0 ||
        !when_last_end(announcement->whens, announcement->when_count, input->zone, &end,
                       &endless) ||
        endless)
        return false;
    *ret_day = day_of(input, end - 1);
    return true;
}

/* The reader of the file says it of the two days that it reads, and stops the rest. */
static bool is_said_already(const struct report *report)
{
    return report_has_code(report, FINDING_ATOM_ORDER);
}

/* Ahead of today, or of the sender's last change where the clock is behind that. */
static void check_length(const struct rule_input *input, struct date until, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    int64_t base = input->now;
    if (announcement->updated.kind != STAMP_NONE) {
        int64_t updated = stamp_moment(&announcement->updated, input->zone);
        base = updated > base ? updated : base;
    }
    int months = (int)report_limit(report, RULE_VALIDITY_ORDER);
    struct date latest = months_after(day_of(input, base), months);
    if (date_compare(until, latest) > 0)
        say_days(input, FINDING_SHOW_TOO_LONG, until, latest, report);
}

void rule_validity_order(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    struct date from = day_of(input, announcement_show_start(announcement, input->zone));
    struct date until = day_of(input, announcement_show_end(announcement, input->zone) - 1);
    struct date last = { 0 };
    bool has_until = announcement->show.until.kind != STAMP_NONE;
    bool has_last = last_event_day(input, &last);
    if (is_said_already(report))
        return;
    if (has_last && date_compare(from, last) > 0)
        say_days(input, FINDING_SHOW_AFTER_EVENT, from, last, report);
    else if (has_until && date_compare(from, until) > 0)
        say_days(input, FINDING_SHOW_ORDER, from, until, report);
    else if (has_until && has_last && date_compare(until, last) > 0)
        say_days(input, FINDING_SHOW_BEYOND_EVENT, until, last, report);
    if (has_until)
        check_length(input, until, report);
}
