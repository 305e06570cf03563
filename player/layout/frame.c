/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See frame.h. */
#include "layout/frame.h"

#include "base/utf8.h"
#include "layout/phrase.h"

#include <math.h>

double frame_margin(const struct frame *frame)
{
    const struct rule_setting *setting = &frame->context->profile->rules[RULE_SAFE_AREA];
    double percent = setting->has_limit ? setting->limit : rule_info(RULE_SAFE_AREA)->limit;
    return percent / 100;
}

static struct box safe_area(const struct frame *frame)
{
    const struct scene *scene = frame->scene;
    double margin = frame_margin(frame);
    int x = (int)ceil(scene->width * margin), y = (int)ceil(scene->height * margin);
    return (struct box){
        .x = x + frame->shift_x,
        .y = y + SHIFT_ROOM_PX - frame->shift_x,
        .width = scene->width - 2 * x - SHIFT_ROOM_PX,
        .height = scene->height - 2 * y - SHIFT_ROOM_PX,
    };
}

struct frame frame_start(struct arena *arena, const struct layout_context *context,
                         enum language language)
{
    const struct display *display = context->display;
    struct frame frame = {
        .arena = arena,
        .context = context,
        .wording = wording_of(language),
        .theme = display->dark ? &context->profile->dark : &context->profile->light,
        .language = language,
        .right_to_left = language_is_right_to_left(language),
        .unit = layout_letter_min(display) / UNITS_LETTER_MIN,
        .scene = ARENA_NEW(arena, struct scene),
        .now = zone_local(context->zone, context->now),
    };
    if (context->clock_is_real)
        frame.today = frame.now.date;
    if (context->clock_is_real)
        frame.shift_x = frame.now.hour % SHIFT_STEPS * SHIFT_STEP_PX;
    frame.scene->width = display_seen_width(display);
    frame.scene->height = display_seen_height(display);
    frame.scene->ground = frame.theme->ground;
    frame.scene->letter_size_min = layout_letter_min(display);
    frame.scene->letter_size = frame.scene->letter_size_min;
    frame.scene->pages = 1;
    frame.safe = safe_area(&frame);
    return frame;
}

static struct box *part_box(struct scene_part *part)
{
    switch (part->kind) {
    case SCENE_FILL:
        return &part->fill.box;
    case SCENE_TEXT:
        return &part->text.box;
    case SCENE_PICTURE:
        return &part->picture.box;
    case SCENE_QR:
        return &part->qr.box;
    case SCENE_SYMBOL:
        break;
    }
    return &part->symbol.box;
}

struct scene *frame_finish(struct frame *frame)
{
    struct scene *scene = frame->scene;
    for (size_t i = 0; frame->right_to_left && i < scene->count; i++) {
        struct box *box = part_box(&scene->parts[i]);
        box->x = scene->width - box->x - box->width;
    }
    return scene;
}

bool frame_is_upright(const struct frame *frame)
{
    return frame->scene->height > frame->scene->width;
}

int frame_px(const struct frame *frame, double units)
{
    return (int)lround(units * frame->unit);
}

double frame_width_of(const struct frame *frame, struct str text, enum weight weight, double size)
{
    struct measure *measure = frame->context->measure;
    return measure->ops->width(measure, text, weight, size);
}

struct scene_part *frame_part(struct frame *frame, enum scene_kind kind)
{
    struct scene *scene = frame->scene;
    struct scene_part *part = ARENA_PUSH(frame->arena, scene->parts, scene->count);
    part->kind = kind;
    return part;
}

void frame_fill(struct frame *frame, struct box box, struct colour colour)
{
    struct scene_part *part = frame_part(frame, SCENE_FILL);
    part->fill.box = box;
    part->fill.colour = colour;
}

void frame_line(struct frame *frame, struct box box, struct str text, const struct line_look *look)
{
    if (text.bytes == 0)
        return;
    struct scene_part *part = frame_part(frame, SCENE_TEXT);
    part->text = (struct scene_text){
        .box = box,
        .line = { .text = text,
                  .weight = look->weight,
                  .size = look->size,
                  .right_to_left = frame->right_to_left },
        .colour = look->colour,
        .align = look->align,
        .role = look->role,
    };
}

void frame_bar(struct frame *frame)
{
    struct box box = { 0, 0, frame_px(frame, UNITS_BAR), frame->scene->height };
    frame_fill(frame, box, frame->theme->accent);
}

struct colour frame_soft_ink(const struct frame *frame)
{
    const struct colour *ink = &frame->theme->ink, *ground = &frame->theme->ground;
    return (struct colour){
        (uint8_t)((ink->red * 5 + ground->red) / 6),
        (uint8_t)((ink->green * 5 + ground->green) / 6),
        (uint8_t)((ink->blue * 5 + ground->blue) / 6),
    };
}

/* "ti 24.11. klo 14.05", or only the time where the date has no room; bold from *ret_bold on. */
static struct str clock_text(const struct frame *frame, double room, double size, size_t *ret_bold)
{
    const struct wording *wording = frame->wording;
    struct str time = phrase_clock(frame->arena, frame->now);
    struct str clock = str_format(frame->arena, "%s%s%.*s", wording->clock,
                                  wording->clock[0] ? "\xC2\xA0" : "", STR_ARG(time));
    struct str day = phrase_day(frame->arena, wording, frame->now.date, (struct date){ 0 });
    const char *gap = wording->clock[0] ? " " : ", ";
    struct str both = str_format(frame->arena, "%.*s%s%.*s", STR_ARG(day), gap, STR_ARG(clock));
    *ret_bold = day.bytes + strlen(gap);
    if (frame_width_of(frame, both, WEIGHT_BOLD, size) <= room)
        return both;
    *ret_bold = 0;
    return frame_width_of(frame, clock, WEIGHT_BOLD, size) <= room ? clock : (struct str){ 0 };
}

/* The text, or as many of its words as there is room for and "…". */
static struct str fit_words(const struct frame *frame, struct str text, enum weight weight,
                            double size, double room)
{
    struct str shown = text, left = text;
    while (left.bytes > 0 && frame_width_of(frame, shown, weight, size) > room) {
        size_t cut = left.bytes - 1;
        while (cut > 0 && left.at[cut] != ' ')
            cut--;
        left = cut > 0 ? str_slice(left, 0, cut) : utf8_head(left, utf8_length(left) - 1);
        shown = str_format(frame->arena, "%.*s%s…", STR_ARG(left), cut > 0 ? " " : "");
    }
    return shown;
}

int frame_header(struct frame *frame, int right)
{
    double size = frame_px(frame, UNITS_HEADER);
    int pitch = frame_px(frame, UNITS_HEADER * PITCH_EDGE);
    struct box box = { frame->safe.x, frame->safe.y, right - frame->safe.x, pitch };
    struct str name = profile_name(frame->context->profile, frame->language);
    name = fit_words(frame, name, WEIGHT_BOLD, size, box.width);
    struct colour ink = frame_soft_ink(frame);
    frame_line(frame, box, name,
               &(struct line_look){ SCENE_HEADER, WEIGHT_BOLD, size, ink, ALIGN_START });
    if (!frame->context->clock_is_real)
        return box.y + pitch;
    double taken = frame_width_of(frame, name, WEIGHT_BOLD, size) + size;
    size_t bold;
    struct str clock = clock_text(frame, box.width - taken, size, &bold);
    frame_line(frame, box, clock,
               &(struct line_look){ SCENE_HEADER, WEIGHT_REGULAR, size, ink, ALIGN_END });
    if (clock.bytes > 0) {
        struct scene_part *part = &frame->scene->parts[frame->scene->count - 1];
        struct strong *strong = ARENA_NEW(frame->arena, struct strong);
        *strong = (struct strong){ bold, clock.bytes - bold };
        part->text.line.strong = strong;
        part->text.line.strong_count = 1;
    }
    return box.y + pitch;
}

#define STRIP_GAP 0.8       /* em between the names of languages … */
#define STRIP_GAP_LEAST 0.4 /* … where they are pressed for room */
#define STRIP_LIFT 6        /* units between the strip and what is under it */

struct strip {
    double size; /* em, px */
    int gap, pitch, line;
};

static int name_width(const struct frame *frame, size_t index, double size)
{
    struct str name = str_of(language_own_name(frame->context->versions.languages[index]));
    return (int)ceil(frame_width_of(frame, name, WEIGHT_BOLD, size)) + 2;
}

/* Width of all names without gaps, all as bold as the slide's own. */
static int names_width(const struct frame *frame, double size)
{
    int width = 0;
    for (size_t i = 0; i < frame->context->versions.count; i++)
        width += name_width(frame, i, size);
    return width;
}

static void draw_name(struct frame *frame, const struct strip *strip, size_t index, struct box box)
{
    enum language language = frame->context->versions.languages[index];
    bool own = language == frame->language;
    frame_line(frame, box, str_of(language_own_name(language)),
               &(struct line_look){ SCENE_STRIP, own ? WEIGHT_BOLD : WEIGHT_REGULAR, strip->size,
                                    own ? frame->theme->title : frame_soft_ink(frame),
                                    ALIGN_START });
    struct box under = { box.x, box.y + box.height - strip->line, box.width, strip->line };
    if (own)
        frame_fill(frame, under, frame->theme->accent);
}

/*
 * The languages' own names from x, y on, in as many lines as they need; the slide's own is bold
 * with a line under it. Answers the lines; only counts them when `draw` is false.
 */
static int flow_strip(struct frame *frame, const struct strip *strip, struct box room, bool draw)
{
    int x = 0, lines = 1;
    for (size_t i = 0; i < frame->context->versions.count; i++) {
        int width = name_width(frame, i, strip->size);
        if (x > 0 && x + width > room.width) {
            x = 0;
            lines++;
        }
        struct box box = { room.x + x, room.y + (lines - 1) * strip->pitch, width, strip->pitch };
        if (draw)
            draw_name(frame, strip, i, box);
        x += width + strip->gap;
    }
    return lines;
}

/* The strip on lines of its own above y; answers the y above it. */
static int place_strip(struct frame *frame, int right, int y)
{
    struct box room = { frame->safe.x, y, right - frame->safe.x, 0 };
    double size = frame_px(frame, UNITS_FOOTER);
    double gaps = (double)frame->context->versions.count - 1;
    if (names_width(frame, size) + gaps * STRIP_GAP * size > room.width)
        size = frame_px(frame, UNITS_HEADER);
    double spare = (room.width - names_width(frame, size)) / gaps;
    bool one_line = spare >= STRIP_GAP_LEAST * size;
    struct strip strip = { .size = size,
                           .gap =
                               (int)(one_line ? fmin(spare, STRIP_GAP * size) : STRIP_GAP * size),
                           .pitch = frame_px(frame, UNITS_FOOTER * PITCH_EDGE),
                           .line = frame_px(frame, 5) };
    room.y -= flow_strip(frame, &strip, room, false) * strip.pitch + frame_px(frame, STRIP_LIFT);
    (void)flow_strip(frame, &strip, room, true);
    return room.y;
}

/* Shortens "A, B, C" to "A, …": drops names from the end until it fits, but never the first. */
static struct str fit_left(const struct frame *frame, struct str left, double size, double room)
{
    struct str text = left;
    while (frame_width_of(frame, text, WEIGHT_REGULAR, size) > room) {
        size_t cut = left.bytes;
        while (cut > 0 && left.at[cut - 1] != ',')
            cut--;
        if (cut < 2)
            return text;
        text = str_format(frame->arena, "%.*s …", STR_ARG(str_slice(left, 0, cut)));
        left = str_slice(left, 0, cut - 1);
    }
    return text;
}

int frame_footer(struct frame *frame, int right, struct str left, int number)
{
    double size = frame_px(frame, UNITS_FOOTER), taken = 0;
    int pitch = frame_px(frame, UNITS_FOOTER * PITCH_EDGE);
    struct box row = { frame->safe.x, frame->safe.y + frame->safe.height - pitch,
                       right - frame->safe.x, pitch };
    int top = row.y;
    if (number > 0) {
        struct str text = str_format(frame->arena, "%s\xC2\xA0%d", frame->wording->number, number);
        const struct line_look look = { SCENE_FOOTER, WEIGHT_BOLD, size, frame->theme->title,
                                        ALIGN_END };
        frame_line(frame, row, text, &look);
        taken = frame_width_of(frame, text, WEIGHT_BOLD, size) + size;
    }
    left = fit_left(frame, left, size, row.width - taken);
    double left_width = frame_width_of(frame, left, WEIGHT_REGULAR, size);
    if (taken + left_width > row.width) { /* the name stands above the number */
        left = fit_words(frame, left, WEIGHT_REGULAR, size, row.width);
        left_width = 0;
        row.y = top -= number > 0 ? pitch : 0;
    }
    frame_line(frame, row, left,
               &(struct line_look){ SCENE_FOOTER, WEIGHT_REGULAR, size, frame_soft_ink(frame),
                                    ALIGN_START });
    if (frame->context->versions.count < 2)
        return top;
    double start = left_width > 0 ? left_width + 1.5 * size : 0;
    int gap = (int)(STRIP_GAP * size);
    int width = names_width(frame, size) + ((int)frame->context->versions.count - 1) * gap;
    if (start == 0 || start + width + taken > row.width)
        return place_strip(frame, right, top);
    struct strip strip = { size, gap, pitch, frame_px(frame, 5) };
    (void)flow_strip(frame, &strip, (struct box){ row.x + (int)start, row.y, width, pitch }, true);
    return top;
}
