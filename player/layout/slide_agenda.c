/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Today and tomorrow: a row for each event, with thin lines between. When, what and where, and the
 * number that reception knows it by. Rows keep their letters large: what is long takes a second
 * line, and where that is too much the place goes, which stands on the event's own slide.
 */
#include "base/utf8.h"
#include "layout/phrase.h"
#include "layout/slides.h"

#include <math.h>

#define UNITS_TITLE 104
#define UNITS_ROW 60
#define UNITS_ROW_GAP 44 /* over and under the text of a row, together */
#define UNITS_LINE 3
#define COLUMN_GAP 0.75 /* em */

struct row {
    struct str when, number;
    struct flow what;
    int height;
};

struct table {
    struct row rows[AGENDA_ROWS_MAX];
    size_t count;
    double size;
    int when_width, number_width;
    int gap; /* over and under the text of a row, together */
    int height;
    bool fits;
};

/* Words for days begin facts with a capital; in a row they stand as in the middle of a sentence. */
static struct str in_lower_case(struct arena *arena, struct str word)
{
    struct str rest = word;
    uint32_t point;
    char bytes[4];
    if (!utf8_next(&rest, &point))
        return rest;
    size_t used = utf8_put(utf8_lower(point), bytes);
    return str_join(arena, (struct str){ bytes, used }, rest);
}

/* "tänään klo 17"; only the day for what goes on all day or began before. */
static struct str when_text(struct frame *frame, const struct agenda_line *line)
{
    const struct zone *zone = frame->context->zone;
    struct civil start = zone_local(zone, line->date.start);
    bool is_tomorrow = date_compare(start.date, frame->now.date) > 0;
    const char *word = is_tomorrow ? frame->wording->tomorrow : frame->wording->today;
    struct str day = in_lower_case(frame->arena, str_of(word));
    if (line->date.all_day || date_compare(start.date, frame->now.date) < 0)
        return day;
    struct str hours = phrase_hours(frame->arena, frame->wording, start, start, false);
    return str_format(frame->arena, "%.*s %.*s", STR_ARG(day), STR_ARG(hours));
}

/* The title in bold, and behind a comma the place. */
static struct flow what_flow(struct frame *frame, const struct agenda_line *line, double size,
                             int width, bool with_place)
{
    const struct announcement *announcement = &line->item->announcement;
    struct flow flow = { 0 };
    struct flow_style style = {
        .role = SCENE_FACT,
        .source = STR("title"),
        .weight = WEIGHT_REGULAR,
        .size = size,
        .pitch = PITCH_EDGE,
        .width = width,
        .colour = frame->theme->title,
    };
    /* A title of another direction keeps its own, but stands in the column like the others. */
    bool is_foreign = frame->right_to_left && !language_is_right_to_left(announcement->language);
    style.address = is_foreign;
    struct str text = str_trim(announcement->title);
    struct strong title = { 0, text.bytes };
    struct str place = facts_short_place(frame, announcement, line->is_here);
    bool is_place = announcement->venue_count > 0 && announcement->venues[0].mode != PLACE_ONLINE &&
                    announcement->venues[0].mode != PLACE_PHONE;
    if (!is_place) /* "puhelimessa": a word of ours, not a name */
        place = in_lower_case(frame->arena, place);
    if (with_place && place.bytes > 0)
        text = str_format(frame->arena, "%.*s%s %.*s", STR_ARG(text),
                          frame->right_to_left && !is_foreign ? "،" : ",", STR_ARG(place));
    flow_add(frame, &flow, text, &title, 1, &style);
    for (size_t i = 0; is_foreign && i < flow.count; i++)
        flow.texts[i].align = ALIGN_END;
    return flow;
}

static void measure_columns(struct frame *frame, const struct agenda_line *lines,
                            struct table *table)
{
    double when = 0, number = 0;
    for (size_t i = 0; i < table->count; i++) {
        struct row *row = &table->rows[i];
        int known = lines[i].item->announcement.number;
        row->when = when_text(frame, &lines[i]);
        row->number = known > 0 ? str_format(frame->arena, "%d", known) : (struct str){ 0 };
        when = fmax(when, frame_width_of(frame, row->when, WEIGHT_REGULAR, table->size));
        number = fmax(number, frame_width_of(frame, row->number, WEIGHT_REGULAR, table->size));
    }
    double gap = table->size * COLUMN_GAP;
    table->when_width = (int)ceil(when + gap);
    table->number_width = number > 0 ? (int)ceil(number + gap) : 0;
}

/* Upright the event stands under its time, over the whole width. */
static int what_width(const struct frame *frame, const struct table *table)
{
    return frame_is_upright(frame) ? frame->safe.width
                                   : frame->safe.width - table->when_width - table->number_width;
}

static struct table table_at(struct frame *frame, const struct agenda_line *lines, size_t count,
                             double size, int height, bool with_place)
{
    struct table table = { .count = count, .size = size };
    bool words_fit = true;
    measure_columns(frame, lines, &table);
    table.gap = (int)lround(frame_px(frame, UNITS_ROW_GAP) * size / frame_px(frame, UNITS_ROW));
    for (size_t i = 0; i < count; i++) {
        struct row *row = &table.rows[i];
        row->what = what_flow(frame, &lines[i], size, what_width(frame, &table), with_place);
        words_fit = words_fit && row->what.wide_word.bytes == 0;
        int when = frame_is_upright(frame) ? (int)lround(size * PITCH_EDGE) : 0;
        row->height = when + row->what.height + table.gap;
        table.height += row->height;
    }
    table.fits = words_fit && table.height <= height;
    return table;
}

/* The largest letters with all there is to say; else without places; else the least. */
static struct table best_table(struct frame *frame, const struct agenda_line *lines, size_t count,
                               int height)
{
    int least = (int)ceil(frame->scene->letter_size_min), most = frame_px(frame, UNITS_ROW);
    int comfortable = frame_px(frame, UNITS_LETTER_WARN);
    struct table table = { .fits = false };
    for (int size = most; size >= comfortable && !table.fits; size--)
        table = table_at(frame, lines, count, size, height, true);
    for (int size = most; size >= comfortable && !table.fits; size--)
        table = table_at(frame, lines, count, size, height, false);
    for (int size = comfortable; size >= least && !table.fits; size--)
        table = table_at(frame, lines, count, size, height, false);
    return table;
}

static struct colour line_colour(const struct frame *frame)
{
    const struct colour *accent = &frame->theme->accent, *ground = &frame->theme->ground;
    return (struct colour){
        (uint8_t)((accent->red * 2 + ground->red * 3) / 5),
        (uint8_t)((accent->green * 2 + ground->green * 3) / 5),
        (uint8_t)((accent->blue * 2 + ground->blue * 3) / 5),
    };
}

static void place_row(struct frame *frame, const struct table *table, const struct row *row, int y)
{
    int pitch = (int)lround(table->size * PITCH_EDGE), x = frame->safe.x;
    struct box first = { x, y + table->gap / 2, frame->safe.width, pitch };
    frame_line(frame, first, row->when,
               &(struct line_look){ SCENE_LABEL, WEIGHT_REGULAR, table->size, frame->theme->ink,
                                    ALIGN_START });
    frame_line(frame, first, row->number,
               &(struct line_look){ SCENE_FACT, WEIGHT_REGULAR, table->size, frame_soft_ink(frame),
                                    ALIGN_END });
    if (frame_is_upright(frame))
        flow_place(frame, &row->what, x, first.y + pitch);
    else
        flow_place(frame, &row->what, x + table->when_width, first.y);
}

static void place_table(struct frame *frame, const struct table *table, int top, int height)
{
    int line = frame_px(frame, UNITS_LINE), y = top;
    int spare = (height - table->height) / (int)(table->count + 1);
    int air = spare < table->gap / 2 ? spare : table->gap / 2;
    air = air > 0 ? air : 0;
    for (size_t i = 0; i < table->count; i++) {
        struct box rule = { frame->safe.x, y, frame->safe.width, line };
        frame_fill(frame, rule, line_colour(frame));
        place_row(frame, table, &table->rows[i], y + air / 2);
        y += table->rows[i].height + air;
    }
}

/* What the numbers are for, and the page where there are several; answers the y above it. */
static int place_foot(struct frame *frame, int page, int pages)
{
    double size = frame_px(frame, UNITS_FOOTER);
    int pitch = (int)lround(size * PITCH_EDGE);
    struct box row = { frame->safe.x, frame->safe.y + frame->safe.height - pitch, frame->safe.width,
                       pitch };
    struct str number = str_format(frame->arena, "%d / %d", page + 1, pages);
    double taken = pages > 1 ? frame_width_of(frame, number, WEIGHT_BOLD, size) + size : 0;
    struct flow hint = { 0 };
    struct flow_style style = { .role = SCENE_FOOTER,
                                .weight = WEIGHT_REGULAR,
                                .size = size,
                                .pitch = PITCH_EDGE,
                                .width = frame->safe.width - (int)ceil(taken),
                                .colour = frame_soft_ink(frame),
                                .sentences = frame_is_upright(frame) };
    flow_add(frame, &hint, str_of(frame->wording->agenda_hint), NULL, 0, &style);
    int top = frame->safe.y + frame->safe.height - hint.height;
    flow_place(frame, &hint, frame->safe.x, top);
    const struct line_look look = { SCENE_FOOTER, WEIGHT_BOLD, size, frame->theme->title,
                                    ALIGN_END };
    if (pages > 1)
        frame_line(frame, row, number, &look);
    return top;
}

struct scene *slide_agenda(struct arena *arena, const struct layout_context *context,
                           enum language language, const struct agenda_line *lines, size_t count,
                           int page)
{
    struct frame frame = frame_start(arena, context, language);
    int pages = agenda_pages(count);
    size_t first = agenda_first(count, page), end = agenda_first(count, page + 1);
    if (!frame_is_upright(&frame))
        frame_bar(&frame);
    int top = frame_header(&frame, frame.safe.x + frame.safe.width) + frame_px(&frame, 16);
    struct flow title =
        flow_title(&frame, str_of(frame.wording->agenda), frame_px(&frame, UNITS_TITLE),
                   frame_px(&frame, UNITS_LETTER_MIN), frame.safe.width);
    top = flow_place(&frame, &title, frame.safe.x, top) + frame_px(&frame, 20);
    int height = place_foot(&frame, page, pages) - frame_px(&frame, 12) - top;
    struct table table = best_table(&frame, lines + first, end - first, height);
    if (end > first)
        place_table(&frame, &table, top, height);
    frame.scene->letter_size = table.size;
    frame.scene->page = page;
    frame.scene->pages = pages > 0 ? pages : 1;
    return frame_finish(&frame);
}
