/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Personal identity codes. All of these are codes that the authority has published as fictitious,
 * or have a check character that is wrong.
 */
#include "base/identity_code.h"
#include "base/report.h"
#include "base/utf8.h"
#include "base_tests.h"

static const char *const published[] = {
    "010594Y9032", "010594Y9021", "020594X903P", "020594X902N", "030594W903B",
    "040594V9030", "050594U903M", "010516B903X", "020516C903K", "030516D9037",
    "010501E9032", "020502E902X", "020504A902E", "010594-9032", "010594-9021",
};

enum verdict { NO_CODE, NEAR, EXACT };

static enum verdict verdict_of(const char *text)
{
    struct identity_code code;
    if (!identity_code_find(str_of(text), 0, &code))
        return NO_CODE;
    return code.is_exact ? EXACT : NEAR;
}

static void published_codes_are_found_in_a_sentence(void **state)
{
    for (size_t i = 0; i < ARRAY_LEN(published); i++) {
        struct identity_code code;
        struct str text = str_format(*state, "Älä kirjoita (%s) tähän.", published[i]);
        if (!identity_code_find(text, 0, &code) || !code.is_exact)
            fail_msg("%s", published[i]);
        assert_str(str_slice(text, code.start, code.bytes), published[i]);
        assert_false(identity_code_find(text, code.start + code.bytes, &code));
    }
}

static void every_century_has_its_signs(void **state)
{
    for (const char *sign = "+-YXWVUABCDEF"; *sign; sign++) {
        struct str code = str_format(*state, "010594%c9032", *sign);
        assert_int_equal(verdict_of(code.at), EXACT);
    }
    for (const char *sign = "GHIJKLMNOPQRSTZ#/.:"; *sign; sign++) {
        struct str code = str_format(*state, "010594%c9032", *sign);
        assert_int_equal(verdict_of(code.at), NO_CODE);
    }
}

static void a_code_is_found_however_it_is_written(void **state)
{
    static const char *const cases[] = {
        "010594y9032",
        "020594x903p",
        "020516c903k",
        "010594\xE2\x80\x90"
        "9032", /* U+2010 to U+2015 */
        "010594\xE2\x80\x91"
        "9032",
        "010594\xE2\x80\x92"
        "9032",
        "010594\xE2\x80\x93"
        "9032",
        "010594\xE2\x80\x94"
        "9032",
        "010594\xE2\x80\x95"
        "9032",
        "010594\xE2\x88\x92"
        "9032", /* U+2212 */
        "010594\xEF\xBC\x8D"
        "9032", /* full width */
        "010594 - 9032",
        "010594 -9032",
        "010594\xC2\xA0- 9032",
        "010594-\n9032",
        "010594 Y 9032",
        "0105\xC2\xAD"
        "94-90\xE2\x80\x8B"
        "32", /* soft hyphen, zero-width space */
        "0\xCC\xB2"
        "1\xCC\xB2"
        "0594-9032", /* underlined */
        "\xEF\xBC\x90\xEF\xBC\x91"
        "0594-9032", /* full-width digits */
        "\xD9\xA0\xD9\xA1\xD9\xA0\xD9\xA5\xD9\xA9\xD9\xA4-\xD9\xA9\xD9\xA0\xD9\xA3\xD9\xA2",
        "\"010594-9032\"",
        "hetu:010594-9032.",
        "https://yhdistys.example.fi/010594-9032",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (verdict_of(cases[i]) != EXACT)
            fail_msg("%s", cases[i]);
}

static void a_wrong_check_character_is_near(void **state)
{
    static const char *const cases[] = { "010594Y9033", "010594-9033", "020594x903n",
                                         "010594-903A" };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (verdict_of(cases[i]) != NEAR)
            fail_msg("%s", cases[i]);
}

static void other_numbers_are_no_codes(void **state)
{
    static const char *const cases[] = {
        "",
        "1234567-8", /* business id */
        "0105943-2",
        "FI21 1234 5600 0007 85",
        "FI2112345600000785",
        "011226-1300", /* hours behind a date */
        "011226-0930",
        "011226 - 1300",
        "01.12.26-1300",
        "010594-",
        "010594-903",
        "010594-90322",
        "0105949032",
        "a010594-9032",
        "1010594-9032",
        "010594-9032a",
        "010594-9032\xC3\xA4",
        "\xC3\xA4"
        "010594-9032",
        "310294-9032", /* no such day */
        "290201A9032",
        "001294-9032",
        "011394-9032",
        "010594-000U", /* no such number */
        "010594-001V",
        "010594-903G", /* never a check character */
        "010594    -9032",
        "010594--9032",
        "+358 40 123 4567",
        "040 123 4567",
        "09-123 4567",
        "123456-785",
        "urn:uuid:4b1d2a68-6a0c-4f0e-9f6e-2b7f0d1c5a02",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (verdict_of(cases[i]) != NO_CODE)
            fail_msg("%s", cases[i]);
}

static void a_leap_day_follows_the_century(void **state)
{
    (void)state;
    /* 2000 had one, 1900 had none; the numbers are those of fictitious people. */
    assert_int_not_equal(verdict_of("290200A9039"), NO_CODE);
    assert_int_equal(verdict_of("290200-9039"), NO_CODE);
    assert_int_not_equal(verdict_of("290296-9039"), NO_CODE);
}

static void all_codes_of_a_text_are_masked(void **state)
{
    static const struct {
        const char *text, *masked;
    } cases[] = {
        { "Ei mitään.", "Ei mitään." },
        { "010594-9032", "******-****" },
        { "010594Y9033", "******-****" },
        { "Ä 020516c903k, 010594 \xE2\x80\x93 9032!", "Ä ******-****, ****** - ****!" },
        { "0105\xC2\xAD"
          "94-9032",
          "****\xC2\xAD**-****" },
        { "\xEF\xBC\x90"
          "10594-9032",
          "******-****" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str masked = identity_code_mask(*state, str_of(cases[i].text));
        assert_str(masked, cases[i].masked);
        assert_int_equal(utf8_length(masked), utf8_length(str_of(cases[i].text)));
    }
}

static void no_finding_carries_a_code(void **state)
{
    struct report report = report_new(*state);
    struct str text = STR("Äiti 010594-9032 ja muut");
    struct finding *finding = report_add(&report, FINDING_XML_BROKEN, (struct place){ 0 });
    finding_arg(&report, finding, text);
    assert_str(finding->args[0], "Äiti ******-**** ja muut");
    finding_span(&report, finding, text, 6, 11);
    assert_str(finding->span, "******-****");
    assert_int_equal(finding->span_start, 5);
    assert_int_equal(finding->span_length, 11);
    finding_span(&report, finding, text, 6, 8);
    assert_str(finding->span, "******-*");
}

int identity_code_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(published_codes_are_found_in_a_sentence, give_arena,
                                        take_arena),
        cmocka_unit_test_setup_teardown(every_century_has_its_signs, give_arena, take_arena),
        cmocka_unit_test(a_code_is_found_however_it_is_written),
        cmocka_unit_test(a_wrong_check_character_is_near),
        cmocka_unit_test(other_numbers_are_no_codes),
        cmocka_unit_test(a_leap_day_follows_the_century),
        cmocka_unit_test_setup_teardown(all_codes_of_a_text_are_masked, give_arena, take_arena),
        cmocka_unit_test_setup_teardown(no_finding_carries_a_code, give_arena, take_arena),
    };
    return cmocka_run_group_tests_name("identity_code", tests, NULL, NULL);
}
