/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report on a terminal: a table whose bars show at a glance who got how much. */
#include "base/utf8.h"
#include "record/play_report.h"
#include "record/quantity.h"
#include "record/verdict_count.h"

#define NAME_WIDTH 34 /* characters; longer names are cut with … */
#define BAR_WIDTH 24
#define TOP_ANNOUNCEMENTS 20

/* A cell of fixed width, filled with spaces; cut when the text is longer. */
static void add_cell(struct text *to, struct str cell, size_t width, bool to_the_right)
{
    size_t length = utf8_length(cell);
    if (length > width) {
        text_add(to, utf8_head(cell, width - 1));
        text_add_c(to, "…");
        return;
    }
    if (!to_the_right)
        text_add(to, cell);
    for (size_t i = length; i < width; i++)
        text_add_c(to, " ");
    if (to_the_right)
        text_add(to, cell);
}

static void add_bar(struct text *to, double part)
{
    int full = (int)(part * BAR_WIDTH + 0.5);
    for (int i = 0; i < BAR_WIDTH; i++)
        text_add_c(to, i < full ? "█" : " ");
}

static void add_head(struct text *to, const struct play_report *report)
{
    struct arena *arena = to->arena;
    const struct tally *tally = &report->tally;
    struct str from = quantity_date(arena, report->from), to_day = quantity_date(arena, report->to);
    struct str none = { 0 };
    if (report->centre.bytes > 0) {
        text_add(to, report->centre);
        text_add_c(to, "\n");
    }
    text_add(to,
             quantity_fill(arena, _("Shown on the screens from {0} to {1}"), from, to_day, none));
    text_add_c(to, "\n");
    text_add(to, quantity_fill(arena, _("{0} showings, {1} in all, on {2} days"),
                               quantity_count(arena, tally->plays),
                               quantity_time(arena, tally->seconds),
                               quantity_count(arena, tally->day_count)));
    text_add_c(to, "\n\n");
}

static void add_organisations(struct text *to, const struct tally *tally)
{
    struct arena *arena = to->arena;
    double most = tally->organisation_count ? tally->organisations[0].seconds : 0;
    add_cell(to, str_of(_("Organisation")), NAME_WIDTH, false);
    add_cell(to, str_of(_("showings")), 10, true);
    add_cell(to, str_of(_("time")), 14, true);
    text_add_c(to, "  ");
    add_cell(to, str_of(""), BAR_WIDTH, false);
    text_add_c(to, "  ");
    text_add_c(to, _("of an equal share"));
    text_add_c(to, "\n");
    for (size_t i = 0; i < tally->organisation_count; i++) {
        const struct tally_organisation *row = &tally->organisations[i];
        add_cell(to, row->name, NAME_WIDTH, false);
        add_cell(to, quantity_count(arena, row->plays), 10, true);
        add_cell(to, quantity_time(arena, row->seconds), 14, true);
        text_add_c(to, "  ");
        add_bar(to, most > 0 ? row->seconds / most : 0);
        text_add_c(to, "  ");
        text_add(to, quantity_percent(arena, tally_share(row)));
        text_add_c(to, "\n");
    }
}

static void add_announcements(struct text *to, const struct tally *tally)
{
    struct arena *arena = to->arena;
    size_t shown = tally->announcement_count < TOP_ANNOUNCEMENTS ? tally->announcement_count
                                                                 : TOP_ANNOUNCEMENTS;
    text_add_c(to, "\n");
    add_cell(to, str_of(_("Announcement")), NAME_WIDTH, false);
    add_cell(to, str_of(_("showings")), 10, true);
    add_cell(to, str_of(_("time")), 14, true);
    text_add_c(to, "  ");
    text_add_c(to, _("language, days"));
    text_add_c(to, "\n");
    for (size_t i = 0; i < shown; i++) {
        const struct tally_announcement *row = &tally->announcements[i];
        add_cell(to, row->title, NAME_WIDTH, false);
        add_cell(to, quantity_count(arena, row->plays), 10, true);
        add_cell(to, quantity_time(arena, row->seconds), 14, true);
        text_format(to, "  %.*s, %.*s–%.*s\n", STR_ARG(row->language),
                    STR_ARG(quantity_date(arena, row->first)),
                    STR_ARG(quantity_date(arena, row->last)));
    }
    struct str none = { 0 };
    if (shown < tally->announcement_count) {
        struct str more = quantity_count(arena, tally->announcement_count - shown);
        text_add(to, quantity_fill(arena, _("… and {0} more; --format csv has them all"), more,
                                   none, none));
        text_add_c(to, "\n");
    }
}

static void add_desk(struct text *to, const struct desk_tally *desk)
{
    struct arena *arena = to->arena;
    struct verdict_count rows[VERDICT_ROWS];
    verdict_count_rows(desk, rows);
    text_add_c(to, "\n");
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        add_cell(to, str_of(rows[i].label), NAME_WIDTH, false);
        add_cell(to, quantity_count(arena, rows[i].count), 10, true);
        text_add_c(to, "\n");
    }
    if (desk->timed > 0) {
        add_cell(to, str_of(_("Days until the answer, median")), NAME_WIDTH, false);
        add_cell(to, quantity_decimal(arena, desk->days_median), 10, true);
        text_add_c(to, "\n");
    }
}

static void add_damage(struct text *to, const struct tally *tally)
{
    struct str none = { 0 };
    if (tally->damaged > 0)
        text_add(to, quantity_fill(to->arena,
                                   _("{0} lines of the logs were damaged and do not count.\n"),
                                   quantity_count(to->arena, tally->damaged), none, none));
    if (tally->doubles > 0)
        text_add(to, quantity_fill(to->arena, _("{0} lines stood in two logs and count once.\n"),
                                   quantity_count(to->arena, tally->doubles), none, none));
}

struct str play_report_text(struct arena *arena, const struct play_report *report)
{
    struct text to = text_new(arena, PLAY_REPORT_BYTES_MAX);
    add_head(&to, report);
    if (report->tally.plays == 0) {
        text_add_c(&to, _("Nothing was shown in this time.\n"));
    } else {
        add_organisations(&to, &report->tally);
        add_announcements(&to, &report->tally);
    }
    if (report->has_desk)
        add_desk(&to, &report->desk);
    add_damage(&to, &report->tally);
    return text_str(&to);
}
