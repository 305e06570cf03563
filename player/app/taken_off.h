/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What hide.xml takes off of an announcement that is to be approved: all of it, which stops the
 * approval, or some dates, which are told.
 */
#pragma once

#include "feed/read_profile.h"
#include "model/announcement.h"

/* By its id or its group. */
struct taken_off {
    struct str ref;     /* the id or group whose line takes it off as a whole; empty: none does */
    struct date *dates; /* that are cancelled, in the arena */
    size_t date_count;
};

/* hide.xml of a folder of approved announcements; false when there is none that can be read. */
bool taken_off_list(struct arena *arena, const char *approved, struct hide *ret_hide) NODISCARD;

/*
 * Looks an announcement up in the list where it will lie. False, with a message, when it is taken
 * off as a whole: it would be approved, its sender told so, and never shown.
 *
 * path  of the submission, in an inbox or where its announcement lies already.
 */
bool taken_off_check(struct arena *arena, const char *path, const struct announcement *announcement,
                     struct taken_off *ret_off) NODISCARD;

/* Says on standard output which dates stay cancelled. */
void taken_off_say(struct arena *arena, const struct taken_off *off);
