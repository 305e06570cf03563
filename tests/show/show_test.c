/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the groups of tests of show/. */
#include "show_tests.h"

int main(void)
{
    int failed = 0;
    failed += pure_tests();
    failed += poll_plan_tests();
    failed += files_tests();
    failed += compose_tests();
    failed += window_tests();
    failed += player_tests();
    return failed != 0;
}
