/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of show/. */
#pragma once

/* What cmocka wants before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

int pure_tests(void);
int poll_plan_tests(void);
int files_tests(void);
int compose_tests(void);
int window_tests(void);
int player_tests(void);
