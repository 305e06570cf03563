/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was shown in a period, written for people and for programs: the same numbers as a table on a
 * terminal, as CSV, as a page to print for the yearly meeting, as a letter to each organisation.
 * In the reader's language; nothing in it is about a person.
 */
#pragma once

#include "record/desk_tally.h"
#include "record/tally.h"

#define PLAY_REPORT_BYTES_MAX ((size_t)64 << 20)

struct play_report {
    struct str centre; /* its name; empty when no profile is at hand */
    struct date from, to;
    struct tally tally;
    bool has_desk; /* the liaison's record was given too */
    struct desk_tally desk;
};

/* A table with bars, for a terminal; in the arena. */
struct str play_report_text(struct arena *arena, const struct play_report *report) NODISCARD;

/* One row a thing that was counted; the first column says what it is. */
struct str play_report_csv(struct arena *arena, const struct play_report *report) NODISCARD;

/* A page of its own: the first sheet of A4 for the meeting, every announcement behind it. */
struct str play_report_html(struct arena *arena, const struct play_report *report) NODISCARD;

/* A letter of thanks to one organisation of the tally. */
struct str play_report_letter(struct arena *arena, const struct play_report *report,
                              const struct tally_organisation *organisation) NODISCARD;

#define PLAY_REPORT_XIBO_HEADER                                                                    \
    "Stat Date,Type,FromDT,ToDT,Layout,Display,Media,Tag,Duration,Count,Engagements\n"

/*
 * A play under the names of the columns that Xibo's export of proof of play has: for who feeds
 * reports made for it. Ended by '\n', in the arena.
 */
struct str play_report_xibo_row(struct arena *arena, const struct play_row *row,
                                const struct zone *zone) NODISCARD;
