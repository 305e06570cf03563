/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several sub-commands ask; see commands.h. */
#include "app/commands.h"

#include "app/form.h"
#include "app/temporary.h"
#include "base/file.h"
#include "feed/read_profile.h"
#include "output/print.h"
#include "rules/theme.h"

#define LOG_MODULE "app"
#include "base/log.h"

#define KEY_FILE_BYTES_MAX 4096

bool command_root_key(const struct options *options, const struct conf *conf,
                      struct public_key *ret_key)
{
    const char *given = options->values[OPTION_ROOT_KEY];
    struct str text;
    given = given ? given : conf->root_key;
    if (!given) {
        options_fail(_("which root key? Give --root-key KEY|FILE, or root-key in %s"),
                     "/etc/infotaulu/infotaulu.conf");
        return false;
    }
    if (public_key_parse(str_of(given), ret_key))
        return true;
    enum file_outcome outcome = file_read(options->arena, given, KEY_FILE_BYTES_MAX, &text);
    if (outcome != FILE_OK) {
        options_fail(_("the root key %s: %s"), given, _(file_outcome_text(outcome)));
        return false;
    }
    if (!public_key_parse(text, ret_key)) {
        options_fail(_("%s is not a public key"), given);
        return false;
    }
    return true;
}

#define ROOT_KEY_FILE "root-key"

void command_keep_root_key(struct arena *arena, const char *state, const struct public_key *key)
{
    struct str line = str_join(arena, public_key_format(arena, key), STR("\n"));
    char *path = file_join(arena, state, ROOT_KEY_FILE);
    struct str before;
    if (file_read(arena, path, KEY_FILE_BYTES_MAX, &before) == FILE_OK && str_equal(before, line))
        return;
    if (file_is_folder(path)) /* whatever made it: nothing can be renamed over a folder */
        temporary_remove(path);
    enum file_outcome outcome = file_write(path, line, 0644);
    if (outcome != FILE_OK)
        log_warning("%s %s", path, file_outcome_text(outcome));
}

bool command_kept_root_key(const struct options *options, struct public_key *ret_key)
{
    char *path = file_join(options->arena, paths_state(options), ROOT_KEY_FILE);
    struct str line;
    return file_read(options->arena, path, KEY_FILE_BYTES_MAX, &line) == FILE_OK &&
           public_key_parse(line, ret_key);
}

bool command_profile_of(const struct options *options, const char *folder,
                        struct profile *ret_profile)
{
    const char *path = options->values[OPTION_CENTRE];
    struct report report = report_new(options->arena);
    struct str bytes;
    if (!path && folder) {
        const char *beside = file_join(options->arena, folder, "centre.xml");
        path = file_exists(beside) ? beside : NULL;
    }
    if (!path) {
        profile_reference(options->arena, ret_profile);
        return true;
    }
    enum file_outcome outcome = file_read(options->arena, path, PROFILE_BYTES_MAX, &bytes);
    if (outcome != FILE_OK) {
        options_fail(_("the centre profile %s: %s"), path, _(file_outcome_text(outcome)));
        return false;
    }
    bool is_read = profile_read(options->arena, bytes, str_of(path), &report, ret_profile);
    if (is_read)
        theme_check(ret_profile, (struct place){ .file = str_of(path) }, &report);
    if (is_read && !report_has(&report, SEVERITY_BLOCK))
        return true;
    command_print_findings(&report);
    options_fail(_("the centre profile %s cannot be used"), path);
    return false;
}

int command_tell_profile(const struct options *options, const struct form *forms, size_t count)
{
    struct profile profile;
    const struct form *form = form_choose(options, forms, count);
    if (!form || !command_profile_of(options, NULL, &profile))
        return EXIT_COULD_NOT;
    return form_write(options, form, &profile);
}

const struct display *command_display(const struct options *options, const struct profile *profile)
{
    const char *name = options->values[OPTION_DISPLAY];
    int width, height;
    if (!options_size(options, &width, &height))
        return NULL;
    const struct display *display = profile_display(profile, str_of(name));
    if (!display) {
        options_fail(_("the centre has no display named %s"), name);
        return NULL;
    }
    struct display *own = ARENA_NEW(options->arena, struct display);
    *own = *display;
    if (width > 0) {
        own->width = width;
        own->height = height;
        own->rotation = 0;
    }
    return own;
}

void command_print_findings(struct report *report)
{
    print_report(stderr, report);
}
