/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pixels of a window: drawn in memory, brought to the display in parts. For window.c alone. */
#pragma once

#include "paint/fade.h"

#include <SDL.h>

struct surface {
    SDL_Window *window;
    SDL_Renderer *renderer; /* NULL: the window has a surface of SDL's */
    SDL_Texture *texture;   /* the renderer's, as large as `own` */
    SDL_Surface *own;
};

/* The window stays the caller's. False with SDL_GetError: nothing can be drawn now. */
bool surface_open(SDL_Window *window, struct surface *ret_surface) NODISCARD;

/* Before the window is destroyed; one that is all 0 is fine, and is that again afterwards. */
void surface_close(struct surface *surface);

/*
 * What to draw into: as large as the window, in pixels of the display. Valid until the next call,
 * when the window may have another size. NULL: none now (the display may be coming back).
 */
SDL_Surface *surface_pixels(struct surface *surface);

/* Brings what was drawn in these boxes to the display; false when that does not work now. */
bool surface_show(const struct surface *surface, const struct box *boxes, size_t count) NODISCARD;
