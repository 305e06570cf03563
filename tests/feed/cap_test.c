/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings of authorities, on documents made up to the standard. */
#include "feed/read_cap.h"
#include "feed_tests.h"

#define OPEN "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'>"
#define HEAD(status, type, scope)                                                                  \
    OPEN "<identifier>one</identifier><sent>2026-11-24T08:00:00+02:00</sent><status>" status       \
         "</status><msgType>" type "</msgType><scope>" scope "</scope>"
#define INFO                                                                                       \
    "<info><language>fi-FI</language><event>Tuuli</event><severity>Moderate</severity>"            \
    "<expires>2026-11-25T06:00:00+02:00</expires></info>"

static struct cap_alert read_file(struct arena *arena, const char *path)
{
    struct report report = report_new(arena);
    struct cap_alert alert;
    assert_true(cap_read(arena, repository_file(arena, path), STR("cap.xml"), &report, &alert));
    assert_int_equal(report.count, 0);
    return alert;
}

static void a_warning_comes_in_the_languages_of_announcements(void **state)
{
    struct cap_alert alert = read_file(*state, "tests/cases/cap/wind.xml");
    assert_int_equal(alert.info_count, 2);
    assert_int_equal(alert.infos[0].language, LANGUAGE_FI);
    assert_int_equal(alert.infos[1].language, LANGUAGE_SV);
    assert_int_equal(alert.infos[0].severity, CAP_SEVERE);
    assert_str(alert.infos[0].headline, "Kova tuuli illalla ja yöllä");
    assert_str(alert.infos[1].event, "Vindvarning för landområden");
    assert_str(alert.identifier, "urn:oid:2.49.0.1.999.0.2026.11.24.1");
    assert_int_equal(alert.infos[0].onset.civil.hour, 15);
    assert_int_equal(alert.message, CAP_ALERT);
    assert_false(alert.is_exercise);
}

static void a_warning_holds_for_its_own_areas(void **state)
{
    struct cap_alert alert = read_file(*state, "tests/cases/cap/wind.xml");
    assert_true(cap_is_for(&alert.infos[0], STR("FI-kuntanumero:9901")));
    assert_true(cap_is_for(&alert.infos[0], STR("ISO 3166-2:FI-99")));
    assert_false(cap_is_for(&alert.infos[0], STR("FI-kuntanumero:990")));
    assert_false(cap_is_for(&alert.infos[1], STR("FI-kuntanumero:9902")));
    assert_int_equal(alert.infos[0].place_count, 2);
}

static void what_is_not_for_the_public_is_refused(void **state)
{
    static const struct {
        const char *name, *xml;
        bool is_read;
    } cases[] = {
        { "actual", HEAD("Actual", "Alert", "Public") INFO "</alert>", true },
        { "an exercise", HEAD("Exercise", "Alert", "Public") INFO "</alert>", true },
        { "a test", HEAD("Test", "Alert", "Public") INFO "</alert>", false },
        { "a draft", HEAD("Draft", "Alert", "Public") INFO "</alert>", false },
        { "restricted", HEAD("Actual", "Alert", "Restricted") INFO "</alert>", false },
        { "an acknowledgement", HEAD("Actual", "Ack", "Public") INFO "</alert>", false },
        { "no words", HEAD("Actual", "Alert", "Public") "</alert>", false },
        { "a cancellation without words", HEAD("Actual", "Cancel", "Public") "</alert>", true },
        { "without an end",
          HEAD("Actual", "Alert", "Public") "<info><event>Tuuli</event></info></alert>", false },
        { "CAP 1.1", "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.1'/>", false },
        { "no XML", "warning!", false },
        { "nothing", "", false },
        { "a doctype", "<!DOCTYPE alert><alert/>", false },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report = report_new(*state);
        struct cap_alert alert;
        bool is_read = cap_read(*state, str_of(cases[i].xml), STR("cap.xml"), &report, &alert);
        if (is_read != cases[i].is_read)
            fail_msg("%s: %s", cases[i].name, is_read ? "was read" : "was not read");
        if (!is_read && report.count == 0)
            fail_msg("%s: no finding", cases[i].name);
    }
}

static void an_exercise_is_told_apart(void **state)
{
    struct report report = report_new(*state);
    struct cap_alert alert;
    assert_true(cap_read(*state, STR(HEAD("Exercise", "Alert", "Public") INFO "</alert>"),
                         STR("cap.xml"), &report, &alert));
    assert_true(alert.is_exercise);
}

static void a_severity_that_is_not_known_is_the_least(void **state)
{
    struct report report = report_new(*state);
    struct cap_alert alert;
    assert_true(cap_read(
        *state,
        STR(HEAD("Actual", "Alert",
                 "Public") "<info><event>x</event><severity>"
                           "Unknown</severity><expires>2026-11-25T06:00:00Z</expires></info>"
                           "</alert>"),
        STR("cap.xml"), &report, &alert));
    assert_int_equal(alert.infos[0].severity, CAP_MINOR);
    assert_int_equal(alert.infos[0].language, LANGUAGE_EN);
}

static struct cap_alert alert_of(struct arena *arena, const char *identifier, const char *type,
                                 const char *references, const char *expires)
{
    struct report report = report_new(arena);
    struct cap_alert alert;
    struct str xml = str_format(
        arena,
        OPEN
        "<identifier>%s</identifier><sent>2026-11-24T08:00:00+02:00</sent>"
        "<status>Actual</status><msgType>%s</msgType><scope>Public</scope>"
        "<references>%s</references><info><event>x</event><expires>%s</expires></info></alert>",
        identifier, type, references, expires);
    assert_true(cap_read(arena, xml, STR("cap.xml"), &report, &alert));
    return alert;
}

static void replaced_cancelled_and_old_warnings_leave(void **state)
{
    struct arena *arena = *state;
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    const char *tomorrow = "2026-11-25T06:00:00+02:00", *before = "2026-11-24T09:00:00+02:00";
    struct cap_alert alerts[] = {
        alert_of(arena, "a", "Alert", "", tomorrow),
        alert_of(arena, "b", "Update", "who,a,2026-11-24T08:00:00+02:00", tomorrow),
        alert_of(arena, "c", "Alert", "", tomorrow),
        alert_of(arena, "d", "Cancel", "who,c,2026-11-24T08:00:00+02:00", tomorrow),
        alert_of(arena, "e", "Alert", "", before),
        alert_of(arena, "f", "Alert", "", tomorrow),
    };
    struct stamp now;
    assert_true(stamp_parse(STR("2026-11-24T10:00:00+02:00"), &now));
    size_t count = cap_in_force(alerts, ARRAY_LEN(alerts), zone, stamp_moment(&now, zone));
    assert_int_equal(count, 2);
    assert_str(alerts[0].identifier, "b");
    assert_str(alerts[1].identifier, "f");
}

static void a_list_gives_each_address_once(void **state)
{
    struct report report = report_new(*state);
    struct str *links;
    size_t count;
    struct str rss = repository_file(*state, "tests/cases/cap/list.rss");
    assert_true(cap_read_rss(*state, rss, STR("rss"), &report, &links, &count));
    assert_int_equal(count, 2);
    assert_str(links[0], "https://saa.example/cap/1.xml");
    assert_str(links[1], "https://saa.example/cap/2.xml");
}

static void a_list_without_warnings_is_a_list(void **state)
{
    struct report report = report_new(*state);
    struct str *links;
    size_t count = 9;
    assert_true(cap_read_rss(*state, STR("<rss version='2.0'><channel/></rss>"), STR("rss"),
                             &report, &links, &count));
    assert_int_equal(count, 0);
}

static void a_list_that_is_none_or_too_long_is_refused(void **state)
{
    struct arena *arena = *state;
    struct report report = report_new(arena);
    struct str *links;
    size_t count;
    struct text text = text_new(arena, 1 << 20);
    text_add_c(&text, "<rss><channel>");
    for (int i = 0; i <= CAP_RSS_ITEMS_MAX; i++)
        text_format(&text, "<item><link>https://saa.example/%d</link></item>", i);
    text_add_c(&text, "</channel></rss>");
    assert_false(cap_read_rss(arena, text_str(&text), STR("rss"), &report, &links, &count));
    assert_int_equal(report.count, 1);
    assert_false(cap_read_rss(arena, STR("<feed/>"), STR("rss"), &report, &links, &count));
    assert_int_equal(report.count, 2);
}

int run_cap_tests(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_warning_comes_in_the_languages_of_announcements),
        TEST(a_warning_holds_for_its_own_areas),
        TEST(what_is_not_for_the_public_is_refused),
        TEST(an_exercise_is_told_apart),
        TEST(a_severity_that_is_not_known_is_the_least),
        TEST(replaced_cancelled_and_old_warnings_leave),
        TEST(a_list_gives_each_address_once),
        TEST(a_list_without_warnings_is_a_list),
        TEST(a_list_that_is_none_or_too_long_is_refused),
    };
    return cmocka_run_group_tests_name("cap", tests, NULL, NULL);
}
