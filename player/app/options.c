/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See options.h. */
#include "app/options.h"

#include "base/clock.h"
#include "calendar/stamp.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>

struct option_info {
    const char *name, *argument, *help;
};

#define X(code, name, argument, help) { name, argument, help },
static const struct option_info infos[] = { OPTION_LIST(X) };
#undef X

static_assert(ARRAY_LEN(infos) == OPTION_COUNT, "one row an option");

int options_fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("infotaulu: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    return EXIT_COULD_NOT;
}

static bool takes(const struct command *command, enum option option)
{
    return option == OPTION_LANG || (command->options >> option & 1);
}

static void print_help(const struct command *command)
{
    struct str examples = str_of(_(command->examples)), line;
    puts(_("Examples:"));
    while (str_next(&examples, '\n', &line))
        printf("  infotaulu %.*s\n", STR_ARG(line));
    printf("\ninfotaulu %s %s\n  %s\n\n%s\n", command->name, _(command->arguments),
           _(command->summary), _("Options:"));
    for (enum option option = 0; option < OPTION_COUNT; option++) {
        if (!takes(command, option))
            continue;
        const struct option_info *info = &infos[option];
        const char *argument = info->argument[0] ? _(info->argument) : "";
        char form[64];
        if (option == OPTION_FORMAT && command->formats)
            argument = command->formats;
        snprintf(form, sizeof form, "--%s %s", info->name, argument);
        printf("  %-27s  %s\n", form, _(info->help));
    }
    printf("  %-28s %s\n", "--help", _("this text"));
    puts(_("\nExit code: 0 fine, 1 something must be mended, 2 could not run."));
}

static bool find_option(struct str name, enum option *ret_option)
{
    if (str_is(name, "-o"))
        name = STR("--output");
    if (!str_starts(name, "--"))
        return false;
    name = str_slice(name, 2, name.bytes);
    for (enum option option = 0; option < OPTION_COUNT; option++) {
        if (str_is(name, infos[option].name)) {
            *ret_option = option;
            return true;
        }
    }
    return false;
}

/* Takes one option, perhaps with the next argument; answers how many arguments it used, 0: bad. */
static int take_option(const struct command *command, int left, char **argv,
                       struct options *options)
{
    struct str word = str_of(argv[0]), name = word;
    ptrdiff_t equals = str_find_byte(word, '=');
    enum option option;
    if (equals > 0)
        name = str_slice(word, 0, (size_t)equals);
    if (!find_option(name, &option) || !takes(command, option)) {
        options_fail(_("unknown option: %s (infotaulu %s --help)"), argv[0], command->name);
        return 0;
    }
    if (infos[option].argument[0] == '\0') {
        options->values[option] = "";
        return 1;
    }
    if (equals > 0) {
        options->values[option] = argv[0] + equals + 1;
        return 1;
    }
    if (left < 2) {
        options_fail(_("%s needs a value: %s"), argv[0], _(infos[option].argument));
        return 0;
    }
    options->values[option] = argv[1];
    return 2;
}

static int check_count(const struct command *command, const struct options *options)
{
    if (options->argument_count < command->arguments_min)
        return options_fail(_("something is missing. Write: infotaulu %s %s"), command->name,
                            _(command->arguments));
    if (options->argument_count > command->arguments_max)
        return options_fail(_("too much: %s. Write: infotaulu %s %s"),
                            options->arguments[command->arguments_max], command->name,
                            _(command->arguments));
    return -1;
}

static bool bad_value(enum option option, const char *value)
{
    options_fail(_("--%s: \"%s\" is not right. Wanted: %s"), infos[option].name, value,
                 _(infos[option].argument));
    return false;
}

/* The language is looked up before the options are read, so a wrong one is said here. */
static bool language_is_known(const struct options *options)
{
    struct str known = str_of(infos[OPTION_LANG].argument), language;
    const char *given = options->values[OPTION_LANG];
    if (!given)
        return true;
    while (str_next(&known, '|', &language))
        if (str_is(language, given))
            return true;
    return bad_value(OPTION_LANG, given);
}

int options_parse(const struct command *command, int argc, char **argv, struct arena *arena,
                  struct options *ret_options)
{
    struct options options = { .arena = arena };
    bool only_arguments = false;
    for (int i = 0; i < argc;) {
        const char *word = argv[i];
        if (!only_arguments && (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)) {
            print_help(command);
            return EXIT_FINE;
        }
        if (!only_arguments && strcmp(word, "--") == 0) {
            only_arguments = true;
            i++;
        } else if (!only_arguments && word[0] == '-' && word[1] != '\0') {
            int used = take_option(command, argc - i, argv + i, &options);
            if (used == 0)
                return EXIT_COULD_NOT;
            i += used;
        } else {
            *ARENA_PUSH(arena, options.arguments, options.argument_count) = word;
            i++;
        }
    }
    if (!language_is_known(&options))
        return EXIT_COULD_NOT;
    *ret_options = options;
    return check_count(command, ret_options);
}

const char *options_name(enum option option)
{
    return infos[option].name;
}

bool options_has(const struct options *options, enum option option)
{
    return options->values[option] != NULL;
}

bool options_number(const struct options *options, enum option option, int fallback,
                    int *ret_number)
{
    const char *value = options->values[option];
    *ret_number = fallback;
    return !value || str_to_number(str_of(value), ret_number) || bad_value(option, value);
}

bool options_decimal(const struct options *options, enum option option, double fallback,
                     double *ret_number)
{
    const char *value = options->values[option];
    double number = fallback;
    bool fine = !value || (str_to_decimal(str_of(value), &number) && number >= 0);
    *ret_number = number;
    return fine || bad_value(option, value);
}

#define SIZE_MIN_PX 64
#define SIZE_MAX_PX 16384

bool options_size(const struct options *options, int *ret_width, int *ret_height)
{
    const char *value = options->values[OPTION_SIZE];
    struct str rest = str_of(value), width, height;
    int w = 0, h = 0;
    *ret_width = *ret_height = 0;
    if (!value)
        return true;
    bool fine = str_next(&rest, 'x', &width) && str_next(&rest, 'x', &height) && rest.bytes == 0 &&
                str_to_number(width, &w) && str_to_number(height, &h) && w >= SIZE_MIN_PX &&
                h >= SIZE_MIN_PX && w <= SIZE_MAX_PX && h <= SIZE_MAX_PX;
    if (!fine)
        return bad_value(OPTION_SIZE, value);
    *ret_width = w;
    *ret_height = h;
    return true;
}

bool options_now(const struct options *options, int64_t *ret_now)
{
    const char *value = options->values[OPTION_NOW];
    struct clock clock = clock_system();
    struct stamp stamp;
    *ret_now = clock_wall(&clock);
    if (!value)
        return true;
    const struct zone *zone = zone_open(options->arena, NULL, STR("Europe/Helsinki"));
    bool fine = stamp_parse(str_of(value), &stamp) && (zone || stamp.kind == STAMP_MOMENT);
    if (!fine)
        return bad_value(OPTION_NOW, value);
    *ret_now = stamp_moment(&stamp, zone);
    return true;
}

const char *options_language(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            return argv[i] + 7;
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            return argv[i + 1];
    }
    return NULL;
}
