/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that protect a secret key: from the terminal or from a file number. */
#pragma once

#include "app/options.h"

#define PASSPHRASE_BYTES_MAX 1024 /* what the minisign program reads */

/* Lives on its user's stack; passphrase_wipe ends it on every way out. */
struct passphrase {
    char bytes[PASSPHRASE_BYTES_MAX + 1];
    size_t length;
};

/*
 * The first line of --passphrase-fd; without that option it is asked on the terminal, unseen.
 *
 * twice  a new passphrase: on the terminal it is asked a second time and must be the same.
 *
 * False with a message: no terminal, an empty line, too long, two that differ. Nothing is left in
 * ret_passphrase then.
 */
bool passphrase_get(const struct options *options, const char *key_name, bool twice,
                    struct passphrase *ret_passphrase) NODISCARD;

/* Points into it. */
struct str passphrase_str(const struct passphrase *passphrase);

/* Overwrites it. */
void passphrase_wipe(struct passphrase *passphrase);
