/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When to ask the server again: jitter, back-off, Retry-After. Pure. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define POLL_BACKOFF_MAX_S 3600

struct poll {
    double interval_s; /* real seconds; more than 0 */
    int failures;      /* in a row */
    uint64_t random;   /* state of the jitter */
};

/* Nothing has been asked yet. Real seconds between updates that go well; any seed will do. */
struct poll poll_new(double interval_s, uint64_t seed);

/*
 * Seconds until the next update, after one that went well or not. Doubles with each failure up to
 * an hour (or the interval, when that is longer), is spread by ±10 % so that the screens of a
 * county do not ask together, and is never under retry_after_s (0: the server did not say; more
 * than a day counts as a day).
 */
double poll_next(struct poll *poll, bool went_well, int retry_after_s);
