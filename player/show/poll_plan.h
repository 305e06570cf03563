/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When to ask the server again: jitter and back-off. Pure. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define POLL_PLAN_WAIT_MAX_S 3600 /* after failures */

struct poll_plan {
    double interval_s; /* real seconds; more than 0 */
    int failures;      /* in a row */
    uint64_t random;   /* state of the jitter */
};

/* Nothing has been asked yet. Real seconds between updates that go well; any seed will do. */
struct poll_plan poll_plan_new(double interval_s, uint64_t seed);

/*
 * Seconds until the next update, after one that went well or not. Doubles with each failure up to
 * an hour (or the interval, when that is longer), and is spread by ±10 % so that the screens of a
 * county do not ask together.
 */
double poll_plan_next(struct poll_plan *plan, bool went_well);
