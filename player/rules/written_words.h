/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Weekdays and months as people write them, by tables: a libc locale need not be installed, and
 * Finnish "ti" is no weekday in a Swedish text. Only for the .c files of this folder.
 */
#pragma once

#include "calendar/civil.h"
#include "rules/search_text.h"

enum weekday_form {
    WEEKDAY_BASE,      /* tiistai, tiistaina, tisdag, Tuesday: may also follow its date */
    WEEKDAY_CASE,      /* tiistain, tiistaista */
    WEEKDAY_SHORT,     /* ti, tis, Tue: a weekday only beside a date */
    WEEKDAY_RECURRING, /* tiistaisin, tisdagar, Tuesdays */
};

struct weekday_word {
    enum weekday weekday;
    enum weekday_form form;
};

/* The weekday that a word names in a language; false for any other word. */
bool written_weekday(enum language language, const struct search_text *text, size_t start,
                     size_t end, struct weekday_word *ret_word);

/* The month, 1 to 12, that a word names; 0 for any other word. */
int written_month(enum language language, const struct search_text *text, size_t start, size_t end);

/* "tiistai" in the language, else in Finnish. */
struct str written_weekday_name(enum language language, enum weekday weekday);

/* In English and Northern Sámi a month may stand before its day: "December 1". */
bool written_month_may_lead(enum language language);

/* "Tuesday, 1 December": in Finnish and Swedish a comma there separates two things. */
bool written_comma_may_part(enum language language);
