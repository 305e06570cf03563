/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the server is asked again. */
#include "base/attrs.h"
#include "show/poll_plan.h"
#include "show_tests.h"

#define MANY 2000

static void waits_spread_by_a_tenth_round_the_interval(void **state)
{
    struct poll_plan plan = poll_plan_new(300, 1);
    double least = 1e9, most = 0, sum = 0;
    (void)state;
    for (int i = 0; i < MANY; i++) {
        double wait = poll_plan_next(&plan, true);
        least = wait < least ? wait : least;
        most = wait > most ? wait : most;
        sum += wait;
    }
    assert_true(least >= 270 && least < 273);
    assert_true(most <= 330 && most > 327);
    assert_true(sum / MANY > 297 && sum / MANY < 303);
}

static void failures_double_the_wait_up_to_an_hour(void **state)
{
    static const double middles[] = { 600, 1200, 2400, 3600, 3600, 3600 };
    struct poll_plan plan = poll_plan_new(300, 7);
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(middles); i++) {
        double wait = poll_plan_next(&plan, false);
        assert_true(wait >= 0.9 * middles[i] && wait <= 1.1 * middles[i]);
    }
    for (int i = 0; i < MANY; i++)
        assert_true(poll_plan_next(&plan, false) <= 1.1 * POLL_PLAN_WAIT_MAX_S);
    assert_true(poll_plan_next(&plan, true) <= 330);
}

static void interval_of_a_test_is_taken_as_it_is(void **state)
{
    struct poll_plan plan = poll_plan_new(0.2, 7);
    (void)state;
    for (int i = 0; i < MANY; i++) {
        double wait = poll_plan_next(&plan, true);
        assert_true(wait >= 0.18 && wait <= 0.22);
    }
}

static void short_interval_backs_off_to_an_hour_too(void **state)
{
    struct poll_plan plan = poll_plan_new(1, 7);
    double wait = 0;
    (void)state;
    for (int i = 0; i < MANY; i++)
        wait = poll_plan_next(&plan, false);
    assert_true(wait >= 0.9 * POLL_PLAN_WAIT_MAX_S);
}

static void interval_over_an_hour_stays(void **state)
{
    struct poll_plan plan = poll_plan_new(7200, 7);
    (void)state;
    for (int i = 0; i < MANY; i++) {
        double wait = poll_plan_next(&plan, i % 2 == 1);
        assert_true(wait >= 6480 && wait <= 7920);
    }
}

static void neighbouring_screens_do_not_ask_together(void **state)
{
    int tenths[10] = { 0 };
    (void)state;
    for (uint64_t seed = 0; seed < 1000; seed++) {
        struct poll_plan plan = poll_plan_new(300, seed);
        tenths[(int)((poll_plan_next(&plan, true) - 270) / 6)]++;
    }
    for (size_t i = 0; i < ARRAY_LEN(tenths); i++)
        assert_true(tenths[i] > 50 && tenths[i] < 150);
}

static void same_seed_gives_the_same_waits(void **state)
{
    struct poll_plan a = poll_plan_new(300, 42), b = poll_plan_new(300, 42);
    (void)state;
    for (int i = 0; i < MANY; i++)
        assert_true(poll_plan_next(&a, i % 3 != 0) == poll_plan_next(&b, i % 3 != 0));
}

int poll_plan_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(waits_spread_by_a_tenth_round_the_interval),
        cmocka_unit_test(failures_double_the_wait_up_to_an_hour),
        cmocka_unit_test(interval_of_a_test_is_taken_as_it_is),
        cmocka_unit_test(short_interval_backs_off_to_an_hour_too),
        cmocka_unit_test(interval_over_an_hour_stays),
        cmocka_unit_test(neighbouring_screens_do_not_ask_together),
        cmocka_unit_test(same_seed_gives_the_same_waits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
