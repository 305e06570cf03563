/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what an edition says of its items. */
#include "model/edition.h"

#define X(code, word) word,
static const char *const reason_words[REASON_COUNT] = { REASON_LIST(X) };
#undef X

const char *reason_word(enum reason reason)
{
    return reason_words[reason];
}
