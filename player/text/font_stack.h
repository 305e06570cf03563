/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open fonts of a stack, opened when first needed. Only for the .c files of this folder. */
#pragma once

#include "text/measure.h"

#include <SDL_ttf.h>

#define STACK_FONTS_MAX 8

/* Widths are measured at this em and scaled: with unhinted advances they grow in step with it,
 * and each word is shaped once however many sizes are tried. */
#define MEASURE_SIZE 200

/* Measured words; a later one takes the place of an older one with the same slot. */
#define WIDTH_CACHE_SLOTS 4096

struct width_slot {
    uint64_t key;
    int width;
};

struct stack_font {
    char *paths[WEIGHT_COUNT];
    TTF_Font *fonts[WEIGHT_COUNT]; /* NULL until opened, and when it cannot be */
    bool tried[WEIGHT_COUNT];
    int sizes[WEIGHT_COUNT]; /* em that each is set to, px */
};

struct fonts {
    struct measure measure; /* first, so that a measure can be turned back into its fonts */
    struct arena *arena;
    struct stack_font stack[STACK_FONTS_MAX];
    size_t count;
    struct width_slot widths[WIDTH_CACHE_SLOTS];
};

/*
 * Reads a stack file: "folder PATH" names where the fonts lie, each further line the regular and
 * the bold file of one font, in the order in which they are asked for a letter. False when the
 * file cannot be read or names no font.
 */
bool font_stack_read(struct fonts *fonts, const char *stack_file) NODISCARD;

/* A font of the stack at an em of `size` px; NULL when it cannot be opened. */
TTF_Font *font_stack_get(struct fonts *fonts, size_t index, enum weight weight, int size);

/*
 * The font that draws a code point: `previous` when it can (marks and digits stay with their
 * neighbours), else the first of the stack that has it; -1 when none has.
 */
int font_stack_find(struct fonts *fonts, uint32_t point, int previous);
