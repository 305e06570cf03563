/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Is this announcement one that is there already, or a new version of it? Senders seldom keep the
 * id: they write the notice anew, or send it a second time to be sure. Pure.
 */
#pragma once

#include "model/announcement.h"

/*
 * Share of words in common from which a notice of the same organisation counts as alike, and one of
 * another organisation. Two different sample announcements have at most 0.32 (tests/compare).
 */
#define LIKENESS_SAME_SENDER 0.6
#define LIKENESS_OTHER_SENDER 0.85

enum relation {
    RELATION_NONE,
    RELATION_ALIKE,   /* the words are: perhaps the same notice, written anew */
    RELATION_VERSION, /* the same id: it would take the other's place */
};

/* Words of title, lead and text that both have, as a share of all of theirs, 0 to 1. */
double likeness_of(const struct announcement *a, const struct announcement *b);

/*
 * What a submission is to an announcement that is there already. Versions of a notice in other
 * languages, or in plain language beside the usual one, are none of each other.
 *
 * ret_likeness  may be NULL.
 */
enum relation relation_of(const struct announcement *there, const struct announcement *submitted,
                          double *ret_likeness);
