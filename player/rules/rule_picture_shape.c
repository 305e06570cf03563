/* SPDX-License-Identifier: GPL-3.0-or-later */
/* picture-upscale, picture-aspect, picture-crop: the size and the shape of the picture. */
#include "rules/picture_view.h"
#include "rules/rule_set.h"

#include <math.h>

#define UPSCALE_BLOCK 2.0      /* sharpness falls to a sixteenth; measured, rules of the picture */
#define PAPER_RATIO 1.41421356 /* ISO 216: A3, A4 … */
#define PAPER_TOLERANCE 0.01
#define STRIP_SHARE 0.1 /* of the shorter side of the display; a guess: a hand at 43 inches */

static struct finding *add(const struct rule_input *input, enum finding_code code,
                           struct report *report)
{
    const struct picture *picture = &input->announcement->picture;
    struct place place = rule_place(input, "img");
    place.line = picture->line > 0 ? picture->line : place.line;
    place.column = picture->line > 0 ? picture->column : place.column;
    return report_add(report, code, place);
}

static struct str one_decimal(struct report *report, double value)
{
    return str_format(report->arena, "%.1f", value);
}

/* ---- picture-upscale ----------------------------------------------------------------------- */

/* The display that enlarges it most speaks for all. */
void rule_picture_upscale(const struct rule_input *input, struct report *report)
{
    double limit = report_limit(report, RULE_PICTURE_UPSCALE);
    struct picture_view worst = { 0 }, view;
    for (size_t i = 0; i < input->display_count; i++)
        if (picture_view_of(input, i, &view) && view.enlarged > worst.enlarged)
            worst = view;
    if (!(worst.enlarged > limit))
        return;
    bool blocks = worst.enlarged > UPSCALE_BLOCK;
    struct finding *finding =
        add(input, blocks ? FINDING_PICTURE_TOO_SMALL : FINDING_PICTURE_SMALL, report);
    finding_arg(report, finding, worst.display->name);
    finding_arg(report, finding, one_decimal(report, worst.enlarged));
    finding_number(report, finding, worst.box.width);
    finding_number(report, finding, worst.box.height);
    finding->found = finding->args[1];
    finding->limit = one_decimal(report, blocks ? UPSCALE_BLOCK : limit);
}

/* ---- picture-aspect ------------------------------------------------------------------------ */

static bool is_near(double ratio, double wanted, double tolerance)
{
    return fabs(ratio / wanted - 1) <= tolerance;
}

static bool is_paper(double ratio)
{
    return is_near(ratio, PAPER_RATIO, PAPER_TOLERANCE) ||
           is_near(ratio, 1 / PAPER_RATIO, PAPER_TOLERANCE);
}

/* On some display it fits: the others show its text. */
void rule_picture_aspect(const struct rule_input *input, struct report *report)
{
    if (!picture_is_slide(input) || input->display_count == 0)
        return;
    const struct rule_picture *picture = input->picture;
    double ratio = (double)picture->delivered_width / picture->delivered_height;
    double tolerance = report_limit(report, RULE_PICTURE_ASPECT);
    for (size_t i = 0; i < input->display_count; i++) {
        const struct display *display = input->displays[i];
        double wanted = (double)display_seen_width(display) / display_seen_height(display);
        if (is_near(ratio, wanted, tolerance))
            return;
    }
    struct finding *finding =
        add(input, is_paper(ratio) ? FINDING_PICTURE_PAPER : FINDING_PICTURE_SHAPE, report);
    finding_number(report, finding, picture->delivered_width);
    finding_number(report, finding, picture->delivered_height);
    finding_number(report, finding, display_seen_width(input->displays[0]));
    finding_number(report, finding, display_seen_height(input->displays[0]));
}

/* ---- picture-crop -------------------------------------------------------------------------- */

static bool find_cropped(const struct rule_input *input, struct report *report)
{
    double limit = report_limit(report, RULE_PICTURE_CROP);
    for (size_t i = 0; i < input->display_count; i++) {
        double cropped = input->scenes[i]->picture_cropped;
        /* The box has whole pixels: half a per cent is rounding. */
        if (!(cropped > limit + 0.005))
            continue;
        struct finding *finding = add(input, FINDING_PICTURE_CROPPED, report);
        finding_arg(report, finding, input->displays[i]->name);
        finding_number(report, finding, lround(cropped * 100));
        return true;
    }
    return false;
}

void rule_picture_crop(const struct rule_input *input, struct report *report)
{
    struct picture_view view;
    if (find_cropped(input, report))
        return;
    for (size_t i = 0; i < input->display_count; i++) {
        if (!picture_view_of(input, i, &view))
            continue;
        int width = display_seen_width(view.display), height = display_seen_height(view.display);
        double least = STRIP_SHARE * (width < height ? width : height);
        int shorter = view.box.width < view.box.height ? view.box.width : view.box.height;
        if (shorter >= least)
            continue;
        struct finding *finding = add(input, FINDING_PICTURE_STRIP, report);
        finding_arg(report, finding, view.display->name);
        finding_number(report, finding, lround(shorter / display_px_per_mm(view.display)));
        return;
    }
}
