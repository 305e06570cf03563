/* SPDX-License-Identifier: GPL-3.0-or-later */
/* infotaulu key: a key pair for a root, a publisher, an approver; and what is in one. */
#include "app/commands.h"
#include "app/key_file.h"
#include "app/key_pair.h"
#include "app/passphrase.h"
#include "base/file.h"

#include <stdio.h>

static void print_public(struct arena *arena, const struct public_key *public)
{
    printf("%s %.*s\n%s %.*s\n", _("number:"), STR_ARG(public_key_number(arena, public->id)),
           _("public key:"), STR_ARG(public_key_format(arena, public)));
}

static bool make_pair(const struct options *options, struct str passphrase)
{
    struct secret_key *key;
    if (!key_pair_make(options->arena, options->values[OPTION_OUTPUT], passphrase,
                       options->values[OPTION_COMMENT], &key))
        return false;
    struct public_key public = secret_key_public(key);
    print_public(options->arena, &public);
    secret_key_free(key);
    return true;
}

static int run_new(const struct options *options)
{
    struct passphrase passphrase = { .length = 0 };
    const char *path = options->values[OPTION_OUTPUT];
    bool is_plain = options_has(options, OPTION_NO_PASSPHRASE);
    if (!path || options->argument_count > 1)
        return options_fail(_("where does the key go? Write: infotaulu key new -o FILE"));
    if (is_plain && options_has(options, OPTION_PASSPHRASE_FD))
        return options_fail(_("give --no-passphrase or --passphrase-fd, not both"));
    if (file_exists(path)) /* before a passphrase is thought of */
        return options_fail(_("%s is there already; a key is never overwritten"), path);
    if (!is_plain && !passphrase_get(options, path, true, &passphrase))
        return EXIT_COULD_NOT;
    bool fine = make_pair(options, passphrase_str(&passphrase));
    passphrase_wipe(&passphrase);
    if (fine && is_plain)
        fprintf(stderr,
                _("infotaulu: warning: %s has no passphrase: whoever copies the file can "
                  "sign with it\n"),
                path);
    return fine ? EXIT_FINE : EXIT_COULD_NOT;
}

static int run_show(const struct options *options)
{
    struct public_key public;
    if (options->argument_count != 2)
        return options_fail(_("which key? Write: infotaulu key show FILE"));
    if (!key_file_public(options, options->arguments[1], &public))
        return EXIT_COULD_NOT;
    print_public(options->arena, &public);
    return EXIT_FINE;
}

static int run(const struct options *options)
{
    if (strcmp(options->arguments[0], "new") == 0)
        return run_new(options);
    if (strcmp(options->arguments[0], "show") == 0)
        return run_show(options);
    return options_fail(_("key %s? Write: infotaulu key new -o FILE, or: infotaulu key show FILE"),
                        options->arguments[0]);
}

const struct command command_key = {
    .name = "key",
    .arguments = N_("new -o FILE | show FILE"),
    .summary = N_("make a key pair to sign with, or show the public half of one"),
    .examples = "key new -o hyvaksyja.key\n"
                "key new -o julkaisija.key --no-passphrase\n"
                "key show hyvaksyja.pub",
    .options = OPTION_BIT(OUTPUT) | OPTION_BIT(PASSPHRASE_FD) | OPTION_BIT(NO_PASSPHRASE) |
               OPTION_BIT(COMMENT),
    .arguments_min = 1,
    .arguments_max = 2,
    .run = run,
};
