/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Read strictly: year first, two digits each, a capital T and Z, as RFC 3339 and Atom say. What a
 * person may have meant by anything else is asked, not guessed.
 */
#include "calendar/stamp.h"

#include "calendar/scan.h"

#include <assert.h>
#include <stdlib.h>

static bool take_date(struct str *rest, struct date *date)
{
    return scan_digits(rest, 4, &date->year) && scan_byte(rest, '-') &&
           scan_digits(rest, 2, &date->month) && scan_byte(rest, '-') &&
           scan_digits(rest, 2, &date->day) && date_is_valid(*date);
}

/* ".5" behind the seconds: at least one digit, of no use here. */
static bool take_fraction(struct str *rest)
{
    if (!scan_byte(rest, '.'))
        return true;
    return scan_digit_run(rest).bytes > 0;
}

static bool take_time(struct str *rest, struct civil *civil)
{
    if (!scan_digits(rest, 2, &civil->hour) || !scan_byte(rest, ':') ||
        !scan_digits(rest, 2, &civil->minute))
        return false;
    if (scan_byte(rest, ':') && (!scan_digits(rest, 2, &civil->second) || !take_fraction(rest)))
        return false;
    return civil->hour < 24 && civil->minute < 60 && civil->second < 60;
}

/* "Z", "+02:00" or nothing. */
static bool take_offset(struct str *rest, struct stamp *stamp)
{
    stamp->kind = STAMP_LOCAL;
    if (rest->bytes == 0)
        return true;
    stamp->kind = STAMP_MOMENT;
    if (scan_byte(rest, 'Z'))
        return true;
    int sign = scan_byte(rest, '-') ? -1 : 1, hours, minutes;
    if (sign > 0 && !scan_byte(rest, '+'))
        return false;
    if (!scan_digits(rest, 2, &hours) || !scan_byte(rest, ':') || !scan_digits(rest, 2, &minutes) ||
        hours > 23 || minutes > 59)
        return false;
    stamp->offset_s = sign * (hours * 3600 + minutes * 60);
    return true;
}

bool stamp_parse(struct str text, struct stamp *ret_stamp)
{
    struct stamp stamp = { .kind = STAMP_DATE };
    if (!take_date(&text, &stamp.civil.date))
        return false;
    if (text.bytes > 0 && (!scan_byte(&text, 'T') || !take_time(&text, &stamp.civil) ||
                           !take_offset(&text, &stamp) || text.bytes > 0))
        return false;
    *ret_stamp = stamp;
    return true;
}

int64_t stamp_moment(const struct stamp *stamp, const struct zone *zone)
{
    assert(stamp->kind != STAMP_NONE);
    if (stamp->kind == STAMP_MOMENT)
        return civil_to_seconds(stamp->civil) - stamp->offset_s;
    return zone_moment(zone, stamp->civil);
}

int64_t stamp_end(const struct stamp *stamp, const struct zone *zone)
{
    if (stamp->kind != STAMP_DATE)
        return stamp_moment(stamp, zone);
    return zone_moment(zone, (struct civil){ .date = date_add(stamp->civil.date, 1) });
}

struct str stamp_format(struct arena *arena, int64_t moment, const struct zone *zone)
{
    int offset = zone_offset(zone, moment), minutes = offset / 60;
    struct civil at = civil_of_seconds(civil_to_seconds(zone_local(zone, moment)) - offset % 60);
    return str_format(arena, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", at.date.year,
                      at.date.month, at.date.day, at.hour, at.minute, at.second,
                      minutes < 0 ? '-' : '+', abs(minutes) / 60, abs(minutes) % 60);
}
