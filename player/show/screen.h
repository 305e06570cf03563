/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is on the screen: one slide, or the change from one to the next. Draws a frame when it is
 * due and nothing otherwise. Belongs to the drawing thread.
 */
#pragma once

#include "show/change.h"
#include "show/frame_log.h"
#include "show/window.h"

struct screen {
    struct window *window;
    struct frame_log *frame_log;
    struct slide *front;  /* on the screen; NULL: nothing has been shown yet */
    struct slide *coming; /* what the change leads to; NULL: none runs */
    struct change change;
    struct fade fade;
    bool is_compared;      /* the fade is that of front and coming */
    struct arena *arena;   /* of the fade's boxes */
    int64_t next_frame;    /* monotonic ns, of the change */
    int64_t trouble_since; /* monotonic ns since when drawing fails; 0: it works */
};

/* An empty screen. The window and the log stay the caller's and must outlive it. */
struct screen screen_new(struct window *window, struct frame_log *frame_log);

/* Frees the slides that it still has; the window is not its own. */
void screen_free(struct screen *screen);

/*
 * Begins the change to a slide, which is the screen's until screen_step gives the old one back.
 *
 * slide_ns  that the new slide will stay.
 * is_cut    no cross-fade; also where the two differ in size.
 *
 * Answers when the new slide's time began, monotonic ns.
 */
int64_t screen_begin(struct screen *screen, struct slide *slide, int64_t slide_ns, bool is_cut);

/*
 * Draws the frame that is due, if any. True when the change is over with it: *ret_old is the slide
 * that was in front (NULL at the first), the caller's from now on.
 */
bool screen_step(struct screen *screen, int64_t now, struct slide **ret_old);

/* Puts a newer picture of the same slide in place of the one in front; answers the old one. */
struct slide *screen_swap(struct screen *screen, struct slide *slide);

/*
 * Draws all of it again: the window was covered, resized or failed. A change that runs comes to
 * its end first; see screen_step for what is answered.
 */
bool screen_redraw(struct screen *screen, struct slide **ret_old);

/* Takes a slide off a screen that ends: first the older one, at last NULL. */
struct slide *screen_take(struct screen *screen);

/* When screen_step wants to be called, monotonic ns; INT64_MAX: nothing is due. */
int64_t screen_next_frame(const struct screen *screen);
