/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of text/, one a file, and what several of them need. */
#pragma once

/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "text/fonts.h"

#include <math.h>

/* cmocka compares floats only. */
#define assert_near(a, b) assert_true(fabs((a) - (b)) < 1e-6)

#define TEST_BYTES_MAX (16u << 20)

/* Each runs its group and answers how many tests failed. */
int wrap_tests(void);
int runs_tests(void);
int fonts_tests(void);

/* An arena for each test of a group, in *state. */
int give_arena(void **state);
int take_arena(void **state);

/* The fonts that the program itself uses, in *state. */
int give_fonts(void **state);
int take_fonts(void **state);
