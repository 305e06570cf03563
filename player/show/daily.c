/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See daily.h. The monotonic clock, so that a clock gone mad fills no log. */
#include "show/daily.h"

#include "base/clock.h"

#define DAY_NS (INT64_C(86400) * CLOCK_SECOND_NS)

bool daily_is_due(struct daily *daily)
{
    int64_t now = clock_mono_ns();
    if (daily->said_at != 0 && now - daily->said_at < DAY_NS)
        return false;
    daily->said_at = now;
    return true;
}
