/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A server that asked to be left alone (Retry-After). Each update is a process of its own, so what
 * the last one was told lies in a small file of the state folder.
 */
#pragma once

#include "base/arena.h"

#include <stdbool.h>

/* Seconds that the pause still lasts; 0: none. Over a day, or a clock set back, counts as none. */
int pause_left(struct arena *arena, const char *state);

/* Notes a pause of so many seconds from now; 0 ends one. */
void pause_note(struct arena *arena, const char *state, int seconds);
