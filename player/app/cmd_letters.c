/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu letters: the letters that nobody thinks of by herself. A receipt for what lies in the
 * inbox, a word before an announcement ends, a question whether a long series still holds. Each is
 * written once; running it again tomorrow writes only what is new.
 */
#include "app/approved.h"
#include "app/commands.h"
#include "app/letter.h"
#include "app/submission.h"
#include "app/terminal.h"
#include "feed/read_entry.h"

#include <stdio.h>

#define SERIES_DAYS 60   /* after so many days a series is asked about, and again after as many */
#define EXPIRING_DAYS 14 /* a volunteer needs a week to answer, and one to write */

struct lettering {
    const struct options *options;
    struct arena *arena;
    struct desk_folder folder;
    int64_t now;
    struct profile profile;
    const struct zone *zone;
    struct str *names; /* of the letters that are there */
    size_t name_count;
    size_t written;
    bool failed;
};

/* ---- which are there already --------------------------------------------------------------- */

/* "2026-11-24-…": its day; false for a name that is no letter's. */
static bool day_of(struct str name, struct date *ret_day)
{
    struct stamp stamp;
    if (!stamp_parse(str_slice(name, 0, strlen("2026-11-24")), &stamp))
        return false;
    *ret_day = stamp.civil.date;
    return true;
}

static bool was_written(const struct lettering *lettering, const struct letter *letter, int days)
{
    struct date today = zone_local(lettering->zone, lettering->now).date, day;
    struct str end = letter_name_end(lettering->arena, letter);
    for (size_t i = 0; i < lettering->name_count; i++) {
        struct str name = lettering->names[i];
        if (str_ends(name, end.at) && day_of(name, &day) &&
            date_to_days(today) - date_to_days(day) < days)
            return true;
    }
    return false;
}

static void write_once(struct lettering *lettering, enum letter_kind kind,
                       const struct announcement *announcement, int days)
{
    const struct letter letter = {
        .kind = kind,
        .announcement = announcement,
        .profile = &lettering->profile,
        .zone = lettering->zone,
        .now = lettering->now,
        .by = str_of(lettering->options->values[OPTION_BY]),
    };
    if (was_written(lettering, &letter, days))
        return;
    if (!letter_save(&lettering->folder, &letter)) {
        lettering->failed = true;
        return;
    }
    struct date today = zone_local(lettering->zone, lettering->now).date;
    printf("letters/%04d-%02d-%02d%.*s\n", today.year, today.month, today.day,
           STR_ARG(letter_name_end(lettering->arena, &letter)));
    lettering->written++;
}

/* ---- which are due ------------------------------------------------------------------------- */

#define FOREVER 100000 /* days: once */

static void write_receipts(struct lettering *lettering)
{
    struct str *paths;
    size_t count;
    const char *inbox = desk_folder_join(&lettering->folder, "inbox");
    if (!file_is_folder(inbox) || !submission_paths(lettering->arena, inbox, &paths, &count))
        return;
    for (size_t i = 0; i < count; i++) {
        struct report report = report_new(lettering->arena);
        struct announcement announcement;
        struct str bytes;
        const char *path = str_c(lettering->arena, paths[i]);
        if (file_read(lettering->arena, path, ENTRY_BYTES_MAX, &bytes) == FILE_OK &&
            entry_read(lettering->arena, bytes, paths[i], &report, &announcement))
            write_once(lettering, LETTER_RECEIVED, &announcement, FOREVER);
    }
}

static bool is_series(const struct announcement *announcement)
{
    for (size_t i = 0; i < announcement->when_count; i++) {
        if (announcement->whens[i].repeat.frequency != REPEAT_NONE)
            return true;
    }
    return announcement->when_count == 0; /* and what has no date at all */
}

static int64_t approved_at(const struct lettering *lettering, const struct approved_item *item)
{
    struct stamp at;
    return stamp_parse(item->approval.at, &at) ? stamp_moment(&at, lettering->zone)
                                               : lettering->now;
}

static void write_for_approved(struct lettering *lettering, const struct approved_item *item)
{
    const struct announcement *announcement = &item->announcement;
    int64_t left = announcement_show_end(announcement, lettering->zone) - lettering->now;
    int64_t age = lettering->now - approved_at(lettering, item);
    if (item->state != APPROVED_FINE)
        return;
    if (left > 0 && left <= EXPIRING_DAYS * DAY_SECONDS && is_series(announcement))
        write_once(lettering, LETTER_EXPIRING, announcement, FOREVER);
    else if (age >= SERIES_DAYS * DAY_SECONDS && is_series(announcement))
        write_once(lettering, LETTER_STILL_TRUE, announcement, SERIES_DAYS);
}

static bool write_reminders(struct lettering *lettering)
{
    struct approved_folder approved = {
        .arena = lettering->arena,
        .path = desk_folder_join(&lettering->folder, "approved"),
        .profile = &lettering->profile,
        .zone = lettering->zone,
        .now = lettering->now,
    };
    if (!file_is_folder(approved.path))
        return true;
    if (!approved_read(&approved, terminal_progress))
        return false;
    for (size_t i = 0; i < approved.count; i++)
        write_for_approved(lettering, &approved.items[i]);
    return true;
}

/* ---- the command --------------------------------------------------------------------------- */

static bool set_up(struct lettering *lettering)
{
    const struct options *options = lettering->options;
    struct arena *arena = lettering->arena;
    const char *path = options->argument_count ? options->arguments[0] : ".";
    if (!options_now(options, &lettering->now) ||
        !command_profile_of(options, file_join(arena, path, "approved"), &lettering->profile))
        return false;
    lettering->zone = zone_open(arena, NULL, lettering->profile.zone_name);
    if (!lettering->zone) {
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                     STR_ARG(lettering->profile.zone_name));
        return false;
    }
    if (!file_is_folder(file_join(arena, path, "inbox")) &&
        !file_is_folder(file_join(arena, path, "approved"))) {
        options_fail(_("%s holds no folder inbox or approved"), path);
        return false;
    }
    return desk_folder_open(arena, path, &lettering->folder);
}

static int run(const struct options *options)
{
    struct lettering lettering = { .options = options, .arena = options->arena };
    if (!set_up(&lettering))
        return EXIT_COULD_NOT;
    const char *letters = desk_folder_join(&lettering.folder, "letters");
    /* No folder yet: no letter yet. */
    if (file_list(lettering.arena, letters, &lettering.names, &lettering.name_count) != FILE_OK)
        lettering.name_count = 0;
    write_receipts(&lettering);
    bool fine = write_reminders(&lettering) && !lettering.failed;
    desk_folder_close(&lettering.folder);
    fprintf(stderr, i18n_plural("%zu new letter\n", "%zu new letters\n", lettering.written),
            lettering.written);
    return fine ? EXIT_FINE : EXIT_COULD_NOT;
}

const struct command command_letters = {
    .name = "letters",
    .arguments = N_("[FOLDER]"),
    .summary = N_("write the letters that are due: receipts, endings, is it still right"),
    .examples = "letters\n"
                "letters /srv/infotaulu --by Järjestöyhdyshenkilö",
    .options = OPTION_BIT(BY) | OPTION_BIT(CENTRE) | OPTION_BIT(NOW),
    .arguments_max = 1,
    .run = run,
};
