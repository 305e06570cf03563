/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the groups of tests of preview/. */
#include "preview_tests.h"

int main(void)
{
    int failed = 0;
    failed += desk_tests();
    failed += forms_tests();
    failed += view_tests();
    failed += eyes_tests();
    return failed != 0;
}
