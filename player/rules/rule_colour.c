/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * contrast-nontext, colour-alone and glare-white: signs and lines that people need, states that
 * only a colour tells apart, and pictures that dazzle.
 */
#include "rules/contrast.h"
#include "rules/rule_set.h"
#include "rules/scene_ground.h"

#include <math.h>

/* ---- contrast-nontext ---------------------------------------------------------------------- */

/* The border of a card: the next part is a smaller box in it, with another colour. */
static bool is_border(const struct scene *scene, size_t index)
{
    if (index + 1 >= scene->count || scene->parts[index + 1].kind != SCENE_FILL)
        return false;
    struct box outer = scene->parts[index].fill.box, inner = scene->parts[index + 1].fill.box;
    return box_inside(inner, outer) && inner.width < outer.width && inner.height < outer.height;
}

/* The line under the name of the slide's own language. */
static bool is_underline(const struct scene *scene, size_t index)
{
    for (size_t i = index; i > 0; i--) {
        const struct scene_part *part = &scene->parts[i - 1];
        if (part->kind == SCENE_TEXT && part->text.role == SCENE_STRIP &&
            box_inside(scene->parts[index].fill.box, part->text.box))
            return true;
    }
    return false;
}

/* The least ratio of a part that people need to what is beside it; 21 for any other part. */
static double sign_ratio(const struct scene *scene, size_t index)
{
    static const struct colour white = { 255, 255, 255 }, black = { 0, 0, 0 };
    const struct scene_part *part = &scene->parts[index];
    struct colour beside;
    if (part->kind == SCENE_QR)
        return contrast_ratio(white, black); /* it brings its own light ground */
    if (part->kind == SCENE_SYMBOL &&
        scene_ground(scene, index, part->symbol.box, &beside) == GROUND_FLAT)
        return contrast_ratio(part->symbol.ink, beside);
    if (part->kind != SCENE_FILL || (!is_border(scene, index) && !is_underline(scene, index)) ||
        scene_ground(scene, index, part->fill.box, &beside) != GROUND_FLAT)
        return contrast_ratio(white, black);
    double ratio = contrast_ratio(part->fill.colour, beside);
    if (is_border(scene, index))
        ratio = fmin(ratio, contrast_ratio(part->fill.colour, scene->parts[index + 1].fill.colour));
    return ratio;
}

static struct finding *add_ratio(const struct rule_input *input, size_t display,
                                 enum finding_code code, struct report *report)
{
    struct finding *finding = report_add(report, code, rule_place(input, ""));
    finding_arg(report, finding, input->displays[display]->name);
    return finding;
}

void rule_contrast_nontext(const struct rule_input *input, struct report *report)
{
    double limit = report_limit(report, RULE_CONTRAST_NONTEXT);
    for (size_t i = 0; i < input->display_count; i++) {
        double least = limit;
        for (size_t j = 0; j < input->scenes[i]->count; j++)
            least = fmin(least, sign_ratio(input->scenes[i], j));
        if (least >= limit)
            continue;
        struct finding *finding = add_ratio(input, i, FINDING_SIGN_FAINT, report);
        finding->found = str_format(report->arena, "%.2f", floor(least * 100) / 100);
        finding->limit = str_format(report->arena, "%.10g", limit);
        finding_arg(report, finding, finding->found);
        finding_arg(report, finding, finding->limit);
    }
}

/* ---- colour-alone -------------------------------------------------------------------------- */

/* Does another text stand on the same line? Then words or a mark tell the two apart. */
static bool has_neighbour(const struct scene *scene, const struct scene_text *text)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_text *other = &scene->parts[i].text;
        if (scene->parts[i].kind == SCENE_TEXT && other != text && other->box.y == text->box.y)
            return true;
    }
    return false;
}

static bool same_look(const struct line *a, const struct line *b)
{
    bool strong = a->strong_count > 0 || b->strong_count > 0;
    return !strong && a->weight == b->weight && fabs(a->size - b->size) < 0.5;
}

/* Lines of one kind in two colours that are equally light, with nothing else to tell them apart. */
static bool only_colour_differs(const struct scene *scene, const struct scene_text *a,
                                const struct scene_text *b, double limit)
{
    bool differ = a->colour.red != b->colour.red || a->colour.green != b->colour.green ||
                  a->colour.blue != b->colour.blue;
    return differ && a->role == b->role && same_look(&a->line, &b->line) &&
           contrast_ratio(a->colour, b->colour) < limit && !has_neighbour(scene, a) &&
           !has_neighbour(scene, b);
}

static void add_alone(const struct rule_input *input, size_t display, const struct scene_text *a,
                      const struct scene_text *b, struct report *report)
{
    struct finding *finding = add_ratio(input, display, FINDING_ONLY_COLOUR, report);
    finding_arg(report, finding, a->line.text);
    finding_arg(report, finding, b->line.text);
    double ratio = contrast_ratio(a->colour, b->colour);
    finding->found = str_format(report->arena, "%.2f", floor(ratio * 100) / 100);
    finding->limit = str_format(report->arena, "%.10g", report_limit(report, RULE_COLOUR_ALONE));
}

static void find_alone(const struct rule_input *input, size_t display, struct report *report)
{
    const struct scene *scene = input->scenes[display];
    double limit = report_limit(report, RULE_COLOUR_ALONE);
    for (size_t i = 0; i < scene->count; i++) {
        for (size_t j = i + 1; scene->parts[i].kind == SCENE_TEXT && j < scene->count; j++) {
            const struct scene_text *a = &scene->parts[i].text, *b = &scene->parts[j].text;
            if (scene->parts[j].kind != SCENE_TEXT || !only_colour_differs(scene, a, b, limit))
                continue;
            add_alone(input, display, a, b, report);
            return;
        }
    }
}

void rule_colour_alone(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->display_count; i++)
        find_alone(input, i, report);
}

/* ---- glare-white --------------------------------------------------------------------------- */

#define WHITE_LIGHT 0.9 /* of the luminance of white */

void rule_glare_white(const struct rule_input *input, struct report *report)
{
    struct light_table table;
    double limit = report_limit(report, RULE_GLARE_WHITE);
    size_t white = 0;
    if (report_is_off(report, RULE_GLARE_WHITE) || input->announcement->kind != KIND_PICTURE_SLIDE)
        return;
    if (!input->picture) {
        report_skip(report, RULE_GLARE_WHITE, LACK_PICTURE);
        return;
    }
    const struct pixels *pixels = &input->picture->pixels;
    size_t count = (size_t)pixels->width * (size_t)pixels->height;
    contrast_table(&table);
    for (size_t i = 0; i < count; i++)
        white += contrast_pixel(&table, pixels->at[i]) > WHITE_LIGHT;
    double share = 100.0 * (double)white / (double)count;
    if (count == 0 || share <= limit)
        return;
    struct finding *finding = report_add(report, FINDING_WHITE_GLARE, rule_place(input, "img"));
    finding_number(report, finding, (long)floor(share));
    finding_number(report, finding, (long)limit);
    finding->found = finding->args[0];
    finding->limit = finding->args[1];
}
