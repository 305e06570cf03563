/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See size.h. */
#include "rules/size.h"

#include "text/measure.h"

#include <math.h>

#define MM_PER_M 1000.0
#define MINUTES_PER_DEGREE 60.0

static double radians(double degrees)
{
    return degrees * acos(-1) / 180;
}

double size_mm_of_arcmin(double arcmin, double metres)
{
    return 2 * metres * MM_PER_M * tan(radians(arcmin / MINUTES_PER_DEGREE) / 2);
}

double size_of_ratio(const struct display *display, double ratio)
{
    return display->distance_m * MM_PER_M / ratio * display_px_per_mm(display);
}

double size_of_angle(const struct display *display, double degrees)
{
    return size_mm_of_arcmin(degrees * MINUTES_PER_DEGREE, display->distance_m) *
           display_px_per_mm(display);
}

double size_arcmin(const struct display *display, double px)
{
    double mm = px / display_px_per_mm(display);
    return 2 * atan(mm / (2 * display->distance_m * MM_PER_M)) / radians(1 / MINUTES_PER_DEGREE);
}

double size_ratio_of_arcmin(double arcmin)
{
    return 1 / (2 * tan(radians(arcmin / MINUTES_PER_DEGREE) / 2));
}

double size_degrees(double height_mm, double distance_mm)
{
    return 180 * height_mm / (acos(-1) * distance_mm);
}

struct size_capacity size_capacity(const struct display *display, struct size_setting setting)
{
    double em = size_of_ratio(display, setting.ratio) / CAP_HEIGHT, kept = 1 - 2 * setting.margin;
    return (struct size_capacity){
        .columns = (int)lround(display_seen_width(display) * kept / (setting.advance * em)),
        .lines = (int)floor(display_seen_height(display) * kept / (setting.pitch * em)),
    };
}
