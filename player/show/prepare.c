/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See prepare.h. What is on the screen and what comes next are remembered as slots of a generation:
 * an old generation lives until nothing of it is on the screen any more. Logs are written behind a
 * slide that has been sent, never before it: a slow card must not keep the next slide waiting.
 */
#include "show/prepare.h"

#include "base/log.h"
#include "record/recent.h"
#include "show/compose.h"
#include "show/playlog.h"
#include "show/real_clock.h"
#include "show/screenshot.h"
#include "show/status.h"

#include <pthread.h>
#include <stdlib.h>

#define LOG_MODULE "prepare"

#define RESUME_BYTES_MAX (8u << 20) /* of the log's lines read back */
#define RETRY_S 60                  /* until an edition that could not be read is tried again */

/* A slot of a generation. */
struct made {
    struct generation *generation; /* NULL: none */
    struct slot slot;
};

struct preparer {
    pthread_t thread;
    struct mailbox *letters, *to_drawing;
    const struct player_options *options;

    /* The thread's own. */
    struct composer composer;
    struct generation *generation;
    struct generation *old;    /* of what is still on the screen; NULL: none */
    struct generation *coming; /* read, not yet in force; NULL: none */
    struct rotation *rotation;
    struct made next, current;
    uint64_t stamp;       /* of the edition in memory; 0: none */
    int64_t tried_at;     /* monotonic ns, when another one could not be read; 0: it could */
    uint64_t tried_stamp; /* of the edition that was tried then */
    struct playlog playlog;
    struct status status;
    struct screenshot screenshot;
    int64_t presented_at;
    unsigned long plays;     /* logged since the player began */
    unsigned failed_updates; /* likewise */
    struct daily keep_complaint, edition_complaint;
};

/* ---- editions ------------------------------------------------------------------------------ */

static void open_keep(struct preparer *preparer)
{
    const struct player_options *options = preparer->options;
    const char *folder = options->cache;
    if (preparer->composer.keep)
        return;
    enum keep_outcome outcome =
        keep_open(options->cache, options->state, &preparer->composer.keep, &folder);
    if (outcome != KEEP_OK && daily_is_due(&preparer->keep_complaint))
        log_error("%s %s", folder, keep_outcome_text(outcome));
}

/* The edition to begin with: the current one, else the one before, else the idle screen. */
static struct generation *first_generation(struct preparer *preparer)
{
    static const enum keep_generation order[] = { KEEP_CURRENT, KEEP_PREVIOUS };
    struct generation *generation = NULL;
    struct keep *keep = preparer->composer.keep;
    if (keep)
        preparer->stamp = keep_edition_stamp(keep);
    for (size_t i = 0; keep && !generation && i < ARRAY_LEN(order); i++)
        generation = generation_read(keep, order[i], preparer->options->display,
                                     &preparer->edition_complaint);
    if (!generation) {
        preparer->stamp = 0;
        log_notice("no edition has been accepted yet: the idle slide is shown");
        generation = generation_reference();
    }
    return generation;
}

static bool clock_is_real(const struct preparer *preparer, const struct generation *generation)
{
    return generation->zone_is_right &&
           real_clock(&preparer->options->clock, generation->display.clock_rtc,
                      generation->edition.updated);
}

/* May what is on the screen stay there, by another generation? */
static bool stays_shown(const struct preparer *preparer, const struct generation *generation)
{
    const struct item *item = preparer->current.slot.item;
    const struct timetable timetable = { &generation->edition, generation->zone,
                                         clock_wall(&preparer->options->clock),
                                         clock_is_real(preparer, generation) };
    for (size_t i = 0; item && i < generation->edition.item_count; i++) {
        const struct item *same = &generation->edition.items[i];
        if (str_equal(same->announcement.id, item->announcement.id))
            return timetable_reason(&timetable, same) == REASON_SHOWN;
    }
    return false;
}

static void send_facts(struct preparer *preparer, bool moves_on)
{
    const struct generation *generation = preparer->generation;
    const struct profile *profile = &generation->edition.profile;
    const struct display *display = &generation->display;
    const struct mail mail = {
        .kind = MAIL_FACTS,
        .facts = { .width = display->width,
                   .height = display->height,
                   .rotation = display->rotation,
                   .poll_seconds = profile->poll_seconds,
                   .cut = profile->cut,
                   .moves_on = moves_on,
                   .ground = display->dark ? profile->dark.ground : profile->light.ground },
    };
    mailbox_send(preparer->to_drawing, &mail);
}

/*
 * An alert that has just come cuts off what is on the screen, which then comes again. Alerts do not
 * cut one another off.
 */
static bool alert_cuts_in(struct preparer *preparer)
{
    const struct generation *generation = preparer->generation;
    const struct slot *current = &preparer->current.slot;
    if (!rotation_has_new_alert(preparer->rotation, clock_wall(&preparer->options->clock),
                                clock_is_real(preparer, generation)))
        return false;
    if (current->item && current->item->announcement.kind == KIND_ALERT)
        return false;
    rotation_repeat(preparer->rotation, current);
    return true;
}

/* Puts the generation that was read in the place of the one in force. */
static void take_generation(struct preparer *preparer)
{
    struct generation *generation = preparer->coming;
    bool moves_on = !preparer->current.slot.is_agenda && !stays_shown(preparer, generation);
    struct generation *before = preparer->generation;
    if (preparer->next.generation)
        rotation_put_back(preparer->rotation);
    preparer->next = (struct made){ 0 };
    rotation_continue(preparer->rotation, &generation->edition, generation->zone);
    preparer->generation = generation;
    preparer->coming = NULL;
    moves_on = alert_cuts_in(preparer) || moves_on;
    if (preparer->current.generation == before)
        preparer->old = before;
    else
        generation_free(before);
    log_notice("edition of %.*s is in force, %zu items", STR_ARG(generation->edition.site),
               generation->edition.item_count);
    send_facts(preparer, moves_on);
}

/* A file that could not be read is not tried at every look; another one is at once. */
static bool may_try(const struct preparer *preparer, uint64_t stamp)
{
    return preparer->tried_at == 0 || stamp != preparer->tried_stamp ||
           clock_mono_ns() - preparer->tried_at >= RETRY_S * CLOCK_SECOND_NS;
}

/* Reads another edition when there is one. One that cannot be read leaves the old in force. */
static void look(struct preparer *preparer)
{
    open_keep(preparer);
    if (!preparer->composer.keep)
        return;
    uint64_t stamp = keep_edition_stamp(preparer->composer.keep);
    if (stamp == 0 || stamp == preparer->stamp || !may_try(preparer, stamp))
        return;
    struct generation *generation =
        generation_read(preparer->composer.keep, KEEP_CURRENT, preparer->options->display,
                        &preparer->edition_complaint);
    preparer->tried_at = generation ? 0 : clock_mono_ns();
    preparer->tried_stamp = stamp;
    if (!generation)
        return;
    preparer->stamp = stamp;
    generation_free(preparer->coming);
    preparer->coming = generation;
}

/* ---- slides -------------------------------------------------------------------------------- */

static void send_failed(struct preparer *preparer)
{
    const struct mail mail = { .kind = MAIL_FAILED };
    mailbox_send(preparer->to_drawing, &mail);
}

/* Before there is a window: as large as the display is said to be, or as the options ask. */
static void guess_order(const struct preparer *preparer, struct order *order)
{
    const struct player_options *options = preparer->options;
    const struct display *display = &preparer->generation->display;
    if (order->width > 0)
        return;
    order->turn = options->window ? 0 : display->rotation;
    order->width = options->window ? display_seen_width(display) : display->width;
    order->height = options->window ? display_seen_height(display) : display->height;
    if (options->width > 0 && options->height > 0) {
        order->width = options->width;
        order->height = options->height;
    }
}

/* Composes a slot; on COMPOSE_NO_PICTURE another one has to do. */
static enum compose_outcome compose(struct preparer *preparer, const struct made *made,
                                    const struct order *order, struct slide *slide)
{
    const struct composer_time time = { order->moment, clock_is_real(preparer, made->generation) };
    return compose_slide(&preparer->composer, made->generation, &made->slot, order, &time, slide);
}

/* The rotation's next slot that can be drawn; the idle one when none of them can. */
static enum compose_outcome make_next(struct preparer *preparer, const struct order *order,
                                      struct slide *slide)
{
    struct made *next = &preparer->next;
    size_t tries = preparer->generation->edition.item_count + 1;
    if (next->generation) {
        enum compose_outcome outcome = compose(preparer, next, order, slide);
        if (outcome != COMPOSE_NO_PICTURE)
            return outcome;
    }
    next->generation = preparer->generation;
    for (size_t i = 0; i < tries; i++) {
        next->slot = rotation_next(preparer->rotation, order->moment,
                                   clock_is_real(preparer, preparer->generation));
        enum compose_outcome outcome = compose(preparer, next, order, slide);
        if (outcome != COMPOSE_NO_PICTURE)
            return outcome;
    }
    next->slot = (struct slot){ .seconds = IDLE_SECONDS };
    return compose(preparer, next, order, slide);
}

static void send_slide(struct preparer *preparer, struct slide *slide, bool is_refresh)
{
    const struct mail mail = { .kind = MAIL_SLIDE, .slide = slide, .is_refresh = is_refresh };
    mailbox_send(preparer->to_drawing, &mail);
}

/* What was made last is on the screen now. */
static void note_presented(struct preparer *preparer, int64_t presented_at)
{
    preparer->presented_at = presented_at;
    screenshot_write(&preparer->screenshot);
    preparer->current = preparer->next;
    preparer->next = (struct made){ 0 };
    if (preparer->current.generation != preparer->old) {
        generation_free(preparer->old);
        preparer->old = NULL;
    }
}

static void log_play(struct preparer *preparer, struct play *play)
{
    if (play && play->from != 0) {
        playlog_add(&preparer->playlog, play, preparer->generation->display.name,
                    preparer->generation->zone);
        preparer->plays++;
    }
    play_free(play);
}

static void write_status(struct preparer *preparer, bool is_last)
{
    const struct status_facts facts = {
        .generation = preparer->generation,
        .item = preparer->current.slot.item,
        .is_agenda = preparer->current.slot.is_agenda,
        .presented_at = preparer->presented_at,
        .now = clock_wall(&preparer->options->clock),
        .clock_is_real = clock_is_real(preparer, preparer->generation),
        .plays = preparer->plays,
        .failed_updates = preparer->failed_updates,
    };
    if (preparer->presented_at != 0)
        status_write(&preparer->status, &facts, is_last);
}

static void answer_next(struct preparer *preparer, const struct mail *mail)
{
    struct order order = mail->order;
    struct play *play = slide_take_play(mail->slide);
    preparer->failed_updates = order.failed_updates;
    if (order.presented_at != 0)
        note_presented(preparer, order.presented_at);
    look(preparer);
    if (preparer->coming)
        take_generation(preparer);
    guess_order(preparer, &order);
    if (make_next(preparer, &order, mail->slide) == COMPOSE_OK) {
        /* Not of the very first slide: nothing may stand between start and picture. */
        if (preparer->presented_at != 0)
            screenshot_take(&preparer->screenshot, mail->slide);
        send_slide(preparer, mail->slide, false);
    } else {
        log_error("out of memory for a slide of %d x %d", order.width, order.height);
        slide_free(mail->slide);
        send_failed(preparer);
    }
    log_play(preparer, play);
    write_status(preparer, false);
}

/*
 * Nothing but the moment has changed. When it cannot be done (the picture has gone since), the
 * slide is answered without pixels, and what is on the screen stays.
 */
static void answer_refresh(struct preparer *preparer, const struct mail *mail)
{
    struct order order = mail->order;
    log_play(preparer, slide_take_play(mail->slide));
    if (order.presented_at != 0)
        note_presented(preparer, order.presented_at);
    bool done = preparer->current.generation &&
                compose(preparer, &preparer->current, &order, mail->slide) == COMPOSE_OK;
    if (!done)
        pixels_free(&mail->slide->pixels);
    send_slide(preparer, mail->slide, true);
}

static void answer_played(struct preparer *preparer, const struct mail *mail)
{
    log_play(preparer, slide_take_play(mail->slide));
    slide_free(mail->slide);
}

/* The last words of a player that ends. */
static void answer_stop(struct preparer *preparer, const struct mail *mail)
{
    if (mail->order.presented_at != 0)
        note_presented(preparer, mail->order.presented_at);
    write_status(preparer, true);
}

static void answer_look(struct preparer *preparer, const struct mail *mail)
{
    const struct mail stale = { .kind = MAIL_STALE };
    (void)mail;
    look(preparer);
    if (preparer->coming)
        mailbox_send(preparer->to_drawing, &stale);
    playlog_tick(&preparer->playlog);
}

/* ---- the thread ---------------------------------------------------------------------------- */

/* Organisations keep the time that they have had on this screen today. */
static void resume(struct preparer *preparer)
{
    const struct generation *generation = preparer->generation;
    const struct player_options *options = preparer->options;
    bool is_real = clock_is_real(preparer, generation);
    int64_t now = clock_wall(&options->clock);
    struct play_row *rows;
    if (!is_real || generation->is_reference)
        return;
    struct arena *arena = arena_new(RESUME_BYTES_MAX);
    size_t count =
        recent_plays(arena, options->state, generation->display.name, now, generation->zone, &rows);
    struct past_play *plays = ARENA_ARRAY(arena, struct past_play, count + 1);
    for (size_t i = 0; i < count; i++)
        plays[i] = (struct past_play){ rows[i].id, rows[i].from, rows[i].seconds };
    rotation_resume(preparer->rotation, plays, count, now, is_real);
    arena_free(arena);
}

static bool set_up(struct preparer *preparer)
{
    const char *why = NULL;
    open_keep(preparer);
    preparer->generation = first_generation(preparer);
    if (!preparer->generation)
        return false;
    preparer->rotation = rotation_new(&preparer->generation->edition, preparer->generation->zone);
    resume(preparer);
    send_facts(preparer, false);
    preparer->composer.fonts = fonts_open(preparer->options->font_stack, &why);
    if (!preparer->composer.fonts)
        log_error("%s: %s", preparer->options->font_stack, why);
    return preparer->composer.fonts != NULL;
}

static void tear_down(struct preparer *preparer)
{
    playlog_close(&preparer->playlog);
    screenshot_free(&preparer->screenshot);
    rotation_free(preparer->rotation);
    generation_free(preparer->old);
    generation_free(preparer->coming);
    generation_free(preparer->generation);
    if (preparer->composer.fonts)
        fonts_close(preparer->composer.fonts);
    if (preparer->composer.keep)
        keep_close(preparer->composer.keep);
}

typedef void answer_fn(struct preparer *preparer, const struct mail *mail);

static void *run(void *context)
{
    static answer_fn *const answers[] = {
        [MAIL_NEXT] = answer_next,     [MAIL_REFRESH] = answer_refresh, [MAIL_LOOK] = answer_look,
        [MAIL_PLAYED] = answer_played, [MAIL_STOP] = answer_stop,
    };
    struct preparer *preparer = context;
    bool works = set_up(preparer);
    if (!works)
        send_failed(preparer);
    struct mail mail;
    do {
        mailbox_wait(preparer->letters, &mail);
        if (works)
            answers[mail.kind](preparer, &mail);
        else
            slide_free(mail.slide);
    } while (mail.kind != MAIL_STOP);
    tear_down(preparer);
    return NULL;
}

struct preparer *prepare_start(const struct player_options *options, struct mailbox *to_drawing)
{
    struct preparer *preparer = memory_new(1, sizeof *preparer);
    preparer->letters = mailbox_new(NULL, NULL);
    preparer->to_drawing = to_drawing;
    preparer->options = options;
    preparer->playlog = playlog_new(options->state);
    preparer->status = status_new(options->state);
    preparer->screenshot = screenshot_new(options->state);
    if (pthread_create(&preparer->thread, NULL, run, preparer) == 0)
        return preparer;
    mailbox_free(preparer->letters);
    free(preparer);
    return NULL;
}

struct mailbox *prepare_mailbox(struct preparer *preparer)
{
    return preparer->letters;
}

void prepare_stop(struct preparer *preparer, int64_t presented_at)
{
    const struct mail mail = { .kind = MAIL_STOP, .order = { .presented_at = presented_at } };
    if (!preparer)
        return;
    mailbox_send(preparer->letters, &mail);
    pthread_join(preparer->thread, NULL);
    mailbox_free(preparer->letters);
    free(preparer);
}
