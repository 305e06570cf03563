/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu undo: takes the last verdict on an announcement back, as long as nobody has seen it.
 * What was taken off the screens comes back at any time.
 */
#include "app/commands.h"
#include "app/desk_folder.h"
#include "app/verdict.h"
#include "rules/rules.h"

#include <stdio.h>

/* The folder of the liaison: the one that is named, the one round a file, else this one. */
static const char *desk_of(const struct options *options)
{
    const char *around = desk_folder_of(options->arena, options->arguments[0]);
    if (options->argument_count > 1)
        return options->arguments[1];
    return around ? around : ".";
}

/* "hide" and "cancel" are of the list of what is taken off, which the screens read in the site. */
static int say_done(const struct desk_undone *undone)
{
    bool is_of_list = str_is(undone->verdict, "hide") || str_is(undone->verdict, "cancel");
    printf(_("taken back: %.*s\n"), STR_ARG(undone->verdict));
    if (is_of_list && undone->on_site)
        printf("%s\n", _("the site has the earlier list again: the screens show it soon"));
    else if (is_of_list)
        fprintf(stderr, "%s\n",
                _("infotaulu: the site was not changed. If the screens had this list already, "
                  "publish the site"));
    return EXIT_FINE;
}

static int say_undo(enum desk_undo outcome, const struct desk_undone *undone)
{
    switch (outcome) {
    case DESK_UNDO_DONE:
        return say_done(undone);
    case DESK_UNDO_NOTHING:
        return options_fail(_("there is no verdict on it that could be taken back"));
    case DESK_UNDO_PUBLISHED:
        return options_fail(_("it is published already. Take it off with hide"));
    case DESK_UNDO_CHANGED:
        return options_fail(_("something changed %s after this verdict: take that back first"),
                            undone->path);
    case DESK_UNDO_IN_THE_WAY:
        return options_fail(_("a file of the same name is in the inbox now. Rename it first"));
    case DESK_UNDO_FAILED:
        break;
    }
    return EXIT_COULD_NOT;
}

static const struct zone *zone_of(const struct options *options)
{
    struct profile *profile = ARENA_NEW(options->arena, struct profile);
    const char *approved = file_join(options->arena, desk_of(options), "approved");
    if (!command_profile_of(options, approved, profile))
        return NULL;
    const struct zone *zone = zone_open(options->arena, NULL, profile->zone_name);
    if (!zone)
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                     STR_ARG(profile->zone_name));
    return zone;
}

static int run(const struct options *options)
{
    struct desk_folder folder;
    struct desk_undone undone = { 0 };
    struct str title;
    struct str ref = verdict_ref_of(options->arena, options->arguments[0], &title);
    const struct zone *zone = zone_of(options);
    int64_t now;
    if (!zone || !options_now(options, &now) ||
        !desk_folder_open(options->arena, desk_of(options), &folder))
        return EXIT_COULD_NOT;
    enum desk_undo outcome = desk_folder_undo(&folder, ref, verdict_names_picture, &undone);
    const struct verdict_record record = {
        .at = stamp_format(options->arena, now, zone),
        .verdict = "undo",
        .id = ref,
        .by = str_of(options->values[OPTION_BY]),
        .rules = RULES_VERSION,
        .reason = undone.verdict,
    };
    if (outcome == DESK_UNDO_DONE && !verdict_note_in(options->arena, folder.path, &record))
        outcome = DESK_UNDO_FAILED;
    desk_folder_close(&folder);
    return say_undo(outcome, &undone);
}

const struct command command_undo = {
    .name = "undo",
    .arguments = N_("ID|FILE [FOLDER]"),
    .summary = N_("take the last verdict on an announcement back, until it is published"),
    .examples = "undo approved/kahvila.xml --by Järjestöyhdyshenkilö\n"
                "undo returned/kahvila.xml --by Järjestöyhdyshenkilö",
    .options = OPTION_BIT(BY) | OPTION_BIT(CENTRE) | OPTION_BIT(NOW),
    .arguments_min = 1,
    .arguments_max = 2,
    .run = run,
};
