/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Does a moving picture flash? WCAG 2.2, 2.3.1, its techniques G19 and G176, and the class of long
 * flicker of IRIS; player/README.md, F5. Pure: frames and times in, figures out. Nothing that a
 * sender sends moves, so this is run over what the player itself does.
 *
 * A frame is kept as the mean light of its cells, so that two halves that flash in turn are seen
 * and a reel of a minute stays small.
 */
#pragma once

#include "base/report.h"
#include "media/pixels.h"
#include "model/profile.h"

#define FLASH_COLUMNS 96
#define FLASH_ROWS 54
#define FLASH_CELLS (FLASH_COLUMNS * FLASH_ROWS)

struct flash_frame {
    int64_t at_ms;               /* when it appears */
    float light[FLASH_CELLS][3]; /* linear red, green, blue */
};

struct flash_reel {
    struct arena *arena;
    struct flash_frame **frames; /* in the order of time */
    size_t count;
};

/* Adds a frame that appears at a moment, not before the last one; any size of picture. */
void flash_add(struct flash_reel *reel, const struct pixels *pixels, int64_t at_ms);

/* Repeats a reel that is shown again after `length_ms`, until it lasts `until_ms`. */
void flash_loop(struct flash_reel *reel, int64_t length_ms, int64_t until_ms);

struct flash_kind {
    int most;    /* changes within one second, in the cell that has most */
    double area; /* percent of the screen in cells with more than FLASH_CHANGES_MAX */
};

struct flash_result {
    struct flash_kind general, red;
    int extended_s;       /* seconds of the longest flicker, 0 for none */
    double extended_area; /* percent of the screen */
};

#define FLASH_CHANGES_MAX 6 /* three flashes; the seventh change is half a flash too many */

/* What a reel does, until the last frame appears. */
struct flash_result flash_measure(const struct flash_reel *reel);

/* Adds findings where an area is over its limit. */
void flash_report(const struct flash_result *result, struct place place, struct report *report);

/*
 * G176: the area that may flash for somebody who stands so near, px: a quarter of 10 by 7.5 degrees
 * (0.1745 and 0.1309 of the distance).
 */
double flash_area_px(const struct display *display, double distance_m);
