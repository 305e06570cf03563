/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole player on SDL's dummy driver: what its frame log and its files say it showed. Editions
 * are swapped under it by a child process, as in a lobby.
 */
#include "base/file.h"
#include "kept.h"
#include "show/player.h"
#include "show_tests.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FRAMES_BYTES_MAX (16u << 20)

struct run {
    struct kept kept;
    struct arena *arena;
    char frames[PATH_MAX], marks[PATH_MAX];
    struct player_options options;
    char *update[6];
};

static int set_up(void **state)
{
    struct run *run = memory_new(1, sizeof *run);
    *state = run;
    run->arena = arena_new((size_t)256 << 20);
    if (!kept_make(&run->kept) || setenv("SDL_VIDEODRIVER", "dummy", 1) != 0)
        return -1;
    kept_path(&run->kept, "frames", run->frames);
    kept_path(&run->kept, "marks", run->marks);
    run->options = (struct player_options){
        .cache = run->kept.cache,
        .state = run->kept.state,
        .font_stack = SOURCE_DIR "/fonts/stack",
        .frame_log = run->frames,
        .window = true,
        .width = 480,
        .height = 270,
        .clock = clock_from(KEPT_NOW + 5, 1),
    };
    return 0;
}

static int tear_down(void **state)
{
    struct run *run = *state;
    kept_remove(&run->kept);
    arena_free(run->arena);
    free(run);
    return 0;
}

/* Updates by fake_update in a mode. */
static void update_by(struct run *run, const char *mode, double poll_s)
{
    static char program[] = BUILD_DIR "/tests/show/show_fake_update";
    run->update[0] = program;
    run->update[1] = str_c(run->arena, str_of(mode));
    run->update[2] = run->kept.cache;
    run->update[3] = run->kept.state;
    run->update[4] = run->marks;
    run->options.update_argv = run->update;
    run->options.poll_s = poll_s;
}

/* ---- what was shown ------------------------------------------------------------------------ */

struct frame {
    int64_t at; /* ns */
    struct str name;
    int page, share;
};

static int64_t to_number(struct str digits)
{
    int64_t number = 0;
    for (size_t i = 0; i < digits.bytes; i++)
        number = number * 10 + (digits.at[i] - '0');
    return number;
}

static size_t read_frames(struct run *run, struct frame **ret_frames)
{
    struct str rest = { 0 }, line;
    struct frame *frames = NULL;
    size_t count = 0;
    assert_int_equal(file_read(run->arena, run->frames, FRAMES_BYTES_MAX, &rest), FILE_OK);
    while (str_next(&rest, '\n', &line)) {
        struct str at, page, share;
        struct frame *frame = ARENA_PUSH(run->arena, frames, count);
        assert_true(str_next(&line, '\t', &at) && str_next(&line, '\t', &frame->name) &&
                    str_next(&line, '\t', &page) && str_next(&line, '\t', &share));
        frame->at = to_number(at);
        frame->page = (int)to_number(page);
        frame->share = (int)to_number(share);
    }
    *ret_frames = frames;
    return count;
}

/* Every slide comes up whole before the next begins, and nothing is torn between. */
static size_t assert_whole_slides(const struct frame *frames, size_t count)
{
    size_t slides = 0;
    int share = 256;
    for (size_t i = 0; i < count; i++) {
        bool goes_on = share < 256;
        if (goes_on) {
            assert_true(str_equal(frames[i].name, frames[i - 1].name));
            assert_true(frames[i].share > share);
        }
        if (i > 0)
            assert_true(frames[i].at > frames[i - 1].at);
        share = frames[i].share;
        slides += share == 256;
    }
    assert_int_equal(share, 256);
    return slides;
}

static struct str read_plays(struct run *run)
{
    struct str plays = { 0 };
    char path[PATH_MAX];
    kept_path(&run->kept, "state/plays-2026-11.csv", path);
    if (file_read(run->arena, path, FRAMES_BYTES_MAX, &plays) != FILE_OK)
        plays = STR("");
    return plays;
}

static size_t count_of(struct str text, const char *what)
{
    size_t count = 0;
    ptrdiff_t at;
    while ((at = str_find(text, str_of(what))) >= 0) {
        text = str_slice(text, (size_t)at + 1, text.bytes);
        count++;
    }
    return count;
}

/* ---- tests --------------------------------------------------------------------------------- */

static void slides_are_shown_in_turn_and_accounted_for(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    run->options.slides = 8;
    run->options.slide_time = 0.3;
    assert_int_equal(player_run(&run->options), 0);
    size_t count = read_frames(run, &frames);
    assert_int_equal(assert_whole_slides(frames, count), 8);
    struct str plays = read_plays(run);
    assert_int_equal(count_of(plays, "\n"), 1 + 8);
    assert_int_equal(count_of(plays, ",0.3\n"), 8);
    /* the first one cuts in; each other one fades for half of its time */
    assert_int_equal(frames[0].share, 256);
    assert_true(count > 8 * 3);
}

static void a_cut_is_one_frame(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    run->options.slides = 6;
    run->options.slide_time = 0.1;
    run->options.cut = true;
    assert_int_equal(player_run(&run->options), 0);
    assert_int_equal(read_frames(run, &frames), 6);
}

/* The soak in small: an update after the other, and never a break in the picture. */
static void editions_change_under_the_picture(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    update_by(run, "next", 0.15);
    run->options.slide_time = 0.2;
    run->options.for_seconds = 6;
    assert_int_equal(player_run(&run->options), 0);
    size_t count = read_frames(run, &frames);
    for (size_t i = 0; i < count; i++)
        assert_false(str_is(frames[i].name, "idle"));
    while (count > 0 && frames[count - 1].share < 256) /* the end may fall into a change */
        count--;
    size_t slides = assert_whole_slides(frames, count);
    assert_in_range(slides, 10, 31);
    /* Later editions are shown, and never an earlier one after a later one. */
    struct str plays = read_plays(run), line;
    int last = 0, different = 0;
    while (str_next(&plays, '\n', &line)) {
        ptrdiff_t at = str_find(line, STR("Painos "));
        if (at < 0)
            continue;
        struct str rest = str_slice(line, (size_t)at + 7, line.bytes), number;
        assert_true(str_next(&rest, ',', &number));
        int painos = (int)to_number(number);
        assert_true(painos >= last);
        different += painos > last;
        last = painos;
    }
    assert_true(different >= 3);
}

static void nothing_at_all_is_a_calm_idle_slide(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    run->options.for_seconds = 0.7;
    assert_int_equal(player_run(&run->options), 0);
    assert_int_equal(read_frames(run, &frames), 1);
    assert_true(str_is(frames[0].name, "idle"));
    assert_int_equal(frames[0].share, 256);
    assert_int_equal(read_plays(run).bytes, 0);
}

static void the_first_edition_ends_the_idle_slide_at_once(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    update_by(run, "next", 60);
    run->options.for_seconds = 3;
    assert_int_equal(player_run(&run->options), 0);
    size_t count = read_frames(run, &frames);
    assert_true(str_is(frames[0].name, "idle"));
    assert_true(str_starts(frames[count - 1].name, "urn:test:"));
    assert_true(frames[1].at - frames[0].at < 2 * CLOCK_SECOND_NS);
}

/* What was made for the end of the slide before, a minute later, is drawn anew for now. */
static void a_slide_that_came_early_stays(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    update_by(run, "next", 60);
    run->options.slide_time = 60;
    run->options.for_seconds = 3;
    run->options.cut = true;
    assert_int_equal(player_run(&run->options), 0);
    size_t count = read_frames(run, &frames);
    assert_int_equal(count, 3);
    assert_true(str_is(frames[0].name, "idle"));
    assert_true(str_starts(frames[1].name, "urn:test:"));
    assert_true(str_equal(frames[2].name, frames[1].name));
    assert_int_equal(count_of(read_plays(run), "\n"), 1 + 1);
}

static void a_missing_picture_leaves_out_its_item(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_true(kept_write_without_picture(run->kept.cache, run->kept.state));
    run->options.slides = 12;
    run->options.slide_time = 0.1;
    run->options.cut = true;
    assert_int_equal(player_run(&run->options), 0);
    size_t count = read_frames(run, &frames);
    assert_int_equal(count, 12);
    for (size_t i = 0; i < count; i++)
        assert_false(str_is(frames[i].name, "urn:test:picture") || str_is(frames[i].name, "idle"));
}

static void rot_on_disk_leaves_the_edition_in_memory(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    update_by(run, "rot", 0.2);
    run->options.slides = 10;
    run->options.slide_time = 0.2;
    assert_int_equal(player_run(&run->options), 0);
    size_t count = read_frames(run, &frames);
    assert_int_equal(assert_whole_slides(frames, count), 10);
    for (size_t i = 0; i < count; i++)
        assert_true(str_starts(frames[i].name, "urn:test:"));
    struct stat info;
    assert_int_equal(stat(run->marks, &info), 0); /* the rot did come */
}

static void after_a_cut_of_power_the_previous_edition_is_there(void **state)
{
    struct run *run = *state;
    char path[PATH_MAX];
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    assert_true(kept_write(run->kept.cache, run->kept.state, 2));
    static const char *const copies[] = { "cache/edition", "state/edition" };
    for (size_t i = 0; i < ARRAY_LEN(copies); i++) {
        kept_path(&run->kept, copies[i], path);
        assert_int_equal(file_write(path, STR(""), 0600), FILE_OK);
    }
    run->options.slides = 4;
    run->options.slide_time = 0.1;
    assert_int_equal(player_run(&run->options), 0);
    assert_true(str_find(read_plays(run), STR("Painos 1")) > 0);
}

static void the_minute_is_a_cut_and_no_play_of_its_own(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    run->options.clock = clock_from(KEPT_NOW + 58, 1);
    run->options.slide_time = 5;
    run->options.for_seconds = 3;
    assert_int_equal(player_run(&run->options), 0);
    assert_int_equal(read_frames(run, &frames), 2);
    assert_true(str_equal(frames[0].name, frames[1].name));
    assert_int_equal(frames[1].share, 256);
    assert_int_equal(count_of(read_plays(run), "\n"), 1 + 1);
}

static void nothing_is_drawn_while_nothing_changes(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    run->options.slide_time = 60;
    run->options.for_seconds = 2;
    assert_int_equal(player_run(&run->options), 0);
    assert_int_equal(read_frames(run, &frames), 1);
}

static void a_failing_update_backs_off(void **state)
{
    struct run *run = *state;
    int number = 0;
    struct str text;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    update_by(run, "fail", 0.2);
    run->options.for_seconds = 3;
    assert_int_equal(player_run(&run->options), 0);
    assert_int_equal(file_read(run->arena, run->marks, 100, &text), FILE_OK);
    assert_true(str_to_number(text, &number));
    assert_in_range(number - 1, 2, 4); /* at 0, 0.4, 1.2 and 2.8 s, not fifteen times */
}

/* ---- the end ------------------------------------------------------------------------------- */

struct ender {
    const char *when_there; /* waits for this file first */
    int number;             /* signal */
    int child;              /* process id in the file */
};

/* Waits until the player has got so far, then ends it as systemd or a person would. */
static void *end_player(void *context)
{
    struct ender *ender = context;
    struct arena *arena = arena_new((size_t)1 << 20);
    const struct timespec step = { .tv_nsec = 10 * CLOCK_MS_NS };
    struct str text = { 0 };
    for (int i = 0; i < 3000 && text.bytes == 0; i++) {
        if (file_read(arena, ender->when_there, 4096, &text) != FILE_OK)
            text.bytes = 0;
        nanosleep(&step, NULL);
    }
    (void)str_to_number(text, &ender->child);
    arena_free(arena);
    kill(getpid(), ender->number);
    return NULL;
}

static void a_signal_ends_the_player_and_its_update(void **state)
{
    static const int signals[] = { SIGTERM, SIGINT };
    struct run *run = *state;
    for (size_t i = 0; i < ARRAY_LEN(signals); i++) {
        struct ender ender = { run->marks, signals[i], 0 };
        pthread_t thread;
        /* Our own thread must not be the one that the signal kills. */
        sigset_t set, before;
        sigemptyset(&set);
        sigaddset(&set, signals[i]);
        pthread_sigmask(SIG_BLOCK, &set, &before);
        (void)unlink(run->marks);
        assert_true(kept_write(run->kept.cache, run->kept.state, 1));
        update_by(run, "hang", 60);
        assert_int_equal(pthread_create(&thread, NULL, end_player, &ender), 0);
        assert_int_equal(player_run(&run->options), 0);
        pthread_join(thread, NULL);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        assert_true(ender.child > 1);
        assert_int_equal(kill(ender.child, 0), -1); /* reaped, not left behind */
        assert_int_equal(count_of(read_plays(run), "\n"), 1 + 1 + i);
    }
}

static void no_display_and_no_font_are_errors(void **state)
{
    struct run *run = *state;
    run->options.for_seconds = 5;
    run->options.font_stack = "/nonexistent/stack";
    assert_int_equal(player_run(&run->options), 2);
    run->options.font_stack = SOURCE_DIR "/fonts/stack";
    setenv("SDL_VIDEODRIVER", "nonsense", 1);
    assert_int_equal(player_run(&run->options), 2);
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    run->options.frame_log = "/nonexistent/frames";
    assert_int_equal(player_run(&run->options), 2);
}

static void folders_that_cannot_be_had_leave_the_idle_slide(void **state)
{
    struct run *run = *state;
    struct frame *frames;
    assert_int_equal(file_write(run->kept.state, STR("in the way"), 0644), FILE_OK);
    run->options.for_seconds = 0.5;
    assert_int_equal(player_run(&run->options), 0);
    assert_int_equal(read_frames(run, &frames), 1);
    assert_true(str_is(frames[0].name, "idle"));
    assert_int_equal(unlink(run->kept.state), 0);
}

static void the_heart_beats_and_the_status_is_written(void **state)
{
    struct run *run = *state;
    char path[PATH_MAX];
    struct stat info;
    struct str json;
    assert_true(kept_write(run->kept.cache, run->kept.state, 1));
    run->options.slides = 2;
    run->options.slide_time = 0.3;
    assert_int_equal(player_run(&run->options), 0);
    kept_path(&run->kept, "state/heartbeat", path);
    assert_int_equal(stat(path, &info), 0);
    kept_path(&run->kept, "state/status.json", path);
    assert_int_equal(file_read(run->arena, path, 1 << 16, &json), FILE_OK);
    assert_true(str_find(json, STR("\"reasons\": {\"shown\": 4}")) > 0);
    struct frame *frames;
    size_t count = read_frames(run, &frames);
    struct str last =
        str_format(run->arena, "\"presented_id\": \"%.*s\"", STR_ARG(frames[count - 1].name));
    assert_true(str_find(json, last) > 0);
}

#define WITH(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int player_tests(void)
{
    const struct CMUnitTest tests[] = {
        WITH(slides_are_shown_in_turn_and_accounted_for),
        WITH(a_cut_is_one_frame),
        WITH(editions_change_under_the_picture),
        WITH(nothing_at_all_is_a_calm_idle_slide),
        WITH(the_first_edition_ends_the_idle_slide_at_once),
        WITH(a_slide_that_came_early_stays),
        WITH(a_missing_picture_leaves_out_its_item),
        WITH(rot_on_disk_leaves_the_edition_in_memory),
        WITH(after_a_cut_of_power_the_previous_edition_is_there),
        WITH(the_minute_is_a_cut_and_no_play_of_its_own),
        WITH(nothing_is_drawn_while_nothing_changes),
        WITH(a_failing_update_backs_off),
        WITH(a_signal_ends_the_player_and_its_update),
        WITH(no_display_and_no_font_are_errors),
        WITH(folders_that_cannot_be_had_leave_the_idle_slide),
        WITH(the_heart_beats_and_the_status_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
