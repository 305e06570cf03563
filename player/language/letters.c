/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of composed letters instead of a library for all of Unicode: what macOS and PDF files
 * take apart in European text is a Latin letter with one accent.
 */
#include "language/letters.h"

/* Letters that an accent is composed with, and what they become, in the same order. */
static const struct accent {
    uint32_t mark;
    const char *plain;    /* ASCII */
    const char *composed; /* UTF-8 */
} accents[] = {
    /* clang-format off */
    { 0x0300, "AEINOUWYaeinouwy",
      "ÀÈÌǸÒÙẀỲàèìǹòùẁỳ" },
    { 0x0301, "ACEGIKLMNOPRSUWYZacegiklmnoprsuwyz",
      "ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹáćéǵíḱĺḿńóṕŕśúẃýź" },
    { 0x0302, "ACEGHIJOSUWYZaceghijosuwyz",
      "ÂĈÊĜĤÎĴÔŜÛŴŶẐâĉêĝĥîĵôŝûŵŷẑ" },
    { 0x0303, "AEINOUVYaeinouvy",
      "ÃẼĨÑÕŨṼỸãẽĩñõũṽỹ" },
    { 0x0304, "AEGIOUYaegiouy",
      "ĀĒḠĪŌŪȲāēḡīōūȳ" },
    { 0x0306, "AEGIOUaegiou",
      "ĂĔĞĬŎŬăĕğĭŏŭ" },
    { 0x0307, "ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyz",
      "ȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż" },
    { 0x0308, "AEHIOUWXYaehiotuwxy",
      "ÄËḦÏÖÜẄẌŸäëḧïöẗüẅẍÿ" },
    { 0x030A, "AUauwy",
      "ÅŮåůẘẙ" },
    { 0x030B, "OUou",
      "ŐŰőű" },
    { 0x030C, "ACDEGHIKLNORSTUZacdeghijklnorstuz",
      "ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽǎčďěǧȟǐǰǩľňǒřšťǔž" },
    { 0x0323, "ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyz",
      "ẠḄḌẸḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓ" },
    { 0x0327, "CDEGHKLNRSTcdeghklnrst",
      "ÇḐȨĢḨĶĻŅŖŞŢçḑȩģḩķļņŗşţ" },
    { 0x0328, "AEIOUaeiou",
      "ĄĘĮǪŲąęįǫų" },
    /* clang-format on */
};

bool letters_is_accent(uint32_t point)
{
    return point >= 0x300 && point <= 0x36F;
}

bool letters_is_invisible(uint32_t point)
{
    return point == 0xAD || (point >= 0x200B && point <= 0x200D) || point == 0x2060 ||
           point == 0xFEFF || (point >= 0xFE00 && point <= 0xFE0F);
}

/* The letter of both; 0 when there is none. */
static uint32_t compose(uint32_t letter, uint32_t mark)
{
    for (size_t i = 0; i < ARRAY_LEN(accents); i++) {
        if (accents[i].mark != mark || letter >= 0x80)
            continue;
        const char *place = letter ? strchr(accents[i].plain, (int)letter) : NULL;
        if (!place)
            return 0;
        struct str rest = str_of(accents[i].composed);
        uint32_t point = 0;
        for (const char *at = accents[i].plain; at <= place; at++)
            utf8_next(&rest, &point);
        return point;
    }
    return 0;
}

/* Points that stand for ASCII; NULL for none. */
static const char *plain_of(uint32_t point)
{
    static const struct {
        uint32_t point;
        const char *plain;
    } same[] = {
        { 0x2010, "-" },  { 0x2011, "-" },  { 0x2019, "'" },   { 0x02BC, "'" },   { 0xFB00, "ff" },
        { 0xFB01, "fi" }, { 0xFB02, "fl" }, { 0xFB03, "ffi" }, { 0xFB04, "ffl" },
    };
    for (size_t i = 0; i < ARRAY_LEN(same); i++) {
        if (same[i].point == point)
            return same[i].plain;
    }
    return NULL;
}

/* True for the first bytes of everything that cleaning may change. */
static bool may_change(struct str text)
{
    for (size_t i = 0; i < text.bytes; i++) {
        uint8_t byte = (uint8_t)text.at[i];
        if (byte == 0xC2 || (byte >= 0xCA && byte != 0xD0 && byte != 0xD1))
            return true;
    }
    return false;
}

struct str letters_clean(struct arena *arena, struct str text)
{
    if (!may_change(text) && utf8_is_valid(text))
        return text;
    /* A broken byte becomes three; nothing else grows. */
    struct text clean = text_new(arena, text.bytes * 3 + 1);
    uint32_t point, last = 0;
    char bytes[4];
    struct str rest = text;
    while (utf8_next(&rest, &point)) {
        uint32_t both = letters_is_accent(point) && last ? compose(last, point) : 0;
        if (both) {
            clean.bytes -= 1; /* `last` is ASCII */
            point = both;
        }
        const char *plain = plain_of(point);
        if (letters_is_invisible(point))
            continue;
        if (plain)
            text_add_c(&clean, plain);
        else
            text_add(&clean, (struct str){ bytes, utf8_put(point, bytes) });
        last = point < 0x80 ? point : 0;
    }
    return text_str(&clean);
}

struct str letters_lower(struct arena *arena, struct str text)
{
    struct str rest = text;
    uint32_t point;
    bool changes = false;
    while (!changes && utf8_next(&rest, &point))
        changes = letters_small(point) != point;
    if (!changes)
        return text;
    struct text lower = text_new(arena, text.bytes * 2 + 4);
    char bytes[4];
    rest = text;
    while (utf8_next(&rest, &point)) {
        point = letters_small(point);
        text_add(&lower, (struct str){ bytes, utf8_put(point, bytes) });
    }
    return text_str(&lower);
}
