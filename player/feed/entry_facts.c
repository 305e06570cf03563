/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Our own vocabulary in an announcement: when, where, for whom, at what price, how to sign up. A
 * value that is wrong stays out, with a finding that keeps the announcement off the screen: a date
 * shown wrongly is worse than none.
 */
#include "feed/entry_parts.h"

#define SHOW_SECONDS_MAX 300 /* content-schema: nobody reads one slide for longer */

static const char mode_words[] = "place online phone hybrid";
static const enum place_mode modes[] = { PLACE_ON_SITE, PLACE_ONLINE, PLACE_PHONE, PLACE_HYBRID };
/* In the order of the bits of enum access. */
static const char access_words[] = "wheelchair rollator loop toilet parking unknown";
static const char priority_words[] = "low normal high";

_Static_assert(ACCESS_WHEELCHAIR == 1 << 0 && ACCESS_UNKNOWN == 1 << 5,
               "access_words names the bits in their order");
_Static_assert(PRIORITY_LOW == 0 && PRIORITY_HIGH == 2, "priority_words names the values");

void entry_facts_group(struct entry *entry, const xmlNode *node)
{
    if (!reader_need(entry->reader, node, "ref", &entry->out->group))
        entry->out->group = (struct str){ "", 0 };
}

/* Takes the next part between spaces or commas off the front; false when nothing is left. */
static bool next_part(struct str *rest, struct str *ret_part)
{
    size_t start = 0, end;
    while (start < rest->bytes && strchr(" ,", rest->at[start]))
        start++;
    for (end = start; end < rest->bytes && !strchr(" ,", rest->at[end]);)
        end++;
    *ret_part = str_slice(*rest, start, end - start);
    *rest = str_slice(*rest, end, rest->bytes);
    return ret_part->bytes > 0;
}

/* "2026-12-28 2027-01-04"; of a time only its day counts. */
static void read_exdates(struct reader *reader, const xmlNode *node, struct when *when)
{
    struct str rest = reader_text(reader, node, "exdate"), day;
    while (next_part(&rest, &day)) {
        struct stamp stamp;
        if (when->exdate_count == EXDATE_COUNT_MAX) {
            reader_say_value(reader, node, "exdate", day,
                             str_format(reader->arena, "0 … %d", EXDATE_COUNT_MAX));
            return;
        }
        if (stamp_parse(day, &stamp))
            *ARENA_PUSH(reader->arena, when->exdates, when->exdate_count) = stamp.civil.date;
        else
            reader_say_date(reader, node, "exdate", day);
    }
}

static void read_repeat(struct reader *reader, const xmlNode *node, struct when *when)
{
    if (!node_attribute(node, NULL, "rrule"))
        return;
    struct str rule = reader_text(reader, node, "rrule");
    if (!repeat_parse(rule, &when->repeat))
        reader_say(reader, FINDING_ATOM_RRULE, node, &rule, 1);
}

void entry_facts_when(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    struct announcement *out = entry->out;
    struct when when = { 0 };
    unsigned status = 0;
    if (!node_attribute(node, NULL, "start")) {
        reader_say_missing(reader, node, reader_label(reader, node, "start"));
        return;
    }
    if (entry->when_count++ >= WHEN_COUNT_MAX)
        return;
    bool has_start = reader_stamp(reader, node, "start", &when.start);
    if (!reader_stamp(reader, node, "end", &when.end))
        when.end.kind = STAMP_NONE;
    if (!reader_zone(reader, node, "tz", &when.zone_name, &when.zone))
        when.zone = NULL;
    read_repeat(reader, node, &when);
    read_exdates(reader, node, &when);
    if (reader_choice(reader, node, "status", "confirmed cancelled", &status))
        when.cancelled = status == 1;
    if (!has_start)
        return; /* its finding blocks the announcement */
    reader_check_order(reader, node, &when.start, &when.end);
    *ARENA_PUSH(reader->arena, out->whens, out->when_count) = when;
}

void entry_facts_where(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    struct announcement *out = entry->out;
    struct venue venue = { .mode = PLACE_ON_SITE,
                           .name = reader_text(reader, node, "name"),
                           .street = reader_text(reader, node, "street"),
                           .postcode = reader_text(reader, node, "postcode"),
                           .city = reader_text(reader, node, "city"),
                           .extra = reader_text(reader, node, "extra"),
                           .tel = reader_text(reader, node, "tel") };
    unsigned mode;
    if (reader_choice(reader, node, "mode", mode_words, &mode))
        venue.mode = modes[mode];
    if (!reader_address(reader, node, "href", &venue.href))
        venue.href = (struct str){ "", 0 };
    venue.access = reader_bits(reader, node, "access", access_words);
    *ARENA_PUSH(reader->arena, out->venues, out->venue_count) = venue;
}

void entry_facts_contact(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    struct announcement *out = entry->out;
    *ARENA_PUSH(reader->arena, out->contacts, out->contact_count) =
        (struct contact){ .role = reader_text(reader, node, "role"),
                          .name = reader_text(reader, node, "name"),
                          .tel = reader_text(reader, node, "tel"),
                          .email = reader_text(reader, node, "email") };
}

void entry_facts_spoken(struct entry *entry, const xmlNode *node)
{
    if (!reader_need(entry->reader, node, "langs", &entry->out->spoken))
        entry->out->spoken = (struct str){ "", 0 };
}

void entry_facts_audience(struct entry *entry, const xmlNode *node)
{
    entry->out->audience = reader_text(entry->reader, node, NULL);
}

void entry_facts_cost(struct entry *entry, const xmlNode *node)
{
    struct announcement *out = entry->out;
    out->has_cost = true;
    if (!reader_bool(entry->reader, node, "free", &out->cost_free))
        out->cost_free = false;
    out->cost = reader_text(entry->reader, node, NULL);
}

/* Whoever writes a sign-up and not whether it is needed means that it is. */
void entry_facts_signup(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    struct announcement *out = entry->out;
    out->has_signup = true;
    if (!reader_bool(reader, node, "required", &out->signup_required))
        out->signup_required = true;
    if (!reader_stamp(reader, node, "until", &out->signup_until))
        out->signup_until.kind = STAMP_NONE;
    if (!reader_address(reader, node, "href", &out->signup_href))
        out->signup_href = (struct str){ "", 0 };
    out->signup_tel = reader_text(reader, node, "tel");
    out->signup_email = reader_text(reader, node, "email");
    out->signup = reader_text(reader, node, NULL);
}

void entry_facts_show(struct entry *entry, const xmlNode *node)
{
    struct reader *reader = entry->reader;
    struct show_period *show = &entry->out->show;
    unsigned priority;
    if (!reader_stamp(reader, node, "from", &show->from))
        show->from.kind = STAMP_NONE;
    if (!reader_stamp(reader, node, "until", &show->until))
        show->until.kind = STAMP_NONE;
    reader_check_order(reader, node, &show->from, &show->until);
    if (reader_choice(reader, node, "priority", priority_words, &priority))
        show->priority = (enum priority)priority;
    if (!reader_number(reader, node, "seconds", 1, SHOW_SECONDS_MAX, &show->seconds))
        show->seconds = 0;
}

void entry_facts_number(struct entry *entry, const xmlNode *node)
{
    if (!reader_number(entry->reader, node, NULL, 1, NUMBER_MAX, &entry->out->number))
        entry->out->number = 0;
}

/* For people who read the feed; what counts is the signature. */
void entry_facts_approved(struct entry *entry, const xmlNode *node)
{
    (void)entry;
    (void)node;
}
