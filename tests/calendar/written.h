/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to write moments, zones and lines of "when" in the tests of this folder. */
#pragma once

#include "calendar/recurrence.h"

/* What cmocka wants before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
/* clang-format on */

#define WRITTEN_ARENA_BYTES ((size_t)64 << 20)

/* One line of "when" as text. NULL: not written. */
struct written_when {
    const char *start, *end, *rrule, *exdate; /* exdate: days with spaces between */
    bool cancelled;
    const char *zone;
};

/* A test's state is an arena of its own. */
int written_setup(void **state);
int written_teardown(void **state);

/* Numbers that are the same in every run, from least to most; the seed moves on. */
int64_t written_random(uint64_t *seed, int64_t least, int64_t most);

/* A zone that must be there. */
const struct zone *written_zone(struct arena *arena, const char *name);

/* A stamp that must be right. */
struct stamp written_stamp(const char *text);

/* Its moment. */
int64_t written_moment(const struct zone *zone, const char *text);

/* The when of a text, all parts of which must be right. */
struct when written_to_when(struct arena *arena, const struct written_when *written);

/*
 * Occurrences as text: a line each with start and end, followed by " day" for whole days and
 * " cancelled".
 */
struct str written_list(struct arena *arena, const struct zone *zone, const struct occurrence *list,
                        size_t count);
