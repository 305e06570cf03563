/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SHA-256, by which every object of a site is named. Computed by libsodium. */
#pragma once

#include "base/str.h"

#define HASH_BYTES 32
#define HASH_HEX_BYTES (2 * HASH_BYTES)

struct hash {
    uint8_t bytes[HASH_BYTES];
};

/* The SHA-256 of some bytes. */
struct hash hash_of(struct str bytes);

/* Not in constant time: what is named by its hash is no secret. */
bool hash_equal(const struct hash *a, const struct hash *b);

/* By bytes, as qsort and bsearch want it of two struct hash: <0, 0, >0. */
int hash_compare(const void *a, const void *b);

/* All zero bytes: "none". */
bool hash_is_none(const struct hash *hash);

/* Reads 64 hexadecimal digits of either case; false for anything else. */
bool hash_parse(struct str hex, struct hash *ret_hash);

/* 64 lower-case hexadecimal digits and a zero byte. */
void hash_hex(const struct hash *hash, char ret_hex[HASH_HEX_BYTES + 1]);

/* The same as a text in the arena. */
struct str hash_str(struct arena *arena, const struct hash *hash) NODISCARD;
