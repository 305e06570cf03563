/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Along a line the light is followed from peak to valley as flash.c does in time. A row of bars is
 * regular while each period (light and dark) is about as long as the one before it. Lines of text
 * are not: their letters are of many widths, and a line down through them meets gaps. What rows of
 * six and more periods cover is marked; a quarter of the screen is much.
 */
#include "rules/pattern.h"

#include "base/memory.h"
#include "rules/contrast.h"

#include <math.h>
#include <stdlib.h>

#define CHANGE_LEAST 0.10
#define LIGHT_LEAST 0.25   /* of the light bars */
#define PERIOD_WITHIN 0.25 /* of the period before */
#define PERIOD_LEAST 4     /* px; finer ones are grey from afar */
#define LINE_STEP 4        /* px between the lines that are looked at */

/* One line of the picture: `length` pixels, `step` apart. */
struct scan {
    const uint32_t *from;
    uint8_t *covered; /* a mark for each pixel, at the same places */
    size_t step;
    int length;
};

/* Periods that are alike, one behind the other. */
struct row {
    int start, end; /* px along the line */
    int periods;
    double period; /* of the last one, px */
};

static void end_row(const struct scan *scan, const struct row *row, int *most)
{
    if (row->periods < STRIPES_LEAST)
        return;
    *most = row->periods > *most ? row->periods : *most;
    for (int i = row->start; i < row->end; i++)
        scan->covered[(size_t)i * scan->step] = 1;
}

/* A light bar begins at `at`; the last one began at `row->end`. */
static void add_period(const struct scan *scan, struct row *row, int at, int *most)
{
    double period = at - row->end;
    bool alike = row->periods > 0 && fabs(period - row->period) <= PERIOD_WITHIN * row->period + 1;
    if (!alike) {
        end_row(scan, row, most);
        row->start = row->end;
        row->periods = 0;
    }
    if (period >= PERIOD_LEAST)
        row->periods++;
    row->period = period;
    row->end = at;
}

static void scan_line(const struct scan *scan, const struct light_table *table, int *most)
{
    struct row row = { 0 };
    double low = 0, high = 0; /* beyond the edge it is dark */
    bool is_light = false, is_started = false;
    for (int i = 0; i < scan->length; i++) {
        double light = contrast_pixel(table, scan->from[(size_t)i * scan->step]);
        if (!is_light && light - low >= CHANGE_LEAST && light >= LIGHT_LEAST) {
            if (is_started)
                add_period(scan, &row, i, most);
            else
                row.start = row.end = i;
            is_light = is_started = true;
            high = light;
        } else if (is_light && high - light >= CHANGE_LEAST) {
            is_light = false;
            low = light;
        }
        high = fmax(high, light);
        low = fmin(low, light);
    }
    /* The last bar has no next one: it reaches to where a whole period would. */
    if (is_started && scan->length - row.end >= row.period / 2)
        add_period(scan, &row, (int)fmin(scan->length, row.end + row.period), most);
    end_row(scan, &row, most);
}

static double covered_share(const uint8_t *covered, const struct pixels *pixels)
{
    size_t count = 0, looked = 0;
    for (int y = 0; y < pixels->height; y += LINE_STEP) {
        for (int x = 0; x < pixels->width; x += LINE_STEP) {
            count += covered[(size_t)y * (size_t)pixels->width + (size_t)x];
            looked++;
        }
    }
    return looked > 0 ? (double)count / (double)looked : 0;
}

struct stripes pattern_stripes(const struct pixels *pixels)
{
    struct stripes stripes = { 0 };
    struct light_table table;
    size_t width = (size_t)pixels->width, height = (size_t)pixels->height;
    uint8_t *covered = memory_new(width * height, 1);
    contrast_table(&table);
    for (size_t y = 0; y < height; y += LINE_STEP) {
        struct scan scan = { pixels->at + y * width, covered + y * width, 1, pixels->width };
        scan_line(&scan, &table, &stripes.count);
    }
    for (size_t x = 0; x < width; x += LINE_STEP) {
        struct scan scan = { pixels->at + x, covered + x, width, pixels->height };
        scan_line(&scan, &table, &stripes.count);
    }
    stripes.share = covered_share(covered, pixels);
    free(covered);
    return stripes;
}
