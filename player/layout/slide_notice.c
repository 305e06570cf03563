/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The slide of most announcements. The one question is how large the letters can be: for a choice
 * of sides (with the picture, without) the largest size is searched at which title, text and facts
 * fit; space becomes size first and only then air.
 */
#include "layout/slides.h"

#include <math.h>

#define TITLE_SHARE 1.733 /* title : body, 104 : 60 */
#define TITLE_GIVES 3.0   /* px of the title for each px that the body lacks */
#define TITLE_MAX 124     /* units */
#define TITLE_LEAST 72    /* units; 68 upright */
#define TITLE_LEAST_UPRIGHT 68

/* Gaps between header, title, text and facts, as shares of the body's em. */
#define GAP_HEADER 0.20
#define GAP_TITLE 0.12
#define GAP_FACTS 0.32
#define GAP_BOTTOM 0.15

struct text_column {
    struct flow title, body, facts;
    double size; /* px */
    int height;  /* all flows and gaps between them */
    bool fits;
};

struct attempt {
    struct side side;
    struct text_column column;
    int left, right, top, bottom; /* of the room for the column */
};

/* The title gives way first: under the body's size of the pictures in player/README.md, "Looks" it
 * shrinks faster. */
static double title_size_of(const struct frame *frame, double body)
{
    double missing = fmax(0, frame_px(frame, UNITS_BODY) - body);
    return fmin(body * TITLE_SHARE - missing * TITLE_GIVES, frame_px(frame, TITLE_MAX));
}

static struct text_column column_at(struct frame *frame, const struct item *item,
                                    const struct facts *facts, double size, int width, int height)
{
    double title_size = title_size_of(frame, size);
    double least = frame_px(frame, frame_is_upright(frame) ? TITLE_LEAST_UPRIGHT : TITLE_LEAST);
    struct text_column column = {
        .title = flow_title(frame, item->announcement.title, fmax(title_size, least), least, width),
        .body = flow_body(frame, &item->announcement, size, width, true),
        .facts = flow_facts(frame, facts, size, width),
        .size = size,
    };
    column.height = column.title.height + (int)(size * GAP_TITLE) + column.body.height;
    if (column.facts.count > 0)
        column.height += (int)(size * GAP_FACTS) + column.facts.height;
    bool words = column.title.wide_word.bytes == 0 && column.body.wide_word.bytes == 0 &&
                 column.facts.wide_word.bytes == 0;
    column.fits = words && column.height <= height;
    return column;
}

/* The largest size that fits, by halving; at the least size it need not. */
static struct text_column largest_column(struct frame *frame, const struct item *item,
                                         const struct facts *facts, int width, int height)
{
    int low = (int)ceil(frame->scene->letter_size_min), high = frame_px(frame, UNITS_BODY_MAX);
    struct text_column best = column_at(frame, item, facts, low, width, height);
    while (best.fits && low < high) {
        int middle = (low + high + 1) / 2;
        struct text_column column = column_at(frame, item, facts, middle, width, height);
        if (column.fits) {
            best = column;
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return best;
}

/* What may be varied to make room; see best_attempt. */
struct variant {
    bool picture;
    double band_share; /* of the height, for the picture of an upright display */
    bool compact;      /* see facts_of */
};

/* Rooms are found by drawing header and footer into a scene that is thrown away. */
static struct attempt try_variant(struct arena *arena, const struct layout_context *context,
                                  const struct item *item, const struct variant *variant)
{
    const struct announcement *announcement = &item->announcement;
    struct frame frame = frame_start(arena, context, announcement->language);
    struct attempt attempt = {
        .side = side_of(&frame, item, variant->picture, variant->band_share),
    };
    struct facts facts = facts_of(&frame, item, variant->compact);
    attempt.left = frame.safe.x;
    attempt.right = side_text_right(&frame, &attempt.side);
    double em = frame_px(&frame, UNITS_HEADER);
    attempt.top =
        frame_header(&frame, attempt.right) + (int)(em * GAP_HEADER) + attempt.side.band_height;
    if (attempt.side.band_height > 0)
        attempt.top += (int)(em * GAP_FACTS) + attempt.side.caption_row;
    attempt.bottom = frame_footer(&frame, attempt.right, slide_organisations(&frame, announcement),
                                  announcement->number) -
                     (int)(em * GAP_BOTTOM) - attempt.side.row_height;
    if (attempt.side.row_height > 0)
        attempt.bottom -= (int)(em * GAP_BOTTOM);
    attempt.column = largest_column(&frame, item, &facts, attempt.right - attempt.left,
                                    attempt.bottom - attempt.top);
    return attempt;
}

/* Letters of one variant are worth the picture of another only when they are this much larger. */
#define PICTURE_WORTH_SHARE 1.15

static bool is_better(const struct attempt *a, const struct attempt *than)
{
    if (a->column.fits != than->column.fits)
        return a->column.fits;
    double worth = a->side.picture == than->side.picture ? 1
                   : a->side.picture                     ? 1 / PICTURE_WORTH_SHARE
                                                         : PICTURE_WORTH_SHARE;
    return a->column.size > than->column.size * worth;
}

/*
 * The first variant with comfortable letters: all dates and a large picture first, then dates on
 * one line, then a smaller band on an upright display, at last no picture. When none is
 * comfortable, the best of them.
 */
static struct attempt best_attempt(struct arena *arena, const struct layout_context *context,
                                   const struct item *item)
{
    static const struct variant variants[] = {
        { true, 0.30, false }, { true, 0.30, true }, { true, 0.24, true },
        { true, 0.18, true },  { false, 0, false },  { false, 0, true },
    };
    double comfortable =
        (UNITS_LETTER_WARN + 1) * layout_letter_min(context->display) / UNITS_LETTER_MIN;
    struct attempt best = { 0 };
    for (size_t i = 0; i < ARRAY_LEN(variants); i++) {
        if (variants[i].picture && item->picture.width == 0)
            continue;
        struct attempt attempt = try_variant(arena, context, item, &variants[i]);
        if (best.column.size <= 0 || is_better(&attempt, &best))
            best = attempt;
        if (best.column.fits && best.column.size >= comfortable)
            break;
    }
    return best;
}

void slide_note_fit(struct frame *frame, double size, int over_px, const struct flow *text,
                    const struct flow *facts)
{
    struct scene *scene = frame->scene;
    scene->letter_size = size;
    scene->wide_word = text->wide_word.bytes > 0 ? text->wide_word : facts->wide_word;
    if (over_px <= 0 || scene->wide_word.bytes > 0)
        return;
    double line_letters = frame->safe.width * 0.6 / (size * 0.52); /* F2: advance 0.52 em */
    scene->characters_over = (int)ceil(over_px / (size * PITCH_BODY) * line_letters);
}

struct str slide_organisations(struct frame *frame, const struct announcement *announcement)
{
    struct str text = { 0 };
    for (size_t i = 0; i < announcement->author_count; i++) {
        struct str name = announcement->authors[i].name;
        text = i == 0 ? name : str_format(frame->arena, "%.*s, %.*s", STR_ARG(text), STR_ARG(name));
    }
    return text;
}

/* Air that is left goes between the parts, a third each, and under them. */
static void place_column(struct frame *frame, const struct attempt *attempt)
{
    const struct text_column *column = &attempt->column;
    int room = attempt->bottom - attempt->top - column->height;
    int air = room > 0 ? room / 4 : 0;
    int most = (int)(column->size * 0.7);
    air = air < most ? air : most;
    int y = flow_place(frame, &column->title, attempt->left, attempt->top + air / 2);
    y = flow_place(frame, &column->body, attempt->left, y + (int)(column->size * GAP_TITLE) + air);
    flow_place(frame, &column->facts, attempt->left, y + (int)(column->size * GAP_FACTS) + air);
}

struct scene *slide_notice(struct arena *arena, const struct layout_context *context,
                           const struct item *item)
{
    const struct announcement *announcement = &item->announcement;
    struct attempt attempt = best_attempt(arena, context, item);
    struct frame frame = frame_start(arena, context, announcement->language);
    if (!frame_is_upright(&frame)) {
        frame_bar(&frame);
        side_place_panel(&frame, &attempt.side);
    }
    int y = frame_header(&frame, attempt.right);
    int footer = frame_footer(&frame, attempt.right, slide_organisations(&frame, announcement),
                              announcement->number);
    if (frame_is_upright(&frame)) {
        int gap = frame_px(&frame, UNITS_HEADER * GAP_HEADER);
        side_place_band(&frame, &attempt.side, y + gap);
        side_place_row(&frame, &attempt.side, footer - gap);
    }
    place_column(&frame, &attempt);
    const struct text_column *column = &attempt.column;
    int over = column->height - (attempt.bottom - attempt.top);
    struct flow text = column->body;
    if (column->title.wide_word.bytes > 0)
        text.wide_word = column->title.wide_word;
    slide_note_fit(&frame, column->size, over, &text, &column->facts);
    frame.scene->fact_lines = column->facts.lines;
    return frame_finish(&frame);
}
