/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a centre's first day: for IT, for the liaison, for the safe. */
#pragma once

#include "model/profile.h"

enum first_key {
    FIRST_KEY_ROOT,
    FIRST_KEY_APPROVER,
    FIRST_KEY_SECOND,
    FIRST_KEY_RECEPTION,
    FIRST_KEY_PUBLISHER,
    FIRST_KEY_COUNT,
};

struct first_key_told {
    const char *file, *name;
    struct str number, public_text;
};

/* What was answered, and what came of it. */
struct first_day {
    struct str name, name_sv, mail;
    double inches, distance_m;
    int opens, closes; /* full hours */
    const char *folder;
    struct first_key_told keys[FIRST_KEY_COUNT];
    struct profile profile;
};

enum first_page { FIRST_PAGE_IT, FIRST_PAGE_LIAISON, FIRST_PAGE_RECOVERY, FIRST_PAGE_COUNT };

/* "it.html" … */
const char *first_page_name(enum first_page page);

/* Whom it is for, in the reader's language. */
const char *first_page_purpose(enum first_page page);

/* The page as HTML, in the reader's language; empty without memory. */
struct str first_page_text(struct arena *arena, enum first_page page,
                           const struct first_day *day) NODISCARD;
