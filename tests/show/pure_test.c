/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked without a window: frames of a change, times of updates, letters. */
#include "show/change.h"
#include "show/mailbox.h"
#include "show/updates.h"
#include "show_tests.h"

#include <pthread.h>

#define MS INT64_C(1000000)

static void a_fade_has_a_frame_for_each_refresh_and_ends_whole(void **state)
{
    static const struct {
        int rate, frames;
    } cases[] = { { 60, 30 }, { 50, 25 }, { 30, 15 }, { 0, 30 }, { 144, 30 } };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct change change = change_fade(7 * MS, 10000 * MS, cases[i].rate);
        int64_t now = change.start;
        unsigned share = 0;
        int frames = 0;
        while (share < CHANGE_SHARE_FULL) {
            int64_t next = change_next_frame(&change, now);
            assert_true(next > now && next - now <= 42 * MS);
            now = next;
            assert_true(change_share(&change, now) > share);
            share = change_share(&change, now);
            frames++;
        }
        assert_true(now == change.start + CHANGE_NS);
        assert_in_range(frames, cases[i].frames, cases[i].frames + 1);
    }
}

static void frames_that_are_late_are_left_out(void **state)
{
    (void)state;
    struct change change = change_fade(0, 10000 * MS, 60);
    assert_true(change_next_frame(&change, 100 * MS) > 100 * MS);
    assert_true(change_next_frame(&change, 100 * MS) < 117 * MS);
    assert_true(change_next_frame(&change, 499 * MS) == CHANGE_NS);
    assert_int_equal(change_share(&change, 800 * MS), CHANGE_SHARE_FULL);
    assert_int_equal(change_share(&change, -5 * MS), 0);
}

static void a_short_slide_has_a_short_fade_and_a_cut_has_none(void **state)
{
    (void)state;
    struct change change = change_fade(0, 200 * MS, 60);
    assert_true(change.duration == 100 * MS);
    change = change_cut(3);
    assert_int_equal(change_share(&change, 3), CHANGE_SHARE_FULL);
}

static void failures_back_off_to_an_hour_and_success_ends_that(void **state)
{
    static const double least[] = { 600, 1200, 2400, 3600, 3600, 3600 };
    struct update_plan plan = { .interval_s = 300, .random = 4711 };
    (void)state;
    for (int i = 0; i < 100; i++) {
        double wait = update_plan_next(&plan, true);
        assert_true(wait >= 270 && wait <= 330);
    }
    for (size_t i = 0; i < ARRAY_LEN(least); i++) {
        double wait = update_plan_next(&plan, false);
        assert_true(wait >= 0.9 * least[i] && wait <= 1.1 * least[i]);
    }
    for (int i = 0; i < 1000; i++)
        assert_true(update_plan_next(&plan, false) <= 1.1 * 3600);
    assert_true(update_plan_next(&plan, true) <= 330);
}

static void an_interval_over_an_hour_stays(void **state)
{
    struct update_plan plan = { .interval_s = 7200, .random = 1 };
    (void)state;
    for (int i = 0; i < 5; i++) {
        double wait = update_plan_next(&plan, false);
        assert_true(wait >= 0.9 * 7200 && wait <= 1.1 * 7200);
    }
}

static void screens_do_not_ask_together(void **state)
{
    double sum = 0, least = 1000, most = 0;
    (void)state;
    for (uint64_t seed = 1; seed <= 1000; seed++) {
        struct update_plan plan = { .interval_s = 300, .random = seed << 40 | seed };
        double wait = 0;
        for (int i = 0; i < 3; i++)
            wait = update_plan_next(&plan, true);
        sum += wait;
        least = wait < least ? wait : least;
        most = wait > most ? wait : most;
    }
    assert_true(sum / 1000 > 295 && sum / 1000 < 305);
    assert_true(least < 273 && most > 327);
}

#define LETTERS 20000

static void *send_letters(void *context)
{
    for (int64_t i = 1; i <= LETTERS; i++) {
        const struct mail mail = { .kind = MAIL_LOOK, .order = { .moment = i } };
        mailbox_send(context, &mail);
    }
    return NULL;
}

static void letters_come_whole_and_in_order(void **state)
{
    struct mailbox *mailbox = mailbox_new(NULL, NULL);
    pthread_t thread;
    (void)state;
    assert_int_equal(pthread_create(&thread, NULL, send_letters, mailbox), 0);
    for (int64_t i = 1; i <= LETTERS; i++) {
        struct mail mail;
        mailbox_wait(mailbox, &mail);
        assert_true(mail.order.moment == i);
    }
    pthread_join(thread, NULL);
    struct mail none;
    assert_false(mailbox_take(mailbox, &none));
    (void)send_letters(mailbox); /* what nobody takes goes with the box */
    mailbox_free(mailbox);
}

int pure_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_fade_has_a_frame_for_each_refresh_and_ends_whole),
        cmocka_unit_test(frames_that_are_late_are_left_out),
        cmocka_unit_test(a_short_slide_has_a_short_fade_and_a_cut_has_none),
        cmocka_unit_test(failures_back_off_to_an_hour_and_success_ends_that),
        cmocka_unit_test(an_interval_over_an_hour_stays),
        cmocka_unit_test(screens_do_not_ask_together),
        cmocka_unit_test(letters_come_whole_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
