/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Links and the QR code that is made of one.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_LINKS(X) \
    X(QR_PAYLOAD, "qr-payload", TECHNICAL, BLOCK, true, 62, "B", "ISO/IEC 18004") \
    X(LINK_VISIBLE, "link-visible", TECHNICAL, WARN, true, 40, "", "content-schema") \
    X(LINK_SCHEME, "link-scheme", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(LINK_IDN, "link-idn", TECHNICAL, BLOCK, true, 0, "", "Unicode UTS #39") \
    X(LINK_OWNER, "link-owner", TECHNICAL, WARN, true, 0, "", "content-schema") \
    X(LINK_SHORTENER, "link-shortener", TECHNICAL, WARN, true, 0, "", "content-schema") \
    X(LINK_TRACKING, "link-tracking", TECHNICAL, ADVISE, true, 0, "", "content-schema") \
    X(LAHELLA_LINK, "lahella-link", TECHNICAL, ADVISE, true, 0, "", "Pohde")

#define FINDINGS_LINKS(X) \
    X(QR_LONG, QR_PAYLOAD, WARN, \
      N_("The address of the QR code has {0} characters. At most {1} are good."), \
      N_("A long address makes the squares of the code small. Some phones cannot read it."), \
      N_("Use a shorter address of your own pages."), "https://yhdistys.example.fi/ryhma") \
    X(QR_TOO_LONG, QR_PAYLOAD, BLOCK, \
      N_("The address of the QR code has {0} characters. At most {1} are allowed."), \
      N_("The squares of the code would be so small that phones cannot read it."), \
      N_("Use a shorter address of your own pages."), "https://yhdistys.example.fi/ryhma") \
    X(LINK_LONG, LINK_VISIBLE, WARN, \
      N_("The address on the slide has {0} characters. At most {1} are good."), \
      N_("Many people type the address by hand."), \
      N_("Use a shorter address of your own pages."), "https://yhdistys.example.fi/ryhma") \
    X(LINK_NOT_HTTPS, LINK_SCHEME, BLOCK, \
      N_("The address does not start with https: {0}"), \
      N_("Without https somebody else can change the page on its way to the reader."), \
      N_("Write https at the start, and try that the page opens."), \
      "https://yhdistys.example.fi/ryhma") \
    X(LINK_USER, LINK_SCHEME, BLOCK, \
      N_("There is a sign @ before the name of the pages: {0}"), \
      N_("It hides where the address leads."), \
      N_("Remove the sign @ and what stands before it."), "https://yhdistys.example.fi/ryhma") \
    X(LINK_NUMBER, LINK_SCHEME, BLOCK, \
      N_("The address has a number in place of a name: {0}"), \
      N_("People cannot see whose pages these are."), \
      N_("Use the address that has a name."), "https://yhdistys.example.fi/ryhma") \
    X(LINK_PORT, LINK_SCHEME, BLOCK, \
      N_("There is a colon and a number behind the name of the pages: {0}"), \
      N_("Many phones do not open such an address."), \
      N_("Use an address without the colon and the number."), \
      "https://yhdistys.example.fi/ryhma") \
    X(LINK_HOST, LINK_SCHEME, BLOCK, \
      N_("The name of the pages is not whole: {0}"), \
      N_("The address opens nothing."), \
      N_("Copy the whole address from your browser."), "https://yhdistys.example.fi/ryhma") \
    X(LINK_MIXED, LINK_IDN, BLOCK, \
      N_("The name {0} mixes letters of two alphabets. Browsers know it as {1}."), \
      N_("The letters look right, but the address leads to another place."), \
      N_("Delete the address and type it again."), "") \
    X(LINK_FOREIGN, LINK_IDN, ADVISE, \
      N_("The name {0} has other letters than a–z. Browsers know it as {1}."), \
      N_("Such an address is hard to type on many phones."), \
      N_("Check that both names lead to your pages. A name with a–z is easier."), "") \
    X(LINK_CODED, LINK_IDN, BLOCK, \
      N_("The name {0} is not written correctly."), \
      N_("The part that starts with xn-- stands for no letters."), \
      N_("Copy the whole address from your browser."), "") \
    X(LINK_STRANGE, LINK_OWNER, WARN, \
      N_("{0} is not among the web pages of the organiser {1}."), \
      N_("The centre has a list of the web pages of each organisation: {2}"), \
      N_("Use your own pages. If these are yours, ask the centre to add them to the list."), "") \
    X(LINK_SHORTENED, LINK_SHORTENER, WARN, \
      N_("{0} makes short addresses that lead elsewhere."), \
      N_("People cannot see where the address leads, and it can be changed later."), \
      N_("Use the address of the page itself."), "https://yhdistys.example.fi/ryhma") \
    X(LINK_TRACKED, LINK_TRACKING, ADVISE, \
      N_("This part of the address follows the reader: {0}"), \
      N_("The page opens without it too, and the QR code is easier to read."), \
      N_("Remove the part."), \
      "https://yhdistys.example.fi/ryhma?fbclid=1234 → https://yhdistys.example.fi/ryhma") \
    X(LINK_NONE, LAHELLA_LINK, ADVISE, \
      N_("The announcement has no web address."), \
      N_("With an address people can read more on their phones."), \
      N_("Publish the announcement in Lähellä.fi too, and use its address here."), \
      "<link rel=\"alternate\" type=\"text/html\" href=\"https://yhdistys.example.fi/ryhma\"/>")
/* clang-format on */
