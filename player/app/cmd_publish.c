/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu publish: a folder of approved announcements → a site that players and feed readers
 * read while it is being written. The steps stand in publish.h; here is their order. The same input
 * gives the same bytes.
 */
#include "app/commands.h"
#include "app/publish.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#define VALID_DAYS_DEFAULT 30
#define VALID_DAYS_MAX 3650 /* ten years: a longer promise is a slip of the finger */
#define PUBLISH_BYTES_MAX ((size_t)2 << 30) /* 10,000 announcements of the largest size */

static int say_result(const struct publishing *publishing)
{
    printf(_("announcements: %zu, pictures: %zu, over: %zu, left out: %zu\n"),
           publishing->fine_count, publishing->picture_count, publishing->over_count,
           publishing->bad_count);
    if (publishing->is_changed)
        printf(_("changed: %s, %.*s, valid until %.*s\n"), publishing->site,
               STR_ARG(publishing->head.updated), STR_ARG(publishing->head.valid_until));
    else
        printf(_("unchanged: %s, %.*s, valid until %.*s\n"), publishing->site,
               STR_ARG(publishing->head.updated), STR_ARG(publishing->head.valid_until));
    return publishing->bad_count > 0 ? EXIT_FINDINGS : EXIT_FINE;
}

static int publish(struct publishing *publishing)
{
    bool fine = publish_open_before(publishing) && publish_gather(publishing) &&
                publish_feed_make(publishing);
    if (!fine)
        return EXIT_COULD_NOT;
    publish_feed_sign(publishing);
    return publish_write(publishing) ? say_result(publishing) : EXIT_COULD_NOT;
}

/* Pictures of the site would lie among those of the folder, and be swept away with them. */
static bool is_same_folder(const char *a, const char *b)
{
    char whole_a[PATH_MAX], whole_b[PATH_MAX];
    return realpath(a, whole_a) && realpath(b, whole_b) && strcmp(whole_a, whole_b) == 0;
}

static bool read_options(struct publishing *publishing)
{
    const struct options *options = publishing->options;
    publishing->folder = options->arguments[0];
    publishing->site = options->values[OPTION_OUTPUT];
    if (!options_now(options, &publishing->now) ||
        !options_number(options, OPTION_VALID_DAYS, VALID_DAYS_DEFAULT, &publishing->valid_days))
        return false;
    if (!publishing->site)
        options_fail(_("where does the site go? Give -o FOLDER"));
    else if (!file_is_folder(publishing->folder))
        options_fail(_("%s is not a folder"), publishing->folder);
    else if (is_same_folder(publishing->folder, publishing->site))
        options_fail(_("the site needs a folder of its own: %s"), publishing->site);
    else if (publishing->valid_days < 1 || publishing->valid_days > VALID_DAYS_MAX)
        options_fail(_("--valid-days is a number from 1 to %d"), VALID_DAYS_MAX);
    else
        return true;
    return false;
}

static int run(const struct options *options)
{
    struct publishing publishing = { .options = options, .arena = arena_new(PUBLISH_BYTES_MAX) };
    int code = EXIT_COULD_NOT;
    if (read_options(&publishing) && publish_open_centre(&publishing) &&
        publish_open_key(&publishing) &&
        site_writer_open(publishing.arena, publishing.site, &publishing.writer)) {
        publish_open_hide(&publishing);
        code = publish(&publishing);
        site_writer_close(&publishing.writer);
    }
    secret_key_free(publishing.key);
    arena_free(publishing.arena);
    return code;
}

const struct command command_publish = {
    .name = "publish",
    .arguments = N_("FOLDER"),
    .summary = N_("make a signed site of the approved announcements of a folder"),
    .examples = "publish approved -o /srv/taulu --key julkaisija.key\n"
                "publish approved -o /srv/taulu --key julkaisija.key --root-key juuri.pub "
                "--valid-days 14",
    .options = OPTION_BIT(OUTPUT) | OPTION_BIT(KEY) | OPTION_BIT(PASSPHRASE_FD) |
               OPTION_BIT(ROOT_KEY) | OPTION_BIT(VALID_DAYS) | OPTION_BIT(NOW) |
               OPTION_BIT(WITH_SLIDES),
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
