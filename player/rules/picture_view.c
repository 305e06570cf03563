/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See picture_view.h. A picture fills its box: the tighter side says how much it is scaled. */
#include "rules/picture_view.h"

#include "rules/rule_set.h"

#define ALPHA_OPAQUE 250 /* of 255: programs round the edges of what they fill */

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static const struct scene_part *picture_part(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->parts[i].kind == SCENE_PICTURE)
            return &scene->parts[i];
    return NULL;
}

bool picture_view_of(const struct rule_input *input, size_t display, struct picture_view *ret_view)
{
    const struct rule_picture *picture = input->picture;
    const struct scene_part *part = picture_part(input->scenes[display]);
    if (!picture || !part || picture->pixels.width <= 0 || picture->pixels.height <= 0)
        return false;
    struct box box = part->picture.box;
    *ret_view = (struct picture_view){
        .display = input->displays[display],
        .box = box,
        .scale = larger((double)box.width / picture->pixels.width,
                        (double)box.height / picture->pixels.height),
        .enlarged = larger((double)box.width / picture->delivered_width,
                           (double)box.height / picture->delivered_height),
    };
    return true;
}

bool picture_is_clear(const struct rule_picture *picture)
{
    const struct pixels *pixels = &picture->pixels;
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    for (size_t i = 0; picture->probe->has_alpha && i < count; i++)
        if (pixels->at[i] >> 24 < ALPHA_OPAQUE)
            return true;
    return false;
}

bool picture_is_slide(const struct rule_input *input)
{
    return input->picture && input->announcement->kind == KIND_PICTURE_SLIDE;
}

struct finding *picture_add(const struct rule_input *input, enum finding_code code,
                            struct report *report)
{
    const struct sender_text at = { .element = "img",
                                    .line = input->announcement->picture.line,
                                    .column = input->announcement->picture.column };
    return rule_add(input, &at, 0, 0, code, report);
}
