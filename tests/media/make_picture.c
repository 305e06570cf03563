/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PNG and RIFF are written here byte by byte, since the tests want wrong ones; what is inside a
 * JPEG or a WebP is made by the libraries.
 */
#include "make_picture.h"

#include "media_tests.h"

/* clang-format off */
#include <stdio.h> /* jpeglib.h wants it before */
#include <jpeglib.h>
/* clang-format on */
#include <stdlib.h>
#include <webp/decode.h>
#include <webp/encode.h>
#include <zlib.h>

#define PNG_SIGNATURE "\x89PNG\r\n\x1a\n"

const int32_t srgb_colourants[9] = { 28578, 14581, 911, 25240, 46981, 6362, 9375, 3974, 46792 };
const int32_t adobe_colourants[9] = { 39958, 20407, 1275, 13453, 40989, 3987, 9772, 4140, 48795 };

static void add_bytes(struct text *text, const void *bytes, size_t count)
{
    text_add(text, (struct str){ bytes, count });
}

void add_be32(struct text *text, uint32_t number)
{
    uint8_t bytes[] = { (uint8_t)(number >> 24), (uint8_t)(number >> 16), (uint8_t)(number >> 8),
                        (uint8_t)number };
    add_bytes(text, bytes, sizeof bytes);
}

void add_le32(struct text *text, uint32_t number)
{
    uint8_t bytes[] = { (uint8_t)number, (uint8_t)(number >> 8), (uint8_t)(number >> 16),
                        (uint8_t)(number >> 24) };
    add_bytes(text, bytes, sizeof bytes);
}

struct text png_start(struct arena *arena)
{
    struct text png = text_new(arena, TEST_BYTES_MAX);
    text_add(&png, STR(PNG_SIGNATURE));
    return png;
}

void png_chunk(struct text *png, const char *type, struct str data)
{
    add_be32(png, (uint32_t)data.bytes);
    size_t start = png->bytes;
    text_add(png, str_of(type));
    text_add(png, data);
    add_be32(png, (uint32_t)crc32_z(0, (const Bytef *)png->at + start, png->bytes - start));
}

void png_header(struct text *png, uint32_t width, uint32_t height, uint8_t depth, uint8_t colour)
{
    struct text header = text_new(png->arena, 13);
    add_be32(&header, width);
    add_be32(&header, height);
    add_bytes(&header, (uint8_t[]){ depth, colour, 0, 0, 0 }, 5);
    png_chunk(png, "IHDR", text_str(&header));
}

void png_rows(struct text *png, const uint8_t *rows, size_t row_bytes, size_t count)
{
    struct text plain = text_new(png->arena, TEST_BYTES_MAX);
    for (size_t y = 0; y < count; y++) {
        add_bytes(&plain, "", 1);
        add_bytes(&plain, rows + y * row_bytes, row_bytes);
    }
    uLongf packed_bytes = compressBound(plain.bytes);
    Bytef *packed = arena_alloc(png->arena, packed_bytes, 1);
    assert_int_equal(compress(packed, &packed_bytes, (const Bytef *)plain.at, plain.bytes), Z_OK);
    png_chunk(png, "IDAT", (struct str){ (const char *)packed, packed_bytes });
}

struct str make_png(struct arena *arena, int width, int height, uint8_t depth, uint8_t colour)
{
    static const uint8_t channels[] = { 1, 0, 3, 1, 2, 0, 4 };
    size_t row_bytes = ((size_t)width * channels[colour] * depth + 7) / 8;
    struct text png = png_start(arena);
    png_header(&png, (uint32_t)width, (uint32_t)height, depth, colour);
    if (colour == 3)
        png_chunk(&png, "PLTE", STR("\0\0\0\xff\xff\xff"));
    png_rows(&png, arena_alloc(arena, row_bytes, (size_t)height), row_bytes, (size_t)height);
    png_chunk(&png, "IEND", STR(""));
    return text_str(&png);
}

struct str make_png_of(struct arena *arena, const uint32_t *pixels, int width, int height,
                       struct str exif)
{
    size_t count = (size_t)width * (size_t)height;
    uint8_t *rows = arena_alloc(arena, count, 4);
    for (size_t i = 0; i < count; i++) {
        rows[4 * i] = (uint8_t)(pixels[i] >> 16);
        rows[4 * i + 1] = (uint8_t)(pixels[i] >> 8);
        rows[4 * i + 2] = (uint8_t)pixels[i];
        rows[4 * i + 3] = (uint8_t)(pixels[i] >> 24);
    }
    struct text png = png_start(arena);
    png_header(&png, (uint32_t)width, (uint32_t)height, 8, 6);
    if (exif.bytes > 0)
        png_chunk(&png, "eXIf", exif);
    png_rows(&png, rows, 4 * (size_t)width, (size_t)height);
    png_chunk(&png, "IEND", STR(""));
    return text_str(&png);
}

static uint32_t be32_at(struct str bytes, size_t at)
{
    const uint8_t *number = (const uint8_t *)bytes.at + at;
    return (uint32_t)number[0] << 24 | (uint32_t)number[1] << 16 | (uint32_t)number[2] << 8 |
           number[3];
}

size_t png_find(struct str png, const char *type)
{
    size_t at = 8;
    while (at + 12 <= png.bytes && memcmp(png.at + at + 4, type, 4) != 0)
        at += 12 + (size_t)be32_at(png, at);
    assert_true(at + 12 <= png.bytes);
    return at;
}

void png_mend(struct str png)
{
    size_t at = 8;
    while (at + 12 <= png.bytes) {
        size_t length = be32_at(png, at);
        if (length > png.bytes - at - 12)
            return;
        uLong crc = crc32_z(0, (const Bytef *)png.at + at + 4, length + 4);
        char *place = (char *)(uintptr_t)png.at + at + 8 + length;
        for (int i = 0; i < 4; i++)
            place[i] = (char)(crc >> (24 - 8 * i));
        at += 12 + length;
    }
}

/* Soft waves, so that a scan holds more than empty blocks. */
static void fill_row(JSAMPLE *row, int width, int components, int y)
{
    for (int x = 0; x < width; x++)
        for (int c = 0; c < components; c++)
            row[x * components + c] = (JSAMPLE)(64 + (x * 5 + y * 3 + c * 40) % 128);
}

struct str make_jpeg(struct arena *arena, int width, int height, struct jpeg_kind kind)
{
    struct jpeg_error_mgr errors;
    struct jpeg_compress_struct writer;
    unsigned char *file = NULL;
    unsigned long bytes = 0;
    writer.err = jpeg_std_error(&errors);
    jpeg_create_compress(&writer);
    jpeg_mem_dest(&writer, &file, &bytes);
    writer.image_width = (JDIMENSION)width;
    writer.image_height = (JDIMENSION)height;
    writer.input_components = kind.components;
    writer.in_color_space = kind.components == 1   ? JCS_GRAYSCALE
                            : kind.components == 3 ? JCS_RGB
                                                   : JCS_CMYK;
    jpeg_set_defaults(&writer);
    writer.restart_in_rows = kind.restart_rows;
    if (kind.is_progressive)
        jpeg_simple_progression(&writer);
    jpeg_start_compress(&writer, TRUE);
    if (kind.exif.bytes > 0) {
        struct str segment = str_join(arena, STR("Exif\0\0"), kind.exif);
        jpeg_write_marker(&writer, JPEG_APP0 + 1, (const JOCTET *)segment.at,
                          (unsigned)segment.bytes);
    }
    if (kind.icc.bytes > 0)
        jpeg_write_icc_profile(&writer, (const JOCTET *)kind.icc.at, (unsigned)kind.icc.bytes);
    JSAMPLE *row = arena_alloc(arena, (size_t)width, (size_t)kind.components);
    for (int y = 0; y < height; y++) {
        fill_row(row, width, kind.components, y);
        jpeg_write_scanlines(&writer, &row, 1);
    }
    jpeg_finish_compress(&writer);
    jpeg_destroy_compress(&writer);
    struct str jpeg = str_copy(arena, (struct str){ (const char *)file, bytes });
    free(file);
    return jpeg;
}

struct str make_webp(struct arena *arena, const uint32_t *pixels, int width, int height,
                     bool is_lossless)
{
    /* libwebp's BGRA in bytes is ARGB in words. */
    uint8_t *file = NULL;
    size_t bytes =
        is_lossless
            ? WebPEncodeLosslessBGRA((const uint8_t *)pixels, width, height, 4 * width, &file)
            : WebPEncodeBGRA((const uint8_t *)pixels, width, height, 4 * width, 90, &file);
    assert_true(bytes > 0);
    struct str webp = str_copy(arena, (struct str){ (const char *)file, bytes });
    WebPFree(file);
    return webp;
}

struct str webp_chunk(struct arena *arena, const char *type, struct str data)
{
    struct text chunk = text_new(arena, TEST_BYTES_MAX);
    text_add(&chunk, str_of(type));
    add_le32(&chunk, (uint32_t)data.bytes);
    text_add(&chunk, data);
    if (data.bytes % 2 == 1)
        add_bytes(&chunk, "", 1);
    return text_str(&chunk);
}

struct str make_webp_extended(struct arena *arena, struct str webp, uint8_t flags,
                              struct str before, struct str after)
{
    int width, height;
    assert_true(WebPGetInfo((const uint8_t *)webp.at, webp.bytes, &width, &height));
    uint8_t head[10] = { flags };
    for (int i = 0; i < 3; i++) {
        head[4 + i] = (uint8_t)((width - 1) >> (8 * i));
        head[7 + i] = (uint8_t)((height - 1) >> (8 * i));
    }
    struct str parts[] = { webp_chunk(arena, "VP8X", (struct str){ (char *)head, sizeof head }),
                           before, str_slice(webp, 12, webp.bytes), after };
    struct text riff = text_new(arena, TEST_BYTES_MAX);
    size_t bytes = 4;
    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        bytes += parts[i].bytes;
    text_add(&riff, STR("RIFF"));
    add_le32(&riff, (uint32_t)bytes);
    text_add(&riff, STR("WEBP"));
    for (size_t i = 0; i < ARRAY_LEN(parts); i++)
        text_add(&riff, parts[i]);
    return text_str(&riff);
}

/* A number of 16 or 32 bits in the file's order. */
static void add_tiff(struct text *tiff, uint32_t number, int bytes, bool is_little)
{
    for (int i = 0; i < bytes; i++)
        add_bytes(tiff, &(char){ (char)(number >> 8 * (is_little ? i : bytes - 1 - i)) }, 1);
}

static void add_field(struct text *tiff, uint32_t tag, uint32_t type, uint32_t value,
                      bool is_little)
{
    int value_bytes = type == 3 ? 2 : 4;
    add_tiff(tiff, tag, 2, is_little);
    add_tiff(tiff, type, 2, is_little);
    add_tiff(tiff, 1, 4, is_little);
    add_tiff(tiff, value, value_bytes, is_little);
    add_bytes(tiff, "\0\0", (size_t)(4 - value_bytes));
}

struct str make_exif(struct arena *arena, int turn, bool is_little, bool has_place)
{
    struct text tiff = text_new(arena, TEST_BYTES_MAX);
    text_add(&tiff, is_little ? STR("II*\0") : STR("MM\0*"));
    add_tiff(&tiff, 8, 4, is_little);
    add_tiff(&tiff, has_place ? 2 : 1, 2, is_little);
    add_field(&tiff, 0x0112, 3, (uint32_t)turn, is_little);
    if (has_place)
        add_field(&tiff, 0x8825, 4, 8 + 2 + 2 * 12 + 4, is_little);
    add_tiff(&tiff, 0, 4, is_little); /* no further folder */
    if (has_place) {
        add_tiff(&tiff, 1, 2, is_little);
        add_field(&tiff, 2, 4, 0, is_little);
        add_tiff(&tiff, 0, 4, is_little);
    }
    return text_str(&tiff);
}

struct str make_icc(struct arena *arena, const char *space, const int32_t colourants[9])
{
    static const char *const tags[] = { "rXYZ", "gXYZ", "bXYZ" };
    struct text icc = text_new(arena, 4096);
    add_bytes(&icc, (char[16]){ 0 }, 16);
    text_add(&icc, str_of(space));
    add_bytes(&icc, (char[16]){ 0 }, 16);
    text_add(&icc, STR("acsp"));
    add_bytes(&icc, (char[88]){ 0 }, 88);
    add_be32(&icc, 3);
    for (uint32_t i = 0; i < 3; i++) {
        text_add(&icc, str_of(tags[i]));
        add_be32(&icc, 128 + 4 + 3 * 12 + 20 * i);
        add_be32(&icc, 20);
    }
    for (size_t i = 0; i < 9; i++) {
        if (i % 3 == 0)
            text_add(&icc, STR("XYZ \0\0\0\0"));
        add_be32(&icc, (uint32_t)colourants[i]);
    }
    return text_str(&icc);
}
