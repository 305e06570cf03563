/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See foresee.h. */
#include "app/foresee.h"

#include "app/commands.h"
#include "record/recent.h"

#define HOUR_S 3600.0

/* Only the screen whose state folder it is has a past here. */
static void resume(const struct options *options, const struct site_edition *edition,
                   struct rotation *rotation, int64_t from)
{
    struct play_row *rows;
    const struct update *update = &edition->update;
    if (edition->folder || !update->display)
        return;
    size_t count = recent_plays(edition->arena, paths_state(options), update->display->name, from,
                                update->zone, &rows);
    struct past_play *plays = ARENA_ARRAY(edition->arena, struct past_play, count + 1);
    for (size_t i = 0; i < count; i++)
        plays[i] = (struct past_play){ rows[i].id, rows[i].from, rows[i].seconds };
    rotation_resume(rotation, plays, count, from, true);
}

void foresee(const struct options *options, const struct site_edition *edition, int64_t from,
             double hours, struct plan *ret_plan)
{
    const struct update *update = &edition->update;
    struct rotation *rotation = rotation_new(&update->edition, update->zone);
    resume(options, edition, rotation, from);
    plan_make(rotation, &update->edition, update->zone, from, from + (int64_t)(hours * HOUR_S),
              edition->arena, ret_plan);
    rotation_free(rotation);
}
