/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slices, numbers in text, growing texts and hashes. */
#include "base/hash.h"
#include "base_tests.h"

static void slices_are_compared_by_their_bytes(void **state)
{
    (void)state;
    const struct str none = { NULL, 0 };
    assert_true(str_equal(none, STR("")));
    assert_true(str_is(str_of("ä"), "ä"));
    assert_false(str_is(str_of("a"), "ab"));
    assert_false(str_equal(STR("ab"), STR("a")));
    assert_true(str_starts(STR("infotaulu"), "info"));
    assert_false(str_starts(STR("in"), "info"));
    assert_true(str_ends(STR("a.xml"), ".xml"));
    assert_false(str_ends(STR("xml"), ".xml"));
    assert_true(str_starts(none, "") && str_ends(none, ""));
    assert_int_equal(str_of(NULL).bytes, 0);
}

static void slices_are_ordered_as_strcmp_orders(void **state)
{
    (void)state;
    static const char *const sorted[] = { "", "a", "a/b", "ab", "b", "z", "\xC3\xA4" };
    for (size_t i = 0; i < ARRAY_LEN(sorted); i++)
        for (size_t k = 0; k < ARRAY_LEN(sorted); k++) {
            int order = str_compare(str_of(sorted[i]), str_of(sorted[k]));
            assert_int_equal((order > 0) - (order < 0), (i > k) - (i < k));
        }
}

static void a_word_is_looked_up_whole(void **state)
{
    static const char *const words[] = { "ja", "sekä" };
    assert_true(str_is_one_of(STR("sekä"), words, ARRAY_LEN(words)));
    assert_false(str_is_one_of(STR("se"), words, ARRAY_LEN(words)));
    assert_false(str_is_one_of(STR("ja"), words, 0));
    assert_true(str_list_has(STR("and,or"), STR("or")));
    assert_false(str_list_has(STR("and,or"), STR("and,or")));
    assert_false(str_list_has(STR(""), STR("or")));
    (void)state;
}

static void white_space_is_trimmed_at_both_ends_only(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        { "", "" },
        { " \t\r\n", "" },
        { "a", "a" },
        { "\n a b\t", "a b" },
        { "\xC2\xA0"
          "a",
          "\xC2\xA0"
          "a" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_str(str_trim(str_of(cases[i][0])), cases[i][1]);
}

static void a_slice_is_cut_to_what_is_there(void **state)
{
    (void)state;
    struct str text = STR("taulu");
    assert_str(str_slice(text, 1, 2), "au");
    assert_str(str_slice(text, 3, 100), "lu");
    assert_str(str_slice(text, 5, 1), "");
    assert_str(str_slice(text, 99, SIZE_MAX), "");
    assert_str(str_slice((struct str){ NULL, 0 }, 1, 1), "");
}

static void a_place_is_found_or_minus_one(void **state)
{
    (void)state;
    struct str text = STR("banana");
    assert_int_equal(str_find_byte(text, 'n'), 2);
    assert_int_equal(str_find_byte(text, 'x'), -1);
    assert_int_equal(str_find_byte(STR(""), 'x'), -1);
    assert_int_equal(str_find(text, STR("ana")), 1);
    assert_int_equal(str_find(text, STR("anas")), -1);
    assert_int_equal(str_find(text, STR("")), 0);
    assert_int_equal(str_find(STR(""), STR("a")), -1);
}

static void parts_come_off_the_front_one_by_one(void **state)
{
    static const struct {
        const char *text, *parts;
    } cases[] = {
        { "", "" },        { "a", "[a]" },  { "a,b", "[a][b]" }, { "a,,b", "[a][][b]" },
        { ",a", "[][a]" }, { "a,", "[a]" }, { ",", "[]" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct text seen = text_new(*state, 100);
        struct str rest = str_of(cases[i].text), part;
        while (str_next(&rest, ',', &part))
            text_format(&seen, "[%.*s]", STR_ARG(part));
        assert_str(text_str(&seen), cases[i].parts);
    }
}

static void whole_numbers_have_one_to_nine_digits(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int number; /* -1: none */
    } cases[] = {
        { "0", 0 },           { "007", 7 },  { "999999999", 999999999 },
        { "1000000000", -1 }, { "", -1 },    { "-1", -1 },
        { "+1", -1 },         { " 1", -1 },  { "1 ", -1 },
        { "1x", -1 },         { "1.0", -1 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        int number = -77;
        bool is_number = str_to_number(str_of(cases[i].text), &number);
        assert_int_equal(is_number, cases[i].number >= 0);
        assert_int_equal(number, is_number ? cases[i].number : -77);
    }
}

static void decimal_numbers_have_a_full_stop(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_number;
        double number;
    } cases[] = {
        { "0", true, 0 },
        { "12.5", true, 12.5 },
        { "-12.50", true, -12.5 },
        { "4.4", true, 4.4 },
        { "0.1", true, 0.1 },
        { "60.16952", true, 60.16952 },
        { "123456789012345", true, 123456789012345 },
        { "3.14159265358979323846", true, 3.14159265358979 },
        { "0.00000012345678901234567", true, 0.000000123456789012345 },
        { "1,5", false, 0 },
        { "", false, 0 },
        { "-", false, 0 },
        { ".5", false, 0 },
        { "5.", false, 0 },
        { "+5", false, 0 },
        { "--5", false, 0 },
        { "1e3", false, 0 },
        { "nan", false, 0 },
        { "inf", false, 0 },
        { "0x10", false, 0 },
        { "1.2.3", false, 0 },
        { " 1", false, 0 },
        { "1234567890123456", false, 0 },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        double number = -77;
        assert_int_equal(str_to_decimal(str_of(cases[i].text), &number), cases[i].is_number);
        double want = cases[i].is_number ? cases[i].number : -77;
        if (number != want)
            fail_msg("\"%s\" gave %.17g, not %.17g", cases[i].text, number, want);
    }
}

static void bytes_go_to_hexadecimal_and_back(void **state)
{
    static const uint8_t bytes[] = { 0x00, 0x7F, 0xA0, 0xFF };
    assert_str(str_hex(*state, bytes, sizeof bytes), "007fa0ff");
    uint8_t back[4] = { 1, 1, 1, 1 };
    assert_false(str_unhex(STR("007fa0f"), back, 4));
    assert_false(str_unhex(STR("007fa0fff"), back, 4));
    assert_false(str_unhex(STR("007fa0"), back, 4));
    assert_false(str_unhex(STR("007fa0fg"), back, 4));
    assert_int_equal(back[0], 1); /* untouched by what failed */
    assert_true(str_unhex(STR("007FA0ff"), back, 4));
    assert_memory_equal(back, bytes, 4);
}

static void copies_end_with_a_zero_byte(void **state)
{
    struct str part = str_slice(STR("infotaulu"), 4, 3);
    assert_string_equal(str_c(*state, part), "tau");
    assert_string_equal(str_copy(*state, part).at, "tau");
    assert_string_equal(str_copy(*state, (struct str){ NULL, 0 }).at, "");
    assert_string_equal(str_join(*state, part, STR("lu")).at, "taulu");
    assert_string_equal(str_format(*state, "%d × %s", 3, "ä").at, "3 × ä");
    assert_int_equal(str_format(*state, "%s", "").bytes, 0);
}

static void a_text_grows_up_to_its_limit(void **state)
{
    struct text text = text_new(*state, 100000);
    assert_string_equal(text_str(&text).at, "");
    for (int i = 0; i < 10000; i++) {
        text_add_c(&text, "abcd");
        text_format(&text, "%d", i % 10);
        text_add(&text, (struct str){ NULL, 0 });
    }
    struct str all = text_str(&text);
    assert_int_equal(all.bytes, 50000);
    assert_int_equal(strlen(all.at), 50000);
    assert_str(str_slice(all, 49995, 5), "abcd9");
    assert_false(text.too_big);
}

static void a_text_is_cut_between_characters_and_stays_cut(void **state)
{
    static const struct {
        size_t bytes_max;
        const char *more, *want;
        bool too_big;
    } cases[] = {
        { 5, "ab", "abcab", false }, { 4, "ab", "abca", true }, { 5, "ä", "abcä", false },
        { 4, "ä", "abc", true },     { 6, "a€", "abca", true }, { 3, "x", "abc", true },
        { 3, "", "abc", false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        for (int way = 0; way < 2; way++) {
            struct text text = text_new(*state, cases[i].bytes_max);
            text_add_c(&text, "abc");
            if (way == 0)
                text_add_c(&text, cases[i].more);
            else
                text_format(&text, "%s", cases[i].more);
            assert_str(text_str(&text), cases[i].want);
            assert_int_equal(text.too_big, cases[i].too_big);
            if (!text.too_big)
                continue;
            text_format(&text, "%s", "");
            text_add_c(&text, "z");
            assert_str(text_str(&text), cases[i].want);
        }
    }
}

static void a_hash_is_the_sha_256_of_the_bytes(void **state)
{
    /* The two short examples that FIPS 180 publishes with the algorithm. */
    static const char empty[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    static const char abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    struct hash of_empty = hash_of((struct str){ NULL, 0 });
    struct hash of_abc = hash_of(STR("abc")), parsed;
    assert_str(hash_str(*state, &of_empty), empty);
    char hex[HASH_HEX_BYTES + 1];
    hash_hex(&of_abc, hex);
    assert_string_equal(hex, abc);
    assert_true(hash_parse(STR("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
                           &parsed));
    assert_true(hash_equal(&of_abc, &parsed));
    assert_false(hash_equal(&of_abc, &of_empty));
    assert_false(hash_parse(str_slice(str_of(abc), 0, 62), &parsed));
    assert_true(hash_is_none(&(struct hash){ { 0 } }));
    assert_false(hash_is_none(&of_empty));
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, give_arena, take_arena)

int text_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_are_compared_by_their_bytes),
        cmocka_unit_test(slices_are_ordered_as_strcmp_orders),
        cmocka_unit_test(a_word_is_looked_up_whole),
        cmocka_unit_test(white_space_is_trimmed_at_both_ends_only),
        cmocka_unit_test(a_slice_is_cut_to_what_is_there),
        cmocka_unit_test(a_place_is_found_or_minus_one),
        WITH_ARENA(parts_come_off_the_front_one_by_one),
        cmocka_unit_test(whole_numbers_have_one_to_nine_digits),
        cmocka_unit_test(decimal_numbers_have_a_full_stop),
        WITH_ARENA(bytes_go_to_hexadecimal_and_back),
        WITH_ARENA(copies_end_with_a_zero_byte),
        WITH_ARENA(a_text_grows_up_to_its_limit),
        WITH_ARENA(a_text_is_cut_between_characters_and_stays_cut),
        WITH_ARENA(a_hash_is_the_sha_256_of_the_bytes),
    };
    return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
