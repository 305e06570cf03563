/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages that announcements come in, by their BCP 47 tags. */
#pragma once

#include "base/str.h"

/* X(CODE, tag, own name, right to left?, script as ISO 15924) */
#define LANGUAGE_LIST(X)                                                                           \
    X(FI, "fi", "suomi", false, "Latn")                                                            \
    X(SV, "sv", "svenska", false, "Latn")                                                          \
    X(EN, "en", "English", false, "Latn")                                                          \
    X(SE, "se", "davvisámegiella", false, "Latn")                                                  \
    X(SMN, "smn", "anarâškielâ", false, "Latn")                                                    \
    X(SMS, "sms", "nuõrttsääʹmǩiõll", false, "Latn")                                               \
    X(RU, "ru", "русский", false, "Cyrl")                                                          \
    X(UK, "uk", "українська", false, "Cyrl")                                                       \
    X(ET, "et", "eesti", false, "Latn")                                                            \
    X(AR, "ar", "العربية", true, "Arab")                                                           \
    X(SO, "so", "soomaali", false, "Latn")                                                         \
    X(FA, "fa", "فارسی", true, "Arab")                                                             \
    X(CKB, "ckb", "کوردی", true, "Arab")                                                           \
    X(KU, "ku", "kurdî", false, "Latn")                                                            \
    X(VI, "vi", "Tiếng Việt", false, "Latn")                                                       \
    X(TR, "tr", "Türkçe", false, "Latn")                                                           \
    X(SQ, "sq", "shqip", false, "Latn")                                                            \
    X(DE, "de", "Deutsch", false, "Latn")                                                          \
    X(FR, "fr", "français", false, "Latn")                                                         \
    X(ES, "es", "español", false, "Latn")                                                          \
    X(PL, "pl", "polski", false, "Latn")

#define X(code, ...) LANGUAGE_##code,
enum language { LANGUAGE_LIST(X) LANGUAGE_COUNT };
#undef X

/*
 * The language of a tag such as "fi", "fi-simple" or "sv-FI"; false when the first part names none
 * of the list or the tag is not well formed. *ret_simple (may be NULL): the variant "simple".
 */
bool language_of_tag(struct str tag, enum language *ret_language, bool *ret_simple);

const char *language_tag(enum language language);       /* "fi" */
const char *language_own_name(enum language language);  /* "suomi", as its speakers write it */
bool language_is_right_to_left(enum language language); /* of its script */
const char *language_script(enum language language);    /* "Latn", ISO 15924 */
