/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the catalogue asks of our own layout and no sender can break: the templates, over every good
 * sample, on displays lying and upright, near and far. A sample that does not fit on a far display
 * is left out there: its finding is overflow.
 */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "app/submission.h"
#include "base/file.h"
#include "base/utf8.h"
#include "rules/rule_set.h"
#include "rules/size.h"

#include <dirent.h>
#include <math.h>
#include <stdlib.h>

#define NOW "2026-11-11T10:00:00+02:00"
#define ARENA_BYTES_MAX (512u << 20)
#define GOOD_DIR SOURCE_DIR "/samples/submissions/good"
#define SAMPLES_MAX 64
#define HOUR_S 3600
#define LETTER_RATIO 200 /* EN 301 549: the least of every line */
#define LINE_MOST 60     /* easy Finnish; WCAG 2.2, 1.4.8 says 80 */

static const struct {
    double inches, metres;
    int width, height, rotation;
} displays[] = {
    { 43, 3, 1920, 1080, 0 }, { 43, 3, 1920, 1080, 90 }, { 55, 4, 3840, 2160, 0 },
    { 32, 2, 1366, 768, 0 },  { 65, 5, 1920, 1080, 90 },
};

struct shelf {
    struct arena *arena;
    struct profile profile;
    struct judge judge;
    struct submission samples[SAMPLES_MAX];
    size_t count;
};

static void read_samples(struct shelf *shelf)
{
    DIR *folder = opendir(GOOD_DIR);
    assert_non_null(folder);
    for (struct dirent *file = readdir(folder); file; file = readdir(folder)) {
        if (!str_ends(str_of(file->d_name), ".xml"))
            continue;
        struct submission *sample = &shelf->samples[shelf->count++];
        assert_in_range(shelf->count, 1, SAMPLES_MAX);
        char *path = file_join(shelf->arena, GOOD_DIR, file->d_name);
        submission_read(shelf->arena, &shelf->judge, path, sample);
        assert_true(sample->readable);
    }
    closedir(folder);
    assert_true(shelf->count > 20);
}

static int open_shelf(void **state)
{
    struct shelf *shelf = memory_new(1, sizeof *shelf);
    struct stamp now;
    const char *why = NULL;
    shelf->arena = arena_new(ARENA_BYTES_MAX);
    profile_reference(shelf->arena, &shelf->profile);
    assert_true(stamp_parse(STR(NOW), &now));
    shelf->judge = (struct judge){
        .fonts = fonts_open(SOURCE_DIR "/fonts/stack", &why),
        .decoder = decoder_new(DECODER),
        .profile = &shelf->profile,
        .display = &shelf->profile.displays[0],
        .zone = zone_open(shelf->arena, NULL, shelf->profile.zone_name),
    };
    assert_non_null(shelf->judge.fonts);
    assert_non_null(shelf->judge.zone);
    shelf->judge.now = stamp_moment(&now, shelf->judge.zone);
    read_samples(shelf);
    *state = shelf;
    return 0;
}

static int close_shelf(void **state)
{
    struct shelf *shelf = *state;
    for (size_t i = 0; i < shelf->count; i++)
        submission_free(&shelf->samples[i]);
    decoder_free(shelf->judge.decoder);
    fonts_close(shelf->judge.fonts);
    arena_free(shelf->arena);
    free(shelf);
    return 0;
}

/* One slide of one sample on one display at one hour, and what looks at it. */
struct look {
    struct shelf *shelf;
    const struct submission *sample;
    const struct display *display;
    const struct scene *scene;
    struct arena *arena;
};

typedef void look_fn(const struct look *look);

static void look_at_pages(struct look *look, const struct judge *judge, look_fn *see)
{
    struct layout_context context = judge_context(judge, look->display, (struct versions){ 0 });
    const struct item *item = &look->sample->item;
    int pages = layout_pages(look->arena, &context, &item->announcement);
    for (int page = 0; page < pages; page++) {
        look->scene = layout_announcement(look->arena, &context, item, page);
        if (look->scene->characters_over == 0 && look->scene->wide_word.bytes == 0)
            see(look);
    }
}

static void look_at_all(struct shelf *shelf, int64_t later, look_fn *see)
{
    for (size_t i = 0; i < ARRAY_LEN(displays); i++) {
        struct display *display = &shelf->profile.displays[0];
        struct judge judge = shelf->judge;
        judge.now += later;
        display->diagonal_in = displays[i].inches;
        display->distance_m = displays[i].metres;
        display->width = displays[i].width;
        display->height = displays[i].height;
        display->rotation = displays[i].rotation;
        for (size_t j = 0; j < shelf->count; j++) {
            struct look look = { .shelf = shelf,
                                 .sample = &shelf->samples[j],
                                 .display = display,
                                 .arena = arena_new(ARENA_BYTES_MAX) };
            look_at_pages(&look, &judge, see);
            arena_free(look.arena);
        }
    }
}

static void fail_line(const struct look *look, const struct scene_text *text, const char *what)
{
    fail_msg("%.*s, %g inches: %s: %.*s", STR_ARG(look->sample->item.announcement.title),
             look->display->diagonal_in, what, STR_ARG(text->line.text));
}

static void see_text(const struct look *look,
                     void (*see)(const struct look *look, const struct scene_text *text))
{
    for (size_t i = 0; i < look->scene->count; i++)
        if (look->scene->parts[i].kind == SCENE_TEXT)
            see(look, &look->scene->parts[i].text);
}

/* ---- letters ------------------------------------------------------------------------------- */

static void see_height(const struct look *look, const struct scene_text *text)
{
    double least = size_of_ratio(look->display, LETTER_RATIO);
    if (text->line.size * CAP_HEIGHT < least - 0.75) /* sizes are whole pixels */
        fail_line(look, text, "small");
}

static void see_heights(const struct look *look)
{
    see_text(look, see_height);
}

/* Header, footer and address too, which no rule looks at. */
static void every_line_is_high_enough_for_its_display(void **state)
{
    look_at_all(*state, 0, see_heights);
}

/* ---- justified ----------------------------------------------------------------------------- */

static void see_align(const struct look *look, const struct scene_text *text)
{
    bool is_read = text->role == SCENE_TITLE || text->role == SCENE_BODY ||
                   text->role == SCENE_FACT || text->role == SCENE_LABEL;
    if (is_read && text->align != ALIGN_START)
        fail_line(look, text, "not flush at its start");
}

static void see_aligns(const struct look *look)
{
    see_text(look, see_align);
}

static void what_is_read_is_ragged_at_its_end(void **state)
{
    look_at_all(*state, 0, see_aligns);
}

/* ---- line-spacing -------------------------------------------------------------------------- */

/* Baseline to baseline, in em; lines of one paragraph share their box's width and left side. */
static void see_spacing(const struct look *look)
{
    static const double least[SCENE_ROLE_COUNT] = {
        [SCENE_TITLE] = 1.1, [SCENE_BODY] = 1.3, [SCENE_FACT] = 1.3, [SCENE_CARD] = 1.2
    };
    for (size_t i = 0; i + 1 < look->scene->count; i++) {
        const struct scene_part *above = &look->scene->parts[i], *below = above + 1;
        if (above->kind != SCENE_TEXT || below->kind != SCENE_TEXT ||
            above->text.role != below->text.role || above->text.box.x != below->text.box.x)
            continue;
        int apart = below->text.box.y - above->text.box.y;
        if (apart > 0 && apart < least[above->text.role] * above->text.line.size - 1)
            fail_line(look, &below->text, "too close");
    }
}

static void lines_are_far_enough_apart(void **state)
{
    look_at_all(*state, 0, see_spacing);
}

/* ---- line-length --------------------------------------------------------------------------- */

static void see_length(const struct look *look, const struct scene_text *text)
{
    if (utf8_length(text->line.text) > LINE_MOST)
        fail_line(look, text, "long");
}

static void see_lengths(const struct look *look)
{
    see_text(look, see_length);
}

static void no_line_is_longer_than_sixty_characters(void **state)
{
    look_at_all(*state, 0, see_lengths);
}

/* ---- safe-area, auto-hyphen, and the rest on what is drawn --------------------------------- */

static void see_rules(const struct look *look)
{
    static rule_fn *const rules[] = { rule_safe_area,         rule_auto_hyphen,
                                      rule_contrast_text,     rule_contrast_large,
                                      rule_contrast_enhanced, rule_contrast_nontext,
                                      rule_contrast_picture,  rule_colour_alone,
                                      rule_cvd_preview };
    struct report report = report_new(look->arena);
    report.settings = look->shelf->profile.rules;
    struct rule_input input = { .announcement = &look->sample->item.announcement,
                                .profile = &look->shelf->profile,
                                .measure = fonts_measure(look->shelf->judge.fonts),
                                .fonts = look->shelf->judge.fonts,
                                .scenes = &look->scene,
                                .displays = &look->display,
                                .display_count = 1 };
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        rules[i](&input, &report);
    if (report.count > 0)
        fail_msg("%.*s, %g inches: %.*s", STR_ARG(look->sample->item.announcement.title),
                 look->display->diagonal_in,
                 STR_ARG(finding_message(look->arena, &report.findings[0])));
}

/* Everything shifts by the hour. */
static void nothing_leaves_the_margin_at_any_hour(void **state)
{
    for (int hour = 0; hour < 4; hour++)
        look_at_all(*state, hour * HOUR_S, see_rules);
}

/* A frame that hides more or less: the layout keeps the margin that the rule asks for. */
static void the_margin_is_the_centres(void **state)
{
    static const double percents[] = { 2, 3.5, 8, 10 };
    struct shelf *shelf = *state;
    for (size_t i = 0; i < ARRAY_LEN(percents); i++) {
        shelf->profile.rules[RULE_SAFE_AREA] =
            (struct rule_setting){ .has_limit = true, .limit = percents[i] };
        look_at_all(shelf, 3 * HOUR_S, see_rules);
    }
    shelf->profile.rules[RULE_SAFE_AREA] = (struct rule_setting){ 0 };
}

static void the_dark_theme_is_as_good(void **state)
{
    struct shelf *shelf = *state;
    shelf->profile.displays[0].dark = true;
    look_at_all(shelf, 0, see_rules);
    shelf->profile.displays[0].dark = false;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_high_enough_for_its_display),
        cmocka_unit_test(what_is_read_is_ragged_at_its_end),
        cmocka_unit_test(lines_are_far_enough_apart),
        cmocka_unit_test(no_line_is_longer_than_sixty_characters),
        cmocka_unit_test(nothing_leaves_the_margin_at_any_hour),
        cmocka_unit_test(the_margin_is_the_centres),
        cmocka_unit_test(the_dark_theme_is_as_good),
    };
    return cmocka_run_group_tests(tests, open_shelf, close_shelf);
}
