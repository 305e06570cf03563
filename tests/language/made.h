/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An analysis for a test: its arena, its kit, and short ways to look at it. */
#pragma once

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "language/score.h"

struct made {
    struct arena *arena;
    struct language_kit *kit;  /* the repository's lists, and the package's dictionary */
    struct language_kit *bare; /* the same lists without morphology */
};

/* As setup and teardown of a group: *state is a struct made. */
int made_open(void **state);
int made_close(void **state);

/* One paragraph, analysed. */
const struct analysis *made_text(const struct made *made, enum language language, const char *text);

/* The same from bytes, with a kit (NULL: none). */
const struct analysis *made_bytes(const struct made *made, const struct language_kit *kit,
                                  enum language language, struct str text);

/* The first token with this form; the test fails without. */
const struct token *made_token(const struct analysis *analysis, const char *form);
