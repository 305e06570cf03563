/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See tally.h. A year of ten screens is some millions of lines, so each is added at once and
 * forgotten; what stays grows with organisations, announcements and days, and by a mark for each
 * play: logs are copied by hand, and one that is copied twice must not count twice.
 *
 * Equal shares are counted by day and display: the time of that day, divided by the organisations
 * that were shown. One that had something on three days of a year is measured on those three.
 */
#include "record/tally.h"

#include "base/name_index.h"
#include "record/seen_plays.h"

#include <stdlib.h>

#define LINE_ARENA_BYTES_MAX ((size_t)8 << 20)
#define LINE_BYTES_MAX ((size_t)1 << 20)

/* An organisation on one day of one display. */
struct presence {
    size_t organisation, day_display;
    double seconds;
};

/* One day of one display. */
struct day_display {
    double seconds;
    size_t organisations;
    size_t day;
};

struct tally_work {
    struct arena *arena;
    const struct zone *zone;
    struct date from, to;
    struct tally tally;
    struct name_index organisation_names, announcement_names, day_names, language_names,
        display_names, day_display_names, presence_names, announcement_of_names, day_of_names;
    struct seen_plays seen;
    struct presence *presences;
    size_t presence_count;
    struct day_display *day_displays;
    size_t day_display_count;
};

struct tally_work *tally_begin(struct arena *arena, const struct zone *zone, struct date from,
                               struct date to)
{
    struct tally_work *work = ARENA_NEW(arena, struct tally_work);
    *work = (struct tally_work){ .arena = arena, .zone = zone, .from = from, .to = to };
    struct name_index *const indexes[] = {
        &work->organisation_names, &work->announcement_names,    &work->day_names,
        &work->language_names,     &work->display_names,         &work->day_display_names,
        &work->presence_names,     &work->announcement_of_names, &work->day_of_names,
    };
    for (size_t i = 0; i < ARRAY_LEN(indexes); i++)
        *indexes[i] = name_index_new(arena);
    work->seen = seen_plays_new(arena);
    return work;
}

/* ---- one play ------------------------------------------------------------------------------ */

/* The number of a name, and whether it is the first time that it is met. */
static size_t number_of(struct name_index *index, struct str name, bool *ret_new)
{
    size_t before = index->count, number = name_index_put(index, name);
    *ret_new = index->count > before;
    return number;
}

static struct str key(struct arena *scratch, size_t a, struct str b)
{
    return str_format(scratch, "%zu\n%.*s", a, STR_ARG(b));
}

static void add_sum(struct tally_work *work, struct name_index *index, struct tally_sum **sums,
                    size_t *count, const struct play_row *row, struct str name)
{
    bool is_new;
    size_t number = number_of(index, name, &is_new);
    if (is_new)
        ARENA_PUSH(work->arena, *sums, *count)->name = str_copy(work->arena, name);
    (*sums)[number].seconds += row->seconds;
    (*sums)[number].plays++;
}

static size_t add_day(struct tally_work *work, struct arena *scratch, const struct play_row *row)
{
    bool is_new;
    struct tally *tally = &work->tally;
    struct str name = str_format(scratch, "%lld", (long long)date_to_days(row->date));
    size_t number = number_of(&work->day_names, name, &is_new);
    if (is_new)
        ARENA_PUSH(work->arena, tally->days, tally->day_count)->date = row->date;
    tally->days[number].seconds += row->seconds;
    tally->days[number].plays++;
    return number;
}

static size_t add_day_display(struct tally_work *work, struct arena *scratch, size_t day,
                              const struct play_row *row)
{
    bool is_new;
    size_t number = number_of(&work->day_display_names, key(scratch, day, row->display), &is_new);
    if (is_new)
        ARENA_PUSH(work->arena, work->day_displays, work->day_display_count)->day = day;
    work->day_displays[number].seconds += row->seconds;
    return number;
}

static size_t add_announcement(struct tally_work *work, const struct play_row *row)
{
    bool is_new;
    struct tally *tally = &work->tally;
    size_t number = number_of(&work->announcement_names, row->id, &is_new);
    struct tally_announcement *announcement;
    if (is_new) {
        announcement = ARENA_PUSH(work->arena, tally->announcements, tally->announcement_count);
        announcement->id = str_copy(work->arena, row->id);
        announcement->group = str_copy(work->arena, row->group);
        announcement->language = str_copy(work->arena, row->language);
        announcement->first = announcement->last = row->date;
    }
    announcement = &tally->announcements[number];
    /* The latest words for it: a title may have been corrected. */
    if (is_new || date_compare(row->date, announcement->last) > 0) {
        announcement->title = str_copy(work->arena, row->title);
        announcement->organisations = str_copy(work->arena, row->organisations);
        announcement->last = row->date;
    }
    if (date_compare(row->date, announcement->first) < 0)
        announcement->first = row->date;
    announcement->seconds += row->seconds;
    announcement->plays++;
    return number;
}

static void add_presence(struct tally_work *work, struct arena *scratch, size_t organisation,
                         size_t day_display, double seconds)
{
    bool is_new;
    struct str name = str_format(scratch, "%zu %zu", organisation, day_display);
    size_t number = number_of(&work->presence_names, name, &is_new);
    if (is_new) {
        *ARENA_PUSH(work->arena, work->presences, work->presence_count) =
            (struct presence){ organisation, day_display, 0 };
        work->day_displays[day_display].organisations++;
    }
    work->presences[number].seconds += seconds;
}

static void add_organisation(struct tally_work *work, struct arena *scratch, struct str name,
                             double seconds, const size_t *numbers)
{
    bool is_new, of_announcement, of_day;
    struct tally *tally = &work->tally;
    size_t number = number_of(&work->organisation_names, name, &is_new);
    if (is_new)
        ARENA_PUSH(work->arena, tally->organisations, tally->organisation_count)->name =
            str_copy(work->arena, name);
    struct tally_organisation *organisation = &tally->organisations[number];
    number_of(&work->announcement_of_names, str_format(scratch, "%zu %zu", number, numbers[0]),
              &of_announcement);
    number_of(&work->day_of_names, str_format(scratch, "%zu %zu", number, numbers[1]), &of_day);
    organisation->seconds += seconds;
    organisation->plays++;
    organisation->announcements += of_announcement;
    organisation->days += of_day;
    tally->days[numbers[1]].organisations += of_day;
    add_presence(work, scratch, number, numbers[2], seconds);
}

static void add_row(struct tally_work *work, struct arena *scratch, const struct play_row *row)
{
    struct tally *tally = &work->tally;
    struct str rest = row->organisations, name;
    size_t authors = 0;
    /* The agenda is nobody's share. */
    if (str_trim(row->organisations).bytes == 0)
        return;
    if (date_compare(row->date, work->from) < 0 || date_compare(row->date, work->to) > 0)
        return;
    if (!seen_plays_note(&work->seen, row)) {
        tally->doubles++;
        return;
    }
    size_t day = add_day(work, scratch, row);
    const size_t numbers[] = { add_announcement(work, row), day,
                               add_day_display(work, scratch, day, row) };
    add_sum(work, &work->language_names, &tally->languages, &tally->language_count, row,
            row->language);
    add_sum(work, &work->display_names, &tally->displays, &tally->display_count, row, row->display);
    tally->seconds += row->seconds;
    tally->plays++;
    while (play_row_organisation(&rest, &name))
        authors++;
    for (rest = row->organisations; play_row_organisation(&rest, &name);)
        add_organisation(work, scratch, name, row->seconds / (double)authors, numbers);
}

void tally_add_log(struct tally_work *work, struct str bytes)
{
    struct str line;
    while (str_next(&bytes, '\n', &line)) {
        struct arena *scratch = arena_new(LINE_ARENA_BYTES_MAX);
        struct play_row row;
        enum play_line kind = PLAY_LINE_DAMAGED;
        if (line.bytes <= LINE_BYTES_MAX)
            kind = play_row_read(scratch, line, work->zone, &row);
        if (kind == PLAY_LINE_ROW)
            add_row(work, scratch, &row);
        work->tally.damaged += kind == PLAY_LINE_DAMAGED;
        arena_free(scratch);
    }
}

/* ---- the end ------------------------------------------------------------------------------- */

static int compare_seconds(double left, double right)
{
    return (left < right) - (left > right);
}

static int compare_organisations(const void *a, const void *b)
{
    const struct tally_organisation *left = a, *right = b;
    int order = compare_seconds(left->seconds, right->seconds);
    return order ? order : str_compare(left->name, right->name);
}

static int compare_announcements(const void *a, const void *b)
{
    const struct tally_announcement *left = a, *right = b;
    int order = str_compare(left->organisations, right->organisations);
    order = order ? order : compare_seconds(left->seconds, right->seconds);
    return order ? order : str_compare(left->id, right->id);
}

static int compare_sums(const void *a, const void *b)
{
    const struct tally_sum *left = a, *right = b;
    int order = compare_seconds(left->seconds, right->seconds);
    return order ? order : str_compare(left->name, right->name);
}

static int compare_days(const void *a, const void *b)
{
    const struct tally_day *left = a, *right = b;
    return date_compare(left->date, right->date);
}

struct tally tally_end(struct tally_work *work)
{
    struct tally *tally = &work->tally;
    for (size_t i = 0; i < work->presence_count; i++) {
        const struct presence *presence = &work->presences[i];
        const struct day_display *day = &work->day_displays[presence->day_display];
        tally->organisations[presence->organisation].equal_seconds +=
            day->seconds / (double)day->organisations;
    }
    const struct {
        void *rows;
        size_t count, bytes;
        int (*compare)(const void *, const void *);
    } orders[] = {
        { tally->organisations, tally->organisation_count, sizeof *tally->organisations,
          compare_organisations },
        { tally->announcements, tally->announcement_count, sizeof *tally->announcements,
          compare_announcements },
        { tally->days, tally->day_count, sizeof *tally->days, compare_days },
        { tally->languages, tally->language_count, sizeof *tally->languages, compare_sums },
        { tally->displays, tally->display_count, sizeof *tally->displays, compare_sums },
    };
    for (size_t i = 0; i < ARRAY_LEN(orders); i++) {
        if (orders[i].count > 1)
            qsort(orders[i].rows, orders[i].count, orders[i].bytes, orders[i].compare);
    }
    return *tally;
}

double tally_share(const struct tally_organisation *organisation)
{
    bool is_due = organisation->equal_seconds > 0;
    return is_due ? organisation->seconds / organisation->equal_seconds : 0;
}
