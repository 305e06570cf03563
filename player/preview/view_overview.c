/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All announcements as a grid of small slides, each with its verdict as a sign, colour and word. */
#include "base/i18n.h"
#include "preview/telling.h"
#include "preview/view_parts.h"

#define UNITS_CAPTION 60
#define UNITS_SCROLLBAR 6

static const char *mark_of(enum severity worst, bool has_findings)
{
    if (worst == SEVERITY_BLOCK)
        return _("stops");
    if (worst == SEVERITY_WARN)
        return _("to mend");
    if (worst == SEVERITY_ASK)
        return _("question");
    return has_findings ? _("hint") : _("fine");
}

static struct str title_of(const struct desk_row *row)
{
    return row->known.title.bytes > 0 ? row->known.title : row->known.name;
}

static void add_mark(struct ui *ui, const struct desk_row *row, struct box box)
{
    const struct desk_item *item = row->look ? &row->look->item : NULL;
    struct ui_style style =
        view_style(UNITS_SMALL, WEIGHT_BOLD, ui_colours.text, ui_colours.ground);
    struct str words = str_of(_("being looked at"));
    int dot = ui_px(ui, 16);
    if (item) {
        enum severity worst = desk_worst(item);
        struct colour colour =
            worst == SEVERITY_ADVISE ? ui_colours.good : ui_colours.severity[worst];
        if (row->state.bytes > 0) /* decided: how it was found counts no more */
            colour = ui_colours.soft;
        struct box sign = { box.x, box.y + (box.height - dot) / 2, dot, dot };
        ui_fill(ui, sign, worst == SEVERITY_BLOCK ? 0 : dot / 2, colour);
        words = str_of(mark_of(worst, item->finding_count > 0));
        if (row->state.bytes > 0)
            words = row->state;
        box.x += dot + ui_px(ui, 8);
        box.width -= dot + ui_px(ui, 8);
    }
    ui_line(ui, box, words, &style);
}

static void add_tile(struct ui *ui, const struct desk *desk, size_t index, struct box box)
{
    const struct desk_row *row = &desk->rows[index];
    const struct desk_look *look = row->look;
    struct ui_style title =
        view_style(UNITS_SMALL, WEIGHT_REGULAR, ui_colours.text, ui_colours.ground);
    int caption = ui_px(ui, UNITS_CAPTION), line = caption / 2;
    struct box room = { box.x, box.y, box.width, box.height - caption };
    bool has = look && look->thumb.at;
    const char *instead = look ? _("no slide") : "…";
    struct box at = has ? ui_fit(room, look->thumb.width, look->thumb.height) : room;
    ui_fill(ui, room, 0, ui_colours.edge);
    view_picture(ui, has ? &look->thumb : NULL, has ? look->serial : 0, at, instead);
    if (index == desk->current)
        ui_frame(ui, ui_inside(room, -ui_px(ui, 6)), ui_px(ui, 6), ui_px(ui, 4), ui_colours.focus);
    else if (ui_hovers(ui, box))
        ui_frame(ui, ui_inside(room, -ui_px(ui, 4)), ui_px(ui, 4), ui_px(ui, 2), ui_colours.soft);
    struct box words = { box.x, room.y + room.height + ui_px(ui, 4), box.width, line };
    ui_line(ui, words, title_of(row), &title);
    words.y += line - ui_px(ui, 4);
    add_mark(ui, row, words);
    ui_hit(ui, box, (struct act){ ACT_OPEN, (long)index }, title_of(row));
}

/* The row of the current announcement stays in the middle of what is seen. */
static size_t first_row(size_t current_row, size_t rows, size_t rows_seen)
{
    size_t half = rows_seen / 2;
    if (rows <= rows_seen || current_row <= half)
        return 0;
    return current_row - half + rows_seen > rows ? rows - rows_seen : current_row - half;
}

static void add_scrollbar(struct ui *ui, struct box box, size_t first, size_t seen, size_t rows)
{
    int width = ui_px(ui, UNITS_SCROLLBAR);
    if (rows <= seen)
        return;
    struct box bar = { box.x + box.width + ui_px(ui, 8),
                       box.y + (int)((size_t)box.height * first / rows), width,
                       (int)((size_t)box.height * seen / rows) };
    ui_fill(ui, bar, width / 2, ui_colours.soft);
}

static struct str heading_of(struct ui *ui, const struct desk *desk)
{
    size_t looked = 0;
    for (size_t i = 0; i < desk->count; i++)
        looked += desk->rows[i].look != NULL;
    struct str args[] = {
        str_format(ui->arena, "%zu", desk->count),
        str_format(ui->arena, "%zu", desk_count(desk, SEVERITY_BLOCK)),
        str_format(ui->arena, "%zu", desk_count(desk, SEVERITY_WARN)),
        str_format(ui->arena, "%zu", desk_count(desk, SEVERITY_ASK)),
        str_format(ui->arena, "%zu", looked),
    };
    if (looked < desk->count)
        return i18n_fill(ui->arena, _("Looked at {4} of {0} announcements"), args, 5);
    return i18n_fill(ui->arena,
                     _("Announcements: {0}. Stopped: {1}, to mend: {2}, with a question: {3}"),
                     args, 5);
}

void view_overview(struct ui *ui, const struct desk *desk, struct box box)
{
    struct ui_style heading =
        view_style(UNITS_HEADING, WEIGHT_BOLD, ui_colours.text, ui_colours.ground);
    int margin = ui_px(ui, UNITS_MARGIN), gap = ui_px(ui, 24);
    struct box inner = ui_inside(box, margin);
    struct box line = { inner.x, inner.y - ui_px(ui, 8), inner.width, ui_px(ui, 34) };
    ui_line(ui, line, heading_of(ui, desk), &heading);
    inner.y += ui_px(ui, 46);
    inner.height = box.y + box.height - inner.y;

    int width = (inner.width - (DESK_COLUMNS - 1) * gap) / DESK_COLUMNS;
    int height = width * DESK_THUMB_HEIGHT / DESK_THUMB_WIDTH + ui_px(ui, UNITS_CAPTION);
    size_t rows = (desk->count + DESK_COLUMNS - 1) / DESK_COLUMNS;
    size_t seen = (size_t)(inner.height / (height + gap));
    seen = seen > 0 ? seen : 1;
    size_t first = first_row(desk->current / DESK_COLUMNS, rows, seen);
    /* One more row, as far as it is in sight, says that there is more. */
    for (size_t i = first * DESK_COLUMNS; i < desk->count && i < (first + seen + 1) * DESK_COLUMNS;
         i++) {
        size_t row = i / DESK_COLUMNS - first, column = i % DESK_COLUMNS;
        struct box tile = { inner.x + (int)column * (width + gap),
                            inner.y + (int)row * (height + gap), width, height };
        add_tile(ui, desk, i, tile);
    }
    add_scrollbar(ui, inner, first, seen, rows);
}
