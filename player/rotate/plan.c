/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See plan.h. */
#include "rotate/plan.h"

#include "rotate/notices.h"

#include <stdlib.h>

#define SECONDS_OF_A_NEW_NOTICE 20 /* where there is none to take the average of */

struct planner {
    struct notices notices;
    struct arena *arena;
    struct plan *plan;
    int64_t *had;   /* by party, in RATE of a second */
    bool *is_seen;  /* by notice */
    size_t missing; /* notices shown at the beginning that have not come yet */
};

/* ---- shares -------------------------------------------------------------------------------- */

static void note_seen(struct planner *planner, const struct item *item, int64_t passed)
{
    size_t number;
    struct str group =
        item->announcement.group.bytes > 0 ? item->announcement.group : item->announcement.id;
    if (!key_index_get(&planner->notices.groups, group, &number) || planner->is_seen[number])
        return;
    planner->is_seen[number] = true;
    if (planner->missing > 0 && --planner->missing == 0)
        planner->plan->all_seen = passed;
}

static void note_slot(struct planner *planner, const struct slot *slot, int64_t passed)
{
    struct plan *plan = planner->plan;
    if (!slot->item) {
        *(slot->is_agenda ? &plan->agenda_seconds : &plan->idle_seconds) += slot->seconds;
        return;
    }
    note_seen(planner, slot->item, passed);
    if (slot->item->announcement.kind == KIND_ALERT) {
        plan->alert_seconds += slot->seconds;
        return;
    }
    size_t authors = notices_author_count(slot->item);
    for (size_t i = 0; i < authors; i++)
        planner->had[notices_party(&planner->notices, slot->item, i)] +=
            slot->seconds * RATE / (int64_t)authors;
}

/* The names by which shares are counted. */
static void name_organisations(struct planner *planner, struct plan_slot *to)
{
    const struct item *item = to->slot.item;
    if (!item || item->announcement.kind == KIND_ALERT)
        return;
    to->organisation_count = notices_author_count(item);
    to->organisations = ARENA_ARRAY(planner->arena, struct str, to->organisation_count);
    for (size_t i = 0; i < to->organisation_count; i++)
        to->organisations[i] =
            planner->notices.parties[notices_party(&planner->notices, item, i)].name;
}

static void add_slot(struct planner *planner, const struct slot *slot, int64_t now)
{
    struct plan *plan = planner->plan;
    if (!slot->item && !slot->is_agenda)
        return;
    struct plan_slot *to = ARENA_PUSH(planner->arena, plan->slots, plan->slot_count);
    *to = (struct plan_slot){ .slot = *slot, .start = now, .end = now + slot->seconds };
    name_organisations(planner, to);
}

static void write_shares(struct planner *planner)
{
    struct plan *plan = planner->plan;
    double all = 0;
    for (size_t i = 0; i < planner->notices.party_count; i++)
        all += (double)planner->had[i] / (double)RATE;
    for (size_t i = 0; i < planner->notices.party_count; i++) {
        double seconds = (double)planner->had[i] / (double)RATE;
        if (seconds <= 0)
            continue;
        *ARENA_PUSH(planner->arena, plan->shares, plan->share_count) =
            (struct plan_share){ str_copy(planner->arena, planner->notices.parties[i].name),
                                 seconds, seconds / all };
    }
}

/* Every notice that may be shown at the beginning is to be seen; the others count as seen. */
static void note_wanted(struct planner *planner, const struct zone *zone, int64_t from)
{
    const struct timetable timetable = { planner->notices.edition, zone, from, true };
    for (size_t i = 0; i < planner->notices.count; i++) {
        const struct notice *notice = &planner->notices.list[i];
        planner->is_seen[i] = true;
        for (size_t k = 0; k < notice->item_count && planner->is_seen[i]; k++)
            planner->is_seen[i] =
                timetable_state(&timetable, notice->items[k]).reason != REASON_SHOWN;
        planner->missing += !planner->is_seen[i];
    }
}

/* ---- the plan ------------------------------------------------------------------------------ */

void plan_make(struct rotation *rotation, const struct edition *edition, const struct zone *zone,
               int64_t from, int64_t until, struct arena *arena, struct plan *ret_plan)
{
    struct plan plan = { .slots = NULL };
    struct planner planner = { .notices = notices_of(edition), .arena = arena, .plan = &plan };
    planner.had = ARENA_ARRAY(planner.notices.arena, int64_t, planner.notices.party_count + 1);
    planner.is_seen = ARENA_ARRAY(planner.notices.arena, bool, planner.notices.count + 1);
    note_wanted(&planner, zone, from);
    for (int64_t now = from; now < until;) {
        struct slot slot = rotation_next(rotation, now, true);
        int64_t end = now + slot.seconds;
        note_slot(&planner, &slot, end - from);
        add_slot(&planner, &slot, now);
        now = end;
    }
    write_shares(&planner);
    notices_free(&planner.notices);
    *ret_plan = plan;
}

/* Adds what a notice shows in a turn; false when that is nothing. */
static bool add_turn(struct plan_round *round, const struct timetable *timetable,
                     const struct notice *notice)
{
    size_t before = round->slides;
    const struct profile *profile = &timetable->edition->profile;
    for (size_t i = 0; i < notice->item_count; i++) {
        const struct item *item = notice->items[i];
        if (timetable_reason(timetable, item) != REASON_SHOWN)
            continue;
        int pages = item->pages > 1 ? item->pages : 1;
        round->slides += (size_t)pages;
        round->seconds +=
            (int64_t)pages * (item->seconds > 0 ? item->seconds : profile->slide_seconds_min);
    }
    return round->slides > before;
}

struct plan_round plan_round_of(const struct edition *edition, const struct zone *zone, int64_t now,
                                bool clock_is_real)
{
    struct plan_round round = { .seconds = 0 };
    const struct timetable timetable = { edition, zone, now, clock_is_real };
    struct notices notices = notices_of(edition);
    bool *is_party = memory_new(notices.party_count + 1, sizeof *is_party);
    for (size_t i = 0; i < notices.count; i++) {
        const struct notice *notice = &notices.list[i];
        if (notice->is_alert || !add_turn(&round, &timetable, notice))
            continue;
        round.notices++;
        for (size_t k = 0; k < notice->party_count; k++) {
            round.organisations += !is_party[notice->parties[k]];
            is_party[notice->parties[k]] = true;
        }
    }
    int64_t count = (int64_t)round.notices;
    round.one_more = count > 0 ? (round.seconds + count / 2) / count : SECONDS_OF_A_NEW_NOTICE;
    free(is_party);
    notices_free(&notices);
    return round;
}
