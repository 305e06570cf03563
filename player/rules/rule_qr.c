/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * qr-size, qr-module, qr-quiet, qr-colour, qr-level, qr-decodes: codes that our layout draws, and
 * codes that came along in a picture. Ours are right by the way they are made; that is looked at
 * all the same, since a code that no phone reads looks like any other.
 */
#include "rules/code_view.h"
#include "rules/contrast.h"
#include "rules/link.h"
#include "rules/picture_view.h"
#include "rules/rule_set.h"
#include "rules/scene_ground.h"

#include <math.h>

#define QUIET_MODULES 4
#define SIZE_TOLERANCE 0.97 /* a reader's corners are good to a pixel or two */

#define FORMAT_ROW 8 /* ISO/IEC 18004, 7.9 */

/* One code on one display, px of that display. */
struct drawn_code {
    const struct display *display;
    double side, module; /* module 0: not known */
};

static struct finding *add(const struct rule_input *input, const char *element,
                           enum finding_code code, struct report *report)
{
    const struct picture *picture = &input->announcement->picture;
    const struct place *start = &input->announcement->where;
    bool of_picture = strcmp(element, "img") == 0 && picture->line > 0;
    const struct sender_text at = { .element = element,
                                    .line = of_picture ? picture->line : start->line,
                                    .column = of_picture ? picture->column : start->column };
    return rule_add(input, &at, 0, 0, code, report);
}

static struct str rounded(struct report *report, double value, int decimals)
{
    return str_format(report->arena, "%.*f", decimals, value);
}

/* ---- sizes --------------------------------------------------------------------------------- */

typedef bool check_fn(const struct rule_input *input, const struct drawn_code *code,
                      const char *element, struct report *report);

static bool check_size(const struct rule_input *input, const struct drawn_code *code,
                       const char *element, struct report *report)
{
    const struct display *display = code->display;
    double ratio = report_limit(report, RULE_QR_SIZE);
    double least = display->scan_m * 1000 / ratio, is = code->side / display_px_per_mm(display);
    if (is >= least * SIZE_TOLERANCE)
        return false;
    struct finding *finding = add(input, element, FINDING_CODE_SMALL, report);
    finding_number(report, finding, lround(is));
    finding_arg(report, finding, display->name);
    finding_number(report, finding, lround(ceil(least)));
    finding_arg(report, finding, rounded(report, display->scan_m, 1));
    finding->found = finding->args[0];
    finding->limit = finding->args[2];
    return true;
}

static bool check_module(const struct rule_input *input, const struct drawn_code *code,
                         const char *element, struct report *report)
{
    double least = report_limit(report, RULE_QR_MODULE);
    if (code->module <= 0 || code->module >= least * SIZE_TOLERANCE)
        return false;
    struct finding *finding = add(input, element, FINDING_CODE_FINE, report);
    finding_arg(report, finding, rounded(report, code->module, 1));
    finding_arg(report, finding, code->display->name);
    finding_arg(report, finding, rounded(report, least, 0));
    finding->found = finding->args[0];
    finding->limit = finding->args[2];
    return true;
}

/* The code of the scene of a display. */
static const struct scene_part *code_part(const struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++)
        if (scene->parts[i].kind == SCENE_QR)
            return &scene->parts[i];
    return NULL;
}

static bool check_scenes(const struct rule_input *input, check_fn *check, struct report *report)
{
    for (size_t i = 0; i < input->display_count; i++) {
        const struct scene_part *part = code_part(input->scenes[i]);
        if (!part)
            continue;
        const struct drawn_code code = { input->displays[i], part->qr.modules * part->qr.module_px,
                                         part->qr.module_px };
        if (check(input, &code, "link", report))
            return true;
    }
    return false;
}

static const struct seen *codes_of(const struct rule_input *input)
{
    const struct rule_picture *picture = input->picture;
    return picture && picture->seen && picture->seen->codes_were_read ? picture->seen : NULL;
}

static bool check_seen_on(const struct rule_input *input, const struct picture_view *view,
                          check_fn *check, struct report *report)
{
    const struct seen *seen = codes_of(input);
    for (size_t i = 0; i < seen->code_count; i++) {
        struct code_view measured;
        const struct seen_code *code = &seen->codes[i];
        if (!code_view_of(&input->picture->pixels, code, &measured))
            continue;
        const struct drawn_code drawn = { view->display, code->box.width * view->scale,
                                          measured.module_px * view->scale };
        if (check(input, &drawn, "img", report))
            return true;
    }
    return false;
}

/* The first code on the first display that fails speaks for all. */
static void check_all(const struct rule_input *input, check_fn *check, struct report *report)
{
    struct picture_view view;
    bool found = check_scenes(input, check, report) || !codes_of(input);
    for (size_t i = 0; i < input->display_count && !found; i++)
        found = picture_view_of(input, i, &view) && check_seen_on(input, &view, check, report);
}

void rule_qr_size(const struct rule_input *input, struct report *report)
{
    check_all(input, check_size, report);
}

void rule_qr_module(const struct rule_input *input, struct report *report)
{
    check_all(input, check_module, report);
}

/* ---- border -------------------------------------------------------------------------------- */

/* Our own: four modules of white on each side, whole, on the display and with nothing on it. */
static bool scene_is_crowded(const struct scene *scene, double least)
{
    const struct scene_part *code = code_part(scene);
    if (!code)
        return false;
    struct box box = code->qr.box;
    double border = (box.width - code->qr.modules * code->qr.module_px) / 2.0;
    bool is_whole = box.x >= 0 && box.y >= 0 && box.x + box.width <= scene->width &&
                    box.y + box.height <= scene->height && box.width == box.height;
    if (!is_whole || border < least * code->qr.module_px)
        return true;
    for (const struct scene_part *part = code + 1; part < scene->parts + scene->count; part++)
        if (box_touches(box, scene_part_box(part)))
            return true;
    return false;
}

static bool seen_is_crowded(const struct rule_input *input)
{
    const struct seen *seen = codes_of(input);
    struct code_view view;
    for (size_t i = 0; seen && i < seen->code_count; i++)
        if (code_view_of(&input->picture->pixels, &seen->codes[i], &view) && !view.is_quiet)
            return true;
    return false;
}

void rule_qr_quiet(const struct rule_input *input, struct report *report)
{
    double least = report_limit(report, RULE_QR_QUIET);
    const char *element = seen_is_crowded(input) ? "img" : NULL;
    for (size_t i = 0; i < input->display_count && !element; i++)
        if (scene_is_crowded(input->scenes[i], least))
            element = "link";
    if (element)
        finding_number(report, add(input, element, FINDING_CODE_CROWDED, report), QUIET_MODULES);
}

/* ---- colours and level --------------------------------------------------------------------- */

void rule_qr_colour(const struct rule_input *input, struct report *report)
{
    const struct seen *seen = codes_of(input);
    double limit = report_limit(report, RULE_QR_COLOUR);
    for (size_t i = 0; seen && i < seen->code_count; i++) {
        const struct seen_code *code = &seen->codes[i];
        struct code_view view;
        if (code->is_inverted) {
            add(input, "img", FINDING_CODE_INVERTED, report);
            return;
        }
        double ratio = code_view_of(&input->picture->pixels, code, &view)
                           ? contrast_ratio(view.dark, view.light)
                           : limit;
        if (ratio >= limit)
            continue;
        struct finding *finding = add(input, "img", FINDING_CODE_FAINT, report);
        finding_arg(report, finding, rounded(report, floor(ratio * 10) / 10, 1));
        finding_arg(report, finding, rounded(report, limit, 1));
        finding->found = finding->args[0];
        finding->limit = finding->args[1];
        return;
    }
}

static bool scene_is_weak(const struct scene *scene)
{
    const struct scene_part *part = code_part(scene);
    if (!part || part->qr.modules <= FORMAT_ROW)
        return false;
    const uint8_t *row = part->qr.cells + (size_t)FORMAT_ROW * (size_t)part->qr.modules;
    return code_is_weak(row[0], row[1]);
}

void rule_qr_level(const struct rule_input *input, struct report *report)
{
    const struct seen *seen = codes_of(input);
    const char *element = NULL;
    struct code_view view;
    for (size_t i = 0; seen && i < seen->code_count && !element; i++)
        if (code_view_of(&input->picture->pixels, &seen->codes[i], &view) && view.is_weak)
            element = "img";
    for (size_t i = 0; i < input->display_count && !element; i++)
        if (scene_is_weak(input->scenes[i]))
            element = "link";
    if (element)
        add(input, element, FINDING_CODE_WEAK, report);
}

/* ---- what it says -------------------------------------------------------------------------- */

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Scheme and name in small letters, without a slash at the end; the rest says as it is. */
static struct str normal(struct arena *arena, struct str url)
{
    url = str_trim(url);
    struct link link = link_of(url);
    char *host = str_c(arena, link.host);
    for (char *at = host; *at; at++)
        *at = lower(*at);
    struct str rest = link.rest;
    if (str_is(rest, "/"))
        rest = STR("");
    bool is_plain = link.scheme.bytes == 0 || link_same(link.scheme, "https");
    return str_format(arena, "%.*s//%.*s%s%.*s%.*s", is_plain ? 6 : (int)link.scheme.bytes,
                      is_plain ? "https:" : link.scheme.at, STR_ARG(link.user), host,
                      STR_ARG(link.port), STR_ARG(rest));
}

/* The addresses that a code may lead to. */
static bool is_declared(const struct rule_input *input, struct arena *arena, struct str payload)
{
    const struct announcement *announcement = input->announcement;
    struct str wanted = normal(arena, payload);
    if (announcement->link.bytes > 0 && str_equal(wanted, normal(arena, announcement->link)))
        return true;
    if (announcement->signup_href.bytes > 0 &&
        str_equal(wanted, normal(arena, announcement->signup_href)))
        return true;
    for (size_t i = 0; i < announcement->venue_count; i++)
        if (announcement->venues[i].href.bytes > 0 &&
            str_equal(wanted, normal(arena, announcement->venues[i].href)))
            return true;
    return false;
}

void rule_qr_decodes(const struct rule_input *input, struct report *report)
{
    const struct seen *seen = codes_of(input);
    for (size_t i = 0; seen && i < seen->code_count; i++) {
        struct str payload = seen->codes[i].payload;
        struct str declared = announcement_qr_address(input->announcement);
        if (is_declared(input, report->arena, payload))
            continue;
        struct finding *finding =
            add(input, "img", declared.bytes > 0 ? FINDING_CODE_OTHER : FINDING_CODE_UNDECLARED,
                report);
        finding_arg(report, finding, payload);
        if (declared.bytes > 0)
            finding_arg(report, finding, declared);
        return;
    }
}
