/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See requirements.h: the lines of advice.h in two forms. */
#include "output/requirements.h"

#include "layout/phrase.h"
#include "output/advice.h"
#include "output/page.h"

#define BOOK_BYTES_MAX (4u << 20)

/* Where to send, in this language, else in the centre's own. */
static struct str submit_of(const struct profile *profile, enum language language)
{
    for (size_t i = 0; i < profile->submit_count; i++)
        if (profile->submits[i].language == language)
            return profile->submits[i].text;
    if (profile->submit.bytes > 0)
        return profile->submit;
    return str_of(_("Ask the centre where to send your notice."));
}

/* "Ohjeet tarkistetaan 1.3.2027."; empty where no day is set. */
static struct str review_of(struct arena *arena, const struct profile *profile)
{
    if (profile->review.kind == STAMP_NONE)
        return (struct str){ 0 };
    struct str written = date_text(arena, profile->review.civil.date);
    return i18n_fill(arena, _("We look these instructions over on {0}."), &written, 1);
}

/* ---- page ---------------------------------------------------------------------------------- */

static void put_section(FILE *to, const struct advice_book *book, enum advice_section section)
{
    bool ticks = section == ADVICE_TICK || section == ADVICE_FACTS;
    const struct advice *advice = &book->sections[section];
    if (advice->count == 0)
        return;
    fprintf(to, "<section>\n<h2 class=\"small\">%s</h2>\n<ul class=\"%s\">\n",
            advice_heading(section), ticks ? "tick" : "advice");
    for (size_t i = 0; i < advice->count; i++)
        page_element(to, "li", advice->lines[i]);
    fputs("</ul>\n</section>\n", to);
}

bool requirements_html(FILE *to, const struct profile *profile)
{
    struct arena *arena = arena_new(BOOK_BYTES_MAX);
    enum language language = page_language();
    struct advice_book book = advice_of(arena, profile, language);
    struct str centre = profile_name(profile, language);
    page_start(to, centre, _("How to send a notice to our screen"), centre);
    page_element(to, "p class=\"lead\"",
                 str_of(_("These instructions are for associations and parishes.")));
    fputs("<div class=\"send\">\n", to);
    page_element(to, "p", submit_of(profile, language));
    fputs("</div>\n<div class=\"two\">\n", to);
    for (enum advice_section section = 0; section < ADVICE_TICK; section++)
        put_section(to, &book, section);
    fputs("</div>\n<div class=\"card\">\n", to);
    put_section(to, &book, ADVICE_TICK);
    fputs("</div>\n", to);
    page_end(to, review_of(arena, profile));
    arena_free(arena);
    return !ferror(to);
}

/* ---- text ---------------------------------------------------------------------------------- */

bool requirements_text(FILE *to, const struct profile *profile)
{
    struct arena *arena = arena_new(BOOK_BYTES_MAX);
    enum language language = page_language();
    struct advice_book book = advice_of(arena, profile, language);
    fprintf(to, "%.*s\n%s\n\n%.*s\n", STR_ARG(profile_name(profile, language)),
            _("How to send a notice to our screen"), STR_ARG(submit_of(profile, language)));
    for (enum advice_section section = 0; section < ADVICE_SECTION_COUNT; section++) {
        const struct advice *advice = &book.sections[section];
        const char *sign = section == ADVICE_TICK || section == ADVICE_FACTS ? "[ ]" : " -";
        if (advice->count > 0)
            fprintf(to, "\n%s\n", advice_heading(section));
        for (size_t i = 0; i < advice->count; i++)
            fprintf(to, "%s %.*s\n", sign, STR_ARG(advice->lines[i]));
    }
    struct str review = review_of(arena, profile);
    if (review.bytes > 0)
        fprintf(to, "\n%.*s\n", STR_ARG(review));
    arena_free(arena);
    return !ferror(to);
}
