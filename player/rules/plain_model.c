/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Model sentences in the language of the text, for where nothing can be made of the sender's own
 * words. They are no messages: who reads the program in Swedish may mend a Finnish text.
 */
#include "rules/plain.h"

static const struct model {
    enum rule rule;
    const char *fi, *sv, *en;
} models[] = {
    { RULE_SENTENCE_TOO_LONG,
      "Esimerkki: Ryhmä, // joka kokoontuu tiistaisin, // on omaisille. → Ryhmä kokoontuu "
      "tiistaisin. Se on "
      "omaisille.",
      "Exempel: Gruppen, // som träffas på tisdagar, // är för anhöriga. → Gruppen träffas på "
      "tisdagar. Den "
      "är "
      "för anhöriga.",
      "Example: The group, // which meets on Tuesdays, // is for carers. → The group meets on "
      "Tuesdays. It "
      "is "
      "for carers." },
    { RULE_MANY_CLAUSES,
      "Tule, // jos haluat, // koska opettaja kertoo, // että ryhmä alkaa. → Ryhmä alkaa. Tule "
      "mukaan.",
      "", "" },
    { RULE_PARTICIPLE_MODIFIER, "järjestettävään tapahtumaan → tapahtumaan, jonka järjestämme", "",
      "" },
    { RULE_AGENT_PARTICIPLE, "yhdistyksen järjestämä ilta → Yhdistys järjestää illan.", "", "" },
    { RULE_TIME_CLAUSE_E, "Tullessasi ota kortti mukaan. → Kun tulet, ota kortti mukaan.", "", "" },
    { RULE_TIME_CLAUSE_TEHTYAAN, "täytettyäsi lomakkeen → kun olet täyttänyt lomakkeen", "", "" },
    { RULE_PURPOSE_CLAUSE, "saadaksesi tukea → jos haluat tukea", "", "" },
    { RULE_MANNER_TEKEMALLA, "Ilmoittautumalla verkossa saat paikan. → Ilmoittaudu verkossa.", "",
      "" },
    { RULE_NOMINALISATION, "Tuen hakeminen ja myöntäminen → Hae tukea. Me päätämme, saatko tukea.",
      "", "" },
    { RULE_RARE_CASE, "lapsineen → lasten kanssa", "", "" },
    { RULE_POTENTIAL_MOOD, "Ryhmä alkanee keväällä. → Ryhmä alkaa ehkä keväällä.", "", "" },
    { RULE_CONDITIONAL_MOOD, "voisit → voit", "", "" },
    { RULE_PASSIVE, "Lomake palautetaan. → Palauta lomake.",
      "Blanketten lämnas in. → Lämna in blanketten.", "The form is returned. → Return the form." },
    { RULE_NEGATION_DOUBLE, "Ei ole mahdotonta, ettei ryhmä ala. → Voi olla, että ryhmä alkaa.",
      "Det är inte omöjligt att gruppen inte börjar. → Gruppen börjar kanske.",
      "It is not impossible that the group does not begin. → The group may begin later." },
    { RULE_NO_DIRECT_ADDRESS, "Osallistujat ilmoittautuvat puhelimella. → Soita ja ilmoittaudu.",
      "Deltagarna anmäler sig per telefon. → Ring och anmäl dig.",
      "Participants register by phone. → Call us and sign up." },
    { RULE_SEKA_CONJUNCTION, "kahvia sekä pullaa → kahvia ja pullaa", "", "" },
    { RULE_RARE_WORD, "Vertaistuki tarkoittaa, että ihmiset auttavat toisiaan.",
      "Kamratstöd betyder att människor hjälper varandra.",
      "Peer support means that people help each other." },
    { RULE_HARD_WORD_UNEXPLAINED, "Omaishoitaja hoitaa läheistä kotona.",
      "En närståendevårdare vårdar en anhörig hemma.",
      "A carer looks after a family member at home." },
    { RULE_COMPOUND_TOO_LONG, "kuljetuspalveluhakemuslomake → lomake, jolla haet kuljetusta", "",
      "" },
    { RULE_WORD_TOO_LONG, "yhdenvertaisuussuunnitelma → ohje siitä, että kaikki ovat yhtä tärkeitä",
      "tillgänglighetsredogörelse → berättelse om vem som kan komma in",
      "accessibility → everybody can come in" },
    { RULE_ACRONYM_UNEXPLAINED, "THL → Terveyden ja hyvinvoinnin laitos (THL)",
      "THL → Institutet för hälsa och välfärd (THL)",
      "THL → Finnish Institute for Health and Welfare (THL)" },
    { RULE_PARENTHESIS, "Tule kahville (kerros 2). → Tule kahville. Olemme kerroksessa 2.",
      "Kom på kaffe (våning 2). → Kom på kaffe. Vi är på våning 2.",
      "Come for coffee (floor 2). → Come for coffee. We are on floor 2." },
    { RULE_ELIDED_HYPHEN, "lääkäri- ja hoitaja-ajat → ajat lääkärille ja hoitajalle",
      "läkar- och sköterskebesök → besök hos läkare och sköterska", "" },
};

struct str plain_model(enum rule rule, enum language language)
{
    for (size_t i = 0; i < ARRAY_LEN(models); i++) {
        if (models[i].rule != rule)
            continue;
        if (language == LANGUAGE_FI)
            return str_of(models[i].fi);
        return str_of(language == LANGUAGE_SV ? models[i].sv : models[i].en);
    }
    return (struct str){ 0 };
}
