/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each run is drawn by SDL2_ttf and its coverage copied side by side on one baseline. */
#include "text/fonts.h"
#include "text/runs.h"

#include <math.h>
#include <stdlib.h>

struct drawn_run {
    SDL_Surface *surface;
    int ascent;
    int left; /* bearing of the first glyph when it is below 0: SDL2_ttf moves the run by it */
};

static struct drawn_run draw_run(struct fonts *fonts, const struct runs *runs,
                                 const struct run *run, int size)
{
    static const SDL_Color white = { 255, 255, 255, 255 };
    char text[4 * LINE_POINTS_MAX + 1];
    struct drawn_run drawn = { 0 };
    TTF_Font *font = font_stack_get(fonts, (size_t)run->font, run->weight, size);
    if (!font)
        return drawn;
    runs_set_up(font, runs, run);
    runs_text(runs, run, text);
    drawn.surface = TTF_RenderUTF8_Blended(font, text, white);
    drawn.ascent = TTF_FontAscent(font);
    uint32_t first = runs->points[run->level & 1 ? run->to - 1 : run->from];
    int bearing = 0;
    if (TTF_GlyphMetrics32(font, first, &bearing, NULL, NULL, NULL, NULL) == 0 && bearing < 0)
        drawn.left = bearing;
    return drawn;
}

static void copy_coverage(const struct drawn_run *drawn, struct ink *ink, int x)
{
    const SDL_Surface *from = drawn->surface;
    int top = ink->baseline - drawn->ascent;
    for (int row = 0; row < from->h; row++) {
        const uint32_t *pixels =
            (const uint32_t *)(const void *)((const uint8_t *)from->pixels + row * from->pitch);
        uint8_t *to = ink->at + (size_t)(top + row) * (size_t)ink->width + x;
        for (int column = 0; column < from->w; column++) {
            uint8_t alpha = (uint8_t)(pixels[column] >> 24);
            to[column] = alpha > to[column] ? alpha : to[column];
        }
    }
}

static bool join_runs(const struct drawn_run *drawn, size_t count, struct ink *ret_ink)
{
    struct ink ink = { 0 };
    int below = 0, x = 0;
    for (size_t i = 0; i < count; i++) {
        if (!drawn[i].surface)
            continue;
        int descent = drawn[i].surface->h - drawn[i].ascent;
        ink.width += drawn[i].surface->w;
        ink.baseline = drawn[i].ascent > ink.baseline ? drawn[i].ascent : ink.baseline;
        below = descent > below ? descent : below;
    }
    ink.height = ink.baseline + below;
    ink.advance = ink.width;
    ink.left = count > 0 ? drawn[0].left : 0;
    if (ink.width == 0 || ink.height == 0)
        return false;
    ink.at = calloc((size_t)ink.width, (size_t)ink.height);
    if (!ink.at)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!drawn[i].surface)
            continue;
        copy_coverage(&drawn[i], &ink, x);
        x += drawn[i].surface->w;
    }
    *ret_ink = ink;
    return true;
}

bool fonts_ink(struct fonts *fonts, const struct line *line, struct ink *ret_ink)
{
    struct runs runs;
    struct drawn_run drawn[RUNS_MAX];
    int size = (int)lround(line->size);
    runs_of_line(fonts, line, &runs);
    for (size_t i = 0; i < runs.count; i++)
        drawn[i] = draw_run(fonts, &runs, &runs.run[i], size);
    bool done = join_runs(drawn, runs.count, ret_ink);
    for (size_t i = 0; i < runs.count; i++)
        SDL_FreeSurface(drawn[i].surface);
    return done;
}

void ink_free(struct ink *ink)
{
    free(ink->at);
    *ink = (struct ink){ 0 };
}
