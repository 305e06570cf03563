/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When to ask the server again: jitter, back-off, Retry-After. Pure. */
#pragma once

#include <stdint.h>

#define POLL_SECONDS_DEFAULT 300
#define POLL_BACKOFF_MAX_S 3600

struct poll {
    int interval_s;
    int failures;    /* in a row */
    uint64_t random; /* state of the jitter; seed it with anything but 0 */
};

/* Nothing has been asked yet. Seconds between updates that go well; seed is anything but 0. */
struct poll poll_new(int interval_s, uint64_t seed);

/*
 * Seconds until the next update, after one that went well (ok) or not. Doubles with each failure
 * up to an hour, is spread by ±10 % so that the screens of a county do not ask together, and is
 * never under retry_after_s (0: the server did not say; more than a day counts as a day).
 */
double poll_next(struct poll *poll, int ok, int retry_after_s);
