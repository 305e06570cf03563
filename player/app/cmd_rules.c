/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu rules: the catalogue with the severities, limits and floors in force. */
#include "app/commands.h"
#include "app/form.h"
#include "output/catalogue.h"

static bool write_text(FILE *to, void *profile)
{
    return catalogue_text(to, profile);
}

static bool write_json(FILE *to, void *profile)
{
    return catalogue_json(to, profile);
}

static const struct form forms[] = {
    { "text", write_text, ".txt" },
    { "json", write_json, ".json" },
};

static int run(const struct options *options)
{
    return command_tell_profile(options, forms, ARRAY_LEN(forms));
}

const struct command command_rules = {
    .name = "rules",
    .arguments = "",
    .summary = N_("list every rule with its severity and limit"),
    .examples = "rules\n"
                "rules --centre keskus.xml --format json",
    .options = OPTION_BIT(CENTRE) | OPTION_BIT(FORMAT) | OPTION_BIT(OUTPUT),
    .run = run,
};
