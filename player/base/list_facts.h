/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dates, times and facts.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_FACTS(X) \
    X(EVENT_FACTS, "event-facts", CONTENT, BLOCK, true, 0, "", "content-schema") \
    X(EVENT_PAST, "event-past", CONTENT, BLOCK, true, 0, "min", "content-schema") \
    X(DATE_VALID, "date-valid", CONTENT, BLOCK, true, 0, "", "Gregorian calendar") \
    X(WEEKDAY_AGREES, "weekday-agrees", CONTENT, BLOCK, true, 0, "", "CLDR 41") \
    X(WEEKDAY_RECURRING, "weekday-recurring", CONTENT, ADVISE, true, 0, "", "CLDR 41") \
    X(DATE_FORMAT_FI, "date-format-fi", CONTENT, WARN, true, 0, "", "Kielikello") \
    X(DATE_FORMAT_SV, "date-format-sv", CONTENT, ADVISE, true, 0, "", "Isof") \
    X(TIME_FORMAT_FI, "time-format-fi", CONTENT, WARN, true, 0, "", "Kielikello") \
    X(TIME_FORMAT_SV, "time-format-sv", CONTENT, ADVISE, true, 0, "", "Isof") \
    X(TIME_FORMAT_EN, "time-format-en", CONTENT, ADVISE, true, 0, "", "CLDR 41, en_FI") \
    X(YEAR_PRESENT, "year-present", CONTENT, WARN, true, 6, "months", "Kielikello") \
    X(VALIDITY_ORDER, "validity-order", CONTENT, BLOCK, true, 12, "months", "content-schema") \
    X(PHONE_FORMAT, "phone-format", CONTENT, ADVISE, true, 0, "", "Kielitoimisto") \
    X(PHONE_COST, "phone-cost", CONTENT, WARN, true, 0, "", "Kielitoimisto") \
    X(LANGUAGE_TAG, "language-tag", CONTENT, BLOCK, true, 0, "", "CLDR 41")

#define FINDINGS_FACTS(X) \
    X(FACT_WHEN, EVENT_FACTS, BLOCK, \
      N_("The announcement does not say when."), \
      N_("People cannot come if they do not know the time."), \
      N_("Add the start and the end."), \
      "<it:when start=\"2026-12-01T17:00:00+02:00\" end=\"2026-12-01T18:30:00+02:00\"/>") \
    X(FACT_WHERE, EVENT_FACTS, BLOCK, \
      N_("The announcement does not say where."), \
      N_("People cannot come if they do not know the place."), \
      N_("Add the place and its address."), \
      "<it:where mode=\"place\" name=\"Asukastupa\" street=\"Esimerkkikatu 1\" " \
      "city=\"Niemelä\"/>") \
    X(FACT_ORGANISER, EVENT_FACTS, BLOCK, \
      N_("The announcement does not say who arranges this."), \
      N_("The centre shows only announcements with an organiser."), \
      N_("Add the name of your organisation."), \
      "<author><name>Esimerkki ry</name></author>") \
    X(FACT_AUDIENCE, EVENT_FACTS, WARN, \
      N_("The announcement does not say for whom this is."), \
      N_("People want to know if they may come."), \
      N_("Add for whom it is."), \
      "<it:audience>Kaikille aikuisille</it:audience>") \
    X(FACT_SIGNUP, EVENT_FACTS, WARN, \
      N_("The announcement does not say if people must sign up."), \
      N_("People want to know if they can just come."), \
      N_("Say how to sign up, or say that it is not needed."), \
      "<it:signup required=\"false\">Ei tarvitse ilmoittautua.</it:signup>") \
    X(FACT_COST, EVENT_FACTS, WARN, \
      N_("The announcement does not say what it costs."), \
      N_("Many people stay at home if they do not know the price."), \
      N_("Tell the price, or say that it is free."), \
      "<it:cost free=\"true\">Ei maksa mitään.</it:cost>") \
    X(FACT_CONTACT, EVENT_FACTS, WARN, \
      N_("The announcement has no contact and no link."), \
      N_("People want to ask more."), \
      N_("Add a phone number or a web address."), \
      "<it:contact role=\"ohjaaja\" tel=\"040 123 4567\"/>") \
    X(EVENT_IS_OVER, EVENT_PAST, BLOCK, \
      N_("The event is over. It ended {0}."), \
      N_("The screen does not show past events."), \
      N_("Check the date, or remove the announcement."), "") \
    X(SHOW_IS_OVER, EVENT_PAST, BLOCK, \
      N_("The last day to show this was {0}."), \
      N_("The screen does not show it any more."), \
      N_("Give a later last day, or remove the announcement."), "") \
    X(DATE_NOT_THERE, DATE_VALID, BLOCK, \
      N_("There is no such day: {0}"), \
      N_("People do not know when to come."), \
      N_("Check the day and the month in a calendar."), "") \
    X(WEEKDAY_WRONG, WEEKDAY_AGREES, BLOCK, \
      /* TRANSLATORS: {0} is a date, {1} and {2} are weekdays: "24.12.2026 on torstai, ei tiistai." */ \
      N_("{0} is {1}, not {2}."), \
      N_("People may come on the wrong day."), \
      N_("Check the day in a calendar. Mend the date or the weekday."), "") \
    X(WEEKDAY_NOT_IN_RANGE, WEEKDAY_RECURRING, ADVISE, \
      N_("The first or the last day is on another weekday: {0} is {1}, not {2}."), \
      N_("People may come on the wrong day."), \
      N_("Check the first and the last day in a calendar."), \
      "tiistaisin 1.9.–15.12.2026") \
    X(DATE_FORM_FI, DATE_FORMAT_FI, WARN, \
      N_("The date is written in an unusual way: {0}"), \
      N_("A date is easy to read when it looks familiar."), \
      N_("Write it like this: {1}"), "") \
    X(DATE_FORM_SV, DATE_FORMAT_SV, ADVISE, \
      N_("The date is written in an unusual way: {0}"), \
      N_("A date is easy to read when it looks familiar."), \
      N_("Write it like this: {1}"), "") \
    X(TIME_FORM_FI, TIME_FORMAT_FI, WARN, \
      N_("The time is written in an unusual way: {0}"), \
      N_("A time is easy to read when it looks familiar."), \
      N_("Write it like this: {1}"), "") \
    X(TIME_FORM_SV, TIME_FORMAT_SV, ADVISE, \
      N_("The time is written in an unusual way: {0}"), \
      N_("A time is easy to read when it looks familiar."), \
      N_("Write it like this: {1}"), "") \
    X(TIME_FORM_EN, TIME_FORMAT_EN, ADVISE, \
      N_("The time is written in an unusual way: {0}"), \
      N_("In Finland people are used to times of 24 hours."), \
      N_("Write it like this: {1}"), "") \
    X(YEAR_MISSING, YEAR_PRESENT, WARN, \
      N_("The date has no year: {0}"), \
      N_("The date is far away or in another year. People may take it for an old one."), \
      N_("Write it like this: {1}"), "") \
    X(SHOW_ORDER, VALIDITY_ORDER, BLOCK, \
      N_("The first day to show this is {0}. The last day is before it: {1}."), \
      N_("The announcement would never show."), \
      N_("Check both days."), \
      "<it:show from=\"2026-11-20\" until=\"2026-12-15\"/>") \
    X(SHOW_AFTER_EVENT, VALIDITY_ORDER, BLOCK, \
      N_("The first day to show this is {0}. The event ends before it: {1}."), \
      N_("The announcement would never show."), \
      N_("Check both days."), \
      "<it:show from=\"2026-11-20\" until=\"2026-12-15\"/>") \
    X(SHOW_BEYOND_EVENT, VALIDITY_ORDER, WARN, \
      N_("The last day to show this is {0}. The event ends before it: {1}."), \
      N_("People do not trust a screen that shows old announcements."), \
      N_("Give the day of the event as the last day."), "") \
    X(SHOW_TOO_LONG, VALIDITY_ORDER, WARN, \
      N_("The last day to show this is far away: {0}."), \
      N_("Facts change. An announcement should be looked over at least once a year."), \
      N_("Give a last day that is no later than {1}. You can send it again then."), "") \
    X(PHONE_FORM, PHONE_FORMAT, ADVISE, \
      N_("The phone number is hard to read: {0}"), \
      N_("People read a number in groups of three or four digits."), \
      N_("Write it like this: {1}"), "") \
    X(PHONE_PRICE, PHONE_COST, WARN, \
      N_("A call to this number costs extra: {0}. The price is missing."), \
      N_("People want to know the price before they call."), \
      N_("Write the price beside the number."), \
      N_("0600 123 456 (2 euros a minute)")) \
    X(LANGUAGE_SCRIPT, LANGUAGE_TAG, BLOCK, \
      N_("The announcement says that its language is {0}. Its letters are of another language."), \
      N_("The screen chooses letters and reading direction by the language."), \
      N_("Check the language in xml:lang, or write this text in that language."), \
      N_("fi = Finnish, sv = Swedish, ru = Russian, ar = Arabic"))
/* clang-format on */
