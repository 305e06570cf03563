/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs all tests of approve/. */
#include "approve_tests.h"

#include <sodium.h>
#include <stdlib.h>

#define ARENA_BYTES ((size_t)256 << 20)
#define KEY_RECORD_BYTES 158 /* of minisign's key file */
#define KEY_RECORD_ID 54
#define KEY_RECORD_SECRET 62

int give_arena(void **state)
{
    *state = arena_new(ARENA_BYTES);
    return 0;
}

int take_arena(void **state)
{
    arena_free(*state);
    return 0;
}

void check_str(struct str got, struct str want, const char *file, int line)
{
    if (str_equal(got, want))
        return;
    print_error("%s:%d: got \"%.*s\", want \"%.*s\"\n", file, line, STR_ARG(got), STR_ARG(want));
    fail();
}

struct str base64_of(struct arena *arena, const void *data, size_t bytes)
{
    size_t room = sodium_base64_encoded_len(bytes, sodium_base64_VARIANT_ORIGINAL);
    char *text = arena_alloc(arena, room, 1);
    sodium_bin2base64(text, room, data, bytes, sodium_base64_VARIANT_ORIGINAL);
    return str_of(text);
}

void base64_read(struct str base64, void *ret_bytes, size_t bytes)
{
    size_t decoded = 0;
    assert_int_equal(sodium_base642bin(ret_bytes, bytes, base64.at, base64.bytes, NULL, &decoded,
                                       NULL, sodium_base64_VARIANT_ORIGINAL),
                     0);
    assert_int_equal(decoded, bytes);
}

struct str key_file_of_seed(struct arena *arena, uint8_t seed, uint64_t id)
{
    uint8_t record[KEY_RECORD_BYTES] = { 'E', 'd', 0, 0, 'B', '2' };
    uint8_t seeds[crypto_sign_SEEDBYTES], public_half[crypto_sign_PUBLICKEYBYTES];
    memset(seeds, seed, sizeof seeds);
    for (size_t i = 0; i < KEY_ID_BYTES; i++)
        record[KEY_RECORD_ID + i] = (uint8_t)(id >> (8 * i));
    crypto_sign_seed_keypair(public_half, record + KEY_RECORD_SECRET, seeds);
    struct str base64 = base64_of(arena, record, sizeof record);
    return str_format(arena, "untrusted comment: test key\n%s\n", base64.at);
}

struct secret_key *key_of_seed(struct arena *arena, uint8_t seed, uint64_t id)
{
    struct secret_key *key = NULL;
    struct str file = key_file_of_seed(arena, seed, id);
    assert_int_equal(secret_key_parse(file, STR(""), &key), SECRET_KEY_OK);
    return key;
}

struct str sign_with_seed(struct arena *arena, uint8_t seed, uint64_t id, struct str bytes,
                          struct str trusted_comment)
{
    struct secret_key *key = key_of_seed(arena, seed, id);
    struct str file = secret_key_sign(arena, key, bytes, STR("made by a test"), trusted_comment);
    secret_key_free(key);
    return file;
}

struct public_key public_of_seed(struct arena *arena, uint8_t seed, uint64_t id)
{
    struct secret_key *key = key_of_seed(arena, seed, id);
    struct public_key public_key = secret_key_public(key);
    secret_key_free(key);
    return public_key;
}

bool file_verifies(struct str signature_file, const struct public_key *key, struct str bytes)
{
    struct signature signature;
    return signature_parse(signature_file, &signature) && signature_verify(&signature, key, bytes);
}

struct str with_byte(struct arena *arena, struct str text, size_t place, uint8_t byte)
{
    char new_byte = (char)byte;
    return with_part(arena, text, place, 1, (struct str){ &new_byte, 1 });
}

struct str with_part(struct arena *arena, struct str text, size_t from, size_t count,
                     struct str part)
{
    assert_true(from + count <= text.bytes);
    struct str head = str_join(arena, str_slice(text, 0, from), part);
    return str_join(arena, head, str_slice(text, from + count, text.bytes));
}

struct str with_each(struct arena *arena, struct str text, struct str what, struct str with)
{
    struct str done = STR("");
    for (ptrdiff_t place; (place = str_find(text, what)) >= 0;) {
        done = str_join(arena, done, str_slice(text, 0, (size_t)place));
        done = str_join(arena, done, with);
        text = str_slice(text, (size_t)place + what.bytes, text.bytes);
        if (text.bytes == 0)
            break;
    }
    return str_join(arena, done, text);
}

struct str line_of(struct str text, size_t number)
{
    struct str line = STR("");
    for (size_t i = 0; i <= number; i++)
        assert_true(str_next(&text, '\n', &line));
    return line;
}

int main(void)
{
    int failed = 0;
    if (sodium_init() < 0)
        return EXIT_FAILURE;
    failed += minisign_tests();
    failed += secret_key_tests();
    failed += approval_tests();
    failed += chain_tests();
    failed += minisign_program_tests();
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
