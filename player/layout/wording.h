/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The few words that the screen itself puts on a slide, in the slide's own language. They are data
 * of the layout and not of gettext: a slide in Arabic speaks Arabic whatever the program speaks.
 */
#pragma once

#include "calendar/civil.h"
#include "model/language.h"

enum label {
    LABEL_WHEN,
    LABEL_WHERE,
    LABEL_ACCESS,
    LABEL_FOR_WHOM,
    LABEL_PRICE,
    LABEL_JOIN,    /* before the sender's sentence about signing up */
    LABEL_SIGN_UP, /* before a number or an address */
    LABEL_CALL,
    LABEL_WRITE,
    LABEL_SPOKEN,
    LABEL_CANCELLED,
    LABEL_NEXT,
    LABEL_COUNT,
};

enum date_style {
    DATE_STOPS,      /* 24.11.     (fi, et) */
    DATE_STOPS_BARE, /* 24.11      (sv, ru, uk) */
    DATE_MONTH_NAME, /* 24 Nov     (en) */
    DATE_SLASH,      /* 24/11      (ar, so) */
};

struct wording {
    enum language language;
    const char *labels[LABEL_COUNT];
    const char *weekday_short[WEEKDAY_COUNT];
    const char *every[WEEKDAY_COUNT]; /* "joka tiistai" */
    const char *every_other;          /* "joka toinen viikko" */
    const char *every_day, *every_month;
    const char *today, *tomorrow; /* as a fact begins */
    const char *clock;            /* "klo", empty for none */
    bool whole_hours_bare;        /* "klo 17", not "17.00" */
    enum date_style date_style;
    const char *cancelled, *cancelled_today, *cancelled_tomorrow; /* the band */
    const char *nothing_now;                                      /* the idle slide */
    const char *read_on_phone;     /* over the address beside the QR code */
    const char *together;          /* behind a number: "järjestöä yhdessä" */
    const char *number;            /* before a number: "Nro" */
    const char *online, *by_phone; /* where, when it is no place */
    const char *free_of_charge;
    const char *access[5];               /* wheelchair, rollator, loop, toilet, parking */
    const char *until;                   /* before a day: "viimeistään" */
    const char *day_name[WEEKDAY_COUNT]; /* "tiistaina" as a fact says it; NULL: only short ones */
    const char *this_week, *next_week;   /* before it: "" and "ensi" */
    const char *agenda;                  /* the agenda slide: "Tänään ja huomenna" … */
    const char *agenda_hint;             /* … and what its numbers are for */
    const char *important;               /* over an alert */
    const char *valid_before, *valid_after; /* round the end of an alert */
};

/* The words of a language; English for one that has none. */
const struct wording *wording_of(enum language language);
