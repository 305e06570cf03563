/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slide made by hand, part by part, for rules that our own layouts can never break. */
#pragma once

/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "rules/rule_set.h"
#include "square.h"

#define MADE_PARTS_MAX 64
#define NO_FINDING FINDING_COUNT

struct made_scene {
    struct arena *arena;
    struct measure measure;
    struct profile profile;
    struct announcement announcement;
    struct scene scene; /* 1920 × 1080 on white, without parts */
    struct scene_part parts[MADE_PARTS_MAX];
    const struct scene *scenes[1];
    const struct display *displays[1];
    struct rule_input input;
    struct report report; /* of the last made_expect */
};

/* As setup and teardown of a test: *state is the scene. */
int made_scene_open(void **state);
int made_scene_close(void **state);

struct colour made_colour(uint32_t rgb);

/* Adds a fill, or a line of regular letters of 60 px; what it adds may be changed. */
struct scene_part *made_fill(struct made_scene *made, struct box box, uint32_t rgb);
struct scene_text *made_text(struct made_scene *made, enum scene_role role, int x, int y,
                             const char *text, uint32_t rgb);

/*
 * Runs one rule: it must find this and nothing else, or nothing (NO_FINDING). The finding stands in
 * the report until the next call.
 */
const struct finding *made_expect(struct made_scene *made, rule_fn *rule, enum finding_code code);
