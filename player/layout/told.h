/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an announcement tells, for a page or for paper instead of a slide: the same facts in the
 * same words, but for days that are named "today" or "tomorrow". Pure.
 */
#pragma once

#include "layout/context.h"

#define TOLD_FACTS_MAX 10

struct told_fact {
    struct str label, value; /* in the announcement's language; '\n' in the value starts a line */
    const char *source;      /* the element that it comes from: "it:when" …; static */
};

struct told_code {
    int modules;          /* a side, without the quiet zone of 4 */
    const uint8_t *cells; /* modules × modules, rows from the top; 1 is dark */
};

/*
 * When, where, for whom, how much, whom to call, in the order of a slide. `now` chooses which dates
 * are still to come. In the arena; answers how many.
 */
size_t told_facts(struct arena *arena, const struct profile *profile, const struct zone *zone,
                  int64_t now, const struct item *item, struct told_fact ret_facts[TOLD_FACTS_MAX]);

/* "ti 24.11. klo 17–18.30" of one date, in a language. */
struct str told_date(struct arena *arena, const struct occurrence *date, const struct zone *zone,
                     enum language language) NODISCARD;

/* The word before a notice's number ("Nro"). */
const char *told_number_word(enum language language);

/* The word for a cancelled date ("Peruttu"). */
const char *told_cancelled_word(enum language language);

/* The QR code of an address; false when it is too long for one. */
bool told_code_of(struct arena *arena, const struct profile *profile, struct str address,
                  struct told_code *ret_code) NODISCARD;

/* "yhdistys.example.fi/ryhma": an address as people read and type it. */
struct str told_address(struct str url);
