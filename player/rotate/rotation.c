/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain stride scheduling (always the organisation with the least time so far) bunches: one with
 * a slide of 10 s among others with 30 s comes three times in a row, then not for minutes. So the
 * choice is the one of worst-case fair queueing (WF2Q+, Bennett and Zhang 1997): of those that are
 * not ahead of their share, the one whose turn would be paid off first. Turns then lie evenly, and
 * nobody is ever more than a turn away from its share.
 *
 * Inside an organisation turns are counted, not seconds: a sender who needs many words should not
 * be shown more seldom than its neighbour in the same house. Priority weighs these turns; it moves
 * time between the notices of one organisation, never from one organisation to another.
 */
#include "rotate/rotation.h"

#include "rotate/notices.h"

#include <assert.h>
#include <stdlib.h>

#define RATE INT64_C(1000000) /* parts of a second in which screen time is counted */
#define SECONDS_DEFAULT 10    /* of an item that nobody has measured */

/* Turns that one turn counts as: the wished share of its organisation's, upside down. */
static const int64_t turn_cost[] = {
    [PRIORITY_LOW] = 4,
    [PRIORITY_NORMAL] = 2,
    [PRIORITY_HIGH] = 1,
};

/* A notice that is on the screen, version after version. */
struct turn {
    bool runs;
    size_t notice;
    size_t version; /* of the slide that comes next */
    int page;
};

/* What is needed to take the last slide back. */
struct last_slide {
    const struct item *item; /* NULL: there is nothing to take back */
    struct turn turn;        /* as it was before */
    int64_t average;
    bool starts_turn;
    int64_t turn_cost; /* of the notice, when it starts one */
    size_t notice;
};

struct rotation {
    struct notices notices;
    const struct zone *zone;
    bool each_once;  /* a notice is done after its turn */
    int64_t average; /* screen time that an organisation has had by now, in RATE */
    struct turn turn;
    struct last_slide last;
    bool *shown;           /* by item */
    int64_t asked_at;      /* shown[] is true from then … */
    int64_t asked_until;   /* … to then, exclusive */
    bool asked_with_clock; /* … while the clock is as real as this */
};

/* ---- which may be shown -------------------------------------------------------------------- */

static size_t item_number(const struct rotation *rotation, const struct item *item)
{
    return (size_t)(item - rotation->notices.edition->items);
}

static bool is_shown(const struct rotation *rotation, const struct item *item)
{
    return rotation->shown[item_number(rotation, item)];
}

static const struct item *first_shown(const struct rotation *rotation, const struct notice *notice)
{
    for (size_t i = 0; i < notice->item_count; i++) {
        if (is_shown(rotation, notice->items[i]))
            return notice->items[i];
    }
    return NULL;
}

static bool is_open(const struct notice *notice)
{
    return notice->is_active && !notice->is_done;
}

/* A notice that is new to the screen has no turns to catch up: it begins where the others are. */
static int64_t turns_of_others(const struct rotation *rotation, const struct notice *notice)
{
    int64_t least = INT64_MAX;
    for (size_t i = 0; i < notice->party_count; i++) {
        const struct party *party = &rotation->notices.parties[notice->parties[i]];
        for (size_t k = 0; k < party->notice_count; k++) {
            const struct notice *other = &rotation->notices.list[party->notices[k]];
            if (other->is_active && other->turns < least)
                least = other->turns;
        }
    }
    return least == INT64_MAX ? notice->turns : least;
}

static void start_notices(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    /* First those that go, so that the new ones are measured against those that stay. */
    for (size_t i = 0; i < notices->count; i++) {
        if (!first_shown(rotation, &notices->list[i]))
            notices->list[i].is_active = false;
    }
    for (size_t i = 0; i < notices->count; i++) {
        struct notice *notice = &notices->list[i];
        if (notice->is_active || !first_shown(rotation, notice))
            continue;
        int64_t others = turns_of_others(rotation, notice);
        notice->turns = notice->turns > others ? notice->turns : others;
        notice->is_active = true;
    }
}

static bool has_active_notice(const struct rotation *rotation, const struct party *party)
{
    for (size_t i = 0; i < party->notice_count; i++) {
        if (rotation->notices.list[party->notices[i]].is_active)
            return true;
    }
    return false;
}

/* Likewise an organisation: time in which it had nothing to say is not owed to it. */
static void start_parties(struct rotation *rotation)
{
    for (size_t i = 0; i < rotation->notices.party_count; i++) {
        struct party *party = &rotation->notices.parties[i];
        bool was_active = party->is_active;
        party->is_active = has_active_notice(rotation, party);
        if (party->is_active && !was_active && party->used < rotation->average)
            party->used = rotation->average;
    }
}

/* Asks the timetable again when time, the clock or the edition may have changed its answers. */
static void ask(struct rotation *rotation, int64_t now, bool clock_is_real)
{
    const struct edition *edition = rotation->notices.edition;
    const struct timetable timetable = { edition, rotation->zone, now, clock_is_real };
    if (rotation->shown && rotation->asked_with_clock == clock_is_real &&
        (!clock_is_real || (rotation->asked_at <= now && now < rotation->asked_until)))
        return;
    if (!rotation->shown)
        rotation->shown = ARENA_ARRAY(rotation->notices.arena, bool, edition->item_count + 1);
    for (size_t i = 0; i < edition->item_count; i++)
        rotation->shown[i] = timetable_reason(&timetable, &edition->items[i]) == REASON_SHOWN;
    rotation->asked_at = now;
    rotation->asked_until = timetable_next_change(&timetable);
    rotation->asked_with_clock = clock_is_real;
    start_notices(rotation);
    start_parties(rotation);
}

/* ---- whose turn it is ---------------------------------------------------------------------- */

static int slide_seconds(const struct rotation *rotation, const struct item *item)
{
    int least = rotation->notices.edition->profile.slide_seconds_min;
    if (item->seconds > 0)
        return item->seconds;
    return least > 0 ? least : SECONDS_DEFAULT;
}

static int slide_pages(const struct item *item)
{
    return item->pages > 1 ? item->pages : 1;
}

/* What one slide costs each organisation that signs it, in RATE. */
static int64_t slide_cost(const struct rotation *rotation, const struct item *item)
{
    return slide_seconds(rotation, item) * RATE / (int64_t)notices_author_count(item);
}

/* What a turn of a notice costs an organisation. */
static int64_t turn_seconds(const struct rotation *rotation, const struct notice *notice)
{
    int64_t cost = 0;
    for (size_t i = 0; i < notice->item_count; i++) {
        if (is_shown(rotation, notice->items[i]))
            cost += slide_cost(rotation, notice->items[i]) * slide_pages(notice->items[i]);
    }
    return cost;
}

/* The notice of an organisation that has had the fewest turns; NULL: it has none to show. */
static const struct notice *next_notice(const struct rotation *rotation, const struct party *party)
{
    const struct notice *next = NULL;
    for (size_t i = 0; i < party->notice_count; i++) {
        const struct notice *notice = &rotation->notices.list[party->notices[i]];
        if (is_open(notice) && (!next || notice->turns < next->turns))
            next = notice;
    }
    return next;
}

/* Somebody is always at or under the average: else it has been left behind by rounding. */
static void catch_up_average(struct rotation *rotation)
{
    int64_t least = INT64_MAX;
    for (size_t i = 0; i < rotation->notices.party_count; i++) {
        const struct party *party = &rotation->notices.parties[i];
        if (next_notice(rotation, party) && party->used < least)
            least = party->used;
    }
    if (least != INT64_MAX && least > rotation->average)
        rotation->average = least;
}

static struct notice *choose_notice(struct rotation *rotation)
{
    const struct notice *chosen = NULL;
    int64_t earliest = INT64_MAX;
    catch_up_average(rotation);
    for (size_t i = 0; i < rotation->notices.party_count; i++) {
        const struct party *party = &rotation->notices.parties[i];
        const struct notice *notice = next_notice(rotation, party);
        if (!notice || party->used > rotation->average)
            continue;
        int64_t paid_off = party->used + turn_seconds(rotation, notice);
        if (paid_off < earliest) {
            earliest = paid_off;
            chosen = notice;
        }
    }
    return chosen ? &rotation->notices.list[chosen - rotation->notices.list] : NULL;
}

static enum priority notice_priority(const struct rotation *rotation, const struct notice *notice)
{
    enum priority most = PRIORITY_LOW;
    for (size_t i = 0; i < notice->item_count; i++) {
        enum priority priority = notice->items[i]->announcement.show.priority;
        if (is_shown(rotation, notice->items[i]) && priority > most)
            most = priority;
    }
    return most;
}

static bool start_turn(struct rotation *rotation)
{
    struct notice *notice = choose_notice(rotation);
    if (!notice)
        return false;
    rotation->last.starts_turn = true;
    rotation->last.turn_cost = turn_cost[notice_priority(rotation, notice)];
    rotation->last.notice = (size_t)(notice - rotation->notices.list);
    notice->turns += rotation->last.turn_cost;
    notice->is_done = rotation->each_once;
    rotation->turn =
        (struct turn){ .runs = true, .notice = (size_t)(notice - rotation->notices.list) };
    return true;
}

/* ---- slides -------------------------------------------------------------------------------- */

static size_t open_party_count(const struct rotation *rotation)
{
    size_t count = 0;
    for (size_t i = 0; i < rotation->notices.party_count; i++)
        count += rotation->notices.parties[i].is_active;
    return count ? count : 1;
}

static void pay(struct rotation *rotation, const struct item *item)
{
    int64_t cost = slide_cost(rotation, item);
    size_t authors = notices_author_count(item);
    for (size_t i = 0; i < authors; i++)
        rotation->notices.parties[notices_party(&rotation->notices, item, i)].used += cost;
    rotation->average += cost * (int64_t)authors / (int64_t)open_party_count(rotation);
}

/* The next slide of the turn that runs; false when it is at its end. */
static bool take_slide(struct rotation *rotation, struct slot *ret_slot)
{
    struct turn *turn = &rotation->turn;
    if (!turn->runs)
        return false;
    const struct notice *notice = &rotation->notices.list[turn->notice];
    for (; turn->version < notice->item_count; turn->version++, turn->page = 0) {
        const struct item *item = notice->items[turn->version];
        if (!is_shown(rotation, item) || turn->page >= slide_pages(item))
            continue;
        *ret_slot = (struct slot){ item, turn->page++, slide_seconds(rotation, item) };
        pay(rotation, item);
        return true;
    }
    turn->runs = false;
    return false;
}

/* The idle slide does not outstay the moment at which there is something to show again. */
static struct slot idle_slot(const struct rotation *rotation, int64_t now)
{
    struct slot slot = { .seconds = IDLE_SECONDS };
    if (rotation->asked_until > now && rotation->asked_until - now < IDLE_SECONDS)
        slot.seconds = (int)(rotation->asked_until - now);
    return slot;
}

struct slot rotation_next(struct rotation *rotation, int64_t now, bool clock_is_real)
{
    struct slot slot;
    ask(rotation, now, clock_is_real);
    rotation->last = (struct last_slide){ .turn = rotation->turn, .average = rotation->average };
    if (!take_slide(rotation, &slot) && !(start_turn(rotation) && take_slide(rotation, &slot)))
        return idle_slot(rotation, now);
    rotation->last.item = slot.item;
    return slot;
}

void rotation_put_back(struct rotation *rotation)
{
    const struct last_slide *last = &rotation->last;
    if (!last->item)
        return;
    int64_t cost = slide_cost(rotation, last->item);
    for (size_t i = 0; i < notices_author_count(last->item); i++)
        rotation->notices.parties[notices_party(&rotation->notices, last->item, i)].used -= cost;
    if (last->starts_turn)
        rotation->notices.list[last->notice].turns -= last->turn_cost;
    rotation->average = last->average;
    rotation->turn = last->turn;
    rotation->last = (struct last_slide){ 0 };
}

/* ---- life ---------------------------------------------------------------------------------- */

struct rotation *rotation_new(const struct edition *edition, const struct zone *zone)
{
    struct rotation *rotation = memory_new(1, sizeof *rotation);
    rotation->notices = notices_of(edition);
    rotation->zone = zone;
    return rotation;
}

void rotation_free(struct rotation *rotation)
{
    if (!rotation)
        return;
    notices_free(&rotation->notices);
    free(rotation);
}

static void carry_parties(const struct notices *old, struct notices *fresh)
{
    for (size_t i = 0; i < fresh->party_count; i++) {
        size_t number;
        if (!key_index_get(&old->names, fresh->parties[i].name, &number))
            continue;
        fresh->parties[i].used = old->parties[number].used;
        fresh->parties[i].is_active = old->parties[number].is_active;
    }
}

static void carry_notices(const struct notices *old, struct notices *fresh)
{
    for (size_t i = 0; i < fresh->count; i++) {
        size_t number;
        if (!key_index_get(&old->groups, fresh->list[i].group, &number))
            continue;
        fresh->list[i].turns = old->list[number].turns;
        fresh->list[i].is_active = old->list[number].is_active;
    }
}

/* A turn goes on behind the slide shown last, when that slide's item is still there. */
static struct turn carry_turn(const struct turn *turn, const struct notices *old,
                              const struct notices *fresh)
{
    struct turn none = { 0 };
    size_t number;
    if (!turn->runs || !key_index_get(&fresh->groups, old->list[turn->notice].group, &number))
        return none;
    const struct item *last = old->list[turn->notice].items[turn->version];
    const struct notice *notice = &fresh->list[number];
    for (size_t i = 0; i < notice->item_count; i++) {
        if (str_equal(notice->items[i]->announcement.id, last->announcement.id))
            return (struct turn){ true, number, i, turn->page };
    }
    return none;
}

void rotation_continue(struct rotation *rotation, const struct edition *edition,
                       const struct zone *zone)
{
    struct notices fresh = notices_of(edition);
    carry_parties(&rotation->notices, &fresh);
    carry_notices(&rotation->notices, &fresh);
    rotation->turn = carry_turn(&rotation->turn, &rotation->notices, &fresh);
    notices_free(&rotation->notices);
    rotation->notices = fresh;
    rotation->zone = zone;
    rotation->shown = NULL;
    rotation->last = (struct last_slide){ 0 };
}

size_t rotation_round(const struct edition *edition, const struct zone *zone, int64_t now,
                      bool clock_is_real, struct arena *arena, struct slot **ret_slots)
{
    struct rotation *rotation = rotation_new(edition, zone);
    struct slot *slots = NULL;
    size_t count = 0;
    rotation->each_once = true;
    for (;;) {
        struct slot slot = rotation_next(rotation, now, clock_is_real);
        if (!slot.item)
            break;
        *ARENA_PUSH(arena, slots, count) = slot;
    }
    rotation_free(rotation);
    *ret_slots = slots;
    return count;
}

/* ---- versions ------------------------------------------------------------------------------ */

static bool is_version(const struct timetable *timetable, const struct item *item,
                       const struct item *other)
{
    const struct announcement *a = &item->announcement, *b = &other->announcement;
    return str_equal(a->group.bytes ? a->group : a->id, b->group.bytes ? b->group : b->id) &&
           timetable_reason(timetable, other) == REASON_SHOWN;
}

struct language_row rotation_versions(const struct timetable *timetable, const struct item *item)
{
    const struct edition *edition = timetable->edition;
    bool has[LANGUAGE_COUNT] = { false };
    struct language_row row = { .count = 0 };
    for (size_t i = 0; i < edition->item_count; i++) {
        if (is_version(timetable, item, &edition->items[i]))
            has[edition->items[i].announcement.language] = true;
    }
    for (size_t i = 0; i < edition->profile.language_count; i++) {
        enum language language = edition->profile.languages[i];
        if (has[language])
            row.list[row.count++] = language;
        has[language] = false;
    }
    for (size_t i = 0; i < LANGUAGE_COUNT; i++) {
        if (has[i])
            row.list[row.count++] = (enum language)i;
    }
    return row;
}
