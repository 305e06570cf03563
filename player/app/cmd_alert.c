/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu alert: one of five ready sentences on every screen of the centre, in one command. It is
 * signed with an alert key and put among the approved announcements; with -o the site is published
 * at once. Only one alert stands at a time: a new one takes the place of the old, `end` takes it
 * off, and it ends by itself at its time.
 */
#include "app/alert_words.h"
#include "app/commands.h"
#include "app/key_file.h"
#include "app/verdict.h"
#include "feed/read_entry.h"
#include "rules/rules.h"

#include <stdio.h>
#include <unistd.h>

#define SIGNATURE_COMMENT "signature of an alert"
#define HOURS_DEFAULT 4.0
#define HOURS_MAX 72.0

struct raising {
    const struct options *options;
    struct arena *arena;
    const char *folder; /* of the approved announcements */
    struct alert_order order;
    struct profile profile;
    struct secret_key *key;
    struct str at; /* RFC 3339 */
};

/* ---- the sentences ------------------------------------------------------------------------- */

static int list_sentences(void)
{
    for (int number = 1; number <= ALERT_SENTENCES; number++) {
        for (int version = 0; version < ALERT_LANGUAGES; version++) {
            struct alert_words words = alert_words_of(number, version);
            if (version == 0)
                printf("%d  ", number);
            else
                printf("   ");
            printf("%s: %s. %s\n", language_tag(words.language), words.title, words.text);
        }
    }
    return EXIT_FINE;
}

/* ---- files --------------------------------------------------------------------------------- */

static char *file_of(const struct raising *raising, int version)
{
    const char *tag = language_tag(alert_words_of(1, version).language);
    struct str name = str_format(raising->arena, "halytys-%s.xml", tag);
    return file_join(raising->arena, raising->folder, str_c(raising->arena, name));
}

static char *signature_of(const struct raising *raising, const char *file)
{
    return str_c(raising->arena, str_format(raising->arena, "%s.minisig", file));
}

/* The signature goes last: without the announcement it is nothing. */
static bool remove_files(const struct raising *raising, bool *ret_any)
{
    *ret_any = false;
    for (int version = 0; version < ALERT_LANGUAGES; version++) {
        const char *file = file_of(raising, version), *signature = signature_of(raising, file);
        if (!file_exists(file))
            continue;
        *ret_any = true;
        if (unlink(file) != 0) {
            options_fail("%s: %s", file, _("it cannot be removed"));
            return false;
        }
        (void)unlink(signature);
    }
    return true;
}

/* The same announcement must come out of the bytes, and the screens must trust the key. */
static bool is_good(const struct raising *raising, const struct signed_bytes *entry)
{
    struct report report = report_new(raising->arena);
    struct announcement announcement;
    struct approval approval;
    bool fine = entry_read(raising->arena, entry->bytes, entry->name, &report, &announcement) &&
                (raising->profile.key_count == 0 ||
                 chain_check_entry(&raising->profile, raising->order.zone, KEY_ALERT, entry,
                                   &report, &approval));
    if (!fine) {
        command_print_findings(&report);
        options_fail(_("the screens of this centre would not trust %s. Nothing was signed"),
                     raising->options->values[OPTION_KEY]);
    }
    return fine;
}

static bool note(const struct raising *raising, const char *verdict, const char *file,
                 struct str entry)
{
    struct arena *arena = raising->arena;
    struct report report = report_new(arena);
    struct announcement announcement;
    if (!entry_read(arena, entry, str_of(file), &report, &announcement))
        return true; /* what cannot be read is not recorded, but it is gone all the same */
    struct verdict_record record = {
        .at = raising->at,
        .verdict = verdict,
        .id = announcement.id,
        .by = str_of(raising->options->values[OPTION_BY]),
        .rules = RULES_VERSION,
        .content = hash_of(entry),
    };
    if (raising->key) {
        struct public_key public = secret_key_public(raising->key);
        record.key_number = public_key_number(arena, public.id);
    }
    const char *above = str_c(arena, file_folder_of(str_of(raising->folder)));
    return verdict_note_in(arena, above, &record);
}

static bool write_version(const struct raising *raising, int version)
{
    struct arena *arena = raising->arena;
    const char *file = file_of(raising, version);
    struct str entry = alert_entry(arena, &raising->order, version);
    struct approval approval = {
        .by = str_of(raising->options->values[OPTION_BY]),
        .at = raising->at,
        .rules = RULES_VERSION,
    };
    struct str comment = approval_format(arena, &approval);
    if (comment.bytes == 0) {
        options_fail(_("--by: \"%s\" cannot be written as a role"),
                     raising->options->values[OPTION_BY]);
        return false;
    }
    struct str signature =
        secret_key_sign(arena, raising->key, entry, STR(SIGNATURE_COMMENT), comment);
    const struct signed_bytes bytes = { str_of(file), entry, signature };
    if (!is_good(raising, &bytes))
        return false;
    enum file_outcome outcome = file_write(signature_of(raising, file), signature, 0644);
    if (outcome == FILE_OK)
        outcome = file_write(file, entry, 0644);
    if (outcome != FILE_OK) {
        options_fail("%s %s", file, _(file_outcome_text(outcome)));
        return false;
    }
    return note(raising, "alert", file, entry);
}

/* ---- publishing ---------------------------------------------------------------------------- */

/* As `infotaulu publish` does it, with the key of the machine that publishes. */
static int publish(const struct raising *raising)
{
    struct options options = *raising->options;
    const char *folder[] = { raising->folder };
    if (!options_has(&options, OPTION_OUTPUT)) {
        puts(_("Now publish the site: infotaulu publish"));
        return EXIT_FINE;
    }
    if (options_has(&options, OPTION_PUBLISHER_KEY)) {
        options.values[OPTION_KEY] = options.values[OPTION_PUBLISHER_KEY];
        options.values[OPTION_PASSPHRASE_FD] = NULL;
    }
    options.arguments = folder;
    options.argument_count = 1;
    return command_publish.run(&options);
}

/* ---- verbs --------------------------------------------------------------------------------- */

static bool open_centre(struct raising *raising)
{
    if (!command_profile_of(raising->options, raising->folder, &raising->profile))
        return false;
    raising->order.profile = &raising->profile;
    raising->order.zone = zone_open(raising->arena, NULL, raising->profile.zone_name);
    if (raising->order.zone)
        return true;
    options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                 STR_ARG(raising->profile.zone_name));
    return false;
}

static bool read_number(struct raising *raising)
{
    const struct options *options = raising->options;
    double hours;
    if (!str_to_number(str_of(options->arguments[1]), &raising->order.number) ||
        raising->order.number < 1 || raising->order.number > ALERT_SENTENCES) {
        options_fail(_("which sentence? Give a number from 1 to %d (infotaulu alert list)"),
                     ALERT_SENTENCES);
        return false;
    }
    if (!options_decimal(options, OPTION_HOURS, HOURS_DEFAULT, &hours))
        return false;
    if (hours <= 0 || hours > HOURS_MAX) {
        options_fail(_("--hours is a number up to %d"), (int)HOURS_MAX);
        return false;
    }
    raising->order.until = raising->order.from + (int64_t)(hours * 3600);
    return true;
}

static bool read_common(struct raising *raising)
{
    const struct options *options = raising->options;
    if (!options_has(options, OPTION_BY))
        options_fail(_("who raises the alert? Give --by ROLE"));
    else if (!file_is_folder(raising->folder))
        options_fail(_("%s is not a folder"), raising->folder);
    else if (options_now(options, &raising->order.from) && open_centre(raising)) {
        raising->at = stamp_format(raising->arena, raising->order.from, raising->order.zone);
        return true;
    }
    return false;
}

static int say_raised(const struct raising *raising)
{
    struct civil end = zone_local(raising->order.zone, raising->order.until);
    for (int version = 0; version < ALERT_LANGUAGES; version++) {
        struct alert_words words = alert_words_of(raising->order.number, version);
        printf("%s%s%s. %s\n", raising->order.is_drill ? words.drill : "",
               raising->order.is_drill ? ": " : "", words.title, words.text);
    }
    printf(_("It ends by itself on %d.%d. at %d.%02d. Sooner: infotaulu alert end\n"), end.date.day,
           end.date.month, end.hour, end.minute);
    return publish(raising);
}

static int raise_alert(struct raising *raising)
{
    bool any;
    if (!options_has(raising->options, OPTION_KEY))
        return options_fail(_("which key? Give --key FILE"));
    if (!read_common(raising) || !read_number(raising) ||
        !key_file_open(raising->options, KEY_OF_PERSON, &raising->key) ||
        !remove_files(raising, &any))
        return EXIT_COULD_NOT;
    for (int version = 0; version < ALERT_LANGUAGES; version++) {
        if (!write_version(raising, version))
            return EXIT_COULD_NOT;
    }
    return say_raised(raising);
}

static int end_alert(struct raising *raising)
{
    bool any;
    if (!read_common(raising))
        return EXIT_COULD_NOT;
    for (int version = 0; version < ALERT_LANGUAGES; version++) {
        const char *file = file_of(raising, version);
        struct str entry;
        if (file_read(raising->arena, file, ENTRY_BYTES_MAX, &entry) == FILE_OK &&
            !note(raising, "alert-end", file, entry))
            return EXIT_COULD_NOT;
    }
    if (!remove_files(raising, &any))
        return EXIT_COULD_NOT;
    puts(any ? _("The alert is over.") : _("There was no alert."));
    return publish(raising);
}

typedef int verb_fn(struct raising *raising);

static int run(const struct options *options)
{
    static const struct {
        const char *word;
        verb_fn *run;
        size_t arguments;
        bool is_drill;
    } verbs[] = {
        { "raise", raise_alert, 3, false },
        { "drill", raise_alert, 3, true },
        { "end", end_alert, 2, false },
    };
    if (strcmp(options->arguments[0], "list") == 0 && options->argument_count == 1)
        return list_sentences();
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        if (strcmp(options->arguments[0], verbs[i].word) != 0 ||
            options->argument_count != verbs[i].arguments)
            continue;
        struct raising raising = { .options = options,
                                   .arena = options->arena,
                                   .folder = options->arguments[verbs[i].arguments - 1],
                                   .order = { .is_drill = verbs[i].is_drill } };
        int code = verbs[i].run(&raising);
        secret_key_free(raising.key);
        return code;
    }
    return options_fail(_("something is missing. Write: infotaulu %s %s"), "alert",
                        _("list | raise NUMBER FOLDER | drill NUMBER FOLDER | end FOLDER"));
}

const struct command command_alert = {
    .name = "alert",
    .arguments = N_("list | raise NUMBER FOLDER | drill NUMBER FOLDER | end FOLDER"),
    .summary = N_("put a ready sentence on all screens at once, or take it off"),
    .examples = "alert list\n"
                "alert raise 1 approved --key halytys.key --by Kiinteistönhoito -o /srv/taulu "
                "--publisher-key julkaisija.key\n"
                "alert drill 2 approved --key halytys.key --by Kiinteistönhoito --hours 0.5\n"
                "alert end approved --by Kiinteistönhoito -o /srv/taulu "
                "--publisher-key julkaisija.key",
    .options = OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FD) | OPTION_BIT(PUBLISHER_KEY) |
               OPTION_BIT(BY) | OPTION_BIT(HOURS) | OPTION_BIT(OUTPUT) | OPTION_BIT(CENTRE) |
               OPTION_BIT(ROOT_KEY) | OPTION_BIT(VALID_DAYS) | OPTION_BIT(NOW),
    .arguments_min = 1,
    .arguments_max = 3,
    .run = run,
};
