/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * title-length, text-length, message-levels and duration-min-for-text: how much people can read
 * while a slide stays. What was not laid out is not judged: what stands in the way has its finding.
 */
#include "base/utf8.h"
#include "layout/reading.h"
#include "rules/rule_set.h"

#include <math.h>

#define TITLE_CHARACTERS_BLOCK 70
#define TITLE_LINES_MAX 2
#define TEXT_SECONDS 30.0 /* a text of this length leaves time for the facts beside it */

/* Characters as they are seen: a soft hyphen is none. */
static long seen_length(struct str text)
{
    uint32_t point;
    long count = 0;
    while (utf8_next(&text, &point))
        count += point != 0xAD;
    return count;
}

static struct finding *add(const struct rule_input *input, const char *element,
                           enum finding_code code, long found, long limit, struct report *report)
{
    struct finding *finding = report_add(report, code, rule_place(input, element));
    finding_number(report, finding, found);
    finding_number(report, finding, limit);
    finding->found = finding->args[0];
    finding->limit = finding->args[1];
    return finding;
}

/* ---- title-length -------------------------------------------------------------------------- */

static long title_lines(const struct scene *scene)
{
    long lines = 0;
    for (size_t i = 0; i < scene->count; i++)
        lines += scene->parts[i].kind == SCENE_TEXT && scene->parts[i].text.role == SCENE_TITLE;
    return lines;
}

/* One finding is enough, of the display where it takes most lines. */
static void check_title_lines(const struct rule_input *input, struct report *report)
{
    size_t worst = 0;
    for (size_t i = 1; i < input->display_count; i++)
        worst = title_lines(input->scenes[i]) > title_lines(input->scenes[worst]) ? i : worst;
    long lines = title_lines(input->scenes[worst]);
    if (lines > TITLE_LINES_MAX)
        finding_arg(report,
                    add(input, "title", FINDING_TITLE_LINES, lines, TITLE_LINES_MAX, report),
                    input->displays[worst]->name);
}

void rule_title_length(const struct rule_input *input, struct report *report)
{
    if (input->display_count == 0)
        return;
    long length = seen_length(input->announcement->title);
    long limit = (long)report_limit(report, RULE_TITLE_LENGTH);
    if (length > TITLE_CHARACTERS_BLOCK)
        add(input, "title", FINDING_TITLE_TOO_LONG, length, TITLE_CHARACTERS_BLOCK, report);
    else if (length > limit)
        add(input, "title", FINDING_TITLE_LONG, length, limit, report);
    else
        check_title_lines(input, report);
}

/* ---- text-length --------------------------------------------------------------------------- */

/* Lead and body. The cards of joint material are looked up, not read through. */
static long text_length(const struct announcement *announcement)
{
    long length = seen_length(announcement->summary);
    for (size_t i = 0; i < announcement->block_count; i++) {
        const struct block *block = &announcement->blocks[i];
        if (announcement->kind != KIND_JOINT || block->kind == BLOCK_PARAGRAPH)
            length += seen_length(block->text);
    }
    return length;
}

/* Of the display on which it takes longest. Pages of joint material are each read for their part.
 */
static double whole_seconds(const struct rule_input *input)
{
    double longest = 0;
    for (size_t i = 0; i < input->display_count; i++) {
        const struct scene *scene = input->scenes[i];
        double characters = (double)scene->text_characters / (scene->pages > 1 ? scene->pages : 1);
        longest = fmax(longest,
                       reading_seconds(characters, scene->fact_lines, input->profile->reading_cps));
    }
    return longest;
}

/* The centre's own limit, else what its readers manage. */
static long text_limit(const struct rule_input *input, const struct report *report)
{
    const struct profile *profile = input->profile;
    if (report->settings && report->settings[RULE_TEXT_LENGTH].has_limit)
        return (long)report_limit(report, RULE_TEXT_LENGTH);
    return reading_characters(fmin(TEXT_SECONDS, profile->slide_seconds_max), profile->reading_cps);
}

void rule_text_length(const struct rule_input *input, struct report *report)
{
    const struct profile *profile = input->profile;
    long length = text_length(input->announcement), limit = text_limit(input, report);
    long most = reading_characters(profile->slide_seconds_max, profile->reading_cps);
    double seconds = whole_seconds(input), over = seconds - profile->slide_seconds_max;
    struct finding *finding;
    if (input->display_count == 0)
        return;
    if (length > most) {
        finding = add(input, "content", FINDING_TEXT_TOO_LONG, length, most, report);
        finding_number(report, finding, length - most);
    } else if (over > 0) {
        finding = add(input, "content", FINDING_SLIDE_TOO_LONG, (long)ceil(seconds),
                      profile->slide_seconds_max, report);
        finding_number(report, finding, (long)ceil(over * profile->reading_cps));
    } else if (length > limit) {
        finding = add(input, "content", FINDING_TEXT_LONG, length, limit, report);
        finding_number(report, finding, length - limit);
    }
}

/* ---- message-levels ------------------------------------------------------------------------ */

void rule_message_levels(const struct rule_input *input, struct report *report)
{
    const struct announcement *announcement = input->announcement;
    long limit = (long)report_limit(report, RULE_MESSAGE_LEVELS), items = 0;
    for (size_t i = 0; i < announcement->block_count; i++)
        items += announcement->blocks[i].kind != BLOCK_PARAGRAPH;
    if (announcement->kind != KIND_JOINT && items > limit)
        add(input, "content", FINDING_LIST_LONG, items, limit, report);
}

/* ---- duration-min-for-text ----------------------------------------------------------------- */

/* No slide stays longer than the centre allows: more than that cannot be asked of the sender. */
void rule_duration_min_for_text(const struct rule_input *input, struct report *report)
{
    int wished = input->announcement->show.seconds;
    double needed = fmin(whole_seconds(input), input->profile->slide_seconds_max);
    if (wished > 0 && wished < needed)
        add(input, "it:show", FINDING_SECONDS_SHORT, wished, (long)ceil(needed), report);
}
