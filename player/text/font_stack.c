/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a font costs about 3 ms: a lobby without Arabic announcements never opens Arabic. */
#include "text/font_stack.h"

#include "base/file.h"

#include <assert.h>

#define STACK_FILE_BYTES_MAX 4096

static void add_font(struct fonts *fonts, struct str folder, struct str line)
{
    struct str regular, bold;
    if (fonts->count == STACK_FONTS_MAX || !str_next(&line, ' ', &regular))
        return;
    bold = str_trim(line);
    if (bold.bytes == 0)
        bold = regular;
    struct stack_font *font = &fonts->stack[fonts->count++];
    char *base = str_c(fonts->arena, folder);
    font->paths[WEIGHT_REGULAR] = file_join(fonts->arena, base, str_c(fonts->arena, regular));
    font->paths[WEIGHT_BOLD] = file_join(fonts->arena, base, str_c(fonts->arena, bold));
}

bool font_stack_read(struct fonts *fonts, const char *stack_file)
{
    struct str file, line, folder = STR("/usr/share/fonts");
    if (file_read(fonts->arena, stack_file, STACK_FILE_BYTES_MAX, &file) != FILE_OK)
        return false;
    while (str_next(&file, '\n', &line)) {
        line = str_trim(line);
        if (line.bytes == 0 || line.at[0] == '#')
            continue;
        if (str_starts(line, "folder "))
            folder = str_trim(str_slice(line, 7, line.bytes));
        else
            add_font(fonts, folder, line);
    }
    return fonts->count > 0;
}

TTF_Font *font_stack_get(struct fonts *fonts, size_t index, enum weight weight, int size)
{
    assert(index < fonts->count);
    struct stack_font *entry = &fonts->stack[index];
    if (!entry->tried[weight]) {
        entry->tried[weight] = true;
        entry->fonts[weight] = TTF_OpenFont(entry->paths[weight], size);
        entry->sizes[weight] = size;
        if (entry->fonts[weight])
            TTF_SetFontHinting(entry->fonts[weight], TTF_HINTING_LIGHT_SUBPIXEL);
    }
    TTF_Font *font = entry->fonts[weight];
    if (font && entry->sizes[weight] != size) {
        if (TTF_SetFontSize(font, size) != 0)
            return NULL;
        entry->sizes[weight] = size;
    }
    return font;
}

static bool has(struct fonts *fonts, size_t index, uint32_t point)
{
    struct stack_font *entry = &fonts->stack[index];
    int size = entry->tried[WEIGHT_REGULAR] ? entry->sizes[WEIGHT_REGULAR] : MEASURE_SIZE;
    TTF_Font *font = font_stack_get(fonts, index, WEIGHT_REGULAR, size);
    return font && TTF_GlyphIsProvided32(font, point);
}

int font_stack_find(struct fonts *fonts, uint32_t point, int previous)
{
    if (previous >= 0 && has(fonts, (size_t)previous, point))
        return previous;
    for (size_t i = 0; i < fonts->count; i++) {
        if (has(fonts, i, point))
            return (int)i;
    }
    return -1;
}
