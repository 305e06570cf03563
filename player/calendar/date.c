/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Days are counted from the first of January of year 1, where each year adds 365 and each leap year
 * before it one more. The way back guesses the year from the mean length of a year: the leap
 * days run ahead of the mean by less than a day, and behind it by less than two, so that the guess
 * is never too late and at most a year too early.
 */
#include "calendar/date.h"

#include <assert.h>

#define DAYS_IN_400_YEARS 146097
#define DAYS_BEFORE_1970 719162 /* from 0001-01-01 */
#define MONTH_COUNT 12

static const int days_before_month[MONTH_COUNT] = { 0,   31,  59,  90,  120, 151,
                                                    181, 212, 243, 273, 304, 334 };
static const int days_in_month[MONTH_COUNT] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

/* Rounded down also below zero; C rounds towards it. */
static int64_t floor_div(int64_t number, int64_t by)
{
    return number / by - (number % by < 0);
}

static int64_t floor_mod(int64_t number, int64_t by)
{
    return number - floor_div(number, by) * by;
}

bool date_is_leap_year(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_days_in_month(int year, int month)
{
    assert(month >= 1 && month <= MONTH_COUNT);
    return days_in_month[month - 1] + (month == 2 && date_is_leap_year(year));
}

bool date_is_valid(struct date date)
{
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= MONTH_COUNT &&
           date.day >= 1 && date.day <= date_days_in_month(date.year, date.month);
}

/* Days from 0001-01-01 to the first day of a year. */
static int64_t days_before_year(int64_t year)
{
    int64_t whole = year - 1;
    return whole * 365 + floor_div(whole, 4) - floor_div(whole, 100) + floor_div(whole, 400);
}

int64_t date_to_days(struct date date)
{
    assert(date.month >= 1 && date.month <= MONTH_COUNT);
    int leap_day = date.month > 2 && date_is_leap_year(date.year);
    return days_before_year(date.year) + days_before_month[date.month - 1] + leap_day + date.day -
           1 - DAYS_BEFORE_1970;
}

struct date date_of_days(int64_t days)
{
    if (days > CIVIL_DAYS_MOST)
        days = CIVIL_DAYS_MOST;
    if (days < -CIVIL_DAYS_MOST)
        days = -CIVIL_DAYS_MOST;
    int64_t count = days + DAYS_BEFORE_1970;
    int64_t year = floor_div(count * 400, DAYS_IN_400_YEARS) + 1;
    if (days_before_year(year + 1) <= count)
        year++;
    struct date date = { .year = (int)year, .month = 1 };
    int left = (int)(count - days_before_year(year));
    while (left >= date_days_in_month(date.year, date.month))
        left -= date_days_in_month(date.year, date.month++);
    date.day = left + 1;
    return date;
}

enum weekday date_weekday(struct date date)
{
    return (enum weekday)floor_mod(date_to_days(date) + THURSDAY, WEEKDAY_COUNT);
}

struct date date_add(struct date date, int64_t days)
{
    return date_of_days(date_to_days(date) + days);
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

int date_week(struct date date)
{
    /* A week belongs to the year in which its Thursday lies. */
    int64_t thursday = date_to_days(date) - (int64_t)date_weekday(date) + THURSDAY;
    struct date new_year = { date_of_days(thursday).year, 1, 1 };
    return (int)((thursday - date_to_days(new_year)) / WEEKDAY_COUNT) + 1;
}

struct str date_text(struct arena *arena, struct date date)
{
    return str_format(arena, "%d.%d.%d", date.day, date.month, date.year);
}
