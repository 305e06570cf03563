/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, times and numbers as people of the slide's language write them. */
#pragma once

#include "calendar/recurrence.h"
#include "layout/wording.h"

/* "14.05" */
struct str phrase_clock(struct arena *arena, struct civil time) NODISCARD;

/* "ti 24.11.", with the year when it is over six months from `today`. */
struct str phrase_day(struct arena *arena, const struct wording *wording, struct date day,
                      struct date today) NODISCARD;

/* The same, but "Tänään" and "Huomenna" where they are true; `today.year` 0: never. */
struct str phrase_day_relative(struct arena *arena, const struct wording *wording, struct date day,
                               struct date today) NODISCARD;

/*
 * The same, and days of this week and the next by their names, with the date: "torstaina 26.11.",
 * "ensi tiistaina 1.12.". Other days, and languages without such names, as above.
 */
struct str phrase_day_spelled(struct arena *arena, const struct wording *wording, struct date day,
                              struct date today) NODISCARD;

/* "klo 17–18.30", "klo 17"; midnight as an end is 24. */
struct str phrase_hours(struct arena *arena, const struct wording *wording, struct civil start,
                        struct civil end, bool has_end) NODISCARD;

/*
 * "joka tiistai", "ma, ke, pe", "ma–pe", "joka toinen viikko"; empty for a single date or a rule
 * without a short name.
 */
struct str phrase_repeat(struct arena *arena, const struct wording *wording,
                         const struct when *when) NODISCARD;

/*
 * Day and hours of an occurrence: "Tänään klo 17–18.30", "ma 30.11.–ke 2.12.", "pe 27.11. klo 18 –
 * su 29.11. klo 15". One that ends as it starts has no end.
 */
struct str phrase_occurrence(struct arena *arena, const struct wording *wording,
                             const struct occurrence *occurrence, const struct zone *zone,
                             struct date today) NODISCARD;

/* The same with the day as phrase_day_spelled has it: "ensi tiistaina 1.12. klo 17–18.30". */
struct str phrase_occurrence_spelled(struct arena *arena, const struct wording *wording,
                                     const struct occurrence *occurrence, const struct zone *zone,
                                     struct date today) NODISCARD;

/* "+358401234567" → "040 123 4567", grouped as Finns group it, with no-break spaces. */
struct str phrase_phone(struct arena *arena, struct str tel) NODISCARD;

/* "https://www.yhdistys.example.fi/ryhma/" → "yhdistys.example.fi/ryhma". */
struct str phrase_address(struct str url);
