/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu hide: an announcement, or one date of it, goes off the screens at once. It is a line in
 * hide.xml, signed by the approver's or the reception's key, and needs no publisher: where the site
 * is at hand, the list is put there straight away.
 */
#include "app/commands.h"
#include "app/desk_folder.h"
#include "app/key_file.h"
#include "app/site_writer.h"
#include "app/verdict.h"
#include "feed/read_profile.h"
#include "feed/write_site.h"
#include "rules/rules.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#define FILE_MODE 0644
#define SIGNATURE_COMMENT "signature of a list of hidden announcements"

struct hiding {
    const struct options *options;
    struct arena *arena;
    const char *folder; /* with the approved announcements and centre.xml */
    struct str ref;     /* id of an announcement or of a group */
    struct str title;   /* empty: not at hand */
    struct date date;   /* year 0: the whole announcement */
    int64_t now;
    struct profile profile;
    const struct zone *zone;
    struct hide hide;
    struct secret_key *key;
    struct str bytes, signature;
};

/* ---- what is meant ------------------------------------------------------------------------- */

/* The folder that is named, else "approved" here, else this one. */
static const char *folder_of(const struct options *options)
{
    if (options->argument_count > 1)
        return options->arguments[1];
    return file_is_folder("approved") ? "approved" : ".";
}

static bool read_date(struct hiding *hiding)
{
    const char *given = hiding->options->values[OPTION_DATE];
    struct stamp stamp;
    if (!given)
        return true;
    if (stamp_parse(str_of(given), &stamp)) {
        hiding->date = stamp.civil.date;
        return true;
    }
    options_fail(_("--%s: \"%s\" is no day. Write it so: 2026-01-31"), "date", given);
    return false;
}

static bool open_centre(struct hiding *hiding)
{
    if (!command_profile_of(hiding->options, hiding->folder, &hiding->profile))
        return false;
    hiding->zone = zone_open(hiding->arena, NULL, hiding->profile.zone_name);
    if (!hiding->zone)
        options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                     STR_ARG(hiding->profile.zone_name));
    return hiding->zone != NULL;
}

/* ---- the list ------------------------------------------------------------------------------ */

/* A list that is there and cannot be read is not written over: it hides things, too. */
static bool read_list(struct hiding *hiding)
{
    struct report report = report_new(hiding->arena);
    const char *path = file_join(hiding->arena, hiding->folder, "hide.xml");
    struct str bytes;
    enum file_outcome outcome = file_read(hiding->arena, path, HIDE_BYTES_MAX, &bytes);
    if (outcome == FILE_MISSING)
        return true;
    if (outcome == FILE_OK &&
        hide_read(hiding->arena, bytes, STR("hide.xml"), &report, &hiding->hide))
        return true;
    command_print_findings(&report);
    options_fail("%s %s", path,
                 outcome == FILE_OK ? _("cannot be understood") : _(file_outcome_text(outcome)));
    return false;
}

static struct hide_item *item_of(struct hiding *hiding)
{
    struct hide *hide = &hiding->hide;
    for (size_t i = 0; i < hide->count; i++) {
        if (str_equal(hide->items[i].ref, hiding->ref))
            return &hide->items[i];
    }
    struct hide_item *item = ARENA_PUSH(hiding->arena, hide->items, hide->count);
    item->ref = hiding->ref;
    return item;
}

static bool has_date(const struct hide_item *item, struct date date)
{
    for (size_t i = 0; i < item->date_count; i++) {
        if (date_compare(item->dates[i], date) == 0)
            return true;
    }
    return false;
}

/* `updated` grows with each change, so that an older list can be told from a newer one. */
static bool compose(struct hiding *hiding)
{
    struct hide_item *item = item_of(hiding);
    int64_t updated = hiding->now;
    if (hiding->hide.updated.kind != STAMP_NONE &&
        stamp_moment(&hiding->hide.updated, hiding->zone) >= updated)
        updated = stamp_moment(&hiding->hide.updated, hiding->zone) + 1;
    if (hiding->date.year == 0)
        item->whole = true;
    else if (!has_date(item, hiding->date))
        *ARENA_PUSH(hiding->arena, item->dates, item->date_count) = hiding->date;
    if (!stamp_parse(stamp_format(hiding->arena, updated, hiding->zone), &hiding->hide.updated))
        return false;
    hiding->bytes = hide_write(hiding->arena, &hiding->hide);
    if (hiding->bytes.bytes == 0)
        options_fail(_("the list of hidden announcements is full"));
    return hiding->bytes.bytes > 0;
}

static bool sign(struct hiding *hiding)
{
    struct report report = report_new(hiding->arena);
    if (!key_file_open(hiding->options, KEY_OF_PERSON, &hiding->key))
        return false;
    struct str comment = str_format(hiding->arena, "file=hide.xml");
    hiding->signature =
        secret_key_sign(hiding->arena, hiding->key, hiding->bytes, STR(SIGNATURE_COMMENT), comment);
    const struct signed_bytes list = { STR("hide.xml"), hiding->bytes, hiding->signature };
    if (hiding->profile.key_count == 0 ||
        chain_check_document(&hiding->profile, hiding->zone, hiding->now,
                             KEY_APPROVER | KEY_RECEPTION, &list, &report))
        return true;
    command_print_findings(&report);
    options_fail(_("the screens of this centre would not trust %s. Nothing was signed"),
                 hiding->options->values[OPTION_KEY]);
    return false;
}

/* ---- writing ------------------------------------------------------------------------------- */

static bool put(struct hiding *hiding, const char *folder, const char *name, struct str bytes)
{
    const char *path = file_join(hiding->arena, folder, name);
    enum file_outcome outcome = file_write(path, bytes, FILE_MODE);
    if (outcome != FILE_OK)
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
    return outcome == FILE_OK;
}

/* The signature first: a screen that asks in between fetches both once more. */
static bool put_list(struct hiding *hiding, const char *folder)
{
    return put(hiding, folder, "hide.xml.minisig", hiding->signature) &&
           put(hiding, folder, "hide.xml", hiding->bytes);
}

static struct verdict_record record_of(struct hiding *hiding)
{
    const struct options *options = hiding->options;
    struct public_key public = secret_key_public(hiding->key);
    return (struct verdict_record){
        .at = stamp_format(hiding->arena, hiding->now, hiding->zone),
        .verdict = hiding->date.year ? "cancel" : "hide",
        .id = hiding->ref,
        .by = str_of(options->values[OPTION_BY]),
        .key_number = public_key_number(hiding->arena, public.id),
        .rules = RULES_VERSION,
        .content = hash_of(hiding->bytes),
        .reason = str_of(options->values[OPTION_TEXT]),
    };
}

/* What is kept goes back from wherever undo is called: its paths are whole. */
static const char *whole_path(struct hiding *hiding, const char *name)
{
    char whole[PATH_MAX];
    const char *folder = realpath(hiding->folder, whole) ? whole : hiding->folder;
    return file_join(hiding->arena, folder, name);
}

static bool keep_and_put(struct hiding *hiding, const struct desk_folder *desk)
{
    struct verdict_record record = record_of(hiding);
    const char *paths[] = { whole_path(hiding, "hide.xml"),
                            whole_path(hiding, "hide.xml.minisig") };
    const struct desk_step step = { record.verdict, record.id, record.at, paths, ARRAY_LEN(paths) };
    if (!desk_folder_keep(desk, &step) || !put_list(hiding, hiding->folder) ||
        !verdict_note_in(hiding->arena, desk->path, &record))
        return false;
    desk_folder_seal(desk, record.id);
    return true;
}

/* In a liaison's folder the verdict is noted and can be taken back; elsewhere it is only done. */
static bool write_list(struct hiding *hiding)
{
    const char *site = hiding->options->values[OPTION_OUTPUT];
    const char *desk =
        desk_folder_of(hiding->arena, file_join(hiding->arena, hiding->folder, "hide.xml"));
    struct desk_folder folder;
    bool fine;
    if (!desk) {
        fine = put_list(hiding, hiding->folder);
    } else {
        if (!desk_folder_open(hiding->arena, desk, &folder))
            return false;
        fine = keep_and_put(hiding, &folder);
        desk_folder_close(&folder);
    }
    return fine && (!site || put_list(hiding, site));
}

static void say_result(const struct hiding *hiding)
{
    struct str name = hiding->title.bytes ? hiding->title : hiding->ref;
    if (hiding->date.year)
        printf(_("cancelled: %.*s, %d.%d.%d\n"), STR_ARG(name), hiding->date.day,
               hiding->date.month, hiding->date.year);
    else
        printf(_("taken off: %.*s\n"), STR_ARG(name));
    if (!options_has(hiding->options, OPTION_OUTPUT))
        fprintf(stderr, "%s\n",
                _("infotaulu: the screens see it when the site is published (publish), or at once "
                  "with -o SITE"));
}

static bool read_options(struct hiding *hiding)
{
    const struct options *options = hiding->options;
    hiding->folder = folder_of(options);
    if (!file_is_folder(hiding->folder))
        options_fail(_("%s is not a folder"), hiding->folder);
    else if (!options_has(options, OPTION_BY))
        options_fail(_("who takes it off? Give --by ROLE"));
    else if (!options_has(options, OPTION_KEY))
        options_fail(_("which key? Give --key FILE"));
    else if (options_has(options, OPTION_OUTPUT) && !file_is_folder(options->values[OPTION_OUTPUT]))
        options_fail(_("%s is not a folder"), options->values[OPTION_OUTPUT]);
    else
        return options_now(options, &hiding->now) && read_date(hiding);
    return false;
}

static int run_hide(const struct options *options)
{
    struct hiding hiding = { .options = options, .arena = options->arena };
    if (!read_options(&hiding) || !open_centre(&hiding))
        return EXIT_COULD_NOT;
    hiding.ref = verdict_ref_of(options->arena, options->arguments[0], &hiding.title);
    bool fine = read_list(&hiding) && compose(&hiding) && sign(&hiding) && write_list(&hiding);
    secret_key_free(hiding.key);
    if (fine)
        say_result(&hiding);
    return fine ? EXIT_FINE : EXIT_COULD_NOT;
}

const struct command command_hide = {
    .name = "hide",
    .arguments = N_("ID|FILE [FOLDER]"),
    .summary = N_("take an announcement, or one date of it, off the screens at once"),
    .examples = "hide approved/kahvila.xml --date 2026-12-01 --by Aula --key aula.key -o site\n"
                "hide urn:uuid:0f3c… approved --by Järjestöyhdyshenkilö --key hyvaksyja.key",
    .options = OPTION_BIT(DATE) | OPTION_BIT(BY) | OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FD) |
               OPTION_BIT(TEXT) | OPTION_BIT(CENTRE) | OPTION_BIT(OUTPUT) | OPTION_BIT(NOW),
    .arguments_min = 1,
    .arguments_max = 2,
    .run = run_hide,
};
