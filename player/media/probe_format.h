/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the readers of the formats share: numbers out of bytes, and the verdicts that probe.c turns
 * into findings. Only the files of the probe include it.
 */
#pragma once

#include "base/str.h"
#include "media/picture_facts.h"

/* The first verdict that stops a reader is the one that is reported. */
enum probe_verdict {
    PROBE_OK,
    PROBE_OK_FIRST, /* it moves, and its first picture can be shown */
    PROBE_CUT,
    PROBE_DAMAGED,
    PROBE_CMYK,
    PROBE_MOVES,
    PROBE_SIDES,
};

/*
 * Reads a whole PNG. ret_probe is filled in as far as the reader came: width and
 * height are set with PROBE_SIDES, everything with PROBE_OK and PROBE_OK_FIRST.
 */
enum probe_verdict probe_png(struct str bytes, struct probe *ret_probe) NODISCARD;

/* The same for JPEG. */
enum probe_verdict probe_jpeg(struct str bytes, struct probe *ret_probe) NODISCARD;

/* The same for WebP. */
enum probe_verdict probe_webp(struct str bytes, struct probe *ret_probe) NODISCARD;

/* What people send instead of a picture, by what they can do about it. */
enum probe_family {
    FAMILY_PICTURE, /* another kind of picture: saving it anew helps */
    FAMILY_PHONE,
    FAMILY_DOCUMENT,
    FAMILY_DRAWING,
    FAMILY_FILM,
    FAMILY_PACKED,
};

/* The name of such a file type ("HEIC", "PDF"), or NULL; *ret_family is set with a name. */
const char *probe_foreign_name(struct str bytes, enum probe_family *ret_family);

/*
 * Takes orientation and private facts out of EXIF data: a TIFF header and its folders, with or
 * without "Exif\0\0" in front. Anything odd in it is passed over; it never spoils the picture.
 */
void probe_exif(struct str exif, struct probe *probe);

/* Takes private facts out of an XMP packet: only by names that stand in it, it is not parsed. */
void probe_xmp(struct str xmp, struct probe *probe);

/* True when a colour profile is surely not sRGB; false for sRGB, greys and what no one can read. */
bool probe_icc_is_foreign(struct str profile);

/* PROBE_OK, or what is wrong with the sides. */
enum probe_verdict probe_sides(uint32_t width, uint32_t height, struct probe *probe) NODISCARD;

/* Numbers at a place; 0 where the bytes end before. */
uint8_t probe_byte(struct str bytes, size_t at);
uint32_t probe_be16(struct str bytes, size_t at); /* two bytes, the larger one first */
uint32_t probe_be32(struct str bytes, size_t at); /* four, likewise */
uint32_t probe_le16(struct str bytes, size_t at); /* two bytes, the smaller one first */
uint32_t probe_le24(struct str bytes, size_t at); /* three, likewise */
uint32_t probe_le32(struct str bytes, size_t at); /* four, likewise */

/* True when these `length` bytes stand at a place. */
bool probe_has(struct str bytes, size_t at, const char *what, size_t length);
#define PROBE_HAS(bytes, at, literal) probe_has((bytes), (at), (literal), sizeof(literal) - 1)
