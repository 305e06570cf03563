/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Five sentences that stand ready for an alert, in Finnish and Swedish, and the announcements made
 * of them. In an emergency nobody should have to find words, or have them approved.
 */
#pragma once

#include "model/profile.h"

#define ALERT_SENTENCES 5
#define ALERT_LANGUAGES 2

/* In one language: what is the matter, and what to do. */
struct alert_words {
    enum language language;
    const char *title, *text, *drill; /* drill: the word before the title of an exercise */
};

/* number from 1 to ALERT_SENTENCES; version from 0 to ALERT_LANGUAGES - 1. */
struct alert_words alert_words_of(int number, int version);

struct alert_order {
    const struct profile *profile;
    const struct zone *zone;
    int number;
    bool is_drill;
    int64_t from, until; /* seconds since 1970 UTC */
};

/* An announcement of one version, as XML, in the arena. The same order gives the same bytes. */
struct str alert_entry(struct arena *arena, const struct alert_order *order, int version);
