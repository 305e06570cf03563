/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The window's main states in Finnish against the pictures beside this file, with the fonts of
 * fonts/desk. On a mismatch the picture that was made lies in the build folder.
 *
 * A change that is meant: GOLDEN_UPDATE=1 writes them anew. Look at each before it is committed.
 */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "base/file.h"
#include "base/i18n.h"
#include "compare.h"
#include "made.h"
#include "preview/ui_paint.h"
#include "preview/view.h"

#include <SDL_image.h>
#include <libintl.h>
#include <stdio.h>
#include <stdlib.h>

#define WIDTH 1280
#define HEIGHT 720
#define ALL 1000
#define BYTES_MAX (64u << 20)
#define SLIDE TESTS_DIR "/slide.png"

/* The slide of the first announcement is a real one. */
static void put_slide(struct made *made)
{
    struct desk_look *look = made->desk->rows[0].look;
    pixels_free(&look->slide);
    assert_true(compare_load(SLIDE, &look->slide));
    if (look->item.finding_count > 0)
        look->item.findings[0].marks[0] = (struct box){ 96, 500, 900, 90 };
}

static void reach_slide(struct made *made)
{
    made_work(made, 3, ALL);
    put_slide(made);
}

static void reach_overview(struct made *made)
{
    made_work(made, 2, ALL);
    made_do(made, ACT_OVERVIEW);
}

static void reach_keys(struct made *made)
{
    made_do(made, ACT_KEYS);
}

static void reach_approve(struct made *made)
{
    made_work(made, 3, ALL);
    put_slide(made);
    made_do(made, ACT_APPROVE);
}

static void reach_compare(struct made *made)
{
    made->has_twins = true;
    made_work(made, 1, ALL);
    made_do(made, ACT_COMPARE);
    made_work(made, 1, ALL);
    put_slide(made);
    made->desk->rows[0].look->item.twin.own_marks[0] = (struct box){ 410, 500, 500, 90 };
}

static void reach_replace(struct made *made)
{
    made->has_twins = true;
    made_work(made, 0, ALL);
    put_slide(made);
    made_do(made, ACT_REPLACE);
}

static const struct {
    const char *name;
    void (*reach)(struct made *made);
} goldens[] = {
    { "dia", reach_slide },       { "kaikki", reach_overview }, { "ohje", reach_keys },
    { "hyvaksy", reach_approve }, { "vertaa", reach_compare },  { "korvaa", reach_replace },
};

static void save(const struct pixels *pixels, const char *path)
{
    SDL_Surface *surface = SDL_CreateRGBSurfaceWithFormatFrom(
        pixels->at, pixels->width, pixels->height, 32, 4 * pixels->width, SDL_PIXELFORMAT_XRGB8888);
    assert_non_null(surface);
    assert_int_equal(IMG_SavePNG(surface, path), 0);
    SDL_FreeSurface(surface);
}

static struct pixels paint(struct fonts *fonts, const struct made *made)
{
    struct pixels pixels;
    struct arena *arena = arena_new(BYTES_MAX);
    struct ui ui = ui_new(arena, fonts_measure(fonts), LANGUAGE_FI, WIDTH, HEIGHT);
    view_desk(&ui, made->desk);
    assert_true(pixels_new(WIDTH, HEIGHT, &pixels));
    ui_paint(fonts, NULL, &ui, &pixels);
    arena_free(arena);
    return pixels;
}

static void the_window_looks_as_it_did(void **state)
{
    struct fonts *fonts = *state;
    for (size_t i = 0; i < ARRAY_LEN(goldens); i++) {
        char path[512];
        struct pixels wanted = { 0 };
        struct made made = made_start(6, false);
        goldens[i].reach(&made);
        struct pixels got = paint(fonts, &made);
        snprintf(path, sizeof path, "%s/golden/%s.png", TESTS_DIR, goldens[i].name);
        if (getenv("GOLDEN_UPDATE"))
            save(&got, path);
        assert_true(compare_load(path, &wanted));
        struct pixel_difference difference = compare_pixels(&wanted, &got);
        if (!difference.passes) {
            snprintf(path, sizeof path, "%s/preview-%s.png", BUILD_DIR, goldens[i].name);
            save(&got, path);
            fail_msg("%s differs: %ld pixels, up to %d levels; look at %s", goldens[i].name,
                     difference.pixels, difference.levels, path);
        }
        pixels_free(&wanted);
        pixels_free(&got);
        made_end(&made);
    }
}

static int open_fonts(void **state)
{
    const char *why = "";
    i18n_start("fi");
    bindtextdomain("infotaulu", BUILD_DIR "/locale");
    *state = fonts_open(SOURCE_DIR "/fonts/desk", &why);
    return *state ? 0 : -1;
}

static int close_fonts(void **state)
{
    fonts_close(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_window_looks_as_it_did),
    };
    return cmocka_run_group_tests_name("golden", tests, open_fonts, close_fonts);
}
