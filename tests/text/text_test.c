/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs all tests of text/. */
#include "text_tests.h"

#include <stdlib.h>

int give_arena(void **state)
{
    *state = arena_new(TEST_BYTES_MAX);
    return 0;
}

int take_arena(void **state)
{
    arena_free(*state);
    return 0;
}

int give_fonts(void **state)
{
    const char *why = NULL;
    *state = fonts_open(SOURCE_DIR "/fonts/stack", &why);
    if (!*state)
        print_error("fonts/stack: %s (package fonts-noto-core)\n", why);
    return *state ? 0 : -1;
}

int take_fonts(void **state)
{
    fonts_close(*state);
    return 0;
}

int main(void)
{
    int failed = 0;
    failed += wrap_tests();
    failed += runs_tests();
    failed += fonts_tests();
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
