/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See form.h. */
#include "app/form.h"

#include "base/file.h"

#include <stdlib.h>

#define NAMES_BYTES_MAX 256

static bool has_ending_of(const struct form *form, struct str ending)
{
    struct str endings = str_of(form->endings), known;
    while (str_next(&endings, ' ', &known))
        if (str_equal(known, ending))
            return true;
    return false;
}

/* The first form that files with this ending are named after; NULL for none. */
static const struct form *form_of_ending(const struct form *forms, size_t count, struct str ending)
{
    for (size_t i = 0; i < count; i++)
        if (has_ending_of(&forms[i], ending))
            return &forms[i];
    return NULL;
}

static const struct form *form_named(const struct form *forms, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(forms[i].name, name) == 0)
            return &forms[i];
    return NULL;
}

/* "text|json|html" */
static const char *names_of(struct arena *arena, const struct form *forms, size_t count)
{
    struct text names = text_new(arena, NAMES_BYTES_MAX);
    for (size_t i = 0; i < count; i++)
        text_format(&names, "%s%s", i > 0 ? "|" : "", forms[i].name);
    return text_str(&names).at;
}

const struct form *form_choose(const struct options *options, const struct form *forms,
                               size_t count)
{
    const char *name = options->values[OPTION_FORMAT], *path = options->values[OPTION_OUTPUT];
    struct str ending = path ? file_ending_of(str_of(path)) : STR("");
    const struct form *by_ending = form_of_ending(forms, count, ending);
    const struct form *form = name ? form_named(forms, count, name) : by_ending;
    const char *known = names_of(options->arena, forms, count);
    if (name && !form) {
        options_fail(_("--format: \"%s\" is not known. Wanted: %s"), name, known);
        return NULL;
    }
    if (form && by_ending && !has_ending_of(form, ending)) {
        options_fail(_("the name %s ends in %.*s, but --format says %s. Change one of them"), path,
                     STR_ARG(ending), name);
        return NULL;
    }
    if (!form && ending.bytes > 0) {
        options_fail(_("which form of report is %s? Add --format %s"), path, known);
        return NULL;
    }
    return form ? form : &forms[0];
}

/* In memory first, so that a file is there whole or not at all. */
static int write_file(const struct form *form, const char *path, void *what)
{
    char *memory = NULL;
    size_t bytes = 0;
    enum file_outcome outcome = FILE_FAILED;
    FILE *to = open_memstream(&memory, &bytes);
    if (!to)
        return options_fail(_("there is not enough memory"));
    bool done = form->write(to, what);
    if (fclose(to) == 0 && done)
        outcome = file_write(path, (struct str){ memory, bytes }, 0644);
    free(memory);
    if (outcome != FILE_OK)
        return options_fail(_("the report cannot be written: %s %s"), path,
                            _(file_outcome_text(outcome)));
    return EXIT_FINE;
}

int form_write(const struct options *options, const struct form *form, void *what)
{
    const char *path = options->values[OPTION_OUTPUT];
    if (path)
        return write_file(form, path, what);
    return form->write(stdout, what) ? EXIT_FINE
                                     : options_fail(_("the output could not be written"));
}
