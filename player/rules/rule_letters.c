/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * letter-height-min and letter-height-title: what can be read from where people stand. Measured on
 * the laid-out slide, so a ready-made picture, which has no lines of ours, is not judged.
 *
 * Under 1:200 of the distance no letters are shown, under the profile's ratio they warn. A centre
 * whose readers see poorly multiplies both (low-vision-factor); the layout itself stops at 1:200
 * and then says that the text does not fit.
 */
#include "rules/rule_set.h"
#include "rules/size.h"

#include <math.h>

#define TITLE_LINES 2
#define RATIO_BLOCK 200 /* EN 301 549 */

/* A line of the title; NULL when the slide has none. */
static const struct scene_text *title_line(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        if (part->kind == SCENE_TEXT && part->text.role == SCENE_TITLE)
            return &part->text;
    }
    return NULL;
}

/* What does not fit stands in the smallest letters; its finding is overflow. */
static bool is_measured(const struct scene *scene)
{
    return scene->characters_over == 0 && scene->wide_word.bytes == 0;
}

struct height {
    double is, needed; /* of capitals, px */
};

static void add_height(const struct rule_input *input, size_t display, const char *element,
                       enum finding_code code, struct height height, struct report *report)
{
    double px_per_mm = display_px_per_mm(input->displays[display]);
    struct finding *finding = report_add(report, code, rule_place(input, element));
    finding_arg(report, finding, input->displays[display]->name);
    finding_number(report, finding, (long)floor(height.is / px_per_mm));
    finding_number(report, finding, (long)ceil(height.needed / px_per_mm));
    finding->found = str_format(report->arena, "%.1f mm", height.is / px_per_mm);
    finding->limit = str_format(report->arena, "%.1f mm", height.needed / px_per_mm);
}

/* Letters of one slide against what a ratio of the distance asks, times a factor. */
static struct height height_of(const struct rule_input *input, size_t display, double ratio,
                               double factor)
{
    return (struct height){ input->scenes[display]->letter_size * CAP_HEIGHT,
                            factor * size_of_ratio(input->displays[display], ratio) };
}

static bool is_low(struct height height)
{
    return height.is < height.needed;
}

void rule_letter_height_min(const struct rule_input *input, struct report *report)
{
    double ratio = report_limit(report, RULE_LETTER_HEIGHT_MIN);
    double factor = report_limit(report, RULE_LOW_VISION_FACTOR);
    for (size_t i = 0; i < input->display_count; i++) {
        struct height block = height_of(input, i, RATIO_BLOCK, 1);
        struct height poor = height_of(input, i, RATIO_BLOCK, factor);
        struct height warn = height_of(input, i, ratio, factor);
        if (!title_line(input->scenes[i]) || !is_measured(input->scenes[i]))
            continue;
        if (is_low(block))
            add_height(input, i, "content", FINDING_LETTERS_TOO_SMALL, block, report);
        else if (is_low(poor))
            add_height(input, i, "content", FINDING_LETTERS_FOR_POOR_SIGHT, poor, report);
        else if (is_low(warn))
            add_height(input, i, "content", FINDING_LETTERS_SMALL, warn, report);
    }
}

/* Its words alone are wider than the lines that a title should have, at letters of that height. */
static bool is_title_wide(const struct rule_input *input, const struct scene_text *line, double cap)
{
    double width = input->measure->ops->width(input->measure, input->announcement->title,
                                              WEIGHT_BOLD, cap / CAP_HEIGHT);
    return width > TITLE_LINES * line->box.width;
}

/*
 * Only of a title that is itself too long for large letters: where the text beside it takes the
 * room, that is the text's matter. The title of joint material makes room for its cards whatever
 * the sender writes.
 */
void rule_letter_height_title(const struct rule_input *input, struct report *report)
{
    double degrees = report_limit(report, RULE_LETTER_HEIGHT_TITLE);
    for (size_t i = 0; i < input->display_count; i++) {
        const struct scene_text *line = title_line(input->scenes[i]);
        if (!line || !is_measured(input->scenes[i]) || input->announcement->kind == KIND_JOINT)
            continue;
        struct height height = { line->line.size * CAP_HEIGHT,
                                 size_of_angle(input->displays[i], degrees) };
        if (height.is < height.needed && is_title_wide(input, line, height.needed))
            add_height(input, i, "title", FINDING_TITLE_SMALL, height, report);
    }
}
