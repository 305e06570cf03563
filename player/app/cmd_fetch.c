/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu fetch: one update and out. `play` starts this very command as its child, so that the
 * showing process holds no curl and no libxml2; the child ends with its parent.
 */
#include "app/commands.h"
#include "app/pause.h"
#include "app/site_edition.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "base/identity_code.h"
#include "output/print.h"

#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define EDITION_BYTES_MAX ((size_t)1 << 30)

struct fetching {
    struct arena *arena;
    struct conf conf;
    struct update_options how;
    struct keep *keep;
    struct source *source;
    struct update update;
    struct fetch_options fetch;
};

static bool read_options(const struct options *options, struct fetching *fetching)
{
    struct update_options *how = &fetching->how;
    const struct conf *conf = &fetching->conf;
    if (!paths_read_conf(options->arena, &fetching->conf))
        return false;
    how->site = options->values[OPTION_SITE] ? options->values[OPTION_SITE] : conf->site;
    how->display =
        options->values[OPTION_DISPLAY] ? options->values[OPTION_DISPLAY] : conf->display;
    how->centre = options->values[OPTION_CENTRE];
    how->unsigned_folder = options_has(options, OPTION_UNSIGNED);
    how->clock_is_real = site_clock_is_real(options);
    how->write = true;
    how->progress = terminal_progress;
    if (!how->site) {
        options_fail(_("which site? Give --site URL|FOLDER, or site in %s"),
                     "/etc/infotaulu/infotaulu.conf");
        return false;
    }
    return options_now(options, &how->now) && options_size(options, &how->width, &how->height) &&
           (how->unsigned_folder || command_root_key(options, conf, &how->root));
}

static bool open_all(const struct options *options, struct fetching *fetching)
{
    const char *fault, *why;
    const char *proxy = options->values[OPTION_PROXY], *ca = options->values[OPTION_CA_FILE];
    fetching->fetch = (struct fetch_options){
        .proxy = proxy ? proxy : fetching->conf.proxy,
        .ca_file = ca ? ca : fetching->conf.ca_file,
        .deadline_ns = clock_mono_ns() + FETCH_TOTAL_S * CLOCK_SECOND_NS,
    };
    fetching->how.fetch = &fetching->fetch;
    enum keep_outcome outcome =
        keep_open(paths_cache(options), paths_state(options), &fetching->keep, &fault);
    if (outcome == KEEP_OK) {
        fault = keep_state_path(fetching->keep);
        outcome = keep_lock(fetching->keep);
    }
    if (outcome != KEEP_OK) {
        options_fail("%s: %s", fault, _(keep_outcome_text(outcome)));
        return false;
    }
    if (fetching->how.unsigned_folder)
        return true;
    command_keep_root_key(fetching->arena, keep_state_path(fetching->keep), &fetching->how.root);
    fetching->source = source_open(fetching->how.site, &fetching->fetch, &why);
    if (!fetching->source)
        options_fail("%s: %s", fetching->how.site, why);
    return fetching->source != NULL;
}

static int say_outcome(struct fetching *fetching, enum update_outcome outcome)
{
    struct update *update = &fetching->update;
    print_report(stderr, &update->report);
    for (size_t i = 0; i < update->item_count; i++) {
        const struct item *item = &update->items[i].item;
        if (item->refused == REASON_SHOWN)
            continue;
        struct str title = identity_code_mask(fetching->arena, item->announcement.title);
        printf("%s\t%.*s\t%.*s\n", reason_word(item->refused), STR_ARG(item->announcement.id),
               STR_ARG(title));
        print_report(stderr, &update->items[i].report);
    }
    if (outcome == UPDATE_NONE)
        return options_fail(_("no update from %s; the last good one stays"), fetching->how.site);
    printf(_("%zu announcements kept, %zu left out\n"), update->item_count - update->left_out,
           update->left_out);
    return outcome == UPDATE_PARTIAL ? EXIT_FINDINGS : EXIT_FINE;
}

/* Polls of the player obey Retry-After; who types the command wants to know now. */
static bool must_pause(const struct options *options, struct fetching *fetching)
{
    if (!options_has(options, OPTION_WITH_PARENT))
        return false;
    int left = pause_left(fetching->arena, keep_state_path(fetching->keep));
    if (left > 0)
        options_fail(_("the server asked to wait; %d s are left"), left);
    return left > 0;
}

static int update_once(struct fetching *fetching)
{
    enum update_outcome outcome = update_run(fetching->arena, &fetching->how, fetching->keep,
                                             fetching->source, &fetching->update);
    pause_note(fetching->arena, keep_state_path(fetching->keep), fetching->update.retry_after_s);
    int code = say_outcome(fetching, outcome);
    update_finish(&fetching->update);
    return code;
}

static int run(const struct options *options)
{
    struct fetching fetching = { .arena = arena_new(EDITION_BYTES_MAX) };
    int code = EXIT_COULD_NOT;
    if (options_has(options, OPTION_WITH_PARENT)) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        (void)setpriority(PRIO_PROCESS, 0, 10); /* the screen comes first */
    }
    if (read_options(options, &fetching) && open_all(options, &fetching) &&
        !must_pause(options, &fetching))
        code = update_once(&fetching);
    source_close(fetching.source);
    keep_close(fetching.keep);
    arena_free(fetching.arena);
    return code;
}

const struct command command_fetch = {
    .name = "fetch",
    .arguments = "",
    .summary = N_("get the newest announcements once: fetch, verify, check, keep"),
    .examples = "fetch\n"
                "fetch --site https://sote.example.fi/taulu --root-key juuri.pub",
    .options = OPTION_BIT(SITE) | OPTION_BIT(ROOT_KEY) | OPTION_BIT(CENTRE) | OPTION_BIT(DISPLAY) |
               OPTION_BIT(SIZE) | OPTION_BIT(CACHE) | OPTION_BIT(STATE) | OPTION_BIT(NOW) |
               OPTION_BIT(UNSIGNED) | OPTION_BIT(PROXY) | OPTION_BIT(CA_FILE) |
               OPTION_BIT(WITH_PARENT),
    .run = run,
};
