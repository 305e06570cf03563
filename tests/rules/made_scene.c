/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See made_scene.h. */
#include "made_scene.h"

#include <stdlib.h>

#define MADE_BYTES_MAX (256u << 20)

int made_scene_open(void **state)
{
    struct made_scene *made = memory_new(1, sizeof *made);
    made->arena = arena_new(MADE_BYTES_MAX);
    made->measure = square_measure();
    profile_reference(made->arena, &made->profile);
    made->scene = (struct scene){ .width = 1920,
                                  .height = 1080,
                                  .ground = { 255, 255, 255 },
                                  .parts = made->parts,
                                  .letter_size = 60,
                                  .pages = 1 };
    made->scenes[0] = &made->scene;
    made->displays[0] = &made->profile.displays[0];
    made->input = (struct rule_input){ .announcement = &made->announcement,
                                       .profile = &made->profile,
                                       .measure = &made->measure,
                                       .scenes = made->scenes,
                                       .displays = made->displays,
                                       .display_count = 1 };
    *state = made;
    return 0;
}

int made_scene_close(void **state)
{
    struct made_scene *made = *state;
    arena_free(made->arena);
    free(made);
    return 0;
}

struct colour made_colour(uint32_t rgb)
{
    return (struct colour){ (uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb };
}

static struct scene_part *add_part(struct made_scene *made, enum scene_kind kind)
{
    struct scene_part *part = &made->parts[made->scene.count++];
    assert_true(made->scene.count <= MADE_PARTS_MAX);
    part->kind = kind;
    return part;
}

struct scene_part *made_fill(struct made_scene *made, struct box box, uint32_t rgb)
{
    struct scene_part *part = add_part(made, SCENE_FILL);
    part->fill.box = box;
    part->fill.colour = made_colour(rgb);
    return part;
}

struct scene_text *made_text(struct made_scene *made, enum scene_role role, int x, int y,
                             const char *text, uint32_t rgb)
{
    struct scene_text *made_line = &add_part(made, SCENE_TEXT)->text;
    *made_line = (struct scene_text){
        .box = { x, y, 1200, 80 },
        .line = { .text = str_of(text), .weight = WEIGHT_REGULAR, .size = 60 },
        .colour = made_colour(rgb),
        .role = role,
        .source = STR("content"),
    };
    return made_line;
}

const struct finding *made_expect(struct made_scene *made, rule_fn *rule, enum finding_code code)
{
    made->report = report_new(made->arena);
    made->report.settings = made->profile.rules;
    rule(&made->input, &made->report);
    if (code == NO_FINDING) {
        assert_int_equal(made->report.count, 0);
        return NULL;
    }
    assert_int_equal(made->report.count, 1);
    assert_int_equal(made->report.findings[0].code, code);
    return &made->report.findings[0];
}
