/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ranges of the Unicode blocks; what is a letter says base/utf8.h. Scripts whose letters look like
 * no Latin ones are one: Japanese mixes three of them in a word.
 */
#include "rules/script.h"

#include "base/utf8.h"

static const struct {
    uint32_t first, last;
    enum script script;
} ranges[] = {
    { 0x41, 0x5A, SCRIPT_LATIN },        { 0x61, 0x7A, SCRIPT_LATIN },
    { 0xC0, 0x2AF, SCRIPT_LATIN },       { 0x370, 0x3FF, SCRIPT_GREEK },
    { 0x400, 0x52F, SCRIPT_CYRILLIC },   { 0x590, 0x5FF, SCRIPT_HEBREW },
    { 0x600, 0x6FF, SCRIPT_ARABIC },     { 0x750, 0x77F, SCRIPT_ARABIC },
    { 0x8A0, 0x8FF, SCRIPT_ARABIC },     { 0x1C80, 0x1C8F, SCRIPT_CYRILLIC },
    { 0x1D00, 0x1D25, SCRIPT_LATIN },    { 0x1D6B, 0x1D77, SCRIPT_LATIN },
    { 0x1E00, 0x1EFF, SCRIPT_LATIN },    { 0x1F00, 0x1FFF, SCRIPT_GREEK },
    { 0x2C60, 0x2C7F, SCRIPT_LATIN },    { 0x2DE0, 0x2DFF, SCRIPT_CYRILLIC },
    { 0xA640, 0xA69F, SCRIPT_CYRILLIC }, { 0xA722, 0xA7FF, SCRIPT_LATIN },
    { 0xAB30, 0xAB64, SCRIPT_LATIN },    { 0xFB00, 0xFB06, SCRIPT_LATIN },
    { 0xFB1D, 0xFB4F, SCRIPT_HEBREW },   { 0xFB50, 0xFDFF, SCRIPT_ARABIC },
    { 0xFE70, 0xFEFE, SCRIPT_ARABIC },   { 0xFF21, 0xFF5A, SCRIPT_LATIN },
};

enum script script_of(uint32_t point)
{
    /* The prefix of a millionth is written with either of these; "μg" is no trick. */
    bool micro = point == 0xB5 || point == 0x3BC;
    if (micro || !utf8_is_letter(point))
        return SCRIPT_NONE;
    for (size_t i = 0; i < ARRAY_LEN(ranges); i++)
        if (point >= ranges[i].first && point <= ranges[i].last)
            return ranges[i].script;
    /* Letters of mathematics and units; italic-underline and the fonts judge them. */
    bool symbol = (point >= 0x2100 && point <= 0x214F) || (point >= 0x1D400 && point <= 0x1D7FF) ||
                  point == 0xAA || point == 0xBA || point == 0x2071 || point == 0x207F;
    bool modifier = point >= 0x2B0 && point <= 0x2FF; /* of any script: "sääʹmǩiõll", "сімʼя" */
    return symbol || modifier ? SCRIPT_NONE : SCRIPT_OTHER;
}

bool script_is_mixed(struct str word, struct script_mix *ret_mix)
{
    size_t counts[SCRIPT_OTHER + 1] = { 0 };
    enum script first = SCRIPT_NONE, second = SCRIPT_NONE;
    uint32_t point;
    while (utf8_next(&word, &point)) {
        enum script script = script_of(point);
        counts[script]++;
        if (first == SCRIPT_NONE)
            first = script;
        else if (second == SCRIPT_NONE && script != SCRIPT_NONE && script != first)
            second = script;
    }
    if (second == SCRIPT_NONE)
        return false;
    bool in_order = counts[second] <= counts[first];
    *ret_mix =
        in_order ? (struct script_mix){ first, second } : (struct script_mix){ second, first };
    return true;
}
