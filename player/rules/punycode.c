/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way of RFC 3492: the plain letters of a label stand first; behind them, as one chain of
 * numbers, how far to count through (code point, place) pairs to each of the others. Small letters
 * are the only mapping done: a name that needs more is one to look at anyway.
 */
#include "rules/punycode.h"

#include "base/utf8.h"

#define PREFIX "xn--"
#define HOST_BYTES_MAX 4096

/* RFC 3492, section 5. */
#define BASE 36u
#define T_MIN 1u
#define T_MAX 26u
#define SKEW 38u
#define DAMP 700u
#define BIAS_START 72u
#define N_START 128u

#define POINT_MAX 0x10FFFFu

struct label {
    uint32_t points[PUNYCODE_LABEL_POINTS_MAX];
    size_t count;
};

static uint32_t adapted_bias(uint32_t delta, size_t points, bool first)
{
    uint32_t steps = 0;
    delta = first ? delta / DAMP : delta / 2;
    delta += delta / (uint32_t)points;
    for (; delta > (BASE - T_MIN) * T_MAX / 2; steps += BASE)
        delta /= BASE - T_MIN;
    return steps + (BASE - T_MIN + 1) * delta / (delta + SKEW);
}

static uint32_t threshold(uint32_t place, uint32_t bias)
{
    if (place <= bias + T_MIN)
        return T_MIN;
    return place >= bias + T_MAX ? T_MAX : place - bias;
}

/* a–z are 0–25, 0–9 are 26–35. */
static int digit_of(char sign)
{
    if (sign >= 'a' && sign <= 'z')
        return sign - 'a';
    return sign >= '0' && sign <= '9' ? sign - '0' + 26 : -1;
}

static char sign_of(uint32_t digit)
{
    return (char)(digit < 26 ? 'a' + digit : '0' + (digit - 26));
}

static bool read_label(struct str text, struct label *ret_label)
{
    uint32_t point;
    ret_label->count = 0;
    while (utf8_next(&text, &point)) {
        if (ret_label->count == PUNYCODE_LABEL_POINTS_MAX)
            return false;
        ret_label->points[ret_label->count++] = utf8_lower(point);
    }
    return true;
}

static void add_point(struct text *out, uint32_t point)
{
    char bytes[4];
    text_add(out, (struct str){ bytes, utf8_put(point, bytes) });
}

/* ---- to a–z -------------------------------------------------------------------------------- */

static void add_number(struct text *out, uint32_t number, uint32_t bias)
{
    for (uint32_t place = BASE;; place += BASE) {
        uint32_t t = threshold(place, bias);
        if (number < t)
            break;
        add_point(out, (uint32_t)sign_of(t + (number - t) % (BASE - t)));
        number = (number - t) / (BASE - t);
    }
    add_point(out, (uint32_t)sign_of(number));
}

static uint32_t next_point(const struct label *label, uint32_t least)
{
    uint32_t next = POINT_MAX;
    for (size_t i = 0; i < label->count; i++)
        if (label->points[i] >= least && label->points[i] < next)
            next = label->points[i];
    return next;
}

/* A label has at most 63 points, so that no number here comes near to 2^32. */
static void encode_label(const struct label *label, struct text *out)
{
    uint32_t n = N_START, delta = 0, bias = BIAS_START;
    size_t done = 0;
    text_add_c(out, PREFIX);
    for (size_t i = 0; i < label->count; i++) {
        if (label->points[i] < N_START) {
            add_point(out, label->points[i]);
            done++;
        }
    }
    size_t plain = done;
    if (plain > 0)
        text_add_c(out, "-");
    for (; done < label->count; delta++, n++) {
        uint32_t next = next_point(label, n);
        delta += (next - n) * (uint32_t)(done + 1);
        n = next;
        for (size_t i = 0; i < label->count; i++) {
            if (label->points[i] < n)
                delta++;
            if (label->points[i] != n)
                continue;
            add_number(out, delta, bias);
            bias = adapted_bias(delta, done + 1, done == plain);
            delta = 0;
            done++;
        }
    }
}

/* ---- and back ------------------------------------------------------------------------------ */

static bool read_number(struct str *rest, uint32_t bias, uint64_t *number)
{
    uint64_t weight = 1;
    for (uint32_t place = BASE;; place += BASE) {
        int digit = rest->bytes > 0 ? digit_of(rest->at[0]) : -1;
        uint32_t t = threshold(place, bias);
        if (digit < 0)
            return false;
        *rest = str_slice(*rest, 1, rest->bytes);
        *number += (uint64_t)digit * weight;
        weight *= BASE - t;
        if (*number > UINT32_MAX || weight > UINT32_MAX)
            return false;
        if ((uint32_t)digit < t)
            return true;
    }
}

static bool insert_point(struct label *label, size_t at, uint32_t point)
{
    bool surrogate = point >= 0xD800 && point <= 0xDFFF;
    if (label->count == PUNYCODE_LABEL_POINTS_MAX || point > POINT_MAX || surrogate)
        return false;
    memmove(&label->points[at + 1], &label->points[at],
            (label->count - at) * sizeof label->points[0]);
    label->points[at] = point;
    label->count++;
    return true;
}

/* What stands behind the prefix. */
static bool decode_label(struct str coded, struct label *ret_label)
{
    uint64_t n = N_START, i = 0;
    uint32_t bias = BIAS_START;
    size_t plain = coded.bytes;
    while (plain > 0 && coded.at[plain - 1] != '-')
        plain--;
    if (!read_label(str_slice(coded, 0, plain > 0 ? plain - 1 : 0), ret_label))
        return false;
    struct str rest = str_slice(coded, plain, coded.bytes);
    if (rest.bytes == 0)
        return false; /* nothing but plain letters needs no code */
    while (rest.bytes > 0) {
        uint64_t before = i;
        if (!read_number(&rest, bias, &i))
            return false;
        size_t points = ret_label->count + 1;
        bias = adapted_bias((uint32_t)(i - before), points, before == 0);
        n += i / points;
        i %= points;
        if (n > POINT_MAX || !insert_point(ret_label, (size_t)i, (uint32_t)n))
            return false;
        i++;
    }
    return true;
}

/* ---- hosts --------------------------------------------------------------------------------- */

static bool is_plain(const struct label *label)
{
    for (size_t i = 0; i < label->count; i++)
        if (label->points[i] >= N_START)
            return false;
    return true;
}

static void add_label(struct text *out, const struct label *label)
{
    for (size_t i = 0; i < label->count; i++)
        add_point(out, label->points[i]);
}

bool punycode_to_ascii(struct arena *arena, struct str host, struct str *ret_ascii)
{
    struct text out = text_new(arena, HOST_BYTES_MAX);
    struct str part;
    while (str_next(&host, '.', &part)) {
        struct label label;
        if (!read_label(part, &label))
            return false;
        if (out.bytes > 0)
            text_add_c(&out, ".");
        if (is_plain(&label))
            add_label(&out, &label);
        else
            encode_label(&label, &out);
    }
    *ret_ascii = text_str(&out);
    return true;
}

bool punycode_to_unicode(struct arena *arena, struct str host, struct str *ret_unicode)
{
    struct text out = text_new(arena, HOST_BYTES_MAX);
    struct str part;
    while (str_next(&host, '.', &part)) {
        struct label label, small;
        if (!read_label(part, &small))
            return false;
        struct text plain = text_new(arena, HOST_BYTES_MAX);
        add_label(&plain, &small);
        struct str text = text_str(&plain);
        bool is_coded = str_starts(text, PREFIX);
        if (is_coded && !decode_label(str_slice(text, strlen(PREFIX), text.bytes), &label))
            return false;
        if (out.bytes > 0)
            text_add_c(&out, ".");
        add_label(&out, is_coded ? &label : &small);
    }
    *ret_unicode = text_str(&out);
    return true;
}
