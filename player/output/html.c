/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See html.h. Here the page as a whole; html_item.c has what is said of one announcement. */
#include "output/html.h"

#include "layout/phrase.h"
#include "output/html_item.h"
#include "output/page.h"

#define PAGE_BYTES_MAX (16u << 20)

static void put_overview_row(FILE *to, struct arena *arena, const struct checked_item *item,
                             size_t number)
{
    const char *verdict = checked_verdict(item);
    fprintf(to, "<tr><th scope=\"row\"><a href=\"#i%zu\"><bdi>", number);
    page_text(to, html_item_name(arena, item));
    fputs("</bdi></a></th><td><bdi>", to);
    page_text(to, item->file);
    fprintf(to, "</bdi></td><td><span class=\"chip %s\">", verdict);
    page_c(to, html_verdict_word(item));
    fputs("</span></td></tr>\n", to);
}

static void put_overview(FILE *to, struct arena *arena, const struct checked *checked)
{
    fprintf(to, "<table class=\"overview\">\n<thead><tr><th scope=\"col\">%s</th>",
            _("Announcement"));
    fprintf(to, "<th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr></thead>\n<tbody>\n",
            _("File"), _("Verdict"));
    for (size_t i = 0; i < checked->count; i++)
        put_overview_row(to, arena, &checked->items[i], i + 1);
    fputs("</tbody>\n</table>\n", to);
}

static void put_lacks(FILE *to, const struct checked *checked)
{
    const char *lacks[LACK_COUNT];
    size_t count = checked_lacks(checked, lacks);
    if (count == 0)
        return;
    fprintf(to, "<section class=\"card\">\n<h2>%s</h2>\n<ul>\n", _("What was not looked at"));
    for (size_t i = 0; i < count; i++)
        page_element(to, "li", str_of(lacks[i]));
    fputs("</ul>\n</section>\n", to);
}

/* "Tarkistettu la 21.11. klo 14.05. Keskuksen järjestöyhdyshenkilö päättää …" */
static struct str foot_of(struct arena *arena, const struct checked *checked)
{
    const struct wording *wording = wording_of(page_language());
    struct civil now = zone_local(checked->zone, checked->now);
    struct date never = { 0 };
    struct str day = phrase_day(arena, wording, now.date, never);
    return str_format(arena, "%s %.*s %s%s%.*s. %s", _("Checked"), STR_ARG(day), wording->clock,
                      wording->clock[0] ? " " : "", STR_ARG(phrase_clock(arena, now)),
                      _("The centre's contact person decides what the screen shows."));
}

bool html_checked(FILE *to, struct checked *checked)
{
    struct arena *arena = arena_new(PAGE_BYTES_MAX);
    bool lone = checked->count == 1;
    struct str title = lone ? html_item_name(arena, &checked->items[0]) : (struct str){ 0 };
    page_start(to, checked_centre(checked, page_language()),
               lone ? _("Check of an announcement") : _("Check of announcements"), title);
    if (checked->count > 1)
        put_overview(to, arena, checked);
    for (size_t i = 0; i < checked->count; i++)
        html_item(to, checked, &checked->items[i], i + 1);
    put_lacks(to, checked);
    page_end(to, foot_of(arena, checked));
    arena_free(arena);
    return !ferror(to);
}
