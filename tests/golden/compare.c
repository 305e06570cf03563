/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See compare.h. */
#include "compare.h"

#include <SDL_image.h>
#include <stdlib.h>

#define SHOWN_TIMES 16 /* a difference of one level must be seen in the drawing */

static int levels_of(uint32_t a, uint32_t b)
{
    int most = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        int levels = abs((int)(a >> shift & 255) - (int)(b >> shift & 255));
        most = levels > most ? levels : most;
    }
    return most;
}

struct pixel_difference compare_pixels(const struct pixels *a, const struct pixels *b)
{
    struct pixel_difference difference = { .same_size =
                                               a->width == b->width && a->height == b->height };
    if (!difference.same_size)
        return difference;
    size_t count = (size_t)a->width * (size_t)a->height;
    for (size_t i = 0; i < count; i++) {
        int levels = levels_of(a->at[i], b->at[i]);
        difference.levels = levels > difference.levels ? levels : difference.levels;
        difference.pixels += levels > COMPARE_LEVELS_FREE;
    }
    difference.share = (double)difference.pixels / (double)count;
    difference.passes =
        difference.levels <= COMPARE_LEVELS_MAX && difference.share <= COMPARE_SHARE_MAX;
    return difference;
}

bool compare_draw(const struct pixels *a, const struct pixels *b, struct pixels *ret_pixels)
{
    struct pixels drawn;
    if (!pixels_new(a->width, a->height, &drawn))
        return false;
    for (size_t i = 0; i < (size_t)a->width * (size_t)a->height; i++) {
        int levels = levels_of(a->at[i], b->at[i]) * SHOWN_TIMES;
        uint32_t grey = (uint32_t)(levels < 255 ? levels : 255);
        drawn.at[i] = 0xFF000000u | grey * 0x010101u;
    }
    *ret_pixels = drawn;
    return true;
}

bool compare_load(const char *path, struct pixels *ret_pixels)
{
    SDL_Surface *file = IMG_Load(path);
    SDL_Surface *surface =
        file ? SDL_ConvertSurfaceFormat(file, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    bool done = surface && pixels_new(surface->w, surface->h, ret_pixels);
    for (int y = 0; done && y < surface->h; y++)
        memcpy(ret_pixels->at + (size_t)y * (size_t)surface->w,
               (const uint8_t *)surface->pixels + (size_t)y * (size_t)surface->pitch,
               (size_t)surface->w * sizeof *ret_pixels->at);
    SDL_FreeSurface(surface);
    SDL_FreeSurface(file);
    return done;
}
