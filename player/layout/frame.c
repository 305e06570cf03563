/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See frame.h. */
#include "layout/frame.h"

#include "layout/phrase.h"

#include <math.h>

/*
 * Against burn-in everything moves by a few pixels with the hour of the clock. The steps go inwards
 * from the margin, so that no text ever leaves the safe area.
 */
#define SHIFT_STEPS 4
#define SHIFT_STEP_PX 2

static struct box safe_area(const struct frame *frame)
{
    const struct scene *scene = frame->scene;
    int step = frame->context->clock_is_real ? frame->now.hour % SHIFT_STEPS : 0;
    int room = (SHIFT_STEPS - 1) * SHIFT_STEP_PX;
    int x = (int)ceil(scene->width * MARGIN_SHARE), y = (int)ceil(scene->height * MARGIN_SHARE);
    return (struct box){
        .x = x + step * SHIFT_STEP_PX,
        .y = y + (SHIFT_STEPS - 1 - step) * SHIFT_STEP_PX,
        .width = scene->width - 2 * x - room,
        .height = scene->height - 2 * y - room,
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

void frame_line(struct frame *frame, enum scene_role role, struct box box, struct str text,
                enum weight weight, double size, struct colour colour, enum align align)
{
    if (text.bytes == 0)
        return;
    struct scene_part *part = frame_part(frame, SCENE_TEXT);
    part->text = (struct scene_text){
        .box = box,
        .line = { .text = text,
                  .weight = weight,
                  .size = size,
                  .right_to_left = frame->right_to_left },
        .colour = colour,
        .align = align,
        .role = role,
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

int frame_header(struct frame *frame, int right)
{
    double size = frame_px(frame, UNITS_HEADER);
    int pitch = frame_px(frame, UNITS_HEADER * PITCH_EDGE);
    struct box box = { frame->safe.x, frame->safe.y, right - frame->safe.x, pitch };
    struct str name = profile_name(frame->context->profile, frame->language);
    struct colour ink = frame_soft_ink(frame);
    frame_line(frame, SCENE_HEADER, box, name, WEIGHT_BOLD, size, ink, ALIGN_START);
    if (!frame->context->clock_is_real)
        return box.y + pitch;
    double taken = frame_width_of(frame, name, WEIGHT_BOLD, size) + size;
    size_t bold;
    struct str clock = clock_text(frame, box.width - taken, size, &bold);
    frame_line(frame, SCENE_HEADER, box, clock, WEIGHT_REGULAR, size, ink, ALIGN_END);
    if (clock.bytes > 0) {
        struct scene_part *part = &frame->scene->parts[frame->scene->count - 1];
        struct strong *strong = ARENA_NEW(frame->arena, struct strong);
        *strong = (struct strong){ bold, clock.bytes - bold };
        part->text.line.strong = strong;
        part->text.line.strong_count = 1;
    }
    return box.y + pitch;
}

#define STRIP_GAP 0.8 /* em between the names, less where the room is narrow */

/* Sum of the names' widths, all as bold as the slide's own. */
static double strip_width(const struct frame *frame, double size)
{
    const struct versions *versions = &frame->context->versions;
    double width = 0;
    for (size_t i = 0; i < versions->count; i++) {
        struct str name = str_of(language_own_name(versions->languages[i]));
        width += ceil(frame_width_of(frame, name, WEIGHT_BOLD, size)) + 2;
    }
    return width;
}

/* The languages' own names in a box; the slide's own is bold with a line under it. */
static void draw_strip(struct frame *frame, struct box box, double size)
{
    const struct versions *versions = &frame->context->versions;
    double spare = (box.width - strip_width(frame, size)) / (double)(versions->count - 1);
    int gap = (int)fmin(STRIP_GAP * size, spare), x = box.x;
    for (size_t i = 0; i < versions->count; i++) {
        struct str name = str_of(language_own_name(versions->languages[i]));
        bool own = versions->languages[i] == frame->language;
        int width = (int)ceil(frame_width_of(frame, name, WEIGHT_BOLD, size)) + 2;
        frame_line(frame, SCENE_STRIP, (struct box){ x, box.y, width, box.height }, name,
                   own ? WEIGHT_BOLD : WEIGHT_REGULAR, size,
                   own ? frame->theme->title : frame_soft_ink(frame), ALIGN_START);
        int line = frame_px(frame, 5);
        if (own)
            frame_fill(frame, (struct box){ x, box.y + box.height - line, width, line },
                       frame->theme->accent);
        x += width + gap;
    }
}

/* Shortens "A, B, C" to "A ja 2 muuta"-like forms: drops names from the end until it fits. */
static struct str fit_left(const struct frame *frame, struct str left, double size, double room)
{
    struct str text = left;
    while (frame_width_of(frame, text, WEIGHT_REGULAR, size) > room) {
        size_t cut = text.bytes;
        while (cut > 0 && text.at[cut - 1] != ',')
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
    double size = frame_px(frame, UNITS_FOOTER);
    int pitch = frame_px(frame, UNITS_FOOTER * PITCH_EDGE);
    int x = frame->safe.x, y = frame->safe.y + frame->safe.height - pitch;
    double room = right - x, taken = 0;
    if (number > 0) {
        struct str text = str_format(frame->arena, "%s\xC2\xA0%d", frame->wording->number, number);
        frame_line(frame, SCENE_FOOTER, (struct box){ x, y, right - x, pitch }, text, WEIGHT_BOLD,
                   size, frame->theme->title, ALIGN_END);
        taken = frame_width_of(frame, text, WEIGHT_BOLD, size) + size;
    }
    left = fit_left(frame, left, size, room - taken);
    frame_line(frame, SCENE_FOOTER, (struct box){ x, y, right - x, pitch }, left, WEIGHT_REGULAR,
               size, frame_soft_ink(frame), ALIGN_START);
    if (frame->context->versions.count < 2)
        return y;
    size_t gaps = frame->context->versions.count - 1;
    double strip = strip_width(frame, size) + (double)gaps * STRIP_GAP * size;
    double left_width = frame_width_of(frame, left, WEIGHT_REGULAR, size) + 1.5 * size;
    if (left_width + strip + taken <= room) {
        draw_strip(frame, (struct box){ x + (int)left_width, y, (int)ceil(strip), pitch }, size);
        return y;
    }
    int above = y - pitch - frame_px(frame, 6);
    double small = frame_px(frame, UNITS_HEADER);
    draw_strip(frame, (struct box){ x, above, right - x, pitch },
               strip <= room ? size : small);
    return above;
}
