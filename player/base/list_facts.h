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
    X(EVENT_PAST, "event-past", CONTENT, BLOCK, true, 0, "min", "content-schema")

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
      "<it:where mode=\"place\" name=\"Asukastupa\" street=\"Esimerkkikatu 1\" city=\"Niemelä\"/>") \
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
      N_("Give a later last day, or remove the announcement."), "")
/* clang-format on */
