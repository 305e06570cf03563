/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window: with surface.h the only user of SDL's video. Draws into memory, without renderer or
 * GPU but on Wayland, and sleeps between events. All but window_wake is for the drawing thread.
 */
#pragma once

#include "paint/fade.h"

struct window;

/* What happened while waiting; bits. */
enum window_event {
    WINDOW_EXPOSED = 1, /* draw everything again */
    WINDOW_RESIZED = 2, /* likewise, in another size */
    WINDOW_CLOSED = 4,  /* Escape, Ctrl+Q or its button, where it is a window */
    WINDOW_LOST = 8,    /* the display is gone for good */
};

/*
 * Nothing of SDL yet; window_wake may be called from now on. May set an environment variable, so
 * not while other threads run. NULL without a descriptor.
 */
struct window *window_new(void) NODISCARD;

/* Closes the window and leaves SDL; NULL is fine. */
void window_free(struct window *window);

/* Connects to the display; false with a static half sentence or SDL's own. */
bool window_connect(struct window *window, const char **ret_why) NODISCARD;

/*
 * Opens the window, without a frame.
 *
 * is_window      false: the whole screen. A driver without a screen (dummy, offscreen) always
 *                makes a window of the size below.
 * width, height  px, for a window; on Wayland points, of which a scaled display makes more pixels.
 */
bool window_open(struct window *window, bool is_window, int width, int height,
                 const char **ret_why) NODISCARD;

/*
 * To be called once the first slide is on the screen: tells a window manager, if there is one, that
 * the window wants the whole screen. Takes 0.1 s without one, which is why it comes so late.
 */
void window_settle(struct window *window);

/* Its size in pixels of the display; false when there are none now (it may be coming back). */
bool window_size(struct window *window, int *ret_width, int *ret_height);

/* Frames a second of the display; 0: not known. */
int window_rate(struct window *window);

/*
 * Brings a share (0 to 256) of a change to the screen. The slides have the size of the surface.
 * False when that does not work now.
 */
bool window_draw(struct window *window, const struct fade *fade, unsigned share);

/*
 * Brings a whole slide to the screen, whatever the surface's size: it is placed in the middle,
 * and the ground fills what is left. No pixels (at NULL): only the ground.
 */
bool window_draw_whole(struct window *window, const struct pixels *pixels, struct colour ground);

/*
 * Sleeps until a moment (monotonic ns), an event or window_wake; answers window_event bits. Exact
 * to a tenth of a millisecond for moments nearer than 20 ms. When a display is plugged in or turned
 * meanwhile, the window over the whole screen is opened anew (WINDOW_RESIZED).
 */
unsigned window_wait(struct window *window, int64_t until);

/* Ends a window_wait, from any thread; the next one when none is under way. */
void window_wake(struct window *window);
