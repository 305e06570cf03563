/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Examples made of a sender's words: forms of words, clauses, cuts, numbers. What is not sure is
 * not shown, so half of the cases expect nothing.
 */
#include "language/rewrite_action.h"
#include "language/rewrite_clause.h"
#include "language/rewrite_cut.h"
#include "language/rewrite_number.h"
#include "language/rewrite_word.h"
#include "made.h"

static struct rewriter rewriter_of(const struct made *made)
{
    return (struct rewriter){ made->kit->morphology, made->arena };
}

static void expect_text(struct str got, const char *wanted, const char *what)
{
    if (!str_is(got, wanted))
        fail_msg("%s: \"%.*s\", not \"%s\"", what, STR_ARG(got), wanted);
}

static void verbs_are_bent(void **state)
{
    static const struct {
        const char *verb, *forms[VERB_FORM_COUNT];
    } cases[] = {
        { "tulla",
          { "tule", "tulet", "tulemme", "tulee", "tulevat", "tullaan", "tullut", "tulen",
            "tulette" } },
        { "ilmoittautua",
          { "ilmoittaudu", "ilmoittaudut", "ilmoittaudumme", "ilmoittautuu", "ilmoittautuvat",
            "ilmoittaudutaan", "ilmoittautunut", "ilmoittaudun", "ilmoittaudutte" } },
        { "järjestää",
          { "järjestä", "järjestät", "järjestämme", "järjestää", "järjestävät", "järjestetään",
            "järjestänyt", "järjestän", "järjestätte" } },
        { "varata",
          { "varaa", "varaat", "varaamme", "varaa", "varaavat", "varataan", "varannut", "varaan",
            "varaatte" } },
        { "tavata",
          { "tapaa", "tapaat", "tapaamme", "tapaa", "tapaavat", "tavataan", "tavannut", "tapaan",
            "tapaatte" } },
        { "hakea",
          { "hae", "haet", "haemme", "hakee", "hakevat", "haetaan", "hakenut", "haen", "haette" } },
        { "kuunnella",
          { "kuuntele", "kuuntelet", "kuuntelemme", "kuuntelee", "kuuntelevat", "kuunnellaan",
            "kuunnellut", "kuuntelen", "kuuntelette" } },
        { "tarvita",
          { "tarvitse", "tarvitset", "tarvitsemme", "tarvitsee", "tarvitsevat", "tarvitaan",
            "tarvinnut", "tarvitsen", "tarvitsette" } },
        { "tehdä",
          { "tee", "teet", "teemme", "tekee", "tekevät", "tehdään", "tehnyt", "teen", "teette" } },
        { "nousta",
          { "nouse", "nouset", "nousemme", "nousee", "nousevat", "noustaan", "noussut", "nousen",
            "nousette" } },
        { "kxyzä", { "", "", "", "", "", "", "", "", "" } },
        { "", { "", "", "", "", "", "", "", "", "" } },
        { "a", { "", "", "", "", "", "", "", "", "" } },
    };
    struct rewriter rewriter = rewriter_of(*state);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        for (enum verb_form form = 0; form < VERB_FORM_COUNT; form++)
            expect_text(rewrite_verb(&rewriter, str_of(cases[i].verb), form), cases[i].forms[form],
                        cases[i].verb);
}

static void nouns_are_bent(void **state)
{
    static const struct {
        const char *noun, *forms[NOUN_FORM_COUNT];
    } cases[] = {
        { "ilta", { "illan", "illat", "iltaa", "iltojen" } },
        { "yhdistys", { "yhdistyksen", "yhdistykset", "yhdistystä", "yhdistysten" } },
        { "asiakas", { "asiakkaan", "asiakkaat", "asiakasta", "asiakasten" } },
        { "ihminen", { "ihmisen", "ihmiset", "ihmistä", "ihmisten" } },
        { "lapsi", { "lapsen", "lapset", "", "lasten" } },
        { "kylätupa", { "kylätuvan", "kylätuvat", "kylätupaa", "kylätupien" } },
        { "maksuton", { "maksuttoman", "maksuttomat", "maksutonta", "" } },
        { "mahdollisuus", { "mahdollisuuden", "mahdollisuudet", "mahdollisuutta", "" } },
        { "qwrtp", { "", "", "", "" } },
        { "", { "", "", "", "" } },
    };
    struct rewriter rewriter = rewriter_of(*state);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        for (enum noun_form form = 0; form < NOUN_FORM_COUNT; form++)
            expect_text(rewrite_noun(&rewriter, str_of(cases[i].noun), form), cases[i].forms[form],
                        cases[i].noun);
}

static void without_a_dictionary_nothing_is_made(void **state)
{
    const struct made *made = *state;
    struct rewriter rewriter = { NULL, made->arena };
    expect_text(rewrite_verb(&rewriter, STR("tulla"), VERB_DO), "", "tulla");
    expect_text(rewrite_noun(&rewriter, STR("ilta"), NOUN_OF), "", "ilta");
}

/* The token of the first form of `word` in a text. */
static size_t token_of(const struct analysis *analysis, const char *word)
{
    return (size_t)(made_token(analysis, word) - analysis->tokens);
}

typedef struct str rewrite_fn(const struct rewriter *rewriter, const struct analysis *analysis,
                              size_t token);

static void clauses_are_made_of_the_senders_words(void **state)
{
    static const struct {
        rewrite_fn *rewrite;
        const char *text, *word, *wanted;
    } cases[] = {
        { rewrite_agent, "Yhdistyksen järjestämä ilta alkaa.", "järjestämä",
          "Yhdistyksen järjestämä ilta → Yhdistys järjestää illan." },
        { rewrite_agent, "Katso yhdistysten järjestämät uudet illat.", "järjestämät",
          "yhdistysten järjestämät uudet illat → Yhdistykset järjestävät uudet illat." },
        { rewrite_agent, "Katso kunnan tarjoamaa apua.", "tarjoamaa",
          "kunnan tarjoamaa apua → Kunta tarjoaa avun." },
        { rewrite_agent, "Tule järjestämäämme iltaan.", "järjestämäämme",
          "järjestämäämme iltaan → Järjestämme illan." },
        { rewrite_agent, "Kunnan järjestämä perheille suunnattu ilta alkaa.", "järjestämä",
          "Kunnan järjestämä perheille suunnattu ilta → Kunta järjestää illan." },
        { rewrite_agent, "Se on järjestämä.", "järjestämä", "" },
        { rewrite_agent, "Uuden kunnan talon järjestämä ilta.", "järjestämä", "" },
        { rewrite_participle, "Puhumme lasta hoitavista isistä.", "hoitavista",
          "hoitavista isistä → isistä, jotka hoitavat …" },
        { rewrite_participle, "Tule järjestettävään iltaan.", "järjestettävään",
          "järjestettävään iltaan → iltaan, joka järjestetään" },
        { rewrite_participle, "Autamme pudonnutta lasta.", "pudonnutta",
          "pudonnutta lasta → lasta, joka on pudonnut" },
        { rewrite_participle, "Tule perheille tarkoitettuun ryhmään.", "tarkoitettuun",
          "tarkoitettuun ryhmään → ryhmään, joka on tarkoitettu …" },
        { rewrite_when, "Tullessasi ota kortti.", "Tullessasi", "Tullessasi → Kun tulet" },
        { rewrite_when, "Lukiessamme on hiljaa.", "Lukiessamme", "Lukiessamme → Kun luemme" },
        { rewrite_when, "Ilta alkaa ryhmän kokoontuessa.", "kokoontuessa",
          "ryhmän kokoontuessa → kun ryhmä kokoontuu" },
        { rewrite_when, "Ilta on hiljainen luettaessa.", "luettaessa", "luettaessa → kun luetaan" },
        { rewrite_when, "Kokoontuessa on kivaa.", "Kokoontuessa", "" },
        { rewrite_after, "Täytettyäsi lomakkeen soita.", "Täytettyäsi",
          "Täytettyäsi lomakkeen → Kun olet täyttänyt lomakkeen" },
        { rewrite_after, "Hän soitti täytettyään sen.", "täytettyään",
          "täytettyään → kun hän on täyttänyt" },
        { rewrite_purpose, "Saadaksesi tukea soita.", "Saadaksesi",
          "Saadaksesi tukea → Jos haluat saada tukea" },
        { rewrite_minen, "Ilmoittautuminen alkaa.", "Ilmoittautuminen",
          "Ilmoittautuminen → Ilmoittaudu" },
        { rewrite_minen, "Juhlan järjestäminen alkaa.", "järjestäminen",
          "järjestäminen → järjestämme" },
        { rewrite_minen, "Kuoleminen on vaikea asia.", "Kuoleminen",
          "Kuoleminen → kun joku kuolee" },
        { rewrite_manner, "Pääset mukaan ilmoittautumalla.", "ilmoittautumalla",
          "ilmoittautumalla → Ilmoittaudu" },
        { rewrite_manner, "Pääset mukaan sairastumalla.", "sairastumalla", "" },
        { rewrite_passive, "Lomake palautetaan.", "palautetaan", "palautetaan → Palauta" },
        { rewrite_passive, "Juhla järjestetään.", "järjestetään", "järjestetään → järjestämme" },
        { rewrite_passive, "Juhlaa ei järjestetä.", "järjestetä", "ei järjestetä → emme järjestä" },
        { rewrite_passive, "Sairastutaan usein.", "Sairastutaan", "" },
        { rewrite_mood, "Ryhmä alkanee.", "alkanee", "alkanee → alkaa ehkä" },
        { rewrite_mood, "Voisimme tulla.", "Voisimme", "Voisimme → voimme" },
        { rewrite_elided, "Lääkäri- ja hoitaja-ajat.", "Lääkäri-",
          "Lääkäri- ja hoitaja-ajat → Lääkäriajat ja hoitaja-ajat" },
        { rewrite_elided, "Lääkäri- ja kerho.", "Lääkäri-", "" },
        { rewrite_elided, "Varaa lääkäri- ja hoitoajat.", "lääkäri-",
          "lääkäri- ja hoitoajat → lääkäriajat ja hoitoajat" },
    };
    const struct made *made = *state;
    struct rewriter rewriter = rewriter_of(made);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct analysis *analysis = made_text(made, LANGUAGE_FI, cases[i].text);
        expect_text(cases[i].rewrite(&rewriter, analysis, token_of(analysis, cases[i].word)),
                    cases[i].wanted, cases[i].text);
    }
}

static void compounds_are_split_where_both_sides_are_words(void **state)
{
    static const struct {
        const char *word, *wanted;
    } cases[] = {
        { "kuljetuspalveluhakemuslomake",
          "kuljetus + palvelu + hakemus + lomake → kuljetuspalvelun hakemuslomake" },
        { "omaishoitaja", "omais + hoitaja → omaisen hoitaja" },
        { "kuntoutumissuunnitelma", "kuntoutumis + suunnitelma → kuntoutumisen suunnitelma" },
        { "kotihoitopalvelut", "koti + hoito + palvelut → kotihoidon palvelut" },
        { "lääkärinlausunto", "lääkärin + lausunto → lääkärin lausunto" },
        { "talo", "" },
    };
    const struct made *made = *state;
    struct rewriter rewriter = rewriter_of(made);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct analysis *analysis = made_text(made, LANGUAGE_FI, cases[i].word);
        expect_text(rewrite_compound(&rewriter, &analysis->tokens[0]), cases[i].wanted,
                    cases[i].word);
    }
}

static void long_sentences_are_cut_where_a_new_one_can_begin(void **state)
{
    static const struct {
        enum language language;
        const char *text, *wanted;
    } cases[] = {
        { LANGUAGE_FI, "Tule mukaan, koska meillä on hauskaa.",
          "Tule mukaan, // koska meillä on hauskaa." },
        { LANGUAGE_FI, "Juomme kahvia ja laulamme vanhoja lauluja.",
          "Juomme kahvia // ja laulamme vanhoja lauluja." },
        { LANGUAGE_FI, "Juomme kahvia ja teetä.", "" },
        { LANGUAGE_FI, "Ota kengät, takki\nja lakki.", "" },
        { LANGUAGE_SV, "Kom till huset på fredag eftersom vi har kaffe.",
          "Kom till huset på fredag // eftersom vi har kaffe." },
        { LANGUAGE_SV, "Kaffe och te.", "" },
        { LANGUAGE_EN, "We meet in the old house, which is near the church.",
          "We meet in the old house, // which is near the church." },
        { LANGUAGE_EN, "Bring tea and/or coffee.", "" },
    };
    const struct made *made = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        const struct analysis *analysis = made_text(made, cases[i].language, cases[i].text);
        expect_text(rewrite_cut(made->arena, analysis, 0), cases[i].wanted, cases[i].text);
    }
}

static void numbers_are_told_in_words(void **state)
{
    const struct made *made = *state;
    struct arena *arena = made->arena;
    expect_text(rewrite_percent(arena, STR("37,4 %"), LANGUAGE_FI), "noin kaksi viidestä", "37,4");
    expect_text(rewrite_percent(arena, STR("50 %"), LANGUAGE_SV), "hälften", "50");
    expect_text(rewrite_percent(arena, STR("97 %"), LANGUAGE_EN), "almost all", "97");
    expect_text(rewrite_percent(arena, STR("250 %"), LANGUAGE_EN), "", "250");
    expect_text(rewrite_percent(arena, STR("50 %"), LANGUAGE_ET), "", "Estonian");
    expect_text(rewrite_rounded(arena, STR("12 345"), LANGUAGE_FI), "noin 12 000", "12 345");
    expect_text(rewrite_rounded(arena, STR("3,14"), LANGUAGE_SV), "ungefär 3", "3,14");
    expect_text(rewrite_rounded(arena, STR("1 999 999"), LANGUAGE_EN), "about 2 000 000", "much");
    expect_text(rewrite_rounded(arena, STR("99 999 999 999"), LANGUAGE_EN), "", "too much");
    expect_text(rewrite_roman(arena, STR("XIV")), "14", "XIV");
    expect_text(rewrite_roman(arena, STR("IIX")), "", "IIX");
}

static void a_capital_is_put_at_the_start(void **state)
{
    const struct made *made = *state;
    expect_text(rewrite_capital(made->arena, STR("äiti")), "Äiti", "äiti");
    expect_text(rewrite_capital(made->arena, STR("isä")), "Isä", "isä");
    expect_text(rewrite_capital(made->arena, STR("")), "", "nothing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verbs_are_bent),
        cmocka_unit_test(nouns_are_bent),
        cmocka_unit_test(without_a_dictionary_nothing_is_made),
        cmocka_unit_test(clauses_are_made_of_the_senders_words),
        cmocka_unit_test(compounds_are_split_where_both_sides_are_words),
        cmocka_unit_test(long_sentences_are_cut_where_a_new_one_can_begin),
        cmocka_unit_test(numbers_are_told_in_words),
        cmocka_unit_test(a_capital_is_put_at_the_start),
    };
    return cmocka_run_group_tests(tests, made_open, made_close);
}
