/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of base/, one a file, and what several of them need. */
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
int memory_tests(void);
int text_tests(void);
int utf8_tests(void);
int file_tests(void);
int words_tests(void);
int report_tests(void);
int log_clock_tests(void);
int identity_code_tests(void);

/* Setup and teardown for a test that wants an arena: *state is the arena. */
int give_arena(void **state);
int take_arena(void **state);

/* Two texts must be the same; says both when they are not. */
#define assert_str(got, want) check_str((got), str_of(want), __FILE__, __LINE__)
void check_str(struct str got, struct str want, const char *file, int line);

/* What a child process did: its exit code, and what it wrote to standard error. */
struct outcome_of_child {
    int exit_code; /* -1 when a signal ended it */
    char said[8192];
};

/* Runs a function in a child process of its own. */
struct outcome_of_child run_in_child(void (*run)(void *), void *data);
