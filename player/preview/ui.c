/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See ui.h. Dark, so that the slide is the brightest thing of the window and looks as it does on a
 * wall. Every text has at least 7 : 1 to what it stands on (tests/preview measures it).
 */
#include "preview/ui.h"

#include "text/wrap.h"

#include <math.h>

#define REFERENCE_WIDTH 1600
#define REFERENCE_HEIGHT 900
#define UNIT_MIN 0.8 /* 22 units of text are never below 17 px */
#define PITCH 1.36

const struct ui_colours ui_colours = {
    .edge = { 0x13, 0x19, 0x1E },
    .ground = { 0x1B, 0x24, 0x2A },
    .side = { 0x22, 0x2C, 0x33 },
    .card = { 0x2C, 0x38, 0x40 },
    .card_chosen = { 0x36, 0x44, 0x4E },
    .key = { 0x3A, 0x49, 0x53 },
    .text = { 0xF4, 0xF6, 0xF7 },
    .soft = { 0xD2, 0xDA, 0xDF },
    .focus = { 0x9A, 0xE3, 0xEE },
    .severity = {
        [SEVERITY_ADVISE] = { 0xB9, 0xC4, 0xCA },
        [SEVERITY_ASK] = { 0x7C, 0xC4, 0xF5 },
        [SEVERITY_WARN] = { 0xF5, 0xB9, 0x4A },
        [SEVERITY_BLOCK] = { 0xFF, 0x7B, 0x6E },
    },
    .good = { 0x8F, 0xD9, 0xA0 },
};

struct ui ui_new(struct arena *arena, struct measure *measure, enum language language, int width,
                 int height)
{
    double unit = fmin((double)width / REFERENCE_WIDTH, (double)height / REFERENCE_HEIGHT);
    return (struct ui){
        .arena = arena,
        .measure = measure,
        .language = language,
        .width = width,
        .height = height,
        .unit = fmax(unit, UNIT_MIN),
        .pointer_x = -1,
        .pointer_y = -1,
    };
}

int ui_px(const struct ui *ui, double units)
{
    return (int)lround(units * ui->unit);
}

struct box ui_box(const struct ui *ui)
{
    return (struct box){ 0, 0, ui->width, ui->height };
}

struct box ui_inside(struct box box, int margin)
{
    return (struct box){ box.x + margin, box.y + margin, box.width - 2 * margin,
                         box.height - 2 * margin };
}

static struct ui_part *add(struct ui *ui, enum ui_kind kind, struct box box)
{
    struct ui_part *part = ARENA_PUSH(ui->arena, ui->parts, ui->part_count);
    part->kind = kind;
    part->box = box;
    part->clip = ui->clip;
    return part;
}

void ui_fill(struct ui *ui, struct box box, int radius, struct colour colour)
{
    struct ui_part *part = add(ui, UI_FILL, box);
    part->radius = radius;
    part->colour = colour;
}

void ui_frame(struct ui *ui, struct box box, int radius, int thickness, struct colour colour)
{
    struct ui_part *part = add(ui, UI_FRAME, box);
    part->radius = radius;
    part->thickness = thickness;
    part->colour = colour;
}

void ui_veil(struct ui *ui, struct box box, struct colour colour, int veil)
{
    struct ui_part *part = add(ui, UI_FILL, box);
    part->colour = colour;
    part->veil = veil;
}

void ui_pixels(struct ui *ui, struct box box, const struct pixels *pixels, unsigned serial)
{
    struct ui_part *part = add(ui, UI_PIXELS, box);
    part->pixels = pixels;
    part->serial = serial;
}

struct box ui_fit(struct box box, int width, int height)
{
    int fit_width = box.width, fit_height = box.height;
    if ((int64_t)width * box.height > (int64_t)height * box.width)
        fit_height = (int)((int64_t)height * box.width / width);
    else
        fit_width = (int)((int64_t)width * box.height / height);
    return (struct box){ box.x + (box.width - fit_width) / 2, box.y + (box.height - fit_height) / 2,
                         fit_width, fit_height };
}

/* ---- text ---------------------------------------------------------------------------------- */

static double width_of(const struct ui *ui, struct str text, const struct ui_style *style)
{
    double size = round(style->size * ui->unit);
    return ui->measure->ops->width(ui->measure, text, style->weight, size);
}

int ui_width(const struct ui *ui, struct str text, const struct ui_style *style)
{
    return (int)ceil(width_of(ui, text, style));
}

static void add_line(struct ui *ui, struct box box, struct str text, const struct ui_style *style)
{
    struct ui_part *part = add(ui, UI_TEXT, box);
    part->colour = style->colour;
    part->ground = style->ground;
    part->align = style->align;
    part->line = (struct line){ .text = text,
                                .weight = style->weight,
                                .size = round(style->size * ui->unit) };
}

/* Bytes of the last whole character. */
static size_t last_character(struct str text)
{
    size_t bytes = 1;
    while (bytes < text.bytes && ((unsigned char)text.at[text.bytes - bytes] & 0xC0) == 0x80)
        bytes++;
    return bytes;
}

static struct str cut_to_fit(const struct ui *ui, struct str text, const struct ui_style *style,
                             int width)
{
    if (width_of(ui, text, style) <= width)
        return text;
    double room = width - width_of(ui, STR("…"), style);
    while (text.bytes > 0 && width_of(ui, text, style) > room)
        text.bytes -= last_character(text);
    return str_join(ui->arena, str_trim(text), STR("…"));
}

int ui_line(struct ui *ui, struct box box, struct str text, const struct ui_style *style)
{
    struct str cut = cut_to_fit(ui, text, style, box.width);
    if (cut.bytes > 0)
        add_line(ui, box, cut, style);
    return ui_width(ui, cut, style);
}

/* Bytes of the first character. */
static size_t first_character(struct str text)
{
    size_t bytes = 1;
    while (bytes < text.bytes && ((unsigned char)text.at[bytes] & 0xC0) == 0x80)
        bytes++;
    return bytes;
}

/* As much of a line as there is room for, one character at least. */
static struct str head_that_fits(const struct ui *ui, struct str line, const struct ui_style *style,
                                 int width)
{
    struct str head = { line.at, first_character(line) };
    while (head.bytes < line.bytes) {
        struct str rest = str_slice(line, head.bytes, line.bytes);
        struct str longer = { line.at, head.bytes + first_character(rest) };
        if (width_of(ui, longer, style) > width)
            break;
        head = longer;
    }
    return head;
}

/* What a paragraph is set with, beside its text. */
struct paragraph {
    struct str text;
    struct ui_spans spans;
    const struct ui_style *style;
    bool dry;
};

/* Hebrew, Arabic and their kin: U+0590 to U+08FF. */
static bool is_right_to_left(struct str text)
{
    for (size_t i = 0; i + 1 < text.bytes; i++) {
        unsigned char byte = (unsigned char)text.at[i], next = (unsigned char)text.at[i + 1];
        if ((byte >= 0xD6 && byte <= 0xDF) || (byte == 0xE0 && next >= 0xA0 && next <= 0xA3))
            return true;
    }
    return false;
}

/*
 * The part of a line, which begins at byte `from` of the text, that lies in a span; no bytes: none.
 * In a line with letters from right to left places cannot be told by widths: all of it is meant.
 */
static struct ui_span span_on_line(struct str line, size_t from, struct ui_span span)
{
    size_t start = span.start > from ? span.start - from : 0;
    size_t end = span.start + span.bytes > from ? span.start + span.bytes - from : 0;
    end = end < line.bytes ? end : line.bytes;
    if (start >= end)
        return (struct ui_span){ 0 };
    return is_right_to_left(line) ? (struct ui_span){ 0, line.bytes }
                                  : (struct ui_span){ start, end - start };
}

static void add_span(struct ui *ui, struct box at, struct str line, struct ui_span span,
                     const struct paragraph *paragraph)
{
    int air = ui_px(ui, 3), edge = ui_px(ui, 2);
    int x = ui_width(ui, str_slice(line, 0, span.start), paragraph->style);
    int end = ui_width(ui, str_slice(line, 0, span.start + span.bytes), paragraph->style);
    struct box box = { at.x + x - air, at.y + edge, end - x + 2 * air, at.height - 2 * edge };
    ui_fill(ui, box, air, ui_colours.key);
    ui_frame(ui, box, air, edge, paragraph->spans.frame);
}

static void add_spans(struct ui *ui, struct box at, struct str line,
                      const struct paragraph *paragraph)
{
    size_t from = (size_t)(line.at - paragraph->text.at);
    for (size_t i = 0; i < paragraph->spans.count; i++) {
        struct ui_span span = span_on_line(line, from, paragraph->spans.at[i]);
        if (span.bytes > 0)
            add_span(ui, at, line, span, paragraph);
    }
}

/* One line; a word that is wider than the box goes on below. Answers the lines it took. */
static int text_line(struct ui *ui, struct box box, struct str line, bool has_hyphen,
                     const struct paragraph *paragraph)
{
    int count = 0;
    do {
        struct str head = line;
        if (width_of(ui, line, paragraph->style) > box.width)
            head = head_that_fits(ui, line, paragraph->style, box.width);
        struct box at = { box.x, box.y + count * box.height, box.width, box.height };
        line = str_slice(line, head.bytes, line.bytes);
        if (!paragraph->dry && head.bytes > 0) {
            add_spans(ui, at, head, paragraph);
            bool ends = has_hyphen && line.bytes == 0;
            add_line(ui, at, ends ? str_join(ui->arena, head, STR("-")) : head, paragraph->style);
        }
        count++;
    } while (line.bytes > 0);
    return count;
}

static int add_paragraph(struct ui *ui, struct box box, const struct paragraph *paragraph)
{
    const struct ui_style *style = paragraph->style;
    const struct wrap_style wrap = { style->weight, round(style->size * ui->unit), box.width,
                                     ui->language };
    struct wrapped lines = wrap_text(ui->arena, ui->measure, paragraph->text, NULL, 0, &wrap);
    int pitch = ui_px(ui, style->size * PITCH), count = 0;
    for (size_t i = 0; i < lines.count; i++) {
        const struct wrapped_line *line = &lines.lines[i];
        struct box at = { box.x, box.y + count * pitch, box.width, pitch };
        count += text_line(ui, at, line->text, line->soft_hyphen, paragraph);
    }
    return count * pitch;
}

int ui_text(struct ui *ui, struct box box, struct str text, const struct ui_style *style, bool dry)
{
    const struct paragraph plain = { .text = text, .style = style, .dry = dry };
    return add_paragraph(ui, box, &plain);
}

int ui_marked_text(struct ui *ui, struct box box, struct str text, const struct ui_spans *spans,
                   const struct ui_style *style, bool dry)
{
    const struct paragraph marked = { text, *spans, style, dry };
    return add_paragraph(ui, box, &marked);
}

/* ---- pressing ------------------------------------------------------------------------------ */

static bool holds(struct box box, int x, int y)
{
    return x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
}

void ui_hit(struct ui *ui, struct box box, struct act act, struct str name)
{
    int more_x = box.width < UI_TARGET_MIN ? UI_TARGET_MIN - box.width : 0;
    int more_y = box.height < UI_TARGET_MIN ? UI_TARGET_MIN - box.height : 0;
    *ARENA_PUSH(ui->arena, ui->hits, ui->hit_count) = (struct ui_hit){
        .box = { box.x - more_x / 2, box.y - more_y / 2, box.width + more_x, box.height + more_y },
        .act = act,
        .name = name,
    };
}

bool ui_hovers(const struct ui *ui, struct box box)
{
    return holds(box, ui->pointer_x, ui->pointer_y);
}

struct act ui_press(const struct ui *ui, int x, int y)
{
    for (size_t i = ui->hit_count; i > 0; i--)
        if (holds(ui->hits[i - 1].box, x, y))
            return ui->hits[i - 1].act;
    return (struct act){ ACT_NONE, 0 };
}
