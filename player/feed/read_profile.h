/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre profile and the list of hidden items, from XML. */
#pragma once

#include "model/profile.h"

#define PROFILE_BYTES_MAX (1u << 20) /* a guess of ours: opening hours and keys are small */
#define HIDE_BYTES_MAX (256u << 10)
#define HIDE_ITEMS_MAX 1000

/*
 * Reads a profile. What it does not say is as in profile_reference; limits under a rule's floor
 * are lifted to the floor with a finding. A setting that is wrong is left out or taken on the safe
 * side: a doubtful key is not trusted.
 *
 * False: it cannot be used (unreadable, no id, no such zone, no display); the report says what and
 * where. A profile that came back may still have findings that block: a player uses it, nobody
 * should sign it.
 */
bool profile_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
                  struct profile *ret_profile) NODISCARD;

/* One item, or single dates of it, that is taken off at once. */
struct hide_item {
    struct str ref; /* id of an announcement or of a group */
    bool whole;     /* the whole item; else only the dates */
    struct date *dates;
    size_t date_count;
};

struct hide {
    struct stamp updated;
    struct hide_item *items;
    size_t count;
};

/*
 * Reads the list. Items of the same ref are joined; a date that cannot be read hides the whole
 * item. False: no list at all, no `updated`, or more than HIDE_ITEMS_MAX lines.
 */
bool hide_read(struct arena *arena, struct str bytes, struct str file, struct report *report,
               struct hide *ret_hide) NODISCARD;
