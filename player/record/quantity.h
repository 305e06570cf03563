/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantities as people read them, in the reader's language. Only for this folder. */
#pragma once

#include "base/i18n.h"
#include "calendar/date.h"

struct str quantity_time(struct arena *arena, double seconds);   /* "3 h 5 min", "40 s" */
struct str quantity_percent(struct arena *arena, double part);   /* 1.0 is "100 %" */
struct str quantity_count(struct arena *arena, size_t count);    /* "12 345" */
struct str quantity_date(struct arena *arena, struct date date); /* "24.11.2026" */

/* One decimal, none for a whole number: "1.5", "2". */
struct str quantity_decimal(struct arena *arena, double value);

/* A sentence with arguments: i18n_fill over texts, for at most three of them. */
struct str quantity_fill(struct arena *arena, const char *text, struct str a, struct str b,
                         struct str c);
