/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See side.h. */
#include "layout/side.h"

#include "base/utf8.h"
#include "layout/phrase.h"

#include <float.h>
#include <math.h>

#define PANEL_SHARE 0.3125      /* of the width, with a picture: 600 of 1920 px */
#define PANEL_SHARE_MOST 0.45   /* for large letters of the address on a display far away */
#define PANEL_GAP 64            /* units between text and panel */
#define PANEL_PAD 40            /* units inside the panel */
#define PICTURE_LEAST_SHARE 0.2 /* of the display; a smaller picture tells nothing */
#define CAPTION_GAP 16          /* units under the code */

/* The display's margin at the panel's side when the slide has moved there least. */
static int panel_margin(const struct frame *frame)
{
    return frame->scene->width - frame->safe.x - frame->safe.width + frame->shift_x;
}

/*
 * Room for text in a panel of some width: its right side keeps the display's margin. The panel
 * stays where it is while what is in it moves, so that the text beside it has the same room in
 * every hour.
 */
static int panel_room(const struct frame *frame, int panel)
{
    return panel - panel_margin(frame) - frame_px(frame, PANEL_PAD);
}

static double address_width(const struct frame *frame, struct str address)
{
    return frame_width_of(frame, address, WEIGHT_REGULAR, frame_px(frame, UNITS_HEADER));
}

/* Where an address is broken: behind a slash as far on as fits, else between the parts of its
 * name so that both lines are alike, at last anywhere. Bytes of the first line. */
static size_t address_break(const struct frame *frame, struct str address, double room)
{
    size_t slash = 0, part = 0, any = utf8_head(address, 1).bytes;
    double narrowest = DBL_MAX;
    for (size_t i = 1; i < address.bytes; i++) {
        struct str head = str_slice(address, 0, i);
        struct str tail = str_slice(address, i, address.bytes);
        double width = address_width(frame, head);
        bool inside = ((uint8_t)address.at[i] & 0xC0) == 0x80;
        if (inside || width > room)
            continue;
        any = i;
        if (address.at[i - 1] == '/')
            slash = i;
        double wider = fmax(width, address_width(frame, tail));
        if (strchr(".-_?&=", address.at[i - 1]) && wider < narrowest) {
            narrowest = wider;
            part = i;
        }
    }
    return slash ? slash : part ? part : any;
}

/* The short address in lines that fit: nobody can type what stands beyond the margin. */
static struct str address_lines(struct frame *frame, struct str address, double room)
{
    struct text lines = text_new(frame->arena, 4096);
    while (address.bytes > 1 && address_width(frame, address) > room) {
        size_t end = address_break(frame, address, room);
        text_add(&lines, str_slice(address, 0, end));
        text_add(&lines, STR("\n"));
        address = str_slice(address, end, address.bytes);
    }
    text_add(&lines, address);
    return text_str(&lines);
}

static struct flow caption_of(struct frame *frame, struct str address, int width)
{
    struct flow flow = { 0 };
    struct flow_style style = {
        .role = SCENE_ADDRESS,
        .source = STR("link"),
        .weight = WEIGHT_BOLD,
        .size = frame_px(frame, UNITS_HEADER),
        .pitch = PITCH_FACTS,
        .width = width,
        .colour = frame->theme->title,
    };
    flow_add(frame, &flow, str_of(frame->wording->read_on_phone), NULL, 0, &style);
    style.weight = WEIGHT_REGULAR;
    style.colour = frame->theme->ink;
    style.address = true;
    flow_add(frame, &flow, address_lines(frame, address, width), NULL, 0, &style);
    return flow;
}

/* Do code and caption stand in a panel of this width, under each other? */
static bool code_fits(struct frame *frame, struct side *side, int width)
{
    side->width = width;
    side->caption = caption_of(frame, phrase_address(side->address), panel_room(frame, width));
    int height = side->qr.side + frame_px(frame, CAPTION_GAP) + side->caption.height;
    return side->caption.wide_word.bytes == 0 && height <= frame->safe.height;
}

static void plan_panel(struct frame *frame, struct side *side)
{
    int display = frame->scene->width, with_picture = (int)(display * PANEL_SHARE);
    side->width = side->picture ? with_picture : 0;
    if (!side->code)
        return;
    int edges = side->width - panel_room(frame, side->width);
    int width = side->width > side->qr.side + edges ? side->width : side->qr.side + edges;
    /* For an address on one line the panel may grow to what it has with a picture. */
    int asked = edges + (int)ceil(address_width(frame, phrase_address(side->address)));
    if (asked > width && asked <= with_picture)
        width = asked;
    bool fits = code_fits(frame, side, width);
    for (; !fits && width < display * PANEL_SHARE_MOST; fits = code_fits(frame, side, width))
        width += display / 20;
    if (!fits)
        side->caption = (struct flow){ 0 }; /* the code alone can still be scanned */
}

/* "Lue puhelimella" and the address on one line when they fit there. */
static struct flow caption_row_of(struct frame *frame, struct str address)
{
    double size = frame_px(frame, UNITS_HEADER);
    struct str words = str_of(frame->wording->read_on_phone);
    struct str both = str_format(frame->arena, "%.*s  %.*s", STR_ARG(words), STR_ARG(address));
    if (frame_width_of(frame, both, WEIGHT_BOLD, size) > frame->safe.width)
        return caption_of(frame, address, frame->safe.width);
    struct flow flow = { 0 };
    struct strong *strong = ARENA_NEW(frame->arena, struct strong);
    *strong = (struct strong){ 0, words.bytes };
    struct flow_style style = {
        .role = SCENE_ADDRESS,
        .source = STR("link"),
        .weight = WEIGHT_REGULAR,
        .size = size,
        .pitch = PITCH_FACTS,
        .width = frame->safe.width,
        .colour = frame->theme->ink,
    };
    flow_add(frame, &flow, both, strong, 1, &style);
    return flow;
}

static void plan_rows(struct frame *frame, struct side *side, double band_share)
{
    struct str address = phrase_address(side->address);
    side->band_height = side->picture ? (int)(frame->scene->height * band_share) : 0;
    side->code_in_band = side->picture && side->code;
    if (side->code_in_band) {
        if (side->band_height < side->qr.side)
            side->band_height = side->qr.side;
        side->caption = caption_row_of(frame, address);
        side->caption_row = side->caption.height + frame_px(frame, CAPTION_GAP);
    } else if (side->code) {
        int room = frame->safe.width - side->qr.side - frame_px(frame, PANEL_PAD);
        side->caption = caption_of(frame, address, room);
        side->row_height = side->qr.side;
    }
}

/* Height for the picture over the code of a panel: the same in every hour. */
static int picture_height_most(const struct frame *frame, const struct side *side)
{
    if (!side->code)
        return frame->scene->height;
    int margin = (int)ceil(frame->scene->height * frame_margin(frame)) + SHIFT_ROOM_PX;
    return frame->scene->height - margin - frame_px(frame, PANEL_PAD) / 2 - side->qr.side -
           frame_px(frame, CAPTION_GAP) - side->caption.height;
}

/* Width for the picture beside the code of a band: the same in every hour. */
static int picture_width_most(const struct frame *frame, const struct side *side)
{
    if (!side->code_in_band)
        return frame->scene->width;
    return frame->safe.x - frame->shift_x + frame->safe.width - side->qr.side -
           frame_px(frame, PANEL_PAD) / 2;
}

/* A code for a far scanner may leave no more than a strip to the picture. */
static bool picture_has_room(const struct frame *frame, const struct side *side)
{
    if (frame_is_upright(frame))
        return picture_width_most(frame, side) >= frame->scene->width * PICTURE_LEAST_SHARE;
    return picture_height_most(frame, side) >= frame->scene->height * PICTURE_LEAST_SHARE;
}

static void plan(struct frame *frame, struct side *side, double band_share)
{
    if (frame_is_upright(frame))
        plan_rows(frame, side, band_share);
    else
        plan_panel(frame, side);
}

/*
 * The largest box within width × height for a picture of some ratio, cropped by at most
 * CROP_SHARE_MAX on one side.
 */
static struct box picture_box(const struct side *side, int width, int height)
{
    double ratio = (double)side->picture_width / side->picture_height;
    double keep = 1 - CROP_SHARE_MAX;
    double box_ratio = (double)width / height;
    if (box_ratio > ratio / keep)
        return (struct box){ 0, 0, (int)(height * ratio / keep), height };
    if (box_ratio < ratio * keep)
        return (struct box){ 0, 0, width, (int)(width / (ratio * keep)) };
    return (struct box){ 0, 0, width, height };
}

/* A band is as high as what stands in it. */
static void fit_band(const struct frame *frame, struct side *side)
{
    int height = picture_box(side, picture_width_most(frame, side), side->band_height).height;
    if (side->code_in_band && height < side->qr.side)
        height = side->qr.side;
    side->band_height = height;
}

struct side side_of(struct frame *frame, const struct item *item, bool with_picture,
                    double band_share)
{
    struct side side = {
        .picture = with_picture && item->picture.width > 0,
        .picture_width = item->picture.width,
        .picture_height = item->picture.height,
        .address = announcement_qr_address(&item->announcement),
    };
    side.code = side.address.bytes > 0 && qr_make(frame, side.address, &side.qr);
    plan(frame, &side, band_share);
    if (side.picture && !picture_has_room(frame, &side)) {
        side.picture = false;
        side.caption_row = 0;
        plan(frame, &side, band_share);
    }
    if (side.picture && frame_is_upright(frame))
        fit_band(frame, &side);
    return side;
}

static void note_crop(struct frame *frame, const struct side *side, struct box box)
{
    double picture = (double)side->picture_width / side->picture_height;
    double shown = (double)box.width / box.height;
    double kept = picture > shown ? shown / picture : picture / shown;
    frame->scene->picture_cropped = 1 - kept;
}

static void place_picture(struct frame *frame, const struct side *side, struct box box)
{
    struct scene_part *part = frame_part(frame, SCENE_PICTURE);
    part->picture.box = box;
    note_crop(frame, side, box);
}

int side_text_right(const struct frame *frame, const struct side *side)
{
    if (side->width == 0)
        return frame->safe.x + frame->safe.width;
    int moved = SHIFT_ROOM_PX - frame->shift_x;
    return frame->scene->width - side->width - frame_px(frame, PANEL_GAP) - moved;
}

static void place_caption(struct frame *frame, const struct flow *caption, int x, int y, int width)
{
    struct flow centred = *caption;
    centred.texts = ARENA_ARRAY(frame->arena, struct scene_text, caption->count);
    for (size_t i = 0; i < caption->count; i++) {
        centred.texts[i] = caption->texts[i];
        centred.texts[i].box.width = width;
        centred.texts[i].align = ALIGN_CENTRE;
    }
    flow_place(frame, &centred, x, y);
}

int side_place_panel(struct frame *frame, const struct side *side)
{
    int right = side_text_right(frame, side);
    if (side->width == 0)
        return right;
    int x = frame->scene->width - side->width, pad = frame_px(frame, PANEL_PAD);
    int room = panel_room(frame, side->width), bottom = frame->safe.y + frame->safe.height;
    frame_fill(frame, (struct box){ x, 0, side->width, frame->scene->height }, frame->theme->tint);
    int gap = frame_px(frame, CAPTION_GAP);
    int code = side->code ? side->qr.side + gap + side->caption.height : 0;
    int top = 0;
    if (side->picture) {
        struct box box = picture_box(side, side->width, picture_height_most(frame, side));
        box.x = x + (side->width - box.width) / 2;
        box.y = side->code ? 0 : (frame->scene->height - box.height) / 2;
        place_picture(frame, side, box);
        top = box.y + box.height;
    }
    if (side->code) {
        int y = top + (bottom - top - code) / 2;
        y = side->picture || y > frame->safe.y ? y : frame->safe.y;
        x += frame->shift_x;
        int left = x + pad + (room - side->qr.side) / 2;
        qr_place(frame, &side->qr, side->address, left < x ? x : left, y);
        place_caption(frame, &side->caption, x + pad, y + side->qr.side + gap, room);
    }
    return right;
}

int side_place_band(struct frame *frame, const struct side *side, int y)
{
    if (side->band_height == 0)
        return y;
    struct box band = { 0, y, frame->scene->width, side->band_height };
    frame_fill(frame, band, frame->theme->tint);
    int room = picture_width_most(frame, side);
    if (side->code_in_band) {
        int left = frame->safe.x + frame->safe.width - side->qr.side;
        qr_place(frame, &side->qr, side->address, left,
                 y + (side->band_height - side->qr.side) / 2);
        flow_place(frame, &side->caption, frame->safe.x,
                   y + side->band_height + frame_px(frame, CAPTION_GAP));
    }
    struct box box = picture_box(side, room, band.height);
    box.x = (room - box.width) / 2;
    box.y = y + (band.height - box.height) / 2;
    place_picture(frame, side, box);
    return y + side->band_height;
}

int side_place_row(struct frame *frame, const struct side *side, int y)
{
    if (side->row_height == 0)
        return y;
    int top = y - side->row_height, gap = frame_px(frame, PANEL_PAD);
    qr_place(frame, &side->qr, side->address, frame->safe.x, top);
    flow_place(frame, &side->caption, frame->safe.x + side->qr.side + gap,
               top + (side->row_height - side->caption.height) / 2);
    return top;
}
