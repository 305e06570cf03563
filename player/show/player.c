/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The drawing thread. Its loop does what is due, then sleeps until the next moment at which
 * something is: a frame of a change, the end of a slide, a new minute, a sign of life, an update.
 * All that takes long or may wait is the preparing thread's.
 *
 * Two slides go round between the two threads: one is on the screen, the other is being made or
 * stands ready. A slide is never given away before another whole one is on the screen, so whatever
 * fails, a picture stays.
 */
#include "show/player.h"

#include "base/log.h"
#include "show/exit_guard.h"
#include "show/heartbeat.h"
#include "show/notify.h"
#include "show/prepare.h"
#include "show/screen.h"
#include "show/signals.h"
#include "show/updates.h"

#include <assert.h>
#include <limits.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#define LOG_MODULE "play"

#define EXIT_FINE 0
#define EXIT_COULD_NOT_RUN 2

#define SIGN_OF_LIFE_NS (4 * CLOCK_SECOND_NS) /* promised: at least every 5 s */
#define TROUBLE_NS (10 * CLOCK_SECOND_NS)     /* player/README.md: a picture within 10 s, or out */
#define OVERDUE_NS (60 * CLOCK_SECOND_NS)     /* a slide takes 50 ms: then something hangs */
#define SLIDE_NS_LEAST (50 * CLOCK_MS_NS)
#define REFRESH_NS_LEAST CLOCK_SECOND_NS /* a slide that ends sooner keeps its old minute */
#define POLL_SECONDS_DEFAULT 300.0
#define MMAP_THRESHOLD (1 << 20)      /* measured: 600 slides from 68 to 13 MiB */
#define GROUND_NS (200 * CLOCK_MS_NS) /* a first slide that takes longer finds its ground there */
#define MINUTE_NS (60 * CLOCK_SECOND_NS)

struct player {
    const struct player_options *options;
    struct mailbox *letters;
    struct window *window;
    struct screen screen;
    struct preparer *preparer;
    struct signals *signals;
    struct exit_guard *guard;
    struct updates updates;
    struct heartbeat heartbeat;
    struct notify notify;
    struct frame_log frame_log;

    struct edition_facts facts;
    bool has_facts;
    int width, height; /* px of the window's surface */

    struct slide *ready;     /* made, not yet shown */
    struct slide *spares[2]; /* to be given to the preparing thread */
    size_t spare_count;
    bool is_ordered;         /* the preparing thread has a slide to fill */
    int64_t vain_minute;     /* in which a refresh was of no use */
    int64_t shown_at, due;   /* monotonic ns: the slide in front, its end */
    int64_t presented_at;    /* wall s, when the preparing thread has not been told yet; else 0 */
    int64_t sign_at, end_at; /* monotonic ns: next sign of life, end of it all */
    int64_t ground_at;       /* monotonic ns, when an empty window gets its ground */
    int shown;               /* slides so far */
    bool is_started;         /* the first slide is on the screen */
    bool ends;
    bool is_hung; /* the preparing thread does not answer */
    int exit_code;
};

static void end(struct player *player, int exit_code)
{
    player->ends = true;
    player->exit_code = exit_code;
}

/* ---- time ---------------------------------------------------------------------------------- */

static int64_t minute_now(const struct player *player)
{
    int64_t seconds = clock_wall(&player->options->clock);
    return seconds / 60 - (seconds % 60 < 0);
}

/* Real nanoseconds until the player's clock begins another minute. */
static int64_t until_minute(const struct player *player)
{
    int64_t in_minute = clock_wall_ns(&player->options->clock) % MINUTE_NS;
    if (in_minute < 0)
        in_minute += MINUTE_NS;
    return (int64_t)((double)(MINUTE_NS - in_minute) / player->options->clock.speed);
}

static int64_t slide_ns(const struct player *player, const struct slide *slide)
{
    double seconds = slide->seconds / player->options->clock.speed;
    if (player->options->slide_time > 0)
        seconds = player->options->slide_time;
    int64_t ns = (int64_t)(seconds * (double)CLOCK_SECOND_NS);
    return ns > SLIDE_NS_LEAST ? ns : SLIDE_NS_LEAST;
}

/* ---- letters to the preparing thread ------------------------------------------------------- */

static bool fits(const struct player *player, const struct slide *slide)
{
    return slide->pixels.width == player->width && slide->pixels.height == player->height;
}

/* Is the slide in front of another minute, or of another size, and will it stay a while? */
static bool wants_refresh(const struct player *player)
{
    const struct slide *front = player->screen.front;
    if (!front || player->screen.coming || player->width == 0 ||
        player->vain_minute == minute_now(player))
        return false;
    return !fits(player, front) || (front->minute != minute_now(player) &&
                                    player->due - clock_mono_ns() > REFRESH_NS_LEAST);
}

/*
 * Degrees by which slides are turned for the panel. A window on a desk stands upright; a screen
 * that the system has turned already is not turned again.
 */
static int panel_turn(const struct player *player)
{
    const struct edition_facts *facts = &player->facts;
    bool turns_sideways = facts->rotation == 90 || facts->rotation == 270;
    bool lies = player->width > player->height, built_lying = facts->width > facts->height;
    if (player->options->window || (turns_sideways && lies != built_lying))
        return 0;
    return facts->rotation;
}

static struct order order_for(struct player *player, bool is_refresh)
{
    struct order order = {
        .width = player->width,
        .height = player->height,
        .turn = panel_turn(player),
        .moment = clock_wall(&player->options->clock),
        .presented_at = player->presented_at,
        .failed_updates = player->updates.failures,
    };
    int64_t left = player->due - clock_mono_ns();
    if (!is_refresh && left > 0)
        order.moment +=
            (int64_t)((double)left / (double)CLOCK_SECOND_NS * player->options->clock.speed);
    player->presented_at = 0;
    return order;
}

static void put_spare(struct player *player, struct slide *slide)
{
    assert(player->spare_count < ARRAY_LEN(player->spares));
    player->spares[player->spare_count++] = slide;
}

/* The slide that stands ready is not to be shown as it is. */
static void drop_ready(struct player *player)
{
    if (player->ready)
        put_spare(player, player->ready);
    player->ready = NULL;
}

/* Orders what is needed first, when a slide is free for it. One order at a time. */
static void give_order(struct player *player)
{
    bool is_refresh = wants_refresh(player);
    if (player->is_ordered || (player->ready && !is_refresh))
        return;
    drop_ready(player);
    if (player->spare_count == 0)
        return;
    const struct mail mail = {
        .kind = is_refresh ? MAIL_REFRESH : MAIL_NEXT,
        .slide = player->spares[--player->spare_count],
        .order = order_for(player, is_refresh),
    };
    player->is_ordered = true;
    mailbox_send(prepare_mailbox(player->preparer), &mail);
}

static void look_for_edition(struct player *player)
{
    const struct mail mail = { .kind = MAIL_LOOK };
    mailbox_send(prepare_mailbox(player->preparer), &mail);
}

/* Has a slide that stands ready made anew. */
static void remake_ready(struct player *player)
{
    drop_ready(player);
    give_order(player);
}

/* ---- letters from the others --------------------------------------------------------------- */

static void take_facts(struct player *player, const struct mail *mail)
{
    double poll_s = player->options->poll_s;
    if (poll_s <= 0)
        poll_s = mail->facts.poll_seconds > 0 ? mail->facts.poll_seconds : POLL_SECONDS_DEFAULT;
    player->facts = mail->facts;
    player->has_facts = true;
    updates_set_interval(&player->updates, poll_s);
    if (mail->facts.moves_on)
        player->due = clock_mono_ns();
}

/* The play goes on in the newer picture; the old one is nothing that was shown. */
static void take_refreshed(struct player *player, struct slide *slide)
{
    struct slide *front = player->screen.front;
    if (!slide->pixels.at) { /* it could not be made; this minute is not tried again */
        player->vain_minute = minute_now(player);
        put_spare(player, slide);
        return;
    }
    if (slide->play && front->play)
        slide->play->from = front->play->from;
    if (front->play)
        front->play->from = 0;
    put_spare(player, screen_swap(&player->screen, slide));
}

static void take_slide(struct player *player, const struct mail *mail)
{
    player->is_ordered = false;
    if (mail->is_refresh)
        take_refreshed(player, mail->slide);
    else
        player->ready = mail->slide;
    if (player->ready && player->width > 0 && !fits(player, player->ready))
        drop_ready(player);
    give_order(player);
}

static void take_stale(struct player *player, const struct mail *mail)
{
    (void)mail;
    remake_ready(player);
}

static void take_failed(struct player *player, const struct mail *mail)
{
    (void)mail;
    end(player, EXIT_COULD_NOT_RUN);
}

static void take_child(struct player *player, const struct mail *mail)
{
    (void)mail;
    if (!updates_reap(&player->updates, clock_mono_ns()))
        return;
    exit_guard_set_child(player->guard, 0);
    look_for_edition(player);
}

static void take_quit(struct player *player, const struct mail *mail)
{
    (void)mail;
    end(player, EXIT_FINE);
}

typedef void take_fn(struct player *player, const struct mail *mail);

static void read_letters(struct player *player)
{
    static take_fn *const takers[] = {
        [MAIL_FACTS] = take_facts,   [MAIL_STALE] = take_stale, [MAIL_SLIDE] = take_slide,
        [MAIL_FAILED] = take_failed, [MAIL_CHILD] = take_child, [MAIL_QUIT] = take_quit,
    };
    struct mail mail;
    while (mailbox_take(player->letters, &mail))
        takers[mail.kind](player, &mail);
}

/* ---- what is due --------------------------------------------------------------------------- */

/* The slide in front has been shown for as long as it has. */
static void finish_play(struct player *player, int64_t now)
{
    struct slide *front = player->screen.front;
    if (front && front->play)
        front->play->seconds = (double)(now - player->shown_at) / (double)CLOCK_SECOND_NS *
                               player->options->clock.speed;
}

static void say_what_is_shown(const struct player *player, const struct slide *slide)
{
    char words[256];
    struct str name = slide_name(slide);
    snprintf(words, sizeof words, "STATUS=showing %.*s", STR_ARG(str_slice(name, 0, 200)));
    notify_send(&player->notify, words);
}

static void begin_slide(struct player *player)
{
    struct slide *slide = player->ready;
    int64_t stays = slide_ns(player, slide);
    bool is_cut = player->options->cut || player->facts.cut || slide->is_cut;
    player->ready = NULL;
    int64_t now = screen_begin(&player->screen, slide, stays, is_cut);
    finish_play(player, now);
    player->shown_at = now;
    player->due = now + stays;
    player->presented_at = clock_wall(&player->options->clock);
    if (slide->play)
        slide->play->from = player->presented_at;
    player->shown++;
}

/* The change is over: the slide that went may be filled anew. */
static void end_change(struct player *player, struct slide *old)
{
    if (old)
        put_spare(player, old);
    say_what_is_shown(player, player->screen.front);
    give_order(player);
    if (player->is_started)
        return;
    player->is_started = true;
    window_settle(player->window);
    notify_send(&player->notify, "READY=1");
}

/* Never black for long: the ground of the slide to come, when that takes its time. */
static void fill_ground(struct player *player, int64_t now)
{
    static const struct pixels no_pixels = { 0 };
    if (now < player->ground_at)
        return;
    window_draw_whole(player->window, &no_pixels, player->facts.ground);
    player->ground_at = INT64_MAX;
}

static void change_slides(struct player *player, int64_t now)
{
    struct slide *old = NULL;
    bool is_over = player->screen.front && now >= player->due && !player->screen.coming;
    if (is_over && player->options->slides > 0 && player->shown >= player->options->slides) {
        end(player, EXIT_FINE);
        return;
    }
    if (player->ready && !player->screen.coming && (is_over || !player->screen.front))
        begin_slide(player);
    if (!player->screen.front && !player->screen.coming)
        fill_ground(player, now);
    if (screen_step(&player->screen, now, &old))
        end_change(player, old);
    else if (player->ready)
        give_order(player); /* when another minute has come */
}

static void give_sign_of_life(struct player *player, int64_t now)
{
    if (now < player->sign_at || player->screen.trouble_since != 0)
        return;
    int64_t every = notify_watchdog_ns() / 2;
    player->sign_at = now + (every > 0 && every < SIGN_OF_LIFE_NS ? every : SIGN_OF_LIFE_NS);
    heartbeat_touch(&player->heartbeat);
    notify_send(&player->notify, "WATCHDOG=1");
    look_for_edition(player);
}

static void check_health(struct player *player, int64_t now)
{
    const struct screen *screen = &player->screen;
    if (screen->trouble_since != 0 && now - screen->trouble_since > TROUBLE_NS) {
        log_error("nothing can be drawn on the display any more");
        end(player, EXIT_COULD_NOT_RUN);
    }
    if (now - player->due > OVERDUE_NS && !player->ready && !screen->coming) {
        log_error("no slide has been made ready for %d s", (int)(OVERDUE_NS / CLOCK_SECOND_NS));
        exit_guard_give_up(player->guard);
        player->is_hung = true;
        end(player, EXIT_COULD_NOT_RUN);
    }
}

static void handle_events(struct player *player, unsigned events)
{
    struct slide *old = NULL;
    if (events & WINDOW_CLOSED)
        end(player, EXIT_FINE);
    if (events & WINDOW_LOST) {
        log_error("the display is gone");
        end(player, EXIT_COULD_NOT_RUN);
    }
    if (events & WINDOW_RESIZED)
        window_size(player->window, &player->width, &player->height);
    if ((events & (WINDOW_EXPOSED | WINDOW_RESIZED)) && screen_redraw(&player->screen, &old))
        end_change(player, old);
    if (player->ready && !fits(player, player->ready))
        remake_ready(player);
}

static int64_t earlier(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* The next moment at which something is due. */
static int64_t next_moment(const struct player *player, int64_t now, int64_t update_at)
{
    int64_t next = earlier(screen_next_frame(&player->screen), update_at);
    next = earlier(next, player->sign_at > now ? player->sign_at : now + SIGN_OF_LIFE_NS);
    if (player->end_at != 0)
        next = earlier(next, player->end_at);
    if (!player->screen.front)
        next = earlier(next, player->ground_at);
    if (player->screen.front && !player->screen.coming && player->due > now) {
        next = earlier(next, player->due);
        next = earlier(next, now + until_minute(player));
    }
    return next;
}

static void run_loop(struct player *player)
{
    while (!player->ends) {
        int64_t now = clock_mono_ns(), update_at = INT64_MAX;
        change_slides(player, now);
        if (player->end_at != 0 && now >= player->end_at)
            end(player, EXIT_FINE);
        if (player->is_started) {
            give_sign_of_life(player, now);
            update_at = updates_tick(&player->updates, now);
            exit_guard_set_child(player->guard, player->updates.child);
        }
        check_health(player, now);
        if (player->ends)
            break;
        handle_events(player, window_wait(player->window, next_moment(player, now, update_at)));
        read_letters(player);
    }
}

/* ---- beginning and end --------------------------------------------------------------------- */

static bool open_window(struct player *player)
{
    const struct edition_facts *facts = &player->facts;
    const struct player_options *options = player->options;
    bool stands = options->window && (facts->rotation == 90 || facts->rotation == 270);
    int width = stands ? facts->height : facts->width;
    int height = stands ? facts->width : facts->height;
    const char *why = "";
    if (options->width > 0 && options->height > 0) {
        width = options->width;
        height = options->height;
    }
    if (!window_open(player->window, options->window, width, height, &why) ||
        !window_size(player->window, &player->width, &player->height)) {
        log_error("no window can be opened: %s", why);
        return false;
    }
    return true;
}

/* The first slide is made while the display is connected; the profile says how large it is. */
static bool open_screen(struct player *player)
{
    const char *why = "";
    if (!window_connect(player->window, &why)) {
        log_error("no display: %s", why);
        return false;
    }
    read_letters(player);
    while (!player->has_facts && !player->ends) {
        (void)window_wait(player->window, clock_mono_ns() + SIGN_OF_LIFE_NS);
        read_letters(player);
    }
    if (player->ends || !open_window(player))
        return false;
    read_letters(player);
    if (player->ready && !fits(player, player->ready))
        remake_ready(player);
    return true;
}

static void wake(void *window)
{
    window_wake(window);
}

static void open_heartbeat(struct player *player)
{
    char in_state[PATH_MAX];
    snprintf(in_state, sizeof in_state, "%s/heartbeat", player->options->state);
    const char *wanted = player->options->heartbeat;
    player->heartbeat = heartbeat_new(wanted ? wanted : in_state, in_state);
}

static bool set_up(struct player *player)
{
    const struct player_options *options = player->options;
    mallopt(M_MMAP_THRESHOLD, MMAP_THRESHOLD);
    player->window = window_new();
    if (!player->window) {
        log_error("no descriptor is left");
        return false;
    }
    player->letters = mailbox_new(wake, player->window);
    player->signals = signals_start(player->letters);
    player->preparer = player->signals ? prepare_start(options, player->letters) : NULL;
    if (!player->preparer) {
        log_error("no thread can be started");
        return false;
    }
    const struct mail first = {
        .kind = MAIL_NEXT,
        .slide = slide_new(),
        .order = { .moment = clock_wall(&options->clock) },
    };
    player->is_ordered = true;
    mailbox_send(prepare_mailbox(player->preparer), &first);
    player->guard = exit_guard_arm();
    if (!frame_log_open(&player->frame_log, options->frame_log)) {
        log_error("%s cannot be written", options->frame_log);
        return false;
    }
    player->screen = screen_new(player->window, &player->frame_log);
    return open_screen(player);
}

/* What was on the screen counts, also when it was cut short. */
static void send_last_plays(struct player *player)
{
    struct slide *slide;
    if (!player->preparer)
        return;
    if (!player->screen.coming)
        finish_play(player, clock_mono_ns());
    while ((slide = screen_take(&player->screen))) {
        const struct mail mail = { .kind = MAIL_PLAYED, .slide = slide };
        mailbox_send(prepare_mailbox(player->preparer), &mail);
        finish_play(player, clock_mono_ns()); /* of the one that was coming */
    }
}

/* Slides that came back too late are freed with the letters. */
static void drop_letters(struct player *player)
{
    struct mail mail;
    while (player->letters && mailbox_take(player->letters, &mail))
        slide_free(mail.slide);
}

static void tear_down(struct player *player)
{
    notify_send(&player->notify, "STOPPING=1");
    updates_stop(&player->updates);
    send_last_plays(player);
    prepare_stop(player->preparer, player->presented_at);
    signals_stop(player->signals);
    drop_letters(player);
    screen_free(&player->screen);
    slide_free(player->ready);
    while (player->spare_count > 0)
        slide_free(player->spares[--player->spare_count]);
    frame_log_close(&player->frame_log);
    window_free(player->window);
    mailbox_free(player->letters);
    heartbeat_close(&player->heartbeat);
    notify_close(&player->notify);
    exit_guard_disarm(player->guard);
}

int player_run(const struct player_options *options)
{
    int64_t now = clock_mono_ns();
    struct player player = {
        .options = options,
        .updates = updates_new(options->update_argv, POLL_SECONDS_DEFAULT),
        .notify = notify_new(),
        .vain_minute = INT64_MIN,
        .due = now,
        .sign_at = now,
        .ground_at = now + GROUND_NS,
        .exit_code = EXIT_COULD_NOT_RUN,
    };
    if (options->for_seconds > 0)
        player.end_at = now + (int64_t)(options->for_seconds * (double)CLOCK_SECOND_NS);
    put_spare(&player, slide_new());
    if (set_up(&player)) {
        open_heartbeat(&player);
        run_loop(&player);
    }
    if (player.is_hung)
        updates_stop(&player.updates); /* the rest is left to the end of the process */
    else
        tear_down(&player);
    return player.exit_code;
}
