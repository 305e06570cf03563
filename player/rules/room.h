/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much text a display can hold at all. Only for the .c files of this folder. */
#pragma once

#include "rules/input.h"

/*
 * Is there more text than the least letters allowed leave room for, whatever the layout does? Then
 * capacity says so for the centre's worst display, and overflow keeps silent.
 *
 * ret_holds  characters that the display has room for, always set.
 */
bool room_is_exceeded(const struct rule_input *input, const struct report *report, size_t display,
                      long *ret_holds);
