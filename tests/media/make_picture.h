/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures made in memory, right ones and wrong ones. All memory is the arena's. */
#pragma once

#include "base/str.h"

/* A PNG piece by piece: the start, chunks with their right CRC. */
struct text png_start(struct arena *arena);
void png_chunk(struct text *png, const char *type, struct str data);
void png_header(struct text *png, uint32_t width, uint32_t height, uint8_t depth, uint8_t colour);

/* IDAT of packed rows: each row's bytes after a filter byte of 0. */
void png_rows(struct text *png, const uint8_t *rows, size_t row_bytes, size_t count);

/* A whole PNG of the colour type, all its bytes zero. */
struct str make_png(struct arena *arena, int width, int height, uint8_t depth, uint8_t colour);

/* A whole RGBA PNG of ARGB pixels, with EXIF where it is not empty. */
struct str make_png_of(struct arena *arena, const uint32_t *pixels, int width, int height,
                       struct str exif);

/* The place of a chunk's length field; the test fails without one. */
size_t png_find(struct str png, const char *type);

/* Writes the right CRC of every chunk that still can be found. */
void png_mend(struct str png);

struct jpeg_kind {
    int components; /* 1, 3 or 4 */
    bool is_progressive;
    int restart_rows; /* 0: no restart markers */
    struct str exif, icc;
};

/* A JPEG with a soft pattern. */
struct str make_jpeg(struct arena *arena, int width, int height, struct jpeg_kind kind);

/* A WebP of ARGB pixels. */
struct str make_webp(struct arena *arena, const uint32_t *pixels, int width, int height,
                     bool is_lossless);

/* The same in the extended form, with flags and chunks in front of and behind the picture. */
struct str make_webp_extended(struct arena *arena, struct str webp, uint8_t flags,
                              struct str before, struct str after);
struct str webp_chunk(struct arena *arena, const char *type, struct str data);

/* TIFF header with an orientation and, when asked for, a GPS folder with a latitude. */
struct str make_exif(struct arena *arena, int turn, bool is_little, bool has_place);

/* A colour profile with these colourants, in 1/65536. */
struct str make_icc(struct arena *arena, const char *space, const int32_t colourants[9]);
extern const int32_t srgb_colourants[9], adobe_colourants[9];

/* Numbers as bytes. */
void add_be32(struct text *text, uint32_t number);
void add_le32(struct text *text, uint32_t number);
