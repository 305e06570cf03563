/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of the requirements, before they become a page or text. Only for this folder. */
#pragma once

#include "model/profile.h"

/* X(CODE, heading). In the order of the page. */
#define ADVICE_SECTION_LIST(X)                                                                     \
    X(FACTS, N_("Tell these things"))                                                              \
    X(TEXT, N_("Write a short text"))                                                              \
    X(EASY, N_("Use easy language"))                                                               \
    X(DATES, N_("Dates and times"))                                                                \
    X(PICTURE, N_("A picture"))                                                                    \
    X(LINK, N_("A web address"))                                                                   \
    X(LANGUAGES, N_("Languages"))                                                                  \
    X(FORBIDDEN, N_("Do not tell this"))                                                           \
    X(SCREEN, N_("What our screen is like"))                                                       \
    X(TICK, N_("Tick before you send"))

#define X(code, ...) ADVICE_##code,
enum advice_section { ADVICE_SECTION_LIST(X) ADVICE_SECTION_COUNT };
#undef X

struct advice {
    struct str *lines; /* sentences in the reader's language, in the arena */
    size_t count;
};

struct advice_book {
    struct advice sections[ADVICE_SECTION_COUNT];
};

/* The heading of a section, in the reader's language. */
const char *advice_heading(enum advice_section section);

/* All advice that follows from a profile. */
struct advice_book advice_of(struct arena *arena, const struct profile *profile,
                             enum language language);
