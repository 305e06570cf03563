/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Codes and contacts of people, hidden signs, letters that pretend, money. */
#include "written_notice.h"

struct text_case {
    const char *text, *rule;
};

static void expect_all(struct written_notice *notice, const struct text_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        written_expect(notice, cases[i].text, cases[i].rule);
}

static void the_plain_notice_has_no_finding(void **state)
{
    written_expect(*state, "Tule mukaan. Kahvi ei maksa mitään.", "");
}

/* ---- people -------------------------------------------------------------------------------- */

static void an_identity_code_blocks_in_every_field(void **state)
{
    struct written_notice *notice = *state;
    struct announcement *announcement = &notice->announcement;
    struct str *const fields[] = {
        &announcement->title,        &announcement->summary,      &notice->block.text,
        &announcement->picture.alt,  &announcement->picture.href, &notice->author.name,
        &notice->author.uri,         &notice->author.email,       &notice->contact.role,
        &notice->contact.name,       &notice->contact.tel,        &notice->contact.email,
        &notice->venue.name,         &notice->venue.street,       &notice->venue.postcode,
        &notice->venue.city,         &notice->venue.extra,        &notice->venue.href,
        &notice->venue.tel,          &announcement->audience,     &announcement->cost,
        &announcement->signup,       &announcement->signup_href,  &announcement->signup_tel,
        &announcement->signup_email, &announcement->link,         &announcement->rights,
    };
    announcement->has_picture = true;
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        struct str before = *fields[i];
        *fields[i] = STR("https://a.example.fi/010594-9032");
        written_expect_now(notice, "a field", "personal-id");
        const struct finding *finding = written_finding(notice, "personal-id");
        assert_int_equal(finding->severity, SEVERITY_BLOCK);
        assert_true(str_is(finding->span, "******-****"));
        assert_true(finding->where.element.bytes > 0);
        *fields[i] = before;
    }
    written_expect_now(notice, "all as before", "");
}

static void no_profile_lets_an_identity_code_pass(void **state)
{
    struct written_notice *notice = *state;
    enum rule rule;
    notice->profile.rules[RULE_PERSONAL_ID] =
        (struct rule_setting){ .has_severity = true, .severity = SEVERITY_ADVISE };
    written_expect(notice, "Koodi on 020516C903K.", "personal-id");
    assert_true(report_is_final(&notice->report));
    assert_true(rules_blocking(&notice->report, STR("personal-id"), &rule));
    assert_int_equal(rule, RULE_PERSONAL_ID);
}

static void a_wrong_check_character_warns(void **state)
{
    struct written_notice *notice = *state;
    written_expect(notice, "Koodi on 010594Y9033.", "personal-id-near");
    const struct finding *finding = written_finding(notice, "personal-id-near");
    assert_int_equal(finding->severity, SEVERITY_WARN);
    assert_true(str_is(finding->args[0], "******-****"));
    assert_int_equal(finding->span_start, 9);
    assert_int_equal(finding->span_length, 11);
    assert_null(written_finding(notice, "personal-id"));
}

static void other_numbers_are_no_codes(void **state)
{
    static const struct text_case cases[] = {
        { "Y-tunnus 1234567-8", "" },
        { "Tavataan 011226-1300.", "" },
        { "Ovi 010594Y90322", "" },
    };
    expect_all(*state, cases, ARRAY_LEN(cases));
}

static void private_mail_boxes_are_named(void **state)
{
    static const struct text_case cases[] = {
        { "Kirjoita: maija.malli@gmail.com.", "private-contact" },
        { "Kirjoita: maija@Hotmail.FI", "private-contact" },
        { "maija(at)outlook.com", "private-contact" },
        { "maija (at) icloud.com", "private-contact" },
        { "maija@yahoo.co.uk", "private-contact" },
        { "maija@luukku.com", "private-contact" },
        { "maija@suomi24.fi", "private-contact" },
        { "Kirjoita: toimisto@kylatupa.example.fi", "" },
        { "toimisto@outlook.example.fi", "" },
        { "toimisto@gmailtupa.example.fi", "" },
        { "toimisto@me.com.example.fi", "" },
        { "@gmail.com", "" },
        { "Meillä on kahvia @ Kylätupa", "" },
    };
    struct written_notice *notice = *state;
    expect_all(notice, cases, ARRAY_LEN(cases));
    notice->contact.email = STR("tupa@gmail.com");
    written_expect_now(notice, "in a contact", "private-contact");
    assert_true(str_is(written_finding(notice, "private-contact")->span, "tupa@gmail.com"));
}

static void a_mobile_number_beside_a_full_name_is_named(void **state)
{
    static const struct {
        const char *name, *tel, *rule;
    } cases[] = {
        { "Maija Malli", "040 123 4567", "private-contact" },
        { "Maija Malli", "+358401234567", "private-contact" },
        { "Maija Malli", "+358 (0)50 123 4567", "private-contact" },
        { "Maija Liisa Malli", "0501234567", "private-contact" },
        { "Мария Иванова", "0401234567", "private-contact" },
        { "Maija", "040 123 4567", "" },
        { "Maija Malli", "09 123 4567", "" },
        { "Maija Malli", "+358 9 123 4567", "" },
        { "Maija Malli", "0800 12345", "" },
        { "Maija Malli", "", "" },
        { "Kerhon ohjaaja", "040 123 4567", "" },
        { "Niemelän Kylätupa ry", "040 123 4567", "" },
    };
    struct written_notice *notice = *state;
    notice->contact.role = (struct str){ 0 };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        notice->contact.name = str_of(cases[i].name);
        notice->contact.tel = str_of(cases[i].tel);
        written_expect_now(notice, cases[i].name, cases[i].rule);
    }
}

/* ---- hidden signs -------------------------------------------------------------------------- */

static void signs_that_turn_text_block_where_nothing_is_to_be_turned(void **state)
{
    static const struct text_case finnish[] = {
        { "abc\u202Edef", "bidi-control" },  { "abc\u202Adef", "bidi-control" },
        { "abc\u2066def", "bidi-control" },  { "abc\u2069", "bidi-control" },
        { "040\u200E 123", "bidi-control" }, { "abc\u061C", "bidi-control" },
        { "Kahvila مقهى\u200F, tule", "" },
    };
    static const struct text_case arabic[] = {
        { "مقهى\u200F (abc)", "" },           { "مقهى \u2067abc\u2069", "" },
        { "مقهى \u200E040 123\u200E", "" },   { "مقهى \u202Eabc", "bidi-control" },
        { "مقهى \u202Dabc", "bidi-control" },
    };
    struct written_notice *notice = *state;
    expect_all(notice, finnish, ARRAY_LEN(finnish));
    notice->announcement.language = LANGUAGE_AR;
    expect_all(notice, arabic, ARRAY_LEN(arabic));
    notice->announcement.link = STR("https://kylatupa.example.fi/a\u200Eb");
    written_expect_now(notice, "a mark in an address", "bidi-control");
}

static void signs_that_nobody_sees_block(void **state)
{
    static const struct text_case cases[] = {
        { "ryh\u200Bmä", "invisible" },
        { "ryh\u2060mä", "invisible" },
        { "\uFEFFryhmä", "invisible" },
        { "ryh\U000E0041mä", "invisible" },
        { "ryh\uE000mä", "invisible" },
        { "ryh\U000F0000mä", "invisible" },
        { "ryh\u200Cmä", "invisible" },
        { "ryh\u200Dmä", "invisible" },
        { "ryhmän\u00ADohjaaja", "" },
        { "Tule klo\u00A017.", "" },
        { "می\u200Cخواهم", "" },
        { "ه\u200D", "" },
        { "مُ\u200Cخ", "" },
        { "\U0001F468\u200D\U0001F469\u200D\U0001F467", "" },
    };
    struct written_notice *notice = *state;
    expect_all(notice, cases, ARRAY_LEN(cases));
    notice->block.text = STR("Tule.");
    notice->announcement.link = STR("https://kylatupa.example.fi/ryh\u00ADma");
    written_expect_now(notice, "a soft hyphen in an address", "invisible");
}

static void a_finding_shows_where_a_hidden_sign_is_without_showing_it(void **state)
{
    struct written_notice *notice = *state;
    written_expect(notice, "Tule meidän ryh\u200B\u202Emään nyt.", "invisible");
    const struct finding *finding = written_finding(notice, "invisible");
    assert_true(str_is(finding->args[0], "U+200B"));
    assert_true(str_is(finding->args[1], "ryhmään"));
    assert_int_equal(finding->span_start, 15);
    assert_int_equal(finding->span_length, 1);
    written_expect(notice, "Tule meille. \u200B", "invisible");
    assert_true(str_is(written_finding(notice, "invisible")->args[1], "meille."));
}

static void control_characters_and_tags_block(void **state)
{
    static const struct text_case cases[] = {
        { "Tule\x01 mukaan", "control-markup" },
        { "Tule\x7F mukaan", "control-markup" },
        { "Tule\xC2\x85"
          "mukaan",
          "control-markup" },
        { "Tule <b>mukaan</b>", "control-markup" },
        { "Tule</p>", "control-markup" },
        { "Tule<br/>mukaan", "control-markup" },
        { "Tule<br />mukaan", "control-markup" },
        { "<a href=\"x\">Tule</a>", "control-markup" },
        { "<!-- ei näy -->", "control-markup" },
        { "<it:when start=\"x\"/>", "control-markup" },
        { "Tule\nmukaan", "" },
        { "Olet meille tärkeä <3", "" },
        { "5 < 6 ja 7 > 6", "" },
        { "a<b ja c>d", "" },
        { "Kirjoita <toimisto@kylatupa.example.fi>", "" },
        { "Katso <https://kylatupa.example.fi/>", "" },
        { "<", "" },
    };
    expect_all(*state, cases, ARRAY_LEN(cases));
}

/* ---- letters that pretend ------------------------------------------------------------------ */

static void letters_that_are_none_block(void **state)
{
    static const struct text_case cases[] = {
        { "\U0001D413\U0001D42E\U0001D425\U0001D41E mukaan", "italic-underline" },
        { "\U0001D7D2 euroa", "italic-underline" },
        { "t\u0332u\u0332l\u0332e\u0332", "italic-underline" },
        { "Tule mukaan", "" },
        { "a\u0308iti", "" },
    };
    struct written_notice *notice = *state;
    expect_all(notice, cases, ARRAY_LEN(cases));
    written_expect(notice, "Nyt \U0001D413\U0001D42E\U0001D425\U0001D41E mukaan",
                   "italic-underline");
    const struct finding *finding = written_finding(notice, "italic-underline");
    assert_int_equal(finding->severity, SEVERITY_BLOCK);
    assert_int_equal(finding->span_start, 4);
    assert_int_equal(finding->span_length, 4);
}

static void words_of_two_alphabets_are_named(void **state)
{
    static const struct text_case cases[] = {
        { "Tule p\u0430rkkiin", "homoglyph" }, /* Cyrillic a */
        { "Tule p\u03B1rkkiin", "homoglyph" }, /* Greek alpha */
        { "\u041Fриходите в кл\u0443b", "homoglyph" },
        { "Tule puistoon. Приходите в парк.", "" },
        { "IT-специалист", "" },
        { "100 \u03BCg ja 5 \u00B5m", "" },
        { "مقهىIT", "" },
        { "3D-печать", "" },
        { "nuõrttsääʹmǩiõll", "" },
        { "сімʼя", "" },
    };
    struct written_notice *notice = *state;
    expect_all(notice, cases, ARRAY_LEN(cases));
    written_expect(notice, "Tule p\u0430rkkiin", "homoglyph");
    const struct finding *finding = written_finding(notice, "homoglyph");
    assert_int_equal(finding->severity, SEVERITY_WARN);
    assert_true(str_is(finding->args[1], "\u0430 (U+0430)"));
    notice->block.text = STR("Tule.");
    notice->contact.email = STR("toimisto@kyl\u0430tupa.example.fi");
    written_expect_now(notice, "a mail address", "homoglyph");
    assert_int_equal(written_finding(notice, "homoglyph")->severity, SEVERITY_BLOCK);
}

/* ---- money --------------------------------------------------------------------------------- */

static void collecting_money_needs_a_number(void **state)
{
    static const struct text_case cases[] = {
        { "Tilimme on FI21 1234 5600 0007 85.", "fundraising" },
        { "FI2112345600000785", "fundraising" },
        { "fi21\u00A01234\u00A05600\u00A00007\u00A085", "fundraising" },
        { "FI21 1234 5600 0007 85, keräyslupa RA/2026/123", "" },
        { "FI22 1234 5600 0007 85", "" }, /* wrong check digits */
        { "FI21 1234 5600 0007 8", "" },
        { "FI21 1234 5600 0007 855", "" },
        { "MobilePay 12345", "fundraising" },
        { "mobilepay-numero on 040 123 4567", "fundraising" },
        { "MobilePay 12345. Lupa RA/2026/123.", "" },
        { "Meillä käy MobilePay. Ryhmä on 12345.", "" },
        { "MobilePay 2 euroa", "" },
        { "MobilePay, 1.12.2026", "" },
    };
    struct written_notice *notice = *state;
    expect_all(notice, cases, ARRAY_LEN(cases));
    notice->announcement.has_cost = true;
    notice->announcement.cost = STR("5 euroa, MobilePay 12345");
    written_expect_now(notice, "a price", "");
    notice->announcement.cost_free = true;
    written_expect_now(notice, "free, and yet a number", "fundraising");
}

#define NOTICE_TEST(test)                                                                          \
    cmocka_unit_test_setup_teardown(test, written_notice_open, written_notice_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        NOTICE_TEST(the_plain_notice_has_no_finding),
        NOTICE_TEST(an_identity_code_blocks_in_every_field),
        NOTICE_TEST(no_profile_lets_an_identity_code_pass),
        NOTICE_TEST(a_wrong_check_character_warns),
        NOTICE_TEST(other_numbers_are_no_codes),
        NOTICE_TEST(private_mail_boxes_are_named),
        NOTICE_TEST(a_mobile_number_beside_a_full_name_is_named),
        NOTICE_TEST(signs_that_turn_text_block_where_nothing_is_to_be_turned),
        NOTICE_TEST(signs_that_nobody_sees_block),
        NOTICE_TEST(a_finding_shows_where_a_hidden_sign_is_without_showing_it),
        NOTICE_TEST(control_characters_and_tags_block),
        NOTICE_TEST(letters_that_are_none_block),
        NOTICE_TEST(words_of_two_alphabets_are_named),
        NOTICE_TEST(collecting_money_needs_a_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
