/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * approve --replaces: a submission as the new version of one that is approved already, under that
 * one's id, so that number and file stay. One whose language is not there yet keeps its own id and
 * comes into the group: a notice that is sent anew in two languages stays one notice.
 */
#pragma once

#include "app/shown.h"

/* Whose place a submission takes; all zero: nobody's. */
struct replaced {
    const struct shown *shown;
    bool is_other;                /* in another language: nothing is replaced, it joins the group */
    struct str id, group;         /* what the submission gets … */
    struct str old_id, old_group; /* … and what it had */
};

/*
 * Finds the one that is meant by a number, an id or a file among those beside the submission's
 * inbox. False with a message. What is found is in the arena.
 *
 * path  of the submission.
 */
bool replace_find(struct arena *arena, const char *path, const char *given,
                  const struct announcement *submission, struct replaced *ret_replaced) NODISCARD;

/* Was what is replaced sent by one of the same organisations? Names are compared. */
bool replace_is_theirs(const struct replaced *replaced, const struct announcement *submission);

/*
 * Says on standard output what was replaced, and which submissions beside it in the inbox belong
 * to what it was before; nothing when nothing was replaced.
 *
 * path  of the submission, which is in the inbox no more.
 */
void replace_say(struct arena *arena, const char *path, const struct replaced *replaced);
