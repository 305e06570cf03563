/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Per cell the peaks and valleys of light are followed: a change counts once it reaches 0.10
 * against the last peak or valley and its darker side is under 0.80, and only a change the other
 * way can be the next one. So a slow ramp is one change, and noise is none. Red is followed in the
 * same way by its distance in u'v', where one of the two states must be a saturated red; black has
 * no colour there, and is the general test's matter.
 */
#include "rules/flash.h"

#include "rules/contrast.h"

#include <assert.h>
#include <math.h>

#define CHANGE_LEAST 0.10 /* of relative luminance */
#define DARKER_MOST 0.80
#define RED_SHARE 0.8    /* of all linear light: a saturated red */
#define RED_DISTANCE 0.2 /* in u'v' */
#define SECOND_MS 1000
#define NO_COLOUR 1e-6
#define CHANGES_MAX 4096 /* of a cell; a reel of a minute at 60 Hz has fewer */

/* The flicker of IRIS: at least so many changes a second, for 4 of 5 seconds. */
#define EXTENDED_CHANGES 4
#define EXTENDED_STEP_MS 100
#define EXTENDED_STEPS (5000 / EXTENDED_STEP_MS)

/* ---- frames -------------------------------------------------------------------------------- */

static int edge(int index, int size, int cells)
{
    return (int)((int64_t)index * size / cells);
}

static void mean_of(const struct pixels *pixels, const struct light_table *table, int column,
                    int row, float ret_light[3])
{
    int left = edge(column, pixels->width, FLASH_COLUMNS);
    int right = edge(column + 1, pixels->width, FLASH_COLUMNS);
    int top = edge(row, pixels->height, FLASH_ROWS);
    int bottom = edge(row + 1, pixels->height, FLASH_ROWS);
    double sum[3] = { 0 }, count = 0;
    right += right == left; /* a picture of fewer pixels than cells */
    bottom += bottom == top;
    for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
            uint32_t pixel = pixels->at[(size_t)y * (size_t)pixels->width + (size_t)x];
            sum[0] += table->of[pixel >> 16 & 255];
            sum[1] += table->of[pixel >> 8 & 255];
            sum[2] += table->of[pixel & 255];
            count++;
        }
    }
    for (int i = 0; i < 3; i++)
        ret_light[i] = (float)(sum[i] / count);
}

void flash_add(struct flash_reel *reel, const struct pixels *pixels, int64_t at_ms)
{
    struct light_table table;
    struct flash_frame *frame = ARENA_NEW(reel->arena, struct flash_frame);
    assert(reel->count == 0 || reel->frames[reel->count - 1]->at_ms <= at_ms);
    contrast_table(&table);
    frame->at_ms = at_ms;
    for (int i = 0; i < FLASH_CELLS; i++)
        mean_of(pixels, &table, i % FLASH_COLUMNS, i / FLASH_COLUMNS, frame->light[i]);
    *ARENA_PUSH(reel->arena, reel->frames, reel->count) = frame;
}

void flash_loop(struct flash_reel *reel, int64_t length_ms, int64_t until_ms)
{
    size_t count = reel->count;
    assert(length_ms > 0 && count > 0);
    for (int64_t round = length_ms; round < until_ms; round += length_ms) {
        for (size_t i = 0; i < count; i++) {
            struct flash_frame *frame = ARENA_NEW(reel->arena, struct flash_frame);
            *frame = *reel->frames[i];
            frame->at_ms += round;
            *ARENA_PUSH(reel->arena, reel->frames, reel->count) = frame;
        }
    }
}

/* ---- the changes of one cell --------------------------------------------------------------- */

struct changes {
    int64_t at[CHANGES_MAX]; /* ms */
    size_t count;
};

static void note(struct changes *changes, int64_t at_ms)
{
    if (changes->count < CHANGES_MAX)
        changes->at[changes->count++] = at_ms;
}

enum way { WAY_UNKNOWN, WAY_UP, WAY_DOWN };

struct follower {
    enum way way;
    double low, high; /* the last valley and peak */
    bool is_counted;  /* this way's change has been noted */
};

static void turn(struct follower *follower, enum way way, double light)
{
    follower->way = way;
    follower->is_counted = false;
    if (way == WAY_UP)
        follower->high = light;
    else
        follower->low = light;
}

static void follow(struct follower *follower, double light, int64_t at_ms, struct changes *changes)
{
    if (follower->way != WAY_DOWN && follower->high - light >= CHANGE_LEAST)
        turn(follower, WAY_DOWN, light);
    else if (follower->way != WAY_UP && light - follower->low >= CHANGE_LEAST)
        turn(follower, WAY_UP, light);
    if (follower->way != WAY_DOWN)
        follower->high = fmax(follower->high, light);
    if (follower->way != WAY_UP)
        follower->low = fmin(follower->low, light);
    if (follower->way != WAY_UNKNOWN && !follower->is_counted && follower->low < DARKER_MOST) {
        follower->is_counted = true;
        note(changes, at_ms);
    }
}

static void general_changes(const struct flash_reel *reel, size_t cell, struct changes *changes)
{
    struct follower follower = { WAY_UNKNOWN, INFINITY, -INFINITY, false };
    changes->count = 0;
    for (size_t i = 0; i < reel->count; i++) {
        const float *light = reel->frames[i]->light[cell];
        double sum = contrast_sum((double)light[0], (double)light[1], (double)light[2]);
        follow(&follower, sum, reel->frames[i]->at_ms, changes);
    }
}

/* ---- red ----------------------------------------------------------------------------------- */

struct chroma {
    double u, v;
    bool is_red;
};

/* False for black. */
static bool chroma_of(const float light[3], struct chroma *ret_chroma)
{
    double red = (double)light[0], green = (double)light[1], blue = (double)light[2];
    double x = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue;
    double y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
    double z = 0.0193339 * red + 0.1191920 * green + 0.9503041 * blue;
    double sum = x + 15 * y + 3 * z;
    if (sum < NO_COLOUR)
        return false;
    *ret_chroma =
        (struct chroma){ 4 * x / sum, 9 * y / sum, red / (red + green + blue) >= RED_SHARE };
    return true;
}

static double distance(const struct chroma *a, const struct chroma *b)
{
    return hypot(a->u - b->u, a->v - b->v);
}

/* `here` is the farthest from `there` since the last change, as peaks are of light. */
static void red_changes(const struct flash_reel *reel, size_t cell, struct changes *changes)
{
    struct chroma here = { 0 }, there = { 0 }, now;
    bool is_started = false, has_there = false;
    changes->count = 0;
    for (size_t i = 0; i < reel->count; i++) {
        if (!chroma_of(reel->frames[i]->light[cell], &now))
            continue;
        if (!is_started) {
            here = now;
            is_started = true;
        } else if (distance(&now, &here) > RED_DISTANCE && (now.is_red || here.is_red)) {
            there = here;
            here = now;
            has_there = true;
            note(changes, reel->frames[i]->at_ms);
        } else if (has_there && distance(&now, &there) > distance(&here, &there)) {
            here = now;
        }
    }
}

/* ---- what they come to --------------------------------------------------------------------- */

/* The most changes in t ≤ … < t + 1 s. */
static int most_in_a_second(const struct changes *changes)
{
    size_t most = 0, first = 0;
    for (size_t i = 0; i < changes->count; i++) {
        while (changes->at[i] - changes->at[first] >= SECOND_MS)
            first++;
        most = i - first + 1 > most ? i - first + 1 : most;
    }
    return (int)most;
}

static int changes_from(const struct changes *changes, int64_t from)
{
    int count = 0;
    for (size_t i = 0; i < changes->count; i++)
        count += changes->at[i] >= from && changes->at[i] < from + SECOND_MS;
    return count;
}

/* Steps of the best five seconds in which there are changes enough, in ms. */
static int flicker_ms(const struct changes *changes, int64_t end_ms)
{
    int within = 0, most = 0;
    int steps = (int)((end_ms - SECOND_MS) / EXTENDED_STEP_MS) + 1;
    if (changes->count < EXTENDED_CHANGES * 4)
        return 0;
    for (int i = 0; i < steps; i++) {
        int64_t from = (int64_t)i * EXTENDED_STEP_MS;
        within += changes_from(changes, from) >= EXTENDED_CHANGES;
        if (i >= EXTENDED_STEPS)
            within -=
                changes_from(changes, from - EXTENDED_STEPS * EXTENDED_STEP_MS) >= EXTENDED_CHANGES;
        most = within > most ? within : most;
    }
    return most * EXTENDED_STEP_MS;
}

static void add_kind(struct flash_kind *kind, int most)
{
    kind->most = most > kind->most ? most : kind->most;
    if (most > FLASH_CHANGES_MAX)
        kind->area += 100.0 / FLASH_CELLS;
}

#define EXTENDED_MS 4000

struct flash_result flash_measure(const struct flash_reel *reel)
{
    struct flash_result result = { 0 };
    struct changes *changes = ARENA_NEW(reel->arena, struct changes);
    int64_t end = reel->count > 0 ? reel->frames[reel->count - 1]->at_ms : 0;
    for (size_t cell = 0; cell < FLASH_CELLS; cell++) {
        general_changes(reel, cell, changes);
        add_kind(&result.general, most_in_a_second(changes));
        int flicker = flicker_ms(changes, end);
        if (flicker >= EXTENDED_MS) {
            result.extended_area += 100.0 / FLASH_CELLS;
            if (flicker / SECOND_MS > result.extended_s)
                result.extended_s = flicker / SECOND_MS;
        }
        red_changes(reel, cell, changes);
        add_kind(&result.red, most_in_a_second(changes));
    }
    return result;
}

static void add_finding(const struct flash_kind *kind, enum finding_code code, struct place place,
                        struct report *report)
{
    double limit = report_limit(report, finding_info(code)->rule);
    if (kind->area <= limit)
        return;
    struct finding *finding = report_add(report, code, place);
    finding_number(report, finding, kind->most);
    finding_arg(report, finding, str_format(report->arena, "%.1f", kind->area));
    finding->found = finding->args[1];
    finding->limit = str_format(report->arena, "%.10g", limit);
}

void flash_report(const struct flash_result *result, struct place place, struct report *report)
{
    add_finding(&result->general, FINDING_FLASHES, place, report);
    add_finding(&result->red, FINDING_FLASHES_RED, place, report);
    if (result->extended_s < report_limit(report, RULE_FLASH_EXTENDED) ||
        result->extended_area <= report_limit(report, RULE_FLASH_GENERAL))
        return;
    finding_number(report, report_add(report, FINDING_FLASHES_LONG, place), result->extended_s);
}

double flash_area_px(const struct display *display, double distance_m)
{
    double mm = distance_m * 1000, px_per_mm = display_px_per_mm(display);
    return 0.25 * (0.1745 * mm * px_per_mm) * (0.1309 * mm * px_per_mm);
}
