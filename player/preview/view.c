/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See view.h: the frame of the window, and which of its views is in it. */
#include "preview/view.h"

#include "base/i18n.h"
#include "preview/keys.h"
#include "preview/telling.h"
#include "preview/view_parts.h"

#define UNITS_HEADER 64
#define UNITS_BAR 60
#define UNITS_KEY_HEIGHT 30
#define UNITS_KEY_PAD 12
#define UNITS_KEY_GAP 8
#define UNITS_KEY_SPACE 26
#define UNITS_TOAST 60

static const struct colour black = { 0, 0, 0 };

struct ui_style view_style(double size, enum weight weight, struct colour colour,
                           struct colour ground)
{
    return (struct ui_style){ size, weight, colour, ground, ALIGN_START };
}

int view_button_height(const struct ui *ui)
{
    int height = ui_px(ui, 46);
    return height < UI_TARGET_MIN ? UI_TARGET_MIN : height;
}

int view_button(struct ui *ui, int x, int y, struct str words, struct act act, bool has_focus)
{
    int pad = ui_px(ui, 20), height = view_button_height(ui);
    struct ui_style style = view_style(UNITS_TEXT, WEIGHT_BOLD, ui_colours.text, ui_colours.key);
    style.align = ALIGN_CENTRE;
    struct box box = { x, y, ui_width(ui, words, &style) + 2 * pad, height };
    if (ui_hovers(ui, box))
        style.ground = ui_colours.card_chosen;
    ui_fill(ui, box, ui_px(ui, UNITS_RADIUS), style.ground);
    if (has_focus)
        ui_frame(ui, box, ui_px(ui, UNITS_RADIUS), ui_px(ui, UNITS_RING), ui_colours.focus);
    ui_line(ui, box, words, &style);
    ui_hit(ui, box, act, words);
    return box.width;
}

void view_picture(struct ui *ui, const struct pixels *pixels, unsigned serial, struct box box,
                  const char *instead)
{
    if (pixels && pixels->at) {
        ui_pixels(ui, box, pixels, serial);
        return;
    }
    struct ui_style style =
        view_style(UNITS_TEXT, WEIGHT_REGULAR, ui_colours.text, ui_colours.side);
    style.align = ALIGN_CENTRE;
    ui_fill(ui, box, 0, ui_colours.side);
    ui_line(ui, box, str_of(instead), &style);
}

/* ---- header -------------------------------------------------------------------------------- */

static struct str state_of(struct ui *ui, const struct desk *desk)
{
    const struct desk_item *item = desk_item(desk);
    const struct desk_row *row = desk->count > 0 ? &desk->rows[desk->current] : NULL;
    struct str state = item ? item->state : str_of(_("being looked at"));
    if (row && row->state.bytes > 0)
        state = row->state;
    struct str args[] = {
        str_format(ui->arena, "%zu", desk->current + 1),
        str_format(ui->arena, "%zu", desk->count),
        state,
    };
    if (desk->count == 0)
        return str_of(_("no announcements"));
    return i18n_fill(ui->arena, _("announcement {0} / {1} · {2}"), args, ARRAY_LEN(args));
}

/* Which display, moment and eyes: always in sight, and pressed to change it. */
static int add_choice(struct ui *ui, int x, int y, struct str words, enum act_kind kind)
{
    struct ui_style style =
        view_style(UNITS_SMALL, WEIGHT_REGULAR, ui_colours.text, ui_colours.edge);
    int pad = ui_px(ui, 12), height = ui_px(ui, 36);
    struct box box = { x, y, ui_width(ui, words, &style) + 2 * pad, height };
    if (ui_hovers(ui, box))
        style.ground = ui_colours.key;
    ui_fill(ui, box, height / 2, ui_hovers(ui, box) ? ui_colours.key : ui_colours.side);
    style.align = ALIGN_CENTRE;
    ui_line(ui, box, words, &style);
    ui_hit(ui, box, (struct act){ kind, 0 }, words);
    return box.width;
}

static void add_choices(struct ui *ui, const struct desk *desk, int x, int height, int right)
{
    const struct desk_display *display = &desk->centre->displays[desk->display];
    int y = (height - ui_px(ui, 36)) / 2, gap = ui_px(ui, 10);
    struct str words[] = {
        str_format(ui->arena, "%.*s %d × %d", STR_ARG(display->name), display->width,
                   display->height),
        telling_moment(ui->arena, desk),
        str_of(telling_eyes(desk->eyes)),
    };
    static const enum act_kind kinds[] = { ACT_DISPLAY, ACT_TIME, ACT_EYES };
    struct ui_style style =
        view_style(UNITS_SMALL, WEIGHT_REGULAR, ui_colours.text, ui_colours.edge);
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        bool is_usual = kinds[i] == ACT_EYES && desk->eyes == EYES_PLAIN;
        int width = ui_width(ui, words[i], &style) + ui_px(ui, 24);
        if (is_usual || x + width > right)
            continue;
        x += add_choice(ui, x, y, words[i], kinds[i]) + gap;
    }
}

static void add_header(struct ui *ui, const struct desk *desk, int height)
{
    int margin = ui_px(ui, UNITS_MARGIN);
    struct box box = { margin, 0, ui->width - 2 * margin, height };
    struct ui_style bold = view_style(UNITS_TEXT, WEIGHT_BOLD, ui_colours.text, ui_colours.edge);
    struct ui_style plain =
        view_style(UNITS_TEXT, WEIGHT_REGULAR, ui_colours.text, ui_colours.edge);
    ui_fill(ui, (struct box){ 0, 0, ui->width, height }, 0, ui_colours.edge);
    struct str state = state_of(ui, desk);
    int state_width = ui_width(ui, state, &plain), half = box.width / 2;
    state_width = state_width < half ? state_width : half;
    struct box name = box;
    name.width = half - margin;
    int used = ui_line(ui, name, desk->centre->name, &bold);
    name.x += used;
    name.width -= used;
    struct str rest = str_join(ui->arena, STR(" · "), str_of(_("preview")));
    if (name.width > 0)
        used += ui_line(ui, name, rest, &plain);
    plain.align = ALIGN_END;
    box.x += box.width - state_width;
    box.width = state_width;
    ui_line(ui, box, state, &plain);
    add_choices(ui, desk, margin + used + margin, height, box.x - margin / 2);
}

/* ---- the bar of keys ----------------------------------------------------------------------- */

static bool is_in_bar(const struct desk *desk, const struct key_help *help)
{
    const struct desk_item *item = desk_item(desk);
    if (help->brief[0] == '\0' || (desk->is_kiosk && help->act.kind == ACT_QUIT))
        return false;
    if (help->act.kind == ACT_COMPARE && (!item || item->twin.relation == RELATION_NONE))
        return false;
    return help->verdict < 0 || desk_can(desk, (enum desk_verdict)help->verdict);
}

static int key_width(struct ui *ui, const struct key_help *help, struct ui_style *key,
                     struct ui_style *words)
{
    return ui_width(ui, str_of(_(help->keys)), key) + ui_px(ui, 2 * UNITS_KEY_PAD) +
           ui_px(ui, UNITS_KEY_GAP) + ui_width(ui, str_of(_(help->brief)), words);
}

static void add_key(struct ui *ui, const struct key_help *help, int x, struct box bar)
{
    struct ui_style key = view_style(UNITS_SMALL, WEIGHT_BOLD, ui_colours.text, ui_colours.key);
    struct ui_style words =
        view_style(UNITS_SMALL, WEIGHT_REGULAR, ui_colours.text, ui_colours.edge);
    int width = key_width(ui, help, &key, &words), height = ui_px(ui, UNITS_KEY_HEIGHT);
    int cap = ui_width(ui, str_of(_(help->keys)), &key) + ui_px(ui, 2 * UNITS_KEY_PAD);
    struct box whole = { x, bar.y, width, bar.height };
    if (ui_hovers(ui, whole)) {
        struct box glow = { x - ui_px(ui, 8), bar.y + ui_px(ui, 8), width + ui_px(ui, 16),
                            bar.height - ui_px(ui, 16) };
        ui_fill(ui, glow, ui_px(ui, UNITS_RADIUS), ui_colours.side);
        words.ground = ui_colours.side;
    }
    struct box box = { x, bar.y + (bar.height - height) / 2, cap, height };
    ui_fill(ui, box, ui_px(ui, UNITS_RADIUS), ui_colours.key);
    key.align = ALIGN_CENTRE;
    ui_line(ui, box, str_of(_(help->keys)), &key);
    box.x += cap + ui_px(ui, UNITS_KEY_GAP);
    box.width = width - cap;
    ui_line(ui, box, str_of(_(help->brief)), &words);
    ui_hit(ui, whole, help->act, str_of(_(help->words)));
}

/* As many keys as there is room for; "F1 keys" always. */
static void add_bar(struct ui *ui, const struct desk *desk, struct box bar)
{
    struct ui_style key = view_style(UNITS_SMALL, WEIGHT_BOLD, ui_colours.text, ui_colours.key);
    struct ui_style words =
        view_style(UNITS_SMALL, WEIGHT_REGULAR, ui_colours.text, ui_colours.edge);
    size_t count;
    const struct key_help *help = keys_help(&count), *last = NULL;
    int x = ui_px(ui, UNITS_MARGIN), right = ui->width - x;
    ui_fill(ui, bar, 0, ui_colours.edge);
    for (size_t i = 0; i < count; i++)
        if (help[i].act.kind == ACT_KEYS)
            last = &help[i];
    right -= key_width(ui, last, &key, &words);
    for (size_t i = 0; i < count; i++) {
        int width = key_width(ui, &help[i], &key, &words) + ui_px(ui, UNITS_KEY_SPACE);
        if (&help[i] == last || !is_in_bar(desk, &help[i]) || x + width > right)
            continue;
        add_key(ui, &help[i], x, bar);
        x += width;
    }
    add_key(ui, last, right, bar);
}

/* ---- what is over it ----------------------------------------------------------------------- */

static void add_toast(struct ui *ui, struct str words)
{
    struct ui_style style = view_style(UNITS_TEXT, WEIGHT_BOLD, ui_colours.edge, ui_colours.focus);
    int pad = ui_px(ui, UNITS_MARGIN), height = ui_px(ui, UNITS_TOAST);
    int width = ui_width(ui, words, &style) + 2 * pad, most = ui->width - 2 * pad;
    width = width < most ? width : most;
    struct box box = { (ui->width - width) / 2, ui->height - ui_px(ui, UNITS_BAR) - height - pad,
                       width, height };
    ui_fill(ui, box, ui_px(ui, 10), ui_colours.focus);
    box = (struct box){ box.x + pad, box.y, box.width - 2 * pad, box.height };
    style.align = ALIGN_CENTRE;
    ui_line(ui, box, words, &style);
}

/* The slide alone, one to one where the screen is large enough. */
static void add_full(struct ui *ui, const struct desk *desk)
{
    const struct desk_look *look = desk_slide(desk);
    struct box box = ui_box(ui);
    ui_fill(ui, box, 0, black);
    if (look && look->slide.at) {
        int width = look->slide.width, height = look->slide.height;
        if (width <= box.width && height <= box.height)
            box = (struct box){ (box.width - width) / 2, (box.height - height) / 2, width, height };
        else
            box = ui_fit(box, width, height);
        ui_pixels(ui, box, &look->slide, look->serial);
    }
    ui_hit(ui, ui_box(ui), (struct act){ ACT_FULL, 0 }, str_of(_("Back to the desk")));
}

/* A window too small for words: the slide, and a sentence. */
static void add_small(struct ui *ui, const struct desk *desk)
{
    const struct desk_look *look = desk_slide(desk);
    struct ui_style style =
        view_style(UNITS_TEXT, WEIGHT_REGULAR, ui_colours.text, ui_colours.ground);
    struct box box = ui_inside(ui_box(ui), ui_px(ui, UNITS_GAP));
    ui_fill(ui, ui_box(ui), 0, ui_colours.ground);
    int height = ui_text(ui, box, str_of(_("Make the window larger, then you see the findings.")),
                         &style, false);
    box.y += height + ui_px(ui, UNITS_GAP);
    box.height -= height + ui_px(ui, UNITS_GAP);
    if (look && look->slide.at && box.height > 0)
        ui_pixels(ui, ui_fit(box, look->slide.width, look->slide.height), &look->slide,
                  look->serial);
}

static void add_empty(struct ui *ui, struct box box)
{
    struct ui_style style =
        view_style(UNITS_HEADING, WEIGHT_REGULAR, ui_colours.text, ui_colours.ground);
    style.align = ALIGN_CENTRE;
    ui_line(ui, box, str_of(_("There are no announcements here.")), &style);
}

void view_desk(struct ui *ui, const struct desk *desk)
{
    int header = ui_px(ui, UNITS_HEADER), bar = ui_px(ui, UNITS_BAR);
    struct box middle = { 0, header, ui->width, ui->height - header - bar };
    if (desk->view == VIEW_FULL && desk->form.kind == FORM_NONE) {
        add_full(ui, desk);
    } else if (ui->width < VIEW_WIDTH_MIN || ui->height < VIEW_HEIGHT_MIN) {
        add_small(ui, desk);
    } else {
        ui_fill(ui, middle, 0, ui_colours.ground);
        if (desk->count == 0)
            add_empty(ui, middle);
        else if (desk->view == VIEW_OVERVIEW)
            view_overview(ui, desk, middle);
        else if (desk->view == VIEW_COMPARE)
            view_compare(ui, desk, middle);
        else
            view_slide(ui, desk, middle);
        add_header(ui, desk, header);
        add_bar(ui, desk, (struct box){ 0, ui->height - bar, ui->width, bar });
    }
    if (desk->form.kind != FORM_NONE)
        view_form(ui, desk);
    struct str toast = telling_notice(desk);
    if (toast.bytes > 0)
        add_toast(ui, toast);
}
