/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which script a letter belongs to, as far as letters can be mistaken for others. */
#pragma once

#include "base/str.h"

enum script {
    SCRIPT_NONE, /* no letter, or one that all scripts share */
    SCRIPT_LATIN,
    SCRIPT_GREEK,
    SCRIPT_CYRILLIC,
    SCRIPT_HEBREW,
    SCRIPT_ARABIC,
    SCRIPT_OTHER,
};

/* Of one code point. The micro sign, digits and signs of mathematics have none. */
enum script script_of(uint32_t point);

/* The first two scripts of a word; of the rarer one it has fewer letters, or as many. */
struct script_mix {
    enum script main, rarer;
};

/* True when letters of two scripts stand in a word. */
bool script_is_mixed(struct str word, struct script_mix *ret_mix);
