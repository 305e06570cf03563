/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu explain: why an item is or is not on the screen now. */
#include "app/commands.h"
#include "app/foresee.h"
#include "app/site_edition.h"
#include "base/identity_code.h"
#include "output/print.h"
#include "rotate/timetable.h"

#include <stdio.h>

/* One sentence a reason. */
static const char *const sentences[REASON_COUNT] = {
    [REASON_SHOWN] = N_("It is in the rotation now."),
    [REASON_NOT_APPROVED] = N_("No trusted approver has signed it."),
    [REASON_BAD_SIGNATURE] = N_("A signature of the site is wrong."),
    [REASON_HASH_MISMATCH] = N_("A file of it is not the one that was approved."),
    [REASON_MEDIA_MISSING] = N_("A file of it is missing."),
    [REASON_BLOCKED_BY_RULE] = N_("A rule stops it."),
    [REASON_NOT_YET] = N_("Its first day has not come yet."),
    [REASON_EXPIRED] = N_("Its last date is over."),
    [REASON_OUTSIDE_HOURS] = N_("The centre is closed now."),
    [REASON_OTHER_CENTRE] = N_("It is meant for another centre."),
    [REASON_CANCELLED] = N_("It is cancelled."),
    [REASON_WITHDRAWN] = N_("The centre has taken it off."),
    [REASON_CLOCK_UNKNOWN] = N_("The clock of this computer is not sure yet."),
    [REASON_DAMAGED] = N_("Its file in the cache is damaged. It is fetched again."),
};

static bool is_named(const struct item *item, const char *name)
{
    int number;
    if (str_to_number(str_of(name), &number) && number > 0)
        return item->announcement.number == number;
    return str_is(item->announcement.id, name) || str_is(item->announcement.group, name);
}

#define FORESEEN_HOURS 2.0

/* A day and a time as the other commands write them. */
static struct str moment_text(const struct site_edition *edition, int64_t moment)
{
    struct civil at = zone_local(edition->update.zone, moment);
    return str_format(edition->arena, "%d.%d.%d %d.%02d", at.date.day, at.date.month, at.date.year,
                      at.hour, at.minute);
}

/* When it comes next, and how often. */
static void tell_turns(const struct options *options, const struct site_edition *edition,
                       const struct item *item)
{
    struct plan plan;
    const struct plan_slot *next = NULL;
    int turns = 0;
    foresee(options, edition, edition->how.now, FORESEEN_HOURS, &plan);
    for (size_t i = 0; i < plan.slot_count; i++) {
        if (plan.slots[i].slot.item != item || plan.slots[i].slot.page > 0)
            continue;
        next = next ? next : &plan.slots[i];
        turns++;
    }
    if (!next) {
        puts(_("    It does not come in the next two hours."));
        return;
    }
    struct civil at = zone_local(edition->update.zone, next->start);
    printf(_("    Next at %d.%02d.%02d, then about %.1f times an hour.\n"), at.hour, at.minute,
           at.second, turns / FORESEEN_HOURS);
}

/* When that heals which time heals. */
static void tell_when(const struct options *options, const struct site_edition *edition,
                      const struct item *item, enum reason reason)
{
    struct timetable timetable = site_timetable(edition);
    int64_t moment = 0;
    if (reason == REASON_SHOWN) {
        tell_turns(options, edition, item);
        return;
    }
    if (reason == REASON_NOT_YET)
        moment = announcement_show_start(&item->announcement, timetable.zone);
    else if (reason == REASON_OUTSIDE_HOURS)
        moment = timetable_opening_change(&timetable);
    if (moment > 0 && moment < INT64_MAX)
        printf(_("    It comes on %.*s.\n"), STR_ARG(moment_text(edition, moment)));
}

static void explain(const struct options *options, const struct site_edition *edition,
                    const struct update_item *entry, const struct item *item)
{
    struct timetable timetable = site_timetable(edition);
    enum reason reason = timetable_reason(&timetable, item);
    struct str title = identity_code_mask(edition->arena, item->announcement.title);
    printf("%s\t%.*s\t%.*s\n", reason_word(reason), STR_ARG(item->announcement.language_tag),
           STR_ARG(title));
    printf("    %s\n", _(sentences[reason]));
    tell_when(options, edition, item, reason);
    if (reason == REASON_BLOCKED_BY_RULE)
        printf("    [%s]\n", rule_info(item->blocked_by)->id);
    if (reason != REASON_SHOWN && entry) {
        struct report report = entry->report;
        print_report(stdout, &report);
    }
}

static int run(const struct options *options)
{
    struct site_edition edition;
    const char *name = options->arguments[0];
    bool found = false;
    int code = site_edition_open_kept(options, &edition);
    if (code != EXIT_COULD_NOT) {
        const struct edition *now = &edition.update.edition;
        for (size_t i = 0; i < now->item_count; i++) {
            if (!is_named(&now->items[i], name))
                continue;
            found = true;
            explain(options, &edition, edition.update.items ? &edition.update.items[i] : NULL,
                    &now->items[i]);
        }
    }
    site_edition_close(&edition);
    if (code == EXIT_COULD_NOT || found)
        return code;
    printf("%s\t-\t%s\n", reason_word(REASON_WITHDRAWN), name);
    printf("    %s\n",
           _("The feed does not name it: it was never published, or it was taken off."));
    return EXIT_FINE;
}

const struct command command_explain = {
    .name = "explain",
    .arguments = N_("ITEM"),
    .summary = N_("why an announcement is or is not on the screen now"),
    .examples = "explain 12\n"
                "explain urn:uuid:0a6f2a0e-6d0a-4c2e-8a53-52b0c9c7f001",
    .options = OPTION_BIT(CACHE) | OPTION_BIT(STATE) | OPTION_BIT(NOW) | OPTION_BIT(ROOT_KEY) |
               OPTION_BIT(DISPLAY) | OPTION_BIT(SIZE),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
