/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The three steps of reading dates: one date (read_date.c), the weekdays beside it
 * (date_weekday.c), and all of them with their years (written_dates.c). For these files only.
 */
#pragma once

#include "rules/written_date.h"

struct reading {
    const struct date_context *in;
    struct arena *arena;
    struct written_date *dates;
    size_t count;
};

/* True where a number may start that is no part of a longer one. */
bool read_date_may_start(const struct search_text *text, size_t at);

/* Reads the date that starts at a point, as it is written; false when none does. */
bool read_date_at(const struct reading *reading, size_t at, struct written_date *ret_date);

/* The time that covers a point, or NULL. */
const struct written_time *written_date_time_at(const struct reading *reading, size_t at);

/* "ja", "och", "and" … */
bool date_weekday_joins(const struct search_text *text, size_t start, size_t end);

/* Past a weekday word, with its full stop, and "den"; the same place where none stands. */
size_t date_weekday_skip(const struct reading *reading, size_t at);

/* Binds the weekdays of the text to their dates, whose links are known. */
void date_weekday_bind(struct reading *reading);
