/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind of slide an announcement makes, and for how long it stays. */
#include "layout/layout.h"

#include "base/utf8.h"
#include "layout/reading.h"
#include "layout/slides.h"

#include <math.h>

/* The next occurrence, when it is a cancelled one. */
static bool is_cancelled(const struct layout_context *context, const struct item *item,
                         struct occurrence *ret_cancelled)
{
    struct occurrence next;
    if (!facts_next(item, context->zone, context->now, &next) || !next.cancelled)
        return false;
    *ret_cancelled = next;
    return true;
}

int layout_pages(struct arena *arena, const struct layout_context *context,
                 const struct announcement *announcement)
{
    (void)arena;
    (void)context;
    return announcement->kind == KIND_JOINT ? slide_joint_pages(announcement) : 1;
}

static int text_characters(const struct announcement *announcement)
{
    size_t count = utf8_length(announcement->title) + utf8_length(announcement->summary);
    for (size_t i = 0; i < announcement->block_count; i++)
        count += utf8_length(announcement->blocks[i].text);
    return (int)count;
}

static struct scene *lay_out(struct arena *arena, const struct layout_context *context,
                             const struct item *item, int page)
{
    struct occurrence cancelled;
    struct scene *scene = NULL;
    if (item->announcement.kind == KIND_ALERT)
        return slide_alert(arena, context, item);
    if (is_cancelled(context, item, &cancelled))
        return slide_cancelled(arena, context, item, &cancelled);
    if (item->announcement.kind == KIND_PICTURE_SLIDE) {
        struct item text = slide_picture_text(arena, item);
        scene = slide_picture(arena, context, item);
        return scene ? scene : slide_notice(arena, context, &text);
    }
    if (item->announcement.kind == KIND_JOINT)
        scene = slide_joint(arena, context, item, page);
    return scene ? scene : slide_notice(arena, context, item);
}

struct scene *layout_announcement(struct arena *arena, const struct layout_context *context,
                                  const struct item *item, int page)
{
    struct scene *scene = lay_out(arena, context, item, page);
    scene->text_characters = text_characters(&item->announcement);
    return scene;
}

struct scene *layout_idle(struct arena *arena, const struct layout_context *context)
{
    return slide_idle(arena, context);
}

struct scene *layout_agenda(struct arena *arena, const struct layout_context *context,
                            enum language language, const struct agenda_line *lines, size_t count,
                            int page)
{
    return slide_agenda(arena, context, language, lines, count, page);
}

int layout_seconds(const struct layout_context *context, const struct announcement *announcement,
                   const struct scene *scene)
{
    const struct profile *profile = context->profile;
    /* Pages of joint material share the text; each is read for its part. */
    double characters = (double)scene->text_characters / scene->pages;
    double seconds = reading_seconds(characters, scene->fact_lines, profile->reading_cps);
    int wanted = (int)ceil(seconds);
    wanted = wanted > announcement->show.seconds ? wanted : announcement->show.seconds;
    wanted = wanted > profile->slide_seconds_min ? wanted : profile->slide_seconds_min;
    return wanted < profile->slide_seconds_max ? wanted : profile->slide_seconds_max;
}
