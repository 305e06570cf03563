/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When each frame of a change from slide to slide is due, and how much of the new one it has. Pure.
 */
#pragma once

#include <stdint.h>

/* the catalogue of rules, transition-style: 0.3 to 1.0 s, or a cut. */
#define CHANGE_NS INT64_C(500000000)
#define CHANGE_SHARE_FULL 256

struct change {
    int64_t start;    /* monotonic ns */
    int64_t duration; /* ns; 0: a cut */
    int64_t frame;    /* ns from one frame to the next */
};

/*
 * A cross-fade that begins at a moment. It takes no more than half of the slide's own time.
 *
 * slide_ns  that the new slide stays.
 * rate      frames a second of the display; taken for 60 when it is under 24, and for 60 when it is
 *           more, since nobody sees a cross-fade twice as fine.
 */
struct change change_fade(int64_t start, int64_t slide_ns, int rate);

/* The new slide at once: share full from `start` on. */
struct change change_cut(int64_t start);

/* The share of the new slide, 0 to CHANGE_SHARE_FULL, at a moment. */
unsigned change_share(const struct change *change, int64_t now);

/* The moment of the next frame after one drawn at `now`; late ones are left out. */
int64_t change_next_frame(const struct change *change, int64_t now);
