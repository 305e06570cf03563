/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows: paragraphs, titles and the body of an announcement. */
#include "layout/flow.h"

#include "language/sentence.h"
#include "text/wrap.h"

#include <math.h>

#define TITLE_LINES 2
#define TITLE_STEP 0.94           /* each try for a long word is this much smaller */
#define TITLE_ONE_LINE_SHARE 0.80 /* one line is worth this much of the size */
#define PARAGRAPH_GAP 0.25        /* em */
#define BULLET "\xE2\x80\xA2"

/* A whole text with what is strong in it, while pieces of it become lines. */
struct marked {
    const char *at;
    const struct strong *strong;
    size_t count;
};

/* The strong ranges that lie in a slice of the text. */
static void slice_strong(struct frame *frame, struct str slice, const struct marked *marked,
                         struct line *line)
{
    size_t start = (size_t)(slice.at - marked->at), end = start + slice.bytes;
    struct strong *kept = NULL;
    size_t kept_count = 0;
    for (size_t i = 0; i < marked->count; i++) {
        const struct strong *strong = &marked->strong[i];
        size_t from = strong->start > start ? strong->start : start;
        size_t until = strong->start + strong->bytes;
        until = until < end ? until : end;
        if (from < until)
            *ARENA_PUSH(frame->arena, kept, kept_count) =
                (struct strong){ from - start, until - from };
    }
    line->strong = kept;
    line->strong_count = kept_count;
}

static void add_line(struct frame *frame, struct flow *flow, const struct wrapped_line *wrapped,
                     const struct marked *marked, const struct flow_style *style)
{
    int pitch = (int)lround(style->size * style->pitch);
    struct scene_text *text = ARENA_PUSH(frame->arena, flow->texts, flow->count);
    *text = (struct scene_text){
        .box = { style->indent, flow->height, style->width - style->indent, pitch },
        .line = { .text = wrapped->text,
                  .weight = style->weight,
                  .size = style->size,
                  .right_to_left = frame->right_to_left && !style->address },
        .colour = style->colour,
        .align = ALIGN_START,
        .role = style->role,
        .source = style->source,
    };
    slice_strong(frame, wrapped->text, marked, &text->line);
    if (wrapped->soft_hyphen)
        text->line.text = str_join(frame->arena, wrapped->text, STR("-"));
    flow->height += pitch;
    flow->lines++;
    double width = wrapped->width + style->indent;
    flow->width = width > flow->width ? width : flow->width;
}

static void add_piece(struct frame *frame, struct flow *flow, struct str piece,
                      const struct marked *marked, const struct flow_style *style)
{
    /* wrap_text wants ranges within the piece it is given. */
    struct line in_piece = { 0 };
    slice_strong(frame, piece, marked, &in_piece);
    struct wrap_style wrap = {
        .weight = style->weight,
        .size = style->size,
        .width = style->width - style->indent,
        .language = frame->language,
    };
    struct wrapped wrapped = wrap_text(frame->arena, frame->context->measure, piece,
                                       in_piece.strong, in_piece.strong_count, &wrap);
    if (wrapped.wide_word.bytes > 0 && flow->wide_word.bytes == 0)
        flow->wide_word = wrapped.wide_word;
    for (size_t i = 0; i < wrapped.count; i++)
        add_line(frame, flow, &wrapped.lines[i], marked, style);
}

void flow_add(struct frame *frame, struct flow *flow, struct str text, const struct strong *strong,
              size_t strong_count, const struct flow_style *style)
{
    const struct marked marked = { text.at, strong, strong_count };
    struct str rest = text, part, sentence;
    while (str_next(&rest, '\n', &part)) {
        if (!style->sentences) {
            add_piece(frame, flow, str_trim(part), &marked, style);
            continue;
        }
        while (sentence_next(&part, &sentence))
            add_piece(frame, flow, sentence, &marked, style);
    }
}

void flow_gap(struct flow *flow, int height)
{
    flow->height += height;
}

int flow_place(struct frame *frame, const struct flow *flow, int x, int y)
{
    for (size_t i = 0; i < flow->count; i++) {
        struct scene_part *part = frame_part(frame, SCENE_TEXT);
        part->text = flow->texts[i];
        part->text.box.x += x;
        part->text.box.y += y;
    }
    return y + flow->height;
}

static struct flow title_at(struct frame *frame, struct str title, double size, int width)
{
    struct flow flow = { 0 };
    struct flow_style style = {
        .role = SCENE_TITLE,
        .source = STR("title"),
        .weight = WEIGHT_BOLD,
        .size = floor(size),
        .pitch = PITCH_TITLE,
        .width = width,
        .colour = frame->theme->title,
    };
    flow_add(frame, &flow, title, NULL, 0, &style);
    return flow;
}

struct flow flow_title(struct frame *frame, struct str title, double size, double least, int width)
{
    struct flow flow = title_at(frame, title, size, width);
    double smaller = size;
    while ((flow.wide_word.bytes > 0 || flow.lines > TITLE_LINES) &&
           smaller * TITLE_STEP >= least) {
        smaller *= TITLE_STEP;
        flow = title_at(frame, title, smaller, width);
    }
    /* A title that nearly fits on one line reads better there than broken in two. */
    double one_line = smaller * TITLE_ONE_LINE_SHARE;
    if (flow.lines < 2 || one_line < least)
        return flow;
    for (double tried = smaller; tried >= one_line; tried *= 0.97) {
        struct flow single = title_at(frame, title, tried, width);
        if (single.lines == 1)
            return single;
    }
    return flow;
}

static void add_block(struct frame *frame, struct flow *flow, const struct block *block,
                      size_t number, struct flow_style style)
{
    if (block->kind == BLOCK_PARAGRAPH) {
        flow_add(frame, flow, block->text, block->strong, block->strong_count, &style);
        return;
    }
    struct str mark =
        block->kind == BLOCK_BULLET ? STR(BULLET) : str_format(frame->arena, "%zu.", number);
    size_t first = flow->count;
    style.indent = (int)lround(style.size * (block->kind == BLOCK_BULLET ? 0.7 : 1.1));
    flow_add(frame, flow, block->text, block->strong, block->strong_count, &style);
    if (first == flow->count)
        return;
    struct scene_text line = flow->texts[first];
    line.box.x = 0;
    line.line.text = mark;
    line.line.strong_count = 0;
    line.colour = frame->theme->accent;
    *ARENA_PUSH(frame->arena, flow->texts, flow->count) = line;
}

struct flow flow_body(struct frame *frame, const struct announcement *announcement, double size,
                      int width, bool sentences)
{
    struct flow flow = { 0 };
    struct flow_style style = {
        .role = SCENE_BODY,
        .source = STR("summary"),
        .weight = WEIGHT_REGULAR,
        .size = size,
        .pitch = size < frame_px(frame, UNITS_BODY) ? PITCH_FACTS : PITCH_BODY,
        .width = width,
        .colour = frame->theme->ink,
        .sentences = sentences,
    };
    flow_add(frame, &flow, announcement->summary, NULL, 0, &style);
    style.source = STR("content");
    size_t number = 0;
    for (size_t i = 0; i < announcement->block_count; i++) {
        const struct block *block = &announcement->blocks[i];
        bool list = i > 0 && block->kind != BLOCK_PARAGRAPH &&
                    announcement->blocks[i - 1].kind == block->kind;
        number = list ? number + 1 : 1;
        if (flow.count > 0 && !list && announcement->block_count > 1 && i > 0)
            flow_gap(&flow, (int)(size * PARAGRAPH_GAP));
        add_block(frame, &flow, block, number, style);
    }
    return flow;
}
