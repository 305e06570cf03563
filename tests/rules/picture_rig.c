/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See picture_rig.h. */
#include "picture_rig.h"

#include <stdlib.h>

#define TEST_BYTES_MAX ((size_t)1 << 30) /* a slide of 8 MB a case */
#define LETTER_PX 20 /* of a word's box */

void picture_rig_size(struct picture_rig *rig, int width, int height, uint32_t colour)
{
    size_t count = (size_t)width * (size_t)height;
    struct pixels pixels = { ARENA_ARRAY(rig->arena, uint32_t, count), width, height };
    for (size_t i = 0; i < count; i++)
        pixels.at[i] = colour;
    rig->picture.pixels = pixels;
    rig->picture.delivered_width = rig->seen.width = width;
    rig->picture.delivered_height = rig->seen.height = height;
}

int picture_rig_open(void **state)
{
    struct picture_rig *rig = memory_new(1, sizeof *rig);
    rig->arena = arena_new(TEST_BYTES_MAX);
    profile_reference(rig->arena, &rig->profile);
    rig->announcement = (struct announcement){
        .title = STR("Lue kirja kanssamme"),
        .has_picture = true,
        .picture = { .href = STR("media/polku.jpg"), .alt = STR("Polku vie metsään.") },
    };
    rig->second = rig->profile.displays[0];
    rig->second.name = STR("kaytava");
    rig->displays[0] = &rig->profile.displays[0];
    rig->displays[1] = &rig->second;
    rig->scene = (struct scene){ .width = 1920, .height = 1080, .parts = &rig->part, .count = 1 };
    rig->part.kind = SCENE_PICTURE;
    rig->part.picture.box = (struct box){ 0, 0, 800, 600 };
    rig->second_scene = rig->scene;
    rig->second_scene.parts = &rig->second_part;
    rig->second_part = rig->part;
    rig->scenes[0] = &rig->scene;
    rig->scenes[1] = &rig->second_scene;
    rig->seen = (struct seen){ .text_was_read = true,
                               .codes_were_read = true,
                               .words = rig->words,
                               .lines = rig->lines,
                               .codes = rig->codes };
    rig->picture = (struct rule_picture){ .probe = &rig->probe, .seen = &rig->seen };
    rig->input = (struct rule_input){ .announcement = &rig->announcement,
                                      .profile = &rig->profile,
                                      .scenes = rig->scenes,
                                      .displays = rig->displays,
                                      .display_count = 1,
                                      .picture = &rig->picture };
    picture_rig_size(rig, 800, 600, 0xfff0f0f0);
    *state = rig;
    return 0;
}

int picture_rig_close(void **state)
{
    struct picture_rig *rig = *state;
    arena_free(rig->arena);
    free(rig);
    return 0;
}

void picture_rig_slide(struct picture_rig *rig)
{
    rig->announcement.kind = KIND_PICTURE_SLIDE;
    rig->part.picture.box = (struct box){ 0, 0, 1920, 1080 };
    picture_rig_size(rig, 1920, 1080, 0xfff0f0f0);
}

void picture_rig_line(struct picture_rig *rig, const char *words, int confidence, double x_height)
{
    struct str rest = str_of(words), word;
    int x = 50, y = 50 + 60 * (int)rig->seen.line_count;
    struct seen_line *line = &rig->lines[rig->seen.line_count];
    *line = (struct seen_line){ { x, y, 700, 40 }, x_height, rig->seen.word_count, 0 };
    while (str_next(&rest, ' ', &word)) {
        assert_true(rig->seen.word_count < RIG_WORDS_MAX);
        int width = LETTER_PX * (int)word.bytes;
        rig->words[rig->seen.word_count++] = (struct seen_word){
            word,
            { x, y, width, 40 },
            confidence,
            rig->seen.line_count,
        };
        line->word_count++;
        x += width + LETTER_PX;
    }
    rig->seen.line_count++;
}

struct finding picture_rig_expect(struct picture_rig *rig, rule_fn *rule, enum finding_code code,
                                  const char *what)
{
    struct report report = report_new(rig->arena);
    report.settings = rig->profile.rules;
    rig->input.text_count = scan_texts(&rig->announcement, rig->arena, &rig->texts);
    rig->input.texts = rig->texts;
    rule(&rig->input, &report);
    if (code == NO_FINDING && report.count == 0)
        return (struct finding){ 0 };
    if (report.count != 1 || report.findings[0].code != code)
        fail_msg("%s: %zu findings: %s", what, report.count,
                 report.count > 0 ? finding_info(report.findings[0].code)->message : "none");
    return report.findings[0];
}
