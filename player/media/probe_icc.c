/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Is a colour profile sRGB? Its name does not tell (the common small one is called "c2"), its
 * three colourants do: they are what makes red another red.
 *
 * Grey profiles only shift tones a little; they are let pass.
 */
#include "media/probe_format.h"

#include <stdlib.h>

/* ICC.1:2022: header of 128 bytes, number of tags, then 12 bytes each: name, place, length. */
#define HEADER_BYTES 128
#define SPACE_AT 16
#define SIGNATURE_AT 36
#define TAG_BYTES 12
#define TAGS_MAX 100 /* real profiles have 9 to 17 */

/* Of 65536; profile makers round and adapt differently, other colour spaces are 1000 and more off.
 */
#define COLOURANT_TOLERANCE 330

/* sRGB's colourants under D50, as its own profile (IEC 61966-2-1) has them, in 1/65536. */
static const struct {
    char tag[5];
    int32_t xyz[3];
} srgb[] = {
    { "rXYZ", { 28577, 14581, 912 } },
    { "gXYZ", { 25240, 46983, 6361 } },
    { "bXYZ", { 9376, 3971, 46793 } },
};

/* The place of a tag's data, or 0. */
static size_t find_tag(struct str profile, const char *tag)
{
    uint32_t count = probe_be32(profile, HEADER_BYTES);
    if (count > TAGS_MAX)
        count = TAGS_MAX;
    for (uint32_t i = 0; i < count; i++) {
        size_t at = HEADER_BYTES + 4 + (size_t)i * TAG_BYTES;
        if (probe_has(profile, at, tag, 4))
            return probe_be32(profile, at + 4);
    }
    return 0;
}

static bool is_near(struct str profile, size_t at, const int32_t xyz[3])
{
    if (!PROBE_HAS(profile, at, "XYZ "))
        return false;
    for (size_t i = 0; i < 3; i++) {
        int64_t value = (int32_t)probe_be32(profile, at + 8 + 4 * i);
        if (llabs(value - xyz[i]) > COLOURANT_TOLERANCE)
            return false;
    }
    return true;
}

bool probe_icc_is_foreign(struct str profile)
{
    if (!PROBE_HAS(profile, SIGNATURE_AT, "acsp") || PROBE_HAS(profile, SPACE_AT, "GRAY"))
        return false;
    if (!PROBE_HAS(profile, SPACE_AT, "RGB "))
        return true;
    for (size_t i = 0; i < ARRAY_LEN(srgb); i++) {
        size_t at = find_tag(profile, srgb[i].tag);
        if (at == 0 || !is_near(profile, at, srgb[i].xyz))
            return true;
    }
    return false;
}
