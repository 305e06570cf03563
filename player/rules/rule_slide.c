/* SPDX-License-Identifier: GPL-3.0-or-later */
/* missing-glyph and overflow: what the laid-out slides say. */
#include "base/utf8.h"
#include "rules/room.h"
#include "rules/rule_set.h"

#define GLYPHS_NAMED 3 /* a text in a foreign script misses hundreds: a few tell enough */

struct named_text {
    const char *element;
    struct str text;
};

static bool is_drawn(uint32_t point)
{
    bool soft_hyphen = point == 0xAD;
    bool direction_mark = point == 0x200E || point == 0x200F || point == 0x61C;
    return point > 0x20 && !soft_hyphen && !direction_mark && point != 0x200C && point != 0x200D;
}

static void note_glyph(const struct rule_input *input, const char *element, uint32_t point,
                       struct report *report)
{
    char bytes[4];
    size_t used = utf8_put(point, bytes);
    struct str text = str_format(report->arena, "%.*s (U+%04X)", (int)used, bytes, point);
    finding_arg(report, report_add(report, FINDING_GLYPH_MISSING, rule_place(input, element)),
                text);
}

static size_t check_text(const struct rule_input *input, const char *element, struct str text,
                         size_t found, struct report *report)
{
    uint32_t point;
    while (found < GLYPHS_NAMED && utf8_next(&text, &point)) {
        if (!is_drawn(point) || input->measure->ops->has_glyph(input->measure, point))
            continue;
        note_glyph(input, element, point, report);
        found++;
    }
    return found;
}

void rule_missing_glyph(const struct rule_input *input, struct report *report)
{
    const struct announcement *a = input->announcement;
    const struct named_text texts[] = {
        { "title", a->title },  { "summary", a->summary },  { "it:audience", a->audience },
        { "it:cost", a->cost }, { "it:signup", a->signup },
    };
    size_t found = 0;
    if (!input->measure)
        return;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        found = check_text(input, texts[i].element, texts[i].text, found, report);
    for (size_t i = 0; i < a->block_count; i++)
        found = check_text(input, "content", a->blocks[i].text, found, report);
    for (size_t i = 0; i < a->author_count; i++)
        found = check_text(input, "author", a->authors[i].name, found, report);
    for (size_t i = 0; i < a->venue_count; i++) {
        found = check_text(input, "it:where", a->venues[i].name, found, report);
        found = check_text(input, "it:where", a->venues[i].extra, found, report);
        found = check_text(input, "it:where", a->venues[i].street, found, report);
        found = check_text(input, "it:where", a->venues[i].city, found, report);
    }
}

/*
 * The slide is measured at the display where it fares worst; each display is named once. Where no
 * layout could make room, capacity says so.
 */
void rule_overflow(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->display_count; i++) {
        const struct scene *scene = input->scenes[i];
        struct str display = input->displays[i]->name;
        long holds;
        if (scene->wide_word.bytes > 0) {
            struct finding *finding =
                report_add(report, FINDING_OVERFLOW_WORD, rule_place(input, "content"));
            finding_arg(report, finding, scene->wide_word);
            finding_arg(report, finding, display);
        } else if (scene->characters_over > 0 && !room_is_exceeded(input, report, i, &holds)) {
            struct finding *finding =
                report_add(report, FINDING_OVERFLOW_TEXT, rule_place(input, "content"));
            finding_arg(report, finding, display);
            finding_number(report, finding, scene->characters_over);
        }
    }
}
