/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text from outside made fit to be shown to people. Only for the .c files of this folder. */
#pragma once

#include "base/str.h"

/* UTF-8 in any case, without control characters; in the arena. What is no character is U+FFFD. */
struct str clean_text(struct arena *arena, struct str text) NODISCARD;
