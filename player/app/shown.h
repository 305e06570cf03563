/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is approved already, with the numbers that the site gave: what a submission may be a new
 * version of, and what it may replace. Read for people to choose from; nothing here is trusted.
 */
#pragma once

#include "model/announcement.h"

struct shown {
    const char *path;
    struct announcement announcement;
    int number;  /* on the slides; 0: not published yet, or the site is elsewhere */
    bool is_off; /* hide.xml takes it off */
};

struct shown_list {
    struct shown *items; /* in the order of their files' names; in the arena */
    size_t count;
};

/*
 * All announcements of the folder "approved" that can be read; numbers come from the folder "site"
 * beside it. Empty when there is no such folder.
 */
void shown_read(struct arena *arena, const char *approved, struct shown_list *ret_list);

/*
 * Which one is meant: by an id or a path the very one; by those of another language, a number
 * ("12") or a group the version in the language of a submission, at best in its form. NULL for
 * none. *ret_is_other: it is not there in that language; this is a version in another one.
 */
const struct shown *shown_find(const struct shown_list *list, struct str given,
                               const struct announcement *submission, bool *ret_is_other);

/* "Nro 12, Tule lukupiiriin", the title alone without a number; for people, in the arena. */
struct str shown_name(struct arena *arena, const struct shown *shown) NODISCARD;
