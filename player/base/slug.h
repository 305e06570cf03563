/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for files and ids out of titles: what every share, mail program and URL can keep. */
#pragma once

#include "base/str.h"

/*
 * "Tule sururyhmään!" → "tule-sururyhmaan": a to z and digits, ä å ö without their dots and rings,
 * a hyphen for everything between. At most `letters` long, in the arena; may come out empty.
 */
struct str slug_of(struct arena *arena, struct str title, size_t letters) NODISCARD;
