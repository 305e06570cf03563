/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items may be on the screen at a moment, and if not, why: the same words everywhere. Pure.
 */
#pragma once

#include "model/edition.h"

/* What the answers depend on beside the item. */
struct timetable {
    const struct edition *edition;
    const struct zone *zone;
    int64_t now;        /* seconds since 1970 UTC */
    bool clock_is_real; /* a clock is not to be believed at once: until it is, only undated items
                           are shown */
};

/*
 * Why an item is not on the screen; REASON_SHOWN when it is. Order of the questions: refused,
 * withdrawn (hidden), other centre, clock, show period, the last date over, opening hours. An alert
 * does not ask for opening hours.
 */
enum reason timetable_reason(const struct timetable *timetable, const struct item *item);

/* What is known of one item at a moment, the opening hours left aside. */
struct item_state {
    enum reason reason;
    int64_t until; /* the reason, and the next date, stay so until then; INT64_MAX: always */
    bool has_next; /* there is a date to come, or one that is not over … */
    struct occurrence next; /* … this one; dates that hide.xml takes off are cancelled */
};

/* timetable_reason is this, and for all but alerts the opening hours. */
struct item_state timetable_state(const struct timetable *timetable, const struct item *item);

/* When opening hours next begin or end; INT64_MAX when they do not, or nobody knows the time. */
int64_t timetable_opening_change(const struct timetable *timetable);

/* Does the centre show anything at this moment (opening hours)? */
bool timetable_is_open(const struct timetable *timetable);

/*
 * The next moment after now at which some item's reason, or the content of its slide other than
 * the clock (a date over, a day begun), can change; INT64_MAX for never. Computed, not polled.
 */
int64_t timetable_next_change(const struct timetable *timetable);

/*
 * Is a wall clock to be believed? It is when the system says it is synchronised, or when the
 * display has a clock chip (clock=rtc) and it is not behind `updated` of the newest edition; never
 * when it is behind that or behind the day this program was built.
 */
bool timetable_clock_is_real(int64_t now, bool synchronised, bool clock_rtc, int64_t updated);
