/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A warning of an authority as an announcement: its words are shown as they are, since the root key
 * trusts whoever wrote them. An extreme one is an alert that interrupts, any other a notice.
 */
#pragma once

#include "feed/read_cap.h"
#include "model/edition.h"

#define WARNING_ID_PREFIX "urn:x-infotaulu:warning:"

/* Is it an item that warning_item made? */
bool warning_is(const struct item *item);

/* Is a warning, in one language, of the kind and the place that a profile asks for? */
bool warning_is_wanted(const struct warning_source *source, const struct cap_info *info);

/* One language version; all versions of a warning are one group. In the arena. */
struct item warning_item(struct arena *arena, const struct cap_alert *alert,
                         const struct cap_info *info);
