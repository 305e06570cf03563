/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The screen of a lobby: shows the kept edition slide by slide, has it updated by a child process,
 * and never leaves the screen empty. Everything it knows comes from the cache and state folders.
 */
#pragma once

#include "base/clock.h"

struct player_options {
    const char *cache, *state; /* folders of keep/; made when they are not there */
    const char *font_stack;    /* file of fonts/ */
    const char *display;       /* of the centre profile; NULL: its first */
    const char *frame_log;     /* file, a line for each frame presented; NULL: none */
    const char *heartbeat;     /* file touched by the drawing loop; NULL: state/heartbeat */
    bool window;               /* a window instead of the full screen */
    bool cut;                  /* cut instead of cross-fade, whatever the profile says */
    int width, height;         /* px of the window; 0: the display's */
    int slides;                /* slides to show, then it ends; 0: endless */
    double for_seconds;        /* real seconds to run, then it ends; 0: endless */
    double slide_time;         /* real seconds of every slide; 0: as the edition says */
    double poll_s;             /* real seconds between updates; 0: the profile's */
    struct clock clock;        /* what the slides show and what is valid; its speed also divides
                                  the seconds of a slide */
    char *const *update_argv;  /* program and arguments of the update child, NULL at the end;
                                  NULL: no updates. Found by PATH when it has no slash */
};

/*
 * Shows until it is told to stop (SIGTERM, SIGINT; with `window` also Escape, Ctrl+Q and closing
 * the window) or until what the options ask for has been shown.
 *
 * Answers the exit code: 0, or 2 when it cannot show anything (no display, no font), after one line
 * in the log. Signal handling and standard output are as before when it comes back.
 */
int player_run(const struct player_options *options);
