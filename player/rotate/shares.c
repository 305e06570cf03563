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

static int64_t slide_cost(const struct rotation *rotation, const struct item *item)
{
    return shares_seconds(rotation, item) * RATE / (int64_t)notices_author_count(item);
}

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
        int64_t slide = slide_cost(rotation, item);
        notice->cost += slide * shares_pages(item);
        if (!notice->is_alert && slide > rotation->longest)
            rotation->longest = slide;
    }
    return is_active;
}

/* The fewest turns among the notices of a party that were shown before and still are. */
static int64_t least_turns(const struct rotation *rotation, const struct party *party)
{
    int64_t least = INT64_MAX;
    for (size_t i = 0; i < party->notice_count; i++) {
        const struct notice *notice = &rotation->notices.list[party->notices[i]];
        if (notice->is_active && notice->turns < least)
            least = notice->turns;
    }
    return least;
}

/* A notice that is new to the screen has no turns to catch up: it begins where the others are. */
static void begin_level(struct notice *notice, int64_t others)
{
    if (others != INT64_MAX && notice->turns < others)
        notice->turns = others;
}

/* All at once: first those that go, so that the new ones are measured against those that stay. */
static void start_all_notices(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    bool *is_shown = memory_new(notices->count + 1, sizeof *is_shown);
    int64_t *least = memory_new(notices->party_count + 1, sizeof *least);
    rotation->longest = 0;
    for (size_t i = 0; i < notices->count; i++) {
        is_shown[i] = count_turn(rotation, &notices->list[i]);
        notices->list[i].is_active = notices->list[i].is_active && is_shown[i];
    }
    for (size_t i = 0; i < notices->party_count; i++)
        least[i] = least_turns(rotation, &notices->parties[i]);
    for (size_t i = 0; i < notices->count; i++) {
        struct notice *notice = &notices->list[i];
        for (size_t k = 0; is_shown[i] && !notice->is_active && k < notice->party_count; k++)
            begin_level(notice, least[notice->parties[k]]);
        notice->is_active = is_shown[i];
    }
    free(is_shown);
    free(least);
}

/* One by one; a slide that was the longest of all and goes has all of them looked through. */
static void restart_notice(struct rotation *rotation, const struct item *item,
                           struct notice *notice)
{
    bool was_active = notice->is_active,
         was_longest = slide_cost(rotation, item) >= rotation->longest;
    bool is_shown = count_turn(rotation, notice);
    notice->is_active = was_active && is_shown;
    for (size_t k = 0; is_shown && !was_active && k < notice->party_count; k++)
        begin_level(notice, least_turns(rotation, &rotation->notices.parties[notice->parties[k]]));
    notice->is_active = is_shown;
    if (!was_longest || board_is_shown(&rotation->board, item))
        return;
    rotation->longest = 0;
    for (size_t i = 0; i < rotation->notices.count; i++)
        (void)count_turn(rotation, &rotation->notices.list[i]);
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

static void start_party(struct rotation *rotation, struct party *party)
{
    const struct notices *notices = &rotation->notices;
    bool was_active = party->is_active;
    party->is_active = false;
    for (size_t k = 0; k < party->notice_count && !party->is_active; k++)
        party->is_active = notices->list[party->notices[k]].is_active;
    party->is_stale = true;
    /* Time in which it had nothing to say is not owed to it. */
    if (party->is_active && !was_active && party->used < rotation->progress.average)
        party->used = rotation->progress.average;
}

/* Weights hang together, by the caps and by who takes part. */
static void weigh_parties(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    bool reaches_out = notices->edition->profile.rotation.priority_between;
    for (size_t i = 0; i < notices->party_count; i++)
        notices->parties[i].weight =
            reaches_out ? wished_weight(rotation, &notices->parties[i]) : 1;
    cap_outsiders(rotation);
    rotation->weight_sum = 0;
    for (size_t i = 0; i < notices->party_count; i++)
        rotation->weight_sum += notices->parties[i].is_active ? notices->parties[i].weight : 0;
}

static void start_all(struct rotation *rotation)
{
    start_all_notices(rotation);
    for (size_t i = 0; i < rotation->notices.party_count; i++)
        start_party(rotation, &rotation->notices.parties[i]);
    weigh_parties(rotation);
}

/* Only what hangs on the items that were asked again. */
static void start_some(struct rotation *rotation)
{
    struct notices *notices = &rotation->notices;
    for (size_t i = 0; i < rotation->board.asked_count; i++) {
        size_t number = rotation->board.asked[i];
        struct notice *notice = &notices->list[notices->of_item[number]];
        restart_notice(rotation, &notices->edition->items[number], notice);
        for (size_t k = 0; k < notice->party_count; k++)
            start_party(rotation, &notices->parties[notice->parties[k]]);
    }
    weigh_parties(rotation);
}

void shares_ask(struct rotation *rotation, int64_t now, bool clock_is_real)
{
    bool is_set_back = now < rotation->board.now || clock_is_real != rotation->board.clock_is_real;
    bool is_first = !rotation->board.is_asked;
    enum board_news news = board_ask(&rotation->board, now, clock_is_real);
    if (ask_quarter(rotation, now, clock_is_real, is_set_back || is_first) || news == BOARD_ALL)
        start_all(rotation);
    else if (news == BOARD_SOME)
        start_some(rotation);
}
