/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See site_edition.h. A temporary cache serves as the player's would, so that one code does both.
 */
#include "app/site_edition.h"

#include "app/commands.h"
#include "output/print.h"
#include "app/temporary.h"
#include "app/terminal.h"
#include "base/clock.h"
#include "rotate/timetable.h"

#define EDITION_BYTES_MAX ((size_t)1 << 30)
#define SYNCHRONISED_FILE "/run/systemd/timesync/synchronized"

bool site_clock_is_real(const struct options *options)
{
    return options_has(options, OPTION_NOW) || file_exists(SYNCHRONISED_FILE);
}

static enum site_kind kind_of(const struct options *options, const char *path)
{
    bool remote = strstr(path, "://") != NULL;
    if (options_has(options, OPTION_UNSIGNED))
        return SITE_UNSIGNED;
    return remote || file_is_folder(path) ? SITE_SIGNED : SITE_LONE_FILE;
}

/* A player's cache remembers the key it was fetched with; a site given by name has to be told. */
static bool root_key(const struct options *options, const struct conf *conf, const char *temporary,
                     struct public_key *ret_key)
{
    bool told = options_has(options, OPTION_ROOT_KEY) || conf->root_key;
    if (!told && !temporary && command_kept_root_key(options, ret_key))
        return true;
    return command_root_key(options, conf, ret_key);
}

static bool prepare_options(const struct options *options, const char *path,
                            struct site_edition *edition)
{
    struct conf conf;
    struct update_options *how = &edition->how;
    how->site = path;
    how->unsigned_folder = edition->kind != SITE_SIGNED;
    how->display = options->values[OPTION_DISPLAY];
    how->centre = options->values[OPTION_CENTRE];
    how->clock_is_real = site_clock_is_real(options);
    how->write = true;
    how->strict = true;
    how->progress = terminal_progress;
    return options_now(options, &how->now) && options_size(options, &how->width, &how->height) &&
           paths_read_conf(options->arena, &conf) &&
           (how->unsigned_folder || root_key(options, &conf, edition->folder, &how->root));
}

static bool open_temporary_keep(struct site_edition *edition)
{
    const char *fault;
    edition->folder = temporary_folder(edition->arena);
    if (!edition->folder)
        return false;
    char *cache = file_join(edition->arena, edition->folder, "cache");
    char *state = file_join(edition->arena, edition->folder, "state");
    enum keep_outcome outcome = keep_open(cache, state, &edition->keep, &fault);
    if (outcome == KEEP_OK)
        return true;
    options_fail("%s: %s", fault, _(keep_outcome_text(outcome)));
    return false;
}

/* Findings of the site, and of each item that was left out. */
static void say_findings(struct update *update)
{
    print_report(stderr, &update->report);
    for (size_t i = 0; i < update->item_count; i++) {
        if (update->items[i].item.refused != REASON_SHOWN)
            print_report(stderr, &update->items[i].report);
    }
}

static int open_source(const struct options *options, const char *path,
                       struct site_edition *edition, struct source **ret_source)
{
    struct fetch_options fetch = {
        .proxy = options->values[OPTION_PROXY],
        .ca_file = options->values[OPTION_CA_FILE],
    };
    const char *why;
    *ret_source = NULL;
    if (edition->kind != SITE_SIGNED)
        return EXIT_FINE;
    *ret_source = source_open(path, &fetch, &why);
    return *ret_source ? EXIT_FINE : options_fail("%s: %s", path, why);
}

int site_edition_open(const struct options *options, const char *path,
                      struct site_edition *ret_edition)
{
    struct site_edition *edition = ret_edition;
    struct source *source;
    *edition = (struct site_edition){ .kind = kind_of(options, path) };
    edition->arena = arena_new(EDITION_BYTES_MAX);
    if (edition->kind != SITE_SIGNED && !file_exists(path))
        return options_fail(_("there is no file %s"), path);
    if (!open_temporary_keep(edition) || !prepare_options(options, path, edition) ||
        open_source(options, path, edition, &source) != EXIT_FINE)
        return EXIT_COULD_NOT;
    enum update_outcome outcome =
        update_run(edition->arena, &edition->how, edition->keep, source, &edition->update);
    source_close(source);
    say_findings(&edition->update);
    if (outcome == UPDATE_NONE)
        return options_fail(_("%s cannot be used"), path);
    return outcome == UPDATE_PARTIAL ? EXIT_FINDINGS : EXIT_FINE;
}

/* An edition of a folder without signatures was checked when it was made; its seal is all it has.
 */
static bool use_sealed(struct site_edition *edition)
{
    struct update *update = &edition->update;
    update->edition = update->previous;
    update->profile = update->previous.profile;
    update->zone = zone_open(edition->arena, NULL, update->profile.zone_name);
    update->display = profile_display(&update->profile, update->previous.display);
    return update->zone != NULL && update->display != NULL;
}

static bool find_site(struct site_edition *edition, bool *ret_unsigned)
{
    struct kept_edition kept;
    enum keep_outcome outcome =
        keep_edition_read(edition->keep, edition->arena, KEEP_CURRENT, &kept);
    if (outcome == KEEP_MISSING) {
        edition->is_empty = true;
        options_fail(_("the cache is empty: nothing has been fetched yet (infotaulu fetch)"));
        return false;
    }
    edition->how.site = str_c(edition->arena, kept.site);
    *ret_unsigned = kept.documents[KEEP_FEED].bytes.bytes == 0;
    return true;
}

static int open_sealed(const struct options *options, struct site_edition *edition)
{
    edition->kind = SITE_UNSIGNED;
    edition->how.unsigned_folder = true;
    edition->update = (struct update){
        .arena = edition->arena,
        .options = &edition->how,
        .keep = edition->keep,
    };
    if (!options_now(options, &edition->how.now))
        return EXIT_COULD_NOT;
    update_read_kept(&edition->update);
    if (!edition->update.has_previous || !use_sealed(edition))
        return options_fail(_("the kept edition cannot be used"));
    return EXIT_FINE;
}

int site_edition_open_kept(const struct options *options, struct site_edition *ret_edition)
{
    struct site_edition *edition = ret_edition;
    const char *fault;
    bool is_unsigned;
    *edition = (struct site_edition){ .kind = SITE_SIGNED };
    edition->arena = arena_new(EDITION_BYTES_MAX);
    enum keep_outcome outcome =
        keep_open(paths_cache(options), paths_state(options), &edition->keep, &fault);
    if (outcome != KEEP_OK)
        return options_fail("%s: %s", fault, _(keep_outcome_text(outcome)));
    if (!find_site(edition, &is_unsigned))
        return EXIT_COULD_NOT;
    if (is_unsigned)
        return open_sealed(options, edition);
    if (!prepare_options(options, edition->how.site, edition))
        return EXIT_COULD_NOT;
    edition->how.write = false;
    if (update_run(edition->arena, &edition->how, edition->keep, NULL, &edition->update) !=
        UPDATE_NONE)
        return EXIT_FINE;
    say_findings(&edition->update);
    return options_fail(_("the kept edition cannot be used"));
}

void site_edition_close(struct site_edition *edition)
{
    update_finish(&edition->update);
    keep_close(edition->keep);
    temporary_remove(edition->folder);
    arena_free(edition->arena);
}

struct timetable site_timetable(const struct site_edition *edition)
{
    const struct update *update = &edition->update;
    return (struct timetable){
        .edition = &update->edition,
        .zone = update->zone,
        .now = edition->how.now,
        .clock_is_real = true,
    };
}
