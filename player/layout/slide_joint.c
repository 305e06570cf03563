/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joint material: each list item is a card. Its strong part is the name, lines follow, and a last
 * line that is a phone number stands at the far side: beside the names where all have room for it,
 * else beside the whole card (lying) or under it (upright), the same way on all cards of a page.
 * All pages of a notice have letters of one size.
 */
#include "layout/phrase.h"
#include "layout/slides.h"

#include <math.h>

#define UNITS_CARD_MAX 72
#define TITLE_SHARE 1.7 /* title : lead */
#define UNITS_CARD_BAR 13
#define UNITS_CARD_PAD 36
#define UNITS_CARD_GAP 14
#define UNITS_BORDER 3
#define PAGES_ALIKE_MAX 4            /* of more, each page is as large as it can be */
#define CHOICE_BYTES_MAX (64u << 20) /* the longest text takes a fifth of it */
#define CARD_PITCH 1.2
#define CARD_AIR 0.20 /* em above and below the text of a card */

struct card {
    struct flow text;
    struct str phone; /* formatted; empty for none, or when it is part of the text */
    bool has_phone;
    bool phone_on_name; /* beside the first line; else in the middle of the card */
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

/* apart  the phone does not stand on the name's line, even if it has room there */
static struct card make_card(struct frame *frame, const struct block *block, double size, int width,
                             bool apart)
{
    struct card card = { 0 };
    struct str text = block->text;
    card.phone = split_phone(frame->arena, &text);
    card.has_phone = card.phone.bytes > 0;
    bool beside = frame->scene->width > frame->scene->height;
    double phone_width = frame_width_of(frame, card.phone, WEIGHT_BOLD, size) + size;
    struct str rest = text, name;
    card.phone_on_name = !apart && str_next(&rest, '\n', &name) && rest.bytes > 0 &&
                         frame_width_of(frame, name, WEIGHT_BOLD, size) + phone_width <= width;
    bool narrow = beside && card.phone.bytes > 0 && !card.phone_on_name;
    int room = narrow ? width - (int)phone_width : width;
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
    if (!beside && card.phone.bytes > 0 && !card.phone_on_name) {
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
    if (card->phone_on_name) {
        phone.y += (box.height - card->text.height) / 2;
        phone.height = (int)lround(size * CARD_PITCH);
    }
    frame_line(frame, phone, card->phone,
               &(struct line_look){ SCENE_CARD, WEIGHT_BOLD, size, frame->theme->ink, ALIGN_END });
}

struct page {
    struct card cards[CARDS_PER_PAGE];
    size_t count;
    double size;
    int height;
    bool phone_apart; /* a phone does not stand on the line of its name */
    struct str wide_word;
};

/* Cards are spread evenly: five make pages of three and two. */
static void page_range(size_t cards, int pages, int page, size_t *from, size_t *until)
{
    size_t each = (cards + (size_t)pages - 1) / (size_t)pages;
    *from = each * (size_t)page;
    *until = *from + each < cards ? *from + each : cards;
}

static struct page cards_at(struct frame *frame, const struct announcement *announcement, int page,
                            double size, int width, bool apart)
{
    struct page made = { .size = size };
    size_t from, until, index = 0;
    int inner = width - frame_px(frame, UNITS_CARD_BAR + UNITS_BORDER + 2 * UNITS_CARD_PAD);
    page_range(card_count(announcement), slide_joint_pages(announcement), page, &from, &until);
    for (size_t i = 0; i < announcement->block_count; i++) {
        if (!is_card(&announcement->blocks[i]))
            continue;
        if (index >= from && index < until && made.count < CARDS_PER_PAGE) {
            const struct block *block = &announcement->blocks[i];
            struct card card = make_card(frame, block, size, inner, apart);
            made.phone_apart = made.phone_apart || (card.has_phone && !card.phone_on_name);
            made.height += card.height + (made.count ? frame_px(frame, UNITS_CARD_GAP) : 0);
            if (card.text.wide_word.bytes > 0)
                made.wide_word = card.text.wide_word;
            made.cards[made.count++] = card;
        }
        index++;
    }
    return made;
}

static struct page page_at(struct frame *frame, const struct announcement *announcement, int page,
                           double size, int width)
{
    struct page made = cards_at(frame, announcement, page, size, width, false);
    return made.phone_apart ? cards_at(frame, announcement, page, size, width, true) : made;
}

/*
 * The largest letters at which the cards fit; somewhat smaller ones when the phones then stand
 * beside their names.
 */
static struct page largest_page(struct frame *frame, const struct announcement *announcement,
                                int page, int width, int height)
{
    int least = (int)ceil(frame->scene->letter_size_min);
    int body = frame_px(frame, UNITS_BODY);
    struct page largest = { 0 };
    for (int size = frame_px(frame, UNITS_CARD_MAX); size > least; size--) {
        if (largest.size > 0 && size < body)
            return largest;
        struct page made = page_at(frame, announcement, page, size, width);
        if (made.height > height || made.wide_word.bytes > 0)
            continue;
        if (!made.phone_apart)
            return made;
        if (largest.size <= 0)
            largest = made;
    }
    return largest.size > 0 ? largest : page_at(frame, announcement, page, least, width);
}

/* Title, lead and the paragraphs that are no cards, at an em of `size` px for the lead. */
static struct flow head_at(struct frame *frame, const struct announcement *announcement,
                           double size, int width, struct flow *ret_lead)
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
    *ret_lead = flow_body(frame, &lead, size, width, false);
    return flow_title(frame, announcement->title, size * TITLE_SHARE, frame_px(frame, 68), width);
}

/* How large the head and the cards of a page are, in units and in px. */
struct choice {
    int lead_units;
    double size;
};

struct composition {
    struct flow title, lead;
    struct page page;
};

/* The largest cards under a head, in memory of its own: many sizes are tried, one is kept. */
static double largest_size(const struct frame *frame, const struct announcement *announcement,
                           int page, int lead_units, struct box room)
{
    struct frame aside = *frame;
    struct flow lead;
    aside.arena = arena_new(CHOICE_BYTES_MAX);
    struct flow title =
        head_at(&aside, announcement, frame_px(&aside, lead_units), room.width, &lead);
    int head = title.height + lead.height + frame_px(&aside, UNITS_CARD_GAP);
    double size = largest_page(&aside, announcement, page, room.width, room.height - head).size;
    arena_free(aside.arena);
    return size;
}

/* The head gives way to the cards, in steps, until their letters are comfortable. */
static struct choice choose(const struct frame *frame, const struct announcement *announcement,
                            int page, struct box room)
{
    static const int lead_units[] = { 60, 56, 52, 48, 44 };
    struct choice best = { 0 };
    for (size_t i = 0; i < ARRAY_LEN(lead_units); i++) {
        double size = largest_size(frame, announcement, page, lead_units[i], room);
        if (i == 0 || size > best.size)
            best = (struct choice){ lead_units[i], size };
        if (best.size >= frame_px(frame, UNITS_LETTER_WARN + 1))
            break;
    }
    return best;
}

/* As the page with the least room wants it: a reader sees one notice, not several. */
static struct composition compose(struct frame *frame, const struct announcement *announcement,
                                  int page, struct box room)
{
    int pages = slide_joint_pages(announcement);
    struct choice least = choose(frame, announcement, page, room);
    for (int i = 0; i < pages && pages <= PAGES_ALIKE_MAX; i++) {
        struct choice other = choose(frame, announcement, i, room);
        if (other.size < least.size)
            least = other;
    }
    struct composition made = { 0 };
    made.title =
        head_at(frame, announcement, frame_px(frame, least.lead_units), room.width, &made.lead);
    made.page = page_at(frame, announcement, page, least.size, room.width);
    return made;
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
    int y = frame_header(&frame, right) + frame_px(&frame, 6);
    int bottom = frame_footer(&frame, right, footer_text(&frame, announcement, page, pages),
                              announcement->number) -
                 gap;
    if (!lying)
        bottom = side_place_row(&frame, &side, bottom) - gap;
    struct box room = { frame.safe.x, y, width, bottom - y };
    struct composition made_up = compose(&frame, announcement, page, room);
    struct page made = made_up.page;
    y = flow_place(&frame, &made_up.title, frame.safe.x, y);
    y = flow_place(&frame, &made_up.lead, frame.safe.x, y) + gap;
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
