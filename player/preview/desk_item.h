/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the desk knows of one announcement after a look at it: plain data in an arena of its own,
 * texts in the reader's language. app/ makes it with the code of `check` and `render`; nothing here
 * is computed anew.
 */
#pragma once

#include "compare/differences.h"
#include "compare/likeness.h"
#include "layout/scene.h"
#include "media/decode.h"

struct zone;

#define DESK_DATES_MAX 10

struct desk_finding {
    enum severity severity;
    bool is_final; /* blocks, and no approver may let it pass */
    struct str message, why, fix, example, rule;
    struct box *marks; /* on the slide, px */
    size_t mark_count;
};

/* One date of the announcement that is still to come. */
struct desk_date {
    struct str words; /* "ti 24.11. klo 17–18.30" */
    struct str day;   /* "2026-11-24" */
    bool cancelled;
};

/*
 * Another announcement that this one repeats or changes. Names are "Nro 12, Tule lukupiiriin", in
 * the inbox the name of its file.
 */
struct desk_twin {
    enum relation relation; /* RELATION_NONE: there is none, and the rest is empty */
    bool is_same;           /* word for word, with the same picture and dates */
    bool is_approved;       /* else it waits in the inbox too */
    struct str name;
    struct differences differences; /* from the twin to this one */
    struct box *marks, *own_marks;  /* on the slide of the twin, and on this one's, px */
    size_t mark_count, own_mark_count;
};

/* An approved announcement whose place this one could take. */
struct desk_other {
    struct str id;
    int number;      /* 0: not published yet */
    struct str name; /* "Nro 12, Tule lukupiiriin · Esimerkki ry" */
    struct str also; /* "svenska, English": versions of it that would stay; empty for none */
    bool is_alike;   /* it is likely meant */
};

struct desk_item {
    struct str file;   /* its path; empty when it is part of a site */
    struct str folder; /* where a hide list for it goes; empty: nowhere here */
    struct str id;
    struct str seen; /* names the bytes that were looked at; see verdict_order */
    struct str title, organisations;
    struct str state;    /* "waits for approval", "on the screens now" … */
    struct str received; /* "19.11.2026" */
    bool is_readable;    /* else the findings say why not, and the rest is empty */
    bool has_picture;
    unsigned fits; /* DESK_BITs that make sense for it */
    enum language language;

    struct desk_finding *findings; /* worst first */
    size_t finding_count;
    struct str *good; /* what is right, as sentences */
    size_t good_count;
    struct str *missed; /* what could not be looked at on this computer */
    size_t missed_count;

    struct desk_twin twin;
    struct desk_other *others; /* the likeliest first */
    size_t other_count;

    struct str repeat; /* "joka tiistai"; empty */
    struct desk_date dates[DESK_DATES_MAX];
    size_t date_count;
    struct str shown_from, shown_until; /* days */

    int page, pages;  /* of the slide that is painted, from 0; 0 pages: it cannot be laid out */
    int seconds;      /* that each slide of it stays */
    double letter_px; /* em of the smallest letters of the announcement on this display */
    double letter_mm; /* height of their capitals on the glass */
    double read_m;    /* from how far these can be read */
};

/* What is known of an announcement before anyone has looked at it. */
struct desk_known {
    struct str name;         /* of its file, else its title */
    struct str title, group; /* empty: it could not be read */
    enum language language;
};

/* One look at an announcement, on one display at one moment. */
struct desk_look {
    struct arena *arena; /* of the item's texts; owned, and so are the pixels */
    struct desk_item item;
    struct pixels slide; /* as the display shows it; at is NULL when there is none */
    struct pixels twin;  /* the slide of its twin; NULL when the job did not ask for it */
    struct pixels thumb; /* the slide, DESK_THUMB_WIDTH × DESK_THUMB_HEIGHT at most */
    unsigned stamp;      /* of the job it answers */
    int64_t now;         /* likewise */
    bool with_twin;      /* likewise */
    unsigned serial;     /* of its pixels: no other has it */
};

#define DESK_THUMB_WIDTH 400
#define DESK_THUMB_HEIGHT 225

/* What one announcement does to the round of the screens. */
struct desk_round {
    bool is_known;
    double before_s, after_s; /* once through all slides, without it and with it */
    double times_per_hour;    /* that it comes */
};

/* A slide of the rotation. */
struct desk_slot {
    size_t item;
    int page, seconds;
};

struct desk_display {
    struct str name;
    int width, height; /* px, as people see it */
    double diagonal_in, distance_m;
};

/* What all announcements have in common. */
struct desk_centre {
    struct str name;        /* in the reader's language … */
    enum language language; /* … which is this */
    const struct desk_display *displays;
    size_t display_count;
    const enum language *languages; /* that the centre wants */
    size_t language_count;
    const struct zone *zone;
    bool is_live; /* announcements may come and go while they are looked at */
};
