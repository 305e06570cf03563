/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre profile: what one centre asks of senders, screens and keys. Plain data. */
#pragma once

#include "base/report.h"
#include "calendar/opening.h"
#include "calendar/stamp.h"
#include "model/language.h"

struct display {
    struct str name;
    double diagonal_in;
    int width, height;            /* px, as the panel is built (before rotation) */
    int rotation;                 /* 0, 90, 180 or 270 degrees clockwise */
    double distance_m, closest_m; /* typical and least viewing distance */
    double scan_m;                /* from where the QR code is scanned */
    struct str panel;             /* "lcd" or "oled" */
    bool clock_rtc;               /* a later clock is trusted without a time service */
    bool dark;                    /* the dark theme */
};

/* Bits: what a key is trusted for. */
enum key_role {
    KEY_PUBLISHER = 1,
    KEY_APPROVER = 2,
    KEY_ALERT = 4,
    KEY_RECEPTION = 8,
};

#define PUBLIC_KEY_BYTES 32
#define KEY_ID_BYTES 8

/* A public key in minisign's sense: a number that names it, and 32 bytes of Ed25519. */
struct public_key {
    uint8_t id[KEY_ID_BYTES];
    uint8_t bytes[PUBLIC_KEY_BYTES];
};

struct trusted_key {
    struct public_key key;
    unsigned roles;           /* key_role bits */
    struct str name;          /* "Niemelän sote-keskuksen järjestöyhdyshenkilö" */
    struct stamp from, until; /* last day inclusive; STAMP_NONE: no bound */
    bool revoked;
};

struct local_text {
    enum language language;
    struct str text;
};

struct colour {
    uint8_t red, green, blue;
};

struct theme {
    struct colour ground, ink, title, accent, tint;
};

/*
 * A step of the curve by which dates weigh more as they come near: an event that begins within so
 * many days has so many turns for one of a notice without dates. Beyond the last step its weight
 * stays.
 */
struct approach {
    int days;      /* 0: today */
    double weight; /* APPROACH_WEIGHT_MIN to _MAX */
};

#define APPROACH_COUNT_MAX 8
#define APPROACH_WEIGHT_MIN 0.1
#define APPROACH_WEIGHT_MAX 10.0

/* Minutes of a day in which notices that have a version in this language show that one alone. */
struct language_quarter {
    enum language language;
    bool days[WEEKDAY_COUNT];
    int from; /* minutes after midnight */
};

#define LANGUAGE_QUARTER_MINUTES 15

/* What the centre asks of the rotation (rotate/rotation.h). */
struct rotation_rules {
    double priority_max;   /* most that priority high multiplies and low divides; 1: nothing */
    bool priority_between; /* it moves time from one organisation to another, too */
    double outside_share;  /* most of the screen time, 0 to 1, of an organisation that a register
                              which names others does not name; 1: as everybody */
    int agenda_minutes;    /* between two agenda slides; 0: none */
    struct approach approaches[APPROACH_COUNT_MAX]; /* by days */
    int approach_count;
    struct language_quarter *quarters;
    size_t quarter_count;
};

struct registered_organisation {
    struct str name, name_sv, logo, contact, domains; /* domains: separated by spaces */
    struct stamp allowed_until;
};

struct further_site {
    struct str url;
    struct str root_key; /* minisign public key text */
};

enum warning_level { WARNING_MODERATE, WARNING_SEVERE, WARNING_EXTREME };

/* Warnings of authorities (CAP 1.2) that are shown beside the announcements. */
struct warning_source {
    struct str url;           /* of the RSS that lists them; empty: none are shown */
    struct str area;          /* code of the municipality: "FI-kuntanumero:049" */
    enum warning_level least; /* milder ones are not shown */
};

struct profile {
    struct str id; /* the term by which announcements name this centre */
    struct local_text *names;
    size_t name_count;
    enum language *languages; /* in the order of the strip; the first is the centre's own */
    size_t language_count;
    struct str zone_name;
    struct display *displays; /* at least one */
    size_t display_count;
    struct opening opening;
    struct trusted_key *keys;
    size_t key_count;
    struct further_site *sites;
    size_t site_count;
    struct warning_source warnings;
    struct registered_organisation *organisations;
    size_t organisation_count;
    struct theme light, dark;
    struct rule_setting rules[RULE_COUNT];
    int slide_seconds_min, slide_seconds_max; /* 10 and 60 by default */
    double reading_cps;                       /* characters a second, 8 by default */
    int round_minutes;                        /* wished length of a round, 10 */
    int poll_seconds;                         /* 300 */
    struct rotation_rules rotation;
    bool cut;                                 /* cut instead of cross-fade */
    struct str submit;                        /* where, when and to whom senders send */
    struct local_text *submits; /* the same in each language that has it; not in an edition */
    size_t submit_count;
    struct stamp review;                      /* date of the next review of this profile */
    struct str *words;                        /* domain words that are fine here */
    size_t word_count;
};

/*
 * The built-in reference: 43" 1920×1080 at 3 m and the same turned upright is not part of it;
 * fi, sv and en, always open. In the arena.
 */
void profile_reference(struct arena *arena, struct profile *ret_profile);

/* The centre's name in a language, else in its first language, else in any; empty for none. */
struct str profile_name(const struct profile *profile, enum language language);

/* The display of a name; NULL for an unknown one. An empty name: the first display. */
const struct display *profile_display(const struct profile *profile, struct str name);

/* Width and height as people see it, after rotation, px. */
int display_seen_width(const struct display *display);
int display_seen_height(const struct display *display); /* likewise */

/* Pixels in a millimetre of glass. */
double display_px_per_mm(const struct display *display);
