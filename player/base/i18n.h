/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's own words in the reader's language, by gettext; English stands in the code. */
#pragma once

#include "base/str.h"

/* Marks a text for translation and translates it; marks it only. */
#define _(text) i18n_text(text)
#define N_(text) text

/*
 * Chooses the language of all later texts.
 *
 * language  "fi", "sv" or "en", also with more behind it ("fi-simple", "sv_FI.UTF-8"); NULL takes
 *           LC_ALL, LC_MESSAGES or LANG. Finnish when none of the three is named.
 * Answers the language chosen, a static text.
 *
 * May be called again. It sets the environment variable LANGUAGE, so not while other threads run.
 * Only the category of messages leaves the "C" locale; numbers keep their full stop.
 */
const char *i18n_start(const char *language);

/* The translation, or the text itself. */
const char *i18n_text(const char *text) __attribute__((format_arg(1)));

/* The one of two forms, or of more in the translation, that goes with a number. */
const char *i18n_plural(const char *one, const char *many, unsigned long count)
    __attribute__((format_arg(1))) __attribute__((format_arg(2)));

/*
 * Puts arguments into a translated text: "{0}" is the first, and a translator may reorder them.
 * "{0,}" is the same with a comma for each stop: a number such as 4.5 as Finnish writes it.
 * A place without an argument stays as it is.
 */
struct str i18n_fill(struct arena *arena, const char *text, const struct str *args,
                     size_t count) NODISCARD;
