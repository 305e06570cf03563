/* SPDX-License-Identifier: GPL-3.0-or-later */
/* About how often an announcement is shown: for a letter, not for a plan. */
#pragma once

#include "model/announcement.h"

/*
 * Times an hour. Every organisation with something approved gets an equal share of the hour, and
 * its notices divide that; joint material counts for its first organisation.
 *
 * folder   of the approved announcements, the one in question among them or not.
 * seconds  that its slide stays.
 *
 * 0 when the folder cannot be read.
 */
double frequency_per_hour(struct arena *arena, const char *folder,
                          const struct announcement *announcement, int seconds);
