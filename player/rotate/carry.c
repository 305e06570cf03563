/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a rotation takes with it: over to another edition, and over a restart. The play log is what
 * is left of the rotation before a restart. It tells the differences between organisations only
 * since its first line that is read; but in a rotation nobody is ever further than a turn from its
 * share, so what lies beyond that is cut, and it does not matter how far back the log was read.
 */
#include "rotate/rotation_inside.h"

#include <math.h>

/* ---- to another edition ---------------------------------------------------------------------- */

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
        fresh->list[i].begun = old->list[number].begun;
        fresh->list[i].is_active = old->list[number].is_active;
    }
}

static const struct notice *carried_notice(const struct notice *old, const struct notices *fresh)
{
    size_t number;
    if (!old || !key_index_get(&fresh->groups, old->group, &number))
        return NULL;
    return &fresh->list[number];
}

/* A turn goes on behind the slide shown last, when that slide's item is still there. */
static struct turn carry_turn(const struct turn *turn, const struct notices *old,
                              const struct notices *fresh)
{
    struct turn none = { 0 };
    if (!turn->runs)
        return none;
    const struct notice *before = &old->list[turn->notice];
    const struct notice *notice = carried_notice(before, fresh);
    const struct item *last = before->items[(turn->first + turn->step) % before->item_count];
    for (size_t i = 0; notice && i < notice->item_count; i++) {
        if (!str_equal(notice->items[i]->announcement.id, last->announcement.id))
            continue;
        size_t first = turn->first % notice->item_count;
        return (struct turn){ .runs = true,
                              .notice = (size_t)(notice - fresh->list),
                              .first = first,
                              .step = (i + notice->item_count - first) % notice->item_count,
                              .page = turn->page };
    }
    return none;
}

void rotation_continue(struct rotation *rotation, const struct edition *edition,
                       const struct zone *zone)
{
    struct notices fresh = notices_of(edition);
    struct progress *progress = &rotation->progress;
    struct slot again = progress->again;
    carry_parties(&rotation->notices, &fresh);
    carry_notices(&rotation->notices, &fresh);
    progress->turn = carry_turn(&progress->turn, &rotation->notices, &fresh);
    progress->again = (struct slot){ .item = NULL };
    rotation->last = carried_notice(rotation->last, &fresh);
    struct notices old = rotation->notices;
    rotation->notices = fresh;
    rotation->board = board_new(fresh.arena, edition, zone);
    rotation->zone = zone;
    rotation->quarter = NO_LANGUAGE;
    rotation->quarter_until = 0;
    rotation->undo = (struct undo){ .is_there = false };
    if (again.item)
        rotation_repeat(rotation, &again);
    notices_free(&old);
}

#define AGENDA_PAGE_GAP_S 5 /* pages of one appearance follow one another at once */

/* ---- over a restart -------------------------------------------------------------------------- */

struct resumer {
    struct rotation *rotation;
    struct key_index ids;
    const struct item **items; /* by the index */
};

static struct resumer resumer_of(struct rotation *rotation)
{
    const struct edition *edition = rotation->notices.edition;
    struct arena *arena = rotation->notices.arena;
    struct resumer resumer = { .rotation = rotation };
    resumer.ids = key_index_new(arena, edition->item_count);
    resumer.items = ARENA_ARRAY(arena, const struct item *, edition->item_count + 1);
    for (size_t i = 0; i < edition->item_count; i++) {
        size_t number = key_index_put(&resumer.ids, edition->items[i].announcement.id);
        if (!resumer.items[number])
            resumer.items[number] = &edition->items[i];
    }
    return resumer;
}

static size_t version_of(const struct notice *notice, const struct item *item)
{
    size_t version = 0;
    while (version + 1 < notice->item_count && notice->items[version] != item)
        version++;
    return version;
}

/* A play goes on with the turn before it, or begins another; then the turn stands behind it. */
static void resume_turn(struct rotation *rotation, struct notice *notice, const struct item *item)
{
    struct turn *turn = &rotation->progress.turn;
    size_t number = (size_t)(notice - rotation->notices.list), count = notice->item_count;
    size_t version = version_of(notice, item);
    size_t step = (version + count - turn->first) % count;
    bool same = turn->runs && turn->notice == number;
    if (same && step == turn->step && turn->page < shares_pages(item)) {
        turn->page++;
        return;
    }
    if (same && step > turn->step) {
        turn->step = step;
        turn->page = 1;
        return;
    }
    notice->turns += choose_turn_cost(rotation, notice);
    notice->begun = version + 1;
    *turn = (struct turn){ .runs = true, .notice = number, .first = version, .page = 1 };
    rotation->last = notice;
}

static void resume_play(struct resumer *resumer, const struct past_play *play)
{
    struct rotation *rotation = resumer->rotation;
    struct progress *progress = &rotation->progress;
    size_t number, group;
    int64_t end = play->from + (int64_t)llround(play->seconds);
    progress->is_after_alert = false;
    if (str_is(play->id, SLOT_AGENDA_ID)) {
        bool goes_on = play->from - progress->agenda_at < AGENDA_PAGE_GAP_S;
        progress->agenda_count += !goes_on;
        progress->agenda_at = end;
        return;
    }
    if (!key_index_get(&resumer->ids, play->id, &number))
        return;
    const struct item *item = resumer->items[number];
    struct str name =
        item->announcement.group.bytes > 0 ? item->announcement.group : item->announcement.id;
    if (!key_index_get(&rotation->notices.groups, name, &group))
        return;
    struct notice *notice = &rotation->notices.list[group];
    progress->is_after_alert = notice->is_alert;
    if (notice->is_alert) {
        notice->begun++;
        return;
    }
    resume_turn(rotation, notice, item);
    double cost = play->seconds * (double)RATE / (double)notices_author_count(item);
    choose_pay(rotation, item, (int64_t)llround(cost));
}

/* The longest turn that an organisation has. */
static int64_t longest_turn(const struct rotation *rotation, const struct party *party)
{
    int64_t longest = rotation->longest;
    for (size_t i = 0; i < party->notice_count; i++) {
        const struct notice *notice = &rotation->notices.list[party->notices[i]];
        if (notice->is_active && notice->cost > longest)
            longest = notice->cost;
    }
    return longest;
}

/* Nobody is further from its share than a rotation can have brought it. */
static void cut_to_a_turn(struct rotation *rotation)
{
    int64_t average = rotation->progress.average;
    for (size_t i = 0; i < rotation->notices.party_count; i++) {
        struct party *party = &rotation->notices.parties[i];
        int64_t most = (int64_t)llround((double)longest_turn(rotation, party) / party->weight);
        if (party->used > average + most)
            party->used = average + most;
        if (party->used < average - most)
            party->used = average - most;
    }
}

/* Likewise turns: a notice that is new since is not shown until it has caught up. */
static void level_turns(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    for (size_t i = 0; i < notices->party_count; i++) {
        const struct party *party = &notices->parties[i];
        int64_t most = 0;
        for (size_t k = 0; k < party->notice_count; k++) {
            const struct notice *notice = &notices->list[party->notices[k]];
            most = notice->is_active && notice->turns > most ? notice->turns : most;
        }
        for (size_t k = 0; k < party->notice_count; k++) {
            struct notice *notice = &notices->list[party->notices[k]];
            if (notice->turns < most - 2 * TURN_UNIT)
                notice->turns = most - 2 * TURN_UNIT;
        }
    }
}

void rotation_resume(struct rotation *rotation, const struct past_play *plays, size_t count,
                     int64_t now, bool clock_is_real)
{
    if (count == 0)
        return;
    shares_ask(rotation, now, clock_is_real);
    struct resumer resumer = resumer_of(rotation);
    for (size_t i = 0; i < count; i++)
        resume_play(&resumer, &plays[i]);
    cut_to_a_turn(rotation);
    level_turns(rotation);
    for (size_t i = 0; i < rotation->notices.party_count; i++)
        rotation->notices.parties[i].is_stale = true;
    rotation->undo = (struct undo){ .is_there = false };
}
