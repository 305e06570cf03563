/* SPDX-License-Identifier: GPL-3.0-or-later */
/* See paths.h. The configuration is read with inih. */
#include "app/paths.h"

#include "base/file.h"

#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define CONF_FILE "/etc/infotaulu/infotaulu.conf"
#define CONF_BYTES_MAX (16u << 10)
#define PATH_BYTES_MAX 4096

static char *program_folder(struct arena *arena)
{
    char path[PATH_BYTES_MAX];
    ssize_t length = readlink("/proc/self/exe", path, sizeof path);
    if (length <= 0 || (size_t)length >= sizeof path)
        return NULL;
    return str_c(arena, file_folder_of((struct str){ path, (size_t)length }));
}

static char *beside_or_installed(struct arena *arena, const char *name, const char *installed)
{
    const char *folder = program_folder(arena);
    char *beside = folder ? file_join(arena, folder, name) : NULL;
    return beside && file_exists(beside) ? beside : file_join(arena, installed, name);
}

char *paths_data(struct arena *arena, const char *name)
{
    return beside_or_installed(arena, name, INFOTAULU_DATA_DIR);
}

char *paths_program(struct arena *arena, const char *name)
{
    return beside_or_installed(arena, name, INFOTAULU_LIBEXEC_DIR);
}

struct conf_reader {
    struct arena *arena;
    struct conf conf;
    const char *unknown;
};

static int take_line(void *context, const char *section, const char *name, const char *value)
{
    struct conf_reader *reader = context;
    const struct {
        const char *name;
        const char **to;
    } known[] = {
        { "site", &reader->conf.site },       { "root-key", &reader->conf.root_key },
        { "display", &reader->conf.display }, { "proxy", &reader->conf.proxy },
        { "ca-file", &reader->conf.ca_file },
    };
    (void)section;
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        if (strcmp(known[i].name, name) == 0) {
            *known[i].to = str_c(reader->arena, str_of(value));
            return 1;
        }
    }
    reader->unknown = str_c(reader->arena, str_of(name));
    return 0;
}

bool paths_read_conf(struct arena *arena, struct conf *ret_conf)
{
    const char *path = getenv("INFOTAULU_CONF");
    struct conf_reader reader = { .arena = arena };
    struct str text;
    path = path ? path : CONF_FILE;
    enum file_outcome outcome = file_read(arena, path, CONF_BYTES_MAX, &text);
    if (outcome == FILE_OK) {
        int line = ini_parse_string(str_c(arena, text), take_line, &reader);
        if (line != 0) {
            options_fail(_("%s:%d: this line is not understood%s%s"), path, line,
                         reader.unknown ? ": " : "", reader.unknown ? reader.unknown : "");
            return false;
        }
    } else if (outcome != FILE_MISSING) {
        options_fail("%s %s", path, _(file_outcome_text(outcome)));
        return false;
    }
    *ret_conf = reader.conf;
    return true;
}

static bool is_service(void)
{
    return geteuid() == 0 || getenv("INVOCATION_ID") != NULL;
}

/* $variable/infotaulu, else $HOME/fallback/infotaulu, else a folder in /tmp of this user alone. */
static const char *user_folder(struct arena *arena, const char *variable, const char *fallback)
{
    const char *base = getenv(variable), *home = getenv("HOME");
    if (base && base[0] == '/')
        return file_join(arena, base, "infotaulu");
    if (home && home[0] == '/')
        return str_c(arena, str_format(arena, "%s/%s/infotaulu", home, fallback));
    return str_c(arena, str_format(arena, "/tmp/infotaulu-%u/%s", (unsigned)getuid(), fallback));
}

const char *paths_cache(const struct options *options)
{
    const char *given = options->values[OPTION_CACHE];
    if (given)
        return given;
    return is_service() ? "/var/cache/infotaulu"
                        : user_folder(options->arena, "XDG_CACHE_HOME", ".cache");
}

const char *paths_state(const struct options *options)
{
    const char *given = options->values[OPTION_STATE];
    if (given)
        return given;
    return is_service() ? "/var/lib/infotaulu"
                        : user_folder(options->arena, "XDG_STATE_HOME", ".local/state");
}

const char *paths_heartbeat(const struct options *options)
{
    bool own = options_has(options, OPTION_STATE) || !is_service();
    return own ? NULL : "/run/infotaulu/heartbeat";
}
