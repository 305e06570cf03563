/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See scene_ground.h. The place of a line's ink is reckoned as paint.c does it. */
#include "rules/scene_ground.h"

#include <math.h>

/* How far letters reach from the baseline, as shares of the em: accents on capitals, tails. */
#define REACH_UP 0.95
#define REACH_DOWN 0.27

/* Bold parts make a line wider: then all of it is taken for bold. */
static double line_width(struct measure *measure, const struct line *line)
{
    enum weight weight = line->strong_count > 0 ? WEIGHT_BOLD : line->weight;
    return measure->ops->width(measure, line->text, weight, line->size);
}

struct box scene_text_box(struct measure *measure, const struct scene_text *text)
{
    const struct box *box = &text->box;
    double size = text->line.size, width = line_width(measure, &text->line);
    bool at_right = (text->align == ALIGN_END) != text->line.right_to_left;
    double left = box->x + (at_right ? box->width - width : 0);
    if (text->align == ALIGN_CENTRE)
        left = box->x + (box->width - width) / 2;
    double baseline = box->y + (box->height + size * CAP_HEIGHT) / 2;
    int x = (int)floor(left - size * TEXT_AROUND),
        y = (int)floor(baseline - size * (REACH_UP + TEXT_AROUND));
    return (struct box){ x, y, (int)ceil(left + width + size * TEXT_AROUND) - x,
                         (int)ceil(baseline + size * (REACH_DOWN + TEXT_AROUND)) - y };
}

bool box_inside(struct box inner, struct box outer)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

bool box_touches(struct box a, struct box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

struct box scene_part_box(const struct scene_part *part)
{
    switch (part->kind) {
    case SCENE_FILL:
        return part->fill.box;
    case SCENE_TEXT:
        return part->text.box;
    case SCENE_PICTURE:
        return part->picture.box;
    case SCENE_QR:
        return part->qr.box;
    case SCENE_SYMBOL:
        break;
    }
    return part->symbol.box;
}

/* From the top down: the first part that touches the box decides. */
enum ground_kind scene_ground(const struct scene *scene, size_t index, struct box box,
                              struct colour *ret_colour)
{
    for (size_t i = index; i > 0; i--) {
        const struct scene_part *part = &scene->parts[i - 1];
        if (part->kind == SCENE_TEXT || !box_touches(box, scene_part_box(part)))
            continue;
        if (part->kind != SCENE_FILL || !box_inside(box, part->fill.box))
            return GROUND_MIXED;
        *ret_colour = part->fill.colour;
        return GROUND_FLAT;
    }
    *ret_colour = scene->ground;
    return GROUND_FLAT;
}
