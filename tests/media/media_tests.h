/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of media/, one a file, and what several of them need. */
#pragma once

/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "media/probe.h"

/* Each runs its group and answers how many tests failed. */
int probe_tests(void);
int probe_png_tests(void);
int probe_jpeg_tests(void);
int probe_webp_tests(void);
int decode_tests(void);
int lockdown_tests(void);
int scale_tests(void);
int strip_tests(void);
int turn_tests(void);

/* Setup and teardown for a test that wants an arena: *state is the arena. */
int give_arena(void **state);
int take_arena(void **state);

/*
 * The picture must be let through, with just the findings of what was read: foreign colours, a turn
 * that nobody knows, private facts.
 */
#define assert_passes(arena, bytes) check_passes((arena), (bytes), __FILE__, __LINE__)
struct probe check_passes(struct arena *arena, struct str bytes, const char *file, int line);

/* The picture must be refused, with this finding. */
#define assert_refused(arena, bytes, code)                                                         \
    check_refused((arena), (bytes), (code), __FILE__, __LINE__)
void check_refused(struct arena *arena, struct str bytes, enum finding_code code, const char *file,
                   int line);

/* False on a kernel that cannot kill a process for a system call: then nothing can be tested. */
bool kernel_filters_calls(void);

/* Room for all that a test makes. */
#define TEST_BYTES_MAX ((size_t)128 << 20)
