/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of the play log, read back. */
#pragma once

#include "calendar/stamp.h"

/* What was on a screen, and when. Texts point into the line, or into its arena. */
struct play_row {
    struct date date; /* local, of the beginning */
    struct str display, id, group, language;
    struct str organisations; /* separated by "; " */
    struct str title;
    int64_t from, to; /* seconds since 1970 UTC */
    double seconds;
};

enum play_line { PLAY_LINE_ROW, PLAY_LINE_HEADER, PLAY_LINE_EMPTY, PLAY_LINE_DAMAGED };

/*
 * Reads a line without its end.
 *
 * arena    for cells that stood in quotes.
 * ret_row  set only with PLAY_LINE_ROW.
 *
 * PLAY_LINE_DAMAGED: torn by a power cut, or no play at all; the lines round it are still good.
 */
enum play_line play_row_read(struct arena *arena, struct str line, const struct zone *zone,
                             struct play_row *ret_row) NODISCARD;

/* Takes the next organisation off the front of a list; false when none is left. */
bool play_row_organisation(struct str *rest, struct str *ret_name);
