/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether this machine's wall clock is to be believed. */
#pragma once

#include "base/clock.h"

/* Where systemd-timesyncd says that the clock has been set (a clock is not to be believed at once).
 */
#define REAL_CLOCK_MARK "/run/systemd/timesync/synchronized"

/*
 * A clock that a person started at a moment is always real. Any other one: see
 * timetable_clock_is_real.
 *
 * clock_rtc  the display has a clock chip.
 * updated    of the newest edition, seconds since 1970 UTC.
 */
bool real_clock(const struct clock *clock, bool clock_rtc, int64_t updated);
