/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Signatures and public keys in the minisign format (Ed25519 over BLAKE2b-512, "prehashed"),
 * interoperable with the minisign program both ways. Works on bytes; parses nothing else.
 */
#pragma once

#include "base/str.h"
#include "model/profile.h"

#define SIGNATURE_BYTES 64 /* Ed25519 */
#define SIGNATURE_FILE_BYTES_MAX 4096
#define PUBLIC_KEY_FILE_BYTES_MAX 2048  /* minisign's: a comment of 1024 and a line of 56 */
#define TRUSTED_COMMENT_BYTES_MAX 2048  /* minisign reads 8192 */
#define UNTRUSTED_COMMENT_BYTES_MAX 512 /* minisign reads 1024 with its prefix */

/* How the comment lines of minisign's files begin. */
#define UNTRUSTED_PREFIX "untrusted comment: "
#define TRUSTED_PREFIX "trusted comment: "

struct signature {
    uint8_t key_id[KEY_ID_BYTES];
    bool prehashed; /* "ED"; the older "Ed" signs the bytes themselves */
    uint8_t bytes[SIGNATURE_BYTES];
    uint8_t comment_signature[SIGNATURE_BYTES];
    struct str trusted_comment; /* points into the text that was read */
};

/*
 * Reads a .minisig file; false when it is not one. Lines may end in LF or CRLF, the last one may
 * have no end.
 */
bool signature_parse(struct str text, struct signature *ret_signature) NODISCARD;

/*
 * The .minisig file of a signature.
 *
 * untrusted_comment  signed by nobody, one line: control characters become spaces, and what is
 *                    over UNTRUSTED_COMMENT_BYTES_MAX is cut.
 */
struct str signature_format(struct arena *arena, const struct signature *signature,
                            struct str untrusted_comment) NODISCARD;

/*
 * True when the signature is that of the key, by number and by mathematics, over the bytes, and
 * the trusted comment is signed too.
 */
bool signature_verify(const struct signature *signature, const struct public_key *key,
                      struct str bytes) NODISCARD;

/*
 * Reads a public key: the one line of base64, or a .pub file with its comment line. White space
 * around it is fine. False for anything else.
 */
bool public_key_parse(struct str text, struct public_key *ret_key) NODISCARD;

/* The line of base64 of a public key, without a line end. */
struct str public_key_format(struct arena *arena, const struct public_key *key) NODISCARD;

/*
 * The number of a key, as people compare it: the one minisign prints, always 16 hexadecimal digits
 * ("0F3A…"; minisign 0.11 leaves zeros in front out).
 */
struct str public_key_number(struct arena *arena, const uint8_t id[KEY_ID_BYTES]) NODISCARD;

/* The rest are pieces of the format that secret_key.c shares. */

#define PREHASH_BYTES 64
#define COMMENTED_BYTES_MAX (SIGNATURE_BYTES + TRUSTED_COMMENT_BYTES_MAX)

/* Takes a line off the front of *rest, without LF or CRLF; false when none is left. */
bool minisign_line(struct str *rest, struct str *ret_line) NODISCARD;

/* Base64 of exactly so many bytes; false for anything else, when ret_bytes may be half written. */
bool minisign_decode(struct str base64, void *ret_bytes, size_t bytes) NODISCARD;

/* The first line of each file, with its end; see signature_format. */
struct str minisign_untrusted(struct arena *arena, struct str comment) NODISCARD;

/* What Ed25519 signs when a signature is "prehashed": BLAKE2b-512 of the bytes. */
void minisign_prehash(struct str bytes, uint8_t ret_hash[PREHASH_BYTES]);

/*
 * What the second signature signs: the first one and the trusted comment. Answers how many bytes
 * it has.
 */
size_t minisign_commented(const struct signature *signature,
                          uint8_t ret_bytes[COMMENTED_BYTES_MAX]);
