/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * EXIF is a small TIFF file: a byte order, then folders of tags that name each other by place. Only
 * the first folder and the two it names (camera, GPS) are read, so nothing can run in circles; a
 * damaged one is passed over, since the picture itself may be whole.
 */
#include "media/probe_format.h"

#define FIELD_BYTES 12
#define TYPE_SHORT 3
#define TYPE_LONG 4

/* Tags of Exif 2.32 and, for the first folder, of DNG 1.6. */
#define TAG_ORIENTATION 0x0112
#define TAG_CAMERA_FOLDER 0x8769
#define TAG_GPS_FOLDER 0x8825
#define TAG_DNG_SERIAL 0xc62f
#define TAG_OWNER 0xa430
#define TAG_BODY_SERIAL 0xa431
#define TAG_LENS_SERIAL 0xa435
#define TAG_LATITUDE 0x0002
#define TAG_LONGITUDE 0x0004

struct tiff {
    struct str bytes;
    bool is_little;
    struct probe *probe;
};

static uint32_t tiff_16(const struct tiff *tiff, size_t at)
{
    return tiff->is_little ? probe_le16(tiff->bytes, at) : probe_be16(tiff->bytes, at);
}

static uint32_t tiff_32(const struct tiff *tiff, size_t at)
{
    return tiff->is_little ? probe_le32(tiff->bytes, at) : probe_be32(tiff->bytes, at);
}

/* Calls back for every field of a folder that lies within the bytes. */
static void each_field(const struct tiff *tiff, size_t folder,
                       void (*take)(const struct tiff *tiff, uint32_t tag, size_t field))
{
    uint32_t count = tiff_16(tiff, folder);
    for (uint32_t i = 0; i < count; i++) {
        size_t field = folder + 2 + (size_t)i * FIELD_BYTES;
        if (field > tiff->bytes.bytes || tiff->bytes.bytes - field < FIELD_BYTES)
            return;
        take(tiff, tiff_16(tiff, field), field);
    }
}

static void take_gps(const struct tiff *tiff, uint32_t tag, size_t field)
{
    (void)field;
    if (tag == TAG_LATITUDE || tag == TAG_LONGITUDE)
        tiff->probe->has_private = true;
}

static void take_camera(const struct tiff *tiff, uint32_t tag, size_t field)
{
    (void)field;
    if (tag == TAG_OWNER || tag == TAG_BODY_SERIAL || tag == TAG_LENS_SERIAL)
        tiff->probe->has_private = true;
}

static void take_orientation(const struct tiff *tiff, size_t field)
{
    uint32_t type = tiff_16(tiff, field + 2);
    uint32_t turn = type == TYPE_SHORT  ? tiff_16(tiff, field + 8)
                    : type == TYPE_LONG ? tiff_32(tiff, field + 8)
                                        : 0;
    if (turn >= 1 && turn <= 8 && tiff_32(tiff, field + 4) == 1)
        tiff->probe->turn = (int)turn;
    else if (turn != 0) /* 0 is what cameras without a sensor write */
        tiff->probe->turn_is_odd = true;
}

static void take_first(const struct tiff *tiff, uint32_t tag, size_t field)
{
    if (tag == TAG_ORIENTATION)
        take_orientation(tiff, field);
    else if (tag == TAG_CAMERA_FOLDER)
        each_field(tiff, tiff_32(tiff, field + 8), take_camera);
    else if (tag == TAG_GPS_FOLDER)
        each_field(tiff, tiff_32(tiff, field + 8), take_gps);
    else if (tag == TAG_DNG_SERIAL)
        tiff->probe->has_private = true;
}

/* Names of XMP (Adobe XMP, MWG regions, Microsoft's people tags) that tell the same as those tags.
 */
static const char *const private_names[] = {
    "GPSLatitude", "SerialNumber", "mwg-rs:Regions", "MPReg:PersonDisplayName", "PersonInImage",
};

void probe_xmp(struct str xmp, struct probe *probe)
{
    for (size_t i = 0; i < ARRAY_LEN(private_names); i++)
        probe->has_private = probe->has_private || str_find(xmp, str_of(private_names[i])) >= 0;
}

void probe_exif(struct str exif, struct probe *probe)
{
    if (PROBE_HAS(exif, 0, "Exif\0\0"))
        exif = str_slice(exif, 6, exif.bytes);
    struct tiff tiff = { .bytes = exif, .is_little = PROBE_HAS(exif, 0, "II*\0"), .probe = probe };
    if (tiff.is_little || PROBE_HAS(exif, 0, "MM\0*"))
        each_field(&tiff, tiff_32(&tiff, 4), take_first);
}
