/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The desk on a screen: one SDL window that draws when something changed and sleeps otherwise. All
 * that is decided is decided in desk.h; all that is seen, in view.h.
 */
#pragma once

#include "base/clock.h"
#include "preview/desk.h"

struct desk_window_options {
    struct desk *desk;
    struct desk_source *source;
    struct verdict_port *port; /* NULL: none */
    struct fonts *fonts;       /* of this thread, with the signs of fonts/desk */
    const struct clock *clock;
    bool is_full; /* the whole screen from the start (--kiosk) */
};

/*
 * Shows the desk until it is closed or the program is told to end (SIGTERM, SIGINT); SIGINT and
 * SIGTERM must be blocked in every thread. False when there is no screen: *ret_why is then a half
 * sentence of SDL's, which lives as long as the desk.
 */
bool desk_window_run(const struct desk_window_options *options, const char **ret_why);

/* Blocks those signals for this thread and all that it starts later. */
void desk_window_block_signals(void);
