/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See square.h. */
#include "square.h"

#include "base/utf8.h"

static bool takes_room(uint32_t point)
{
    return point != 0xAD && !(point >= 0x300 && point < 0x370);
}

static double square_width(struct measure *measure, struct str text, enum weight weight,
                           double size)
{
    double share = weight == WEIGHT_BOLD ? SQUARE_BOLD : SQUARE_REGULAR;
    uint32_t point;
    int letters = 0;
    (void)measure;
    while (utf8_next(&text, &point))
        letters += takes_room(point);
    return letters * share * size;
}

static bool square_has_glyph(struct measure *measure, uint32_t point)
{
    (void)measure;
    return point < 0xE000;
}

struct measure square_measure(void)
{
    static const struct measure_ops ops = { square_width, square_has_glyph };
    return (struct measure){ &ops };
}
