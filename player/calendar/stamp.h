/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ISO 8601 / RFC 3339 dates and times as they are written in a feed. */
#pragma once

#include "base/str.h"
#include "calendar/zone.h"

enum stamp_kind { STAMP_NONE, STAMP_DATE, STAMP_LOCAL, STAMP_MOMENT };

/* A written date or time. */
struct stamp {
    enum stamp_kind kind;
    struct civil civil; /* as written; for STAMP_DATE the time is 0 */
    int offset_s;       /* seconds east of UTC, for STAMP_MOMENT */
};

/*
 * Reads "2026-12-01", "2026-12-01T17:00", "2026-12-01T17:00:00", with "Z" or "+02:00" behind a
 * time. Seconds may have a fraction, which is dropped. False for anything else, dates that do not
 * exist among them.
 */
bool stamp_parse(struct str text, struct stamp *ret_stamp) NODISCARD;

/* The moment of a stamp; a bare date means its first moment, a time without offset is local. */
int64_t stamp_moment(const struct stamp *stamp, const struct zone *zone);

/* The moment at which a stamp is over: for a bare date the end of that day, else the moment. */
int64_t stamp_end(const struct stamp *stamp, const struct zone *zone);

/*
 * "2026-12-01T17:00:00+02:00" of a moment in a zone, in the arena. Offsets of old local mean time
 * are cut to whole minutes, and the time with them, so that it is the same moment.
 */
struct str stamp_format(struct arena *arena, int64_t moment, const struct zone *zone) NODISCARD;
