/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See agenda.h. */
#include "rotate/agenda.h"

#include "rotate/notices.h"

#include <stdlib.h>

int64_t agenda_end(const struct zone *zone, int64_t now)
{
    struct civil end = { .date = date_add(zone_local(zone, now).date, 2) };
    return zone_moment(zone, end);
}

bool agenda_has(const struct item_state *state, int64_t end)
{
    return state->reason == REASON_SHOWN && state->has_next && !state->next.cancelled &&
           state->next.start < end;
}

/* As senders write it in the samples and in the templates. */
static bool says_here(struct str name)
{
    static const char *const words[] = { "Täällä", "Tässä talossa", "Här", "Here", "Здесь", "هنا" };
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (str_is(name, words[i]))
            return true;
    }
    return name.bytes == 0;
}

static bool names_centre(const struct profile *profile, struct str name)
{
    for (size_t i = 0; i < profile->name_count; i++) {
        if (str_find(name, profile->names[i].text) >= 0)
            return true;
    }
    return false;
}

/* A place without a street, whose name is that of the centre, "here", or only a floor. */
static bool is_here(const struct profile *profile, const struct announcement *announcement)
{
    if (announcement->venue_count == 0)
        return false;
    const struct venue *venue = &announcement->venues[0];
    if (venue->mode != PLACE_ON_SITE && venue->mode != PLACE_HYBRID)
        return false;
    return names_centre(profile, venue->name) ||
           (venue->street.bytes == 0 && says_here(venue->name));
}

/* The version that speaks a language, else the first that may be shown; NULL for none. */
static const struct item *version_in(const struct timetable *timetable, const struct notice *notice,
                                     enum language language, int64_t end,
                                     struct occurrence *ret_date)
{
    const struct item *first = NULL;
    for (size_t i = 0; i < notice->item_count; i++) {
        const struct item *item = notice->items[i];
        struct item_state state = timetable_state(timetable, item);
        if (!agenda_has(&state, end))
            continue;
        if (!first)
            *ret_date = state.next;
        first = first ? first : item;
        if (item->announcement.language == language)
            return item;
    }
    return first;
}

struct dated_line {
    struct agenda_line line;
    int64_t day;
    size_t number; /* in the feed */
};

static int compare_lines(const void *first, const void *second)
{
    const struct dated_line *a = first, *b = second;
    if (a->day != b->day)
        return a->day < b->day ? -1 : 1;
    if (a->line.is_here != b->line.is_here)
        return a->line.is_here ? -1 : 1;
    if (a->line.date.start != b->line.date.start)
        return a->line.date.start < b->line.date.start ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

/* What began on an earlier day and goes on stands under today. */
static int64_t day_of(const struct timetable *timetable, const struct occurrence *date)
{
    int64_t start = date->start > timetable->now ? date->start : timetable->now;
    return date_to_days(zone_local(timetable->zone, start).date);
}

size_t agenda_lines(const struct timetable *timetable, enum language language, struct arena *arena,
                    struct agenda_line **ret_lines)
{
    *ret_lines = NULL;
    if (!timetable->clock_is_real || !timetable_is_open(timetable))
        return 0;
    struct notices notices = notices_of(timetable->edition);
    struct dated_line *lines = memory_new(notices.count + 1, sizeof *lines);
    int64_t end = agenda_end(timetable->zone, timetable->now);
    size_t count = 0;
    for (size_t i = 0; i < notices.count; i++) {
        struct agenda_line *line = &lines[count].line;
        if (notices.list[i].is_alert)
            continue;
        line->item = version_in(timetable, &notices.list[i], language, end, &line->date);
        if (!line->item)
            continue;
        line->is_here = is_here(&timetable->edition->profile, &line->item->announcement);
        lines[count].day = day_of(timetable, &line->date);
        lines[count++].number = i;
    }
    qsort(lines, count, sizeof *lines, compare_lines);
    *ret_lines = ARENA_ARRAY(arena, struct agenda_line, count + 1);
    for (size_t i = 0; i < count; i++)
        (*ret_lines)[i] = lines[i].line;
    free(lines);
    notices_free(&notices);
    return count;
}

bool agenda_speaks(const struct agenda_line *lines, size_t count, enum language language)
{
    for (size_t i = 0; i < count; i++) {
        if (lines[i].item->announcement.language == language)
            return true;
    }
    return false;
}
