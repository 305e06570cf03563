/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu: the screen, and the door to everything else. It holds no curl and no libxml2; any
 * sub-command but `play` is run by infotaulu-desk.
 */
#include "app/commands.h"
#include "base/file.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#define PROGRAM_BYTES_MAX (16u << 20)

static int play(int argc, char **argv)
{
    struct arena *arena = arena_new(PROGRAM_BYTES_MAX);
    struct options options;
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    i18n_start(options_language(argc, argv));
    int code = options_parse(&command_play, argc - 2, argv + 2, arena, &options);
    if (code < 0)
        code = command_play.run(&options);
    arena_free(arena);
    return code;
}

int main(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "play") == 0)
        return play(argc, argv);
    struct arena *arena = arena_new(PROGRAM_BYTES_MAX);
    char *desk = paths_program(arena, "infotaulu-desk");
    execv(desk, argv);
    fprintf(stderr, "infotaulu: %s %s\n", desk, _(file_outcome_text(file_outcome_of(errno))));
    return EXIT_COULD_NOT;
}
