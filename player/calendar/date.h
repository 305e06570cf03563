/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days of the proleptic Gregorian calendar, by arithmetic: no locale, no libc. */
#pragma once

#include "base/str.h"

/* A day. month 1 to 12, day 1 to 31. */
struct date {
    int year, month, day;
};

enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY, WEEKDAY_COUNT };

/* True for a day that exists in the years 1 to 9999, which is what four digits can write. */
bool date_is_valid(struct date date);
bool date_is_leap_year(int year);            /* of the Gregorian calendar, in any year */
int date_days_in_month(int year, int month); /* month 1 to 12 */

/* Days since 1970-01-01, negative before. Holds for years that a clock gone mad may name. */
int64_t date_to_days(struct date date);

#define CIVIL_DAYS_MOST INT64_C(100000000) /* 270,000 years */

/* And back; beyond so many days either side of 1970, that day. */
struct date date_of_days(int64_t days);

enum weekday date_weekday(struct date date);          /* of a day that exists */
struct date date_add(struct date date, int64_t days); /* so many days later; earlier below 0 */
int date_compare(struct date a, struct date b);       /* <0, 0, >0 */

/* Week number of ISO 8601, 1 to 53. */
int date_week(struct date date);

/* "24.11.2026", "5.3.2026": no leading zeros; in the arena. */
struct str date_text(struct arena *arena, struct date date) NODISCARD;
