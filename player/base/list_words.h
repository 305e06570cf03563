/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is said, by lists of words: selling, parties, cures, respect.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_WORDS(X) \
    X(COMMERCIAL_WORDS, "commercial-words", SAFETY, WARN, true, 0, "", "Pohde") \
    X(PARTY_POLITICAL, "party-political", SAFETY, WARN, true, 0, "", "content-schema") \
    X(MEDICAL_CLAIM, "medical-claim", SAFETY, WARN, true, 0, "", "content-schema") \
    X(RESPECTFUL_WORDS, "respectful-words", CONTENT, WARN, true, 0, "", "content-schema")

#define FINDINGS_WORDS(X) \
    X(WORDS_SELL, COMMERCIAL_WORDS, WARN, \
      N_("This sounds like selling: {0}"), \
      N_("The screen is not for business."), \
      N_("Tell what you do and when. Leave offers and sales out."), "") \
    X(PRICE_CUT, COMMERCIAL_WORDS, WARN, \
      N_("This looks like a discount: {0}"), \
      N_("The screen is not for business."), \
      N_("Tell only the price. Leave the discount out."), "5 euroa") \
    X(PARTY_NAMED, PARTY_POLITICAL, WARN, \
      N_("A party is named here: {0}"), \
      N_("The lobby is for everybody and takes no side."), \
      N_("Leave the party out. If it is no party, write the name in another way."), "") \
    X(VOTE_ASKED, PARTY_POLITICAL, WARN, \
      N_("This is about elections: {0}"), \
      N_("The lobby is for everybody and takes no side."), \
      N_("Leave candidates and campaigns out. Telling where people can vote is fine."), "") \
    X(ELECTION_NAMED, PARTY_POLITICAL, ASK, \
      N_("This is about elections: {0}. Does it speak for a party or a candidate?"), \
      N_("The lobby is for everybody and takes no side."), \
      N_("Telling where people can vote is fine. Leave candidates and campaigns out."), "") \
    X(MONEY_ASKED, FUNDRAISING, BLOCK, \
      N_("Money is asked for here ({0}), but there is no number of a permission."), \
      N_("In Finland a collection of money needs a permission or a number from the police."), \
      N_("Add the number, or leave the request out."), "Keräyslupa RA/2026/123") \
    X(CURE_PROMISED, MEDICAL_CLAIM, WARN, \
      N_("This promises a cure: {0}"), \
      N_("A sick person may believe it and leave the treatment."), \
      N_("Tell what people do with you, not what it cures."), "") \
    X(MEDICINE_DOSE, MEDICAL_CLAIM, WARN, \
      N_("A medicine and its amount are named here: {0}"), \
      N_("Medicines are different for everybody. Only staff may give advice on them."), \
      N_("Leave the medicine out. Ask people to talk with a nurse or in a pharmacy."), "") \
    X(WORD_HURTS, RESPECTFUL_WORDS, WARN, \
      N_("This word can hurt: {0}"), \
      N_("Those whom it means read the screen too."), \
      N_("Better is for example: {1}"), "") \
    X(PERSON_FIRST, RESPECTFUL_WORDS, ADVISE, \
      N_("The word {0} puts an illness or a hardship before the person."), \
      N_("Everybody is first of all a person."), \
      N_("Better is for example: {1}"), "")
/* clang-format on */
