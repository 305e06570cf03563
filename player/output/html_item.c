/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See html_item.h. The slides stand on the left (above, on a phone), the findings beside them in
 * the same numbers. Marks are boxes over the picture in per cent of it, not painted into it: they
 * stay sharp, and the picture stays the lobby's.
 */
#include "output/html_item.h"

#include "base/file.h"
#include "base/identity_code.h"
#include "layout/mark.h"
#include "layout/phrase.h"
#include "output/digest.h"
#include "output/page.h"
#include "output/print.h"
#include "output/view.h"

#define ITEM_BYTES_MAX (64u << 20)
#define BADGE_SHARE 0.05 /* of a slide's width: about what a badge takes in a window */
#define BADGE_SHARE_UPRIGHT 0.09

struct item_page {
    FILE *to;
    struct arena *arena;
    const struct checked *checked;
    const struct checked_item *item;
    struct digest digest;
    enum language language; /* of the page */
};

struct str html_item_name(struct arena *arena, const struct checked_item *item)
{
    const struct announcement *announcement = &item->item.announcement;
    if (announcement->title.bytes == 0)
        return file_name_of(item->file);
    return identity_code_mask(arena, announcement->title);
}

const char *html_verdict_word(const struct checked_item *item)
{
    static const enum severity severities[] = { SEVERITY_BLOCK, SEVERITY_WARN, SEVERITY_ASK };
    for (size_t i = 0; i < ARRAY_LEN(severities); i++)
        if (checked_findings(item, severities[i]) > 0)
            return print_severity(severities[i]);
    return _("fine");
}

/* ---- slides with their marks --------------------------------------------------------------- */

struct spot {
    double x, y; /* of a badge, px of the scene */
};

struct spots {
    struct spot *at;
    size_t count;
};

static bool is_taken(const struct spots *spots, struct spot spot, double size)
{
    for (size_t i = 0; i < spots->count; i++) {
        double x = spots->at[i].x - spot.x, y = spots->at[i].y - spot.y;
        if (x < size && x > -size && y < size && y > -size)
            return true;
    }
    return false;
}

/* The corner of a box, or the next free place to its right, then under it. */
static struct spot free_spot(struct arena *arena, struct spots *spots, const struct scene *scene,
                             struct box box)
{
    bool upright = scene->height > scene->width;
    double size = scene->width * (upright ? BADGE_SHARE_UPRIGHT : BADGE_SHARE);
    struct spot spot = { box.x, box.y };
    while (is_taken(spots, spot, size) && spot.y < scene->height) {
        spot.x += size;
        if (spot.x > scene->width - size) {
            spot.x = box.x < scene->width - size ? box.x : scene->width - size;
            spot.y += size;
        }
    }
    *ARENA_PUSH(arena, spots->at, spots->count) = spot;
    return spot;
}

static double share(double part, int whole)
{
    return 100 * part / whole;
}

/* A numbered finding on a slide; class: its severity, and "rest" for one that is folded away. */
static void put_mark(const struct item_page *page, const struct scene *scene, struct mark mark,
                     struct str class, size_t number, struct spots *spots)
{
    for (size_t i = 0; i < mark.count; i++) {
        struct box box = mark.boxes[i];
        fprintf(page->to,
                "<span class=\"mark %.*s\" style=\"left:%.2f%%;top:%.2f%%;width:%.2f%%;"
                "height:%.2f%%\"></span>\n",
                STR_ARG(class), share(box.x, scene->width), share(box.y, scene->height),
                share(box.width, scene->width), share(box.height, scene->height));
    }
    if (mark.count == 0)
        return;
    struct spot spot = free_spot(page->arena, spots, scene, mark.boxes[0]);
    fprintf(page->to, "<span class=\"badge %.*s\" style=\"left:%.2f%%;top:%.2f%%\">%zu</span>\n",
            STR_ARG(class), share(spot.x, scene->width), share(spot.y, scene->height), number);
}

static size_t put_marks_of(const struct item_page *page, const struct scene *scene,
                           const struct announcement *announcement, const struct findings *list,
                           size_t number, struct spots *spots)
{
    struct measure *measure = fonts_measure(page->checked->maker->fonts);
    const char *folded = list == &page->digest.rest ? " rest" : "";
    for (size_t i = 0; i < list->count; i++, number++) {
        const char *severity = severity_name(list->at[i]->severity);
        struct mark mark = mark_find(page->arena, scene, measure, announcement, list->at[i]);
        put_mark(page, scene, mark, str_format(page->arena, "%s%s", severity, folded), number,
                 spots);
    }
    return number;
}

static void put_marks(const struct item_page *page, const struct slide_view *view)
{
    struct item shown;
    struct spots spots = { 0 };
    const struct scene *scene =
        view_scene(page->arena, page->checked->maker, &page->item->item, view, &shown);
    const struct digest *digest = &page->digest;
    const struct findings *lists[] = { &digest->first, &digest->rest, &digest->questions };
    size_t number = 1;
    fputs("<div aria-hidden=\"true\">\n", page->to);
    for (size_t i = 0; i < ARRAY_LEN(lists); i++)
        number = put_marks_of(page, scene, &shown.announcement, lists[i], number, &spots);
    fputs("</div>\n", page->to);
}

static void put_caption(const struct item_page *page, const struct slide_view *view)
{
    struct str name = view->display->name;
    fputs("<figcaption>", page->to);
    page_text(page->to, i18n_fill(page->arena, _("The slide on the display {0}"), &name, 1));
    if (view->pages > 1)
        fprintf(page->to, " (%d/%d)", view->page + 1, view->pages);
    fputs("</figcaption>\n", page->to);
}

static void put_view(const struct item_page *page, const struct slide_view *view)
{
    if (view->png.bytes == 0)
        return;
    fprintf(page->to, "<figure%s>\n<div class=\"slide\"><img width=\"%d\" height=\"%d\" alt=\"",
            view->height > view->width ? " class=\"upright\"" : "", view->width, view->height);
    page_c(page->to, _("The slide as people see it in the lobby."));
    fputs("\" src=\"data:image/png;base64,", page->to);
    page_base64(page->to, view->png);
    fputs("\">\n", page->to);
    put_marks(page, view);
    fputs("</div>\n", page->to);
    put_caption(page, view);
    fputs("</figure>\n", page->to);
}

static bool has_picture(const struct checked_item *item)
{
    for (size_t i = 0; i < item->view_count; i++)
        if (item->views[i].png.bytes > 0)
            return true;
    return false;
}

/* The slide on the first display, before the findings. */
static void put_first_view(const struct item_page *page)
{
    const struct checked_item *item = page->item;
    if (item->view_count == 0)
        return;
    fputs("<div class=\"first\">\n", page->to);
    put_view(page, &item->views[0]);
    if (!has_picture(item))
        page_element(page->to, "p",
                     str_of(_("This report has so many slides that this one is left out.")));
    else if (item->report.count > 0)
        page_element(page->to, "p class=\"quiet\"",
                     str_of(_("The numbers on the slide are those of the findings.")));
    fputs("</div>\n", page->to);
}

/* Further pages and displays: behind the findings on a phone, under the first in a window. */
static void put_more_views(const struct item_page *page)
{
    const struct checked_item *item = page->item;
    if (item->view_count < 2)
        return;
    fputs("<div class=\"more\">\n", page->to);
    for (size_t i = 1; i < item->view_count; i++)
        put_view(page, &item->views[i]);
    fputs("</div>\n", page->to);
}

/* ---- findings ------------------------------------------------------------------------------ */

static void put_labelled(const struct item_page *page, const char *class, const char *label,
                         struct str text)
{
    if (text.bytes == 0)
        return;
    fprintf(page->to, "<p class=\"%s\"><strong>", class);
    page_c(page->to, label);
    fputs("</strong> ", page->to);
    page_text(page->to, text);
    fputs("</p>\n", page->to);
}

static void put_place(const struct item_page *page, const struct finding *finding)
{
    const struct place *place = &finding->where;
    const char *rule = rule_info(finding_info(finding->code)->rule)->id;
    fputs("<p class=\"place\">", page->to);
    if (place->line > 0)
        fprintf(page->to, _("Line %u of the file"), place->line);
    if (place->line > 0 && place->element.bytes > 0)
        fputs(", ", page->to);
    page_text(page->to, place->element);
    fprintf(page->to, "%s%s</p>\n", place->line > 0 || place->element.bytes > 0 ? " · " : "", rule);
}

static void put_finding(const struct item_page *page, const struct finding *finding, size_t number)
{
    const char *severity = severity_name(finding->severity);
    fprintf(page->to, "<li class=\"%s\"><span class=\"badge %s\">%zu</span>\n", severity, severity,
            number);
    fprintf(page->to, "<p><span class=\"chip\">%s</span></p>\n", print_severity(finding->severity));
    page_element(page->to, "p class=\"what\"", finding_message(page->arena, finding));
    page_element(page->to, "p", finding_why(page->arena, finding));
    put_labelled(page, "fix", _("Do this:"), finding_fix(page->arena, finding));
    page_element(page->to, "p class=\"example\"", finding_example(page->arena, finding));
    put_place(page, finding);
    fputs("</li>\n", page->to);
}

static size_t put_list(const struct item_page *page, const struct findings *list, size_t number)
{
    fprintf(page->to, "<ol class=\"findings\" start=\"%zu\">\n", number);
    for (size_t i = 0; i < list->count; i++)
        put_finding(page, list->at[i], number++);
    fputs("</ol>\n", page->to);
    return number;
}

static void put_findings(const struct item_page *page)
{
    const struct digest *digest = &page->digest;
    size_t number = 1;
    if (digest->first.count > 0) {
        bool hints = digest->first.at[0]->severity == SEVERITY_ADVISE;
        page_element(page->to, "h3", str_of(hints ? _("Hints") : _("Mend these first")));
        number = put_list(page, &digest->first, number);
    }
    if (digest->rest.count > 0) {
        fputs("<details><summary>", page->to);
        fprintf(page->to, i18n_plural("%zu more finding", "%zu more findings", digest->rest.count),
                digest->rest.count);
        fputs("</summary>\n", page->to);
        number = put_list(page, &digest->rest, number);
        fputs("</details>\n", page->to);
    }
    if (digest->questions.count > 0) {
        page_element(page->to, "h3", str_of(_("Questions for you")));
        put_list(page, &digest->questions, number);
    }
}

/* ---- what was right, and how it was understood --------------------------------------------- */

static void put_right(const struct item_page *page)
{
    if (page->digest.right_count == 0)
        return;
    page_element(page->to, "h3", str_of(_("This is in order")));
    fputs("<ul class=\"right\">\n", page->to);
    for (size_t i = 0; i < page->digest.right_count; i++)
        page_element(page->to, "li", str_of(page->digest.right[i]));
    fputs("</ul>\n", page->to);
}

static void put_dates(const struct item_page *page)
{
    struct occurrence dates[CHECKED_DATES_MAX];
    const struct wording *wording = wording_of(page->language);
    struct date never = { 0 };
    size_t count = checked_dates(page->checked, &page->item->item.announcement, dates);
    if (count == 0)
        return;
    fprintf(page->to, "<dt>%s</dt><dd><ul>\n", _("Next dates"));
    for (size_t i = 0; i < count; i++) {
        struct str date =
            phrase_occurrence(page->arena, wording, &dates[i], page->checked->zone, never);
        fputs("<li>", page->to);
        page_text(page->to, date);
        fprintf(page->to, "%s%s</li>\n", dates[i].cancelled ? " · " : "",
                dates[i].cancelled ? wording->cancelled : "");
    }
    fputs("</ul></dd>\n", page->to);
}

static struct str day_of(const struct item_page *page, int64_t moment)
{
    struct date never = { 0 };
    struct civil civil = zone_local(page->checked->zone, moment);
    return phrase_day(page->arena, wording_of(page->language), civil.date, never);
}

static void put_understood(const struct item_page *page)
{
    const struct item *item = &page->item->item;
    const struct zone *zone = page->checked->zone;
    int64_t start = announcement_show_start(&item->announcement, zone);
    int64_t end = announcement_show_end(&item->announcement, zone);
    if (!page->item->readable)
        return;
    page_element(page->to, "h3", str_of(_("How the program understood it")));
    fputs("<dl>\n", page->to);
    put_dates(page);
    start = start > page->checked->now ? start : page->checked->now;
    if (end > start) {
        struct str days[] = { day_of(page, start), day_of(page, end - 1) };
        fprintf(page->to, "<dt>%s</dt><dd>", _("On the screen"));
        page_text(page->to, i18n_fill(page->arena, _("{0} to {1}"), days, ARRAY_LEN(days)));
        fputs("</dd>\n", page->to);
    }
    if (item->seconds > 0) {
        fprintf(page->to, "<dt>%s</dt><dd>", _("The slide stays"));
        fprintf(page->to, i18n_plural("%d second", "%d seconds", (unsigned long)item->seconds),
                item->seconds);
        fputs("</dd>\n", page->to);
    }
    fprintf(page->to, "<dt>%s</dt><dd>%d</dd>\n</dl>\n", _("Words in the text"),
            checked_words(page->item));
}

static void put_head(const struct item_page *page)
{
    const struct checked_item *item = page->item;
    const char *language = language_tag(item->item.announcement.language);
    fprintf(page->to, "<h2%s%s%s dir=\"auto\">", item->readable ? " lang=\"" : "",
            item->readable ? language : "", item->readable ? "\"" : "");
    page_text(page->to, html_item_name(page->arena, item));
    fputs("</h2>\n<p class=\"quiet\"><bdi>", page->to);
    page_text(page->to, item->file);
    fputs("</bdi>", page->to);
    if (item->readable)
        fprintf(page->to, " · <span lang=\"%s\">%s</span>", language,
                language_own_name(item->item.announcement.language));
    fprintf(page->to, "</p>\n<p class=\"verdict %s\">", checked_verdict(item));
    page_text(page->to, digest_verdict(page->arena, item));
    fputs("</p>\n", page->to);
}

void html_item(FILE *to, const struct checked *checked, struct checked_item *item, size_t number)
{
    struct item_page page = { .to = to,
                              .arena = arena_new(ITEM_BYTES_MAX),
                              .checked = checked,
                              .item = item,
                              .language = page_language() };
    page.digest = digest_of(page.arena, item);
    fprintf(to, "<article class=\"card item\" id=\"i%zu\">\n", number);
    put_head(&page);
    fprintf(to, "<div%s>\n", item->view_count > 0 ? " class=\"cols\"" : "");
    put_first_view(&page);
    fputs("<div class=\"told\">\n", to);
    put_findings(&page);
    put_right(&page);
    put_understood(&page);
    fputs("</div>\n", to);
    put_more_views(&page);
    fputs("</div>\n</article>\n", to);
    arena_free(page.arena);
}
