/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last plays of a screen, read back from the end of its log: what a rotation needs to go on
 * after a restart. Bounded in bytes, so that it costs a screen no time that a person would notice.
 */
#pragma once

#include "record/play_row.h"

#define RECENT_BYTES_MAX (256u << 10) /* of a month's file: about a thousand plays */
#define RECENT_SECONDS INT64_C(86400) /* older ones say nothing of today */

/*
 * Plays that began within RECENT_SECONDS before a moment, as they follow one another in the files
 * of this month and the last.
 *
 * folder   of plays-YYYY-MM.csv; one that is not there, or cannot be read, holds none.
 * display  whose plays.
 *
 * In the arena; answers how many.
 */
size_t recent_plays(struct arena *arena, const char *folder, struct str display, int64_t before,
                    const struct zone *zone, struct play_row **ret_rows);
