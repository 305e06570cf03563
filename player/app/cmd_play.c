/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu play: the lobby. Only the program infotaulu can run it (INFOTAULU_SCREEN); the desk
 * lists it among the commands.
 */
#include "app/commands.h"
#include "app/paths.h"

#ifdef INFOTAULU_SCREEN
#include "base/clock.h"
#include "base/file.h"
#include "show/player.h"

#include <stdio.h>

/* The update child's command line: the same options, as `infotaulu fetch` takes them. */
static char **update_command(const struct options *options, const struct conf *conf)
{
    static const enum option handed[] = { OPTION_DISPLAY, OPTION_SIZE,  OPTION_NOW,
                                          OPTION_CENTRE,  OPTION_PROXY, OPTION_CA_FILE };
    struct arena *arena = options->arena;
    char **argv = NULL;
    size_t count = 0;
    const char *site = options->values[OPTION_SITE] ? options->values[OPTION_SITE] : conf->site;
    const char *key =
        options->values[OPTION_ROOT_KEY] ? options->values[OPTION_ROOT_KEY] : conf->root_key;
    if (!site)
        return NULL;
    *ARENA_PUSH(arena, argv, count) = paths_program(arena, "infotaulu-desk");
    *ARENA_PUSH(arena, argv, count) = str_c(arena, STR("fetch"));
    *ARENA_PUSH(arena, argv, count) = str_c(arena, STR("--with-parent"));
    *ARENA_PUSH(arena, argv, count) = str_c(arena, str_format(arena, "--site=%s", site));
    *ARENA_PUSH(arena, argv, count) =
        str_c(arena, str_format(arena, "--cache=%s", paths_cache(options)));
    *ARENA_PUSH(arena, argv, count) =
        str_c(arena, str_format(arena, "--state=%s", paths_state(options)));
    if (key)
        *ARENA_PUSH(arena, argv, count) = str_c(arena, str_format(arena, "--root-key=%s", key));
    if (options_has(options, OPTION_UNSIGNED))
        *ARENA_PUSH(arena, argv, count) = str_c(arena, STR("--unsigned"));
    for (size_t i = 0; i < ARRAY_LEN(handed); i++) {
        if (!options_has(options, handed[i]))
            continue;
        *ARENA_PUSH(arena, argv, count) =
            str_c(arena, str_format(arena, "--%s=%s", options_name(handed[i]),
                                    options->values[handed[i]]));
    }
    *ARENA_PUSH(arena, argv, count) = NULL;
    return argv;
}

static bool read_times(const struct options *options, struct player_options *player)
{
    double speed;
    int64_t now;
    bool fine = options_number(options, OPTION_SLIDES, 0, &player->slides) &&
                options_decimal(options, OPTION_FOR, 0, &player->for_seconds) &&
                options_decimal(options, OPTION_SLIDE_TIME, 0, &player->slide_time) &&
                options_decimal(options, OPTION_POLL, 0, &player->poll_s) &&
                options_decimal(options, OPTION_SPEED, 1, &speed) &&
                options_size(options, &player->width, &player->height) &&
                options_now(options, &now);
    if (!fine)
        return false;
    bool set = options_has(options, OPTION_NOW) || speed != 1.0;
    player->clock = set ? clock_from(now, speed) : clock_system();
    return true;
}

static int run(const struct options *options)
{
    struct conf conf;
    struct player_options player = {
        .cache = paths_cache(options),
        .state = paths_state(options),
        .font_stack = paths_data(options->arena, "fonts/stack"),
        .frame_log = options->values[OPTION_FRAME_LOG],
        .window = options_has(options, OPTION_WINDOW),
        .heartbeat = paths_heartbeat(options),
    };
    if (!paths_read_conf(options->arena, &conf) || !read_times(options, &player))
        return EXIT_COULD_NOT;
    player.display =
        options->values[OPTION_DISPLAY] ? options->values[OPTION_DISPLAY] : conf.display;
    player.update_argv = update_command(options, &conf);
    if (!player.update_argv)
        return options_fail(_("which site? Give --site URL|FOLDER, or site in %s"),
                            "/etc/infotaulu/infotaulu.conf");
    bool has_key = options_has(options, OPTION_ROOT_KEY) || conf.root_key;
    if (!has_key && !options_has(options, OPTION_UNSIGNED))
        return options_fail(_("which root key? Give --root-key KEY|FILE, or root-key in %s"),
                            "/etc/infotaulu/infotaulu.conf");
    if (options_has(options, OPTION_UNSIGNED))
        fprintf(stderr, "infotaulu: %s\n",
                _("warning: these announcements are not signed and not approved"));
    if (player.heartbeat &&
        file_make_folder(str_c(options->arena, file_folder_of(str_of(player.heartbeat))), 0755) !=
            FILE_OK)
        player.heartbeat = NULL; /* then it lies in the state folder */
    return player_run(&player);
}
#else
static int run(const struct options *options)
{
    (void)options;
    return options_fail(_("the screen is shown by: infotaulu play"));
}
#endif

const struct command command_play = {
    .name = "play",
    .arguments = "",
    .summary = N_("show the announcements on this screen"),
    .examples = "play\n"
                "play --site https://sote.example.fi/taulu --root-key juuri.pub\n"
                "play --window --unsigned --site ilmoitukset/",
    .options = OPTION_BIT(SITE) | OPTION_BIT(ROOT_KEY) | OPTION_BIT(CENTRE) | OPTION_BIT(DISPLAY) |
               OPTION_BIT(SIZE) | OPTION_BIT(CACHE) | OPTION_BIT(STATE) | OPTION_BIT(NOW) |
               OPTION_BIT(SPEED) | OPTION_BIT(UNSIGNED) | OPTION_BIT(WINDOW) | OPTION_BIT(SLIDES) |
               OPTION_BIT(FOR) | OPTION_BIT(SLIDE_TIME) | OPTION_BIT(POLL) | OPTION_BIT(FRAME_LOG) |
               OPTION_BIT(PROXY) | OPTION_BIT(CA_FILE),
    .run = run,
};
