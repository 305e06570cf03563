/* SPDX-License-Identifier: GPL-3.0-or-later */
/* event-facts: what people must know to come; event-past: it is not too late. */
#include "layout/phrase.h"
#include "rules/rule_set.h"

static bool has_place(const struct announcement *announcement)
{
    for (size_t i = 0; i < announcement->venue_count; i++) {
        const struct venue *venue = &announcement->venues[i];
        if (venue->mode == PLACE_ONLINE || venue->mode == PLACE_PHONE)
            return true;
        if (venue->name.bytes > 0 || venue->street.bytes > 0 || venue->extra.bytes > 0)
            return true;
    }
    return false;
}

static bool has_contact(const struct announcement *announcement)
{
    /* An alert says what to do now; nobody calls the fire. */
    if (announcement->kind == KIND_ALERT)
        return true;
    for (size_t i = 0; i < announcement->contact_count; i++) {
        const struct contact *contact = &announcement->contacts[i];
        if (contact->tel.bytes > 0 || contact->email.bytes > 0)
            return true;
    }
    return announcement->signup_tel.bytes > 0 || announcement->signup_email.bytes > 0 ||
           announcement_qr_address(announcement).bytes > 0;
}

static bool has_organiser(const struct announcement *announcement)
{
    return announcement->author_count > 0 && announcement->authors[0].name.bytes > 0;
}

static bool has_audience(const struct announcement *announcement)
{
    return announcement->audience.bytes > 0 || announcement->audience_term_count > 0;
}

static bool has_dates(const struct announcement *announcement)
{
    return announcement->when_count > 0;
}

static bool has_signup(const struct announcement *announcement)
{
    return announcement->has_signup;
}

static bool has_cost(const struct announcement *announcement)
{
    return announcement->has_cost;
}

struct fact_rule {
    enum finding_code code;
    const char *element;
    bool (*is_there)(const struct announcement *announcement);
};

static const struct fact_rule occasion_facts[] = {
    { FINDING_FACT_WHEN, "it:when", has_dates },
    { FINDING_FACT_WHERE, "it:where", has_place },
    { FINDING_FACT_ORGANISER, "author", has_organiser },
    { FINDING_FACT_AUDIENCE, "it:audience", has_audience },
    { FINDING_FACT_SIGNUP, "it:signup", has_signup },
    { FINDING_FACT_COST, "it:cost", has_cost },
};

static const struct fact_rule other_facts[] = {
    { FINDING_FACT_ORGANISER, "author", has_organiser },
    { FINDING_FACT_CONTACT, "it:contact", has_contact },
};

void rule_event_facts(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    bool occasion = announcement_is_occasion(announcement);
    const struct fact_rule *facts = occasion ? occasion_facts : other_facts;
    size_t count = occasion ? ARRAY_LEN(occasion_facts) : ARRAY_LEN(other_facts);
    for (size_t i = 0; i < count; i++) {
        if (!facts[i].is_there(announcement))
            report_add(report, facts[i].code, rule_place(input, facts[i].element));
    }
}

static struct str day_text(struct report *report, const struct rule_input *input, int64_t moment)
{
    return date_text(report->arena, zone_local(input->zone, moment).date);
}

void rule_event_past(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    int64_t end, grace = (int64_t)report_limit(report, RULE_EVENT_PAST) * 60;
    bool endless = false;
    if (announcement->when_count > 0 &&
        when_last_end(announcement->whens, announcement->when_count, input->zone, &end, &endless) &&
        !endless && end + grace <= input->now) {
        struct finding *finding =
            report_add(report, FINDING_EVENT_IS_OVER, rule_place(input, "it:when"));
        finding_arg(report, finding, day_text(report, input, end - 1));
        return;
    }
    int64_t shown = announcement_show_end(announcement, input->zone);
    if (announcement->show.until.kind != STAMP_NONE && shown <= input->now) {
        struct finding *finding =
            report_add(report, FINDING_SHOW_IS_OVER, rule_place(input, "it:show"));
        finding_arg(report, finding, day_text(report, input, shown - 1));
    }
}
