/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thin cover over libsodium, so that no other folder needs it just to name a file. */
#include "base/hash.h"

#include <sodium.h>

_Static_assert(HASH_BYTES == crypto_hash_sha256_BYTES, "a hash is one SHA-256");

struct hash hash_of(struct str bytes)
{
    struct hash hash;
    const char *at = bytes.bytes ? bytes.at : "";
    crypto_hash_sha256(hash.bytes, (const unsigned char *)at, bytes.bytes);
    return hash;
}

bool hash_equal(const struct hash *a, const struct hash *b)
{
    return memcmp(a->bytes, b->bytes, HASH_BYTES) == 0;
}

int hash_compare(const void *a, const void *b)
{
    const struct hash *first = a, *second = b;
    return memcmp(first->bytes, second->bytes, HASH_BYTES);
}

bool hash_is_none(const struct hash *hash)
{
    static const struct hash none = { { 0 } };
    return hash_equal(hash, &none);
}

bool hash_parse(struct str hex, struct hash *ret_hash)
{
    return str_unhex(hex, ret_hash->bytes, HASH_BYTES);
}

void hash_hex(const struct hash *hash, char ret_hex[HASH_HEX_BYTES + 1])
{
    sodium_bin2hex(ret_hex, HASH_HEX_BYTES + 1, hash->bytes, HASH_BYTES);
}

struct str hash_str(struct arena *arena, const struct hash *hash)
{
    return str_hex(arena, hash->bytes, HASH_BYTES);
}
