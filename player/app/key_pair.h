/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new key pair as two files. */
#pragma once

#include "approve/secret_key.h"

/*
 * Makes a key and writes both halves; the public one goes where key_file_public_path says.
 *
 * passphrase  empty: the secret half stands in its file unprotected.
 * comment     a line of the user's own for both files; NULL for the usual one.
 * ret_key     the caller's, for secret_key_free.
 *
 * False with a message, and no new file: one is there already, or cannot be written.
 */
bool key_pair_make(struct arena *arena, const char *secret_path, struct str passphrase,
                   const char *comment, struct secret_key **ret_key) NODISCARD;
