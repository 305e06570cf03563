/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A band with sign and words on top; nothing is struck through. */
#include "layout/phrase.h"
#include "layout/slides.h"

#include <math.h>

#define UNITS_BAND 236
#define UNITS_SIGN 142
#define UNITS_BAND_TEXT 124
#define UNITS_FACTS_MAX 80
#define UNITS_TITLE 104

/* Dark red with white on it: 11.3 : 1. The colour is not the only sign. */
static const struct colour band_colour = { 0x7A, 0x14, 0x20 };
static const struct colour band_ink = { 0xFF, 0xFF, 0xFF };

static struct str band_text(struct frame *frame, const struct occurrence *cancelled)
{
    const struct wording *wording = frame->wording;
    struct date day = zone_local(frame->context->zone, cancelled->start).date;
    if (frame->today.year != 0 && date_compare(day, frame->today) == 0)
        return str_of(wording->cancelled_today);
    if (frame->today.year != 0 && date_compare(day, date_add(frame->today, 1)) == 0)
        return str_of(wording->cancelled_tomorrow);
    struct str date = phrase_day(frame->arena, wording, day, frame->today);
    return str_format(frame->arena, "%s %.*s", wording->cancelled, STR_ARG(date));
}

/* High enough that its words, in the middle, keep the margin of an upright display. */
static int band_height(const struct frame *frame)
{
    int margin = (int)ceil(frame->scene->height * frame_margin(frame));
    int least = 2 * margin + (int)ceil(frame_px(frame, UNITS_BAND_TEXT) * CAP_HEIGHT) + 1;
    int height = frame_px(frame, UNITS_BAND);
    return height > least ? height : least;
}

/* Answers the y under the band. */
static int place_band(struct frame *frame, struct str text)
{
    int height = band_height(frame), sign = frame_px(frame, UNITS_SIGN);
    frame_fill(frame, (struct box){ 0, 0, frame->scene->width, height }, band_colour);
    struct scene_part *part = frame_part(frame, SCENE_SYMBOL);
    part->symbol.box = (struct box){ frame->safe.x, (height - sign) / 2, sign, sign };
    part->symbol.ink = band_ink;
    part->symbol.ground = band_colour;
    part->symbol.symbol = SYMBOL_CANCELLED;
    int x = frame->safe.x + sign + frame_px(frame, 64);
    int room = frame->safe.x + frame->safe.width - x;
    double size = frame_px(frame, UNITS_BAND_TEXT);
    while (frame_width_of(frame, text, WEIGHT_BOLD, size) > room && size > 1)
        size = floor(size * 0.95);
    frame_line(frame, (struct box){ x, 0, room, height }, text,
               &(struct line_look){ SCENE_BAND, WEIGHT_BOLD, size, band_ink, ALIGN_START });
    return height;
}

struct sized_flow {
    struct flow flow;
    double size; /* of its em, px */
};

/* The largest size down to `least` that fits with at most `lines` lines; false for none. */
static bool facts_within(struct frame *frame, const struct facts *facts, struct box room, int least,
                         int lines, struct sized_flow *ret_sized)
{
    for (int size = frame_px(frame, UNITS_FACTS_MAX); size >= least; size--) {
        struct flow flow = flow_facts(frame, facts, size, room.width);
        if (flow.wide_word.bytes > 0 || flow.height > room.height || flow.lines > lines)
            continue;
        *ret_sized = (struct sized_flow){ flow, size };
        return true;
    }
    return false;
}

/* Comfortable letters with no line broken that need not be; else the largest letters. */
static struct sized_flow largest_facts(struct frame *frame, const struct facts *facts,
                                       struct box room)
{
    int least = (int)ceil(frame->scene->letter_size_min);
    struct sized_flow sized = { flow_facts(frame, facts, least, room.width), least };
    if (!facts_within(frame, facts, room, frame_px(frame, UNITS_BODY), sized.flow.lines, &sized))
        (void)facts_within(frame, facts, room, least, INT32_MAX, &sized);
    return sized;
}

struct scene *slide_cancelled(struct arena *arena, const struct layout_context *context,
                              const struct item *item, const struct occurrence *cancelled)
{
    const struct announcement *announcement = &item->announcement;
    struct frame frame = frame_start(arena, context, announcement->language);
    int right = frame.safe.x + frame.safe.width;
    int y = place_band(&frame, band_text(&frame, cancelled)) + frame_px(&frame, 64);
    int bottom = frame_footer(&frame, right, slide_organisations(&frame, announcement),
                              announcement->number) -
                 frame_px(&frame, 24);
    double least = frame_px(&frame, 72);
    struct flow title = flow_title(&frame, announcement->title, frame_px(&frame, UNITS_TITLE),
                                   least, frame.safe.width);
    y = flow_place(&frame, &title, frame.safe.x, y) + frame_px(&frame, 36);
    struct facts facts = facts_of_cancelled(&frame, item, cancelled);
    struct box room = { frame.safe.x, y, frame.safe.width, bottom - y };
    struct sized_flow told = largest_facts(&frame, &facts, room);
    int spare = bottom - y - told.flow.height;
    flow_place(&frame, &told.flow, frame.safe.x, y + (spare > 0 ? spare / 4 : 0));
    slide_note_fit(&frame, told.size, told.flow.height - (bottom - y), &title, &told.flow);
    frame.scene->fact_lines = told.flow.lines;
    return frame_finish(&frame);
}
