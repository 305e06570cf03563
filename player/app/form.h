/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A result in one of several forms: which one --format and -o ask for, and writing it there. */
#pragma once

#include "app/options.h"

#include <stdio.h>

struct form {
    const char *name;                    /* for --format */
    bool (*write)(FILE *to, void *what); /* false when it could not be written */
    const char *endings;                 /* of files that are named after it, by spaces */
};

/*
 * --format, else what the ending of -o says, else the first form. NULL with a message for a form
 * that is none, and for a file that is named after another form than it would hold.
 */
const struct form *form_choose(const struct options *options, const struct form *forms,
                               size_t count);

/* Writes to -o, whole or not at all, else to standard output; EXIT_COULD_NOT with a message. */
int form_write(const struct options *options, const struct form *form, void *what);
