/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates, times and numbers in words. "_" stands for U+00A0, at which no line ends. */
#include "layout/phrase.h"
#include "layout_tests.h"
#include "made.h"

static const struct date tuesday = { 2026, 11, 24 }, no_day = { 0, 0, 0 };

static void check(struct arena *arena, struct str got, const char *wanted)
{
    got = made_shown(arena, got);
    if (!str_is(got, wanted))
        fail_msg("\"%.*s\", not \"%s\"", STR_ARG(got), wanted);
}

static void days_are_written_as_the_language_writes_them(void **state)
{
    static const struct {
        enum language language;
        struct date day;
        const char *text;
    } cases[] = {
        { LANGUAGE_FI, { 2026, 11, 24 }, "ti_24.11." },
        { LANGUAGE_FI, { 2026, 12, 6 }, "su_6.12." },
        { LANGUAGE_SV, { 2026, 11, 24 }, "ti_24.11" },
        { LANGUAGE_SV, { 2026, 12, 6 }, "sö_6.12" },
        { LANGUAGE_EN, { 2026, 12, 6 }, "Sun_6_Dec" },
        { LANGUAGE_RU, { 2026, 11, 27 }, "пт_27.11" },
        { LANGUAGE_UK, { 2026, 11, 29 }, "нд_29.11" },
        { LANGUAGE_AR, { 2026, 11, 24 }, "الثلاثاء_24.11" },
        { LANGUAGE_ET, { 2026, 11, 24 }, "T_24.11." },
        { LANGUAGE_VI, { 2026, 11, 24 }, "Tue_24_Nov" }, /* no words of its own: English */
        /* Without zeros in front, with the year from half a year on. */
        { LANGUAGE_FI, { 2026, 3, 5 }, "to_5.3.2026" },
        { LANGUAGE_SV, { 2026, 3, 5 }, "to_5.3.2026" },
        { LANGUAGE_EN, { 2026, 3, 5 }, "Thu_5_Mar_2026" },
        { LANGUAGE_FI, { 2026, 5, 25 }, "ma_25.5." },
        { LANGUAGE_FI, { 2026, 5, 24 }, "su_24.5.2026" },
        { LANGUAGE_FI, { 2027, 5, 26 }, "ke_26.5." },
        { LANGUAGE_FI, { 2027, 5, 27 }, "to_27.5.2027" },
        { LANGUAGE_FI, { 2028, 2, 29 }, "ti_29.2.2028" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        check(*state, phrase_day(*state, wording_of(cases[i].language), cases[i].day, tuesday),
              cases[i].text);
    /* Without a clock nobody knows how far away a day is. */
    check(*state, phrase_day(*state, wording_of(LANGUAGE_FI), cases[10].day, no_day), "to_5.3.");
}

static void near_days_have_words(void **state)
{
    static const struct {
        enum language language;
        const char *today, *tomorrow;
    } cases[] = {
        { LANGUAGE_FI, "Tänään", "Huomenna" }, { LANGUAGE_SV, "I dag", "I morgon" },
        { LANGUAGE_EN, "Today", "Tomorrow" },  { LANGUAGE_RU, "Сегодня", "Завтра" },
        { LANGUAGE_AR, "اليوم", "غدًا" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct wording *wording = wording_of(cases[i].language);
        struct date tomorrow = date_add(tuesday, 1);
        check(*state, phrase_day_relative(*state, wording, tuesday, tuesday), cases[i].today);
        check(*state, phrase_day_relative(*state, wording, tomorrow, tuesday), cases[i].tomorrow);
        assert_false(str_is(phrase_day_relative(*state, wording, tuesday, no_day), cases[i].today));
    }
    const struct wording *fi = wording_of(LANGUAGE_FI);
    check(*state, phrase_day_relative(*state, fi, date_add(tuesday, 2), tuesday), "to_26.11.");
    check(*state, phrase_day_relative(*state, fi, date_add(tuesday, -1), tuesday), "ma_23.11.");
    /* The last day of a year has a tomorrow too. */
    check(
        *state,
        phrase_day_relative(*state, fi, (struct date){ 2027, 1, 1 }, (struct date){ 2026, 12, 31 }),
        "Huomenna");
}

static void days_of_this_week_and_the_next_have_names(void **state)
{
    static const struct {
        enum language language;
        struct date day;
        const char *words;
    } cases[] = {
        { LANGUAGE_FI, { 2026, 11, 24 }, "Tänään" },
        { LANGUAGE_FI, { 2026, 11, 25 }, "Huomenna" },
        { LANGUAGE_FI, { 2026, 11, 26 }, "torstaina_26.11." },
        { LANGUAGE_FI, { 2026, 11, 29 }, "sunnuntaina_29.11." },
        { LANGUAGE_FI, { 2026, 11, 30 }, "ensi_maanantaina_30.11." },
        { LANGUAGE_FI, { 2026, 12, 1 }, "ensi_tiistaina_1.12." },
        { LANGUAGE_FI, { 2026, 12, 6 }, "ensi_sunnuntaina_6.12." },
        { LANGUAGE_FI, { 2026, 12, 7 }, "ma_7.12." }, /* two weeks on: nobody says "next" */
        { LANGUAGE_FI, { 2026, 11, 23 }, "ma_23.11." },
        { LANGUAGE_SV, { 2026, 11, 26 }, "på_torsdag_26.11" },
        { LANGUAGE_SV, { 2026, 12, 1 }, "nästa_tisdag_1.12" },
        { LANGUAGE_EN, { 2026, 11, 26 }, "on_Thursday_26_Nov" },
        { LANGUAGE_EN, { 2026, 12, 1 }, "next_Tuesday_1_Dec" },
        { LANGUAGE_RU, { 2026, 12, 1 }, "вт_1.12" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct wording *wording = wording_of(cases[i].language);
        check(*state, phrase_day_spelled(*state, wording, cases[i].day, tuesday), cases[i].words);
    }
    /* From Sunday on, tomorrow's week is the next one. */
    const struct date sunday = { 2026, 11, 29 };
    const struct wording *fi = wording_of(LANGUAGE_FI);
    check(*state, phrase_day_spelled(*state, fi, (struct date){ 2026, 12, 1 }, sunday),
          "ensi_tiistaina_1.12.");
    check(*state, phrase_day_spelled(*state, fi, (struct date){ 2026, 12, 8 }, sunday), "ti_8.12.");
}

static void hours_are_written_as_the_language_writes_them(void **state)
{
    static const struct {
        enum language language;
        int from_hour, from_minute, until_hour, until_minute;
        bool has_end;
        const char *text;
    } cases[] = {
        { LANGUAGE_FI, 17, 0, 18, 30, true, "klo_17–18.30" },
        { LANGUAGE_FI, 9, 0, 15, 0, true, "klo_9–15" },
        { LANGUAGE_FI, 17, 30, 0, 0, false, "klo_17.30" },
        { LANGUAGE_FI, 9, 5, 10, 5, true, "klo_9.05–10.05" },
        { LANGUAGE_FI, 21, 0, 7, 0, true, "klo_21–7" },
        { LANGUAGE_FI, 18, 0, 0, 0, true, "klo_18–24" },
        { LANGUAGE_FI, 0, 0, 6, 0, true, "klo_0–6" },
        { LANGUAGE_SV, 17, 0, 18, 30, true, "kl._17–18.30" },
        { LANGUAGE_EN, 17, 0, 18, 30, true, "17.00–18.30" },
        { LANGUAGE_EN, 9, 0, 0, 0, false, "9.00" },
        { LANGUAGE_RU, 17, 0, 18, 30, true, "17.00–18.30" },
        { LANGUAGE_AR, 17, 0, 18, 30, true, "الساعة_17.00–18.30" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct civil from = { tuesday, cases[i].from_hour, cases[i].from_minute, 0 };
        struct civil until = { tuesday, cases[i].until_hour, cases[i].until_minute, 0 };
        check(*state,
              phrase_hours(*state, wording_of(cases[i].language), from, until, cases[i].has_end),
              cases[i].text);
    }
    check(*state, phrase_clock(*state, (struct civil){ tuesday, 14, 5, 0 }), "14.05");
    check(*state, phrase_clock(*state, (struct civil){ tuesday, 0, 0, 59 }), "0.00");
}

static void rules_have_short_names(void **state)
{
    static const struct {
        enum language language;
        const char *rule, *text;
    } cases[] = {
        { LANGUAGE_FI, "FREQ=WEEKLY", "joka tiistai" },
        { LANGUAGE_FI, "FREQ=WEEKLY;BYDAY=TU", "joka tiistai" },
        { LANGUAGE_FI, "FREQ=WEEKLY;BYDAY=SU", "joka sunnuntai" },
        { LANGUAGE_FI, "FREQ=WEEKLY;BYDAY=TU,TH", "ti, to" },
        { LANGUAGE_FI, "FREQ=WEEKLY;BYDAY=FR,MO,WE", "ma, ke, pe" },
        { LANGUAGE_FI, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "ma–pe" },
        { LANGUAGE_FI, "FREQ=WEEKLY;BYDAY=MO,TU", "ma, ti" },
        { LANGUAGE_FI, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "joka toinen viikko" },
        { LANGUAGE_FI, "FREQ=WEEKLY;INTERVAL=3", "" },
        { LANGUAGE_FI, "FREQ=DAILY", "joka päivä" },
        { LANGUAGE_FI, "FREQ=DAILY;INTERVAL=2", "" },
        { LANGUAGE_FI, "FREQ=MONTHLY;BYDAY=1TU", "joka kuukausi" },
        { LANGUAGE_FI, "FREQ=MONTHLY;INTERVAL=2", "" },
        { LANGUAGE_SV, "FREQ=WEEKLY;BYDAY=TU", "varje tisdag" },
        { LANGUAGE_SV, "FREQ=WEEKLY;BYDAY=SA,SU", "lö, sö" },
        { LANGUAGE_EN, "FREQ=WEEKLY;BYDAY=WE", "every Wednesday" },
        { LANGUAGE_RU, "FREQ=WEEKLY;BYDAY=WE", "по средам" },
        { LANGUAGE_AR, "FREQ=WEEKLY;BYDAY=WE", "كل يوم أربعاء" },
        { LANGUAGE_AR, "FREQ=DAILY", "كل يوم" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct when when = made_when("2026-11-24T17:00", NULL, cases[i].rule);
        check(*state, phrase_repeat(*state, wording_of(cases[i].language), &when), cases[i].text);
    }
    struct when once = made_when("2026-11-24T17:00", NULL, NULL);
    check(*state, phrase_repeat(*state, wording_of(LANGUAGE_FI), &once), "");
}

static void an_occurrence_tells_day_and_hours(void **state)
{
    static const struct {
        enum language language;
        const char *start, *end, *text;
    } cases[] = {
        { LANGUAGE_FI, "2026-11-24T17:00", "2026-11-24T18:30", "Tänään klo_17–18.30" },
        { LANGUAGE_FI, "2026-11-25T09:00", "2026-11-25T15:00", "Huomenna klo_9–15" },
        { LANGUAGE_FI, "2026-12-01T17:00", "2026-12-01T18:30", "ti_1.12. klo_17–18.30" },
        { LANGUAGE_SV, "2026-12-01T17:00", "2026-12-01T18:30", "ti_1.12 kl._17–18.30" },
        { LANGUAGE_EN, "2026-12-01T17:00", "2026-12-01T18:30", "Tue_1_Dec 17.00–18.30" },
        { LANGUAGE_RU, "2026-11-24T17:00", "2026-11-24T18:30", "Сегодня 17.00–18.30" },
        { LANGUAGE_AR, "2026-11-24T17:00", "2026-11-24T18:30", "اليوم الساعة_17.00–18.30" },
        /* A night is one evening, with the morning at its end. */
        { LANGUAGE_FI, "2026-11-24T21:00", "2026-11-25T07:00", "Tänään klo_21–7" },
        { LANGUAGE_FI, "2026-12-31T18:00", "2027-01-01T00:00", "to_31.12. klo_18–24" },
        /* A weekend says both days. */
        { LANGUAGE_FI, "2026-11-27T18:00", "2026-11-29T15:00",
          "pe_27.11. klo_18 – su_29.11. klo_15" },
        { LANGUAGE_FI, "2026-11-24T18:00", "2026-11-25T15:00", "Tänään klo_18 – ke_25.11. klo_15" },
        /* Whole days. */
        { LANGUAGE_FI, "2026-11-24", NULL, "Tänään" },
        { LANGUAGE_FI, "2026-12-01", NULL, "ti_1.12." },
        { LANGUAGE_FI, "2026-12-01", "2026-12-01", "ti_1.12." },
        { LANGUAGE_FI, "2026-11-30", "2026-12-02", "ma_30.11.–ke_2.12." },
        { LANGUAGE_FI, "2026-11-24", "2026-11-26", "Tänään–to_26.11." },
        { LANGUAGE_SV, "2026-11-30", "2026-12-02", "må_30.11–on_2.12" },
    };
    struct arena *arena = *state;
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct when when = made_when(cases[i].start, cases[i].end, NULL);
        struct occurrence occurrence;
        assert_true(when_next(&when, 1, zone, 0, &occurrence));
        check(arena,
              phrase_occurrence(arena, wording_of(cases[i].language), &occurrence, zone, tuesday),
              cases[i].text);
    }
}

/* On the day of the switch the clock times are the written ones. */
static void a_switch_of_the_clock_changes_no_hours(void **state)
{
    struct arena *arena = *state;
    const struct zone *zone = zone_open(arena, NULL, STR("Europe/Helsinki"));
    struct when when = made_when("2026-10-25T10:00", "2026-10-25T12:00", "FREQ=WEEKLY;BYDAY=SU");
    struct occurrence occurrence;
    struct date sunday = { 2026, 10, 25 };
    for (int week = 0; week < 26; week++) { /* over the spring of 2027 too */
        assert_true(when_next(&when, 1, zone, week ? occurrence.end : 0, &occurrence));
        check(arena,
              phrase_occurrence(arena, wording_of(LANGUAGE_FI), &occurrence, zone,
                                date_add(sunday, 7 * week)),
              "Tänään klo_10–12");
    }
}

static void phone_numbers_are_grouped_as_finns_group_them(void **state)
{
    static const struct {
        const char *tel, *text;
    } cases[] = {
        { "+358401234567", "040_123_4567" },
        { "+358 40 123 4567", "040_123_4567" },
        { "tel:+358-40-1234567", "040_123_4567" },
        { "0401234567", "040_123_4567" },
        { "040 123 4567", "040_123_4567" },
        { "050123456", "050_123_456" },
        { "0451234567", "045_123_4567" },
        { "+35891234567", "09_123_4567" },
        { "09 1234 5678", "09_123_456_78" },
        { "+358312345678", "03_123_456_78" },
        { "080012345", "0800_123_45" },
        { "0800123456", "0800_123_456" },
        { "0600 123 123", "0600_123_123" },
        { "0201234567", "020_123_4567" },
        { "+358295123456", "029_512_3456" },
        { "0101234567", "010_123_4567" },
        { "116117", "116_117" },
        { "112", "112" },
        { "", "" },
        /* Of other countries we know no groups. */
        { "+46 8 123 456 78", "+46 8 123 456 78" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        check(*state, phrase_phone(*state, str_of(cases[i].tel)), cases[i].text);
}

static void addresses_are_as_short_as_people_type_them(void **state)
{
    static const struct {
        const char *url, *text;
    } cases[] = {
        { "https://www.yhdistys.example.fi/ryhma/", "yhdistys.example.fi/ryhma" },
        { "https://yhdistys.example.fi", "yhdistys.example.fi" },
        { "http://yhdistys.example.fi/a/b//", "yhdistys.example.fi/a/b" },
        { "www.yhdistys.example.fi", "yhdistys.example.fi" },
        { "https://", "" },
        { "", "" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        check(*state, phrase_address(str_of(cases[i].url)), cases[i].text);
}

/* Each language that has words has all of them. */
static void no_word_of_a_language_is_missing(void **state)
{
    (void)state;
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        const struct wording *wording = wording_of((enum language)i);
        assert_non_null(wording);
        for (int k = 0; k < LABEL_COUNT; k++)
            assert_true(wording->labels[k] && wording->labels[k][0]);
        for (int k = 0; k < WEEKDAY_COUNT; k++) {
            assert_true(wording->weekday_short[k] && wording->weekday_short[k][0]);
            assert_true(wording->every[k] && wording->every[k][0]);
        }
        for (size_t k = 0; k < ARRAY_LEN(wording->access); k++)
            assert_true(wording->access[k] && wording->access[k][0]);
        const char *const words[] = {
            wording->every_other,     wording->every_day,          wording->every_month,
            wording->today,           wording->tomorrow,           wording->cancelled,
            wording->cancelled_today, wording->cancelled_tomorrow, wording->nothing_now,
            wording->read_on_phone,   wording->together,           wording->number,
            wording->online,          wording->by_phone,           wording->free_of_charge,
            wording->until,
        };
        for (size_t k = 0; k < ARRAY_LEN(words); k++)
            assert_true(words[k] && words[k][0]);
        assert_non_null(wording->clock);
    }
    assert_int_equal(wording_of(LANGUAGE_VI)->language, LANGUAGE_EN);
}

static int open_arena(void **state)
{
    *state = arena_new(TEST_BYTES_MAX);
    return 0;
}

static int close_arena(void **state)
{
    arena_free(*state);
    return 0;
}

int phrase_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_written_as_the_language_writes_them),
        cmocka_unit_test(near_days_have_words),
        cmocka_unit_test(days_of_this_week_and_the_next_have_names),
        cmocka_unit_test(hours_are_written_as_the_language_writes_them),
        cmocka_unit_test(rules_have_short_names),
        cmocka_unit_test(an_occurrence_tells_day_and_hours),
        cmocka_unit_test(a_switch_of_the_clock_changes_no_hours),
        cmocka_unit_test(phone_numbers_are_grouped_as_finns_group_them),
        cmocka_unit_test(addresses_are_as_short_as_people_type_them),
        cmocka_unit_test(no_word_of_a_language_is_missing),
    };
    return cmocka_run_group_tests_name("phrase", tests, open_arena, close_arena);
}
