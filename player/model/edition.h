/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One generation of what a screen shows: the profile and every announcement of a site, verified,
 * read and checked, with the reason for each that may not be shown. The update makes it, the
 * screen reads it; between the two it travels packed (pack.h).
 */
#pragma once

#include "model/announcement.h"
#include "model/profile.h"

/* Why an item is not on the screen. X(CODE, word); the words are a contract. */
#define REASON_LIST(X)                                                                             \
    X(SHOWN, "shown")                                                                              \
    X(NOT_APPROVED, "not-approved")                                                                \
    X(BAD_SIGNATURE, "bad-signature")                                                              \
    X(HASH_MISMATCH, "hash-mismatch")                                                              \
    X(MEDIA_MISSING, "media-missing")                                                              \
    X(BLOCKED_BY_RULE, "blocked-by-rule")                                                          \
    X(NOT_YET, "not-yet")                                                                          \
    X(EXPIRED, "expired")                                                                          \
    X(OUTSIDE_HOURS, "outside-hours")                                                              \
    X(OTHER_CENTRE, "other-centre")                                                                \
    X(CANCELLED, "cancelled")                                                                      \
    X(WITHDRAWN, "withdrawn")                                                                      \
    X(CLOCK_UNKNOWN, "clock-unknown")                                                              \
    X(DAMAGED, "damaged")

#define X(code, ...) REASON_##code,
enum reason { REASON_LIST(X) REASON_COUNT };
#undef X

/* The word of a reason, as the list above has it. */
const char *reason_word(enum reason reason);

/* A picture as the screen draws it: decoded, turned upright, scaled down to fit the display. */
struct prepared_picture {
    int width, height;  /* px; 0: there is none */
    struct hash source; /* of the medium as delivered */
    struct hash pixels; /* of the prepared file: width × height ARGB8888, rows from the top */
};

struct item {
    struct announcement announcement;
    struct hash entry;     /* of the entry file; none for an unsigned submission */
    struct hash signature; /* of its .minisig file, an object beside the entry */
    enum reason refused;   /* REASON_SHOWN: fit to be shown when its time comes */
    enum rule blocked_by;  /* with REASON_BLOCKED_BY_RULE */
    enum severity verdict; /* worst finding; SEVERITY_ADVISE stands for "pass" */
    struct str approved_by;
    struct str approved_at;
    struct prepared_picture picture;
    int seconds;               /* that one slide of it stays, on the edition's display */
    int pages;                 /* slides it makes there; 1 but for joint material */
    bool hidden;               /* taken off by hide.xml … */
    struct date *hidden_dates; /* … or only these dates: they count as cancelled */
    size_t hidden_date_count;
};

struct edition {
    struct profile profile;
    struct str display;  /* name of the display that pictures were prepared for */
    struct str site;     /* URL or folder that it came from */
    int64_t accepted;    /* when, seconds since 1970 UTC */
    int64_t updated;     /* of the feed */
    int64_t valid_until; /* of the feed; INT64_MAX: not said */
    struct item *items;  /* in the order of the feed */
    size_t item_count;
};
