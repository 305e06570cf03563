/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * infotaulu key: a key pair for a root, a publisher, an approver. A secret key that is overwritten
 * is lost for good, so the names are taken with O_EXCL before anything is written to them.
 */
#include "app/commands.h"
#include "app/key_file.h"
#include "app/passphrase.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define SECRET_MODE 0600
#define PUBLIC_MODE 0644
#define COMMENT_SECRET "infotaulu secret key"
#define COMMENT_PUBLIC "infotaulu public key"

static void print_public(struct arena *arena, const struct public_key *public)
{
    printf("%s %.*s\n%s %.*s\n", _("number:"), STR_ARG(public_key_number(arena, public->id)),
           _("public key:"), STR_ARG(public_key_format(arena, public)));
}

/* Takes a name that nobody has; false with a message. */
static bool take_name(const char *path)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, SECRET_MODE);
    if (fd >= 0) {
        close(fd);
        return true;
    }
    if (errno == EEXIST)
        options_fail(_("%s is there already; a key is never overwritten"), path);
    else
        options_fail("%s %s", path, _(file_outcome_text(file_outcome_of(errno))));
    return false;
}

static bool write_file(const char *path, struct str text, unsigned mode)
{
    enum file_outcome outcome = file_write(path, text, mode);
    if (outcome == FILE_OK)
        return true;
    options_fail("%s %s", path, _(file_outcome_text(outcome)));
    return false;
}

/* The comment of --comment in front of the usual one, which names the kind of file. */
static struct str comment_of(const struct options *options, const char *kind, struct str number)
{
    const char *own = options->values[OPTION_COMMENT];
    if (own)
        return str_format(options->arena, "%s", own);
    return str_format(options->arena, "%s%s%.*s", kind, number.bytes ? " " : "", STR_ARG(number));
}

static bool write_pair(const struct options *options, const struct secret_key *key,
                       struct str passphrase, const char *secret_path, const char *public_path)
{
    struct arena *arena = options->arena;
    struct public_key public = secret_key_public(key);
    struct str number = public_key_number(arena, public.id), secret;
    struct str comment = comment_of(options, COMMENT_SECRET, (struct str){ "", 0 });
    if (secret_key_format(arena, key, comment, passphrase, &secret) != SECRET_KEY_OK) {
        options_fail(_("%s: not enough memory to protect the key"), secret_path);
        return false;
    }
    struct str line = public_key_format(arena, &public);
    struct str head = minisign_untrusted(arena, comment_of(options, COMMENT_PUBLIC, number));
    bool fine =
        write_file(secret_path, secret, SECRET_MODE) &&
        write_file(public_path, str_format(arena, "%.*s%.*s\n", STR_ARG(head), STR_ARG(line)),
                   PUBLIC_MODE);
    explicit_bzero((char *)(uintptr_t)secret.at, secret.bytes); /* our own copy */
    return fine;
}

static bool make_pair(const struct options *options, struct str passphrase)
{
    const char *secret_path = options->values[OPTION_OUTPUT];
    const char *public_path = key_file_public_path(options->arena, secret_path);
    if (!take_name(secret_path))
        return false;
    bool has_public = take_name(public_path), fine = false;
    if (has_public) {
        struct secret_key *key = secret_key_new();
        struct public_key public = secret_key_public(key);
        fine = write_pair(options, key, passphrase, secret_path, public_path);
        if (fine)
            print_public(options->arena, &public);
        secret_key_free(key);
    }
    if (!fine && has_public)
        unlink(public_path);
    if (!fine)
        unlink(secret_path);
    return fine;
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
