/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What hide.xml takes off, noted in the items that it names. */
#pragma once

#include "feed/read_profile.h"
#include "model/edition.h"

/*
 * Notes in an item that it, or some of its dates, are taken off: by its id or by its group; dates
 * of both add up. The dates are in the arena.
 */
void hiding_apply(struct arena *arena, const struct hide *hide, struct item *item);
