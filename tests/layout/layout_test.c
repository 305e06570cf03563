/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs all tests of layout/ but those over the samples, which are a program of their own. */
#include "layout_tests.h"

#include <stdlib.h>

int main(void)
{
    int failed = 0;
    failed += phrase_tests();
    failed += facts_tests();
    failed += slides_tests();
    failed += mark_tests();
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
