/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * approve --replaces: a submission as the new version of one that is approved already, under that
 * one's id, so that number and file stay.
 */
#pragma once

#include "app/shown.h"

/* Whose place a submission takes; all zero: nobody's. */
struct replaced {
    const struct shown *shown;
    struct str id, group; /* what the submission gets */
};

/*
 * Finds the one that is meant by a number, an id or a file among those beside the submission's
 * inbox. False with a message. What is found is in the arena.
 *
 * path  of the submission.
 */
bool replace_find(struct arena *arena, const char *path, const char *given,
                  const struct announcement *submission, struct replaced *ret_replaced) NODISCARD;

/* Says on standard output what was replaced; nothing when nothing was. */
void replace_say(struct arena *arena, const struct replaced *replaced);
