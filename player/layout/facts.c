/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See facts.h. The sender's own words are shown as they are, without a full stop at the end. */
#include "layout/facts.h"

#include "base/utf8.h"
#include "layout/phrase.h"

#include <math.h>

#define LABEL_GAP 0.65    /* em between the columns */
#define DATES_SHOWN 3     /* single dates that are listed before "…" would begin */
#define NEXT_SHOWN_DAYS 7 /* a repeating date further away is named */
#define OPEN_END_S 3600   /* what calendar/ takes for the length of a date without an end */

static bool is_hidden(const struct item *item, const struct zone *zone, int64_t start)
{
    struct date day = zone_local(zone, start).date;
    for (size_t i = 0; i < item->hidden_date_count; i++) {
        if (date_compare(item->hidden_dates[i], day) == 0)
            return true;
    }
    return false;
}

bool facts_next(const struct item *item, const struct zone *zone, int64_t after,
                struct occurrence *ret_next)
{
    const struct announcement *announcement = &item->announcement;
    if (!when_next(announcement->whens, announcement->when_count, zone, after, ret_next))
        return false;
    ret_next->cancelled = ret_next->cancelled || is_hidden(item, zone, ret_next->start);
    return true;
}

static void add(struct facts *facts, const struct frame *frame, enum label label, struct str value,
                const char *source)
{
    value = str_trim(value);
    if (value.bytes == 0 || facts->count == FACTS_MAX)
        return;
    facts->fact[facts->count++] = (struct fact){
        .label = str_of(frame->wording->labels[label]),
        .value = value,
        .source = str_of(source),
    };
}

static struct str without_full_stop(struct str text)
{
    text = str_trim(text);
    bool one = str_ends(text, ".") && !str_ends(text, "..");
    return one ? str_slice(text, 0, text.bytes - 1) : text;
}

/* The first letter as a capital: values begin like sentences. */
static struct str capitalised(struct arena *arena, struct str text)
{
    struct str rest = text;
    uint32_t point;
    char bytes[4];
    if (!utf8_next(&rest, &point))
        return text;
    bool latin = point >= 'a' && point <= 'z', cyrillic = point >= 0x430 && point <= 0x44F;
    if (!latin && !cyrillic)
        return text;
    size_t used = utf8_put(point - 32, bytes);
    return str_join(arena, (struct str){ bytes, used }, rest);
}

/* ---- when ---------------------------------------------------------------------------------- */

/* The rule that says it all: no other date stands beside it but cancelled ones. */
static const struct when *only_rule(const struct announcement *announcement)
{
    const struct when *rule = NULL;
    for (size_t i = 0; i < announcement->when_count; i++) {
        const struct when *when = &announcement->whens[i];
        if (when->cancelled)
            continue;
        if (rule || when->repeat.frequency == REPEAT_NONE)
            return NULL;
        rule = when;
    }
    return rule;
}

static bool is_near(const struct frame *frame, const struct occurrence *next)
{
    struct date day = zone_local(frame->context->zone, next->start).date;
    return !next->cancelled && frame->today.year != 0 &&
           (date_compare(day, frame->today) == 0 ||
            date_compare(day, date_add(frame->today, 1)) == 0);
}

/*
 * A date without an end lasts an hour to the calendar; on the slide it has no end, because nobody
 * has said one.
 */
static struct occurrence without_invented_end(const struct announcement *announcement,
                                              struct occurrence occurrence)
{
    for (size_t i = 0; i < announcement->when_count; i++) {
        const struct when *when = &announcement->whens[i];
        bool is_open = when->end.kind == STAMP_NONE && when->start.kind != STAMP_DATE;
        if (is_open && occurrence.end - occurrence.start == OPEN_END_S)
            occurrence.end = occurrence.start;
    }
    return occurrence;
}

static struct str occurrence_text(struct frame *frame, const struct announcement *announcement,
                                  const struct occurrence *occurrence)
{
    struct occurrence shown = without_invented_end(announcement, *occurrence);
    return phrase_occurrence(frame->arena, frame->wording, &shown, frame->context->zone,
                             frame->today);
}

/* Who reads "joka tiistai" would come too early. */
static bool is_far(const struct frame *frame, const struct occurrence *next)
{
    struct date day = zone_local(frame->context->zone, next->start).date;
    return frame->today.year != 0 &&
           date_to_days(day) - date_to_days(frame->today) > NEXT_SHOWN_DAYS;
}

/* "Joka tiistai" tells the day, "joka kuukausi" and "joka toinen viikko" do not. */
static bool names_its_days(const struct when *rule)
{
    return rule->repeat.frequency != REPEAT_MONTHLY && rule->repeat.interval == 1;
}

/* "Joka tiistai klo 17–18.30", and the next date under it when it is not within a week. */
static struct str repeat_text(struct frame *frame, struct str repeat, const struct occurrence *next)
{
    const struct zone *zone = frame->context->zone;
    struct civil start = zone_local(zone, next->start), end = zone_local(zone, next->end);
    struct str text = capitalised(frame->arena, repeat);
    if (!next->all_day) {
        struct str hours =
            phrase_hours(frame->arena, frame->wording, start, end, next->end > next->start);
        text = str_format(frame->arena, "%.*s %.*s", STR_ARG(text), STR_ARG(hours));
    }
    if (!is_far(frame, next))
        return text;
    struct str day = phrase_day(frame->arena, frame->wording, start.date, frame->today);
    return str_format(frame->arena, "%.*s\n%s %.*s", STR_ARG(text),
                      frame->wording->labels[LABEL_NEXT], STR_ARG(day));
}

/* A date that stands alone, in words as people say them where there is room. */
static struct str lone_date_text(struct frame *frame, const struct announcement *announcement,
                                 const struct occurrence *occurrence, bool compact)
{
    struct occurrence shown = without_invented_end(announcement, *occurrence);
    struct str brief = occurrence_text(frame, announcement, occurrence);
    if (compact)
        return brief;
    struct str text = phrase_occurrence_spelled(frame->arena, frame->wording, &shown,
                                                frame->context->zone, frame->today);
    return str_equal(text, brief) ? brief : capitalised(frame->arena, text);
}

static struct str dates_text(struct frame *frame, const struct item *item, bool compact)
{
    struct occurrence list[DATES_SHOWN];
    const struct announcement *announcement = &item->announcement;
    size_t count = when_list(announcement->whens, announcement->when_count, frame->context->zone,
                             frame->context->now, list, DATES_SHOWN);
    struct str text = { 0 };
    if (count == 1)
        return lone_date_text(frame, announcement, &list[0], compact);
    for (size_t i = 0; i < count; i++) {
        if (list[i].cancelled || is_hidden(item, frame->context->zone, list[i].start))
            continue;
        struct str one = occurrence_text(frame, announcement, &list[i]);
        text =
            text.bytes ? str_format(frame->arena, "%.*s\n%.*s", STR_ARG(text), STR_ARG(one)) : one;
    }
    return text;
}

static struct str when_text(struct frame *frame, const struct item *item, bool compact)
{
    struct occurrence next;
    const struct announcement *announcement = &item->announcement;
    if (!facts_next(item, frame->context->zone, frame->context->now, &next))
        return (struct str){ 0 };
    const struct when *rule = only_rule(announcement);
    struct str repeat =
        rule ? phrase_repeat(frame->arena, frame->wording, rule) : (struct str){ 0 };
    if (repeat.bytes == 0)
        return dates_text(frame, item, compact);
    bool one_date = compact ? is_far(frame, &next) : is_near(frame, &next);
    if (names_its_days(rule) && !one_date) {
        next = without_invented_end(announcement, next);
        return repeat_text(frame, repeat, &next);
    }
    struct str date = lone_date_text(frame, announcement, &next, compact);
    return compact ? date : str_format(frame->arena, "%.*s\n%.*s", STR_ARG(date), STR_ARG(repeat));
}

/* ---- where --------------------------------------------------------------------------------- */

#define CITY_STEM_BYTES 5 /* "Nieme" of Niemelä stands in "Niemelän sote-keskus" */

/* A sender without the centre's profile sees the slide as the centre of that city will. */
static bool is_city_of_centre(const struct frame *frame, struct str city)
{
    const struct profile *profile = frame->context->profile;
    struct str name = profile_name(profile, LANGUAGE_FI);
    bool reference = profile->id.bytes == 0;
    return reference || str_find(name, utf8_head(city, CITY_STEM_BYTES)) >= 0;
}

static struct str joined(struct frame *frame, struct str text, struct str more)
{
    if (more.bytes == 0)
        return text;
    if (text.bytes == 0)
        return more;
    const char *comma = frame->right_to_left ? "،" : ",";
    return str_format(frame->arena, "%.*s%s %.*s", STR_ARG(text), comma, STR_ARG(more));
}

static struct str venue_text(struct frame *frame, const struct venue *venue)
{
    struct str text = { 0 };
    bool place =
        venue->mode == PLACE_ON_SITE || venue->mode == PLACE_HYBRID || venue->mode == PLACE_NONE;
    if (place) {
        text = joined(frame, text, venue->name);
        text = joined(frame, text, venue->extra);
        text = joined(frame, text, venue->street);
        if (!is_city_of_centre(frame, venue->city))
            text = joined(frame, text, venue->city);
    }
    if (venue->mode == PLACE_ONLINE) {
        text = str_of(frame->wording->online);
        text = joined(frame, text, venue->name);
        text = joined(frame, text, phrase_address(venue->href));
    }
    if (venue->mode == PLACE_PHONE) {
        text = str_of(frame->wording->by_phone);
        text = joined(frame, text, phrase_phone(frame->arena, venue->tel));
    }
    if (venue->mode == PLACE_HYBRID)
        text = str_format(frame->arena, "%.*s\n%s", STR_ARG(text), frame->wording->online);
    return text;
}

struct str facts_short_place(struct frame *frame, const struct announcement *announcement,
                             bool is_here)
{
    if (announcement->venue_count == 0)
        return (struct str){ 0 };
    const struct venue *venue = &announcement->venues[0];
    if (venue->mode == PLACE_ONLINE)
        return str_of(frame->wording->online);
    if (venue->mode == PLACE_PHONE)
        return str_of(frame->wording->by_phone);
    if (is_here && venue->extra.bytes > 0)
        return venue->extra;
    return venue->name.bytes > 0 ? venue->name : venue->street;
}

static struct str access_text(struct frame *frame, const struct announcement *announcement)
{
    static const enum access bits[] = { ACCESS_WHEELCHAIR, ACCESS_ROLLATOR, ACCESS_LOOP,
                                        ACCESS_TOILET, ACCESS_PARKING };
    struct str text = { 0 };
    unsigned access = announcement->venue_count ? announcement->venues[0].access : 0;
    for (size_t i = 0; i < ARRAY_LEN(bits); i++) {
        if (access & bits[i])
            text = joined(frame, text, str_of(frame->wording->access[i]));
    }
    return capitalised(frame->arena, text);
}

/* ---- price, sign-up, contact --------------------------------------------------------------- */

static struct str cost_text(struct frame *frame, const struct announcement *announcement)
{
    if (!announcement->has_cost)
        return (struct str){ 0 };
    struct str text = without_full_stop(announcement->cost);
    if (text.bytes == 0 && announcement->cost_free)
        return str_of(frame->wording->free_of_charge);
    return text;
}

static void add_signup(struct facts *facts, struct frame *frame,
                       const struct announcement *announcement)
{
    static const char source[] = "it:signup";
    if (!announcement->has_signup)
        return;
    struct str how = { 0 };
    if (announcement->signup_tel.bytes > 0)
        how = phrase_phone(frame->arena, announcement->signup_tel);
    else if (announcement->signup_href.bytes > 0)
        how = phrase_address(announcement->signup_href);
    else if (announcement->signup_email.bytes > 0)
        how = announcement->signup_email;
    if (!announcement->signup_required || how.bytes == 0) {
        add(facts, frame, LABEL_JOIN, without_full_stop(announcement->signup), source);
        return;
    }
    if (announcement->signup_until.kind != STAMP_NONE) {
        struct str day = phrase_day(frame->arena, frame->wording,
                                    announcement->signup_until.civil.date, frame->today);
        how = str_format(frame->arena, "%.*s\n%s %.*s", STR_ARG(how), frame->wording->until,
                         STR_ARG(day));
    }
    add(facts, frame, LABEL_SIGN_UP, how, source);
}

static void add_contact(struct facts *facts, struct frame *frame,
                        const struct announcement *announcement)
{
    static const char source[] = "it:contact";
    for (size_t i = 0; i < announcement->contact_count; i++) {
        const struct contact *contact = &announcement->contacts[i];
        bool said =
            announcement->signup_required && str_equal(contact->tel, announcement->signup_tel);
        if (contact->tel.bytes > 0 && !said) {
            add(facts, frame, LABEL_CALL, phrase_phone(frame->arena, contact->tel), source);
            return;
        }
    }
    if (announcement->contact_count > 0 && announcement->contacts[0].tel.bytes == 0)
        add(facts, frame, LABEL_WRITE, announcement->contacts[0].email, source);
}

/* "By phone" needs no line of its own when the number to call follows. */
static bool phone_says_it(const struct announcement *announcement)
{
    const struct venue *venue = &announcement->venues[0];
    return venue->mode == PLACE_PHONE && venue->tel.bytes == 0 && announcement->contact_count > 0 &&
           announcement->contacts[0].tel.bytes > 0;
}

#define CALLED_OFF_DAYS 28  /* further away nobody has it in mind yet */
#define CALLED_OFF_LISTED 8 /* dates that are looked through */

/*
 * Dates behind the next one that are called off, from the moment that is known: who comes every
 * week must not hear of it on the day itself.
 */
static struct str called_off_text(struct frame *frame, const struct item *item)
{
    struct occurrence list[CALLED_OFF_LISTED];
    const struct announcement *announcement = &item->announcement;
    const struct zone *zone = frame->context->zone;
    struct str text = { 0 };
    if (frame->today.year == 0)
        return text;
    size_t count = when_list(announcement->whens, announcement->when_count, zone,
                             frame->context->now, list, CALLED_OFF_LISTED);
    for (size_t i = 1; i < count; i++) {
        struct date day = zone_local(zone, list[i].start).date;
        bool is_near = date_to_days(day) - date_to_days(frame->today) <= CALLED_OFF_DAYS;
        if (is_near && (list[i].cancelled || is_hidden(item, zone, list[i].start)))
            text = joined(frame, text, phrase_day(frame->arena, frame->wording, day, frame->today));
    }
    return text;
}

struct facts facts_of(struct frame *frame, const struct item *item, bool compact)
{
    const struct announcement *announcement = &item->announcement;
    struct facts facts = { 0 };
    add(&facts, frame, LABEL_WHEN, when_text(frame, item, compact), "it:when");
    add(&facts, frame, LABEL_CANCELLED, called_off_text(frame, item), "it:when");
    if (announcement->venue_count > 0 && !phone_says_it(announcement))
        add(&facts, frame, LABEL_WHERE, venue_text(frame, &announcement->venues[0]), "it:where");
    add(&facts, frame, LABEL_ACCESS, access_text(frame, announcement), "it:where");
    add(&facts, frame, LABEL_FOR_WHOM, without_full_stop(announcement->audience), "it:audience");
    add(&facts, frame, LABEL_PRICE, cost_text(frame, announcement), "it:cost");
    add_signup(&facts, frame, announcement);
    add_contact(&facts, frame, announcement);
    return facts;
}

struct facts facts_of_cancelled(struct frame *frame, const struct item *item,
                                const struct occurrence *cancelled)
{
    const struct announcement *announcement = &item->announcement;
    struct facts facts = { 0 };
    struct occurrence next = *cancelled;
    struct frame absolute = *frame; /* the dates are spelled out: the band says "today" */
    absolute.today = (struct date){ 0 };
    add(&facts, frame, LABEL_CANCELLED, occurrence_text(&absolute, announcement, cancelled),
        "it:when");
    bool found = true;
    for (int tries = 0; found && next.cancelled && tries < 60; tries++)
        found = facts_next(item, frame->context->zone, next.end, &next);
    if (found && !next.cancelled)
        add(&facts, frame, LABEL_NEXT, occurrence_text(&absolute, announcement, &next), "it:when");
    if (announcement->venue_count > 0)
        add(&facts, frame, LABEL_WHERE, venue_text(frame, &announcement->venues[0]), "it:where");
    add_contact(&facts, frame, announcement);
    return facts;
}

struct flow flow_facts(struct frame *frame, const struct facts *facts, double size, int width)
{
    struct flow flow = { 0 };
    double label_width = 0;
    for (size_t i = 0; i < facts->count; i++)
        label_width =
            fmax(label_width, frame_width_of(frame, facts->fact[i].label, WEIGHT_REGULAR, size));
    struct flow_style style = {
        .role = SCENE_FACT,
        .weight = WEIGHT_BOLD,
        .size = size,
        .pitch = PITCH_FACTS,
        .width = width,
        .indent = (int)ceil(label_width + size * LABEL_GAP),
        .colour = frame->theme->ink,
    };
    for (size_t i = 0; i < facts->count; i++) {
        size_t first = flow.count;
        style.source = facts->fact[i].source;
        flow_add(frame, &flow, facts->fact[i].value, NULL, 0, &style);
        if (first == flow.count)
            continue;
        struct scene_text label = flow.texts[first];
        label.box.x = 0;
        label.box.width = style.indent;
        label.line.text = facts->fact[i].label;
        label.line.weight = WEIGHT_REGULAR;
        label.role = SCENE_LABEL;
        label.colour = frame->theme->accent;
        *ARENA_PUSH(frame->arena, flow.texts, flow.count) = label;
    }
    return flow;
}
