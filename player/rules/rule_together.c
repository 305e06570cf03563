/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of versions, and what both halves share: see rule_together.h. */
#include "rules/rule_together.h"

#include "rules/together_parts.h"

void together_check(const struct together *items, size_t count, const struct zone *zone,
                    int64_t now)
{
    together_rooms(items, count, zone, now);
    together_versions(items, count, zone, now);
}

struct str together_time(struct arena *arena, const struct zone *zone,
                         const struct occurrence *occurrence)
{
    struct civil from = zone_local(zone, occurrence->start);
    struct civil to = zone_local(zone, occurrence->end);
    struct str day = date_text(arena, from.date);
    if (occurrence->all_day)
        return day;
    return str_format(arena, "%.*s %d.%02d–%d.%02d", STR_ARG(day), from.hour, from.minute, to.hour,
                      to.minute);
}
