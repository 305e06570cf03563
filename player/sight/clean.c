/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A code may hold any bytes; a page, a terminal and JSON want characters. */
#include "sight/clean.h"

#include "base/utf8.h"

#define POINT_BYTES 3 /* U+FFFD, for a single wrong byte */

struct str clean_text(struct arena *arena, struct str text)
{
    struct text clean = text_new(arena, POINT_BYTES * text.bytes + 1);
    uint32_t point;
    while (utf8_next(&text, &point)) {
        char bytes[4];
        bool is_control = point < 0x20 || (point >= 0x7F && point < 0xA0);
        size_t used = utf8_put(is_control ? ' ' : point, bytes);
        text_add(&clean, (struct str){ bytes, used });
    }
    return text_str(&clean);
}
