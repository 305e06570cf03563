/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule may look at. */
#pragma once

#include "language/analysis.h"
#include "layout/layout.h"
#include "rules/rule_picture.h"
#include "rules/scan_text.h"

struct rule_input {
    const struct announcement *announcement;
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;
    struct measure *measure;
    struct fonts *fonts; /* the same as letters, to draw them; NULL: nothing can be drawn */
    const struct scene *const *scenes; /* one a display of the profile … */
    const struct display *const *displays;
    size_t display_count;
    const struct sender_text *texts; /* of scan_text.h; rules_check fills them in */
    size_t text_count;
    const struct language_kit *language; /* NULL: the word lists are missing (LACK_WORD_LISTS) */
    const struct analysis *analysis; /* rules_check makes it; NULL: not a language that has rules */
    const struct rule_picture *picture; /* NULL: it has none, or none that can be looked at */
};
