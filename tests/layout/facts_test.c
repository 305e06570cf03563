/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When, where, for whom, how much, whom to call. "_" stands for U+00A0. */
#include "layout/facts.h"
#include "layout_tests.h"
#include "made.h"

/* "label: value" of one fact, or "" when there is none from this element. */
static struct str fact_from(struct made *made, const struct facts *facts, const char *source)
{
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->fact[i];
        if (str_is(fact->source, source))
            return made_shown(made->arena, str_format(made->arena, "%.*s: %.*s",
                                                      STR_ARG(fact->label), STR_ARG(fact->value)));
    }
    return STR("");
}

static void check_fact(struct made *made, const struct layout_context *context,
                       const struct item *item, const char *source, bool compact,
                       const char *wanted)
{
    struct frame frame = frame_start(made->arena, context, item->announcement.language);
    struct facts facts = facts_of(&frame, item, compact);
    struct str got = fact_from(made, &facts, source);
    if (!str_is(got, wanted))
        fail_msg("\"%.*s\", not \"%s\"", STR_ARG(got), wanted);
}

static void dates_are_told_from_where_the_lobby_stands(void **state)
{
    static const struct {
        const char *start, *end, *rule, *full, *compact;
    } cases[] = {
        /* One date. */
        { "2026-11-24T17:00", "2026-11-24T18:30", NULL, "Milloin: Tänään klo_17–18.30", NULL },
        { "2026-11-25T17:00", "2026-11-25T18:30", NULL, "Milloin: Huomenna klo_17–18.30", NULL },
        { "2026-12-01T17:00", "2026-12-01T18:30", NULL,
          "Milloin: Ensi_tiistaina_1.12. klo_17–18.30", "Milloin: ti_1.12. klo_17–18.30" },
        { "2026-11-24T21:00", "2026-11-25T07:00", NULL, "Milloin: Tänään klo_21–7", NULL },
        { "2026-11-24", NULL, NULL, "Milloin: Tänään", NULL },
        { "2026-11-30", "2026-12-02", NULL, "Milloin: ma_30.11.–ke_2.12.", NULL },
        { "2027-06-01T17:00", "2027-06-01T18:30", NULL, "Milloin: ti_1.6.2027 klo_17–18.30", NULL },
        /* Nobody has said when it ends, so the slide does not. */
        { "2026-11-24T17:00", NULL, NULL, "Milloin: Tänään klo_17", NULL },
        { "2026-11-24T17:00", NULL, "FREQ=WEEKLY", "Milloin: Tänään klo_17\njoka tiistai",
          "Milloin: Joka tiistai klo_17" },
        /* It is over: nothing is said. */
        { "2026-11-23T17:00", "2026-11-23T18:30", NULL, "", NULL },
        /* Every week: the next date first when it is near. */
        { "2026-09-01T17:00", "2026-09-01T18:30", "FREQ=WEEKLY",
          "Milloin: Tänään klo_17–18.30\njoka tiistai", "Milloin: Joka tiistai klo_17–18.30" },
        { "2026-09-02T17:00", "2026-09-02T18:30", "FREQ=WEEKLY",
          "Milloin: Huomenna klo_17–18.30\njoka keskiviikko",
          "Milloin: Joka keskiviikko klo_17–18.30" },
        { "2026-09-03T17:00", "2026-09-03T18:30", "FREQ=WEEKLY;BYDAY=TH",
          "Milloin: Joka torstai klo_17–18.30", "Milloin: Joka torstai klo_17–18.30" },
        { "2026-09-02T10:00", "2026-09-02T14:00", "FREQ=WEEKLY;BYDAY=MO,WE,FR",
          "Milloin: Huomenna klo_10–14\nma, ke, pe", "Milloin: Ma, ke, pe klo_10–14" },
        { "2026-09-01T21:00", "2026-09-02T07:00", "FREQ=DAILY",
          "Milloin: Tänään klo_21–7\njoka päivä", "Milloin: Joka päivä klo_21–7" },
        { "2026-09-03", NULL, "FREQ=WEEKLY;BYDAY=TH", "Milloin: Joka torstai",
          "Milloin: Joka torstai" },
        /* It starts in some weeks: who reads "every Tuesday" would come too early. */
        { "2027-01-05T17:00", "2027-01-05T18:30", "FREQ=WEEKLY",
          "Milloin: Joka tiistai klo_17–18.30\nSeuraava ti_5.1.", "Milloin: ti_5.1. klo_17–18.30" },
        { "2026-12-01T17:00", "2026-12-01T18:30", "FREQ=WEEKLY",
          "Milloin: Joka tiistai klo_17–18.30", "Milloin: Joka tiistai klo_17–18.30" },
        /* "Every month" tells no day: the date must stand there. */
        { "2026-09-03T17:30", "2026-09-03T19:00", "FREQ=MONTHLY;BYDAY=1TH",
          "Milloin: Ensi_torstaina_3.12. klo_17.30–19\njoka kuukausi",
          "Milloin: to_3.12. klo_17.30–19" },
        { "2026-11-19T17:00", "2026-11-19T18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
          "Milloin: Ensi_torstaina_3.12. klo_17–18\njoka toinen viikko",
          "Milloin: to_3.12. klo_17–18" },
        /* A rule without a short name lists its dates. */
        { "2026-11-24T17:00", "2026-11-24T18:00", "FREQ=WEEKLY;INTERVAL=3",
          "Milloin: Tänään klo_17–18\nti_15.12. klo_17–18\nti_5.1. klo_17–18", NULL },
        { "2026-11-24T17:00", "2026-11-24T18:00", "FREQ=WEEKLY;INTERVAL=3;COUNT=2",
          "Milloin: Tänään klo_17–18\nti_15.12. klo_17–18", NULL },
    };
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct item item = made_item(made);
        item.announcement.whens[0] = made_when(cases[i].start, cases[i].end, cases[i].rule);
        check_fact(made, &context, &item, "it:when", false, cases[i].full);
        check_fact(made, &context, &item, "it:when", true,
                   cases[i].compact ? cases[i].compact : cases[i].full);
    }
}

static void every_language_tells_the_date_in_its_own_words(void **state)
{
    static const struct {
        enum language language;
        const char *text;
    } cases[] = {
        { LANGUAGE_FI, "Milloin: Tänään klo_17–18.30\njoka tiistai" },
        { LANGUAGE_SV, "När: I dag kl._17–18.30\nvarje tisdag" },
        { LANGUAGE_EN, "When: Today 17.00–18.30\nevery Tuesday" },
        { LANGUAGE_RU, "Когда: Сегодня 17.00–18.30\nпо вторникам" },
        { LANGUAGE_AR, "متى: اليوم الساعة_17.00–18.30\nكل يوم ثلاثاء" },
    };
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    item.announcement.whens[0] = made_when("2026-09-01T17:00", "2026-09-01T18:30", "FREQ=WEEKLY");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        item.announcement.language = cases[i].language;
        check_fact(made, &context, &item, "it:when", false, cases[i].text);
    }
    item.announcement.whens[0] = made_when("2026-09-03T17:00", "2026-09-03T18:30", "FREQ=WEEKLY");
    item.announcement.language = LANGUAGE_RU;
    check_fact(made, &context, &item, "it:when", false, "Когда: По четвергам 17.00–18.30");
}

/* By a line of "when", or by hide.xml: said from the moment it is known. */
static void dates_called_off_later_are_told_beside_the_next_one(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct when whens[] = {
        made_when("2026-09-01T17:00", "2026-09-01T18:00", "FREQ=WEEKLY"),
        made_when("2026-12-08T17:00", "2026-12-08T18:00", NULL),
        made_when("2027-01-05T17:00", "2027-01-05T18:00", NULL), /* too far away */
    };
    struct date hidden[] = { { 2026, 12, 15 } };
    whens[1].cancelled = whens[2].cancelled = true;
    item.announcement.whens = whens;
    item.announcement.when_count = ARRAY_LEN(whens);
    item.hidden_dates = hidden;
    item.hidden_date_count = ARRAY_LEN(hidden);
    struct frame frame = frame_start(made->arena, &context, item.announcement.language);
    struct facts facts = facts_of(&frame, &item, false);
    struct str label = facts.fact[1].label, value = made_shown(made->arena, facts.fact[1].value);
    assert_true(str_is(label, "Peruttu"));
    if (!str_is(value, "ti_8.12., ti_15.12."))
        fail_msg("%.*s", STR_ARG(value));
}

static void several_dates_stand_under_each_other(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct when whens[] = {
        made_when("2026-11-20T17:00", "2026-11-20T18:00", NULL), /* past */
        made_when("2026-11-24T17:00", "2026-11-24T18:00", NULL),
        made_when("2026-12-01T17:00", "2026-12-01T18:00", NULL),
        made_when("2026-12-08T17:00", "2026-12-08T18:00", NULL),
        made_when("2026-12-15T17:00", "2026-12-15T18:00", NULL), /* the fourth is not shown yet */
    };
    item.announcement.whens = whens;
    item.announcement.when_count = ARRAY_LEN(whens);
    check_fact(made, &context, &item, "it:when", false,
               "Milloin: Tänään klo_17–18\nti_1.12. klo_17–18\nti_8.12. klo_17–18");
    /* One that hide.xml takes off is not listed. */
    struct date hidden[] = { { 2026, 12, 1 } };
    item.hidden_dates = hidden;
    item.hidden_date_count = 1;
    check_fact(made, &context, &item, "it:when", false,
               "Milloin: Tänään klo_17–18\nti_8.12. klo_17–18");
}

/* A cancelled date among the coming ones does not make "every Tuesday" a list. */
static void a_later_cancelled_date_leaves_the_rule_its_name(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct when whens[] = {
        made_when("2026-09-01T17:00", "2026-09-01T18:00", "FREQ=WEEKLY"),
        made_when("2026-12-08T17:00", "2026-12-08T18:00", NULL),
    };
    whens[1].cancelled = true;
    item.announcement.whens = whens;
    item.announcement.when_count = ARRAY_LEN(whens);
    check_fact(made, &context, &item, "it:when", false, "Milloin: Tänään klo_17–18\njoka tiistai");
}

static void without_a_clock_no_day_is_today(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    context.clock_is_real = false;
    check_fact(made, &context, &item, "it:when", false, "Milloin: ti_24.11. klo_17–18.30");
    item.announcement.whens[0] = made_when("2027-01-05T17:00", "2027-01-05T18:00", "FREQ=WEEKLY");
    check_fact(made, &context, &item, "it:when", false, "Milloin: Joka tiistai klo_17–18");
}

static void the_hour_that_runs_now_is_still_today(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    context.now = made_moment(made, "2026-11-24T18:29");
    check_fact(made, &context, &item, "it:when", false, "Milloin: Tänään klo_17–18.30");
    context.now = made_moment(made, "2026-11-24T18:30");
    check_fact(made, &context, &item, "it:when", false, "");
    context.now = made_moment(made, "2026-11-23T23:59");
    check_fact(made, &context, &item, "it:when", false, "Milloin: Huomenna klo_17–18.30");
}

static void places_are_told_as_people_look_for_them(void **state)
{
    static const struct {
        struct venue venue;
        enum language language;
        const char *text;
    } cases[] = {
        { { .mode = PLACE_ON_SITE,
            .name = { "Asukastupa", 10 },
            .street = { "Metsätie 2", 11 },
            .city = { "Niemelä", 8 } },
          LANGUAGE_FI,
          "Missä: Asukastupa, Metsätie 2" },
        /* The centre's own town needs no name, another one does. */
        { { .mode = PLACE_ON_SITE, .name = { "Asukastupa", 10 }, .city = { "Rantakylä", 10 } },
          LANGUAGE_FI,
          "Missä: Asukastupa, Rantakylä" },
        { { .mode = PLACE_ON_SITE, .name = { "Sali", 4 }, .extra = { "2. kerros", 9 } },
          LANGUAGE_SV,
          "Var: Sali, 2. kerros" },
        { { .mode = PLACE_ONLINE, .href = { "https://mieli.example.fi/", 25 } },
          LANGUAGE_FI,
          "Missä: Netissä, mieli.example.fi" },
        { { .mode = PLACE_PHONE, .tel = { "+358401234567", 13 } },
          LANGUAGE_FI,
          "Missä: Puhelimessa, 040_123_4567" },
        { { .mode = PLACE_PHONE }, LANGUAGE_FI, "" }, /* the contact's number says it */
        { { .mode = PLACE_HYBRID, .name = { "Sali", 4 } }, LANGUAGE_EN, "Where: Sali\nOnline" },
        { { .mode = PLACE_ON_SITE, .name = { "المكتبة", 14 }, .street = { "Metsätie 2", 11 } },
          LANGUAGE_AR,
          "أين: المكتبة، Metsätie 2" },
    };
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct item item = made_item(made);
        item.announcement.venues[0] = cases[i].venue;
        item.announcement.language = cases[i].language;
        check_fact(made, &context, &item, "it:where", false, cases[i].text);
    }
}

static void what_the_venue_has_is_a_fact(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct frame frame = frame_start(made->arena, &context, LANGUAGE_FI);
    item.announcement.venues[0].access = ACCESS_WHEELCHAIR | ACCESS_LOOP;
    struct facts facts = facts_of(&frame, &item, false);
    assert_true(str_is(facts.fact[2].label, "Pääsy"));
    assert_true(str_is(facts.fact[2].value, "Pyörätuolilla, induktiosilmukka"));
    item.announcement.venues[0].access = ACCESS_UNKNOWN;
    facts = facts_of(&frame, &item, false);
    assert_false(str_is(facts.fact[2].label, "Pääsy"));
}

static void price_and_audience_are_the_senders_words(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct announcement *announcement = &item.announcement;
    check_fact(made, &context, &item, "it:audience", false, "Kenelle: Kaikille aikuisille");
    check_fact(made, &context, &item, "it:cost", false, "Hinta: Ei maksa mitään");
    announcement->cost = STR("2 euroa...");
    check_fact(made, &context, &item, "it:cost", false, "Hinta: 2 euroa...");
    announcement->cost = STR("Kahvi maksaa 2 euroa.");
    check_fact(made, &context, &item, "it:cost", false, "Hinta: Kahvi maksaa 2 euroa");
    announcement->has_cost = false;
    check_fact(made, &context, &item, "it:cost", false, "");
}

static void signing_up_says_how_and_until_when(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    struct announcement *announcement = &item.announcement;
    check_fact(made, &context, &item, "it:signup", false, "");
    announcement->has_signup = true;
    announcement->signup = STR("Ei tarvitse ilmoittautua.");
    check_fact(made, &context, &item, "it:signup", false, "Mukaan: Ei tarvitse ilmoittautua");
    announcement->signup_required = true;
    announcement->signup_email = STR("tuki@niemela.example.fi");
    check_fact(made, &context, &item, "it:signup", false, "Ilmoittaudu: tuki@niemela.example.fi");
    announcement->signup_href = STR("https://tuki.example.fi/mukaan/");
    check_fact(made, &context, &item, "it:signup", false, "Ilmoittaudu: tuki.example.fi/mukaan");
    announcement->signup_tel = STR("+358401234567");
    assert_true(stamp_parse(STR("2026-11-27"), &announcement->signup_until));
    check_fact(made, &context, &item, "it:signup", false,
               "Ilmoittaudu: 040_123_4567\nviimeistään pe_27.11.");
    /* One number stands there once. */
    check_fact(made, &context, &item, "it:contact", false, "");
    announcement->contacts[0].tel = STR("+358407654321");
    check_fact(made, &context, &item, "it:contact", false, "Soita: 040_765_4321");
}

static void who_has_no_phone_is_written_to(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct item item = made_item(made);
    check_fact(made, &context, &item, "it:contact", false, "Soita: 040_123_4567");
    item.announcement.contacts[0] = (struct contact){ .email = STR("tuki@niemela.example.fi") };
    check_fact(made, &context, &item, "it:contact", false, "Kirjoita: tuki@niemela.example.fi");
    item.announcement.contact_count = 0;
    check_fact(made, &context, &item, "it:contact", false, "");
}

static void a_cancelled_date_is_told_with_the_next_one(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct frame frame = frame_start(made->arena, &context, LANGUAGE_FI);
    struct item item = made_item(made);
    struct when whens[] = {
        made_when("2026-09-01T17:00", "2026-09-01T18:00", "FREQ=WEEKLY"),
        made_when("2026-11-24T17:00", "2026-11-24T18:00", NULL),
        made_when("2026-12-01T17:00", "2026-12-01T18:00", NULL),
    };
    whens[1].cancelled = whens[2].cancelled = true;
    item.announcement.whens = whens;
    item.announcement.when_count = ARRAY_LEN(whens);
    struct occurrence next;
    assert_true(facts_next(&item, made->zone, context.now, &next));
    assert_true(next.cancelled);
    struct facts facts = facts_of_cancelled(&frame, &item, &next);
    assert_true(str_is(facts.fact[0].label, "Peruttu"));
    assert_true(str_is(made_shown(made->arena, facts.fact[0].value), "ti_24.11. klo_17–18"));
    assert_true(str_is(facts.fact[1].label, "Seuraava"));
    assert_true(str_is(made_shown(made->arena, facts.fact[1].value), "ti_8.12. klo_17–18"));
    assert_true(str_is(facts.fact[2].label, "Missä"));
    assert_true(str_is(facts.fact[3].label, "Soita"));
    /* The last one of all: there is no next. */
    item.announcement.whens = &whens[1];
    item.announcement.when_count = 1;
    facts = facts_of_cancelled(&frame, &item, &next);
    assert_true(str_is(facts.fact[1].label, "Missä"));
}

static void the_widest_label_sets_the_column(void **state)
{
    struct made *made = *state;
    struct layout_context context = made_context(made, MADE_SQUARE);
    struct frame frame = frame_start(made->arena, &context, LANGUAGE_FI);
    struct item item = made_item(made);
    struct facts facts = facts_of(&frame, &item, false);
    struct flow flow = flow_facts(&frame, &facts, 60, 1400);
    int values = 0, labels = 0;
    for (size_t i = 0; i < flow.count; i++) {
        const struct scene_text *text = &flow.texts[i];
        if (text->role == SCENE_LABEL) {
            labels++;
            assert_int_equal(text->box.x, 0);
        } else {
            values++;
            assert_int_equal(text->box.x, 249); /* 7 letters of 30 px and 0.65 em */
        }
    }
    assert_int_equal(labels, 5);
    assert_int_equal(values, flow.lines);
    assert_int_equal(flow.lines, 5);
    assert_int_equal(flow.height, 5 * 78);
}

int facts_tests(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_told_from_where_the_lobby_stands),
        cmocka_unit_test(every_language_tells_the_date_in_its_own_words),
        cmocka_unit_test(dates_called_off_later_are_told_beside_the_next_one),
        cmocka_unit_test(several_dates_stand_under_each_other),
        cmocka_unit_test(a_later_cancelled_date_leaves_the_rule_its_name),
        cmocka_unit_test(without_a_clock_no_day_is_today),
        cmocka_unit_test(the_hour_that_runs_now_is_still_today),
        cmocka_unit_test(places_are_told_as_people_look_for_them),
        cmocka_unit_test(what_the_venue_has_is_a_fact),
        cmocka_unit_test(price_and_audience_are_the_senders_words),
        cmocka_unit_test(signing_up_says_how_and_until_when),
        cmocka_unit_test(who_has_no_phone_is_written_to),
        cmocka_unit_test(a_cancelled_date_is_told_with_the_next_one),
        cmocka_unit_test(the_widest_label_sets_the_column),
    };
    return cmocka_run_group_tests_name("facts", tests, made_open, made_close);
}
