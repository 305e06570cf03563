/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How large things must be for those who stand at a display's viewing distance, in px of that
 * display; player/README.md, F2. Pure.
 */
#pragma once

#include "model/profile.h"

/* Millimetres that are seen under an angle of so many minutes of arc from so many metres. */
double size_mm_of_arcmin(double arcmin, double metres);

/* Capitals of 1:ratio of the distance: 200 is the least that EN 301 549 allows. */
double size_of_ratio(const struct display *display, double ratio);

/* What is seen under an angle of so many degrees. */
double size_of_angle(const struct display *display, double degrees);

/* The angle, in minutes of arc, under which so many px are seen. */
double size_arcmin(const struct display *display, double px);

/* The same angle as a ratio: 155 for 22.2 minutes of arc. */
double size_ratio_of_arcmin(double arcmin);

/* EN 301 549, 5.1.4: degrees under which a height is seen, both in mm. */
double size_degrees(double height_mm, double distance_mm);

/* How a text fills a display; shares of the em, the margin a share of each side. */
struct size_setting {
    double ratio;   /* of the capitals, 1:ratio of the distance */
    double margin;  /* on each side */
    double pitch;   /* from line to line */
    double advance; /* of a letter on average */
};

/* F2: what a sender is told before the centre's profile is known. */
#define SIZE_SETTING_USUAL ((struct size_setting){ 155, 0.05, 1.5, 0.52 })

struct size_capacity {
    int columns; /* characters a line, rounded: an advance is an average */
    int lines;   /* whole ones */
};

/* How much of it a display holds. */
struct size_capacity size_capacity(const struct display *display, struct size_setting setting);
