/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * event-facts, event-past, missing-glyph and overflow, each with what passes and what fails it, and
 * what findings come to.
 */
/* clang-format off */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
/* clang-format on */

#include "rules/rule_set.h"
#include "rules/rules.h"
#include "square.h"

#include <stdlib.h>

#define TEST_BYTES_MAX (16u << 20)
#define NOW "2026-11-24T10:00"

/* Everything a rule looks at, right in every way until a test changes it. */
struct rig {
    struct arena *arena;
    struct measure measure;
    struct profile profile;
    const struct zone *zone;
    struct announcement announcement;
    struct organisation author;
    struct when when;
    struct venue venue;
    struct contact contact;
    struct scene scenes[2];
    const struct scene *scene_list[2];
    const struct display *display_list[2];
    struct rule_input input;
};

static struct stamp stamp_of(const char *text)
{
    struct stamp stamp;
    assert_true(stamp_parse(str_of(text), &stamp));
    return stamp;
}

static void fill_announcement(struct rig *rig)
{
    rig->author.name = STR("Niemelän Tuki ry");
    rig->when.repeat.interval = 1;
    rig->when.start = stamp_of("2026-12-01T17:00");
    rig->when.end = stamp_of("2026-12-01T18:30");
    rig->venue = (struct venue){ .mode = PLACE_ON_SITE, .name = STR("Asukastupa") };
    rig->contact.tel = STR("+358401234567");
    rig->announcement = (struct announcement){
        .id = STR("urn:x:1"),
        .kind = KIND_EVENT,
        .title = STR("Tule sururyhmään"),
        .updated = stamp_of("2026-11-20T10:00"),
        .authors = &rig->author,
        .author_count = 1,
        .whens = &rig->when,
        .when_count = 1,
        .venues = &rig->venue,
        .venue_count = 1,
        .contacts = &rig->contact,
        .contact_count = 1,
        .audience = STR("Kaikille"),
        .has_cost = true,
        .has_signup = true,
        .where = { .file = STR("ryhma.xml"), .line = 3, .column = 5 },
    };
}

static int open_rig(void **state)
{
    struct rig *rig = memory_new(1, sizeof *rig);
    rig->arena = arena_new(TEST_BYTES_MAX);
    rig->measure = square_measure();
    profile_reference(rig->arena, &rig->profile);
    rig->zone = zone_open(rig->arena, NULL, rig->profile.zone_name);
    fill_announcement(rig);
    struct stamp now = stamp_of(NOW);
    for (size_t i = 0; i < 2; i++) {
        rig->scene_list[i] = &rig->scenes[i];
        rig->display_list[i] = &rig->profile.displays[0];
    }
    rig->input = (struct rule_input){ .announcement = &rig->announcement,
                                      .profile = &rig->profile,
                                      .zone = rig->zone,
                                      .now = stamp_moment(&now, rig->zone),
                                      .measure = &rig->measure,
                                      .scenes = rig->scene_list,
                                      .displays = rig->display_list,
                                      .display_count = 1 };
    *state = rig;
    return 0;
}

static int close_rig(void **state)
{
    struct rig *rig = *state;
    arena_free(rig->arena);
    free(rig);
    return 0;
}

static struct report check_with(struct rig *rig, const struct rule_setting *settings)
{
    static rule_fn *const rules[] = { rule_event_facts, rule_event_past, rule_missing_glyph,
                                      rule_overflow };
    struct report report = report_new(rig->arena);
    report.settings = settings;
    for (size_t i = 0; i < ARRAY_LEN(rules); i++)
        rules[i](&rig->input, &report);
    return report;
}

static struct report check(struct rig *rig)
{
    return check_with(rig, NULL);
}

static void check_passes(struct rig *rig)
{
    struct report report = check(rig);
    if (report.count > 0)
        fail_msg("%s at %.*s", finding_info(report.findings[0].code)->message,
                 STR_ARG(report.findings[0].where.element));
}

/* Just this finding, at this element. */
static struct finding check_fails(struct rig *rig, enum finding_code code, const char *element)
{
    struct report report = check(rig);
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, code);
    if (!str_is(report.findings[0].where.element, element))
        fail_msg("at %.*s, not %s", STR_ARG(report.findings[0].where.element), element);
    assert_true(str_is(report.findings[0].where.file, "ryhma.xml"));
    return report.findings[0];
}

static void what_is_right_in_every_way_passes(void **state)
{
    check_passes(*state);
}

/* ---- event-facts --------------------------------------------------------------------------- */

static void an_occasion_says_when(void **state)
{
    struct rig *rig = *state;
    rig->announcement.when_count = 0;
    struct finding finding = check_fails(rig, FINDING_FACT_WHEN, "it:when");
    assert_int_equal(finding.severity, SEVERITY_BLOCK);
    assert_int_equal(finding.where.line, 3);
    static const enum kind kinds[] = { KIND_EVENT, KIND_GROUP, KIND_COURSE };
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        rig->announcement.kind = kinds[i];
        check_fails(rig, FINDING_FACT_WHEN, "it:when");
    }
}

static void an_occasion_says_where(void **state)
{
    struct rig *rig = *state;
    static const struct {
        struct venue venue;
        bool passes;
    } cases[] = {
        { { .mode = PLACE_ON_SITE, .street = { "Metsätie 2", 11 } }, true },
        { { .mode = PLACE_ON_SITE, .extra = { "2. kerros", 9 } }, true },
        { { .mode = PLACE_NONE, .name = { "Sali", 4 } }, true },
        { { .mode = PLACE_ONLINE }, true },
        { { .mode = PLACE_PHONE }, true },
        { { .mode = PLACE_ON_SITE }, false },
        { { .mode = PLACE_HYBRID }, false },
        { { .mode = PLACE_ON_SITE, .city = { "Niemelä", 8 } }, false }, /* nobody finds it */
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        rig->venue = cases[i].venue;
        if (cases[i].passes)
            check_passes(rig);
        else
            check_fails(rig, FINDING_FACT_WHERE, "it:where");
    }
    rig->announcement.venue_count = 0;
    assert_int_equal(check_fails(rig, FINDING_FACT_WHERE, "it:where").severity, SEVERITY_BLOCK);
}

static void everything_says_who_arranges_it(void **state)
{
    struct rig *rig = *state;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        rig->announcement.kind = (enum kind)kind;
        rig->author.name = STR("Niemelän Tuki ry");
        check_passes(rig);
        rig->author.name = (struct str){ 0 };
        assert_int_equal(check_fails(rig, FINDING_FACT_ORGANISER, "author").severity,
                         SEVERITY_BLOCK);
    }
    rig->announcement.author_count = 0;
    check_fails(rig, FINDING_FACT_ORGANISER, "author");
}

static void an_occasion_is_asked_for_the_rest(void **state)
{
    struct rig *rig = *state;
    struct str terms[] = { STR("p2433") };
    rig->announcement.audience = (struct str){ 0 };
    assert_int_equal(check_fails(rig, FINDING_FACT_AUDIENCE, "it:audience").severity,
                     SEVERITY_WARN);
    rig->announcement.audience_terms = terms; /* a category says it too */
    rig->announcement.audience_term_count = 1;
    check_passes(rig);
    rig->announcement.has_signup = false;
    assert_int_equal(check_fails(rig, FINDING_FACT_SIGNUP, "it:signup").severity, SEVERITY_WARN);
    rig->announcement.has_signup = true;
    rig->announcement.has_cost = false;
    assert_int_equal(check_fails(rig, FINDING_FACT_COST, "it:cost").severity, SEVERITY_WARN);
    rig->announcement.has_cost = true;
    rig->announcement.contact_count = 0; /* an occasion needs none: people come */
    check_passes(rig);
}

static void a_notice_has_a_contact_or_a_link(void **state)
{
    struct rig *rig = *state;
    struct announcement *announcement = &rig->announcement;
    announcement->kind = KIND_NOTICE;
    announcement->when_count = announcement->venue_count = 0;
    announcement->audience = (struct str){ 0 };
    announcement->has_cost = announcement->has_signup = false;
    check_passes(rig);
    rig->contact = (struct contact){ .name = STR("Toimisto") };
    assert_int_equal(check_fails(rig, FINDING_FACT_CONTACT, "it:contact").severity, SEVERITY_WARN);
    rig->contact.email = STR("tuki@niemela.example.fi");
    check_passes(rig);
    announcement->contact_count = 0;
    check_fails(rig, FINDING_FACT_CONTACT, "it:contact");
    announcement->link = STR("https://tuki.example.fi/");
    check_passes(rig);
    announcement->link = (struct str){ 0 };
    announcement->signup_tel = STR("+358401234567");
    check_passes(rig);
}

/* ---- event-past ---------------------------------------------------------------------------- */

static void an_event_that_is_over_is_not_shown(void **state)
{
    struct rig *rig = *state;
    static const struct {
        const char *start, *end, *rule;
        bool over;
    } cases[] = {
        { "2026-11-24T08:00", "2026-11-24T10:01", NULL, false },
        { "2026-11-24T08:00", "2026-11-24T10:00", NULL, true }, /* its end is now */
        { "2026-11-24T08:00", "2026-11-24T09:59", NULL, true },
        { "2026-11-24", NULL, NULL, false }, /* until the end of the day */
        { "2026-11-23", NULL, NULL, true },
        { "2026-11-20", "2026-11-24", NULL, false },
        { "2026-09-01T17:00", "2026-09-01T18:00", "FREQ=WEEKLY", false }, /* endless */
        { "2026-09-01T17:00", "2026-09-01T18:00", "FREQ=WEEKLY;UNTIL=20261124", false },
        { "2026-09-01T17:00", "2026-09-01T18:00", "FREQ=WEEKLY;UNTIL=20261123", true },
        { "2026-09-01T17:00", "2026-09-01T18:00", "FREQ=WEEKLY;COUNT=2", true },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        rig->when = (struct when){ .start = stamp_of(cases[i].start), .repeat.interval = 1 };
        if (cases[i].end)
            rig->when.end = stamp_of(cases[i].end);
        if (cases[i].rule)
            assert_true(repeat_parse(str_of(cases[i].rule), &rig->when.repeat));
        if (cases[i].over)
            check_fails(rig, FINDING_EVENT_IS_OVER, "it:when");
        else
            check_passes(rig);
    }
}

static void the_finding_names_the_day_as_people_write_it(void **state)
{
    struct rig *rig = *state;
    rig->when.start = stamp_of("2026-03-05");
    rig->when.end = stamp_of("2026-03-05");
    struct finding finding = check_fails(rig, FINDING_EVENT_IS_OVER, "it:when");
    assert_true(str_is(finding.args[0], "5.3.2026"));
    assert_int_equal(finding.severity, SEVERITY_BLOCK);
}

static void a_centre_may_give_an_event_some_minutes_more(void **state)
{
    struct rig *rig = *state;
    static struct rule_setting settings[RULE_COUNT];
    settings[RULE_EVENT_PAST] = (struct rule_setting){ .has_limit = true, .limit = 60 };
    rig->when.start = stamp_of("2026-11-24T08:00");
    rig->when.end = stamp_of("2026-11-24T09:00");
    check_fails(rig, FINDING_EVENT_IS_OVER, "it:when");
    assert_int_equal(check_with(rig, settings).count, 1); /* an hour after it, to the minute */
    rig->input.now--;
    assert_int_equal(check_with(rig, settings).count, 0);
}

static void what_was_to_be_shown_until_yesterday_is_over(void **state)
{
    struct rig *rig = *state;
    rig->announcement.show.until = stamp_of("2026-11-24");
    check_passes(rig);
    rig->announcement.show.until = stamp_of("2026-11-23");
    struct finding finding = check_fails(rig, FINDING_SHOW_IS_OVER, "it:show");
    assert_true(str_is(finding.args[0], "23.11.2026"));
    /* The event itself says more: one finding, not two. */
    rig->when.start = stamp_of("2026-11-20");
    rig->when.end = (struct stamp){ 0 };
    check_fails(rig, FINDING_EVENT_IS_OVER, "it:when");
}

/* ---- missing-glyph ------------------------------------------------------------------------- */

#define NO_GLYPH "\xEE\x80\x80" /* U+E000: the square letters lack it */

static void a_letter_that_cannot_be_drawn_is_named_where_it_stands(void **state)
{
    struct rig *rig = *state;
    struct announcement *announcement = &rig->announcement;
    struct block block = { .text = STR("Kahvi " NO_GLYPH) };
    struct str *const places[] = { &announcement->title,    &announcement->summary,
                                   &announcement->audience, &announcement->cost,
                                   &announcement->signup,   &rig->author.name,
                                   &rig->venue.name,        &rig->venue.street,
                                   &rig->venue.extra,       &rig->venue.city };
    static const char *const elements[] = { "title",     "summary", "it:audience", "it:cost",
                                            "it:signup", "author",  "it:where",    "it:where",
                                            "it:where",  "it:where" };
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        struct str kept = *places[i];
        *places[i] = STR("Sali " NO_GLYPH);
        struct finding finding = check_fails(rig, FINDING_GLYPH_MISSING, elements[i]);
        assert_true(str_is(finding.args[0], NO_GLYPH " (U+E000)"));
        assert_int_equal(finding.severity, SEVERITY_BLOCK);
        *places[i] = kept;
    }
    check_passes(rig);
    announcement->blocks = &block;
    announcement->block_count = 1;
    check_fails(rig, FINDING_GLYPH_MISSING, "content");
}

static void what_is_never_drawn_needs_no_glyph(void **state)
{
    struct rig *rig = *state;
    rig->announcement.title = STR("Sote\xC2\xADkeskus \xE2\x80\x8F"
                                  "a\xE2\x80\x8E \xE2\x80\x8C\xE2\x80\x8D\xD8\x9C\n\t");
    check_passes(rig);
}

static void a_foreign_script_is_told_in_three_letters(void **state)
{
    struct rig *rig = *state;
    rig->announcement.title = STR(NO_GLYPH NO_GLYPH "\xEE\x80\x81" NO_GLYPH NO_GLYPH);
    rig->announcement.summary = STR(NO_GLYPH);
    struct report report = check(rig);
    assert_int_equal(report.count, 3);
    assert_true(str_ends(report.findings[2].args[0], "(U+E001)"));
}

/* ---- overflow ------------------------------------------------------------------------------ */

static void text_that_does_not_fit_is_told_with_what_to_take_away(void **state)
{
    struct rig *rig = *state;
    rig->scenes[0].characters_over = 40;
    struct finding finding = check_fails(rig, FINDING_OVERFLOW_TEXT, "content");
    assert_true(str_is(finding.args[0], "aula"));
    assert_true(str_is(finding.args[1], "40"));
    assert_int_equal(finding.severity, SEVERITY_BLOCK);
}

static void a_word_that_does_not_fit_is_named(void **state)
{
    struct rig *rig = *state;
    rig->scenes[0].wide_word = STR("lääkinnällinenkuntoutus");
    rig->scenes[0].characters_over = 40; /* the word comes first */
    struct finding finding = check_fails(rig, FINDING_OVERFLOW_WORD, "content");
    assert_true(str_is(finding.args[0], "lääkinnällinenkuntoutus"));
    assert_true(str_is(finding.args[1], "aula"));
}

static void each_display_is_told_by_its_name(void **state)
{
    struct rig *rig = *state;
    struct display other = *rig->display_list[0];
    other.name = STR("kaytava");
    rig->display_list[1] = &other;
    rig->input.display_count = 2;
    rig->scenes[1].characters_over = 7;
    struct finding finding = check_fails(rig, FINDING_OVERFLOW_TEXT, "content");
    assert_true(str_is(finding.args[0], "kaytava"));
    rig->scenes[0].characters_over = 3;
    assert_int_equal(check(rig).count, 2);
}

static void what_was_not_laid_out_is_not_measured(void **state)
{
    struct rig *rig = *state;
    rig->scenes[0].characters_over = 40;
    rig->input.display_count = 0;
    check_passes(rig);
}

/* ---- what findings come to ----------------------------------------------------------------- */

struct verdict_case {
    enum finding_code codes[3];
    size_t count;
    const char *overrides;
    bool blocks;
    enum rule by;
    enum severity verdict;
};

static void overrides_let_pass_what_may_be_let_pass(void **state)
{
    static const struct verdict_case cases[] = {
        { { 0 }, 0, "", false, 0, SEVERITY_ADVISE },
        { { FINDING_PICTURE_NAME }, 1, "", false, 0, SEVERITY_ADVISE },
        { { FINDING_FACT_COST }, 1, "", false, 0, SEVERITY_WARN },
        { { FINDING_FACT_WHEN }, 1, "", true, RULE_EVENT_FACTS, SEVERITY_BLOCK },
        { { FINDING_FACT_COST, FINDING_OVERFLOW_TEXT },
          2,
          "",
          true,
          RULE_OVERFLOW,
          SEVERITY_BLOCK },
        /* An overridden block still warns. */
        { { FINDING_FACT_WHEN }, 1, "event-facts", false, 0, SEVERITY_WARN },
        { { FINDING_FACT_WHEN }, 1, "overflow, event-facts", false, 0, SEVERITY_WARN },
        { { FINDING_FACT_WHEN }, 1, "overflow", true, RULE_EVENT_FACTS, SEVERITY_BLOCK },
        { { FINDING_FACT_WHEN },
          1,
          "event-facts-2,event,facts",
          true,
          RULE_EVENT_FACTS,
          SEVERITY_BLOCK },
        /* Of two the one that is not overridden blocks. */
        { { FINDING_FACT_WHEN, FINDING_OVERFLOW_WORD },
          2,
          "event-facts",
          true,
          RULE_OVERFLOW,
          SEVERITY_BLOCK },
        { { FINDING_FACT_WHEN, FINDING_OVERFLOW_WORD },
          2,
          "event-facts,overflow",
          false,
          0,
          SEVERITY_WARN },
        /* Nobody may override these. */
        { { FINDING_APPROVAL_MISSING },
          1,
          "not-approved",
          true,
          RULE_NOT_APPROVED,
          SEVERITY_BLOCK },
        { { FINDING_FILE_OTHER_BYTES },
          1,
          "hash-mismatch",
          true,
          RULE_HASH_MISMATCH,
          SEVERITY_BLOCK },
        /* The timetable decides anew at every moment whether it is over. */
        { { FINDING_EVENT_IS_OVER }, 1, "", false, 0, SEVERITY_BLOCK },
        { { FINDING_EVENT_IS_OVER, FINDING_FACT_WHERE },
          2,
          "",
          true,
          RULE_EVENT_FACTS,
          SEVERITY_BLOCK },
    };
    struct rig *rig = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct report report = report_new(rig->arena);
        struct str overrides = str_of(cases[i].overrides);
        enum rule by = RULE_COUNT;
        for (size_t k = 0; k < cases[i].count; k++)
            report_add(&report, cases[i].codes[k], (struct place){ 0 });
        bool blocks = rules_blocking(&report, overrides, &by);
        if (blocks != cases[i].blocks || rules_verdict(&report, overrides) != cases[i].verdict)
            fail_msg("case %zu (\"%s\"): blocks %d, verdict %s", i, cases[i].overrides, blocks,
                     severity_name(rules_verdict(&report, overrides)));
        assert_int_equal(by, blocks ? cases[i].by : RULE_COUNT); /* set only when it blocks */
    }
}

/* A centre that turns a rule down does not block by it. */
static void the_severity_is_the_centres(void **state)
{
    struct rig *rig = *state;
    static struct rule_setting settings[RULE_COUNT];
    enum rule by;
    settings[RULE_EVENT_FACTS] =
        (struct rule_setting){ .has_severity = true, .severity = SEVERITY_WARN };
    rig->announcement.when_count = 0;
    struct report report = check_with(rig, settings);
    assert_int_equal(report.count, 1);
    assert_false(rules_blocking(&report, STR(""), &by));
    assert_int_equal(rules_verdict(&report, STR("")), SEVERITY_WARN);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, open_rig, close_rig)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_right_in_every_way_passes),
        TEST(an_occasion_says_when),
        TEST(an_occasion_says_where),
        TEST(everything_says_who_arranges_it),
        TEST(an_occasion_is_asked_for_the_rest),
        TEST(a_notice_has_a_contact_or_a_link),
        TEST(an_event_that_is_over_is_not_shown),
        TEST(the_finding_names_the_day_as_people_write_it),
        TEST(a_centre_may_give_an_event_some_minutes_more),
        TEST(what_was_to_be_shown_until_yesterday_is_over),
        TEST(a_letter_that_cannot_be_drawn_is_named_where_it_stands),
        TEST(what_is_never_drawn_needs_no_glyph),
        TEST(a_foreign_script_is_told_in_three_letters),
        TEST(text_that_does_not_fit_is_told_with_what_to_take_away),
        TEST(a_word_that_does_not_fit_is_named),
        TEST(each_display_is_told_by_its_name),
        TEST(what_was_not_laid_out_is_not_measured),
        TEST(overrides_let_pass_what_may_be_let_pass),
        TEST(the_severity_is_the_centres),
    };
    return cmocka_run_group_tests_name("rules", tests, NULL, NULL);
}
