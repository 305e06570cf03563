/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of an edition that are large enough for a file of their own. Each function names the
 * fields of one struct once, for all directions of the packer. Only for pack*.c.
 */
#pragma once

#include "model/announcement.h"
#include "model/packer.h"
#include "model/profile.h"

#define PACK_MINUTES_MAX (2 * 24 * 60) /* of a time of day that may lie behind midnight */

/* A date that must exist, since the calendar counts with it. */
void pack_time_true_date(struct packer *packer, struct date *date);

/* A moment or a day as it was written, or none. */
void pack_time_stamp(struct packer *packer, struct stamp *stamp);

/* Dates of an announcement; its zone is opened in the arena, each name once. */
void pack_time_when(struct packer *packer, struct when *when);

/* Opening hours and their exceptions. */
void pack_time_opening(struct packer *packer, struct opening *opening);

/* The centre's profile: at least one display. */
void pack_profile(struct packer *packer, struct profile *profile);

/* One announcement with its place in the file that it came from. */
void pack_announcement(struct packer *packer, struct announcement *announcement);
