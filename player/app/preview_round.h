/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What each announcement of `preview` does to the round of the screens. Beside an inbox the round
 * is that of the folder "approved", which is judged one by one; else it is that of the
 * announcements themselves.
 */
#pragma once

#include "app/judge.h"
#include "preview/desk_source.h"

struct preview_round;

/* approved: folder of what is on the screens now; NULL: the announcements themselves are. */
struct preview_round *preview_round_new(struct arena *arena, const char *approved) NODISCARD;

/* What is approved is another set now: it is read anew when it is asked for. */
void preview_round_renew(struct preview_round *round);

void preview_round_free(struct preview_round *round); /* NULL is fine */

/*
 * Goes a step further, as desk_source_ops.turns does.
 *
 * judge     at the moment and display that is asked for.
 * edition   the announcements of the desk, looked at.
 */
bool preview_round_step(struct preview_round *round, const struct judge *judge,
                        const struct edition *edition, bool *ret_more,
                        struct desk_turns *ret_turns);
