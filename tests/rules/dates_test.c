/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, weekdays, times and telephone numbers in the sender's own words; when a notice is shown. */
#include "rules/rule_set.h"
#include "written_notice.h"

/* All notices here are first shown on 24 November 2026, a Tuesday, until 20 December. */
static int notice_open(void **state)
{
    int outcome = written_notice_open(state);
    struct written_notice *notice = *state;
    assert_true(stamp_parse(STR("2026-11-24"), &notice->announcement.show.from));
    assert_true(stamp_parse(STR("2026-12-20"), &notice->announcement.show.until));
    notice->announcement.language_tag = STR("fi");
    return outcome;
}

static void set_show(struct written_notice *notice, const char *from, const char *until)
{
    struct show_period *show = &notice->announcement.show;
    *show = (struct show_period){ 0 };
    assert_true(from[0] == '\0' || stamp_parse(str_of(from), &show->from));
    assert_true(until[0] == '\0' || stamp_parse(str_of(until), &show->until));
}

static void set_language(struct written_notice *notice, enum language language)
{
    notice->announcement.language = language;
    notice->announcement.language_tag = str_of(language_tag(language));
}

static const char own_rules[] =
    "date-valid,weekday-agrees,weekday-recurring,date-format-fi,date-format-sv,time-format-fi,"
    "time-format-sv,time-format-en,year-present,validity-order,phone-format,phone-cost,"
    "language-tag";

static bool is_own(const struct finding *finding)
{
    struct str rest = str_of(own_rules), id;
    while (str_next(&rest, ',', &id)) {
        if (str_is(id, rule_info(finding_info(finding->code)->rule)->id))
            return true;
    }
    return false;
}

/* Checks the notice: of the rules of this file just this one finds something, "" for none. */
static void expect_now(struct written_notice *notice, const char *what, const char *rule)
{
    bool found = rule[0] == '\0';
    written_check(notice);
    for (size_t i = 0; i < notice->report.count; i++) {
        const struct finding *finding = &notice->report.findings[i];
        const char *id = rule_info(finding_info(finding->code)->rule)->id;
        if (is_own(finding) && strcmp(id, rule) != 0)
            fail_msg("%s: %s: %.*s", what, id, STR_ARG(finding->span));
        found = found || strcmp(id, rule) == 0;
    }
    if (!found)
        fail_msg("%s: no finding of %s", what, rule);
}

static void expect(struct written_notice *notice, const char *text, const char *rule)
{
    notice->block.text = str_of(text);
    expect_now(notice, text, rule);
}

struct text_case {
    const char *text, *rule;
};

static void expect_all(struct written_notice *notice, enum language language,
                       const struct text_case *cases, size_t count)
{
    set_language(notice, language);
    for (size_t i = 0; i < count; i++)
        expect(notice, cases[i].text, cases[i].rule);
}

#define EXPECT_ALL(notice, language, cases)                                                        \
    expect_all((notice), (language), (cases), ARRAY_LEN(cases))

static void expect_words(const struct written_notice *notice, const char *rule, const char *span,
                         const char *found, const char *limit)
{
    const struct finding *finding = written_finding(notice, rule);
    assert_non_null(finding);
    if (!str_is(finding->span, span) || !str_is(finding->found, found) ||
        !str_is(finding->limit, limit))
        fail_msg("%s: \"%.*s\", found \"%.*s\", limit \"%.*s\"", rule, STR_ARG(finding->span),
                 STR_ARG(finding->found), STR_ARG(finding->limit));
}

/* ---- date-valid ---------------------------------------------------------------------------- */

static void days_that_do_not_exist_are_found(void **state)
{
    static const struct text_case cases[] = {
        { "Kokous on 28.2.2027.", "" },
        { "Kokous on 29.2.2028.", "" },
        { "Kokous on 29.2.2027.", "date-valid" },
        { "Kokous on 31.11.2026 illalla.", "date-valid" },
        { "Kokous on 31.11. klo 17.", "date-valid" },
        { "Kokous on 30.2. klo 17.", "date-valid" },
        { "Kokous on 32.12.2026.", "date-valid" },
        { "Kokous on 1.13.2026.", "date-valid" },
        { "Kokous on 0.12.2026.", "date-valid" },
        { "Kokous on 31. marraskuuta 2026.", "date-valid" },
        { "Kokous on 2027-02-29.", "date-valid" },
        { "Ilmoittaudu 1.11.–31.11.2026.", "date-valid" },
        { "Ti 31.11.2026 klo 17", "date-valid" },
    };
    EXPECT_ALL(*state, LANGUAGE_FI, cases);
}

static void numbers_that_only_look_like_days_are_left_alone(void **state)
{
    static const struct text_case cases[] = {
        { "Kerhohuone on kohdassa 3.5. kerroksen aulassa.", "" },
        { "Lain 31.11. § sanoo niin.", "" },
        { "Lain § 30.2. mukaan.", "" },
        { "Hinta on 1,12 euroa.", "" },
        { "Tule klo 1.12 yöllä.", "" },
        { "Tule klo 1.12.", "" },
        { "Ohjelman versio 31.2.7 toimii.", "" },
        { "Palvelin on 10.31.2.2026 verkossa.", "" },
        { "Sali 31.2.A on yläkerrassa.", "" },
        { "Katso https://a.example.fi/31.2.2026/ohje.", "" },
        { "Katso a.example.fi/2026-02-31.", "" },
        { "Auki 24/7.", "" },
        { "Lehti 31/2026 on ilmestynyt.", "" },
        { "Matka on 30.2 kilometriä.", "" },
    };
    EXPECT_ALL(*state, LANGUAGE_FI, cases);
}

static void the_finding_names_the_day(void **state)
{
    struct written_notice *notice = *state;
    notice->block.line = 14;
    notice->block.column = 7;
    expect(notice, "Älä tule 31.11.2026 tänne.", "date-valid");
    const struct finding *finding = written_finding(notice, "date-valid");
    assert_true(str_is(finding->span, "31.11.2026"));
    assert_int_equal(finding->span_start, 9);
    assert_int_equal(finding->span_length, 10);
    assert_true(str_is(finding->where.element, "content"));
    assert_int_equal(finding->where.line, 14);
    assert_int_equal(finding->where.column, 7);
    assert_int_equal(finding->severity, SEVERITY_BLOCK);
}

static void every_text_of_the_slide_is_read(void **state)
{
    struct written_notice *notice = *state;
    struct announcement *announcement = &notice->announcement;
    struct str *const fields[] = { &announcement->title, &announcement->summary,
                                   &notice->block.text,  &announcement->audience,
                                   &announcement->cost,  &announcement->signup,
                                   &notice->venue.name,  &notice->venue.extra };
    for (size_t i = 0; i < ARRAY_LEN(fields); i++) {
        struct str before = *fields[i];
        *fields[i] = STR("Avoinna 31.11.2026");
        expect_now(notice, "a field", "date-valid");
        *fields[i] = before;
    }
    notice->venue.street = STR("Kuja 31.11.2026");
    expect_now(notice, "the street is no text", "");
}

/* ---- weekday-agrees ------------------------------------------------------------------------ */

static void finnish_weekdays_agree_with_their_dates(void **state)
{
    static const struct text_case cases[] = {
        { "Tule tiistaina 1.12.2026.", "" },
        { "Tule ti 1.12.2026.", "" },
        { "TI 1.12.2026", "" },
        { "Tule ti. 1.12.2026", "" },
        { "Tule su 6.12.2026 klo 12.", "" },
        { "Kokous keskiviikkona 7.10.2026.", "" },
        { "Kokous torstaina 24.12.2026.", "" },
        { "Kokous perjantaina 1.1.2027.", "" },
        { "Kokous tiistaina 29.2.2028.", "" },
        { "Kokous ti 24.12.2026.", "weekday-agrees" },
        { "Kokous tiistaina 24.12.2026.", "weekday-agrees" },
        { "Kokous 24.12.2026 (ti).", "weekday-agrees" },
        { "Kokous 24.12.2026 (to).", "" },
        { "Kokous 24.12.2026 tiistaina klo 17.", "weekday-agrees" },
        { "Kokous tiistaina 24. joulukuuta.", "weekday-agrees" },
        { "Kokous torstaina 24. joulukuuta 2026.", "" },
        { "Kokous to 24.12. klo 17.", "" },
        { "Kokous ke 24.12. klo 17.", "weekday-agrees" },
        { "Kokous maanantain 24.12. sijaan.", "weekday-agrees" },
        { "Kokous ti\xC2\xAD"
          "istaina 24.12.2026.",
          "weekday-agrees" },
        { "Kokous tiistaina\xC2\xA0"
          "24.12.2026.",
          "weekday-agrees" },
        { "Ryhmä ma 30.11., ti 1.12. ja ke 2.12.", "" },
        { "Ryhmä ma 30.11., ke 1.12. ja ke 2.12.", "weekday-agrees" },
        { "Ryhmä ti 15.12. ja ti 1.12.2026", "" },
        { "Ryhmä to 31.12. ja pe 1.1.2027", "" },
        { "Leiri pe 27.11. klo 18 – su 29.11. klo 15", "" },
        { "Leiri pe 27.11. klo 18 – la 29.11. klo 15", "weekday-agrees" },
        { "Leiri pe–su 27.–29.11.2026", "" },
        { "Leiri pe–la 27.–29.11.2026", "weekday-agrees" },
        { "Leiri to–su 27.–29.11.2026", "weekday-agrees" },
        { "Auki ti–to 1.–3.12.2026.", "" },
    };
    EXPECT_ALL(*state, LANGUAGE_FI, cases);
}

static void a_weekday_must_stand_beside_its_date(void **state)
{
    static const struct text_case cases[] = {
        { "Kerho on tiistaina. 24.12.2026 ei ole kerhoa.", "" },
        { "Auki tiistaina, 24.12.2026 suljettu.", "" },
        { "Tiistaikerho 24.12.2026", "" },
        { "Auki maanantaina ja tiistaina 30.11. ja 1.12.2026.", "" },
        { "Auki 30.11. Keskiviikkona suljettu.", "" },
        { "Ota su mukaan 24.12.2026.", "" },
        { "Tiistaina\n24.12.2026 on joulu.", "" },
    };
    EXPECT_ALL(*state, LANGUAGE_FI, cases);
}

static void other_languages_have_their_own_weekdays(void **state)
{
    static const struct {
        enum language language;
        struct text_case row;
    } cases[] = {
        { LANGUAGE_SV, { "Kom tisdag 1.12.2026.", "" } },
        { LANGUAGE_SV, { "Kom tisdagen den 1 december 2026.", "" } },
        { LANGUAGE_SV, { "Kom onsdagen den 1 december 2026.", "weekday-agrees" } },
        { LANGUAGE_SV, { "Kom tis 24.12.2026.", "weekday-agrees" } },
        { LANGUAGE_SV, { "Kom tors 24.12.2026.", "" } },
        { LANGUAGE_SV, { "Kom ke 24.12.2026.", "" } },
        { LANGUAGE_EN, { "Come on Tuesday 1 December 2026.", "" } },
        { LANGUAGE_EN, { "Come on Wednesday, 1 December 2026.", "weekday-agrees" } },
        { LANGUAGE_EN, { "Come on Thursday, December 24, 2026.", "" } },
        { LANGUAGE_EN, { "Come on Tue 24th of December 2026.", "weekday-agrees" } },
        { LANGUAGE_EN, { "Go to 24.12.2026.", "" } },
        { LANGUAGE_EN, { "Come la 24.12.2026.", "" } },
        { LANGUAGE_EN, { "You may 24 times.", "" } },
        { LANGUAGE_SE, { "Boađe disdat 1.12.2026.", "" } },
        { LANGUAGE_SE, { "Boađe gaskavahkku 1.12.2026.", "weekday-agrees" } },
        { LANGUAGE_SE, { "Boađe maŋŋebárga juovlamánu 1. beaivve 2026.", "" } },
        { LANGUAGE_RU, { "Приходите во вторник, 1 декабря 2026 года.", "" } },
        { LANGUAGE_RU, { "Приходите в среду 1 декабря 2026 года.", "weekday-agrees" } },
        { LANGUAGE_RU, { "Приходите в пт 1.12.2026.", "weekday-agrees" } },
        { LANGUAGE_ET, { "Tule teisipäeval, 1. detsembril 2026.", "" } },
        { LANGUAGE_ET, { "Tule kolmapäeval 1. detsembril 2026.", "weekday-agrees" } },
    };
    struct written_notice *notice = *state;
    notice->announcement.title = STR("");
    notice->author.name = STR("");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        set_language(notice, cases[i].language);
        notice->block.text = str_of(cases[i].row.text);
        written_check(notice);
        bool found = written_finding(notice, "weekday-agrees") != NULL;
        if (found != (cases[i].row.rule[0] != '\0'))
            fail_msg("%s", cases[i].row.text);
    }
}

static void the_right_weekday_is_told_in_the_senders_language(void **state)
{
    struct written_notice *notice = *state;
    expect(notice, "Kokous ti 24.12.2026 klo 17", "weekday-agrees");
    expect_words(notice, "weekday-agrees", "ti 24.12.2026", "tiistai", "torstai");
    const struct finding *finding = written_finding(notice, "weekday-agrees");
    assert_true(str_is(finding->args[0], "24.12.2026"));
    assert_int_equal(finding->severity, SEVERITY_BLOCK);
    set_language(notice, LANGUAGE_EN);
    expect(notice, "On Tuesday 24 December 2026", "weekday-agrees");
    expect_words(notice, "weekday-agrees", "Tuesday 24 December 2026", "Tuesday", "Thursday");
}

static void a_date_without_a_year_is_the_next_one(void **state)
{
    struct written_notice *notice = *state;
    set_show(notice, "2026-12-10", "2026-12-31");
    expect(notice, "Tule perjantaina 1.1.", ""); /* 2027; 1.1.2026 was a Thursday */
    expect(notice, "Tule torstaina 1.1.", "weekday-agrees");
    expect(notice, "Tule to 10.12.", "");
    set_show(notice, "2026-11-09", "2026-12-10");
    expect(notice, "Aloitimme ma 2.11.", "year-present"); /* a week ago, and far ahead */
    assert_null(written_finding(notice, "weekday-agrees"));
}

/* ---- weekday-recurring --------------------------------------------------------------------- */

static void both_ends_of_a_range_fall_on_the_weekday(void **state)
{
    static const struct text_case cases[] = {
        { "Kerho tiistaisin 1.9.–15.12.2026.", "" },
        { "Kerho tiistaisin 1.9. – 15.12.2026.", "" },
        { "Kerho tiistaisin klo 17–18.30 1.9.–15.12.2026.", "" },
        { "Kerho tiistaisin 2.9.–15.12.2026.", "weekday-recurring" },
        { "Kerho tiistaisin 1.9.–16.12.2026.", "weekday-recurring" },
        { "Kerho tiistaisin klo 17–18.30 1.9.–16.12.2026.", "weekday-recurring" },
        { "Kerho tiistaisin ja torstaisin 1.9.–17.12.2026.", "" },
        { "Kerho tiistaisin. Suljettu 23.12.2026–3.1.2027.", "" },
        { "Kerho tiistaisin 8.12. asti.", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_FI, cases);
    expect(notice, "Kerho tiistaisin 1.9.–16.12.2026.", "weekday-recurring");
    expect_words(notice, "weekday-recurring", "tiistaisin 1.9.–16.12.2026", "tiistai",
                 "keskiviikko");
    assert_int_equal(written_finding(notice, "weekday-recurring")->severity, SEVERITY_ADVISE);
}

static void a_range_without_years_lies_round_the_first_day(void **state)
{
    struct written_notice *notice = *state;
    /* 1.9. lies before the first day, yet belongs to the 15.12. that comes next. */
    expect(notice, "Kerho tiistaisin 1.9.–15.12.", "");
    expect(notice, "Kerho keskiviikkoisin 1.9.–15.12.", "weekday-recurring");
    set_show(notice, "2027-01-02", "2027-02-01");
    expect(notice, "Kerho tiistaisin 1.12.–2.2.", "");
}

/* ---- date-format-fi, date-format-sv -------------------------------------------------------- */

static void finnish_dates_have_one_form(void **state)
{
    static const struct text_case cases[] = {
        { "Kokous 5.3.2027.", "" },
        { "Kokous 5.12. klo 17.", "" },
        { "Kokous 5. maaliskuuta 2027.", "" },
        { "Kokous 05.03.2027.", "date-format-fi" },
        { "Kokous 5.03.2027.", "date-format-fi" },
        { "Kokous 05.12. klo 17.", "date-format-fi" },
        { "Kokous 5. 3. 2027.", "date-format-fi" },
        { "Kokous 5.3. 2027.", "date-format-fi" },
        { "Kokous 5/3/2027.", "date-format-fi" },
        { "Kokous 5-3-2027.", "date-format-fi" },
        { "Kokous 2027-03-05.", "date-format-fi" },
        { "Kokous 5.3.27.", "date-format-fi" },
        { "Toimitus 5.3.99.", "" },
        { "Kokous 1.–3.12.2026.", "" },
        { "Ilmoittaudu 1.9.-15.12.2026.", "" },
        { "Vuonna 2026 auki 10-18.", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_FI, cases);
    expect(notice, "Kokous 05.03.2027.", "date-format-fi");
    expect_words(notice, "date-format-fi", "05.03.2027", "05.03.2027", "5.3.2027");
    expect(notice, "Kokous 5.3.27.", "date-format-fi");
    expect_words(notice, "date-format-fi", "5.3.27", "5.3.27", "5.3.2027");
    expect(notice, "Kokous 05.12. klo 17.", "date-format-fi");
    expect_words(notice, "date-format-fi", "05.12.", "05.12.", "5.12.");
    assert_int_equal(written_finding(notice, "date-format-fi")->severity, SEVERITY_WARN);
}

static void swedish_dates_have_no_stop_behind_the_month(void **state)
{
    static const struct text_case cases[] = {
        { "Mötet är 5.3.2027.", "" },
        { "Mötet är den 5 mars 2027.", "" },
        { "Mötet är 5.12 kl. 17.", "" },
        { "Mötet är 5.12.", "" },
        { "Mötet är 5.12. Välkommen!", "" },
        { "Mötet är 5.12. kl. 17.", "date-format-sv" },
        { "Mötet är 5.12.–8.12.2026.", "date-format-sv" },
        { "Mötet är 2027-03-05.", "date-format-sv" },
        { "Mötet är 05.03.2027.", "date-format-sv" },
        { "Mötet är 5/3/2027.", "date-format-sv" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_SV, cases);
    expect(notice, "Mötet är 5.12. kl. 17.", "date-format-sv");
    expect_words(notice, "date-format-sv", "5.12.", "5.12.", "5.12");
    assert_int_equal(written_finding(notice, "date-format-sv")->severity, SEVERITY_ADVISE);
}

/* ---- time-format-fi, -sv, -en -------------------------------------------------------------- */

static void finnish_times_have_a_full_stop_and_a_dash(void **state)
{
    static const struct text_case cases[] = {
        { "Tule klo 17.30.", "" },
        { "Tule klo 17.", "" },
        { "Tule kello 17.30.", "" },
        { "Tule klo 13.00–14.30.", "" },
        { "Tule klo 17–18.30.", "" },
        { "Tule klo 17:30.", "time-format-fi" },
        { "Tule klo. 17.30.", "time-format-fi" },
        { "Tule 17:30 paikalle.", "time-format-fi" },
        { "Auki 17.30-19.00.", "time-format-fi" },
        { "Auki klo 17-19.", "time-format-fi" },
        { "Auki klo 17 - 19.", "time-format-fi" },
        { "Auki klo 17:00–19:00.", "time-format-fi" },
        { "Luemme Joh. 3:16 yhdessä.", "" },
        { "Luemme 1. Moos. 12:10 yhdessä.", "" },
        { "Kartta on mittakaavassa 1:5000.", "" },
        { "Mittakaava 1:50", "" },
        { "Peli päättyi 3:2.", "" },
        { "Kerho 13-17-vuotiaille.", "" },
        { "Pakkaus 10.12-11.12 on loppu.", "" },
        { "Katso https://a.example.fi:8080/17:30.", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_FI, cases);
    expect(notice, "Auki klo. 17:30-19 joka päivä.", "time-format-fi");
    expect_words(notice, "time-format-fi", "klo. 17:30-19", "klo. 17:30-19", "klo 17.30–19");
    expect(notice, "Auki 17.30-19.00.", "time-format-fi");
    expect_words(notice, "time-format-fi", "17.30-19.00", "17.30-19.00", "17.30–19.00");
    assert_int_equal(written_finding(notice, "time-format-fi")->severity, SEVERITY_WARN);
}

static void swedish_times_follow_kl(void **state)
{
    static const struct text_case cases[] = {
        { "Kom kl. 17.30.", "" },
        { "Kom klockan 17.30.", "" },
        { "Öppet kl. 17–18.30.", "" },
        { "Kom kl 17.30.", "time-format-sv" },
        { "Kom klo 17.30.", "time-format-sv" },
        { "Kom kl. 17:30.", "time-format-sv" },
        { "Öppet kl. 17-19.", "time-format-sv" },
        { "Vi läser Luk 2:10 i kväll.", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_SV, cases);
    expect(notice, "Kom klo 17:30.", "time-format-sv");
    expect_words(notice, "time-format-sv", "klo 17:30", "klo 17:30", "kl. 17.30");
    assert_int_equal(written_finding(notice, "time-format-sv")->severity, SEVERITY_ADVISE);
}

static void english_times_have_24_hours(void **state)
{
    static const struct text_case cases[] = {
        { "Come at 17.30.", "" },
        { "Come at 17:30.", "" },
        { "Open 9:00-17:30.", "" },
        { "Come at 5 pm.", "time-format-en" },
        { "Come at 5.30pm.", "time-format-en" },
        { "Come at 11:30 a.m. today.", "time-format-en" },
        { "Open 9 am–5 pm.", "time-format-en" },
        { "Come at klo 17.30.", "time-format-en" },
        { "I am 5 years older.", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_EN, cases);
    expect(notice, "Open 9 am–5.30 p.m.", "time-format-en");
    expect_words(notice, "time-format-en", "9 am–5.30 p.m", "9 am–5.30 p.m", "9.00–17.30");
    assert_int_equal(written_finding(notice, "time-format-en")->severity, SEVERITY_ADVISE);
}

/* ---- year-present -------------------------------------------------------------------------- */

static void a_far_date_needs_its_year(void **state)
{
    static const struct text_case cases[] = {
        { "Retki on 3.12.", "" },
        { "Retki on 24.5.", "" },
        { "Retki on 25.5.", "year-present" },
        { "Retki on 25. toukokuuta.", "year-present" },
        { "Retki on 25.5.2027.", "" },
        { "Retket 25.5. ja 26.5.2027.", "" },
        { "Retki 25.5.–1.6.2027.", "" },
        { "Kerho 1.–3.6.2027.", "" },
        { "Huone 3.8. kerros", "" },
        { "Lain 3.8. kohta", "" },
        { "Pykälän 3.8. mukaan", "" },
        { "3.8. kohta", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_FI, cases);
    expect(notice, "Retki on 25.5. aamulla.", "year-present");
    expect_words(notice, "year-present", "25.5.", "25.5.", "25.5.2027");
    assert_int_equal(written_finding(notice, "year-present")->severity, SEVERITY_WARN);
}

static void a_date_needs_its_year_when_two_years_see_it(void **state)
{
    struct written_notice *notice = *state;
    set_show(notice, "2026-11-24", "2026-12-31");
    expect(notice, "Retki on 3.12.", "");
    set_show(notice, "2026-11-24", "2027-01-01");
    expect(notice, "Retki on 3.12.", "year-present");
    expect(notice, "Retki on 3.12.2026.", "");
    notice->profile.rules[RULE_YEAR_PRESENT] =
        (struct rule_setting){ .has_limit = true, .limit = 1 };
    set_show(notice, "2026-11-24", "2026-12-31");
    expect(notice, "Retki on 24.12.", "");
    expect(notice, "Retki on 25.12.", "year-present");
}

/* ---- validity-order ------------------------------------------------------------------------ */

static void set_when(struct written_notice *notice, struct when *when, const char *start,
                     const char *end, const char *rule)
{
    *when = (struct when){ 0 };
    assert_true(stamp_parse(str_of(start), &when->start));
    assert_true(end[0] == '\0' || stamp_parse(str_of(end), &when->end));
    assert_true(rule[0] == '\0' || repeat_parse(str_of(rule), &when->repeat));
    notice->announcement.whens = when;
    notice->announcement.when_count = 1;
}

struct validity_case {
    const char *from, *until, *start, *end, *repeat;
    enum finding_code code; /* FINDING_COUNT: none */
};

static void the_days_of_showing_come_in_order(void **state)
{
    static const struct validity_case cases[] = {
        { "2026-11-24", "2026-11-24", "", "", "", FINDING_COUNT },
        { "2026-11-25", "2026-11-24", "", "", "", FINDING_SHOW_ORDER },
        { "2026-11-24", "2026-12-01", "2026-12-01T17:00", "2026-12-01T18:30", "", FINDING_COUNT },
        { "2026-11-24", "2026-12-02", "2026-12-01T17:00", "2026-12-01T18:30", "",
          FINDING_SHOW_BEYOND_EVENT },
        /* To midnight, and bare days: the last day is the one on which it happens. */
        { "2026-11-24", "2026-12-02", "2026-12-01T17:00", "2026-12-02T00:00", "",
          FINDING_SHOW_BEYOND_EVENT },
        { "2026-11-24", "2026-12-02", "2026-12-01", "2026-12-02", "", FINDING_COUNT },
        { "2026-11-24", "2026-12-03", "2026-12-01", "2026-12-02", "", FINDING_SHOW_BEYOND_EVENT },
        { "2026-11-24", "2026-12-15", "2026-12-01T17:00", "2026-12-01T18:00",
          "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215", FINDING_COUNT },
        { "2026-11-24", "2026-12-16", "2026-12-01T17:00", "2026-12-01T18:00",
          "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215", FINDING_SHOW_BEYOND_EVENT },
        { "2026-11-24", "2027-06-01", "2026-12-01T17:00", "2026-12-01T18:00",
          "FREQ=WEEKLY;BYDAY=TU", FINDING_COUNT },
        { "2026-12-02", "2026-12-20", "2026-12-01T17:00", "2026-12-01T18:00", "",
          FINDING_SHOW_AFTER_EVENT },
        { "2026-12-02", "", "2026-12-01T17:00", "2026-12-01T18:00", "", FINDING_SHOW_AFTER_EVENT },
        { "2026-12-01", "", "2026-12-01T17:00", "2026-12-01T18:00", "", FINDING_COUNT },
        { "2026-11-24", "2027-11-28", "", "", "", FINDING_COUNT },
        { "2026-11-24", "2027-11-29", "", "", "", FINDING_SHOW_TOO_LONG },
    };
    struct written_notice *notice = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct when when;
        notice->announcement.when_count = 0;
        set_show(notice, cases[i].from, cases[i].until);
        if (cases[i].start[0] != '\0')
            set_when(notice, &when, cases[i].start, cases[i].end, cases[i].repeat);
        written_check(notice);
        const struct finding *finding = written_finding(notice, "validity-order");
        enum finding_code code = finding ? finding->code : FINDING_COUNT;
        if (code != cases[i].code)
            fail_msg("case %zu: finding %d, not %d", i, (int)code, (int)cases[i].code);
    }
}

static void a_notice_that_never_shows_is_stopped_and_an_old_one_warned_of(void **state)
{
    struct written_notice *notice = *state;
    set_show(notice, "2026-12-16", "2026-12-15");
    expect_now(notice, "never shown", "validity-order");
    expect_words(notice, "validity-order", "", "16.12.2026", "15.12.2026");
    assert_int_equal(written_finding(notice, "validity-order")->severity, SEVERITY_BLOCK);
    set_show(notice, "2026-11-24", "2028-01-01");
    expect_now(notice, "too long", "validity-order");
    assert_int_equal(written_finding(notice, "validity-order")->severity, SEVERITY_WARN);
}

static void the_centre_says_how_far_ahead_is_far(void **state)
{
    struct written_notice *notice = *state;
    notice->profile.rules[RULE_VALIDITY_ORDER] =
        (struct rule_setting){ .has_limit = true, .limit = 3 };
    set_show(notice, "2026-11-24", "2027-02-28"); /* today is 28.11. */
    expect_now(notice, "three months", "");
    set_show(notice, "2026-11-24", "2027-03-01");
    expect_now(notice, "three months and a day", "validity-order");
}

static void what_the_reader_of_the_file_has_said_is_not_said_again(void **state)
{
    struct written_notice *notice = *state;
    struct measure measure = { 0 };
    struct rule_input input = { .announcement = &notice->announcement,
                                .profile = &notice->profile,
                                .zone = zone_open(notice->arena, NULL, STR("Europe/Helsinki")),
                                .measure = &measure };
    struct report report = report_new(notice->arena);
    set_show(notice, "2026-12-16", "2026-12-15");
    (void)report_add(&report, FINDING_ATOM_ORDER, (struct place){ 0 });
    rule_validity_order(&input, &report);
    assert_int_equal(report.count, 1);
}

static void days_are_those_of_helsinki(void **state)
{
    struct written_notice *notice = *state;
    struct when when;
    struct rule_input input = { .announcement = &notice->announcement,
                                .profile = &notice->profile,
                                .zone = zone_open(notice->arena, NULL, STR("Europe/Helsinki")),
                                .now = INT64_C(1795860000) };
    struct report report = report_new(notice->arena);
    /* 22.30 UTC on the 1st is half past midnight of the 2nd. */
    set_when(notice, &when, "2026-12-01T22:00:00Z", "2026-12-01T22:30:00Z", "");
    set_show(notice, "2026-11-24", "2026-12-02");
    rule_validity_order(&input, &report);
    assert_int_equal(report.count, 0);
    set_show(notice, "2026-11-24", "2026-12-03");
    rule_validity_order(&input, &report);
    assert_int_equal(report.count, 1);
}

/* ---- phone-format, phone-cost -------------------------------------------------------------- */

static void phone_numbers_are_written_in_groups(void **state)
{
    static const struct text_case cases[] = {
        { "Soita 040 123 4567.", "" },
        { "Soita +358 40 123 4567.", "" },
        { "Soita 040\xC2\xA0"
          "123\xC2\xA0"
          "4567.",
          "" },
        { "Soita 0400 123 456.", "" },
        { "Soita 09 123 4567.", "" },
        { "Soita 050 1234 567.", "" },
        { "Soita 040 123 45 67.", "phone-format" },
        { "Soita 0800 12345.", "" },
        { "Soita 0203 16116.", "" },
        { "Soita 040 123 4567 tai 050 765 4321.", "" },
        { "Soita 040 123 4567. 3 paikkaa jäljellä.", "" },
        { "Soita 040 123 4567 3 paikkaa jäljellä.", "" },
        { "Soita 09 123 4567 1.12.2026.", "" },
        { "Soita 112.", "" },
        { "Soita 116 117.", "" },
        { "Soita (040) 123 4567.", "phone-format" },
        { "Soita +358 (0)40 123 4567.", "phone-format" },
        { "Soita 040-1234567.", "phone-format" },
        { "Soita 040-123 4567.", "phone-format" },
        { "Soita 0401234567.", "phone-format" },
        { "Soita +358401234567.", "phone-format" },
        { "Soita 040.123.4567.", "phone-format" },
        { "Soita 040 1234567.", "phone-format" },
        { "Soita +46 8 123 4567.", "" },
        { "Viite 01234 56789", "" },
        { "Viitenumero: 0123 4567 89", "" },
        { "Tili FI21 0123 4560 0007 85", "" },
        { "Y-tunnus 0123456-7", "" },
        { "Osoite: PL 12, 02150 Espoo", "" },
        { "Alueilla 02150-02160 jaetaan.", "" },
        { "Kokous 05.03.2027.", "date-format-fi" },
        { "Ota ohje https://a.example.fi/0401234567.", "" },
        { "Koodi on 0123456789012345.", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_FI, cases);
    expect(notice, "Soita +358 (0)40-123 4567 heti.", "phone-format");
    expect_words(notice, "phone-format", "+358 (0)40-123 4567", "+358 (0)40-123 4567",
                 "040\xC2\xA0"
                 "123\xC2\xA0"
                 "4567");
    assert_int_equal(written_finding(notice, "phone-format")->severity, SEVERITY_ADVISE);
}

static void a_number_that_costs_extra_names_its_price(void **state)
{
    static const struct text_case cases[] = {
        { "Soita 0600 123 456.", "phone-cost" },
        { "Soita 0700 123 456.", "phone-cost" },
        { "Soita 0100 4545.", "phone-cost" },
        { "Soita 0200 123 45.", "phone-cost" },
        { "Soita +358 600 123 456.", "phone-cost" },
        { "Soita 0800 123 45.", "" },
        { "Soita 020 012 3456.", "" },
        { "Soita 040 0600 123.", "" },
        { "Soita 0600 123 456 (2 euroa minuutti).", "" },
        { "Soita 0600 123 456, 1,98 €/min + pvm.", "" },
        { "Soita 0200 123 45 (8,35 snt/puhelu).", "" },
        { "Soita 0100 4545. Hinta on pvm.", "" },
    };
    struct written_notice *notice = *state;
    EXPECT_ALL(notice, LANGUAGE_FI, cases);
    expect(notice, "Soita 0600 123 456.", "phone-cost");
    expect_words(notice, "phone-cost", "0600 123 456", "0600", "");
    assert_int_equal(written_finding(notice, "phone-cost")->severity, SEVERITY_WARN);
}

static void numbers_of_the_facts_count_and_prices_anywhere(void **state)
{
    struct written_notice *notice = *state;
    struct announcement *announcement = &notice->announcement;
    announcement->has_cost = true;
    announcement->cost = STR("Kahvi maksaa 2 euroa"); /* not the call */
    notice->contact.tel = STR("+358600123456");
    expect_now(notice, "contact", "phone-cost");
    assert_true(str_is(written_finding(notice, "phone-cost")->where.element, "it:contact tel"));
    notice->contact.tel = STR("+358401234508");
    announcement->signup_tel = STR("0600 123 456");
    expect_now(notice, "sign-up", "phone-cost");
    expect(notice, "Puhelu maksaa 2 euroa minuutissa.", "");
}

/* ---- language-tag -------------------------------------------------------------------------- */

static void a_text_is_in_the_script_of_its_language(void **state)
{
    static const struct {
        const char *tag, *title, *text, *element;
    } cases[] = {
        { "fi", "Kielikahvila", "Tule puhumaan suomea.", "" },
        { "fi", "Языковое кафе", "Tule puhumaan suomea.", "title" },
        { "fi", "Kielikahvila", "Приходите говорить по-фински.", "content" },
        { "fi", "Kielikahvila", "Tervetuloa mukaan! Добро!", "" },
        { "ru", "Языковое кафе", "Приходите! Kirjasto, Kirjastokatu 3", "content" },
        { "ru", "Языковое кафе", "Приходите говорить по-фински. Kirjasto", "" },
        { "ru", "Языковое кафе", "Язык: https://tervetuloa.example.fi/kirjasto", "" },
        { "ru", "Kielikahvila", "Приходите говорить по-фински.", "title" },
        { "ru", "SPR", "Приходите говорить по-фински.", "" },
        { "uk", "Мовне кафе", "Приходьте поговорити.", "" },
        { "ar", "مقهى اللغة", "نتحدث ببطء ونشرب القهوة", "" },
        { "ar", "مقهى اللغة", "We talk slowly.", "content" },
        { "fa", "کافه زبان", "ما آهسته صحبت می‌کنیم", "" },
        { "ckb", "قاوەخانەی زمان", "بە هێواشی قسە دەکەین", "" },
        { "ku", "Qehwexaneya ziman", "Em hêdî dipeyivin.", "" },
        { "ku-Arab", "قاوەخانەی زمان", "بە هێواشی قسە دەکەین", "" },
        { "sv-simple", "Språkkafé", "Vi pratar långsamt.", "" },
        { "se", "Giellagáfe", "Mii hupmat njozet.", "" },
        { "vi", "Cà phê ngôn ngữ", "Chúng tôi nói chậm.", "" },
        { "so", "Maqaayadda luqadda", "Si tartiib ah ayaan u hadalnaa.", "" },
        { "fi", "123", "12.30", "" },
    };
    struct written_notice *notice = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct announcement *announcement = &notice->announcement;
        announcement->language_tag = str_of(cases[i].tag);
        assert_true(language_of_tag(announcement->language_tag, &announcement->language,
                                    &announcement->simple));
        announcement->title = str_of(cases[i].title);
        notice->block.text = str_of(cases[i].text);
        written_check(notice);
        const struct finding *finding = written_finding(notice, "language-tag");
        struct str element = finding ? finding->where.element : STR("");
        if (!str_is(element, cases[i].element))
            fail_msg("%s, %s: %.*s", cases[i].tag, cases[i].text, STR_ARG(element));
        if (finding)
            assert_int_equal(finding->severity, SEVERITY_BLOCK);
    }
}

static void all_paragraphs_are_one_body(void **state)
{
    struct written_notice *notice = *state;
    struct block blocks[] = { { .text = STR("Добро пожаловать!"), .line = 9 },
                              { .text = STR("Tervetuloa! Welcome! Välkommen!"), .line = 10 } };
    notice->announcement.blocks = blocks;
    notice->announcement.block_count = ARRAY_LEN(blocks);
    expect_now(notice, "one greeting of four", "");
    set_language(notice, LANGUAGE_RU);
    notice->announcement.title = STR("Языковое кафе");
    expect_now(notice, "three greetings of four", "language-tag");
    assert_int_equal(written_finding(notice, "language-tag")->where.line, 9);
}

/* ---- all of them --------------------------------------------------------------------------- */

static void letters_in_two_parts_are_read_as_one(void **state)
{
    struct written_notice *notice = *state;
    set_language(notice, LANGUAGE_SV);
    expect(notice, "Kom lo\xCC\x88rdag 1.12.2026.", "weekday-agrees");
    expect_words(notice, "weekday-agrees", "lo\xCC\x88rdag 1.12.2026", "lördag", "tisdag");
}

static void a_text_of_any_length_ends(void **state)
{
    struct written_notice *notice = *state;
    struct text text = text_new(notice->arena, 4u << 20);
    while (!text.too_big)
        text_add_c(&text, "ti 32.13.2026 klo. 17:30-19 0401234567 31.11. – ");
    notice->block.text = text_str(&text);
    written_check(notice);
    assert_non_null(written_finding(notice, "date-valid"));
    assert_true(notice->report.count < 500);
}

static void every_finding_has_its_sentences(void **state)
{
    static const enum finding_code codes[] = {
        FINDING_DATE_NOT_THERE,  FINDING_WEEKDAY_WRONG,    FINDING_WEEKDAY_NOT_IN_RANGE,
        FINDING_DATE_FORM_FI,    FINDING_DATE_FORM_SV,     FINDING_TIME_FORM_FI,
        FINDING_TIME_FORM_SV,    FINDING_TIME_FORM_EN,     FINDING_YEAR_MISSING,
        FINDING_SHOW_ORDER,      FINDING_SHOW_AFTER_EVENT, FINDING_SHOW_BEYOND_EVENT,
        FINDING_SHOW_TOO_LONG,   FINDING_PHONE_FORM,       FINDING_PHONE_PRICE,
        FINDING_LANGUAGE_SCRIPT,
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(codes); i++) {
        const struct finding_info *info = finding_info(codes[i]);
        assert_true(info->message[0] && info->why[0] && info->fix[0]);
        assert_int_equal(rule_info(info->rule)->group, GROUP_CONTENT);
        assert_true(info->severity <= rule_info(info->rule)->severity);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, notice_open, written_notice_close)

int main(void)
{
    static const struct CMUnitTest tests[] = {
        TEST(days_that_do_not_exist_are_found),
        TEST(numbers_that_only_look_like_days_are_left_alone),
        TEST(the_finding_names_the_day),
        TEST(every_text_of_the_slide_is_read),
        TEST(finnish_weekdays_agree_with_their_dates),
        TEST(a_weekday_must_stand_beside_its_date),
        TEST(other_languages_have_their_own_weekdays),
        TEST(the_right_weekday_is_told_in_the_senders_language),
        TEST(a_date_without_a_year_is_the_next_one),
        TEST(both_ends_of_a_range_fall_on_the_weekday),
        TEST(a_range_without_years_lies_round_the_first_day),
        TEST(finnish_dates_have_one_form),
        TEST(swedish_dates_have_no_stop_behind_the_month),
        TEST(finnish_times_have_a_full_stop_and_a_dash),
        TEST(swedish_times_follow_kl),
        TEST(english_times_have_24_hours),
        TEST(a_far_date_needs_its_year),
        TEST(a_date_needs_its_year_when_two_years_see_it),
        TEST(the_days_of_showing_come_in_order),
        TEST(a_notice_that_never_shows_is_stopped_and_an_old_one_warned_of),
        TEST(the_centre_says_how_far_ahead_is_far),
        TEST(what_the_reader_of_the_file_has_said_is_not_said_again),
        TEST(days_are_those_of_helsinki),
        TEST(phone_numbers_are_written_in_groups),
        TEST(a_number_that_costs_extra_names_its_price),
        TEST(numbers_of_the_facts_count_and_prices_anywhere),
        TEST(a_text_is_in_the_script_of_its_language),
        TEST(all_paragraphs_are_one_body),
        TEST(letters_in_two_parts_are_read_as_one),
        TEST(a_text_of_any_length_ends),
        TEST(every_finding_has_its_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
