/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * picture-text, slide-text-match, baked-letter-height, contrast-baked: the words that a machine
 * read in the picture.
 *
 * A reader proves text, never its absence: a busy photo and turned text stay unread, and a textless
 * photo gives ghosts. So single words of low confidence count for nothing, and a share of all words
 * decides, not one of them. One model reads Latin letters only; texts of other scripts are not
 * compared.
 */
#include "model/language.h"
#include "rules/contrast_baked.h"
#include "rules/rule_set.h"
#include "rules/seen_words.h"
#include "rules/size.h"

#include <math.h>

#define WORDS_SHOWN 6
#define SHARE_BLOCK 60.0 /* %, under which slide and text are two announcements */
#define WORDS_COMPARED_MIN 4
#define X_HEIGHT_SHARE 0.75 /* of capitals; Noto Sans has 0.536 / 0.714 */
#define X_HEIGHT_ERROR 2    /* px of the picture, measured */
#define WORD_RATIO_MIN 3.0  /* no word under this, whatever the middle of all */
#define SCRATCH_BYTES_MAX ((size_t)32 << 20)

static const struct seen *text_of(const struct rule_input *input)
{
    const struct rule_picture *picture = input->picture;
    return picture && picture->seen && picture->seen->text_was_read ? picture->seen : NULL;
}

/* A few words behind each other, for people to recognise the place. */
static void say_word(struct text *said, size_t *count, struct str word)
{
    if (*count > WORDS_SHOWN)
        return;
    if (*count > 0)
        text_add(said, STR(" "));
    text_add(said, *count == WORDS_SHOWN ? STR("…") : word);
    (*count)++;
}

/* ---- picture-text -------------------------------------------------------------------------- */

void rule_picture_text(const struct rule_input *input, struct report *report)
{
    const struct seen *seen = text_of(input);
    size_t sure = 0, said_count = 0;
    if (!seen || picture_is_slide(input))
        return;
    struct text said = text_new(report->arena, 500);
    for (size_t i = 0; i < seen->word_count; i++) {
        if (!seen_is_sure(&seen->words[i]))
            continue;
        sure++;
        say_word(&said, &said_count, seen->words[i].text);
    }
    if ((double)sure >= report_limit(report, RULE_PICTURE_TEXT))
        finding_arg(report, picture_add(input, FINDING_TEXT_IN_PICTURE, report), text_str(&said));
}

/* ---- slide-text-match ---------------------------------------------------------------------- */

/* What the slide says beyond the announcement. */
static void compare_words(const struct rule_input *input, const struct seen *seen,
                          const struct declared *declared, struct arena *scratch,
                          struct report *report)
{
    size_t all = 0, missing = 0, said_count = 0;
    struct text said = text_new(report->arena, 500);
    for (size_t i = 0; i < seen->word_count; i++) {
        const struct seen_word *word = &seen->words[i];
        struct str folded = seen_fold(scratch, word->text);
        if (word->confidence <= SEEN_CONFIDENCE_MIN || folded.bytes == 0)
            continue;
        all++;
        if (declared_has(declared, folded))
            continue;
        missing++;
        say_word(&said, &said_count, word->text);
    }
    double share = all > 0 ? 100 * (double)(all - missing) / (double)all : 100;
    if (all < WORDS_COMPARED_MIN || share >= report_limit(report, RULE_SLIDE_TEXT_MATCH))
        return;
    bool differs = share < SHARE_BLOCK;
    struct finding *finding =
        picture_add(input, differs ? FINDING_SLIDE_OTHER : FINDING_SLIDE_WORDS, report);
    finding_arg(report, finding, text_str(&said));
    finding->found = str_format(report->arena, "%.0f %%", share);
    finding->limit =
        str_format(report->arena, "%.0f %%", report_limit(report, RULE_SLIDE_TEXT_MATCH));
}

/* Digits of each line behind each other: a reader may part or join a number as it likes. */
static struct str digits_seen(const struct seen *seen, struct arena *scratch)
{
    struct text digits = text_new(scratch, (size_t)1 << 16);
    for (size_t i = 0; i < seen->word_count; i++) {
        if (i > 0 && seen->words[i].line != seen->words[i - 1].line)
            text_add(&digits, STR(" "));
        text_add(&digits, seen_digits(scratch, seen->words[i].text));
    }
    return text_str(&digits);
}

static void compare_numbers(const struct rule_input *input, const struct seen *seen,
                            struct arena *scratch, struct report *report)
{
    size_t said_count = 0;
    struct text said = text_new(report->arena, 500);
    struct str digits = digits_seen(seen, scratch);
    for (size_t i = 0; i < input->text_count; i++) {
        const struct sender_text *text = &input->texts[i];
        struct str rest = text->text, word;
        bool is_shown = strcmp(text->element, "content") == 0;
        while (is_shown && str_next(&rest, ' ', &word)) {
            struct str number = seen_digits(scratch, word);
            if (number.bytes > 0 && str_find(digits, number) < 0)
                say_word(&said, &said_count, str_trim(word));
        }
    }
    if (said_count > 0)
        finding_arg(report, picture_add(input, FINDING_SLIDE_FACT, report), text_str(&said));
}

void rule_slide_text_match(const struct rule_input *input, struct report *report)
{
    const struct seen *seen = text_of(input);
    if (!seen || !picture_is_slide(input) ||
        strcmp(language_script(input->announcement->language), "Latn") != 0)
        return;
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    const struct declared declared = declared_of(scratch, input);
    size_t before = report->count;
    compare_words(input, seen, &declared, scratch, report);
    /* A slide without a word that could be read proves nothing about its numbers. */
    if (seen->word_count >= WORDS_COMPARED_MIN && report->count == before)
        compare_numbers(input, seen, scratch, report);
    arena_free(scratch);
}

/* ---- baked-letter-height ------------------------------------------------------------------- */

/* The words of a line when it surely holds some. */
static bool line_words(const struct seen *seen, const struct seen_line *line, struct text *said)
{
    size_t sure = 0, said_count = 0;
    for (size_t i = line->first_word; i < line->first_word + line->word_count; i++) {
        sure += seen_is_sure(&seen->words[i]);
        say_word(said, &said_count, seen->words[i].text);
    }
    return sure > 0;
}

static bool check_lines(const struct rule_input *input, const struct seen *seen,
                        const struct picture_view *view, struct report *report)
{
    double ratio = report_limit(report, RULE_BAKED_LETTER_HEIGHT);
    double least = X_HEIGHT_SHARE * size_of_ratio(view->display, ratio);
    double px_per_mm = display_px_per_mm(view->display);
    for (size_t i = 0; i < seen->line_count; i++) {
        const struct seen_line *line = &seen->lines[i];
        struct text said = text_new(report->arena, 500);
        if (line->x_height <= 0 || (line->x_height + X_HEIGHT_ERROR) * view->scale >= least ||
            !line_words(seen, line, &said))
            continue;
        double height = line->x_height * view->scale / px_per_mm;
        struct finding *finding = picture_add(input, FINDING_LETTERS_BAKED, report);
        finding_arg(report, finding, text_str(&said));
        finding_arg(report, finding, view->display->name);
        finding_arg(report, finding, str_format(report->arena, "%.0f", height));
        finding_arg(report, finding, str_format(report->arena, "%.0f", ceil(least / px_per_mm)));
        finding->found = finding->args[2];
        finding->limit = finding->args[3];
        return true;
    }
    return false;
}

/* The first small line on the first display that shows it so speaks for all. */
void rule_baked_letter_height(const struct rule_input *input, struct report *report)
{
    const struct seen *seen = text_of(input);
    struct picture_view view;
    bool found = !seen || !picture_is_slide(input);
    for (size_t i = 0; i < input->display_count && !found; i++)
        found = picture_view_of(input, i, &view) && check_lines(input, seen, &view, report);
}

/* ---- contrast-baked ------------------------------------------------------------------------ */

void rule_contrast_baked(const struct rule_input *input, struct report *report)
{
    const struct seen *seen = text_of(input);
    size_t count = 0;
    /* What shows through has a finding of its own, and no colour that is known here. */
    if (!seen || !picture_is_slide(input) || seen->word_count == 0 ||
        picture_is_clear(input->picture))
        return;
    struct arena *scratch = arena_new(SCRATCH_BYTES_MAX);
    struct box *boxes = ARENA_ARRAY(scratch, struct box, seen->word_count);
    const struct seen_word **words =
        ARENA_ARRAY(scratch, const struct seen_word *, seen->word_count);
    for (size_t i = 0; i < seen->word_count; i++) {
        struct seen_box box = seen->words[i].box;
        if (!seen_is_sure(&seen->words[i]))
            continue;
        words[count] = &seen->words[i];
        boxes[count++] = (struct box){ box.x, box.y, box.width, box.height };
    }
    struct baked_contrast contrast = contrast_baked(scratch, &input->picture->pixels, boxes, count);
    double limit = report_limit(report, RULE_CONTRAST_BAKED);
    bool low = contrast.judged > 0 && (contrast.median < limit || contrast.lowest < WORD_RATIO_MIN);
    if (low) {
        struct finding *finding = picture_add(input, FINDING_COLOURS_BAKED, report);
        finding_arg(report, finding, words[contrast.lowest_at]->text);
        /* Down, so that 4.48 does not read 4.5. */
        finding_arg(report, finding,
                    str_format(report->arena, "%.1f", floor(contrast.lowest * 10) / 10));
        finding_arg(report, finding, str_format(report->arena, "%.1f", limit));
        finding->found = finding->args[1];
        finding->limit = finding->args[2];
    }
    arena_free(scratch);
}
