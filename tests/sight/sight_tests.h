/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of sight/, one a file. */
#pragma once

/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "base/str.h"

/* Each runs its group and answers how many tests failed. */
int child_tests(void);
int hocr_tests(void);
int codes_tests(void);

/* Setup and teardown for a test that wants an arena: *state is the arena. */
int give_arena(void **state);
int take_arena(void **state);
