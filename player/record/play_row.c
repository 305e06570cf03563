/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See play_row.h. The log is read for years after it was written, so what is not understood is
 * counted and passed over, never guessed.
 */
#include "record/play_row.h"

#include "base/csv.h"

#define SECONDS_MOST 86400.0 /* no slide stays a day: a line that says so is damaged */

enum column {
    COLUMN_DATE,
    COLUMN_DISPLAY,
    COLUMN_ID,
    COLUMN_GROUP,
    COLUMN_LANGUAGE,
    COLUMN_ORGANISATIONS,
    COLUMN_TITLE,
    COLUMN_FROM,
    COLUMN_TO,
    COLUMN_SECONDS,
    COLUMN_COUNT,
};

static bool read_moment(struct str cell, const struct zone *zone, int64_t *ret_moment)
{
    struct stamp stamp;
    if (!stamp_parse(cell, &stamp) || stamp.kind != STAMP_MOMENT)
        return false;
    *ret_moment = stamp_moment(&stamp, zone);
    return true;
}

static bool read_row(const struct str *cells, const struct zone *zone, struct play_row *ret_row)
{
    struct play_row row = {
        .display = cells[COLUMN_DISPLAY],
        .id = cells[COLUMN_ID],
        .group = cells[COLUMN_GROUP],
        .language = cells[COLUMN_LANGUAGE],
        .organisations = cells[COLUMN_ORGANISATIONS],
        .title = cells[COLUMN_TITLE],
    };
    struct stamp date;
    if (!stamp_parse(cells[COLUMN_DATE], &date) || date.kind != STAMP_DATE ||
        !read_moment(cells[COLUMN_FROM], zone, &row.from) ||
        !read_moment(cells[COLUMN_TO], zone, &row.to) ||
        !str_to_decimal(cells[COLUMN_SECONDS], &row.seconds))
        return false;
    row.date = date.civil.date;
    if (row.id.bytes == 0 || row.seconds < 0 || row.seconds > SECONDS_MOST)
        return false;
    *ret_row = row;
    return true;
}

enum play_line play_row_read(struct arena *arena, struct str line, const struct zone *zone,
                             struct play_row *ret_row)
{
    struct str cells[COLUMN_COUNT], cell;
    size_t count = 0;
    line = str_trim(line);
    if (line.bytes == 0)
        return PLAY_LINE_EMPTY;
    if (str_starts(line, "date,display,"))
        return PLAY_LINE_HEADER;
    while (csv_next(arena, &line, &cell)) {
        if (count == COLUMN_COUNT)
            return PLAY_LINE_DAMAGED;
        cells[count++] = cell;
    }
    bool is_row = count == COLUMN_COUNT && read_row(cells, zone, ret_row);
    return is_row ? PLAY_LINE_ROW : PLAY_LINE_DAMAGED;
}

bool play_row_organisation(struct str *rest, struct str *ret_name)
{
    struct str name;
    while (str_next(rest, ';', &name)) {
        *ret_name = str_trim(name);
        if (ret_name->bytes > 0)
            return true;
    }
    return false;
}
