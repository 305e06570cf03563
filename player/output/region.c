/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See region.h. Words are found as they are written: where the XML has entities, line breaks or
 * markup within them, or where an identity code is masked, the region stays the element's start.
 */
#include "output/region.h"

#include "base/utf8.h"

struct cursor {
    struct str rest;
    unsigned line, column;
    size_t offset;
};

/* Past one character; a CR LF is one line end, as XML has it. */
static bool step(struct cursor *cursor)
{
    uint32_t point;
    if (!utf8_next(&cursor->rest, &point))
        return false;
    cursor->offset++;
    cursor->column++;
    bool pair = point == '\r' && cursor->rest.bytes > 0 && cursor->rest.at[0] == '\n';
    if (point == '\n' || (point == '\r' && !pair)) {
        cursor->line++;
        cursor->column = 1;
    }
    return true;
}

static bool go_to(struct cursor *cursor, unsigned line, unsigned column)
{
    while (cursor->line < line || (cursor->line == line && cursor->column < column))
        if (!step(cursor))
            return false;
    return cursor->line == line;
}

bool region_find(struct str bytes, const struct finding *finding, struct region *ret_region)
{
    struct cursor cursor = { .rest = bytes, .line = 1, .column = 1 };
    const struct place *place = &finding->where;
    if (place->line == 0 || !go_to(&cursor, place->line, place->column > 0 ? place->column : 1))
        return false;
    struct region region = { .line = cursor.line,
                             .column = cursor.column,
                             .offset = cursor.offset };
    ptrdiff_t at = finding->span.bytes > 0 ? str_find(cursor.rest, finding->span) : -1;
    if (at >= 0) {
        size_t left = cursor.rest.bytes - (size_t)at;
        while (cursor.rest.bytes > left)
            step(&cursor);
        region = (struct region){ cursor.line, cursor.column, cursor.offset, 0, 0, 0 };
        while (cursor.rest.bytes > left - finding->span.bytes)
            step(&cursor);
        region.length = cursor.offset - region.offset;
        region.end_line = cursor.line;
        region.end_column = cursor.column;
    }
    *ret_region = region;
    return true;
}
