/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of rule_together.h share. Only for the .c files of this folder. */
#pragma once

#include "model/announcement.h"

/* "9.12.2026 17.00–18.30", the day alone for a whole day; in the arena. */
struct str together_time(struct arena *arena, const struct zone *zone,
                         const struct occurrence *occurrence);
