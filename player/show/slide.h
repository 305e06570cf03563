/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A slide made ready: its pixels as the panel takes them, and what the logs say of it. There are
 * two, one on the screen and one in preparation, used again and again: two slides and the
 * window's own surface are all the large memory there is.
 */
#pragma once

#include "layout/scene.h"
#include "media/decode.h"

/* What the logs say of one slide. Its texts lie in its own arena. */
struct play {
    struct arena *arena;
    struct str id, group, language, organisations, title;
    int page;
    int64_t from;   /* when it came on the screen, seconds since 1970 UTC; 0: not yet */
    double seconds; /* how long it was there, of the player's clock */
};

struct slide {
    struct pixels pixels;
    struct colour ground; /* behind it, where the window is larger for a moment */
    struct play *play;    /* NULL: the idle slide, or not prepared */
    double seconds;       /* that it should stay, of the player's clock */
    bool is_cut;          /* comes without a cross-fade: an alert */
    int64_t minute;       /* of its clock: minutes since 1970 UTC */
};

/* An empty slide, without pixels; for slide_free. */
struct slide *slide_new(void) NODISCARD;

/* Frees it with its pixels and its play; NULL is fine. */
void slide_free(struct slide *slide);

/* Makes room for width × height pixels; false without memory (what was there is gone then). */
bool slide_fit(struct slide *slide, int width, int height) NODISCARD;

/* A play with copies of nothing yet: texts are put into its arena. */
struct play *play_new(void) NODISCARD;

/* Frees it with its texts; NULL is fine. */
void play_free(struct play *play);

/* Takes the play out of a slide, leaving none; may answer NULL. */
struct play *slide_take_play(struct slide *slide);

/* "idle", or the id of what a slide shows. */
struct str slide_name(const struct slide *slide);
