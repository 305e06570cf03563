/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happens today and tomorrow, of all that may be shown: a line for each notice whose next date
 * begins before tomorrow is over and is not called off. Day by day; what is in the centre's own
 * house comes first, then in the order of the clock.
 */
#pragma once

#include "model/agenda.h"
#include "rotate/timetable.h"

/*
 * The lines as they are in a language; where a notice has no version in it, its first one stands.
 * In the arena; answers how many. None while nobody knows the time or the centre is closed.
 */
size_t agenda_lines(const struct timetable *timetable, enum language language, struct arena *arena,
                    struct agenda_line **ret_lines);

/* Does an agenda in this language have a line in it? */
bool agenda_speaks(const struct agenda_line *lines, size_t count, enum language language);

/* The moment after which tomorrow is over. */
int64_t agenda_end(const struct zone *zone, int64_t now);

/* Does a date belong on it? */
bool agenda_has(const struct item_state *state, int64_t end);
