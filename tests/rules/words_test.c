/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words that sell, take sides, ask for money, promise cures or hurt: with and without libvoikko. */
#include "language/kit.h"
#include "written_notice.h"

struct said {
    enum language language;
    const char *text, *rule; /* "" for none of the rules about words */
};

#define X(code, id, ...) id,
static const char *const word_rules[] = { RULES_WORDS(X) "fundraising" };
#undef X

static int open_with(void **state, const char *voikko_folder)
{
    written_notice_open(state);
    struct written_notice *notice = *state;
    notice->language = kit_open(notice->arena, WORDS_FOLDER, NULL, voikko_folder);
    return notice->language ? 0 : -1;
}

static int open_whole(void **state)
{
    int code = open_with(state, NULL);
    struct written_notice *notice = *state;
    return code == 0 && notice->language->morphology ? 0 : -1; /* voikko-fi is needed here */
}

static int open_without_voikko(void **state)
{
    return open_with(state, "");
}

static int close_all(void **state)
{
    struct written_notice *notice = *state;
    kit_close((struct language_kit *)notice->language);
    return written_notice_close(state);
}

static void expect(struct written_notice *notice, const struct said *one)
{
    notice->announcement.language = one->language;
    notice->block.text = str_of(one->text);
    written_check(notice);
    if (one->rule[0] != '\0' && !written_finding(notice, one->rule))
        fail_msg("%s: no finding of %s", one->text, one->rule);
    for (size_t i = 0; i < ARRAY_LEN(word_rules); i++)
        if (strcmp(word_rules[i], one->rule) != 0 && written_finding(notice, word_rules[i]))
            fail_msg("%s: %s", one->text, word_rules[i]);
}

static void expect_all(void **state, const struct said *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect(*state, &cases[i]);
}

/* ---- selling ------------------------------------------------------------------------------- */

static void selling_is_found_in_every_inflection(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Tule ja hae tarjous.", "commercial-words" },
        { LANGUAGE_FI, "Nyt on hyviä tarjouksia.", "commercial-words" },
        { LANGUAGE_FI, "Joulutarjouksemme alkavat nyt.", "commercial-words" },
        { LANGUAGE_FI, "Saat alennusta jumpasta.", "commercial-words" },
        { LANGUAGE_FI, "Kesäale on auki.", "commercial-words" },
        { LANGUAGE_FI, "Osta nyt lippu.", "commercial-words" },
        { LANGUAGE_FI, "Voita lahjakortti!", "commercial-words" },
        { LANGUAGE_FI, "Illassa on arvonta.", "commercial-words" },
        { LANGUAGE_FI, "Hinta nyt -20 %.", "commercial-words" },
        { LANGUAGE_FI, "Kirjat –50%.", "commercial-words" },
        { LANGUAGE_SV, "Nu är det rea på böcker.", "commercial-words" },
        { LANGUAGE_SV, "Vinn en resa!", "commercial-words" },
        { LANGUAGE_EN, "Big sale this week.", "commercial-words" },
        { LANGUAGE_EN, "Buy now and come.", "commercial-words" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

static void what_only_looks_like_selling_is_not_found(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Tarjoamme tukea ja kahvia.", "" },
        { LANGUAGE_FI, "Tarjoilu on ilmainen.", "" },
        { LANGUAGE_FI, "Syömme leipää ja voita.", "" },
        { LANGUAGE_FI, "Voit voittaa pelon.", "commercial-words" }, /* a known slip */
        { LANGUAGE_FI, "Kaleidoskooppi on kaunis.", "" },
        { LANGUAGE_FI, "Paikalla on 10–20 % jäsenistä.", "" },
        { LANGUAGE_FI, "Noin 10 - 20 % tulee.", "" },
        { LANGUAGE_FI, "Hinta on 5 euroa.", "" },
        { LANGUAGE_FI, "Eläkeläisalennus on 2 euroa.", "" },
        { LANGUAGE_SV, "Vi vinner inget men har roligt.", "" },
        { LANGUAGE_SV, "Kom till vaccinationskampanjen.", "" },
        { LANGUAGE_EN, "Come to our bake sale.", "" },
        { LANGUAGE_EN, "You can win a friend.", "" },
        { LANGUAGE_RU, "Tarjous!", "" }, /* no list of this language */
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

/* ---- parties ------------------------------------------------------------------------------- */

static void parties_and_elections_are_found(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Kokoomuksen kahvit torilla.", "party-political" },
        { LANGUAGE_FI, "Tapaa ehdokkaamme!", "party-political" },
        { LANGUAGE_FI, "Kuntavaaliehdokkaat kertovat.", "party-political" },
        { LANGUAGE_FI, "Äänestä meitä!", "party-political" },
        { LANGUAGE_FI, "Suomen Keskustan teltta on torilla.", "party-political" },
        { LANGUAGE_FI, "Eduskuntavaalit tulevat.", "party-political" },
        { LANGUAGE_SV, "Kom till SFP och prata.", "party-political" },
        { LANGUAGE_SV, "Rösta på oss!", "party-political" },
        { LANGUAGE_EN, "Meet our candidates.", "party-political" },
        { LANGUAGE_EN, "Vote for us!", "party-political" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

static void other_towns_and_votes_are_not_found(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Talo on kaupungin keskustassa.", "" },
        { LANGUAGE_FI, "Vihreät omenat ovat hyviä.", "" },
        { LANGUAGE_FI, "Tule yhdistyksen vaalikokoukseen.", "" },
        { LANGUAGE_FI, "Vaalimme vanhoja lauluja.", "" },
        { LANGUAGE_SV, "Vi ses i centrum.", "" },
        { LANGUAGE_EN, "We meet in the centre.", "" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

static void naming_an_election_is_a_question(void **state)
{
    expect(*state,
           &(struct said){ LANGUAGE_FI, "Voit äänestää aluevaaleissa.", "party-political" });
    assert_int_equal(written_finding(*state, "party-political")->severity, SEVERITY_ASK);
    expect(*state, &(struct said){ LANGUAGE_FI, "Äänestä meitä!", "party-political" });
    assert_int_equal(written_finding(*state, "party-political")->severity, SEVERITY_WARN);
}

static void a_party_is_found_as_the_organiser(void **state)
{
    struct written_notice *notice = *state;
    notice->author.name = STR("Niemelän Kokoomus ry");
    expect(notice, &(struct said){ LANGUAGE_FI, "Tule kahville.", "party-political" });
    notice->author.name = STR("Niemelän Ystävät ry");
    expect(notice, &(struct said){ LANGUAGE_FI, "Tule kahville.", "" });
}

/* ---- collections --------------------------------------------------------------------------- */

static void asking_for_money_blocks_without_a_permission(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Lahjoita nyt!", "fundraising" },
        { LANGUAGE_FI, "Voit lahjoittaa meille.", "fundraising" },
        { LANGUAGE_FI, "Joulukeräys alkaa.", "fundraising" },
        { LANGUAGE_FI, "Kahvin jälkeen on lipaskeräys.", "fundraising" },
        { LANGUAGE_FI, "Lahjoituksesi auttaa.", "fundraising" },
        { LANGUAGE_SV, "Donera till oss.", "fundraising" },
        { LANGUAGE_EN, "Please donate today.", "fundraising" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
    assert_int_equal(written_finding(*state, "fundraising")->severity, SEVERITY_BLOCK);
}

static void asking_for_goods_or_with_a_permission_is_fine(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Lahjoita lelu lapselle.", "" },
        { LANGUAGE_FI, "Lahjoita verta.", "" },
        { LANGUAGE_FI, "Vaatekeräys on lauantaina.", "" },
        { LANGUAGE_FI, "Keräämme kokemuksia.", "" },
        { LANGUAGE_FI, "Messussa on kolehti.", "" }, /* the law leaves it to the church */
        { LANGUAGE_FI, "Lahjoita nyt! Keräyslupa RA/2026/123.", "" },
        { LANGUAGE_SV, "Klädinsamlingen är på lördag.", "" },
        { LANGUAGE_EN, "Donate books to the library.", "" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

/* ---- cures --------------------------------------------------------------------------------- */

static void promises_of_a_cure_are_found(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Hoitomme parantaa syövän.", "medical-claim" },
        { LANGUAGE_FI, "Pääset eroon migreenistä.", "medical-claim" },
        { LANGUAGE_FI, "Kokeile ihmehoitoa.", "medical-claim" },
        { LANGUAGE_FI, "Saat ravintolisiä.", "medical-claim" },
        { LANGUAGE_FI, "Ota sitä 500 mg päivässä.", "medical-claim" },
        { LANGUAGE_SV, "Vi botar din cancer.", "medical-claim" },
        { LANGUAGE_EN, "It cures diabetes.", "medical-claim" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

static void what_does_good_is_no_promise(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Liikunta parantaa mielialaa.", "" },
        { LANGUAGE_FI, "Ryhmässä puhutaan syövästä.", "" },
        { LANGUAGE_FI, "Rokote ehkäisee tautia.", "" },
        { LANGUAGE_FI, "Jumppa parantaa kuntoa. Tule, vaikka sinulla on reuma.", "" },
        { LANGUAGE_FI, "Matka on 500 m ja kirja painaa 300 g.", "" },
        { LANGUAGE_SV, "Gruppen är för dig som har cancer.", "" },
        { LANGUAGE_EN, "We talk about living with diabetes.", "" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

/* ---- respect ------------------------------------------------------------------------------- */

static void hurting_words_warn_and_hiding_words_advise(void **state)
{
    static const struct {
        struct said words;
        enum severity severity;
        const char *better;
    } cases[] = {
        { { LANGUAGE_FI, "Kerho invalideille.", "respectful-words" }, SEVERITY_WARN, "vammainen" },
        { { LANGUAGE_FI, "Ilta alkoholisteille.", "respectful-words" }, SEVERITY_ADVISE, "joka" },
        { { LANGUAGE_FI, "Kärsitkö kivusta?", "respectful-words" }, SEVERITY_ADVISE, "Onko" },
        { { LANGUAGE_FI, "Ryhmä mamuille.", "respectful-words" }, SEVERITY_WARN, "muuttanut" },
        { { LANGUAGE_SV, "För handikappade.", "respectful-words" }, SEVERITY_WARN, "person" },
        { { LANGUAGE_EN, "A club for the elderly.", "respectful-words" },
          SEVERITY_ADVISE,
          "older" },
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        expect(*state, &cases[i].words);
        const struct finding *finding = written_finding(*state, "respectful-words");
        assert_int_equal(finding->severity, cases[i].severity);
        assert_true(str_find(finding->args[1], str_of(cases[i].better)) >= 0);
    }
}

static void the_person_first_is_fine(void **state)
{
    static const struct said cases[] = {
        { LANGUAGE_FI, "Kerho vammaisille ihmisille.", "" },
        { LANGUAGE_FI, "Sinulle, jolla on muistisairaus.", "" },
        { LANGUAGE_SV, "För personer med funktionsnedsättning.", "" },
        { LANGUAGE_EN, "A club for older people.", "" },
    };
    expect_all(state, cases, ARRAY_LEN(cases));
}

static void a_finding_points_at_the_words(void **state)
{
    struct written_notice *notice = *state;
    expect(notice, &(struct said){ LANGUAGE_FI, "Tule! Nyt on tarjouksia.", "commercial-words" });
    const struct finding *finding = written_finding(notice, "commercial-words");
    assert_true(str_is(finding->span, "tarjouksia"));
    assert_int_equal(finding->span_start, 13);
    assert_true(str_is(finding->where.element, "content"));
}

/* ---- pictures ------------------------------------------------------------------------------ */

static void people_in_the_description_of_a_picture_are_asked_about(void **state)
{
    static const struct {
        enum language language;
        const char *alt;
        bool asked;
    } cases[] = {
        { LANGUAGE_FI, "Uimarit altaassa.", true },
        { LANGUAGE_FI, "Piirretty uimari altaassa.", false },
        { LANGUAGE_FI, "Kukkia pöydällä.", false },
        { LANGUAGE_SV, "Publiken klappar.", true },
        { LANGUAGE_EN, "The audience claps.", true },
        { LANGUAGE_EN, "A cartoon of an audience.", false },
    };
    struct written_notice *notice = *state;
    notice->announcement.has_picture = true;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        notice->announcement.language = cases[i].language;
        notice->announcement.picture.alt = str_of(cases[i].alt);
        written_check(notice);
        if ((written_finding(notice, "person-picture") != NULL) != cases[i].asked)
            fail_msg("%s", cases[i].alt);
    }
}

/* ---- what is missing ----------------------------------------------------------------------- */

static void without_voikko_forms_of_the_list_are_found_and_that_is_noted(void **state)
{
    struct written_notice *notice = *state;
    expect(notice, &(struct said){ LANGUAGE_FI, "Tule, tarjous!", "commercial-words" });
    assert_int_equal(notice->report.skipped[RULE_COMMERCIAL_WORDS], LACK_VOIKKO);
    assert_int_equal(notice->report.skipped[RULE_RESPECTFUL_WORDS], LACK_VOIKKO);
    expect(notice, &(struct said){ LANGUAGE_FI, "Nyt on tarjouksia.", "" });
    expect(notice, &(struct said){ LANGUAGE_SV, "Kom på rea!", "commercial-words" });
    assert_int_equal(notice->report.skipped[RULE_COMMERCIAL_WORDS], LACK_NONE);
}

static void without_lists_the_rules_say_so(void **state)
{
    struct written_notice *notice = *state;
    expect(notice, &(struct said){ LANGUAGE_FI, "Tule, tarjous!", "" });
    assert_int_equal(notice->report.skipped[RULE_COMMERCIAL_WORDS], LACK_WORD_LISTS);
    assert_int_equal(notice->report.skipped[RULE_MEDICAL_CLAIM], LACK_WORD_LISTS);
}

#define WHOLE(test) cmocka_unit_test_setup_teardown(test, open_whole, close_all)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WHOLE(selling_is_found_in_every_inflection),
        WHOLE(what_only_looks_like_selling_is_not_found),
        WHOLE(parties_and_elections_are_found),
        WHOLE(other_towns_and_votes_are_not_found),
        WHOLE(naming_an_election_is_a_question),
        WHOLE(a_party_is_found_as_the_organiser),
        WHOLE(asking_for_money_blocks_without_a_permission),
        WHOLE(asking_for_goods_or_with_a_permission_is_fine),
        WHOLE(promises_of_a_cure_are_found),
        WHOLE(what_does_good_is_no_promise),
        WHOLE(hurting_words_warn_and_hiding_words_advise),
        WHOLE(the_person_first_is_fine),
        WHOLE(a_finding_points_at_the_words),
        WHOLE(people_in_the_description_of_a_picture_are_asked_about),
        cmocka_unit_test_setup_teardown(
            without_voikko_forms_of_the_list_are_found_and_that_is_noted, open_without_voikko,
            close_all),
        cmocka_unit_test_setup_teardown(without_lists_the_rules_say_so, written_notice_open,
                                        written_notice_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
