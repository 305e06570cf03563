/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What only shows among several announcements, and facts that people need to come.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_TOGETHER(X) \
    X(SECOND_CONTACT, "second-contact", CONTENT, ADVISE, true, 0, "", "content-schema") \
    X(PLACE_ACCESS, "place-access", CONTENT, ASK, true, 0, "", "content-schema") \
    X(ROOM_CLASH, "room-clash", CONTENT, WARN, true, 60, "days", "content-schema") \
    X(VERSIONS_AGREE, "versions-agree", CONTENT, WARN, true, 0, "", "content-schema")

#define FINDINGS_TOGETHER(X) \
    X(CONTACT_PHONE_ONLY, SECOND_CONTACT, ADVISE, \
      N_("People can reach you only by phone."), \
      N_("Somebody who does not hear or speak well cannot call."), \
      N_("Add a mail address or a web page as well."), \
      "<it:contact role=\"ohjaaja\" tel=\"040 123 4567\" email=\"apu@yhdistys.example.fi\"/>") \
    X(ACCESS_UNSAID, PLACE_ACCESS, ASK, \
      N_("Can people come to {0} with a wheelchair or a walker?"), \
      N_("Many people need to know it before they leave home."), \
      N_("Say how people get in. If there are stairs, say that too."), \
      "<it:where mode=\"place\" name=\"Asukastupa\" access=\"wheelchair\"/>") \
    X(ROOM_TAKEN, ROOM_CLASH, WARN, \
      N_("Another announcement has the same room at the same time: {0}, {1}"), \
      N_("Two groups may meet at one door."), \
      N_("Agree who has the room, and change the time or the room."), "") \
    X(HOUSE_SHARED, ROOM_CLASH, ASK, \
      N_("Another announcement has the same house at the same time: {0}, {1}. Is the room " \
         "another one?"), \
      N_("Two groups may meet at one door."), \
      N_("Say which room is yours."), \
      "<it:where mode=\"place\" name=\"Asukastupa\" extra=\"2. kerros, kerhohuone\"/>") \
    X(VERSION_DATES, VERSIONS_AGREE, WARN, \
      N_("The version in another language ({0}) has another time: {1}. This one has {2}."), \
      N_("Some people would come at the wrong time."), \
      N_("Check the day and the time in every language."), "") \
    X(VERSION_PLACE, VERSIONS_AGREE, WARN, \
      N_("The version in another language ({0}) has another place: {1}. This one has {2}."), \
      N_("Some people would go to the wrong place."), \
      N_("Check the address in every language."), "") \
    X(VERSION_PRICE, VERSIONS_AGREE, WARN, \
      N_("The version in another language ({0}) has another price: {1}. This one has {2}."), \
      N_("People do not know what it costs."), \
      N_("Check the price in every language."), "") \
    X(VERSION_PHONE, VERSIONS_AGREE, WARN, \
      N_("The version in another language ({0}) has another phone number: {1}. This one " \
         "has {2}."), \
      N_("One of the numbers may be wrong."), \
      N_("Check the number in every language. Give the same number in all of them."), "")
/* clang-format on */
