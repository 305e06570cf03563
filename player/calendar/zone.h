/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Time zones from the system's zone files (RFC 8536), read by our own reader: libc's zone is one
 * for the whole process, answers the doubled hour twice, and takes an unknown zone for UTC.
 */
#pragma once

#include "base/str.h"
#include "calendar/civil.h"

struct zone;

/*
 * Reads a zone by its name ("Europe/Helsinki", "UTC").
 *
 * folder  where the zone files lie; NULL for /usr/share/zoneinfo.
 * Answers NULL for an unknown or unreadable zone, never UTC instead. The zone is the arena's.
 */
const struct zone *zone_open(struct arena *arena, const char *folder, struct str name) NODISCARD;

/* True for names such as "Europe/Helsinki": letters, digits, + - _ and single slashes. */
bool zone_name_is_sound(struct str name);

/* Local time of a moment (seconds since 1970 UTC; any, cut to CIVIL_DAYS_MOST). */
struct civil zone_local(const struct zone *zone, int64_t moment);

/* Seconds east of UTC at a moment. */
int zone_offset(const struct zone *zone, int64_t moment);

/*
 * The moment of a local time. Of a doubled hour the first (summer time) one; a time that the
 * spring switch skips is moved on by the width of the gap, as RFC 5545 wants.
 */
int64_t zone_moment(const struct zone *zone, struct civil local);
