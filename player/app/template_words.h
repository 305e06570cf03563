/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of the templates, for templates.c alone. They are not translations of one another that
 * gettext would look up: each is an announcement of its own in its language, and the comments stand
 * in a file that a sender keeps. Organisations and numbers are made up.
 */
#pragma once

#include "app/template_language.h"
#include "model/announcement.h"

#define TEMPLATE_PARAGRAPHS_MAX 2

/* What one kind says in one language. NULL: the kind has no such line. */
struct template_words {
    const char *title, *summary;
    const char *paragraphs[TEMPLATE_PARAGRAPHS_MAX];
    const char *audience, *role, *cost, *signup;
};

/* clang-format off */
static const struct template_words template_words[KIND_COUNT][TEMPLATE_LANGUAGE_COUNT] = {
    [KIND_EVENT] = {
        { "Laulamme yhdessä", "Tule laulamaan tuttuja lauluja.",
          { "Laulun jälkeen juomme kahvia.", NULL },
          "Kaikille aikuisille", "ohjaaja", "Ei maksa mitään", "Ei tarvitse ilmoittautua" },
        { "Vi sjunger tillsammans", "Kom och sjung kända sånger.",
          { "Efter sången dricker vi kaffe.", NULL },
          "För alla vuxna", "ledare", "Kostar ingenting", "Du behöver inte anmäla dig" },
        { "We sing together", "Come and sing songs that you know.",
          { "After the songs we drink coffee.", NULL },
          "For all adults", "group leader", "It is free", "You do not need to sign up" },
    },
    [KIND_GROUP] = {
        { "Perhekahvila", "Tule kahville lapsen kanssa.",
          { "Lapset leikkivät ja sinä saat levätä.", NULL },
          "Pienten lasten perheille", "ohjaaja", "Ei maksa mitään", "Ei tarvitse ilmoittautua" },
        { "Familjekafé", "Kom och drick kaffe med ditt barn.",
          { "Barnen leker och du får vila.", NULL },
          "För familjer med små barn", "ledare", "Kostar ingenting",
          "Du behöver inte anmäla dig" },
        { "Family café", "Come for coffee with your child.",
          { "The children play and you can rest.", NULL },
          "For families with small children", "group leader", "It is free",
          "You do not need to sign up" },
    },
    [KIND_COURSE] = {
        { "Opi käyttämään puhelinta", "Kurssilla on kuusi kertaa.",
          { "Ota oma puhelin mukaan.", NULL },
          "Kaikille yli 60-vuotiaille", "opettaja", "Kurssi maksaa 10 euroa",
          "Ilmoittaudu puhelimella" },
        { "Lär dig använda telefonen", "Kursen har sex gånger.",
          { "Ta med din egen telefon.", NULL },
          "För alla över 60 år", "lärare", "Kursen kostar 10 euro", "Anmäl dig per telefon" },
        { "Learn to use your phone", "The course meets six times.",
          { "Bring your own phone.", NULL },
          "For everyone over 60", "teacher", "The course costs 10 euros", "Sign up by phone" },
    },
    [KIND_SUPPORT] = {
        { "Soita, kun olet surullinen", "Me kuuntelemme sinua.",
          { "Puhelimessa vastaa vapaaehtoinen.", "Sinun ei tarvitse kertoa nimeäsi." },
          "Kaikille", NULL, "Maksat vain puhelusta", NULL },
        { "Ring när du är ledsen", "Vi lyssnar på dig.",
          { "En frivillig svarar i telefonen.", "Du behöver inte säga ditt namn." },
          "För alla", NULL, "Du betalar bara för samtalet", NULL },
        { "Call us when you are sad", "We listen to you.",
          { "A volunteer answers the phone.", "You do not need to tell your name." },
          "For everyone", NULL, "You pay only for the call", NULL },
    },
    [KIND_VOLUNTEERING] = {
        { "Tule ystäväksi", "Moni vanha ihminen kaipaa seuraa.",
          { "Tapaat ystävää kerran viikossa.", "Me opetamme sinulle tehtävän." },
          "Kaikille yli 18-vuotiaille", "ohjaaja", NULL, NULL },
        { "Bli en vän", "Många äldre saknar sällskap.",
          { "Du träffar din vän en gång i veckan.", "Vi lär dig uppgiften." },
          "För alla över 18 år", "ledare", NULL, NULL },
        { "Become a friend", "Many old people miss company.",
          { "You meet your friend once a week.", "We teach you the task." },
          "For everyone over 18", "group leader", NULL, NULL },
    },
    [KIND_NOTICE] = {
        { "Toimisto muuttaa", "Toimistomme muuttaa uuteen paikkaan.",
          { "Uusi osoite on Esimerkkikatu 1.", "Puhelinnumero ei muutu." },
          "Kaikille", "toimisto", NULL, NULL },
        { "Vårt kontor flyttar", "Kontoret flyttar till en ny plats.",
          { "Den nya adressen är Exempelgatan 1.", "Telefonnumret är det samma." },
          "För alla", "kontor", NULL, NULL },
        { "Our office moves", "Our office moves to a new place.",
          { "The new address is Esimerkkikatu 1.", "The phone number stays the same." },
          "For everyone", "office", NULL, NULL },
    },
    [KIND_JOINT] = {
        { "Apua läheisille", "Nämä järjestöt auttavat, kun läheinen on sairas.", { NULL, NULL },
          "Sairaan ihmisen läheisille", NULL, NULL, NULL },
        { "Hjälp till anhöriga", "De här föreningarna hjälper när en anhörig är sjuk.",
          { NULL, NULL }, "För anhöriga", NULL, NULL, NULL },
        { "Help for families", "These associations help when somebody near you is ill.",
          { NULL, NULL }, "For families of people who are ill", NULL, NULL, NULL },
    },
    [KIND_PICTURE_SLIDE] = {
        { "Kevätjuhla", "Tule juhlaan.",
          { "Kirjoita tähän kaikki teksti, joka on kuvassa.", NULL },
          "Kaikille", "järjestäjä", "Ei maksa mitään", "Ei tarvitse ilmoittautua" },
        { "Vårfest", "Kom till festen.",
          { "Skriv här all text som finns på bilden.", NULL },
          "För alla", "arrangör", "Kostar ingenting", "Du behöver inte anmäla dig" },
        { "Spring party", "Come to the party.",
          { "Write here all the text that is in the picture.", NULL },
          "For everyone", "organiser", "It is free", "You do not need to sign up" },
    },
};

/* What is the same in all kinds. */
static const struct {
    const char *tag, *organisation, *place, *street, *page;
    const char *cards[2][3]; /* of joint material: name, what it does, when to call */
} template_common[TEMPLATE_LANGUAGE_COUNT] = {
    { "fi-simple", "Esimerkki ry", "Asukastupa", "Esimerkkikatu 1", "ryhma",
      { { "Esimerkki ry", "Ryhmä tapaa tiistaisin.", "Soita 040 123 4567." },
        { "Toinen esimerkki ry", "Neuvomme puhelimessa.", "Soita 040 123 4568." } } },
    { "sv-simple", "Exempel rf", "Byastugan", "Exempelgatan 1", "grupp",
      { { "Exempel rf", "Gruppen träffas på tisdagar.", "Ring 040 123 4567." },
        { "Ett annat exempel rf", "Vi ger råd per telefon.", "Ring 040 123 4568." } } },
    { "en", "Example Association", "Community Room", "Esimerkkikatu 1", "group",
      { { "Example Association", "The group meets on Tuesdays.", "Call 040 123 4567." },
        { "Another Association", "We give advice by phone.", "Call 040 123 4568." } } },
};

/* X(CODE, Finnish, Swedish, English): what a sender is told beside the lines. */
#define TEMPLATE_NOTE_LIST(X) \
    X(HEAD, \
      "Tämä on malli. Vaihda tekstit omiin teksteihisi. Tarkista lopuksi: infotaulu check", \
      "Det här är en mall. Byt texterna mot dina egna. Kontrollera till slut: infotaulu check", \
      "This is a template. Put your own texts in. Check it at the end: infotaulu check") \
    X(ID, \
      "Tunnus on vain tämän ilmoituksen. Älä vaihda sitä. Tee uusi ilmoitus uudesta mallista.", \
      "Koden hör bara till det här meddelandet. Ändra den inte. Börja ett nytt meddelande från en ny mall.", \
      "This code belongs to this announcement only. Keep it. Start a new one from a new template.") \
    X(TITLE, \
      "Otsikko: mistä on kyse? Muutama sana riittää.", \
      "Rubrik: vad handlar det om? Några ord räcker.", \
      "Title: what is it about? A few words are enough.") \
    X(UPDATED, \
      "Milloin vaihdoit jotain viimeksi?", \
      "När ändrade du något senast?", \
      "When did you last change something?") \
    X(AUTHOR, \
      "Järjestön nimi. Ensimmäinen järjestö vastaa ilmoituksesta.", \
      "Föreningens namn. Den första föreningen svarar för meddelandet.", \
      "Name of the association. The first one answers for the announcement.") \
    X(SUMMARY, \
      "Yksi lyhyt virke: tärkein asia.", \
      "En kort mening: det viktigaste.", \
      "One short sentence: the most important thing.") \
    X(CONTENT, \
      "Teksti: kirjoita lyhyitä virkkeitä. p on kappale, ul ja li ovat luettelo, strong on lihava teksti.", \
      "Text: skriv korta meningar. p är ett stycke, ul och li är en lista, strong är fet text.", \
      "Text: write short sentences. p is a paragraph, ul and li are a list, strong is bold text.") \
    X(CARDS, \
      "Jokainen li on yhden järjestön kortti: nimi, mitä se tekee, miten siihen saa yhteyden.", \
      "Varje li är en förenings kort: namn, vad den gör, hur man får kontakt.", \
      "Each li is the card of one association: name, what it does, how to reach it.") \
    X(PICTURE, \
      "Kuva: pane kuva kansioon media. Poista sitten tämän kommentin alku ja loppu. alt kertoo, mitä kuvassa on.", \
      "Bild: lägg bilden i mappen media. Ta sedan bort kommentarens början och slut. alt berättar vad bilden visar.", \
      "Picture: put the picture into the folder media. Then remove the start and end of this comment. alt tells what is in the picture.") \
    X(KIND, \
      "Laji. Voit valita: event, group, support, volunteering, course, notice, joint, picture-slide.", \
      "Typ. Du kan välja: event, group, support, volunteering, course, notice, joint, picture-slide.", \
      "Kind. You can choose: event, group, support, volunteering, course, notice, joint, picture-slide.") \
    X(LINK, \
      "Verkkosivu, jolla on lisää tietoa. Siitä tehdään koodi puhelimille.", \
      "En webbsida med mer information. Av den görs koden för telefoner.", \
      "A web page with more information. The code for phones is made of it.") \
    X(SHOW, \
      "Ensimmäinen ja viimeinen päivä, jolloin ilmoitus näkyy.", \
      "Första och sista dagen då meddelandet syns.", \
      "First and last day on which the announcement is shown.") \
    X(WHEN, \
      "Milloin: alku ja loppu. Vuosi on ensin, sitten kuukausi ja päivä.", \
      "När: början och slut. Först året, sedan månaden och dagen.", \
      "When: start and end. The year comes first, then the month and the day.") \
    X(REPEAT, \
      "rrule kertoo, miten aika toistuu. Tässä: joka tiistai. exdate=\"2027-01-05\" jättää yhden päivän pois.", \
      "rrule berättar hur tiden upprepas. Här: varje tisdag. exdate=\"2027-01-05\" lämnar bort en dag.", \
      "rrule tells how the time repeats. Here: every Tuesday. exdate=\"2027-01-05\" leaves one day out.") \
    X(WHERE, \
      "Missä: paikka ja osoite. access: wheelchair, rollator, loop, toilet, parking tai unknown.", \
      "Var: plats och adress. access: wheelchair, rollator, loop, toilet, parking eller unknown.", \
      "Where: place and address. access: wheelchair, rollator, loop, toilet, parking or unknown.") \
    X(AUDIENCE, \
      "Kenelle tämä on?", \
      "För vem är det här?", \
      "For whom is this?") \
    X(CONTACT, \
      "Keneltä voi kysyä? Kirjoita tehtävä, älä ihmisen nimeä.", \
      "Vem kan man fråga? Skriv uppgiften, inte personens namn.", \
      "Whom can people ask? Write the role, not a person's name.") \
    X(COST, \
      "Mitä maksaa? free=\"true\": ei mitään.", \
      "Vad kostar det? free=\"true\": ingenting.", \
      "What does it cost? free=\"true\": nothing.") \
    X(SIGNUP, \
      "Pitääkö ilmoittautua? Jos pitää: required=\"true\", ja kerro miten.", \
      "Måste man anmäla sig? Om ja: required=\"true\", och berätta hur.", \
      "Must people sign up? If so: required=\"true\", and tell how.")

#define X(code, ...) NOTE_##code,
enum template_note { TEMPLATE_NOTE_LIST(X) NOTE_COUNT };
#undef X

#define X(code, fi, sv, en) { fi, sv, en },
static const char *const template_notes[NOTE_COUNT][TEMPLATE_LANGUAGE_COUNT] = {
    TEMPLATE_NOTE_LIST(X)
};
#undef X
/* clang-format on */
