/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The look at a picture's bytes before any decoder gets them. A PNG is tried a second time with its
 * CRCs put right, since no fuzzer guesses those.
 */
#include "media/probe.h"

#include <stdlib.h>
#include <zlib.h>

#define ARENA_BYTES ((size_t)64 << 20)

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_picture(struct arena *arena, struct str bytes)
{
    struct report report = report_new(arena);
    struct probe probe;
    if (!probe_picture(bytes, STR("picture.png"), PICTURE_FILE_BYTES_MAX, &report, &probe)) {
        CHECK(report.count > 0);
        return;
    }
    CHECK(probe.width >= 1 && probe.width <= PICTURE_SIDE_MAX);
    CHECK(probe.height >= 1 && probe.height <= PICTURE_SIDE_MAX);
    CHECK(probe.width * probe.height <= PICTURE_PIXELS_MAX);
    CHECK(probe.turn >= 1 && probe.turn <= 8);
    CHECK(probe.components >= 1 && probe.components <= 4);
}

static void mend_png(char *bytes, size_t size)
{
    size_t at = 8;
    while (at < size && size - at >= 12) {
        const uint8_t *number = (const uint8_t *)bytes + at;
        size_t length =
            (size_t)number[0] << 24 | (size_t)number[1] << 16 | (size_t)number[2] << 8 | number[3];
        if (length > size - at - 12)
            return;
        uLong crc = crc32_z(0, (const Bytef *)bytes + at + 4, length + 4);
        for (size_t i = 0; i < 4; i++)
            bytes[at + 8 + length + i] = (char)(crc >> (24 - 8 * i));
        at += 12 + length;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    struct str bytes = { (const char *)data, size };
    try_picture(arena, bytes);
    if (str_starts(bytes, "\x89PNG")) {
        /* Exactly as long as needed, so that a byte too far is seen. */
        char *mended = memory_new(size, 1);
        memcpy(mended, data, size);
        mend_png(mended, size);
        try_picture(arena, (struct str){ mended, size });
        free(mended);
    }
    arena_free(arena);
    return 0;
}
