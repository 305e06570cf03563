/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one notice, in all its languages, as a phone shows it. */
#include "output/page.h"
#include "pages/write.h"

#define DATES_SHOWN 10

static void write_cancelled(FILE *to, struct arena *arena, const struct pages *pages,
                            const struct page_item *item)
{
    struct occurrence dates[NOTICE_DATES_MAX];
    enum language language = item->item.announcement.language;
    size_t count = notice_cancelled(pages, item, dates);
    for (size_t i = 0; i < count; i++) {
        fputs("<p class=\"verdict block\">", to);
        page_c(to, told_cancelled_word(language));
        fputs(": ", to);
        page_text(to, told_date(arena, &dates[i], pages->zone, language));
        fputs("</p>\n", to);
    }
}

/* The dates to come, for who wants to put one into a calendar. */
static void write_dates(FILE *to, struct arena *arena, const struct pages *pages,
                        const struct announcement *announcement)
{
    struct occurrence dates[DATES_SHOWN];
    size_t count = when_list(announcement->whens, announcement->when_count, pages->zone, pages->now,
                             dates, DATES_SHOWN);
    if (count < 2)
        return;
    fputs("<details><summary", to);
    fprintf(to, " lang=\"%s\">", language_tag(page_language()));
    page_c(to, _("The next dates"));
    fputs("</summary>\n<ul class=\"list\">\n", to);
    for (size_t i = 0; i < count; i++) {
        if (!dates[i].cancelled)
            page_element(to, "li",
                         told_date(arena, &dates[i], pages->zone, announcement->language));
    }
    fputs("</ul></details>\n", to);
}

static void write_link(FILE *to, const struct announcement *announcement)
{
    struct str address = announcement_qr_address(announcement);
    if (address.bytes == 0)
        return;
    fputs("<p><a href=\"", to);
    page_text(to, address);
    fputs("\">", to);
    page_text(to, told_address(address));
    fputs("</a></p>\n", to);
}

static void write_version(FILE *to, struct arena *arena, const struct pages *pages,
                          const struct page_item *item)
{
    const struct announcement *announcement = &item->item.announcement;
    fprintf(to, "<article class=\"card\" id=\"%s\"", language_tag(announcement->language));
    notice_write_language(to, announcement);
    fputs(">\n", to);
    page_element(to, "h2", announcement->title);
    write_cancelled(to, arena, pages, item);
    notice_write_picture(to, item, "");
    notice_write_text(to, announcement);
    notice_write_facts(to, arena, pages, item);
    write_link(to, announcement);
    write_dates(to, arena, pages, announcement);
    page_element(to, "p class=\"quiet\"", notice_organisations(arena, announcement));
    fputs("</article>\n", to);
}

static void write_menu(FILE *to, const struct notice *notice)
{
    if (notice->count < 2)
        return;
    fprintf(to, "<nav aria-label=\"");
    page_c(to, _("Languages"));
    fputs("\"><p class=\"languages\">", to);
    for (size_t i = 0; i < notice->count; i++) {
        const struct announcement *announcement = &notice->versions[i].item.announcement;
        fprintf(to, "%s<a href=\"#%s\"", i ? " · " : "", language_tag(announcement->language));
        notice_write_language(to, announcement);
        fputs(">", to);
        page_c(to, language_own_name(announcement->language));
        fputs("</a>", to);
    }
    fputs("</p></nav>\n", to);
}

void page_notice_write(FILE *to, struct arena *arena, const struct pages *pages,
                       const struct notice *notice)
{
    const struct announcement *first = &notice->versions[0].item.announcement;
    struct str heading =
        str_format(arena, "%s %d", told_number_word(first->language), notice->number);
    page_start(to, profile_name(pages->profile, pages->profile->languages[0]), heading.at,
               first->title);
    write_menu(to, notice);
    for (size_t i = 0; i < notice->count; i++)
        write_version(to, arena, pages, &notice->versions[i]);
    fputs("<nav aria-label=\"", to);
    page_c(to, _("Further pages"));
    fprintf(to, "\"><ul class=\"list links\"><li><a href=\"index.html\">");
    page_c(to, _("All announcements"));
    fprintf(to, "</a></li>\n<li><a href=\"poster/%d.html\">", notice->number);
    page_c(to, _("Poster for printing (A4)"));
    fprintf(to, "</a></li>\n<li><a href=\"poster/%d-a5.html\">", notice->number);
    page_c(to, _("Handout for printing (A5)"));
    fputs("</a></li></ul></nav>\n", to);
    page_end(to, str_of(_("The health centre does not arrange these itself. Ask the organiser.")));
}
