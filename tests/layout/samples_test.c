/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every good sample on every display: nothing beyond the margin, nothing over a text, no letter
 * too small; on the sample centre's own displays everything fits.
 */
#include "base/file.h"
#include "feed/read_entry.h"
#include "media/probe.h"
#include "scene_check.h"

#include <stdio.h>

#define SAMPLES SOURCE_DIR "/samples/submissions/good"
#define OWN_DISPLAYS 2 /* made_displays that the sample centre has too */

struct samples {
    struct item *items;
    struct str *names;
    size_t count;
};

static void find_picture(struct arena *arena, struct item *item)
{
    const struct picture *picture = &item->announcement.picture;
    struct str bytes;
    struct probe probe;
    struct report report = report_new(arena);
    if (!item->announcement.has_picture)
        return;
    char *path = file_join(arena, SAMPLES, str_c(arena, picture->href));
    assert_int_equal(file_read(arena, path, PICTURE_FILE_BYTES_MAX, &bytes), FILE_OK);
    assert_true(probe_picture(bytes, picture->href, PICTURE_FILE_BYTES_MAX, &report, &probe));
    item->picture.width = probe.width;
    item->picture.height = probe.height;
}

static struct samples read_samples(struct arena *arena)
{
    struct samples samples = { 0 };
    struct str *names, bytes;
    size_t count, room = 0;
    assert_int_equal(file_list(arena, SAMPLES, &names, &count), FILE_OK);
    for (size_t i = 0; i < count; i++) {
        struct item item = { 0 };
        struct report report = report_new(arena);
        if (!str_ends(names[i], ".xml"))
            continue;
        char *path = file_join(arena, SAMPLES, str_c(arena, names[i]));
        assert_int_equal(file_read(arena, path, ENTRY_BYTES_MAX, &bytes), FILE_OK);
        assert_true(entry_read(arena, bytes, names[i], &report, &item.announcement));
        find_picture(arena, &item);
        *ARENA_PUSH(arena, samples.items, samples.count) = item;
        *ARENA_PUSH(arena, samples.names, room) = names[i];
    }
    assert_true(samples.count > 20);
    return samples;
}

static void check_sample(const struct layout_context *context, const struct item *item,
                         struct str file, bool must_fit)
{
    struct arena *arena = arena_new(TEST_BYTES_MAX);
    char name[256];
    int pages = layout_pages(arena, context, &item->announcement);
    (void)snprintf(name, sizeof name, "%.*s on %.*s", STR_ARG(file),
                   STR_ARG(context->display->name));
    for (int page = 0; page < pages; page++) {
        struct scene *scene = layout_announcement(arena, context, item, page);
        scene_check(context, scene, name);
        if (must_fit && !scene_fits(scene))
            fail_msg("%s does not fit: %d characters, \"%.*s\"", name, scene->characters_over,
                     STR_ARG(scene->wide_word));
        int seconds = layout_seconds(context, &item->announcement, scene);
        assert_in_range(seconds, 10, 60);
    }
    arena_free(arena);
}

static void every_sample_is_right_on_every_display(void **state)
{
    struct made *made = *state;
    struct samples samples = read_samples(made->arena);
    for (size_t i = 0; i < samples.count; i++) {
        for (size_t k = 0; k < MADE_DISPLAYS; k++) {
            struct layout_context context = made_context(made, MADE_FONTS);
            context.display = &made_displays[k];
            check_sample(&context, &samples.items[i], samples.names[i], k < OWN_DISPLAYS);
        }
    }
}

/* With letters of other widths, so that nothing hangs on one font. */
static void every_sample_is_right_with_square_letters(void **state)
{
    struct made *made = *state;
    struct samples samples = read_samples(made->arena);
    for (size_t i = 0; i < samples.count; i++) {
        for (size_t k = 0; k < MADE_DISPLAYS; k++) {
            struct layout_context context = made_context(made, MADE_SQUARE);
            context.display = &made_displays[k];
            check_sample(&context, &samples.items[i], samples.names[i], false);
        }
    }
}

/* With a number and a strip of all languages. */
static void every_sample_has_room_for_its_number_and_its_languages(void **state)
{
    static const enum language languages[] = { LANGUAGE_FI, LANGUAGE_SV, LANGUAGE_EN, LANGUAGE_RU,
                                               LANGUAGE_AR };
    struct made *made = *state;
    struct samples samples = read_samples(made->arena);
    for (size_t i = 0; i < samples.count; i++) {
        for (size_t k = 0; k < MADE_DISPLAYS; k++) {
            struct layout_context context = made_context(made, MADE_FONTS);
            context.display = &made_displays[k];
            context.versions = (struct versions){ languages, ARRAY_LEN(languages) };
            samples.items[i].announcement.number = 128;
            check_sample(&context, &samples.items[i], samples.names[i], k < OWN_DISPLAYS);
        }
    }
}

/* A month, day by day: dates come near, pass and are cancelled. */
static void every_sample_is_right_on_every_day(void **state)
{
    struct made *made = *state;
    struct samples samples = read_samples(made->arena);
    for (size_t i = 0; i < samples.count; i++) {
        for (int day = 0; day < 35; day++) {
            struct layout_context context = made_context(made, MADE_FONTS);
            context.display = &made_displays[day % OWN_DISPLAYS];
            context.now += day * DAY_SECONDS + (day % 12) * 3600;
            check_sample(&context, &samples.items[i], samples.names[i], true);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sample_is_right_on_every_display),
        cmocka_unit_test(every_sample_is_right_with_square_letters),
        cmocka_unit_test(every_sample_has_room_for_its_number_and_its_languages),
        cmocka_unit_test(every_sample_is_right_on_every_day),
    };
    return cmocka_run_group_tests_name("samples", tests, made_open, made_close);
}
