/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked without a window: frames of a change, letters. */
#include "show/change.h"
#include "show/mailbox.h"
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
        cmocka_unit_test(letters_come_whole_and_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
