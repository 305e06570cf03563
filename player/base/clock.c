/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A clock that was started at a moment is computed from the monotonic clock, so that somebody who
 * sets the machine's clock cannot move a test. Seconds are computed apart from nanoseconds: a
 * 64-bit count of nanoseconds ends in 2262, and --now may be later.
 */
#include "base/clock.h"

#include <assert.h>
#include <time.h>

#define WALL_SECONDS_MAX (INT64_MAX / CLOCK_SECOND_NS - 1)

static int64_t read_ns(clockid_t id)
{
    struct timespec now;
    int failed = clock_gettime(id, &now);
    assert(failed == 0);
    (void)failed;
    return now.tv_sec * CLOCK_SECOND_NS + now.tv_nsec;
}

int64_t clock_mono_ns(void)
{
    return read_ns(CLOCK_MONOTONIC);
}

struct clock clock_system(void)
{
    return (struct clock){ .speed = 1 };
}

struct clock clock_from(int64_t wall_start, double speed)
{
    return (struct clock){
        .is_set = true, .wall_start = wall_start, .mono_start = clock_mono_ns(), .speed = speed
    };
}

/* Wall nanoseconds gone by since a set clock's start. */
static int64_t elapsed_ns(const struct clock *clock)
{
    int64_t real = clock_mono_ns() - clock->mono_start;
    return clock->speed == 1 ? real : (int64_t)((double)real * clock->speed);
}

int64_t clock_wall(const struct clock *clock)
{
    if (!clock->is_set)
        return clock_wall_ns(clock) / CLOCK_SECOND_NS;
    int64_t elapsed = elapsed_ns(clock);
    int64_t seconds = elapsed / CLOCK_SECOND_NS - (elapsed % CLOCK_SECOND_NS < 0);
    return clock->wall_start + seconds;
}

int64_t clock_wall_ns(const struct clock *clock)
{
    if (!clock->is_set)
        return read_ns(CLOCK_REALTIME);
    int64_t start = clock->wall_start;
    if (start > WALL_SECONDS_MAX)
        start = WALL_SECONDS_MAX;
    if (start < -WALL_SECONDS_MAX)
        start = -WALL_SECONDS_MAX;
    int64_t sum;
    if (__builtin_add_overflow(start * CLOCK_SECOND_NS, elapsed_ns(clock), &sum))
        return start < 0 ? INT64_MIN : INT64_MAX;
    return sum;
}
