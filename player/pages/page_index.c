/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of all announcements: numbers first, since the number is what people carry along. */
#include "output/page.h"
#include "pages/write.h"

static void write_versions(FILE *to, const struct notice *notice)
{
    if (notice->count < 2)
        return;
    fputs("<p class=\"languages\">", to);
    for (size_t i = 0; i < notice->count; i++) {
        const struct announcement *announcement = &notice->versions[i].item.announcement;
        fprintf(to, "%s<a href=\"%d.html#%s\"", i ? " · " : "", notice->number,
                language_tag(announcement->language));
        notice_write_language(to, announcement);
        fputs(">", to);
        page_c(to, language_own_name(announcement->language));
        fputs("</a>", to);
    }
    fputs("</p>\n", to);
}

static void write_row(FILE *to, struct arena *arena, const struct notice *notice)
{
    const struct announcement *first = &notice->versions[0].item.announcement;
    fprintf(to, "<li class=\"card\"><p class=\"number\">");
    page_c(to, told_number_word(first->language));
    fprintf(to, " %d</p>\n<h2><a href=\"%d.html\"", notice->number, notice->number);
    notice_write_language(to, first);
    fputs(">", to);
    page_text(to, first->title);
    fputs("</a></h2>\n", to);
    page_element(to, "p class=\"quiet\"", notice_organisations(arena, first));
    write_versions(to, notice);
    fputs("</li>\n", to);
}

void page_index_write(FILE *to, struct arena *arena, const struct pages *pages)
{
    struct notice notice;
    enum language first = pages->profile->languages[0];
    page_start(to, profile_name(pages->profile, first), _("What is going on here"),
               (struct str){ 0 });
    if (pages->count == 0)
        page_element(to, "p class=\"lead\"", str_of(_("There are no announcements just now.")));
    else
        page_element(to, "p class=\"lead\"",
                     str_of(_("Each announcement has a number. Say it at the desk, and you get the "
                              "announcement on paper.")));
    fputs("<ul class=\"list\">\n", to);
    for (size_t at = 0; notice_next(pages, &at, &notice);)
        write_row(to, arena, &notice);
    fputs("</ul>\n", to);
    page_end(to, str_of(_("The health centre does not arrange these itself. Ask the organiser.")));
}
