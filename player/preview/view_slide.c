/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slide with what is marked on it, facts below (beside an upright one), findings at the right.
 * The slide has the place of honour; facts take what they need, and the slide the rest.
 */
#include "base/i18n.h"
#include "preview/telling.h"
#include "preview/view_parts.h"

#include <math.h>

#define UNITS_SIDE 514
#define UNITS_FACTS 20.5
#define UNITS_CARD 21
#define UNITS_CARD_PAD 16
#define UNITS_CARD_BAR 8
#define UNITS_CARD_GAP 14
#define UNITS_SCROLLBAR 6

/* ---- the slide ----------------------------------------------------------------------------- */

static struct box scaled(struct box mark, const struct pixels *slide, struct box at)
{
    double share_x = (double)at.width / slide->width;
    double share_y = (double)at.height / slide->height;
    return (struct box){
        at.x + (int)floor(mark.x * share_x),
        at.y + (int)floor(mark.y * share_y),
        (int)ceil(mark.width * share_x),
        (int)ceil(mark.height * share_y),
    };
}

void view_marks(struct ui *ui, const struct box *marks, size_t count, const struct pixels *slide,
                struct box at, struct colour colour)
{
    for (size_t i = 0; i < count; i++) {
        struct box box = ui_inside(scaled(marks[i], slide, at), -ui_px(ui, 3));
        struct box outer = ui_inside(box, -ui_px(ui, 2));
        /* A dark line round the coloured one: it is seen on every ground. */
        ui_frame(ui, outer, ui_px(ui, 5), ui_px(ui, 2), ui_colours.edge);
        ui_frame(ui, box, ui_px(ui, 3), ui_px(ui, 4), colour);
    }
}

static void add_marks(struct ui *ui, const struct desk *desk, const struct desk_look *look,
                      struct box at)
{
    const struct desk_item *item = &look->item;
    if (desk->finding >= item->finding_count || desk->eyes != EYES_PLAIN || desk->is_rotating)
        return;
    const struct desk_finding *finding = &item->findings[desk->finding];
    view_marks(ui, finding->marks, finding->mark_count, &look->slide, at,
               ui_colours.severity[finding->severity]);
}

static const char *instead_of(const struct desk *desk)
{
    const struct desk_item *item = desk_item(desk);
    if (item && item->pages == 0)
        return _("This cannot be shown as a slide.");
    return _("The slide is being drawn …");
}

static void add_slide(struct ui *ui, const struct desk *desk, struct box box)
{
    const struct desk_look *look = desk->rows[desk->current].look;
    bool has = look && look->slide.at;
    ui_frame(ui, ui_inside(box, -1), 0, 1, ui_colours.key);
    if (!has && look && look->thumb.at) /* blurred for a moment rather than empty */
        ui_pixels(ui, box, &look->thumb, look->serial);
    else
        view_picture(ui, has ? &look->slide : NULL, has ? look->serial : 0, box, instead_of(desk));
    ui_hit(ui, box, (struct act){ ACT_FULL, 0 }, str_of(_("The slide alone, full screen")));
    if (has)
        add_marks(ui, desk, look, box);
}

/* ---- facts --------------------------------------------------------------------------------- */

static int add_facts(struct ui *ui, const struct desk *desk, struct box box, bool dry)
{
    struct str lines[FACTS_MAX];
    struct ui_style style =
        view_style(UNITS_FACTS, WEIGHT_REGULAR, ui_colours.text, ui_colours.ground);
    size_t count = telling_facts(ui->arena, desk, lines);
    int y = 0;
    for (size_t i = 0; i < count; i++) {
        struct box at = { box.x, box.y + y, box.width, box.height - y };
        style.colour = i + 1 < count ? ui_colours.text : ui_colours.soft;
        y += ui_text(ui, at, lines[i], &style, dry) + ui_px(ui, 3);
    }
    return y;
}

/* "Slide 2 of 3" with buttons, and whether the rotation runs; nothing for a lone slide. */
static int add_pages(struct ui *ui, const struct desk *desk, int x, int y, bool dry)
{
    const struct desk_item *item = desk_item(desk);
    struct ui_style style =
        view_style(UNITS_TEXT, WEIGHT_BOLD, ui_colours.focus, ui_colours.ground);
    int height = view_button_height(ui);
    if (desk->is_rotating) {
        struct str words = str_of(desk->is_paused ? _("Rotation, paused. Space goes on.")
                                                  : _("Rotation. Space pauses."));
        if (!dry)
            ui_line(ui, (struct box){ x, y, ui_px(ui, 900), height }, words, &style);
        return height;
    }
    if (!item || item->pages < 2)
        return 0;
    struct str args[] = { str_format(ui->arena, "%d", desk->page + 1),
                          str_format(ui->arena, "%d", item->pages) };
    struct str words = i18n_fill(ui->arena, _("Slide {0} of {1}"), args, 2);
    if (dry)
        return height;
    x += view_button(ui, x, y, STR("←"), (struct act){ ACT_PAGE_BEFORE, 0 }, false);
    x += ui_px(ui, UNITS_GAP);
    x += view_button(ui, x, y, STR("→"), (struct act){ ACT_PAGE_AFTER, 0 }, false);
    x += ui_px(ui, UNITS_GAP);
    ui_line(ui, (struct box){ x, y, ui_px(ui, 400), height }, words, &style);
    return height;
}

static void add_lying(struct ui *ui, const struct desk *desk, struct box box,
                      const struct desk_display *display)
{
    struct box below = { box.x, box.y, box.width, box.height };
    int pages = add_pages(ui, desk, 0, 0, true), gap = ui_px(ui, UNITS_GAP);
    int facts = add_facts(ui, desk, below, true) + (pages > 0 ? pages + gap : 0);
    struct box room = box;
    room.height -= facts + ui_px(ui, 20);
    struct box slide = ui_fit(room, display->width, display->height);
    slide.x = box.x;
    slide.y = box.y;
    add_slide(ui, desk, slide);
    below.y = slide.y + slide.height + ui_px(ui, 20);
    if (pages > 0)
        below.y += add_pages(ui, desk, below.x, below.y, false) + gap;
    add_facts(ui, desk, below, false);
}

static void add_upright(struct ui *ui, const struct desk *desk, struct box box,
                        const struct desk_display *display)
{
    struct box half = { box.x, box.y, box.width / 2, box.height };
    struct box slide = ui_fit(half, display->width, display->height);
    slide.x = box.x;
    slide.y = box.y;
    add_slide(ui, desk, slide);
    int gap = ui_px(ui, UNITS_MARGIN);
    struct box beside = { slide.x + slide.width + gap, box.y, box.width - slide.width - gap,
                          box.height };
    int pages = add_pages(ui, desk, beside.x, beside.y, false);
    beside.y += pages > 0 ? pages + ui_px(ui, UNITS_GAP) : 0;
    add_facts(ui, desk, beside, false);
}

/* ---- findings ------------------------------------------------------------------------------ */

struct card {
    const struct desk_finding *finding;
    bool is_chosen;
};

static struct str card_heading(struct ui *ui, const struct desk_finding *finding)
{
    return str_format(ui->arena, "%s %.*s", telling_severity(finding->severity),
                      STR_ARG(finding->message));
}

static int add_card_text(struct ui *ui, struct box inner, int y, struct str text, double size,
                         enum weight weight, struct colour ground, bool dry)
{
    struct colour colour = size < UNITS_CARD ? ui_colours.soft : ui_colours.text;
    struct ui_style style = view_style(size, weight, colour, ground);
    struct box at = { inner.x, inner.y + y, inner.width, inner.height };
    return text.bytes > 0 ? ui_text(ui, at, text, &style, dry) : 0;
}

/* Answers the card's height, px. */
static int add_card(struct ui *ui, const struct card *card, struct box box, bool dry)
{
    const struct desk_finding *finding = card->finding;
    struct colour ground = card->is_chosen ? ui_colours.card_chosen : ui_colours.card;
    int pad = ui_px(ui, UNITS_CARD_PAD), bar = ui_px(ui, UNITS_CARD_BAR), y = 0;
    struct box inner = { box.x + bar + pad, box.y + pad, box.width - bar - 2 * pad, box.height };
    if (!dry) {
        int height = add_card(ui, card, box, true);
        struct box whole = { box.x, box.y, box.width, height };
        if (!card->is_chosen && ui_hovers(ui, whole))
            ground = ui_colours.key;
        ui_fill(ui, whole, 0, ground);
        int ring = card->is_chosen ? ui_px(ui, UNITS_RING) : 0;
        if (card->is_chosen)
            ui_frame(ui, whole, 0, ring, ui_colours.focus);
        ui_fill(ui, (struct box){ box.x + ring, box.y + ring, bar, height - 2 * ring }, 0,
                ui_colours.severity[finding->severity]);
    }
    y += add_card_text(ui, inner, y, card_heading(ui, finding), UNITS_CARD, WEIGHT_BOLD, ground,
                       dry);
    if (card->is_chosen)
        y += add_card_text(ui, inner, y, finding->why, UNITS_CARD, WEIGHT_REGULAR, ground, dry);
    y += add_card_text(ui, inner, y, finding->fix, UNITS_CARD, WEIGHT_REGULAR, ground, dry);
    if (card->is_chosen)
        y += add_card_text(ui, inner, y, finding->example, UNITS_CARD, WEIGHT_REGULAR, ground, dry);
    y += add_card_text(ui, inner, y, finding->rule, UNITS_SMALL - 1, WEIGHT_REGULAR, ground, dry);
    return y + 2 * pad;
}

/* Sentences in a row, with a sign before each. */
static int add_list(struct ui *ui, struct box box, int y, const struct str *list, size_t count,
                    const char *heading, struct str sign, struct colour colour, bool dry)
{
    struct ui_style bold = view_style(UNITS_CARD, WEIGHT_BOLD, ui_colours.text, ui_colours.side);
    struct ui_style plain =
        view_style(UNITS_CARD, WEIGHT_REGULAR, ui_colours.text, ui_colours.side);
    struct ui_style mark = view_style(UNITS_CARD, WEIGHT_BOLD, colour, ui_colours.side);
    int indent = ui_px(ui, 30), line = ui_px(ui, (UNITS_CARD)*1.36);
    if (count == 0)
        return 0;
    int used =
        ui_text(ui, (struct box){ box.x, box.y + y, box.width, line }, str_of(heading), &bold, dry);
    for (size_t i = 0; i < count; i++) {
        struct box at = { box.x + indent, box.y + y + used, box.width - indent, line };
        if (!dry)
            ui_line(ui, (struct box){ box.x, at.y, indent, line }, sign, &mark);
        used += ui_text(ui, at, list[i], &plain, dry);
    }
    return used + ui_px(ui, UNITS_CARD_GAP);
}

/* That another one like it is there; pressed, it stands beside. Answers its height, px. */
static int add_twin_card(struct ui *ui, const struct desk_item *item, struct box box, int y,
                         bool dry)
{
    const struct desk_twin *twin = &item->twin;
    int pad = ui_px(ui, UNITS_CARD_PAD), bar = ui_px(ui, UNITS_CARD_BAR), used = 0;
    if (twin->relation == RELATION_NONE)
        return 0;
    struct box inner = { box.x + bar + pad, box.y + y + pad, box.width - bar - 2 * pad, 0 };
    struct str heading = telling_twin(ui->arena, twin);
    struct str fields = telling_differences(ui->arena, twin);
    struct str hint = str_of(_("F7 shows them side by side."));
    struct colour ground = ui_colours.card;
    if (!dry) {
        int height = add_twin_card(ui, item, box, y, true) - ui_px(ui, UNITS_CARD_GAP);
        struct box whole = { box.x, box.y + y, box.width, height };
        ground = ui_hovers(ui, whole) ? ui_colours.key : ground;
        ui_fill(ui, whole, 0, ground);
        ui_fill(ui, (struct box){ box.x, box.y + y, bar, height }, 0, ui_colours.focus);
        ui_hit(ui, whole, (struct act){ ACT_COMPARE, 0 }, heading);
    }
    used += add_card_text(ui, inner, used, heading, UNITS_CARD, WEIGHT_BOLD, ground, dry);
    used += add_card_text(ui, inner, used, fields, UNITS_CARD, WEIGHT_REGULAR, ground, dry);
    used += add_card_text(ui, inner, used, hint, UNITS_SMALL - 1, WEIGHT_REGULAR, ground, dry);
    return used + 2 * pad + ui_px(ui, UNITS_CARD_GAP);
}

static size_t shown_findings(const struct desk *desk, const struct desk_item *item)
{
    bool all = desk->unfolded || item->finding_count <= DESK_FINDINGS_FOLDED + 1;
    return all ? item->finding_count : DESK_FINDINGS_FOLDED;
}

/* The button behind the first three; answers its height. */
static int add_fold(struct ui *ui, const struct desk *desk, const struct desk_item *item,
                    struct box box, int y, bool dry)
{
    size_t hidden = item->finding_count - shown_findings(desk, item);
    bool can_fold = desk->unfolded && item->finding_count > DESK_FINDINGS_FOLDED + 1;
    if (hidden == 0 && !can_fold)
        return 0;
    struct str args[] = { str_format(ui->arena, "%zu", hidden) };
    struct str words = hidden > 0 ? i18n_fill(ui->arena, _("Show the other {0}"), args, 1)
                                  : str_of(_("Only the first three"));
    if (!dry)
        view_button(ui, box.x, box.y + y, words, (struct act){ ACT_UNFOLD, 0 }, false);
    return view_button_height(ui) + ui_px(ui, UNITS_CARD_GAP);
}

/* All of the column from y on; answers its height. The chosen card's top and bottom come back. */
static int add_column(struct ui *ui, const struct desk *desk, const struct desk_item *item,
                      struct box box, int *ret_top, int *ret_bottom, bool dry)
{
    int y = add_twin_card(ui, item, box, 0, dry);
    *ret_top = *ret_bottom = 0;
    for (size_t i = 0; i < shown_findings(desk, item); i++) {
        struct card card = { &item->findings[i], i == desk->finding };
        struct box at = { box.x, box.y + y, box.width, 0 };
        int height = add_card(ui, &card, at, dry);
        if (card.is_chosen) {
            *ret_top = y;
            *ret_bottom = y + height;
        }
        if (!dry)
            ui_hit(ui, (struct box){ at.x, at.y, at.width, height },
                   (struct act){ ACT_FINDING, (long)i }, item->findings[i].message);
        y += height + ui_px(ui, UNITS_CARD_GAP);
    }
    y += add_fold(ui, desk, item, box, y, dry);
    y += add_list(ui, box, y, item->good, item->good_count, _("In order"), STR("✓"),
                  ui_colours.good, dry);
    y += add_list(ui, box, y, item->missed, item->missed_count, _("Not looked at"), STR("–"),
                  ui_colours.soft, dry);
    return y;
}

/* A longer column than there is room for is moved so that the chosen card is in sight. */
static void add_scrolled(struct ui *ui, const struct desk *desk, const struct desk_item *item,
                         struct box box)
{
    int top, bottom, all = add_column(ui, desk, item, box, &top, &bottom, true), offset = 0;
    if (all > box.height) {
        offset = bottom > box.height ? bottom - box.height : 0;
        offset = offset > top ? top : offset;
        int thumb = box.height * box.height / all;
        int at = (int)((int64_t)box.height * offset / all), width = ui_px(ui, UNITS_SCROLLBAR);
        struct box bar = { box.x + box.width + ui_px(ui, 8), box.y + at, width, thumb };
        ui_fill(ui, bar, width / 2, ui_colours.soft);
    }
    ui->clip = (struct box){ box.x, box.y, box.width, box.height };
    size_t first = ui->hit_count;
    box.y -= offset;
    add_column(ui, desk, item, box, &top, &bottom, false);
    /* What is out of sight cannot be pressed. */
    for (size_t i = first; i < ui->hit_count; i++) {
        struct box *hit = &ui->hits[i].box;
        int above = ui->clip.y - hit->y;
        if (above > 0) {
            hit->y += above;
            hit->height -= above;
        }
        int below = hit->y + hit->height - ui->clip.y - ui->clip.height;
        hit->height -= below > 0 ? below : 0;
    }
    ui->clip = (struct box){ 0 };
}

static void add_side(struct ui *ui, const struct desk *desk, struct box box)
{
    const struct desk_item *item = desk_item(desk);
    struct ui_style heading =
        view_style(UNITS_HEADING, WEIGHT_BOLD, ui_colours.text, ui_colours.side);
    struct box inner = ui_inside(box, ui_px(ui, UNITS_MARGIN));
    ui_fill(ui, box, 0, ui_colours.side);
    if (!item)
        return;
    int used = ui_text(ui, inner, telling_summary(ui->arena, item), &heading, false);
    used += ui_px(ui, UNITS_GAP);
    inner.y += used;
    inner.height = box.y + box.height - inner.y;
    add_scrolled(ui, desk, item, inner);
}

void view_slide(struct ui *ui, const struct desk *desk, struct box box)
{
    const struct desk_display *display = &desk->centre->displays[desk->display];
    int margin = ui_px(ui, UNITS_MARGIN), side = ui_px(ui, UNITS_SIDE);
    struct box left = { box.x + margin, box.y + margin, box.width - side - 2 * margin,
                        box.height - margin };
    if (display->height > display->width) {
        left.height -= margin;
        add_upright(ui, desk, left, display);
    } else {
        add_lying(ui, desk, left, display);
    }
    add_side(ui, desk, (struct box){ box.x + box.width - side, box.y, side, box.height });
}
