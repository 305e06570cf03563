/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Code points and letters without the locale: towlower and iswalpha know only ASCII in the "C"
 * locale and answer differently elsewhere. The tables hold ranges of the Unicode Character
 * Database (version 14, simple lower case; general category L). A library for all of Unicode was
 * weighed; the program asks for three scripts of Europe, and "is it a letter" for the others.
 */
#include "base/utf8.h"

#define POINT_MAX 0x10FFFF
#define POINT_UNKNOWN 0xFFFD

/* Upper-case letters from first to last, each `step` apart; lower case is `distance` further. */
struct case_range {
    uint32_t first, last;
    uint8_t step;
    int16_t distance;
};

/*
 * ASCII, Latin-1, Latin Extended-A and -B, Greek, Cyrillic, Latin Extended Additional and three
 * signs that are letters. A step of 2 is the usual pair: upper case even or odd, lower next to it.
 */
static const struct case_range case_ranges[] = {
    /* clang-format off */
    { 0x0041, 0x005A, 1, 32 }, { 0x00C0, 0x00D6, 1, 32 }, { 0x00D8, 0x00DE, 1, 32 },
    { 0x0100, 0x012E, 2, 1 }, { 0x0130, 0x0130, 1, -199 }, { 0x0132, 0x0136, 2, 1 },
    { 0x0139, 0x0147, 2, 1 }, { 0x014A, 0x0176, 2, 1 }, { 0x0178, 0x0178, 1, -121 },
    { 0x0179, 0x017D, 2, 1 }, { 0x0181, 0x0181, 1, 210 }, { 0x0182, 0x0184, 2, 1 },
    { 0x0186, 0x0186, 1, 206 }, { 0x0187, 0x0187, 1, 1 }, { 0x0189, 0x018A, 1, 205 },
    { 0x018B, 0x018B, 1, 1 }, { 0x018E, 0x018E, 1, 79 }, { 0x018F, 0x018F, 1, 202 },
    { 0x0190, 0x0190, 1, 203 }, { 0x0191, 0x0191, 1, 1 }, { 0x0193, 0x0193, 1, 205 },
    { 0x0194, 0x0194, 1, 207 }, { 0x0196, 0x0196, 1, 211 }, { 0x0197, 0x0197, 1, 209 },
    { 0x0198, 0x0198, 1, 1 }, { 0x019C, 0x019C, 1, 211 }, { 0x019D, 0x019D, 1, 213 },
    { 0x019F, 0x019F, 1, 214 }, { 0x01A0, 0x01A4, 2, 1 }, { 0x01A6, 0x01A6, 1, 218 },
    { 0x01A7, 0x01A7, 1, 1 }, { 0x01A9, 0x01A9, 1, 218 }, { 0x01AC, 0x01AC, 1, 1 },
    { 0x01AE, 0x01AE, 1, 218 }, { 0x01AF, 0x01AF, 1, 1 }, { 0x01B1, 0x01B2, 1, 217 },
    { 0x01B3, 0x01B5, 2, 1 }, { 0x01B7, 0x01B7, 1, 219 }, { 0x01B8, 0x01B8, 1, 1 },
    { 0x01BC, 0x01BC, 1, 1 }, { 0x01C4, 0x01C4, 1, 2 }, { 0x01C5, 0x01C5, 1, 1 },
    { 0x01C7, 0x01C7, 1, 2 }, { 0x01C8, 0x01C8, 1, 1 }, { 0x01CA, 0x01CA, 1, 2 },
    { 0x01CB, 0x01DB, 2, 1 }, { 0x01DE, 0x01EE, 2, 1 }, { 0x01F1, 0x01F1, 1, 2 },
    { 0x01F2, 0x01F4, 2, 1 }, { 0x01F6, 0x01F6, 1, -97 }, { 0x01F7, 0x01F7, 1, -56 },
    { 0x01F8, 0x021E, 2, 1 }, { 0x0220, 0x0220, 1, -130 }, { 0x0222, 0x0232, 2, 1 },
    { 0x023A, 0x023A, 1, 10795 }, { 0x023B, 0x023B, 1, 1 }, { 0x023D, 0x023D, 1, -163 },
    { 0x023E, 0x023E, 1, 10792 }, { 0x0241, 0x0241, 1, 1 }, { 0x0243, 0x0243, 1, -195 },
    { 0x0244, 0x0244, 1, 69 }, { 0x0245, 0x0245, 1, 71 }, { 0x0246, 0x024E, 2, 1 },
    { 0x0370, 0x0372, 2, 1 }, { 0x0376, 0x0376, 1, 1 }, { 0x037F, 0x037F, 1, 116 },
    { 0x0386, 0x0386, 1, 38 }, { 0x0388, 0x038A, 1, 37 }, { 0x038C, 0x038C, 1, 64 },
    { 0x038E, 0x038F, 1, 63 }, { 0x0391, 0x03A1, 1, 32 }, { 0x03A3, 0x03AB, 1, 32 },
    { 0x03CF, 0x03CF, 1, 8 }, { 0x03D8, 0x03EE, 2, 1 }, { 0x03F4, 0x03F4, 1, -60 },
    { 0x03F7, 0x03F7, 1, 1 }, { 0x03F9, 0x03F9, 1, -7 }, { 0x03FA, 0x03FA, 1, 1 },
    { 0x03FD, 0x03FF, 1, -130 }, { 0x0400, 0x040F, 1, 80 }, { 0x0410, 0x042F, 1, 32 },
    { 0x0460, 0x0480, 2, 1 }, { 0x048A, 0x04BE, 2, 1 }, { 0x04C0, 0x04C0, 1, 15 },
    { 0x04C1, 0x04CD, 2, 1 }, { 0x04D0, 0x052E, 2, 1 }, { 0x1E00, 0x1E94, 2, 1 },
    { 0x1E9E, 0x1E9E, 1, -7615 }, { 0x1EA0, 0x1EFE, 2, 1 }, { 0x2126, 0x2126, 1, -7517 },
    { 0x212A, 0x212A, 1, -8383 }, { 0x212B, 0x212B, 1, -8262 },
    /* clang-format on */
};

struct range {
    uint32_t first, last;
};

/*
 * Letters. Exact for Latin, Greek, Cyrillic, Hebrew and Arabic. From U+0900 on, marks between two
 * letters of a script and places without a character count too, from U+10000 on also digits and
 * signs of scripts that are no longer written; no emoji.
 */
static const struct range letter_ranges[] = {
    /* clang-format off */
    { 0x0041, 0x005A }, { 0x0061, 0x007A }, { 0x00AA, 0x00AA }, { 0x00B5, 0x00B5 },
    { 0x00BA, 0x00BA }, { 0x00C0, 0x00D6 }, { 0x00D8, 0x00F6 }, { 0x00F8, 0x02C1 },
    { 0x02C6, 0x02D1 }, { 0x02E0, 0x02E4 }, { 0x02EC, 0x02EC }, { 0x02EE, 0x02EE },
    { 0x0370, 0x0374 }, { 0x0376, 0x0377 }, { 0x037A, 0x037D }, { 0x037F, 0x037F },
    { 0x0386, 0x0386 }, { 0x0388, 0x038A }, { 0x038C, 0x038C }, { 0x038E, 0x03A1 },
    { 0x03A3, 0x03F5 }, { 0x03F7, 0x0481 }, { 0x048A, 0x052F }, { 0x0531, 0x0556 },
    { 0x0559, 0x0559 }, { 0x0560, 0x0588 }, { 0x05D0, 0x05EA }, { 0x05EF, 0x05F2 },
    { 0x0620, 0x064A }, { 0x066E, 0x066F }, { 0x0671, 0x06D3 }, { 0x06D5, 0x06D5 },
    { 0x06E5, 0x06E6 }, { 0x06EE, 0x06EF }, { 0x06FA, 0x06FC }, { 0x06FF, 0x06FF },
    { 0x0710, 0x0710 }, { 0x0712, 0x072F }, { 0x074D, 0x07A5 }, { 0x07B1, 0x07B1 },
    { 0x07CA, 0x07EA }, { 0x07F4, 0x07F5 }, { 0x07FA, 0x07FA }, { 0x0800, 0x0815 },
    { 0x081A, 0x081A }, { 0x0824, 0x0824 }, { 0x0828, 0x0828 }, { 0x0840, 0x0858 },
    { 0x0860, 0x086A }, { 0x0870, 0x0887 }, { 0x0889, 0x088E }, { 0x08A0, 0x08C9 },
    { 0x0904, 0x0961 }, { 0x0971, 0x09E1 }, { 0x09F0, 0x09F1 }, { 0x09FC, 0x09FC },
    { 0x0A05, 0x0A5E }, { 0x0A72, 0x0A74 }, { 0x0A85, 0x0AE1 }, { 0x0AF9, 0x0B61 },
    { 0x0B71, 0x0B71 }, { 0x0B83, 0x0BD0 }, { 0x0C05, 0x0C61 }, { 0x0C80, 0x0C80 },
    { 0x0C85, 0x0CE1 }, { 0x0CF1, 0x0D4E }, { 0x0D54, 0x0D56 }, { 0x0D5F, 0x0D61 },
    { 0x0D7A, 0x0DC6 }, { 0x0E01, 0x0E33 }, { 0x0E40, 0x0E46 }, { 0x0E81, 0x0EC6 },
    { 0x0EDC, 0x0F00 }, { 0x0F40, 0x0F6C }, { 0x0F88, 0x0F8C }, { 0x1000, 0x103F },
    { 0x1050, 0x108E }, { 0x10A0, 0x10FA }, { 0x10FC, 0x135A }, { 0x1380, 0x138F },
    { 0x13A0, 0x13FD }, { 0x1401, 0x166C }, { 0x166F, 0x167F }, { 0x1681, 0x169A },
    { 0x16A0, 0x16EA }, { 0x16F1, 0x1731 }, { 0x1740, 0x17B3 }, { 0x17D7, 0x17D7 },
    { 0x17DC, 0x17DC }, { 0x1820, 0x191E }, { 0x1950, 0x19C9 }, { 0x1A00, 0x1A16 },
    { 0x1A20, 0x1A54 }, { 0x1AA7, 0x1AA7 }, { 0x1B05, 0x1B4C }, { 0x1B83, 0x1BAF },
    { 0x1BBA, 0x1BE5 }, { 0x1C00, 0x1C23 }, { 0x1C4D, 0x1C4F }, { 0x1C5A, 0x1C7D },
    { 0x1C80, 0x1CBF }, { 0x1CE9, 0x1DBF }, { 0x1E00, 0x1F15 }, { 0x1F18, 0x1F1D },
    { 0x1F20, 0x1F45 }, { 0x1F48, 0x1F4D }, { 0x1F50, 0x1F57 }, { 0x1F59, 0x1F59 },
    { 0x1F5B, 0x1F5B }, { 0x1F5D, 0x1F5D }, { 0x1F5F, 0x1F7D }, { 0x1F80, 0x1FB4 },
    { 0x1FB6, 0x1FBC }, { 0x1FBE, 0x1FBE }, { 0x1FC2, 0x1FC4 }, { 0x1FC6, 0x1FCC },
    { 0x1FD0, 0x1FD3 }, { 0x1FD6, 0x1FDB }, { 0x1FE0, 0x1FEC }, { 0x1FF2, 0x1FF4 },
    { 0x1FF6, 0x1FFC }, { 0x2071, 0x2071 }, { 0x207F, 0x207F }, { 0x2090, 0x209C },
    { 0x2102, 0x2102 }, { 0x2107, 0x2107 }, { 0x210A, 0x2113 }, { 0x2115, 0x2115 },
    { 0x2119, 0x211D }, { 0x2124, 0x2124 }, { 0x2126, 0x2126 }, { 0x2128, 0x2128 },
    { 0x212A, 0x212D }, { 0x212F, 0x2139 }, { 0x213C, 0x213F }, { 0x2145, 0x2149 },
    { 0x214E, 0x214E }, { 0x2183, 0x2184 }, { 0x2C00, 0x2CE4 }, { 0x2CEB, 0x2CF3 },
    { 0x2D00, 0x2D6F }, { 0x2D80, 0x2DDE }, { 0x2E2F, 0x2E2F }, { 0x3005, 0x3006 },
    { 0x3031, 0x3035 }, { 0x303B, 0x303C }, { 0x3041, 0x3096 }, { 0x309D, 0x309F },
    { 0x30A1, 0x30FA }, { 0x30FC, 0x318E }, { 0x31A0, 0x31BF }, { 0x31F0, 0x31FF },
    { 0x3400, 0x4DBF }, { 0x4E00, 0xA48C }, { 0xA4D0, 0xA4FD }, { 0xA500, 0xA60C },
    { 0xA610, 0xA61F }, { 0xA62A, 0xA66E }, { 0xA67F, 0xA6E5 }, { 0xA717, 0xA71F },
    { 0xA722, 0xA788 }, { 0xA78B, 0xA822 }, { 0xA840, 0xA873 }, { 0xA882, 0xA8B3 },
    { 0xA8F2, 0xA8F7 }, { 0xA8FB, 0xA8FB }, { 0xA8FD, 0xA8FE }, { 0xA90A, 0xA925 },
    { 0xA930, 0xA946 }, { 0xA960, 0xA9B2 }, { 0xA9CF, 0xA9CF }, { 0xA9E0, 0xA9EF },
    { 0xA9FA, 0xAA4B }, { 0xAA60, 0xAA76 }, { 0xAA7A, 0xAADD }, { 0xAAE0, 0xAAEA },
    { 0xAAF2, 0xAB5A }, { 0xAB5C, 0xAB69 }, { 0xAB70, 0xABE2 }, { 0xAC00, 0xD7FB },
    { 0xF900, 0xFB28 }, { 0xFB2A, 0xFBB1 }, { 0xFBD3, 0xFD3D }, { 0xFD50, 0xFDC7 },
    { 0xFDF0, 0xFDFB }, { 0xFE70, 0xFEFC }, { 0xFF21, 0xFF3A }, { 0xFF41, 0xFF5A },
    { 0xFF66, 0xFFDC }, { 0x10280, 0x1BC99 }, { 0x1D400, 0x1D7CB }, { 0x1E100, 0x1EEBB },
    { 0x20000, 0x3134A },
    /* clang-format on */
};

static bool is_continuation(uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/* The bytes of the character at the front, or 0 when it is not UTF-8. */
static size_t decode(struct str text, uint32_t *ret_point)
{
    static const struct {
        uint8_t mask, lead;
        uint32_t least; /* a smaller point in so many bytes is an overlong form */
    } forms[] = {
        { 0x80, 0x00, 0 },
        { 0xE0, 0xC0, 0x80 },
        { 0xF0, 0xE0, 0x800 },
        { 0xF8, 0xF0, 0x10000 },
    };
    uint8_t first = (uint8_t)text.at[0];
    for (size_t form = 0; form < ARRAY_LEN(forms); form++) {
        if ((first & forms[form].mask) != forms[form].lead)
            continue;
        if (text.bytes <= form)
            return 0;
        uint32_t point = first & (uint8_t)~forms[form].mask;
        for (size_t i = 1; i <= form; i++) {
            uint8_t byte = (uint8_t)text.at[i];
            if (!is_continuation(byte))
                return 0;
            point = point << 6 | (byte & 0x3F);
        }
        bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
        if (point < forms[form].least || point > POINT_MAX || is_surrogate)
            return 0;
        *ret_point = point;
        return form + 1;
    }
    return 0;
}

bool utf8_is_valid(struct str text)
{
    uint32_t point;
    while (text.bytes > 0) {
        size_t bytes = decode(text, &point);
        if (bytes == 0)
            return false;
        text = str_slice(text, bytes, text.bytes);
    }
    return true;
}

bool utf8_next(struct str *rest, uint32_t *ret_point)
{
    if (rest->bytes == 0)
        return false;
    size_t bytes = decode(*rest, ret_point);
    if (bytes == 0) {
        *ret_point = POINT_UNKNOWN;
        bytes = 1;
    }
    *rest = str_slice(*rest, bytes, rest->bytes);
    return true;
}

size_t utf8_put(uint32_t point, char ret_bytes[4])
{
    if (point > POINT_MAX || (point >= 0xD800 && point <= 0xDFFF))
        point = POINT_UNKNOWN;
    if (point < 0x80) {
        ret_bytes[0] = (char)point;
        return 1;
    }
    size_t more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    static const uint8_t leads[] = { 0, 0xC0, 0xE0, 0xF0 };
    for (size_t i = more; i > 0; i--) {
        ret_bytes[i] = (char)(0x80 | (point & 0x3F));
        point >>= 6;
    }
    ret_bytes[0] = (char)(leads[more] | point);
    return more + 1;
}

size_t utf8_length(struct str text)
{
    size_t points = 0;
    uint32_t point;
    while (utf8_next(&text, &point))
        points++;
    return points;
}

struct str utf8_head(struct str text, size_t points)
{
    struct str rest = text;
    uint32_t point;
    for (size_t i = 0; i < points && utf8_next(&rest, &point); i++)
        continue;
    return str_slice(text, 0, text.bytes - rest.bytes);
}

/* The range of an upper-case letter, or NULL. */
static const struct case_range *case_range_of(uint32_t point)
{
    size_t low = 0, high = ARRAY_LEN(case_ranges);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (case_ranges[middle].last < point)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == ARRAY_LEN(case_ranges) || point < case_ranges[low].first)
        return NULL;
    const struct case_range *range = &case_ranges[low];
    return (point - range->first) % range->step == 0 ? range : NULL;
}

uint32_t utf8_lower(uint32_t point)
{
    const struct case_range *range = case_range_of(point);
    return range ? (uint32_t)((int32_t)point + range->distance) : point;
}

bool utf8_is_upper(uint32_t point)
{
    return case_range_of(point) != NULL;
}

bool utf8_is_letter(uint32_t point)
{
    size_t low = 0, high = ARRAY_LEN(letter_ranges);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (letter_ranges[middle].last < point)
            low = middle + 1;
        else
            high = middle;
    }
    return low < ARRAY_LEN(letter_ranges) && point >= letter_ranges[low].first;
}

bool utf8_is_digit(uint32_t point)
{
    return point >= '0' && point <= '9';
}

bool utf8_is_space(uint32_t point)
{
    return point == ' ' || (point >= '\t' && point <= '\r') || point == 0x85 || point == 0xA0 ||
           point == 0x1680 || (point >= 0x2000 && point <= 0x200A) || point == 0x2028 ||
           point == 0x2029 || point == 0x202F || point == 0x205F || point == 0x3000;
}
