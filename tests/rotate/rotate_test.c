/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the groups of tests of rotate/. */
#include "made.h"

int main(void)
{
    int failed = 0;
    failed += timetable_tests();
    failed += rotation_tests();
    failed += fair_tests();
    failed += special_tests();
    failed += resume_tests();
    return failed != 0;
}
