/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu check: what a sender should know before anyone else is bothered with it. */
#include "app/commands.h"
#include "app/gather.h"
#include "base/file.h"
#include "output/html.h"
#include "output/json.h"
#include "output/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CHECK_FORMATS "text|json|html|junit|sarif"

/* ---- forms --------------------------------------------------------------------------------- */

typedef bool write_fn(FILE *to, struct checked *checked);

/* Colours on a terminal, unless its owner does without them (https://no-color.org). */
static bool wants_colour(FILE *to)
{
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    bool dumb = !terminal || strcmp(terminal, "dumb") == 0;
    return to == stdout && isatty(STDOUT_FILENO) && !(refused && refused[0]) && !dumb;
}

static bool write_text(FILE *to, struct checked *checked)
{
    return print_checked(to, checked, wants_colour(to));
}

struct form {
    const char *name;
    write_fn *write;
    bool shows_slides;
    const char *endings; /* of files that are named after it, separated by spaces */
};

static const struct form forms[] = {
    { "text", write_text, false, ".txt" },
    { "json", json_checked, false, ".json" },
    { "html", html_checked, true, ".html .htm" },
};

static const struct form *form_named(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(forms); i++)
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    return NULL;
}

static bool has_ending_of(const struct form *form, struct str ending)
{
    struct str endings = str_of(form->endings), known;
    while (str_next(&endings, ' ', &known))
        if (str_equal(known, ending))
            return true;
    return false;
}

/* The first form that files with this ending are named after; NULL for none. */
static const struct form *form_of_ending(struct str ending)
{
    for (size_t i = 0; i < ARRAY_LEN(forms); i++)
        if (has_ending_of(&forms[i], ending))
            return &forms[i];
    return NULL;
}

/*
 * --format, else what the ending of -o says, else text. A file that is named after another form
 * than it would hold is a slip, and said.
 */
static const struct form *choose_form(const struct options *options)
{
    const char *name = options->values[OPTION_FORMAT], *path = options->values[OPTION_OUTPUT];
    struct str ending = path ? file_ending_of(str_of(path)) : STR("");
    const struct form *named = form_of_ending(ending), *form = name ? form_named(name) : named;
    if (name && !form) {
        options_fail(_("--format: \"%s\" is not known. Wanted: %s"), name, CHECK_FORMATS);
        return NULL;
    }
    if (form && named && !has_ending_of(form, ending)) {
        options_fail(_("the name %s ends in %.*s, but --format says %s. Change one of them"), path,
                     STR_ARG(ending), name);
        return NULL;
    }
    if (!form && ending.bytes > 0) {
        options_fail(_("which form of report is %s? Add --format %s"), path, CHECK_FORMATS);
        return NULL;
    }
    return form ? form : &forms[0];
}

/* ---- the command --------------------------------------------------------------------------- */

static int write_report(const struct form *form, const char *path, struct checked *checked)
{
    char *memory = NULL;
    size_t bytes = 0;
    FILE *to = path ? open_memstream(&memory, &bytes) : stdout;
    if (!to)
        return options_fail(_("there is not enough memory"));
    bool done = form->write(to, checked);
    if (!path)
        return done ? EXIT_FINE : options_fail(_("the output could not be written"));
    done = fclose(to) == 0 && done;
    enum file_outcome outcome = FILE_FAILED;
    if (done)
        outcome = file_write(path, (struct str){ memory, bytes }, 0644);
    free(memory);
    if (outcome != FILE_OK)
        return options_fail(_("the report cannot be written: %s %s"), path,
                            _(file_outcome_text(outcome)));
    return EXIT_FINE;
}

static int exit_code(const struct checked *checked)
{
    bool bad = checked_count(checked, "block") > 0 ||
               (checked->strict && checked_count(checked, "warn") > 0);
    return bad ? EXIT_FINDINGS : EXIT_FINE;
}

static int run(const struct options *options)
{
    struct gathering gathering;
    const struct form *form = choose_form(options);
    if (!form || !gather_open(options, form->shows_slides, &gathering))
        return EXIT_COULD_NOT;
    int code = EXIT_FINE;
    for (size_t i = 0; i < options->argument_count; i++) {
        if (gather_path(options, options->arguments[i], &gathering) != EXIT_FINE)
            code = EXIT_COULD_NOT;
    }
    gather_end(&gathering);
    /* What could be read is reported, whatever became of the rest. */
    if ((code == EXIT_FINE || gathering.checked.count > 0) &&
        write_report(form, options->values[OPTION_OUTPUT], &gathering.checked) != EXIT_FINE)
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
                "check - < ilmoitus.xml",
    .options = OPTION_BIT(CENTRE) | OPTION_BIT(FORMAT) | OPTION_BIT(STRICT) | OPTION_BIT(OUTPUT) |
               OPTION_BIT(NOW) | OPTION_BIT(DISPLAY) | OPTION_BIT(SIZE) | OPTION_BIT(ROOT_KEY) |
               OPTION_BIT(PROXY) | OPTION_BIT(CA_FILE),
    .arguments_min = 1,
    .arguments_max = 1000000,
    .run = run,
};
