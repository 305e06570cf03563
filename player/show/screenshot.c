/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See screenshot.h. A PNG without filters is four chunks round zlib's stream; libpng would be one
 * more library in the process that must never stop.
 */
#include "show/screenshot.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "media/scale.h"

#include <zlib.h>

#define LOG_MODULE "screenshot"

#define ARENA_BYTES_MAX ((size_t)8 << 20)
#define PNG_FIXED_BYTES 128 /* signature, IHDR, IEND and the frames of the chunks */
#define FAST 1              /* zlib's level: flat colours become small at any */

/* ---- PNG ----------------------------------------------------------------------------------- */

struct png {
    unsigned char *at;
    size_t bytes;
};

static void put_number(struct png *png, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        png->at[png->bytes++] = (unsigned char)(number >> shift);
}

static void put_bytes(struct png *png, const void *bytes, size_t count)
{
    memcpy(png->at + png->bytes, bytes, count);
    png->bytes += count;
}

/* Length, name, content, and a check of the last two. */
static void put_chunk(struct png *png, const char *name, const void *bytes, size_t count)
{
    put_number(png, (uint32_t)count);
    size_t from = png->bytes;
    put_bytes(png, name, 4);
    if (count > 0)
        put_bytes(png, bytes, count);
    put_number(png, (uint32_t)crc32(0, png->at + from, (uInt)(png->bytes - from)));
}

/* Each row begins with the number of its filter: 0, none. */
static unsigned char *rows_of(struct arena *arena, const struct pixels *pixels, size_t *ret_bytes)
{
    size_t stride = 3 * (size_t)pixels->width + 1;
    unsigned char *rows = arena_alloc(arena, (size_t)pixels->height, stride);
    for (int y = 0; y < pixels->height; y++) {
        unsigned char *to = rows + (size_t)y * stride + 1;
        for (int x = 0; x < pixels->width; x++) {
            uint32_t pixel = pixels->at[(size_t)y * (size_t)pixels->width + (size_t)x];
            *to++ = (unsigned char)(pixel >> 16);
            *to++ = (unsigned char)(pixel >> 8);
            *to++ = (unsigned char)pixel;
        }
    }
    *ret_bytes = (size_t)pixels->height * stride;
    return rows;
}

struct str screenshot_png(struct arena *arena, const struct pixels *pixels)
{
    static const unsigned char signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };
    size_t count;
    const unsigned char *rows = rows_of(arena, pixels, &count);
    uLongf room = compressBound((uLong)count);
    unsigned char *packed = arena_alloc(arena, room, 1);
    if (compress2(packed, &room, rows, (uLong)count, FAST) != Z_OK)
        return (struct str){ 0 };
    struct png head = { .at = arena_alloc(arena, 16, 1) };
    put_number(&head, (uint32_t)pixels->width);
    put_number(&head, (uint32_t)pixels->height);
    static const unsigned char rgb[] = { 8, 2, 0, 0, 0 }; /* depth, RGB, deflate, filters, rows */
    put_bytes(&head, rgb, sizeof rgb);
    struct png png = { .at = arena_alloc(arena, room + PNG_FIXED_BYTES, 1) };
    put_bytes(&png, signature, sizeof signature);
    put_chunk(&png, "IHDR", head.at, head.bytes);
    put_chunk(&png, "IDAT", packed, room);
    put_chunk(&png, "IEND", NULL, 0);
    return (struct str){ (const char *)png.at, png.bytes };
}

/* ---- when ---------------------------------------------------------------------------------- */

struct screenshot screenshot_new(const char *folder)
{
    return (struct screenshot){ .folder = folder };
}

void screenshot_free(struct screenshot *screenshot)
{
    pixels_free(&screenshot->small);
}

static bool is_due(const struct screenshot *screenshot)
{
    return screenshot->written_at == 0 ||
           clock_mono_ns() - screenshot->written_at >= SCREENSHOT_SECONDS_LEAST * CLOCK_SECOND_NS;
}

void screenshot_take(struct screenshot *screenshot, const struct slide *slide)
{
    const struct pixels *pixels = &slide->pixels;
    int width = SCREENSHOT_SIDE_MAX, height = SCREENSHOT_SIDE_MAX;
    pixels_free(&screenshot->small);
    if (!is_due(screenshot) || !pixels->at)
        return;
    scale_fit(pixels->width, pixels->height, &width, &height);
    if (pixels_new(width, height, &screenshot->small))
        scale_into(pixels, (struct crop){ 0, 0, pixels->width, pixels->height },
                   screenshot->small.at, width, height, width);
}

void screenshot_write(struct screenshot *screenshot)
{
    if (!screenshot->small.at)
        return;
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    char *path = file_join(arena, screenshot->folder, "screenshot.png");
    struct str bytes = screenshot_png(arena, &screenshot->small);
    enum file_outcome outcome = bytes.bytes ? file_write(path, bytes, 0644) : FILE_FAILED;
    if (outcome != FILE_OK && daily_is_due(&screenshot->complaint))
        log_warning("%s %s", path, file_outcome_text(outcome));
    screenshot->written_at = clock_mono_ns();
    pixels_free(&screenshot->small);
    arena_free(arena);
}
