/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See change.h. Computed from the moment alone: a late frame shows what is due then, none lags. */
#include "show/change.h"

#include "base/clock.h"

#define RATE_LEAST 24
#define RATE_MOST 60

struct change change_fade(int64_t start, int64_t slide_ns, int rate)
{
    struct change change = { .start = start, .duration = CHANGE_NS };
    if (rate < RATE_LEAST || rate > RATE_MOST)
        rate = RATE_MOST;
    if (slide_ns / 2 < change.duration)
        change.duration = slide_ns / 2;
    change.frame = CLOCK_SECOND_NS / rate;
    return change;
}

struct change change_cut(int64_t start)
{
    return (struct change){ .start = start, .frame = CLOCK_SECOND_NS / RATE_MOST };
}

unsigned change_share(const struct change *change, int64_t now)
{
    int64_t elapsed = now - change->start;
    if (elapsed >= change->duration)
        return CHANGE_SHARE_FULL;
    return elapsed <= 0 ? 0 : (unsigned)(elapsed * CHANGE_SHARE_FULL / change->duration);
}

int64_t change_next_frame(const struct change *change, int64_t now)
{
    int64_t elapsed = now - change->start;
    int64_t number = elapsed < 0 ? 0 : elapsed / change->frame + 1;
    int64_t at = number * change->frame;
    /* The last frame is the whole slide, just at its time; none stands close before it. */
    if (elapsed < change->duration && at + change->frame / 2 > change->duration)
        at = change->duration;
    return change->start + at;
}
