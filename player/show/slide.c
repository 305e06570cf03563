/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See slide.h. Pixels are taken anew only when their size changes: turning a panel is rare. */
#include "show/slide.h"

#include <stdlib.h>

/* Texts of one announcement: title, names, ids. The reader bounds each far lower. */
#define PLAY_BYTES_MAX ((size_t)4 << 20)

struct slide *slide_new(void)
{
    return memory_new(1, sizeof(struct slide));
}

void slide_free(struct slide *slide)
{
    if (!slide)
        return;
    pixels_free(&slide->pixels);
    play_free(slide->play);
    free(slide);
}

bool slide_fit(struct slide *slide, int width, int height)
{
    struct pixels *pixels = &slide->pixels;
    if (pixels->at && pixels->width == width && pixels->height == height)
        return true;
    pixels_free(pixels);
    return pixels_new(width, height, pixels);
}

struct play *play_new(void)
{
    struct play *play = memory_new(1, sizeof *play);
    play->arena = arena_new(PLAY_BYTES_MAX);
    return play;
}

void play_free(struct play *play)
{
    if (!play)
        return;
    arena_free(play->arena);
    free(play);
}

struct play *slide_take_play(struct slide *slide)
{
    struct play *play = slide->play;
    slide->play = NULL;
    return play;
}

struct str slide_name(const struct slide *slide)
{
    return slide->play ? slide->play->id : STR("idle");
}
