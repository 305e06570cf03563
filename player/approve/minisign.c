/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A .minisig file has four lines: a comment that nobody signs, the signature, a comment that is
 * signed, and a second signature over the first one and that comment. Numbers of keys and
 * signatures stand in base64 with fixed lengths, so everything but the comments is compared to
 * the byte.
 *
 * Stricter than the minisign program where that costs nothing: base64 must be canonical (else two
 * files would be one signature), a zero byte is refused (C programs would see a shorter comment),
 * and nothing may follow the fourth line.
 *
 * The two letters in front of a signature are not signed themselves: who holds a prehashed
 * signature of a document can pass it off as an "Ed" one of the 64 bytes of its hash. Those are
 * no document of ours, so the older form is still read.
 */
#include "approve/minisign.h"

#include <assert.h>
#include <inttypes.h>
#include <sodium.h>

#define ALGORITHM_BYTES 2

/* As in the files, before base64. Bytes only, so that there is no padding. */
struct signature_record {
    uint8_t algorithm[ALGORITHM_BYTES];
    uint8_t key_id[KEY_ID_BYTES];
    uint8_t bytes[SIGNATURE_BYTES];
};

struct public_key_record {
    uint8_t algorithm[ALGORITHM_BYTES];
    uint8_t id[KEY_ID_BYTES];
    uint8_t bytes[PUBLIC_KEY_BYTES];
};

_Static_assert(sizeof(struct signature_record) == 74, "as minisign writes it");
_Static_assert(sizeof(struct public_key_record) == 42, "as minisign writes it");
_Static_assert(SIGNATURE_BYTES == crypto_sign_BYTES, "one Ed25519 signature");
_Static_assert(PUBLIC_KEY_BYTES == crypto_sign_PUBLICKEYBYTES, "one Ed25519 key");
_Static_assert(PREHASH_BYTES == crypto_generichash_BYTES_MAX, "BLAKE2b-512");

static const uint8_t *bytes_of(struct str text)
{
    return (const uint8_t *)(text.bytes ? text.at : "");
}

bool minisign_line(struct str *rest, struct str *ret_line)
{
    struct str line;
    if (!str_next(rest, '\n', &line))
        return false;
    if (str_ends(line, "\r"))
        line.bytes--;
    *ret_line = line;
    return true;
}

/* libsodium 1.0.18 takes the bytes 0xAB and 0xAF for '+' and '/'. */
static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.bytes; i++)
        if ((uint8_t)text.at[i] >= 0x80)
            return false;
    return true;
}

bool minisign_decode(struct str base64, void *ret_bytes, size_t bytes)
{
    size_t decoded = 0;
    int outcome = sodium_base642bin(ret_bytes, bytes, (const char *)bytes_of(base64), base64.bytes,
                                    NULL, &decoded, NULL, sodium_base64_VARIANT_ORIGINAL);
    return outcome == 0 && decoded == bytes && is_ascii(base64);
}

struct str minisign_untrusted(struct arena *arena, struct str comment)
{
    struct text cut = text_new(arena, UNTRUSTED_COMMENT_BYTES_MAX);
    struct str clean = str_copy(arena, comment);
    char *bytes = (char *)clean.at; /* the copy is ours */
    for (size_t i = 0; i < clean.bytes; i++)
        if ((uint8_t)bytes[i] < 0x20 || bytes[i] == 0x7F)
            bytes[i] = ' ';
    text_add(&cut, clean);
    return str_format(arena, UNTRUSTED_PREFIX "%s\n", text_str(&cut).at);
}

void minisign_prehash(struct str bytes, uint8_t ret_hash[PREHASH_BYTES])
{
    crypto_generichash(ret_hash, PREHASH_BYTES, bytes_of(bytes), bytes.bytes, NULL, 0);
}

size_t minisign_commented(const struct signature *signature, uint8_t ret_bytes[COMMENTED_BYTES_MAX])
{
    struct str comment = signature->trusted_comment;
    assert(comment.bytes <= TRUSTED_COMMENT_BYTES_MAX);
    memcpy(ret_bytes, signature->bytes, SIGNATURE_BYTES);
    memcpy(ret_bytes + SIGNATURE_BYTES, bytes_of(comment), comment.bytes);
    return SIGNATURE_BYTES + comment.bytes;
}

static struct str encode(struct arena *arena, const void *data, size_t bytes)
{
    size_t room = sodium_base64_encoded_len(bytes, sodium_base64_VARIANT_ORIGINAL);
    char *text = arena_alloc(arena, room, 1);
    sodium_bin2base64(text, room, data, bytes, sodium_base64_VARIANT_ORIGINAL);
    return (struct str){ text, room - 1 };
}

/*
 * Takes a line with the given start off the front; answers what comes after the start. A CR inside
 * is refused: minisign writes none, and where a line with several at its end ends is a guess.
 */
static bool take_comment(struct str *rest, const char *prefix, struct str *ret_comment)
{
    struct str line;
    if (!minisign_line(rest, &line) || !str_starts(line, prefix) || str_find_byte(line, '\r') >= 0)
        return false;
    *ret_comment = str_slice(line, strlen(prefix), line.bytes);
    return true;
}

static bool take_base64(struct str *rest, void *ret_bytes, size_t bytes)
{
    struct str line;
    return minisign_line(rest, &line) && minisign_decode(line, ret_bytes, bytes);
}

/* "ED" is prehashed, "Ed" the older form; false for another algorithm. */
static bool read_algorithm(const uint8_t algorithm[ALGORITHM_BYTES], bool *ret_prehashed)
{
    if (algorithm[0] != 'E' || (algorithm[1] != 'D' && algorithm[1] != 'd'))
        return false;
    *ret_prehashed = algorithm[1] == 'D';
    return true;
}

bool signature_parse(struct str text, struct signature *ret_signature)
{
    struct signature signature = { 0 };
    struct signature_record record;
    struct str untrusted;
    if (text.bytes > SIGNATURE_FILE_BYTES_MAX || str_find_byte(text, '\0') >= 0)
        return false;
    if (!take_comment(&text, UNTRUSTED_PREFIX, &untrusted) ||
        !take_base64(&text, &record, sizeof record) ||
        !take_comment(&text, TRUSTED_PREFIX, &signature.trusted_comment) ||
        !take_base64(&text, signature.comment_signature, SIGNATURE_BYTES))
        return false;
    if (text.bytes > 0 || signature.trusted_comment.bytes > TRUSTED_COMMENT_BYTES_MAX)
        return false;
    if (!read_algorithm(record.algorithm, &signature.prehashed))
        return false;
    memcpy(signature.key_id, record.key_id, KEY_ID_BYTES);
    memcpy(signature.bytes, record.bytes, SIGNATURE_BYTES);
    *ret_signature = signature;
    return true;
}

struct str signature_format(struct arena *arena, const struct signature *signature,
                            struct str untrusted_comment)
{
    struct signature_record record = { .algorithm = { 'E', signature->prehashed ? 'D' : 'd' } };
    memcpy(record.key_id, signature->key_id, KEY_ID_BYTES);
    memcpy(record.bytes, signature->bytes, SIGNATURE_BYTES);
    struct text file = text_new(arena, SIGNATURE_FILE_BYTES_MAX);
    text_add(&file, minisign_untrusted(arena, untrusted_comment));
    text_add(&file, encode(arena, &record, sizeof record));
    text_add_c(&file, "\n" TRUSTED_PREFIX);
    text_add(&file, signature->trusted_comment);
    text_add_c(&file, "\n");
    text_add(&file, encode(arena, signature->comment_signature, SIGNATURE_BYTES));
    text_add_c(&file, "\n");
    assert(!file.too_big);
    return text_str(&file);
}

static bool bytes_verify(const struct signature *signature, const struct public_key *key,
                         struct str bytes)
{
    uint8_t hash[PREHASH_BYTES];
    if (signature->prehashed) {
        minisign_prehash(bytes, hash);
        bytes = (struct str){ (const char *)hash, sizeof hash };
    }
    return crypto_sign_verify_detached(signature->bytes, bytes_of(bytes), bytes.bytes,
                                       key->bytes) == 0;
}

static bool comment_verifies(const struct signature *signature, const struct public_key *key)
{
    uint8_t commented[COMMENTED_BYTES_MAX];
    if (signature->trusted_comment.bytes > TRUSTED_COMMENT_BYTES_MAX)
        return false;
    size_t bytes = minisign_commented(signature, commented);
    return crypto_sign_verify_detached(signature->comment_signature, commented, bytes,
                                       key->bytes) == 0;
}

bool signature_verify(const struct signature *signature, const struct public_key *key,
                      struct str bytes)
{
    /* Lets libsodium choose the code for this processor; done once, cheap after that. */
    if (sodium_init() < 0)
        return false;
    return memcmp(signature->key_id, key->id, KEY_ID_BYTES) == 0 &&
           bytes_verify(signature, key, bytes) && comment_verifies(signature, key);
}

bool public_key_parse(struct str text, struct public_key *ret_key)
{
    struct public_key_record record;
    struct str comment;
    if (text.bytes > PUBLIC_KEY_FILE_BYTES_MAX)
        return false;
    text = str_trim(text);
    if (str_starts(text, UNTRUSTED_PREFIX) && !minisign_line(&text, &comment))
        return false;
    if (!minisign_decode(str_trim(text), &record, sizeof record))
        return false;
    if (record.algorithm[0] != 'E' || record.algorithm[1] != 'd')
        return false;
    memcpy(ret_key->id, record.id, KEY_ID_BYTES);
    memcpy(ret_key->bytes, record.bytes, PUBLIC_KEY_BYTES);
    return true;
}

struct str public_key_format(struct arena *arena, const struct public_key *key)
{
    struct public_key_record record = { .algorithm = { 'E', 'd' } };
    memcpy(record.id, key->id, KEY_ID_BYTES);
    memcpy(record.bytes, key->bytes, PUBLIC_KEY_BYTES);
    return encode(arena, &record, sizeof record);
}

struct str public_key_number(struct arena *arena, const uint8_t id[KEY_ID_BYTES])
{
    uint64_t number = 0; /* the eight bytes are one little-endian number */
    for (size_t i = KEY_ID_BYTES; i > 0; i--)
        number = number << 8 | id[i - 1];
    return str_format(arena, "%016" PRIX64, number);
}
