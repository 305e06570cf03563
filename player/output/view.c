/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See view.h. Pictures are drawn while the announcement's own picture is at hand, and only the PNG
 * is kept; a scene costs a millisecond or two and is laid out again when its marks are wanted.
 */
#include "output/view.h"

#include "base/identity_code.h"
#include "output/png_write.h"
#include "paint/paint.h"

#define SCENE_BYTES_MAX (64u << 20)

/* ---- masking ------------------------------------------------------------------------------- */

static void mask(struct arena *arena, struct str *text)
{
    *text = identity_code_mask(arena, *text);
}

static void mask_blocks(struct arena *arena, struct announcement *announcement)
{
    struct block *blocks = ARENA_ARRAY(arena, struct block, announcement->block_count);
    for (size_t i = 0; i < announcement->block_count; i++) {
        blocks[i] = announcement->blocks[i];
        mask(arena, &blocks[i].text);
        if (blocks[i].text.bytes != announcement->blocks[i].text.bytes)
            blocks[i].strong_count = 0; /* its ranges are of other bytes */
    }
    announcement->blocks = blocks;
}

static void mask_venues(struct arena *arena, struct announcement *announcement)
{
    struct venue *venues = ARENA_ARRAY(arena, struct venue, announcement->venue_count);
    for (size_t i = 0; i < announcement->venue_count; i++) {
        struct venue *venue = &venues[i];
        *venue = announcement->venues[i];
        mask(arena, &venue->name);
        mask(arena, &venue->street);
        mask(arena, &venue->postcode);
        mask(arena, &venue->city);
        mask(arena, &venue->extra);
        mask(arena, &venue->href);
        mask(arena, &venue->tel);
    }
    announcement->venues = venues;
}

static void mask_people(struct arena *arena, struct announcement *announcement)
{
    struct organisation *authors =
        ARENA_ARRAY(arena, struct organisation, announcement->author_count);
    struct contact *contacts = ARENA_ARRAY(arena, struct contact, announcement->contact_count);
    for (size_t i = 0; i < announcement->author_count; i++) {
        authors[i] = announcement->authors[i];
        mask(arena, &authors[i].name);
    }
    for (size_t i = 0; i < announcement->contact_count; i++) {
        contacts[i] = announcement->contacts[i];
        mask(arena, &contacts[i].role);
        mask(arena, &contacts[i].name);
        mask(arena, &contacts[i].tel);
        mask(arena, &contacts[i].email);
    }
    announcement->authors = authors;
    announcement->contacts = contacts;
}

static struct item masked(struct arena *arena, const struct item *item)
{
    struct item copy = *item;
    struct announcement *announcement = &copy.announcement;
    mask(arena, &announcement->title);
    mask(arena, &announcement->summary);
    mask_blocks(arena, announcement);
    mask_venues(arena, announcement);
    mask_people(arena, announcement);
    mask(arena, &announcement->spoken);
    mask(arena, &announcement->audience);
    mask(arena, &announcement->cost);
    mask(arena, &announcement->signup);
    mask(arena, &announcement->signup_href);
    mask(arena, &announcement->signup_tel);
    mask(arena, &announcement->signup_email);
    mask(arena, &announcement->link);
    return copy;
}

/* ---- drawing ------------------------------------------------------------------------------- */

static struct layout_context context_of(const struct view_maker *maker,
                                        const struct display *display)
{
    return (struct layout_context){
        .measure = fonts_measure(maker->fonts),
        .profile = maker->profile,
        .display = display,
        .zone = maker->zone,
        .now = maker->now,
        .clock_is_real = true,
    };
}

struct scene *view_scene(struct arena *arena, const struct view_maker *maker,
                         const struct item *item, const struct slide_view *view,
                         struct item *ret_item)
{
    struct layout_context context = context_of(maker, view->display);
    *ret_item = masked(arena, item);
    return layout_announcement(arena, &context, ret_item, view->page);
}

/* The painted slide, smaller, as PNG; empty without memory. */
static struct str paint_small(struct arena *arena, const struct view_maker *maker,
                              const struct scene *scene, const struct pixels *picture,
                              struct slide_view *view)
{
    struct pixels full, small;
    struct str png = { 0 };
    struct crop whole = { 0, 0, scene->width, scene->height };
    view->width = view->height = VIEW_LONG_SIDE;
    scale_fit(scene->width, scene->height, &view->width, &view->height);
    if (!pixels_new(scene->width, scene->height, &full))
        return png;
    paint_scene(maker->fonts, scene, picture, &full);
    if (pixels_new(view->width, view->height, &small)) {
        scale_into(&full, whole, small.at, small.width, small.height, small.width);
        png = png_write(arena, &small);
        pixels_free(&small);
    }
    pixels_free(&full);
    return png;
}

static void add_view(struct arena *arena, struct view_maker *maker, const struct item *item,
                     const struct pixels *picture, struct slide_view *view)
{
    struct arena *scratch = arena_new(SCENE_BYTES_MAX);
    struct item shown;
    const struct scene *scene = view_scene(scratch, maker, item, view, &shown);
    if (maker->bytes_left > 0)
        view->png = paint_small(arena, maker, scene, picture, view);
    maker->bytes_left -= view->png.bytes < maker->bytes_left ? view->png.bytes : maker->bytes_left;
    arena_free(scratch);
}

size_t view_make(struct arena *arena, struct view_maker *maker, const struct item *item,
                 const struct pixels *picture, struct slide_view **ret_views)
{
    const struct profile *profile = maker->profile;
    struct slide_view *views = NULL;
    size_t count = 0;
    for (size_t i = 0; i < profile->display_count; i++) {
        struct layout_context context = context_of(maker, &profile->displays[i]);
        int pages = layout_pages(arena, &context, &item->announcement);
        for (int page = 0; page < pages && page < VIEW_PAGES_MAX; page++) {
            struct slide_view *view = ARENA_PUSH(arena, views, count);
            *view = (struct slide_view){ .display = &profile->displays[i],
                                         .page = page,
                                         .pages = pages };
            add_view(arena, maker, item, picture, view);
        }
    }
    *ret_views = views;
    return count;
}
