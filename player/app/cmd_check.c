/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu check: what a sender should know before anyone else is bothered with it. */
#include "app/commands.h"
#include "app/form.h"
#include "app/gather.h"
#include "output/html.h"
#include "output/json.h"
#include "output/junit.h"
#include "output/print.h"
#include "output/sarif.h"

#include <stdlib.h>
#include <unistd.h>

/* Colours on a terminal, unless its owner does without them (https://no-color.org). */
static bool wants_colour(FILE *to)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool dumb = !terminal || strcmp(terminal, "dumb") == 0;
    return to == stdout && isatty(STDOUT_FILENO) && !(refused && refused[0]) && !dumb;
}

static bool write_text(FILE *to, void *checked)
{
    return print_checked(to, checked, wants_colour(to));
}

static bool write_json(FILE *to, void *checked)
{
    return json_checked(to, checked);
}

static bool write_html(FILE *to, void *checked)
{
    return html_checked(to, checked);
}

static bool write_junit(FILE *to, void *checked)
{
    return junit_checked(to, checked);
}

static bool write_sarif(FILE *to, void *checked)
{
    return sarif_checked(to, checked);
}

enum { FORM_TEXT, FORM_JSON, FORM_HTML, FORM_JUNIT, FORM_SARIF };

static const struct form forms[] = {
    [FORM_TEXT] = { "text", write_text, ".txt" },
    [FORM_JSON] = { "json", write_json, ".json" },
    [FORM_HTML] = { "html", write_html, ".html .htm" },
    [FORM_JUNIT] = { "junit", write_junit, ".xml" },
    [FORM_SARIF] = { "sarif", write_sarif, ".sarif .json" },
};

static int exit_code(const struct checked *checked)
{
    bool bad = checked_count(checked, "block") > 0 ||
               (checked->strict && checked_count(checked, "warn") > 0);
    return bad ? EXIT_FINDINGS : EXIT_FINE;
}

static int run(const struct options *options)
{
    struct gathering gathering;
    const struct form *form = form_choose(options, forms, ARRAY_LEN(forms));
    if (!form || !gather_open(options, form == &forms[FORM_HTML], &gathering))
        return EXIT_COULD_NOT;
    int code = EXIT_FINE;
    for (size_t i = 0; i < options->argument_count; i++) {
        if (gather_path(options, options->arguments[i], &gathering) != EXIT_FINE)
            code = EXIT_COULD_NOT;
    }
    gather_end(&gathering);
    /* What could be read is reported, whatever became of the rest. */
    if ((code == EXIT_FINE || gathering.checked.count > 0) &&
        form_write(options, form, &gathering.checked) != EXIT_FINE)
        code = EXIT_COULD_NOT;
    if (code == EXIT_FINE)
        code = exit_code(&gathering.checked);
    gather_close(&gathering);
    return code;
}

const struct command command_check = {
    .name = "check",
    .arguments = N_("PATH…"),
    .summary = N_("check announcements against every rule, without network"),
    .examples = "check ilmoitus.xml\n"
                "check --centre keskus.xml --format json ilmoitukset/\n"
                "check --lang sv -o rapport.html ilmoitus.xml\n"
                "check - < ilmoitus.xml",
    .formats = "text|json|html|junit|sarif",
    .options = OPTION_BIT(CENTRE) | OPTION_BIT(FORMAT) | OPTION_BIT(STRICT) | OPTION_BIT(OUTPUT) |
               OPTION_BIT(NOW) | OPTION_BIT(DISPLAY) | OPTION_BIT(SIZE) | OPTION_BIT(ROOT_KEY) |
               OPTION_BIT(PROXY) | OPTION_BIT(CA_FILE),
    .arguments_min = 1,
    .arguments_max = 1000000,
    .run = run,
};
