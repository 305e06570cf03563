/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finnish telephone numbers in running text. Only for the .c files of this folder. */
#pragma once

#include "rules/search_text.h"

#define PHONE_GROUPS_MAX 12
#define PHONE_DIGITS_MAX 16

struct written_phone {
    size_t start, end;                 /* points */
    char digits[PHONE_DIGITS_MAX + 1]; /* as in Finland: "0401234567" */
    size_t groups[PHONE_GROUPS_MAX];   /* digits between the signs, as written */
    size_t group_count;
    bool abroad;   /* +358 40 …: the first group is 358 */
    bool brackets; /* (040), +358 (0)40 */
    bool signs;    /* something else than spaces between the groups */
};

/* The numbers of a text in their order; how many. */
size_t written_phones(struct arena *arena, const struct search_text *text,
                      struct written_phone **ret_phones);

/* True when it is written as in "040 123 4567" or "+358 40 123 4567". */
bool written_phone_is_grouped(const struct written_phone *phone);

/* "0600" of a number whose caller pays more than for an ordinary call; NULL for any other. */
const char *written_phone_charged(const struct written_phone *phone);
