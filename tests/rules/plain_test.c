/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain language: each rule has texts that break it and texts that do not, with the dictionary and
 * without. What a finding shows is looked for in its example, since that is what a sender copies.
 */
#include "language/kit.h"
#include "written_notice.h"

#define FI LANGUAGE_FI
#define SV LANGUAGE_SV
#define EN LANGUAGE_EN
#define NOTHING (-1)

struct plain_case {
    enum rule rule;
    enum language language;
    const char *text;
    int severity;        /* the worst of this rule's findings, or NOTHING */
    const char *example; /* stands in the example or the advice of one of them; NULL: not asked */
};

static int open_with(void **state, const char *voikko_folder)
{
    written_notice_open(state);
    struct written_notice *notice = *state;
    notice->language = kit_open(notice->arena, WORDS_FOLDER, NULL, voikko_folder);
    notice->announcement.has_signup = true;
    notice->announcement.title = STR("Kirja"); /* speaks to nobody */
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

static bool is_of(const struct finding *finding, enum rule rule)
{
    return finding_info(finding->code)->rule == rule;
}

static int worst_of(const struct report *report, enum rule rule)
{
    int worst = NOTHING;
    for (size_t i = 0; i < report->count; i++) {
        const struct finding *finding = &report->findings[i];
        if (is_of(finding, rule) && (int)finding->severity > worst)
            worst = (int)finding->severity;
    }
    return worst;
}

static size_t count_of(const struct report *report, enum rule rule)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += is_of(&report->findings[i], rule);
    return count;
}

static bool shows(struct written_notice *notice, const struct finding *finding, const char *text)
{
    struct str wanted = str_of(text);
    return str_find(finding_example(notice->arena, finding), wanted) >= 0 ||
           str_find(finding_fix(notice->arena, finding), wanted) >= 0 ||
           str_find(finding_message(notice->arena, finding), wanted) >= 0;
}

static const struct finding *shown_by(struct written_notice *notice, enum rule rule,
                                      const char *text)
{
    for (size_t i = 0; i < notice->report.count; i++) {
        const struct finding *finding = &notice->report.findings[i];
        if (is_of(finding, rule) && shows(notice, finding, text))
            return finding;
    }
    return NULL;
}

static void judge(struct written_notice *notice, enum language language, const char *text)
{
    notice->announcement.language = language;
    notice->block.text = str_of(text);
    written_check(notice);
}

static const char *name_of(int severity)
{
    return severity == NOTHING ? "nothing" : severity_name((enum severity)severity);
}

static void expect_case(struct written_notice *notice, const struct plain_case *one)
{
    judge(notice, one->language, one->text);
    int worst = worst_of(&notice->report, one->rule);
    if (worst != one->severity)
        fail_msg("%s: %s: %s, not %s", rule_info(one->rule)->id, one->text, name_of(worst),
                 name_of(one->severity));
    if (!one->example || shown_by(notice, one->rule, one->example))
        return;
    for (size_t i = 0; i < notice->report.count; i++) {
        const struct finding *finding = &notice->report.findings[i];
        if (is_of(finding, one->rule))
            print_error("shown: %.*s\n", STR_ARG(finding_example(notice->arena, finding)));
    }
    fail_msg("%s: %s: nothing shows %s", rule_info(one->rule)->id, one->text, one->example);
}

static void expect_cases(void **state, const struct plain_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        expect_case(*state, &cases[i]);
}

/* ---- sentences ------------------------------------------------------------------------------ */

#define FIVE "yksi kaksi kolme koira kissa "
#define TWELVE FIVE FIVE "hevonen lehmä"

static const struct plain_case sentence_cases[] = {
    { RULE_SENTENCE_TOO_LONG, FI, TWELVE ".", NOTHING, NULL },
    { RULE_SENTENCE_TOO_LONG, FI, TWELVE " nukkuu.", SEVERITY_ADVISE, NULL },
    { RULE_SENTENCE_TOO_LONG, FI, TWELVE " nukkuu yön pihalla.", SEVERITY_ADVISE, NULL },
    { RULE_SENTENCE_TOO_LONG, FI, TWELVE " nukkuu yön pihalla kesällä.", SEVERITY_WARN, NULL },
    { RULE_SENTENCE_TOO_LONG, FI, TWELVE " " TWELVE " yön.", SEVERITY_WARN, NULL },
    { RULE_SENTENCE_TOO_LONG, FI, TWELVE " " TWELVE " koko yön.", SEVERITY_BLOCK, NULL },
    { RULE_SENTENCE_TOO_LONG, FI,
      "Ryhmä, joka kokoontuu tiistaisin ja johon ei tarvitse ilmoittautua, on tarkoitettu "
      "kaikille, "
      "joiden läheinen on sairastunut.",
      SEVERITY_WARN,
      "Ryhmä, // joka kokoontuu tiistaisin // ja johon ei tarvitse ilmoittautua, // on" },
    { RULE_SENTENCE_TOO_LONG, SV,
      "Gruppen träffas varje vecka i klubbrummet och du kan komma dit eftersom vi har mycket plats "
      "nu.",
      SEVERITY_WARN, "// eftersom vi har" },
    { RULE_SENTENCE_TOO_LONG, EN,
      "The group meets every week in the old club room, which is on the second floor of the house.",
      SEVERITY_WARN, "room, // which is" },
    { RULE_SENTENCE_TOO_LONG, EN, "Come and see us. We have coffee for you.", NOTHING, NULL },
    { RULE_MANY_CLAUSES, FI, "Tule, jos haluat, koska opettaja kertoo, että ryhmä alkaa.",
      SEVERITY_WARN, "Tule, // jos haluat, // koska opettaja kertoo, // että ryhmä alkaa." },
    { RULE_MANY_CLAUSES, FI, "Tule, jos haluat, koska ryhmä alkaa.", NOTHING, NULL },
    { RULE_NEGATION_DOUBLE, FI, "Ei ole mahdotonta, ettei ryhmä ala.", SEVERITY_ADVISE,
      "Voi olla" },
    { RULE_NEGATION_DOUBLE, FI, "Et ole yksin. Emme kerro kenellekään.", NOTHING, NULL },
    { RULE_NEGATION_DOUBLE, SV, "Du ska inte komma om du inte vill.", SEVERITY_ADVISE, NULL },
    { RULE_NEGATION_DOUBLE, SV, "Du behöver inte anmäla dig.", NOTHING, NULL },
    { RULE_NEGATION_DOUBLE, EN, "Do not come if it is not open.", SEVERITY_ADVISE, NULL },
    { RULE_NEGATION_DOUBLE, EN, "You do not have to sign up.", NOTHING, NULL },
    { RULE_NUMBER_FORMAT, FI, "Olemme auki 3. päivä klo 9–11, 4. päivä klo 9–15.", SEVERITY_WARN,
      NULL },
    { RULE_NUMBER_FORMAT, FI, "Noin 37,4 % käy ryhmässä.", SEVERITY_WARN, "37,4 % → noin kaksi" },
    { RULE_NUMBER_FORMAT, FI, "Matka on 12,25 kilometriä.", SEVERITY_WARN, "12,25 → noin 12" },
    { RULE_NUMBER_FORMAT, FI, "Kahvi maksaa 12,50 euroa.", NOTHING, NULL },
    { RULE_NUMBER_FORMAT, FI, "Meitä on 12345 ihmistä.", SEVERITY_WARN, "noin 12 000" },
    { RULE_NUMBER_FORMAT, FI, "Olemme kerroksessa IV.", SEVERITY_WARN, "IV → 4" },
    { RULE_NUMBER_FORMAT, FI, "Olemme auki vuonna 2026. Soita 040 123 4567.", NOTHING, NULL },
    { RULE_NUMBER_FORMAT, SV, "Bara 25 % kommer.", SEVERITY_WARN, "en av fyra" },
    { RULE_NUMBER_FORMAT, EN, "About 50 % of us walk.", SEVERITY_WARN, "half" },
    { RULE_NUMBER_FORMAT, EN, "We meet on 3 May at 10.30.", NOTHING, NULL },
};

static void sentences_are_measured(void **state)
{
    expect_cases(state, sentence_cases, ARRAY_LEN(sentence_cases));
}

#define MEAN_OF_ELEVEN "Koira ja kissa ja hevonen ja lehmä ja kana nukkuvat yössä. "
#define MEAN_OF_THIRTEEN                                                                           \
    "Koira ja kissa ja hevonen ja lehmä ja kana nukkuvat yössä meidän pihalla. "
#define MEAN_OF_SIX "Koira ja kissa nukkuvat meidän pihalla. "

static void the_mean_is_of_texts_that_are_long_enough(void **state)
{
    static const struct plain_case cases[] = {
        { RULE_MEAN_SENTENCE_LENGTH, FI,
          MEAN_OF_ELEVEN MEAN_OF_ELEVEN MEAN_OF_ELEVEN MEAN_OF_ELEVEN, SEVERITY_ADVISE, NULL },
        { RULE_MEAN_SENTENCE_LENGTH, FI,
          MEAN_OF_THIRTEEN MEAN_OF_THIRTEEN MEAN_OF_THIRTEEN MEAN_OF_THIRTEEN, SEVERITY_WARN,
          NULL },
        { RULE_MEAN_SENTENCE_LENGTH, FI, MEAN_OF_THIRTEEN MEAN_OF_THIRTEEN, NOTHING, NULL },
        { RULE_MEAN_SENTENCE_LENGTH, FI,
          MEAN_OF_SIX MEAN_OF_SIX MEAN_OF_SIX MEAN_OF_SIX MEAN_OF_SIX MEAN_OF_SIX MEAN_OF_SIX,
          NOTHING, NULL },
        { RULE_MEAN_SENTENCE_LENGTH, SV,
          MEAN_OF_THIRTEEN MEAN_OF_THIRTEEN MEAN_OF_THIRTEEN MEAN_OF_THIRTEEN, NOTHING, NULL },
    };
    expect_cases(state, cases, ARRAY_LEN(cases));
}

static void a_centre_moves_the_limit_with_its_steps(void **state)
{
    struct written_notice *notice = *state;
    notice->profile.rules[RULE_SENTENCE_TOO_LONG] =
        (struct rule_setting){ .has_limit = true, .limit = 12 };
    struct plain_case cases[] = {
        { RULE_SENTENCE_TOO_LONG, FI, TWELVE ".", SEVERITY_ADVISE, NULL },
        { RULE_SENTENCE_TOO_LONG, FI, TWELVE " nukkuu.", SEVERITY_WARN, NULL },
        { RULE_SENTENCE_TOO_LONG, FI, TWELVE " " TWELVE ".", SEVERITY_BLOCK, NULL },
    };
    expect_cases(state, cases, ARRAY_LEN(cases));
    notice->profile.rules[RULE_SENTENCE_TOO_LONG] = (struct rule_setting){ 0 };
}

/* ---- Finnish structures, which need the dictionary ------------------------------------------- */

static const struct plain_case structure_cases[] = {
    { RULE_LONG_VERBLESS_RUN, FI,
      "Neuvontaa omaishoitajien ja heidän läheistensä arjen tueksi aina maanantaisin kirjastossa.",
      SEVERITY_WARN, NULL },
    { RULE_LONG_VERBLESS_RUN, FI, "Autamme omaishoitajia. Soita meille maanantaina.", NOTHING,
      NULL },
    { RULE_LONG_NOUN_PHRASE, FI, "Haemme ryhmille alueellisten ryhmien uudet taitavat ohjaajat.",
      SEVERITY_ADVISE, NULL },
    { RULE_LONG_NOUN_PHRASE, FI,
      "Tässä ovat kaupungin alueellisten ryhmien uudet nuoret iloiset ohjaajat.", SEVERITY_WARN,
      NULL },
    { RULE_LONG_NOUN_PHRASE, FI, "Haemme uudet ohjaajat ryhmiin.", NOTHING, NULL },
    { RULE_GENITIVE_CHAIN, FI, "Arvioimme potilaan läheisen tuen tarpeen.", SEVERITY_WARN,
      "potilaan läheisen tuen" },
    { RULE_GENITIVE_CHAIN, FI, "Läheinen tarvitsee potilaan tukea.", NOTHING, NULL },
    { RULE_PARTICIPLE_MODIFIER, FI, "Tule keväällä järjestettävään tapahtumaan.", SEVERITY_WARN,
      "järjestettävään tapahtumaan → tapahtumaan, joka järjestetään …" },
    { RULE_PARTICIPLE_MODIFIER, FI, "Autamme kadulla nukkuvaa ihmistä.", SEVERITY_WARN,
      "nukkuvaa ihmistä → ihmistä, joka nukkuu …" },
    { RULE_PARTICIPLE_MODIFIER, FI, "Tule seuraavaan tapahtumaan.", NOTHING, NULL },
    { RULE_PARTICIPLE_MODIFIER, FI, "Se on hyvin tehty.", NOTHING, NULL },
    { RULE_AGENT_PARTICIPLE, FI, "Tervetuloa! Yhdistyksen järjestämä ilta on hauska.",
      SEVERITY_WARN, "Yhdistyksen järjestämä ilta → Yhdistys järjestää illan." },
    { RULE_AGENT_PARTICIPLE, FI, "Järjestämämme ilta on hauska.", SEVERITY_WARN,
      "Järjestämämme ilta → Järjestämme illan." },
    { RULE_AGENT_PARTICIPLE, FI, "Yhdistyksen antamaa kasvavaa.", SEVERITY_WARN,
      "Yhdistys järjestää illan." },
    { RULE_AGENT_PARTICIPLE, FI, "Valitse haluamasi päivä.", NOTHING, NULL },
    { RULE_TIME_CLAUSE_E, FI, "Tullessasi ota kortti mukaan.", SEVERITY_WARN,
      "Tullessasi → Kun tulet" },
    { RULE_TIME_CLAUSE_E, FI, "Ryhmän kokoontuessa juomme kahvia.", SEVERITY_WARN,
      "Ryhmän kokoontuessa → kun ryhmä kokoontuu" },
    { RULE_TIME_CLAUSE_E, FI, "Kun tulet, ota kortti mukaan.", NOTHING, NULL },
    { RULE_TIME_CLAUSE_E, FI, "Soita tarvittaessa.", NOTHING, NULL },
    { RULE_TIME_CLAUSE_TEHTYAAN, FI, "Täytettyäsi lomakkeen palauta se.", SEVERITY_WARN,
      "Täytettyäsi lomakkeen → Kun olet täyttänyt lomakkeen" },
    { RULE_TIME_CLAUSE_TEHTYAAN, FI, "Kun olet täyttänyt lomakkeen, palauta se.", NOTHING, NULL },
    { RULE_PURPOSE_CLAUSE, FI, "Saadaksesi tukea soita meille.", SEVERITY_WARN,
      "Saadaksesi tukea → Jos haluat saada tukea" },
    { RULE_PURPOSE_CLAUSE, FI, "Jos haluat tukea, soita meille.", NOTHING, NULL },
    { RULE_MANNER_TEKEMALLA, FI, "Saat paikan soittamalla.", SEVERITY_ADVISE,
      "soittamalla → Soita" },
    { RULE_MANNER_TEKEMALLA, FI, "Voit tulla ilmoittautumatta.", SEVERITY_ADVISE,
      "Ilmoittaudu verkossa." },
    { RULE_MANNER_TEKEMALLA, FI, "Soita ja varaa paikka.", NOTHING, NULL },
    { RULE_NOMINALISATION, FI, "Osallistuminen ei maksa mitään.", SEVERITY_ADVISE,
      "Osallistuminen → Osallistu" },
    { RULE_NOMINALISATION, FI, "Tuen hakeminen ja myöntäminen on tärkeää.", SEVERITY_WARN,
      "hakeminen → Hae" },
    { RULE_NOMINALISATION, FI, "Sairastuminen on raskasta.", SEVERITY_ADVISE,
      "Sairastuminen → kun joku sairastuu" },
    { RULE_NOMINALISATION, FI, "Uiminen on hauskaa.", NOTHING, NULL },
    { RULE_RARE_CASE, FI, "Isä tuli lapsineen.", SEVERITY_WARN, "lapsineen → lasten kanssa" },
    { RULE_RARE_CASE, FI, "Kukaan ei jää rahatta.", SEVERITY_WARN, "rahatta → ilman rahaa" },
    { RULE_RARE_CASE, FI, "Kukaan ei jää ilman rahaa.", NOTHING, NULL },
    { RULE_POTENTIAL_MOOD, FI, "Ryhmä alkanee keväällä.", SEVERITY_WARN, "alkanee → alkaa ehkä" },
    { RULE_POTENTIAL_MOOD, FI, "Ryhmä alkaa keväällä.", NOTHING, NULL },
    { RULE_CONDITIONAL_MOOD, FI, "Voisit tulla ryhmään.", SEVERITY_ADVISE, "Voisit → voit" },
    { RULE_CONDITIONAL_MOOD, FI, "Voit tulla ryhmään. Haluaisitko tulla?", NOTHING, NULL },
    { RULE_PASSIVE, FI, "Lomake palautetaan. Kahvia tarjotaan. Lauluja lauletaan.", SEVERITY_ADVISE,
      "palautetaan → Palauta" },
    { RULE_PASSIVE, FI, "Lomake palautetaan. Juomme kahvia. Me laulamme.", NOTHING, NULL },
};

static void structures_are_found_and_shown_in_plain_words(void **state)
{
    expect_cases(state, structure_cases, ARRAY_LEN(structure_cases));
}

/* ---- words ----------------------------------------------------------------------------------- */

static const struct plain_case list_cases[] = {
    { RULE_OFFICIALESE, FI, "Mikäli et pääse, soita.", SEVERITY_WARN, "jos" },
    { RULE_OFFICIALESE, FI, "Jos et pääse, soita.", NOTHING, NULL },
    { RULE_OFFICIALESE, SV, "Ring angående kursen.", SEVERITY_WARN, NULL },
    { RULE_OFFICIALESE, SV, "Ring oss om kursen.", NOTHING, NULL },
    { RULE_OFFICIALESE, EN, "Call us prior to the course.", SEVERITY_WARN, "before" },
    { RULE_OFFICIALESE, EN, "Call us before the course.", NOTHING, NULL },
    { RULE_SEKA_CONJUNCTION, FI, "Saat kahvia sekä pullaa.", SEVERITY_ADVISE, "kahvia ja pullaa" },
    { RULE_SEKA_CONJUNCTION, FI, "Saat sekä kahvia että pullaa. Saat kahvia ja pullaa.", NOTHING,
      NULL },
    { RULE_ABBREVIATION, FI, "Olemme auki ma–to klo 9–15.", SEVERITY_WARN,
      "maanantaista torstaihin" },
    { RULE_ABBREVIATION, FI, "Saat esim. kahvia.", SEVERITY_WARN, "esimerkiksi" },
    { RULE_ABBREVIATION, FI, "Niemelän Tuki ry. Tule klo 10. Matka on 5 km.", NOTHING, NULL },
    { RULE_ABBREVIATION, SV, "Du får t.ex. kaffe.", SEVERITY_WARN, "till exempel" },
    { RULE_ABBREVIATION, SV, "Du får till exempel kaffe.", NOTHING, NULL },
    { RULE_ABBREVIATION, EN, "You get e.g. coffee.", SEVERITY_WARN, "for example" },
    { RULE_ABBREVIATION, EN, "You get coffee.", NOTHING, NULL },
    { RULE_ACRONYM_UNEXPLAINED, FI, "Ohje on THL:n.", SEVERITY_WARN,
      "Terveyden ja hyvinvoinnin laitos (THL)" },
    { RULE_ACRONYM_UNEXPLAINED, FI, "Ohjeen antoi Terveyden ja hyvinvoinnin laitos (THL).", NOTHING,
      NULL },
    { RULE_ACRONYM_UNEXPLAINED, FI, "Katso TV:tä. EU auttaa.", NOTHING, NULL },
    { RULE_SLASH_OR_SEMICOLON, FI, "Tule yksin ja/tai ystävän kanssa.", SEVERITY_WARN, "tai" },
    { RULE_SLASH_OR_SEMICOLON, FI, "Palauta se neuvontaan/toimistoon.", SEVERITY_WARN,
      "neuvontaan tai toimistoon" },
    { RULE_SLASH_OR_SEMICOLON, FI, "Tule heti; ovi on auki.", SEVERITY_WARN, "heti. Ovi" },
    { RULE_SLASH_OR_SEMICOLON, FI, "Auto ajoi 30 km/h. Katso www.esim.fi/apu.", NOTHING, NULL },
    { RULE_SLASH_OR_SEMICOLON, EN, "Bring a friend and/or a child.", SEVERITY_WARN, "or" },
    { RULE_PARENTHESIS, FI, "Tule aulaan (kerros 2). Ota kengät (sisälle).", SEVERITY_WARN, NULL },
    { RULE_PARENTHESIS, FI, "Tule aulaan (kerros 2). Soita (040 123 4567).", NOTHING, NULL },
    { RULE_ELIDED_HYPHEN, FI, "Varaa lääkäri- tai hoitaja-aika.", SEVERITY_ADVISE,
      "lääkäri- tai hoitaja-aika → lääkäriaika tai hoitaja-aika" },
    { RULE_ELIDED_HYPHEN, FI, "Varaa aika lääkärille. Sosiaali- ja terveyspalvelut auttavat.",
      NOTHING, NULL },
    { RULE_ELIDED_HYPHEN, SV, "Boka läkar- och skötartid.", SEVERITY_ADVISE, NULL },
    { RULE_ELIDED_HYPHEN, SV, "Boka tid hos läkaren.", NOTHING, NULL },
    { RULE_INCONSISTENT_TERM, FI, "Tule terveysasemalle. Terveyskeskus on auki.", SEVERITY_ADVISE,
      "terveysasema" },
    { RULE_INCONSISTENT_TERM, FI, "Tule terveysasemalle. Terveysasema on auki.", NOTHING, NULL },
    { RULE_IDIOM, FI, "Kahvila on matalan kynnyksen paikka.", SEVERITY_ADVISE, NULL },
    { RULE_IDIOM, FI, "Kahvilaan on helppo tulla.", NOTHING, NULL },
    { RULE_LINE_BREAK_IN_PHRASE, FI, "Tule juomaan kahvia ja\npullaa kanssamme.", SEVERITY_ADVISE,
      "ja pullaa" },
    { RULE_LINE_BREAK_IN_PHRASE, FI, "Tule juomaan kahvia\nja pullaa kanssamme.", NOTHING, NULL },
    { RULE_LINE_BREAK_IN_PHRASE, SV, "Kom och drick kaffe i\nklubbrummet.", SEVERITY_ADVISE, NULL },
    { RULE_LINE_BREAK_IN_PHRASE, EN, "Come and drink coffee in the\nclub room.", SEVERITY_ADVISE,
      NULL },
    { RULE_LINE_BREAK_IN_PHRASE, EN, "Come and drink coffee\nin the club room.", NOTHING, NULL },
    { RULE_WORD_TOO_LONG, SV, "Läs vår tillgänglighetsredogörelse.", SEVERITY_WARN, NULL },
    { RULE_WORD_TOO_LONG, SV, "Läs om huset.", NOTHING, NULL },
    { RULE_WORD_TOO_LONG, EN, "We talk about neighbourhoods.", SEVERITY_ADVISE, NULL },
    { RULE_WORD_TOO_LONG, EN, "We talk about mistakes.", NOTHING, NULL },
};

static void words_of_the_lists_are_found(void **state)
{
    expect_cases(state, list_cases, ARRAY_LEN(list_cases));
}

static const struct plain_case word_cases[] = {
    { RULE_ABBREVIATION, FI, "Tule tms.", SEVERITY_WARN, NULL },
    { RULE_COMPOUND_TOO_LONG, FI, "Ota uimahallikortti. Se tarkoittaa, että pääset uimaan.",
      SEVERITY_ADVISE, "uima + halli + kortti → uimahallin kortti" },
    { RULE_COMPOUND_TOO_LONG, FI, "Ota kortti mukaan. Olemme hyvinvointialueen talossa.", NOTHING,
      NULL },
    { RULE_HARD_WORD_UNEXPLAINED, FI, "Täytä kuljetuspalveluhakemuslomake.", SEVERITY_WARN,
      "kuljetuspalvelun hakemuslomake. Tai: Kuljetuspalveluhakemuslomake tarkoittaa, että …" },
    { RULE_HARD_WORD_UNEXPLAINED, FI,
      "Täytä kuljetuspalveluhakemuslomake. Se tarkoittaa, että pyydät kyytiä.", NOTHING, NULL },
    { RULE_HARD_WORD_UNEXPLAINED, FI,
      "Täytä kuljetuspalveluhakemuslomake. Kuljetuspalveluhakemuslomake on paperi.", NOTHING,
      NULL },
    { RULE_HARD_WORD_UNEXPLAINED, FI, "Täytä paperi.", NOTHING, NULL },
    { RULE_FOREIGN_WORD, FI, "Tule meidän blogspottiin heti.", SEVERITY_ADVISE, NULL },
    { RULE_FOREIGN_WORD, FI, "Tule meidän somekahvilaan heti.", NOTHING, NULL },
};

static void hard_words_are_found(void **state)
{
    expect_cases(state, word_cases, ARRAY_LEN(word_cases));
}

static void rare_words_are_judged_by_their_share(void **state)
{
    static const struct plain_case cases[] = {
        { RULE_RARE_WORD, FI,
          "Strategia ja resurssit ovat prosessin indikaattori. Allokoimme volyymin ja "
          "optimoimme synergian. Implementointi on haaste, ja fasilitoimme sitä. Hankkeen "
          "konsortio raportoi tulokset ja arvioi vaikuttavuuden. Se on hieno asia.",
          SEVERITY_WARN, NULL },
        { RULE_RARE_WORD, FI,
          "Tule meille kahville. Voit tulla yksin tai ystävän kanssa. Saat meiltä pullaa. Olemme "
          "kotona koko päivän. Voit jutella muiden kanssa. Voit myös vain olla ja kuunnella.",
          NOTHING, NULL },
        { RULE_RARE_WORD, FI, "Strategia ja resurssit.", NOTHING, NULL },
    };
    expect_cases(state, cases, ARRAY_LEN(cases));
}

#define NOBODY_SPOKEN_TO                                                                               \
    "Osallistujat ilmoittautuvat puhelimella. Ryhmä kokoontuu talossa. Ohjaaja juo kahvia. "          \
    "Kahvi maksaa euron. Ryhmä laulaa ja pelaa. Ryhmä on auki kaikille. Ilta päättyy myöhään. " \
    "Talo on keskellä kylää ja lähellä kirkkoa."

static void a_reader_wants_to_be_spoken_to(void **state)
{
    static const struct plain_case cases[] = {
        { RULE_NO_DIRECT_ADDRESS, FI, NOBODY_SPOKEN_TO, SEVERITY_ADVISE, "Soita ja ilmoittaudu." },
        { RULE_NO_DIRECT_ADDRESS, FI, NOBODY_SPOKEN_TO " Saat kahvia.", NOTHING, NULL },
        { RULE_NO_DIRECT_ADDRESS, FI, "Ryhmä kokoontuu talossa.", NOTHING, NULL },
        { RULE_NO_DIRECT_ADDRESS, EN,
          "The group meets on the second floor of the house. The leader makes coffee for everybody "
          "there. Those who want to join tell the leader by phone before the group begins.",
          NOTHING, NULL },
        { RULE_NO_DIRECT_ADDRESS, EN,
          "The group meets on the second floor of the house. The leader makes coffee for everybody "
          "there. Participants tell the leader by phone a day before the group begins in spring.",
          SEVERITY_ADVISE, NULL },
        { RULE_PASSIVE, SV, "Kaffet betalas på plats och blanketten lämnas in.", SEVERITY_ADVISE,
          NULL },
        { RULE_PASSIVE, SV, "Vi träffas varje vecka och umgås.", NOTHING, NULL },
        { RULE_PASSIVE, EN, "The form is returned and coffee is served.", SEVERITY_ADVISE, NULL },
        { RULE_PASSIVE, EN, "Return the form. We serve coffee.", NOTHING, NULL },
    };
    expect_cases(state, cases, ARRAY_LEN(cases));
}

/* ---- together -------------------------------------------------------------------------------- */

static void two_hard_places_block_and_one_does_not(void **state)
{
    static const struct plain_case cases[] = {
        { RULE_HARD_STRUCTURES, FI, "Ryhmä alkanee keväällä.", NOTHING, NULL },
        { RULE_HARD_STRUCTURES, FI, "Ryhmä alkanee keväällä. Kurssi alkanee syksyllä.", NOTHING,
          NULL },
        { RULE_HARD_STRUCTURES, FI, "Ryhmä alkanee keväällä. Tullessasi ota kortti.",
          SEVERITY_BLOCK, "alkanee · Tullessasi" },
        { RULE_HARD_STRUCTURES, FI, TWELVE " " TWELVE ".", NOTHING, NULL },
        { RULE_HARD_STRUCTURES, FI, TWELVE " " TWELVE ". " FIVE TWELVE " yö yö yö yö yö.", NOTHING,
          NULL },
        { RULE_HARD_STRUCTURES, FI, TWELVE " " TWELVE ". Ryhmä alkanee.", SEVERITY_BLOCK, NULL },
        { RULE_HARD_STRUCTURES, EN, "Bring coffee and/or tea; we have cups.", SEVERITY_BLOCK,
          "and/or" },
        { RULE_HARD_STRUCTURES, EN, "Bring coffee and/or tea. We have cups.", NOTHING, NULL },
    };
    expect_cases(state, cases, ARRAY_LEN(cases));
}

static void a_rule_that_is_off_makes_no_place_hard(void **state)
{
    struct written_notice *notice = *state;
    notice->profile.rules[RULE_POTENTIAL_MOOD] = (struct rule_setting){ .is_off = true };
    judge(notice, FI, "Ryhmä alkanee keväällä. Tullessasi ota kortti.");
    assert_int_equal(worst_of(&notice->report, RULE_HARD_STRUCTURES), NOTHING);
    notice->profile.rules[RULE_POTENTIAL_MOOD] = (struct rule_setting){ 0 };
}

static void at_most_three_are_told_and_the_number_of_the_others(void **state)
{
    struct written_notice *notice = *state;
    judge(notice, FI,
          "Tule esim. nyt. Saat mm. teetä. Laulu ym. alkaa. Ota kengät tms. ja jne. "
          "mukaan esim. heti.");
    assert_int_equal(count_of(&notice->report, RULE_ABBREVIATION), 3);
    const struct finding *finding = shown_by(notice, RULE_ABBREVIATION, "2");
    assert_non_null(finding);
    assert_int_equal(finding->more, 2);
}

static void a_hard_word_is_told_once(void **state)
{
    struct written_notice *notice = *state;
    judge(notice, FI, "Täytä kuljetuspalveluhakemuslomake. Lue kuljetuspalveluhakemuslomakkeesta.");
    assert_int_equal(count_of(&notice->report, RULE_HARD_WORD_UNEXPLAINED), 1);
    assert_int_equal(count_of(&notice->report, RULE_COMPOUND_TOO_LONG), 0);
    assert_int_equal(count_of(&notice->report, RULE_WORD_TOO_LONG), 0);
}

static void the_span_is_the_senders_words(void **state)
{
    struct written_notice *notice = *state;
    judge(notice, FI, "Hei äiti! Täytettyäsi lomakkeen palauta se.");
    const struct finding *finding = written_finding(notice, "time-clause-tehtyaan");
    assert_non_null(finding);
    assert_true(str_is(finding->span, "Täytettyäsi"));
    assert_int_equal(finding->span_start, 10);
    assert_string_equal(str_c(notice->arena, finding->where.element), "content");
}

static void other_languages_are_left_alone(void **state)
{
    struct written_notice *notice = *state;
    judge(notice, LANGUAGE_ET, TWELVE " " TWELVE " " TWELVE "; esim. ja/tai.");
    for (size_t i = 0; i < notice->report.count; i++) {
        enum rule rule = finding_info(notice->report.findings[i].code)->rule;
        assert_int_not_equal(rule_info(rule)->group, GROUP_PLAIN_LANGUAGE);
    }
}

/* Every rule of this group has a case that breaks it. */
static void every_rule_has_a_case(void **state)
{
    (void)state;
#define X(code, ...) RULE_##code,
    static const enum rule all[] = { RULES_PLAIN(X) };
#undef X
    static const enum rule elsewhere[] = { RULE_MEAN_SENTENCE_LENGTH, RULE_RARE_WORD,
                                           RULE_NO_DIRECT_ADDRESS, RULE_HARD_STRUCTURES,
                                           RULE_OVERALL_SCORE };
    static const struct {
        const struct plain_case *cases;
        size_t count;
    } tables[] = {
        { sentence_cases, ARRAY_LEN(sentence_cases) },
        { structure_cases, ARRAY_LEN(structure_cases) },
        { list_cases, ARRAY_LEN(list_cases) },
        { word_cases, ARRAY_LEN(word_cases) },
    };
    for (size_t r = 0; r < ARRAY_LEN(all); r++) {
        bool breaks = false, passes = false;
        for (size_t i = 0; i < ARRAY_LEN(elsewhere); i++)
            breaks = passes = breaks || elsewhere[i] == all[r];
        for (size_t t = 0; t < ARRAY_LEN(tables); t++) {
            for (size_t i = 0; i < tables[t].count; i++) {
                bool own = tables[t].cases[i].rule == all[r];
                breaks = breaks || (own && tables[t].cases[i].severity != NOTHING);
                passes = passes || (own && tables[t].cases[i].severity == NOTHING);
            }
        }
        if (!breaks || !passes)
            fail_msg("%s has no case that %s it", rule_info(all[r])->id,
                     breaks ? "keeps" : "breaks");
    }
}

/* ---- without the dictionary ------------------------------------------------------------------ */

static void without_the_dictionary_it_is_said_what_was_not_looked_at(void **state)
{
    struct written_notice *notice = *state;
    for (size_t i = 0; i < ARRAY_LEN(structure_cases); i++) {
        const struct plain_case *one = &structure_cases[i];
        judge(notice, FI, one->text);
        if (worst_of(&notice->report, one->rule) != NOTHING)
            fail_msg("%s: %s", rule_info(one->rule)->id, one->text);
        assert_int_equal(notice->report.skipped[one->rule], LACK_VOIKKO);
    }
}

static void what_needs_no_dictionary_runs_without_it(void **state)
{
    struct written_notice *notice = *state;
    for (size_t i = 0; i < ARRAY_LEN(sentence_cases); i++) {
        struct plain_case one = sentence_cases[i];
        one.example = one.rule == RULE_SENTENCE_TOO_LONG ? NULL : one.example; /* other cuts */
        expect_case(notice, &one);
    }
    for (size_t i = 0; i < ARRAY_LEN(list_cases); i++) {
        struct plain_case one = list_cases[i];
        bool bent = one.rule == RULE_INCONSISTENT_TERM || one.rule == RULE_IDIOM;
        one.example = one.rule == RULE_ELIDED_HYPHEN ? NULL : one.example;
        if (!bent) /* forms that the list does not have */
            expect_case(notice, &one);
    }
}

static void swedish_and_english_need_no_dictionary(void **state)
{
    struct written_notice *notice = *state;
    judge(notice, SV, "Kaffet betalas på plats och blanketten lämnas in.");
    assert_int_equal(worst_of(&notice->report, RULE_PASSIVE), SEVERITY_ADVISE);
    for (size_t i = 0; i < RULE_COUNT; i++)
        assert_int_not_equal(notice->report.skipped[i], LACK_VOIKKO);
}

static void without_lists_it_is_said_too(void **state)
{
    struct written_notice *notice = *state;
    const struct language_kit *kit = notice->language;
    notice->language = NULL;
    judge(notice, FI, "Mikäli et pääse, soita esim. meille. " TWELVE " " TWELVE " koko yön.");
    assert_int_equal(notice->report.skipped[RULE_OFFICIALESE], LACK_WORD_LISTS);
    assert_int_equal(worst_of(&notice->report, RULE_OFFICIALESE), NOTHING);
    assert_int_equal(worst_of(&notice->report, RULE_SENTENCE_TOO_LONG), SEVERITY_BLOCK);
    notice->language = kit;
}

static void odd_texts_have_a_verdict(void **state)
{
    static const char *const texts[] = {
        "",
        ";",
        "/",
        "(",
        "ma–",
        "–to",
        "sosiaali-",
        "\xff\xfe\xc3",
        "a\xcc\x88iti tulee; esim. a\xcc\x88iti/isa\xcc\x88.",
        "😀😀 😀/😀; (😀) (😀)",
        "1 2 3 4 5 6 7 8 9 12 345 678,123 % IV",
        "esim. mm. ym. tms. jne. puh. ma–pe, ma–su.",
        "järjestämä",
        "Tullessa",
        "kuljetus\xc2\xadpalvelu\xc2\xadhakemus\xc2\xadlomake",
    };
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        for (size_t j = 0; j < 3; j++)
            judge(*state, (const enum language[]){ FI, SV, EN }[j], texts[i]);
    struct written_notice *notice = *state;
    char *letters = arena_alloc(notice->arena, TEXT_CHARACTERS_MAX + 1, 1);
    memset(letters, 'a', TEXT_CHARACTERS_MAX);
    judge(notice, FI, letters);
    for (size_t i = 1; i < TEXT_CHARACTERS_MAX; i += 2)
        letters[i] = i % 6 == 1 ? '/' : ';';
    judge(notice, FI, letters);
}

int main(void)
{
    const struct CMUnitTest whole[] = {
        cmocka_unit_test(sentences_are_measured),
        cmocka_unit_test(the_mean_is_of_texts_that_are_long_enough),
        cmocka_unit_test(a_centre_moves_the_limit_with_its_steps),
        cmocka_unit_test(structures_are_found_and_shown_in_plain_words),
        cmocka_unit_test(words_of_the_lists_are_found),
        cmocka_unit_test(hard_words_are_found),
        cmocka_unit_test(rare_words_are_judged_by_their_share),
        cmocka_unit_test(a_reader_wants_to_be_spoken_to),
        cmocka_unit_test(two_hard_places_block_and_one_does_not),
        cmocka_unit_test(a_rule_that_is_off_makes_no_place_hard),
        cmocka_unit_test(at_most_three_are_told_and_the_number_of_the_others),
        cmocka_unit_test(a_hard_word_is_told_once),
        cmocka_unit_test(the_span_is_the_senders_words),
        cmocka_unit_test(other_languages_are_left_alone),
        cmocka_unit_test(every_rule_has_a_case),
        cmocka_unit_test(odd_texts_have_a_verdict),
    };
    const struct CMUnitTest without[] = {
        cmocka_unit_test(without_the_dictionary_it_is_said_what_was_not_looked_at),
        cmocka_unit_test(what_needs_no_dictionary_runs_without_it),
        cmocka_unit_test(swedish_and_english_need_no_dictionary),
        cmocka_unit_test(without_lists_it_is_said_too),
        cmocka_unit_test(odd_texts_have_a_verdict),
    };
    int failed = cmocka_run_group_tests_name("plain language", whole, open_whole, close_all);
    return failed + cmocka_run_group_tests_name("plain language without libvoikko", without,
                                                open_without_voikko, close_all);
}
