/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of this program, and what they share. */
#pragma once

#include "base/file.h"
#include "base/report.h"
#include "feed/read_entry.h"
#include "feed/read_feed.h"
#include "feed/read_profile.h"
#include "feed/write_site.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

/* A test with a fresh arena as its state. */
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

#define TEST_ARENA_BYTES ((size_t)512 << 20)

int run_cases_tests(void);
int run_entry_tests(void);
int run_feed_read_tests(void);
int run_harden_tests(void);
int run_memory_tests(void);
int run_profile_tests(void);
int run_schema_tests(void);
int run_site_tests(void);
int run_cap_tests(void);

int set_up(void **state);
int tear_down(void **state);

/* The bytes of a file of the repository; the test fails when it cannot be read. */
struct str repository_file(struct arena *arena, const char *path);

/* An entry with the given XML in it and everything that Atom demands. */
struct str entry_with(struct arena *arena, const char *inside);

/* Reads that entry; the test fails when it cannot. */
struct announcement read_entry_with(struct arena *arena, struct report *report, const char *inside);

const char *code_name(enum finding_code code);

/* Fails with the findings' names unless the report has just this one; "": none. */
void assert_findings(const struct report *report, const char *code);

void assert_str(struct str text, const char *expected);
