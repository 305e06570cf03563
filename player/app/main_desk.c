/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu-desk: every sub-command but `play`. People type `infotaulu CHECK`; that program holds
 * only what the screen needs and starts this one for everything else.
 */
#include "app/commands.h"
#include "rules/rules.h"

#include <curl/curlver.h>
#include <libxml/xmlversion.h>
#include <signal.h>
#include <stdio.h>

/* For as long as the program runs: arguments and paths, and what a sub-command reads. */
#define PROGRAM_BYTES_MAX (512u << 20)

static const struct command *const commands[] = {
    &command_play,         &command_check,   &command_render,  &command_fetch,   &command_list,
    &command_plan,         &command_alert,   &command_explain, &command_approve, &command_correct,
    &command_return,       &command_refuse,  &command_hide,    &command_undo,    &command_letters,
    &command_start,        &command_publish, &command_profile, &command_key,     &command_new,
    &command_requirements, &command_rules,   &command_status,  &command_preview, &command_report,
};

static int print_usage(FILE *to, int code)
{
    fprintf(to, "%s\n",
            _("Infotaulu shows announcements of associations on the screens of health "
              "centres."));
    fprintf(to, "\n%s\n", _("Examples:"));
    fputs("  infotaulu new event > ilmoitus.xml\n"
          "  infotaulu check ilmoitus.xml\n"
          "  infotaulu render ilmoitus.xml -o kuvat\n"
          "  infotaulu play --site https://sote.example.fi/taulu --root-key juuri.pub\n\n",
          to);
    for (size_t i = 0; i < ARRAY_LEN(commands); i++)
        fprintf(to, "  %-12s %s\n", commands[i]->name, _(commands[i]->summary));
    fprintf(to, "\n%s\n", _("infotaulu COMMAND --help tells more of each."));
    return code;
}

static int print_version(void)
{
    printf("infotaulu %s\n", INFOTAULU_VERSION);
    printf(_("rules %d\n"), RULES_VERSION);
    printf("libxml2 %s, libcurl %s\n", LIBXML_DOTTED_VERSION, LIBCURL_VERSION);
    return EXIT_FINE;
}

int main(int argc, char **argv)
{
    struct options options;
    signal(SIGXFSZ, SIG_IGN); /* a full disk is an outcome, not a signal */
    signal(SIGPIPE, SIG_IGN);
    i18n_start(options_language(argc, argv));
    if (argc < 2)
        return print_usage(stderr, EXIT_COULD_NOT);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
        strcmp(argv[1], "help") == 0)
        return print_usage(stdout, EXIT_FINE);
    if (strcmp(argv[1], "--version") == 0)
        return print_version();
    for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
        if (strcmp(argv[1], commands[i]->name) != 0)
            continue;
        struct arena *arena = arena_new(PROGRAM_BYTES_MAX);
        int code = options_parse(commands[i], argc - 2, argv + 2, arena, &options);
        if (code < 0)
            code = commands[i]->run(&options);
        arena_free(arena);
        return fflush(stdout) == 0 ? code : options_fail(_("the output could not be written"));
    }
    options_fail(_("there is no command %s. See: infotaulu --help"), argv[1]);
    return EXIT_COULD_NOT;
}
