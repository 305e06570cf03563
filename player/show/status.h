/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * status.json and metrics.prom in the state folder: what is on the screen and since when, how old
 * the feed is, how many items are shown and why others are not. For `infotaulu status` and for
 * monitoring.
 */
#pragma once

#include "show/daily.h"
#include "show/generation.h"

/* A slow card is spared: slides that change faster are not all written. */
#define STATUS_SECONDS_LEAST 10

struct status {
    const char *folder;
    int64_t written_at; /* monotonic ns; 0: never */
    struct daily complaint;
};

struct status_facts {
    const struct generation *generation;
    const struct item *item; /* on the screen; NULL: the agenda or the idle slide */
    bool is_agenda;
    int64_t presented_at; /* seconds since 1970 UTC */
    int64_t now;
    bool clock_is_real;
    unsigned long plays;     /* since the player began */
    unsigned failed_updates; /* likewise */
};

/* In a folder, which must outlive it. */
struct status status_new(const char *folder);

/*
 * Writes the file, unless the last one is less than STATUS_SECONDS_LEAST old.
 *
 * is_last  the player ends: written however old the last one is.
 */
void status_write(struct status *status, const struct status_facts *facts, bool is_last);

/*
 * The same for node_exporter's textfile collector: metrics.prom beside status.json, with the names
 * that player/README.md lists.
 */
struct str status_metrics(struct arena *arena, const struct status_facts *facts) NODISCARD;

/* The content of the file, in the arena. */
struct str status_json(struct arena *arena, const struct status_facts *facts) NODISCARD;
