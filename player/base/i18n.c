/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gettext with the language chosen by this program and not by the machine: a bare Debian has no
 * Finnish locale, only C.UTF-8, and glibc looks at LANGUAGE as soon as the locale of messages is
 * not "C". So messages are set to C.UTF-8 and LANGUAGE to the language; every other category stays
 * "C", that is, numbers in files and in printf keep their full stop.
 *
 * newlocale() and a table of our own were weighed: the first does not help gettext, which follows
 * LANGUAGE; the second would give up msgfmt's checks and the plural rules.
 */
#include "base/i18n.h"

#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define DOMAIN "infotaulu"
#define FILLED_BYTES_MAX ((size_t)1 << 20) /* far beyond any sentence; arguments are cut before */
#define ARG_DIGITS_MAX 2

/* Counted by glibc's gettext; raising it makes it forget the language it looked up before. */
extern int _nl_msg_cat_cntr;

static const char *const languages[] = { "fi", "sv", "en" };

/* The language that a name such as "sv", "sv_FI.UTF-8" or "fi-simple" begins with, or NULL. */
static const char *language_of(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
        size_t length = strlen(languages[i]);
        if (strncmp(name, languages[i], length) == 0 &&
            (!name[length] || strchr("_-.@", name[length])))
            return languages[i];
    }
    return NULL;
}

/* The first of the three variables that is set decides, as POSIX has it. */
static const char *language_of_environment(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *value = getenv(names[i]);
        if (value && *value)
            return language_of(value);
    }
    return NULL;
}

/* The folder of catalogues: beside the program in a build tree, else where they are installed. */
static void bind_catalogues(void)
{
    static const char inside[] = "/locale";
    char path[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path - sizeof inside);
    const char *folder = INFOTAULU_LOCALE_DIR;
    if (length > 0) {
        path[length] = '\0';
        char *slash = strrchr(path, '/');
        struct stat info;
        if (slash) {
            memcpy(slash, inside, sizeof inside);
            if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
                folder = path;
        }
    }
    bindtextdomain(DOMAIN, folder);
    bind_textdomain_codeset(DOMAIN, "UTF-8");
}

const char *i18n_start(const char *language)
{
    const char *chosen = language ? language_of(language) : language_of_environment();
    if (!chosen)
        chosen = languages[0];
    /* Without C.UTF-8, which glibc has had since 2.35, the texts stay English. */
    setlocale(LC_MESSAGES, "C.UTF-8");
    setenv("LANGUAGE", chosen, 1);
    bind_catalogues();
    ++_nl_msg_cat_cntr;
    return chosen;
}

const char *i18n_text(const char *text)
{
    /* gettext answers its own header for the empty text. */
    return *text ? dgettext(DOMAIN, text) : text;
}

const char *i18n_plural(const char *one, const char *many, unsigned long count)
{
    return dngettext(DOMAIN, one, many, count);
}

/* A place for an argument. */
struct gap {
    int number;      /* 12 in "{12}" */
    size_t bytes;    /* of the whole */
    bool with_comma; /* "{12,}" */
};

/* The place at the front of a text; false for other text. */
static bool read_gap(struct str text, struct gap *ret_gap)
{
    ptrdiff_t end = str_find_byte(text, '}');
    if (!str_starts(text, "{") || end < 2)
        return false;
    bool with_comma = text.at[end - 1] == ',';
    ptrdiff_t digits = end - 1 - with_comma;
    struct gap gap = { .bytes = (size_t)end + 1, .with_comma = with_comma };
    if (digits < 1 || digits > ARG_DIGITS_MAX ||
        !str_to_number(str_slice(text, 1, (size_t)digits), &gap.number))
        return false;
    *ret_gap = gap;
    return true;
}

/* Rules write "4.5"; most of our readers write "4,5". */
static void add_argument(struct text *filled, struct str value, bool with_comma)
{
    ptrdiff_t stop;
    while (with_comma && (stop = str_find_byte(value, '.')) >= 0) {
        text_add(filled, str_slice(value, 0, (size_t)stop));
        text_add(filled, STR(","));
        value = str_slice(value, (size_t)stop + 1, value.bytes);
    }
    text_add(filled, value);
}

struct str i18n_fill(struct arena *arena, const char *text, const struct str *args, size_t count)
{
    struct text filled = text_new(arena, FILLED_BYTES_MAX);
    struct str rest = str_of(text);
    while (rest.bytes > 0) {
        ptrdiff_t brace = str_find_byte(rest, '{');
        if (brace < 0)
            break;
        text_add(&filled, str_slice(rest, 0, (size_t)brace));
        rest = str_slice(rest, (size_t)brace, rest.bytes);
        struct gap gap = { .bytes = 1 };
        /* Arguments are put in once and never read as a text: they come from outside. */
        if (read_gap(rest, &gap) && (size_t)gap.number < count)
            add_argument(&filled, args[gap.number], gap.with_comma);
        else
            text_add(&filled, str_slice(rest, 0, gap.bytes));
        rest = str_slice(rest, gap.bytes, rest.bytes);
    }
    text_add(&filled, rest);
    return text_str(&filled);
}
