/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PNG: every chunk's length, kind, order and CRC (PNG Specification, third edition). A huge bKGD
 * chunk kept a decoder busy past 150 s, and random bit flips past 10 s in 15 of 800 files: with
 * wrong CRCs or absurd lengths a file does not get that far. What is packed inside IDAT is the
 * decoder's to judge, under its limits.
 *
 * Bytes behind IEND are let pass, as every viewer does.
 */
#include "media/probe_format.h"

#include <stdlib.h>
#include <zlib.h>

#define XMP_KEYWORD "XML:com.adobe.xmp"
#define SIGNATURE "\x89PNG\r\n\x1a\n"
#define SIGNATURE_BYTES 8
#define CHUNK_FRAME_BYTES 12        /* length, type, CRC */
#define CHUNK_BYTES_MAX 0x7fffffffu /* the specification's */
/* Nothing but pixels needs more; the longest in real files are colour profiles and XMP. */
#define ANCILLARY_BYTES_MAX (1u << 20)
#define ANCILLARY_COUNT_MAX 1000 /* libpng keeps no more either (PNG_USER_CHUNK_CACHE_MAX) */
#define PALETTE_MAX 256
#define PROFILE_NAME_MAX 80          /* with its zero byte */
#define PROFILE_UNPACKED (64u << 10) /* enough for header and tags of any RGB profile */

enum colour { GREY = 0, RGB = 2, PALETTE = 3, GREY_ALPHA = 4, RGBA = 6 };

static const struct {
    uint8_t depths; /* bits 1, 2, 4, 8 and 16 as a set */
    uint8_t components;
    bool has_alpha;
} colours[] = {
    [GREY] = { 1 | 2 | 4 | 8 | 16, 1, false },
    [RGB] = { 8 | 16, 3, false },
    [PALETTE] = { 1 | 2 | 4 | 8, 3, false },
    [GREY_ALPHA] = { 8 | 16, 2, true },
    [RGBA] = { 8 | 16, 4, true },
};

/* Known chunks with the lengths they may have; others only need to be short enough. */
static const struct known {
    char type[5];
    uint32_t least, most;
} known_chunks[] = {
    { "IEND", 0, 0 },
    { "PLTE", 3, 3 * PALETTE_MAX },
    { "IDAT", 0, CHUNK_BYTES_MAX },
    { "tRNS", 1, 256 },
    { "bKGD", 1, 6 },
    { "gAMA", 4, 4 },
    { "cHRM", 32, 32 },
    { "sRGB", 1, 1 },
    { "pHYs", 9, 9 },
    { "sBIT", 1, 4 },
    { "tIME", 7, 7 },
    { "hIST", 2, 512 },
    { "oFFs", 9, 9 },
    { "sTER", 1, 1 },
    { "cICP", 4, 4 },
    { "acTL", 8, 8 },
    { "fcTL", 26, 26 },
    { "fdAT", 4, CHUNK_BYTES_MAX },
};

struct chunk {
    struct str type, data;
    bool is_ancillary;
};

struct png {
    struct probe *probe;
    enum colour colour;
    unsigned ancillary_count;
    bool has_palette, has_data, data_ended, moves, has_ended;
};

static bool is_chunk_type(struct str type)
{
    for (size_t i = 0; i < type.bytes; i++) {
        char letter = (char)(type.at[i] | 0x20);
        if (letter < 'a' || letter > 'z')
            return false;
    }
    return true;
}

/* The next chunk, with its length and its CRC checked. */
static enum probe_verdict chunk_next(struct str *rest, struct chunk *ret_chunk)
{
    if (rest->bytes < CHUNK_FRAME_BYTES)
        return PROBE_CUT;
    uint32_t length = probe_be32(*rest, 0);
    struct chunk chunk = { .type = str_slice(*rest, 4, 4) };
    if (!is_chunk_type(chunk.type))
        return PROBE_DAMAGED;
    chunk.is_ancillary = (chunk.type.at[0] & 0x20) != 0; /* a small first letter */
    uint32_t least = 0;
    uint32_t most = chunk.is_ancillary ? ANCILLARY_BYTES_MAX : CHUNK_BYTES_MAX;
    for (size_t i = 0; i < ARRAY_LEN(known_chunks); i++) {
        if (str_is(chunk.type, known_chunks[i].type)) {
            least = known_chunks[i].least;
            most = known_chunks[i].most;
        }
    }
    if (length < least || length > most)
        return PROBE_DAMAGED;
    if (length > rest->bytes - CHUNK_FRAME_BYTES)
        return PROBE_CUT;
    chunk.data = str_slice(*rest, 8, length);
    /* The CRC covers type and data. */
    if (crc32_z(0, (const Bytef *)chunk.type.at, 4 + (size_t)length) !=
        probe_be32(*rest, 8 + (size_t)length))
        return PROBE_DAMAGED;
    *rest = str_slice(*rest, CHUNK_FRAME_BYTES + (size_t)length, rest->bytes);
    *ret_chunk = chunk;
    return PROBE_OK;
}

static enum probe_verdict read_header(struct png *png, const struct chunk *chunk)
{
    if (!str_is(chunk->type, "IHDR") || chunk->data.bytes != 13)
        return PROBE_DAMAGED;
    uint8_t depth = probe_byte(chunk->data, 8), colour = probe_byte(chunk->data, 9);
    if (colour >= ARRAY_LEN(colours) || depth == 0 || (depth & (depth - 1)) != 0 ||
        (depth & colours[colour].depths) == 0)
        return PROBE_DAMAGED;
    bool is_deflated = probe_byte(chunk->data, 10) == 0,
         is_filtered = probe_byte(chunk->data, 11) == 0;
    if (!is_deflated || !is_filtered || probe_byte(chunk->data, 12) > 1)
        return PROBE_DAMAGED;
    png->colour = (enum colour)colour;
    png->probe->components = colours[colour].components;
    png->probe->has_alpha = colours[colour].has_alpha;
    return probe_sides(probe_be32(chunk->data, 0), probe_be32(chunk->data, 4), png->probe);
}

/* Unpacks at most PROFILE_UNPACKED bytes of a profile and judges those. */
static bool profile_is_foreign(struct str data)
{
    ptrdiff_t name = str_find_byte(str_slice(data, 0, PROFILE_NAME_MAX), '\0');
    if (name < 0 || data.bytes < (size_t)name + 2)
        return false;
    struct str packed = str_slice(data, (size_t)name + 2, data.bytes);
    uint8_t *room = memory_new(PROFILE_UNPACKED, 1);
    z_stream stream = { .next_in = (Bytef *)(uintptr_t)packed.at,
                        .avail_in = (uInt)packed.bytes,
                        .next_out = room,
                        .avail_out = PROFILE_UNPACKED };
    bool is_foreign = false;
    if (inflateInit(&stream) == Z_OK) {
        int result = inflate(&stream, Z_SYNC_FLUSH);
        if (result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR)
            is_foreign = probe_icc_is_foreign((struct str){ (const char *)room, stream.total_out });
        inflateEnd(&stream);
    }
    free(room);
    return is_foreign;
}

static enum probe_verdict on_palette(struct png *png, struct str data)
{
    bool may_have = png->colour == PALETTE || png->colour == RGB || png->colour == RGBA;
    if (png->has_palette || png->has_data || !may_have || data.bytes % 3 != 0)
        return PROBE_DAMAGED;
    png->has_palette = true;
    return PROBE_OK;
}

static enum probe_verdict on_data(struct png *png, struct str data)
{
    (void)data;
    if (png->data_ended || (png->colour == PALETTE && !png->has_palette))
        return PROBE_DAMAGED;
    png->has_data = true;
    return PROBE_OK;
}

static enum probe_verdict on_end(struct png *png, struct str data)
{
    (void)data;
    png->has_ended = true;
    return png->has_data ? PROBE_OK : PROBE_DAMAGED;
}

static enum probe_verdict on_transparency(struct png *png, struct str data)
{
    (void)data;
    if (png->has_data || png->colour == GREY_ALPHA || png->colour == RGBA)
        return PROBE_DAMAGED;
    png->probe->has_alpha = true;
    return PROBE_OK;
}

static enum probe_verdict on_profile(struct png *png, struct str data)
{
    png->probe->foreign_profile = profile_is_foreign(data);
    return PROBE_OK;
}

static enum probe_verdict on_exif(struct png *png, struct str data)
{
    probe_exif(data, png->probe);
    return PROBE_OK;
}

static enum probe_verdict on_text(struct png *png, struct str data)
{
    if (PROBE_HAS(data, 0, XMP_KEYWORD))
        probe_xmp(data, png->probe);
    return PROBE_OK;
}

static enum probe_verdict on_animation(struct png *png, struct str data)
{
    /* Behind the pixels it means nothing; with one picture in it nothing moves. */
    png->moves = png->moves || (!png->has_data && probe_be32(data, 0) != 1);
    return PROBE_OK;
}

static const struct {
    char type[5];
    enum probe_verdict (*take)(struct png *png, struct str data);
} takers[] = {
    { "IDAT", on_data },         { "PLTE", on_palette }, { "IEND", on_end },
    { "tRNS", on_transparency }, { "iCCP", on_profile }, { "eXIf", on_exif },
    { "acTL", on_animation },    { "iTXt", on_text },
};

static enum probe_verdict take_chunk(struct png *png, const struct chunk *chunk)
{
    bool is_data = str_is(chunk->type, "IDAT");
    png->data_ended = png->data_ended || (png->has_data && !is_data);
    if (chunk->is_ancillary && !str_is(chunk->type, "fdAT") && !str_is(chunk->type, "fcTL") &&
        ++png->ancillary_count > ANCILLARY_COUNT_MAX)
        return PROBE_DAMAGED;
    for (size_t i = 0; i < ARRAY_LEN(takers); i++)
        if (str_is(chunk->type, takers[i].type))
            return takers[i].take(png, chunk->data);
    return chunk->is_ancillary ? PROBE_OK : PROBE_DAMAGED;
}

enum probe_verdict probe_png(struct str bytes, struct probe *ret_probe)
{
    if (bytes.bytes < SIGNATURE_BYTES)
        return PROBE_CUT;
    if (!PROBE_HAS(bytes, 0, SIGNATURE))
        return PROBE_DAMAGED; /* for example by a transfer that mends line ends */
    struct png png = { .probe = ret_probe };
    struct str rest = str_slice(bytes, SIGNATURE_BYTES, bytes.bytes);
    struct chunk chunk;
    enum probe_verdict verdict = chunk_next(&rest, &chunk);
    if (verdict == PROBE_OK)
        verdict = read_header(&png, &chunk);
    while (verdict == PROBE_OK && !png.has_ended) {
        verdict = chunk_next(&rest, &chunk);
        if (verdict == PROBE_OK)
            verdict = take_chunk(&png, &chunk);
    }
    return verdict == PROBE_OK && png.moves ? PROBE_OK_FIRST : verdict;
}
