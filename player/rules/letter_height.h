/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How high capitals must be for those who stand at a display's viewing distance, in px of that
 * display; player/README.md, F2.
 */
#pragma once

#include "model/profile.h"

/* Capitals of 1:ratio of the distance: 200 is the least that EN 301 549 allows. */
double letter_height_of_ratio(const struct display *display, double ratio);

/* Capitals that are seen under an angle of so many degrees. */
double letter_height_of_angle(const struct display *display, double degrees);
