/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the player itself does never flashes: between every two kinds of slide, lying and in both
 * themes, with a fade at the frame times that the screen has and with a cut, back and forth as fast
 * as a profile can ask for. The slides are those of tests/golden, drawn small: the cells that are
 * measured are as large.
 */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "app/slides.h"
#include "app/submission.h"
#include "base/clock.h"
#include "base/file.h"
#include "feed/read_profile.h"
#include "paint/fade.h"
#include "paint/paint.h"
#include "rules/flash.h"
#include "show/change.h"

#include <stdlib.h>

#define NOW "2026-11-24T10:00:00+02:00"
#define ARENA_BYTES_MAX (512u << 20)
#define GOLDEN_DIR TESTS_DIR "/../golden"
#define WIDTH 384 /* 4 × 4 px a cell */
#define HEIGHT 216
#define SLIDE_LEAST_NS (5 * CLOCK_SECOND_NS) /* the least that a profile can ask for */
#define SLIDES_MAX 24

static const struct {
    const char *file; /* NULL: the idle slide */
    bool is_alert;
} kinds[] = {
    { "ryhma.xml", false },   { "tiedote.xml", false }, { "yhdessa.xml", false },
    { "kuvadia.xml", false }, { "peruttu.xml", false }, { NULL, false },
    { "tiedote.xml", true },
};

struct stage {
    struct arena *arena;
    struct profile profile;
    struct judge judge;
    struct pixels slides[SLIDES_MAX];
    size_t count;
};

static struct pixels draw(struct stage *stage, size_t kind)
{
    struct arena *arena = stage->arena;
    struct judge *judge = &stage->judge;
    struct submission submission = { 0 };
    struct layout_context context = judge_context(judge, judge->display, (struct versions){ 0 });
    struct scene *scene;
    struct pixels pixels;
    if (kinds[kind].file) {
        submission_read(arena, judge, file_join(arena, GOLDEN_DIR, kinds[kind].file), &submission);
        assert_true(submission.readable);
        if (kinds[kind].is_alert)
            submission.item.announcement.kind = KIND_ALERT;
        scene = layout_announcement(arena, &context, &submission.item, 0);
    } else {
        scene = layout_idle(arena, &context);
    }
    assert_true(pixels_new(scene->width, scene->height, &pixels));
    paint_scene(judge->fonts, scene, submission.pixels.at ? &submission.pixels : NULL, &pixels);
    submission_free(&submission);
    return pixels;
}

static void open_judge(struct stage *stage)
{
    struct str bytes;
    struct stamp now;
    const char *why = NULL;
    struct report report = report_new(stage->arena);
    assert_int_equal(file_read(stage->arena, GOLDEN_DIR "/centre.xml", PROFILE_BYTES_MAX, &bytes),
                     FILE_OK);
    assert_true(profile_read(stage->arena, bytes, STR("centre.xml"), &report, &stage->profile));
    assert_true(stamp_parse(STR(NOW), &now));
    stage->profile.displays[0].width = WIDTH;
    stage->profile.displays[0].height = HEIGHT;
    stage->judge = (struct judge){
        .fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why),
        .decoder = decoder_new(DECODER),
        .profile = &stage->profile,
        .display = &stage->profile.displays[0],
        .zone = zone_open(stage->arena, NULL, stage->profile.zone_name),
    };
    assert_non_null(stage->judge.fonts);
    assert_non_null(stage->judge.zone);
    stage->judge.now = stamp_moment(&now, stage->judge.zone);
}

/* Each kind in the light theme, then in the dark one, black and white as the hardest of all. */
static int open_stage(void **state)
{
    struct stage *stage = memory_new(1, sizeof *stage);
    stage->arena = arena_new(ARENA_BYTES_MAX);
    open_judge(stage);
    for (int dark = 0; dark < 2; dark++) {
        stage->profile.displays[0].dark = dark;
        for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
            stage->slides[stage->count++] = draw(stage, i);
    }
    for (int i = 0; i < 2; i++) {
        struct pixels *plain = &stage->slides[stage->count++];
        assert_true(pixels_new(WIDTH, HEIGHT, plain));
        for (int j = 0; j < WIDTH * HEIGHT; j++)
            plain->at[j] = i ? 0xFFFFFFFF : 0xFF000000;
    }
    *state = stage;
    return 0;
}

static int close_stage(void **state)
{
    struct stage *stage = *state;
    for (size_t i = 0; i < stage->count; i++)
        pixels_free(&stage->slides[i]);
    decoder_free(stage->judge.decoder);
    fonts_close(stage->judge.fonts);
    arena_free(stage->arena);
    free(stage);
    return 0;
}

/* The frames of one change as the screen draws them, each at its moment. */
static void add_change(struct flash_reel *reel, struct arena *arena, const struct pixels *from,
                       const struct pixels *to, const struct change *change)
{
    struct pixels screen;
    struct fade fade = fade_start(arena, from, to);
    int64_t now = change->start;
    unsigned share = 0;
    assert_true(pixels_new(from->width, from->height, &screen));
    memcpy(screen.at, from->at, (size_t)from->width * (size_t)from->height * sizeof *from->at);
    flash_add(reel, &screen, now / 1000000);
    for (int frames = 0; share < CHANGE_SHARE_FULL; frames++) {
        share = change_share(change, now);
        fade_draw(&fade, share, screen.at, screen.width * (int)sizeof *screen.at);
        flash_add(reel, &screen, now / 1000000);
        now = change_next_frame(change, now);
        assert_in_range(frames, 0, 61);
    }
    pixels_free(&screen);
}

/*
 * Half-way through a fade letters of both slides are grey, so a cell that holds letters of both
 * dips once and comes back: two changes, far from seven.
 */
#define CHANGES_OF_A_FADE 2

/* rate 0: a cut. To the other slide and back, as fast as can be, for eight seconds and more. */
static void expect_calm(struct stage *stage, size_t a, size_t b, int rate)
{
    struct arena *arena = arena_new(ARENA_BYTES_MAX);
    struct flash_reel reel = { .arena = arena };
    struct report report = report_new(arena);
    for (int i = 0; i < 2; i++) {
        int64_t start = i * SLIDE_LEAST_NS;
        struct change change =
            rate > 0 ? change_fade(start, SLIDE_LEAST_NS, rate) : change_cut(start);
        add_change(&reel, arena, &stage->slides[i ? b : a], &stage->slides[i ? a : b], &change);
    }
    flash_loop(&reel, 2 * SLIDE_LEAST_NS / 1000000, 2 * SLIDE_LEAST_NS / 1000000);
    struct flash_result result = flash_measure(&reel);
    flash_report(&result, (struct place){ 0 }, &report);
    if (report.count > 0 || result.general.most > CHANGES_OF_A_FADE ||
        result.red.most > CHANGES_OF_A_FADE)
        fail_msg("slides %zu and %zu at %d Hz: %d changes a second, %d of red", a, b, rate,
                 result.general.most, result.red.most);
    arena_free(arena);
}

static void for_each_pair(struct stage *stage, int rate)
{
    for (size_t a = 0; a < stage->count; a++)
        for (size_t b = a + 1; b < stage->count; b++)
            expect_calm(stage, a, b, rate);
}

static void no_cut_flashes(void **state)
{
    for_each_pair(*state, 0);
}

/* 24 frames a second are the fewest that a fade is drawn with. */
static void no_fade_flashes(void **state)
{
    for_each_pair(*state, 24);
}

static void no_fade_of_a_fast_display_flashes(void **state)
{
    struct stage *stage = *state;
    for (size_t i = 0; i + 1 < stage->count; i++)
        expect_calm(stage, i, i + 1, 60);
}

/* transition-style: from 0.3 to 1.0 s; motion-limit: all is still within a second. */
static void a_change_is_short_and_ends(void **state)
{
    static const int rates[] = { 0, 24, 30, 50, 60, 144 };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rates); i++) {
        struct change change = change_fade(0, SLIDE_LEAST_NS, rates[i]);
        assert_in_range(change.duration, 3 * CLOCK_SECOND_NS / 10, CLOCK_SECOND_NS);
        assert_int_equal(change_share(&change, CLOCK_SECOND_NS), CHANGE_SHARE_FULL);
    }
    struct change cut = change_cut(0);
    assert_int_equal(change_share(&cut, 0), CHANGE_SHARE_FULL);
}

/* No white flash, slide, zoom or spin: each pixel of a frame lies between the two slides. */
static void a_fade_shows_nothing_but_the_two_slides(void **state)
{
    struct stage *stage = *state;
    const struct pixels *from = &stage->slides[0], *to = &stage->slides[4];
    struct fade fade = fade_start(stage->arena, from, to);
    struct pixels screen;
    assert_true(pixels_new(WIDTH, HEIGHT, &screen));
    for (unsigned share = 0; share <= CHANGE_SHARE_FULL; share += 32) {
        memcpy(screen.at, from->at, (size_t)WIDTH * HEIGHT * sizeof *from->at);
        fade_draw(&fade, share, screen.at, WIDTH * (int)sizeof *screen.at);
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int a = (int)(from->at[i] >> shift & 255), b = (int)(to->at[i] >> shift & 255);
                int is = (int)(screen.at[i] >> shift & 255);
                assert_true(is >= (a < b ? a : b) && is <= (a < b ? b : a));
            }
        }
    }
    pixels_free(&screen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_cut_flashes),
        cmocka_unit_test(no_fade_flashes),
        cmocka_unit_test(no_fade_of_a_fast_display_flashes),
        cmocka_unit_test(a_change_is_short_and_ends),
        cmocka_unit_test(a_fade_shows_nothing_but_the_two_slides),
    };
    return cmocka_run_group_tests(tests, open_stage, close_stage);
}
