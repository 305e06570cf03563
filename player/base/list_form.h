/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Form and trust: what must be right before anything else is looked at.
 * Rules and their sentences; see rule_list.h and finding_list.h for the columns.
 */
#pragma once

#include "base/i18n.h"

/* clang-format off */
#define RULES_FORM(X) \
    X(XML_FORM, "xml-form", TECHNICAL, BLOCK, false, 0, "", "XML 1.0") \
    X(ATOM_FORM, "atom-form", TECHNICAL, BLOCK, false, 0, "", "RFC 4287") \
    X(CONTENT_MARKUP, "content-markup", TECHNICAL, BLOCK, true, 0, "", "content-schema") \
    X(ID_UNIQUE, "id-unique", TECHNICAL, BLOCK, true, 0, "", "RFC 4287") \
    X(FEED_COMPLETE, "feed-complete", TECHNICAL, BLOCK, true, 0, "", "RFC 5005") \
    X(BAD_SIGNATURE, "bad-signature", TECHNICAL, BLOCK, false, 0, "", "minisign") \
    X(NOT_APPROVED, "not-approved", TECHNICAL, BLOCK, false, 0, "", "minisign") \
    X(FEED_OLDER, "feed-older", TECHNICAL, BLOCK, false, 0, "", "The Update Framework") \
    X(FEED_STALE, "feed-stale", TECHNICAL, WARN, true, 0, "", "The Update Framework") \
    X(MEDIA_MISSING, "media-missing", TECHNICAL, BLOCK, false, 0, "", "content-schema") \
    X(HASH_MISMATCH, "hash-mismatch", TECHNICAL, BLOCK, false, 0, "", "content-schema")

#define FINDINGS_FORM(X) \
    X(XML_EMPTY, XML_FORM, BLOCK, \
      N_("The file is empty."), \
      N_("There is nothing to show."), \
      N_("Save the announcement again and send the new file."), "") \
    X(XML_TOO_BIG, XML_FORM, BLOCK, \
      N_("The file is larger than {0} bytes."), \
      N_("The screen does not read files this large."), \
      N_("Make the file smaller, for example with fewer announcements."), "") \
    X(XML_NOT_UTF8, XML_FORM, BLOCK, \
      N_("The file is not in UTF-8."), \
      N_("Letters such as ä and ö would be wrong on the screen."), \
      N_("Save the file again and choose the encoding UTF-8."), "") \
    X(XML_DOCTYPE, XML_FORM, BLOCK, \
      N_("The file has a DOCTYPE line. It is not allowed."), \
      N_("A DOCTYPE can hide harmful content."), \
      N_("Remove the line that starts with <!DOCTYPE."), "") \
    X(XML_TOO_DEEP, XML_FORM, BLOCK, \
      N_("The file has more than {0} elements inside each other."), \
      N_("The screen does not read such a file."), \
      N_("Make the structure simpler. Start from the template: infotaulu new."), "") \
    X(XML_ATTRIBUTES, XML_FORM, BLOCK, \
      N_("One element has more than {0} attributes."), \
      N_("The screen does not read such a file."), \
      N_("Start from the template: infotaulu new."), "") \
    X(XML_BROKEN, XML_FORM, BLOCK, \
      N_("The file cannot be read: {0}"), \
      N_("The structure of the file is broken at this place."), \
      N_("Mend the line, or start from the template: infotaulu new."), "") \
    X(XML_NOT_ANNOUNCEMENT, XML_FORM, BLOCK, \
      N_("The file is not an announcement. It starts with <{0}>."), \
      N_("The program reads announcements and feeds in the Atom format."), \
      N_("Start from the template: infotaulu new."), "") \
    X(ATOM_MISSING, ATOM_FORM, BLOCK, \
      N_("The announcement has no {0}."), \
      N_("The screen needs it."), \
      N_("Add <{0}>. The template shows where: infotaulu new."), "") \
    X(ATOM_TWICE, ATOM_FORM, BLOCK, \
      N_("<{0}> is there more than once."), \
      N_("The screen cannot know which one is right."), \
      N_("Keep one and remove the others."), "") \
    X(ATOM_DATE, ATOM_FORM, BLOCK, \
      N_("\"{1}\" in {0} is not a date or a time."), \
      N_("The screen shows an announcement only at the right time."), \
      N_("Write the year first, then the month and the day."), \
      N_("2026-12-01 or 2026-12-01T17:00:00+02:00")) \
    X(ATOM_RRULE, ATOM_FORM, BLOCK, \
      N_("The repetition \"{0}\" is not understood."), \
      N_("The screen must know every date."), \
      N_("Use DAILY, WEEKLY or MONTHLY with INTERVAL, BYDAY, UNTIL or COUNT."), \
      "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270531T210000Z") \
    X(ATOM_ZONE, ATOM_FORM, BLOCK, \
      N_("The time zone \"{0}\" is not known."), \
      N_("The time on the screen would be wrong."), \
      N_("Use the zone of Finland, or leave it out."), "Europe/Helsinki") \
    X(ATOM_ORDER, ATOM_FORM, BLOCK, \
      N_("The end {1} comes before the start {0}."), \
      N_("The announcement would never show."), \
      N_("Check both times."), "") \
    X(ATOM_TOO_LONG, ATOM_FORM, BLOCK, \
      N_("<{0}> has {1} characters. At most {2} are allowed."), \
      N_("So long a text is never read from a screen."), \
      N_("Shorten the text."), "") \
    X(ATOM_LANGUAGE, ATOM_FORM, BLOCK, \
      N_("The language of the announcement is missing or unknown: \"{0}\"."), \
      N_("Dates and words on the screen follow the language."), \
      N_("Write the language as xml:lang in the first element."), \
      "xml:lang=\"fi-simple\"") \
    X(ATOM_VALUE, ATOM_FORM, BLOCK, \
      N_("\"{1}\" is not allowed in {0}."), \
      N_("The screen does not know what it means."), \
      N_("Use one of these: {2}"), "") \
    X(ATOM_LINK, ATOM_FORM, BLOCK, \
      N_("\"{0}\" is not a web address."), \
      N_("The code for phones is made of the address."), \
      N_("Write the whole address. It starts with https."), \
      "https://yhdistys.example.fi/ryhma") \
    X(ATOM_ENTRIES, ATOM_FORM, BLOCK, \
      N_("The feed has more than {0} announcements."), \
      N_("The screen does not read a feed this large."), \
      N_("Remove announcements that are not shown any more."), "") \
    X(ATOM_NO_ENTRY_FILE, ATOM_FORM, BLOCK, \
      N_("The feed does not name the approved file of this announcement."), \
      N_("Only approved files are shown."), \
      N_("Publish the feed again: infotaulu publish."), "") \
    X(PROFILE_MISSING, ATOM_FORM, BLOCK, \
      N_("The centre profile has no {0}."), \
      N_("The screen needs it."), \
      N_("Add <{0}> to the profile."), "") \
    X(PROFILE_VALUE, ATOM_FORM, BLOCK, \
      N_("\"{1}\" is not allowed in {0} of the centre profile."), \
      N_("The screen does not know what it means."), \
      N_("Allowed: {2}"), "") \
    X(PROFILE_RULE, ATOM_FORM, WARN, \
      N_("The centre profile names a rule that does not exist: \"{0}\"."), \
      N_("The setting has no effect."), \
      N_("Check the name. The command infotaulu rules lists all rules."), "") \
    X(PROFILE_FLOOR, ATOM_FORM, WARN, \
      N_("The centre profile sets the rule {0} to {1}. It cannot: {2} is used."), \
      N_("Beyond that nobody could read the notice, or it would not be safe."), \
      N_("Allowed: {3}"), "") \
    X(PROFILE_NO_LIMIT, ATOM_FORM, WARN, \
      N_("The centre profile gives the rule {0} a limit. The rule has none."), \
      N_("The setting has no effect."), \
      N_("Remove the limit. The command infotaulu rules lists all rules."), "") \
    X(MARKUP_UNKNOWN, CONTENT_MARKUP, WARN, \
      N_("<{0}> is not used on the screen. Its text is kept."), \
      N_("The screen knows only p, ul, ol, li, strong, br and img."), \
      N_("Use one of those."), "") \
    X(MARKUP_FORBIDDEN, CONTENT_MARKUP, BLOCK, \
      N_("<{0}> is not allowed in an announcement."), \
      N_("It could run a program or show something that nobody approved."), \
      N_("Remove it."), "") \
    X(MARKUP_TYPE, CONTENT_MARKUP, BLOCK, \
      N_("The text of the announcement is of the type \"{0}\"."), \
      N_("The screen reads only the type xhtml."), \
      N_("Put the text into paragraphs."), \
      "<content type=\"xhtml\"><div " \
      "xmlns=\"http://www.w3.org/1999/xhtml\"><p>…</p></div></content>") \
    X(ID_TWICE, ID_UNIQUE, BLOCK, \
      N_("Another announcement has the same id."), \
      N_("The screen shows only the first one."), \
      N_("Give each announcement an id of its own."), "") \
    X(LANGUAGE_TWICE, ID_UNIQUE, BLOCK, \
      N_("The group already has an announcement in this language: {0}."), \
      N_("The screen shows only the first one."), \
      N_("Remove one of them, or change the language or the group."), "") \
    X(FEED_INCOMPLETE, FEED_COMPLETE, BLOCK, \
      N_("The feed does not say that it is complete."), \
      N_("Without it a withdrawn announcement could stay on the screen."), \
      N_("Add <fh:complete/> or publish the feed again: infotaulu publish."), "") \
    X(SIGNATURE_MISSING, BAD_SIGNATURE, BLOCK, \
      N_("The signature of {0} is missing."), \
      N_("Only signed files are trusted."), \
      N_("Sign the file and copy the .minisig file beside it."), "") \
    X(SIGNATURE_FORM, BAD_SIGNATURE, BLOCK, \
      N_("The signature of {0} cannot be read."), \
      N_("It is not in the minisign format."), \
      N_("Sign the file again."), "") \
    X(SIGNATURE_WRONG, BAD_SIGNATURE, BLOCK, \
      N_("The signature does not fit {0}."), \
      N_("The file has changed after it was signed, or the signature is of another file."), \
      N_("Sign the file again."), "") \
    X(KEY_UNKNOWN, BAD_SIGNATURE, BLOCK, \
      N_("{0} is signed with a key that is not trusted for it: {1}"), \
      N_("The key is not in the centre profile, or it is there for another task."), \
      N_("Sign with the right key, or add the key to the profile."), "") \
    X(KEY_EXPIRED, BAD_SIGNATURE, BLOCK, \
      N_("The key that signed {0} is not valid now: {1}"), \
      N_("The centre profile says from when until when a key is valid."), \
      N_("Sign with a valid key, or renew the key in the profile."), "") \
    X(KEY_REVOKED, BAD_SIGNATURE, BLOCK, \
      N_("The key that signed {0} has been revoked: {1}"), \
      N_("A revoked key is not trusted any more."), \
      N_("Sign with another key."), "") \
    X(APPROVAL_MISSING, NOT_APPROVED, BLOCK, \
      N_("Nobody has approved this announcement."), \
      N_("Only approved announcements are shown."), \
      N_("The liaison approves it: infotaulu approve."), "") \
    X(APPROVAL_WRONG, NOT_APPROVED, BLOCK, \
      N_("The approval does not fit this announcement."), \
      N_("The file has changed after it was approved."), \
      N_("The liaison approves it again: infotaulu approve."), "") \
    X(APPROVAL_KEY, NOT_APPROVED, BLOCK, \
      N_("The announcement is approved with a key that may not approve: {0}"), \
      N_("The key is not an approver's key in the centre profile."), \
      N_("A liaison with a valid key approves it again."), "") \
    X(APPROVAL_EXPIRED, NOT_APPROVED, BLOCK, \
      N_("The approver's key is not valid now: {0}"), \
      N_("The centre profile says from when until when a key is valid."), \
      N_("A liaison with a valid key approves it again."), "") \
    X(APPROVAL_REVOKED, NOT_APPROVED, BLOCK, \
      N_("The approver's key has been revoked: {0}"), \
      N_("A revoked key is not trusted any more."), \
      N_("A liaison with a valid key approves it again."), "") \
    X(FEED_IS_OLDER, FEED_OLDER, BLOCK, \
      N_("The feed is older than the one already accepted: {0}, accepted {1}."), \
      N_("An old feed could bring back what was withdrawn."), \
      N_("Publish the feed again: infotaulu publish."), "") \
    X(FEED_OTHER_BYTES, FEED_OLDER, BLOCK, \
      N_("The feed has changed but its time has not: {0}."), \
      N_("Two different feeds cannot have the same time."), \
      N_("Publish the feed again: infotaulu publish."), "") \
    X(FEED_FROM_FUTURE, FEED_OLDER, BLOCK, \
      N_("The time of the feed lies in the future: {0}."), \
      N_("A wrong time would keep all later feeds away."), \
      N_("Check the clock of the computer that publishes."), "") \
    X(FEED_IS_STALE, FEED_STALE, WARN, \
      N_("The feed was valid until {0}."), \
      N_("The centre may have newer announcements that have not come through."), \
      N_("Publish the feed again: infotaulu publish."), "") \
    X(FILE_NOT_THERE, MEDIA_MISSING, BLOCK, \
      N_("The file {0} is missing."), \
      N_("The announcement names it, so it cannot be shown without it."), \
      N_("Send the file too, or remove it from the announcement."), "") \
    X(FILE_OTHER_BYTES, HASH_MISMATCH, BLOCK, \
      N_("The file {0} is not the one that was approved."), \
      N_("Its length or its content differs from what the announcement says."), \
      N_("Put the right file back, or have the announcement approved again."), "")
/* clang-format on */
