/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * SDL2_image 2.6.3 shows a grey PNG with one transparent tone in wrong colours (it takes the pairs
 * of grey and alpha for 16-bit colours), and tools that make PNGs smaller write that kind. libpng
 * knows how to bring every kind to four bytes a pixel; asked directly it also reads nothing but the
 * picture: texts, profiles and the like are passed over unopened. Rows are read in bands, so that
 * the picture lies in memory only once.
 */
#include "media/decode_png.h"

#include "media/picture_facts.h"
#include "media/turn.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

#define BAND_ROWS 16 /* enough for turn_rows to write in runs */
#define PIXEL_BYTES 4

struct source {
    const uint8_t *at;
    size_t left;
};

struct reading {
    png_struct *png;
    png_info *info;
    uint32_t *rows; /* a band; the whole picture when it is interlaced */
};

static void read_bytes(png_struct *png, uint8_t *to, size_t bytes)
{
    struct source *source = png_get_io_ptr(png);
    if (bytes > source->left)
        png_error(png, "end");
    memcpy(to, source->at, bytes);
    source->at += bytes;
    source->left -= bytes;
}

static void stop(png_struct *png, const char *message)
{
    (void)message;
    png_longjmp(png, 1);
}

static void ignore(png_struct *png, const char *message)
{
    (void)png;
    (void)message;
}

/* Everything becomes alpha, red, green, blue of 8 bits in the order of a uint32_t. */
static void ask_for_argb(const struct reading *reading)
{
    bool has_alpha = (png_get_color_type(reading->png, reading->info) & PNG_COLOR_MASK_ALPHA) ||
                     png_get_valid(reading->png, reading->info, PNG_INFO_tRNS);
    png_set_expand(reading->png);
    png_set_scale_16(reading->png);
    png_set_gray_to_rgb(reading->png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    png_set_bgr(reading->png);
    if (!has_alpha)
        png_set_add_alpha(reading->png, 0xff, PNG_FILLER_AFTER);
#else
    if (has_alpha)
        png_set_swap_alpha(reading->png);
    else
        png_set_add_alpha(reading->png, 0xff, PNG_FILLER_BEFORE);
#endif
}

static void read_header(const struct reading *reading, struct source *source)
{
    png_set_read_fn(reading->png, source, read_bytes);
    png_set_user_limits(reading->png, PICTURE_SIDE_MAX, PICTURE_SIDE_MAX);
    /* All that is neither pixels, palette nor transparency. */
    png_set_keep_unknown_chunks(reading->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_read_info(reading->png, reading->info);
}

static bool is_as_probed(const struct reading *reading, const struct decode_request *request)
{
    return png_get_image_width(reading->png, reading->info) == request->width &&
           png_get_image_height(reading->png, reading->info) == request->height;
}

/* Reads all rows; an interlaced picture comes in several passes over the same rows. */
static void read_rows(struct reading *reading, const struct decode_request *request, uint32_t *to)
{
    int passes = png_set_interlace_handling(reading->png);
    int width = (int)request->width, height = (int)request->height;
    struct turn turn = { (int)request->turn, width, height };
    int at_once = passes > 1 ? height : BAND_ROWS;
    png_read_update_info(reading->png, reading->info);
    if (png_get_rowbytes(reading->png, reading->info) != (size_t)width * PIXEL_BYTES)
        png_error(reading->png, "not four bytes a pixel");
    reading->rows = calloc((size_t)at_once * (size_t)width, PIXEL_BYTES);
    if (!reading->rows)
        png_error(reading->png, "no memory");
    for (int y = 0; y < height; y += at_once) {
        int count = height - y < at_once ? height - y : at_once;
        for (int pass = 0; pass < passes; pass++)
            for (int row = 0; row < count; row++)
                png_read_row(reading->png,
                             (png_byte *)(reading->rows + (size_t)row * (size_t)width), NULL);
        turn_rows(turn, reading->rows, y, count, to);
    }
    png_read_end(reading->png, NULL);
}

/* In a function of its own: what setjmp comes back to must not have changed. */
static enum decode_status read_picture(struct reading *reading, struct source *source,
                                       const struct decode_request *request, uint32_t *to)
{
    if (setjmp(png_jmpbuf(reading->png)) != 0)
        return DECODE_STATUS_REFUSED;
    read_header(reading, source);
    if (!is_as_probed(reading, request))
        return DECODE_STATUS_REFUSED;
    ask_for_argb(reading);
    read_rows(reading, request, to);
    return DECODE_STATUS_DONE;
}

enum decode_status decode_png(const struct decode_request *request, const void *file, uint32_t *to)
{
    struct source source = { file, request->bytes };
    struct reading reading = { .png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, stop,
                                                             ignore) };
    if (reading.png)
        reading.info = png_create_info_struct(reading.png);
    enum decode_status status = DECODE_STATUS_FAILED;
    if (reading.info)
        status = read_picture(&reading, &source, request, to);
    png_destroy_read_struct(&reading.png, &reading.info, NULL);
    free(reading.rows);
    return status;
}
