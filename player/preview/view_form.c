/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form: a panel in the middle, the desk dimmed behind it. What has the focus is always in sight;
 * while a day is chosen the panel stands below, so that the slide is seen.
 */
#include "base/i18n.h"
#include "preview/telling.h"
#include "preview/view_parts.h"

#define UNITS_PANEL 860
#define UNITS_PAD 32
#define UNITS_FIELD 48
#define UNITS_ROW_GAP 10
#define UNITS_KEYS_COLUMN 250
#define UNITS_KEY_TEXT 20
#define UNITS_SCROLLBAR 6
#define VEIL 190 /* of 255 */

static struct ui_style text_style(enum weight weight)
{
    return view_style(UNITS_TEXT, weight, ui_colours.text, ui_colours.side);
}

static struct str field_text(struct ui *ui, const struct form_row *row)
{
    struct text dots = text_new(ui->arena, 3 * FORM_FIELD_BYTES);
    if (row->kind != ROW_SECRET)
        return (struct str){ row->text, row->bytes };
    for (size_t i = 0; i < row->bytes; i++)
        if (((unsigned char)row->text[i] & 0xC0) != 0x80)
            text_add(&dots, STR("•"));
    return text_str(&dots);
}

/* The end of a long line stays in sight. */
static struct str tail_that_fits(struct ui *ui, struct str text, const struct ui_style *style,
                                 int width)
{
    while (text.bytes > 0 && ui_width(ui, text, style) > width) {
        text = str_slice(text, 1, text.bytes);
        while (text.bytes > 0 && ((unsigned char)text.at[0] & 0xC0) == 0x80)
            text = str_slice(text, 1, text.bytes);
    }
    return text;
}

static int add_field(struct ui *ui, const struct form_row *row, struct box box, bool has_focus,
                     bool dry)
{
    struct ui_style label = text_style(WEIGHT_REGULAR);
    struct ui_style style =
        view_style(UNITS_TEXT, WEIGHT_REGULAR, ui_colours.text, ui_colours.edge);
    int used = ui_text(ui, box, row->label, &label, dry), height = ui_px(ui, UNITS_FIELD);
    struct box frame = { box.x, box.y + used, box.width, height };
    struct box inner = { frame.x + ui_px(ui, 12), frame.y, frame.width - ui_px(ui, 28), height };
    if (!dry) {
        ui_fill(ui, frame, ui_px(ui, UNITS_RADIUS), ui_colours.edge);
        ui_frame(ui, frame, ui_px(ui, UNITS_RADIUS), has_focus ? ui_px(ui, UNITS_RING) : 1,
                 has_focus ? ui_colours.focus : ui_colours.soft);
        struct str text = tail_that_fits(ui, field_text(ui, row), &style, inner.width);
        int width = ui_line(ui, inner, text, &style);
        if (has_focus)
            ui_fill(ui,
                    (struct box){ inner.x + width + 1, frame.y + ui_px(ui, 10), ui_px(ui, 2),
                                  height - 2 * ui_px(ui, 10) },
                    0, ui_colours.text);
    }
    return used + height;
}

/* A square to tick or a circle to choose, and its sentence. */
static int add_tick(struct ui *ui, const struct form_row *row, struct box box, bool has_focus,
                    bool dry)
{
    struct ui_style style = text_style(WEIGHT_REGULAR);
    int side = ui_px(ui, 26), indent = ui_px(ui, 44), pad = ui_px(ui, 8);
    struct box words = { box.x + indent, box.y + pad, box.width - indent, box.height };
    int height = ui_text(ui, words, row->label, &style, dry) + 2 * pad;
    height = height < UI_TARGET_MIN ? UI_TARGET_MIN : height;
    if (dry)
        return height;
    struct box sign = { box.x + ui_px(ui, 6), box.y + pad + ui_px(ui, 2), side, side };
    int radius = row->kind == ROW_CHOICE ? side / 2 : ui_px(ui, 4);
    ui_frame(ui, sign, radius, ui_px(ui, 2), ui_colours.text);
    if (row->is_on) {
        int inner = ui_px(ui, 6);
        ui_fill(ui, ui_inside(sign, inner), radius > inner ? radius - inner : 0, ui_colours.focus);
    }
    if (has_focus)
        ui_frame(ui, (struct box){ box.x - ui_px(ui, 4), box.y, box.width + ui_px(ui, 8), height },
                 ui_px(ui, UNITS_RADIUS), ui_px(ui, UNITS_RING), ui_colours.focus);
    return height;
}

static int add_key_row(struct ui *ui, const struct form_row *row, struct box box, bool dry)
{
    struct ui_style key = text_style(WEIGHT_BOLD), style = text_style(WEIGHT_REGULAR);
    key.size = style.size = UNITS_KEY_TEXT;
    int column = ui_px(ui, UNITS_KEYS_COLUMN);
    struct box words = { box.x + column, box.y, box.width - column, box.height };
    int height = ui_text(ui, words, row->label, &style, dry);
    struct box left = { box.x, box.y, column, ui_px(ui, UNITS_KEY_TEXT * 1.36) };
    if (!dry)
        ui_line(ui, left, row->key, &key);
    return height;
}

static int add_row(struct ui *ui, const struct form_row *row, struct box box, bool has_focus,
                   bool dry)
{
    struct ui_style style = text_style(row->kind == ROW_HEADING ? WEIGHT_BOLD : WEIGHT_REGULAR);
    switch (row->kind) {
    case ROW_TEXT:
    case ROW_HEADING:
        return ui_text(ui, box, row->label, &style, dry);
    case ROW_KEY:
        return add_key_row(ui, row, box, dry);
    case ROW_FIELD:
    case ROW_SECRET:
        return add_field(ui, row, box, has_focus, dry);
    case ROW_TICK:
    case ROW_CHOICE:
        return add_tick(ui, row, box, has_focus, dry);
    case ROW_BUTTON:
        break;
    }
    return 0;
}

/* The rows above the buttons; answers their height, and where the one with the focus stands. */
static int add_rows(struct ui *ui, const struct form *form, struct box box, int *ret_top,
                    int *ret_bottom, bool dry)
{
    int y = 0;
    *ret_top = *ret_bottom = 0;
    for (size_t i = 0; i < form->row_count; i++) {
        const struct form_row *row = &form->rows[i];
        struct box at = { box.x, box.y + y, box.width, box.height };
        if (row->kind == ROW_BUTTON)
            continue;
        int gap = ui_px(ui, row->kind == ROW_KEY ? 3 : UNITS_ROW_GAP);
        int height = add_row(ui, row, at, i == form->focus, dry);
        if (!dry && form_row_takes_focus(row))
            ui_hit(ui, (struct box){ at.x, at.y, at.width, height },
                   (struct act){ ACT_ROW, (long)i }, row->label);
        if (i == form->focus) {
            *ret_top = y;
            *ret_bottom = y + height;
        }
        y += height + gap;
    }
    return y;
}

/* Buttons side by side, in as many lines as they need; answers their height. */
static int add_buttons(struct ui *ui, const struct form *form, struct box box, bool dry)
{
    struct ui_style style = text_style(WEIGHT_BOLD);
    int x = 0, y = 0, gap = ui_px(ui, 12), height = view_button_height(ui);
    for (size_t i = 0; i < form->row_count; i++) {
        const struct form_row *row = &form->rows[i];
        if (row->kind != ROW_BUTTON)
            continue;
        int width = ui_width(ui, row->label, &style) + 2 * ui_px(ui, 20);
        if (x > 0 && x + width > box.width) {
            x = 0;
            y += height + gap;
        }
        if (!dry)
            view_button(ui, box.x + x, box.y + y, row->label, (struct act){ ACT_ROW, (long)i },
                        i == form->focus);
        x += width + gap;
    }
    return y + height;
}

static struct str title_of(struct ui *ui, const struct desk *desk)
{
    if (desk->form.kind == FORM_TIME)
        return str_format(ui->arena, "%.*s: %.*s", STR_ARG(desk->form.title),
                          STR_ARG(telling_moment(ui->arena, desk)));
    return desk->form.title;
}

/* Above the veil nothing of the desk can be pressed any more. */
static void add_veil(struct ui *ui, const struct desk *desk)
{
    if (desk->form.kind != FORM_TIME)
        ui_veil(ui, ui_box(ui), ui_colours.edge, VEIL);
    ui->hit_count = 0;
}

void view_form(struct ui *ui, const struct desk *desk)
{
    const struct form *form = &desk->form;
    struct ui_style heading =
        view_style(UNITS_HEADING, WEIGHT_BOLD, ui_colours.text, ui_colours.side);
    int pad = ui_px(ui, UNITS_PAD), width = ui_px(ui, UNITS_PANEL), top, bottom;
    width = width < ui->width - pad ? width : ui->width - pad;
    struct box inner = { (ui->width - width) / 2 + pad, 0, width - 2 * pad, 0 };
    int title = ui_text(ui, inner, title_of(ui, desk), &heading, true) + ui_px(ui, UNITS_GAP);
    int rows = add_rows(ui, form, inner, &top, &bottom, true);
    int buttons = add_buttons(ui, form, inner, true) + ui_px(ui, UNITS_GAP);
    int most = ui->height - 2 * pad - title - buttons - pad;
    int seen = rows < most ? rows : most, height = title + seen + buttons + 2 * pad;
    int y = (ui->height - height) / 2;
    if (form->kind == FORM_TIME)
        y = ui->height - height - ui_px(ui, 8);
    struct box panel = { (ui->width - width) / 2, y, width, height };

    add_veil(ui, desk);
    ui_fill(ui, panel, ui_px(ui, 10), ui_colours.side);
    ui_frame(ui, panel, ui_px(ui, 10), ui_px(ui, 2), ui_colours.soft);
    inner.y = y + pad;
    ui_text(ui, inner, title_of(ui, desk), &heading, false);
    inner.y += title;
    int offset = bottom > seen ? bottom - seen : 0, margin = ui_px(ui, 6);
    int scrolled = form->scroll * ui_px(ui, UNITS_TEXT * 1.36);
    offset = scrolled > offset ? scrolled : offset;
    offset = offset > rows - seen ? rows - seen : offset;
    ui->clip = (struct box){ inner.x - margin, inner.y, inner.width + 2 * margin, seen };
    struct box moved = { inner.x, inner.y - offset, inner.width, seen };
    add_rows(ui, form, moved, &top, &bottom, false);
    if (rows > seen) {
        int wide = ui_px(ui, UNITS_SCROLLBAR);
        struct box bar = { inner.x + inner.width + ui_px(ui, 12), inner.y + seen * offset / rows,
                           wide, seen * seen / rows };
        ui->clip = (struct box){ 0 };
        ui_fill(ui, bar, wide / 2, ui_colours.soft);
    }
    ui->clip = (struct box){ 0 };
    inner.y += seen + ui_px(ui, UNITS_GAP);
    add_buttons(ui, form, inner, false);
}
