/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Least lines first, then the most even ones: among all ways to break a paragraph into that many
 * lines, the one with the least sum of squared empty shares and penalties (after Knuth and Plass,
 * without stretching). Paragraphs of slides are short, so the plain quadratic search is enough.
 */
#include "text/wrap.h"

#include "text/breaks.h"

#include <assert.h>
#include <float.h>
#include <math.h>

#define SINGLE_WORD_PENALTY 0.20 /* a last line of one short word: an orphan */
#define PIECES_MAX 2001          /* 4,000 characters hold at most 2,000 words */

struct search {
    struct measure *measure;
    const struct wrap_style *style;
    const struct piece *pieces;
    size_t count;
    double *widths; /* of each piece */
    double space, hyphen;
    const struct strong *strong;
    size_t strong_count;
    const char *text_start;
};

static bool overlaps_strong(const struct search *search, struct str text)
{
    size_t start = (size_t)(text.at - search->text_start);
    for (size_t i = 0; i < search->strong_count; i++) {
        const struct strong *strong = &search->strong[i];
        if (start < strong->start + strong->bytes && strong->start < start + text.bytes)
            return true;
    }
    return false;
}

/* Measured as bold when any of it is: never too narrow. */
static double piece_width(const struct search *search, struct str text)
{
    const struct wrap_style *style = search->style;
    enum weight weight = overlaps_strong(search, text) ? WEIGHT_BOLD : style->weight;
    return search->measure->ops->width(search->measure, text, weight, style->size);
}

/* Width of the pieces from..to (inclusive) on one line. */
static double line_width(const struct search *search, size_t from, size_t to)
{
    double width = 0;
    for (size_t i = from; i <= to; i++) {
        width += search->widths[i];
        if (i < to && search->pieces[i].space)
            width += search->space;
    }
    return search->pieces[to].soft_hyphen ? width + search->hyphen : width;
}

static double line_cost(const struct search *search, size_t from, size_t to, double width)
{
    double room = search->style->width;
    double empty = width < room ? (room - width) / room : 0;
    bool last = search->pieces[to].must_break;
    double cost = empty * empty;
    if (!last)
        cost += search->pieces[to].penalty;
    if (last && from == to && from > 0 && !search->pieces[from - 1].must_break && empty > 0.7)
        cost += SINGLE_WORD_PENALTY;
    return cost;
}

/* best[i]: fewest lines, then least cost, of the pieces before i; back[i]: where its line starts */
static void search_breaks(struct search *search, int *lines, double *cost, size_t *back)
{
    lines[0] = 0;
    cost[0] = 0;
    for (size_t end = 1; end <= search->count; end++) {
        lines[end] = INT32_MAX;
        cost[end] = DBL_MAX;
        for (size_t from = end; from-- > 0;) {
            if (from + 1 < end && search->pieces[from].must_break)
                break;
            double width = line_width(search, from, end - 1);
            if (width > search->style->width && from + 1 < end)
                break;
            double total = cost[from] + line_cost(search, from, end - 1, width);
            int line_count = lines[from] + 1;
            if (line_count < lines[end] || (line_count == lines[end] && total < cost[end])) {
                lines[end] = line_count;
                cost[end] = total;
                back[end] = from;
            }
        }
    }
}

static struct wrapped_line make_line(const struct search *search, size_t from, size_t to)
{
    const struct piece *first = &search->pieces[from], *last = &search->pieces[to];
    size_t bytes = (size_t)(last->text.at + last->text.bytes - first->text.at);
    return (struct wrapped_line){
        .text = { first->text.at, bytes },
        .soft_hyphen = last->soft_hyphen,
        .width = line_width(search, from, to),
    };
}

static struct wrapped collect(struct arena *arena, const struct search *search, const size_t *back,
                              size_t line_count)
{
    struct wrapped wrapped = { 0 };
    wrapped.lines = ARENA_ARRAY(arena, struct wrapped_line, line_count);
    wrapped.count = line_count;
    size_t end = search->count;
    for (size_t i = line_count; i-- > 0; end = back[end]) {
        struct wrapped_line line = make_line(search, back[end], end - 1);
        wrapped.lines[i] = line;
        wrapped.width = line.width > wrapped.width ? line.width : wrapped.width;
        if (line.width > search->style->width)
            wrapped.wide_word = line.text;
    }
    return wrapped;
}

struct wrapped wrap_text(struct arena *arena, struct measure *measure, struct str text,
                         const struct strong *strong, size_t strong_count,
                         const struct wrap_style *style)
{
    struct piece *pieces;
    size_t count = breaks_find(arena, text, style->language, &pieces);
    if (count == 0)
        return (struct wrapped){ 0 };
    struct search search = {
        .measure = measure,
        .style = style,
        .pieces = pieces,
        .count = count < PIECES_MAX ? count : PIECES_MAX,
        .widths = ARENA_ARRAY(arena, double, count),
        .space = measure->ops->width(measure, STR(" "), style->weight, style->size),
        .hyphen = measure->ops->width(measure, STR("-"), style->weight, style->size),
        .strong = strong,
        .strong_count = strong_count,
        .text_start = text.at,
    };
    for (size_t i = 0; i < search.count; i++)
        search.widths[i] = piece_width(&search, pieces[i].text);
    int *lines = ARENA_ARRAY(arena, int, search.count + 1);
    double *cost = ARENA_ARRAY(arena, double, search.count + 1);
    size_t *back = ARENA_ARRAY(arena, size_t, search.count + 1);
    search_breaks(&search, lines, cost, back);
    assert(lines[search.count] > 0);
    return collect(arena, &search, back, (size_t)lines[search.count]);
}
