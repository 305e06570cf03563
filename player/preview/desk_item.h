/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the desk knows of one announcement after a look at it: plain data in an arena of its own,
 * texts in the reader's language. app/ makes it with the code of `check` and `render`; nothing here
 * is computed anew.
 */
#pragma once

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

struct desk_item {
    struct str file;   /* its path; empty when it is part of a site */
    struct str folder; /* where a hide list for it goes; empty: nowhere here */
    struct str id;
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
    struct pixels thumb; /* the same, DESK_THUMB_WIDTH × DESK_THUMB_HEIGHT at most */
    unsigned stamp;      /* of the job it answers */
    int64_t now;         /* likewise */
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
};
