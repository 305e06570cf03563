/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Everything of approve/ that reads text from outside. What is read must say the same when it is
 * written and read again; nothing that a fuzzer finds verifies, as it knows no secret key.
 */
#include "approve/chain.h"
#include "approve/secret_key.h"

#include <stdlib.h>

#define ARENA_BYTES ((size_t)1 << 20)

/* assert() that also counts in an optimised build. */
#define CHECK(condition) ((condition) ? (void)0 : abort())

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_signature(struct arena *arena, struct str text)
{
    static const struct public_key no_key = { .id = { 0 } };
    struct signature signature, again;
    if (!signature_parse(text, &signature))
        return;
    CHECK(!signature_verify(&signature, &no_key, text));
    CHECK(signature_parse(signature_format(arena, &signature, STR("again")), &again));
    CHECK(str_equal(again.trusted_comment, signature.trusted_comment));
    CHECK(memcmp(again.bytes, signature.bytes, SIGNATURE_BYTES) == 0);
    CHECK(memcmp(again.comment_signature, signature.comment_signature, SIGNATURE_BYTES) == 0);
    CHECK(memcmp(again.key_id, signature.key_id, KEY_ID_BYTES) == 0);
    CHECK(again.prehashed == signature.prehashed);
}

static void try_public_key(struct arena *arena, struct str text)
{
    struct public_key key, again;
    if (!public_key_parse(text, &key))
        return;
    CHECK(public_key_parse(public_key_format(arena, &key), &again));
    CHECK(memcmp(&key, &again, sizeof key) == 0);
}

static void try_secret_key(struct arena *arena, struct str text)
{
    struct secret_key *key = NULL;
    struct str file;
    enum secret_key_outcome outcome = secret_key_parse(text, STR(""), &key);
    CHECK((outcome == SECRET_KEY_NEEDS_PASSPHRASE) == secret_key_is_protected(text));
    CHECK((outcome == SECRET_KEY_OK) == (key != NULL));
    if (key)
        CHECK(secret_key_format(arena, key, STR("c"), STR(""), &file) == SECRET_KEY_OK);
    secret_key_free(key);
}

static void try_approval(struct arena *arena, struct str text)
{
    struct approval approval;
    if (!approval_parse(text, &approval) || text.bytes > TRUSTED_COMMENT_BYTES_MAX)
        return;
    /* One approval has one spelling. */
    CHECK(str_equal(approval_format(arena, &approval), text));
    CHECK(!approval_overrides(&approval, ""));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *arena = arena_new(ARENA_BYTES);
    /* A copy of just this length: AddressSanitizer sees a step past its end. */
    char *copy = arena_alloc(arena, size, 1);
    if (size > 0)
        memcpy(copy, data, size);
    struct str text = { copy, size };
    try_signature(arena, text);
    try_public_key(arena, text);
    try_secret_key(arena, text);
    try_approval(arena, text);
    arena_free(arena);
    return 0;
}
