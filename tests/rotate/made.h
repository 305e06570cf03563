/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to make editions by hand, for the tests of this folder. */
#pragma once

#include "rotate/rotation.h"

/* What cmocka wants before it. */
/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
/* clang-format on */

/* One item as text. NULL and 0: not written. */
struct made_item {
    const char *id;
    const char *group;    /* the id, when not written */
    const char *authors;  /* with commas between */
    const char *language; /* "fi", when not written */
    int seconds;          /* 10, when not written */
    int pages;
    enum priority priority;          /* PRIORITY_LOW is 0: see `has_priority` */
    bool has_priority;               /* false: normal */
    const char *from, *until;        /* of the show period */
    const char *start, *end, *rrule; /* of one "when" */
    bool cancelled;                  /* that when */
    const char *centre;
    enum reason refused;
    bool hidden;
    const char *signup_until;
};

/* A test's state is an arena of its own. */
int made_setup(void **state);
int made_teardown(void **state);

const struct zone *made_zone(struct arena *arena);
int64_t made_moment(struct arena *arena, const char *text);

/* An edition of 20.11.2026 with the reference profile, whose id is "niemela". */
struct edition *made_edition(struct arena *arena, const struct made_item *items, size_t count);
#define MADE_EDITION(arena, ...)                                                                   \
    made_edition(arena, (const struct made_item[]){ __VA_ARGS__ },                                 \
                 sizeof((const struct made_item[]){ __VA_ARGS__ }) / sizeof(struct made_item))

/* The groups of tests. */
int timetable_tests(void);
int rotation_tests(void);
int fair_tests(void);
int special_tests(void);
int resume_tests(void);
