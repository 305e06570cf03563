/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups of tests of approve/, one a file, and what several of them need. */
#pragma once

/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "approve/secret_key.h"

/* Each runs its group and answers how many tests failed. */
int minisign_tests(void);
int secret_key_tests(void);
int approval_tests(void);
int chain_tests(void);
int minisign_program_tests(void);

/* Setup and teardown for a test that wants an arena: *state is the arena. */
int give_arena(void **state);
int take_arena(void **state);
#define ARENA_TEST(test) cmocka_unit_test_setup_teardown(test, give_arena, take_arena)

/* Two texts must be the same; says both when they are not. */
#define assert_str(got, want) check_str((got), (want), __FILE__, __LINE__)
void check_str(struct str got, struct str want, const char *file, int line);

/*
 * The file of an unprotected key, always the same for a seed.
 *
 * id  its number; two keys may share one.
 */
struct str key_file_of_seed(struct arena *arena, uint8_t seed, uint64_t id);

/* The key itself, for secret_key_free. */
struct secret_key *key_of_seed(struct arena *arena, uint8_t seed, uint64_t id);

/* A signature file of that key, made and forgotten. */
struct str sign_with_seed(struct arena *arena, uint8_t seed, uint64_t id, struct str bytes,
                          struct str trusted_comment);

struct public_key public_of_seed(struct arena *arena, uint8_t seed, uint64_t id);

/* Does this file verify, with this key, over these bytes? */
bool file_verifies(struct str signature_file, const struct public_key *key, struct str bytes);

/* A copy with one byte changed; and with `count` bytes at `from` replaced. */
struct str with_byte(struct arena *arena, struct str text, size_t place, uint8_t byte);
struct str with_part(struct arena *arena, struct str text, size_t from, size_t count,
                     struct str part);

/* A copy in which each `what` has become `with`. */
struct str with_each(struct arena *arena, struct str text, struct str what, struct str with);

/* Base64 in the arena, and the bytes of some base64. */
struct str base64_of(struct arena *arena, const void *data, size_t bytes);
void base64_read(struct str base64, void *ret_bytes, size_t bytes);

/* A line of a text, counted from 0, without its LF. */
struct str line_of(struct str text, size_t number);
