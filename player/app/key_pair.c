/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See key_pair.h. A secret key that is overwritten is lost for good, so the names are taken with
 * O_EXCL before anything is written to them.
 */
#include "app/key_pair.h"

#include "app/key_file.h"
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define SECRET_MODE 0600
#define PUBLIC_MODE 0644
#define COMMENT_SECRET "infotaulu secret key"
#define COMMENT_PUBLIC "infotaulu public key"

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

/* The user's own line, else the usual one, which names the kind of file. */
static struct str comment_of(struct arena *arena, const char *own, const char *kind,
                             struct str number)
{
    if (own)
        return str_format(arena, "%s", own);
    return str_format(arena, "%s%s%.*s", kind, number.bytes ? " " : "", STR_ARG(number));
}

static bool write_pair(struct arena *arena, const struct secret_key *key, struct str passphrase,
                       const char *comment, const char *const paths[2])
{
    struct public_key public = secret_key_public(key);
    struct str number = public_key_number(arena, public.id), secret;
    struct str untrusted = comment_of(arena, comment, COMMENT_SECRET, (struct str){ "", 0 });
    if (secret_key_format(arena, key, untrusted, passphrase, &secret) != SECRET_KEY_OK) {
        options_fail(_("%s: not enough memory to protect the key"), paths[0]);
        return false;
    }
    struct str line = public_key_format(arena, &public);
    struct str head = minisign_untrusted(arena, comment_of(arena, comment, COMMENT_PUBLIC, number));
    bool fine = write_file(paths[0], secret, SECRET_MODE) &&
                write_file(paths[1], str_format(arena, "%.*s%.*s\n", STR_ARG(head), STR_ARG(line)),
                           PUBLIC_MODE);
    explicit_bzero((char *)(uintptr_t)secret.at, secret.bytes); /* our own copy */
    return fine;
}

bool key_pair_make(struct arena *arena, const char *secret_path, struct str passphrase,
                   const char *comment, struct secret_key **ret_key)
{
    const char *const paths[2] = { secret_path, key_file_public_path(arena, secret_path) };
    if (!take_name(paths[0]))
        return false;
    struct secret_key *key = secret_key_new();
    bool has_public = take_name(paths[1]);
    bool fine = has_public && write_pair(arena, key, passphrase, comment, paths);
    if (!fine && has_public)
        unlink(paths[1]);
    if (!fine) {
        unlink(paths[0]);
        secret_key_free(key);
        return false;
    }
    *ret_key = key;
    return true;
}
