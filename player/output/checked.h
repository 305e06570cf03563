/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` found, gathered before it is written in one of the forms. */
#pragma once

#include "model/edition.h"

#define CHECKED_DATES_MAX 10 /* the next dates that a report names */

struct slide_view;
struct view_maker;

/* One announcement, or one file that is none. */
struct checked_item {
    struct str file;
    struct item item;
    struct report report;
    bool readable;            /* an announcement could be read; else only the report counts */
    struct slide_view *views; /* its slides as pictures, for the form that shows them; else NULL */
    size_t view_count;
};

struct checked {
    struct arena *arena;
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;
    struct checked_item *items;
    size_t count;
    bool strict;                    /* what is to be mended counts like what stops */
    const struct view_maker *maker; /* that made the views; NULL: there are none */
};

/* "pass", "ask", "warn" or "block": the worst finding of an item. */
const char *checked_verdict(const struct checked_item *item);

/* How many items have this verdict. */
size_t checked_count(const struct checked *checked, const char *verdict);

/* How many findings of an item have this severity. */
size_t checked_findings(const struct checked_item *item, enum severity severity);

/* Words of lead and body, as the rules count them; else by white space. */
int checked_words(const struct checked_item *item);

/* The next dates as the program understands them; how many of CHECKED_DATES_MAX. */
size_t checked_dates(const struct checked *checked, const struct announcement *announcement,
                     struct occurrence *ret_dates);

/* The first lack because of which a rule could not run somewhere; LACK_NONE when it ran. */
enum lack checked_lack(const struct checked *checked, enum rule rule);

/*
 * What was not looked at, in the reader's language, each once: texts of lack_text. Answers how many
 * of LACK_COUNT.
 */
size_t checked_lacks(const struct checked *checked, const char **ret_texts);

/* The centre's name in a language, by which a report is headed; empty for the built-in reference.
 */
struct str checked_centre(const struct checked *checked, enum language language);
