/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two kinds of time, kept apart: the wall clock says what is valid and what the slides show; the
 * monotonic clock measures how long. A test turns either.
 */
#pragma once

#include <stdbool.h>
#include <stdint.h>

struct clock {
    bool is_set;        /* started at a chosen moment (--now) instead of following the system */
    int64_t wall_start; /* seconds since 1970-01-01 UTC at mono_start, when is_set */
    int64_t mono_start; /* ns */
    double speed;       /* wall seconds in one real second; 1 unless a test says more */
};

/* Follows the system's wall clock. */
struct clock clock_system(void);

/* Starts at a moment (seconds since 1970 UTC) and runs at a speed. */
struct clock clock_from(int64_t wall_start, double speed);

/* Wall time in seconds since 1970-01-01 UTC. */
int64_t clock_wall(const struct clock *clock);

/* The same in nanoseconds, for what must happen on the second. */
int64_t clock_wall_ns(const struct clock *clock);

/* Monotonic nanoseconds; never set by anyone. */
int64_t clock_mono_ns(void);

#define CLOCK_SECOND_NS INT64_C(1000000000)
#define CLOCK_MS_NS INT64_C(1000000)
