/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Numbers out of untrusted bytes. A place behind the end reads as 0 instead of being a mistake of
 * the caller: a reader that forgets a check then misjudges a picture, and reads no foreign memory.
 */
#include "media/probe_format.h"

uint8_t probe_byte(struct str bytes, size_t at)
{
    return at < bytes.bytes ? (uint8_t)bytes.at[at] : 0;
}

/* `count` bytes as one number, the most or the least of them first. */
static uint32_t number_at(struct str bytes, size_t at, unsigned count, bool is_little)
{
    if (at > bytes.bytes || bytes.bytes - at < count)
        return 0;
    uint32_t number = 0;
    for (unsigned i = 0; i < count; i++)
        number = number << 8 | (uint8_t)bytes.at[at + (is_little ? count - 1 - i : i)];
    return number;
}

uint32_t probe_be16(struct str bytes, size_t at)
{
    return number_at(bytes, at, 2, false);
}

uint32_t probe_be32(struct str bytes, size_t at)
{
    return number_at(bytes, at, 4, false);
}

uint32_t probe_le16(struct str bytes, size_t at)
{
    return number_at(bytes, at, 2, true);
}

uint32_t probe_le24(struct str bytes, size_t at)
{
    return number_at(bytes, at, 3, true);
}

uint32_t probe_le32(struct str bytes, size_t at)
{
    return number_at(bytes, at, 4, true);
}

bool probe_has(struct str bytes, size_t at, const char *what, size_t length)
{
    return at <= bytes.bytes && bytes.bytes - at >= length &&
           memcmp(bytes.at + at, what, length) == 0;
}
