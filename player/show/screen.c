/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See screen.h. What cannot be drawn smoothly is drawn whole: a slide must come, a cross-fade may.
 * A display that takes no frames at all is tried again until it does, since it may be coming back.
 */
#include "show/screen.h"

#include "base/clock.h"

#include <assert.h>

#define BOXES_BYTES_MAX ((size_t)16 << 20) /* 16,384 px square in tiles of 64: 64 Ki boxes */
#define RETRY_NS (250 * CLOCK_MS_NS)       /* from one try to draw to the next, while it fails */

struct screen screen_new(struct window *window, struct frame_log *frame_log)
{
    return (struct screen){ .window = window, .frame_log = frame_log };
}

void screen_free(struct screen *screen)
{
    arena_free(screen->arena);
    slide_free(screen->front);
    slide_free(screen->coming);
    *screen = (struct screen){ 0 };
}

static void note_outcome(struct screen *screen, bool works, int64_t now)
{
    if (works)
        screen->trouble_since = 0;
    else if (screen->trouble_since == 0)
        screen->trouble_since = now;
}

static bool are_of_one_size(const struct slide *a, const struct slide *b)
{
    return a->pixels.width == b->pixels.width && a->pixels.height == b->pixels.height;
}

/* Finds what differs from the slide in front, unless all of it must be drawn. */
static void compare(struct screen *screen, const struct slide *slide)
{
    arena_free(screen->arena);
    screen->arena = arena_new(BOXES_BYTES_MAX);
    screen->is_compared =
        screen->front && are_of_one_size(screen->front, slide) && screen->trouble_since == 0;
    if (screen->is_compared)
        screen->fade = fade_start(screen->arena, &screen->front->pixels, &slide->pixels);
}

static void draw_whole(struct screen *screen, const struct slide *slide)
{
    bool works = window_draw_whole(screen->window, &slide->pixels, slide->ground);
    note_outcome(screen, works, clock_mono_ns());
    if (works)
        frame_log_add(screen->frame_log, slide, CHANGE_SHARE_FULL);
}

/*
 * Draws a share of a change. Where that cannot be (nothing to compare with, or the window's
 * surface is another one now), the whole slide; answers the share that can be seen.
 */
static unsigned draw(struct screen *screen, const struct slide *slide, unsigned share)
{
    if (screen->is_compared && window_draw(screen->window, &screen->fade, share)) {
        note_outcome(screen, true, 0);
        frame_log_add(screen->frame_log, slide, share);
        return share;
    }
    draw_whole(screen, slide);
    return CHANGE_SHARE_FULL;
}

int64_t screen_begin(struct screen *screen, struct slide *slide, int64_t slide_ns, bool is_cut)
{
    assert(!screen->coming);
    compare(screen, slide);
    bool fades = screen->is_compared && !is_cut && screen->fade.count > 0;
    int64_t now = clock_mono_ns();
    screen->change =
        fades ? change_fade(now, slide_ns, window_rate(screen->window)) : change_cut(now);
    screen->next_frame = fades ? change_next_frame(&screen->change, now) : now;
    screen->coming = slide;
    return now;
}

static struct slide *end_change(struct screen *screen)
{
    struct slide *old = screen->front;
    screen->front = screen->coming;
    screen->coming = NULL;
    frame_log_flush(screen->frame_log);
    return old;
}

bool screen_step(struct screen *screen, int64_t now, struct slide **ret_old)
{
    if (now < screen_next_frame(screen))
        return false;
    if (!screen->coming)
        return screen_redraw(screen, ret_old);
    unsigned share = draw(screen, screen->coming, change_share(&screen->change, now));
    screen->next_frame = change_next_frame(&screen->change, now);
    if (share < CHANGE_SHARE_FULL)
        return false;
    *ret_old = end_change(screen);
    return true;
}

struct slide *screen_swap(struct screen *screen, struct slide *slide)
{
    assert(!screen->coming);
    struct slide *old = screen->front;
    compare(screen, slide);
    if (!screen->is_compared || screen->fade.count > 0)
        (void)draw(screen, slide, CHANGE_SHARE_FULL);
    screen->front = slide;
    frame_log_flush(screen->frame_log);
    return old;
}

bool screen_redraw(struct screen *screen, struct slide **ret_old)
{
    const struct slide *slide = screen->coming ? screen->coming : screen->front;
    if (slide)
        draw_whole(screen, slide);
    screen->next_frame = clock_mono_ns() + RETRY_NS;
    if (!screen->coming)
        return false;
    *ret_old = end_change(screen);
    return true;
}

struct slide *screen_take(struct screen *screen)
{
    struct slide *slide = screen->front;
    screen->front = screen->coming;
    screen->coming = NULL;
    return slide;
}

int64_t screen_next_frame(const struct screen *screen)
{
    bool is_due = screen->coming || (screen->front && screen->trouble_since != 0);
    return is_due ? screen->next_frame : INT64_MAX;
}
