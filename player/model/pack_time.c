/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, times, zones and opening hours of an edition: see pack_parts.h. */
#include "model/pack_parts.h"

/* Whole years of a stamp are four digits; more would overflow the calendar's arithmetic. */
#define YEAR_MAX 9999
#define OFFSET_S_MAX (24 * 3600)

static void pack_date(struct packer *packer, struct date *date)
{
    packer_int(packer, &date->year, 0, YEAR_MAX);
    packer_int(packer, &date->month, 0, 12);
    packer_int(packer, &date->day, 0, 31);
}

void pack_time_true_date(struct packer *packer, struct date *date)
{
    pack_date(packer, date);
    packer_need(packer, date_is_valid(*date));
}

void pack_time_stamp(struct packer *packer, struct stamp *stamp)
{
    PACKER_ENUM(packer, stamp->kind, STAMP_MOMENT + 1);
    pack_date(packer, &stamp->civil.date);
    packer_int(packer, &stamp->civil.hour, 0, 23);
    packer_int(packer, &stamp->civil.minute, 0, 59);
    packer_int(packer, &stamp->civil.second, 0, 59);
    packer_int(packer, &stamp->offset_s, -OFFSET_S_MAX, OFFSET_S_MAX);
    packer_need(packer, stamp->kind == STAMP_NONE || date_is_valid(stamp->civil.date));
}

static void pack_byday(struct packer *packer, struct byday *byday)
{
    packer_int(packer, &byday->nth, -5, 5);
    PACKER_ENUM(packer, byday->weekday, WEEKDAY_COUNT);
}

static void pack_repeat(struct packer *packer, struct repeat *repeat)
{
    PACKER_ENUM(packer, repeat->frequency, REPEAT_MONTHLY + 1);
    packer_int(packer, &repeat->interval, 0, INT32_MAX);
    packer_need(packer, repeat->frequency == REPEAT_NONE || repeat->interval > 0);
    packer_int(packer, &repeat->byday_count, 0, BYDAY_MAX);
    for (int i = 0; i < repeat->byday_count; i++)
        pack_byday(packer, &repeat->byday[i]);
    pack_time_stamp(packer, &repeat->until);
    packer_int(packer, &repeat->count, 0, INT32_MAX);
}

/* The zone of a name, opened in the arena; fails for one that this machine does not know. */
static const struct zone *find_zone(struct packer *packer, struct str name)
{
    struct opened_zone *opened;
    const struct zone *zone;

    for (size_t i = 0; i < packer->zone_count; i++)
        if (str_equal(packer->zones[i].name, name))
            return packer->zones[i].zone;
    zone = zone_open(packer->arena, NULL, name);
    packer_need(packer, zone != NULL);
    opened = ARENA_PUSH(packer->arena, packer->zones, packer->zone_count);
    *opened = (struct opened_zone){ name, zone };
    return zone;
}

void pack_time_when(struct packer *packer, struct when *when)
{
    pack_time_stamp(packer, &when->start);
    pack_time_stamp(packer, &when->end);
    packer_str(packer, &when->zone_name);
    if (packer->mode == PACKER_READS && !packer->failed && when->zone_name.bytes > 0)
        when->zone = find_zone(packer, when->zone_name);
    pack_repeat(packer, &when->repeat);
    PACKER_ARRAY(packer, struct date, when->exdates, when->exdate_count, pack_time_true_date);
    packer_need(packer, when->exdate_count <= EXDATE_COUNT_MAX);
    packer_bool(packer, &when->cancelled);
}

static void pack_hours(struct packer *packer, struct hours *hours)
{
    packer_int(packer, &hours->from, 0, PACK_MINUTES_MAX);
    packer_int(packer, &hours->until, 0, PACK_MINUTES_MAX);
}

static void pack_opening_span(struct packer *packer, struct opening_span *span)
{
    pack_hours(packer, &span->hours);
    for (size_t i = 0; i < WEEKDAY_COUNT; i++)
        packer_bool(packer, &span->days[i]);
}

static void pack_opening_exception(struct packer *packer, struct opening_exception *exception)
{
    pack_time_true_date(packer, &exception->from);
    pack_time_true_date(packer, &exception->until);
    packer_bool(packer, &exception->closed);
    pack_hours(packer, &exception->hours);
}

void pack_time_opening(struct packer *packer, struct opening *opening)
{
    PACKER_ARRAY(packer, struct opening_span, opening->spans, opening->span_count,
                 pack_opening_span);
    PACKER_ARRAY(packer, struct opening_exception, opening->exceptions, opening->exception_count,
                 pack_opening_exception);
}
