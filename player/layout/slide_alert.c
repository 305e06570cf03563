/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An alert fills the screen: yellow with a dark edge, sign and word, the sentence as large as it
 * can be, in two languages on one slide, and until when. Colour, sign and word say the same, for
 * those who do not see one of them. The colours are not the centre's: an alert looks the same
 * everywhere.
 */
#include "layout/phrase.h"
#include "layout/slides.h"

#include <math.h>

#define UNITS_EDGE 28
#define UNITS_SIGN 142
#define UNITS_HEADING 72
#define UNITS_TITLE 136
#define UNITS_BODY_FIRST 84
#define UNITS_SECOND 72 /* the other language: its title, bold, and its text */
#define UNITS_FOOT 48
#define UNITS_INSET 80 /* of the text from the edge of the slide, at least */
#define UNITS_TITLE_LEAST 84
#define TITLE_LINES 2
#define STEP 0.97

/* 12.6 : 1 */
static const struct colour alert_ground = { 0xFF, 0xD5, 0x4A };
static const struct colour alert_ink = { 0x14, 0x21, 0x2B };

static struct flow_style style_of(struct frame *frame, double units, enum weight weight, int width)
{
    return (struct flow_style){
        .role = SCENE_BODY,
        .source = STR("content"),
        .weight = weight,
        .size = floor(units * frame->unit),
        .pitch = PITCH_FACTS,
        .width = width,
        .colour = alert_ink,
        .sentences = true,
    };
}

static void add_body(struct frame *frame, struct flow *flow,
                     const struct announcement *announcement, const struct flow_style *style)
{
    flow_add(frame, flow, announcement->summary, NULL, 0, style);
    for (size_t i = 0; i < announcement->block_count; i++) {
        const struct block *block = &announcement->blocks[i];
        flow_add(frame, flow, block->text, block->strong, block->strong_count, style);
    }
}

static void add_title(struct frame *frame, struct flow *flow,
                      const struct announcement *announcement, struct flow_style style)
{
    style.role = SCENE_TITLE;
    style.source = STR("title");
    style.pitch = PITCH_TITLE;
    style.sentences = false;
    double least = floor(UNITS_TITLE_LEAST * frame->unit);
    for (;; style.size = floor(style.size * STEP)) {
        struct flow alone = { 0 };
        flow_add(frame, &alone, announcement->title, NULL, 0, &style);
        bool fits = alone.lines <= TITLE_LINES && alone.wide_word.bytes == 0;
        if (fits || style.size * STEP < least)
            break;
    }
    flow_add(frame, flow, announcement->title, NULL, 0, &style);
}

/* Both languages under one another, at a share of the full size. */
static struct flow words_at(struct frame *frame, const struct item *item, double share, int width)
{
    struct flow flow = { 0 };
    const struct item *also = frame->context->also;
    double least = UNITS_LETTER_MIN;
    struct flow_style title = style_of(frame, fmax(UNITS_TITLE * share, least), WEIGHT_BOLD, width);
    struct flow_style body =
        style_of(frame, fmax(UNITS_BODY_FIRST * share, least), WEIGHT_REGULAR, width);
    add_title(frame, &flow, &item->announcement, title);
    flow_gap(&flow, (int)(body.size * 0.15));
    add_body(frame, &flow, &item->announcement, &body);
    if (!also)
        return flow;
    double units = fmax(UNITS_SECOND * share, least);
    struct flow_style second = style_of(frame, units, WEIGHT_BOLD, width);
    flow_gap(&flow, (int)(second.size * 0.6));
    add_title(frame, &flow, &also->announcement, second);
    second = style_of(frame, units, WEIGHT_REGULAR, width);
    add_body(frame, &flow, &also->announcement, &second);
    return flow;
}

static struct flow largest_words(struct frame *frame, const struct item *item, int width,
                                 int height, double *ret_share)
{
    double share = 1, least = (double)UNITS_LETTER_MIN / UNITS_BODY_FIRST;
    struct flow flow = words_at(frame, item, share, width);
    while ((flow.height > height || flow.wide_word.bytes > 0) && share * STEP >= least) {
        share *= STEP;
        flow = words_at(frame, item, share, width);
    }
    *ret_share = share;
    return flow;
}

/* "Tärkeää – Viktigt" beside the sign; answers the y under it. */
static int place_heading(struct frame *frame, struct box room)
{
    const struct item *also = frame->context->also;
    int sign = frame_px(frame, UNITS_SIGN);
    struct scene_part *part = frame_part(frame, SCENE_SYMBOL);
    part->symbol.box = (struct box){ room.x, room.y, sign, sign };
    part->symbol.ink = alert_ink;
    part->symbol.ground = alert_ground;
    part->symbol.symbol = SYMBOL_WARNING;
    struct str words = str_of(frame->wording->important);
    if (also)
        words = str_format(frame->arena, "%.*s \xE2\x80\x93 %s", STR_ARG(words),
                           wording_of(also->announcement.language)->important);
    int x = room.x + sign + frame_px(frame, 48);
    double size = frame_px(frame, UNITS_HEADING);
    while (frame_width_of(frame, words, WEIGHT_BOLD, size) > room.x + room.width - x && size > 1)
        size = floor(size * STEP);
    frame_line(frame, (struct box){ x, room.y, room.x + room.width - x, sign }, words,
               &(struct line_look){ SCENE_BAND, WEIGHT_BOLD, size, alert_ink, ALIGN_START });
    return room.y + sign;
}

/* "voimassa klo 18 asti"; empty when nobody has said until when. */
static struct str valid_text(struct frame *frame, const struct announcement *announcement)
{
    const struct stamp *until = &announcement->show.until;
    const struct zone *zone = frame->context->zone;
    const struct wording *wording = frame->wording;
    if (until->kind == STAMP_NONE)
        return (struct str){ 0 };
    struct civil end =
        until->kind == STAMP_DATE ? until->civil : zone_local(zone, stamp_moment(until, zone));
    struct str when = phrase_hours(frame->arena, wording, end, end, false);
    if (until->kind == STAMP_DATE)
        when = phrase_day(frame->arena, wording, end.date, frame->today);
    else if (date_compare(end.date, frame->today) != 0)
        when = str_format(frame->arena, "%.*s %.*s",
                          STR_ARG(phrase_day(frame->arena, wording, end.date, frame->today)),
                          STR_ARG(when));
    return str_format(frame->arena, "%s %.*s%s%s", wording->valid_before, STR_ARG(when),
                      wording->valid_after[0] ? " " : "", wording->valid_after);
}

/* "ti 24.11. klo 14.05"; empty while nobody knows the time. */
static struct str clock_text(struct frame *frame)
{
    const struct wording *wording = frame->wording;
    if (!frame->context->clock_is_real)
        return (struct str){ 0 };
    return str_format(frame->arena, "%.*s %s%s%.*s",
                      STR_ARG(phrase_day(frame->arena, wording, frame->now.date, frame->today)),
                      wording->clock, wording->clock[0] ? "\xC2\xA0" : "",
                      STR_ARG(phrase_clock(frame->arena, frame->now)));
}

struct foot {
    struct str text;
    enum weight weight;
    enum align align;
};

/* Name and time, and until when, on as few lines as they need; answers the y above them. */
static int place_foot(struct frame *frame, struct box room, const struct announcement *announcement)
{
    double size = frame_px(frame, UNITS_FOOT);
    int pitch = (int)lround(size * PITCH_EDGE);
    struct str name = profile_name(frame->context->profile, frame->language);
    struct str clock = clock_text(frame), valid = valid_text(frame, announcement);
    struct str both = clock.bytes == 0 ? name
                                       : str_format(frame->arena, "%.*s \xC2\xB7 %.*s",
                                                    STR_ARG(name), STR_ARG(clock));
    double width = frame_width_of(frame, both, WEIGHT_REGULAR, size);
    double valid_width = frame_width_of(frame, valid, WEIGHT_BOLD, size) + size;
    bool all = width + valid_width <= room.width, apart = width > room.width;
    const struct foot lines[] = {
        /* from below */
        { valid, WEIGHT_BOLD, all ? ALIGN_END : ALIGN_START },
        { apart ? clock : both, WEIGHT_REGULAR, ALIGN_START },
        { apart ? name : (struct str){ 0 }, WEIGHT_REGULAR, ALIGN_START },
    };
    struct box row = { room.x, room.y + room.height - pitch, room.width, pitch };
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        if (lines[i].text.bytes == 0)
            continue;
        const struct line_look look = { SCENE_FOOTER, lines[i].weight, size, alert_ink,
                                        lines[i].align };
        frame_line(frame, row, lines[i].text, &look);
        row.y -= i == 0 && all ? 0 : pitch;
    }
    return row.y + pitch;
}

static void place_ground(struct frame *frame)
{
    struct scene *scene = frame->scene;
    int edge = frame_px(frame, UNITS_EDGE);
    scene->ground = alert_ink;
    frame_fill(frame, (struct box){ edge, edge, scene->width - 2 * edge, scene->height - 2 * edge },
               alert_ground);
}

struct scene *slide_alert(struct arena *arena, const struct layout_context *context,
                          const struct item *item)
{
    struct frame frame = frame_start(arena, context, item->announcement.language);
    int inset = frame_px(&frame, UNITS_INSET), gap = frame_px(&frame, 32);
    int aside = inset > frame.safe.x ? inset - frame.safe.x : 0;
    int above = inset > frame.safe.y ? inset - frame.safe.y : 0;
    struct box room = { frame.safe.x + aside, frame.safe.y + above, frame.safe.width - 2 * aside,
                        frame.safe.height - 2 * above };
    double share;
    place_ground(&frame);
    int top = place_heading(&frame, room) + gap;
    int bottom = place_foot(&frame, room, &item->announcement) - gap;
    struct flow words = largest_words(&frame, item, room.width, bottom - top, &share);
    int spare = bottom - top - words.height;
    flow_place(&frame, &words, room.x, top + (spare > 0 ? spare / 3 : 0));
    slide_note_fit(&frame, fmax(UNITS_BODY_FIRST * share, UNITS_LETTER_MIN) * frame.unit, -spare,
                   &words, &words);
    return frame_finish(&frame);
}
