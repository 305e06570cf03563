/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses: their parts, their names, and the rules about links and the QR code. */
#include "rules/link.h"
#include "rules/punycode.h"
#include "written_notice.h"

static void expect_link(struct written_notice *notice, const char *url, const char *rule)
{
    notice->announcement.link = str_of(url);
    written_expect_now(notice, url, rule);
}

/* ---- parts --------------------------------------------------------------------------------- */

static void an_address_comes_apart_as_browsers_take_it(void **state)
{
    static const struct {
        const char *url, *scheme, *user, *host, *port, *rest, *query;
    } cases[] = {
        { "https://a.example.fi", "https", "", "a.example.fi", "", "", "" },
        { "https://a.example.fi/b?c=d&e#f", "https", "", "a.example.fi", "", "/b?c=d&e#f",
          "c=d&e" },
        { "https://u:p@a.example.fi:8080/b", "https", "u:p@", "a.example.fi", ":8080", "/b", "" },
        { "https://a.fi@b@c.example.fi/", "https", "a.fi@b@", "c.example.fi", "", "/", "" },
        { "https://a.example.fi?x@b", "https", "", "a.example.fi", "", "?x@b", "x@b" },
        { "https://a.example.fi\\@b.example.fi/", "https", "", "a.example.fi", "",
          "\\@b.example.fi/", "" },
        { "https://[2001:db8::1]:80/", "https", "", "[2001:db8::1]", ":80", "/", "" },
        { "www.example.fi/a", "", "", "www.example.fi", "", "/a", "" },
        { "www.example.fi:80/a", "", "", "www.example.fi", ":80", "/a", "" },
        { "tel:0401234567", "tel", "", "0401234567", "", "", "" },
        { "javascript:alert(1)", "javascript", "", "alert(1)", "", "", "" },
        { "", "", "", "", "", "", "" },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct link link = link_of(str_of(cases[i].url));
        bool same = str_is(link.scheme, cases[i].scheme) && str_is(link.user, cases[i].user) &&
                    str_is(link.host, cases[i].host) && str_is(link.port, cases[i].port) &&
                    str_is(link.rest, cases[i].rest) && str_is(link.query, cases[i].query);
        if (!same)
            fail_msg("%s: host %.*s, rest %.*s", cases[i].url, STR_ARG(link.host),
                     STR_ARG(link.rest));
    }
}

static void addresses_in_a_sentence_end_before_its_full_stop(void **state)
{
    static const struct {
        const char *text, *url;
    } cases[] = {
        { "Katso https://a.example.fi/b.", "https://a.example.fi/b" },
        { "(www.example.fi)", "www.example.fi" },
        { "HTTP://A.EXAMPLE.FI ja muut", "HTTP://A.EXAMPLE.FI" },
        { "<https://a.example.fi>", "https://a.example.fi" },
        { "Lue www.example.fi:stä lisää", "www.example.fi" },
        { "https://a.example.fi:8080/b", "https://a.example.fi:8080/b" },
        { "a.example.fi", "" },
        { "ahttps://a.example.fi", "" },
        { "https://", "" },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str url = { 0 };
        size_t start = 0;
        bool found = link_find(str_of(cases[i].text), 0, &start, &url);
        if (found != (cases[i].url[0] != '\0') || !str_is(url, cases[i].url))
            fail_msg("%s: %.*s", cases[i].text, STR_ARG(url));
        assert_true(!found || str_of(cases[i].text).at + start == url.at);
    }
}

static void a_domain_holds_what_is_under_its_dot(void **state)
{
    (void)state;
    assert_true(link_is_under(STR("b.fi"), STR("b.fi")));
    assert_true(link_is_under(STR("A.B.FI"), STR("b.fi")));
    assert_true(link_is_under(STR("a.b.fi."), STR("b.fi")));
    assert_false(link_is_under(STR("ab.fi"), STR("b.fi")));
    assert_false(link_is_under(STR("b.fi.example"), STR("b.fi")));
    assert_false(link_is_under(STR("fi"), STR("b.fi")));
    assert_false(link_is_under(STR("b.fi"), STR("")));
}

/* The pairs were made by another program (Python's codec of the RFC). */
static void names_go_to_plain_letters_and_back(void **state)
{
    static const struct {
        const char *letters, *coded;
    } cases[] = {
        { "example.fi", "example.fi" },
        { "kyläyhdistys.fi", "xn--kylyhdistys-n8a.fi" },
        { "bücher.example", "xn--bcher-kva.example" },
        { "почта.рф", "xn--80a1acny.xn--p1ai" },
        { "åland.example.fi", "xn--land-poa.example.fi" },
        { "yhdistys-äiti.fi", "xn--yhdistys-iti-ocb.fi" },
    };
    struct written_notice *notice = *state;
    struct str made;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_true(punycode_to_ascii(notice->arena, str_of(cases[i].letters), &made));
        assert_true(str_is(made, cases[i].coded));
        assert_true(punycode_to_unicode(notice->arena, str_of(cases[i].coded), &made));
        assert_true(str_is(made, cases[i].letters));
    }
    assert_true(punycode_to_ascii(notice->arena, STR("KYLÄ.FI"), &made));
    assert_true(str_is(made, "xn--kyl-sla.fi"));
}

static void what_stands_for_no_letters_is_no_name(void **state)
{
    static const char *const cases[] = { "xn--.fi", "xn--a-.fi", "xn--99999999.fi",
                                         "xn--a-\xC3\xA4.fi", "xn--0000000000000000z.fi" };
    struct written_notice *notice = *state;
    struct str letters;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        if (punycode_to_unicode(notice->arena, str_of(cases[i]), &letters))
            fail_msg("%s: %.*s", cases[i], STR_ARG(letters));
}

/* ---- rules --------------------------------------------------------------------------------- */

static void only_plain_https_addresses_are_led_to(void **state)
{
    static const struct {
        const char *url, *rule;
    } cases[] = {
        { "https://a.example.fi", "" },
        { "HTTPS://a.example.fi/b?c#d", "" },
        { "https://a.example.fi:443/b", "" },
        { "https://a.example.fi./b", "" },
        { "https://a.example.fi/b@c", "" },
        { "http://a.example.fi", "link-scheme" },
        { "ftp://a.example.fi", "link-scheme" },
        { "tel:+358401234567", "link-scheme" },
        { "javascript:alert(1)", "link-scheme" },
        { "WIFI:S:verkko;;", "link-scheme" },
        { "www.a.example.fi", "link-scheme" },
        { "https://u:p@a.example.fi", "link-scheme" },
        { "https://@a.example.fi", "link-scheme" },
        { "https://lahella.fi@a.example.fi", "link-scheme" },
        { "https://192.0.2.1/", "link-scheme" },
        { "https://3221225985/", "link-scheme" },
        { "https://0xC0.0x00.0x02.0x01/", "link-scheme" },
        { "https://[2001:db8::1]/", "link-scheme" },
        { "https://a.example.fi:8443/b", "link-scheme" },
        { "https://a.example.fi:/b", "link-scheme" },
        { "https://localhost/", "link-scheme" },
        { "https://a..example.fi/", "link-scheme" },
        { "https://-a.example.fi/", "link-scheme" },
        { "https://a_b.example.fi/", "link-scheme" },
        { "https://a.example.fi\\@b.example.fi/", "link-scheme" },
        { "https://a%2Eexample.fi/", "link-scheme" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        expect_link(*state, cases[i].url, cases[i].rule);
}

static void addresses_are_looked_at_wherever_they_stand(void **state)
{
    struct written_notice *notice = *state;
    struct str *const fields[] = { &notice->venue.href, &notice->announcement.signup_href,
                                   &notice->author.uri };
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        *fields[i] = STR("http://a.example.fi");
        written_expect_now(notice, "an attribute", "link-scheme");
        *fields[i] = (struct str){ 0 };
    }
    written_expect(notice, "Katso http://a.example.fi.", "link-scheme");
    assert_int_equal(written_finding(notice, "link-scheme")->span_start, 6);
    written_expect(notice, "Katso www.kylatupa.example.fi tai kylatupa.example.fi.", "");
    notice->announcement.signup_href = notice->announcement.link = STR("http://a.example.fi");
    written_check(notice);
    size_t found = 0;
    for (size_t i = 0; i < notice->report.count; i++)
        found += notice->report.findings[i].code == FINDING_LINK_NOT_HTTPS;
    assert_int_equal(found, 1); /* the same address once */
}

static void names_beyond_plain_letters_are_shown_in_both_forms(void **state)
{
    struct written_notice *notice = *state;
    expect_link(notice, "https://kylätupa.example.fi/", "link-idn");
    const struct finding *finding = written_finding(notice, "link-idn");
    assert_int_equal(finding->severity, SEVERITY_ADVISE);
    assert_true(str_is(finding->args[0], "kylätupa.example.fi"));
    assert_true(str_is(finding->args[1], "xn--kyltupa-7wa.example.fi"));
    expect_link(notice, "https://xn--kyltupa-7wa.example.fi/", "link-idn");
    assert_true(str_is(written_finding(notice, "link-idn")->args[0], "kylätupa.example.fi"));
    expect_link(notice, "https://почта.рф/", "link-idn");
    assert_int_equal(written_finding(notice, "link-idn")->severity, SEVERITY_ADVISE);
    expect_link(notice, "https://почта.example.fi/", "link-idn"); /* one script a label */
    assert_int_equal(written_finding(notice, "link-idn")->severity, SEVERITY_ADVISE);
}

static void a_name_of_two_scripts_blocks(void **state)
{
    static const char *const cases[] = {
        "https://kyl\u0430tupa.example.fi/", /* Cyrillic a */
        "https://kyl\u03B1tupa.example.fi/", /* Greek alpha */
        "https://xn--kyltupa-4fg.example.fi/",
    };
    struct written_notice *notice = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        expect_link(notice, cases[i], "link-idn");
        assert_int_equal(written_finding(notice, "link-idn")->severity, SEVERITY_BLOCK);
        assert_null(written_finding(notice, "homoglyph"));
    }
    expect_link(notice, "https://xn--99999999.fi/", "link-idn");
    assert_int_equal(written_finding(notice, "link-idn")->severity, SEVERITY_BLOCK);
}

static void mixed_letters_behind_the_name_are_homoglyphs(void **state)
{
    struct written_notice *notice = *state;
    expect_link(notice, "https://kylatupa.example.fi/ryhm\u0430", "homoglyph");
    assert_int_equal(written_finding(notice, "homoglyph")->severity, SEVERITY_BLOCK);
    assert_null(written_finding(notice, "link-idn"));
}

static void a_registered_organisation_links_to_its_own_pages(void **state)
{
    static const struct {
        const char *url, *rule;
    } cases[] = {
        { "https://kylatupa.example.fi/a", "" },
        { "https://www.Kylatupa.example.fi", "" },
        { "https://tupa.example", "" },
        { "https://www.lahella.fi/a", "" },
        { "https://kylatupa.example.fi.evil.example", "link-owner" },
        { "https://uusikylatupa.example.fi", "link-owner" },
        { "https://example.fi", "link-owner" },
    };
    struct written_notice *notice = *state;
    struct registered_organisation row = { .name = STR("Niemelän Kylätupa ry"),
                                           .name_sv = STR("Bystugan i Niemelä rf"),
                                           .domains = STR("kylatupa.example.fi tupa.example") };
    notice->profile.organisations = &row;
    notice->profile.organisation_count = 1;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        expect_link(notice, cases[i].url, cases[i].rule);
    notice->author.uri = notice->announcement.link;
    written_expect_now(notice, "the home page of the author is elsewhere too", "link-owner");
    notice->author.name = row.name_sv;
    expect_link(notice, "https://example.fi", "link-owner");
    notice->author.name = STR("Toinen ry"); /* not in the register */
    expect_link(notice, "https://example.fi", "");
    notice->author.name = row.name;
    row.domains = STR("kylätupa.example");
    expect_link(notice, "https://xn--kyltupa-7wa.example/a", "link-idn");
    assert_null(written_finding(notice, "link-owner"));
    row.domains = (struct str){ 0 }; /* no list */
    expect_link(notice, "https://example.fi", "");
}

static void a_meeting_on_the_web_is_not_on_own_pages(void **state)
{
    struct written_notice *notice = *state;
    struct registered_organisation row = { .name = notice->author.name,
                                           .domains = STR("kylatupa.example.fi") };
    notice->profile.organisations = &row;
    notice->profile.organisation_count = 1;
    notice->venue.href = STR("https://kokous.example/123");
    written_expect_now(notice, "a place on the web", "");
    notice->announcement.signup_href = STR("https://lomake.example/123");
    written_expect_now(notice, "a form elsewhere", "link-owner");
}

static void short_addresses_are_named(void **state)
{
    struct written_notice *notice = *state;
    expect_link(notice, "https://bit.ly/abc", "link-shortener");
    expect_link(notice, "https://www.TinyURL.com/abc", "link-shortener");
    expect_link(notice, "https://rabbit.ly.example/abc", "");
    expect_link(notice, "https://rabbit.ly/abc", "");
    written_expect(notice, "Katso (bit.ly/abc).", "link-shortener");
    assert_int_equal(written_finding(notice, "link-shortener")->span_start, 7);
    assert_int_equal(written_finding(notice, "link-shortener")->span_length, 6);
    written_expect(notice, "Katso https://bit.ly/abc", "link-shortener");
    written_expect(notice, "T.co on yritys.", "");
}

static void parts_that_follow_readers_are_named(void **state)
{
    struct written_notice *notice = *state;
    expect_link(notice, "https://a.example.fi/?utm_source=x", "link-tracking");
    expect_link(notice, "https://a.example.fi/?a=b&fbclid=xyz#c", "link-tracking");
    assert_true(str_is(written_finding(notice, "link-tracking")->span, "fbclid=xyz"));
    assert_int_equal(written_finding(notice, "link-tracking")->severity, SEVERITY_ADVISE);
    expect_link(notice, "https://a.example.fi/?gclid=x", "link-tracking");
    expect_link(notice, "https://a.example.fi/utm_source=x", "");
    expect_link(notice, "https://a.example.fi/?a=utm_source", "");
}

static struct str address_of(struct written_notice *notice, size_t bytes)
{
    struct text text = text_new(notice->arena, bytes);
    text_add_c(&text, "https://a.example.fi/");
    while (text.bytes < bytes)
        text_add_c(&text, "b");
    return text_str(&text);
}

static void a_long_address_makes_a_dense_code(void **state)
{
    struct written_notice *notice = *state;
    static const struct {
        size_t bytes;
        enum severity severity; /* ADVISE: no finding */
    } cases[] = {
        { 62, SEVERITY_ADVISE },
        { 63, SEVERITY_WARN },
        { 122, SEVERITY_WARN },
        { 123, SEVERITY_BLOCK },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        notice->announcement.link = address_of(notice, cases[i].bytes);
        written_check(notice);
        const struct finding *finding = written_finding(notice, "qr-payload");
        assert_int_equal(finding != NULL, cases[i].severity != SEVERITY_ADVISE);
        assert_true(!finding || finding->severity == cases[i].severity);
    }
    notice->profile.rules[RULE_QR_PAYLOAD] =
        (struct rule_setting){ .has_limit = true, .limit = 84 };
    notice->announcement.link = address_of(notice, 84);
    written_check(notice);
    assert_null(written_finding(notice, "qr-payload"));
    notice->announcement.link = address_of(notice, 123);
    written_check(notice);
    assert_int_equal(written_finding(notice, "qr-payload")->severity, SEVERITY_BLOCK);
}

static void the_address_beside_the_code_is_short(void **state)
{
    struct written_notice *notice = *state;
    notice->announcement.link = address_of(notice, 48); /* 40 without https:// */
    written_expect_now(notice, "40 characters", "");
    notice->announcement.link = address_of(notice, 49);
    written_expect_now(notice, "41 characters", "link-visible");
    assert_true(str_is(written_finding(notice, "link-visible")->found, "41"));
    assert_int_equal(written_finding(notice, "link-visible")->span_start, 8);
}

static void an_announcement_without_a_link_gets_advice(void **state)
{
    struct written_notice *notice = *state;
    expect_link(notice, "", "lahella-link");
    assert_int_equal(written_finding(notice, "lahella-link")->severity, SEVERITY_ADVISE);
    notice->announcement.kind = KIND_ALERT;
    expect_link(notice, "", "");
    notice->announcement.kind = KIND_NOTICE;
    notice->announcement.signup_href = STR("https://a.example.fi");
    expect_link(notice, "", "");
}

#define NOTICE_TEST(test)                                                                          \
    cmocka_unit_test_setup_teardown(test, written_notice_open, written_notice_close)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_address_comes_apart_as_browsers_take_it),
        cmocka_unit_test(addresses_in_a_sentence_end_before_its_full_stop),
        cmocka_unit_test(a_domain_holds_what_is_under_its_dot),
        NOTICE_TEST(names_go_to_plain_letters_and_back),
        NOTICE_TEST(what_stands_for_no_letters_is_no_name),
        NOTICE_TEST(only_plain_https_addresses_are_led_to),
        NOTICE_TEST(addresses_are_looked_at_wherever_they_stand),
        NOTICE_TEST(names_beyond_plain_letters_are_shown_in_both_forms),
        NOTICE_TEST(a_name_of_two_scripts_blocks),
        NOTICE_TEST(mixed_letters_behind_the_name_are_homoglyphs),
        NOTICE_TEST(a_registered_organisation_links_to_its_own_pages),
        NOTICE_TEST(a_meeting_on_the_web_is_not_on_own_pages),
        NOTICE_TEST(short_addresses_are_named),
        NOTICE_TEST(parts_that_follow_readers_are_named),
        NOTICE_TEST(a_long_address_makes_a_dense_code),
        NOTICE_TEST(the_address_beside_the_code_is_short),
        NOTICE_TEST(an_announcement_without_a_link_gets_advice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
