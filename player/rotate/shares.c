/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who takes part at a moment, and with what weight. Runs when some answer of the board has changed,
 * over plain numbers; only the dates themselves are costly, and they wait in the board's queue.
 */
#include "rotate/rotation_inside.h"

#include <stdlib.h>

#define SECONDS_DEFAULT 10 /* of an item that nobody has measured */

int shares_seconds(const struct rotation *rotation, const struct item *item)
{
    int least = rotation->notices.edition->profile.slide_seconds_min;
    if (item->seconds > 0)
        return item->seconds;
    return least > 0 ? least : SECONDS_DEFAULT;
}

int shares_pages(const struct item *item)
{
    return item->pages > 1 ? item->pages : 1;
}

/* ---- the quarter of a language --------------------------------------------------------------- */

static int64_t moment_of(const struct rotation *rotation, struct date day, int minutes)
{
    struct civil local = { .date = day, .hour = minutes / 60, .minute = minutes % 60 };
    if (local.hour >= 24) {
        local.date = date_add(day, 1);
        local.hour -= 24;
    }
    return zone_moment(rotation->zone, local);
}

/* Takes a quarter that runs on a day, or the moment of its beginning. */
static void look_at_quarter(struct rotation *rotation, const struct language_quarter *quarter,
                            struct date day, int64_t now)
{
    if (!quarter->days[date_weekday(day)])
        return;
    int64_t from = moment_of(rotation, day, quarter->from);
    int64_t until = moment_of(rotation, day, quarter->from + LANGUAGE_QUARTER_MINUTES);
    bool runs = from <= now && now < until;
    if (runs && rotation->quarter == NO_LANGUAGE)
        rotation->quarter = quarter->language;
    int64_t change = runs ? until : from;
    if (change > now && change < rotation->quarter_until)
        rotation->quarter_until = change;
}

/* True when another language has the quarter than before, or none any more. */
static bool ask_quarter(struct rotation *rotation, int64_t now, bool clock_is_real, bool was_set)
{
    const struct rotation_rules *rules = &rotation->notices.edition->profile.rotation;
    enum language before = rotation->quarter;
    if (!was_set && now < rotation->quarter_until)
        return false;
    rotation->quarter = NO_LANGUAGE;
    rotation->quarter_until = INT64_MAX;
    if (!clock_is_real || rules->quarter_count == 0)
        return before != NO_LANGUAGE;
    struct date today = zone_local(rotation->zone, now).date;
    rotation->quarter_until = moment_of(rotation, today, 24 * 60);
    for (size_t i = 0; i < rules->quarter_count; i++) {
        look_at_quarter(rotation, &rules->quarters[i], date_add(today, -1), now);
        look_at_quarter(rotation, &rules->quarters[i], today, now);
    }
    return before != rotation->quarter;
}

static bool has_version_shown(const struct rotation *rotation, const struct notice *notice,
                              enum language language)
{
    for (size_t i = 0; i < notice->item_count; i++) {
        if (notice->items[i]->announcement.language == language &&
            board_is_shown(&rotation->board, notice->items[i]))
            return true;
    }
    return false;
}

bool shares_is_shown(const struct rotation *rotation, const struct notice *notice,
                     const struct item *item)
{
    if (!board_is_shown(&rotation->board, item))
        return false;
    return rotation->quarter == NO_LANGUAGE || rotation->each_once || notice->is_alert ||
           item->announcement.language == rotation->quarter ||
           !has_version_shown(rotation, notice, rotation->quarter);
}

/* ---- notices --------------------------------------------------------------------------------- */

/* Adds up a turn of a notice; answers whether there is anything in it. */
static bool count_turn(struct rotation *rotation, struct notice *notice)
{
    bool is_active = false;
    notice->cost = 0;
    for (size_t i = 0; i < notice->item_count; i++) {
        const struct item *item = notice->items[i];
        if (!shares_is_shown(rotation, notice, item))
            continue;
        is_active = true;
        int64_t slide = shares_seconds(rotation, item) * RATE / (int64_t)notices_author_count(item);
        notice->cost += slide * shares_pages(item);
        if (!notice->is_alert && slide > rotation->longest)
            rotation->longest = slide;
    }
    return is_active;
}

/* The fewest turns among the notices of each party that were shown before and still are. */
static void note_least(const struct rotation *rotation, int64_t *least)
{
    const struct notices *notices = &rotation->notices;
    for (size_t i = 0; i < notices->party_count; i++)
        least[i] = INT64_MAX;
    for (size_t i = 0; i < notices->count; i++) {
        const struct notice *notice = &notices->list[i];
        for (size_t k = 0; notice->is_active && k < notice->party_count; k++) {
            int64_t *of_party = &least[notice->parties[k]];
            *of_party = notice->turns < *of_party ? notice->turns : *of_party;
        }
    }
}

/* A notice that is new to the screen has no turns to catch up: it begins where the others are. */
static void begin_level(struct notice *notice, const int64_t *least)
{
    int64_t others = INT64_MAX;
    for (size_t k = 0; k < notice->party_count; k++)
        others = least[notice->parties[k]] < others ? least[notice->parties[k]] : others;
    if (others != INT64_MAX && notice->turns < others)
        notice->turns = others;
}

static void start_notices(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    bool *is_shown = memory_new(notices->count + 1, sizeof *is_shown);
    int64_t *least = memory_new(notices->party_count + 1, sizeof *least);
    rotation->longest = 0;
    /* First those that go, so that the new ones are measured against those that stay. */
    for (size_t i = 0; i < notices->count; i++) {
        is_shown[i] = count_turn(rotation, &notices->list[i]);
        notices->list[i].is_active = notices->list[i].is_active && is_shown[i];
    }
    note_least(rotation, least);
    for (size_t i = 0; i < notices->count; i++) {
        struct notice *notice = &notices->list[i];
        if (is_shown[i] && !notice->is_active)
            begin_level(notice, least);
        notice->is_active = is_shown[i];
    }
    free(is_shown);
    free(least);
}

/* ---- organisations --------------------------------------------------------------------------- */

/* Where priority reaches beyond its organisation: by the most urgent notice that it has. */
static double wished_weight(const struct rotation *rotation, const struct party *party)
{
    const struct rotation_rules *rules = &rotation->notices.edition->profile.rotation;
    double most = 0;
    for (size_t i = 0; i < party->notice_count; i++) {
        const struct notice *notice = &rotation->notices.list[party->notices[i]];
        for (size_t k = 0; notice->is_active && k < notice->item_count; k++) {
            double factor = choose_priority(rules, notice->items[k]->announcement.show.priority);
            most = factor > most ? factor : most;
        }
    }
    return most > 0 ? most : 1;
}

/*
 * Each party from outside gets at most its part of the screen: then n of them get n times that
 * together, and the weights of the others say what the rest is.
 */
static void cap_outsiders(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    double cap = notices->edition->profile.rotation.outside_share, inside = 0;
    size_t outsiders = 0;
    for (size_t i = 0; i < notices->party_count; i++) {
        const struct party *party = &notices->parties[i];
        outsiders += party->is_active && party->is_outside;
        inside += party->is_active && !party->is_outside ? party->weight : 0;
    }
    double left = 1 - cap * (double)outsiders;
    if (outsiders == 0 || inside <= 0 || left <= 0)
        return; /* who is alone gets the screen */
    double most = inside * cap / left;
    for (size_t i = 0; i < notices->party_count; i++) {
        struct party *party = &notices->parties[i];
        if (party->is_outside && party->weight > most)
            party->weight = most;
    }
}

static void start_parties(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    bool reaches_out = notices->edition->profile.rotation.priority_between;
    for (size_t i = 0; i < notices->party_count; i++) {
        struct party *party = &notices->parties[i];
        bool was_active = party->is_active;
        party->is_active = false;
        for (size_t k = 0; k < party->notice_count && !party->is_active; k++)
            party->is_active = notices->list[party->notices[k]].is_active;
        party->is_stale = true;
        party->weight = reaches_out ? wished_weight(rotation, party) : 1;
        /* Time in which it had nothing to say is not owed to it. */
        if (party->is_active && !was_active && party->used < rotation->progress.average)
            party->used = rotation->progress.average;
    }
    cap_outsiders(rotation);
    rotation->weight_sum = 0;
    for (size_t i = 0; i < notices->party_count; i++)
        rotation->weight_sum += notices->parties[i].is_active ? notices->parties[i].weight : 0;
}

void shares_ask(struct rotation *rotation, int64_t now, bool clock_is_real)
{
    bool is_set_back = now < rotation->board.now || clock_is_real != rotation->board.clock_is_real;
    bool is_first = !rotation->board.is_asked;
    bool is_other = board_ask(&rotation->board, now, clock_is_real);
    is_other |= ask_quarter(rotation, now, clock_is_real, is_set_back || is_first);
    if (!is_other)
        return;
    start_notices(rotation);
    start_parties(rotation);
}
