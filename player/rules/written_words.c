/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The forms that stand beside a date, after CLDR 41 and the grammars. A stem with endings would be
 * shorter and would take "tiistaikerho" for a Tuesday.
 */
#include "rules/written_words.h"

/* The words of one day; an empty text has no words. */
#define DAYS(base, with_case, brief, recurring)                                                    \
    {                                                                                              \
        (base), (with_case), (brief), (recurring)                                                  \
    }
#define FORMS (WEEKDAY_RECURRING + 1)

/* Words separated by spaces; the first of WEEKDAY_BASE is the name. */
struct words {
    enum language language;
    bool month_may_lead, comma_may_part;
    const char *weekdays[WEEKDAY_COUNT][FORMS];
    const char *months[12];
};

static const struct words tables[] = {
    { .language = LANGUAGE_FI,
      .weekdays = { DAYS("maanantai maanantaina",
                         "maanantain maanantaista maanantaihin maanantaiksi", "ma", "maanantaisin"),
                    DAYS("tiistai tiistaina", "tiistain tiistaista tiistaihin tiistaiksi", "ti",
                         "tiistaisin"),
                    DAYS("keskiviikko keskiviikkona",
                         "keskiviikon keskiviikosta keskiviikkoon keskiviikoksi", "ke",
                         "keskiviikkoisin"),
                    DAYS("torstai torstaina", "torstain torstaista torstaihin torstaiksi", "to",
                         "torstaisin"),
                    DAYS("perjantai perjantaina",
                         "perjantain perjantaista perjantaihin perjantaiksi", "pe", "perjantaisin"),
                    DAYS("lauantai lauantaina", "lauantain lauantaista lauantaihin lauantaiksi",
                         "la", "lauantaisin"),
                    DAYS("sunnuntai sunnuntaina",
                         "sunnuntain sunnuntaista sunnuntaihin sunnuntaiksi", "su",
                         "sunnuntaisin") },
      .months = { "tammikuu tammikuuta tammikuun tammikuussa",
                  "helmikuu helmikuuta helmikuun helmikuussa",
                  "maaliskuu maaliskuuta maaliskuun maaliskuussa",
                  "huhtikuu huhtikuuta huhtikuun huhtikuussa",
                  "toukokuu toukokuuta toukokuun toukokuussa",
                  "kesäkuu kesäkuuta kesäkuun kesäkuussa",
                  "heinäkuu heinäkuuta heinäkuun heinäkuussa", "elokuu elokuuta elokuun elokuussa",
                  "syyskuu syyskuuta syyskuun syyskuussa", "lokakuu lokakuuta lokakuun lokakuussa",
                  "marraskuu marraskuuta marraskuun marraskuussa",
                  "joulukuu joulukuuta joulukuun joulukuussa" } },
    { .language = LANGUAGE_SV,
      .weekdays = { DAYS("måndag", "måndagen måndagens", "mån må", "måndagar måndagarna"),
                    DAYS("tisdag", "tisdagen tisdagens", "tis ti", "tisdagar tisdagarna"),
                    DAYS("onsdag", "onsdagen onsdagens", "ons on", "onsdagar onsdagarna"),
                    DAYS("torsdag", "torsdagen torsdagens", "tors to", "torsdagar torsdagarna"),
                    DAYS("fredag", "fredagen fredagens", "fre fr", "fredagar fredagarna"),
                    DAYS("lördag", "lördagen lördagens", "lör lö", "lördagar lördagarna"),
                    DAYS("söndag", "söndagen söndagens", "sön sö", "söndagar söndagarna") },
      .months = { "januari jan", "februari feb", "mars", "april apr", "maj", "juni", "juli",
                  "augusti aug", "september sept sep", "oktober okt", "november nov",
                  "december dec" } },
    { .language = LANGUAGE_EN,
      .month_may_lead = true,
      .comma_may_part = true,
      .weekdays = { DAYS("monday", "", "mon", "mondays"),
                    DAYS("tuesday", "", "tue tues", "tuesdays"),
                    DAYS("wednesday", "", "wed", "wednesdays"),
                    DAYS("thursday", "", "thu thur thurs", "thursdays"),
                    DAYS("friday", "", "fri", "fridays"), DAYS("saturday", "", "sat", "saturdays"),
                    DAYS("sunday", "", "sun", "sundays") },
      .months = { "january jan", "february feb", "march mar", "april apr", "may", "june jun",
                  "july jul", "august aug", "september sept sep", "october oct", "november nov",
                  "december dec" } },
    { .language = LANGUAGE_SE,
      .month_may_lead = true,
      .weekdays = { DAYS("vuossárga mánnodat", "vuossárgga mánnodaga", "vuos mán", ""),
                    DAYS("maŋŋebárga disdat", "maŋŋebárgga disdaga", "maŋ dis", ""),
                    DAYS("gaskavahkku", "gaskavahku", "gask gas", ""),
                    DAYS("duorasdat duorastat", "duorasdaga duorastaga", "duor duo", ""),
                    DAYS("bearjadat", "bearjadaga", "bear bea", ""),
                    DAYS("lávvardat lávvordat", "lávvardaga lávvordaga", "láv", ""),
                    DAYS("sotnabeaivi", "sotnabeaivvi", "sotn sot", "") },
      .months = { "ođđajagemánnu ođđajagemánu ođđajagimánnu ođđajagimánu", "guovvamánnu guovvamánu",
                  "njukčamánnu njukčamánu", "cuoŋománnu cuoŋománu", "miessemánnu miessemánu",
                  "geassemánnu geassemánu", "suoidnemánnu suoidnemánu", "borgemánnu borgemánu",
                  "čakčamánnu čakčamánu", "golggotmánnu golggotmánu", "skábmamánnu skábmamánu",
                  "juovlamánnu juovlamánu" } },
    { .language = LANGUAGE_RU,
      .comma_may_part = true,
      .weekdays = { DAYS("понедельник", "понедельника понедельнику", "пн", "понедельникам"),
                    DAYS("вторник", "вторника вторнику", "вт", "вторникам"),
                    DAYS("среда среду", "среды среде", "ср", "средам"),
                    DAYS("четверг", "четверга четвергу", "чт", "четвергам"),
                    DAYS("пятница пятницу", "пятницы пятнице", "пт", "пятницам"),
                    DAYS("суббота субботу", "субботы субботе", "сб", "субботам"),
                    DAYS("воскресенье", "воскресенья воскресенью", "вс", "воскресеньям") },
      .months = { "январь января", "февраль февраля", "март марта", "апрель апреля", "май мая",
                  "июнь июня", "июль июля", "август августа", "сентябрь сентября",
                  "октябрь октября", "ноябрь ноября", "декабрь декабря" } },
    { .language = LANGUAGE_ET,
      .comma_may_part = true,
      .weekdays = { DAYS("esmaspäev esmaspäeval", "esmaspäeva esmaspäevast esmaspäevani", "",
                         "esmaspäeviti"),
                    DAYS("teisipäev teisipäeval", "teisipäeva teisipäevast teisipäevani", "",
                         "teisipäeviti"),
                    DAYS("kolmapäev kolmapäeval", "kolmapäeva kolmapäevast kolmapäevani", "",
                         "kolmapäeviti"),
                    DAYS("neljapäev neljapäeval", "neljapäeva neljapäevast neljapäevani", "",
                         "neljapäeviti"),
                    DAYS("reede reedel", "reedest reedeni", "", "reedeti"),
                    DAYS("laupäev laupäeval", "laupäeva laupäevast laupäevani", "", "laupäeviti"),
                    DAYS("pühapäev pühapäeval", "pühapäeva pühapäevast pühapäevani", "",
                         "pühapäeviti") },
      .months = { "jaanuar jaanuari jaanuaril", "veebruar veebruari veebruaril",
                  "märts märtsi märtsil", "aprill aprilli aprillil", "mai mail", "juuni juunil",
                  "juuli juulil", "august augusti augustil", "september septembri septembril",
                  "oktoober oktoobri oktoobril", "november novembri novembril",
                  "detsember detsembri detsembril" } },
};

/* Written with a capital letter in English; the tables are in lower case for the search. */
static const char *const english_names[] = { "Monday", "Tuesday",  "Wednesday", "Thursday",
                                             "Friday", "Saturday", "Sunday" };

static const struct words *words_of(enum language language)
{
    for (size_t i = 0; i < ARRAY_LEN(tables); i++) {
        if (tables[i].language == language)
            return &tables[i];
    }
    return NULL;
}

bool written_weekday(enum language language, const struct search_text *text, size_t start,
                     size_t end, struct weekday_word *ret_word)
{
    const struct words *words = words_of(language);
    for (int day = MONDAY; words && day < WEEKDAY_COUNT; day++) {
        for (int form = 0; form < FORMS; form++) {
            if (search_is_one(text, start, end, words->weekdays[day][form])) {
                *ret_word = (struct weekday_word){ (enum weekday)day, (enum weekday_form)form };
                return true;
            }
        }
    }
    return false;
}

int written_month(enum language language, const struct search_text *text, size_t start, size_t end)
{
    const struct words *words = words_of(language);
    for (int month = 1; words && month <= 12; month++) {
        if (search_is_one(text, start, end, words->months[month - 1]))
            return month;
    }
    return 0;
}

struct str written_weekday_name(enum language language, enum weekday weekday)
{
    const struct words *words = words_of(language);
    struct str rest, name = { 0 };
    if (language == LANGUAGE_EN)
        return str_of(english_names[weekday]);
    rest = str_of((words ? words : &tables[0])->weekdays[weekday][WEEKDAY_BASE]);
    (void)str_next(&rest, ' ', &name);
    return name;
}

bool written_month_may_lead(enum language language)
{
    const struct words *words = words_of(language);
    return words && words->month_may_lead;
}

bool written_comma_may_part(enum language language)
{
    const struct words *words = words_of(language);
    return words && words->comma_may_part;
}
