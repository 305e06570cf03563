/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which key does what, and what the lists of keys say: one table for both. */
#pragma once

#include "preview/desk.h"

enum key {
    KEY_OTHER,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_TAB,
    KEY_SPACE,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_BACKSPACE,
    KEY_F1,
    KEY_F2,
    KEY_F3,
    KEY_F4,
    KEY_F5,
    KEY_F6,
    KEY_F7,
    KEY_C,
    KEY_E,
    KEY_K,
    KEY_N,
    KEY_P,
    KEY_Q,
    KEY_R,
    KEY_X,
    KEY_Z,
};

enum key_modifier { KEY_PLAIN = 0, KEY_CTRL = 1, KEY_SHIFT = 2 };

/*
 * What a key does here and now. A key that means nothing shows the legend; ACT_NONE only while a
 * form takes letters.
 */
struct act keys_act(const struct desk *desk, enum key key, unsigned modifiers);

/* One row of the lists of keys. */
struct key_help {
    const char *keys;  /* "Ctrl P"; to be translated */
    const char *brief; /* "return"; likewise, "" when it is not in the bar */
    const char *words; /* what it does, a sentence; likewise */
    struct act act;
    int verdict; /* -1: always there */
};

/* The table, in the order of the bar; static. */
const struct key_help *keys_help(size_t *ret_count);
