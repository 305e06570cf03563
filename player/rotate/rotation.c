/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Slide by slide: an alert, what an alert has cut off, the rest of a turn or of an agenda, a new
 * agenda, a new turn, in this order. Whose turn it is says choose.c.
 *
 * Inside an organisation turns are counted, not seconds: a sender who needs many words should not
 * be shown more seldom than its neighbour in the same house.
 */
#include "rotate/rotation_inside.h"

#include <stdlib.h>

struct str slot_id(const struct slot *slot)
{
    if (slot->item)
        return slot->item->announcement.id;
    return slot->is_agenda ? STR(SLOT_AGENDA_ID) : STR(SLOT_IDLE_ID);
}

/* When an alert that is known already begins; it is not kept waiting for the end of a slide. */
static int64_t coming_alert(const struct rotation *rotation)
{
    int64_t begins = INT64_MAX;
    for (size_t i = 0; i < rotation->notices.alert_count; i++) {
        const struct notice *alert = &rotation->notices.list[rotation->notices.alerts[i]];
        for (size_t k = 0; k < alert->item_count; k++) {
            const struct item_state *state = board_state(&rotation->board, alert->items[k]);
            if (state->reason == REASON_NOT_YET && state->until < begins)
                begins = state->until;
        }
    }
    return begins;
}

/* No longer than it may be shown, but long enough to be read at all. */
static int seconds_until(const struct rotation *rotation, const struct item *item, int seconds,
                         int64_t now)
{
    int64_t until = board_until(&rotation->board, item), alert = coming_alert(rotation);
    int64_t left = (until < alert ? until : alert) - now;
    int least = seconds < SLIDE_SECONDS_LEAST ? seconds : SLIDE_SECONDS_LEAST;
    if (rotation->each_once || left >= seconds)
        return seconds;
    return left > least ? (int)left : least;
}

/* ---- alerts -------------------------------------------------------------------------------- */

/* The one that has been shown least often; NULL: there is none. */
static struct notice *next_alert(const struct rotation *rotation)
{
    struct notice *next = NULL;
    for (size_t i = 0; i < rotation->notices.alert_count; i++) {
        struct notice *notice = &rotation->notices.list[rotation->notices.alerts[i]];
        if (notice->is_active && !notice->is_done && (!next || notice->begun < next->begun))
            next = notice;
    }
    return next;
}

static size_t shown_versions(const struct rotation *rotation, const struct notice *notice)
{
    size_t count = 0;
    for (size_t i = 0; i < notice->item_count; i++)
        count += board_is_shown(&rotation->board, notice->items[i]);
    return count;
}

/* The first version of a page. */
static const struct item *alert_item(const struct rotation *rotation, const struct notice *notice,
                                     size_t page)
{
    size_t wanted = page * ALERT_VERSIONS;
    for (size_t i = 0; i < notice->item_count; i++) {
        if (board_is_shown(&rotation->board, notice->items[i]) && wanted-- == 0)
            return notice->items[i];
    }
    return NULL;
}

/* Of all versions on its page: each has to be read. */
static int alert_seconds(const struct rotation *rotation, const struct notice *alert, size_t page)
{
    size_t version = 0;
    int seconds = 0;
    for (size_t i = 0; i < alert->item_count; i++) {
        if (board_is_shown(&rotation->board, alert->items[i]) && version++ / ALERT_VERSIONS == page)
            seconds += shares_seconds(rotation, alert->items[i]);
    }
    if (alert->begun == 0 && seconds < ALERT_SECONDS_LEAST)
        return ALERT_SECONDS_LEAST;
    return seconds;
}

static bool take_alert(struct rotation *rotation, int64_t now, struct slot *ret_slot)
{
    struct notice *alert = next_alert(rotation);
    if (!alert)
        return false;
    size_t pages = (shown_versions(rotation, alert) + ALERT_VERSIONS - 1) / ALERT_VERSIONS;
    size_t page = alert->begun % pages;
    const struct item *item = alert_item(rotation, alert, page);
    int seconds = alert_seconds(rotation, alert, page);
    *ret_slot = (struct slot){ .item = item,
                               .page = (int)page,
                               .seconds = seconds_until(rotation, item, seconds, now) };
    rotation->undo.begun = alert;
    alert->begun++;
    alert->is_done = rotation->each_once && alert->begun >= pages;
    rotation->progress.is_after_alert = true;
    return true;
}

bool rotation_has_new_alert(struct rotation *rotation, int64_t now, bool clock_is_real)
{
    shares_ask(rotation, now, clock_is_real);
    const struct notice *alert = next_alert(rotation);
    return alert && alert->begun == 0;
}

/* Every second slide, and a new one at once. */
static bool wants_alert(const struct rotation *rotation)
{
    const struct notice *alert = next_alert(rotation);
    return alert &&
           (!rotation->progress.is_after_alert || alert->begun == 0 || rotation->each_once);
}

void rotation_repeat(struct rotation *rotation, const struct slot *slot)
{
    if (slot->is_agenda || !slot->item || slot->item->announcement.kind == KIND_ALERT)
        return;
    const struct edition *edition = rotation->notices.edition;
    for (size_t i = 0; i < edition->item_count; i++) {
        if (!str_equal(edition->items[i].announcement.id, slot->item->announcement.id))
            continue;
        rotation->progress.again = *slot;
        rotation->progress.again.item = &edition->items[i];
        return;
    }
}

static bool take_again(struct rotation *rotation, int64_t now, struct slot *ret_slot)
{
    struct slot again = rotation->progress.again;
    rotation->progress.again = (struct slot){ .item = NULL };
    if (!again.item || !board_is_shown(&rotation->board, again.item))
        return false;
    again.seconds = seconds_until(rotation, again.item, again.seconds, now);
    *ret_slot = again;
    return true;
}

/* ---- turns --------------------------------------------------------------------------------- */

static bool start_turn(struct rotation *rotation)
{
    struct notice *notice = choose_notice(rotation);
    if (!notice)
        return false;
    struct undo *undo = &rotation->undo;
    undo->begun = notice;
    undo->turn_cost = choose_turn_cost(rotation, notice);
    notice->turns += undo->turn_cost;
    notice->is_done = rotation->each_once;
    rotation->progress.turn = (struct turn){
        .runs = true,
        .notice = (size_t)(notice - rotation->notices.list),
        .first = notice->begun++ % notice->item_count,
    };
    rotation->last = notice;
    choose_forget(rotation, notice);
    return true;
}

/* The next slide of the turn that runs; false when it is at its end. */
static bool take_slide(struct rotation *rotation, int64_t now, struct slot *ret_slot)
{
    struct turn *turn = &rotation->progress.turn;
    if (!turn->runs)
        return false;
    const struct notice *notice = &rotation->notices.list[turn->notice];
    for (; turn->step < notice->item_count; turn->step++, turn->page = 0) {
        const struct item *item = notice->items[(turn->first + turn->step) % notice->item_count];
        if (!shares_is_shown(rotation, notice, item) || turn->page >= shares_pages(item))
            continue;
        int seconds = seconds_until(rotation, item, shares_seconds(rotation, item), now);
        *ret_slot = (struct slot){ .item = item, .page = turn->page++, .seconds = seconds };
        rotation->undo.paid = item;
        rotation->undo.paid_cost = seconds * RATE / (int64_t)notices_author_count(item);
        choose_pay(rotation, item, rotation->undo.paid_cost);
        return true;
    }
    turn->runs = false;
    return false;
}

/* A notice that has gone dark since it was chosen has its turn in vain; then the next one's. */
static bool take_turn(struct rotation *rotation, int64_t now, struct slot *ret_slot)
{
    if (take_slide(rotation, now, ret_slot))
        return true;
    agenda_begin(rotation, now);
    if (agenda_take(rotation, now, ret_slot))
        return true;
    return start_turn(rotation) && take_slide(rotation, now, ret_slot);
}

/* The idle slide does not outstay the moment at which there is something to show again. */
static struct slot idle_slot(const struct rotation *rotation, int64_t now)
{
    struct slot slot = { .seconds = IDLE_SECONDS };
    int64_t change = board_next_change(&rotation->board);
    if (change > now && change - now < IDLE_SECONDS)
        slot.seconds = (int)(change - now);
    return slot;
}

struct slot rotation_next(struct rotation *rotation, int64_t now, bool clock_is_real)
{
    struct slot slot;
    struct progress *progress = &rotation->progress;
    shares_ask(rotation, now, clock_is_real);
    rotation->undo = (struct undo){ .is_there = true, .before = *progress, .last = rotation->last };
    if (wants_alert(rotation) && take_alert(rotation, now, &slot))
        return slot;
    progress->is_after_alert = false;
    if (take_again(rotation, now, &slot) || agenda_take(rotation, now, &slot) ||
        take_turn(rotation, now, &slot) || take_alert(rotation, now, &slot))
        return slot;
    rotation->undo.is_there = false;
    return idle_slot(rotation, now);
}

void rotation_put_back(struct rotation *rotation)
{
    struct undo *undo = &rotation->undo;
    if (!undo->is_there)
        return;
    if (undo->paid)
        choose_pay(rotation, undo->paid, -undo->paid_cost);
    if (undo->begun) {
        undo->begun->turns -= undo->turn_cost;
        undo->begun->begun--;
        choose_forget(rotation, undo->begun);
    }
    rotation->progress = undo->before;
    rotation->last = undo->last;
    *undo = (struct undo){ .is_there = false };
}

/* ---- life ---------------------------------------------------------------------------------- */

struct rotation *rotation_new(const struct edition *edition, const struct zone *zone)
{
    struct rotation *rotation = memory_new(1, sizeof *rotation);
    rotation->notices = notices_of(edition);
    rotation->board = board_new(rotation->notices.arena, edition, zone);
    rotation->zone = zone;
    rotation->quarter = NO_LANGUAGE;
    return rotation;
}

void rotation_free(struct rotation *rotation)
{
    if (!rotation)
        return;
    notices_free(&rotation->notices);
    free(rotation);
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
