/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See months.h. */
#include "calendar/months.h"

struct date months_after(struct date date, int months)
{
    int all = date.year * 12 + date.month - 1 + months;
    date.year = all / 12;
    date.month = all % 12 + 1;
    int most = date_days_in_month(date.year, date.month);
    date.day = date.day < most ? date.day : most;
    return date;
}
