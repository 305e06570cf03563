/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See slug.h. */
#include "base/slug.h"

#include "base/utf8.h"

/* The letter that stands for a character; 0 for none. */
static char plain_letter(uint32_t point)
{
    point = utf8_lower(point);
    if (point == 0xE4 || point == 0xE5)
        return 'a';
    if (point == 0xF6)
        return 'o';
    bool is_plain = (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
    return is_plain ? (char)point : 0;
}

struct str slug_of(struct arena *arena, struct str title, size_t letters)
{
    struct text slug = text_new(arena, letters);
    uint32_t point;
    bool has_gap = false;
    while (slug.bytes < letters && utf8_next(&title, &point)) {
        char letter = plain_letter(point);
        if (letter && has_gap && slug.bytes > 0 && slug.bytes + 1 < letters)
            text_add_c(&slug, "-");
        if (letter)
            text_add(&slug, (struct str){ &letter, 1 });
        has_gap = !letter;
    }
    return text_str(&slug);
}
