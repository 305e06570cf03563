/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A date in running text, with the weekday that stands beside it: what written_dates.h answers.
 * Only for the .c files of this folder.
 */
#pragma once

#include "rules/written_time.h"
#include "rules/written_words.h"

enum date_form {
    DATE_DOTS,    /* 1.12.2026, 1.12. */
    DATE_SLASHES, /* 1/12/2026 */
    DATE_DASHES,  /* 1-12-2026 */
    DATE_ISO,     /* 2026-12-01 */
    DATE_WORDS,   /* 1. joulukuuta 2026 */
    DATE_DAY,     /* the "1." of "1.–3.12.2026" */
};

enum year_form {
    YEAR_NONE,
    YEAR_BORROWED, /* "1.9." of "1.9.–15.12.2026" */
    YEAR_SHORT,    /* 1.12.26 */
    YEAR_FULL,
};

enum date_link { LINK_NONE, LINK_LIST, LINK_RANGE }; /* "1.12. ja 8.12.", "1.12.–8.12." */

struct written_weekday {
    bool there;
    enum weekday weekday;
    size_t start, end;
};

struct written_date {
    size_t start, end; /* points; a full stop that ends the sentence is not told apart */
    enum date_form form;
    enum year_form year;
    struct date date; /* the year filled in where it was not written */
    bool exists;
    bool padded;                      /* leading zeros */
    bool spaced;                      /* 1. 12. 2026 */
    bool month_stop;                  /* "1.12." without a year */
    bool unclear;                     /* 5/3 may be May or March */
    enum date_link link;              /* to the next date of the text */
    struct written_weekday weekday;   /* "tiistaina 1.12.2026" */
    struct written_weekday recurring; /* "tiistaisin 1.9.–15.12.2026", at its first day */
};

/* What a date means depends on. */
struct date_context {
    const struct search_text *text;
    enum language language;
    /*
     * The first day on which people read the text. A date without a year is the first one from
     * then on, and the start of a range lies before its end.
     */
    struct date from;
    const struct written_time *times; /* of the text: what they cover is no date */
    size_t time_count;
};
