/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter of thanks: what one organisation's announcements came to, in a minute's reading. */
#include "record/play_report.h"
#include "record/quantity.h"

static bool is_of(const struct tally_announcement *announcement, struct str organisation)
{
    struct str rest = announcement->organisations, name;
    while (play_row_organisation(&rest, &name)) {
        if (str_equal(name, organisation))
            return true;
    }
    return false;
}

static void add_line(struct text *to, struct str line)
{
    text_add(to, line);
    text_add_c(to, "\n");
}

static void add_announcements(struct text *to, const struct tally *tally, struct str organisation)
{
    for (size_t i = 0; i < tally->announcement_count; i++) {
        const struct tally_announcement *row = &tally->announcements[i];
        if (!is_of(row, organisation))
            continue;
        struct str days =
            str_format(to->arena, "%.*s–%.*s", STR_ARG(quantity_date(to->arena, row->first)),
                       STR_ARG(quantity_date(to->arena, row->last)));
        /* TRANSLATORS: a title, days, how often it was shown */
        add_line(to, quantity_fill(to->arena, _("- {0} ({1}): {2} times"), row->title, days,
                                   quantity_count(to->arena, row->plays)));
    }
}

struct str play_report_letter(struct arena *arena, const struct play_report *report,
                              const struct tally_organisation *organisation)
{
    struct text to = text_new(arena, PLAY_REPORT_BYTES_MAX);
    struct str none = { 0 };
    struct str centre = report->centre.bytes ? report->centre : str_of(_("our centre"));
    struct str from = quantity_date(arena, report->from), day = quantity_date(arena, report->to);
    add_line(&to, quantity_fill(arena, _("Hello, {0}!"), organisation->name, none, none));
    text_add_c(&to, "\n");
    add_line(&to, str_of(_("Thank you for your announcements.")));
    add_line(&to, quantity_fill(arena, _("Place of the screens: {0}."), centre, none, none));
    add_line(&to, quantity_fill(arena, _("Time: {0}–{1}."), from, day, none));
    add_line(&to, quantity_fill(arena, _("Your announcements were shown {0} times, {1} in all."),
                                quantity_count(arena, organisation->plays),
                                quantity_time(arena, organisation->seconds), none));
    text_add_c(&to, "\n");
    add_announcements(&to, &report->tally, organisation->name);
    text_add_c(&to, "\n");
    add_line(&to, str_of(_("Every organisation gets the same time on the screens.")));
    add_line(&to, quantity_fill(arena, _("You got {0} of an equal share."),
                                quantity_percent(arena, tally_share(organisation)), none, none));
    add_line(&to, str_of(_("Do you have something new to tell? Send us an announcement.")));
    return text_str(&to);
}
