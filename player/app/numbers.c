/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See numbers.h. Who had which number is a sorted list of words: groups and ids that were shown,
 * then ids that were withdrawn. A withdrawal names an id and not a group, so a notice that comes
 * back is known by any of its ids. Ten thousand announcements are allowed, hence no loops in loops.
 */
#include "app/numbers.h"

#include <stdlib.h>

/* A name that had a number; of equal names the one noted first counts. */
struct holder {
    struct str name;
    int number;
    bool is_shown; /* in the feed before; else withdrawn */
    size_t order;
};

struct numbering {
    struct arena *arena;
    const struct zone *zone;
    int64_t now;
    struct holder *holders;
    size_t holder_count;
    bool *taken; /* by number, from 1 */
    size_t taken_count;
};

static int compare_holders(const void *first, const void *second)
{
    const struct holder *a = first, *b = second;
    int order = str_compare(a->name, b->name);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static void note_holder(struct numbering *numbering, struct str name, int number, bool is_shown)
{
    if (name.bytes == 0 || number <= 0)
        return;
    size_t order = numbering->holder_count;
    *ARENA_PUSH(numbering->arena, numbering->holders, numbering->holder_count) =
        (struct holder){ name, number, is_shown, order };
}

/* Who had a number under this name; NULL: nobody. */
static const struct holder *find_holder(const struct numbering *numbering, struct str name)
{
    size_t low = 0, high = numbering->holder_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(numbering->holders[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_there = low < numbering->holder_count && str_equal(numbering->holders[low].name, name);
    return is_there ? &numbering->holders[low] : NULL;
}

static int64_t age(const struct numbering *numbering, const struct feed_tombstone *tombstone)
{
    return numbering->now - stamp_moment(&tombstone->when, numbering->zone);
}

/* For a while the number of a withdrawn notice is given to nobody but itself. */
static bool is_resting(const struct numbering *numbering, const struct feed_tombstone *tombstone)
{
    return tombstone->number > 0 && age(numbering, tombstone) < NUMBER_REST_DAYS * DAY_SECONDS;
}

static void gather_holders(struct numbering *numbering, const struct numbers_before *before)
{
    for (size_t i = 0; i < before->item_count; i++) {
        note_holder(numbering, before->items[i].group, before->items[i].number, true);
        note_holder(numbering, before->items[i].id, before->items[i].number, true);
    }
    for (size_t i = before->tombstone_count; i > 0; i--) { /* the newest first */
        const struct feed_tombstone *tombstone = &before->tombstones[i - 1];
        if (is_resting(numbering, tombstone))
            note_holder(numbering, tombstone->id, tombstone->number, false);
    }
    if (numbering->holder_count > 0)
        qsort(numbering->holders, numbering->holder_count, sizeof *numbering->holders,
              compare_holders);
}

static bool is_taken(const struct numbering *numbering, int number)
{
    return (size_t)number < numbering->taken_count && numbering->taken[number];
}

/* Numbers beyond the row are higher than any that could be given. */
static void take(struct numbering *numbering, int number)
{
    if ((size_t)number < numbering->taken_count)
        numbering->taken[number] = true;
}

/* What a group is given in this edition. */
struct group {
    struct str name;
    int number;
    bool was_shown; /* its number is from the feed before, not from the log */
    size_t order;
};

static int compare_groups(const void *first, const void *second)
{
    const struct group *a = first, *b = second;
    int order = str_compare(a->name, b->name);
    return order != 0 ? order : (a->order > b->order) - (a->order < b->order);
}

static int compare_orders(const void *first, const void *second)
{
    const struct group *a = first, *b = second;
    return (a->order > b->order) - (a->order < b->order);
}

static struct group group_of(const struct numbering *numbering, const struct numbered *item,
                             size_t order)
{
    struct group group = { .name = item->group, .order = order };
    const struct holder *holder = find_holder(numbering, item->group);
    holder = holder ? holder : find_holder(numbering, item->id);
    if (holder) {
        group.number = holder->number;
        group.was_shown = holder->is_shown;
    }
    return group;
}

/* Each group once, with the number that it or one of its announcements had; sorted by name. */
static struct group *gather_groups(const struct numbering *numbering, const struct numbered *items,
                                   size_t item_count, size_t *ret_count)
{
    struct group *groups = ARENA_ARRAY(numbering->arena, struct group, item_count + 1);
    size_t count = 0;
    for (size_t i = 0; i < item_count; i++)
        groups[i] = group_of(numbering, &items[i], i);
    qsort(groups, item_count, sizeof *groups, compare_groups);
    for (size_t i = 0; i < item_count; i++) {
        struct group *last = count > 0 ? &groups[count - 1] : NULL;
        if (!last || !str_equal(last->name, groups[i].name)) {
            groups[count++] = groups[i];
        } else if (groups[i].number > 0 && (last->number == 0 || !last->was_shown)) {
            last->number = groups[i].number;
            last->was_shown = groups[i].was_shown;
        }
    }
    *ret_count = count;
    return groups;
}

/* A number stays with its group, unless a group that comes first has it. */
static void keep_numbers(struct numbering *numbering, struct group *groups, size_t count,
                         bool was_shown)
{
    for (size_t i = 0; i < count; i++) {
        if (groups[i].number == 0 || groups[i].was_shown != was_shown)
            continue;
        if (is_taken(numbering, groups[i].number))
            groups[i].number = 0;
        else
            take(numbering, groups[i].number);
    }
}

static void rest_numbers(struct numbering *numbering, const struct feed_tombstone *tombstones,
                         size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_resting(numbering, &tombstones[i]))
            take(numbering, tombstones[i].number);
}

static void give_numbers(struct numbering *numbering, struct group *groups, size_t count)
{
    int least = 1;
    for (size_t i = 0; i < count; i++) {
        if (groups[i].number > 0)
            continue;
        while (is_taken(numbering, least))
            least++;
        groups[i].number = least;
        take(numbering, least);
    }
}

/* The number of a group that is there. */
static int number_in(const struct group *groups, size_t count, struct str name)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_compare(groups[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return groups[low].number;
}

/* ---- withdrawals --------------------------------------------------------------------------- */

static int compare_ids(const void *first, const void *second)
{
    const struct str *a = first, *b = second;
    return str_compare(*a, *b);
}

static bool is_shown(const struct str *ids, size_t count, struct str id)
{
    return count > 0 && bsearch(&id, ids, count, sizeof *ids, compare_ids) != NULL;
}

static struct stamp stamp_of(const struct numbering *numbering)
{
    struct stamp stamp = { 0 };
    struct str text = stamp_format(numbering->arena, numbering->now, numbering->zone);
    bool is_stamp = stamp_parse(text, &stamp);
    (void)is_stamp; /* what stamp_format wrote */
    return stamp;
}

static size_t log_withdrawals(const struct numbering *numbering,
                              const struct numbers_before *before, const struct str *ids,
                              size_t id_count, struct feed_tombstone *ret_log)
{
    size_t count = 0;
    for (size_t i = 0; i < before->tombstone_count; i++)
        if (age(numbering, &before->tombstones[i]) < TOMBSTONE_DAYS * DAY_SECONDS &&
            !is_shown(ids, id_count, before->tombstones[i].id))
            ret_log[count++] = before->tombstones[i];
    for (size_t i = 0; i < before->item_count; i++)
        if (!is_shown(ids, id_count, before->items[i].id))
            ret_log[count++] = (struct feed_tombstone){ before->items[i].id, stamp_of(numbering),
                                                        before->items[i].number };
    return count;
}

static struct str *sorted_ids(struct arena *arena, const struct numbered *items, size_t count)
{
    struct str *ids = ARENA_ARRAY(arena, struct str, count + 1);
    for (size_t i = 0; i < count; i++)
        ids[i] = items[i].id;
    qsort(ids, count, sizeof *ids, compare_ids);
    return ids;
}

struct numbers_log numbers_assign(struct arena *arena, const struct numbers_before *before,
                                  int64_t now, const struct zone *zone, struct numbered *items,
                                  size_t item_count)
{
    size_t log_most = before->item_count + before->tombstone_count, group_count;
    struct numbering numbering = {
        .arena = arena, .zone = zone, .now = now, .taken_count = item_count + log_most + 2
    };
    struct feed_tombstone *log = ARENA_ARRAY(arena, struct feed_tombstone, log_most + 1);
    struct str *ids = sorted_ids(arena, items, item_count);
    numbering.taken = ARENA_ARRAY(arena, bool, numbering.taken_count);
    gather_holders(&numbering, before);
    size_t log_count = log_withdrawals(&numbering, before, ids, item_count, log);
    struct group *groups = gather_groups(&numbering, items, item_count, &group_count);
    qsort(groups, group_count, sizeof *groups, compare_orders);
    keep_numbers(&numbering, groups, group_count, true);
    keep_numbers(&numbering, groups, group_count, false);
    rest_numbers(&numbering, log, log_count);
    give_numbers(&numbering, groups, group_count);
    qsort(groups, group_count, sizeof *groups, compare_groups);
    for (size_t i = 0; i < item_count; i++)
        items[i].number = number_in(groups, group_count, items[i].group);
    return (struct numbers_log){ log, log_count };
}
