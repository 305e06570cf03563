/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reckoning with months, which are of different length. */
#pragma once

#include "calendar/date.h"

/*
 * The same day some months later; the last day of the month where there is none: a month after
 * 31.1. is 28.2. or 29.2. A valid date and months >= 0.
 */
struct date months_after(struct date date, int months);
