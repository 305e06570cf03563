/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * minisign's key file is one record in base64: which algorithms, the parameters of scrypt, and
 * then number, key and checksum, covered (xor) by a stream that scrypt makes of the passphrase.
 * The checksum tells a wrong passphrase from a right one.
 *
 * scrypt's parameters stand in the file, so ours need not be minisign's: those ask for 1 GiB,
 * which a small office computer or a container may not have. Weighed: 64 MiB would run anywhere,
 * 128 MiB with N=2^17 r=8 p=1 is the least that OWASP's Password Storage Cheat Sheet names.
 *
 * An unprotected key (minisign -G -W) carries no checksum. We write one, minisign reads past it;
 * and a key of either kind must fit its own public half, so that a damaged file is noticed before
 * it signs anything.
 */
#include "approve/secret_key.h"

#include <sodium.h>
#include <stdlib.h>

#define SEED_BYTES crypto_sign_SEEDBYTES
#define CHECKSUM_BYTES 32
#define SALT_BYTES crypto_pwhash_scryptsalsa208sha256_SALTBYTES

/* libsodium makes N=2^17, r=8, p=1 of these. */
#define SCRYPT_OPERATIONS ((uint64_t)1 << 22)
#define SCRYPT_MEMORY ((uint64_t)128 << 20)

/* minisign's own; a file that asks for more would only stall the computer. */
#define SCRYPT_OPERATIONS_MAX crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE
#define SCRYPT_MEMORY_MAX crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE

struct secret_key {
    uint8_t id[KEY_ID_BYTES];
    uint8_t bytes[crypto_sign_SECRETKEYBYTES]; /* seed, then public half */
};

/* The part that the passphrase covers. */
struct covered {
    struct secret_key key;
    uint8_t checksum[CHECKSUM_BYTES];
};

/* As in the file, before base64. Bytes only, so that there is no padding. */
struct key_record {
    uint8_t algorithm[2], kdf[2], checksum_kind[2];
    uint8_t salt[SALT_BYTES];
    uint8_t operations[8], memory[8]; /* little-endian */
    struct covered covered;
};

_Static_assert(sizeof(struct key_record) == 158, "as minisign writes it");

static const uint8_t algorithm_ed25519[2] = { 'E', 'd' };
static const uint8_t kdf_none[2] = { 0, 0 };
static const uint8_t kdf_scrypt[2] = { 'S', 'c' };
static const uint8_t checksum_blake2[2] = { 'B', '2' };

/* Memory that is locked, kept out of core dumps and walled in; sodium_free wipes it. */
static void *locked_new(size_t bytes)
{
    void *memory = sodium_init() < 0 ? NULL : sodium_malloc(bytes);
    if (!memory)
        memory_out(bytes);
    sodium_memzero(memory, bytes);
    return memory;
}

static uint64_t read_le64(const uint8_t bytes[8])
{
    uint64_t number = 0;
    for (size_t i = 8; i > 0; i--)
        number = number << 8 | bytes[i - 1];
    return number;
}

static void write_le64(uint64_t number, uint8_t ret_bytes[8])
{
    for (size_t i = 0; i < 8; i++)
        ret_bytes[i] = (uint8_t)(number >> (8 * i));
}

static bool is_protected(const struct key_record *record)
{
    return memcmp(record->kdf, kdf_scrypt, sizeof kdf_scrypt) == 0;
}

/* Is the record one that we know, its covered part aside? */
static bool record_is_known(const struct key_record *record)
{
    if (memcmp(record->algorithm, algorithm_ed25519, sizeof algorithm_ed25519) != 0 ||
        memcmp(record->checksum_kind, checksum_blake2, sizeof checksum_blake2) != 0)
        return false;
    if (is_protected(record))
        return read_le64(record->operations) <= SCRYPT_OPERATIONS_MAX &&
               read_le64(record->memory) <= SCRYPT_MEMORY_MAX;
    return memcmp(record->kdf, kdf_none, sizeof kdf_none) == 0;
}

/* Reads the file's record; NULL when it is none of minisign's. For sodium_free. */
static struct key_record *record_read(struct str file)
{
    struct str line;
    if (file.bytes > SECRET_KEY_FILE_BYTES_MAX || !str_starts(file, UNTRUSTED_PREFIX))
        return NULL;
    if (!minisign_line(&file, &line) || !minisign_line(&file, &line) || file.bytes > 0)
        return NULL;
    struct key_record *record = locked_new(sizeof *record);
    if (minisign_decode(line, record, sizeof *record) && record_is_known(record))
        return record;
    sodium_free(record);
    return NULL;
}

/* Covers or uncovers the key with the passphrase; false when scrypt gets no memory. */
static bool record_cover(struct key_record *record, struct str passphrase)
{
    uint8_t *covered = (uint8_t *)&record->covered;
    uint8_t *stream = locked_new(sizeof record->covered);
    int outcome = crypto_pwhash_scryptsalsa208sha256(
        stream, sizeof record->covered, passphrase.at, passphrase.bytes, record->salt,
        read_le64(record->operations), (size_t)read_le64(record->memory));
    for (size_t i = 0; outcome == 0 && i < sizeof record->covered; i++)
        covered[i] ^= stream[i];
    sodium_free(stream);
    return outcome == 0;
}

static void record_checksum(const struct key_record *record, uint8_t ret_checksum[CHECKSUM_BYTES])
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, NULL, 0, CHECKSUM_BYTES);
    crypto_generichash_update(&state, record->algorithm, sizeof record->algorithm);
    crypto_generichash_update(&state, record->covered.key.id, KEY_ID_BYTES);
    crypto_generichash_update(&state, record->covered.key.bytes, sizeof record->covered.key.bytes);
    crypto_generichash_final(&state, ret_checksum, CHECKSUM_BYTES);
    sodium_memzero(&state, sizeof state);
}

static bool checksum_is_right(const struct key_record *record)
{
    uint8_t checksum[CHECKSUM_BYTES];
    if (!is_protected(record) && sodium_is_zero(record->covered.checksum, CHECKSUM_BYTES))
        return true;
    record_checksum(record, checksum);
    return sodium_memcmp(checksum, record->covered.checksum, CHECKSUM_BYTES) == 0;
}

/* Does the public half belong to the seed? */
static bool halves_fit(const struct secret_key *key)
{
    uint8_t public_half[PUBLIC_KEY_BYTES];
    struct secret_key *again = locked_new(sizeof *again);
    crypto_sign_seed_keypair(public_half, again->bytes, key->bytes);
    bool fit = sodium_memcmp(again->bytes, key->bytes, sizeof key->bytes) == 0;
    sodium_free(again);
    return fit;
}

/* What an uncovered or still covered record comes to; uncovers it. */
static enum secret_key_outcome record_open(struct key_record *record, struct str passphrase)
{
    if (is_protected(record)) {
        if (passphrase.bytes == 0)
            return SECRET_KEY_NEEDS_PASSPHRASE;
        if (!record_cover(record, passphrase))
            return SECRET_KEY_MEMORY;
        if (!checksum_is_right(record))
            return SECRET_KEY_WRONG_PASSPHRASE;
    } else if (!checksum_is_right(record)) {
        return SECRET_KEY_BROKEN;
    }
    return halves_fit(&record->covered.key) ? SECRET_KEY_OK : SECRET_KEY_BROKEN;
}

struct secret_key *secret_key_new(void)
{
    struct secret_key *key = locked_new(sizeof *key);
    uint8_t public_half[PUBLIC_KEY_BYTES];
    crypto_sign_keypair(public_half, key->bytes);
    randombytes_buf(key->id, sizeof key->id);
    return key;
}

enum secret_key_outcome secret_key_parse(struct str file, struct str passphrase,
                                         struct secret_key **ret_key)
{
    struct key_record *record = record_read(file);
    if (!record)
        return SECRET_KEY_BROKEN;
    enum secret_key_outcome outcome = record_open(record, passphrase);
    if (outcome == SECRET_KEY_OK) {
        *ret_key = locked_new(sizeof **ret_key);
        memcpy(*ret_key, &record->covered.key, sizeof **ret_key);
    }
    sodium_free(record);
    return outcome;
}

bool secret_key_is_protected(struct str file)
{
    struct key_record *record = record_read(file);
    bool answer = record && is_protected(record);
    sodium_free(record);
    return answer;
}

/* The secret is written once and straight to its place, so that wiping the file wipes it all. */
static struct str key_file(struct arena *arena, const struct key_record *record, struct str comment)
{
    struct str line = minisign_untrusted(arena, comment);
    size_t room = sodium_base64_encoded_len(sizeof *record, sodium_base64_VARIANT_ORIGINAL);
    char *file = arena_alloc(arena, line.bytes + room + 1, 1);
    char *base64 = file + line.bytes;
    memcpy(file, line.at, line.bytes);
    sodium_bin2base64(base64, room, (const uint8_t *)record, sizeof *record,
                      sodium_base64_VARIANT_ORIGINAL);
    base64[room - 1] = '\n'; /* where its zero byte was; the arena's memory ends with another */
    return (struct str){ file, line.bytes + room };
}

enum secret_key_outcome secret_key_format(struct arena *arena, const struct secret_key *key,
                                          struct str comment, struct str passphrase,
                                          struct str *ret_file)
{
    struct key_record *record = locked_new(sizeof *record);
    enum secret_key_outcome outcome = SECRET_KEY_OK;
    memcpy(record->algorithm, algorithm_ed25519, sizeof algorithm_ed25519);
    memcpy(record->checksum_kind, checksum_blake2, sizeof checksum_blake2);
    record->covered.key = *key;
    record_checksum(record, record->covered.checksum);
    if (passphrase.bytes > 0) {
        memcpy(record->kdf, kdf_scrypt, sizeof kdf_scrypt);
        randombytes_buf(record->salt, sizeof record->salt);
        write_le64(SCRYPT_OPERATIONS, record->operations);
        write_le64(SCRYPT_MEMORY, record->memory);
        if (!record_cover(record, passphrase))
            outcome = SECRET_KEY_MEMORY;
    }
    if (outcome == SECRET_KEY_OK)
        *ret_file = key_file(arena, record, comment);
    sodium_free(record);
    return outcome;
}

struct public_key secret_key_public(const struct secret_key *key)
{
    struct public_key public_key;
    memcpy(public_key.id, key->id, KEY_ID_BYTES);
    memcpy(public_key.bytes, key->bytes + SEED_BYTES, PUBLIC_KEY_BYTES);
    return public_key;
}

static bool may_be_trusted_comment(struct str comment)
{
    for (size_t i = 0; i < comment.bytes; i++)
        if (((uint8_t)comment.at[i] < 0x20 && comment.at[i] != '\t') || comment.at[i] == 0x7F)
            return false;
    return comment.bytes <= TRUSTED_COMMENT_BYTES_MAX;
}

struct str secret_key_sign(struct arena *arena, const struct secret_key *key, struct str bytes,
                           struct str untrusted_comment, struct str trusted_comment)
{
    struct signature signature = { .prehashed = true, .trusted_comment = trusted_comment };
    uint8_t hash[PREHASH_BYTES], commented[COMMENTED_BYTES_MAX];
    if (!may_be_trusted_comment(trusted_comment))
        abort(); /* not only in a debug build: a signature cannot be taken back */
    memcpy(signature.key_id, key->id, KEY_ID_BYTES);
    minisign_prehash(bytes, hash);
    crypto_sign_detached(signature.bytes, NULL, hash, sizeof hash, key->bytes);
    size_t commented_bytes = minisign_commented(&signature, commented);
    crypto_sign_detached(signature.comment_signature, NULL, commented, commented_bytes, key->bytes);
    return signature_format(arena, &signature, untrusted_comment);
}

void secret_key_free(struct secret_key *key)
{
    sodium_free(key);
}
