/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The measure of the open fonts. A text's width is the sum of its words' widths: words come back in
 * every size that layout tries and on every slide, so each is shaped once and remembered.
 */
#include "text/fonts.h"

#include "text/runs.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#define STACK_ARENA_BYTES_MAX (64u << 10)

/* FNV-1a, 64 bits: two words that meet would only borrow each other's width. */
static uint64_t key_of(struct str word, enum weight weight)
{
    uint64_t key = UINT64_C(0xCBF29CE484222325) ^ (uint64_t)weight;
    for (size_t i = 0; i < word.bytes; i++)
        key = (key ^ (uint8_t)word.at[i]) * UINT64_C(0x100000001B3);
    return key ? key : 1;
}

static int shape_width(struct fonts *fonts, struct str word, enum weight weight)
{
    struct runs runs;
    char text[4 * LINE_POINTS_MAX + 1];
    int width = 0;
    runs_of_line(fonts, &(struct line){ .text = word, .weight = weight }, &runs);
    for (size_t i = 0; i < runs.count; i++) {
        const struct run *run = &runs.run[i];
        int run_width = 0;
        TTF_Font *font = font_stack_get(fonts, (size_t)run->font, weight, MEASURE_SIZE);
        if (!font)
            continue;
        runs_set_up(font, &runs, run);
        runs_text(&runs, run, text);
        if (TTF_SizeUTF8(font, text, &run_width, NULL) == 0)
            width += run_width;
    }
    return width;
}

static int word_width(struct fonts *fonts, struct str word, enum weight weight)
{
    uint64_t key = key_of(word, weight);
    struct width_slot *slot = &fonts->widths[key % WIDTH_CACHE_SLOTS];
    if (slot->key != key) {
        slot->width = shape_width(fonts, word, weight);
        slot->key = key;
    }
    return slot->width;
}

static double fonts_width(struct measure *measure, struct str text, enum weight weight, double size)
{
    struct fonts *fonts = (struct fonts *)measure;
    int space = word_width(fonts, STR(" "), weight), width = 0;
    for (size_t start = 0, i = 0; i <= text.bytes; i++) {
        if (i < text.bytes && text.at[i] != ' ')
            continue;
        if (i > start)
            width += word_width(fonts, str_slice(text, start, i - start), weight);
        if (i < text.bytes)
            width += space;
        start = i + 1;
    }
    return width * size / MEASURE_SIZE;
}

static bool fonts_has_glyph(struct measure *measure, uint32_t point)
{
    return font_stack_find((struct fonts *)measure, point, -1) >= 0;
}

static const struct measure_ops font_measure_ops = { fonts_width, fonts_has_glyph };

struct fonts *fonts_open(const char *stack_file, const char **ret_why)
{
    if (TTF_Init() != 0) {
        *ret_why = "SDL2_ttf does not start";
        return NULL;
    }
    struct fonts *fonts = memory_new(1, sizeof *fonts);
    fonts->measure.ops = &font_measure_ops;
    fonts->arena = arena_new(STACK_ARENA_BYTES_MAX);
    if (!font_stack_read(fonts, stack_file))
        *ret_why = "the font stack file cannot be read";
    else if (!font_stack_get(fonts, 0, WEIGHT_REGULAR, MEASURE_SIZE) ||
             !font_stack_get(fonts, 0, WEIGHT_BOLD, MEASURE_SIZE))
        *ret_why = "the first font of the stack cannot be opened";
    else
        return fonts;
    fonts_close(fonts);
    return NULL;
}

void fonts_close(struct fonts *fonts)
{
    if (!fonts)
        return;
    for (size_t i = 0; i < fonts->count; i++) {
        for (int weight = 0; weight < WEIGHT_COUNT; weight++) {
            if (fonts->stack[i].fonts[weight])
                TTF_CloseFont(fonts->stack[i].fonts[weight]);
        }
    }
    arena_free(fonts->arena);
    free(fonts);
    TTF_Quit();
}

struct measure *fonts_measure(struct fonts *fonts)
{
    return &fonts->measure;
}
