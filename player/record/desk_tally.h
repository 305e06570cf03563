/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What came of the announcements that were sent in, added up from the liaison's records: for the
 * yearly talk about whether everybody was treated alike.
 */
#pragma once

#include "record/verdict_row.h"

struct desk_ground {
    struct str reason;
    size_t count;
};

/* A sender by what it sent: few or many. */
enum sender_size { SENDER_FEW, SENDER_SOME, SENDER_MANY, SENDER_SIZE_COUNT };

#define SENDER_FEW_MOST 2 /* announcements in the period */
#define SENDER_SOME_MOST 9

struct desk_organisation {
    struct str name;
    size_t received, approved, returned, refused;
    uint32_t audiences; /* bits in the order of AUDIENCE_LIST, of what was approved */
};

struct desk_size {
    size_t organisations, received, returned;
};

struct desk_tally {
    size_t received; /* announcements, each once however often it came back */
    size_t verdicts[VERDICT_COUNT];
    size_t timed;       /* verdicts whose day of receiving is known … */
    double days_median; /* … and the median of the days they took */
    int days_most;
    struct desk_ground *grounds; /* of returns and refusals, most first */
    size_t ground_count;
    struct desk_organisation *organisations; /* by name */
    size_t organisation_count;
    struct desk_size sizes[SENDER_SIZE_COUNT];
    size_t damaged; /* lines that could not be read */
};

struct desk_work;

/* Begins; both days are inside the period. The arena and the zone must outlive the tally. */
struct desk_work *desk_begin(struct arena *arena, const struct zone *zone, struct date from,
                             struct date to) NODISCARD;

/* Adds a whole record. The bytes must outlive the tally. */
void desk_add_record(struct desk_work *work, struct str bytes);

/* Adds it all up; the work is over. */
struct desk_tally desk_end(struct desk_work *work);
