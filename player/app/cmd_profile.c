/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu profile: the centre profile signed for a site, and what of it is in force. What is
 * shown is what the programs work with, after defaults and floors, so that nobody has to guess
 * what a line that is not there means. Only the public halves of keys are in a profile at all.
 */
#include "app/commands.h"
#include "app/key_file.h"
#include "base/file.h"
#include "feed/read_profile.h"
#include "layout/layout.h"
#include "rules/theme.h"

#include <stdio.h>

#define SIGNATURE_MODE 0644
#define SIGNATURE_COMMENT "signature of a centre profile"
#define FILE_NAME_BYTES_MAX 255

/* ---- profile sign -------------------------------------------------------------------------- */

/* A file's name in a signed line: control characters of a hostile name become question marks. */
static struct str plain_name(struct arena *arena, const char *path)
{
    struct text text = text_new(arena, FILE_NAME_BYTES_MAX);
    struct str name = file_name_of(str_of(path));
    for (size_t i = 0; i < name.bytes; i++) {
        unsigned char byte = (unsigned char)name.at[i];
        text_add(&text, byte < ' ' || byte == 0x7F ? STR("?") : str_slice(name, i, 1));
    }
    return text_str(&text);
}

static bool has_role(const struct profile *profile, unsigned role)
{
    for (size_t i = 0; i < profile->key_count; i++)
        if ((profile->keys[i].roles & role) && !profile->keys[i].revoked)
            return true;
    return false;
}

/* Reads and judges the profile; EXIT_FINE when it may be signed. */
static int check_profile(const struct options *options, const char *path, struct str *ret_bytes,
                         struct profile *ret_profile)
{
    struct report report = report_new(options->arena);
    enum file_outcome outcome = file_read(options->arena, path, PROFILE_BYTES_MAX, ret_bytes);
    if (outcome != FILE_OK)
        return options_fail(_("the centre profile %s: %s"), path, _(file_outcome_text(outcome)));
    bool fine = profile_read(options->arena, *ret_bytes, str_of(path), &report, ret_profile);
    if (fine)
        theme_check(ret_profile, (struct place){ .file = str_of(path) }, &report);
    fine = fine && !report_has(&report, SEVERITY_BLOCK);
    command_print_findings(&report);
    if (!fine) {
        options_fail(_("%s is not signed"), path);
        return EXIT_FINDINGS;
    }
    if (!has_role(ret_profile, KEY_PUBLISHER) || !has_role(ret_profile, KEY_APPROVER))
        fprintf(stderr,
                _("infotaulu: warning: %s has no publisher's or no approver's key, so the "
                  "screens will show nothing\n"),
                path);
    return EXIT_FINE;
}

static int sign(const struct options *options, const char *path, struct str bytes,
                struct str zone_name, int64_t now)
{
    struct arena *arena = options->arena;
    struct secret_key *key;
    const struct zone *zone = zone_open(arena, NULL, zone_name);
    if (!zone)
        return options_fail(_("the time zone %.*s is not on this computer (package tzdata)"),
                            STR_ARG(zone_name));
    if (!key_file_open(options, KEY_OF_PERSON, &key))
        return EXIT_COULD_NOT;
    struct str comment =
        str_format(arena, "at=%.*s file=%.*s", STR_ARG(stamp_format(arena, now, zone)),
                   STR_ARG(plain_name(arena, path)));
    struct str signature = secret_key_sign(arena, key, bytes, STR(SIGNATURE_COMMENT), comment);
    secret_key_free(key);
    const char *beside = str_c(arena, str_format(arena, "%s.minisig", path));
    enum file_outcome outcome = file_write(beside, signature, SIGNATURE_MODE);
    if (outcome != FILE_OK)
        return options_fail("%s %s", beside, _(file_outcome_text(outcome)));
    printf(_("signed: %s\n"), beside);
    return EXIT_FINE;
}

static int run_sign(const struct options *options)
{
    struct profile profile = { 0 };
    struct str bytes = { "", 0 };
    int64_t now;
    if (options->argument_count != 2)
        return options_fail(
            _("which profile? Write: infotaulu profile sign centre.xml --key FILE"));
    if (!options_now(options, &now))
        return EXIT_COULD_NOT;
    const char *path = options->arguments[1];
    int code = check_profile(options, path, &bytes, &profile);
    return code == EXIT_FINE ? sign(options, path, bytes, profile.zone_name, now) : code;
}

/* ---- profile show -------------------------------------------------------------------------- */

static void head(const char *text)
{
    printf("\n%s\n", text);
}

static void line(const char *label, struct str value)
{
    if (value.bytes > 0)
        printf("  %s: %.*s\n", label, STR_ARG(value));
}

static struct str iso_date(struct arena *arena, const struct stamp *stamp)
{
    const struct date *date = &stamp->civil.date;
    if (stamp->kind == STAMP_NONE)
        return STR("–");
    return str_format(arena, "%04d-%02d-%02d", date->year, date->month, date->day);
}

static void show_centre(struct arena *arena, const struct profile *profile)
{
    struct text languages = text_new(arena, 4096);
    for (size_t i = 0; i < profile->name_count; i++)
        printf("%s%.*s", i > 0 ? " · " : "", STR_ARG(profile->names[i].text));
    printf("\n");
    for (size_t i = 0; i < profile->language_count; i++)
        text_format(&languages, "%s%s", i > 0 ? ", " : "", language_tag(profile->languages[i]));
    line(_("name for announcements"), profile->id);
    line(_("languages"), text_str(&languages));
    line(_("time zone"), profile->zone_name);
    line(_("announcements are sent to"), profile->submit);
    if (profile->review.kind != STAMP_NONE)
        line(_("next review"), iso_date(arena, &profile->review));
}

static void show_displays(const struct profile *profile)
{
    head(_("Displays"));
    for (size_t i = 0; i < profile->display_count; i++) {
        const struct display *display = &profile->displays[i];
        printf(_("  %.*s: %d × %d px, %g inches, %.*s, turned %d°\n"), STR_ARG(display->name),
               display_seen_width(display), display_seen_height(display), display->diagonal_in,
               STR_ARG(display->panel), display->rotation);
        printf(_("    read from %g m (closest %g m), the code from %g m\n"), display->distance_m,
               display->closest_m, display->scan_m);
        printf(_("    smallest letters %.1f px, %s, %s\n"), layout_letter_min(display),
               display->dark ? _("dark theme") : _("light theme"),
               display->clock_rtc ? _("has a clock of its own") : _("clock from a time service"));
    }
}

/* Beyond 24:00 it ends on the next day. */
static void show_hours(const struct hours *hours)
{
    int until = hours->until > 24 * 60 ? hours->until - 24 * 60 : hours->until;
    printf("%02d:%02d–%02d:%02d", hours->from / 60, hours->from % 60, until / 60, until % 60);
}

static void show_exception(struct arena *arena, const struct opening_exception *exception)
{
    struct stamp from = { STAMP_DATE, { .date = exception->from }, 0 };
    struct stamp until = { STAMP_DATE, { .date = exception->until }, 0 };
    printf("  %.*s", STR_ARG(iso_date(arena, &from)));
    if (date_compare(exception->from, exception->until) != 0)
        printf("–%.*s", STR_ARG(iso_date(arena, &until)));
    printf(": ");
    if (exception->closed)
        printf("%s", _("closed"));
    else
        show_hours(&exception->hours);
    printf("\n");
}

static void show_opening(struct arena *arena, const struct profile *profile)
{
    static const char *const days[WEEKDAY_COUNT] = {
        N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
    };
    const struct opening *opening = &profile->opening;
    head(_("Opening hours"));
    if (opening->span_count == 0)
        printf("  %s\n", _("day and night"));
    for (size_t i = 0; i < opening->span_count; i++) {
        printf(" ");
        for (int day = 0; day < WEEKDAY_COUNT; day++)
            if (opening->spans[i].days[day])
                printf(" %s", _(days[day]));
        printf(" ");
        show_hours(&opening->spans[i].hours);
        printf("\n");
    }
    for (size_t i = 0; i < opening->exception_count; i++)
        show_exception(arena, &opening->exceptions[i]);
}

static void show_times(const struct profile *profile)
{
    head(_("Times"));
    printf(_("  a slide stays %d–%d s, %g characters a second are read\n"),
           profile->slide_seconds_min, profile->slide_seconds_max, profile->reading_cps);
    printf(_("  wished length of a round: %d min\n"), profile->round_minutes);
    printf(_("  screens look for news every %d s\n"), profile->poll_seconds);
    printf("  %s\n", profile->cut ? _("slides change with a cut") : _("slides change with a fade"));
}

static void show_rotation(const struct profile *profile)
{
    const struct rotation_rules *rules = &profile->rotation;
    head(_("Rotation"));
    printf("  %s\n", _("every organisation gets the same screen time"));
    if (rules->priority_between)
        printf(_("  high priority: %g times as much, for the organisation too\n"),
               rules->priority_max);
    else
        printf(_("  high priority: %g times as often, inside the organisation\n"),
               rules->priority_max);
    if (rules->outside_share < 1)
        printf(_("  an organisation that is not in the register: at most %g %%\n"),
               100 * rules->outside_share);
    if (rules->agenda_minutes > 0)
        printf(_("  today and tomorrow: every %d min\n"), rules->agenda_minutes);
    for (int i = 0; i < rules->approach_count; i++)
        printf(_("  begins within %d days: weight %g\n"), rules->approaches[i].days,
               rules->approaches[i].weight);
    for (size_t i = 0; i < rules->quarter_count; i++)
        printf(_("  a quarter of an hour in %s from %02d:%02d\n"),
               language_own_name(rules->quarters[i].language), rules->quarters[i].from / 60,
               rules->quarters[i].from % 60);
}

static void show_key(struct arena *arena, const struct trusted_key *key)
{
    static const char *const roles[] = {
        N_("publisher"),
        N_("approver"),
        N_("alert"),
        N_("reception"),
    };
    printf("  %.*s  ", STR_ARG(public_key_number(arena, key->key.id)));
    bool is_first = true;
    for (unsigned i = 0; i < ARRAY_LEN(roles); i++) {
        if (!(key->roles & 1u << i))
            continue;
        printf("%s%s", is_first ? "" : ", ", _(roles[i]));
        is_first = false;
    }
    printf(": %.*s, %.*s … %.*s%s%s\n", STR_ARG(key->name), STR_ARG(iso_date(arena, &key->from)),
           STR_ARG(iso_date(arena, &key->until)), key->revoked ? ", " : "",
           key->revoked ? _("REVOKED") : "");
}

static void show_keys(struct arena *arena, const struct profile *profile)
{
    head(_("Keys"));
    if (profile->key_count == 0)
        printf("  %s\n", _("none"));
    for (size_t i = 0; i < profile->key_count; i++)
        show_key(arena, &profile->keys[i]);
    for (size_t i = 0; i < profile->site_count; i++)
        line(_("further site"), profile->sites[i].url);
    if (profile->warnings.url.bytes > 0) {
        line(_("warnings"), profile->warnings.url);
        line(_("for the area"), profile->warnings.area);
    }
}

/* Severity and limit of each rule, as report.c uses them; a star where the profile says so. */
static void show_rules(struct arena *arena, const struct profile *profile)
{
    struct report report = report_new(arena);
    report.settings = profile->rules;
    head(_("Rules (* set by this profile)"));
    for (unsigned i = 0; i < RULE_COUNT; i++) {
        enum rule rule = (enum rule)i;
        const struct rule_info *info = rule_info(rule);
        const struct rule_setting *setting = &profile->rules[i];
        bool is_set = setting->has_severity || setting->has_limit || setting->is_off;
        printf("%c %-22s %s", is_set ? '*' : ' ', info->id,
               report_is_off(&report, rule) ? "off"
                                            : severity_name(report_severity(&report, rule)));
        if (rule_has_limit(rule))
            printf(", %.10g %s", report_limit(&report, rule), info->unit);
        printf("%s\n", info->overridable ? "" : _(", cannot be overridden"));
    }
}

static void show_organisations(struct arena *arena, const struct profile *profile)
{
    if (profile->organisation_count == 0)
        return;
    head(_("Organisations"));
    for (size_t i = 0; i < profile->organisation_count; i++) {
        const struct registered_organisation *organisation = &profile->organisations[i];
        printf("  %.*s", STR_ARG(organisation->name));
        if (organisation->allowed_until.kind != STAMP_NONE)
            printf(_(", until %.*s"), STR_ARG(iso_date(arena, &organisation->allowed_until)));
        printf("\n");
    }
}

static int run_show(const struct options *options)
{
    struct arena *arena = options->arena;
    const char *site = options->values[OPTION_SITE];
    struct profile profile;
    if (options->argument_count != 1)
        return options_fail(_("too much: %s. Write: infotaulu profile show --centre FILE"),
                            options->arguments[1]);
    if (site && !file_exists(file_join(arena, site, "centre.xml")))
        return options_fail(_("there is no centre profile in the folder %s"), site);
    if (!command_profile_of(options, site, &profile))
        return EXIT_COULD_NOT;
    if (!site && !options_has(options, OPTION_CENTRE))
        printf("%s\n", _("The built-in reference, since neither --centre nor --site is given:"));
    show_centre(arena, &profile);
    show_displays(&profile);
    show_opening(arena, &profile);
    show_times(&profile);
    show_rotation(&profile);
    show_keys(arena, &profile);
    show_rules(arena, &profile);
    show_organisations(arena, &profile);
    return EXIT_FINE;
}

static int run(const struct options *options)
{
    if (strcmp(options->arguments[0], "sign") == 0)
        return run_sign(options);
    if (strcmp(options->arguments[0], "show") == 0)
        return run_show(options);
    return options_fail(_("profile %s? Write: infotaulu profile sign centre.xml --key FILE, or: "
                          "infotaulu profile show"),
                        options->arguments[0]);
}

const struct command command_profile = {
    .name = "profile",
    .arguments = N_("sign FILE --key FILE | show"),
    .summary = N_("sign the centre profile, or show what it sets"),
    .examples = "profile sign approved/centre.xml --key juuri.key\n"
                "profile show --centre approved/centre.xml\n"
                "profile show --site /srv/taulu",
    .options = OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FD) | OPTION_BIT(CENTRE) | OPTION_BIT(SITE) |
               OPTION_BIT(NOW),
    .arguments_min = 1,
    .arguments_max = 2,
    .run = run,
};
