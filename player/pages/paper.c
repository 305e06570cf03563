/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Paper: one sheet a language, that a browser prints as it is. The measures are those of paper, in
 * millimetres and points; A5 is the same sheet at √½ of the size, letters a little larger than that
 * since it is held in the hand.
 */
#include "base/utf8.h"
#include "output/page.h"
#include "pages/write.h"

static const char style[] =
    ".sheet{background:#fff;color:#14212b;position:relative;display:flex;flex-direction:column;"
    "box-sizing:border-box;border-left:4mm solid #0b5c6b;margin:0 auto 8mm;overflow:hidden}"
    ".a4{width:210mm;min-height:296mm;padding:14mm 14mm 12mm 16mm}"
    ".a5{width:148mm;min-height:209mm;padding:9mm 9mm 8mm 10mm}"
    "html,body{margin:0;padding:0;background:#e3eef0}"
    "body{font-family:'Noto Sans','Segoe UI',Arial,sans-serif;line-height:1.35}"
    ".sheet p{margin:0 0 .4em}.where{font-size:.7em;color:#44545f}"
    ".sheet h1,.sheet h2{color:#0b3a45;font-size:2em;line-height:1.1;margin:.25em 0 .4em}"
    ".body{display:flow-root;flex:1}"
    ".picture{float:right;width:42%;height:auto;margin:0 0 4mm 6mm;border-radius:2mm}"
    "[dir=rtl] .picture{float:left;margin:0 6mm 4mm 0}"
    "ul,ol{margin:.2em 0 .4em;padding-inline-start:1.2em}"
    ".facts{display:grid;grid-template-columns:auto 1fr;gap:.15em .8em;margin:.6em 0 0;clear:both}"
    "dt{color:#0b5c6b}dd{margin:0;font-weight:700}"
    ".foot{display:flex;align-items:flex-end;gap:6mm;border-top:.5mm solid #c9d6da;"
    "padding-top:4mm;margin-top:4mm}.foot div{flex:1}"
    ".number{font-weight:700;font-size:1.3em;color:#0b3a45}.who{font-size:.75em}"
    ".address{font-size:.75em;overflow-wrap:anywhere}"
    ".code{width:34mm;height:34mm;flex:none}.a5 .code{width:27mm;height:27mm}"
    ".strip{background:#fff;border:.6mm dashed #44545f;width:182mm;min-height:60mm;"
    "box-sizing:border-box;margin:4mm auto;padding:6mm 10mm;break-inside:avoid}"
    ".strip h2{font-size:44pt;line-height:1.1;margin:0;color:#9b1c1c}.strip p{font-size:22pt;"
    "margin:2mm 0 0}.line{border-bottom:.4mm solid #44545f;height:13mm}"
    ".how{max-width:182mm;margin:6mm auto;font-size:14pt}"
    "@media print{html,body{background:#fff}.sheet{margin:0;break-after:page}"
    ".sheet:last-child{break-after:auto}.how{display:none}}";

static const struct {
    const char *name, *page;
    double share; /* of the letters of A4 */
} papers[] = {
    [PAPER_A4] = { "a4", "@page{size:A4;margin:0}", 1.0 },
    [PAPER_A5] = { "a5", "@page{size:A5;margin:0}", 0.71 },
};

/* As large as fits: letters of A4 in points by the characters on the sheet. Tried out on paper. */
static const struct {
    size_t characters_most;
    double points;
} letters[] = { { 230, 24 }, { 320, 21 }, { 450, 18 }, { 800, 15 }, { SIZE_MAX, 12 } };

#define FACT_CHARACTERS 18 /* what a line of facts takes beside its words */

static double points_for(const struct announcement *announcement, const struct told_fact *facts,
                         size_t fact_count)
{
    size_t characters = utf8_length(announcement->title) + utf8_length(announcement->summary);
    size_t i = 0;
    for (size_t j = 0; j < announcement->block_count; j++)
        characters += utf8_length(announcement->blocks[j].text);
    for (size_t j = 0; j < fact_count; j++)
        characters += utf8_length(facts[j].value) + FACT_CHARACTERS;
    while (characters > letters[i].characters_most)
        i++;
    return letters[i].points;
}

static void start(FILE *to, enum language language, struct str title, const char *page)
{
    fprintf(to,
            "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>",
            language_tag(language));
    page_text(to, title);
    fprintf(to, "</title>\n<style>%s%s</style>\n</head>\n<body>\n<main>\n", style, page);
}

static void end(FILE *to)
{
    fputs("</main>\n</body>\n</html>\n", to);
}

/* ---- sheets -------------------------------------------------------------------------------- */

static void write_foot(FILE *to, struct arena *arena, const struct pages *pages, int number,
                       const struct announcement *announcement)
{
    struct str address = announcement_qr_address(announcement);
    fputs("<div class=\"foot\">\n<div>\n<p class=\"number\">", to);
    page_c(to, told_number_word(announcement->language));
    fprintf(to, " %d</p>\n", number);
    page_element(to, "p class=\"who\"", notice_organisations(arena, announcement));
    if (address.bytes > 0)
        page_element(to, "p class=\"address\" dir=\"ltr\"", told_address(address));
    fputs("</div>\n", to);
    notice_write_code(to, arena, pages, address);
    fputs("</div>\n", to);
}

static void write_sheet(FILE *to, struct arena *arena, const struct pages *pages,
                        const struct notice *notice, size_t version, enum paper paper)
{
    const struct page_item *item = &notice->versions[version];
    const struct announcement *announcement = &item->item.announcement;
    struct told_fact facts[TOLD_FACTS_MAX];
    size_t fact_count =
        told_facts(arena, pages->profile, pages->zone, pages->now, &item->item, facts);
    double points = points_for(announcement, facts, fact_count) * papers[paper].share;
    /* One heading of the first order a document. */
    const char *heading = version == 0 ? "h1" : "h2";
    fprintf(to, "<section class=\"sheet %s\" style=\"font-size:%.1fpt\"", papers[paper].name,
            points);
    notice_write_language(to, announcement);
    fputs(">\n", to);
    page_element(to, "p class=\"where\"", profile_name(pages->profile, announcement->language));
    page_element(to, heading, announcement->title);
    fputs("<div class=\"body\">\n", to);
    notice_write_picture(to, item, "../");
    notice_write_text(to, announcement);
    notice_write_facts(to, arena, pages, item);
    fputs("</div>\n", to);
    write_foot(to, arena, pages, notice->number, announcement);
    fputs("</section>\n", to);
}

void paper_write(FILE *to, struct arena *arena, const struct pages *pages,
                 const struct notice *notice, enum paper paper)
{
    start(to, notice->versions[0].item.announcement.language, notice_title(notice),
          papers[paper].page);
    for (size_t i = 0; i < notice->count; i++)
        write_sheet(to, arena, pages, notice, i, paper);
    end(to);
}

/* ---- strips -------------------------------------------------------------------------------- */

#define EMPTY_STRIPS 2

static void write_strip(FILE *to, const struct page_item *item, struct str date)
{
    const struct announcement *announcement = &item->item.announcement;
    fputs("<section class=\"strip\"", to);
    notice_write_language(to, announcement);
    fputs(">\n", to);
    page_element(to, "h2", str_of(told_cancelled_word(announcement->language)));
    page_element(to, "p", date);
    fputs("<p>", to);
    page_c(to, told_number_word(announcement->language));
    fprintf(to, " %d · ", item->number);
    page_text(to, announcement->title);
    fputs("</p>\n</section>\n", to);
}

static void write_empty_strip(FILE *to, const struct profile *profile)
{
    fputs("<section class=\"strip\">\n<h2>", to);
    for (size_t i = 0; i < profile->language_count && i < 2; i++) {
        fprintf(to, "%s<span lang=\"%s\">", i ? " · " : "", language_tag(profile->languages[i]));
        page_c(to, told_cancelled_word(profile->languages[i]));
        fputs("</span>", to);
    }
    fputs("</h2>\n<div class=\"line\"></div>\n<div class=\"line\"></div>\n</section>\n", to);
}

void paper_write_strips(FILE *to, struct arena *arena, const struct pages *pages)
{
    struct occurrence dates[NOTICE_DATES_MAX];
    start(to, page_language(), str_of(_("Strips for cancelled dates")),
          "@page{size:A4;margin:8mm}");
    page_element(to, "h1 class=\"how\"", str_of(_("Strips for cancelled dates")));
    page_element(to, "p class=\"how\"",
                 str_of(_("Print this page. Cut the strips out. Glue them on the posters.")));
    for (size_t i = 0; i < pages->count; i++) {
        const struct page_item *item = &pages->items[i];
        size_t count = notice_cancelled(pages, item, dates);
        for (size_t j = 0; j < count; j++)
            write_strip(to, item,
                        told_date(arena, &dates[j], pages->zone, item->item.announcement.language));
    }
    for (int i = 0; i < EMPTY_STRIPS; i++)
        write_empty_strip(to, pages->profile);
    end(to);
}
