/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * safe-area, capacity and auto-advance: what stands at the edge, what no display of the centre has
 * room for, and what nobody can read in peace.
 */
#include "layout/reading.h"
#include "rules/room.h"
#include "rules/rule_set.h"
#include "rules/scene_ground.h"
#include "rules/size.h"

#include <math.h>

/* ---- safe-area ----------------------------------------------------------------------------- */

/* The room for what must be seen: a share of the slide is left free on each side. */
static struct box safe_box(const struct scene *scene, double percent)
{
    int x = (int)floor(scene->width * percent / 100), y = (int)floor(scene->height * percent / 100);
    return (struct box){ x, y, scene->width - 2 * x, scene->height - 2 * y };
}

/* The line of a text and its width; what letters reach above it is not counted. */
static struct box line_box(const struct rule_input *input, const struct scene_text *text)
{
    struct box box = scene_text_box(input->measure, text);
    int around = (int)ceil(text->line.size * TEXT_AROUND);
    double cap = text->line.size * CAP_HEIGHT;
    box.x += around;
    box.width -= 2 * around;
    box.y = text->box.y + (int)floor((text->box.height - cap) / 2);
    box.height = (int)ceil(cap);
    return box;
}

/* A code without its quiet zone: that is only ground. */
static struct box code_box(const struct scene_part *part)
{
    struct box box = part->qr.box;
    int code = part->qr.modules * part->qr.module_px, quiet = (box.width - code) / 2;
    return (struct box){ box.x + quiet, box.y + quiet, code, code };
}

/* Pictures, fills and signs beside words may reach the edge, letters and codes may not. */
static bool must_be_inside(const struct rule_input *input, const struct scene_part *part,
                           struct box *ret_box)
{
    if (part->kind == SCENE_TEXT) {
        *ret_box = line_box(input, &part->text);
        return true;
    }
    if (part->kind != SCENE_QR)
        return false;
    *ret_box = code_box(part);
    return true;
}

static void check_edges(const struct rule_input *input, size_t display, double percent,
                        struct report *report)
{
    const struct scene *scene = input->scenes[display];
    struct box safe = safe_box(scene, percent), box;
    for (size_t i = 0; i < scene->count; i++) {
        const struct scene_part *part = &scene->parts[i];
        if (!must_be_inside(input, part, &box) || box_inside(box, safe))
            continue;
        struct finding *finding = report_add(report, FINDING_NEAR_EDGE, rule_place(input, ""));
        finding_arg(report, finding, input->displays[display]->name);
        finding_arg(report, finding, part->kind == SCENE_TEXT ? part->text.line.text : STR("QR"));
        finding_arg(report, finding, str_format(report->arena, "%.10g", percent));
        return;
    }
}

/* What does not fit leaves its room: overflow tells that better. */
void rule_safe_area(const struct rule_input *input, struct report *report)
{
    double percent = report_limit(report, RULE_SAFE_AREA);
    for (size_t i = 0; i < input->display_count; i++)
        if (input->scenes[i]->characters_over == 0 && input->scenes[i]->wide_word.bytes == 0)
            check_edges(input, i, percent, report);
}

/* ---- capacity ------------------------------------------------------------------------------ */

/* The least letters, lines as close as our layout sets them, narrow letters: more never fits. */
#define CAPACITY_RATIO 200
#define CAPACITY_PITCH 1.3
#define CAPACITY_ADVANCE 0.44 /* em; the least average of Finnish, measured: README.md, F2 */
#define CAPACITY_MARGIN 0.05

static long capacity_of(const struct display *display, double factor)
{
    struct size_setting setting = { CAPACITY_RATIO / factor, CAPACITY_MARGIN, CAPACITY_PITCH,
                                    CAPACITY_ADVANCE };
    struct size_capacity capacity = size_capacity(display, setting);
    return (long)capacity.columns * capacity.lines;
}

bool room_is_exceeded(const struct rule_input *input, const struct report *report, size_t display,
                      long *ret_holds)
{
    const struct scene *scene = input->scenes[display];
    int pages = scene->pages > 1 ? scene->pages : 1;
    long holds =
        capacity_of(input->displays[display], report_limit(report, RULE_LOW_VISION_FACTOR));
    *ret_holds = holds;
    return scene->text_characters / pages > holds;
}

/* Once, of the display that holds the least. */
void rule_capacity(const struct rule_input *input, struct report *report)
{
    size_t worst = input->display_count;
    long least = 0, holds;
    for (size_t i = 0; i < input->display_count; i++) {
        if (!room_is_exceeded(input, report, i, &holds) ||
            (worst < input->display_count && holds >= least))
            continue;
        worst = i;
        least = holds;
    }
    if (worst == input->display_count)
        return;
    long length = input->scenes[worst]->text_characters;
    struct finding *finding = report_add(report, FINDING_NO_ROOM, rule_place(input, "content"));
    finding_arg(report, finding, input->displays[worst]->name);
    finding_number(report, finding, least);
    finding_number(report, finding, length);
    finding_number(report, finding, length - least);
    finding->found = finding->args[2];
    finding->limit = finding->args[1];
}

/* ---- auto-advance -------------------------------------------------------------------------- */

/* A short slide comes round again before anybody misses it. */
void rule_auto_advance(const struct rule_input *input, struct report *report)
{
    double limit = report_limit(report, RULE_AUTO_ADVANCE), longest = 0;
    if (input->announcement->kind == KIND_PICTURE_SLIDE ||
        announcement_qr_address(input->announcement).bytes > 0)
        return;
    for (size_t i = 0; i < input->display_count; i++) {
        const struct scene *scene = input->scenes[i];
        double characters = (double)scene->text_characters / (scene->pages > 1 ? scene->pages : 1);
        longest = fmax(longest,
                       reading_seconds(characters, scene->fact_lines, input->profile->reading_cps));
    }
    if (longest <= limit)
        return;
    struct finding *finding = report_add(report, FINDING_CANNOT_PAUSE, rule_place(input, "link"));
    finding_number(report, finding, (long)ceil(longest));
    finding->found = finding->args[0];
    finding->limit = str_format(report->arena, "%.10g", limit);
}
