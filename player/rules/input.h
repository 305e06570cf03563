/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule may look at. */
#pragma once

#include "layout/layout.h"

struct rule_input {
    const struct announcement *announcement;
    const struct profile *profile;
    const struct zone *zone;
    int64_t now;
    struct measure *measure;
    const struct scene *const *scenes; /* one a display of the profile … */
    const struct display *const *displays;
    size_t display_count;
};
