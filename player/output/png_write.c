/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See png_write.h. What fails in libpng jumps; here to a frame of its own that holds nothing.
 */
#include "output/png_write.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>

#define PNG_LEVEL 6 /* of zlib: 9 takes three times as long for 2 % */

struct growing {
    char *at;
    size_t bytes, room;
};

static void take_bytes(png_structp png, png_bytep data, png_size_t bytes)
{
    struct growing *file = png_get_io_ptr(png);
    if (file->room - file->bytes < bytes) {
        size_t room = 2 * (file->room + bytes);
        char *more = realloc(file->at, room);
        if (!more)
            png_error(png, "no memory");
        file->at = more;
        file->room = room;
    }
    memcpy(file->at + file->bytes, data, bytes);
    file->bytes += bytes;
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static void keep_quiet(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void leave(png_structp png, png_const_charp text)
{
    (void)text;
    png_longjmp(png, 1);
}

static void write_rows(png_structp png, png_infop info, const struct pixels *pixels, png_bytep row)
{
    png_set_IHDR(png, info, (png_uint_32)pixels->width, (png_uint_32)pixels->height, 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_compression_level(png, PNG_LEVEL);
    png_write_info(png, info);
    for (int y = 0; y < pixels->height; y++) {
        const uint32_t *from = pixels->at + (size_t)y * (size_t)pixels->width;
        for (int x = 0; x < pixels->width; x++) {
            row[3 * x] = (png_byte)(from[x] >> 16);
            row[3 * x + 1] = (png_byte)(from[x] >> 8);
            row[3 * x + 2] = (png_byte)from[x];
        }
        png_write_row(png, row);
    }
    png_write_end(png, info);
}

/* libpng comes back here when something fails; nothing of this frame is looked at then. */
static bool write_all(png_structp png, png_infop info, const struct pixels *pixels, png_bytep row)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    write_rows(png, info, pixels, row);
    return true;
}

struct str png_write(struct arena *arena, const struct pixels *pixels)
{
    struct growing file = { 0 };
    struct str done = { 0 };
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, leave, keep_quiet);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    png_bytep row = malloc(3 * (size_t)pixels->width);
    if (png)
        png_set_write_fn(png, &file, take_bytes, flush_nothing);
    if (png && info && row && write_all(png, info, pixels, row))
        done = str_copy(arena, (struct str){ file.at, file.bytes });
    png_destroy_write_struct(&png, &info);
    free(row);
    free(file.at);
    return done;
}
