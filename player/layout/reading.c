/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See reading.h. Picture and code add nothing: who scans a code takes the page along. */
#include "layout/reading.h"

#include <math.h>

#define START_S 3.0 /* until the eyes have found the text */
#define FACT_LINE_S 2.0

double reading_seconds(double characters, int fact_lines, double cps)
{
    return START_S + characters / cps + FACT_LINE_S * fact_lines;
}

int reading_characters(double seconds, double cps)
{
    return (int)floor(fmax(0, seconds - START_S) * cps);
}
