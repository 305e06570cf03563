/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A centre's own colours before anything is drawn with them. Every text on every slide hangs on
 * them, so a theme that cannot be read is refused when the profile is read.
 */
#pragma once

#include "model/profile.h"

struct theme_verdict {
    bool light, dark; /* can be read */
};

/*
 * Measures what the slides draw on what: letters on ground and tint. Adds a finding that blocks for
 * each pair under the limit of contrast-text in the profile, and advice for those under that of
 * contrast-enhanced.
 */
struct theme_verdict theme_check(const struct profile *profile, struct place place,
                                 struct report *report);
