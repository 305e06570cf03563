/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The play log: one line of CSV a play in plays-YYYY-MM.csv, so that every play can be accounted
 * for years later. Lines are appended whole and synced in batches; a line that a power cut tore is
 * closed off when the file is opened again.
 */
#pragma once

#include "calendar/zone.h"
#include "show/daily.h"
#include "show/slide.h"

#define PLAYLOG_HEADER "date,display,item_id,group,lang,organisations,title,from,to,duration_s\n"

/* At most this is lost in a power cut. */
#define PLAYLOG_SYNC_LINES 10
#define PLAYLOG_SYNC_S 60

struct playlog {
    const char *folder;
    int file;          /* descriptor, -1: none is open */
    int year, month;   /* of the open file */
    int unsynced;      /* lines */
    int64_t synced_at; /* monotonic ns */
    bool is_torn;      /* the last line was not written whole */
    struct daily complaint;
};

/* A log in a folder, which must outlive it. Opens nothing yet. */
struct playlog playlog_new(const char *folder);

/*
 * Adds a play that is over. What cannot be written is lost, with one line a day in the program's
 * log.
 */
void playlog_add(struct playlog *log, const struct play *play, struct str display,
                 const struct zone *zone);

/* Syncs what is due; at most PLAYLOG_SYNC_S old lines stay unsynced when this is called often. */
void playlog_tick(struct playlog *log);

/* Syncs and closes. */
void playlog_close(struct playlog *log);

/*
 * A line for a play, in the arena, ended by '\n'. Texts that a spreadsheet would take for a formula
 * get an apostrophe in front.
 */
struct str playlog_line(struct arena *arena, const struct play *play, struct str display,
                        const struct zone *zone) NODISCARD;
