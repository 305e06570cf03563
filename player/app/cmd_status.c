/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu status: what the player last wrote of itself; touches no network. */
#include "app/commands.h"
#include "base/clock.h"
#include "base/file.h"

#include <stdio.h>
#include <sys/stat.h>

#define STATUS_BYTES_MAX (64u << 10)
#define HEARTBEAT_OLD_S 15 /* three beats of five seconds missed */

/* Seconds since a file was touched; -1 when it is not there. */
static int64_t age_of(const char *path, int64_t now)
{
    struct stat status;
    return stat(path, &status) == 0 ? now - (int64_t)status.st_mtime : -1;
}

static int run(const struct options *options)
{
    struct clock clock = clock_system();
    const char *state = paths_state(options), *heartbeat = paths_heartbeat(options);
    const char *path = file_join(options->arena, state, "status.json");
    struct str text;
    if (!heartbeat)
        heartbeat = file_join(options->arena, state, "heartbeat");
    enum file_outcome outcome = file_read(options->arena, path, STATUS_BYTES_MAX, &text);
    if (outcome != FILE_OK)
        return options_fail("%s %s", path, _(file_outcome_text(outcome)));
    fwrite(text.at, 1, text.bytes, stdout);
    int64_t age = age_of(heartbeat, clock_wall(&clock));
    bool alive = age >= 0 && age <= HEARTBEAT_OLD_S;
    if (alive)
        fputs(_("The screen is being drawn.\n"), stderr);
    else if (age < 0)
        fputs(_("The screen is not being drawn: there is no heartbeat.\n"), stderr);
    else
        fprintf(stderr, _("The screen is not being drawn: the last heartbeat was %lld s ago.\n"),
                (long long)age);
    return alive ? EXIT_FINE : EXIT_FINDINGS;
}

const struct command command_status = {
    .name = "status",
    .arguments = "",
    .summary = N_("what the screen shows and whether it is alive"),
    .examples = "status",
    .options = OPTION_BIT(STATE),
    .run = run,
};
