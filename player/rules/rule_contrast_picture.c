/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * contrast-picture: letters over a picture, or over more than one colour. The slide is painted
 * without its text, once a display and only when such letters are there; our own layouts put none
 * over a picture, so a check of an ordinary notice paints nothing.
 */
#include "paint/paint.h"
#include "rules/contrast_over.h"
#include "rules/rule_set.h"
#include "rules/scene_ground.h"

#include <math.h>

#define HALF(value) ((value) / 2)

/* The scene without its letters. */
static struct scene without_text(struct arena *arena, const struct scene *scene)
{
    struct scene ground = *scene;
    ground.parts = ARENA_ARRAY(arena, struct scene_part, scene->count);
    ground.count = 0;
    for (size_t i = 0; i < scene->count; i++)
        if (scene->parts[i].kind != SCENE_TEXT)
            ground.parts[ground.count++] = scene->parts[i];
    return ground;
}

static bool paint_ground(const struct rule_input *input, struct arena *arena,
                         const struct scene *scene, struct pixels *ret_ground)
{
    struct scene ground = without_text(arena, scene);
    const struct pixels *picture = input->picture ? &input->picture->pixels : NULL;
    if (!pixels_new(scene->width, scene->height, ret_ground))
        return false;
    paint_scene(input->fonts, &ground, picture, ret_ground);
    return true;
}

static bool needs_picture(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->parts[i].kind == SCENE_PICTURE)
            return true;
    return false;
}

/* The words of a line's text, from the left; false when there is no such word. */
static bool nth_word(const struct line *line, size_t index, size_t count, struct str *ret_word)
{
    struct str rest = line->text, word;
    size_t words = 0, wanted = line->right_to_left ? count - 1 - index : index;
    bool found = false;
    while (str_next(&rest, ' ', &word)) {
        if (word.bytes > 0 && words++ == wanted) {
            *ret_word = word;
            found = true;
        }
    }
    return found && words == count;
}

struct over {
    const struct rule_input *input;
    size_t display;
    struct pixels ground;
    struct over_limit limit;
    struct report *report;
};

static void add(const struct over *over, const struct scene_text *text,
                const struct over_word *word, struct str name)
{
    struct report *report = over->report;
    struct finding *finding =
        report_add(report, FINDING_TEXT_OVER_PICTURE, rule_place(over->input, "content"));
    struct str is = str_format(report->arena, "%.2f", floor(word->percentile * 100) / 100);
    struct str wanted = str_format(report->arena, "%.10g", over->limit.ratio);
    finding_arg(report, finding, over->input->displays[over->display]->name);
    finding_arg(report, finding, name.bytes > 0 ? name : text->line.text);
    finding_arg(report, finding, is);
    finding_arg(report, finding, wanted);
    finding->found = is;
    finding->limit = wanted;
}

/* The worst word of a line, when it cannot be read. */
static void judge_words(const struct over *over, const struct scene_text *text,
                        const struct over_word *words, size_t count)
{
    size_t worst = count;
    for (size_t i = 0; i < count; i++) {
        if (!words[i].is_readable &&
            (worst == count || words[i].percentile < words[worst].percentile))
            worst = i;
    }
    struct str name = { 0 };
    if (worst == count)
        return;
    (void)nth_word(&text->line, worst, count, &name);
    add(over, text, &words[worst], name);
}

/* Where paint.c puts the ink. */
static struct over_text place_ink(const struct scene_text *text, const struct ink *ink)
{
    bool at_right = (text->align == ALIGN_END) != text->line.right_to_left;
    int room = text->box.width - ink->advance;
    int left = text->box.x + (at_right ? room : ink->left);
    if (text->align == ALIGN_CENTRE)
        left = text->box.x + HALF(room);
    double cap = text->line.size * CAP_HEIGHT;
    int baseline = text->box.y + (int)lround(HALF(text->box.height + cap));
    return (struct over_text){ .ink = ink,
                               .left = left,
                               .top = baseline - ink->baseline,
                               .em = text->line.size,
                               .colour = text->colour };
}

static void judge_line(const struct over *over, struct arena *arena, const struct scene_text *text)
{
    struct ink ink;
    struct over_word *words;
    if (!fonts_ink(over->input->fonts, &text->line, &ink))
        return;
    struct over_text placed = place_ink(text, &ink);
    size_t count = contrast_over(arena, &placed, &over->ground, &over->limit, &words);
    judge_words(over, text, words, count);
    ink_free(&ink);
}

/* The next text from *index on that does not stand on one flat colour. */
static bool next_mixed(const struct rule_input *input, const struct scene *scene, size_t *index)
{
    struct colour colour;
    for (; *index < scene->count; (*index)++) {
        const struct scene_part *part = &scene->parts[*index];
        if (part->kind == SCENE_TEXT &&
            scene_ground(scene, *index, scene_text_box(input->measure, &part->text), &colour) ==
                GROUND_MIXED)
            return true;
    }
    return false;
}

static void judge_scene(struct over *over, struct arena *arena, const struct scene *scene)
{
    const struct rule_input *input = over->input;
    size_t index = 0;
    if (!next_mixed(input, scene, &index))
        return;
    if (!input->fonts || (needs_picture(scene) && !input->picture)) {
        report_skip(over->report, RULE_CONTRAST_PICTURE, input->fonts ? LACK_PICTURE : LACK_FONTS);
        return;
    }
    if (!paint_ground(input, arena, scene, &over->ground))
        return;
    for (; next_mixed(input, scene, &index); index++)
        judge_line(over, arena, &scene->parts[index].text);
    pixels_free(&over->ground);
}

void rule_contrast_picture(const struct rule_input *input, struct report *report)
{
    struct over over = {
        .input = input,
        .limit = { .ratio = report_limit(report, RULE_CONTRAST_TEXT),
                   .percentile = (int)report_limit(report, RULE_CONTRAST_PICTURE) },
        .report = report,
    };
    for (over.display = 0; over.display < input->display_count; over.display++)
        judge_scene(&over, report->arena, input->scenes[over.display]);
}
