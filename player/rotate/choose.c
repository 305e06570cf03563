/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose turn it is: worst-case fair weighted fair queueing, WF2Q+ (J. C. R. Bennett and H. Zhang,
 * "Hierarchical packet fair queueing algorithms", IEEE/ACM Transactions on Networking 5, 1997),
 * with organisations as flows and turns as packets. Of those that are not ahead of their share the
 * one is taken whose turn would be paid off first, so that turns lie evenly. Turns of several
 * slides are longer than packets ever are, so they are put on both sides of the moment they are
 * due, not behind it: that halves how far they lead (Sainte-Laguë's rounding, with a scheduler
 * round it).
 *
 * Whoever is chosen stays within a bound against all the others: ahead by no more than the longest
 * slide, or by the mean of a turn of each where that is longer. Somebody always does: the one whose
 * middle of the next turn comes first. So over any hour two organisations differ by twice that at
 * most; README.md of this folder has the proof.
 *
 * A turn that would follow one of the same organisation waits, as long as another can be taken
 * without leaving that bound.
 */
#include "rotate/rotation_inside.h"

#include <math.h>

/* ---- inside an organisation ------------------------------------------------------------------ */

double choose_priority(const struct rotation_rules *rules, enum priority priority)
{
    if (priority == PRIORITY_NORMAL)
        return 1;
    return priority == PRIORITY_HIGH ? rules->priority_max : 1 / rules->priority_max;
}

/* The curve: model/profile.h, struct approach. */
static double approach_factor(const struct rotation *rotation, const struct item *item)
{
    const struct rotation_rules *rules = &rotation->notices.edition->profile.rotation;
    const struct item_state *state = board_state(&rotation->board, item);
    if (!state->has_next || rules->approach_count == 0 || !rotation->board.clock_is_real)
        return 1;
    struct date today = zone_local(rotation->zone, rotation->board.now).date;
    struct date first = zone_local(rotation->zone, state->next.start).date;
    int64_t days = date_to_days(first) - date_to_days(today);
    for (int i = 0; i < rules->approach_count; i++) {
        if (days <= rules->approaches[i].days)
            return rules->approaches[i].weight;
    }
    return rules->approaches[rules->approach_count - 1].weight;
}

int64_t choose_turn_cost(const struct rotation *rotation, const struct notice *notice)
{
    const struct rotation_rules *rules = &rotation->notices.edition->profile.rotation;
    double most = 0;
    for (size_t i = 0; i < notice->item_count; i++) {
        const struct item *item = notice->items[i];
        if (!board_is_shown(&rotation->board, item))
            continue;
        double factor = choose_priority(rules, item->announcement.show.priority) *
                        approach_factor(rotation, item);
        most = factor > most ? factor : most;
    }
    return (int64_t)llround(TURN_UNIT / (most > 0 ? most : 1));
}

/* The notice that has had the fewest turns; of equals the first of the feed. */
static struct notice *next_notice(const struct rotation *rotation, const struct party *party)
{
    struct notice *next = NULL;
    for (size_t i = 0; i < party->notice_count; i++) {
        struct notice *notice = &rotation->notices.list[party->notices[i]];
        bool is_open = notice->is_active && !notice->is_done;
        if (is_open && (!next || notice->turns < next->turns))
            next = notice;
    }
    return next;
}

void choose_forget(struct rotation *rotation, const struct notice *notice)
{
    for (size_t i = 0; i < notice->party_count; i++)
        rotation->notices.parties[notice->parties[i]].is_stale = true;
}

/* ---- between them ---------------------------------------------------------------------------- */

/* Screen time over a party's weight. */
static int64_t weighed(const struct party *party, int64_t cost)
{
    return party->weight == 1 ? cost : (int64_t)llround((double)cost / party->weight);
}

void choose_pay(struct rotation *rotation, const struct item *item, int64_t cost)
{
    size_t authors = notices_author_count(item);
    if (item->announcement.kind == KIND_ALERT)
        return;
    for (size_t i = 0; i < authors; i++) {
        struct party *party =
            &rotation->notices.parties[notices_party(&rotation->notices, item, i)];
        party->used += weighed(party, cost);
    }
    double sum = rotation->weight_sum > 0 ? rotation->weight_sum : 1;
    rotation->progress.average += (int64_t)llround((double)(cost * (int64_t)authors) / sum);
}

/* How far the others are: those who have something to show. */
struct field {
    int64_t least_used;   /* the least time that one of them has had; INT64_MAX: nobody is there */
    int64_t least_middle; /* the first middle of a next turn */
};

static struct field look_round(struct rotation *rotation)
{
    struct field field = { INT64_MAX, INT64_MAX };
    for (size_t i = 0; i < rotation->notices.party_count; i++) {
        struct party *party = &rotation->notices.parties[i];
        if (!party->is_active)
            continue;
        if (party->is_stale)
            party->next = next_notice(rotation, party);
        party->is_stale = false;
        if (!party->next)
            continue;
        int64_t middle = party->used + weighed(party, party->next->cost / 2);
        field.least_used = party->used < field.least_used ? party->used : field.least_used;
        field.least_middle = middle < field.least_middle ? middle : field.least_middle;
    }
    return field;
}

/* How good a choice is; the best first. */
enum grade { GRADE_EVEN, GRADE_EARLY, GRADE_ITS_OWN, GRADE_LAST_RESORT, GRADE_NONE };

struct candidate {
    enum grade grade;
    int64_t rank;
    struct notice *notice;
};

static bool has_party(const struct notice *notice, size_t party)
{
    for (size_t i = 0; i < notice->party_count; i++) {
        if (notice->parties[i] == party)
            return true;
    }
    return false;
}

/* Does it come from an organisation that had the last turn? */
static bool follows_itself(const struct rotation *rotation, const struct notice *notice)
{
    for (size_t i = 0; rotation->last && i < notice->party_count; i++) {
        if (has_party(rotation->last, notice->parties[i]))
            return true;
    }
    return false;
}

/* Would none of its organisations leave the bound? */
static bool keeps_bound(const struct rotation *rotation, const struct notice *notice,
                        const struct field *field)
{
    for (size_t i = 0; i < notice->party_count; i++) {
        const struct party *party = &rotation->notices.parties[notice->parties[i]];
        int64_t end = party->used + weighed(party, notice->cost);
        int64_t middle = party->used + weighed(party, notice->cost / 2);
        if (end > field->least_used + weighed(party, rotation->longest) &&
            middle > field->least_middle)
            return false;
    }
    return true;
}

/* Not ahead of its share; of a turn longer than a slide, half of what is over comes before. */
static bool is_due(const struct rotation *rotation, const struct party *party,
                   const struct notice *offer)
{
    int64_t over = offer->cost > rotation->longest ? (offer->cost - rotation->longest) / 2 : 0;
    return party->used + weighed(party, over) <= rotation->progress.average;
}

/*
 * The notice of a party that is offered: the next one, unless it is joint material whose other
 * organisations would leave the bound by it; then the next one that keeps it, if there is one.
 */
static struct notice *offer_of(const struct rotation *rotation, const struct party *party,
                               const struct field *field)
{
    struct notice *offer = NULL;
    if (party->next->party_count < 2 || keeps_bound(rotation, party->next, field))
        return party->next;
    for (size_t i = 0; i < party->notice_count; i++) {
        struct notice *notice = &rotation->notices.list[party->notices[i]];
        bool is_open = notice->is_active && !notice->is_done;
        if (is_open && (!offer || notice->turns < offer->turns) &&
            keeps_bound(rotation, notice, field))
            offer = notice;
    }
    return offer ? offer : party->next;
}

static enum grade grade_of(const struct rotation *rotation, const struct party *party,
                           const struct notice *offer, const struct field *field)
{
    if (!keeps_bound(rotation, offer, field))
        return GRADE_LAST_RESORT;
    if (follows_itself(rotation, offer))
        return GRADE_ITS_OWN;
    return is_due(rotation, party, offer) ? GRADE_EVEN : GRADE_EARLY;
}

/*
 * What the best of a grade has least of: the end of its turn where turns are to lie evenly, else
 * the middle, which keeps everybody together.
 */
static int64_t rank_of(const struct party *party, const struct notice *offer, enum grade grade)
{
    int64_t cost = grade == GRADE_EVEN ? offer->cost : offer->cost / 2;
    return party->used + weighed(party, cost);
}

struct notice *choose_notice(struct rotation *rotation)
{
    struct candidate best = { .grade = GRADE_NONE };
    struct field field = look_round(rotation);
    if (field.least_used == INT64_MAX)
        return NULL;
    /* Somebody is always at or under the average: else it has been left behind by rounding. */
    if (field.least_used > rotation->progress.average)
        rotation->progress.average = field.least_used;
    for (size_t i = 0; i < rotation->notices.party_count; i++) {
        const struct party *party = &rotation->notices.parties[i];
        if (!party->is_active || !party->next)
            continue;
        /* Only earlier ones of the best grade are worth a closer look. */
        if (best.grade == GRADE_EVEN &&
            (rank_of(party, party->next, GRADE_EVEN) >= best.rank ||
             !is_due(rotation, party, party->next)))
            continue;
        struct notice *offer = offer_of(rotation, party, &field);
        enum grade grade = grade_of(rotation, party, offer, &field);
        int64_t rank = rank_of(party, offer, grade);
        if (grade < best.grade || (grade == best.grade && rank < best.rank))
            best = (struct candidate){ grade, rank, offer };
    }
    return best.notice;
}
