/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * room-clash. All dates of all rooms are sorted by room and start and walked over once. To see a
 * clash it is enough to remember, of the dates before, the one that ends last and the one of
 * another group that ends last: whichever is not of the own group is the one to ask. Comparing all
 * with all would take a thousand groups of a library a minute.
 *
 * A room is its name, street and further words in small letters, without signs between: "Kirjasto,
 * 2. kerros" is not "Kirjasto". Towns are left out: half of the senders do not write them. Where
 * none of two names the room, only the house is known, and the sender is asked.
 */
#include "base/utf8.h"
#include "rules/rule_together.h"
#include "rules/together_parts.h"

#include <stdlib.h>

#define DATES_EACH_MAX 200 /* of an announcement: three a day in 60 days */
#define ROOM_BYTES_MAX 512
#define ROOMS_BYTES_MAX (256u << 20) /* 10,000 announcements with all their dates */

struct meeting {
    struct str room;
    size_t item;
    int64_t start, end;
    bool house; /* no room was named: there may be several */
};

static int compare_meetings(const void *a, const void *b)
{
    const struct meeting *left = a, *right = b;
    int order = str_compare(left->room, right->room);
    if (order == 0)
        order = (left->start > right->start) - (left->start < right->start);
    return order ? order : (left->item > right->item) - (left->item < right->item);
}

static void add_folded(struct text *to, struct str words)
{
    uint32_t point;
    char bytes[4];
    text_add_c(to, "|");
    while (utf8_next(&words, &point))
        if (utf8_is_letter(point) || utf8_is_digit(point))
            text_add(to, (struct str){ bytes, utf8_put(utf8_lower(point), bytes) });
}

/* Empty when nobody can tell which room it is. */
static struct str room_of(struct arena *arena, const struct venue *venue)
{
    bool on_site = venue->mode == PLACE_ON_SITE || venue->mode == PLACE_HYBRID;
    if (!on_site || (venue->name.bytes == 0 && venue->street.bytes == 0))
        return (struct str){ 0 };
    struct text text = text_new(arena, ROOM_BYTES_MAX);
    add_folded(&text, venue->name);
    add_folded(&text, venue->street);
    add_folded(&text, venue->extra);
    return text_str(&text);
}

struct plan {
    struct arena *arena;
    struct meeting *meetings;
    size_t count;
};

/* The dates of an announcement in one of its rooms. */
static void add_in_room(struct plan *plan, const struct venue *venue, size_t item,
                        const struct occurrence *dates, size_t count)
{
    struct str room = room_of(plan->arena, venue);
    for (size_t i = 0; i < count && room.bytes > 0; i++)
        if (!dates[i].cancelled && !dates[i].all_day)
            *ARENA_PUSH(plan->arena, plan->meetings, plan->count) =
                (struct meeting){ .room = room,
                                  .item = item,
                                  .start = dates[i].start,
                                  .end = dates[i].end,
                                  .house = venue->extra.bytes == 0 };
}

static void add_meetings(struct plan *plan, const struct together *items, size_t item,
                         const struct zone *zone, int64_t now)
{
    const struct announcement *announcement = items[item].announcement;
    struct occurrence dates[DATES_EACH_MAX];
    int64_t days = (int64_t)report_limit(items[item].report, RULE_ROOM_CLASH);
    if (announcement->kind == KIND_ALERT || announcement->venue_count == 0)
        return;
    size_t count =
        when_list(announcement->whens, announcement->when_count, zone, now, dates, DATES_EACH_MAX);
    while (count > 0 && dates[count - 1].start >= now + days * DAY_SECONDS)
        count--;
    for (size_t i = 0; i < announcement->venue_count; i++)
        add_in_room(plan, &announcement->venues[i], item, dates, count);
}

static bool same_group(const struct together *items, const struct meeting *a,
                       const struct meeting *b)
{
    return str_equal(items[a->item].announcement->group, items[b->item].announcement->group);
}

static struct finding *find_clash(struct report *report)
{
    for (size_t i = 0; i < report->count; i++)
        if (finding_info(report->findings[i].code)->rule == RULE_ROOM_CLASH)
            return &report->findings[i];
    return NULL;
}

static void tell(const struct together *items, const struct meeting *own,
                 const struct meeting *other, const struct zone *zone)
{
    struct report *report = items[own->item].report;
    struct finding *before = find_clash(report);
    struct occurrence time = { .start = other->start, .end = other->end };
    struct place place = items[own->item].announcement->where;
    if (before) {
        before->more++;
        return;
    }
    place.element = STR("it:where");
    enum finding_code code = own->house ? FINDING_HOUSE_SHARED : FINDING_ROOM_TAKEN;
    struct finding *finding = report_add(report, code, place);
    finding_arg(report, finding, items[other->item].announcement->title);
    finding_arg(report, finding, together_time(report->arena, zone, &time));
}

/* Of the dates of this room so far, that of another group which ends last; NULL for none. */
struct latest {
    const struct meeting *first, *second; /* the second is of another group than the first */
};

static const struct meeting *other_of(const struct latest *latest, const struct together *items,
                                      const struct meeting *meeting)
{
    if (!latest->first || !same_group(items, latest->first, meeting))
        return latest->first;
    return latest->second;
}

static void remember(struct latest *latest, const struct together *items,
                     const struct meeting *meeting)
{
    if (!latest->first || meeting->end > latest->first->end) {
        if (latest->first && !same_group(items, latest->first, meeting))
            latest->second = latest->first;
        latest->first = meeting;
    } else if (!same_group(items, latest->first, meeting) &&
               (!latest->second || meeting->end > latest->second->end)) {
        latest->second = meeting;
    }
}

static void walk(const struct plan *plan, const struct together *items, const struct zone *zone)
{
    struct latest latest = { 0 };
    for (size_t i = 0; i < plan->count; i++) {
        const struct meeting *meeting = &plan->meetings[i];
        if (i > 0 && !str_equal(plan->meetings[i - 1].room, meeting->room))
            latest = (struct latest){ 0 };
        const struct meeting *other = other_of(&latest, items, meeting);
        if (other && other->end > meeting->start) {
            tell(items, meeting, other, zone);
            tell(items, other, meeting, zone);
        }
        remember(&latest, items, meeting);
    }
}

void together_rooms(const struct together *items, size_t count, const struct zone *zone,
                    int64_t now)
{
    struct plan plan = { .arena = arena_new(ROOMS_BYTES_MAX) };
    for (size_t i = 0; i < count; i++)
        add_meetings(&plan, items, i, zone, now);
    if (plan.count > 0)
        qsort(plan.meetings, plan.count, sizeof *plan.meetings, compare_meetings);
    walk(&plan, items, zone);
    arena_free(plan.arena);
}
