/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The screen of a lobby: shows the kept edition slide by slide, has it updated by a child process,
 * and never leaves the screen empty. Everything it knows comes from the cache and state folders.
 */
#pragma once

#include "show/player_options.h"

/*
 * Shows until it is told to stop (SIGTERM, SIGINT; with `window` also Escape, Ctrl+Q and closing
 * the window) or until what the options ask for has been shown.
 *
 * Answers the exit code: 0, or 2 when it cannot show anything (no display, no font), after one line
 * in the log. Signal handling and standard output are as before when it comes back.
 */
int player_run(const struct player_options *options);
