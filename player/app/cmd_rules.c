/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu rules: the catalogue with the severities and limits in force. */
#include "app/commands.h"
#include "app/print.h"

#include <jansson.h>
#include <stdio.h>

/* Severity and limit of a rule as a profile has them. */
static enum severity severity_in_force(const struct profile *profile, enum rule rule)
{
    const struct rule_setting *setting = &profile->rules[rule];
    bool may = rule_info(rule)->overridable && setting->has_severity;
    return may ? setting->severity : rule_info(rule)->severity;
}

static double limit_in_force(const struct profile *profile, enum rule rule)
{
    const struct rule_setting *setting = &profile->rules[rule];
    return setting->has_limit ? setting->limit : rule_info(rule)->limit;
}

static void print_text(const struct profile *profile)
{
    for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
        const struct rule_info *info = rule_info(rule);
        double limit = limit_in_force(profile, rule);
        printf("%-22s %-11s %-14s", info->id, print_severity(severity_in_force(profile, rule)),
               rule_group_name(info->group));
        if (limit > 0)
            printf(" %.12g %s", limit, info->unit);
        printf("  [%s]%s\n", info->source, info->overridable ? "" : _(" – nobody can override it"));
    }
}

static json_t *rule_json(const struct profile *profile, enum rule rule)
{
    const struct rule_info *info = rule_info(rule);
    double limit = limit_in_force(profile, rule);
    json_t *object = json_object();
    json_object_set_new(object, "rule", json_string(info->id));
    json_object_set_new(object, "group", json_string(rule_group_name(info->group)));
    json_object_set_new(object, "severity",
                        json_string(severity_name(severity_in_force(profile, rule))));
    json_object_set_new(object, "overridable", json_boolean(info->overridable));
    json_object_set_new(object, "limit", limit > 0 ? json_real(limit) : json_null());
    json_object_set_new(object, "unit", json_string(info->unit));
    json_object_set_new(object, "source", json_string(info->source));
    return object;
}

static int print_json(const struct profile *profile)
{
    json_t *rules = json_array();
    for (enum rule rule = 0; rule < RULE_COUNT; rule++)
        json_array_append_new(rules, rule_json(profile, rule));
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
    if (format && strcmp(format, "json") == 0)
        return print_json(&profile);
    if (format && strcmp(format, "text") != 0)
        return options_fail(_("--format: \"%s\" is not known. Wanted: %s"), format, "text|json");
    print_text(&profile);
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
