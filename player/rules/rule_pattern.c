/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pattern: strong regular stripes in a picture, by the share of the screen that they fill. */
#include "rules/pattern.h"
#include "rules/rule_set.h"

#include <math.h>

/* The share of the slide that its picture fills. */
static double picture_share(const struct scene *scene)
{
    double share = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct box *box = &scene->parts[i].picture.box;
        if (scene->parts[i].kind == SCENE_PICTURE)
            share += (double)box->width * box->height / ((double)scene->width * scene->height);
    }
    return share;
}

void rule_pattern(const struct rule_input *input, struct report *report)
{
    double limit = report_limit(report, RULE_PATTERN) / 100, share = 0;
    if (!input->picture || report_is_off(report, RULE_PATTERN))
        return;
    for (size_t i = 0; i < input->display_count; i++)
        share = fmax(share, picture_share(input->scenes[i]));
    if (share < limit)
        return;
    struct stripes stripes = pattern_stripes(&input->picture->pixels);
    if (stripes.share * share < limit)
        return;
    struct finding *finding = report_add(report, FINDING_STRIPES, rule_place(input, "img"));
    finding_number(report, finding, stripes.count);
    finding_number(report, finding, lround(100 * stripes.share * share));
    finding->found = finding->args[1];
    finding->limit = str_format(report->arena, "%.10g", 100 * limit);
}
