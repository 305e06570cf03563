/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 and the classes of letters. */
#include "base/utf8.h"
#include "base_tests.h"

static void only_well_formed_text_is_valid(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_valid;
    } cases[] = {
        { "", true },
        { "Terveysasema – č đ ŋ š ŧ ž", true },
        { "\xEF\xBF\xBD", true },             /* U+FFFD */
        { "\xED\x9F\xBF\xEE\x80\x80", true }, /* the neighbours of the surrogates */
        { "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF", true },
        { "\x80", false },  /* continuation alone */
        { "a\xC3", false }, /* cut */
        { "\xE2\x82", false },
        { "\xF0\x9F\x98", false },
        { "\xC3(", false },
        { "\xC0\x80", false }, /* overlong */
        { "\xC1\xBF", false },
        { "\xE0\x9F\xBF", false },
        { "\xF0\x8F\xBF\xBF", false },
        { "\xED\xA0\x80", false }, /* surrogates */
        { "\xED\xBF\xBF", false },
        { "\xF4\x90\x80\x80", false }, /* over U+10FFFF */
        { "\xF8\x88\x80\x80\x80", false },
        { "\xFF", false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (utf8_is_valid(str_of(cases[i].text)) != cases[i].is_valid)
            fail_msg("case %zu", i);
    assert_true(utf8_is_valid((struct str){ "a\0b", 3 }));
}

static void a_slice_ends_where_it_says_and_not_where_the_text_goes_on(void **state)
{
    (void)state;
    static const char *const characters[] = { "ä", "€", "😀" };
    for (size_t i = 0; i < ARRAY_LEN(characters); i++) {
        for (size_t bytes = 1; bytes < strlen(characters[i]); bytes++) {
            struct str rest = { characters[i], bytes };
            uint32_t point;
            assert_false(utf8_is_valid(rest));
            assert_int_equal(utf8_length(rest), bytes);
            assert_true(utf8_next(&rest, &point));
            assert_int_equal(point, 0xFFFD);
        }
    }
}

static void every_code_point_comes_back_as_it_went(void **state)
{
    (void)state;
    for (uint32_t point = 0; point <= 0x110100; point++) {
        bool is_point = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
        char bytes[4];
        struct str text = { bytes, utf8_put(point, bytes) };
        uint32_t back;
        assert_true(utf8_is_valid(text));
        assert_true(utf8_next(&text, &back));
        assert_int_equal(back, is_point ? point : 0xFFFD);
        assert_false(utf8_next(&text, &back));
    }
}

static void a_wrong_byte_is_taken_alone(void **state)
{
    (void)state;
    struct str rest = STR("\xE2\x82"
                          "aä\xFF");
    static const uint32_t want[] = { 0xFFFD, 0xFFFD, 'a', 0xE4, 0xFFFD };
    uint32_t point;
    for (size_t i = 0; i < ARRAY_LEN(want); i++) {
        assert_true(utf8_next(&rest, &point));
        assert_int_equal(point, want[i]);
    }
    assert_false(utf8_next(&rest, &point));
}

static void text_is_counted_and_cut_in_code_points(void **state)
{
    (void)state;
    struct str text = STR("aä€😀b");
    assert_int_equal(utf8_length(text), 5);
    assert_int_equal(utf8_length(STR("")), 0);
    assert_str(utf8_head(text, 0), "");
    assert_str(utf8_head(text, 2), "aä");
    assert_str(utf8_head(text, 4), "aä€😀");
    assert_str(utf8_head(text, 100), "aä€😀b");
}

/* Finnish, Swedish, Sámi of three kinds, Estonian, Polish, Vietnamese, Turkish, Greek, Cyrillic. */
static const char upper_text[] = "AZÅÄÖÉÞČĐŊŠŦŽÁÂÃÕŽŁĄẞẠỸǪǤǦǨƷǮŸÏŒ"
                                 "ΑΩΆΈΉΊΌΎΏΣ"
                                 "АЯЁЄІЇҐЂЋЏӘҢ";
static const char lower_text[] = "azåäöéþčđŋšŧžáâãõžłąßạỹǫǥǧǩʒǯÿïœ"
                                 "αωάέήίόύώσ"
                                 "аяёєіїґђћџәң";

static void upper_case_letters_have_their_lower_case(void **state)
{
    (void)state;
    struct str upper = STR(upper_text), lower = STR(lower_text);
    uint32_t big, small;
    assert_int_equal(utf8_length(upper), utf8_length(lower));
    while (utf8_next(&upper, &big) && utf8_next(&lower, &small)) {
        if (utf8_lower(big) != small)
            fail_msg("U+%04X gave U+%04X, not U+%04X", big, utf8_lower(big), small);
        assert_int_equal(utf8_lower(small), small);
        assert_true(utf8_is_upper(big) && utf8_is_letter(big));
        assert_true(!utf8_is_upper(small) && utf8_is_letter(small));
    }
    assert_int_equal(utf8_lower(0x130), 'i');
}

static void lower_case_is_reached_in_one_step_everywhere(void **state)
{
    (void)state;
    for (uint32_t point = 0; point <= 0x20000; point++) {
        uint32_t lower = utf8_lower(point);
        assert_int_equal(utf8_lower(lower), lower);
        assert_int_equal(utf8_is_upper(point), lower != point);
        if (lower != point && !(utf8_is_letter(point) && utf8_is_letter(lower)))
            fail_msg("U+%04X", point);
    }
}

static void points_are_in_their_classes(void **state)
{
    (void)state;
    static const struct {
        const char *points;
        bool is_letter, is_digit, is_space;
    } cases[] = {
        { "aÄßčŋʒſẽπжїҐµªº", true, false, false },
        { "שתبیژکڭـ", true, false, false },
        { "हक한あカ漢กაԱአស", true, false, false },
        { "0123456789", false, true, false },
        { "٣²½Ⅷ", false, false, false },
        { ".,-–—'’\"&€×÷°", false, false, false },
        { "😀🎉☎♿✓", false, false, false },
        { "؟،ً", false, false, false },
        { " \t\r\n\u00A0\u2007\u202F\u3000", false, false, true },
        { "\u00AD\u200B\u2060", false, false, false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str rest = str_of(cases[i].points);
        uint32_t point;
        while (utf8_next(&rest, &point)) {
            if (utf8_is_letter(point) != cases[i].is_letter)
                fail_msg("U+%04X as a letter", point);
            assert_int_equal(utf8_is_digit(point), cases[i].is_digit);
            assert_int_equal(utf8_is_space(point), cases[i].is_space);
        }
    }
}

int utf8_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_well_formed_text_is_valid),
        cmocka_unit_test(a_slice_ends_where_it_says_and_not_where_the_text_goes_on),
        cmocka_unit_test(every_code_point_comes_back_as_it_went),
        cmocka_unit_test(a_wrong_byte_is_taken_alone),
        cmocka_unit_test(text_is_counted_and_cut_in_code_points),
        cmocka_unit_test(upper_case_letters_have_their_lower_case),
        cmocka_unit_test(lower_case_is_reached_in_one_step_everywhere),
        cmocka_unit_test(points_are_in_their_classes),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
