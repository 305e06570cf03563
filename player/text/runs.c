/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels by FriBidi (UAX #9), then runs of one level, font and weight, then rule L2 over them. */
#include "text/runs.h"

#include "base/utf8.h"

#include <fribidi.h>

#define SOFT_HYPHEN 0xAD
#define FIRST_RIGHT_TO_LEFT 0x590 /* no point below is written from right to left */

static bool is_strong_at(const struct line *line, size_t byte)
{
    for (size_t i = 0; i < line->strong_count; i++) {
        const struct strong *strong = &line->strong[i];
        if (byte >= strong->start && byte < strong->start + strong->bytes)
            return true;
    }
    return false;
}

/* Fills points and, beside each, the weight it is drawn in. Answers: is any of them rtl? */
static bool read_points(const struct line *line, struct runs *runs, enum weight *weights)
{
    struct str rest = line->text;
    uint32_t point;
    bool right_to_left = line->right_to_left;
    runs->point_count = 0;
    while (runs->point_count < LINE_POINTS_MAX) {
        size_t byte = line->text.bytes - rest.bytes;
        if (!utf8_next(&rest, &point))
            break;
        if (point == SOFT_HYPHEN)
            continue;
        bool bold = line->weight == WEIGHT_BOLD || is_strong_at(line, byte);
        weights[runs->point_count] = bold ? WEIGHT_BOLD : WEIGHT_REGULAR;
        runs->points[runs->point_count++] = point;
        right_to_left = right_to_left || point >= FIRST_RIGHT_TO_LEFT;
    }
    return right_to_left;
}

/*
 * "040 123 4567" in an Arabic line: UAX #9 takes plain spaces for part of the line, and the eye
 * would meet 4567 first. Between digits they count as separators of a number, as U+00A0 does.
 */
static void keep_numbers_together(const struct runs *runs, FriBidiCharType *types)
{
    for (size_t i = 1; i + 1 < runs->point_count; i++) {
        if (runs->points[i] == ' ' && types[i - 1] == FRIBIDI_TYPE_EN &&
            types[i + 1] == FRIBIDI_TYPE_EN)
            types[i] = FRIBIDI_TYPE_CS;
    }
}

static void find_levels(const struct runs *runs, bool right_to_left, FriBidiLevel *levels)
{
    FriBidiCharType types[LINE_POINTS_MAX];
    FriBidiBracketType brackets[LINE_POINTS_MAX];
    FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    FriBidiStrIndex count = (FriBidiStrIndex)runs->point_count;
    fribidi_get_bidi_types(runs->points, count, types);
    fribidi_get_bracket_types(runs->points, count, types, brackets);
    keep_numbers_together(runs, types);
    /* Only fails without memory; then the line reads as if it had one direction. */
    if (fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, levels) == 0)
        memset(levels, right_to_left ? 1 : 0, runs->point_count);
}

static void cut_runs(struct fonts *fonts, struct runs *runs, const FriBidiLevel *levels,
                     const enum weight *weights)
{
    int font = -1;
    runs->count = 0;
    for (size_t i = 0; i < runs->point_count; i++) {
        int found = font_stack_find(fonts, runs->points[i], font);
        font = found < 0 ? 0 : found;
        struct run *last = runs->count ? &runs->run[runs->count - 1] : NULL;
        if (last && last->level == levels[i] && last->font == font && last->weight == weights[i]) {
            last->to = i + 1;
        } else if (runs->count < RUNS_MAX) {
            runs->run[runs->count++] = (struct run){ i, i + 1, levels[i], font, weights[i] };
        }
    }
}

static void reverse(struct run *runs, size_t from, size_t to)
{
    for (; from + 1 < to; from++, to--) {
        struct run kept = runs[from];
        runs[from] = runs[to - 1];
        runs[to - 1] = kept;
    }
}

/* UAX #9, rule L2: from the highest level down, reverse what stands at that level or above. */
static void order_for_the_eye(struct runs *runs)
{
    int highest = 0;
    for (size_t i = 0; i < runs->count; i++)
        highest = runs->run[i].level > highest ? runs->run[i].level : highest;
    for (int level = highest; level > 0; level--) {
        for (size_t i = 0; i < runs->count; i++) {
            size_t from = i;
            while (i < runs->count && runs->run[i].level >= level)
                i++;
            reverse(runs->run, from, i);
        }
    }
}

void runs_of_line(struct fonts *fonts, const struct line *line, struct runs *ret_runs)
{
    enum weight weights[LINE_POINTS_MAX];
    FriBidiLevel levels[LINE_POINTS_MAX];
    bool mixed = read_points(line, ret_runs, weights);
    if (mixed)
        find_levels(ret_runs, line->right_to_left, levels);
    else
        memset(levels, 0, sizeof levels);
    cut_runs(fonts, ret_runs, levels, weights);
    if (mixed)
        order_for_the_eye(ret_runs);
}

void runs_text(const struct runs *runs, const struct run *run, char *ret_text)
{
    size_t bytes = 0;
    for (size_t i = run->from; i < run->to; i++)
        bytes += utf8_put(runs->points[i], ret_text + bytes);
    ret_text[bytes] = '\0';
}

static const char *script_of(const struct runs *runs, const struct run *run)
{
    for (size_t i = run->from; i < run->to; i++) {
        uint32_t point = runs->points[i];
        if ((point >= 0x600 && point < 0x780) || (point >= 0x8A0 && point < 0x900) ||
            (point >= 0xFB50 && point < 0xFF00))
            return "Arab";
        if (point >= 0x400 && point < 0x530)
            return "Cyrl";
    }
    return "Latn";
}

void runs_set_up(TTF_Font *font, const struct runs *runs, const struct run *run)
{
    TTF_SetFontDirection(font, run->level & 1 ? TTF_DIRECTION_RTL : TTF_DIRECTION_LTR);
    TTF_SetFontScriptName(font, script_of(runs, run));
}
