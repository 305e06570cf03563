/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See compose.h. A display that hangs turned is laid out as people see it and turned as a whole:
 * one more buffer while it lasts, and no other part of the program knows of turns.
 */
#include "show/compose.h"

#include "base/identity_code.h"
#include "base/log.h"
#include "layout/layout.h"
#include "paint/paint.h"
#include "rotate/agenda.h"

#define LOG_MODULE "compose"

#define SCENE_BYTES_MAX ((size_t)64 << 20) /* of boxes and texts; under 100 KiB as a rule */

/* The chosen display with the size that the panel really has. */
static struct display real_display(const struct generation *generation, const struct order *order)
{
    struct display display = generation->display;
    display.width = order->width;
    display.height = order->height;
    display.rotation = order->turn;
    return display;
}

static struct layout_context context_of(const struct composer *composer,
                                        const struct generation *generation,
                                        const struct display *display,
                                        const struct composer_time *time)
{
    return (struct layout_context){
        .measure = fonts_measure(composer->fonts),
        .profile = &generation->edition.profile,
        .display = display,
        .zone = generation->zone,
        .now = time->now,
        .clock_is_real = time->clock_is_real,
    };
}

/* ---- what the logs say --------------------------------------------------------------------- */

/* The agenda is nobody's: no organisation is named, and no title. */
static struct play *play_of_agenda(const struct slot *slot)
{
    struct play *play = play_new();
    play->id = play->group = STR(SLOT_AGENDA_ID);
    play->language = str_of(language_tag(slot->language));
    play->page = slot->page;
    return play;
}

static struct play *play_of(const struct slot *slot)
{
    if (slot->is_agenda)
        return play_of_agenda(slot);
    const struct announcement *announcement = &slot->item->announcement;
    struct play *play = play_new();
    struct str group = announcement->group.bytes > 0 ? announcement->group : announcement->id;
    play->id = str_copy(play->arena, announcement->id);
    play->group = str_copy(play->arena, group);
    play->language = str_copy(play->arena, announcement->language_tag);
    play->title = identity_code_mask(play->arena, announcement->title);
    play->page = slot->page;
    for (size_t i = 0; i < announcement->author_count; i++) {
        if (i > 0)
            play->organisations = str_join(play->arena, play->organisations, STR("; "));
        play->organisations =
            str_join(play->arena, play->organisations, announcement->authors[i].name);
    }
    return play;
}

/* ---- pixels -------------------------------------------------------------------------------- */

static size_t picture_bytes(const struct prepared_picture *picture)
{
    return (size_t)picture->width * (size_t)picture->height * sizeof(uint32_t);
}

/* Paints into the slide, turned when the panel hangs turned. */
static bool paint(const struct composer *composer, const struct scene *scene,
                  const struct pixels *picture, const struct order *order, struct slide *slide)
{
    struct pixels upright;
    if (!slide_fit(slide, order->width, order->height))
        return false;
    slide->ground = scene->ground;
    if (order->turn == 0) {
        paint_scene(composer->fonts, scene, picture, &slide->pixels);
        return true;
    }
    if (!pixels_new(scene->width, scene->height, &upright))
        return false;
    paint_scene(composer->fonts, scene, picture, &upright);
    paint_turn(&upright, order->turn, &slide->pixels);
    pixels_free(&upright);
    return true;
}

/* Paints a scene with the picture of an item, which is mapped only as long as that takes. */
static enum compose_outcome paint_slide(struct composer *composer, const struct item *item,
                                        const struct scene *scene, const struct order *order,
                                        struct slide *slide)
{
    const struct prepared_picture *prepared = item ? &item->picture : NULL;
    if (!prepared || prepared->width <= 0 || prepared->height <= 0)
        return paint(composer, scene, NULL, order, slide) ? COMPOSE_OK : COMPOSE_NO_MEMORY;
    size_t bytes = picture_bytes(prepared);
    const void *mapped = composer->keep ? keep_map(composer->keep, &prepared->pixels, bytes) : NULL;
    if (!mapped) {
        if (daily_is_due(&composer->complaint))
            log_warning("%.*s is left out: its picture is not in the cache",
                        STR_ARG(item->announcement.id));
        return COMPOSE_NO_PICTURE;
    }
    /* The painter only reads it; the page is mapped so. */
    struct pixels picture = { (uint32_t *)(uintptr_t)mapped, prepared->width, prepared->height };
    bool painted = paint(composer, scene, &picture, order, slide);
    keep_unmap(mapped, bytes);
    return painted ? COMPOSE_OK : COMPOSE_NO_MEMORY;
}

/* What has ended since the slide was chosen leaves its row; the last page stays, if need be. */
static const struct scene *agenda_scene(struct arena *arena, const struct timetable *timetable,
                                        const struct layout_context *context,
                                        const struct slot *slot)
{
    struct agenda_line *lines;
    size_t count = agenda_lines(timetable, slot->language, arena, &lines);
    int pages = agenda_pages(count), page = slot->page < pages ? slot->page : pages - 1;
    return layout_agenda(arena, context, slot->language, lines, count, page > 0 ? page : 0);
}

static const struct scene *scene_of(struct arena *arena, const struct generation *generation,
                                    const struct layout_context *context, const struct slot *slot)
{
    const struct timetable timetable = { &generation->edition, generation->zone, context->now,
                                         context->clock_is_real };
    if (slot->is_agenda)
        return agenda_scene(arena, &timetable, context, slot);
    if (!slot->item)
        return layout_idle(arena, context);
    struct language_row versions = rotation_versions(&timetable, slot->item);
    struct layout_context with_versions = *context;
    const struct item *items[ALERT_VERSIONS];
    with_versions.versions = (struct versions){ versions.list, versions.count };
    if (slot->item->announcement.kind == KIND_ALERT &&
        rotation_alert_page(&timetable, slot->item, slot->page, items) > 1)
        with_versions.also = items[1];
    return layout_announcement(arena, &with_versions, slot->item, slot->page);
}

enum compose_outcome compose_slide(struct composer *composer, const struct generation *generation,
                                   const struct slot *slot, const struct order *order,
                                   const struct composer_time *time, struct slide *slide)
{
    struct display display = real_display(generation, order);
    const struct layout_context context = context_of(composer, generation, &display, time);
    struct arena *arena = arena_new(SCENE_BYTES_MAX);
    const struct scene *scene = scene_of(arena, generation, &context, slot);
    enum compose_outcome outcome = paint_slide(composer, slot->item, scene, order, slide);
    arena_free(arena);
    if (outcome == COMPOSE_OK) {
        play_free(slide_take_play(slide));
        slide->play = slot->item || slot->is_agenda ? play_of(slot) : NULL;
        slide->is_cut = slot->item && slot->item->announcement.kind == KIND_ALERT;
        slide->seconds = slot->seconds;
        slide->minute = time->now / 60 - (time->now % 60 < 0);
    }
    return outcome;
}
