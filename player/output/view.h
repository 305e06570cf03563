/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Slides as pictures for the report: drawn by the renderer of the lobby, made smaller, as PNG. No
 * identity code is in them, since the announcement is masked before it is laid out.
 */
#pragma once

#include "layout/layout.h"
#include "media/scale.h"
#include "model/edition.h"
#include "text/fonts.h"

#define VIEW_LONG_SIDE 960         /* px: sharp on a phone, in half a window and on paper */
#define VIEW_PAGES_MAX 6           /* of joint material; further ones look alike */
#define VIEW_BYTES_MAX (32u << 20) /* of a report; what comes then is told without pictures */

/* What drawing needs; made once for many announcements. */
struct view_maker {
    struct fonts *fonts;
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;
    size_t bytes_left; /* of VIEW_BYTES_MAX */
};

/* One slide on one display. */
struct slide_view {
    const struct display *display;
    int page, pages;   /* from 0; how many there are */
    struct str png;    /* VIEW_LONG_SIDE px at most on its longer side; empty: no room was left */
    int width, height; /* of the PNG, px */
};

/*
 * The slides of an item on every display of the profile, the first display first.
 *
 * picture  the prepared picture; NULL: there is none.
 *
 * Answers how many; the views are in the arena.
 */
size_t view_make(struct arena *arena, struct view_maker *maker, const struct item *item,
                 const struct pixels *picture, struct slide_view **ret_views);

/* The scene of a view once more, for marks. The masked item is in *ret_item, in the arena. */
struct scene *view_scene(struct arena *arena, const struct view_maker *maker,
                         const struct item *item, const struct slide_view *view,
                         struct item *ret_item);
