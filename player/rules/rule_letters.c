/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * letter-height-min and letter-height-title: what can be read from where people stand. Measured on
 * the laid-out slide, so a ready-made picture, which has no lines of ours, is not judged. The
 * layout never goes under 1:200 of the distance (then it says that the text does not fit), so the
 * least height can only be a warning.
 */
#include "rules/letter_height.h"
#include "rules/rule_set.h"

#include <math.h>

#define MM_PER_M 1000.0
#define TITLE_LINES 2
#define HALF_DEGREES_TO_RADIANS (acos(-1) / 360)

double letter_height_of_ratio(const struct display *display, double ratio)
{
    return display->distance_m * MM_PER_M / ratio * display_px_per_mm(display);
}

double letter_height_of_angle(const struct display *display, double degrees)
{
    double mm = 2 * display->distance_m * MM_PER_M * tan(degrees * HALF_DEGREES_TO_RADIANS);
    return mm * display_px_per_mm(display);
}

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

void rule_letter_height_min(const struct rule_input *input, struct report *report)
{
    double ratio = report_limit(report, RULE_LETTER_HEIGHT_MIN);
    for (size_t i = 0; i < input->display_count; i++) {
        const struct scene *scene = input->scenes[i];
        struct height height = { scene->letter_size * CAP_HEIGHT,
                                 letter_height_of_ratio(input->displays[i], ratio) };
        if (title_line(scene) && is_measured(scene) && height.is < height.needed)
            add_height(input, i, "content", FINDING_LETTERS_SMALL, height, report);
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
                                 letter_height_of_angle(input->displays[i], degrees) };
        if (height.is < height.needed && is_title_wide(input, line, height.needed))
            add_height(input, i, "title", FINDING_TITLE_SMALL, height, report);
    }
}
