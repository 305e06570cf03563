/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The types: language tags, show periods, the reference profile. */
#include "model/edition.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
/* clang-format off: cmocka wants those above */
#include <cmocka.h>
/* clang-format on */

#define ARENA_MAX ((size_t)1 << 20)
#define DAY_S 86400

static int set_up(void **state)
{
    *state = arena_new(ARENA_MAX);
    return 0;
}

static int tear_down(void **state)
{
    arena_free(*state);
    return 0;
}

static struct stamp stamp_of(const char *text)
{
    struct stamp stamp = { 0 };

    if (text)
        assert_true(stamp_parse(str_of(text), &stamp));
    return stamp;
}

static const struct zone *helsinki(struct arena *arena)
{
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));

    assert_non_null(zone);
    return zone;
}

static void a_tag_names_its_language_and_the_simple_form(void **state)
{
    static const struct {
        const char *tag;
        enum language language;
        bool simple;
    } cases[] = {
        { "fi", LANGUAGE_FI, false },          { "fi-simple", LANGUAGE_FI, true },
        { "FI-SIMPLE", LANGUAGE_FI, true },    { "sv-FI", LANGUAGE_SV, false },
        { "sv-fi-simple", LANGUAGE_SV, true }, { "ku-Arab-IQ", LANGUAGE_KU, false },
        { "smn", LANGUAGE_SMN, false },        { "ckb", LANGUAGE_CKB, false },
        { "en-x-simple", LANGUAGE_EN, false }, { "de-1996", LANGUAGE_DE, false },
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        enum language language = LANGUAGE_COUNT;
        bool simple = !cases[i].simple;

        assert_true(language_of_tag(str_of(cases[i].tag), &language, &simple));
        assert_int_equal(language, cases[i].language);
        assert_int_equal(simple, cases[i].simple);
        assert_true(language_of_tag(str_of(cases[i].tag), &language, NULL));
    }
}

static void a_tag_that_is_malformed_or_unknown_is_refused(void **state)
{
    static const char *const cases[] = {
        "",
        "f",
        "fin",
        "fil",
        "suomi",
        "fi-",
        "-fi",
        "fi--simple",
        "fi_FI",
        "fi FI",
        " fi",
        "fi-äidin",
        "fi-toolongsubtag",
        "xx",
        "simple",
        "fi-x",
        "f\0i",
        "i-simple",
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        enum language language = LANGUAGE_COUNT;
        bool simple = true;

        if (language_of_tag(str_of(cases[i]), &language, &simple))
            fail_msg("\"%s\" was taken for a language", cases[i]);
        assert_int_equal(language, LANGUAGE_COUNT);
        assert_true(simple);
    }
}

static void every_language_is_found_by_its_own_tag(void **state)
{
    (void)state;
    for (enum language i = 0; i < LANGUAGE_COUNT; i++) {
        enum language language = LANGUAGE_COUNT;

        assert_true(language_of_tag(str_of(language_tag(i)), &language, NULL));
        assert_int_equal(language, i);
        assert_true(strlen(language_own_name(i)) > 0);
        assert_int_equal(strlen(language_script(i)), 4);
        assert_int_equal(language_is_right_to_left(i), strcmp(language_script(i), "Arab") == 0);
    }
}

static void every_kind_is_found_by_its_term(void **state)
{
    enum kind kind = KIND_COUNT;

    (void)state;
    for (enum kind i = 0; i < KIND_COUNT; i++) {
        assert_true(kind_of_term(str_of(kind_term(i)), &kind));
        assert_int_equal(kind, i);
    }
    assert_false(kind_of_term(STR("Event"), &kind));
    assert_false(kind_of_term(STR(""), &kind));
}

static void events_groups_and_courses_are_occasions(void **state)
{
    (void)state;
    for (enum kind i = 0; i < KIND_COUNT; i++) {
        struct announcement announcement = { .kind = i };
        bool expected = i == KIND_EVENT || i == KIND_GROUP || i == KIND_COURSE;

        assert_int_equal(announcement_is_occasion(&announcement), expected);
    }
}

static void the_code_is_made_of_the_link_before_the_sign_up(void **state)
{
    struct announcement announcement = { .signup_href = STR("https://b.example.fi") };

    (void)state;
    assert_true(str_is(announcement_qr_address(&announcement), "https://b.example.fi"));
    announcement.link = STR("https://a.example.fi");
    assert_true(str_is(announcement_qr_address(&announcement), "https://a.example.fi"));
    announcement = (struct announcement){ 0 };
    assert_int_equal(announcement_qr_address(&announcement).bytes, 0);
}

static void showing_starts_at_the_first_date_that_is_said(void **state)
{
    static const struct {
        const char *from, *published, *updated, *start;
    } cases[] = {
        { "2026-11-20", "2026-11-01", "2026-11-02", "2026-11-20T00:00:00+02:00" },
        { NULL, "2026-11-01T12:00:00+02:00", "2026-11-02", "2026-11-01T12:00:00+02:00" },
        { NULL, NULL, "2026-07-02", "2026-07-02T00:00:00+03:00" },
        { NULL, NULL, NULL, "1970-01-01T00:00:00Z" },
    };
    const struct zone *zone = helsinki(*state);

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stamp start = stamp_of(cases[i].start);
        struct announcement announcement = {
            .show.from = stamp_of(cases[i].from),
            .published = stamp_of(cases[i].published),
            .updated = stamp_of(cases[i].updated),
        };

        assert_int_equal(announcement_show_start(&announcement, zone), stamp_moment(&start, zone));
    }
}

static void showing_ends_with_until_or_the_last_date_or_90_days(void **state)
{
    static const struct {
        const char *until, *when_start, *when_end, *rule, *end;
    } cases[] = {
        { "2027-05-31", NULL, NULL, NULL, "2027-06-01T00:00:00+03:00" },
        { "2026-11-30", "2026-12-01T10:00:00+02:00", NULL, NULL, "2026-12-01T00:00:00+02:00" },
        { NULL, NULL, NULL, NULL, "2027-02-18T00:00:00+02:00" },
        { NULL, "2026-12-01T10:00:00+02:00", "2026-12-01T12:00:00+02:00", NULL,
          "2026-12-01T12:00:00+02:00" },
        { NULL, "2026-12-01T10:00:00+02:00", "2026-12-01T12:00:00+02:00",
          "FREQ=WEEKLY;BYDAY=TU;COUNT=3", "2026-12-15T12:00:00+02:00" },
        { NULL, "2026-12-01T10:00:00+02:00", "2026-12-01T12:00:00+02:00", "FREQ=WEEKLY;BYDAY=TU",
          "2027-02-18T00:00:00+02:00" },
        { NULL, "2028-12-01T10:00:00+02:00", "2028-12-01T12:00:00+02:00", NULL,
          "2027-02-18T00:00:00+02:00" },
    };
    const struct zone *zone = helsinki(*state);

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct stamp end = stamp_of(cases[i].end);
        struct when when = { .start = stamp_of(cases[i].when_start),
                             .end = stamp_of(cases[i].when_end),
                             .zone = zone };
        struct announcement announcement = {
            .show = { .from = stamp_of("2026-11-20"), .until = stamp_of(cases[i].until) },
            .whens = cases[i].when_start ? &when : NULL,
            .when_count = cases[i].when_start ? 1 : 0,
        };

        if (cases[i].rule)
            assert_true(repeat_parse(str_of(cases[i].rule), &when.repeat));
        assert_int_equal(announcement_show_end(&announcement, zone), stamp_moment(&end, zone));
    }
}

static void ninety_days_over_the_switch_end_at_midnight(void **state)
{
    const struct zone *zone = helsinki(*state);
    struct announcement announcement = { .show.from = stamp_of("2027-02-01") };
    struct stamp end = stamp_of("2027-05-02");

    assert_int_equal(announcement_show_end(&announcement, zone), stamp_moment(&end, zone));
    assert_int_equal((announcement_show_end(&announcement, zone) -
                      announcement_show_start(&announcement, zone)) %
                         DAY_S,
                     DAY_S - 3600);
}

static void the_reference_profile_is_complete(void **state)
{
    struct profile profile;
    const struct display *display;

    profile_reference(*state, &profile);
    assert_int_equal(profile.language_count, 3);
    assert_int_equal(profile.languages[0], LANGUAGE_FI);
    assert_non_null(zone_open(*state, NULL, profile.zone_name));
    display = profile_display(&profile, STR("aula"));
    assert_non_null(display);
    assert_ptr_equal(display, profile_display(&profile, STR("")));
    assert_null(profile_display(&profile, STR("Aula")));
    assert_int_equal(display_seen_width(display), 1920);
    assert_int_equal(display_seen_height(display), 1080);
    /* 43 in are 1092.2 mm of 2202.9 px. */
    assert_true(fabs(display_px_per_mm(display) - 2.01695) < 0.0001);
    assert_true(profile.slide_seconds_min < profile.slide_seconds_max);
    assert_int_equal(profile.opening.span_count, 0);
}

static void a_turned_display_is_seen_upright(void **state)
{
    static const struct {
        int rotation, width, height;
    } cases[] = { { 0, 1920, 1080 }, { 90, 1080, 1920 }, { 180, 1920, 1080 }, { 270, 1080, 1920 } };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct display display = { .width = 1920, .height = 1080, .rotation = cases[i].rotation };

        assert_int_equal(display_seen_width(&display), cases[i].width);
        assert_int_equal(display_seen_height(&display), cases[i].height);
    }
}

static void a_name_falls_back_to_the_first_language_and_then_to_any(void **state)
{
    struct local_text names[] = { { LANGUAGE_SV, STR("Niemelä hälsocentral") },
                                  { LANGUAGE_FI, STR("Niemelän terveysasema") } };
    enum language languages[] = { LANGUAGE_FI };
    struct profile profile = {
        .names = names, .name_count = 2, .languages = languages, .language_count = 1
    };

    (void)state;
    assert_true(str_is(profile_name(&profile, LANGUAGE_SV), "Niemelä hälsocentral"));
    assert_true(str_is(profile_name(&profile, LANGUAGE_EN), "Niemelän terveysasema"));
    languages[0] = LANGUAGE_RU;
    assert_true(str_is(profile_name(&profile, LANGUAGE_EN), "Niemelä hälsocentral"));
    profile.name_count = 0;
    assert_int_equal(profile_name(&profile, LANGUAGE_EN).bytes, 0);
    profile_reference(*state, &profile);
    assert_true(profile_name(&profile, LANGUAGE_AR).bytes > 0);
}

/* WCAG 2.2, "relative luminance" and "contrast ratio". */
static double luminance_of(struct colour colour)
{
    const uint8_t parts[] = { colour.red, colour.green, colour.blue };
    const double weights[] = { 0.2126, 0.7152, 0.0722 };
    double sum = 0;

    for (size_t i = 0; i < 3; i++) {
        double part = parts[i] / 255.0;

        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(struct colour a, struct colour b)
{
    double light = fmax(luminance_of(a), luminance_of(b));
    double dark = fmin(luminance_of(a), luminance_of(b));

    return (light + 0.05) / (dark + 0.05);
}

static void all_text_of_the_reference_has_seven_to_one(void **state)
{
    struct profile profile;

    profile_reference(*state, &profile);
    for (int i = 0; i < 2; i++) {
        const struct theme *theme = i == 0 ? &profile.light : &profile.dark;

        assert_true(contrast(theme->ink, theme->ground) >= 7);
        assert_true(contrast(theme->title, theme->ground) >= 7);
        assert_true(contrast(theme->accent, theme->ground) >= 7);
        assert_true(contrast(theme->ink, theme->tint) >= 7);
        assert_true(contrast(theme->title, theme->tint) >= 7);
    }
    assert_true(luminance_of(profile.light.ground) > luminance_of(profile.dark.ground));
}

static void every_reason_has_a_word_of_its_own(void **state)
{
    (void)state;
    for (enum reason i = 0; i < REASON_COUNT; i++)
        for (enum reason j = 0; j < i; j++)
            assert_string_not_equal(reason_word(i), reason_word(j));
    assert_string_equal(reason_word(REASON_SHOWN), "shown");
    assert_string_equal(reason_word(REASON_DAMAGED), "damaged");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_tag_names_its_language_and_the_simple_form),
        TEST(a_tag_that_is_malformed_or_unknown_is_refused),
        TEST(every_language_is_found_by_its_own_tag),
        TEST(every_kind_is_found_by_its_term),
        TEST(events_groups_and_courses_are_occasions),
        TEST(the_code_is_made_of_the_link_before_the_sign_up),
        TEST(showing_starts_at_the_first_date_that_is_said),
        TEST(showing_ends_with_until_or_the_last_date_or_90_days),
        TEST(ninety_days_over_the_switch_end_at_midnight),
        TEST(the_reference_profile_is_complete),
        TEST(a_turned_display_is_seen_upright),
        TEST(a_name_falls_back_to_the_first_language_and_then_to_any),
        TEST(all_text_of_the_reference_has_seven_to_one),
        TEST(every_reason_has_a_word_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
