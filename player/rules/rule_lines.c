/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * line-length and auto-hyphen. Our own layout breaks lines by sense and keeps them short, so the
 * length is judged on ready-made slides, whose lines a machine has read; that no word is broken is
 * looked at on our own, where it can be known.
 */
#include "base/utf8.h"
#include "rules/line_length.h"
#include "rules/rule_set.h"
#include "rules/seen_words.h"

#define LINE_BYTES_MAX 4096

enum line_verdict line_length_verdict(long characters, long limit)
{
    if (characters > LINE_MOST)
        return LINE_BLOCK;
    if (characters > limit)
        return LINE_WARN;
    return characters > LINE_ADVISED ? LINE_ADVISE : LINE_FINE;
}

/* ---- line-length --------------------------------------------------------------------------- */

/* The words of a line as read, with a space between them; what is not sure is no proof. */
static struct str line_text(struct arena *arena, const struct seen *seen,
                            const struct seen_line *line)
{
    struct text text = text_new(arena, LINE_BYTES_MAX);
    for (size_t i = 0; i < line->word_count; i++) {
        const struct seen_word *word = &seen->words[line->first_word + i];
        if (word->confidence >= SEEN_CONFIDENCE_MIN)
            text_format(&text, "%s%.*s", text_str(&text).bytes > 0 ? " " : "", STR_ARG(word->text));
    }
    return text_str(&text);
}

void rule_line_length(const struct rule_input *input, struct report *report)
{
    static const enum finding_code codes[] = {
        [LINE_ADVISE] = FINDING_LINE_RATHER_LONG,
        [LINE_WARN] = FINDING_LINE_LONG,
        [LINE_BLOCK] = FINDING_LINE_TOO_LONG,
    };
    const struct seen *seen = input->picture ? input->picture->seen : NULL;
    long limit = (long)report_limit(report, RULE_LINE_LENGTH), longest = 0;
    struct str text = { 0 };
    if (input->announcement->kind != KIND_PICTURE_SLIDE || !seen || !seen->text_was_read)
        return;
    for (size_t i = 0; i < seen->line_count; i++) {
        struct str line = line_text(report->arena, seen, &seen->lines[i]);
        long length = (long)utf8_length(line);
        text = length > longest ? line : text;
        longest = length > longest ? length : longest;
    }
    enum line_verdict verdict = line_length_verdict(longest, limit);
    if (verdict == LINE_FINE)
        return;
    struct finding *finding = report_add(report, codes[verdict], rule_place(input, "img"));
    finding_number(report, finding, longest);
    finding_arg(report, finding, text);
    finding_number(report, finding, verdict == LINE_ADVISE ? LINE_ADVISED : limit);
    finding->found = finding->args[0];
    finding->limit = finding->args[2];
}

/* ---- auto-hyphen --------------------------------------------------------------------------- */

static uint32_t last_point(struct str text)
{
    uint32_t point = 0;
    while (utf8_next(&text, &point)) {
    }
    return point;
}

static bool is_letter(uint32_t point)
{
    bool ascii = (point | 0x20) >= 'a' && (point | 0x20) <= 'z';
    return ascii || (point >= 0xC0 && point != 0xD7 && point != 0xF7 && point < 0x2000);
}

/*
 * Two lines are slices of one text of the sender: a word is broken where the second begins right
 * behind the first, letter to letter. Behind a hyphen that the sender wrote it may.
 */
static bool is_broken(const struct scene_text *above, const struct scene_text *below)
{
    struct str first = above->line.text, second = below->line.text;
    uint32_t point = 0;
    struct str rest = second;
    if (first.bytes == 0 || first.at + first.bytes != second.at || !utf8_next(&rest, &point))
        return false;
    return is_letter(last_point(first)) && is_letter(point);
}

void rule_auto_hyphen(const struct rule_input *input, struct report *report)
{
    for (size_t i = 0; i < input->display_count; i++) {
        const struct scene *scene = input->scenes[i];
        for (size_t j = 0; j + 1 < scene->count; j++) {
            const struct scene_part *above = &scene->parts[j], *below = &scene->parts[j + 1];
            if (above->kind != SCENE_TEXT || below->kind != SCENE_TEXT ||
                !is_broken(&above->text, &below->text))
                continue;
            struct finding *finding =
                report_add(report, FINDING_WORD_BROKEN,
                           rule_place(input, str_c(report->arena, above->text.source)));
            finding_arg(report, finding, input->displays[i]->name);
            finding_arg(report, finding,
                        str_join(report->arena, above->text.line.text, below->text.line.text));
            break;
        }
    }
}
