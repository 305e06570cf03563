/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See paint.h. Everything is clipped to the slide; nothing here decides where things go. */
#include "paint/paint.h"

#include "base/int.h"
#include "paint/canvas.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

void canvas_fill(struct pixels *to, struct box box, struct colour colour)
{
    int left = int_greater(box.x, 0), right = int_lesser(box.x + box.width, to->width);
    int top = int_greater(box.y, 0), bottom = int_lesser(box.y + box.height, to->height);
    uint32_t value = canvas_colour(colour);
    for (int y = top; y < bottom; y++) {
        uint32_t *row = to->at + (size_t)y * (size_t)to->width;
        for (int x = left; x < right; x++)
            row[x] = value;
    }
}

/* x of the ink's left side: logical start is the right side for right-to-left text. */
static int ink_left(const struct scene_text *text, const struct ink *ink)
{
    bool at_right = (text->align == ALIGN_END) != text->line.right_to_left;
    int room = text->box.width - ink->advance;
    if (text->align == ALIGN_CENTRE)
        return text->box.x + room / 2;
    return text->box.x + (at_right ? room : ink->left);
}

static void draw_ink(struct pixels *to, const struct ink *ink, int left, int top,
                     struct colour colour)
{
    uint32_t value = canvas_colour(colour);
    int from_row = int_greater(-top, 0), until_row = int_lesser(ink->height, to->height - top);
    int from = int_greater(-left, 0), until = int_lesser(ink->width, to->width - left);
    for (int row = from_row; row < until_row; row++) {
        const uint8_t *cover = ink->at + (size_t)row * (size_t)ink->width;
        uint32_t *line = to->at + (size_t)(top + row) * (size_t)to->width;
        for (int x = from; x < until; x++) {
            if (cover[x])
                line[left + x] = canvas_over(value, line[left + x], cover[x]);
        }
    }
}

/* Capitals stand in the middle of the line box. */
static void draw_text(struct fonts *fonts, const struct scene_text *text, struct pixels *to)
{
    struct ink ink;
    if (!fonts_ink(fonts, &text->line, &ink))
        return;
    double cap = text->line.size * CAP_HEIGHT;
    int baseline = text->box.y + (int)lround((text->box.height + cap) / 2);
    draw_ink(to, &ink, ink_left(text, &ink), baseline - ink.baseline, text->colour);
    ink_free(&ink);
}

static void draw_code(const struct scene_part *part, struct pixels *to)
{
    static const struct colour white = { 255, 255, 255 }, black = { 0, 0, 0 };
    const struct box *box = &part->qr.box;
    int quiet = (box->width - part->qr.modules * part->qr.module_px) / 2;
    canvas_fill(to, *box, white);
    for (int i = 0; i < part->qr.modules * part->qr.modules; i++) {
        if (!part->qr.cells[i])
            continue;
        struct box cell = {
            box->x + quiet + i % part->qr.modules * part->qr.module_px,
            box->y + quiet + i / part->qr.modules * part->qr.module_px,
            part->qr.module_px,
            part->qr.module_px,
        };
        canvas_fill(to, cell, black);
    }
}

/* The picture over what is already there, cropped to the box's ratio. */
static void draw_picture(const struct pixels *picture, struct box box, struct pixels *to)
{
    struct pixels scaled;
    if (box.width <= 0 || box.height <= 0 || !pixels_new(box.width, box.height, &scaled))
        return;
    struct crop crop = scale_crop(picture->width, picture->height, box.width, box.height);
    scale_into(picture, crop, scaled.at, box.width, box.height, box.width);
    for (int y = int_greater(-box.y, 0); y < int_lesser(box.height, to->height - box.y); y++) {
        const uint32_t *from = scaled.at + (size_t)y * (size_t)box.width;
        uint32_t *row = to->at + (size_t)(box.y + y) * (size_t)to->width;
        for (int x = int_greater(-box.x, 0); x < int_lesser(box.width, to->width - box.x); x++)
            row[box.x + x] = canvas_over(from[x], row[box.x + x], from[x] >> 24);
    }
    pixels_free(&scaled);
}

static void draw_part(struct fonts *fonts, const struct scene_part *part,
                      const struct pixels *picture, struct pixels *to)
{
    switch (part->kind) {
    case SCENE_FILL:
        canvas_fill(to, part->fill.box, part->fill.colour);
        break;
    case SCENE_TEXT:
        draw_text(fonts, &part->text, to);
        break;
    case SCENE_PICTURE:
        if (picture)
            draw_picture(picture, part->picture.box, to);
        break;
    case SCENE_QR:
        draw_code(part, to);
        break;
    case SCENE_SYMBOL:
        canvas_symbol(to, part->symbol.box, part->symbol.symbol, part->symbol.ink);
        break;
    }
}

void paint_scene(struct fonts *fonts, const struct scene *scene, const struct pixels *picture,
                 struct pixels *to)
{
    assert(to->width == scene->width && to->height == scene->height);
    canvas_fill(to, (struct box){ 0, 0, to->width, to->height }, scene->ground);
    for (size_t i = 0; i < scene->count; i++)
        draw_part(fonts, &scene->parts[i], picture, to);
}

void paint_turn(const struct pixels *from, int degrees, struct pixels *to)
{
    int width = from->width, height = from->height;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int to_x = x, to_y = y;
            if (degrees == 90) {
                to_x = height - 1 - y;
                to_y = x;
            } else if (degrees == 180) {
                to_x = width - 1 - x;
                to_y = height - 1 - y;
            } else if (degrees == 270) {
                to_x = y;
                to_y = width - 1 - x;
            }
            to->at[(size_t)to_y * (size_t)to->width + (size_t)to_x] =
                from->at[(size_t)y * (size_t)width + (size_t)x];
        }
    }
}

struct hash paint_hash(const struct pixels *pixels)
{
    size_t bytes = (size_t)pixels->width * (size_t)pixels->height * sizeof *pixels->at;
    return hash_of((struct str){ (const char *)pixels->at, bytes });
}
