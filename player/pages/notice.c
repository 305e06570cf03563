/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See notice.h. */
#include "pages/notice.h"

#include "output/page.h"

#define QUIET_MODULES 4     /* ISO/IEC 18004 */
#define DATES_LOOKED_AT 100 /* so many dates to come are asked whether they are cancelled */

bool notice_next(const struct pages *pages, size_t *at, struct notice *ret_notice)
{
    size_t first = *at, end = first;
    if (first == pages->count)
        return false;
    while (end < pages->count && pages->items[end].number == pages->items[first].number)
        end++;
    *ret_notice = (struct notice){ pages->items[first].number, &pages->items[first], end - first };
    *at = end;
    return true;
}

struct str notice_title(const struct notice *notice)
{
    return notice->versions[0].item.announcement.title;
}

struct str notice_organisations(struct arena *arena, const struct announcement *announcement)
{
    struct str all = { 0 };
    for (size_t i = 0; i < announcement->author_count; i++) {
        if (i > 0)
            all = str_join(arena, all, STR(", "));
        all = str_join(arena, all, announcement->authors[i].name);
    }
    return all;
}

/* ---- text ---------------------------------------------------------------------------------- */

/* A slice of a block, its line ends as <br>. */
static void write_lines(FILE *to, struct str text)
{
    struct str line;
    bool first = true;
    while (str_next(&text, '\n', &line)) {
        if (!first)
            fputs("<br>", to);
        page_text(to, line);
        first = false;
    }
}

static void write_block(FILE *to, const struct block *block)
{
    size_t at = 0;
    for (size_t i = 0; i < block->strong_count; i++) {
        const struct strong *strong = &block->strong[i];
        write_lines(to, str_slice(block->text, at, strong->start - at));
        fputs("<strong>", to);
        write_lines(to, str_slice(block->text, strong->start, strong->bytes));
        fputs("</strong>", to);
        at = strong->start + strong->bytes;
    }
    write_lines(to, str_slice(block->text, at, block->text.bytes));
}

static const char *const lists[] = {
    [BLOCK_PARAGRAPH] = NULL, [BLOCK_BULLET] = "ul", [BLOCK_NUMBERED] = "ol"
};

void notice_write_text(FILE *to, const struct announcement *announcement)
{
    enum block_kind open = BLOCK_PARAGRAPH;
    page_element(to, "p class=\"lead\"", announcement->summary);
    for (size_t i = 0; i < announcement->block_count; i++) {
        const struct block *block = &announcement->blocks[i];
        if (open != block->kind && lists[open])
            fprintf(to, "</%s>\n", lists[open]);
        if (open != block->kind && lists[block->kind])
            fprintf(to, "<%s>\n", lists[block->kind]);
        open = block->kind;
        fputs(lists[open] ? "<li>" : "<p>", to);
        write_block(to, block);
        fputs(lists[open] ? "</li>\n" : "</p>\n", to);
    }
    if (lists[open])
        fprintf(to, "</%s>\n", lists[open]);
}

void notice_write_facts(FILE *to, struct arena *arena, const struct pages *pages,
                        const struct page_item *item)
{
    struct told_fact facts[TOLD_FACTS_MAX];
    size_t count = told_facts(arena, pages->profile, pages->zone, pages->now, &item->item, facts);
    if (count == 0)
        return;
    fputs("<dl class=\"facts\">\n", to);
    for (size_t i = 0; i < count; i++) {
        page_element(to, "dt", facts[i].label);
        fputs("<dd>", to);
        write_lines(to, facts[i].value);
        fputs("</dd>\n", to);
    }
    fputs("</dl>\n", to);
}

/* ---- pictures ------------------------------------------------------------------------------ */

void notice_write_picture(FILE *to, const struct page_item *item, const char *up)
{
    if (item->media.bytes == 0)
        return;
    fprintf(to, "<img class=\"picture\" src=\"%s", up);
    page_text(to, item->media);
    fputs("\" alt=\"", to);
    page_text(to, item->item.announcement.picture.alt);
    fputs("\">\n", to);
}

void notice_write_code(FILE *to, struct arena *arena, const struct pages *pages, struct str address)
{
    struct told_code code;
    if (address.bytes == 0 || !told_code_of(arena, pages->profile, address, &code))
        return;
    int side = code.modules + 2 * QUIET_MODULES;
    fprintf(to,
            "<svg class=\"code\" viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\" "
            "aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/><path d=\"",
            side, side, side, side);
    for (int y = 0; y < code.modules; y++) {
        for (int x = 0; x < code.modules; x++) {
            if (code.cells[y * code.modules + x])
                fprintf(to, "M%d %dh1v1h-1z", x + QUIET_MODULES, y + QUIET_MODULES);
        }
    }
    fputs("\"/></svg>\n", to);
}

void notice_write_language(FILE *to, const struct announcement *announcement)
{
    fprintf(to, " lang=\"%s\"", language_tag(announcement->language));
    if (language_is_right_to_left(announcement->language))
        fputs(" dir=\"rtl\"", to);
}

/* ---- dates --------------------------------------------------------------------------------- */

static bool is_hidden(const struct pages *pages, const struct item *item, int64_t start)
{
    struct date day = zone_local(pages->zone, start).date;
    for (size_t i = 0; i < item->hidden_date_count; i++) {
        if (date_compare(item->hidden_dates[i], day) == 0)
            return true;
    }
    return false;
}

size_t notice_cancelled(const struct pages *pages, const struct page_item *item,
                        struct occurrence ret_dates[NOTICE_DATES_MAX])
{
    struct occurrence dates[DATES_LOOKED_AT];
    const struct announcement *announcement = &item->item.announcement;
    size_t found = 0;
    size_t count = when_list(announcement->whens, announcement->when_count, pages->zone, pages->now,
                             dates, DATES_LOOKED_AT);
    for (size_t i = 0; i < count && found < NOTICE_DATES_MAX; i++) {
        if (dates[i].cancelled || is_hidden(pages, &item->item, dates[i].start))
            ret_dates[found++] = dates[i];
    }
    return found;
}
