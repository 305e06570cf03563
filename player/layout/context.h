/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a slide depends on beside the announcement. */
#pragma once

#include "layout/scene.h"
#include "model/edition.h"

/* The languages of one notice, for the strip of their own names. */
struct versions {
    const enum language *languages; /* in the order they are shown */
    size_t count;                   /* 0 or 1: no strip */
};

/* Everything a slide depends on beside the announcement. */
struct layout_context {
    struct measure *measure;
    const struct profile *profile;
    const struct display *display;
    const struct zone *zone;
    int64_t now;        /* seconds since 1970 UTC: relative days, the clock, the burn-in shift */
    bool clock_is_real; /* false: no clock in the header, no relative days */
    struct versions versions;
    const struct item *also; /* of an alert: its other language on the same slide; NULL: none */
};

/* The least em of letters on a display, px: capitals of 1:200 of the viewing distance. */
double layout_letter_min(const struct display *display);
