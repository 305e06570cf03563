/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two slides side by side, framed where they differ, and below them what each of the two says of
 * each thing that differs, with the words marked that the other has not.
 */
#include "base/i18n.h"
#include "base/int.h"
#include "preview/telling.h"
#include "preview/view_parts.h"

#define UNITS_LABEL 18
#define UNITS_ROW_GAP 12
#define UNITS_SCROLLBAR 6
#define SLIDE_SHARE 0.55   /* of the height, at most: what differs is said below it … */
#define UPRIGHT_SHARE 0.45 /* … or beside an upright one: so much of the width */

/* The left and the right half, each with its own slide. */
struct halves {
    struct box left, right;
};

static struct halves halves_of(const struct ui *ui, struct box box)
{
    int margin = ui_px(ui, UNITS_MARGIN), width = (box.width - 3 * margin) / 2;
    return (struct halves){
        { box.x + margin, box.y, width, box.height },
        { box.x + 2 * margin + width, box.y, width, box.height },
    };
}

static void move_down(struct halves *halves, int by)
{
    struct box *both[] = { &halves->left, &halves->right };
    for (size_t i = 0; i < ARRAY_LEN(both); i++) {
        both[i]->y += by;
        both[i]->height -= by;
    }
}

/* ---- headings and slides ------------------------------------------------------------------- */

static int add_headings(struct ui *ui, const struct desk *desk, const struct desk_twin *twin,
                        struct halves halves)
{
    struct ui_style style = view_style(UNITS_TEXT, WEIGHT_BOLD, ui_colours.text, ui_colours.ground);
    int height = ui_px(ui, UNITS_TEXT * 1.6);
    struct str own = desk->rows[desk->current].known.name;
    const char *there = twin->is_approved ? _("Approved: {0}") : _("In the same folder: {0}");
    halves.left.height = halves.right.height = height;
    ui_line(ui, halves.left, i18n_fill(ui->arena, there, &twin->name, 1), &style);
    ui_line(ui, halves.right, i18n_fill(ui->arena, _("This one: {0}"), &own, 1), &style);
    return height;
}

/* One of the two slides, with where it differs from the other. */
struct side {
    const struct pixels *slide;
    unsigned serial;
    const struct box *marks;
    size_t mark_count;
};

static bool is_upright(const struct desk *desk)
{
    const struct desk_display *display = &desk->centre->displays[desk->display];
    return display->height > display->width;
}

/* Answers where it stands. */
static struct box add_slide(struct ui *ui, const struct desk *desk, const struct side *side,
                            struct box half)
{
    const struct desk_display *display = &desk->centre->displays[desk->display];
    bool has = side->slide->at;
    if (is_upright(desk))
        half.width = (int)(half.width * UPRIGHT_SHARE);
    else
        half.height = (int)(half.height * SLIDE_SHARE);
    struct box at = ui_fit(half, display->width, display->height);
    at.x = half.x;
    at.y = half.y;
    ui_frame(ui, ui_inside(at, -1), 0, 1, ui_colours.key);
    view_picture(ui, has ? side->slide : NULL, has ? side->serial : 0, at,
                 _("The slide is being drawn …"));
    if (has)
        view_marks(ui, side->marks, side->mark_count, side->slide, at, ui_colours.focus);
    return at;
}

/* Where words have room: below a lying slide, beside an upright one. */
static struct box room_for_words(const struct ui *ui, const struct desk *desk, struct box half,
                                 struct box slide)
{
    int gap = ui_px(ui, UNITS_MARGIN);
    if (is_upright(desk))
        return (struct box){ slide.x + slide.width + gap, half.y, half.width - slide.width - gap,
                             half.height };
    int used = slide.height + gap;
    return (struct box){ half.x, half.y + used, half.width, half.height - used };
}

/* ---- what differs -------------------------------------------------------------------------- */

static int add_words(struct ui *ui, struct box box, struct str text, const struct runs *runs,
                     struct colour frame, bool dry)
{
    struct ui_style style =
        view_style(UNITS_TEXT, WEIGHT_REGULAR, ui_colours.text, ui_colours.ground);
    struct ui_span *spans = ARENA_ARRAY(ui->arena, struct ui_span, runs->count + 1);
    for (size_t i = 0; i < runs->count; i++)
        spans[i] = (struct ui_span){ runs->at[i].start, runs->at[i].bytes };
    if (text.bytes == 0)
        return ui_text(ui, box, STR("–"), &style, dry);
    const struct ui_spans marked = { spans, runs->count, frame };
    return ui_marked_text(ui, box, text, &marked, &style, dry);
}

/* One thing in both halves; answers the height of the longer text. */
static int add_difference(struct ui *ui, const struct difference *difference, struct halves halves,
                          int y, bool dry)
{
    struct ui_style label =
        view_style(UNITS_LABEL, WEIGHT_REGULAR, ui_colours.soft, ui_colours.ground);
    struct box left = halves.left, right = halves.right;
    left.y += y;
    right.y += y;
    int used = ui_text(ui, left, difference->label, &label, dry);
    ui_text(ui, right, difference->label, &label, dry);
    left.y += used;
    right.y += used;
    int before = add_words(ui, left, difference->before, &difference->gone,
                           ui_colours.severity[SEVERITY_BLOCK], dry);
    int after = add_words(ui, right, difference->after, &difference->come, ui_colours.good, dry);
    return used + int_greater(before, after) + ui_px(ui, UNITS_ROW_GAP);
}

static int add_differences(struct ui *ui, const struct desk_twin *twin, struct halves halves,
                           bool dry)
{
    struct ui_style style =
        view_style(UNITS_HEADING, WEIGHT_BOLD, ui_colours.text, ui_colours.ground);
    int y = 0;
    if (twin->is_same)
        return ui_text(ui, halves.left, telling_differences(ui->arena, twin), &style, dry);
    for (size_t i = 0; i < twin->differences.count; i++)
        y += add_difference(ui, &twin->differences.at[i], halves, y, dry);
    return y;
}

static void add_scrolled(struct ui *ui, const struct desk *desk, const struct desk_twin *twin,
                         struct halves halves)
{
    struct box room = halves.left;
    room.width = halves.right.x + halves.right.width - room.x;
    int all = add_differences(ui, twin, halves, true), most = int_greater(all - room.height, 0);
    int offset = int_lesser(desk->compare_scroll * ui_px(ui, UNITS_TEXT * 1.36), most);
    ui->clip =
        ui_inside(room, -ui_px(ui, UNITS_GAP / 2)); /* with the frames of words at its edge */
    halves.left.y -= offset;
    halves.right.y -= offset;
    add_differences(ui, twin, halves, false);
    ui->clip = (struct box){ 0 };
    if (most > 0) {
        int width = ui_px(ui, UNITS_SCROLLBAR);
        struct box bar = { room.x + room.width + ui_px(ui, 8),
                           room.y + (int)((int64_t)room.height * offset / all), width,
                           (int)((int64_t)room.height * room.height / all) };
        ui_fill(ui, bar, width / 2, ui_colours.soft);
    }
}

void view_compare(struct ui *ui, const struct desk *desk, struct box box)
{
    const struct desk_look *look = desk->rows[desk->current].look;
    struct halves halves = halves_of(ui, box);
    if (!look)
        return;
    const struct desk_twin *twin = &look->item.twin;
    move_down(&halves, ui_px(ui, UNITS_GAP));
    halves.left.height = halves.right.height -= ui_px(ui, UNITS_GAP);
    move_down(&halves, add_headings(ui, desk, twin, halves));
    const struct side there = { &look->twin, look->serial | VIEW_TWIN_SERIAL, twin->marks,
                                twin->mark_count };
    const struct side own = { &look->slide, look->serial, twin->own_marks, twin->own_mark_count };
    struct box left = add_slide(ui, desk, &there, halves.left);
    struct box right = add_slide(ui, desk, &own, halves.right);
    halves.left = room_for_words(ui, desk, halves.left, left);
    halves.right = room_for_words(ui, desk, halves.right, right);
    add_scrolled(ui, desk, twin, halves);
}
