/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window as boxes: what stands where, what can be read and what can be pressed. */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "made.h"
#include "preview/desk_forms.h"
#include "preview/view.h"
#include "preview_tests.h"
#include "square.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ALL 1000
#define BYTES_MAX (64u << 20)
#define CONTRAST_LEAST 7.0 /* WCAG 2.2, success criterion 1.4.6 */

static const struct {
    int width, height;
} sizes[] = { { 900, 560 },   { 1280, 720 },  { 1366, 768 },  { 1600, 900 },
              { 1920, 1080 }, { 3840, 2160 }, { 1100, 1400 }, { 2560, 1080 } };

struct shown {
    struct arena *arena;
    struct measure measure;
    struct ui ui;
};

static struct shown *show(const struct made *made, int width, int height)
{
    struct arena *arena = arena_new(BYTES_MAX);
    struct shown *shown = ARENA_NEW(arena, struct shown);
    shown->arena = arena;
    shown->measure = square_measure();
    shown->ui = ui_new(arena, &shown->measure, LANGUAGE_FI, width, height);
    view_desk(&shown->ui, made->desk);
    return shown;
}

static void forget(struct shown *shown)
{
    arena_free(shown->arena);
}

/* ---- states -------------------------------------------------------------------------------- */

typedef void reach_fn(struct made *made);

static void reach_slide(struct made *made)
{
    made_work(made, 3, ALL);
}

static void reach_many_findings(struct made *made)
{
    made_work(made, 12, ALL);
    made_do(made, ACT_UNFOLD);
    made_do(made, ACT_DOWN);
}

static void reach_nothing_yet(struct made *made)
{
    (void)made;
}

static void reach_upright(struct made *made)
{
    made_do(made, ACT_DISPLAY);
    made_work(made, 1, ALL);
}

static void reach_pages(struct made *made)
{
    made_work(made, 0, ALL);
    made->desk->rows[0].look->item.pages = 3;
}

static void reach_overview(struct made *made)
{
    made_work(made, 1, ALL);
    made_do(made, ACT_OVERVIEW);
}

static void reach_keys(struct made *made)
{
    made_do(made, ACT_KEYS);
}

static void reach_time(struct made *made)
{
    made_work(made, 0, ALL);
    made_do(made, ACT_TIME);
}

static void reach_approve(struct made *made)
{
    made_work(made, 4, ALL);
    made->desk->port->asks_passphrase = true;
    made_do(made, ACT_APPROVE);
}

static void reach_return(struct made *made)
{
    made_work(made, 12, ALL);
    made_do(made, ACT_RETURN);
}

static void reach_cancel(struct made *made)
{
    made_work(made, 0, ALL);
    made_do(made, ACT_CANCEL_DATE);
}

static void reach_legend(struct made *made)
{
    made_work(made, 0, ALL);
    made_do(made, ACT_LEGEND);
}

static void reach_rotation(struct made *made)
{
    made_work(made, 2, ALL);
    made_do(made, ACT_PAUSE);
}

static void reach_twin(struct made *made)
{
    made->has_twins = true;
    made_work(made, 2, ALL);
}

static void reach_compare(struct made *made)
{
    reach_twin(made);
    made_do(made, ACT_COMPARE);
    made_work(made, 2, ALL);
}

static void reach_compare_upright(struct made *made)
{
    made_do(made, ACT_DISPLAY);
    reach_compare(made);
}

static void reach_replace(struct made *made)
{
    reach_twin(made);
    made_do(made, ACT_REPLACE);
}

static reach_fn *const states[] = {
    reach_slide,           reach_many_findings, reach_nothing_yet, reach_upright, reach_pages,
    reach_overview,        reach_keys,          reach_time,        reach_approve, reach_return,
    reach_cancel,          reach_legend,        reach_rotation,    reach_twin,    reach_compare,
    reach_compare_upright, reach_replace,
};

typedef void look_fn(const struct ui *ui);

/* Looks at every state in every size. */
static void everywhere(look_fn *look)
{
    for (size_t state = 0; state < ARRAY_LEN(states); state++) {
        struct made made = made_start(7, false);
        states[state](&made);
        for (size_t size = 0; size < ARRAY_LEN(sizes); size++) {
            struct shown *shown = show(&made, sizes[size].width, sizes[size].height);
            look(&shown->ui);
            forget(shown);
        }
        made_end(&made);
    }
}

/* ---- what can be read ---------------------------------------------------------------------- */

static double light(uint8_t level)
{
    double value = level / 255.0;
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(struct colour colour)
{
    return 0.2126 * light(colour.red) + 0.7152 * light(colour.green) + 0.0722 * light(colour.blue);
}

static double contrast(struct colour a, struct colour b)
{
    double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
    return one > other ? one / other : other / one;
}

static void check_contrast(const struct ui *ui)
{
    for (size_t i = 0; i < ui->part_count; i++)
        if (ui->parts[i].kind == UI_TEXT)
            assert_true(contrast(ui->parts[i].colour, ui->parts[i].ground) >= CONTRAST_LEAST);
}

static void every_text_stands_out_from_its_ground(void **state)
{
    (void)state;
    everywhere(check_contrast);
}

static void check_letters(const struct ui *ui)
{
    for (size_t i = 0; i < ui->part_count; i++)
        if (ui->parts[i].kind == UI_TEXT)
            assert_true(ui->parts[i].line.size >= 13);
}

static void no_letters_are_too_small(void **state)
{
    (void)state;
    everywhere(check_letters);
}

/* With the measure of the test, to the pixel. */
static void check_room(const struct ui *ui)
{
    for (size_t i = 0; i < ui->part_count; i++) {
        const struct ui_part *part = &ui->parts[i];
        if (part->kind != UI_TEXT)
            continue;
        double width = ui->measure->ops->width(ui->measure, part->line.text, part->line.weight,
                                               part->line.size);
        assert_true(width <= part->box.width + 1);
        assert_true(part->box.x >= 0 && part->box.x + part->box.width <= ui->width);
    }
}

static void no_text_leaves_its_box_or_the_window(void **state)
{
    (void)state;
    everywhere(check_room);
}

static bool says(const struct ui *ui, const char *words)
{
    for (size_t i = 0; i < ui->part_count; i++)
        if (ui->parts[i].kind == UI_TEXT && str_find(ui->parts[i].line.text, str_of(words)) >= 0)
            return true;
    return false;
}

static bool offers(const struct ui *ui, enum act_kind kind)
{
    for (size_t i = 0; i < ui->hit_count; i++)
        if (ui->hits[i].act.kind == kind)
            return true;
    return false;
}

static void the_slide_view_tells_when_how_long_and_how_large(void **state)
{
    static const char *const words[] = {
        "joka tiistai",   "28 s",       "Niemelän Tuki ry",
        "ilmoitus-1.xml", "kellonajat", "9,5", /* 568 s in minutes, as Finns write it */
        "15,6",                                /* mm */
    };
    struct made made = made_start(4, false);
    (void)state;
    reach_slide(&made);
    struct shown *shown = show(&made, 1600, 900);
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        assert_true(says(&shown->ui, words[i]));
    forget(shown);
    made_end(&made);
}

static void another_one_like_it_is_said_first_and_shown_beside(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    reach_twin(&made);
    struct shown *shown = show(&made, 1600, 900);
    assert_true(says(&shown->ui, "Nro 12,"));
    assert_true(says(&shown->ui, "Milloin, Hinta"));
    assert_true(offers(&shown->ui, ACT_COMPARE));
    forget(shown);
    made_do(&made, ACT_COMPARE);
    made_work(&made, 2, ALL);
    shown = show(&made, 1600, 900);
    size_t slides = 0;
    for (size_t i = 0; i < shown->ui.part_count; i++)
        slides += shown->ui.parts[i].kind == UI_PIXELS;
    assert_int_equal(slides, 2);
    assert_true(says(&shown->ui, "ti 24.11. klo 17–18.30"));
    assert_true(says(&shown->ui, "to 26.11. klo 17–18.30"));
    assert_true(says(&shown->ui, "This one: ilmoitus-1.xml"));
    forget(shown);
    made_end(&made);
}

static void words_that_differ_have_a_frame_of_their_own(void **state)
{
    struct made made = made_start(2, false);
    size_t gone = 0, come = 0;
    (void)state;
    reach_compare(&made);
    struct shown *shown = show(&made, 1600, 900);
    for (size_t i = 0; i < shown->ui.part_count; i++) {
        const struct ui_part *part = &shown->ui.parts[i];
        bool is_red =
            memcmp(&part->colour, &ui_colours.severity[SEVERITY_BLOCK], sizeof part->colour) == 0;
        bool is_green = memcmp(&part->colour, &ui_colours.good, sizeof part->colour) == 0;
        gone += part->kind == UI_FRAME && is_red;
        come += part->kind == UI_FRAME && is_green;
    }
    assert_int_equal(gone, 1); /* the day; the price was not there */
    assert_int_equal(come, 2);
    forget(shown);
    made_end(&made);
}

static void trouble_with_the_folder_stays_in_sight(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    reach_slide(&made);
    made.desk->trouble = STR("inbox: ei lueta");
    struct shown *shown = show(&made, 1600, 900);
    assert_true(says(&shown->ui, "inbox: ei lueta"));
    forget(shown);
    made_end(&made);
}

static void three_findings_come_first_and_the_rest_behind_a_button(void **state)
{
    struct made made = made_start(1, false);
    size_t cards = 0;
    (void)state;
    made_work(&made, 9, ALL);
    struct shown *shown = show(&made, 1600, 2000);
    for (size_t i = 0; i < shown->ui.hit_count; i++)
        cards += shown->ui.hits[i].act.kind == ACT_FINDING;
    assert_int_equal(cards, DESK_FINDINGS_FOLDED);
    forget(shown);
    made_do(&made, ACT_UNFOLD);
    cards = 0;
    shown = show(&made, 1600, 2000);
    for (size_t i = 0; i < shown->ui.hit_count; i++)
        cards += shown->ui.hits[i].act.kind == ACT_FINDING;
    assert_int_equal(cards, 9);
    forget(shown);
    made_end(&made);
}

/* ---- what can be pressed ------------------------------------------------------------------- */

static void check_targets(const struct ui *ui)
{
    for (size_t i = 0; i < ui->hit_count; i++) {
        const struct ui_hit *hit = &ui->hits[i];
        bool is_scrolled = hit->act.kind == ACT_FINDING || hit->act.kind == ACT_UNFOLD ||
                           hit->act.kind == ACT_ROW || hit->act.kind == ACT_OPEN;
        assert_true(hit->box.width >= UI_TARGET_MIN);
        assert_true(is_scrolled || hit->box.height >= UI_TARGET_MIN);
        assert_true(hit->name.bytes > 0);
    }
}

static void what_can_be_pressed_is_large_enough_and_has_a_name(void **state)
{
    (void)state;
    everywhere(check_targets);
}

static void the_bar_offers_the_verdicts_that_fit(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    reach_slide(&made);
    made.desk->port->can = DESK_BIT(APPROVE) | DESK_BIT(TAKE_OFF);
    made.desk->rows[0].look->item.fits = DESK_BIT(APPROVE) | DESK_BIT(RETURN);
    struct shown *shown = show(&made, 1920, 1080);
    assert_true(offers(&shown->ui, ACT_APPROVE));
    assert_false(offers(&shown->ui, ACT_RETURN));
    assert_false(offers(&shown->ui, ACT_TAKE_OFF));
    forget(shown);
    made_end(&made);
}

static void a_kiosk_offers_no_verdict_and_no_end(void **state)
{
    struct made made = made_start(2, true);
    (void)state;
    reach_slide(&made);
    struct shown *shown = show(&made, 1920, 1080);
    for (enum act_kind kind = ACT_APPROVE; kind <= ACT_UNDO; kind++)
        assert_false(offers(&shown->ui, kind));
    assert_false(offers(&shown->ui, ACT_QUIT));
    forget(shown);
    made_end(&made);
}

static void behind_a_form_nothing_can_be_pressed(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    reach_approve(&made);
    struct shown *shown = show(&made, 1600, 900);
    for (size_t i = 0; i < shown->ui.hit_count; i++)
        assert_int_equal(shown->ui.hits[i].act.kind, ACT_ROW);
    forget(shown);
    made_end(&made);
}

static void what_has_the_focus_in_a_long_form_is_in_sight(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 30, ALL);
    made_do(&made, ACT_RETURN);
    for (int step = 0; step < 30; step++) {
        struct shown *shown = show(&made, 1280, 720);
        size_t focus = made.desk->form.focus;
        for (size_t i = 0; i < shown->ui.hit_count; i++) {
            const struct ui_hit *hit = &shown->ui.hits[i];
            if ((size_t)hit->act.argument == focus)
                assert_true(hit->box.y >= 0 && hit->box.y + hit->box.height <= 720);
        }
        forget(shown);
        made_do(&made, ACT_TAB);
    }
    made_end(&made);
}

/* ---- where things stand -------------------------------------------------------------------- */

static const struct ui_part *slide_part(const struct ui *ui)
{
    const struct ui_part *largest = NULL;
    for (size_t i = 0; i < ui->part_count; i++) {
        const struct ui_part *part = &ui->parts[i];
        if (part->kind == UI_PIXELS && (!largest || part->box.width > largest->box.width))
            largest = part;
    }
    return largest;
}

static void the_slide_keeps_its_ratio_and_stays_in_the_window(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    reach_slide(&made);
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        struct shown *shown = show(&made, sizes[i].width, sizes[i].height);
        struct box box = slide_part(&shown->ui)->box;
        assert_true(box.y + box.height <= sizes[i].height);
        assert_true(abs(box.width * 9 - box.height * 16) <= 16);
        assert_true(box.width * 3 >= sizes[i].width); /* it has the place of honour */
        forget(shown);
    }
    made_end(&made);
}

static void a_mark_stands_on_the_slide_where_the_finding_is(void **state)
{
    struct made made = made_start(1, false);
    size_t marks = 0;
    (void)state;
    reach_slide(&made);
    struct shown *shown = show(&made, 1600, 900);
    struct box slide = slide_part(&shown->ui)->box;
    double share = slide.width / 192.0;
    for (size_t i = 0; i < shown->ui.part_count; i++) {
        const struct ui_part *part = &shown->ui.parts[i];
        if (part->kind != UI_FRAME || part->colour.red != 0xFF)
            continue;
        marks++;
        assert_true(fabs(part->box.x - slide.x - 20 * share) < 6);
        assert_true(fabs(part->box.width - 100 * share) < 12);
    }
    assert_int_equal(marks, 1);
    forget(shown);
    made_do(&made, ACT_EYES); /* other eyes see no marks */
    made_work(&made, 3, ALL);
    shown = show(&made, 1600, 900);
    for (size_t i = 0; i < shown->ui.part_count; i++)
        assert_true(shown->ui.parts[i].kind != UI_FRAME || shown->ui.parts[i].colour.red != 0xFF);
    forget(shown);
    made_end(&made);
}

static void full_screen_is_one_to_one_where_there_is_room(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    reach_slide(&made);
    made_do(&made, ACT_FULL);
    struct shown *shown = show(&made, 1000, 600);
    const struct ui_part *part = slide_part(&shown->ui);
    assert_int_equal(part->box.width, 192);
    assert_int_equal(part->box.height, 108);
    assert_int_equal(part->box.x, (1000 - 192) / 2);
    forget(shown);
    made_end(&made);
}

static void the_current_announcement_is_in_sight_in_the_overview(void **state)
{
    struct made made = made_start(200, false);
    (void)state;
    made_do(&made, ACT_OVERVIEW);
    for (size_t row = 0; row < 200; row += 9) {
        bool seen = false;
        made.desk->current = row;
        struct shown *shown = show(&made, 1280, 720);
        for (size_t i = 0; i < shown->ui.hit_count; i++) {
            const struct ui_hit *hit = &shown->ui.hits[i];
            if (hit->act.kind == ACT_OPEN && (size_t)hit->act.argument == row)
                seen = hit->box.y >= 0 && hit->box.y + hit->box.height <= 720;
        }
        assert_true(seen);
        forget(shown);
    }
    made_end(&made);
}

static void a_window_too_small_says_so_and_shows_the_slide(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    reach_slide(&made);
    struct shown *shown = show(&made, 480, 320);
    assert_non_null(slide_part(&shown->ui));
    assert_true(says(&shown->ui, "Make the window"));
    forget(shown);
    shown = show(&made, 20, 20);
    forget(shown);
    made_end(&made);
}

static void an_empty_desk_says_so(void **state)
{
    struct made made = made_start(0, false);
    (void)state;
    struct shown *shown = show(&made, 1600, 900);
    assert_true(says(&shown->ui, "There are no announcements here."));
    forget(shown);
    made_do(&made, ACT_OVERVIEW);
    forget(show(&made, 1600, 900));
    made_do(&made, ACT_FULL);
    forget(show(&made, 1600, 900));
    made_end(&made);
}

int view_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_text_stands_out_from_its_ground),
        cmocka_unit_test(no_letters_are_too_small),
        cmocka_unit_test(no_text_leaves_its_box_or_the_window),
        cmocka_unit_test(the_slide_view_tells_when_how_long_and_how_large),
        cmocka_unit_test(another_one_like_it_is_said_first_and_shown_beside),
        cmocka_unit_test(words_that_differ_have_a_frame_of_their_own),
        cmocka_unit_test(trouble_with_the_folder_stays_in_sight),
        cmocka_unit_test(three_findings_come_first_and_the_rest_behind_a_button),
        cmocka_unit_test(what_can_be_pressed_is_large_enough_and_has_a_name),
        cmocka_unit_test(the_bar_offers_the_verdicts_that_fit),
        cmocka_unit_test(a_kiosk_offers_no_verdict_and_no_end),
        cmocka_unit_test(behind_a_form_nothing_can_be_pressed),
        cmocka_unit_test(what_has_the_focus_in_a_long_form_is_in_sight),
        cmocka_unit_test(the_slide_keeps_its_ratio_and_stays_in_the_window),
        cmocka_unit_test(a_mark_stands_on_the_slide_where_the_finding_is),
        cmocka_unit_test(full_screen_is_one_to_one_where_there_is_room),
        cmocka_unit_test(the_current_announcement_is_in_sight_in_the_overview),
        cmocka_unit_test(a_window_too_small_says_so_and_shows_the_slide),
        cmocka_unit_test(an_empty_desk_says_so),
    };
    return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
