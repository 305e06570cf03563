/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Each format is a row of parts; those that hold facts are left out. To keep what is known to be
 * needed was weighed, and to drop what is known to be private: the first forgets a colour profile,
 * the second a place. Here metadata goes as a whole, and the turn is written anew.
 *
 * Decoding the picture and saving it again would do too, but makes a JPEG worse each time.
 */
#include "media/strip.h"

#include "media/probe.h"
#include "media/probe_format.h"

#include <zlib.h>

#define EXIF_BYTES_MAX 64

struct strip {
    struct arena *arena;
    struct str bytes;
    const struct probe *probe;
    struct text out;
};

static void put_number(struct text *out, uint32_t number, int bytes, bool is_little)
{
    for (int i = 0; i < bytes; i++) {
        int shift = 8 * (is_little ? i : bytes - 1 - i);
        char byte = (char)(number >> shift & 0xFF);
        text_add(out, (struct str){ &byte, 1 });
    }
}

/* TIFF of one tag: how the camera was held. */
static struct str turn_exif(struct strip *strip)
{
    struct text exif = text_new(strip->arena, EXIF_BYTES_MAX);
    text_add(&exif, (struct str){ "MM\0*\0\0\0\x08\0\x01", 10 });
    text_add(&exif, (struct str){ "\x01\x12\0\x03\0\0\0\x01\0", 9 });
    put_number(&exif, (uint32_t)strip->probe->turn, 1, false);
    text_add(&exif, (struct str){ "\0\0\0\0\0\0", 6 });
    return text_str(&exif);
}

/* ---- JPEG ---------------------------------------------------------------------------------- */

#define MARK_SOI_BYTES 2
#define MARK_APP0 0xE0
#define MARK_APP1 0xE1
#define MARK_APP2 0xE2
#define MARK_APP14 0xEE
#define MARK_APP15 0xEF
#define MARK_COMMENT 0xFE
#define MARK_EOI 0xD9
#define MARK_SOS 0xDA
#define EXIF_START "Exif\0\0"

/* JFIF's and Adobe's parts tell how the colours are meant, the profile which ones they are. */
static bool jpeg_part_stays(uint8_t marker, struct str segment)
{
    if (marker == MARK_APP2)
        return PROBE_HAS(segment, 2, "ICC_PROFILE\0");
    if (marker == MARK_APP0)
        return PROBE_HAS(segment, 2, "JFIF\0");
    bool is_app = marker >= MARK_APP0 && marker <= MARK_APP15;
    return marker == MARK_APP14 || (!is_app && marker != MARK_COMMENT);
}

static void put_jpeg_turn(struct strip *strip)
{
    struct str exif = turn_exif(strip);
    text_add(&strip->out, (struct str){ "\xff\xe1", 2 });
    put_number(&strip->out, (uint32_t)(2 + sizeof EXIF_START - 1 + exif.bytes), 2, false);
    text_add(&strip->out, (struct str){ EXIF_START, sizeof EXIF_START - 1 });
    text_add(&strip->out, exif);
}

/* Where the coded data behind a scan's head ends: at the next marker that is none of its own. */
static size_t scan_end(struct str bytes, size_t at)
{
    for (; at + 1 < bytes.bytes; at++) {
        uint8_t next = probe_byte(bytes, at + 1);
        bool is_own = next == 0 || (next >= 0xD0 && next <= 0xD7) || next == 0xFF;
        if (probe_byte(bytes, at) == 0xFF && !is_own)
            return at;
    }
    return bytes.bytes;
}

static bool strip_jpeg(struct strip *strip)
{
    struct str bytes = strip->bytes;
    size_t at = MARK_SOI_BYTES;
    bool turn_is_put = strip->probe->turn == 1;
    text_add(&strip->out, str_slice(bytes, 0, MARK_SOI_BYTES));
    while (at + 4 <= bytes.bytes || probe_byte(bytes, at + 1) == MARK_EOI) {
        uint8_t marker = probe_byte(bytes, at + 1);
        if (marker == 0xFF) { /* a fill byte */
            at++;
            continue;
        }
        if (marker == MARK_EOI) {
            text_add(&strip->out, str_slice(bytes, at, 2));
            return true; /* what phones put behind it stays away */
        }
        size_t length = 2 + (size_t)probe_be16(bytes, at + 2);
        if (marker == MARK_SOS)
            length = scan_end(bytes, at + length) - at;
        if (!turn_is_put && marker != MARK_APP0) {
            put_jpeg_turn(strip);
            turn_is_put = true;
        }
        struct str segment = str_slice(bytes, at, length);
        if (jpeg_part_stays(marker, str_slice(segment, 2, segment.bytes)))
            text_add(&strip->out, segment);
        at += length;
    }
    return false;
}

/* ---- PNG ----------------------------------------------------------------------------------- */

#define PNG_START_BYTES 8
#define CHUNK_FRAME_BYTES 12 /* length, type, CRC */
#define CHUNK_TYPE_AT 4

static void put_chunk(struct strip *strip, const char *type, struct str data)
{
    struct str name = { type, 4 };
    put_number(&strip->out, (uint32_t)data.bytes, 4, false);
    text_add(&strip->out, name);
    text_add(&strip->out, data);
    uLong crc = crc32_z(0, (const Bytef *)name.at, name.bytes);
    put_number(&strip->out, (uint32_t)crc32_z(crc, (const Bytef *)data.at, data.bytes), 4, false);
}

static bool png_chunk_goes(struct str chunk)
{
    static const char *const types[] = { "eXIf", "iTXt", "tEXt", "zTXt", "tIME" };
    for (size_t i = 0; i < ARRAY_LEN(types); i++)
        if (probe_has(chunk, CHUNK_TYPE_AT, types[i], 4))
            return true;
    return false;
}

static bool strip_png(struct strip *strip)
{
    struct str rest = str_slice(strip->bytes, PNG_START_BYTES, strip->bytes.bytes);
    text_add(&strip->out, str_slice(strip->bytes, 0, PNG_START_BYTES));
    while (rest.bytes >= CHUNK_FRAME_BYTES) {
        size_t length = CHUNK_FRAME_BYTES + (size_t)probe_be32(rest, 0);
        struct str chunk = str_slice(rest, 0, length);
        rest = str_slice(rest, length, rest.bytes);
        if (!png_chunk_goes(chunk))
            text_add(&strip->out, chunk);
        if (PROBE_HAS(chunk, CHUNK_TYPE_AT, "IHDR") && strip->probe->turn != 1)
            put_chunk(strip, "eXIf", turn_exif(strip));
        if (PROBE_HAS(chunk, CHUNK_TYPE_AT, "IEND"))
            return true;
    }
    return false;
}

/* ---- WebP ---------------------------------------------------------------------------------- */

#define RIFF_BYTES 12
#define RIFF_LENGTH_AT 4
#define WEBP_CHUNK_HEAD_BYTES 8
#define WEBP_FLAG_XMP 0x04
#define WEBP_FLAG_EXIF 0x08

/* The head of the extended form says what follows. */
static void put_webp_head(struct strip *strip, struct str chunk)
{
    uint8_t flags = probe_byte(chunk, WEBP_CHUNK_HEAD_BYTES);
    flags &= (uint8_t) ~(WEBP_FLAG_XMP | WEBP_FLAG_EXIF);
    if (strip->probe->turn != 1)
        flags |= WEBP_FLAG_EXIF;
    text_add(&strip->out, str_slice(chunk, 0, WEBP_CHUNK_HEAD_BYTES));
    put_number(&strip->out, flags, 1, true);
    text_add(&strip->out, str_slice(chunk, WEBP_CHUNK_HEAD_BYTES + 1, chunk.bytes));
}

static void put_webp_turn(struct strip *strip)
{
    struct str exif = turn_exif(strip);
    text_add(&strip->out, STR("EXIF"));
    put_number(&strip->out, (uint32_t)exif.bytes, 4, true);
    text_add(&strip->out, exif); /* its length is even */
}

static bool strip_webp(struct strip *strip)
{
    struct str rest = str_slice(strip->bytes, RIFF_BYTES, strip->bytes.bytes);
    text_add(&strip->out, str_slice(strip->bytes, 0, RIFF_BYTES));
    while (rest.bytes >= WEBP_CHUNK_HEAD_BYTES) {
        size_t data = probe_le32(rest, 4), length = WEBP_CHUNK_HEAD_BYTES + data + (data & 1);
        struct str chunk = str_slice(rest, 0, length);
        rest = str_slice(rest, length, rest.bytes);
        if (PROBE_HAS(chunk, 0, "VP8X"))
            put_webp_head(strip, chunk);
        else if (!PROBE_HAS(chunk, 0, "EXIF") && !PROBE_HAS(chunk, 0, "XMP "))
            text_add(&strip->out, chunk);
    }
    if (strip->probe->turn != 1)
        put_webp_turn(strip);
    struct str out = text_str(&strip->out);
    struct text length = text_new(strip->arena, 8);
    put_number(&length, (uint32_t)(out.bytes - 8), 4, true);
    memcpy(strip->out.at + RIFF_LENGTH_AT, text_str(&length).at, 4);
    return true;
}

/* ---- all of them --------------------------------------------------------------------------- */

typedef bool stripper_fn(struct strip *strip);

static stripper_fn *const strippers[] = {
    [PICTURE_PNG] = strip_png,
    [PICTURE_JPEG] = strip_jpeg,
    [PICTURE_WEBP] = strip_webp,
};

struct str picture_strip(struct arena *arena, struct str bytes, const struct probe *probe)
{
    struct strip strip = { arena, bytes, probe, text_new(arena, bytes.bytes + 256) };
    if (!probe->has_private || !strippers[probe->type](&strip))
        return bytes;
    struct str stripped = text_str(&strip.out);
    struct report ignored = report_new(arena);
    struct probe again;
    bool is_same = probe_picture(stripped, STR(""), PICTURE_FILE_BYTES_MAX, &ignored, &again) &&
                   again.type == probe->type && again.width == probe->width &&
                   again.height == probe->height && again.turn == probe->turn && !again.has_private;
    return is_same ? stripped : bytes;
}
