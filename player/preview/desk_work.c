/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See desk.h: which job the worker gets next, and what becomes of its answers. */
#include "base/i18n.h"
#include "preview/desk_forms.h"
#include "preview/desk_inside.h"

#include <stdlib.h>
#include <string.h>

#define FAILED_BYTES_MAX (1u << 20)
#define SCAN_PAUSES 10 /* a look at the folder takes no more than an eleventh of the time */

/* ---- what is to be done next --------------------------------------------------------------- */

static bool is_decided(const struct desk_row *row)
{
    return row->state.bytes > 0;
}

/* While two are compared the slide of the twin is wanted, too. */
static bool lacks_twin(const struct desk *desk, const struct desk_look *look)
{
    return desk->view == VIEW_COMPARE && look && look->item.twin.relation != RELATION_NONE &&
           !look->with_twin;
}

static bool wants_look(const struct desk *desk, size_t row, int page)
{
    const struct desk_row *it = &desk->rows[row];
    /* Its file is elsewhere, or being decided, or nobody can read it now. */
    if (it->look && (is_decided(it) || forms_hold(desk, row) || desk->trouble.bytes > 0))
        return false;
    return !desk_is_fresh(desk, it->look) || !desk_shows_page(it->look, page) ||
           (row == desk->current && lacks_twin(desk, it->look));
}

/* Announcements that nobody has looked at, the nearest first: those are in sight. */
static size_t nearest_unseen(const struct desk *desk)
{
    for (size_t away = 1; away < desk->count; away++) {
        if (desk->current + away < desk->count && !desk->rows[desk->current + away].look)
            return desk->current + away;
        if (desk->current >= away && !desk->rows[desk->current - away].look)
            return desk->current - away;
    }
    return desk->count;
}

/* The same for those that were looked at on another display or at another time. */
static size_t nearest_old(const struct desk *desk)
{
    size_t nearest = desk->count;
    for (size_t i = 0; i < desk->count; i++) {
        const struct desk_row *row = &desk->rows[i];
        bool is_old = row->look && row->look->stamp != desk->stamp && !is_decided(row);
        if (is_old && (nearest == desk->count ||
                       desk_distance(i, desk->current) < desk_distance(nearest, desk->current)))
            nearest = i;
    }
    return nearest;
}

/* Behind the one that is looked at: count for none. */
static size_t other_row_to_look_at(const struct desk *desk)
{
    for (size_t away = 1; away <= DESK_LOOK_AHEAD; away++) {
        if (desk->current + away < desk->count && wants_look(desk, desk->current + away, 0))
            return desk->current + away;
        if (desk->current >= away && wants_look(desk, desk->current - away, 0))
            return desk->current - away;
    }
    size_t unseen = nearest_unseen(desk);
    if (unseen < desk->count || desk->view != VIEW_OVERVIEW)
        return unseen;
    return nearest_old(desk);
}

static bool is_scan_due(const struct desk *desk)
{
    return desk->centre->is_live && desk->scan_at_ns != 0 && desk->mono_ns >= desk->scan_at_ns;
}

static void look_at(struct desk_job *job, const struct desk *desk, size_t row)
{
    job->work = WORK_LOOK;
    job->item = row;
    job->page = row == desk->current ? desk->page : 0;
    job->with_twin = row == desk->current && desk->view == VIEW_COMPARE;
}

struct desk_job desk_next_job(struct desk *desk)
{
    struct desk_job job = {
        .display = desk->display,
        .now = desk->now,
        .eyes = desk->eyes,
        .stamp = desk->stamp,
    };
    if (desk->at_work.work != WORK_NONE)
        return (struct desk_job){ .work = WORK_NONE };
    size_t other;
    if (desk->has_order) {
        job.work = WORK_VERDICT;
        job.item = desk->order_row;
        desk->has_order = false;
    } else if (desk->count > 0 && wants_look(desk, desk->current, desk->page)) {
        look_at(&job, desk, desk->current);
    } else if (is_scan_due(desk)) {
        job.work = WORK_SCAN;
    } else if ((other = other_row_to_look_at(desk)) < desk->count) {
        look_at(&job, desk, other);
    } else if (desk->turns_wanted && desk->count > 0) {
        job.work = WORK_ROUND;
    }
    desk->at_work = job;
    desk->at_work_ns = desk->mono_ns;
    return job;
}

bool desk_is_slow(const struct desk *desk)
{
    return desk->at_work.work != WORK_NONE && desk->mono_ns - desk->at_work_ns >= DESK_SLOW_NS;
}

static void end_work(struct desk *desk)
{
    desk->at_work = (struct desk_job){ .work = WORK_NONE };
    desk->is_changed = true;
}

/* ---- looks --------------------------------------------------------------------------------- */

/* A page that an announcement no longer has, after another display was chosen. */
static void keep_page_in_range(struct desk *desk)
{
    const struct desk_item *item = desk_item(desk);
    if (item && desk->page >= item->pages)
        desk->page = item->pages > 0 ? item->page : 0;
    if (item && desk->finding >= item->finding_count)
        desk->finding = 0;
    if (item && item->twin.relation == RELATION_NONE && desk->view == VIEW_COMPARE)
        desk->view = VIEW_SLIDE;
}

/* One that could not be made is not asked for again until something changes. */
static struct desk_look *failed_look(void)
{
    struct desk_look *look = memory_new(1, sizeof *look);
    look->arena = arena_new(FAILED_BYTES_MAX);
    look->item.state = str_of(_("There is not enough memory for this slide."));
    return look;
}

void desk_take_look(struct desk *desk, const struct desk_job *job, struct desk_look *look)
{
    struct desk_row *row = &desk->rows[job->item];
    end_work(desk);
    if (row->look && forms_hold(desk, job->item)) { /* a form stands on what was looked at before */
        desk_look_free(look);
        return;
    }
    if (!look)
        look = failed_look();
    look->stamp = job->stamp;
    look->now = job->now;
    look->with_twin = job->with_twin;
    look->serial = ++desk->serial;
    desk_look_free(row->look);
    row->look = look;
    if (job->item == desk->current)
        keep_page_in_range(desk);
    desk_forget_far_slides(desk);
}

/* ---- the round ----------------------------------------------------------------------------- */

/* The rotation goes on from the slide that is seen. */
static size_t slot_in_sight(const struct desk *desk)
{
    for (size_t i = 0; i < desk->turns.slot_count; i++) {
        const struct desk_slot *slot = &desk->turns.slots[i];
        if (slot->item == desk->current && slot->page == desk->page)
            return i;
    }
    return 0;
}

void desk_take_turns(struct desk *desk, const struct desk_turns *turns, bool more)
{
    bool is_new = desk->at_work.stamp == desk->stamp;
    end_work(desk);
    desk->turns_wanted = more || (turns && !is_new);
    if (!turns)
        return;
    arena_free(desk->turns.arena);
    desk->turns = *turns;
    desk->slot = slot_in_sight(desk);
    if (turns->slot_count == 0)
        desk_stop_rotation(desk);
}

/* ---- the folder ---------------------------------------------------------------------------- */

/* What was decided in this window is gone because of that, and says so already. */
static void take_news(struct desk *desk, const struct desk_news *news)
{
    struct desk_row *row = &desk->rows[news->item];
    bool is_own_undo = news->change == CHANGE_BACK && !row->is_gone && !is_decided(row);
    if (is_own_undo) /* the window knows it already, and a form may be open again */
        return;
    forms_forget(desk, news->item);
    if (news->change == CHANGE_GONE) {
        row->is_gone = !is_decided(row);
        if (row->is_gone)
            row->state = str_of(_("no longer in the folder"));
        return;
    }
    row->known = desk_known_copy(desk, &news->known);
    row->is_gone = false;
    row->state = row->id = (struct str){ 0 };
    if (row->look)
        row->look->stamp = 0;
}

static void take_come(struct desk *desk, const struct desk_scan *scan)
{
    for (size_t i = 0; i < scan->come_count; i++)
        desk_add(desk, &scan->come[i]);
    if (scan->come_count == 0 || desk->is_kiosk)
        return;
    struct str args[] = { str_format(desk->arena, "%zu", scan->come_count) };
    desk_say(desk, i18n_fill(desk->arena,
                             i18n_plural("{0} new announcement has arrived",
                                         "{0} new announcements have arrived", scan->come_count),
                             args, 1));
}

/* True when it is another one than before. The public has no use for it. */
static bool take_trouble(struct desk *desk, struct str trouble)
{
    if (desk->is_kiosk || str_equal(trouble, desk->trouble))
        return false;
    desk->trouble = str_copy(desk->arena, trouble);
    return true;
}

/* A share that answers slowly is asked less often. */
static void plan_scan(struct desk *desk)
{
    int64_t pause = SCAN_PAUSES * (desk->mono_ns - desk->at_work_ns);
    desk->scan_at_ns = desk->mono_ns + (pause > DESK_SCAN_NS ? pause : DESK_SCAN_NS);
}

void desk_take_scan(struct desk *desk, struct desk_scan *scan)
{
    bool was_drawn = desk->is_changed, was_slow = desk_is_slow(desk);
    plan_scan(desk);
    end_work(desk);
    for (size_t i = 0; i < scan->news_count; i++)
        take_news(desk, &scan->news[i]);
    take_come(desk, scan);
    bool is_new = scan->approved_changed || scan->news_count > 0 || scan->come_count > 0;
    bool is_told = take_trouble(desk, scan->trouble);
    if (is_new ||
        is_told) { /* twins may be others, and what could not be read may be there again */
        desk->stamp++;
        desk->turns_wanted = true;
    } else if (!was_slow) { /* a window that nobody touches is not drawn every five seconds */
        desk->is_changed = was_drawn;
    }
    arena_free(scan->arena);
}

/* ---- verdicts ------------------------------------------------------------------------------ */

/* After a verdict the next announcement that waits for one. */
static void go_to_waiting(struct desk *desk)
{
    for (size_t step = 1; step < desk->count; step++) {
        size_t row = (desk->current + step) % desk->count;
        if (!is_decided(&desk->rows[row])) {
            desk_go_to(desk, row);
            return;
        }
    }
}

static void take_verdict(struct desk *desk, size_t index, const struct verdict_answer *answer)
{
    struct desk_row *row = &desk->rows[index];
    desk->last_row = index;
    row->state = str_copy(desk->arena, answer->state);
    row->id = str_copy(desk->arena, answer->id);
    row->is_gone = false;
    desk->turns_wanted = true;
    if (desk->scan_at_ns != 0) /* what is approved is another set now */
        desk->scan_at_ns = desk->mono_ns;
    if (answer->state.bytes == 0)
        row->look->stamp = 0;
    else if (index == desk->current)
        go_to_waiting(desk);
}

void desk_take_answer(struct desk *desk, struct arena *arena, const struct verdict_answer *answer)
{
    size_t row = desk->at_work.item;
    bool is_letter = desk->order.letter_only;
    end_work(desk);
    forms_drop_order(desk);
    desk->clip = (struct str){ 0 };
    arena_free(desk->answer_arena);
    desk->answer_arena = arena;
    desk->answer = *answer;
    if (!answer->done)
        explicit_bzero(desk->passphrase, sizeof desk->passphrase);
    if (answer->done && !is_letter)
        take_verdict(desk, row, answer);
    forms_answer(desk);
}
