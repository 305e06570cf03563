/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Secret keys in minisign's file format, with a passphrase (scrypt) or without. Held in memory
 * that is locked, never written out, and wiped by secret_key_free.
 */
#pragma once

#include "approve/minisign.h"

enum secret_key_outcome {
    SECRET_KEY_OK,
    SECRET_KEY_NEEDS_PASSPHRASE,
    SECRET_KEY_WRONG_PASSPHRASE,
    SECRET_KEY_BROKEN, /* not a minisign secret key */
    SECRET_KEY_MEMORY, /* scrypt did not get the memory it needs (about 1 GiB for minisign's keys)
                        */
};

#define SECRET_KEY_FILE_BYTES_MAX 4096

struct secret_key;

/* A new random key pair. */
struct secret_key *secret_key_new(void) NODISCARD;

/*
 * Reads a key file.
 *
 * file        and the passphrase stay as they are: a caller who read them wipes them.
 * passphrase  empty for none given; not looked at when the key is unprotected.
 * ret_key     the caller's, for secret_key_free.
 *
 * A passphrase costs what its maker chose: 128 MiB and about half a second for a key of ours,
 * 1 GiB and several seconds for one of minisign's.
 */
enum secret_key_outcome secret_key_parse(struct str file, struct str passphrase,
                                         struct secret_key **ret_key) NODISCARD;

/* Is the key of this file protected by a passphrase? False also for a broken file. */
bool secret_key_is_protected(struct str file);

/*
 * The key file; with an empty passphrase the key stands in it unprotected, and the caller wipes
 * the text after use.
 *
 * comment  untrusted, as in signature_format.
 *
 * SECRET_KEY_OK or SECRET_KEY_MEMORY. A protected file differs each time (salt).
 */
enum secret_key_outcome secret_key_format(struct arena *arena, const struct secret_key *key,
                                          struct str comment, struct str passphrase,
                                          struct str *ret_file) NODISCARD;

/* The public half, no secret. */
struct public_key secret_key_public(const struct secret_key *key);

/*
 * The .minisig file over some bytes. The same key, bytes and comments always give the same file.
 *
 * untrusted_comment  as in signature_format.
 * trusted_comment    signed with it: one line of at most TRUSTED_COMMENT_BYTES_MAX bytes, without
 *                    control characters but the tab. Anything else is a mistake of the caller's
 *                    and ends the process: what is signed is never altered.
 */
struct str secret_key_sign(struct arena *arena, const struct secret_key *key, struct str bytes,
                           struct str untrusted_comment, struct str trusted_comment) NODISCARD;

/* Wipes and frees; NULL is fine. */
void secret_key_free(struct secret_key *key);
