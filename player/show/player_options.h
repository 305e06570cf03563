/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a player is told when it starts; both of its threads read it, none changes it. */
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
