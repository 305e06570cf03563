/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why an item is or is not on the screen: questions asked in their order, so that every command
 * gives the same answer with the same words. Reasons that lie in the item itself come first, then
 * those that time heals.
 */
#include "rotate/timetable.h"

/*
 * While nobody knows the time, any moment from the feed's `updated` to ten years later is
 * plausible: about the life of a screen.
 */
#define PLAUSIBLE_S (3653 * DAY_SECONDS)

/* As many dates as a slide ever lists at once (layout), and one more. */
#define DATES_LISTED 4

static bool is_hidden(const struct timetable *timetable, const struct item *item)
{
    (void)timetable;
    return item->hidden;
}

/* A profile without an id (the reference) is any centre. */
static bool is_of_another_centre(const struct timetable *timetable, const struct item *item)
{
    const struct announcement *announcement = &item->announcement;
    struct str here = timetable->edition->profile.id;
    if (announcement->centre_count == 0 || here.bytes == 0)
        return false;
    for (size_t i = 0; i < announcement->centre_count; i++) {
        if (str_equal(announcement->centres[i], here))
            return false;
    }
    return true;
}

/* Would this be wrong at some moment that may be now? */
static bool needs_a_clock(const struct timetable *timetable, const struct item *item)
{
    const struct show_period *show = &item->announcement.show;
    if (timetable->clock_is_real)
        return false;
    if (item->announcement.when_count > 0)
        return true;
    if (show->from.kind != STAMP_NONE &&
        stamp_moment(&show->from, timetable->zone) > timetable->edition->updated)
        return true;
    return show->until.kind != STAMP_NONE &&
           stamp_end(&show->until, timetable->zone) < timetable->edition->updated + PLAUSIBLE_S;
}

static bool is_early(const struct timetable *timetable, const struct item *item)
{
    return timetable->clock_is_real &&
           timetable->now < announcement_show_start(&item->announcement, timetable->zone);
}

/* What can only change with another edition. */
static const struct {
    bool (*is_true)(const struct timetable *timetable, const struct item *item);
    enum reason reason;
} lasting_questions[] = {
    { is_hidden, REASON_WITHDRAWN },
    { is_of_another_centre, REASON_OTHER_CENTRE },
    { needs_a_clock, REASON_CLOCK_UNKNOWN },
};

static enum reason lasting_reason(const struct timetable *timetable, const struct item *item)
{
    if (item->refused != REASON_SHOWN)
        return item->refused;
    for (size_t i = 0; i < ARRAY_LEN(lasting_questions); i++) {
        if (lasting_questions[i].is_true(timetable, item))
            return lasting_questions[i].reason;
    }
    return REASON_SHOWN;
}

static bool is_day_hidden(const struct timetable *timetable, const struct item *item, int64_t start)
{
    if (item->hidden_date_count == 0)
        return false;
    struct date day = zone_local(timetable->zone, start).date;
    for (size_t i = 0; i < item->hidden_date_count; i++) {
        if (date_compare(item->hidden_dates[i], day) == 0)
            return true;
    }
    return false;
}

/* A cancelled date still to come counts: its slide says so until the date would have been over. */
static void look_at_dates(const struct timetable *timetable, const struct item *item,
                          struct item_state *state)
{
    const struct announcement *announcement = &item->announcement;
    if (announcement->when_count == 0)
        return;
    state->has_next = when_next(announcement->whens, announcement->when_count, timetable->zone,
                                timetable->now, &state->next);
    if (!state->has_next) {
        state->reason = REASON_EXPIRED;
        state->until = INT64_MAX;
        return;
    }
    state->next.cancelled =
        state->next.cancelled || is_day_hidden(timetable, item, state->next.start);
    if (state->next.end < state->until)
        state->until = state->next.end;
}

struct item_state timetable_state(const struct timetable *timetable, const struct item *item)
{
    struct item_state state = { lasting_reason(timetable, item), INT64_MAX, false, { 0 } };
    if (state.reason != REASON_SHOWN || !timetable->clock_is_real)
        return state;
    int64_t start = announcement_show_start(&item->announcement, timetable->zone);
    if (timetable->now < start) {
        state.reason = REASON_NOT_YET;
        state.until = start;
        return state;
    }
    int64_t end = announcement_show_end(&item->announcement, timetable->zone);
    if (timetable->now >= end) {
        state.reason = REASON_EXPIRED;
        return state;
    }
    state.until = end;
    look_at_dates(timetable, item, &state);
    return state;
}

enum reason timetable_reason(const struct timetable *timetable, const struct item *item)
{
    enum reason reason = timetable_state(timetable, item).reason;
    bool asks_hours = item->announcement.kind != KIND_ALERT;
    if (reason == REASON_SHOWN && asks_hours && !timetable_is_open(timetable))
        return REASON_OUTSIDE_HOURS;
    return reason;
}

int64_t timetable_opening_change(const struct timetable *timetable)
{
    if (!timetable->clock_is_real)
        return INT64_MAX;
    return opening_next_change(&timetable->edition->profile.opening, timetable->zone,
                               timetable->now);
}

bool timetable_is_open(const struct timetable *timetable)
{
    return !timetable->clock_is_real ||
           opening_is_open(&timetable->edition->profile.opening, timetable->zone, timetable->now);
}

/* ---- the next change ----------------------------------------------------------------------- */

/* Takes a moment when it is the earliest one after now. */
static void take_moment(const struct timetable *timetable, int64_t moment, int64_t *earliest)
{
    if (moment > timetable->now && moment < *earliest)
        *earliest = moment;
}

static int64_t next_midnight(const struct timetable *timetable)
{
    struct civil tomorrow = { .date = zone_local(timetable->zone, timetable->now).date };
    tomorrow.date = date_add(tomorrow.date, 1);
    return zone_moment(timetable->zone, tomorrow);
}

/* Does its slide name days, so that "today" or a year comes and goes with the day? */
static bool names_days(const struct announcement *announcement)
{
    return announcement->when_count > 0 || announcement->signup_until.kind != STAMP_NONE;
}

static void take_item(const struct timetable *timetable, const struct item *item, int64_t *earliest)
{
    const struct announcement *announcement = &item->announcement;
    struct occurrence dates[DATES_LISTED];
    int64_t end = announcement_show_end(announcement, timetable->zone);
    if (end <= timetable->now)
        return;
    if (is_early(timetable, item)) {
        take_moment(timetable, announcement_show_start(announcement, timetable->zone), earliest);
        return;
    }
    take_moment(timetable, end, earliest);
    if (names_days(announcement))
        take_moment(timetable, next_midnight(timetable), earliest);
    size_t count = when_list(announcement->whens, announcement->when_count, timetable->zone,
                             timetable->now, dates, ARRAY_LEN(dates));
    for (size_t i = 0; i < count; i++)
        take_moment(timetable, dates[i].end, earliest);
}

int64_t timetable_next_change(const struct timetable *timetable)
{
    const struct edition *edition = timetable->edition;
    int64_t earliest = INT64_MAX;
    if (!timetable->clock_is_real)
        return earliest;
    take_moment(timetable, timetable_opening_change(timetable), &earliest);
    for (size_t i = 0; i < edition->item_count; i++) {
        if (lasting_reason(timetable, &edition->items[i]) == REASON_SHOWN)
            take_item(timetable, &edition->items[i], &earliest);
    }
    return earliest;
}

bool timetable_clock_is_real(int64_t now, bool synchronised, bool clock_rtc, int64_t updated)
{
    if (now < updated || now < INFOTAULU_BUILT_DAY * DAY_SECONDS)
        return false;
    return synchronised || clock_rtc;
}
