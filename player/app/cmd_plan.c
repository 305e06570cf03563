/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu plan: what the screen will show, and when. The text is for a liaison who sees it for
 * the first time: first what it comes to, then who gets how much, then slide by slide.
 */
#include "app/commands.h"
#include "app/foresee.h"
#include "base/identity_code.h"
#include "base/utf8.h"

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define HOURS_DEFAULT 1.0
#define HOURS_MAX (31 * 24.0)
#define SHARE_CELLS 24 /* of the longest bar of the shares */
#define SLIDE_CELLS 12 /* of a slide's bar; one stands for SECONDS_A_CELL */
#define SECONDS_A_CELL 5
#define NAME_CELLS 34 /* of an organisation's name before it is cut */
#define TITLE_CELLS 28

struct planning {
    const struct options *options;
    struct arena *arena;
    struct site_edition edition;
    int64_t from, to;
    struct plan plan;
    struct plan_round round;
};

/* ---- words --------------------------------------------------------------------------------- */

/* "9 min 40 s", "45 s", "1 h 5 min" */
static struct str duration_text(struct arena *arena, double seconds)
{
    int whole = (int)llround(seconds);
    if (whole >= 3600)
        return str_format(arena, _("%d h %d min"), whole / 3600, whole % 3600 / 60);
    if (whole >= 60)
        return str_format(arena, _("%d min %d s"), whole / 60, whole % 60);
    return str_format(arena, _("%d s"), whole);
}

static struct civil local(const struct planning *planning, int64_t moment)
{
    return zone_local(planning->edition.update.zone, moment);
}

/* "ti 24.11.2026" */
static struct str day_text(const struct planning *planning, struct date day)
{
    static const char *const days[WEEKDAY_COUNT] = {
        N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
    };
    return str_format(planning->arena, "%s %d.%d.%d", _(days[date_weekday(day)]), day.day,
                      day.month, day.year);
}

/* So many letters: what is longer is cut, what is shorter is filled up. */
static void print_cell(struct str text, size_t cells)
{
    size_t letters = utf8_length(text);
    struct str head = letters <= cells ? text : utf8_head(text, cells - 1);
    printf("%.*s", STR_ARG(head));
    if (letters > cells)
        fputs("…", stdout);
    for (; letters < cells; letters++)
        putchar(' ');
}

static void print_bar(double full, size_t cells)
{
    size_t drawn = full > 0 ? (size_t)llround(full) : 0;
    if (full > 0 && drawn == 0)
        drawn = 1;
    for (size_t i = 0; i < cells; i++)
        fputs(i < drawn ? "█" : " ", stdout);
}

static void print_title(const char *text)
{
    printf("\n%s\n", text);
}

/* ---- the text ------------------------------------------------------------------------------ */

static void print_head(const struct planning *planning)
{
    const struct update *update = &planning->edition.update;
    const struct profile *profile = &update->edition.profile;
    struct civil from = local(planning, planning->from), to = local(planning, planning->to);
    struct str name = profile_name(profile, profile->languages[0]);
    printf("%.*s, %.*s\n", STR_ARG(name), STR_ARG(update->display->name));
    printf("%.*s %d.%02d – ", STR_ARG(day_text(planning, from.date)), from.hour, from.minute);
    if (date_compare(from.date, to.date) != 0)
        printf("%.*s ", STR_ARG(day_text(planning, to.date)));
    printf("%d.%02d\n", to.hour, to.minute);
}

static void print_round(const struct planning *planning)
{
    const struct plan_round *round = &planning->round;
    const struct profile *profile = &planning->edition.update.edition.profile;
    struct arena *arena = planning->arena;
    struct str length = duration_text(arena, (double)round->seconds);
    struct str more = duration_text(arena, (double)round->one_more);
    print_title(_("The round: every slide once"));
    printf(_("  It takes %.*s. The centre wishes for %d min.\n"), STR_ARG(length),
           profile->round_minutes);
    printf(_("  In it: announcements %zu, slides %zu, organisations %zu.\n"), round->notices,
           round->slides, round->organisations);
    printf(_("  One more announcement makes the round %.*s longer.\n"), STR_ARG(more));
    if (round->organisations > 0)
        printf(_("  One more organisation takes each share from 1/%zu to 1/%zu.\n"),
               round->organisations, round->organisations + 1);
    if (planning->plan.all_seen > 0) {
        struct str seen = duration_text(arena, (double)planning->plan.all_seen);
        printf(_("  Who waits %.*s has seen every announcement.\n"), STR_ARG(seen));
    }
}

static void print_shares(const struct planning *planning)
{
    const struct plan *plan = &planning->plan;
    double most = 0;
    for (size_t i = 0; i < plan->share_count; i++)
        most = fmax(most, plan->shares[i].seconds);
    print_title(_("Screen time of each organisation"));
    for (size_t i = 0; i < plan->share_count; i++) {
        const struct plan_share *share = &plan->shares[i];
        fputs("  ", stdout);
        print_cell(share->organisation, NAME_CELLS);
        putchar(' ');
        print_bar(SHARE_CELLS * share->seconds / most, SHARE_CELLS);
        int tenths = (int)llround(1000 * share->share);
        printf("  ");
        printf(_("%2d.%d %%"), tenths / 10, tenths % 10);
        printf("  %.*s\n", STR_ARG(duration_text(planning->arena, share->seconds)));
    }
    if (plan->agenda_seconds > 0)
        printf(_("  Today and tomorrow: %.*s, which is nobody's share.\n"),
               STR_ARG(duration_text(planning->arena, (double)plan->agenda_seconds)));
    if (plan->alert_seconds > 0)
        printf(_("  Alerts: %.*s, which is nobody's share.\n"),
               STR_ARG(duration_text(planning->arena, (double)plan->alert_seconds)));
    if (plan->idle_seconds > 0)
        printf(_("  Nothing to show: %.*s.\n"),
               STR_ARG(duration_text(planning->arena, (double)plan->idle_seconds)));
}

static struct str title_of(const struct planning *planning, const struct plan_slot *slot)
{
    if (!slot->slot.item)
        return str_of(_("Today and tomorrow"));
    return identity_code_mask(planning->arena, slot->slot.item->announcement.title);
}

/* "Niemelän Tuki ry + 3" */
static void print_organisations(const struct plan_slot *slot)
{
    if (slot->organisation_count == 0)
        return;
    printf("  %.*s", STR_ARG(slot->organisations[0]));
    if (slot->organisation_count > 1)
        printf(" + %zu", slot->organisation_count - 1);
}

static const char *language_of(const struct plan_slot *slot)
{
    return slot->slot.item ? language_tag(slot->slot.item->announcement.language)
                           : language_tag(slot->slot.language);
}

static void print_slot(const struct planning *planning, const struct plan_slot *slot)
{
    struct civil at = local(planning, slot->start);
    int seconds = (int)(slot->end - slot->start);
    printf("  %02d.%02d.%02d ", at.hour, at.minute, at.second);
    print_bar((double)seconds / SECONDS_A_CELL, SLIDE_CELLS);
    printf(" %3d s  %-3s ", seconds, language_of(slot));
    print_cell(title_of(planning, slot), TITLE_CELLS);
    print_organisations(slot);
    putchar('\n');
}

/* A line for each slide, and one where the screen rests. */
static void print_slots(const struct planning *planning)
{
    const struct plan *plan = &planning->plan;
    int64_t end = planning->from;
    struct date day = { 0 };
    print_title(_("Slide by slide: one █ is five seconds"));
    for (size_t i = 0; i < plan->slot_count; i++) {
        const struct plan_slot *slot = &plan->slots[i];
        struct date today = local(planning, slot->start).date;
        if (slot->start > end)
            printf("  %s\n", _("… nothing to show …"));
        if (date_compare(today, day) != 0)
            printf("  %.*s\n", STR_ARG(day_text(planning, today)));
        print_slot(planning, slot);
        day = today;
        end = slot->end;
    }
    if (end < planning->to)
        printf("  %s\n", _("… nothing to show …"));
}

static void print_text(const struct planning *planning)
{
    print_head(planning);
    print_round(planning);
    print_shares(planning);
    print_slots(planning);
}

/* ---- JSON ---------------------------------------------------------------------------------- */

static json_t *json_text(struct str text)
{
    return json_stringn_nocheck(text.at ? text.at : "", text.bytes);
}

static json_t *json_moment(const struct planning *planning, int64_t moment)
{
    return json_text(stamp_format(planning->arena, moment, planning->edition.update.zone));
}

static json_t *json_slot(const struct planning *planning, const struct plan_slot *slot)
{
    json_t *object = json_object(), *organisations = json_array();
    const struct item *item = slot->slot.item;
    struct str id = slot_id(&slot->slot), group = id, tag = str_of(language_of(slot));
    if (item && item->announcement.group.bytes > 0)
        group = item->announcement.group;
    if (item)
        tag = item->announcement.language_tag;
    for (size_t i = 0; i < slot->organisation_count; i++)
        json_array_append_new(organisations, json_text(slot->organisations[i]));
    json_object_set_new(object, "start", json_moment(planning, slot->start));
    json_object_set_new(object, "end", json_moment(planning, slot->end));
    json_object_set_new(object, "id", json_text(id));
    json_object_set_new(object, "group", json_text(group));
    json_object_set_new(object, "organisations", organisations);
    json_object_set_new(object, "lang", json_text(tag));
    return object;
}

static int print_json(const struct planning *planning)
{
    const struct plan *plan = &planning->plan;
    json_t *root = json_object(), *slots = json_array(), *shares = json_array();
    for (size_t i = 0; i < plan->slot_count; i++)
        json_array_append_new(slots, json_slot(planning, &plan->slots[i]));
    for (size_t i = 0; i < plan->share_count; i++) {
        json_t *share = json_object();
        json_object_set_new(share, "organisation", json_text(plan->shares[i].organisation));
        json_object_set_new(share, "seconds", json_real(plan->shares[i].seconds));
        json_object_set_new(share, "share", json_real(plan->shares[i].share));
        json_array_append_new(shares, share);
    }
    json_object_set_new(root, "from", json_moment(planning, planning->from));
    json_object_set_new(root, "to", json_moment(planning, planning->to));
    json_object_set_new(root, "slots", slots);
    json_object_set_new(root, "shares", shares);
    int failed = json_dumpf(root, stdout, JSON_INDENT(2) | JSON_REAL_PRECISION(10));
    putchar('\n');
    json_decref(root);
    return failed == 0 ? EXIT_FINE : options_fail(_("the output could not be written"));
}

/* ---- the command --------------------------------------------------------------------------- */

/* --from, else --now, else the clock of this computer. */
static bool read_from(struct planning *planning)
{
    struct options options = *planning->options;
    if (options_has(&options, OPTION_FROM))
        options.values[OPTION_NOW] = options.values[OPTION_FROM];
    return options_now(&options, &planning->from);
}

static bool read_options(struct planning *planning, bool *ret_json)
{
    const char *format = planning->options->values[OPTION_FORMAT];
    double hours;
    if (!read_from(planning) ||
        !options_decimal(planning->options, OPTION_HOURS, HOURS_DEFAULT, &hours))
        return false;
    if (hours <= 0 || hours > HOURS_MAX) {
        options_fail(_("--hours is a number up to %d"), (int)HOURS_MAX);
        return false;
    }
    if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0) {
        options_fail(_("--format: \"%s\" is not right. Wanted: %s"), format, "text|json");
        return false;
    }
    planning->to = planning->from + (int64_t)(hours * 3600);
    *ret_json = format && strcmp(format, "json") == 0;
    return true;
}

/* What the screens' cache holds, or the site or folder that is named. */
static int open_edition(struct planning *planning)
{
    struct options options = *planning->options;
    const char *site = options.values[OPTION_SITE];
    if (options_has(&options, OPTION_UNSIGNED) && !site)
        return options_fail(_("which folder? Give --site FOLDER"));
    if (options_has(&options, OPTION_FROM)) /* what is valid then, not now */
        options.values[OPTION_NOW] = options.values[OPTION_FROM];
    return site ? site_edition_open(&options, site, &planning->edition)
                : site_edition_open_kept(&options, &planning->edition);
}

static int tell(struct planning *planning, bool json)
{
    const struct update *update = &planning->edition.update;
    double hours = (double)(planning->to - planning->from) / 3600;
    planning->arena = planning->edition.arena;
    foresee(planning->options, &planning->edition, planning->from, hours, &planning->plan);
    if (json)
        return print_json(planning);
    planning->round = plan_round_of(&update->edition, update->zone, planning->from, true);
    print_text(planning);
    return EXIT_FINE;
}

static int run(const struct options *options)
{
    struct planning planning = { .options = options };
    bool json;
    if (!read_options(&planning, &json))
        return EXIT_COULD_NOT;
    int code = open_edition(&planning);
    if (code != EXIT_COULD_NOT) {
        int told = tell(&planning, json);
        code = told == EXIT_FINE ? code : told;
    }
    site_edition_close(&planning.edition);
    return code;
}

const struct command command_plan = {
    .name = "plan",
    .arguments = "",
    .summary = N_("what the screen will show, slide by slide, and the share of each organisation"),
    .examples = "plan\n"
                "plan --from 2026-12-01T08:00 --hours 10\n"
                "plan --site samples/site --root-key samples/root.pub --format json",
    .options = OPTION_BIT(FROM) | OPTION_BIT(HOURS) | OPTION_BIT(FORMAT) | OPTION_BIT(CACHE) |
               OPTION_BIT(STATE) | OPTION_BIT(NOW) | OPTION_BIT(SITE) | OPTION_BIT(ROOT_KEY) |
               OPTION_BIT(CENTRE) | OPTION_BIT(DISPLAY) | OPTION_BIT(SIZE) | OPTION_BIT(UNSIGNED) |
               OPTION_BIT(PROXY) | OPTION_BIT(CA_FILE),
    .run = run,
};
