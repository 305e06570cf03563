/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WebP (RFC 9649): a RIFF file as long as it says, made of chunks that fill it exactly, with one
 * still picture in it whose own sides are those that the file claims.
 */
#include "media/probe_format.h"

#define RIFF_HEAD_BYTES 8
#define FIRST_CHUNK_AT 12
#define CHUNK_HEAD_BYTES 8
#define CHUNKS_MAX 1000 /* a still picture has at most about ten */

/* RFC 9649, 2.7.1.1: the flags of VP8X. */
#define FLAG_MOVES 0x02
#define FLAG_ALPHA 0x10
#define VP8X_BYTES 10

#define VP8_HEAD_BYTES 10
#define VP8L_HEAD_BYTES 5
#define VP8L_SIGNATURE 0x2f

struct webp {
    struct probe *probe;
    bool is_extended, has_picture;
    uint32_t width, height; /* the canvas of an extended file */
};

static enum probe_verdict take_sides(struct webp *webp, uint32_t width, uint32_t height)
{
    if (webp->has_picture)
        return PROBE_DAMAGED;
    webp->has_picture = true;
    if (webp->is_extended && (width != webp->width || height != webp->height))
        return PROBE_DAMAGED;
    return probe_sides(width, height, webp->probe);
}

static enum probe_verdict on_lossy(struct webp *webp, struct str data)
{
    uint32_t tag = probe_le24(data, 0);
    bool is_key_frame = (tag & 1) == 0, is_shown = (tag >> 4 & 1) == 1;
    uint32_t version = tag >> 1 & 7, first_part = tag >> 5;
    if (data.bytes < VP8_HEAD_BYTES || !PROBE_HAS(data, 3, "\x9d\x01\x2a") || !is_key_frame ||
        !is_shown || version > 3 || first_part > data.bytes - VP8_HEAD_BYTES)
        return PROBE_DAMAGED;
    /* The two bits above each side ask for scaling, which nobody does. */
    return take_sides(webp, probe_le16(data, 6) & 0x3fff, probe_le16(data, 8) & 0x3fff);
}

static enum probe_verdict on_lossless(struct webp *webp, struct str data)
{
    uint32_t bits = probe_le32(data, 1);
    if (data.bytes < VP8L_HEAD_BYTES || probe_byte(data, 0) != VP8L_SIGNATURE || bits >> 29 != 0)
        return PROBE_DAMAGED;
    webp->probe->has_alpha = webp->probe->has_alpha || (bits >> 28 & 1) == 1;
    return take_sides(webp, 1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff));
}

static enum probe_verdict on_extended(struct webp *webp, struct str data)
{
    if (webp->is_extended || webp->has_picture || data.bytes < VP8X_BYTES)
        return PROBE_DAMAGED;
    uint8_t flags = probe_byte(data, 0);
    webp->is_extended = true;
    webp->width = 1 + probe_le24(data, 4);
    webp->height = 1 + probe_le24(data, 7);
    webp->probe->has_alpha = (flags & FLAG_ALPHA) != 0;
    if ((flags & FLAG_MOVES) != 0)
        return PROBE_MOVES;
    return probe_sides(webp->width, webp->height, webp->probe);
}

static enum probe_verdict on_movement(struct webp *webp, struct str data)
{
    (void)webp;
    (void)data;
    return PROBE_MOVES;
}

static enum probe_verdict on_profile(struct webp *webp, struct str data)
{
    webp->probe->foreign_profile = probe_icc_is_foreign(data);
    return PROBE_OK;
}

static enum probe_verdict on_exif(struct webp *webp, struct str data)
{
    probe_exif(data, webp->probe);
    return PROBE_OK;
}

static enum probe_verdict on_xmp(struct webp *webp, struct str data)
{
    probe_xmp(data, webp->probe);
    return PROBE_OK;
}

static const struct {
    char type[5];
    enum probe_verdict (*take)(struct webp *webp, struct str data);
} takers[] = {
    { "VP8X", on_extended }, { "VP8 ", on_lossy },    { "VP8L", on_lossless },
    { "ANIM", on_movement }, { "ANMF", on_movement }, { "ICCP", on_profile },
    { "EXIF", on_exif },     { "XMP ", on_xmp },
};

/* Takes one chunk off the front; chunks of unknown types are allowed and skipped. */
static enum probe_verdict take_chunk(struct webp *webp, struct str *rest)
{
    uint32_t length = probe_le32(*rest, 4);
    if (rest->bytes < CHUNK_HEAD_BYTES || length > rest->bytes - CHUNK_HEAD_BYTES)
        return PROBE_DAMAGED; /* the file as a whole has the length it claims */
    struct str type = str_slice(*rest, 0, 4), data = str_slice(*rest, CHUNK_HEAD_BYTES, length);
    /* Chunks are padded to whole pairs of bytes; some writers forget the last one. */
    *rest = str_slice(*rest, CHUNK_HEAD_BYTES + (size_t)length + (length & 1), rest->bytes);
    for (size_t i = 0; i < ARRAY_LEN(takers); i++)
        if (str_is(type, takers[i].type))
            return takers[i].take(webp, data);
    return PROBE_OK;
}

enum probe_verdict probe_webp(struct str bytes, struct probe *ret_probe)
{
    if (bytes.bytes < FIRST_CHUNK_AT)
        return PROBE_CUT;
    size_t claimed = RIFF_HEAD_BYTES + (size_t)probe_le32(bytes, 4);
    if (claimed > bytes.bytes)
        return PROBE_CUT;
    if (bytes.bytes - claimed > (claimed & 1) || claimed < FIRST_CHUNK_AT)
        return PROBE_DAMAGED;
    struct webp webp = { .probe = ret_probe };
    struct str rest = str_slice(bytes, FIRST_CHUNK_AT, claimed - FIRST_CHUNK_AT);
    enum probe_verdict verdict = PROBE_OK;
    for (unsigned count = 0; verdict == PROBE_OK && rest.bytes > 0; count++)
        verdict = count < CHUNKS_MAX ? take_chunk(&webp, &rest) : PROBE_DAMAGED;
    if (verdict == PROBE_OK && !webp.has_picture)
        verdict = PROBE_DAMAGED;
    ret_probe->components = ret_probe->has_alpha ? 4 : 3;
    return verdict;
}
