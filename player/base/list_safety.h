/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Safety of what a sender writes: codes and contacts of people, signs that hide or pretend.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_SAFETY(X) \
    X(PERSONAL_ID, "personal-id", SAFETY, BLOCK, false, 0, "", "DVV") \
    X(PERSONAL_ID_NEAR, "personal-id-near", SAFETY, WARN, true, 0, "", "DVV") \
    X(PRIVATE_CONTACT, "private-contact", SAFETY, WARN, true, 0, "", "content-schema") \
    X(FUNDRAISING, "fundraising", SAFETY, BLOCK, true, 0, "", "Rahankeräyslaki 863/2019") \
    X(BIDI_CONTROL, "bidi-control", SAFETY, BLOCK, true, 0, "", "Unicode UAX #9") \
    X(INVISIBLE, "invisible", SAFETY, BLOCK, true, 0, "", "Unicode UTS #39") \
    X(HOMOGLYPH, "homoglyph", SAFETY, BLOCK, true, 0, "", "Unicode UTS #39") \
    X(CONTROL_MARKUP, "control-markup", SAFETY, BLOCK, true, 0, "", "content-schema") \
    X(ITALIC_UNDERLINE, "italic-underline", TECHNICAL, BLOCK, true, 0, "", "Selkokeskus")

#define FINDINGS_SAFETY(X) \
    X(IDENTITY_CODE, PERSONAL_ID, BLOCK, \
      N_("There is a personal identity code here: {0}"), \
      N_("Everybody in the lobby would see it. It can be misused."), \
      N_("Remove the code. No announcement needs one."), "") \
    X(IDENTITY_CODE_NEAR, PERSONAL_ID_NEAR, WARN, \
      N_("This looks like a personal identity code: {0}"), \
      N_("It may be a person's code with a typing error."), \
      N_("Remove the number, or write it in another way."), "") \
    X(CONTACT_MAIL, PRIVATE_CONTACT, WARN, \
      N_("The mail address {0} looks like a person's own address."), \
      N_("Strangers would see it for weeks."), \
      N_("Use an address of your organisation, or ask the person for permission first."), \
      "toimisto@yhdistys.example.fi") \
    X(CONTACT_MOBILE, PRIVATE_CONTACT, WARN, \
      N_("A mobile number stands beside the name {0}."), \
      N_("It may be the person's own number. Strangers would see it for weeks."), \
      N_("Use a number of your organisation and a role, or ask the person for permission first."), \
      "<it:contact role=\"ohjaaja\" tel=\"040 123 4567\"/>") \
    X(MONEY_ACCOUNT, FUNDRAISING, BLOCK, \
      N_("There is a bank account, but no number of a permission to collect money."), \
      N_("In Finland a collection of money needs a permission or a number from the police."), \
      N_("Add the number. If this is a price, write it as the price of the event."), \
      "Keräyslupa RA/2026/123") \
    X(MONEY_MOBILEPAY, FUNDRAISING, BLOCK, \
      N_("There is a MobilePay number, but no number of a permission to collect money."), \
      N_("In Finland a collection of money needs a permission or a number from the police."), \
      N_("Add the number. If this is a price, write it as the price of the event."), \
      "Keräyslupa RA/2026/123") \
    X(DIRECTION_SIGN, BIDI_CONTROL, BLOCK, \
      N_("There is a hidden sign ({0}) that turns the direction of the text. It is here: {1}"), \
      N_("It can make a text or an address look like another one."), \
      N_("Delete the words and type them again."), "") \
    X(INVISIBLE_SIGN, INVISIBLE, BLOCK, \
      N_("There is a sign ({0}) that nobody can see. It is here: {1}"), \
      N_("It can hide something, and the screen may draw it as an empty box."), \
      N_("Delete the words and type them again."), "") \
    X(LETTERS_MIXED_ADDRESS, HOMOGLYPH, BLOCK, \
      N_("The address {0} mixes letters of two alphabets. Look at these: {1}"), \
      N_("The letters look right, but the address leads to another place."), \
      N_("Delete the address and type it again."), "") \
    X(LETTERS_MIXED, HOMOGLYPH, WARN, \
      N_("The word {0} mixes letters of two alphabets. Look at these: {1}"), \
      N_("A device that reads aloud says the word wrongly. A search does not find it."), \
      N_("Delete the word and type it again."), "") \
    X(CONTROL_SIGN, CONTROL_MARKUP, BLOCK, \
      N_("There is a control character ({0}) in the text. It is here: {1}"), \
      N_("The screen may draw it as an empty box."), \
      N_("Delete the words and type them again."), "") \
    X(TAG_IN_TEXT, CONTROL_MARKUP, BLOCK, \
      N_("There is a mark of a web page in the text: {0}"), \
      N_("People would see the mark as it stands here."), \
      N_("Remove the mark and keep the words."), "") \
    X(STYLE_LETTERS, ITALIC_UNDERLINE, BLOCK, \
      N_("These are signs of mathematics that look like letters: {0}"), \
      N_("They are hard to read. A device that reads aloud cannot say them."), \
      N_("Type the words with ordinary letters."), "") \
    X(STYLE_UNDERLINE, ITALIC_UNDERLINE, BLOCK, \
      N_("These letters are underlined with separate signs: {0}"), \
      N_("They are hard to read. A device that reads aloud cannot say them."), \
      N_("Type the words with ordinary letters."), "")
/* clang-format on */
