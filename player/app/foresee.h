/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen will show, for the commands that tell people so. */
#pragma once

#include "app/site_edition.h"
#include "rotate/plan.h"

struct options;

/*
 * Plays the rotation of an edition from a moment on for so many hours, in the edition's arena. Of a
 * player's own edition it goes on where that player's play log has stopped, as the player itself
 * would when it starts then.
 */
void foresee(const struct options *options, const struct site_edition *edition, int64_t from,
             double hours, struct plan *ret_plan);
