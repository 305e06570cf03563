/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu requirements: what the centre asks of senders, as a page to hand out. */
#include "app/commands.h"
#include "app/form.h"
#include "output/requirements.h"

static bool write_text(FILE *to, void *profile)
{
    return requirements_text(to, profile);
}

static bool write_html(FILE *to, void *profile)
{
    return requirements_html(to, profile);
}

static const struct form forms[] = {
    { "text", write_text, ".txt" },
    { "html", write_html, ".html .htm" },
};

static int run(const struct options *options)
{
    return command_tell_profile(options, forms, ARRAY_LEN(forms));
}

const struct command command_requirements = {
    .name = "requirements",
    .arguments = "",
    .summary = N_("what the centre asks of senders, as a page to hand out"),
    .examples = "requirements --centre keskus.xml -o vaatimukset.html\n"
                "requirements --centre keskus.xml --lang sv -o krav.html\n"
                "requirements --centre keskus.xml",
    .formats = "text|html",
    .options = OPTION_BIT(CENTRE) | OPTION_BIT(FORMAT) | OPTION_BIT(OUTPUT),
    .run = run,
};
