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

/* A number of the flat JSON that the player writes; false when it has none. */
static bool number_in(struct str json, const char *name, int *ret_number)
{
    ptrdiff_t at = str_find(json, str_of(name));
    if (at < 0)
        return false;
    struct str rest = str_slice(json, (size_t)at + strlen(name), json.bytes), digits;
    return str_next(&rest, ',', &digits) && str_to_number(str_trim(digits), ret_number);
}

static void say_round(struct str json)
{
    int round, wished, more;
    if (!number_in(json, "\"round_s\":", &round) ||
        !number_in(json, "\"round_wished_s\":", &wished) ||
        !number_in(json, "\"one_more_s\":", &more))
        return;
    fprintf(stderr,
            _("A round takes %d min %d s, the wish is %d min. One more announcement adds "
              "%d s.\n"),
            round / 60, round % 60, wished / 60, more);
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
    say_round(text);
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
