/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The centre profile and the list of hidden items. */
#include "feed_tests.h"

#define DISPLAY "<display name='a' diagonal-in='43' width='1920' height='1080'/>"
#define KEY_TEXT "RWSoRUCu0SclHP+jDt/DR/hjUYWCPfuGwu/L/kQx1dbm7NwBU0lLmPkk"

static struct str profile_with(struct arena *arena, const char *inside)
{
    return str_format(
        arena,
        "<centre xmlns='urn:x-infotaulu:1' id='a'><name xml:lang='fi'>A</name>" DISPLAY
        "\n%s</centre>",
        inside);
}

static struct profile read_profile_with(struct arena *arena, struct report *report,
                                        const char *inside)
{
    struct profile profile;
    *report = report_new(arena);
    if (!profile_read(arena, profile_with(arena, inside), STR("centre.xml"), report, &profile)) {
        assert_findings(report, "");
        fail_msg("no profile");
    }
    return profile;
}

static struct profile read_example(struct arena *arena)
{
    struct profile profile;
    struct report report = report_new(arena);
    struct str bytes = repository_file(arena, "content-schema/centre-example.xml");
    assert_true(profile_read(arena, bytes, STR("centre.xml"), &report, &profile));
    assert_findings(&report, "");
    return profile;
}

static void the_example_tells_of_the_place(void **state)
{
    struct profile read = read_example(*state);
    assert_str(read.id, "niemela");
    assert_str(read.zone_name, "Europe/Helsinki");
    assert_str(profile_name(&read, LANGUAGE_SV), "Niemelä social- och hälsocentral");
    assert_str(profile_name(&read, LANGUAGE_AR), "Niemelän sote-keskus");
    assert_int_equal(read.language_count, 5);
    assert_int_equal(read.languages[3], LANGUAGE_RU);
    assert_int_equal(read.display_count, 2);
    assert_str(read.displays[1].name, "kaytava");
    assert_int_equal(read.displays[1].rotation, 90);
    assert_int_equal(display_seen_width(&read.displays[1]), 1080);
    assert_true(read.displays[1].distance_m > 2.49 && read.displays[1].distance_m < 2.51);
    assert_true(read.displays[1].clock_rtc);
    assert_false(read.displays[0].clock_rtc || read.displays[0].dark);
    assert_int_equal(read.opening.span_count, 2);
    assert_int_equal(read.opening.spans[0].hours.from, 7 * 60 + 30);
    assert_int_equal(read.opening.spans[0].hours.until, 18 * 60);
    assert_true(read.opening.spans[0].days[FRIDAY]);
    assert_false(read.opening.spans[0].days[SATURDAY]);
    assert_int_equal(read.opening.exception_count, 2);
    assert_false(read.opening.exceptions[0].closed);
    assert_int_equal(read.opening.exceptions[0].until.day, 23);
    assert_int_equal(read.opening.exceptions[0].hours.until, 12 * 60);
    assert_true(read.opening.exceptions[1].closed);
    assert_int_equal(read.opening.exceptions[1].until.day, 26);
}

static void the_example_tells_whom_to_trust(void **state)
{
    struct profile read = read_example(*state);
    assert_int_equal(read.key_count, 4);
    assert_int_equal(read.keys[0].roles, KEY_PUBLISHER);
    assert_str(read.keys[0].name, "Julkaiseva palvelin");
    assert_int_equal(read.keys[0].until.civil.date.year, 2027);
    /* minisign's own base64: 42 bytes, "Ed", the number, the key. */
    static const uint8_t id[] = { 0xA8, 0x45, 0x40, 0xAE, 0xD1, 0x27, 0x25, 0x1C };
    assert_memory_equal(read.keys[0].key.id, id, sizeof id);
    assert_int_equal(read.keys[0].key.bytes[0], 0xFF);
    assert_int_equal(read.keys[0].key.bytes[31], 0x24);
    assert_int_equal(read.keys[2].roles, KEY_ALERT | KEY_RECEPTION);
    assert_int_equal(read.keys[2].until.kind, STAMP_NONE);
    assert_false(read.keys[2].revoked);
    assert_true(read.keys[3].revoked);
    assert_int_equal(read.site_count, 1);
    assert_str(read.sites[0].url, "https://taulut.hyvinvointialue.example.fi/yhteiset/");
    assert_true(str_starts(read.sites[0].root_key, "RWQY"));
    assert_int_equal(read.organisation_count, 2);
    assert_str(read.organisations[0].name_sv, "Niemelä Närståendevårdare rf");
    assert_int_equal(read.organisations[0].allowed_until.kind, STAMP_DATE);
    assert_str(read.organisations[1].domains, "niemelanseurakunta.example.fi diakonia.example.fi");
}

static void the_example_tells_how_it_shows(void **state)
{
    struct profile read = read_example(*state);
    assert_int_equal(read.light.accent.red, 0x0B);
    assert_int_equal(read.dark.accent.green, 0xD3);
    assert_int_equal(read.slide_seconds_max, 60);
    assert_int_equal(read.poll_seconds, 300);
    assert_false(read.cut);
    assert_true(read.rotation.outside_share > 0.049 && read.rotation.outside_share < 0.051);
    assert_false(read.rotation.priority_between);
    assert_int_equal(read.rotation.approach_count, 4);
    assert_int_equal(read.rotation.approaches[1].days, 7);
    assert_int_equal(read.rotation.quarter_count, 1);
    assert_int_equal(read.rotation.quarters[0].from, 14 * 60);
    assert_true(read.rotation.quarters[0].days[THURSDAY]);
    assert_false(read.rotation.quarters[0].days[FRIDAY]);
    assert_int_equal(read.word_count, 4);
    assert_str(read.words[1], "asukastupa");
    assert_true(str_starts(read.submit, "Lähetä"));
    assert_int_equal(read.review.civil.date.month, 3);
    assert_true(read.rules[RULE_FILE_NAME_MATCH].has_severity);
    assert_int_equal(read.rules[RULE_FILE_NAME_MATCH].severity, SEVERITY_WARN);
    assert_true(read.rules[RULE_FILE_HEADER_FIRST].limit > 5999.9 &&
                read.rules[RULE_FILE_HEADER_FIRST].limit < 6000.1);
    assert_true(read.rules[RULE_FILE_SIZE].has_limit);
}

static void what_is_left_out_is_as_in_the_reference(void **state)
{
    struct report report;
    struct profile reference, read = read_profile_with(*state, &report, "");
    assert_findings(&report, "");
    profile_reference(*state, &reference);
    assert_str(read.zone_name, "Europe/Helsinki");
    assert_int_equal(read.language_count, reference.language_count);
    assert_int_equal(read.slide_seconds_min, reference.slide_seconds_min);
    assert_int_equal(read.poll_seconds, reference.poll_seconds);
    assert_int_equal(read.rotation.agenda_minutes, 5);
    assert_int_equal(read.rotation.approach_count, reference.rotation.approach_count);
    assert_memory_equal(&read.dark, &reference.dark, sizeof read.dark);
    assert_int_equal(read.display_count, 1);
    assert_int_equal(read.name_count, 1);
    assert_int_equal(read.opening.span_count, 0);
    const struct display *display = &read.displays[0], *known = &reference.displays[0];
    assert_true(display->distance_m == known->distance_m);
    assert_true(display->closest_m == known->closest_m);
    assert_true(display->scan_m == known->scan_m);
    assert_str(display->panel, "lcd");
}

static void each_mistake_has_its_finding(void **state)
{
    static const struct {
        const char *inside, *finding;
    } cases[] = {
        { "<languages>fi xx</languages>", "PROFILE_VALUE" },
        { "<languages/>", "PROFILE_MISSING" },
        { "<name xml:lang='fi'>B</name>", "ATOM_TWICE" },
        { "<name>B</name>", "PROFILE_VALUE" },
        { DISPLAY, "ATOM_TWICE" },
        { "<display name='b' diagonal-in='43' width='19' height='1080'/>", "PROFILE_VALUE" },
        { "<display name='b' width='1920' height='1080'/>", "PROFILE_MISSING" },
        { "<display name='b' diagonal-in='43' width='1920' height='1080' rotation='45'/>",
          "PROFILE_VALUE" },
        { "<display name='b' diagonal-in='43' width='1920' height='1080' distance='3'/>",
          "PROFILE_VALUE" },
        { "<opening><hours days='mo' from='8' until='16:00'/></opening>", "PROFILE_VALUE" },
        { "<opening><hours days='ma' from='08:00' until='16:00'/></opening>", "PROFILE_VALUE" },
        { "<opening><hours from='08:00' until='16:00'/></opening>", "PROFILE_MISSING" },
        { "<opening><exception from='2026-12-24'/></opening>", "PROFILE_VALUE" },
        { "<opening><exception from='2026-12-24' closed='true' hours='08:00-12:00'/></opening>",
          "PROFILE_VALUE" },
        { "<opening><exception from='24.12.' closed='true'/></opening>", "ATOM_DATE" },
        { "<opening><exception from='2026-12-24' until='2026-12-20' closed='true'/></opening>",
          "ATOM_ORDER" },
        { "<opening><day/></opening>", "PROFILE_VALUE" },
        { "<opening/><opening/>", "ATOM_TWICE" },
        { "<key role='approver' name='a'>RWabc</key>", "PROFILE_VALUE" },
        { "<key role='approver' name='a'/>", "PROFILE_MISSING" },
        { "<key role='boss' name='a'>" KEY_TEXT "</key>", "PROFILE_VALUE" },
        { "<key role='approver'>" KEY_TEXT "</key>", "PROFILE_MISSING" },
        { "<key role='approver' name='a' until='x'>" KEY_TEXT "</key>", "ATOM_DATE" },
        { "<key role='approver' name='a' revoked='yes'>" KEY_TEXT "</key>", "PROFILE_VALUE" },
        { "<site url='ftp://a' root-key='" KEY_TEXT "'/>", "ATOM_LINK" },
        { "<site url='https://a.example'/>", "PROFILE_MISSING" },
        { "<media types='image/gif'/>", "PROFILE_VALUE" },
        { "<media bytes-max='0'/>", "PROFILE_VALUE" },
        { "<media bytes-max='30000000'/>", "PROFILE_FLOOR" },
        { "<rule id='no-such-rule' limit='1'/>", "PROFILE_RULE" },
        { "<rule id='file-size' limit='many'/>", "PROFILE_VALUE" },
        { "<rule id='file-header-first' limit='10000'/>", "PROFILE_FLOOR" },
        { "<rule id='xml-form' severity='warn'/>", "PROFILE_FLOOR" },
        { "<rule id='letter-height-min' limit='240'/>", "PROFILE_FLOOR" },
        { "<rule id='letter-height-min' limit='90'/>", "PROFILE_FLOOR" },
        { "<rule id='weekday-agrees' limit='3'/>", "PROFILE_NO_LIMIT" },
        { "<rule id='file-type' severity='error'/>", "PROFILE_VALUE" },
        { "<theme name='light' ink='black'/>", "PROFILE_VALUE" },
        { "<theme ink='#000000'/>", "PROFILE_MISSING" },
        { "<time slide-min='40' slide-max='20'/>", "PROFILE_VALUE" },
        { "<time poll-s='1'/>", "PROFILE_VALUE" },
        { "<time change='spin'/>", "PROFILE_VALUE" },
        { "<rotation priority-max='3'/>", "PROFILE_VALUE" },
        { "<rotation priority='all'/>", "PROFILE_VALUE" },
        { "<rotation outside-max='0'/>", "PROFILE_VALUE" },
        { "<rotation agenda-min='-1'/>", "PROFILE_VALUE" },
        { "<rotation><approach days='7' weight='0'/></rotation>", "PROFILE_VALUE" },
        { "<rotation><approach days='7' weight='1'/><approach days='1' weight='2'/></rotation>",
          "PROFILE_VALUE" },
        { "<rotation><language-quarter lang='xx' from='14:00'/></rotation>", "PROFILE_VALUE" },
        { "<rotation><language-quarter lang='sv' from='24:00'/></rotation>", "PROFILE_VALUE" },
        { "<rotation><language-quarter lang='sv'/></rotation>", "PROFILE_MISSING" },
        { "<rotation><quarter/></rotation>", "PROFILE_VALUE" },
        { "<rotation/><rotation/>", "ATOM_TWICE" },
        { "<organisation/>", "PROFILE_MISSING" },
        { "<organisation name='a' until='31.12.2027'/>", "ATOM_DATE" },
        { "<review date='x'/>", "ATOM_DATE" },
        { "<screen/>", "PROFILE_VALUE" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report;
        read_profile_with(*state, &report, cases[i].inside);
        if (report.count != 1)
            print_error("%s\n", cases[i].inside);
        assert_findings(&report, cases[i].finding);
        assert_int_equal(report.findings[0].where.line, 2);
    }
}

static void without_id_zone_or_display_there_is_no_profile(void **state)
{
    static const struct {
        const char *xml, *finding;
    } cases[] = {
        { "<centre xmlns='urn:x-infotaulu:1'><name xml:lang='fi'>A</name>" DISPLAY "</centre>",
          "PROFILE_MISSING" },
        { "<centre xmlns='urn:x-infotaulu:1' id='a'><name xml:lang='fi'>A</name></centre>",
          "PROFILE_MISSING" },
        { "<centre xmlns='urn:x-infotaulu:1' id='a' zone='Europe/Nowhere'>"
          "<name xml:lang='fi'>A</name>" DISPLAY "</centre>",
          "ATOM_ZONE" },
        { "<centre xmlns='urn:x-infotaulu:1' id='a' zone='../etc/passwd'>"
          "<name xml:lang='fi'>A</name>" DISPLAY "</centre>",
          "ATOM_ZONE" },
        { "<centre id='a'><name xml:lang='fi'>A</name>" DISPLAY "</centre>", "PROFILE_MISSING" },
        { "<feed xmlns='http://www.w3.org/2005/Atom'/>", "PROFILE_MISSING" },
        { "<centre", "XML_BROKEN" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct profile profile;
        struct report report = report_new(*state);
        assert_false(
            profile_read(*state, str_of(cases[i].xml), STR("centre.xml"), &report, &profile));
        assert_findings(&report, cases[i].finding);
    }
}

/* Whatever is wrong with a key, it ends up trusted for less. */
static void a_doubtful_key_is_not_trusted(void **state)
{
    static const char *const keys[] = {
        "<key role='approver' name='a' from='x'>" KEY_TEXT "</key>",
        "<key role='approver' name='a' until='2026-13-01'>" KEY_TEXT "</key>",
        "<key role='approver' name='a' from='2026-12-01' until='2026-01-01'>" KEY_TEXT "</key>",
        "<key role='' name='a'>" KEY_TEXT "</key>",
        "<key role='approver' name='a' form='2026-12-01'>" KEY_TEXT "</key>",
    };
    struct report report;
    struct profile read;
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        read = read_profile_with(*state, &report, keys[i]);
        assert_int_equal(read.key_count, 0);
        assert_true(report_has(&report, SEVERITY_BLOCK));
    }
    read = read_profile_with(*state, &report,
                             "<key role='approver' name='a' revoked='yes'>" KEY_TEXT "</key>");
    assert_int_equal(read.key_count, 1);
    assert_true(read.keys[0].revoked);
}

static void a_limit_over_its_floor_becomes_the_floor(void **state)
{
    struct report report;
    struct profile read = read_profile_with(*state, &report, "<media bytes-max='900000000'/>");
    assert_true(read.rules[RULE_FILE_SIZE].limit == 20 << 20);
    assert_str(report.findings[0].args[0], "file-size");
    assert_str(report.findings[0].args[1], "900000000");
    assert_str(report.findings[0].args[2], "20971520");
    assert_str(report.findings[0].args[3], "65536–20971520 B");
    read = read_profile_with(*state, &report, "<rule id='hash-mismatch' severity='advise'/>");
    assert_int_equal(read.rules[RULE_HASH_MISMATCH].severity, SEVERITY_BLOCK);
    assert_str(report.findings[0].args[3], "block");
}

static void what_blocks_can_be_turned_down_to_a_warning(void **state)
{
    struct report report;
    struct profile read =
        read_profile_with(*state, &report, "<rule id='event-facts' severity='warn'/>");
    assert_findings(&report, "");
    assert_int_equal(read.rules[RULE_EVENT_FACTS].severity, SEVERITY_WARN);
    read = read_profile_with(*state, &report, "<rule id='event-facts' severity='advise'/>");
    assert_findings(&report, "PROFILE_FLOOR");
    assert_int_equal(read.rules[RULE_EVENT_FACTS].severity, SEVERITY_WARN);
    assert_str(report.findings[0].args[2], "warn");
    assert_str(report.findings[0].args[3], "block, warn");
    read = read_profile_with(*state, &report, "<rule id='all-caps' severity='advise'/>");
    assert_findings(&report, "");
    assert_int_equal(read.rules[RULE_ALL_CAPS].severity, SEVERITY_ADVISE);
}

static void only_some_rules_can_be_switched_off(void **state)
{
    struct report report;
    struct profile read =
        read_profile_with(*state, &report, "<rule id='lahella-link' severity='off'/>");
    assert_findings(&report, "");
    assert_true(read.rules[RULE_LAHELLA_LINK].is_off);
    read = read_profile_with(*state, &report, "<rule id='all-caps' severity='off'/>");
    assert_findings(&report, "PROFILE_FLOOR");
    assert_false(read.rules[RULE_ALL_CAPS].is_off);
    assert_int_equal(read.rules[RULE_ALL_CAPS].severity, SEVERITY_ADVISE);
}

static void hours_may_end_on_the_next_day(void **state)
{
    struct report report;
    struct profile read =
        read_profile_with(*state, &report,
                          "<opening><hours days='mo' from='20:00' until='06:00'/>"
                          "<hours days='tu' from='00:00' until='24:00'/></opening>");
    assert_findings(&report, "");
    assert_int_equal(read.opening.spans[0].hours.until, 30 * 60);
    assert_int_equal(read.opening.spans[1].hours.until, 24 * 60);
}

static void the_list_of_hidden_items_is_read(void **state)
{
    struct hide hide;
    struct report report = report_new(*state);
    struct str bytes = repository_file(*state, "content-schema/hide-example.xml");
    assert_true(hide_read(*state, bytes, STR("hide.xml"), &report, &hide));
    assert_findings(&report, "");
    assert_int_equal(hide.updated.civil.hour, 8);
    assert_int_equal(hide.count, 2);
    assert_true(hide.items[0].whole);
    assert_false(hide.items[1].whole);
    assert_int_equal(hide.items[1].date_count, 1);
    assert_int_equal(hide.items[1].dates[0].day, 24);
}

static void a_doubtful_item_is_hidden_as_a_whole(void **state)
{
    static const char hide_xml[] =
        "<hide xmlns='urn:x-infotaulu:1' updated='2026-11-23T08:15:00+02:00'>"
        "<item ref='a' date='2026-11-24'/><item ref='a' date='2026-12-01'/>"
        "<item ref='b' date='24.11.2026'/></hide>";
    struct hide hide;
    struct report report = report_new(*state);
    assert_true(hide_read(*state, str_of(hide_xml), STR("hide.xml"), &report, &hide));
    assert_findings(&report, "ATOM_DATE");
    assert_int_equal(hide.count, 2);
    assert_int_equal(hide.items[0].date_count, 2);
    assert_false(hide.items[0].whole);
    assert_true(hide.items[1].whole);
}

static struct str hide_of(struct arena *arena, int count)
{
    struct text text = text_new(arena, HIDE_BYTES_MAX);
    text_add_c(&text, "<hide xmlns='urn:x-infotaulu:1' updated='2026-11-23T08:15:00+02:00'>");
    for (int i = 0; i < count; i++)
        text_format(&text, "<item ref='a%d'/>", i);
    text_add_c(&text, "</hide>");
    return text_str(&text);
}

static void a_thousand_items_can_be_hidden(void **state)
{
    struct hide hide;
    struct report report = report_new(*state);
    assert_true(hide_read(*state, hide_of(*state, HIDE_ITEMS_MAX), STR("h"), &report, &hide));
    assert_int_equal(hide.count, HIDE_ITEMS_MAX);
    assert_false(hide_read(*state, hide_of(*state, HIDE_ITEMS_MAX + 1), STR("h"), &report, &hide));
    assert_findings(&report, "ATOM_VALUE");
    assert_false(
        hide_read(*state, STR("<hide xmlns='urn:x-infotaulu:1'/>"), STR("h"), &report, &hide));
}

int run_profile_tests(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(the_example_tells_of_the_place),
        TEST(the_example_tells_whom_to_trust),
        TEST(the_example_tells_how_it_shows),
        TEST(what_is_left_out_is_as_in_the_reference),
        TEST(each_mistake_has_its_finding),
        TEST(without_id_zone_or_display_there_is_no_profile),
        TEST(a_doubtful_key_is_not_trusted),
        TEST(a_limit_over_its_floor_becomes_the_floor),
        TEST(what_blocks_can_be_turned_down_to_a_warning),
        TEST(only_some_rules_can_be_switched_off),
        TEST(hours_may_end_on_the_next_day),
        TEST(the_list_of_hidden_items_is_read),
        TEST(a_doubtful_item_is_hidden_as_a_whole),
        TEST(a_thousand_items_can_be_hidden),
    };
    return cmocka_run_group_tests_name("profile", tests, NULL, NULL);
}
