/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An announcement with a picture, its slide on the reference display, and what was seen in it. */
#pragma once

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

#include "rules/rule_set.h"

#define NO_FINDING FINDING_COUNT
#define RIG_WORDS_MAX 40
#define RIG_CODES_MAX 2

struct picture_rig {
    struct arena *arena;
    struct profile profile;
    struct announcement announcement;
    struct display second; /* not shown unless display_count is 2 */
    struct scene scene, second_scene;
    struct scene_part part, second_part; /* the picture */
    const struct scene *scenes[2];
    const struct display *displays[2];
    struct probe probe;
    struct seen seen;
    struct seen_word words[RIG_WORDS_MAX];
    struct seen_line lines[RIG_WORDS_MAX];
    struct seen_code codes[RIG_CODES_MAX];
    struct rule_picture picture;
    struct sender_text *texts;
    struct rule_input input;
};

/* As setup and teardown of a test: a light picture of 800 × 600 px in a box of as many. */
int picture_rig_open(void **state);
int picture_rig_close(void **state);

/* Another picture, filled with one colour; as delivered it has the same size. */
void picture_rig_size(struct picture_rig *rig, int width, int height, uint32_t colour);

/* It is a ready-made slide that fills the display. */
void picture_rig_slide(struct picture_rig *rig);

/* A line is seen in the picture: its words, and the height of an x. */
void picture_rig_line(struct picture_rig *rig, const char *words, int confidence, double x_height);

/* Runs the rule: just this finding, or none for NO_FINDING; fails with `what` otherwise. */
struct finding picture_rig_expect(struct picture_rig *rig, rule_fn *rule, enum finding_code code,
                                  const char *what);
