/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See slides.h. */
#include "app/slides.h"

#include "app/options.h"
#include "base/file.h"
#include "paint/paint.h"
#include "rotate/agenda.h"
#include "rotate/rotation.h"

#include <SDL_image.h>
#include <stdlib.h>

#define SCENE_BYTES_MAX (64u << 20)

static const void *map_picture(const struct site_edition *edition, const struct item *item,
                               struct pixels *ret_pixels)
{
    const struct prepared_picture *picture = &item->picture;
    size_t bytes = 4 * (size_t)picture->width * (size_t)picture->height;
    if (picture->width == 0)
        return NULL;
    const void *mapped = keep_map(edition->keep, &picture->pixels, bytes);
    /* paint only reads; struct pixels has no const twin */
    *ret_pixels = (struct pixels){ (uint32_t *)(uintptr_t)mapped, picture->width, picture->height };
    return mapped;
}

static struct scene *agenda_scene(struct arena *arena, const struct timetable *timetable,
                                  const struct layout_context *context, const struct slot *slot)
{
    struct agenda_line *lines;
    size_t count = agenda_lines(timetable, slot->language, arena, &lines);
    return layout_agenda(arena, context, slot->language, lines, count, slot->page);
}

struct scene *slides_scene(struct arena *arena, const struct judge *judge,
                           const struct display *display, const struct timetable *timetable,
                           const struct slot *slot)
{
    struct layout_context context = judge_context(judge, display, (struct versions){ 0 });
    const struct item *items[ALERT_VERSIONS];
    if (slot->is_agenda)
        return agenda_scene(arena, timetable, &context, slot);
    if (!slot->item)
        return layout_idle(arena, &context);
    struct language_row row = rotation_versions(timetable, slot->item);
    context.versions = (struct versions){ row.list, row.count };
    if (slot->item->announcement.kind == KIND_ALERT &&
        rotation_alert_page(timetable, slot->item, slot->page, items) > 1)
        context.also = items[1];
    return layout_announcement(arena, &context, slot->item, slot->page);
}

bool slides_paint(const struct site_edition *edition, const struct item *item, int page,
                  struct pixels *ret_pixels)
{
    const struct slot slot = { .item = item, .page = page };
    return slides_paint_slot(edition, &slot, ret_pixels);
}

bool slides_paint_slot(const struct site_edition *edition, const struct slot *slot,
                       struct pixels *ret_pixels)
{
    struct arena *arena = arena_new(SCENE_BYTES_MAX);
    struct pixels picture = { 0 };
    const void *mapped = slot->item ? map_picture(edition, slot->item, &picture) : NULL;
    const struct update *update = &edition->update;
    struct timetable timetable = site_timetable(edition);
    struct scene *scene = slides_scene(arena, &update->judge, update->display, &timetable, slot);
    bool done = pixels_new(scene->width, scene->height, ret_pixels);
    if (done)
        paint_scene(edition->update.judge.fonts, scene, mapped ? &picture : NULL, ret_pixels);
    if (mapped)
        keep_unmap(mapped, 4 * (size_t)picture.width * (size_t)picture.height);
    arena_free(arena);
    return done;
}

/* libpng writes into memory; file_write then does the rest. */
bool slides_write_png(const struct pixels *pixels, const char *path)
{
    size_t room = 4 * (size_t)pixels->width * (size_t)pixels->height + (64u << 10);
    char *memory = memory_new(1, room);
    SDL_RWops *to = SDL_RWFromMem(memory, (int)room);
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(
        pixels->at, pixels->width, pixels->height, 32, 4 * pixels->width, SDL_PIXELFORMAT_XRGB8888);
    bool done = to && surface && IMG_SavePNG_RW(surface, to, 0) == 0;
    enum file_outcome outcome = FILE_FAILED;
    if (done)
        outcome = file_write(path, (struct str){ memory, (size_t)SDL_RWtell(to) }, 0644);
    if (to)
        SDL_RWclose(to);
    SDL_FreeSurface(surface);
    free(memory);
    if (outcome != FILE_OK)
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
    return outcome == FILE_OK;
}
