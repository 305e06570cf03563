/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk without a window: acts go in, state and jobs come out. */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "made.h"
#include "preview/keys.h"
#include "preview_tests.h"

#define ALL 1000
#define SECOND_NS INT64_C(1000000000)

static void the_slide_that_is_looked_at_is_made_first_then_its_neighbours(void **state)
{
    static const size_t wanted[] = { 3, 4, 2, 5, 1, 0 };
    struct made made = made_start(6, false);
    (void)state;
    made_do_with(&made, ACT_OPEN, 3);
    for (size_t i = 0; i < ARRAY_LEN(wanted); i++) {
        struct desk_job job = desk_next_job(made.desk);
        assert_int_equal(job.work, WORK_LOOK);
        assert_int_equal(job.item, wanted[i]);
        desk_take_look(made.desk, &job, made_look(&made, job.item, 1));
    }
    assert_int_equal(desk_next_job(made.desk).work, WORK_ROUND);
    made_end(&made);
}

static void one_job_is_at_work_at_a_time(void **state)
{
    struct made made = made_start(3, false);
    (void)state;
    struct desk_job job = desk_next_job(made.desk);
    assert_int_equal(job.work, WORK_LOOK);
    assert_int_equal(desk_next_job(made.desk).work, WORK_NONE);
    desk_take_look(made.desk, &job, NULL);
    assert_int_not_equal(desk_next_job(made.desk).work, WORK_NONE);
    made_end(&made);
}

static void a_look_that_fails_is_not_asked_for_again_and_again(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    struct desk_job job = desk_next_job(made.desk);
    desk_take_look(made.desk, &job, NULL);
    assert_int_equal(desk_next_job(made.desk).work, WORK_ROUND);
    made_end(&made);
}

static void only_the_slides_near_by_are_kept(void **state)
{
    struct made made = made_start(20, false);
    size_t kept = 0;
    (void)state;
    made_do_with(&made, ACT_OPEN, 10);
    assert_true(made_work(&made, 0, ALL) < ALL);
    for (size_t i = 0; i < made.desk->count; i++)
        kept += made.desk->rows[i].look->slide.at != NULL;
    assert_int_equal(kept, 3);
    assert_non_null(made.desk->rows[0].look->thumb.at);
    made_end(&made);
}

static void two_hundred_announcements_are_looked_at_once_each(void **state)
{
    struct made made = made_start(200, false);
    (void)state;
    assert_int_equal(made_work(&made, 2, ALL), 200 + 1);
    assert_int_equal(desk_count(made.desk, SEVERITY_BLOCK), 200);
    made_end(&made);
}

static void browsing_stops_at_both_ends(void **state)
{
    struct made made = made_start(3, false);
    (void)state;
    made_do(&made, ACT_PREVIOUS);
    assert_int_equal(made.desk->current, 0);
    made_do(&made, ACT_LAST);
    made_do(&made, ACT_NEXT);
    assert_int_equal(made.desk->current, 2);
    made_do(&made, ACT_FIRST);
    assert_int_equal(made.desk->current, 0);
    made_end(&made);
}

static void an_empty_desk_takes_every_act(void **state)
{
    struct made made = made_start(0, false);
    (void)state;
    assert_int_equal(desk_next_job(made.desk).work, WORK_NONE);
    for (int kind = ACT_NONE; kind < ACT_QUIT; kind++) {
        made_do(&made, (enum act_kind)kind);
        made_do(&made, ACT_ESCAPE);
        made_do(&made, ACT_ESCAPE);
    }
    made_end(&made);
}

static void the_arrows_walk_the_overview_by_rows_and_columns(void **state)
{
    struct made made = made_start(10, false);
    (void)state;
    made_do(&made, ACT_TAB);
    assert_int_equal(made.desk->view, VIEW_OVERVIEW);
    made_do(&made, ACT_DOWN);
    made_do(&made, ACT_NEXT);
    assert_int_equal(made.desk->current, DESK_COLUMNS + 1);
    made_do(&made, ACT_ENTER);
    assert_int_equal(made.desk->view, VIEW_SLIDE);
    made_end(&made);
}

static void findings_behind_the_third_are_unfolded_when_walked_to(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 8, ALL);
    assert_false(made.desk->unfolded);
    for (int i = 0; i < 3; i++)
        made_do(&made, ACT_DOWN);
    assert_int_equal(made.desk->finding, 3);
    assert_true(made.desk->unfolded);
    made_do(&made, ACT_UNFOLD);
    assert_int_equal(made.desk->finding, 0);
    made_end(&made);
}

static void another_display_asks_for_the_slide_and_the_round_anew(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made_work(&made, 0, ALL);
    assert_non_null(desk_slide(made.desk));
    made_do(&made, ACT_DISPLAY);
    assert_null(desk_slide(made.desk));
    struct desk_job job = desk_next_job(made.desk);
    assert_int_equal(job.display, 1);
    desk_take_look(made.desk, &job, made_look(&made, 0, 0));
    assert_non_null(desk_slide(made.desk));
    made_do(&made, ACT_DISPLAY);
    assert_int_equal(made.desk->display, 0);
    made_end(&made);
}

static void a_late_answer_for_what_was_wanted_before_does_not_count(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    struct desk_job job = desk_next_job(made.desk);
    made_do(&made, ACT_EYES);
    desk_take_look(made.desk, &job, made_look(&made, 0, 0));
    assert_null(desk_slide(made.desk));
    assert_int_equal(desk_next_job(made.desk).eyes, EYES_POOR);
    made_end(&made);
}

static void eyes_go_round_and_escape_makes_them_sound(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    for (int i = 0; i < EYES_COUNT; i++)
        made_do(&made, ACT_EYES);
    assert_int_equal(made.desk->eyes, EYES_PLAIN);
    made_do(&made, ACT_EYES);
    made_do(&made, ACT_ESCAPE);
    assert_int_equal(made.desk->eyes, EYES_PLAIN);
    made_end(&made);
}

static void the_clock_is_turned_by_days_and_hours_and_back_to_now(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    int64_t now = made.desk->now;
    made_do(&made, ACT_TIME);
    desk_do(made.desk, keys_act(made.desk, KEY_RIGHT, KEY_PLAIN));
    desk_do(made.desk, keys_act(made.desk, KEY_DOWN, KEY_PLAIN));
    assert_int_equal(made.desk->now, now + 23 * 3600);
    assert_true(made.desk->now_is_moved);
    desk_do(made.desk, keys_act(made.desk, KEY_HOME, KEY_PLAIN));
    assert_int_equal(made.desk->now, now);
    made_end(&made);
}

static void a_new_minute_draws_the_slide_anew_unless_the_time_was_chosen(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    desk_tick(made.desk, MADE_NOW + 60, 60 * SECOND_NS);
    assert_null(desk_slide(made.desk));
    made_work(&made, 0, ALL);
    made_do_with(&made, ACT_TIME_STEP, 3600);
    made_work(&made, 0, ALL);
    desk_tick(made.desk, MADE_NOW + 120, 120 * SECOND_NS);
    assert_non_null(desk_slide(made.desk));
    made_end(&made);
}

static void an_idle_desk_sleeps_until_the_next_minute(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    desk_tick(made.desk, MADE_NOW + 10, 10 * SECOND_NS);
    assert_int_equal(desk_next_tick(made.desk), 60 * SECOND_NS);
    made_do_with(&made, ACT_TIME_STEP, 3600);
    assert_true(desk_next_tick(made.desk) == INT64_MAX);
    made_end(&made);
}

static void the_rotation_goes_through_its_slides_and_pauses(void **state)
{
    struct made made = made_start(3, false);
    (void)state;
    made_work(&made, 0, ALL);
    desk_tick(made.desk, MADE_NOW, SECOND_NS);
    made_do(&made, ACT_PAUSE); /* the made round runs from the last to the first */
    assert_int_equal(made.desk->current, 0);
    desk_tick(made.desk, MADE_NOW, 29 * SECOND_NS);
    assert_int_equal(made.desk->current, 2);
    made_do(&made, ACT_PAUSE);
    desk_tick(made.desk, MADE_NOW, 200 * SECOND_NS);
    assert_int_equal(made.desk->current, 2);
    made_do(&made, ACT_PAUSE);
    desk_tick(made.desk, MADE_NOW, 228 * SECOND_NS);
    assert_int_equal(made.desk->current, 1);
    made_do(&made, ACT_NEXT);
    assert_false(made.desk->is_rotating);
    made_end(&made);
}

static void the_language_goes_to_the_same_notice_in_another_one(void **state)
{
    struct made made = made_start(5, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do_with(&made, ACT_OPEN, 2);
    made_do(&made, ACT_LANGUAGE);
    assert_int_equal(made.desk->current, 3);
    made_do(&made, ACT_LANGUAGE);
    assert_int_equal(made.desk->current, 2);
    made_do_with(&made, ACT_OPEN, 4);
    made_do(&made, ACT_LANGUAGE); /* alone in its group */
    assert_int_equal(made.desk->current, 4);
    assert_true(made.desk->toast_ends_ns > 0);
    made_end(&made);
}

static void no_letter_acts_and_every_other_key_shows_the_legend(void **state)
{
    static const enum key letters[] = {
        KEY_OTHER, KEY_E, KEY_K, KEY_P, KEY_Q, KEY_R, KEY_X, KEY_Z
    };
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    for (size_t i = 0; i < ARRAY_LEN(letters); i++)
        assert_int_equal(keys_act(made.desk, letters[i], KEY_PLAIN).kind, ACT_LEGEND);
    desk_tick(made.desk, MADE_NOW, SECOND_NS);
    made_do(&made, ACT_LEGEND);
    assert_true(made.desk->toast_is_legend);
    desk_tick(made.desk, MADE_NOW, 3 * SECOND_NS);
    assert_true(made.desk->toast_ends_ns > 0);
    desk_tick(made.desk, MADE_NOW, 4 * SECOND_NS);
    assert_int_equal(made.desk->toast_ends_ns, 0);
    made_end(&made);
}

static void a_kiosk_has_no_verdicts_and_no_key_that_ends_it(void **state)
{
    struct made made = made_start(1, true);
    (void)state;
    made_work(&made, 1, ALL);
    for (int verdict = 0; verdict < DESK_COUNT; verdict++)
        assert_false(desk_can(made.desk, (enum desk_verdict)verdict));
    made_do(&made, ACT_APPROVE);
    assert_int_equal(made.desk->form.kind, FORM_NONE);
    desk_do(made.desk, keys_act(made.desk, KEY_Q, KEY_CTRL));
    assert_false(made.desk->quits);
    made_end(&made);
}

/* ---- a folder that lives ------------------------------------------------------------------- */

static void pass_seconds(struct made *made, int seconds)
{
    desk_tick(made->desk, made->desk->clock + seconds, made->desk->mono_ns + seconds * SECOND_NS);
}

/* Five seconds later the folder is looked at again, and answers so. */
static void scan(struct made *made, const struct desk_scan *answer)
{
    made->scan = *answer;
    pass_seconds(made, 6);
    made_work(made, 0, ALL);
}

static struct made start_live(size_t count)
{
    struct made made = made_start(count, false);
    made.centre->is_live = true;
    pass_seconds(&made, 1);
    made_work(&made, 0, ALL);
    return made;
}

static void a_folder_is_looked_at_again_after_five_seconds(void **state)
{
    struct made made = start_live(2);
    (void)state;
    assert_int_equal(desk_next_job(made.desk).work, WORK_NONE);
    assert_int_equal(desk_next_tick(made.desk), made.desk->mono_ns + DESK_SCAN_NS);
    pass_seconds(&made, 5);
    assert_int_equal(desk_next_job(made.desk).work, WORK_SCAN);
    made_end(&made);
}

static void a_lone_file_is_not(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made_work(&made, 0, ALL);
    pass_seconds(&made, 59);
    made_work(&made, 0, ALL);
    assert_int_equal(made.desk->scan_at_ns, 0);
    made_end(&made);
}

static void what_comes_is_added_behind_and_said(void **state)
{
    struct made made = start_live(2);
    struct desk_known come[] = { { .name = STR("uusi.xml"), .title = STR("Uusi") } };
    const struct desk_scan answer = { .come = come, .come_count = 1 };
    (void)state;
    scan(&made, &answer);
    assert_int_equal(made.desk->count, 3);
    assert_int_equal(made.desk->current, 0);
    assert_true(str_is(made.desk->rows[2].known.title, "Uusi"));
    assert_non_null(made.desk->rows[2].look);
    assert_true(made.desk->toast.bytes > 0);
    made_end(&made);
}

static void the_first_one_of_an_empty_folder_is_shown(void **state)
{
    struct made made = start_live(0);
    struct desk_known come[] = { { .name = STR("uusi.xml") } };
    const struct desk_scan answer = { .come = come, .come_count = 1 };
    (void)state;
    scan(&made, &answer);
    assert_non_null(desk_slide(made.desk));
    made_end(&made);
}

static void what_somebody_else_decided_cannot_be_decided_here(void **state)
{
    struct made made = start_live(2);
    struct desk_news gone[] = { { 0, CHANGE_GONE, { .name = STR("") } } };
    struct desk_news back[] = { { 0, CHANGE_BACK, { .name = STR("a.xml") } } };
    const struct desk_scan away = { .news = gone, .news_count = 1 };
    const struct desk_scan again = { .news = back, .news_count = 1 };
    (void)state;
    scan(&made, &away);
    assert_false(desk_can(made.desk, DESK_APPROVE));
    assert_false(desk_can(made.desk, DESK_UNDO));
    scan(&made, &again);
    assert_true(desk_can(made.desk, DESK_APPROVE));
    made_end(&made);
}

static void what_was_decided_here_keeps_its_state(void **state)
{
    struct made made = start_live(2);
    struct desk_news gone[] = { { 0, CHANGE_GONE, { .name = STR("") } } };
    const struct desk_scan away = { .news = gone, .news_count = 1 };
    (void)state;
    made.desk->rows[0].state = STR("hyväksytty");
    scan(&made, &away);
    assert_true(str_is(made.desk->rows[0].state, "hyväksytty"));
    assert_true(desk_can(made.desk, DESK_UNDO));
    made_end(&made);
}

static void what_was_taken_back_here_closes_no_form(void **state)
{
    struct made made = start_live(1);
    struct desk_news back[] = { { 0, CHANGE_BACK, { .name = STR("a.xml") } } };
    const struct desk_scan answer = { .news = back, .news_count = 1 };
    (void)state;
    made_do(&made, ACT_APPROVE);
    scan(&made, &answer);
    assert_int_equal(made.desk->form.kind, FORM_APPROVE);
    made_end(&made);
}

static void what_was_written_anew_is_looked_at_anew(void **state)
{
    struct made made = start_live(1);
    unsigned before = made.desk->rows[0].look->serial;
    struct desk_news written[] = { { 0, CHANGE_WRITTEN, { .name = STR("a.xml") } } };
    const struct desk_scan answer = { .news = written, .news_count = 1 };
    (void)state;
    scan(&made, &answer);
    assert_true(made.desk->rows[0].look->serial > before);
    made_end(&made);
}

static void trouble_is_said_until_it_is_over_and_loses_nothing(void **state)
{
    struct made made = start_live(2);
    const struct desk_scan broken = { .trouble = STR("inbox: ei lueta") };
    const struct desk_scan fine = { .trouble = STR("") };
    (void)state;
    scan(&made, &broken);
    assert_true(str_is(made.desk->trouble, "inbox: ei lueta"));
    assert_int_equal(made.desk->count, 2);
    assert_true(desk_can(made.desk, DESK_APPROVE));
    scan(&made, &fine);
    assert_int_equal(made.desk->trouble.bytes, 0);
    made_end(&made);
}

static void a_look_that_finds_nothing_draws_nothing(void **state)
{
    struct made made = start_live(2);
    const struct desk_scan nothing = { .news_count = 0 };
    (void)state;
    made.desk->is_changed = false;
    scan(&made, &nothing);
    assert_false(made.desk->is_changed);
    made_end(&made);
}

static void work_that_takes_long_is_said(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    pass_seconds(&made, 1);
    struct desk_job job = desk_next_job(made.desk);
    pass_seconds(&made, 9);
    assert_false(desk_is_slow(made.desk));
    made.desk->is_changed = false;
    assert_true(desk_next_tick(made.desk) <= made.desk->mono_ns + SECOND_NS);
    pass_seconds(&made, 1);
    assert_true(desk_is_slow(made.desk));
    assert_true(made.desk->is_changed);
    desk_take_look(made.desk, &job, made_look(&made, 0, 0));
    assert_false(desk_is_slow(made.desk));
    made_end(&made);
}

static void a_slow_share_is_asked_less_often(void **state)
{
    struct made made = start_live(1);
    struct desk_scan answer = { .arena = arena_new(1 << 20) };
    (void)state;
    pass_seconds(&made, 6);
    assert_int_equal(desk_next_job(made.desk).work, WORK_SCAN);
    pass_seconds(&made, 4);
    desk_take_scan(made.desk, &answer);
    assert_int_equal(made.desk->scan_at_ns, made.desk->mono_ns + 40 * SECOND_NS);
    made_end(&made);
}

static void the_public_hears_nothing_of_the_folder(void **state)
{
    struct made made = made_start(1, true);
    struct desk_known come[] = { { .name = STR("uusi.xml") } };
    struct desk_scan news = { .arena = arena_new(1 << 20), .come = come, .come_count = 1 };
    struct desk_scan broken = { .arena = arena_new(1 << 20), .trouble = STR("inbox: ei lueta") };
    (void)state;
    made_work(&made, 0, ALL);
    desk_take_scan(made.desk, &news);
    desk_take_scan(made.desk, &broken);
    assert_int_equal(made.desk->count, 2);
    assert_int_equal(made.desk->toast_ends_ns, 0);
    assert_int_equal(made.desk->trouble.bytes, 0);
    made_end(&made);
}

static void a_new_round_goes_on_from_the_slide_that_is_seen(void **state)
{
    struct made made = made_start(4, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_PAUSE);
    pass_seconds(&made, 30);
    pass_seconds(&made, 30); /* the first of them begins the round anew */
    size_t before = made.desk->slot, row = made.desk->current;
    assert_int_not_equal(before, 0);
    made.desk->turns_wanted = true;
    made_work(&made, 0, ALL);
    assert_int_equal(made.desk->slot, before);
    assert_int_equal(made.desk->current, row);
    made_end(&made);
}

/* ---- twins --------------------------------------------------------------------------------- */

static void a_twin_is_painted_when_it_is_looked_at(void **state)
{
    struct made made = made_start(2, false);
    (void)state;
    made.has_twins = true;
    made_work(&made, 0, ALL);
    assert_null(made.desk->rows[0].look->twin.at);
    desk_do(made.desk, keys_act(made.desk, KEY_F7, KEY_PLAIN));
    assert_int_equal(made.desk->view, VIEW_COMPARE);
    assert_true(made_work(&made, 0, ALL) < ALL);
    assert_non_null(made.desk->rows[0].look->twin.at);
    made_do(&made, ACT_ESCAPE);
    assert_int_equal(made.desk->view, VIEW_SLIDE);
    made_do(&made, ACT_COMPARE);
    made_do(&made, ACT_NEXT);
    assert_int_equal(made.desk->view, VIEW_SLIDE);
    made_end(&made);
}

static void without_a_twin_there_is_nothing_to_compare(void **state)
{
    struct made made = made_start(1, false);
    (void)state;
    made_work(&made, 0, ALL);
    made_do(&made, ACT_COMPARE);
    assert_int_equal(made.desk->view, VIEW_SLIDE);
    assert_true(made.desk->toast.bytes > 0);
    made_end(&made);
}

int desk_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_slide_that_is_looked_at_is_made_first_then_its_neighbours),
        cmocka_unit_test(one_job_is_at_work_at_a_time),
        cmocka_unit_test(a_look_that_fails_is_not_asked_for_again_and_again),
        cmocka_unit_test(only_the_slides_near_by_are_kept),
        cmocka_unit_test(two_hundred_announcements_are_looked_at_once_each),
        cmocka_unit_test(browsing_stops_at_both_ends),
        cmocka_unit_test(an_empty_desk_takes_every_act),
        cmocka_unit_test(the_arrows_walk_the_overview_by_rows_and_columns),
        cmocka_unit_test(findings_behind_the_third_are_unfolded_when_walked_to),
        cmocka_unit_test(another_display_asks_for_the_slide_and_the_round_anew),
        cmocka_unit_test(a_late_answer_for_what_was_wanted_before_does_not_count),
        cmocka_unit_test(eyes_go_round_and_escape_makes_them_sound),
        cmocka_unit_test(the_clock_is_turned_by_days_and_hours_and_back_to_now),
        cmocka_unit_test(a_new_minute_draws_the_slide_anew_unless_the_time_was_chosen),
        cmocka_unit_test(an_idle_desk_sleeps_until_the_next_minute),
        cmocka_unit_test(the_rotation_goes_through_its_slides_and_pauses),
        cmocka_unit_test(the_language_goes_to_the_same_notice_in_another_one),
        cmocka_unit_test(no_letter_acts_and_every_other_key_shows_the_legend),
        cmocka_unit_test(a_kiosk_has_no_verdicts_and_no_key_that_ends_it),
        cmocka_unit_test(a_folder_is_looked_at_again_after_five_seconds),
        cmocka_unit_test(a_lone_file_is_not),
        cmocka_unit_test(what_comes_is_added_behind_and_said),
        cmocka_unit_test(the_first_one_of_an_empty_folder_is_shown),
        cmocka_unit_test(what_somebody_else_decided_cannot_be_decided_here),
        cmocka_unit_test(what_was_decided_here_keeps_its_state),
        cmocka_unit_test(what_was_taken_back_here_closes_no_form),
        cmocka_unit_test(what_was_written_anew_is_looked_at_anew),
        cmocka_unit_test(trouble_is_said_until_it_is_over_and_loses_nothing),
        cmocka_unit_test(a_look_that_finds_nothing_draws_nothing),
        cmocka_unit_test(work_that_takes_long_is_said),
        cmocka_unit_test(a_slow_share_is_asked_less_often),
        cmocka_unit_test(the_public_hears_nothing_of_the_folder),
        cmocka_unit_test(a_new_round_goes_on_from_the_slide_that_is_seen),
        cmocka_unit_test(a_twin_is_painted_when_it_is_looked_at),
        cmocka_unit_test(without_a_twin_there_is_nothing_to_compare),
    };
    return cmocka_run_group_tests_name("desk", tests, NULL, NULL);
}
