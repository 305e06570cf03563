/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joint material: each list item is a card. Its strong part is the name, lines follow, and a last
 * line that is a phone number stands at the far side, large.
 */
#include "layout/phrase.h"
#include "layout/slides.h"

#include <math.h>

#define UNITS_CARD_MAX 72
#define UNITS_TITLE 104
#define UNITS_CARD_BAR 13
#define UNITS_CARD_PAD 36
#define UNITS_CARD_GAP 20
#define UNITS_BORDER 3
#define CARD_PITCH 1.2
#define CARD_AIR 0.35 /* em above and below the text of a card */

struct card {
    struct flow text;
    struct str phone; /* formatted; empty for none */
    int height;
};

static bool is_card(const struct block *block)
{
    return block->kind != BLOCK_PARAGRAPH;
}

static size_t card_count(const struct announcement *announcement)
{
    size_t count = 0;
    for (size_t i = 0; i < announcement->block_count; i++)
        count += is_card(&announcement->blocks[i]);
    return count;
}

int slide_joint_pages(const struct announcement *announcement)
{
    size_t count = card_count(announcement);
    return count <= CARDS_PER_PAGE ? 1 : (int)((count + CARDS_PER_PAGE - 1) / CARDS_PER_PAGE);
}

static bool is_phone(struct str line)
{
    size_t digits = 0;
    for (size_t i = 0; i < line.bytes; i++) {
        bool digit = line.at[i] >= '0' && line.at[i] <= '9';
        digits += digit;
        if (!digit && line.at[i] != ' ' && line.at[i] != '+' && (uint8_t)line.at[i] < 0x80)
            return false;
    }
    return digits >= 6;
}

/* Takes a phone number that stands as the last line off the end. */
static struct str split_phone(struct arena *arena, struct str *text)
{
    size_t cut = text->bytes;
    while (cut > 0 && text->at[cut - 1] != '\n')
        cut--;
    struct str last = str_trim(str_slice(*text, cut, text->bytes));
    if (cut == 0 || !is_phone(last))
        return (struct str){ 0 };
    *text = str_trim(str_slice(*text, 0, cut));
    return phrase_phone(arena, last);
}

static struct card make_card(struct frame *frame, const struct block *block, double size,
                             int width)
{
    struct card card = { 0 };
    struct str text = block->text;
    card.phone = split_phone(frame->arena, &text);
    bool beside = frame->scene->width > frame->scene->height;
    double phone_width = frame_width_of(frame, card.phone, WEIGHT_BOLD, size);
    int room = beside && card.phone.bytes ? width - (int)(phone_width + size) : width;
    struct flow_style style = {
        .role = SCENE_CARD,
        .source = STR("content"),
        .weight = WEIGHT_REGULAR,
        .size = size,
        .pitch = CARD_PITCH,
        .width = room,
        .colour = frame->theme->ink,
    };
    flow_add(frame, &card.text, text, block->strong, block->strong_count, &style);
    for (size_t i = 0; i < card.text.count; i++) {
        if (card.text.texts[i].line.strong_count > 0)
            card.text.texts[i].colour = frame->theme->title;
    }
    if (!beside && card.phone.bytes) {
        style.weight = WEIGHT_BOLD;
        flow_add(frame, &card.text, card.phone, NULL, 0, &style);
        card.phone = (struct str){ 0 };
    }
    card.height = card.text.height + (int)(2 * CARD_AIR * size);
    return card;
}

static void place_card(struct frame *frame, const struct card *card, struct box box, double size)
{
    int border = frame_px(frame, UNITS_BORDER), bar = frame_px(frame, UNITS_CARD_BAR);
    int pad = frame_px(frame, UNITS_CARD_PAD);
    struct box inner = { box.x + bar, box.y + border, box.width - bar - border,
                         box.height - 2 * border };
    frame_fill(frame, box, frame->theme->accent);
    frame_fill(frame, inner, frame->theme->ground);
    flow_place(frame, &card->text, box.x + bar + pad, box.y + (box.height - card->text.height) / 2);
    struct box phone = { inner.x + pad, box.y, inner.width - 2 * pad, box.height };
    frame_line(frame, SCENE_CARD, phone, card->phone, WEIGHT_BOLD, size, frame->theme->ink,
               ALIGN_END);
}

struct page {
    struct card cards[CARDS_PER_PAGE];
    size_t count;
    double size;
    int height;
    struct str wide_word;
};

/* Cards are spread evenly: five make pages of three and two. */
static void page_range(size_t cards, int pages, int page, size_t *from, size_t *until)
{
    size_t each = (cards + (size_t)pages - 1) / (size_t)pages;
    *from = each * (size_t)page;
    *until = *from + each < cards ? *from + each : cards;
}

static struct page page_at(struct frame *frame, const struct announcement *announcement, int page,
                           double size, int width)
{
    struct page made = { .size = size };
    size_t from, until, index = 0;
    int inner = width - frame_px(frame, UNITS_CARD_BAR + UNITS_BORDER + 2 * UNITS_CARD_PAD);
    page_range(card_count(announcement), slide_joint_pages(announcement), page, &from, &until);
    for (size_t i = 0; i < announcement->block_count; i++) {
        if (!is_card(&announcement->blocks[i]))
            continue;
        if (index >= from && index < until && made.count < CARDS_PER_PAGE) {
            struct card card = make_card(frame, &announcement->blocks[i], size, inner);
            made.height += card.height + (made.count ? frame_px(frame, UNITS_CARD_GAP) : 0);
            if (card.text.wide_word.bytes > 0)
                made.wide_word = card.text.wide_word;
            made.cards[made.count++] = card;
        }
        index++;
    }
    return made;
}

static struct page largest_page(struct frame *frame, const struct announcement *announcement,
                                int page, int width, int height)
{
    int least = (int)ceil(frame->scene->letter_size_min);
    for (int size = frame_px(frame, UNITS_CARD_MAX);; size -= 2) {
        struct page made = page_at(frame, announcement, page, size < least ? least : size, width);
        if ((made.height <= height && made.wide_word.bytes == 0) || size <= least)
            return made;
    }
}

/* Title, lead and the paragraphs that are no cards. */
static int place_head(struct frame *frame, const struct announcement *announcement, int y,
                      int width)
{
    struct announcement lead = *announcement;
    struct block *blocks = NULL;
    size_t count = 0;
    for (size_t i = 0; i < announcement->block_count; i++) {
        if (!is_card(&announcement->blocks[i]))
            *ARENA_PUSH(frame->arena, blocks, count) = announcement->blocks[i];
    }
    lead.blocks = blocks;
    lead.block_count = count;
    struct flow title = flow_title(frame, announcement->title, frame_px(frame, UNITS_TITLE),
                                   frame_px(frame, 72), width);
    y = flow_place(frame, &title, frame->safe.x, y);
    struct flow body = flow_body(frame, &lead, frame_px(frame, 58), width);
    return flow_place(frame, &body, frame->safe.x, y + frame_px(frame, 12));
}

static struct str footer_text(struct frame *frame, const struct announcement *announcement,
                              int page, int pages)
{
    struct str text = slide_organisations(frame, announcement);
    if (announcement->author_count > 1)
        text = str_format(frame->arena, "%zu %s", announcement->author_count,
                          frame->wording->together);
    if (pages > 1)
        text = str_format(frame->arena, "%.*s · %d/%d", STR_ARG(text), page + 1, pages);
    return text;
}

struct scene *slide_joint(struct arena *arena, const struct layout_context *context,
                          const struct item *item, int page)
{
    const struct announcement *announcement = &item->announcement;
    struct frame frame = frame_start(arena, context, announcement->language);
    bool lying = frame.scene->width > frame.scene->height;
    struct side side = side_of(&frame, item, false, 0);
    int pages = slide_joint_pages(announcement);
    if (lying)
        frame_bar(&frame);
    int right = lying ? side_place_panel(&frame, &side) : frame.safe.x + frame.safe.width;
    int width = right - frame.safe.x, gap = frame_px(&frame, UNITS_CARD_GAP);
    int y = frame_header(&frame, right) + frame_px(&frame, 12);
    int bottom = frame_footer(&frame, right, footer_text(&frame, announcement, page, pages),
                              announcement->number) - gap;
    if (!lying)
        bottom = side_place_row(&frame, &side, bottom) - gap;
    y = place_head(&frame, announcement, y, width) + gap;
    struct page made = largest_page(&frame, announcement, page, width, bottom - y);
    int spare = bottom - y - made.height;
    int stretch = spare > 0 && made.count ? spare / (int)made.count : 0;
    int most = (int)(made.size * 0.8);
    stretch = stretch < most ? stretch : most;
    for (size_t i = 0; i < made.count; i++) {
        struct box box = { frame.safe.x, y, width, made.cards[i].height + stretch };
        place_card(&frame, &made.cards[i], box, made.size);
        y += box.height + gap;
    }
    struct flow words = { .wide_word = made.wide_word };
    slide_note_fit(&frame, made.size, -spare, &words, &words);
    frame.scene->page = page;
    frame.scene->pages = pages;
    return frame_finish(&frame);
}
