/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From an edition on disk to pixels: sizes, turns, pictures that are there or not. */
#include "kept.h"
#include "show/compose.h"
#include "show_tests.h"

#include <stdlib.h>

struct composing {
    struct kept kept;
    struct composer composer;
    struct generation *generation;
    struct slide *slide;
    struct daily complaint;
};

static const struct composer_time noon = { KEPT_NOW, true };

static int set_up(void **state)
{
    struct composing *all = memory_new(1, sizeof *all);
    const char *why;
    *state = all;
    if (!kept_make(&all->kept) || !kept_write_without_picture(all->kept.cache, all->kept.state) ||
        keep_open(all->kept.cache, all->kept.state, &all->composer.keep, NULL) != KEEP_OK)
        return -1;
    all->composer.fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why);
    all->generation = generation_read(all->composer.keep, KEEP_CURRENT, NULL, &all->complaint);
    all->slide = slide_new();
    return all->composer.fonts && all->generation ? 0 : -1;
}

static int tear_down(void **state)
{
    struct composing *all = *state;
    slide_free(all->slide);
    generation_free(all->generation);
    fonts_close(all->composer.fonts);
    keep_close(all->composer.keep);
    kept_remove(&all->kept);
    free(all);
    return 0;
}

static struct slot slot_of(struct composing *all, const char *id)
{
    struct edition *edition = &all->generation->edition;
    for (size_t i = 0; i < edition->item_count; i++) {
        if (str_is(edition->items[i].announcement.id, id))
            return (struct slot){ .item = &edition->items[i], .seconds = 10 };
    }
    fail_msg("no %s", id);
    return (struct slot){ .item = NULL };
}

static void a_turned_panel_gets_the_same_slide_turned(void **state)
{
    enum { LONG = 480, SHORT = 270 };
    struct composing *all = *state;
    const struct slot slot = slot_of(all, "urn:test:a");
    static const struct {
        int turn, width, height; /* of the panel */
    } cases[] = { { 90, LONG, SHORT }, { 270, LONG, SHORT }, { 180, SHORT, LONG } };
    const struct order upright = { .width = SHORT, .height = LONG };
    struct slide *other = slide_new();
    assert_int_equal(
        compose_slide(&all->composer, all->generation, &slot, &upright, &noon, all->slide),
        COMPOSE_OK);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct order order = { .width = cases[i].width,
                                     .height = cases[i].height,
                                     .turn = cases[i].turn };
        assert_int_equal(
            compose_slide(&all->composer, all->generation, &slot, &order, &noon, other),
            COMPOSE_OK);
        for (int y = 0; y < LONG; y++) {
            for (int x = 0; x < SHORT; x++) {
                int at_x = cases[i].turn == 90    ? LONG - 1 - y
                           : cases[i].turn == 270 ? y
                                                  : SHORT - 1 - x;
                int at_y = cases[i].turn == 90    ? x
                           : cases[i].turn == 270 ? SHORT - 1 - x
                                                  : LONG - 1 - y;
                assert_int_equal(other->pixels.at[at_y * cases[i].width + at_x],
                                 all->slide->pixels.at[y * SHORT + x]);
            }
        }
    }
    slide_free(other);
}

static void a_slide_says_what_it_is(void **state)
{
    struct composing *all = *state;
    const struct slot slot = slot_of(all, "urn:test:b-sv");
    const struct order order = { .width = 320, .height = 180 };
    const struct slot idle = { .seconds = 30 };
    assert_int_equal(
        compose_slide(&all->composer, all->generation, &slot, &order, &noon, all->slide),
        COMPOSE_OK);
    assert_true(str_is(slide_name(all->slide), "urn:test:b-sv"));
    assert_true(str_is(all->slide->play->group, "urn:test:b"));
    assert_true(str_is(all->slide->play->language, "sv"));
    assert_true(str_is(all->slide->play->organisations, "Toinen yhdistys ry"));
    assert_true(all->slide->play->from == 0);
    assert_true(all->slide->minute == KEPT_NOW / 60);
    assert_int_equal(
        compose_slide(&all->composer, all->generation, &idle, &order, &noon, all->slide),
        COMPOSE_OK);
    assert_true(str_is(slide_name(all->slide), "idle"));
}

static void a_picture_must_be_in_the_cache(void **state)
{
    enum { WIDTH = 600, HEIGHT = 450 };
    struct composing *all = *state;
    const struct slot slot = slot_of(all, "urn:test:picture");
    const struct order order = { .width = 640, .height = 360 };
    assert_int_equal(
        compose_slide(&all->composer, all->generation, &slot, &order, &noon, all->slide),
        COMPOSE_NO_PICTURE);
    assert_null(all->slide->play);
    uint32_t *red = memory_new(WIDTH * HEIGHT, sizeof *red);
    for (size_t i = 0; i < WIDTH * HEIGHT; i++)
        red[i] = 0xFFFF0000u;
    struct item *item = &all->generation->edition.items[slot.item - all->generation->edition.items];
    assert_int_equal(keep_put(all->composer.keep,
                              (struct str){ (char *)red, WIDTH * HEIGHT * sizeof *red },
                              &item->picture.pixels),
                     KEEP_OK);
    free(red);
    assert_int_equal(
        compose_slide(&all->composer, all->generation, &slot, &order, &noon, all->slide),
        COMPOSE_OK);
    size_t reds = 0;
    for (int i = 0; i < 640 * 360; i++)
        reds += all->slide->pixels.at[i] == 0xFFFF0000u;
    assert_true(reds > 640 * 360 / 20);
}

int compose_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_turned_panel_gets_the_same_slide_turned, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_slide_says_what_it_is, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_picture_must_be_in_the_cache, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
