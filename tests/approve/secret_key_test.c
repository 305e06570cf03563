/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key files with and without a passphrase, and what a key signs. */
#include "approve_tests.h"

#include <sodium.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#define SEED 11
#define KEY_ID UINT64_C(0x1122334455667788)
#define RECORD_BYTES 158
#define PASSPHRASE STR("kahvi ja pulla ovat hyvää")

/* Places in the record. */
#define RECORD_KDF 2
#define RECORD_SALT 6
#define RECORD_OPERATIONS 38
#define RECORD_MEMORY 46
#define RECORD_ID 54
#define RECORD_CHECKSUM 126

static const uint8_t kdf_scrypt[2] = { 'S', 'c' };

static struct str format_key(struct arena *arena, const struct secret_key *key,
                             struct str passphrase)
{
    struct str file = STR("");
    assert_int_equal(secret_key_format(arena, key, STR("a key"), passphrase, &file), SECRET_KEY_OK);
    return file;
}

static bool is_key_of(const struct secret_key *key, const struct public_key *public_key)
{
    struct public_key own = secret_key_public(key);
    return memcmp(&own, public_key, sizeof own) == 0;
}

static void two_new_keys_differ(void **state)
{
    struct secret_key *one = secret_key_new(), *two = secret_key_new();
    struct public_key first = secret_key_public(one), second = secret_key_public(two);
    assert_memory_not_equal(first.id, second.id, KEY_ID_BYTES);
    assert_memory_not_equal(first.bytes, second.bytes, PUBLIC_KEY_BYTES);
    secret_key_free(one);
    secret_key_free(two);
    secret_key_free(NULL);
    (void)state;
}

static void a_new_key_signs_what_its_public_half_verifies(void **state)
{
    struct secret_key *key = secret_key_new();
    struct public_key public_key = secret_key_public(key);
    struct str file = secret_key_sign(*state, key, STR("bytes"), STR(""), STR("comment"));
    assert_true(file_verifies(file, &public_key, STR("bytes")));
    assert_false(file_verifies(file, &public_key, STR("bites")));
    secret_key_free(key);
}

static void an_unprotected_key_file_comes_back_as_the_same_key(void **state)
{
    struct secret_key *key = secret_key_new(), *again = NULL;
    struct public_key public_key = secret_key_public(key);
    struct str file = format_key(*state, key, STR(""));
    assert_true(str_starts(file, "untrusted comment: a key\n"));
    assert_true(str_ends(file, "\n"));
    assert_false(secret_key_is_protected(file));
    assert_int_equal(secret_key_parse(file, STR(""), &again), SECRET_KEY_OK);
    assert_true(is_key_of(again, &public_key));
    assert_str(format_key(*state, again, STR("")), file);
    secret_key_free(again);
    /* A passphrase that nobody asked for does no harm. */
    assert_int_equal(secret_key_parse(file, PASSPHRASE, &again), SECRET_KEY_OK);
    secret_key_free(again);
    secret_key_free(key);
}

static void a_protected_key_file_wants_its_passphrase(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID), *again = NULL;
    struct public_key public_key = secret_key_public(key);
    struct str file = format_key(*state, key, PASSPHRASE);
    assert_true(secret_key_is_protected(file));
    assert_int_equal(secret_key_parse(file, STR(""), &again), SECRET_KEY_NEEDS_PASSPHRASE);
    assert_int_equal(secret_key_parse(file, STR("kahvi ja pulla ovat hyvaa"), &again),
                     SECRET_KEY_WRONG_PASSPHRASE);
    assert_null(again);
    assert_int_equal(secret_key_parse(file, PASSPHRASE, &again), SECRET_KEY_OK);
    assert_true(is_key_of(again, &public_key));
    secret_key_free(again);
    secret_key_free(key);
}

static void a_protected_key_does_not_stand_in_its_file(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID);
    uint8_t record[RECORD_BYTES], again[RECORD_BYTES], open[RECORD_BYTES];
    base64_read(line_of(format_key(*state, key, STR("")), 1), open, sizeof open);
    base64_read(line_of(format_key(*state, key, STR("x")), 1), record, sizeof record);
    base64_read(line_of(format_key(*state, key, STR("x")), 1), again, sizeof again);
    assert_memory_not_equal(record + RECORD_SALT, again + RECORD_SALT, 32);
    assert_memory_not_equal(record + RECORD_ID, again + RECORD_ID, KEY_ID_BYTES);
    for (size_t i = RECORD_ID; i + 8 <= RECORD_BYTES; i += 8)
        assert_memory_not_equal(record + i, open + i, 8);
    secret_key_free(key);
}

static void a_protected_key_costs_no_more_than_128_mib(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID);
    uint8_t record[RECORD_BYTES];
    static const uint8_t memory[8] = { 0, 0, 0, 8 }, operations[8] = { 0, 0, 0x40 };
    base64_read(line_of(format_key(*state, key, STR("x")), 1), record, sizeof record);
    assert_memory_equal(record, "EdScB2", 6);
    assert_memory_equal(record + RECORD_OPERATIONS, operations, 8);
    assert_memory_equal(record + RECORD_MEMORY, memory, 8);
    secret_key_free(key);
}

/* Pages that the process has mapped, in bytes. */
static rlim_t mapped_bytes(void)
{
    unsigned long pages = 0;
    FILE *statm = fopen("/proc/self/statm", "r");
    assert_non_null(statm);
    assert_int_equal(fscanf(statm, "%lu", &pages), 1);
    fclose(statm);
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

static void a_passphrase_without_memory_is_told_apart(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID), *again = NULL;
    struct str file = format_key(*state, key, PASSPHRASE), untouched = STR("untouched");
    struct rlimit before, tight;
    assert_int_equal(getrlimit(RLIMIT_AS, &before), 0);
    tight = before;
    tight.rlim_cur = mapped_bytes() + ((rlim_t)64 << 20);
    assert_int_equal(setrlimit(RLIMIT_AS, &tight), 0);
    enum secret_key_outcome parsed = secret_key_parse(file, PASSPHRASE, &again);
    enum secret_key_outcome formatted =
        secret_key_format(*state, key, STR("c"), PASSPHRASE, &untouched);
    assert_int_equal(setrlimit(RLIMIT_AS, &before), 0);
    assert_int_equal(parsed, SECRET_KEY_MEMORY);
    assert_int_equal(formatted, SECRET_KEY_MEMORY);
    assert_null(again);
    assert_str(untouched, STR("untouched"));
    secret_key_free(key);
}

static void a_changed_key_file_is_never_another_key(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID);
    struct public_key public_key = secret_key_public(key);
    uint8_t record[RECORD_BYTES];
    base64_read(line_of(format_key(*state, key, STR("")), 1), record, sizeof record);
    for (size_t i = 0; i < sizeof record; i++) {
        struct secret_key *again = NULL;
        record[i] ^= 1;
        struct str base64 = base64_of(*state, record, sizeof record);
        struct str file = str_format(*state, "untrusted comment: x\n%s\n", base64.at);
        enum secret_key_outcome outcome = secret_key_parse(file, STR(""), &again);
        /* Salt and parameters say nothing where no passphrase is asked for. */
        bool is_idle = i >= RECORD_SALT && i < RECORD_ID;
        assert_int_equal(outcome, is_idle ? SECRET_KEY_OK : SECRET_KEY_BROKEN);
        if (outcome == SECRET_KEY_OK)
            assert_true(is_key_of(again, &public_key));
        else
            assert_null(again);
        secret_key_free(again);
        record[i] ^= 1;
    }
    secret_key_free(key);
}

static void a_key_without_checksum_must_fit_its_public_half(void **state)
{
    struct str file = key_file_of_seed(*state, SEED, KEY_ID); /* as minisign -G -W writes it */
    uint8_t record[RECORD_BYTES];
    struct secret_key *key = NULL;
    base64_read(line_of(file, 1), record, sizeof record);
    assert_true(sodium_is_zero(record + RECORD_CHECKSUM, 32));
    for (size_t i = RECORD_ID + KEY_ID_BYTES; i < RECORD_CHECKSUM; i++) {
        record[i] ^= 0x10;
        struct str base64 = base64_of(*state, record, sizeof record);
        struct str changed = str_format(*state, "untrusted comment: x\n%s\n", base64.at);
        assert_int_equal(secret_key_parse(changed, STR(""), &key), SECRET_KEY_BROKEN);
        record[i] ^= 0x10;
    }
    assert_null(key);
}

static struct str key_file_of_record(struct arena *arena, const uint8_t *record, size_t bytes)
{
    return str_format(arena, "untrusted comment: x\n%s\n", base64_of(arena, record, bytes).at);
}

static void a_key_file_that_asks_for_too_much_is_refused_at_once(void **state)
{
    struct secret_key *key = NULL;
    uint8_t record[RECORD_BYTES];
    base64_read(line_of(key_file_of_seed(*state, SEED, KEY_ID), 1), record, sizeof record);
    memcpy(record + RECORD_KDF, kdf_scrypt, sizeof kdf_scrypt);
    const size_t places[] = { RECORD_OPERATIONS, RECORD_MEMORY };
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        uint8_t asking[RECORD_BYTES];
        memcpy(asking, record, sizeof asking);
        asking[places[i] + 7] = 0x40;
        struct str file = key_file_of_record(*state, asking, sizeof asking);
        assert_int_equal(secret_key_parse(file, PASSPHRASE, &key), SECRET_KEY_BROKEN);
        assert_false(secret_key_is_protected(file));
    }
}

/* A record under a passphrase as another program makes it: parameters and checksum of its own. */
static struct str foreign_file(struct arena *arena, const uint8_t checksum[32])
{
    uint8_t record[RECORD_BYTES], stream[RECORD_BYTES - RECORD_ID];
    base64_read(line_of(key_file_of_seed(arena, SEED, KEY_ID), 1), record, sizeof record);
    memcpy(record + RECORD_KDF, kdf_scrypt, sizeof kdf_scrypt);
    memset(record + RECORD_SALT, 0x5A, 32);
    record[RECORD_OPERATIONS + 2] = 1; /* 65536 */
    record[RECORD_MEMORY + 2] = 0x20;  /* 2 MiB */
    memcpy(record + RECORD_CHECKSUM, checksum, 32);
    assert_int_equal(crypto_pwhash_scryptsalsa208sha256(stream, sizeof stream, "p", 1,
                                                        record + RECORD_SALT, 1u << 16, 2u << 20),
                     0);
    for (size_t i = 0; i < sizeof stream; i++)
        record[RECORD_ID + i] ^= stream[i];
    return key_file_of_record(arena, record, sizeof record);
}

static void a_protected_key_file_says_what_scrypt_must_do(void **state)
{
    uint8_t record[RECORD_BYTES], checksum[32];
    struct secret_key *key = NULL;
    struct public_key public_key = public_of_seed(*state, SEED, KEY_ID);
    base64_read(line_of(key_file_of_seed(*state, SEED, KEY_ID), 1), record, sizeof record);
    struct str summed = { (const char *)record, 2 }; /* algorithm, number, key */
    summed = str_join(*state, summed, (struct str){ (const char *)record + RECORD_ID, 72 });
    crypto_generichash(checksum, 32, (const uint8_t *)summed.at, summed.bytes, NULL, 0);
    assert_int_equal(secret_key_parse(foreign_file(*state, checksum), STR("p"), &key),
                     SECRET_KEY_OK);
    assert_true(is_key_of(key, &public_key));
    secret_key_free(key);
    /* Only a key without passphrase may be without checksum. */
    memset(checksum, 0, sizeof checksum);
    assert_int_equal(secret_key_parse(foreign_file(*state, checksum), STR("p"), &key),
                     SECRET_KEY_WRONG_PASSPHRASE);
}

static void what_is_no_key_file_is_refused(void **state)
{
    struct str file = key_file_of_seed(*state, SEED, KEY_ID), base64 = line_of(file, 1);
    struct public_key public_key = public_of_seed(*state, SEED, KEY_ID);
    struct secret_key *key = NULL;
    const struct str bad[] = {
        STR(""),
        STR("untrusted comment: x"),
        STR("untrusted comment: x\n"),
        STR("untrusted comment: x\n\n"),
        base64,
        str_format(*state, "comment: x\n%.*s\n", STR_ARG(base64)),
        str_format(*state, "\nuntrusted comment: x\n%.*s\n", STR_ARG(base64)),
        str_slice(file, 0, file.bytes - 2),
        str_join(*state, file, STR("\n")),
        str_join(*state, file, base64),
        str_format(*state, "untrusted comment: %0*d\n%.*s\n", SECRET_KEY_FILE_BYTES_MAX, 0,
                   STR_ARG(base64)),
        with_byte(*state, file, file.bytes - 10, 0),
        str_format(*state, "untrusted comment: x\n%s\n", public_key_format(*state, &public_key).at),
        sign_with_seed(*state, SEED, KEY_ID, STR("x"), STR("y")),
    };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (secret_key_parse(bad[i], STR(""), &key) != SECRET_KEY_BROKEN)
            fail_msg("case %zu", i);
        assert_false(secret_key_is_protected(bad[i]));
    }
    assert_null(key);
}

static void line_ends_of_a_key_file_may_be_those_of_other_systems(void **state)
{
    struct str file = key_file_of_seed(*state, SEED, KEY_ID);
    const struct str good[] = {
        with_each(*state, file, STR("\n"), STR("\r\n")),
        str_slice(file, 0, file.bytes - 1),
    };
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        struct secret_key *key = NULL;
        assert_int_equal(secret_key_parse(good[i], STR(""), &key), SECRET_KEY_OK);
        secret_key_free(key);
    }
}

static void the_same_bytes_give_the_same_signature_file(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID);
    struct str one = secret_key_sign(*state, key, STR("bytes"), STR("u"), STR("t"));
    struct str two = secret_key_sign(*state, key, STR("bytes"), STR("u"), STR("t"));
    assert_str(two, one);
    assert_str(line_of(one, 0), STR("untrusted comment: u"));
    assert_str(line_of(one, 2), STR("trusted comment: t"));
    assert_true(str_ends(one, "==\n"));
    secret_key_free(key);
}

static void an_unsigned_comment_becomes_one_line(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID);
    struct public_key public_key = secret_key_public(key);
    struct str file =
        secret_key_sign(*state, key, STR("b"), STR("two\nlines\r\t\x7F hyvää"), STR("t"));
    assert_str(line_of(file, 0), STR("untrusted comment: two lines    hyvää"));
    assert_true(file_verifies(file, &public_key, STR("b")));
    secret_key_free(key);
}

static void a_long_unsigned_comment_is_cut_between_characters(void **state)
{
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID);
    struct str comment = STR("x");
    while (comment.bytes < (size_t)2 * UNTRUSTED_COMMENT_BYTES_MAX)
        comment = str_join(*state, comment, STR("ä"));
    struct str line = line_of(secret_key_sign(*state, key, STR("b"), comment, STR("t")), 0);
    assert_int_equal(line.bytes, strlen(UNTRUSTED_PREFIX) + UNTRUSTED_COMMENT_BYTES_MAX - 1);
    assert_true(str_ends(line, "ä"));
    secret_key_free(key);
}

int secret_key_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_new_keys_differ),
        ARENA_TEST(a_new_key_signs_what_its_public_half_verifies),
        ARENA_TEST(an_unprotected_key_file_comes_back_as_the_same_key),
        ARENA_TEST(a_protected_key_file_wants_its_passphrase),
        ARENA_TEST(a_protected_key_does_not_stand_in_its_file),
        ARENA_TEST(a_protected_key_costs_no_more_than_128_mib),
        ARENA_TEST(a_passphrase_without_memory_is_told_apart),
        ARENA_TEST(a_changed_key_file_is_never_another_key),
        ARENA_TEST(a_key_without_checksum_must_fit_its_public_half),
        ARENA_TEST(a_key_file_that_asks_for_too_much_is_refused_at_once),
        ARENA_TEST(a_protected_key_file_says_what_scrypt_must_do),
        ARENA_TEST(what_is_no_key_file_is_refused),
        ARENA_TEST(line_ends_of_a_key_file_may_be_those_of_other_systems),
        ARENA_TEST(the_same_bytes_give_the_same_signature_file),
        ARENA_TEST(an_unsigned_comment_becomes_one_line),
        ARENA_TEST(a_long_unsigned_comment_is_cut_between_characters),
    };
    return cmocka_run_group_tests_name("secret_key", tests, NULL, NULL);
}
