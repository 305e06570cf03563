/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * contrast-text, contrast-large, contrast-enhanced, cvd-preview and apca-note: letters against the
 * flat colour under them, known from the scene without painting. What lies over a picture is
 * contrast-picture's matter.
 *
 * One finding a rule and display, of the faintest letters: one colour is to blame for all of them.
 */
#include "rules/apca.h"
#include "rules/colour_vision.h"
#include "rules/contrast.h"
#include "rules/rule_set.h"
#include "rules/scene_ground.h"
#include "rules/size.h"

#include <math.h>

/*
 * Large letters in the sense of WCAG: 18 pt, or 14 pt bold, as angles (a CSS px is 1.278 minutes).
 * Only a title of more than twice the size of the text is judged by them.
 */
#define LARGE_ARCMIN 30.7
#define LARGE_BOLD_ARCMIN 23.8
#define LARGE_TITLE_SHARE 2
#define PAIRS_MAX 16 /* colours on grounds; a slide of ours has half a dozen */

typedef bool judged_fn(const struct display *display, const struct scene *scene,
                       const struct scene_text *text);
typedef double figure_fn(struct colour text, struct colour ground); /* the less, the fainter */

/* ---- which letters ------------------------------------------------------------------------- */

static bool is_large(const struct display *display, const struct scene *scene,
                     const struct scene_text *text)
{
    double least = text->line.weight == WEIGHT_BOLD ? LARGE_BOLD_ARCMIN : LARGE_ARCMIN;
    return text->role == SCENE_TITLE && text->line.size > LARGE_TITLE_SHARE * scene->letter_size &&
           size_arcmin(display, text->line.size) >= least;
}

static bool is_usual(const struct display *display, const struct scene *scene,
                     const struct scene_text *text)
{
    return !is_large(display, scene, text);
}

static bool is_any(const struct display *display, const struct scene *scene,
                   const struct scene_text *text)
{
    (void)display;
    (void)scene;
    (void)text;
    return true;
}

/* When, where, price, phone: values of facts, the short address, what a band cancels. */
static bool is_fact(const struct display *display, const struct scene *scene,
                    const struct scene_text *text)
{
    (void)display;
    (void)scene;
    return text->role == SCENE_FACT || text->role == SCENE_ADDRESS || text->role == SCENE_BAND;
}

/* ---- figures ------------------------------------------------------------------------------- */

/* The worst of the three; those who see all colours have contrast-text. */
static double ratio_of_visions(struct colour text, struct colour ground)
{
    double least = contrast_ratio(text, ground);
    for (enum colour_vision vision = VISION_PROTAN; vision < VISION_COUNT; vision++)
        least = fmin(least, colour_vision_ratio(vision, text, ground));
    return least;
}

static double lightness(struct colour text, struct colour ground)
{
    return fabs(apca_lightness(text, ground));
}

/* ---- the faintest letters of a display ----------------------------------------------------- */

struct faint {
    const struct scene_text *text; /* NULL: no letters are judged */
    struct colour ground;
    double figure;
};

struct pair {
    struct colour text, ground;
};

static bool same_colour(struct colour a, struct colour b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Notes a pair of colours; false when it was there already. */
static bool note_pair(struct pair *pairs, size_t *count, struct colour text, struct colour ground)
{
    for (size_t i = 0; i < *count; i++)
        if (same_colour(pairs[i].text, text) && same_colour(pairs[i].ground, ground))
            return false;
    if (*count < PAIRS_MAX)
        pairs[(*count)++] = (struct pair){ text, ground };
    return true;
}

static struct faint faintest(const struct rule_input *input, size_t display, judged_fn *is_judged,
                             figure_fn *figure)
{
    const struct scene *scene = input->scenes[display];
    struct faint found = { 0 };
    struct pair pairs[PAIRS_MAX];
    size_t pair_count = 0;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_text *text = &scene->parts[i].text;
        struct colour ground;
        if (scene->parts[i].kind != SCENE_TEXT || !is_judged(input->displays[display], scene, text))
            continue;
        if (scene_ground(scene, i, scene_text_box(input->measure, text), &ground) != GROUND_FLAT ||
            !note_pair(pairs, &pair_count, text->colour, ground))
            continue;
        double is = figure(text->colour, ground);
        if (!found.text || is < found.figure)
            found = (struct faint){ text, ground, is };
    }
    return found;
}

/* Rounded down: a ratio of 4.499 is not told as 4.5. */
static struct str figure_text(struct arena *arena, double figure, double step)
{
    return str_format(arena, "%.10g", floor(figure / step + 1e-9) * step);
}

static void add(const struct rule_input *input, size_t display, const struct faint *faint,
                enum finding_code code, double limit, struct report *report)
{
    struct str source = faint->text->source;
    const char *element = source.bytes > 0 ? str_c(report->arena, source) : "";
    struct finding *finding = report_add(report, code, rule_place(input, element));
    struct str is = figure_text(report->arena, faint->figure, 0.01);
    struct str wanted = str_format(report->arena, "%.10g", limit);
    finding_arg(report, finding, input->displays[display]->name);
    finding_arg(report, finding, faint->text->line.text);
    finding_arg(report, finding, is);
    finding_arg(report, finding, wanted);
    finding->found = is;
    finding->limit = wanted;
}

static void judge(const struct rule_input *input, enum finding_code code, judged_fn *is_judged,
                  figure_fn *figure, struct report *report)
{
    enum rule rule = finding_info(code)->rule;
    double limit = report_limit(report, rule);
    if (report_is_off(report, rule))
        return;
    for (size_t i = 0; i < input->display_count; i++) {
        struct faint faint = faintest(input, i, is_judged, figure);
        if (faint.text && faint.figure < limit)
            add(input, i, &faint, code, limit, report);
    }
}

/* ---- the rules ----------------------------------------------------------------------------- */

void rule_contrast_text(const struct rule_input *input, struct report *report)
{
    judge(input, FINDING_TEXT_FAINT, is_usual, contrast_ratio, report);
}

void rule_contrast_large(const struct rule_input *input, struct report *report)
{
    judge(input, FINDING_TITLE_FAINT, is_large, contrast_ratio, report);
}

void rule_contrast_enhanced(const struct rule_input *input, struct report *report)
{
    judge(input, FINDING_FACT_FAINT, is_fact, contrast_ratio, report);
}

void rule_cvd_preview(const struct rule_input *input, struct report *report)
{
    judge(input, FINDING_COLOUR_BLIND, is_any, ratio_of_visions, report);
}

/* Not a limit: the figure is told whatever it is. */
void rule_apca_note(const struct rule_input *input, struct report *report)
{
    double good = report_limit(report, RULE_APCA_NOTE);
    if (report_is_off(report, RULE_APCA_NOTE))
        return;
    for (size_t i = 0; i < input->display_count; i++) {
        struct faint faint = faintest(input, i, is_any, lightness);
        if (!faint.text)
            continue;
        struct finding *finding =
            report_add(report, FINDING_APCA_FIGURE, rule_place(input, "content"));
        struct str is = figure_text(report->arena, faint.figure, 0.1);
        finding_arg(report, finding, input->displays[i]->name);
        finding_arg(report, finding, is);
        finding_arg(report, finding, faint.text->line.text);
        finding_arg(report, finding, str_format(report->arena, "%.10g", good));
        finding->found = is;
    }
}
