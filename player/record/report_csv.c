/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report for spreadsheets and programs: columns in English and numbers with a full stop, so
 * that the same script reads it in every language.
 */
#include "base/csv.h"
#include "record/play_report.h"

#define HEADER                                                                                     \
    "what,organisation,item_id,group,lang,title,first,last,plays,seconds,equal_seconds,share\n"

enum column {
    COLUMN_WHAT,
    COLUMN_ORGANISATION,
    COLUMN_ID,
    COLUMN_GROUP,
    COLUMN_LANGUAGE,
    COLUMN_TITLE,
    COLUMN_FIRST,
    COLUMN_LAST,
    COLUMN_PLAYS,
    COLUMN_SECONDS,
    COLUMN_EQUAL,
    COLUMN_SHARE,
    COLUMN_COUNT,
};

static struct str day(struct arena *arena, struct date date)
{
    return str_format(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

static void add(struct text *to, struct str *cells, const char *what, size_t plays, double seconds)
{
    cells[COLUMN_WHAT] = str_of(what);
    cells[COLUMN_PLAYS] = str_format(to->arena, "%zu", plays);
    cells[COLUMN_SECONDS] = str_format(to->arena, "%.1f", seconds);
    csv_add_row(to, cells, COLUMN_COUNT);
}

static void add_organisations(struct text *to, const struct tally *tally)
{
    for (size_t i = 0; i < tally->organisation_count; i++) {
        const struct tally_organisation *row = &tally->organisations[i];
        struct str cells[COLUMN_COUNT] = {
            [COLUMN_ORGANISATION] = row->name,
            [COLUMN_EQUAL] = str_format(to->arena, "%.1f", row->equal_seconds),
            [COLUMN_SHARE] = str_format(to->arena, "%.4f", tally_share(row)),
        };
        add(to, cells, "organisation", row->plays, row->seconds);
    }
}

static void add_announcements(struct text *to, const struct tally *tally)
{
    for (size_t i = 0; i < tally->announcement_count; i++) {
        const struct tally_announcement *row = &tally->announcements[i];
        struct str cells[COLUMN_COUNT] = {
            [COLUMN_ORGANISATION] = row->organisations,
            [COLUMN_ID] = row->id,
            [COLUMN_GROUP] = row->group,
            [COLUMN_LANGUAGE] = row->language,
            [COLUMN_TITLE] = row->title,
            [COLUMN_FIRST] = day(to->arena, row->first),
            [COLUMN_LAST] = day(to->arena, row->last),
        };
        add(to, cells, "announcement", row->plays, row->seconds);
    }
}

static void add_days(struct text *to, const struct tally *tally)
{
    for (size_t i = 0; i < tally->day_count; i++) {
        const struct tally_day *row = &tally->days[i];
        struct str cells[COLUMN_COUNT] = {
            [COLUMN_FIRST] = day(to->arena, row->date), [COLUMN_LAST] = day(to->arena, row->date)
        };
        add(to, cells, "day", row->plays, row->seconds);
    }
}

static void add_sums(struct text *to, const struct tally_sum *sums, size_t count, const char *what,
                     enum column column)
{
    for (size_t i = 0; i < count; i++) {
        struct str cells[COLUMN_COUNT] = { 0 };
        cells[column] = sums[i].name;
        add(to, cells, what, sums[i].plays, sums[i].seconds);
    }
}

struct str play_report_csv(struct arena *arena, const struct play_report *report)
{
    struct text to = text_new(arena, PLAY_REPORT_BYTES_MAX);
    const struct tally *tally = &report->tally;
    text_add_c(&to, HEADER);
    add_organisations(&to, tally);
    add_announcements(&to, tally);
    add_days(&to, tally);
    add_sums(&to, tally->languages, tally->language_count, "language", COLUMN_LANGUAGE);
    add_sums(&to, tally->displays, tally->display_count, "display", COLUMN_TITLE);
    return text_str(&to);
}

/* Local wall time as Xibo writes it. */
static struct str wall_time(struct arena *arena, int64_t moment, const struct zone *zone)
{
    struct civil civil = zone_local(zone, moment);
    return str_format(arena, "%04d-%02d-%02d %02d:%02d:%02d", civil.date.year, civil.date.month,
                      civil.date.day, civil.hour, civil.minute, civil.second);
}

struct str play_report_xibo_row(struct arena *arena, const struct play_row *row,
                                const struct zone *zone)
{
    struct text to = text_new(arena, PLAY_REPORT_BYTES_MAX);
    struct civil midnight = { .date = row->date };
    const struct str cells[] = {
        wall_time(arena, zone_moment(zone, midnight), zone),
        STR("layout"),
        wall_time(arena, row->from, zone),
        wall_time(arena, row->to, zone),
        row->title,
        row->display,
        row->id,
        row->organisations,
        str_format(arena, "%.0f", row->seconds),
        STR("1"),
        STR("[]"),
    };
    csv_add_row(&to, cells, ARRAY_LEN(cells));
    return text_str(&to);
}
