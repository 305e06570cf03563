/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts the dates of several whens in order. Nothing is kept between calls: a list goes on from the
 * start and the line of its last date, so that neither memory nor clean-up is needed.
 */
#include "calendar/recurrence.h"

#include "calendar/series.h"

/* The lines of one announcement, and the zone of those without one. */
struct group {
    const struct when *whens;
    size_t count;
    const struct zone *zone;
};

/* How far a list has come: dates at that start, of whens up to that one, have been seen. */
struct place {
    int64_t start;
    size_t index;
};

/* A date found, and where. */
struct found {
    struct occurrence occurrence;
    struct place place;
};

static bool is_override(const struct when *when)
{
    return when->cancelled && when->repeat.frequency == REPEAT_NONE;
}

/* Whether a cancelled date is about what starts at a moment. */
static bool override_has(const struct series *override, int64_t start)
{
    struct occurrence date = series_first(override);
    if (override->when->start.kind == STAMP_DATE)
        return date.start <= start && start < date.end;
    return date.start == start;
}

static bool is_called_off(const struct group *group, int64_t start)
{
    for (size_t i = 0; i < group->count; i++) {
        if (!is_override(&group->whens[i]))
            continue;
        struct series override = series_of(&group->whens[i], group->zone);
        if (override_has(&override, start))
            return true;
    }
    return false;
}

/* Whether a cancelled date calls off a date of another when, and so is not one by itself. */
static bool is_about_another(const struct group *group, const struct series *series)
{
    if (!is_override(series->when))
        return false;
    int64_t from = series_first(series).start;
    for (size_t i = 0; i < group->count; i++) {
        if (is_override(&group->whens[i]))
            continue;
        struct series other = series_of(&group->whens[i], group->zone);
        struct occurrence date;
        if (series_next(&other, -SERIES_MOMENT_MOST, from, &date) &&
            override_has(series, date.start))
            return true;
    }
    return false;
}

/*
 * The next date of the group beyond a place (NULL: from the beginning), by start and then by the
 * order of the whens.
 */
static bool next_beyond(const struct group *group, int64_t after, const struct place *place,
                        struct found *ret_found)
{
    bool is_found = false;
    struct found best = { .place = { 0 } };
    for (size_t i = 0; i < group->count; i++) {
        struct series series = series_of(&group->whens[i], group->zone);
        int64_t from = place ? place->start + (i <= place->index) : -SERIES_MOMENT_MOST;
        struct occurrence date;
        if (!series_next(&series, after, from, &date) ||
            (is_found && date.start >= best.place.start) || is_about_another(group, &series))
            continue;
        is_found = true;
        best = (struct found){ date, { date.start, i } };
    }
    if (!is_found)
        return false;
    if (is_called_off(group, best.place.start))
        best.occurrence.cancelled = true;
    *ret_found = best;
    return true;
}

static int64_t moment_cut(int64_t moment)
{
    if (moment > SERIES_MOMENT_MOST)
        return SERIES_MOMENT_MOST;
    return moment < -SERIES_MOMENT_MOST ? -SERIES_MOMENT_MOST : moment;
}

bool when_next(const struct when *whens, size_t count, const struct zone *zone, int64_t after,
               struct occurrence *ret_next)
{
    const struct group group = { whens, count, zone };
    struct found found;
    if (!next_beyond(&group, moment_cut(after), NULL, &found))
        return false;
    *ret_next = found.occurrence;
    return true;
}

/* Whether the same stands already among those at the end of a list that start together. */
static bool is_listed(const struct occurrence *list, size_t count, const struct occurrence *one)
{
    for (size_t i = count; i > 0 && list[i - 1].start == one->start; i--)
        if (list[i - 1].end == one->end && list[i - 1].cancelled == one->cancelled)
            return true;
    return false;
}

size_t when_list(const struct when *whens, size_t count, const struct zone *zone, int64_t after,
                 struct occurrence *ret_list, size_t room)
{
    const struct group group = { whens, count, zone };
    const struct place *beyond = NULL;
    struct found found;
    size_t used = 0;
    after = moment_cut(after);
    while (used < room && next_beyond(&group, after, beyond, &found)) {
        beyond = &found.place;
        if (!is_listed(ret_list, used, &found.occurrence))
            ret_list[used++] = found.occurrence;
    }
    return used;
}

bool when_last_end(const struct when *whens, size_t count, const struct zone *zone,
                   int64_t *ret_end, bool *ret_endless)
{
    const struct group group = { whens, count, zone };
    bool is_found = false, is_endless = false;
    int64_t last = INT64_MIN;
    for (size_t i = 0; i < count; i++) {
        struct series series = series_of(&whens[i], zone);
        struct occurrence any;
        int64_t end = INT64_MIN;
        bool goes_on = series.last_day == SERIES_ENDLESS;
        bool has_date = goes_on
                            ? series_next(&series, -SERIES_MOMENT_MOST, -SERIES_MOMENT_MOST, &any)
                            : series_last_end(&series, &end);
        if (!has_date || is_about_another(&group, &series))
            continue;
        is_found = true;
        is_endless = is_endless || goes_on;
        last = end > last ? end : last;
    }
    if (!is_found)
        return false;
    *ret_endless = is_endless;
    if (!is_endless)
        *ret_end = last;
    return true;
}
