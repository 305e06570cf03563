/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands below the slide: when, how long and how large, as sentences. Pure. */
#pragma once

#include "preview/desk.h"

#define FACTS_MAX 8

/* Sentences about the current announcement, in the arena; answers how many, FACTS_MAX at most. */
size_t telling_facts(struct arena *arena, const struct desk *desk, struct str *ret_lines);

/* "1 to stop it, 2 to mend, 1 question"; what is fine is said so. */
struct str telling_summary(struct arena *arena, const struct desk_item *item) NODISCARD;

/* "A new version of: Nro 12, …", for the one that is there already. */
struct str telling_twin(struct arena *arena, const struct desk_twin *twin) NODISCARD;

/* "Changed: Milloin, Missä", or that nothing is. */
struct str telling_differences(struct arena *arena, const struct desk_twin *twin) NODISCARD;

/* "Stops", "Mend", "Question", "Hint": how a finding begins. */
const char *telling_severity(enum severity severity);

/* What is said for some seconds, else what is wrong for as long as it is; empty for nothing. */
struct str telling_notice(const struct desk *desk) NODISCARD;

/*
 * What a screen reader should read out now: the window's name, since SDL hands on nothing else. The
 * notice, when there is one; then, of a form, its title and what has the focus, else the
 * announcement, its findings and its state. Never what was written into a secret field.
 */
struct str telling_spoken(struct arena *arena, const struct desk *desk) NODISCARD;

/* "ti 24.11.2026 klo 10.05" of the moment that slides are drawn for. */
struct str telling_moment(struct arena *arena, const struct desk *desk) NODISCARD;

/* "Poor sight", "Red is missing" … */
const char *telling_eyes(enum eyes eyes);
