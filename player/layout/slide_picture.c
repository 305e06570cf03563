/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A ready-made slide: the picture and nothing over it. On a display of another shape it would be
 * unreadable, so there it becomes a notice of the text that is declared for it.
 */
#include "layout/slides.h"

#include <math.h>

#define RATIO_TOLERANCE 0.01 /* picture-aspect */

struct scene *slide_picture(struct arena *arena, const struct layout_context *context,
                            const struct item *item)
{
    struct frame frame = frame_start(arena, context, item->announcement.language);
    struct scene *scene = frame.scene;
    if (item->picture.width == 0)
        return NULL;
    double picture = (double)item->picture.width / item->picture.height;
    double display = (double)scene->width / scene->height;
    if (fabs(picture / display - 1) > RATIO_TOLERANCE)
        return NULL;
    struct scene_part *part = frame_part(&frame, SCENE_PICTURE);
    part->picture.box = (struct box){ 0, 0, scene->width, scene->height };
    scene->letter_size = scene->letter_size_min; /* what is in the picture is not ours to measure */
    return scene;
}

struct item slide_picture_text(struct arena *arena, const struct item *item)
{
    struct item text = *item;
    struct announcement *announcement = &text.announcement;
    struct block *blocks = NULL;
    size_t count = 0;
    for (size_t i = 0; i < announcement->block_count; i++) {
        struct str words = announcement->blocks[i].text;
        bool organiser =
            announcement->author_count > 0 && str_equal(words, announcement->authors[0].name);
        if (!organiser && !str_equal(words, announcement->title))
            *ARENA_PUSH(arena, blocks, count) = announcement->blocks[i];
    }
    announcement->blocks = blocks;
    announcement->block_count = count;
    announcement->summary = (struct str){ 0 };
    announcement->audience = (struct str){ 0 };
    announcement->when_count = announcement->venue_count = announcement->contact_count = 0;
    announcement->has_cost = announcement->has_signup = false;
    text.picture = (struct prepared_picture){ 0 };
    return text;
}
