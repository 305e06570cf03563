/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signature files and public keys: what is read, and what never verifies. */
#include "approve_tests.h"

#include <sodium.h>

#define SEED 7
#define KEY_ID UINT64_C(0x0F3A000000000001)
#define DOCUMENT STR("<feed>Kahvila on auki.</feed>\n")
#define COMMENT STR("at=2026-11-19T09:30:00+02:00 rules=1 overrides= by=Rooli")

/* Where in the file things stand. */
#define PREFIX_BYTES (sizeof UNTRUSTED_PREFIX - 1)
#define RECORD_BYTES 74

static struct str signed_document(struct arena *arena)
{
    return sign_with_seed(arena, SEED, KEY_ID, DOCUMENT, COMMENT);
}

static void a_signature_file_verifies_with_its_key_and_bytes(void **state)
{
    struct str file = signed_document(*state);
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct signature signature;
    assert_true(signature_parse(file, &signature));
    assert_true(signature.prehashed);
    assert_memory_equal(signature.key_id, key.id, KEY_ID_BYTES);
    assert_str(signature.trusted_comment, COMMENT);
    assert_true(signature.trusted_comment.at > file.at &&
                signature.trusted_comment.at < file.at + file.bytes);
    assert_true(signature_verify(&signature, &key, DOCUMENT));
}

static void nothing_at_all_can_be_signed_too(void **state)
{
    struct str file = sign_with_seed(*state, SEED, KEY_ID, STR(""), STR(""));
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    assert_true(file_verifies(file, &key, STR("")));
    assert_true(file_verifies(file, &key, (struct str){ 0 }));
    assert_false(file_verifies(file, &key, STR("\n")));
}

static void every_changed_bit_of_a_signature_file_is_noticed(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str file = signed_document(*state);
    size_t untrusted_end = line_of(file, 0).bytes;
    for (size_t place = 0; place < file.bytes; place++) {
        if (place >= PREFIX_BYTES && place < untrusted_end)
            continue; /* the comment that nobody signs */
        for (unsigned bit = 0; bit < 8; bit++) {
            uint8_t byte = (uint8_t)((uint8_t)file.at[place] ^ 1u << bit);
            if (file_verifies(with_byte(*state, file, place, byte), &key, DOCUMENT))
                fail_msg("byte %zu may become 0x%02x", place, byte);
        }
    }
}

static void the_unsigned_comment_changes_nothing(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str file = signed_document(*state);
    struct signature before, after;
    assert_true(signature_parse(file, &before));
    for (size_t place = PREFIX_BYTES; place < line_of(file, 0).bytes; place++) {
        struct str changed = with_byte(*state, file, place, 0xE4);
        assert_true(signature_parse(changed, &after));
        assert_true(signature_verify(&after, &key, DOCUMENT));
        assert_str(after.trusted_comment, before.trusted_comment);
    }
}

static void a_cut_signature_file_is_noticed(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str file = signed_document(*state);
    for (size_t bytes = 0; bytes + 1 < file.bytes; bytes++)
        if (file_verifies(str_slice(file, 0, bytes), &key, DOCUMENT))
            fail_msg("%zu bytes are enough", bytes);
    for (size_t from = 0; from < file.bytes; from++) {
        bool is_comment = from >= PREFIX_BYTES && from < line_of(file, 0).bytes;
        struct str shorter = with_part(*state, file, from, 1, STR(""));
        bool is_last_end = from + 1 == file.bytes;
        assert_int_equal(file_verifies(shorter, &key, DOCUMENT), is_comment || is_last_end);
    }
}

static void line_ends_of_other_systems_are_read(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str file = signed_document(*state);
    struct str crlf = with_each(*state, file, STR("\n"), STR("\r\n"));
    const struct {
        struct str file;
        bool verifies;
    } cases[] = {
        { file, true },
        { crlf, true },
        { str_slice(file, 0, file.bytes - 1), true },
        { str_slice(crlf, 0, crlf.bytes - 2), true },
        { str_slice(crlf, 0, crlf.bytes - 1), true },
        { str_join(*state, file, STR("\n")), false },
        { str_join(*state, file, STR("more\n")), false },
        { str_join(*state, STR("\n"), file), false },
        { with_each(*state, file, STR("\n"), STR("\r")), false },
        { with_each(*state, file, STR("\n"), STR("\r\r\n")), false },
        { with_each(*state, file, STR("\n"), STR(" \n")), false },
        { with_each(*state, file, STR("\n"), STR("\n\n")), false },
        { str_join(*state, STR("\xEF\xBB\xBF"), file), false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (file_verifies(cases[i].file, &key, DOCUMENT) != cases[i].verifies)
            fail_msg("case %zu", i);
}

static void what_is_no_signature_file_is_refused(void **state)
{
    struct str file = signed_document(*state);
    struct str record = line_of(file, 1), comment = line_of(file, 2), second = line_of(file, 3);
    const struct str cases[] = {
        STR(""),
        STR("\n\n\n\n"),
        STR("untrusted comment: only\n"),
        str_format(*state, "%.*s\n%.*s\n%.*s\n", STR_ARG(record), STR_ARG(comment),
                   STR_ARG(second)),
        str_format(*state, "untrusted comment: a\n%.*s\n%.*s\r\r\n%.*s\n", STR_ARG(record),
                   STR_ARG(comment), STR_ARG(second)),
        str_format(*state, "untrusted comment: a\n%.*s\n%.*s\rby=B\n%.*s\n", STR_ARG(record),
                   STR_ARG(comment), STR_ARG(second)),
        str_format(*state, "comment: a\n%.*s\n%.*s\n%.*s\n", STR_ARG(record), STR_ARG(comment),
                   STR_ARG(second)),
        str_format(*state, "untrusted comment: a\n%.*s\n%.*s\n%.*s\n", STR_ARG(second),
                   STR_ARG(comment), STR_ARG(record)),
        str_format(*state, "untrusted comment: a\n%.*s\nuntrusted comment: b\n%.*s\n",
                   STR_ARG(record), STR_ARG(second)),
        str_format(*state, "untrusted comment: a\n%.*s\n%.*s\n%.*s%.*s\n", STR_ARG(record),
                   STR_ARG(comment), STR_ARG(second), STR_ARG(second)),
    };
    struct signature signature = { .prehashed = true };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (signature_parse(cases[i], &signature))
            fail_msg("case %zu", i);
    assert_true(signature.prehashed && signature.trusted_comment.at == NULL);
}

static void one_signature_has_one_spelling(void **state)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    struct str file = signed_document(*state);
    struct signature signature;
    /* 74 bytes leave two bits of the last digit unused, 64 bytes four: they must be 0. */
    const struct {
        size_t line, unused;
    } cases[] = { { 1, 4 }, { 3, 16 } };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str line = line_of(file, cases[i].line);
        size_t place = (size_t)(line.at - file.at) + line.bytes - 1;
        while (file.at[place] == '=')
            place--;
        size_t value = (size_t)(strchr(digits, file.at[place]) - digits);
        assert_int_equal(value % cases[i].unused, 0);
        for (size_t extra = 1; extra < cases[i].unused; extra++) {
            uint8_t digit = (uint8_t)digits[value + extra];
            assert_false(signature_parse(with_byte(*state, file, place, digit), &signature));
        }
    }
}

static void a_comment_with_a_zero_byte_is_refused(void **state)
{
    /* Signed honestly, yet a C program would print only the start of it. */
    struct secret_key *key = key_of_seed(*state, SEED, KEY_ID);
    struct str file = secret_key_sign(*state, key, DOCUMENT, STR("u"), STR("by=A by=B"));
    struct signature signature;
    struct str comment = line_of(file, 2);
    size_t place = (size_t)(comment.at - file.at) + strlen(TRUSTED_PREFIX "by=A");
    assert_true(signature_parse(file, &signature));
    assert_false(signature_parse(with_byte(*state, file, place, 0), &signature));
    assert_false(signature_parse(with_byte(*state, file, PREFIX_BYTES, 0), &signature));
    secret_key_free(key);
}

static struct str letters(struct arena *arena, size_t count)
{
    char *text = arena_alloc(arena, count + 1, 1);
    memset(text, 'a', count);
    return (struct str){ text, count };
}

static void the_limits_of_a_signature_file_hold(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str comment = letters(*state, TRUSTED_COMMENT_BYTES_MAX);
    struct str file = sign_with_seed(*state, SEED, KEY_ID, DOCUMENT, comment);
    struct signature signature;
    assert_true(file_verifies(file, &key, DOCUMENT));
    size_t place = (size_t)(line_of(file, 2).at - file.at) + strlen(TRUSTED_PREFIX);
    assert_false(signature_parse(with_part(*state, file, place, 0, STR("a")), &signature));

    file = signed_document(*state);
    struct str filler = letters(*state, SIGNATURE_FILE_BYTES_MAX - file.bytes);
    struct str longest = with_part(*state, file, PREFIX_BYTES, 0, filler);
    assert_true(file_verifies(longest, &key, DOCUMENT));
    assert_false(
        signature_parse(with_part(*state, longest, PREFIX_BYTES, 0, STR("a")), &signature));
}

static void other_bytes_do_not_verify(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str file = signed_document(*state), document = DOCUMENT;
    for (size_t place = 0; place < document.bytes; place++)
        for (unsigned bit = 0; bit < 8; bit++) {
            uint8_t byte = (uint8_t)((uint8_t)document.at[place] ^ 1u << bit);
            assert_false(file_verifies(file, &key, with_byte(*state, document, place, byte)));
        }
    assert_false(file_verifies(file, &key, str_slice(document, 0, document.bytes - 1)));
    assert_false(file_verifies(file, &key, str_join(*state, document, STR("\n"))));
    assert_false(file_verifies(file, &key, STR("")));
}

static void another_key_does_not_verify(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID), other;
    struct str file = signed_document(*state);
    for (size_t i = 0; i < KEY_ID_BYTES; i++) {
        other = key;
        other.id[i] ^= 1;
        assert_false(file_verifies(file, &other, DOCUMENT));
    }
    for (size_t i = 0; i < PUBLIC_KEY_BYTES; i++) {
        other = key;
        other.bytes[i] ^= 1;
        assert_false(file_verifies(file, &other, DOCUMENT));
    }
    other = public_of_seed(*state, SEED + 1, KEY_ID);
    assert_false(file_verifies(file, &other, DOCUMENT));
}

static void a_comment_of_another_signature_does_not_verify(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str one = sign_with_seed(*state, SEED, KEY_ID, STR("one"), COMMENT);
    struct str two = sign_with_seed(*state, SEED, KEY_ID, STR("two"), STR("another comment"));
    struct str mixed =
        str_format(*state, "%.*s\n%.*s\n%.*s\n%.*s\n", STR_ARG(line_of(one, 0)),
                   STR_ARG(line_of(one, 1)), STR_ARG(line_of(two, 2)), STR_ARG(line_of(two, 3)));
    struct signature signature;
    assert_true(signature_parse(mixed, &signature));
    assert_false(signature_verify(&signature, &key, STR("one")));
    assert_false(signature_verify(&signature, &key, STR("two")));
}

/* A signature file in the older form, put together by hand. */
static struct str legacy_file(struct arena *arena, struct str document, struct str comment)
{
    uint8_t seeds[crypto_sign_SEEDBYTES], public_half[crypto_sign_PUBLICKEYBYTES];
    uint8_t secret[crypto_sign_SECRETKEYBYTES], record[RECORD_BYTES] = { 'E', 'd' };
    uint8_t second[SIGNATURE_BYTES];
    memset(seeds, SEED, sizeof seeds);
    crypto_sign_seed_keypair(public_half, secret, seeds);
    struct public_key key = public_of_seed(arena, SEED, KEY_ID);
    memcpy(record + 2, key.id, KEY_ID_BYTES);
    crypto_sign_detached(record + 10, NULL, (const uint8_t *)document.at, document.bytes, secret);
    struct str commented = { (const char *)record + 10, SIGNATURE_BYTES };
    commented = str_join(arena, commented, comment);
    crypto_sign_detached(second, NULL, (const uint8_t *)commented.at, commented.bytes, secret);
    return str_format(arena, "untrusted comment: old\n%s\ntrusted comment: %.*s\n%s\n",
                      base64_of(arena, record, sizeof record).at, STR_ARG(comment),
                      base64_of(arena, second, sizeof second).at);
}

static void the_older_form_of_signatures_is_read(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID);
    struct str file = legacy_file(*state, DOCUMENT, COMMENT);
    struct signature signature;
    assert_true(signature_parse(file, &signature));
    assert_false(signature.prehashed);
    assert_true(signature_verify(&signature, &key, DOCUMENT));
    assert_false(signature_verify(&signature, &key, STR("other")));
    signature.prehashed = true;
    assert_false(signature_verify(&signature, &key, DOCUMENT));
}

static void a_file_made_of_a_parsed_signature_is_the_same(void **state)
{
    const struct str files[] = {
        signed_document(*state),
        legacy_file(*state, DOCUMENT, COMMENT),
    };
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        struct signature signature;
        assert_true(signature_parse(files[i], &signature));
        struct str untrusted = line_of(files[i], 0);
        untrusted = str_slice(untrusted, PREFIX_BYTES, untrusted.bytes);
        assert_str(signature_format(*state, &signature, untrusted), files[i]);
    }
}

static void algorithms_that_are_not_known_are_refused(void **state)
{
    static const char *const names[] = { "DE", "ed", "eD", "EE", "RS", "B2", "EC" };
    struct str file = signed_document(*state), record_line = line_of(file, 1);
    uint8_t record[RECORD_BYTES];
    struct signature signature;
    base64_read(record_line, record, sizeof record);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        memcpy(record, names[i], 2);
        struct str changed = with_part(*state, file, (size_t)(record_line.at - file.at),
                                       record_line.bytes, base64_of(*state, record, sizeof record));
        assert_false(signature_parse(changed, &signature));
    }
}

static void a_key_that_would_sign_anything_never_verifies(void **state)
{
    /* Points of small order: with s = 0 the equation of a careless verifier holds for any bytes. */
    static const uint8_t points[][PUBLIC_KEY_BYTES] = { { 0 }, { 1 } };
    for (size_t i = 0; i < ARRAY_LEN(points); i++) {
        for (size_t k = 0; k < ARRAY_LEN(points); k++) {
            struct public_key key = { .id = { 1 } };
            struct signature signature = { .key_id = { 1 }, .prehashed = true };
            memcpy(key.bytes, points[i], PUBLIC_KEY_BYTES);
            memcpy(signature.bytes, points[k], PUBLIC_KEY_BYTES);
            memcpy(signature.comment_signature, points[k], PUBLIC_KEY_BYTES);
            assert_false(signature_verify(&signature, &key, DOCUMENT));
        }
    }
    (void)state;
}

static void a_public_key_is_read_and_written(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID), again;
    struct str line = public_key_format(*state, &key);
    assert_int_equal(line.bytes, 56);
    assert_true(str_starts(line, "RW"));
    const struct str good[] = {
        line,
        str_format(*state, "%.*s\n", STR_ARG(line)),
        str_format(*state, " \t%.*s\r\n\r\n", STR_ARG(line)),
        str_format(*state, "untrusted comment: minisign public key 1\n%.*s\n", STR_ARG(line)),
        str_format(*state, "untrusted comment: minisign public key 1\r\n%.*s\r\n", STR_ARG(line)),
        str_format(*state, "untrusted comment: \n%.*s", STR_ARG(line)),
    };
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        memset(&again, 0, sizeof again);
        if (!public_key_parse(good[i], &again))
            fail_msg("case %zu", i);
        assert_memory_equal(&again, &key, sizeof key);
    }
}

static void what_is_no_public_key_is_refused(void **state)
{
    struct public_key key = public_of_seed(*state, SEED, KEY_ID), untouched = { .id = { 9 } };
    struct str line = public_key_format(*state, &key);
    uint8_t record[43] = { 0 };
    base64_read(line, record, 42);
    struct str longer = base64_of(*state, record, 43), shorter = base64_of(*state, record, 41);
    record[1] = 'D';
    const struct str bad[] = {
        STR(""),
        STR("\n"),
        STR("untrusted comment: nothing follows\n"),
        STR("untrusted comment: nothing follows"),
        str_slice(line, 0, line.bytes - 1),
        str_slice(line, 1, line.bytes),
        str_join(*state, line, STR("A")),
        str_join(*state, line, line),
        str_format(*state, "%.*s\n%.*s\n", STR_ARG(line), STR_ARG(line)),
        str_format(*state, "comment\n%.*s\n", STR_ARG(line)),
        str_format(*state, "untrusted comment: a\nuntrusted comment: b\n%.*s\n", STR_ARG(line)),
        with_byte(*state, line, 10, '-'),
        with_byte(*state, line, 10, 0xAB),
        with_byte(*state, line, 10, 0xAF),
        with_byte(*state, line, 10, 0),
        longer,
        shorter,
        base64_of(*state, record, 42),
        str_join(*state, letters(*state, PUBLIC_KEY_FILE_BYTES_MAX), line),
        str_format(*state, "untrusted comment: %s\n%.*s\n",
                   letters(*state, PUBLIC_KEY_FILE_BYTES_MAX).at, STR_ARG(line)),
        line_of(signed_document(*state), 1),
        line_of(key_file_of_seed(*state, SEED, KEY_ID), 1),
    };
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        if (public_key_parse(bad[i], &untouched))
            fail_msg("case %zu", i);
    assert_int_equal(untouched.id[0], 9);
}

static void the_number_of_a_key_is_written_as_minisign_writes_it(void **state)
{
    const struct {
        uint8_t id[KEY_ID_BYTES];
        const char *number;
    } cases[] = {
        { { 0xBC, 0x3B, 0x8B, 0xD3, 0x66, 0x23, 0x3A, 0x2B }, "2B3A2366D38B3BBC" },
        { { 1, 2, 3, 4, 5, 6, 7, 8 }, "0807060504030201" },
        { { 0 }, "0000000000000000" },
        { { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF }, "FFFFFFFFFFFFFFFF" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_str(public_key_number(*state, cases[i].id), str_of(cases[i].number));
}

int minisign_tests(void)
{
    const struct CMUnitTest tests[] = {
        ARENA_TEST(a_signature_file_verifies_with_its_key_and_bytes),
        ARENA_TEST(nothing_at_all_can_be_signed_too),
        ARENA_TEST(every_changed_bit_of_a_signature_file_is_noticed),
        ARENA_TEST(the_unsigned_comment_changes_nothing),
        ARENA_TEST(a_cut_signature_file_is_noticed),
        ARENA_TEST(line_ends_of_other_systems_are_read),
        ARENA_TEST(what_is_no_signature_file_is_refused),
        ARENA_TEST(one_signature_has_one_spelling),
        ARENA_TEST(a_comment_with_a_zero_byte_is_refused),
        ARENA_TEST(the_limits_of_a_signature_file_hold),
        ARENA_TEST(other_bytes_do_not_verify),
        ARENA_TEST(another_key_does_not_verify),
        ARENA_TEST(a_comment_of_another_signature_does_not_verify),
        ARENA_TEST(the_older_form_of_signatures_is_read),
        ARENA_TEST(a_file_made_of_a_parsed_signature_is_the_same),
        ARENA_TEST(algorithms_that_are_not_known_are_refused),
        ARENA_TEST(a_key_that_would_sign_anything_never_verifies),
        ARENA_TEST(a_public_key_is_read_and_written),
        ARENA_TEST(what_is_no_public_key_is_refused),
        ARENA_TEST(the_number_of_a_key_is_written_as_minisign_writes_it),
    };
    return cmocka_run_group_tests_name("minisign", tests, NULL, NULL);
}
