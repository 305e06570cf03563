/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See real_clock.h. A mark in the file system is asked, so that no bus to timedated is needed. */
#include "show/real_clock.h"

#include "base/file.h"
#include "rotate/timetable.h"

bool real_clock(const struct clock *clock, bool clock_rtc, int64_t updated)
{
    if (clock->is_set)
        return true;
    return timetable_clock_is_real(clock_wall(clock), file_exists(REAL_CLOCK_MARK), clock_rtc,
                                   updated);
}
