/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu rules: the catalogue with the severities, limits and floors in force. */
#include "app/commands.h"
#include "output/print.h"

#include <jansson.h>
#include <stdio.h>

/* "4.5 (4.5–7) : 1"; empty where a rule has no number. */
static void print_limit(const struct report *report, enum rule rule)
{
    const struct rule_range *range = rule_range(rule);
    if (!rule_has_limit(rule))
        return;
    printf(" %.10g", report_limit(report, rule));
    if (range->most > 0)
        printf(_(" (from %.10g to %.10g)"), range->least, range->most);
    printf(" %s", rule_info(rule)->unit);
}

/* What a profile can make of it at the mildest. */
static const char *print_floor(enum rule rule)
{
    return rule_range(rule)->may_be_off ? _("off") : print_severity(rule_least_severity(rule));
}

static void print_text(const struct report *report)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
        const struct rule_info *info = rule_info(rule);
        const char *severity =
            report_is_off(report, rule) ? _("off") : print_severity(report_severity(report, rule));
        printf("%-22s %-11s %-14s", info->id, severity, rule_group_name(info->group));
        print_limit(report, rule);
        printf(_("  at least: %s"), print_floor(rule));
        printf("  [%s]%s\n", info->source, info->overridable ? "" : _(" – nobody can override it"));
    }
}

static json_t *number_json(double value, bool is_there)
{
    return is_there ? json_real(value) : json_null();
}

static json_t *floor_json(enum rule rule)
{
    const struct rule_range *range = rule_range(rule);
    bool may_be_off = range->may_be_off, has_range = range->most > 0;
    const char *severity = may_be_off ? "off" : severity_name(rule_least_severity(rule));
    return json_pack("{s:s, s:o, s:o}", "severity", severity, "least",
                     number_json(range->least, has_range), "most",
                     number_json(range->most, has_range));
}

static json_t *rule_json(const struct report *report, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    const char *severity =
        report_is_off(report, rule) ? "off" : severity_name(report_severity(report, rule));
    json_t *object = json_object();
    json_object_set_new(object, "rule", json_string(info->id));
    json_object_set_new(object, "group", json_string(rule_group_name(info->group)));
    json_object_set_new(object, "severity", json_string(severity));
    json_object_set_new(object, "overridable", json_boolean(info->overridable));
    json_object_set_new(object, "limit",
                        number_json(report_limit(report, rule), rule_has_limit(rule)));
    json_object_set_new(object, "unit", json_string(info->unit));
    json_object_set_new(object, "floor", floor_json(rule));
    json_object_set_new(object, "source", json_string(info->source));
    return object;
}

static int print_json(const struct report *report)
{
    json_t *rules = json_array();
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        json_array_append_new(rules, rule_json(report, rule));
    bool done = json_dumpf(rules, stdout, JSON_INDENT(1)) == 0 && putchar('\n') != EOF;
    json_decref(rules);
    return done ? EXIT_FINE : options_fail(_("the output could not be written"));
}

static int run(const struct options *options)
{
    struct profile profile;
    const char *format = options->values[OPTION_FORMAT];
    if (!command_profile_of(options, NULL, &profile))
        return EXIT_COULD_NOT;
    struct report report = report_new(options->arena);
    report.settings = profile.rules;
    if (format && strcmp(format, "json") == 0)
        return print_json(&report);
    if (format && strcmp(format, "text") != 0)
        return options_fail(_("--format: \"%s\" is not known. Wanted: %s"), format, "text|json");
    print_text(&report);
    return EXIT_FINE;
}

const struct command command_rules = {
    .name = "rules",
    .arguments = "",
    .summary = N_("list every rule with its severity and limit"),
    .examples = "rules\n"
                "rules --centre keskus.xml --format json",
    .options = OPTION_BIT(CENTRE) | OPTION_BIT(FORMAT),
    .run = run,
};
