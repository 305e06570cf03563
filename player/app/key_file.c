/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * See key_file.h. The text of an unprotected key is the key itself, so it is wiped as soon as it
 * has been read; everything else about secrets lies in approve/secret_key.c.
 */
#include "app/key_file.h"

#include "app/passphrase.h"
#include "base/file.h"

#include <fcntl.h>
#include <stdio.h>

static void wipe(struct str text)
{
    if (text.bytes > 0)
        explicit_bzero((char *)(uintptr_t)text.at, text.bytes); /* our own copy */
}

static bool say_outcome(enum secret_key_outcome outcome, const char *path, struct str file)
{
    struct public_key public;
    switch (outcome) {
    case SECRET_KEY_OK:
        return true;
    case SECRET_KEY_NEEDS_PASSPHRASE:
    case SECRET_KEY_WRONG_PASSPHRASE:
        options_fail(_("%s: the passphrase is wrong"), path);
        break;
    case SECRET_KEY_MEMORY:
        options_fail(_("%s: not enough memory to open the key"), path);
        break;
    case SECRET_KEY_BROKEN:
        if (public_key_parse(file, &public))
            options_fail(_("%s is the public half of a key. Give the secret one"), path);
        else
            options_fail(_("%s is not a secret key"), path);
        break;
    }
    return false;
}

static bool read_file(const struct options *options, const char *path, struct str *ret_text)
{
    enum file_outcome outcome =
        file_read_at(options->arena, AT_FDCWD, path, SECRET_KEY_FILE_BYTES_MAX, ret_text);
    if (outcome == FILE_OK)
        return true;
    options_fail(_("the key %s: %s"), path, _(file_outcome_text(outcome)));
    return false;
}

/* Opens the key of a text; asks for the passphrase when it has one. */
static bool open_text(const struct options *options, const char *path, enum key_holder holder,
                      struct str text, struct secret_key **ret_key)
{
    struct passphrase passphrase = { .length = 0 };
    bool is_protected = secret_key_is_protected(text);
    if (is_protected && !passphrase_get(options, path, false, &passphrase))
        return false;
    enum secret_key_outcome outcome = secret_key_parse(text, passphrase_str(&passphrase), ret_key);
    passphrase_wipe(&passphrase);
    if (!say_outcome(outcome, path, text))
        return false;
    if (!is_protected && holder == KEY_OF_PERSON)
        fprintf(stderr,
                _("infotaulu: warning: %s has no passphrase: whoever copies the file can "
                  "sign with it\n"),
                path);
    return true;
}

bool key_file_read(const struct options *options, const char *path, enum key_holder holder,
                   struct secret_key **ret_key)
{
    struct str text;
    if (!read_file(options, path, &text))
        return false;
    bool fine = open_text(options, path, holder, text, ret_key);
    wipe(text);
    return fine;
}

bool key_file_open(const struct options *options, enum key_holder holder,
                   struct secret_key **ret_key)
{
    const char *path = options->values[OPTION_KEY];
    if (!path) {
        options_fail(_("which key? Give --key FILE"));
        return false;
    }
    return key_file_read(options, path, holder, ret_key);
}

bool key_file_public(const struct options *options, const char *path, struct public_key *ret_public)
{
    struct str text;
    struct secret_key *key;
    if (!read_file(options, path, &text))
        return false;
    bool fine = public_key_parse(text, ret_public);
    if (!fine && open_text(options, path, KEY_OF_PERSON, text, &key)) {
        *ret_public = secret_key_public(key);
        secret_key_free(key);
        fine = true;
    }
    wipe(text);
    return fine;
}

char *key_file_public_path(struct arena *arena, const char *secret_path)
{
    struct str path = str_of(secret_path);
    if (str_is(file_ending_of(path), ".key"))
        path = str_slice(path, 0, path.bytes - strlen(".key"));
    return str_c(arena, str_join(arena, path, STR(".pub")));
}
