/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * screenshot.png in the state folder: a small copy of what is on the screen, for somebody who looks
 * after it from afar. It is made of the slide's own pixels; nothing is asked of the window.
 */
#pragma once

#include "show/daily.h"
#include "show/slide.h"

#define SCREENSHOT_SIDE_MAX 480     /* px: the title can be read, a card is spared */
#define SCREENSHOT_SECONDS_LEAST 60 /* likewise: 60 kB a minute are 80 MB a day */

struct screenshot {
    const char *folder;
    struct pixels small; /* of the slide made last; at is NULL: none */
    int64_t written_at;  /* monotonic ns; 0: never */
    struct daily complaint;
};

/* In a folder, which must outlive it. screenshot_free ends it. */
struct screenshot screenshot_new(const char *folder);

/* Gives its pixels back. */
void screenshot_free(struct screenshot *screenshot);

/* Keeps a small copy of a slide that has been made, when the next file is due. */
void screenshot_take(struct screenshot *screenshot, const struct slide *slide);

/* The slide made last is on the screen: writes the copy, if one was kept. */
void screenshot_write(struct screenshot *screenshot);

/* Pixels as the bytes of a PNG file, 8-bit RGB, in the arena; empty without memory. */
struct str screenshot_png(struct arena *arena, const struct pixels *pixels) NODISCARD;
