/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * On X11 SDL's own surface of the window. On Wayland that one (SDL 2.26) is a texture of a GL
 * renderer, refused when acceleration is off, and on a display with a scale it has the size in
 * points and is stretched. So there we keep the renderer, the texture and the pixels ourselves, in
 * the pixels of the display. It costs the GL stack; Wayland's shared memory would do without, but
 * SDL owns the connection, and a screen of ours stands on X11.
 */
#include "show/surface.h"

#include <strings.h>

static bool has_own_pixels(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && strcasecmp(driver, "wayland") == 0;
}

static void free_pixels(struct surface *surface)
{
    if (surface->texture)
        SDL_DestroyTexture(surface->texture);
    SDL_FreeSurface(surface->own);
    surface->texture = NULL;
    surface->own = NULL;
}

void surface_close(struct surface *surface)
{
    free_pixels(surface);
    if (surface->renderer)
        SDL_DestroyRenderer(surface->renderer);
    *surface = (struct surface){ 0 };
}

bool surface_open(SDL_Window *window, struct surface *ret_surface)
{
    *ret_surface = (struct surface){ .window = window };
    if (has_own_pixels()) {
        ret_surface->renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_ACCELERATED);
        if (!ret_surface->renderer)
            return false;
    }
    return surface_pixels(ret_surface) != NULL;
}

static bool make_pixels(struct surface *surface, int width, int height)
{
    free_pixels(surface);
    surface->own = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
    surface->texture = SDL_CreateTexture(surface->renderer, SDL_PIXELFORMAT_XRGB8888,
                                         SDL_TEXTUREACCESS_STATIC, width, height);
    if (surface->own && surface->texture)
        return true;
    free_pixels(surface);
    return false;
}

SDL_Surface *surface_pixels(struct surface *surface)
{
    int width, height;
    if (!surface->renderer)
        return SDL_GetWindowSurface(surface->window);
    if (SDL_GetRendererOutputSize(surface->renderer, &width, &height) != 0)
        return NULL;
    bool fits = surface->own && surface->own->w == width && surface->own->h == height;
    return fits || make_pixels(surface, width, height) ? surface->own : NULL;
}

/* Boxes as SDL wants them, a few at a time. */
#define RECTS_AT_ONCE 64

static bool show_rects(const struct surface *surface, const struct box *boxes, size_t count)
{
    SDL_Rect rects[RECTS_AT_ONCE];
    for (size_t done = 0; done < count;) {
        int part = 0;
        while (part < RECTS_AT_ONCE && done < count) {
            const struct box *box = &boxes[done++];
            rects[part++] = (SDL_Rect){ box->x, box->y, box->width, box->height };
        }
        if (SDL_UpdateWindowSurfaceRects(surface->window, rects, part) != 0)
            return false;
    }
    return true;
}

/* One rectangle around all: the display is to get each frame at once. */
static bool show_texture(const struct surface *surface, const struct box *boxes, size_t count)
{
    const SDL_Surface *own = surface->own;
    SDL_Rect all = { 0 };
    for (size_t i = 0; i < count; i++) {
        SDL_Rect rect = { boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height };
        SDL_UnionRect(&all, &rect, &all);
    }
    if (!own || count == 0)
        return own;
    const uint8_t *from = (const uint8_t *)own->pixels + (ptrdiff_t)all.y * own->pitch +
                          (ptrdiff_t)all.x * own->format->BytesPerPixel;
    if (SDL_UpdateTexture(surface->texture, &all, from, own->pitch) != 0 ||
        SDL_RenderCopy(surface->renderer, surface->texture, NULL, NULL) != 0)
        return false;
    SDL_RenderPresent(surface->renderer);
    return true;
}

bool surface_show(const struct surface *surface, const struct box *boxes, size_t count)
{
    return surface->renderer ? show_texture(surface, boxes, count)
                             : show_rects(surface, boxes, count);
}
