/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was shown, added up: by organisation, announcement, day and language. Made from the lines of
 * the play logs of one or many screens; nothing in it is about a person.
 */
#pragma once

#include "record/play_row.h"

struct tally_organisation {
    struct str name;
    double seconds;       /* of joint material its equal part */
    double equal_seconds; /* what equal shares would have given: each day's time by those shown */
    size_t plays, announcements, days;
};

struct tally_announcement {
    struct str id, group, title, language, organisations;
    double seconds;
    size_t plays;
    struct date first, last;
};

struct tally_day {
    struct date date;
    double seconds;
    size_t plays, organisations;
};

struct tally_sum {
    struct str name; /* of a language ("fi-simple") or a display ("aula") */
    double seconds;
    size_t plays;
};

struct tally {
    struct tally_organisation *organisations; /* most seconds first */
    size_t organisation_count;
    struct tally_announcement *announcements; /* by organisation, then most seconds first */
    size_t announcement_count;
    struct tally_day *days; /* in order; days without a play are not there */
    size_t day_count;
    struct tally_sum *languages, *displays; /* most seconds first */
    size_t language_count, display_count;
    double seconds;
    size_t plays;
    size_t damaged; /* lines that could not be read */
    size_t doubles; /* lines that stood in two logs */
};

struct tally_work;

/* Begins; both days are inside the period. The arena and the zone must outlive the tally. */
struct tally_work *tally_begin(struct arena *arena, const struct zone *zone, struct date from,
                               struct date to) NODISCARD;

/* Adds a whole log file. The same play in two logs counts once. The bytes are not kept. */
void tally_add_log(struct tally_work *work, struct str bytes);

/* Adds it all up; the work is over. */
struct tally tally_end(struct tally_work *work);

/* Seconds over equal seconds: 1.0 is just right; 0 when nothing would have been due. */
double tally_share(const struct tally_organisation *organisation);
