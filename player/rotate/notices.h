/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An edition seen as the rotation sees it: organisations, each with its notices, each in its
 * languages. Only for the .c files of this folder.
 */
#pragma once

#include "model/edition.h"
#include "rotate/key_index.h"

/* A group: the language versions of one notice, a unit of the rotation. */
struct notice {
    struct str group;
    const struct item **items; /* in the profile's order of languages, then of the feed */
    size_t item_count;
    size_t *parties; /* organisations that sign some version; none for an alert */
    size_t party_count;
    bool is_alert;
    bool is_active; /* some version may be shown */
    bool is_done;   /* has had its turn, where each has just one (rotation_round) */
    int64_t turns;  /* had so far, weighed by priority and nearness, in TURN_UNIT */
    size_t begun;   /* turns begun: the languages take turns in beginning */
    int64_t cost;   /* of a turn to each of its parties, in RATE of a second */
};

#define RATE INT64_C(1000000) /* parts of a second in which screen time is counted */

/* An organisation that takes part. */
struct party {
    struct str name; /* as the centre's register writes it in its first language */
    size_t *notices; /* in the order of the feed */
    size_t notice_count;
    bool is_outside; /* there is a register, and it does not name this one */
    bool is_active;
    bool is_stale;       /* `next` is to be looked for again */
    struct notice *next; /* whose turn it is among its own; NULL: it has none to show */
    double weight;       /* share of the screen, 1 for most */
    int64_t used;        /* screen time had, over its weight, in RATE of a second */
};

struct notices {
    struct arena *arena;
    const struct edition *edition;
    struct notice *list;
    size_t count;
    size_t *of_item; /* number of each item's notice */
    size_t *alerts;  /* numbers of those that are alerts */
    size_t alert_count;
    struct party *parties;
    size_t party_count;
    struct key_index groups, names;
    struct key_index registered; /* both names of the register's organisations … */
    const struct registered_organisation **registered_at; /* … and whose they are */
};

/* Everything in an arena of its own; the edition must outlive it. */
struct notices notices_of(const struct edition *edition);

/* Frees the arena, and with it everything. */
void notices_free(struct notices *notices);

/* How many organisations sign an item, at least 1. */
size_t notices_author_count(const struct item *item);

/* The number of one of them, a place in `parties`; author counts from 0. */
size_t notices_party(const struct notices *notices, const struct item *item, size_t author);

/* Places an item by its language; lower is earlier. */
size_t notices_language_rank(const struct profile *profile, const struct item *item);
