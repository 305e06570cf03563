/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See desk.h. Each act is a row of a table of functions. What is drawn anew is not decided here:
 * `is_changed` says that something is.
 */
#include "preview/desk.h"

#include "base/i18n.h"
#include "preview/desk_forms.h"
#include "preview/desk_inside.h"

#include <stdlib.h>
#include <string.h>

#define DESK_BYTES_MAX (64u << 20)
#define MINUTE 60
#define SECOND_NS INT64_C(1000000000)

/* ---- life ---------------------------------------------------------------------------------- */

struct desk *desk_new(const struct desk_centre *centre, struct verdict_port *port,
                      const struct desk_known *known, size_t count, int64_t now, bool is_kiosk)
{
    struct arena *arena = arena_new(DESK_BYTES_MAX);
    struct desk *desk = ARENA_NEW(arena, struct desk);
    *desk = (struct desk){
        .arena = arena,
        .centre = centre,
        .port = is_kiosk ? NULL : port,
        .is_kiosk = is_kiosk,
        .now = now - now % MINUTE,
        .clock = now,
        .stamp = 1,
        .last_row = SIZE_MAX,
        .turns_wanted = true,
        .is_changed = true,
        .form.rows = ARENA_ARRAY(arena, struct form_row, FORM_ROWS_MAX),
        .form_behind.rows = ARENA_ARRAY(arena, struct form_row, FORM_ROWS_MAX),
    };
    for (size_t i = 0; i < count; i++)
        desk_add(desk, &known[i]);
    if (desk->port && desk->port->by)
        strncat(desk->by, desk->port->by, FORM_FIELD_BYTES);
    return desk;
}

struct desk_known desk_known_copy(const struct desk *desk, const struct desk_known *known)
{
    return (struct desk_known){
        .name = str_copy(desk->arena, known->name),
        .title = str_copy(desk->arena, known->title),
        .group = str_copy(desk->arena, known->group),
        .language = known->language,
    };
}

void desk_add(struct desk *desk, const struct desk_known *known)
{
    ARENA_PUSH(desk->arena, desk->rows, desk->count)->known = desk_known_copy(desk, known);
}

void desk_look_free(struct desk_look *look)
{
    if (!look)
        return;
    pixels_free(&look->slide);
    pixels_free(&look->twin);
    pixels_free(&look->thumb);
    arena_free(look->arena);
    free(look);
}

void desk_free(struct desk *desk)
{
    if (!desk)
        return;
    for (size_t i = 0; i < desk->count; i++)
        desk_look_free(desk->rows[i].look);
    form_clear(&desk->form);
    form_clear(&desk->form_behind);
    explicit_bzero(desk->passphrase, sizeof desk->passphrase);
    arena_free(desk->turns.arena);
    arena_free(desk->order_arena);
    arena_free(desk->answer_arena);
    arena_free(desk->arena);
}

/* ---- questions ----------------------------------------------------------------------------- */

const struct desk_item *desk_item(const struct desk *desk)
{
    const struct desk_look *look = desk->count > 0 ? desk->rows[desk->current].look : NULL;
    return look ? &look->item : NULL;
}

enum severity desk_worst(const struct desk_item *item)
{
    enum severity worst = SEVERITY_ADVISE;
    for (size_t i = 0; i < item->finding_count; i++)
        if (item->findings[i].severity > worst)
            worst = item->findings[i].severity;
    return worst;
}

size_t desk_count(const struct desk *desk, enum severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < desk->count; i++)
        count += desk->rows[i].look && desk_worst(&desk->rows[i].look->item) == severity;
    return count;
}

bool desk_row_can(const struct desk *desk, size_t index, enum desk_verdict verdict)
{
    const struct desk_row *row = index < desk->count ? &desk->rows[index] : NULL;
    if (!desk->port || !row || !row->look || !(desk->port->can >> verdict & 1))
        return false;
    bool is_decided = row->state.bytes > 0;
    if (verdict == DESK_UNDO && is_decided)
        return !row->is_gone;
    return !is_decided && (row->look->item.fits >> verdict & 1);
}

bool desk_can(const struct desk *desk, enum desk_verdict verdict)
{
    return desk_row_can(desk, desk->current, verdict);
}

bool desk_is_fresh(const struct desk *desk, const struct desk_look *look)
{
    return look && look->stamp == desk->stamp && look->now == desk->now;
}

bool desk_shows_page(const struct desk_look *look, int page)
{
    return look->item.pages == 0 || (look->slide.at && look->item.page == page);
}

const struct desk_look *desk_slide(const struct desk *desk)
{
    const struct desk_row *row = desk->count > 0 ? &desk->rows[desk->current] : NULL;
    const struct desk_look *look = row ? row->look : NULL;
    /* What was decided is not drawn anew: its file is elsewhere. */
    bool is_last = row && row->state.bytes > 0 && look && look->slide.at;
    return is_last || (desk_is_fresh(desk, look) && desk_shows_page(look, desk->page)) ? look
                                                                                       : NULL;
}

void desk_say(struct desk *desk, struct str sentence)
{
    desk->toast = sentence;
    desk->toast_is_legend = false;
    desk->toast_ends_ns = desk->mono_ns + DESK_TOAST_NS;
    desk->is_changed = true;
}

/* ---- moving -------------------------------------------------------------------------------- */

size_t desk_distance(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/* Slides far from the current one are painted anew when they are wanted: they are 8 MiB each. */
void desk_forget_far_slides(struct desk *desk)
{
    for (size_t i = 0; i < desk->count; i++)
        if (desk->rows[i].look && desk_distance(i, desk->current) > DESK_LOOK_AHEAD) {
            pixels_free(&desk->rows[i].look->slide);
            pixels_free(&desk->rows[i].look->twin);
            desk->rows[i].look->with_twin = false;
        }
}

void desk_go_to(struct desk *desk, size_t row)
{
    if (row >= desk->count)
        return;
    desk->current = row;
    desk->page = 0;
    desk->finding = 0;
    desk->unfolded = false;
    if (desk->view == VIEW_COMPARE)
        desk->view = VIEW_SLIDE;
    desk_forget_far_slides(desk);
}

static void go_by(struct desk *desk, long rows)
{
    long last = (long)desk->count - 1, to = (long)desk->current + rows;
    if (desk->count > 0)
        desk_go_to(desk, (size_t)(to < 0 ? 0 : to > last ? last : to));
}

void desk_stop_rotation(struct desk *desk)
{
    desk->is_rotating = false;
    desk->is_paused = false;
}

static void do_previous(struct desk *desk, long argument)
{
    (void)argument;
    desk_stop_rotation(desk);
    go_by(desk, -1);
}

static void do_next(struct desk *desk, long argument)
{
    (void)argument;
    desk_stop_rotation(desk);
    go_by(desk, 1);
}

static void do_first(struct desk *desk, long argument)
{
    (void)argument;
    desk_stop_rotation(desk);
    desk_go_to(desk, 0);
}

static void do_last(struct desk *desk, long argument)
{
    (void)argument;
    desk_stop_rotation(desk);
    go_by(desk, (long)desk->count);
}

static void step_finding(struct desk *desk, int by)
{
    const struct desk_item *item = desk_item(desk);
    if (!item || item->finding_count == 0)
        return;
    long to = (long)desk->finding + by, last = (long)item->finding_count - 1;
    desk->finding = (size_t)(to < 0 ? 0 : to > last ? last : to);
    desk->unfolded |= desk->finding >= DESK_FINDINGS_FOLDED;
}

#define SCROLL_LINES 2
#define SCROLL_MOST FORM_ROWS_MAX

/* Forms that are only read are scrolled; in others the focus moves. */
static bool is_read_only(const struct form *form)
{
    return form->kind == FORM_KEYS || form->kind == FORM_LETTER || form->kind == FORM_SAY;
}

static int scrolled(int lines, int by)
{
    int to = lines + by * SCROLL_LINES;
    return to < 0 ? 0 : to > SCROLL_MOST ? SCROLL_MOST : to;
}

static void step_up_or_down(struct desk *desk, int by)
{
    if (is_read_only(&desk->form))
        desk->form.scroll = scrolled(desk->form.scroll, by);
    else if (desk->form.kind != FORM_NONE)
        form_step(&desk->form, by);
    else if (desk->view == VIEW_COMPARE)
        desk->compare_scroll = scrolled(desk->compare_scroll, by);
    else if (desk->view == VIEW_OVERVIEW)
        go_by(desk, (long)by * DESK_COLUMNS);
    else
        step_finding(desk, by);
}

static void do_up(struct desk *desk, long argument)
{
    (void)argument;
    step_up_or_down(desk, -1);
}

static void do_down(struct desk *desk, long argument)
{
    (void)argument;
    step_up_or_down(desk, 1);
}

static void turn_page(struct desk *desk, int by)
{
    const struct desk_item *item = desk_item(desk);
    int page = desk->page + by;
    if (desk->view == VIEW_OVERVIEW)
        go_by(desk, 3L * by * DESK_COLUMNS);
    else if (item && page >= 0 && page < item->pages)
        desk->page = page;
}

static void do_page_before(struct desk *desk, long argument)
{
    (void)argument;
    turn_page(desk, -1);
}

static void do_page_after(struct desk *desk, long argument)
{
    (void)argument;
    turn_page(desk, 1);
}

static void do_overview(struct desk *desk, long argument)
{
    (void)argument;
    desk_stop_rotation(desk);
    desk->view = desk->view == VIEW_OVERVIEW ? VIEW_SLIDE : VIEW_OVERVIEW;
}

static void do_open(struct desk *desk, long argument)
{
    desk_stop_rotation(desk);
    desk_go_to(desk, (size_t)argument);
    desk->view = VIEW_SLIDE;
}

static void do_finding(struct desk *desk, long argument)
{
    desk->finding = (size_t)argument;
}

static void do_unfold(struct desk *desk, long argument)
{
    (void)argument;
    desk->unfolded = !desk->unfolded;
    if (!desk->unfolded && desk->finding >= DESK_FINDINGS_FOLDED)
        desk->finding = 0;
}

/* ---- how it is looked at ------------------------------------------------------------------- */

static void do_eyes(struct desk *desk, long argument)
{
    (void)argument;
    desk->eyes = (desk->eyes + 1) % EYES_COUNT;
    desk->stamp++;
}

static void do_display(struct desk *desk, long argument)
{
    (void)argument;
    if (desk->centre->display_count < 2) {
        desk_say(desk, str_of(_("This centre has one display.")));
        return;
    }
    desk->display = (desk->display + 1) % desk->centre->display_count;
    desk->page = 0;
    desk->stamp++;
    desk->turns_wanted = true;
}

static void set_now(struct desk *desk, int64_t now, bool is_moved)
{
    desk->now = now - now % MINUTE;
    desk->now_is_moved = is_moved;
    desk->stamp++;
    desk->turns_wanted = true;
}

static void do_time(struct desk *desk, long argument)
{
    (void)argument;
    forms_open(desk, FORM_TIME);
}

static void do_time_step(struct desk *desk, long argument)
{
    set_now(desk, desk->now + argument, true);
}

static void do_time_now(struct desk *desk, long argument)
{
    (void)argument;
    set_now(desk, desk->clock, false);
}

static void do_full(struct desk *desk, long argument)
{
    (void)argument;
    if (desk->view == VIEW_FULL) {
        desk->view = desk->before_full;
        return;
    }
    desk->before_full = desk->view;
    desk->view = VIEW_FULL;
}

/* The next announcement of the same group, round at the end. */
static void do_language(struct desk *desk, long argument)
{
    struct str group = desk->count > 0 ? desk->rows[desk->current].known.group : STR("");
    (void)argument;
    desk_stop_rotation(desk);
    for (size_t step = 1; group.bytes > 0 && step < desk->count; step++) {
        size_t row = (desk->current + step) % desk->count;
        if (str_equal(desk->rows[row].known.group, group)) {
            desk_go_to(desk, row);
            return;
        }
    }
    desk_say(desk, str_of(_("This notice is here in one language only.")));
}

static void do_compare(struct desk *desk, long argument)
{
    const struct desk_item *item = desk_item(desk);
    (void)argument;
    desk_stop_rotation(desk);
    desk->compare_scroll = 0;
    if (desk->view == VIEW_COMPARE)
        desk->view = VIEW_SLIDE;
    else if (item && item->twin.relation != RELATION_NONE &&
             desk->rows[desk->current].state.bytes == 0)
        desk->view = VIEW_COMPARE;
    else
        desk_say(desk, str_of(_("There is no other announcement like this one.")));
}

static void show_slot(struct desk *desk)
{
    const struct desk_slot *slot = &desk->turns.slots[desk->slot];
    desk_go_to(desk, slot->item);
    desk->page = slot->page;
    desk->slot_ends_ns = desk->mono_ns + slot->seconds * SECOND_NS;
}

/* From the slide that is looked at, when it takes part. */
static void start_rotation(struct desk *desk)
{
    if (desk->turns.slot_count == 0) {
        desk_say(desk, desk->turns_wanted
                           ? str_of(_("One moment: the rotation is still being worked out."))
                           : str_of(_("There is nothing in the rotation at this time.")));
        return;
    }
    desk->slot = 0;
    for (size_t i = desk->turns.slot_count; i > 0; i--)
        if (desk->turns.slots[i - 1].item == desk->current)
            desk->slot = i - 1;
    desk->is_rotating = true;
    desk->is_paused = false;
    if (desk->view == VIEW_OVERVIEW || desk->view == VIEW_COMPARE)
        desk->view = VIEW_SLIDE;
    show_slot(desk);
}

static void do_pause(struct desk *desk, long argument)
{
    (void)argument;
    if (!desk->is_rotating) {
        start_rotation(desk);
        return;
    }
    desk->is_paused = !desk->is_paused;
    if (!desk->is_paused)
        show_slot(desk);
}

/* ---- forms and verdicts -------------------------------------------------------------------- */

static void do_keys(struct desk *desk, long argument)
{
    (void)argument;
    forms_open(desk, FORM_KEYS);
}

static void do_legend(struct desk *desk, long argument)
{
    (void)argument;
    desk_say(desk, (struct str){ 0 });
    desk->toast_is_legend = true;
}

/* Argument: the form of a verdict is opened where the verdict may be given. */
static void open_verdict(struct desk *desk, enum desk_verdict verdict, enum form_kind form)
{
    desk_stop_rotation(desk);
    if (desk->at_work.work == WORK_VERDICT || desk->has_order)
        desk_say(desk, str_of(_("One moment: the last verdict is still being written.")));
    else if (desk_can(desk, verdict))
        forms_open(desk, form);
    else if (desk->count > 0 && desk->rows[desk->current].is_gone)
        desk_say(desk, str_of(_("It is no longer in the folder: somebody moved or deleted it.")));
    else if (desk->port && (desk->port->can >> verdict & 1))
        desk_say(desk, str_of(_("This verdict does not fit this announcement.")));
    else
        do_legend(desk, 0);
}

static void do_approve(struct desk *desk, long argument)
{
    (void)argument;
    open_verdict(desk, DESK_APPROVE, FORM_APPROVE);
}

static void do_return(struct desk *desk, long argument)
{
    (void)argument;
    open_verdict(desk, DESK_RETURN, FORM_RETURN);
}

static void do_refuse(struct desk *desk, long argument)
{
    (void)argument;
    open_verdict(desk, DESK_REFUSE, FORM_REFUSE);
}

static void do_cancel_date(struct desk *desk, long argument)
{
    (void)argument;
    open_verdict(desk, DESK_CANCEL_DATE, FORM_CANCEL_DATE);
}

static void do_take_off(struct desk *desk, long argument)
{
    (void)argument;
    open_verdict(desk, DESK_TAKE_OFF, FORM_TAKE_OFF);
}

static void do_correct(struct desk *desk, long argument)
{
    (void)argument;
    open_verdict(desk, DESK_CORRECT, FORM_CORRECT);
}

static void do_replace(struct desk *desk, long argument)
{
    (void)argument;
    open_verdict(desk, DESK_REPLACE, FORM_REPLACE);
}

/* After a verdict the next announcement is there; what is to be taken back is the one before. */
static void do_undo(struct desk *desk, long argument)
{
    (void)argument;
    if (!desk_can(desk, DESK_UNDO) && desk_row_can(desk, desk->last_row, DESK_UNDO))
        desk_go_to(desk, desk->last_row);
    open_verdict(desk, DESK_UNDO, FORM_UNDO);
}

static void press(struct desk *desk)
{
    struct form *form = &desk->form;
    if (form->focus >= form->row_count)
        return;
    struct form_row *row = &form->rows[form->focus];
    if (row->kind == ROW_BUTTON)
        desk_do(desk, row->act);
    else
        form_toggle(form);
}

/* Enter never ticks: it goes to what is still to be written, then to the button that sends. */
static void enter_form(struct desk *desk)
{
    struct form *form = &desk->form;
    if (form->focus >= form->row_count || form->rows[form->focus].kind == ROW_BUTTON)
        press(desk);
    else
        form_focus_next(form);
}

static void do_row(struct desk *desk, long argument)
{
    struct form *form = &desk->form;
    if (argument < 0 || (size_t)argument >= form->row_count)
        return;
    form_focus(form, (size_t)argument);
    if (form->focus == (size_t)argument && form->rows[form->focus].kind >= ROW_TICK)
        press(desk);
}

static void do_tab(struct desk *desk, long argument)
{
    if (desk->form.kind != FORM_NONE)
        form_step(&desk->form, 1);
    else
        do_overview(desk, argument);
}

static void do_tab_back(struct desk *desk, long argument)
{
    if (desk->form.kind != FORM_NONE)
        form_step(&desk->form, -1);
    else
        do_overview(desk, argument);
}

static void do_enter(struct desk *desk, long argument)
{
    const struct desk_item *item = desk_item(desk);
    (void)argument;
    if (desk->form.kind != FORM_NONE)
        enter_form(desk);
    else if (desk->view == VIEW_OVERVIEW)
        desk->view = VIEW_SLIDE;
    else if (item && item->finding_count > DESK_FINDINGS_FOLDED)
        do_unfold(desk, 0);
}

static void do_escape(struct desk *desk, long argument)
{
    (void)argument;
    if (desk->form.kind != FORM_NONE)
        forms_close(desk);
    else if (desk->view == VIEW_FULL)
        do_full(desk, 0);
    else if (desk->view == VIEW_OVERVIEW || desk->view == VIEW_COMPARE)
        desk->view = VIEW_SLIDE;
    else if (desk->is_rotating)
        desk_stop_rotation(desk);
    else if (desk->eyes != EYES_PLAIN) {
        desk->eyes = EYES_PLAIN;
        desk->stamp++;
    }
}

static void do_backspace(struct desk *desk, long argument)
{
    (void)argument;
    form_backspace(&desk->form);
}

static void do_quit(struct desk *desk, long argument)
{
    (void)argument;
    desk->quits = !desk->is_kiosk;
}

static void do_copy(struct desk *desk, long argument)
{
    (void)argument;
    if (desk->form.kind != FORM_LETTER)
        return;
    desk->clip = desk->answer.letter;
    desk_say(desk, str_of(_("The letter is on the clipboard.")));
}

static void do_send(struct desk *desk, long argument)
{
    forms_send(desk, argument != 0);
}

static void do_nothing(struct desk *desk, long argument)
{
    (void)desk;
    (void)argument;
}

typedef void act_fn(struct desk *desk, long argument);

static act_fn *const acts[ACT_KIND_COUNT] = {
    [ACT_NONE] = do_nothing,
    [ACT_PREVIOUS] = do_previous,
    [ACT_NEXT] = do_next,
    [ACT_FIRST] = do_first,
    [ACT_LAST] = do_last,
    [ACT_UP] = do_up,
    [ACT_DOWN] = do_down,
    [ACT_PAGE_BEFORE] = do_page_before,
    [ACT_PAGE_AFTER] = do_page_after,
    [ACT_OVERVIEW] = do_overview,
    [ACT_OPEN] = do_open,
    [ACT_FINDING] = do_finding,
    [ACT_UNFOLD] = do_unfold,
    [ACT_PAUSE] = do_pause,
    [ACT_KEYS] = do_keys,
    [ACT_EYES] = do_eyes,
    [ACT_DISPLAY] = do_display,
    [ACT_TIME] = do_time,
    [ACT_TIME_STEP] = do_time_step,
    [ACT_TIME_NOW] = do_time_now,
    [ACT_FULL] = do_full,
    [ACT_LANGUAGE] = do_language,
    [ACT_COMPARE] = do_compare,
    [ACT_LEGEND] = do_legend,
    [ACT_APPROVE] = do_approve,
    [ACT_RETURN] = do_return,
    [ACT_REFUSE] = do_refuse,
    [ACT_CANCEL_DATE] = do_cancel_date,
    [ACT_TAKE_OFF] = do_take_off,
    [ACT_CORRECT] = do_correct,
    [ACT_REPLACE] = do_replace,
    [ACT_UNDO] = do_undo,
    [ACT_ROW] = do_row,
    [ACT_SEND] = do_send,
    [ACT_COPY] = do_copy,
    [ACT_TAB] = do_tab,
    [ACT_TAB_BACK] = do_tab_back,
    [ACT_ENTER] = do_enter,
    [ACT_ESCAPE] = do_escape,
    [ACT_BACKSPACE] = do_backspace,
    [ACT_QUIT] = do_quit,
};

void desk_do(struct desk *desk, struct act act)
{
    if (act.kind == ACT_NONE)
        return;
    desk->is_changed = true;
    if (act.kind != ACT_LEGEND)
        desk->toast_ends_ns = 0;
    acts[act.kind](desk, act.argument);
}

/* A space ticks what has the focus, and presses a button: it is no letter there. */
static bool presses(const struct form *form, struct str text)
{
    enum form_row_kind kind =
        form->focus < form->row_count ? form->rows[form->focus].kind : ROW_TEXT;
    return str_is(text, " ") && kind != ROW_FIELD && kind != ROW_SECRET;
}

/* Who begins to write has no need to walk to the field first. */
bool desk_type(struct desk *desk, struct str text)
{
    struct form *form = &desk->form;
    if (form->kind == FORM_NONE)
        return false;
    desk->is_changed = true;
    if (presses(form, text))
        press(desk);
    else if (form_focus_field(form))
        form_type(form, text);
    return true;
}

/* ---- time ---------------------------------------------------------------------------------- */

void desk_tick(struct desk *desk, int64_t wall, int64_t mono_ns)
{
    bool was_slow = desk_is_slow(desk);
    desk->clock = wall;
    desk->mono_ns = mono_ns;
    desk->is_changed |= desk_is_slow(desk) != was_slow;
    if (desk->centre->is_live && desk->scan_at_ns == 0)
        desk->scan_at_ns = mono_ns + DESK_SCAN_NS;
    if (!desk->now_is_moved && wall - wall % MINUTE != desk->now) {
        desk->now = wall - wall % MINUTE;
        desk->is_changed = true;
    }
    if (desk->toast_ends_ns != 0 && mono_ns >= desk->toast_ends_ns) {
        desk->toast_ends_ns = 0;
        desk->is_changed = true;
    }
    if (desk->passphrase_ends_ns != 0 && mono_ns >= desk->passphrase_ends_ns) {
        explicit_bzero(desk->passphrase, sizeof desk->passphrase);
        desk->passphrase_ends_ns = 0;
    }
    if (desk->is_rotating && !desk->is_paused && mono_ns >= desk->slot_ends_ns) {
        desk->slot = (desk->slot + 1) % desk->turns.slot_count;
        desk->is_changed = true;
        show_slot(desk);
    }
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t desk_next_tick(const struct desk *desk)
{
    int64_t next = INT64_MAX;
    if (!desk->now_is_moved)
        next = desk->mono_ns + (MINUTE - desk->clock % MINUTE) * SECOND_NS;
    if (desk->toast_ends_ns != 0)
        next = earlier(next, desk->toast_ends_ns);
    if (desk->passphrase_ends_ns != 0)
        next = earlier(next, desk->passphrase_ends_ns);
    if (desk->is_rotating && !desk->is_paused)
        next = earlier(next, desk->slot_ends_ns);
    if (desk->at_work.work != WORK_NONE && !desk_is_slow(desk))
        next = earlier(next, desk->at_work_ns + DESK_SLOW_NS);
    else if (desk->at_work.work == WORK_NONE && desk->scan_at_ns != 0)
        next = earlier(next, desk->scan_at_ns);
    return next;
}
