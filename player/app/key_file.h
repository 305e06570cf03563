/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key files as the signing commands use them. */
#pragma once

#include "app/options.h"
#include "approve/chain.h"
#include "approve/secret_key.h"

/* An unprotected key is worth a word for a person's key, not for a machine's. */
enum key_holder { KEY_OF_PERSON, KEY_OF_MACHINE };

/*
 * The secret key of --key, its passphrase asked for when it has one. secret_key_free ends it.
 *
 * False with a message: none given, not there, not a secret key, wrong passphrase.
 */
bool key_file_open(const struct options *options, enum key_holder holder,
                   struct secret_key **ret_key) NODISCARD;

/* The same for a file that is named otherwise. */
bool key_file_read(const struct options *options, const char *path, enum key_holder holder,
                   struct secret_key **ret_key) NODISCARD;

/*
 * A key file of either kind as its public half: a public one as it is, a secret one after its
 * passphrase. False with a message.
 */
bool key_file_public(const struct options *options, const char *path,
                     struct public_key *ret_public) NODISCARD;

/* Where the public half of a new secret key goes: "X.key" → "X.pub", else with ".pub" behind. */
char *key_file_public_path(struct arena *arena, const char *secret_path) NODISCARD;
