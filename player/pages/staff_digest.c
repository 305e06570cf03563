/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A letter to the staff, as a file that a mail program opens and somebody sends on: what there is
 * for whom, by the groups that the announcements name. It is no page of the site that anybody
 * should find, but it holds nothing that the pages do not.
 */
#include "base/i18n.h"
#include "model/audience.h"
#include "output/mail.h"
#include "pages/write.h"

/* ---- whom it is for ------------------------------------------------------------------------ */

static bool is_for(const struct announcement *announcement, const char *term)
{
    for (size_t i = 0; i < announcement->audience_term_count; i++) {
        if (str_ends(announcement->audience_terms[i], term))
            return true;
    }
    return false;
}

static bool is_for_somebody(const struct announcement *announcement)
{
#define X(term, name) || is_for(announcement, term)
    return false AUDIENCE_LIST(X);
#undef X
}

static void write_line(FILE *to, struct arena *arena, const struct pages *pages,
                       const struct notice *notice)
{
    const struct page_item *item = &notice->versions[0];
    struct told_fact facts[TOLD_FACTS_MAX];
    size_t count = told_facts(arena, pages->profile, pages->zone, pages->now, &item->item, facts);
    const struct announcement *announcement = &item->item.announcement;
    fprintf(to, "- %s %d: %.*s (%.*s)\r\n", told_number_word(announcement->language),
            notice->number, STR_ARG(announcement->title),
            STR_ARG(notice_organisations(arena, announcement)));
    for (size_t i = 0; i < count && i < 2; i++) {
        struct str rest = facts[i].value, line;
        while (str_next(&rest, '\n', &line))
            fprintf(to, "  %.*s\r\n", STR_ARG(line));
    }
}

/* The notices for a group; term NULL: for everybody. */
static void write_group(FILE *to, struct arena *arena, const struct pages *pages, const char *name,
                        const char *term)
{
    struct notice notice;
    bool has_heading = false;
    for (size_t at = 0; notice_next(pages, &at, &notice);) {
        const struct announcement *announcement = &notice.versions[0].item.announcement;
        if (term ? !is_for(announcement, term) : is_for_somebody(announcement))
            continue;
        if (!has_heading)
            fprintf(to, "\r\n%s\r\n", name);
        has_heading = true;
        write_line(to, arena, pages, &notice);
    }
}

void staff_digest_write(FILE *to, struct arena *arena, const struct pages *pages)
{
    mail_start(to, (struct str){ 0 }, str_of(_("What associations offer just now")));
    mail_text(to, str_of(_("Hello!")));
    mail_text(to, str_of(_("These announcements are on the screens of our centre now. Tell them to "
                           "your customers.")));
#define X(term, name) write_group(to, arena, pages, _(name), term);
    AUDIENCE_LIST(X)
#undef X
    write_group(to, arena, pages, _("for everybody"), NULL);
}
